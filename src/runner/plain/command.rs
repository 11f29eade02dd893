//! The commands of plain mode: one letter and Enter, the same letters as on the screen.

/// One command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The next open exercise.
    Next,
    /// One more hint.
    Hint,
    /// The exercises.
    List,
    /// Check again.
    Run,
    /// Put the original back.
    Reset,
    /// The solution, once passed.
    Solution,
    /// The attempts, or how the one with this number differs from the text as it is.
    Attempts(Option<u32>),
    /// Put the text of an attempt back.
    Restore(Option<u32>),
    /// The question before a run, or the choice with this number.
    Predict(Option<u32>),
    /// What can be typed.
    Help,
    /// The end.
    Quit,
}

/// Every command with its letter and what it does; the help is made from it.
const COMMANDS: [(Command, &str, &str); 11] = [
    (Command::Next, "n", "next"),
    (Command::Hint, "h", "hint"),
    (Command::List, "l", "list"),
    (Command::Run, "r", "run again"),
    (Command::Reset, "x", "reset"),
    (Command::Solution, "s", "solution"),
    (Command::Attempts(None), "a", "attempts"),
    (Command::Restore(None), "b", "restore"),
    (Command::Predict(None), "p", "predict"),
    (Command::Help, "?", "help"),
    (Command::Quit, "q", "quit"),
];

impl Command {
    /// The command of a typed line: the letter or the word, and behind some of them a number.
    pub fn of(line: &str) -> Option<Command> {
        let named = |typed: &str| {
            let typed = typed.trim();
            let found = COMMANDS.iter().find(|(_, letter, word)| {
                typed.eq_ignore_ascii_case(letter) || typed.eq_ignore_ascii_case(word)
            });
            found.map(|(command, ..)| *command)
        };
        let line = line.trim();
        if let Some(command) = named(line) {
            return Some(command);
        }
        let (before, last) = line.rsplit_once(char::is_whitespace)?;
        let number = Some(last.parse().ok()?);
        match named(before)? {
            Command::Attempts(_) => Some(Command::Attempts(number)),
            Command::Restore(_) => Some(Command::Restore(number)),
            Command::Predict(_) => Some(Command::Predict(number)),
            _ => None,
        }
    }

    /// What can be typed, in one line.
    pub fn help() -> String {
        let commands = COMMANDS.map(|(_, letter, word)| format!("{letter} {word}"));
        format!("Type a letter and Enter: {}.", commands.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_the_help_is_understood() {
        for (command, letter, word) in COMMANDS {
            for typed in [
                letter.to_owned(),
                format!(" {word}\r\n"),
                letter.to_uppercase(),
            ] {
                assert_eq!(Command::of(&typed), Some(command), "{typed:?}");
            }
            assert!(Command::help().contains(&format!("{letter} {word}")));
        }
        let table = [
            ("a 3", Some(Command::Attempts(Some(3)))),
            ("Restore 12", Some(Command::Restore(Some(12)))),
            ("p 1", Some(Command::Predict(Some(1)))),
            ("a three", None),
            ("a 1 2", None),
            ("q 1", None),
            ("nonsense", None),
            ("", None),
        ];
        for (typed, expected) in table {
            assert_eq!(Command::of(typed), expected, "{typed}");
        }
    }
}
