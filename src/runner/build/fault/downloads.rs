//! The crates that the course needs: they have to be downloaded once.

use super::said::Said;
use crate::runner::problem::Problem;

const AGAIN: &str = "connect to the network and run the command again: crates are downloaded once";

pub fn explain(said: &Said) -> Option<Problem> {
    offline(said)
        .or_else(|| checksum(said))
        .or_else(|| lock(said))
        .or_else(|| unreachable(said))
        .or_else(|| version(said))
}

/// cargo was told not to use the network.
fn offline(said: &Said) -> Option<Problem> {
    let is_offline =
        said.has("but --offline was specified") || said.has("you're using offline mode");
    let missing = said
        .between("failed to download `", "`")
        .or_else(|| said.between("no matching package named `", "`"))
        .or_else(|| said.between("for the requirement `", "`"));
    is_offline.then(|| {
        let which = missing.map_or_else(|| "A crate".to_owned(), |name| format!("The crate `{name}`"));
        Problem::new(
            format!("{which} has to be downloaded, and cargo is told to stay off the network."),
            format!(
                "take away the variable CARGO_NET_OFFLINE, and `offline` in cargo's settings (`.cargo/config.toml`); then {AGAIN}"
            ),
        )
    })
}

fn checksum(said: &Said) -> Option<Problem> {
    if let Some(name) = said.after("failed to verify the checksum of `") {
        let name = name.split([' ', '`']).next().unwrap_or(name);
        return Some(Problem::new(
            format!(
                "What was downloaded as the crate `{name}` is not that crate: its checksum is another."
            ),
            "run the command again; if that does not help, take `replace-with` out of cargo's settings",
        ));
    }
    let name = said.between("checksum for `", "` changed between lock files")?;
    Some(
        Problem::new(
            format!("Cargo.lock has another checksum for the crate `{name}` than the place it is downloaded from."),
            restore(),
        )
        .at(said.root.join("Cargo.lock").display()),
    )
}

fn lock(said: &Said) -> Option<Problem> {
    let path = said.after("failed to parse lock file at: ")?;
    Some(Problem::new("cargo cannot read Cargo.lock.", restore()).at(path))
}

fn restore() -> &'static str {
    "type `git checkout Cargo.lock` in a clone; in a folder of your own remove Cargo.lock, then type `gradlings update`"
}

fn unreachable(said: &Said) -> Option<Problem> {
    let address = said
        .between("failed to download from `", "`")
        .or_else(|| said.between("failed to get successful HTTP response from `", "`"));
    if let Some(answer) = said
        .between("failed to get successful HTTP response from `", "`")
        .and(said.after("), got "))
    {
        return Some(Problem::new(
            format!(
                "The crates that the course needs could not be downloaded: {} answered with the error {answer}.",
                host(address?)
            ),
            "run the command again later; behind a proxy of your school or company, set HTTPS_PROXY",
        ));
    }
    if said.has("config.json not found in registry") {
        return Some(Problem::new(
            "The crates that the course needs could not be downloaded: the place that cargo asks is no registry.",
            "take `replace-with` out of cargo's settings, or connect to a network that reaches crates.io",
        ));
    }
    let address = address?;
    // `[6] Could not resolve hostname (Could not resolve host: index.crates.io)`
    let why = said.lines().rev().find_map(curl);
    let reason = why.map_or_else(String::new, |(_, reason)| format!(" ({reason})"));
    let next = match why {
        // What is wrong with certificates.
        Some((35 | 51 | 58 | 59 | 60 | 77 | 83 | 91, _)) => {
            "set CARGO_HTTP_CAINFO to the file with the certificates of your network, then run the command again"
        }
        _ => {
            "connect to the network and run the command again: crates are downloaded once; behind a proxy, set HTTPS_PROXY"
        }
    };
    Some(Problem::new(
        format!(
            "The crates that the course needs could not be downloaded from {}{reason}.",
            host(address)
        ),
        next,
    ))
}

/// The number and the words of an error of the network.
fn curl(line: &str) -> Option<(u32, &str)> {
    let (number, words) = line.strip_prefix('[')?.split_once("] ")?;
    let words = words.split_once(" (").map_or(words, |(words, _)| words);
    Some((number.parse().ok()?, words))
}

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

fn version(said: &Said) -> Option<Problem> {
    let needed = said.between("failed to select a version for the requirement `", "`")?;
    Some(Problem::new(
        format!("No version of a crate fits what the course asks for: {needed}."),
        "type `gradlings update` in a folder of your own, `git status` in a clone: a Cargo.toml was changed",
    ))
}
