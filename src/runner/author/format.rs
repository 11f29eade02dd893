//! Whether the code is formatted, as rustfmt says.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::runner::problem::Problem;
use crate::runner::text;

/// The edition that every course is written in.
const EDITION: &str = "2024";

/// The files that rustfmt would change, with the first line of each, or that it cannot read. `None` where there is no
/// rustfmt.
///
/// `files` are relative to `root`, and stay so in the places.
pub fn faults(root: &Path, files: &[String]) -> Option<Vec<Problem>> {
    if files.is_empty() {
        return Some(Vec::new());
    }
    let output = Command::new("rustfmt")
        .args(["--check", "--edition", EDITION, "--color", "never"])
        .args(files)
        .current_dir(root)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let said = text::plain(&String::from_utf8_lossy(&output.stdout));
    let differing: Vec<(PathBuf, &str)> = said.lines().filter_map(difference).collect();
    let mut faults = Vec::new();
    for file in files {
        let full = root.join(file);
        let full = full.canonicalize().unwrap_or(full);
        let first = differing
            .iter()
            .find(|(path, _)| path.canonicalize().unwrap_or_else(|_| root.join(path)) == full);
        if let Some((_, line)) = first {
            let problem = Problem::new(
                "The code is not formatted.",
                format!("type `rustfmt --edition {EDITION} {file}` in the folder of the course"),
            );
            faults.push(problem.at(format_args!("{file}:{line}")));
        }
    }
    // An exit code without a difference: rustfmt is a stub that rustup put there, or the code does not parse, which
    // the compiler says better.
    let is_stub = !output.status.success() && differing.is_empty() && !parses_at_all();
    (!is_stub).then_some(faults)
}

/// The file and line of `Diff in /path/file.rs:12:`.
fn difference(line: &str) -> Option<(PathBuf, &str)> {
    let place = line.strip_prefix("Diff in ")?.trim_end_matches(':');
    let (path, line) = place.rsplit_once(':')?;
    Some((PathBuf::from(path), line))
}

fn parses_at_all() -> bool {
    formatted("fn f() {}\n").is_ok()
}

/// The text as rustfmt writes it.
pub fn formatted(text: &str) -> io::Result<String> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", EDITION])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes())?;
    }
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err(io::Error::other("rustfmt cannot read it"));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_rustfmt_would_change_is_told_with_its_line() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let write = |name: &str, text: &str| {
            std::fs::write(folder.path().join(name), text).expect("written");
        };
        write("good.rs", "fn f() {}\n\nfn g() {}\n");
        write("bad.rs", "fn f() {}\n\nfn g( ) {}\n");
        write("broken.rs", "fn f( {}\n");
        let files = ["good.rs", "bad.rs", "broken.rs"].map(str::to_owned);
        let found = faults(folder.path(), &files).expect("rustfmt is there");
        let places: Vec<Option<&str>> = found.iter().map(|it| it.place.as_deref()).collect();
        assert_eq!(places.len(), 1, "{found:?}");
        assert!(
            places[0].is_some_and(|place| place.starts_with("bad.rs:")),
            "{found:?}"
        );
        assert_eq!(faults(folder.path(), &files[..1]), Some(Vec::new()));
        assert_eq!(formatted("fn f( ) { }").expect("readable"), "fn f() {}\n");
    }
}
