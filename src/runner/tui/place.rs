//! The places on the screen: which screen is shown, what lies on top of it, and which pane is looked at.

/// What fills the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The exercise: lesson, checks, numbers.
    #[default]
    Watch,
    /// Curves, gauges and pictures of a training.
    Training,
    /// The course map.
    Map,
    /// The solution, and what differs from it.
    Solution,
    /// Every exercise checked in turn.
    All,
    /// The attempts at the exercise.
    Attempts,
    /// What was built, in use.
    Trial,
    /// The terms of the course.
    Glossary,
}

/// What lies on top of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The keys.
    Help,
    /// The hints that were opened.
    Hints,
    /// The question before a run.
    Predict,
    /// The first page of all.
    Welcome,
    /// The page of a chapter.
    Page,
    /// Every action and exercise.
    Menu,
    /// The tracks to choose from.
    Tracks,
    /// A question that `y` answers.
    Confirm(Question),
}

/// A question before something that cannot be taken back with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Put the file back to its original?
    Reset,
    /// End the program although something runs?
    Quit,
    /// Put the text of the attempt with this number into the file?
    Restore(u32),
}

/// A pane of text that scrolls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pane {
    /// The comment at the top of the exercise.
    Lesson,
    /// One line per check.
    Checks,
    /// The diagnosis and the numbers under it.
    Numbers,
    /// What rustc said.
    Compiler,
    /// What the program printed.
    Output,
    /// The text of the solution.
    Solution,
    /// What differs between the solution and the learner's text.
    Difference,
    /// The keys.
    Help,
    /// The hints.
    Hints,
    /// The list of the course map; it follows its selection instead of scrolling.
    List,
    /// What is known of the selected exercise.
    Preview,
    /// The chapters.
    Chapters,
    /// What the selected exercise builds on, and what builds on it.
    Path,
    /// The list of the exercises being checked; it follows its selection.
    All,
    /// The list of the attempts; it follows its selection.
    Attempts,
    /// What has changed since an attempt.
    Changes,
    /// The curves of an attempt, over those of another one.
    Curves,
    /// The question before a run.
    Predict,
    /// The first page of all.
    Welcome,
    /// The page of a chapter.
    Page,
    /// Every action and exercise; it follows its selection.
    Menu,
    /// The tracks; it follows its selection.
    Tracks,
    /// What is said while something is in use.
    Talk,
    /// The terms; it follows its selection.
    Glossary,
}

/// The panes of the course map, in the order of their numbers.
pub const MAP_PANES: [Pane; 4] = [Pane::Chapters, Pane::List, Pane::Preview, Pane::Path];

/// The panes of the watch screen, in the order of their numbers.
pub const WATCH_PANES: [Pane; 5] = [
    Pane::Lesson,
    Pane::Checks,
    Pane::Numbers,
    Pane::Compiler,
    Pane::Output,
];

impl Pane {
    /// The number that selects the pane, where it has one.
    pub fn number(self) -> Option<usize> {
        match self {
            Pane::Solution | Pane::Attempts => Some(1),
            Pane::Difference | Pane::Changes => Some(2),
            Pane::Curves => Some(3),
            _ => WATCH_PANES
                .iter()
                .chain(&MAP_PANES)
                .position(|pane| *pane == self)
                .map(|at| at % WATCH_PANES.len() + 1),
        }
    }

    /// Whether the pane shows its last lines until somebody scrolls up.
    pub fn follows(self) -> bool {
        // The hint that was just opened is the last one.
        matches!(self, Pane::Output | Pane::Hints | Pane::Talk)
    }
}

/// How much room the terminal has, and so what gives way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// One status line.
    Tiny,
    /// One thing at a time, no borders.
    Small,
    /// One pane at a time.
    Tabs,
    /// Panes side by side.
    Full,
}

impl Room {
    /// The room of a terminal of this size.
    pub fn of(columns: u16, rows: u16) -> Room {
        if columns >= 100 && rows >= 28 {
            Room::Full
        } else if columns >= 60 && rows >= 18 {
            Room::Tabs
        } else if columns >= 40 && rows >= 12 {
            Room::Small
        } else {
            Room::Tiny
        }
    }
}
