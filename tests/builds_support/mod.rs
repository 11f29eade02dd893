//! Builds that all courses of the tests share.

use std::fs;
#[cfg(unix)]
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// Lets the course in `root` build where the repository's own course does, so that dfdx is built once for all tests, and
/// the library once for all courses that have it as the program writes it.
pub fn share_builds(root: &Path) {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join(".gradlings/target");
    fs::create_dir_all(&shared).expect("made");
    let state = root.join(".gradlings");
    fs::create_dir_all(&state).expect("made");
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        let library = state.join("library");
        if library.exists() {
            // One folder for each version, by what is in it, and not in the repository: cargo would take it for a part of that.
            let name = format!("gradlings-library-{:016x}", content(&library));
            let there = std::env::temp_dir().join(name);
            if fs::rename(&library, &there).is_err() {
                assert!(there.join("Cargo.toml").exists(), "{there:?}");
                fs::remove_dir_all(&library).expect("removed");
            }
            symlink(&there, &library).expect("linked");
        }
        symlink(&shared, state.join("target")).expect("linked");
    }
}

/// A number that differs where the files below a folder do.
#[cfg(unix)]
fn content(folder: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("listed")
        .map(|entry| entry.expect("listed").path())
        .collect();
    names.sort();
    for path in names {
        path.file_name().hash(&mut hasher);
        match path.is_dir() {
            true => content(&path).hash(&mut hasher),
            false => fs::read(&path).expect("readable").hash(&mut hasher),
        }
    }
    hasher.finish()
}
