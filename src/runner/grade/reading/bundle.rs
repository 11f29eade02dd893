//! A submission that is a bundle of `git`. It is fetched into an empty repository without a work tree, and only blobs are read.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::archive;
use super::bounded::ARCHIVE;
use crate::runner::grade::pick::{Pick, Refused};
use crate::runner::process::Group;
use crate::runner::regular_file::{FileKind, TEXT};
use crate::runner::words::plain::submission as words;

/// What git may take for one call. A bundle of a course takes a tenth of a second.
const TIME: Duration = Duration::from_secs(60);

/// What git may hold, in KiB.
const MEMORY: u64 = 2 << 20;

/// Where what was handed in is put.
const GRADED: &str = "refs/heads/graded";

/// Looks at everything in the newest commit of the bundle at `path`: that of `HEAD`, else of `main` or `master`, else of the
/// first branch there is.
pub fn read(path: &Path, pick: &mut Pick<'_>) -> Result<(), Refused> {
    // Its size is looked at before anything reads it.
    archive::open(path)?;
    let path = std::path::absolute(path).map_err(archive::damaged)?;
    let folder = tempfile::tempdir().map_err(archive::damaged)?;
    let git = Git {
        folder: folder.path(),
    };
    let bundle = path.to_string_lossy().into_owned();
    git.run(&["init", "--quiet", "--bare", "."], TEXT)?;
    let heads = git.run(&["bundle", "list-heads", &bundle], TEXT)?;
    let heads = String::from_utf8_lossy(&heads).into_owned();
    let Some(head) = chosen(&heads) else {
        return Err(Refused(words::no_branch().to_owned()));
    };
    let fetched = format!("+{head}:{GRADED}");
    git.run(&["fetch", "--quiet", "--no-tags", &bundle, &fetched], TEXT)?;
    let listed = git.run(&["ls-tree", "-r", "-z", "--full-tree", GRADED], ARCHIVE)?;
    for entry in listed.split(|byte| *byte == 0).filter(|it| !it.is_empty()) {
        pick.count()?;
        let entry = String::from_utf8_lossy(entry);
        // `100644 blob 0123...<TAB>path`
        let Some((about, name)) = entry.split_once('\t') else {
            continue;
        };
        let about: Vec<&str> = about.split(' ').collect();
        let [mode, kind, blob] = about[..] else {
            continue;
        };
        pick.offer(name, || {
            if kind != "blob" || mode == "120000" {
                let kind = if kind == "blob" {
                    FileKind::Link
                } else {
                    FileKind::Folder
                };
                return Err(words::not_a_file(archive::shown(name), kind));
            }
            let text = git.run(&["cat-file", "blob", blob], TEXT + 1);
            let text = text.map_err(|Refused(why)| why)?;
            archive::text(name, &mut &text[..])
        })?;
    }
    Ok(())
}

/// The branch that is graded.
fn chosen(heads: &str) -> Option<&str> {
    let names = || heads.lines().filter_map(|line| line.split(' ').nth(1));
    let wanted = ["HEAD", "refs/heads/main", "refs/heads/master"];
    let mut known = wanted
        .iter()
        .filter_map(|wanted| names().find(|name| name == wanted));
    let known = known.next();
    known.or_else(|| names().find(|name| name.starts_with("refs/heads/")))
}

/// An empty repository.
struct Git<'a> {
    folder: &'a Path,
}

impl Git<'_> {
    /// What git writes to its standard output, of which no more than `most` bytes are read.
    fn run(&self, words: &[&str], most: u64) -> Result<Vec<u8>, Refused> {
        // A small pack can be made to unfold into any size, so git gets a limit, which only a shell can set for it.
        let script = format!("ulimit -v {MEMORY}; exec git \"$@\"");
        let mut command = Command::new("sh");
        command
            .args(["-c", &script, "git"])
            // No hook, no helper, no settings of whoever grades, nothing that is fetched from elsewhere.
            .args([
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "transfer.unpackLimit=1",
            ])
            .args([
                "-c",
                "gc.auto=0",
                "-c",
                "maintenance.auto=false",
                "-c",
                "protocol.allow=never",
            ])
            .args(["-c", "protocol.file.allow=always", "-c", "pack.threads=1"])
            .args(words)
            .current_dir(self.folder)
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_DIR", self.folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        for variable in [
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_CONFIG_COUNT",
        ] {
            command.env_remove(variable);
        }
        let group = Arc::new(Group::spawn(&mut command).map_err(archive::damaged)?);
        let (tell, heard) = mpsc::channel();
        if let Some(output) = group.take(|child| child.stdout.take()) {
            thread::spawn(move || {
                let mut bytes = Vec::new();
                let read = output.take(most).read_to_end(&mut bytes);
                // Whoever waited may have given up.
                let _ = tell.send(read.map(|_| bytes));
            });
        }
        let deadline = Instant::now() + TIME;
        let said = heard.recv_timeout(deadline.saturating_duration_since(Instant::now()));
        let status = match said {
            // It has closed its output, or said more than is read.
            Ok(_) => {
                let ended = group.try_wait();
                ended.map_or_else(|| group.wait(), Ok).ok()
            }
            Err(_) => None,
        };
        group.kill();
        match (said, status) {
            (Ok(Ok(bytes)), Some(status)) if status.success() => Ok(bytes),
            // What is cut off ends with a broken pipe.
            (Ok(Ok(bytes)), _) if bytes.len() as u64 == most => Ok(bytes),
            _ => Err(Refused(words::no_bundle().to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn the_branch_that_is_graded_is_the_one_that_was_checked_out() {
        let table = [
            ("1 refs/heads/main\n1 HEAD\n", Some("HEAD")),
            (
                "1 refs/heads/a\n2 refs/heads/master\n",
                Some("refs/heads/master"),
            ),
            ("1 refs/tags/v1\n2 refs/heads/a\n", Some("refs/heads/a")),
            ("1 refs/tags/v1\n", None),
            ("", None),
        ];
        for (heads, expected) in table {
            assert_eq!(chosen(heads), expected, "{heads}");
        }
    }
}
