//! The commands of plain mode: a letter or a word and Enter, the same letters as on the screen.

use crate::runner::words::plain::commands as words;

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
    /// The terms, or what one of them means.
    Glossary,
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
    /// Use what was built, once passed, with the files behind it.
    Use,
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

/// A command: its letter, its word, whether something may stand behind it, and the sentence that says what it does.
type Row = (
    Command,
    &'static str,
    &'static str,
    bool,
    fn(&'static str, &'static str) -> String,
);

/// Every command; the help is made from it.
const COMMANDS: [Row; 23] = [
    (Command::Next, "n", "next", false, words::next),
    (Command::Hint, "h", "hint", false, words::hint),
    (Command::Lesson, "o", "lesson", false, words::lesson),
    (Command::List, "l", "list", false, words::list),
    (Command::Find, "/", "find", true, words::find),
    (Command::About, "i", "about", true, words::about),
    (Command::Page, "w", "why", false, words::page),
    (Command::Track, "t", "track", true, words::track),
    (Command::Glossary, "g", "glossary", true, words::glossary),
    (Command::Go, "j", "go", true, words::go),
    (Command::Run, "r", "run again", false, words::run),
    (Command::Stop, "k", "stop", false, words::stop),
    (Command::CheckAll, "c", "check all", false, words::check_all),
    (Command::Edit, "e", "edit", false, words::edit),
    (Command::Reset, "x", "reset", false, words::reset),
    (Command::Use, "u", "use", true, words::use_it),
    (Command::Solution, "s", "solution", false, words::solution),
    (
        Command::Difference,
        "d",
        "difference",
        false,
        words::difference,
    ),
    (Command::Attempts, "a", "attempts", true, words::attempts),
    (Command::Restore, "b", "restore", true, words::restore),
    (Command::Predict, "p", "predict", true, words::predict),
    (Command::Help, "?", "help", false, words::help),
    (Command::Quit, "q", "quit", false, words::quit),
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
        words::type_a_letter(commands.join(", "))
    }

    /// What can be typed and what it does, a line each.
    pub fn explained() -> Vec<String> {
        let mut lines = vec![words::type_a_letter_or_a_word().to_owned()];
        lines.extend(COMMANDS.map(|(_, letter, word, _, does)| does(letter, word)));
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
            ("j mse", Some((Command::Go, "mse"))),
            (
                "g learning rate",
                Some((Command::Glossary, "learning rate")),
            ),
            ("go  mse ", Some((Command::Go, "mse"))),
            ("/tensor", Some((Command::Find, "tensor"))),
            ("find the mean", Some((Command::Find, "the mean"))),
            ("u", Some((Command::Use, ""))),
            (
                "use 'my cats' ~/b.png",
                Some((Command::Use, "'my cats' ~/b.png")),
            ),
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
