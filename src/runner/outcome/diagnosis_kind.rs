//! The kinds of diagnosis: the words of `diagnosis.kind` in the JSON, which stay what they are.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Makes the type of the kinds out of their names, their words and what each says.
macro_rules! kinds {
    ($($name:ident = $word:literal: $meaning:literal;)*) => {
        /// What sort of explanation a diagnosis is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum DiagnosisKind {
            $(#[doc = $meaning] $name,)*
        }

        impl DiagnosisKind {
            /// Every kind there is.
            pub const ALL: &[DiagnosisKind] = &[$(DiagnosisKind::$name,)*];

            /// Its word in the JSON.
            pub fn word(self) -> &'static str {
                match self {
                    $(DiagnosisKind::$name => $word,)*
                }
            }

            /// What it says.
            pub fn meaning(self) -> &'static str {
                match self {
                    $(DiagnosisKind::$name => $meaning,)*
                }
            }
        }
    };
}

kinds! {
    Mistake = "mistake": "a named mistake of the exercise; `id` says which";
    // The call itself.
    Todo = "todo": "a `todo!()` was reached";
    Panic = "panic": "the function panicked";
    Signature = "signature": "the function has another signature";
    NotOffered = "not_offered": "the function is not offered by `main`";
    AnotherHandler = "another_handler": "the function is offered by `main` in another way than in the exercise";
    Stopped = "stopped": "the library ended the call: the function tried what is not counted";
    // Shapes and types.
    PartCount = "part_count": "another number of parts";
    Type = "type": "another sort of value";
    Shape = "shape": "another shape";
    TooLarge = "too_large": "more bytes than can be compared";
    ArrayCount = "array_count": "another number of arrays";
    Transposed = "transposed": "axes changed places";
    Reshaped = "reshaped": "the right numbers and shape, laid out along the wrong axes";
    Axis = "axis": "an operation along the wrong axis of an input";
    // What a check of the learner's does.
    LetThrough = "let_through": "what is wrong passes";
    Refused = "refused": "what is right is refused";
    // Calls that should have been answered alike.
    Nondeterministic = "nondeterministic": "the same call gives different answers";
    State = "state": "an answer depends on the calls before it";
    BeganAgain = "began_again": "a program that was ended and started again repeats what it had done";
    // Relations between yours and the right value.
    NotFinite = "not_finite": "a number that is NaN or infinite";
    Zero = "zero": "zero everywhere";
    Sign = "sign": "the sign of the result, or of one input, is flipped";
    Factor = "factor": "a factor: constant, or given by a length or a number of the inputs";
    Offset = "offset": "something is added: a constant, or an input";
    Change = "change": "the distance to an input is off by a factor, not the value";
    Accumulated = "accumulated": "each element is the sum of all right ones up to it";
    Power = "power": "a square, a root, an absolute value or a division too many";
    Exponent = "exponent": "an exponential or a logarithm too many, or missing";
    Activation = "activation": "a sigmoid, tanh or softplus too many, or missing";
    Softmax = "softmax": "a softmax is missing";
    Inverted = "inverted": "yes for no, and no for yes";
    Clipped = "clipped": "values are cut off at a limit";
    Rounded = "rounded": "values are rounded";
    Constant = "constant": "one number in all places of a case";
    Proportion = "proportion": "right up to a factor, or an addend, of each case, row or column";
    Shifted = "shifted": "everything stands one place too early or too late";
    Order = "order": "the right values in another order";
    Rows = "rows": "the first or last row is left out, or the only one that counts";
    Exchanged = "exchanged": "two inputs are used as each other";
    Ignored = "ignored": "an input has no effect";
    BatchOrder = "batch_order": "the result depends on the order of the batch";
    Large = "large": "right for small inputs and wrong for large ones";
    // Gradients.
    Gradient = "gradient": "the gradient is not that of the candidate's own value";
    AnotherFunction = "another_function": "the gradient is that of the candidate's value, which is another one";
    // Plain findings.
    Values = "values": "elements outside of the tolerance";
    Words = "words": "another text";
    Sequence = "sequence": "other elements, or more or fewer of them";
    Set = "set": "another set";
    Option = "option": "nothing (`None`) on one side only";
    Result = "result": "an error (`Err`) on one side only";
    TooMuch = "too_much": "a count is higher than it may be";
    RowsSize = "rows_size": "a group has another number of rows";
    RowsParted = "rows_parted": "a row stands beside what belongs to another";
    RowsUnpaired = "rows_unpaired": "a group has more rows than partners, or fewer";
    RowsChanged = "rows_changed": "a row is none of the input's";
    RowsRepeated = "rows_repeated": "a row is there too often";
    RowsLost = "rows_lost": "a row is missing";
    RowsNotShuffled = "rows_not_shuffled": "the rows are in the order of the input";
    ShareOfZeros = "share_of_zeros": "a distribution with another share of zeros";
    Mean = "mean": "a distribution with another mean";
    Deviation = "deviation": "a distribution with another deviation";
    NotRandom = "not_random": "random numbers that follow an order";
    NotADistribution = "not_a_distribution": "a row of probabilities does not sum to 1";
    Accuracy = "accuracy": "too many wrong classes";
    Claim = "claim": "a claimed accuracy is not the measured one";
    Property = "property": "what the reference says of the answer";
    CurveMissing = "curve_missing": "a curve was never reported";
    CurveNotFinite = "curve_not_finite": "a curve stopped being a number";
    CurveEndsHigh = "curve_ends_high": "a curve ends too high, beside the reference's";
    CurveTooHigh = "curve_too_high": "a curve ends above a limit";
    CurveTooLow = "curve_too_low": "a curve ends below a limit";
    CurveNotFalling = "curve_not_falling": "a curve does not fall";
    CurveNotRising = "curve_not_rising": "a curve does not rise";
    CurveLeaves = "curve_leaves": "a curve leaves its range";
    CurveApart = "curve_apart": "a curve goes another way than the reference's";
    CurveGoesBack = "curve_goes_back": "the steps of a curve begin again";
}

impl Serialize for DiagnosisKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl<'de> Deserialize<'de> for DiagnosisKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        let mut all = Self::ALL.iter();
        let kind = all.find(|kind| kind.word() == word);
        let unknown = || D::Error::unknown_variant(&word, &[]);
        kind.copied().ok_or_else(unknown)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_kind_has_a_word_of_its_own_that_comes_back_from_the_json() {
        let mut words = BTreeSet::new();
        for &kind in DiagnosisKind::ALL {
            let word = kind.word();
            assert!(
                word.chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter == '_')
            );
            assert!(words.insert(word), "{word} is there twice");
            assert!(!kind.meaning().is_empty(), "{word}");
            let json = serde_json::to_string(&kind).expect("it is a word");
            assert_eq!(json, format!("\"{word}\""));
            assert_eq!(
                serde_json::from_str::<DiagnosisKind>(&json).ok(),
                Some(kind)
            );
        }
        assert!(serde_json::from_str::<DiagnosisKind>("\"other\"").is_err());
    }
}
