//! What an author has written down about changes that are as right as the solution, in `checks/CHAPTER/NAME.equal.toml`.
//!
//! A change is recognised by its function, the lines that it touches and what they become, so an entry holds for as long as
//! those lines stand, wherever they move.

use std::io::ErrorKind;

use serde::Deserialize;

use super::survey::Mutant;
use crate::runner::course::{Course, Exercise};
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, TEXT};

/// One change, and why it is right.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equal {
    /// The function, constant or type.
    #[serde(rename = "in")]
    pub inside: String,
    /// The lines, in one.
    pub line: String,
    /// What they become.
    pub becomes: String,
    /// Why nobody could tell, or should.
    pub why: String,
}

impl Equal {
    /// Whether it is about this change.
    pub fn is_about(&self, change: &Mutant) -> bool {
        let Mutant {
            inside,
            line,
            becomes,
            ..
        } = change;
        (inside, line, becomes) == (&self.inside, &self.line, &self.becomes)
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    equal: Vec<Equal>,
}

/// The file of an exercise, relative to the course.
pub fn path(exercise: &Exercise) -> String {
    let check = exercise.check();
    format!("{}.equal.toml", check.trim_end_matches(".rs"))
}

/// What is written down for an exercise; nothing where there is no file.
pub fn read(course: &Course, exercise: &Exercise) -> Result<Vec<Equal>, Problem> {
    let path = path(exercise);
    let text = match regular_file::read_text(&course.root.join(&path), TEXT) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => {
            let what = format!("It cannot be read: {error}.");
            return Err(Problem::new(what, "mend it, or remove it").at(path));
        }
    };
    entries(&text).map_err(|problem| problem.at(path))
}

fn entries(text: &str) -> Result<Vec<Equal>, Problem> {
    let file: File = toml::from_str(text).map_err(|error| {
        Problem::new(
            format!("It is not as it should be: {}.", error.message()),
            "write `[[equal]]` with `in`, `line`, `becomes` and `why`",
        )
    })?;
    match file.equal.iter().find(|entry| entry.why.trim().is_empty()) {
        None => Ok(file.equal),
        Some(entry) => Err(Problem::new(
            format!(
                "It does not say why `{}` may become `{}`.",
                entry.line, entry.becomes
            ),
            "write a sentence behind `why`",
        )),
    }
}

/// The entry for a change as an author writes it, but for the reason.
pub fn to_write(inside: &str, line: &str, becomes: &str) -> String {
    let quoted = |text: &str| toml::Value::from(text).to_string();
    format!(
        "[[equal]]\nin = {}\nline = {}\nbecomes = {}\nwhy = \"\"",
        quoted(inside),
        quoted(line),
        quoted(becomes)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_what_is_read_once_it_has_a_reason() {
        let shown = to_write("f", "let a = \"x\\y\";", "");
        let problem = entries(&shown).expect_err("no reason");
        assert!(problem.what.contains("does not say why"), "{problem}");
        let written = shown.replace("why = \"\"", "why = \"It is empty.\"");
        let expected = Equal {
            inside: "f".to_owned(),
            line: "let a = \"x\\y\";".to_owned(),
            becomes: String::new(),
            why: "It is empty.".to_owned(),
        };
        assert_eq!(entries(&written).expect("sound"), [expected]);
        assert_eq!(entries("").expect("nothing"), []);
        assert!(entries("[[equals]]").is_err());
    }
}
