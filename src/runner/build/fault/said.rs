//! What cargo or rustc printed, in lines that can be searched.

use std::path::Path;
use std::process::ExitStatus;

use super::failed::{By, Failed};
use crate::runner::text;

/// The words of a failed build, without what is no reason for it.
pub struct Said<'a> {
    pub by: By,
    pub status: Option<ExitStatus>,
    pub root: &'a Path,
    lines: Vec<String>,
}

/// As many lines as a person reads of an error that is not understood.
const READ: usize = 6;
/// The same for the letters of a line.
const WIDE: usize = 200;

impl<'a> Said<'a> {
    pub fn of(failed: &Failed<'a>) -> Said<'a> {
        let mut lines = Vec::new();
        // cargo tells about a folder for its notes that it could not use, and goes on.
        let mut about_notes = false;
        for line in failed.words.iter().flat_map(|word| word.lines()) {
            let line = text::plain(line);
            let line = line.trim();
            if line == "Stack backtrace:" {
                // rustup's, up to its end.
                break;
            }
            about_notes &= !line.starts_with("error");
            if about_notes {
                about_notes = !line.starts_with("Error code ");
                continue;
            }
            if line.starts_with("warning: ") {
                about_notes = line.contains("failed to save last-use data");
            } else if !line.is_empty() {
                lines.push(without_arguments(line));
            }
        }
        Said {
            by: failed.by,
            status: failed.status,
            root: failed.root,
            lines,
        }
    }

    pub fn lines(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.lines.iter().map(String::as_str)
    }

    pub fn has(&self, words: &str) -> bool {
        self.lines().any(|line| line.contains(words))
    }

    /// The rest of the first line that has these words in it.
    pub fn after(&self, words: &str) -> Option<&str> {
        self.lines()
            .find_map(|line| line.split_once(words).map(|(_, rest)| rest))
    }

    /// What stands between two words of one line.
    pub fn between(&self, words: &str, end: &str) -> Option<&str> {
        self.lines()
            .find_map(|line| Some(line.split_once(words)?.1.split_once(end)?.0))
    }

    /// The first of the reasons under a line with these words: an error of the system, in its own words.
    pub fn reason(&self, words: &str) -> Option<&str> {
        let mut below = self.lines().skip_while(|line| !line.contains(words));
        below.find(|line| line.contains("(os error "))
    }

    /// The lines that a person would read first.
    pub fn beginning(&self) -> Vec<String> {
        let lines = self
            .lines()
            .filter(|line| *line != "Caused by:" && *line != "|");
        lines
            .take(READ)
            .map(|line| text::short(line, WIDE))
            .collect()
    }
}

/// Without what a program was called with, which fills a screen: names of folders in there are no reasons either.
fn without_arguments(line: &str) -> String {
    let called = ["process didn't exit successfully: `", "process output: `"];
    for before in called {
        if let Some((start, call)) = line.split_once(before)
            && let Some((call, end)) = call.rsplit_once('`')
        {
            let mut words = call.split(' ');
            let program = words.next().unwrap_or_default();
            let question = words.next().filter(|word| *word == "-vV");
            let shown = match question {
                Some(question) => format!("{program} {question}"),
                None => program.to_owned(),
            };
            return format!("{start}{before}{shown}`{end}");
        }
    }
    // rustc shows how it called the linker.
    match line.strip_prefix("= note:  \"") {
        Some(call) => format!("= note: {}", text::short(call, 40)),
        None => line.to_owned(),
    }
}
