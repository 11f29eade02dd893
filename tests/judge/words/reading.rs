//! Which sentences a message is made of.

use std::sync::LazyLock;

use gradlings::runner::words::{health, judge};
use gradlings::sentence::{Sentence, TextKind};

/// A text of the judge, with what stands between its gaps.
pub struct Known {
    /// Its id, without what it has in common with others: `factor.twice`.
    pub id: &'static str,
    pub kind: TextKind,
    pieces: Vec<String>,
}

/// Every text of the judge, and every one about the health of a training.
pub static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let all = judge::ALL.iter().flat_map(|subject| subject.iter());
    let all = all.chain(health::SENTENCES).chain(health::NAMES);
    all.map(|text| Known {
        id: short(text.id),
        kind: text.kind,
        pieces: pieces(text),
    })
    .collect()
});

fn short(id: &'static str) -> &'static str {
    let id = id.strip_prefix("judge.").unwrap_or(id);
    id.strip_prefix("pattern.").unwrap_or(id)
}

fn pieces(text: &Sentence) -> Vec<String> {
    let mut english = text.english.to_owned();
    if !text.gaps.is_empty() {
        for gap in text.gaps {
            english = english.replace(&format!("{{{gap}}}"), "\n");
        }
        english = english.replace("{{", "{").replace("}}", "}");
    }
    english.split('\n').map(str::to_owned).collect()
}

impl Known {
    /// How many letters of a text are its own, if the text is this one and nothing else.
    fn is(&self, text: &str) -> Option<usize> {
        let (first, others) = self.pieces.split_first()?;
        let Some((last, middle)) = others.split_last() else {
            return (first == text).then_some(text.len());
        };
        let mut rest = text
            .strip_prefix(first.as_str())?
            .strip_suffix(last.as_str())?;
        for piece in middle {
            rest = rest.split_once(piece.as_str())?.1;
        }
        Some(self.pieces.iter().map(String::len).sum())
    }

    /// Whether these words stand in it, and no gap between them.
    pub fn has(&self, words: &str) -> bool {
        self.pieces.iter().any(|piece| piece.contains(words))
    }

    /// Whether a text has all of its words, in their order.
    fn is_in(&self, text: &str) -> bool {
        let mut rest = text;
        let has_all = self
            .pieces
            .iter()
            .all(|piece| match rest.split_once(piece.as_str()) {
                Some((_, behind)) => {
                    rest = behind;
                    true
                }
                None => false,
            });
        match &self.pieces[..] {
            [words] => text
                .split_once(words.as_str())
                .is_some_and(|(before, behind)| {
                    !before.ends_with(char::is_alphabetic)
                        && !behind.starts_with(char::is_alphabetic)
                }),
            _ => has_all,
        }
    }

    /// Whether another text of the same subject is a part of this one: "variance" of "variance (with n - 1)".
    fn contains(&self, other: &Known) -> bool {
        let subject = |it: &Known| it.id.split('.').next();
        let own = self.pieces.concat();
        subject(self) == subject(other)
            && self.pieces.len() + other.pieces.len() == 2
            && own.len() > other.pieces.concat().len()
            && other.is_in(&own)
    }
}

/// The sentences of a message, one after the other: of all ways to take it apart, the one that leaves least in the gaps.
pub fn sentences(message: &str) -> Vec<&'static str> {
    let ends_before = |at: usize| message[..at].ends_with(['.', '?', '!', ':', '`', ')']);
    let spaces = message.match_indices(' ').map(|(at, _)| at);
    let mut ends: Vec<usize> = spaces.filter(|&at| ends_before(at)).collect();
    ends.push(message.len());
    // The best reading up to each end: how many letters are the sentences' own, and which sentences.
    let mut best: Vec<Option<(usize, Vec<&'static str>)>> = vec![None; ends.len()];
    for (number, &end) in ends.iter().enumerate() {
        for before in 0..=number {
            let (start, earlier) = match before.checked_sub(1) {
                None => (0, Some((0, Vec::new()))),
                Some(before) => (ends[before] + 1, best[before].clone()),
            };
            let Some((letters, ids)) = earlier else {
                continue;
            };
            let text = &message[start..end];
            let sentences = KNOWN.iter().filter(|it| it.kind == TextKind::Sentence);
            let read = sentences.filter_map(|it| Some((it.is(text)?, it.id)));
            let Some((own, id)) = read.max_by_key(|(own, _)| *own) else {
                continue;
            };
            let is_better = match &best[number] {
                Some((most, _)) => letters + own > *most,
                None => true,
            };
            if is_better {
                best[number] = Some((letters + own, [ids, vec![id]].concat()));
            }
        }
    }
    match best.pop() {
        Some(Some((_, ids))) => ids,
        _ => panic!("no sentence of the judge: {message}"),
    }
}

fn with_a_small_first_letter(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// The names and labels that a text has in it. One that is a part of another of its subject is not counted.
pub fn names(text: &str) -> Vec<&'static str> {
    // A sentence may begin with a name.
    let lowered = with_a_small_first_letter(text);
    let found: Vec<&Known> = KNOWN
        .iter()
        .filter(|it| it.kind != TextKind::Sentence && (it.is_in(text) || it.is_in(&lowered)))
        .collect();
    let whole = found
        .iter()
        .filter(|it| !found.iter().any(|other| other.contains(it)));
    whole.map(|it| it.id).collect()
}

/// The labels and names that the cells of a table are, one after the other.
pub fn cells(text: &str) -> Vec<&'static str> {
    let is_of_tables = |it: &&Known| {
        let subject = it.id.split('.').next().unwrap_or_default();
        it.kind != TextKind::Sentence
            && ["numbers", "numbers_names", "sequence_labels"].contains(&subject)
    };
    let known = || KNOWN.iter().filter(is_of_tables);
    let read = text.lines().filter_map(|cell| {
        let read = known().filter_map(|it| Some((it.is(cell)?, it.id)));
        read.max_by_key(|(own, _)| *own).map(|(_, id)| id)
    });
    read.collect()
}

#[test]
fn a_message_is_taken_apart_into_its_sentences() {
    let table: [(&str, &[&str]); 4] = [
        (
            "Every element of the result of `f` is 4 times what it should be. 4 is also the length of `x`.",
            &["factor.times", "factor.also"],
        ),
        (
            "Every element of the result of `f` is twice what it should be.",
            &["factor.twice"],
        ),
        (
            "The result of `f` is NaN first at [0] in case 1 of 1. There, `x` is -3. NaN comes from zero divided by zero, \
             infinity divided by infinity, zero times infinity, infinity minus infinity, and the logarithm or root of a \
             negative number: see which of these it is.",
            &[
                "not_finite.nan",
                "not_finite.input_there",
                "not_finite.look_nan",
            ],
        ),
        (
            "The result of `f` is off in 3 of 4 elements in case 1 of 1. There, every number is 0.25 too large.",
            &["finding.numbers", "finding.too_large"],
        ),
    ];
    for (message, ids) in table {
        assert_eq!(sentences(message), ids);
    }
}
