//! A question before a run: what will happen?

use serde::Deserialize;

use crate::runner::text;
use crate::runner::words::plain::course as words;

/// As many as a person holds in mind, and as there are keys for.
const MOST: usize = 5;

/// A question with a few choices, one of them right.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Predict {
    /// The question.
    pub ask: String,
    /// What may happen, each in a few words.
    pub choices: Vec<String>,
    /// Which of them does, counted from 1 as on the screen.
    pub answer: usize,
    /// What happens and why, in a sentence or two for after the run.
    pub because: String,
}

impl Predict {
    /// The same in words that a terminal can show.
    pub(super) fn harmless(self) -> Predict {
        let choices = self.choices.iter();
        Predict {
            ask: text::plain(&self.ask),
            choices: choices.map(|choice| text::plain(choice)).collect(),
            because: text::plain(&self.because),
            ..self
        }
    }

    /// What is wrong with it, as the question of the exercise of that name.
    pub(super) fn fault(&self, name: &str) -> Option<String> {
        let texts = [&self.ask, &self.because];
        if texts
            .into_iter()
            .chain(&self.choices)
            .any(|text| text.trim().is_empty())
        {
            return Some(words::question_empty(name));
        }
        if !(2..=MOST).contains(&self.choices.len()) {
            return Some(words::question_choices(name, MOST));
        }
        if !(1..=self.choices.len()).contains(&self.answer) {
            return Some(words::question_answer(name));
        }
        None
    }

    /// What the run has told, held against a choice, counted from 0.
    pub fn told(&self, choice: usize) -> String {
        let said = self.choices.get(choice).map_or("", String::as_str);
        let because = &self.because;
        if choice + 1 == self.answer {
            return format!("{} {because}", words::predicted_right(said));
        }
        let right = self.choices.get(self.answer.wrapping_sub(1));
        let right = right.map_or("", String::as_str);
        format!("{} {because}", words::predicted_wrong(said, right))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(choices: &[&str], answer: usize) -> Predict {
        Predict {
            ask: "What will the curve do?".to_owned(),
            choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
            answer,
            because: "Every step is too long.".to_owned(),
        }
    }

    #[test]
    fn a_question_that_cannot_be_answered_is_a_fault() {
        let table = [
            (question(&["fall", "rise"], 2), None),
            (question(&["fall"], 1), Some("two to 5 choices")),
            (
                question(&["1", "2", "3", "4", "5", "6"], 1),
                Some("two to 5 choices"),
            ),
            (question(&["fall", " "], 1), Some("empty text")),
            (
                question(&["fall", "rise"], 0),
                Some("not among its choices"),
            ),
            (
                question(&["fall", "rise"], 3),
                Some("not among its choices"),
            ),
        ];
        for (question, expected) in table {
            let fault = question.fault("mse");
            let found = fault.as_deref().zip(expected);
            assert_eq!(fault.is_some(), expected.is_some(), "{question:?}");
            assert!(
                found.is_none_or(|(fault, part)| fault.contains(part)),
                "{fault:?}"
            );
        }
    }

    #[test]
    fn what_the_run_told_is_held_against_the_choice() {
        let question = question(&["fall", "rise"], 2);
        assert_eq!(
            question.told(1),
            "You predicted \"rise\", and so it is. Every step is too long."
        );
        assert_eq!(
            question.told(0),
            "You predicted \"fall\"; it is \"rise\". Every step is too long."
        );
    }
}
