//! What the program writes in a course stays in the course.
//!
//! A course may come from a stranger, and a folder in it may be a link to a folder of whoever opens it: a hint would then
//! write there. So before something is written, every folder on the way to it is looked at, and one that is a link has
//! to lead into the course again. The course as a whole may be reached through links. Builds may lie on another disk:
//! nobody asks this of `.gradlings/target`.

use std::fs;
use std::io;
use std::path::Path;

use super::file;
use super::misplaced::Misplaced;
use crate::runner::problem::Problem;
use crate::runner::words::plain::workspace as words;

/// Fails with [`Misplaced`] where a file at `path` would be written outside of the course in `root`. Nothing need be
/// there yet.
pub fn check(root: &Path, path: &Path) -> io::Result<()> {
    let inside = path.strip_prefix(root).map_err(io::Error::other)?;
    let mut folder = root.to_owned();
    for part in inside.parent().into_iter().flatten() {
        folder.push(part);
        match folder.symlink_metadata() {
            Ok(about) if about.is_symlink() => refuse_if_out(root, &folder)?,
            Ok(_) => {}
            // It is not there yet, or the write itself will fail and say why.
            Err(_) => return Ok(()),
        }
    }
    Ok(())
}

/// The same for what is written whatever the command is: progress, and what is remembered of checks.
pub fn check_kept(root: &Path) -> Result<(), Problem> {
    let kept = root.join(".gradlings/cache/any");
    check(root, &kept).map_err(|error| file::problem(words::course_unusable(), &kept, &error))
}

fn refuse_if_out(root: &Path, link: &Path) -> io::Result<()> {
    let root = match root.as_os_str().is_empty() {
        true => Path::new(".").canonicalize()?,
        false => root.canonicalize()?,
    };
    let to = match link.canonicalize() {
        Ok(to) if to.starts_with(root) => return Ok(()),
        Ok(to) => to,
        // It leads nowhere, or round in a circle.
        Err(_) => fs::read_link(link)?,
    };
    Err(Misplaced::LeadsOut {
        link: link.to_owned(),
        to,
    }
    .into())
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn only_a_link_that_leads_out_of_the_course_is_refused() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().join("course");
        let elsewhere = folder.path().join("course elsewhere");
        for made in [&elsewhere, &root.join("exercises/01_a"), &root.join("real")] {
            fs::create_dir_all(made).expect("made");
        }
        let links = [
            ("course/exercises/02_b", "../real"),
            ("course/exercises/03_c", "../../course elsewhere"),
            ("course/exercises/04_d", "nowhere"),
            ("course/exercises/05_e", "05_e"),
            ("course/real/out", "../../course elsewhere"),
            ("course/real/back", "../../linked/real"),
            ("linked", "course"),
        ];
        for (link, to) in links {
            symlink(to, folder.path().join(link)).expect("linked");
        }
        let table = [
            ("info.toml", None),
            ("exercises/01_a/one.rs", None),
            ("exercises/02_b/one.rs", None),
            ("not/there/yet.rs", None),
            ("real/back/one.rs", None),
            ("exercises/03_c/one.rs", Some("exercises/03_c")),
            ("exercises/03_c/deeper/one.rs", Some("exercises/03_c")),
            ("exercises/04_d/one.rs", Some("exercises/04_d")),
            ("exercises/05_e/one.rs", Some("exercises/05_e")),
            ("exercises/02_b/out/one.rs", Some("exercises/02_b/out")),
        ];
        for root in [root, folder.path().join("linked")] {
            for (path, expected) in table {
                let refused = check(&root, &root.join(path)).err();
                let link = refused.map(|error| {
                    let misplaced = error.downcast::<Misplaced>().expect("told");
                    misplaced.place().to_owned()
                });
                assert_eq!(link, expected.map(|link| root.join(link)), "{path}");
            }
        }
    }
}
