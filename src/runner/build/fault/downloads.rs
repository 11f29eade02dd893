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
                "What was downloaded as the crate `{name}` is not that crate: its checksum does not match."
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
            "The crates that the course needs could not be downloaded: the place that cargo asks is not a registry.",
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

#[cfg(test)]
mod tests {
    use super::super::By;
    use super::super::tests::{Row, assert_explains};

    #[test]
    fn crates_that_cannot_be_had_are_explained() {
        let table: [Row; 13] = [
            (
                By::Cargo,
                "warning: spurious network error (1 try remaining): [6] Could not resolve hostname (Could not resolve host: \
             index.crates.io)\nerror: failed to get `dfdx` as a dependency of package `gradlings v0.1.0 (/l)`\n\nCaused by:\n  \
             download of config.json failed\n\nCaused by:\n  failed to download from `https://index.crates.io/config.json`\n\n\
             Caused by:\n  [6] Could not resolve hostname (Could not resolve host: index.crates.io)",
                "downloaded from index.crates.io (Could not resolve hostname).",
                "connect to the network",
                "",
            ),
            (
                By::Cargo,
                "Caused by:\n  failed to download from `http://127.0.0.1:9/index/config.json`\n\nCaused by:\n  [7] Could not connect \
             to server (Failed to connect to 127.0.0.1 port 9 after 0 ms: Could not connect to server)",
                "downloaded from 127.0.0.1 (Could not connect to server).",
                "HTTPS_PROXY",
                "",
            ),
            (
                By::Cargo,
                "  failed to download from `http://10.0.0.1/config.json`\n\nCaused by:\n  [28] Timeout was reached (Operation too \
             slow. Less than 10 bytes/sec transferred the last 2 seconds)",
                "(Timeout was reached)",
                "connect to the network",
                "",
            ),
            (
                By::Cargo,
                "  failed to download from `https://index.crates.io/config.json`\n\nCaused by:\n  [77] Problem with the SSL CA cert \
             (path? access rights?) (error setting certificate file: /etc/passwd)",
                "(Problem with the SSL CA cert)",
                "CARGO_HTTP_CAINFO",
                "",
            ),
            (
                By::Cargo,
                "  download of config.json failed\n\nCaused by:\n  failed to get successful HTTP response from \
             `http://mirror.example/index/config.json` (127.0.0.1), got 403\n  body:",
                "mirror.example answered with the error 403.",
                "HTTPS_PROXY",
                "",
            ),
            (
                By::Cargo,
                "  failed to query replaced source registry `crates-io`\n\nCaused by:\n  config.json not found in registry",
                "is not a registry",
                "replace-with",
                "",
            ),
            (
                By::Cargo,
                "error: no matching package named `flate2` found\nlocation searched: crates.io index\nrequired by package \
             `gradlings v0.1.0 (/l)`\nAs a reminder, you're using offline mode (--offline) which can sometimes cause \
             surprising resolution failures, if this error is too confusing you may wish to retry without `--offline`.",
                "The crate `flate2` has to be downloaded, and cargo is told to stay off the network.",
                "CARGO_NET_OFFLINE",
                "",
            ),
            (
                By::Cargo,
                "error: failed to download `libm v0.2.16`\n\nCaused by:\n  attempting to make an HTTP request, but --offline was \
             specified",
                "The crate `libm v0.2.16`",
                "CARGO_NET_OFFLINE",
                "",
            ),
            (
                By::Cargo,
                "error: failed to download replaced source registry `crates-io`\n\nCaused by:\n  failed to verify the checksum of \
             `libm v0.2.16 (registry `x`)`",
                "`libm` is not that crate",
                "run the command again",
                "",
            ),
            (
                By::Cargo,
                "error: checksum for `libm v0.2.16` changed between lock files\n\nthis could be indicative of a few possible errors:",
                "another checksum for the crate `libm v0.2.16`",
                "remove Cargo.lock",
                "/home/ann/course/Cargo.lock",
            ),
            (
                By::Cargo,
                "error: failed to parse lock file at: /home/ann/course/Cargo.lock\n\nCaused by:\n  TOML parse error at line 2, \
             column 9\n    |\n  2 | <<<<<<< HEAD",
                "cargo cannot read Cargo.lock",
                "git checkout Cargo.lock",
                "/home/ann/course/Cargo.lock",
            ),
            (
                By::Cargo,
                "error: failed to select a version for the requirement `libm = \"=99.0.0\"`\ncandidate versions found which didn't \
             match: 0.2.16, 0.2.15, 0.2.14, ...",
                "libm = \"=99.0.0\"",
                "gradlings update",
                "",
            ),
            (
                By::Cargo,
                "error: no bin target named `mse` in default-run packages",
                "does not list every program",
                "gradlings dev update",
                "exercises/Cargo.toml",
            ),
        ];
        table.into_iter().for_each(assert_explains);
    }
}
