//! Other methods and constants of the same shape: the largest for the smallest, a sum for a mean.

use super::each::at_each;
use crate::runner::author::mutate::change::Change;
use crate::runner::author::mutate::gap::Gap;
use crate::runner::tokens::Code;

/// Words that a learner may take for each other. Where the other one does not exist, it does not compile.
const PAIRS: [(&str, &str); 17] = [
    ("abs", "square"),
    ("all", "any"),
    ("ceil", "floor"),
    ("cos", "sin"),
    ("div_ceil", "wrapping_div"),
    ("false", "true"),
    ("first", "last"),
    ("log_softmax", "softmax"),
    ("lower_tri_like", "upper_tri_like"),
    ("max", "min"),
    ("max_by", "min_by"),
    ("mean", "sum"),
    ("product", "sum"),
    ("relu", "abs"),
    ("sigmoid", "tanh"),
    ("skip", "take"),
    ("sqrt", "square"),
];

pub fn changes(code: &Code<'_>, gap: &Gap<'_>, found: &mut Vec<Change>) {
    at_each(code, gap, found, |at| {
        let word = code.word(at);
        let is_call = code.before(at) == "." || ["true", "false"].contains(&word);
        let others = PAIRS.iter().filter_map(|(one, other)| match word {
            _ if !is_call => None,
            _ if word == *one => Some(*other),
            _ if word == *other => Some(*one),
            _ => None,
        });
        others.map(str::to_owned).collect()
    });
    for at in gap.body.clone() {
        // In the opposite order: it looks shuffled, and no chance is in it.
        if code.before(at) == "."
            && code.word(at) == "shuffle"
            && let Some(end) = code.partner(at + 1)
        {
            found.push(Change {
                at: code.bytes(at, end),
                becomes: "reverse()".to_owned(),
            });
        }
    }
}
