//! What was said, beside what was heard.

use gradlings::prelude::*;

const SAID: &str = "please turn the light in the kitchen off before you leave";
const HEARD: &str = "please turn light in the chicken off for you to leave";

/// What stands in the place of a word that the other sentence lacks.
const NOTHING: &str = "-";

/// Shows two sentences side by side, word by word, while the second is heard: which words agree, and which are substituted,
/// deleted or inserted. The word error rate falls with each word that is heard right.
///
/// `distance` gets the words of the reference and of the hypothesis, `rate` both as texts. The alignment is a shortest way
/// through the distances of all beginnings of the two sentences.
///
/// ```
/// use course::demo;
///
/// demo::heard(|said, heard| said.len().abs_diff(heard.len()), |_said, _heard| 1.0);
/// ```
pub fn heard(
    distance: impl Fn(Vec<String>, Vec<String>) -> usize,
    rate: impl Fn(String, String) -> f32,
) {
    let (said, all) = (words(SAID), words(HEARD));
    for count in 0..=all.len() {
        let heard = &all[..count];
        report::metric(
            "word error rate",
            count,
            rate(SAID.to_owned(), heard.join(" ")),
        );
        report::text(
            "said, and heard",
            count,
            &aligned(&said, heard, &distance).join("\n"),
        );
    }
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// A line for each word of the alignment: what was said, what was heard, and what has changed.
fn aligned(
    said: &[String],
    heard: &[String],
    distance: impl Fn(Vec<String>, Vec<String>) -> usize,
) -> Vec<String> {
    let width = said.iter().map(String::len).max().unwrap_or(0);
    let (mut i, mut j) = (said.len(), heard.len());
    let mut lines = Vec::new();
    while (i, j) != (0, 0) {
        let to = |i: usize, j: usize| distance(said[..i].to_vec(), heard[..j].to_vec());
        let agree = i > 0 && j > 0 && said[i - 1] == heard[j - 1];
        // Of equal ones the first, so rather one substitution than a deletion and an insertion.
        let ways = [
            (i > 0 && j > 0).then(|| (to(i - 1, j - 1), 0)),
            (i > 0).then(|| (to(i - 1, j), 1)),
            (j > 0).then(|| (to(i, j - 1), 2)),
        ];
        let (left, right, change) = match ways.into_iter().flatten().min() {
            _ if agree => (&*said[i - 1], &*heard[j - 1], ""),
            Some((_, 0)) => (&*said[i - 1], &*heard[j - 1], "substituted"),
            Some((_, 1)) => (&*said[i - 1], NOTHING, "deleted"),
            _ => (NOTHING, &*heard[j - 1], "inserted"),
        };
        lines.push(
            format!("{left:width$}  {right:width$}  {change}")
                .trim_end()
                .to_owned(),
        );
        i -= usize::from(left != NOTHING);
        j -= usize::from(right != NOTHING);
    }
    lines.reverse();
    lines
}
