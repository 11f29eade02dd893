//! Builds the programs of a course and reads what cargo and rustc say.
//!
//! cargo builds what all programs link, once, and says how it calls rustc. Every program is then built by rustc itself from
//! the text that was read, see [`Source`].

pub mod fault;
mod library;
mod listen;
mod message;
mod missed;
mod package;
mod recipe;
mod rustc;
mod shelf;
mod watch;

use std::path::PathBuf;
use std::time::Duration;

use crate::runner::countdown::Left;
use crate::runner::course::Course;
use crate::runner::event::CompilerMessage;
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::regular_file::Unreadable;
use crate::runner::source::Source;

pub use shelf::Executable;

/// What happens during a build.
pub enum BuildEvent {
    /// A crate is done, or cargo said what it is doing.
    Progress {
        /// Crates done.
        done: usize,
        /// Crates in all, or 0 where that is not known.
        of: usize,
        /// The crate, or cargo's own words.
        what: String,
    },
    /// More than half of the compiler's budget is used.
    Budget(Left),
    /// rustc said something about the program.
    Message(CompilerMessage),
}

/// How programs are built, and where.
#[derive(Clone, Debug)]
pub struct Workshop {
    /// Whether the programs themselves are built without optimisation, which takes half the time. What they link, dfdx
    /// and the layers of the course, is optimised all the same.
    pub quick: bool,
    /// The course, as an absolute path.
    root: PathBuf,
    /// What the program keeps of it, as an absolute path.
    state: PathBuf,
    /// Where programs are built: those of the solutions are where no compiler of a learner's file can read them.
    place: &'static str,
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
            place: "programs",
        }
    }

    /// Where everything is built that holds right answers.
    pub fn of_references(course: &Course) -> Self {
        Self {
            place: "references",
            ..Self::of_candidates(course)
        }
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
    fn target(&self) -> PathBuf {
        self.state.join("target")
    }

    /// Where programs are built and kept.
    fn programs(&self) -> PathBuf {
        self.state.join(self.place)
    }
}

/// How a build ended.
#[derive(Debug)]
pub enum Built {
    /// The program, and the text it was made from.
    Done(Product),
    /// The text, with what it includes as far as rustc said, does not compile.
    Errors(Source),
    /// The text includes something that cannot be read.
    Unreadable(String, Unreadable),
    /// The compiler was stopped after its budget.
    TimedOut,
    /// The compiler was stopped for its memory.
    OutOfMemory,
    /// The check was stopped.
    Cancelled,
}

/// What a build made.
#[derive(Debug)]
pub struct Product {
    /// The program.
    pub executable: Executable,
    /// The fingerprint of everything that it was made from, or `None` where rustc read something besides: then nothing
    /// may be remembered of it.
    pub print: Option<String>,
    /// The text itself, with what it includes.
    pub source: Source,
}

/// Whether everything that the programs of a course link is built, so that a program waits for rustc alone.
pub fn is_ready(workshop: &Workshop) -> bool {
    recipe::Recipe::fresh(workshop).is_some()
}

/// Builds the program of `source`. `budget` counts from the moment rustc starts; what programs link takes what it takes.
pub fn build(
    workshop: &Workshop,
    source: Source,
    budget: Duration,
    stop: &Stop,
    happened: &mut dyn FnMut(BuildEvent),
) -> Result<Built, Problem> {
    match library::recipe(workshop, stop, happened)? {
        Some(recipe) => rustc::build(workshop, &recipe, source, budget, stop, happened),
        None => Ok(Built::Cancelled),
    }
}
