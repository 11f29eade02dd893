//! The commands of plain mode: a letter or a word and Enter, the same letters as on the screen.

/// One command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The next open exercise.
    Next,
    /// One more hint.
    Hint,
    /// The lesson.
    Lesson,
    /// The exercises.
    List,
    /// Exercises by name or topic.
    Find,
    /// What is known of an exercise.
    About,
    /// The page of the chapter.
    Page,
    /// The tracks, or along the one with this name.
    Track,
    /// To an exercise.
    Go,
    /// Check again.
    Run,
    /// Stop the check that runs.
    Stop,
    /// Check every exercise.
    CheckAll,
    /// Where to edit.
    Edit,
    /// Put the original back.
    Reset,
    /// The solution, once passed.
    Solution,
    /// What differs from the solution, once passed.
    Difference,
    /// The attempts, or how the one with this number differs from the text as it is.
    Attempts,
    /// Put the text of an attempt back.
    Restore,
    /// The question before a run, or the choice with this number.
    Predict,
    /// What can be typed.
    Help,
    /// The end.
    Quit,
}

/// A command: its letter, its word, whether something may stand behind it, and what it does.
type Row = (Command, &'static str, &'static str, bool, &'static str);

/// Every command; the help is made from it.
const COMMANDS: [Row; 21] = [
    (Command::Next, "n", "next", false, "the next open exercise"),
    (
        Command::Hint,
        "h",
        "hint",
        false,
        "one more hint, with those before it",
    ),
    (Command::Lesson, "o", "lesson", false, "the lesson"),
    (
        Command::List,
        "l",
        "list",
        false,
        "the exercises, with state, time and tries",
    ),
    (
        Command::Find,
        "/",
        "find",
        true,
        "exercises by name or topic, as in / tensor",
    ),
    (
        Command::About,
        "i",
        "about",
        true,
        "what an exercise is about, as in i mse",
    ),
    (
        Command::Page,
        "w",
        "why",
        false,
        "what this chapter is for: its page",
    ),
    (
        Command::Track,
        "t",
        "track",
        true,
        "the tracks, or along one of them, as in t first-steps",
    ),
    (Command::Go, "g", "go", true, "to an exercise, as in g mse"),
    (
        Command::Run,
        "r",
        "run again",
        false,
        "check without a save",
    ),
    (
        Command::Stop,
        "k",
        "stop",
        false,
        "stop the check that runs",
    ),
    (
        Command::CheckAll,
        "c",
        "check all",
        false,
        "check every exercise, one after the other",
    ),
    (
        Command::Edit,
        "e",
        "edit",
        false,
        "where to edit; opens an editor that has a window of its own",
    ),
    (
        Command::Reset,
        "x",
        "reset",
        false,
        "the original text; yours is kept as a copy",
    ),
    (
        Command::Solution,
        "s",
        "solution",
        false,
        "the solution, once yours has passed",
    ),
    (
        Command::Difference,
        "d",
        "difference",
        false,
        "how yours differs from it",
    ),
    (
        Command::Attempts,
        "a",
        "attempts",
        true,
        "what you had checked; with a number, what has changed since",
    ),
    (
        Command::Restore,
        "b",
        "restore",
        true,
        "the text of an attempt again, as in b 3",
    ),
    (
        Command::Predict,
        "p",
        "predict",
        true,
        "the question before a run, or a choice, as in p 2",
    ),
    (Command::Help, "?", "help", false, "these commands"),
    (Command::Quit, "q", "quit", false, "the end"),
];

impl Command {
    /// The command of a typed line, the letter or the word, and what stands behind it.
    pub fn of(line: &str) -> Option<(Command, &str)> {
        let line = line.trim();
        COMMANDS
            .iter()
            .find_map(|(command, letter, word, more, _)| {
                let behind = after(line, letter).or_else(|| after(line, word))?;
                // `/tensor` is written without a blank, as on the screen.
                (behind.is_empty() || *more).then_some((*command, behind))
            })
    }

    /// What can be typed, in one line.
    pub fn help() -> String {
        let commands = COMMANDS.map(|(_, letter, word, ..)| format!("{letter} {word}"));
        format!("Type a letter and Enter: {}.", commands.join(", "))
    }

    /// What can be typed and what it does, a line each.
    pub fn explained() -> Vec<String> {
        let mut lines = vec!["Type a letter or a word, and Enter:".to_owned()];
        lines.extend(
            COMMANDS.map(|(_, letter, word, _, does)| format!("{letter}, or {word}: {does}.")),
        );
        lines
    }
}

/// What stands behind a name at the beginning of a line.
fn after<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    let (start, behind) = line.split_at_checked(name.len())?;
    let ends = name == "/" || behind.is_empty() || behind.starts_with(char::is_whitespace);
    (start.eq_ignore_ascii_case(name) && ends).then(|| behind.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_the_help_is_understood() {
        for (command, letter, word, ..) in COMMANDS {
            for typed in [
                letter.to_owned(),
                format!(" {word}\r\n"),
                letter.to_uppercase(),
            ] {
                assert_eq!(Command::of(&typed), Some((command, "")), "{typed:?}");
            }
            assert!(Command::help().contains(&format!("{letter} {word}")));
        }
    }

    #[test]
    fn something_may_stand_behind_some_of_them() {
        let table = [
            ("g mse", Some((Command::Go, "mse"))),
            ("go  mse ", Some((Command::Go, "mse"))),
            ("/tensor", Some((Command::Find, "tensor"))),
            ("find the mean", Some((Command::Find, "the mean"))),
            ("gmse", None),
            ("next one", None),
            ("n mse", None),
            ("é", None),
        ];
        for (typed, expected) in table {
            assert_eq!(Command::of(typed), expected, "{typed}");
        }
    }
}
