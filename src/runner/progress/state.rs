//! What a learner has done, as data, and the text of the state file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::practice::Practice;
use crate::runner::words::plain::progress as words;

/// The version of the shape of the state file.
pub const FORMAT: i64 = 1;

/// The last line. A file that was cut short between two lines is still good TOML; only this line tells.
const LAST_LINE: &str = "# The end: a file without this line was cut short.";

/// What a learner has done in a course.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// The exercise that was chosen last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<String>,
    /// The track that is followed; none for the whole course.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub track: Option<String>,
    /// Whether the first page was seen.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub welcomed: bool,
    /// By name. Names that the course does not have stay: an update may bring them back.
    #[serde(default)]
    pub exercises: BTreeMap<String, Record>,
    /// Keys this version does not know. They stay.
    #[serde(flatten)]
    pub rest: toml::Table,
}

/// What a learner has done in one exercise.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The last check that could tell passed it.
    #[serde(default)]
    pub done: bool,
    /// Some check passed it, once: its solution may be read from then on.
    #[serde(default)]
    pub passed_once: bool,
    /// How many of its hints were shown.
    #[serde(default)]
    pub hints: usize,
    /// Which of them, from 1, in the order in which they were opened, where that is not the order of the course.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opened: Vec<usize>,
    /// How much work went into it.
    #[serde(default, skip_serializing_if = "Practice::is_nothing")]
    pub practice: Practice,
    /// What the learner expected before a run, where the exercise asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prediction: Option<Prediction>,
    /// Keys this version does not know. They stay.
    #[serde(flatten)]
    pub rest: toml::Table,
}

/// What a learner expected before a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prediction {
    /// The question, as it was put.
    pub ask: String,
    /// The choice, counted from 1 as on the screen.
    pub choice: usize,
    /// Whether a run has told since.
    pub told: bool,
}

/// Why a text is not a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It was cut short, or is no state file. What is wrong, in a sentence.
    Damaged(String),
    /// A newer program wrote it, in this format.
    Newer(i64),
}

impl State {
    /// The record of an exercise; a new one where there is none.
    pub fn record(&mut self, name: &str) -> &mut Record {
        self.exercises.entry(name.to_owned()).or_default()
    }

    /// The text of the state file.
    pub fn encode(&self) -> Result<String, toml::ser::Error> {
        let body = toml::to_string(self)?;
        Ok(format!(
            "# {}\nformat = {FORMAT}\n{body}\n{LAST_LINE}\n",
            words::first_line()
        ))
    }

    /// Reads the text of a state file.
    pub fn decode(bytes: &[u8]) -> Result<State, Refused> {
        let damaged = |why: &str| Refused::Damaged(why.to_owned());
        let malformed = |error: toml::de::Error| Refused::Damaged(words::not_toml(error.message()));
        let text = std::str::from_utf8(bytes).map_err(|_| damaged(words::not_text()))?;
        let mut table: toml::Table = toml::from_str(text).map_err(malformed)?;
        // The format comes first: a newer file may end otherwise, and must not be taken for a damaged one.
        match table
            .remove("format")
            .and_then(|format| format.as_integer())
        {
            Some(FORMAT) => {}
            Some(format) if format > FORMAT => return Err(Refused::Newer(format)),
            _ => return Err(damaged(words::without_format())),
        }
        if !text.trim_end().ends_with(LAST_LINE) {
            return Err(damaged(words::cut_short()));
        }
        table.try_into().map_err(malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_state() -> State {
        let mut state = State {
            current: Some("two".to_owned()),
            welcomed: true,
            ..State::default()
        };
        state.record("one").done = true;
        state.record("one").passed_once = true;
        state.record("two").hints = 2;
        state.record("two").opened = vec![3, 1];
        state.record("two").practice = Practice {
            seconds: 372,
            tries: 3,
        };
        // A value that this version does not know, beside a table that it does.
        let stars = toml::Value::Integer(3);
        state.record("two").rest.insert("stars".to_owned(), stars);
        state.record("two").prediction = Some(Prediction {
            ask: "What will \"it\" do?".to_owned(),
            choice: 2,
            told: true,
        });
        state
    }

    #[test]
    fn a_state_survives_being_written_and_read() {
        let state = a_state();
        let text = state.encode().expect("encodes");
        assert_eq!(State::decode(text.as_bytes()), Ok(state));
    }

    #[test]
    fn no_beginning_of_a_state_file_passes_for_the_whole() {
        let text = a_state().encode().expect("encodes");
        let whole = text.trim_end().len();
        for length in 0..whole {
            let cut = State::decode(&text.as_bytes()[..length]);
            assert!(matches!(cut, Err(Refused::Damaged(_))), "{length}: {cut:?}");
        }
    }

    #[test]
    fn a_newer_format_is_never_called_damaged() {
        for text in ["format = 2", "format = 99\n[[strange]]\nkey = 1\n"] {
            assert!(matches!(
                State::decode(text.as_bytes()),
                Err(Refused::Newer(_))
            ));
        }
    }

    #[test]
    fn what_this_version_does_not_know_is_kept() {
        let text = format!(
            "format = 1\nstreak = 7\n[exercises.gone]\ndone = true\nstars = 3\n{LAST_LINE}\n"
        );
        let state = State::decode(text.as_bytes()).expect("a state");
        let again = state.encode().expect("encodes");
        assert!(again.contains("streak = 7"), "{again}");
        assert!(again.contains("stars = 3"), "{again}");
        assert!(again.contains("[exercises.gone]"), "{again}");
    }
}
