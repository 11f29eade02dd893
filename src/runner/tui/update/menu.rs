//! The menu of all actions and exercises: opening it, and what is typed into it.

use crate::runner::tui::action::Action;
use crate::runner::tui::offers;
use crate::runner::tui::place::Overlay;
use crate::runner::tui::state::State;

/// Carries out an action of the menu.
pub fn act(state: &mut State, action: Action) {
    match action {
        Action::Menu => {
            state.menu = offers::everything(state);
            state.overlay = Some(Overlay::Menu);
        }
        Action::Erase => {
            state.menu.text.pop();
            state.menu.find();
        }
        Action::EraseLine => {
            state.menu.text.clear();
            state.menu.find();
        }
        _ => {}
    }
}
