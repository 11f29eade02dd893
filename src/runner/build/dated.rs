//! Programs that cargo takes for built although their text is another one.
//!
//! cargo compares times: a file that is older than its program counts as built. After a clock was set back, or with a
//! file that was copied with its old time, that is wrong, and an earlier text would be judged. What is built without
//! cargo is compared by content, so this matters only for the build that cargo is asked for.

use std::fs;
use std::path::Path;

/// Makes cargo build this program of the profile folder `built` again, whatever the times say.
pub fn distrust(built: &Path, program: &str) {
    // One folder for every package and set of options, with a file for each of its programs that cargo holds to be fresh.
    let packages = fs::read_dir(built.join(".fingerprint"));
    for package in packages.into_iter().flatten().flatten() {
        // Most folders are of other packages and have no such file.
        let _ = fs::remove_file(package.path().join(format!("bin-{program}")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_program_that_is_asked_for_is_distrusted() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let package = folder.path().join(".fingerprint/gradlings-course-1");
        fs::create_dir_all(&package).expect("made");
        let names = ["bin-one", "bin-one_solution", "dep-bin-one"];
        for name in names {
            fs::write(package.join(name), "").expect("written");
        }
        distrust(folder.path(), "one");
        let there = names.map(|name| package.join(name).exists());
        assert_eq!(there, [false, true, true]);
        distrust(&folder.path().join("not there"), "one");
    }
}
