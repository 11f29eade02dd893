//! How keys are written: in the settings, in the key bar and on the help page.

use crossterm::event::KeyCode;

use crate::runner::tui::keys::Key;

/// Keys with a name: as the settings have it, and as the screen has it.
const NAMED: &[(&str, &str, KeyCode)] = &[
    ("space", "Space", KeyCode::Char(' ')),
    ("enter", "Enter", KeyCode::Enter),
    ("esc", "Esc", KeyCode::Esc),
    ("tab", "Tab", KeyCode::Tab),
    ("shift-tab", "Shift-Tab", KeyCode::BackTab),
    ("backspace", "Backspace", KeyCode::Backspace),
    ("delete", "Del", KeyCode::Delete),
    ("insert", "Ins", KeyCode::Insert),
    ("up", "Up", KeyCode::Up),
    ("down", "Down", KeyCode::Down),
    ("left", "Left", KeyCode::Left),
    ("right", "Right", KeyCode::Right),
    ("home", "Home", KeyCode::Home),
    ("end", "End", KeyCode::End),
    ("page-up", "PgUp", KeyCode::PageUp),
    ("page-down", "PgDn", KeyCode::PageDown),
];

/// Reads a key as the settings have it: `q`, `Q`, `ctrl-q`, `space`, `page-down`, `f5`. `None` where there is no such key.
pub fn parse(text: &str) -> Option<Key> {
    let lower = text.to_lowercase();
    if let Some(rest) = lower.strip_prefix("ctrl-") {
        let mut letters = rest.chars();
        let letter = letters
            .next()
            .filter(|letter| letter.is_ascii_lowercase())?;
        let code = KeyCode::Char(letter);
        return letters.next().is_none().then_some(Key { code, ctrl: true });
    }
    let code = NAMED
        .iter()
        .find(|(name, _, _)| *name == lower)
        .map(|(_, _, code)| *code);
    let function = || {
        let number: u8 = lower.strip_prefix('f')?.parse().ok()?;
        (1..=12).contains(&number).then_some(KeyCode::F(number))
    };
    let letter = || {
        let mut letters = text.chars();
        let letter = letters.next().filter(|letter| !letter.is_control())?;
        letters.next().is_none().then_some(KeyCode::Char(letter))
    };
    let code = code.or_else(function).or_else(letter)?;
    Some(Key { code, ctrl: false })
}

/// The key as the screen has it.
pub fn written(key: Key) -> String {
    let named = NAMED.iter().find(|(_, _, code)| *code == key.code);
    match (key.code, named) {
        (KeyCode::Char(letter), _) if key.ctrl => format!("Ctrl-{}", letter.to_ascii_uppercase()),
        (_, Some((_, name, _))) => (*name).to_owned(),
        (KeyCode::Char(letter), None) => letter.to_string(),
        (KeyCode::F(number), None) => format!("F{number}"),
        (other, None) => format!("{other:?}"),
    }
}

/// The key as the settings have it: what `parse` reads.
pub fn setting(key: Key) -> String {
    let named = NAMED.iter().find(|(_, _, code)| *code == key.code);
    match (key.code, named) {
        (KeyCode::Char(letter), _) if key.ctrl => format!("ctrl-{letter}"),
        (_, Some((name, _, _))) => (*name).to_owned(),
        _ => written(key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::tui::keys::TABLE;

    #[test]
    fn every_key_of_the_table_can_be_written_and_read_again() {
        for binding in TABLE {
            assert_eq!(written(binding.keys[0]), binding.written);
            for key in binding.keys {
                assert_eq!(parse(&setting(*key)), Some(*key), "{}", setting(*key));
            }
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in [
            "", "qq", "ctrl-", "ctrl-ab", "ctrl-1", "f0", "f13", "hyper-q", "\n",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
        assert_eq!(parse("F5").map(written), Some("F5".to_owned()));
        assert_eq!(parse("é").map(written), Some("é".to_owned()));
        assert_eq!(parse("f").map(written), Some("f".to_owned()));
    }
}
