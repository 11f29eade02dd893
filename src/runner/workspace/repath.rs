//! Mends the paths by which exercises include earlier ones, where one of the two moved or got another name.

use std::io;
use std::path::{Path, PathBuf};

use super::{file, inside, layout};
use crate::runner::course::{Course, Exercise};
use crate::runner::regular_file::{self, TEXT};

/// In every exercise that lies in `folder`, lets each `#[path = "..."]` that leads nowhere lead to the exercise of that
/// name, or that had it. What a learner wrote is kept in `copies` as it was; the names of those exercises are given.
pub fn mend(folder: &Path, course: &Course, copies: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for exercise in &course.exercises {
        let (path, original) = (exercise.path(), layout::original_of(&exercise.path()));
        let read = |path: &str| {
            let text = regular_file::read(&folder.join(path), TEXT).ok()?;
            String::from_utf8(text).ok()
        };
        let write = |path: &Path, text: &str| {
            inside::check(folder, path)?;
            file::replace(path, text.as_bytes())
        };
        let (mine, put_aside) = (read(&path), read(&original));
        let mended = |text: &Option<String>| mended(text.as_deref()?, folder, course, exercise);
        // The original first: were an update to stop between the two, an untouched exercise would count as edited, and
        // would be kept.
        if let Some(text) = mended(&put_aside) {
            write(&folder.join(original), &text)?;
        }
        let (Some(text), Some(before)) = (mended(&mine), &mine) else {
            continue;
        };
        if mine != put_aside {
            let copy = copies.join(&path);
            inside::check(folder, &copy)?;
            file::create(&copy, before.as_bytes())?;
            names.push(exercise.name.clone());
        }
        write(&folder.join(path), &text)?;
    }
    Ok(names)
}

/// The text of an exercise with its paths mended. `None` where none has to be.
fn mended(text: &str, folder: &Path, course: &Course, exercise: &Exercise) -> Option<String> {
    let line = |line: &str| {
        let (start, rest) = line.split_once('"').filter(|(start, _)| {
            let start: String = start.split_whitespace().collect();
            start == "#[path="
        })?;
        let (path, end) = rest.split_once('"')?;
        let place = place(&exercise.chapter, path);
        if folder.join(&place).is_file() {
            return None;
        }
        let name = place.file_stem()?.to_str()?;
        let is_it = |it: &&Exercise| it.name == name || it.formerly.iter().any(|was| was == name);
        let piece = course.exercises.iter().find(is_it)?;
        let mended = piece.beside(&exercise.chapter);
        // Whose file is missing altogether is still named rightly.
        (mended != path).then(|| format!("{start}\"{mended}\"{end}"))
    };
    let mut changed = false;
    let lines = text.split_inclusive('\n').map(|old| {
        let new = line(old);
        changed |= new.is_some();
        new.unwrap_or_else(|| old.to_owned())
    });
    let text: String = lines.collect();
    changed.then_some(text)
}

/// Where a path leads from a file of that chapter, relative to the folder.
fn place(chapter: &str, path: &str) -> PathBuf {
    let mut place = Path::new("exercises").join(chapter);
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                place.pop();
            }
            name => place.push(name),
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"05_a\"\ntitle = \"A\"\n\
                        [[chapters]]\nname = \"06_b\"\ntitle = \"B\"\n\
                        [[exercises]]\nname = \"piece\"\nformerly = [\"older\"]\nchapter = \"05_a\"\nteaches = \"x\"\n\
                        [[exercises]]\nname = \"whole\"\nchapter = \"06_b\"\nteaches = \"x\"\n";

    #[test]
    fn a_path_that_leads_nowhere_leads_to_the_exercise_again_and_the_text_before_is_kept() {
        let to = |path: &str| format!("// mine\n#[path = \"{path}\"]\nmod piece;\n");
        let table = [
            // The piece moved away from a chapter, the whole did, and the piece got another name.
            ("../04_z/piece.rs", Some("../05_a/piece.rs")),
            ("piece.rs", Some("../05_a/piece.rs")),
            ("../05_a/older.rs", Some("../05_a/piece.rs")),
            ("../05_a/piece.rs", None),
            ("helper.rs", None),
            ("../05_a/./piece.rs", None),
            ("../05_a/unknown.rs", None),
        ];
        for (path, expected) in table {
            for is_touched in [true, false] {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let root = folder.path();
                let course = Course::parse(root, INFO).expect("sound");
                let write = |path: &str, text: &str| {
                    file::replace(&root.join(path), text.as_bytes()).expect("written");
                };
                let read = |path: &str| fs::read_to_string(root.join(path)).expect(path);
                let original = to(path).replace("// mine", if is_touched { "" } else { "// mine" });
                write("exercises/05_a/piece.rs", "");
                write("exercises/06_b/helper.rs", "");
                write("exercises/06_b/whole.rs", &to(path));
                write(".gradlings/originals/06_b/whole.rs", &original);
                let copies = root.join(".gradlings/copies/update-1");
                let names = mend(root, &course, &copies).expect("mended");
                let is_told = is_touched && expected.is_some();
                assert_eq!(names.len(), usize::from(is_told), "{path}");
                let after = expected.unwrap_or(path);
                assert_eq!(read("exercises/06_b/whole.rs"), to(after), "{path}");
                let original = original.replace(path, after);
                assert_eq!(read(".gradlings/originals/06_b/whole.rs"), original);
                let copy = copies.join("exercises/06_b/whole.rs");
                assert_eq!(fs::read_to_string(copy).ok(), is_told.then(|| to(path)));
                assert_eq!(mend(root, &course, &copies).expect("done"), [""; 0]);
            }
        }
    }
}
