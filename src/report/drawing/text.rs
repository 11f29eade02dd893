//! A text that a program writes while it runs.

use serde::{Deserialize, Serialize};

use crate::report::drawn::{Caption, Drawn, Length, ROWS, Scene, Told};
use crate::report::easel::{Area, Easel, Ink, Ruler};
use crate::report::send::frame;
use crate::sentence::Sentence;

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
    frame(title, Some(step), || Text {
        text: text.to_owned(),
    });
}

mod words {
    use crate::{labels, sentences};

    sentences! {
        "drawing_text";

        /// What a program has written. The lines of the text stand on one line, with a stroke between them.
        text(title, text) = "Text, {title}: \"{text}\".";
    }

    labels! {
        "drawing_text_labels";

        /// What a text shows that a program writes.
        shows = "a text as the program writes it; of a long one, the end";
        /// How much it has written.
        characters(number) = "{number} characters";
    }
}

impl Drawn for Text {
    const NAME: &'static str = "text";
    const TEXTS: &'static [&'static [Sentence]] = &[words::SENTENCES, words::LABELS];

    fn limit(&mut self) {
        let surplus = self.text.chars().count().saturating_sub(MOST);
        if let Some((from, _)) = self.text.char_indices().nth(surplus) {
            self.text.drain(..from);
        }
    }

    fn texts(&mut self, each: &mut dyn FnMut(&mut String, Length)) {
        each(&mut self.text, Length::Text);
    }

    fn bytes(&self) -> usize {
        self.text.len()
    }

    fn tell(&self, told: &Told<'_, Self>) -> Vec<String> {
        let text = self.text.trim().replace('\n', " / ");
        let mut sentences = vec![words::text(told.title, text)];
        sentences.extend(told.step());
        vec![sentences.join(" ")]
    }

    fn caption(&self, _: &Scene<'_, Self>) -> Caption {
        Caption {
            shows: words::shows(),
            reads: words::characters(self.text.chars().count()),
        }
    }

    fn rows(&self, width: usize, _: usize, ruler: &dyn Ruler) -> usize {
        self.lines(width, ruler).len().max(ROWS)
    }

    /// Where the text is longer than the area, its end, which is what is being written.
    fn draw(&self, _: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel) {
        let lines = self.lines(usize::from(area.width), easel);
        let surplus = lines.len().saturating_sub(usize::from(area.height));
        for (row, line) in area.rows().zip(lines.iter().skip(surplus)) {
            easel.put((area.x, row), area.width, line, Ink::Strong);
        }
    }

    fn in_small(&self) -> Option<&str> {
        Some(&self.text)
    }
}

impl Text {
    /// The text in lines of this width.
    fn lines(&self, width: usize, ruler: &dyn Ruler) -> Vec<String> {
        let lines = self.text.lines();
        lines.flat_map(|line| ruler.wrap(line, width, "")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_text_the_end_is_kept() {
        for (long, kept) in [(0, 0), (MOST, MOST), (MOST + 5, MOST)] {
            let mut text = Text {
                text: "月".repeat(long) + "end",
            };
            text.limit();
            assert!(text.text.ends_with("end"));
            assert_eq!(text.text.chars().count(), (kept + 3).min(MOST));
        }
    }
}
