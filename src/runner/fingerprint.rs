//! Fingerprints of files: has anything changed since?

use std::fmt::Write;
use std::fs::{self, Metadata};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use hmac_sha256::Hash as Sha256;

use crate::runner::regular_file::{self, INCLUDED};

/// A fingerprint in the making: SHA-256 over everything that was added. The same steps over the same files give the same
/// text on every machine of one kind.
#[derive(Default)]
pub struct Fingerprint {
    sha: Sha256,
}

/// Lets whatever can be hashed be added to SHA-256.
struct Feed<'a>(&'a mut Sha256);

impl Hasher for Feed<'_> {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        // Nobody asks for it: the fingerprint is taken from SHA-256 itself.
        0
    }
}

impl Fingerprint {
    /// Adds something that is not a file.
    pub fn value(mut self, value: impl Hash) -> Self {
        value.hash(&mut Feed(&mut self.sha));
        self
    }

    /// Adds what a file says; a file that is not there, or no regular file, says nothing.
    pub fn contents(self, path: &Path) -> Self {
        let bytes = regular_file::read(path, INCLUDED).ok();
        self.value(bytes)
    }

    /// Adds the size and the time of a file, which costs nothing however large it is.
    pub fn file(self, path: &Path) -> Self {
        let about = path.metadata().ok();
        self.size_and_time(path, about)
    }

    fn size_and_time(self, path: &Path, about: Option<Metadata>) -> Self {
        // The time itself and not how long it is after 1970: a clock that was set wrong may be before that.
        let known = about.map(|about| (about.len(), about.modified().ok()));
        self.value((path, known))
    }

    /// Adds names, sizes and times of all files below `folder`. The program's own modules do not count: no exercise is
    /// built from them.
    pub fn tree(mut self, folder: &Path) -> Self {
        let Ok(entries) = fs::read_dir(folder) else {
            return self;
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            if path.file_stem().is_some_and(|name| name == "runner") {
                continue;
            }
            // Every check asks for some hundred files, so each is asked about once.
            self = match path.metadata() {
                Ok(about) if about.is_dir() => self.tree(&path),
                about => self.size_and_time(&path, about.ok()),
            };
        }
        self
    }

    /// Adds the sources of the libraries that the exercises of the course in `root` link: the course's own, and the
    /// program's, which are those of the repository or the copy in a learner's folder.
    pub fn library(self, root: &Path) -> Self {
        ["src", ".gradlings/library/src", "exercises/library"]
            .iter()
            .fold(self, |print, folder| print.tree(&root.join(folder)))
    }

    /// The fingerprint: 128 bits as 32 hexadecimal digits, fit to be part of a file's name.
    pub fn finish(self) -> String {
        let digest = self.sha.finalize();
        digest[..16].iter().fold(String::new(), |mut text, byte| {
            // A string takes everything.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_changes_in_a_tree_changes_its_fingerprint_but_the_program_itself_does_not() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path();
        let write = |name: &str, text: &str| {
            let path = root.join(name);
            fs::create_dir_all(path.parent().expect("below the root")).expect("made");
            fs::write(path, text).expect("written");
        };
        write("src/nn.rs", "a");
        write("src/runner/judge.rs", "a");
        let print = || Fingerprint::default().library(root).finish();
        let first = print();
        assert_eq!(first, print());
        write("src/runner/judge.rs", "longer");
        assert_eq!(first, print(), "no exercise links the program");
        write("src/nn.rs", "longer");
        let second = print();
        assert_ne!(first, second);
        write(".gradlings/library/src/new.rs", "");
        let third = print();
        assert_ne!(second, third);
        write("exercises/library/lib.rs", "");
        assert_ne!(third, print(), "the course's own library");
    }

    #[test]
    fn contents_count_whatever_the_time_of_the_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a");
        let print = || Fingerprint::default().contents(&path).finish();
        let missing = print();
        fs::write(&path, "one").expect("written");
        let one = print();
        fs::write(&path, "two").expect("written");
        assert_ne!(one, print());
        fs::write(&path, "one").expect("written");
        assert_eq!(one, print());
        assert_ne!(missing, one);
    }
}
