//! Outcomes that still hold: nothing that they follow from has changed since.

use std::fs;
use std::path::PathBuf;

use super::request::CheckRequest;
use crate::runner::course::{Course, Exercise};
use crate::runner::fingerprint::Fingerprint;
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::reference;
use crate::runner::source::Source;

/// Where the outcome of a request is kept, as long as everything that it follows from is the same.
pub struct Memory {
    path: PathBuf,
    prefix: String,
}

impl Memory {
    /// The place for the exercise as it is at this moment. `None` where it cannot be read.
    pub fn of(request: &CheckRequest) -> Option<Memory> {
        let course = &request.course;
        let exercise = course.exercise(&request.exercise)?;
        let candidate = Source::of_exercise(course, exercise).ok()?.print();
        let reference = Source::of_check(course, exercise).ok()?.print();
        Memory::at(course, exercise, request.seed, &candidate, &reference)
    }

    /// The place for the text with the fingerprint `candidate` and the reference with the fingerprint `reference`, its
    /// budget, and the program that judges.
    pub fn at(
        course: &Course,
        exercise: &Exercise,
        seed: u64,
        candidate: &str,
        reference: &str,
    ) -> Option<Memory> {
        let program = std::env::current_exe().ok()?;
        let key = Fingerprint::default()
            .value((candidate, reference::key(course, seed, reference)))
            .value(exercise.budget)
            .file(&program)
            .finish();
        let prefix = format!("{}-{seed}-", exercise.name);
        let name = format!("{prefix}{key}.outcome");
        Some(Memory {
            path: reference::cache_folder(course).join(name),
            prefix,
        })
    }

    /// The outcome that is kept there.
    pub fn outcome(&self) -> Option<Outcome> {
        serde_json::from_slice(&fs::read(&self.path).ok()?).ok()
    }

    /// Keeps an outcome, if it says something about the text: being stopped, running out of time or memory may go
    /// another way the next time, and the words of the compiler are not part of it.
    pub fn keep(&self, outcome: &Outcome) {
        let tells = matches!(
            outcome.verdict,
            Verdict::Passed | Verdict::Failed | Verdict::Todo | Verdict::Panicked
        );
        if tells {
            // What cannot be kept is worked out again.
            let _ = self.write(outcome);
        }
    }

    fn write(&self, outcome: &Outcome) -> std::io::Result<()> {
        let folder = self.path.parent().ok_or(std::io::ErrorKind::NotFound)?;
        for entry in fs::read_dir(folder)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(&self.prefix) && name.ends_with(".outcome") {
                fs::remove_file(entry.path())?;
            }
        }
        let bytes = serde_json::to_vec(outcome)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        std::io::Write::write_all(&mut file, &bytes)?;
        file.persist(&self.path).map_err(|error| error.error)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::runner::check::unfinished::unfinished;

    const INFO: &str = "format = 2\ntitle = \"c\"\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"01_a\"\nteaches = \"x\"\n";

    struct Small {
        folder: tempfile::TempDir,
    }

    impl Small {
        fn new() -> Small {
            let small = Small {
                folder: tempfile::tempdir().expect("a temporary folder"),
            };
            small.write("exercises/01_a/one.rs", "mine");
            small.write("checks/01_a/one.rs", "checked");
            small.write(".gradlings/cache/none", "");
            small
        }

        fn write(&self, name: &str, text: &str) {
            let path = self.folder.path().join(name);
            fs::create_dir_all(path.parent().expect("below the root")).expect("made");
            fs::write(path, text).expect("written");
        }

        fn memory(&self, info: &str, seed: u64) -> Memory {
            let course = Course::parse(self.folder.path(), info).expect("sound");
            Memory::of(&CheckRequest {
                course: Arc::new(course),
                exercise: "one".to_owned(),
                seed,
            })
            .expect("a place")
        }
    }

    fn outcome(verdict: Verdict) -> Outcome {
        Outcome {
            verdict,
            metrics: vec![("loss".to_owned(), 0.5)],
            ..unfinished("one")
        }
    }

    #[test]
    fn an_outcome_holds_until_anything_it_follows_from_changes() {
        let changes = [
            ("exercises/01_a/one.rs", "mine, longer"),
            ("checks/01_a/one.rs", "checked otherwise"),
            ("src/nn.rs", "x"),
            ("Cargo.lock", "x"),
        ];
        for (file, text) in changes {
            let small = Small::new();
            let passed = outcome(Verdict::Passed);
            small.memory(INFO, 0).keep(&passed);
            assert_eq!(small.memory(INFO, 0).outcome(), Some(passed));
            assert_eq!(small.memory(INFO, 1).outcome(), None, "another seed");
            let slower = format!("{INFO}[exercises.budget]\nrun_seconds = 99\n");
            assert_eq!(small.memory(&slower, 0).outcome(), None, "another budget");
            small.write(file, text);
            assert_eq!(small.memory(INFO, 0).outcome(), None, "{file}");
        }
    }

    #[test]
    fn only_outcomes_that_say_something_about_the_text_are_kept() {
        let table = [
            (Verdict::Passed, true),
            (Verdict::Failed, true),
            (Verdict::Todo, true),
            (Verdict::Panicked, true),
            (Verdict::CompileError, false),
            (Verdict::TimedOut, false),
            (Verdict::OutOfMemory, false),
            (Verdict::NoAnswer, false),
            (Verdict::NoCrates, false),
            (Verdict::CannotCheck, false),
            (Verdict::Piece, false),
            (Verdict::Cancelled, false),
        ];
        for (verdict, kept) in table {
            let small = Small::new();
            let memory = small.memory(INFO, 0);
            memory.keep(&outcome(verdict));
            assert_eq!(memory.outcome().is_some(), kept, "{verdict:?}");
        }
    }
}
