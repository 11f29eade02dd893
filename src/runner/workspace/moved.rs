//! Takes what is a learner's along where an exercise moved to another chapter or got another name.
//!
//! Progress is kept by name and survives a new chapter by itself. The learner's file, its original and its attempts lie in
//! folders that are called after the chapter and the exercise, so an update moves them before it looks at anything else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{inside, layout};
use crate::runner::course::{Course, Exercise};

/// Moves the files of every exercise of `course` that lie in `folder` under an earlier chapter or an earlier name, and gives
/// the names of those that were moved.
pub fn bring(folder: &Path, course: &Course) -> io::Result<Vec<String>> {
    let mut moved = Vec::new();
    for exercise in &course.exercises {
        let place = folder.join(exercise.path());
        if exists(&place) {
            continue;
        }
        let Some(before) = earlier_place(folder, course, exercise) else {
            continue;
        };
        inside::check(folder, &place)?;
        inside::check(folder, &folder.join(&before))?;
        let inside_of = |path: &Path| folder.join(layout::original_of(&shown(path)));
        // The original first: were an update to stop between the two, the next one would find the learner's file where it
        // was, and its original in place.
        rename(&inside_of(&before), &inside_of(Path::new(&exercise.path())))?;
        rename(&folder.join(&before), &place)?;
        let name = before.file_stem().unwrap_or_default().to_owned();
        let attempts = folder.join(".gradlings/attempts");
        rename(&attempts.join(name), &attempts.join(&exercise.name))?;
        moved.push(exercise.name.clone());
    }
    Ok(moved)
}

/// Where the file of an exercise lies that is not in its place, relative to the folder.
fn earlier_place(folder: &Path, course: &Course, exercise: &Exercise) -> Option<PathBuf> {
    let chapters = fs::read_dir(folder.join("exercises")).ok()?.flatten();
    let mut chapters: Vec<_> = chapters.map(|chapter| chapter.file_name()).collect();
    chapters.sort();
    let names = std::iter::once(&exercise.name).chain(&exercise.formerly);
    let places = names.flat_map(|name| {
        chapters.iter().map(move |chapter| {
            Path::new("exercises")
                .join(chapter)
                .join(format!("{name}.rs"))
        })
    });
    // A name may have gone to another exercise since.
    let is_taken = |place: &PathBuf| {
        let shown = shown(place);
        course.exercises.iter().any(|other| other.path() == shown)
    };
    places
        .filter(|place| folder.join(place).is_file())
        .find(|place| !is_taken(place))
}

/// With forward slashes, as paths of a course are written.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Moves what is there to where nothing is.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    if from == to || !exists(from) || exists(to) {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::rename(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"02_b\"\ntitle = \"B\"\n\
                        [[chapters]]\nname = \"03_c\"\ntitle = \"C\"\n\
                        [[exercises]]\nname = \"stays\"\nchapter = \"02_b\"\nteaches = \"x\"\n\
                        [[exercises]]\nname = \"moves\"\nchapter = \"03_c\"\nteaches = \"x\"\n\
                        [[exercises]]\nname = \"renamed\"\nformerly = [\"older\", \"old\"]\nchapter = \"03_c\"\nteaches = \"x\"\n\
                        [[exercises]]\nname = \"new\"\nformerly = [\"stays\"]\nchapter = \"03_c\"\nteaches = \"x\"\n";

    #[test]
    fn what_is_the_learners_goes_with_its_exercise_and_nothing_else_moves() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path();
        let before = [
            "exercises/02_b/stays.rs",
            ".gradlings/originals/02_b/stays.rs",
            ".gradlings/attempts/stays/0001.rs",
            "exercises/02_b/moves.rs",
            ".gradlings/originals/02_b/moves.rs",
            ".gradlings/attempts/moves/0001.rs",
            "exercises/01_a/old.rs",
            ".gradlings/originals/01_a/old.rs",
            ".gradlings/attempts/old/0001.rs",
            "exercises/01_a/mine.rs",
        ];
        for path in before {
            let full = root.join(path);
            fs::create_dir_all(full.parent().expect("inside")).expect("made");
            fs::write(full, path).expect("written");
        }
        let course = Course::parse(root, INFO).expect("sound");
        assert_eq!(bring(root, &course).expect("moved"), ["moves", "renamed"]);
        let after = [
            "exercises/02_b/stays.rs",
            ".gradlings/originals/02_b/stays.rs",
            ".gradlings/attempts/stays/0001.rs",
            "exercises/03_c/moves.rs",
            ".gradlings/originals/03_c/moves.rs",
            ".gradlings/attempts/moves/0001.rs",
            "exercises/03_c/renamed.rs",
            ".gradlings/originals/03_c/renamed.rs",
            ".gradlings/attempts/renamed/0001.rs",
            "exercises/01_a/mine.rs",
        ];
        for (from, to) in before.iter().zip(after) {
            assert_eq!(&fs::read_to_string(root.join(to)).expect(to), from);
            assert!(*from == to || !root.join(from).exists(), "{from}");
        }
        assert!(
            !root.join("exercises/03_c/new.rs").exists(),
            "the name is another's"
        );
        assert_eq!(bring(root, &course).expect("nothing to do"), [""; 0]);
    }
}
