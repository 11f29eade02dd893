//! Probabilities from logits: the next word of a sentence.

use gradlings::prelude::*;

const BEGINNING: &str = "In the morning she drinks a cup of";
/// Words that could come next, and what a model might think of them.
const WORDS: [(&str, f32); 7] = [
    ("coffee", 4.0),
    ("tea", 3.5),
    ("milk", 2.0),
    ("water", 1.5),
    ("soup", 0.0),
    ("sunlight", -1.5),
    ("gravel", -4.0),
];
/// Temperatures in tenths.
const TENTHS: [usize; 12] = [1, 2, 3, 5, 7, 10, 14, 20, 30, 50, 100, 300];

/// Shows with which probability each of seven words comes next, from a low temperature, where one has nearly everything,
/// to a high one, where all are nearly equal.
///
/// `softmax` gets logits `(1, 7)` and the temperature, and returns the probabilities, `(1, 7)`.
///
/// ```
/// use course::demo;
///
/// demo::next_word(|logits, _temperature| logits);
/// ```
pub fn next_word(softmax: impl Fn(Matrix, f32) -> Matrix) {
    report::note(&format!(
        "\"{BEGINNING} ...\": step 10 is temperature 1, step 5 is 0.5"
    ));
    for tenths in TENTHS {
        let logits = WORDS.map(|(_, logit)| logit).to_vec();
        let logits: Matrix = device().tensor_from_vec(logits, (1, WORDS.len()));
        let probabilities = softmax(logits, tenths as f32 / 10.0).as_vec();
        let words = WORDS.iter().map(|(word, _)| word);
        let bars = Vec::from_iter(words.zip(probabilities));
        report::bars("the next word, by temperature in tenths", tenths, &bars);
    }
}
