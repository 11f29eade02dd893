//! Tokens that grow while merges are learned.

use gradlings::prelude::*;

/// What the merges are learned from.
const CORPUS: &str = "A tokenizer reads the text and counts which letters stand together. The two that stand together \
    most often become one token; then it counts again. The more often a word is read, the sooner it is one token: the, \
    then and there are, and rarer words are put together from the pieces that other words left.\n\
    床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n明月 明月光 月光";

const SHOWN: [&str; 2] = ["the letters that stand there", "明月 and 月光"];

/// How many merges are learned.
const MERGES: usize = 60;

/// Shows two texts with more and more merges, a stroke where a token ends, and how many tokens the whole corpus has. A token
/// that holds a part of a character alone is shown as `�`.
///
/// `train` gets the bytes of a corpus and how many merges to learn; it returns them as pairs.
///
/// ```
/// use course::demo;
///
/// demo::learned(|_text, _merges| vec![vec![32, 116], vec![104, 101]]);
/// ```
pub fn learned(train: impl Fn(Vec<u8>, usize) -> Vec<Vec<usize>>) {
    let merges = train(CORPUS.into(), MERGES);
    let mut pieces: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
    let mut texts: Vec<Vec<usize>> = SHOWN
        .into_iter()
        .chain([CORPUS])
        .map(|text| text.bytes().map(usize::from).collect())
        .collect();
    for known in 0..=merges.len() {
        if let Some(rank) = known.checked_sub(1) {
            let [left, right] = merges[rank][..] else {
                return;
            };
            let (Some(first), Some(second)) = (pieces.get(left), pieces.get(right)) else {
                return;
            };
            pieces.push([&first[..], second].concat());
            for text in &mut texts {
                *text = merged(text, &merges[rank], 256 + rank);
            }
        }
        let lines = texts[..SHOWN.len()].iter().map(|text| {
            let pieces = text
                .iter()
                .map(|&token| String::from_utf8_lossy(&pieces[token]).into_owned());
            pieces.collect::<Vec<_>>().join("|")
        });
        let lines: Vec<_> = lines.collect();
        report::metric(
            "tokens of the corpus",
            known,
            texts[SHOWN.len()].len() as f32,
        );
        report::text("where tokens end", known, &lines.join("\n"));
    }
}

/// A text with `new` in the place of a pair.
fn merged(text: &[usize], pair: &[usize], new: usize) -> Vec<usize> {
    let (mut merged, mut at) = (Vec::new(), 0);
    while at < text.len() {
        let found = text[at..].starts_with(pair);
        merged.push(if found { new } else { text[at] });
        at += if found { 2 } else { 1 };
    }
    merged
}
