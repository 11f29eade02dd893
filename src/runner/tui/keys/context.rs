//! Where a key is pressed.

use crate::runner::tui::place::{Overlay, Screen};
use crate::runner::tui::state::State;
use crate::runner::words::screen::keymap as words;

/// What a key is pressed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// The exercise.
    Watch,
    /// The training.
    Training,
    /// The course map.
    Map,
    /// The line that narrows the course map or the glossary: letters go into it.
    Filter,
    /// The line of what is looked for in a pane: letters go into it.
    Search,
    /// A pane in which something was found; all other keys are those of its screen.
    Found,
    /// The solution.
    Solution,
    /// The check of all exercises.
    All,
    /// The attempts.
    Attempts,
    /// What is in use: letters go into a line.
    Trial,
    /// The glossary.
    Glossary,
    /// The question before a run, on top of a screen.
    Predict,
    /// The first page of all, on top of a screen.
    Welcome,
    /// The page of a chapter, on top of a screen.
    Page,
    /// Every action and exercise, on top of a screen: letters go into a line.
    Menu,
    /// The tracks, on top of a screen.
    Tracks,
    /// The hints, on top of a screen.
    Hints,
    /// The keys, on top of a screen.
    Help,
    /// A question.
    Confirm,
}

impl Context {
    /// The context that the state is in.
    pub fn of(state: &State) -> Context {
        match state.searched().map(|search| search.typing) {
            Some(true) => Context::Search,
            Some(false) => Context::Found,
            None => Context::beneath(state),
        }
    }

    /// The same with no search in it.
    pub fn beneath(state: &State) -> Context {
        match (state.overlay, state.screen) {
            (Some(Overlay::Confirm(_)), _) => Context::Confirm,
            (Some(Overlay::Help), _) => Context::Help,
            (Some(Overlay::Hints), _) => Context::Hints,
            (Some(Overlay::Predict), _) => Context::Predict,
            (Some(Overlay::Welcome), _) => Context::Welcome,
            (Some(Overlay::Page), _) => Context::Page,
            (Some(Overlay::Menu), _) => Context::Menu,
            (Some(Overlay::Tracks), _) => Context::Tracks,
            (None, Screen::Map) if state.map.typing => Context::Filter,
            (None, Screen::Glossary) if state.glossary.as_ref().is_some_and(|it| it.typing) => {
                Context::Filter
            }
            (None, screen) => Context::under(screen),
        }
    }

    /// The context of a screen with nothing on top of it.
    pub fn under(screen: Screen) -> Context {
        match screen {
            Screen::Watch => Context::Watch,
            Screen::Training => Context::Training,
            Screen::Map => Context::Map,
            Screen::Solution => Context::Solution,
            Screen::All => Context::All,
            Screen::Attempts => Context::Attempts,
            Screen::Trial => Context::Trial,
            Screen::Glossary => Context::Glossary,
        }
    }

    /// Whether a letter is a letter there.
    pub fn is_typing(self) -> bool {
        matches!(
            self,
            Context::Filter | Context::Search | Context::Menu | Context::Trial
        )
    }

    /// What that is called.
    pub fn whereabouts(self) -> &'static str {
        match self {
            Context::Watch => words::exercise(),
            Context::Training => words::training(),
            Context::Map => words::list(),
            Context::Filter => words::line(),
            Context::Search => words::search(),
            Context::Found => words::found(),
            Context::Solution => words::solution(),
            Context::All => words::check_of_all(),
            Context::Attempts => words::attempts(),
            Context::Trial => words::trial(),
            Context::Glossary => words::glossary(),
            Context::Predict => words::prediction(),
            Context::Welcome => words::welcome(),
            Context::Page => words::page(),
            Context::Menu => words::menu(),
            Context::Tracks => words::tracks(),
            Context::Hints => words::hints(),
            Context::Help => words::help(),
            Context::Confirm => words::question(),
        }
    }
}
