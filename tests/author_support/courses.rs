//! Folders for courses, away from the repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder outside the repository; `cargo` finds no workspace above it.
pub fn elsewhere() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(!folder.path().starts_with(repository), "{folder:?}");
    folder
}

/// Copies a folder with everything in it but what git ignores there.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("listed") {
        let path = entry.expect("listed").path();
        let name = path.file_name().expect("a name");
        let to = to.join(name);
        if name == ".gradlings" || name == "target" || name == "Cargo.lock" {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("copied");
        }
    }
}

/// The program, started in `folder` without what this test was started with.
pub fn gradlings(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gradlings"));
    command
        .args(words)
        .current_dir(folder)
        .env_remove("CARGO_MANIFEST_DIR");
    command
}

/// The text of a file with one piece replaced, which has to be there once.
pub fn replace(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("readable");
    assert_eq!(text.matches(from).count(), 1, "{from:?} in {path:?}");
    fs::write(path, text.replace(from, to)).expect("written");
}

/// Where the program is, for a shell that has to find it.
pub fn folder_of_the_program() -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_gradlings"));
    program.parent().expect("in a folder").to_owned()
}
