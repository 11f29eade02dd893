//! The menu of all actions and exercises.

use crossterm::event::KeyCode;
use gradlings::runner::tui::action::{Action, Look};
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::keys::TABLE;
use gradlings::runner::tui::menu::Does;
use gradlings::runner::tui::place::{Overlay, Screen};
use gradlings::runner::tui::state::State;

use crate::scenes::*;

/// These states, each with a name.
pub const MENUS: &[Scene] = &[
    ("menu", menu),
    ("menu_found", |columns, rows| typed(columns, rows, "sol")),
    ("menu_nothing", |columns, rows| typed(columns, rows, "qqq")),
];

/// The menu, right after it was opened.
pub fn menu(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    letter(&mut state, ':');
    state
}

fn typed(columns: u16, rows: u16, text: &str) -> State {
    let mut state = menu(columns, rows);
    types(&mut state, text);
    state
}

fn types(state: &mut State, text: &str) {
    text.chars().for_each(|it| drop(letter(state, it)));
}

#[test]
fn a_part_of_a_name_and_enter_do_it_and_escape_leaves() {
    let mut state = failed(120, 40);
    letter(&mut state, ':');
    shows(
        &state,
        &["Actions and exercises", "h         open the next hint"],
    );
    types(&mut state, "goconv");
    shows(&state, &[":goconv_", "7.1       go to conv2d", "2 matches"]);
    let effects = press(&mut state, KeyCode::Enter);
    assert_eq!(effects[0], Effect::Select("conv2d".to_owned()));
    assert_eq!((state.screen, state.overlay), (Screen::Watch, None));
    for (text, screen) in [("check-all", Screen::All), ("list of", Screen::Map)] {
        let mut state = failed(80, 24);
        letter(&mut state, ':');
        types(&mut state, text);
        press(&mut state, KeyCode::Enter);
        assert_eq!((state.screen, state.overlay), (screen, None), "{text}");
    }
    let mut state = failed(120, 40);
    letter(&mut state, ':');
    types(&mut state, "q");
    press(&mut state, KeyCode::Esc);
    assert_eq!(state.overlay, None);
    shows(&state, &["1 of 3 checks fails"]);
}

#[test]
fn what_cannot_be_done_now_says_why_and_the_menu_stays() {
    let mut state = failed(120, 40);
    letter(&mut state, ':');
    types(&mut state, "solution");
    press(&mut state, KeyCode::Enter);
    assert_eq!(state.overlay, Some(Overlay::Menu));
    shows(
        &state,
        &["shows the solution once this exercise has passed"],
    );
    types(&mut state, "zzz");
    shows(&state, &["No action and no exercise matches."]);
    press(&mut state, KeyCode::Enter);
    assert_eq!(state.overlay, Some(Overlay::Menu));
}

#[test]
fn every_action_of_a_screen_is_in_its_menu() {
    for (make, screen) in [
        (failed as fn(u16, u16) -> State, Screen::Watch),
        (trained, Screen::Training),
        (map, Screen::Map),
        (solution, Screen::Solution),
        (all, Screen::All),
        (attempts, Screen::Attempts),
    ] {
        let mut state = make(120, 40);
        let context = gradlings::runner::tui::keys::Context::under(state.screen);
        assert_eq!(state.screen, screen);
        letter(&mut state, ':');
        let listed = |action: Action| {
            let mut entries = state.menu.entries.iter();
            entries.any(|entry| entry.does == Does::Act(action))
        };
        for row in TABLE.iter().filter(|row| row.contexts.contains(&context)) {
            let is_by_number = matches!(row.action, Action::Pane(_) | Action::Look(Look::View(_)));
            let is_elsewhere = matches!(row.action, Action::Menu | Action::Back);
            if row.action.scrolls() || is_by_number || is_elsewhere {
                continue;
            }
            assert!(listed(row.action), "{:?} on {screen:?}", row.action);
        }
        assert!(listed(Action::Hint) && listed(Action::Tracks) && listed(Action::Quit));
    }
}
