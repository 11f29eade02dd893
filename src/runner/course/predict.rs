//! A question before a run: what will happen?

use serde::Deserialize;

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
    /// What is wrong with it, as the end of a sentence.
    pub(super) fn fault(&self) -> Option<String> {
        let texts = [&self.ask, &self.because];
        if texts
            .into_iter()
            .chain(&self.choices)
            .any(|text| text.trim().is_empty())
        {
            return Some("has an empty text".to_owned());
        }
        if !(2..=MOST).contains(&self.choices.len()) {
            return Some(format!("needs two to {MOST} choices"));
        }
        if !(1..=self.choices.len()).contains(&self.answer) {
            return Some("names an answer that is not among its choices".to_owned());
        }
        None
    }

    /// What the run has told, held against a choice, counted from 0.
    pub fn told(&self, choice: usize) -> String {
        let said = self.choices.get(choice).map_or("", String::as_str);
        let because = &self.because;
        if choice + 1 == self.answer {
            return format!("You predicted \"{said}\", and so it is. {because}");
        }
        let right = self.choices.get(self.answer.wrapping_sub(1));
        let right = right.map_or("", String::as_str);
        format!("You predicted \"{said}\"; it is \"{right}\". {because}")
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
            let fault = question.fault();
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
