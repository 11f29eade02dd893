//! The crates that the course needs: they have to be downloaded once.

use super::said::Said;
use crate::runner::problem::Problem;
use crate::runner::words::machine::downloads as words;

pub fn explain(said: &Said) -> Option<Problem> {
    offline(said)
        .or_else(|| checksum(said))
        .or_else(|| lock(said))
        .or_else(|| unreachable(said).map(Problem::of_crates))
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
        let what = match missing {
            Some(name) => words::offline(name),
            None => words::offline_unknown().to_owned(),
        };
        Problem::new(what, words::go_online()).of_crates()
    })
}

fn checksum(said: &Said) -> Option<Problem> {
    if let Some(name) = said.after("failed to verify the checksum of `") {
        let name = name.split([' ', '`']).next().unwrap_or(name);
        return Some(Problem::new(words::checksum(name), words::download_again()));
    }
    let name = said.between("checksum for `", "` changed between lock files")?;
    Some(
        Problem::new(words::other_checksum(name), words::restore_lock())
            .at(said.root.join("Cargo.lock").display()),
    )
}

fn lock(said: &Said) -> Option<Problem> {
    let path = said.after("failed to parse lock file at: ")?;
    Some(Problem::new(words::lock(), words::restore_lock()).at(path))
}

fn unreachable(said: &Said) -> Option<Problem> {
    let address = said
        .between("failed to download from `", "`")
        .or_else(|| said.between("failed to get successful HTTP response from `", "`"));
    if let Some(answer) = said
        .between("failed to get successful HTTP response from `", "`")
        .and(said.after("), got "))
    {
        let what = words::answered(host(address?), answer);
        return Some(Problem::new(what, words::later()));
    }
    if said.has("config.json not found in registry") {
        return Some(Problem::new(words::no_registry(), words::no_replacement()));
    }
    let address = address?;
    // `[6] Could not resolve hostname (Could not resolve host: index.crates.io)`
    let why = said.lines().rev().find_map(curl);
    let next = match why {
        // What is wrong with certificates.
        Some((35 | 51 | 58 | 59 | 60 | 77 | 83 | 91, _)) => words::certificates(),
        _ => words::connect(),
    };
    let what = match why {
        Some((_, reason)) => words::unreachable_because(host(address), reason),
        None => words::unreachable(host(address)),
    };
    Some(Problem::new(what, next))
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
        words::no_version(needed),
        words::restore_manifest(),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::By;
    use super::super::tests::{Row, explained};

    #[test]
    fn crates_that_cannot_be_had_are_explained() {
        // How many of them, from the first, are that crates could not be fetched.
        const FETCHED: usize = 8;
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
                "`cargo` cannot read Cargo.lock",
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
        for (at, row) in table.into_iter().enumerate() {
            let problem = explained(row);
            assert_eq!(problem.lacks_crates, at < FETCHED, "{problem}");
        }
    }
}
