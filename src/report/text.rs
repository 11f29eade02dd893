//! A text that a program writes while it runs.

use serde::{Deserialize, Serialize};

use super::frame::{Drawing, frame};

/// Characters that are kept of a text, the last ones.
const MOST: usize = 4000;

/// A text that grows, or is written anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The text so far. Of a long one, its end.
    pub text: String,
}

/// Shows a text at step `step`: what a language model writes. Under the same title, the next call replaces it: with the
/// same text and a little more while it is being written, with another one at the next checkpoint. Each of them can be
/// played back.
///
/// Of more than 4,000 characters the last ones are shown. Where it comes faster than anybody reads, some are left out;
/// the last one never is.
///
/// ```
/// use gradlings::report;
///
/// let mut written = String::new();
/// for (step, letter) in "alice".chars().enumerate() {
///     written.push(letter);
///     report::text("what it writes", step, &written);
/// }
/// ```
pub fn text(title: &str, step: usize, text: &str) {
    frame(title, Some(step), || {
        let surplus = text.chars().count().saturating_sub(MOST);
        Drawing::Text(Text {
            text: text.chars().skip(surplus).collect(),
        })
    });
}
