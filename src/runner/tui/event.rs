//! Everything that can happen to the screen, as one closed type on one channel.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use crossterm::event::{KeyEvent, MouseEvent};

use crate::runner::attempts::Attempt;
use crate::runner::event::CheckEvent;
use crate::runner::problem::Problem;
use crate::runner::session::{Practice, PredictionState, Reset, Restored};

/// Which run an event belongs to. Events of a run that was replaced are ignored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RunId(pub u64);

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse did something. Only told where it was asked for.
    Mouse(MouseEvent),
    /// The terminal has another size: columns, rows.
    Resize(u16, u16),
    /// How long the program has been running. Sent only while something runs, so that being idle costs nothing.
    Clock(Duration),
    /// A file of the course was saved.
    Saved {
        /// Which one.
        path: PathBuf,
        /// What is in it, where that can be read.
        text: Option<Vec<u8>>,
    },
    /// Something happened in a check.
    Check {
        /// The run it belongs to.
        run: RunId,
        /// What happened.
        event: CheckEvent,
    },
    /// Something happened to what is in use.
    Trial {
        /// The run it belongs to.
        run: RunId,
        /// What happened.
        event: TrialEvent,
    },
    /// The facts of the session changed.
    Session(Snapshot),
    /// The lesson of an exercise was read.
    Lesson {
        /// The exercise.
        name: String,
        /// Markdown.
        text: String,
    },
    /// The pages of the chapters were read, by the names of the chapters. Markdown.
    Pages(BTreeMap<String, String>),
    /// The solution of an exercise was read, together with the learner's text.
    Solution {
        /// The exercise.
        name: String,
        /// The text of the solution.
        solution: String,
        /// The learner's text.
        yours: String,
    },
    /// An exercise was put back to its original.
    WasReset {
        /// The exercise.
        name: String,
        /// What became of what was there.
        reset: Reset,
    },
    /// The attempts at an exercise were read.
    Attempts {
        /// The exercise.
        name: String,
        /// The oldest first.
        attempts: Vec<Attempt>,
        /// The learner's text as it is.
        text: String,
        /// When that was.
        now: SystemTime,
    },
    /// The text of an attempt was put into the learner's file.
    Restored {
        /// The exercise.
        name: String,
        /// The number of the attempt.
        number: u32,
        /// What became of the text that was there.
        restored: Restored,
    },
    /// A check has ended, and the text that it judged is an attempt now.
    Kept {
        /// The exercise.
        name: String,
    },
    /// Something to tell that is no failure.
    Told(String),
    /// An effect could not be carried out: a sentence, and what to do about it.
    Failed(String),
    /// The terminal has to be painted anew: the editor was here, or the program was stopped and continued.
    Repaint,
    /// The shell wants the program to stop, as it does for Ctrl-Z.
    Suspend,
    /// The program was stopped and goes on.
    Resumed,
    /// The operating system or the terminal wants the program to end.
    Terminate,
}

/// What happens to a program that somebody uses.
#[derive(Clone, Debug, PartialEq)]
pub enum TrialEvent {
    /// It does not begin, because of the files.
    NoFiles(Problem),
    /// Something of it, or of the check that it needs first, whose verdict is among these.
    Check(Box<CheckEvent>),
    /// The end.
    Over(Ending),
}

/// How using a program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It did what it wanted to.
    Done,
    /// The exercise offers nothing to use.
    Nothing,
    /// The text as it is does not pass, so it was not run.
    NotPassing,
    /// It did not come to its end, and why.
    Failed(String),
}

/// What the session knows, copied out of it so that the screen needs no access to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// The name of the exercise being worked on.
    pub current: String,
    /// The exercises that pass.
    pub done: HashSet<String>,
    /// The exercise that `n` goes to.
    pub next: Option<String>,
    /// The track that is followed; none for the whole course.
    pub track: Option<String>,
    /// The chapters in which something was begun.
    pub begun: HashSet<String>,
    /// Hints shown, by exercise.
    pub hints: HashMap<String, usize>,
    /// The hints of the current exercise that were opened, by their numbers from 0, where that is not the order of the course.
    pub opened: Vec<usize>,
    /// How long somebody was at each exercise, and how often they tried.
    pub practice: HashMap<String, Practice>,
    /// Whether the solution of the current exercise may be read.
    pub solution: bool,
    /// Whether there are attempts at the current exercise.
    pub attempts: bool,
    /// Whether the first page is still to be seen.
    pub new: bool,
    /// How far the question of the current exercise is, where it has one.
    pub asked: Option<PredictionState>,
}
