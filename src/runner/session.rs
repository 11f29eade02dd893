//! One learner in one course: which exercise, what is done, the hints, the reset.

mod practice;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use crate::runner::course::{Course, Exercise};
use crate::runner::embedded;
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::problem::Problem;
pub use crate::runner::progress::practice::Practice;
use crate::runner::progress::store::Store;
use crate::runner::workspace::{exercise, file, original};

/// An open course.
#[derive(Debug)]
pub struct Session {
    course: Arc<Course>,
    store: Store,
    current: usize,
    /// Locked for as long as the course is open, so that a second runner can say so.
    _presence: Option<File>,
}

impl Session {
    /// Opens a course. The notices are whole sentences for the learner, and no reason to stop.
    pub fn open(course: Arc<Course>) -> Result<(Session, Vec<String>), Problem> {
        let (store, mut notices) = Store::open(&course.state_folder())?;
        // Where the state cannot be written the originals cannot either, and one sentence about it is enough.
        if let Err(error) = original::capture(&course, &embedded::files())
            && notices.is_empty()
        {
            notices.push(format!(
                "The original exercises could not be put aside ({error}): `gradlings reset` may not work."
            ));
        }
        let (presence, second) = announce(&course);
        if second {
            notices.push(
                "Another gradlings is open in this course. Both work, and neither loses the progress of the other."
                    .to_owned(),
            );
        }
        let mut session = Session {
            course,
            store,
            current: 0,
            _presence: presence,
        };
        session.current = session.starting_point();
        Ok((session, notices))
    }

    /// The course.
    pub fn course(&self) -> &Arc<Course> {
        &self.course
    }

    /// The exercise being worked on.
    pub fn current(&self) -> &Exercise {
        // `current` only ever holds a position of this course, and a course has at least one exercise.
        &self.course.exercises[self.current]
    }

    /// Whether the exercise passes: the last check that could tell passed it.
    pub fn is_done(&self, name: &str) -> bool {
        self.store
            .state()
            .exercises
            .get(name)
            .is_some_and(|record| record.done)
    }

    /// How many exercises of the course are done.
    pub fn done_count(&self) -> usize {
        let names = self.course.exercises.iter().map(|exercise| &exercise.name);
        names.filter(|name| self.is_done(name)).count()
    }

    /// Makes an exercise the current one. It is the current one even where that cannot be saved.
    pub fn select(&mut self, name: &str) -> Result<(), Problem> {
        self.known(name)?;
        if let Some(position) = self.course.position(name) {
            self.current = position;
        }
        self.store
            .change(|state| state.current = Some(name.to_owned()))
    }

    /// The next open exercise after the current one, going round; the current one where it is the last that is open,
    /// and `None` once everything is done.
    pub fn next_open(&self) -> Option<&Exercise> {
        let (before, after) = self.course.exercises.split_at(self.current + 1);
        after
            .iter()
            .chain(before)
            .find(|exercise| !self.is_done(&exercise.name))
    }

    /// Keeps what came of a check.
    ///
    /// A verdict that tells something about the code decides, as in rustlings: an exercise that was done and fails
    /// now is open again. A check that was cancelled or ran out of time tells nothing about a file that passed before.
    pub fn record(&mut self, outcome: &Outcome) -> Result<(), Problem> {
        let name = &outcome.name;
        let passed = match outcome.verdict {
            Verdict::Passed => true,
            Verdict::Cancelled | Verdict::TimedOut => return Ok(()),
            _ => false,
        };
        if !passed && !self.is_done(name) {
            return Ok(());
        }
        self.store.change(|state| {
            let record = state.record(name);
            record.done = passed;
            record.passed_once |= passed;
        })
    }

    /// How many hints of the exercise were shown.
    pub fn hints_shown(&self, name: &str) -> usize {
        let shown = self
            .store
            .state()
            .exercises
            .get(name)
            .map_or(0, |record| record.hints);
        // An update may have left fewer hints than were shown once.
        let there = self.course.exercise(name).map_or(0, |it| it.hints.len());
        shown.min(there)
    }

    /// Shows one more hint, if there is one, and says how many are shown now.
    pub fn show_hint(&mut self, name: &str) -> Result<usize, Problem> {
        let there = self.known(name)?.hints.len();
        let shown = self.hints_shown(name);
        if shown == there {
            return Ok(shown);
        }
        self.store
            .change(|state| state.record(name).hints = shown + 1)?;
        Ok(shown + 1)
    }

    /// Puts the original back. The learner's text is kept, and the path of that copy is the answer; where there was no
    /// text to keep, the answer is the path of the exercise itself.
    pub fn reset(&mut self, name: &str) -> Result<PathBuf, Problem> {
        let exercise = self.known(name)?;
        let path = self.course.exercise_path(exercise);
        let original = original::read(&self.course, exercise).ok_or_else(|| {
            Problem::new(
                format!("The original of `{name}` was never put aside, so it cannot be put back."),
                "get the file from where the course came from (`git checkout FILE`, or `gradlings init DIR`)",
            )
            .at(original::path(&self.course, exercise).display())
        })?;
        let copy = match fs::read(&path) {
            Ok(text) if text != original => {
                let folder = self.course.state_folder().join("copies");
                let copy = file::create_numbered(&text, |number| {
                    folder.join(format!("{name}-{number}.rs"))
                });
                copy.map_err(|error| {
                    file::problem(
                        "Your text cannot be kept, so nothing was reset",
                        &folder,
                        &error,
                    )
                })?
            }
            Ok(_) => path.clone(),
            Err(error) if error.kind() == ErrorKind::NotFound => path.clone(),
            Err(error) => {
                return Err(file::problem(
                    "Your text cannot be read, so nothing was reset",
                    &path,
                    &error,
                ));
            }
        };
        file::replace_if_different(&path, &original)
            .map_err(|error| file::problem(&format!("`{name}` cannot be reset"), &path, &error))?;
        if self.is_done(name) {
            self.store.change(|state| state.record(name).done = false)?;
        }
        Ok(copy)
    }

    /// The lesson, as markdown: the comment at the top of the learner's file, or of the original where it was removed.
    pub fn lesson(&self, name: &str) -> Result<String, Problem> {
        let lesson = exercise::lesson(&self.source(name)?);
        if !lesson.is_empty() {
            return Ok(lesson);
        }
        let original = original::read(&self.course, self.known(name)?).unwrap_or_default();
        Ok(exercise::lesson(&String::from_utf8_lossy(&original)))
    }

    /// The learner's text.
    pub fn source(&self, name: &str) -> Result<String, Problem> {
        exercise::read(name, &self.course.exercise_path(self.known(name)?))
    }

    /// The functions of the solution, once the exercise has passed. It stays readable when the file is edited afterwards.
    pub fn solution(&self, name: &str) -> Result<String, Problem> {
        let exercise = self.known(name)?;
        let passed = self.store.state().exercises.get(name);
        if !passed.is_some_and(|record| record.passed_once) {
            return Err(Problem::new(
                format!("The solution of `{name}` opens once your own code has passed."),
                format!(
                    "type `gradlings hint {name}` for a nudge, or `gradlings run {name}` to check your code"
                ),
            ));
        }
        let path = self.course.solution_path(exercise);
        let text = fs::read_to_string(&path).map_err(|error| {
            file::problem(
                &format!("The solution of `{name}` cannot be read"),
                &path,
                &error,
            )
        })?;
        Ok(exercise::functions(&text))
    }

    /// The learner's functions, to be held against the solution's.
    pub fn own_functions(&self, name: &str) -> Result<String, Problem> {
        Ok(exercise::functions(&self.source(name)?))
    }

    /// The chosen exercise while it is open, else the next open one.
    fn starting_point(&self) -> usize {
        let chosen = self.store.state().current.as_deref();
        let start = chosen.and_then(|name| self.course.position(name));
        let start = start.unwrap_or(0);
        let exercises = self.course.exercises.iter().enumerate();
        let open = exercises
            .cycle()
            .skip(start)
            .take(self.course.exercises.len())
            .find(|(_, exercise)| !self.is_done(&exercise.name));
        open.map_or(start, |(position, _)| position)
    }

    fn known(&self, name: &str) -> Result<&Exercise, Problem> {
        self.course.exercise(name).ok_or_else(|| {
            Problem::new(
                format!("There is no exercise `{name}` in this course."),
                "type `gradlings list` for the names",
            )
        })
    }
}

/// Locks the course for this program, and says whether another one has it. A folder that cannot be locked is nobody's.
fn announce(course: &Course) -> (Option<File>, bool) {
    let path = course.state_folder().join("open.lock");
    let options = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path);
    match options {
        Ok(file) => match file.try_lock() {
            Ok(()) => (Some(file), false),
            Err(TryLockError::WouldBlock) => (None, true),
            Err(TryLockError::Error(_)) => (None, false),
        },
        Err(_) => (None, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::outcome::Timings;

    const INFO: &str = r#"
        format = 1
        title = "A small course"
        [[chapters]]
        name = "01_a"
        title = "A"
        [[exercises]]
        name = "one"
        chapter = "01_a"
        teaches = "x"
        hints = ["first", "second"]
        [[exercises]]
        name = "two"
        chapter = "01_a"
        teaches = "y"
        [[exercises]]
        name = "three"
        chapter = "01_a"
        teaches = "z"
    "#;

    struct Small {
        folder: tempfile::TempDir,
    }

    impl Small {
        fn new() -> Small {
            let small = Small {
                folder: tempfile::tempdir().expect("a temporary folder"),
            };
            for name in ["one", "two", "three"] {
                let text = format!("//! Lesson {name}\nfn main() {{}}\n");
                small.write(&format!("exercises/01_a/{name}.rs"), &text);
                small.write(&format!("solutions/01_a/{name}.rs"), "// solved\n");
            }
            small
        }

        fn write(&self, path: &str, text: &str) {
            file::replace(&self.folder.path().join(path), text.as_bytes()).expect("written");
        }

        fn read(&self, path: &str) -> String {
            fs::read_to_string(self.folder.path().join(path)).expect("readable")
        }

        fn open(&self) -> (Session, Vec<String>) {
            let course = Course::parse(self.folder.path(), INFO).expect("sound");
            Session::open(Arc::new(course)).expect("opens")
        }

        fn session(&self) -> Session {
            self.open().0
        }
    }

    fn outcome(name: &str, verdict: Verdict) -> Outcome {
        Outcome {
            name: name.to_owned(),
            verdict,
            checks: Vec::new(),
            message: None,
            timings: Timings::default(),
            metrics: Vec::new(),
        }
    }

    #[test]
    fn the_session_goes_on_where_it_was_left_and_skips_what_is_done() {
        let small = Small::new();
        let mut session = small.session();
        assert_eq!(session.current().name, "one");
        session.select("two").expect("saved");
        drop(session);
        let mut session = small.session();
        assert_eq!(session.current().name, "two");
        for (name, next) in [
            ("two", Some("three")),
            ("three", Some("one")),
            ("one", None),
        ] {
            session
                .record(&outcome(name, Verdict::Passed))
                .expect("saved");
            assert_eq!(
                session.next_open().map(|exercise| exercise.name.as_str()),
                next
            );
            if let Some(next) = next {
                let fresh = Session::open(session.course().clone()).expect("opens").0;
                assert_eq!(fresh.current().name, next);
            }
        }
        assert_eq!(session.done_count(), 3);
    }

    #[test]
    fn every_verdict_leaves_a_done_and_an_open_exercise_as_it_should() {
        let table = [
            (Verdict::Passed, true, true),
            (Verdict::Failed, false, false),
            (Verdict::Todo, false, false),
            (Verdict::CompileError, false, false),
            (Verdict::Panicked, false, false),
            (Verdict::OutOfMemory, false, false),
            (Verdict::NoAnswer, false, false),
            (Verdict::TimedOut, true, false),
            (Verdict::Cancelled, true, false),
        ];
        for (verdict, done_before, open_before) in table {
            let small = Small::new();
            let mut session = small.session();
            session
                .record(&outcome("one", Verdict::Passed))
                .expect("saved");
            for (name, expected) in [("one", done_before), ("two", open_before)] {
                session.record(&outcome(name, verdict)).expect("saved");
                assert_eq!(session.is_done(name), expected, "{verdict:?} {name}");
            }
            assert!(session.solution("one").is_ok(), "{verdict:?}");
        }
    }

    #[test]
    fn hints_come_one_at_a_time_and_stay() {
        let small = Small::new();
        let mut session = small.session();
        let shown: Vec<_> = (0..3)
            .map(|_| session.show_hint("one").expect("saved"))
            .collect();
        assert_eq!(shown, [1, 2, 2]);
        session
            .record(&outcome("one", Verdict::Passed))
            .expect("saved");
        session.reset("one").expect("reset");
        assert_eq!(small.session().hints_shown("one"), 2);
        assert_eq!(session.show_hint("two"), Ok(0));
    }

    #[test]
    fn a_reset_keeps_every_text_and_puts_the_original_back() {
        let small = Small::new();
        let path = "exercises/01_a/one.rs";
        let original = small.read(path);
        let mut session = small.session();
        for number in 1..=2 {
            let mine = format!("mine {number}");
            small.write(path, &mine);
            // Opening the course again must not take the edited file for the original.
            session = Session::open(session.course().clone()).expect("opens").0;
            let copy = session.reset("one").expect("reset");
            assert!(copy.ends_with(format!(".gradlings/copies/one-{number}.rs")));
            assert_eq!(fs::read_to_string(copy).expect("kept"), mine);
            assert_eq!(small.read(path), original);
        }
        fs::remove_file(small.folder.path().join(path)).expect("removed");
        let answer = session.reset("one").expect("reset");
        assert!(answer.ends_with("one.rs"), "nothing to keep: {answer:?}");
        assert_eq!(small.read(path), original);
        assert_eq!(session.reset("one").expect("reset"), answer, "unchanged");
    }

    #[test]
    fn a_reset_opens_the_exercise_again() {
        let small = Small::new();
        let mut session = small.session();
        session
            .record(&outcome("one", Verdict::Passed))
            .expect("saved");
        session.reset("one").expect("reset");
        assert!(!small.session().is_done("one"));
    }

    #[test]
    fn the_solution_opens_only_after_passing() {
        let small = Small::new();
        let mut session = small.session();
        let problem = session.solution("one").expect_err("still open");
        assert!(problem.what.contains("once your own code has passed"));
        session
            .record(&outcome("one", Verdict::Passed))
            .expect("saved");
        assert_eq!(
            small.session().solution("one").expect("open"),
            "// solved\n"
        );
    }

    #[test]
    fn a_second_runner_is_told_and_both_keep_their_progress() {
        let small = Small::new();
        let (mut first, notices) = small.open();
        assert_eq!(notices, [""; 0]);
        let (mut second, notices) = small.open();
        assert!(
            notices.concat().contains("Another gradlings"),
            "{notices:?}"
        );
        first
            .record(&outcome("one", Verdict::Passed))
            .expect("saved");
        second
            .record(&outcome("two", Verdict::Passed))
            .expect("saved");
        drop((first, second));
        let (session, notices) = small.open();
        assert!(session.is_done("one") && session.is_done("two"));
        assert_eq!(notices, [""; 0]);
    }

    #[test]
    fn a_lesson_that_was_deleted_from_the_file_is_taken_from_the_original() {
        let small = Small::new();
        let session = small.session();
        small.write("exercises/01_a/one.rs", "fn main() {}");
        assert_eq!(session.lesson("one").expect("readable"), "Lesson one\n");
    }
}
