//! The one table of the keys. What a key does, the help page and the key bar all come from it.

mod context;
mod table;

pub use context::Context;
pub use table::TABLE;

use crossterm::event::KeyCode;

use crate::runner::tui::action::Action;

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// The keys.
    pub keys: &'static [Key],
    /// How they are written.
    pub written: &'static str,
    /// What they do.
    pub action: Action,
    /// Where they do it.
    pub contexts: &'static [Context],
    /// How long it stays in the key bar when that gets short; 0 is never in it.
    pub weight: u8,
}

/// A key, with or without Ctrl. Shift is part of the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// With Ctrl.
    pub ctrl: bool,
}

const fn key(code: KeyCode) -> Key {
    Key { code, ctrl: false }
}

const fn letter(letter: char) -> Key {
    key(KeyCode::Char(letter))
}

const fn ctrl(letter: char) -> Key {
    Key {
        code: KeyCode::Char(letter),
        ctrl: true,
    }
}

/// The rows of a context.
pub fn rows(context: Context) -> impl Iterator<Item = &'static Binding> {
    TABLE
        .iter()
        .filter(move |binding| binding.contexts.contains(&context))
}

#[cfg(test)]
mod tests {
    use super::table::{EVERYWHERE, NOT_TYPING};
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for context in EVERYWHERE {
            let mut seen = Vec::new();
            for binding in rows(*context) {
                for key in binding.keys {
                    assert!(!seen.contains(key), "{key:?} twice in {context:?}");
                    seen.push(*key);
                }
            }
        }
    }

    #[test]
    fn q_quits_and_escape_goes_back_wherever_no_text_is_typed() {
        for context in NOT_TYPING {
            let press = |code| {
                let found = rows(*context).find(|binding| binding.keys.contains(&key(code)));
                found.map(|binding| binding.action)
            };
            assert_eq!(press(KeyCode::Char('q')), Some(Action::Quit));
            assert_eq!(press(KeyCode::Esc), Some(Action::Back));
        }
    }
}
