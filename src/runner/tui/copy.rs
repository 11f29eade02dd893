//! What goes to the clipboard: whatever a learner would want to paste into a question to somebody else.

use ratatui::text::Line;

use crate::runner::event::Level;
use crate::runner::tui::place::Screen;
use crate::runner::tui::state::State;
use crate::runner::tui::states;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::numbers;
use crate::runner::words::screen::notices as words;

/// As wide as a mail.
const WIDTH: usize = 90;

/// The text; `None` where there is nothing to copy.
pub fn text(state: &State) -> Option<String> {
    if state.screen == Screen::Solution {
        return state.solution.as_ref().map(|text| text.solution.clone());
    }
    let run = state.shown();
    let errors = run.counted().0;
    let body = if errors > 0 {
        let errors = run
            .messages
            .iter()
            .filter(|message| message.level == Level::Error);
        let errors: Vec<String> = errors
            .map(|message| wrap::clean(message.rendered.trim_end()))
            .collect();
        errors.join("\n\n")
    } else {
        // A mail has no colours: code stays between its backticks.
        let mut grey = state.clone();
        grey.theme.colour = false;
        let lines: Vec<String> = numbers::lines(&grey, WIDTH).iter().map(plain).collect();
        lines.join("\n")
    };
    let body = body.trim();
    if body.is_empty() {
        return None;
    }
    let exercise = state.exercise()?;
    let outcome = run.outcome()?;
    Some(format!(
        "{}: {}\n\n{body}\n",
        exercise.path(),
        states::verdict(outcome, errors)
    ))
}

/// What is copied is called this.
pub fn what(state: &State) -> &'static str {
    if state.screen == Screen::Solution {
        words::solution()
    } else if state.shown().counted().0 > 0 {
        words::compiler()
    } else {
        words::diagnosis()
    }
}

fn plain(line: &Line<'_>) -> String {
    line.to_string().trim_end().to_owned()
}
