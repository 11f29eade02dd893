//! # Word error rate
//!
//! How good is a speech recogniser? Compare what it heard, the **hypothesis**, with what was said, the **reference**. Going
//! through both word by word is no use: leave one word out, and every word after it stands beside the wrong one. So count how
//! many words have to be changed to turn the reference into the hypothesis. There are three kinds of changes: a
//! **substitution** puts a word in place of another, a **deletion** leaves one out, an **insertion** adds one. The smallest
//! number of changes that is enough is the **edit distance**. Per word of the reference, it is the **word error rate**:
//!
//! ```text
//! (substitutions + deletions + insertions)
//!     / words of the reference
//! ```
//!
//! It has no upper limit: a recogniser that hears words in the noise can make more errors than there are words. If the
//! reference has no words, divide by 1, so each word heard counts as one error.
//!
//! To find the least number, go through the beginnings of both sentences. Let `d[i][j]` be the edit distance between the first
//! i words of the reference and the first j words of the hypothesis:
//!
//! ```text
//! d[i][0] = i                 i deletions
//! d[0][j] = j                 j insertions
//! d[i][j] = the least of
//!   d[i - 1][j - 1]           if words i and j agree
//!   d[i - 1][j - 1] + 1       if not: substitution
//!   d[i - 1][j] + 1           deletion
//!   d[i][j - 1] + 1           insertion
//! ```
//!
//! Words are counted from 1 there; in a `Vec`, word i is `reference[i - 1]`. The last number of the last row is the answer.
//!
//! | name | type | meaning |
//! |---|---|---|
//! | `reference`, `hypothesis` | `Vec<String>` or `String` | the words, or the whole text; white space separates the words |
//! | `edit_distance` | `usize` | the least number of substitutions, deletions and insertions |
//! | `word_error_rate` | `f32` | the edit distance per word of the reference |
//!
//! Words agree if all their characters do, capitals and punctuation included: `The` is not `the`. Benchmarks bring both texts
//! into the same form first.
//!
//! Worked by hand: `put the red box down` was said, `put red fox down now` was heard. These are the numbers `d`:
//!
//! ```text
//!         put red fox down now
//!       0   1   2   3   4   5
//! put   1   0   1   2   3   4
//! the   2   1   1   2   3   4
//! red   3   2   1   2   3   4
//! box   4   3   2   2   3   4
//! down  5   4   3   3   2   3
//! ```
//!
//! Three changes: `the` is deleted, `box` becomes `fox`, and `now` is inserted. The word error rate is 3 / 5 = 0.6.
//!
//! Speech recognition is measured like this, Whisper too. Over many recordings, all errors are added up and divided by the
//! number of all words. (Wagner, Fischer: *The string-to-string correction problem*, 1974.)

use course::demo;
use gradlings::prelude::*;

/// The least number of substitutions, deletions and insertions that turn `reference` into `hypothesis`.
pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    let mut d = vec![vec![0; hypothesis.len() + 1]; reference.len() + 1];
    for i in 0..=reference.len() {
        for j in 0..=hypothesis.len() {
            d[i][j] = if i == 0 {
                j
            } else if j == 0 {
                i
            } else {
                let differ = usize::from(reference[i - 1] != hypothesis[j - 1]);
                let substituted = d[i - 1][j - 1] + differ;
                substituted.min(d[i - 1][j] + 1).min(d[i][j - 1] + 1)
            };
        }
    }
    d[reference.len()][hypothesis.len()]
}

/// The edit distance of two texts, per word of the reference.
pub fn word_error_rate(reference: String, hypothesis: String) -> f32 {
    let words =
        |text: String| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let (reference, hypothesis) = (words(reference), words(hypothesis));
    let count = reference.len().max(1);
    edit_distance(reference, hypothesis) as f32 / count as f32
}

fn main() {
    Exercise::new()
        .offer("edit_distance", function(edit_distance))
        .offer("word_error_rate", function(word_error_rate))
        .show("what was said, beside what was heard", || {
            demo::heard(edit_distance, word_error_rate)
        })
        .serve()
}
