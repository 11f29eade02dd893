//! Keys from the bytes of a terminal: those few that were typed while it was being asked. Afterwards `crossterm` reads them, and
//! these are the keys as it would have read them.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The keys in these bytes.
pub fn keys(bytes: &[u8]) -> Vec<KeyEvent> {
    let text = String::from_utf8_lossy(bytes);
    let mut rest = &*text;
    let mut keys = Vec::new();
    while !rest.is_empty() {
        let (key, after) = first(rest);
        keys.extend(key);
        rest = after;
    }
    keys
}

/// The first key, where it is known, and what comes after it.
fn first(text: &str) -> (Option<KeyEvent>, &str) {
    if let Some(sequence) = text.strip_prefix("\x1b[") {
        let is_end = |letter: char| !(' '..='?').contains(&letter);
        let Some(at) = sequence.find(is_end) else {
            return (None, "");
        };
        let after = sequence.split_at(at).1;
        let letter = after.chars().next().unwrap_or_default();
        return (
            special(&sequence[..at], letter),
            &after[letter.len_utf8()..],
        );
    }
    if let Some(function) = text.strip_prefix("\x1bO")
        && let Some(letter) = function.chars().next()
    {
        let key = special("", letter);
        return (key, &function[letter.len_utf8()..]);
    }
    let mut letters = text.chars();
    let Some(letter) = letters.next() else {
        return (None, "");
    };
    let after = letters.as_str();
    if letter == '\x1b'
        && let Some(next) = after.chars().next().filter(|next| *next != '\x1b')
    {
        let mut key = plain(next);
        key.modifiers |= KeyModifiers::ALT;
        return (Some(key), &after[next.len_utf8()..]);
    }
    (Some(plain(letter)), after)
}

/// A key that is one letter.
fn plain(letter: char) -> KeyEvent {
    let code = match letter {
        '\x1b' => KeyCode::Esc,
        '\r' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        '\x7f' => KeyCode::Backspace,
        '\0' => return KeyEvent::new(KeyCode::Char(' '), KeyModifiers::CONTROL),
        '\x01'..='\x1a' => {
            // The letters of the alphabet, from Ctrl-A.
            let letter = char::from(letter as u8 - 1 + b'a');
            return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
        }
        '\x1c'..='\x1f' => {
            let digit = char::from(letter as u8 - 0x1c + b'4');
            return KeyEvent::new(KeyCode::Char(digit), KeyModifiers::CONTROL);
        }
        letter if letter.is_uppercase() => {
            return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::SHIFT);
        }
        letter => KeyCode::Char(letter),
    };
    code.into()
}

/// A key that is a sequence: its numbers and its last letter.
fn special(numbers: &str, letter: char) -> Option<KeyEvent> {
    let mut numbers = numbers.split(';').map(|it| it.parse::<u8>().ok());
    let number = numbers.next().flatten();
    let code = match (letter, number) {
        ('A', _) => KeyCode::Up,
        ('B', _) => KeyCode::Down,
        ('C', _) => KeyCode::Right,
        ('D', _) => KeyCode::Left,
        ('H', _) | ('~', Some(1 | 7)) => KeyCode::Home,
        ('F', _) | ('~', Some(4 | 8)) => KeyCode::End,
        ('~', Some(2)) => KeyCode::Insert,
        ('~', Some(3)) => KeyCode::Delete,
        ('~', Some(5)) => KeyCode::PageUp,
        ('~', Some(6)) => KeyCode::PageDown,
        ('~', Some(number @ 11..=15)) => KeyCode::F(number - 10),
        ('~', Some(number @ 17..=21)) => KeyCode::F(number - 11),
        ('~', Some(number @ 23..=24)) => KeyCode::F(number - 12),
        ('P'..='S', _) => KeyCode::F(1 + letter as u8 - b'P'),
        ('Z', _) => return Some(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT)),
        _ => return None,
    };
    let held = numbers.next().flatten().unwrap_or(1).saturating_sub(1);
    let mut modifiers = KeyModifiers::empty();
    for (bit, modifier) in [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
    ] {
        modifiers.set(modifier, held & bit != 0);
    }
    Some(KeyEvent::new(code, modifiers))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_what_crossterm_makes_of_them() {
        let (none, ctrl) = (KeyModifiers::empty(), KeyModifiers::CONTROL);
        let table = [
            ("n", KeyCode::Char('n'), none),
            ("?", KeyCode::Char('?'), none),
            ("é", KeyCode::Char('é'), none),
            ("G", KeyCode::Char('G'), KeyModifiers::SHIFT),
            ("\r", KeyCode::Enter, none),
            ("\t", KeyCode::Tab, none),
            ("\x7f", KeyCode::Backspace, none),
            ("\x1b", KeyCode::Esc, none),
            ("\x03", KeyCode::Char('c'), ctrl),
            ("\x1bx", KeyCode::Char('x'), KeyModifiers::ALT),
            ("\x1b[A", KeyCode::Up, none),
            ("\x1bOD", KeyCode::Left, none),
            ("\x1b[1;5C", KeyCode::Right, ctrl),
            ("\x1b[5~", KeyCode::PageUp, none),
            ("\x1b[Z", KeyCode::BackTab, KeyModifiers::SHIFT),
            ("\x1bOP", KeyCode::F(1), none),
            ("\x1b[15~", KeyCode::F(5), none),
            ("\x1b[24~", KeyCode::F(12), none),
        ];
        let mut all = String::new();
        let mut expected = Vec::new();
        for (bytes, code, modifiers) in table {
            let key = KeyEvent::new(code, modifiers);
            assert_eq!(keys(bytes.as_bytes()), [key], "{bytes:?}");
            // Escape and another key would be that key with Alt.
            if bytes != "\x1b" {
                all.push_str(bytes);
                expected.push(key);
            }
        }
        assert_eq!(keys(all.as_bytes()), expected);
    }

    #[test]
    fn no_bytes_at_all_make_it_panic() {
        for bytes in [
            &b"\x1b["[..],
            b"\x1b[999;999~",
            b"\xff\xfe",
            b"\x1bO",
            b"\x1b\x1b[",
            b"\x1b[\xc3\xa9",
        ] {
            keys(bytes);
        }
    }
}
