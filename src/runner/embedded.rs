//! The course and the library's sources as they were when the program was built. `build.rs` writes the table.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Files by their path in the repository, with forward slashes.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a>(&'a [(&'a str, &'a [u8])]);

/// What is in this program.
pub fn files() -> Files<'static> {
    Files(FILES)
}

impl<'a> Files<'a> {
    /// Other files than those of this program.
    pub fn of(files: &'a [(&'a str, &'a [u8])]) -> Files<'a> {
        Files(files)
    }

    /// The content of one file.
    pub fn get(&self, path: &str) -> Option<&'a [u8]> {
        let found = self.0.iter().find(|(name, _)| *name == path);
        found.map(|(_, content)| *content)
    }

    /// The content of one file, where it is text.
    pub fn text(&self, path: &str) -> Option<&'a str> {
        std::str::from_utf8(self.get(path)?).ok()
    }

    /// The files in a folder and below it, each with its path in the repository.
    pub fn under(&self, folder: &str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        let inside = move |path: &str| {
            let rest = path.strip_prefix(folder);
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        self.0.iter().copied().filter(move |(path, _)| inside(path))
    }
}
