//! Tells whether a program is still the one that its sources make, so that it need not be built again.

use std::fs;
use std::path::{Path, PathBuf};

use super::Workshop;
use super::recipe::Recipe;
use crate::runner::fingerprint::Fingerprint;

/// The seal on one program. It is only set on programs that rustc had nothing to say about: a warning is to be read
/// after every build.
pub struct Seal<'a> {
    pub workshop: &'a Workshop,
    pub recipe: &'a Recipe,
    pub program: &'a str,
    pub executable: &'a Path,
}

impl Seal<'_> {
    /// Whether nothing has changed since the seal was set.
    pub fn holds(&self) -> bool {
        let kept = fs::read_to_string(self.path()).ok();
        kept.is_some() && kept == self.print()
    }

    /// Sets the seal. Where it cannot be written, the program is built again.
    pub fn set(&self) {
        if let Some(print) = self.print() {
            let _ = fs::write(self.path(), print);
        }
    }

    fn path(&self) -> PathBuf {
        self.workshop
            .direct()
            .join(format!("{}.seal", self.program))
    }

    fn print(&self) -> Option<String> {
        let root = self.workshop.root()?;
        let list = self.workshop.direct().join(format!("{}.d", self.program));
        let mut print = Fingerprint::default()
            .value(self.recipe.fingerprint)
            .file(self.executable);
        for source in sources(&fs::read_to_string(list).ok()?) {
            print = print.contents(&root.join(source));
        }
        Some(format!("{:016x}", print.finish()))
    }
}

/// The files that rustc read, from the first rule of the list that it wrote: `program: a.rs b.rs`, with `\ ` for a
/// space in a name.
fn sources(list: &str) -> Vec<String> {
    let Some((_, files)) = list.lines().next().and_then(|rule| rule.split_once(": ")) else {
        return Vec::new();
    };
    // A mark that stands in no file name keeps the escaped spaces apart from those between the names.
    let mut names: Vec<String> = files
        .replace("\\ ", "\0")
        .split(' ')
        .map(|name| name.replace('\0', " "))
        .collect();
    names.retain(|name| !name.is_empty());
    names
}

#[cfg(test)]
mod tests {
    use super::sources;

    #[test]
    fn the_files_of_a_program_are_read_from_the_list_of_rustc() {
        let list = "/t/one: a/one.rs solutions/held\\ out/x.gz C:\\b.rs\n\n/t/one.d: a/one.rs\n";
        assert_eq!(
            sources(list),
            ["a/one.rs", "solutions/held out/x.gz", "C:\\b.rs"]
        );
        assert_eq!(sources(""), [""; 0]);
    }
}
