//! Where an included file lies, and whether a program may include it.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// Folders at the top of a course that only a trusted program includes from.
const OF_THE_COURSE: [&str; 2] = ["solutions", "checks"];

/// A path relative to the course, without `.` and `..`.
#[derive(Debug, PartialEq, Eq)]
pub struct Place(PathBuf);

impl Place {
    /// The place that a path relative to the course leads to. `None` where it leads out of the course.
    pub fn of(path: &str) -> Option<Place> {
        let mut place = PathBuf::new();
        for component in Path::new(path).components() {
            match component {
                Component::Normal(name) => place.push(name),
                Component::CurDir => {}
                Component::ParentDir if place.pop() => {}
                Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
            }
        }
        Some(Place(place))
    }

    /// The file at this place below `folder`.
    pub fn within(&self, folder: &Path) -> PathBuf {
        folder.join(&self.0)
    }

    /// Whether it is this one.
    pub fn is(&self, path: &str) -> bool {
        self.0 == Path::new(path)
    }

    /// Whether a program may include it: nothing that is hidden, as the folder of the builds and of the learner's progress
    /// is, nothing that cargo built, and no solution unless it is `trusted`.
    pub fn is_open_to(&self, trusted: bool) -> bool {
        let mut names = self.0.iter().map(|name| name.to_string_lossy());
        let Some(top) = names.next() else {
            return false;
        };
        let closed = top == "target" || (!trusted && OF_THE_COURSE.contains(&&*top));
        !closed && !top.starts_with('.') && !names.any(|name| name.starts_with('.'))
    }

    /// Whether the file is still open to it once every link on the way is followed.
    pub fn stays_inside(&self, root: &Path, trusted: bool) -> bool {
        let (Ok(root), Ok(real)) = (fs::canonicalize(root), fs::canonicalize(root.join(&self.0)))
        else {
            // It is not there, which whoever reads it finds out.
            return true;
        };
        real.strip_prefix(root)
            .is_ok_and(|inside| Place(inside.to_owned()).is_open_to(trusted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_learners_file_includes_what_is_neither_hidden_nor_a_solution_nor_elsewhere() {
        let table = [
            ("exercises/a/../b/c.rs", true, true),
            ("exercises/./a.txt", true, true),
            ("info.toml", true, true),
            ("solutions/a/b.rs", false, true),
            ("exercises/a/../../solutions/b.rs", false, true),
            ("checks/a/b.rs", false, true),
            (".gradlings/state.toml", false, false),
            ("exercises/.git/config", false, false),
            ("target/debug/x", false, false),
            ("exercises/../../outside", false, false),
            ("/etc/passwd", false, false),
            ("exercises/..", false, false),
        ];
        for (path, learner, trusted) in table {
            let is_open = |to: bool| Place::of(path).is_some_and(|place| place.is_open_to(to));
            assert_eq!(
                (is_open(false), is_open(true)),
                (learner, trusted),
                "{path}"
            );
        }
        assert!(Place::of("a/../b.rs").is_some_and(|place| place.is("b.rs")));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_make_a_way_out() {
        use std::os::unix::fs::symlink;

        let folder = tempfile::tempdir().expect("a temporary folder");
        let outside = tempfile::tempdir().expect("a temporary folder");
        for path in ["exercises", "solutions"] {
            fs::create_dir(folder.path().join(path)).expect("made");
            fs::write(folder.path().join(path).join("a.rs"), "").expect("written");
        }
        fs::write(outside.path().join("a.rs"), "").expect("written");
        let link = |to: &Path, name: &str| {
            symlink(to, folder.path().join("exercises").join(name)).expect("linked");
        };
        link(outside.path(), "out");
        link(&folder.path().join("solutions"), "solved");
        link(&folder.path().join("exercises/a.rs"), "near.rs");
        let table = [
            ("exercises/a.rs", true, true),
            ("exercises/near.rs", true, true),
            ("exercises/solved/a.rs", false, true),
            ("exercises/out/a.rs", false, false),
            ("exercises/missing.rs", true, true),
        ];
        for (path, learner, trusted) in table {
            let place = Place::of(path).expect("inside");
            let stays = |to| place.stays_inside(folder.path(), to);
            assert_eq!((stays(false), stays(true)), (learner, trusted), "{path}");
        }
    }
}
