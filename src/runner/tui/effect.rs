//! What `update` asks the shell to do. Only the shell touches the world.

use crate::runner::outcome::Outcome;
use crate::runner::session::Practice;
use crate::runner::tui::event::RunId;

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Start a check; the one that runs, if any, is cancelled first.
    Check {
        /// The number that its events carry.
        run: RunId,
        /// The exercise.
        exercise: String,
        /// Whether an earlier outcome will do, if nothing that it follows from has changed since.
        remembered: bool,
    },
    /// Stop the check that runs, or what is in use.
    Cancel,
    /// Let the learner use what they have built; a check that runs is cancelled first, and where it is not known that the text as
    /// it is passes, that is checked.
    Try {
        /// The number that its events carry.
        run: RunId,
        /// The exercise.
        exercise: String,
        /// The files, as they were typed.
        files: String,
    },
    /// Give this line to what is in use; `None` is the end of the lines.
    Line(Option<String>),
    /// Make an exercise the current one.
    Select(String),
    /// Read the lesson of an exercise.
    Lesson(String),
    /// Read the pages of the chapters.
    Pages,
    /// Go along a track from now on, by its name.
    Follow(String),
    /// The first page was shown.
    Welcomed,
    /// Show one more hint.
    Hint {
        /// The exercise.
        exercise: String,
        /// The check that it is to help with, where one fails.
        check: Option<String>,
    },
    /// Keep what came of a check.
    Record(Outcome),
    /// Put an exercise back to its original; the learner's text is kept.
    Reset(String),
    /// Read the attempts at an exercise, and the learner's text.
    Attempts(String),
    /// Put the text of an attempt into the learner's file; the text that is there is kept.
    Restore {
        /// The exercise.
        name: String,
        /// The number of the attempt.
        number: u32,
    },
    /// Keep what the learner expects of the next run.
    Predict {
        /// The exercise.
        name: String,
        /// The choice, counted from 0.
        choice: usize,
    },
    /// Read the solution and the learner's text.
    Solution(String),
    /// Open the learner's file in the editor.
    Edit {
        /// The exercise.
        exercise: String,
        /// The line of the first complaint.
        line: Option<usize>,
    },
    /// Put a text on the clipboard.
    Copy(String),
    /// Call a person back who may have looked away: what they waited for has ended.
    Notify(String),
    /// Listen to the mouse, or no longer.
    Mouse(bool),
    /// Keep how long somebody was at an exercise, and how often they tried.
    Practice {
        /// The exercise.
        exercise: String,
        /// What is to be added.
        practice: Practice,
    },
    /// Stop the program as Ctrl-Z does elsewhere, and continue when the shell says so.
    Suspend,
    /// Paint everything anew.
    Repaint,
    /// Take the terminal anew: whoever had it meanwhile may have changed it.
    Retake,
    /// End the program.
    Quit,
}
