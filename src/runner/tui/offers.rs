//! What the menu offers on a screen.

use crate::runner::tui::action::{Action, Look};
use crate::runner::tui::keys::Context;
use crate::runner::tui::map::number;
use crate::runner::tui::menu::{Does, Entry, Menu};
use crate::runner::tui::names;
use crate::runner::tui::place::Screen;
use crate::runner::tui::state::State;
use crate::runner::words::screen::menu as words;

/// What can be done from any screen, whichever it has keys for.
const ANYWHERE: &[Action] = &[
    Action::Next,
    Action::Edit,
    Action::Rerun,
    Action::Stop,
    Action::Hint,
    Action::Solution,
    Action::Use,
    Action::Training,
    Action::Predict,
    Action::Attempts,
    Action::Map,
    Action::Find,
    Action::CheckAll,
    Action::Reset,
    Action::Tracks,
    Action::Page,
    Action::Copy,
    Action::Mouse,
    Action::Help,
    Action::Quit,
];

/// Everything that can be done on the screen that is shown, and from any screen.
pub fn everything(state: &State) -> Menu {
    let own = state.keymap.rows(Context::under(state.screen));
    let mut actions: Vec<Action> = Vec::new();
    for action in own.map(|row| row.action).chain(ANYWHERE.iter().copied()) {
        if is_worth_a_line(action, state.screen) && !actions.contains(&action) {
            actions.push(action);
        }
    }
    let course = &state.course;
    let acts = actions.into_iter().map(|action| Entry {
        does: Does::Act(action),
        key: state.keymap.written(action).to_owned(),
        text: action.describes().replace('`', ""),
        more: names::name(action).unwrap_or_default().to_owned(),
    });
    let goes = course.exercises.iter().map(|exercise| Entry {
        does: Does::Go(exercise.name.clone()),
        key: number(course, exercise),
        text: words::go_to(&exercise.name),
        more: exercise.teaches.replace('`', ""),
    });
    let mut menu = Menu {
        entries: acts.chain(goes).collect(),
        ..Menu::default()
    };
    menu.find();
    menu
}

/// Whether somebody would look for it by its name. What only moves, types or answers has to be where that is done; and a
/// screen does not lead to itself.
fn is_worth_a_line(action: Action, screen: Screen) -> bool {
    let leads_to = match action {
        Action::Map => Some(Screen::Map),
        Action::CheckAll => Some(Screen::All),
        Action::Solution => Some(Screen::Solution),
        Action::Attempts => Some(Screen::Attempts),
        Action::Training => Some(Screen::Training),
        _ => None,
    };
    let is_for_typing = matches!(
        action,
        Action::Menu
            | Action::Back
            | Action::Erase
            | Action::EraseLine
            | Action::Pane(_)
            | Action::Look(Look::View(_))
    );
    leads_to != Some(screen) && !is_for_typing && !action.scrolls()
}
