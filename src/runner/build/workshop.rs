//! How programs are built, and where.

use std::path::{Path, PathBuf};

use crate::runner::course::Course;
use crate::runner::sandbox::scratch::Scratch;

/// Where everything is built that holds right answers, in the folder of what the program keeps.
const REFERENCES: &str = "references";

/// How programs are built, and where.
#[derive(Clone, Debug)]
pub struct Workshop {
    /// Whether the programs themselves are built without optimisation, which takes half the time. What they link, dfdx
    /// and the layers of the course, is optimised all the same.
    pub quick: bool,
    /// The course, as an absolute path.
    pub(super) root: PathBuf,
    /// What the program keeps of it, as an absolute path.
    pub(super) state: PathBuf,
    /// Where programs are built: those of the solutions are where no compiler of a learner's file can read them.
    pub(super) place: PathBuf,
}

impl Workshop {
    /// Where learners' files are built.
    pub fn of_candidates(course: &Course) -> Self {
        // cargo and rustc run in other folders, where a relative path would lead somewhere else. Only an empty path, or a
        // folder that is gone, cannot be made absolute.
        let absolute = |path: PathBuf| std::path::absolute(&path).unwrap_or(path);
        Self {
            quick: false,
            root: absolute(course.root.clone()),
            state: absolute(course.state_folder()),
            place: PathBuf::from("programs"),
        }
    }

    /// Where everything is built that holds right answers.
    pub fn of_references(course: &Course) -> Self {
        Self {
            place: PathBuf::from(REFERENCES),
            ..Self::of_candidates(course)
        }
    }

    /// A folder among the references for programs that are built once and run once: it goes when it is dropped, and where
    /// this process was killed, with the next one.
    ///
    /// # Errors
    /// If no folder can be made there.
    pub fn to_throw_away(course: &Course) -> std::io::Result<(Self, Scratch)> {
        let references = Self::of_references(course);
        let folder = Scratch::inside(&references.programs())?;
        let place = Path::new(REFERENCES).join(folder.path().file_name().unwrap_or_default());
        Ok((
            Self {
                place,
                ..references
            },
            folder,
        ))
    }

    /// The same, without optimisation unless the exercise `trains`: a handful of small cases is over before the optimiser
    /// would be.
    pub fn quick_unless(self, trains: bool) -> Self {
        Self {
            quick: !trains,
            ..self
        }
    }

    /// Where cargo builds what all programs link.
    pub(super) fn target(&self) -> PathBuf {
        self.state.join("target")
    }

    /// Where programs are built and kept.
    pub(super) fn programs(&self) -> PathBuf {
        self.state.join(&self.place)
    }
}
