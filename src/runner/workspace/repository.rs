//! A repository of git around a learner's own folder, so that nothing they write is lost to a slip.

use std::path::Path;
use std::process::{Command, Stdio};

/// Begins one in the folder, where git is there and no folder above is one already. Says whether it did.
pub fn begin(folder: &Path) -> bool {
    let git = |words: &[&str]| {
        let mut git = Command::new("git");
        git.arg("-C").arg(folder).args(words);
        git.stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        git.status().is_ok_and(|status| status.success())
    };
    let is_inside = || git(&["rev-parse", "--is-inside-work-tree"]);
    git(&["--version"]) && !is_inside() && git(&["init", "--quiet"])
}
