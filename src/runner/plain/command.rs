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
    /// What can be typed.
    Help,
    /// The end.
    Quit,
}

/// Every command with its letter and what it does; the help is made from it.
const COMMANDS: [(Command, &str, &str); 8] = [
    (Command::Next, "n", "next"),
    (Command::Hint, "h", "hint"),
    (Command::List, "l", "list"),
    (Command::Run, "r", "run again"),
    (Command::Reset, "x", "reset"),
    (Command::Solution, "s", "solution"),
    (Command::Help, "?", "help"),
    (Command::Quit, "q", "quit"),
];

impl Command {
    /// The command of a typed line: the letter or the word.
    pub fn of(line: &str) -> Option<Command> {
        let line = line.trim();
        let found = COMMANDS.iter().find(|(_, letter, word)| {
            line.eq_ignore_ascii_case(letter) || line.eq_ignore_ascii_case(word)
        });
        found.map(|(command, ..)| *command)
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
        assert_eq!(Command::of("nonsense"), None);
    }
}
