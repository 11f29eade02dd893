//! Texts as tokens.

use gradlings::prelude::*;

/// Merges learned from a page about reading, word by word, and a few Chinese words and emoji.
const MERGES: [[usize; 2]; 64] = [
    [32, 116],
    [104, 101],
    [101, 97],
    [256, 257],
    [32, 97],
    [32, 108],
    [32, 230],
    [101, 114],
    [156, 136],
    [32, 114],
    [240, 159],
    [258, 100],
    [265, 267],
    [32, 105],
    [32, 111],
    [32, 266],
    [110, 100],
    [116, 263],
    [152, 142],
    [256, 111],
    [257, 114],
    [262, 274],
    [260, 272],
    [262, 264],
    [101, 116],
    [101, 120],
    [114, 101],
    [114, 110],
    [166, 128],
    [256, 281],
    [258, 283],
    [261, 280],
    [261, 286],
    [277, 230],
    [285, 116],
    [287, 273],
    [32, 84],
    [32, 119],
    [99, 104],
    [103, 263],
    [110, 295],
    [111, 296],
    [114, 105],
    [116, 276],
    [133, 137],
    [153, 130],
    [229, 300],
    [261, 297],
    [269, 116],
    [270, 110],
    [271, 284],
    [271, 301],
    [279, 302],
    [288, 115],
    [289, 264],
    [293, 298],
    [32, 98],
    [32, 294],
    [99, 276],
    [100, 282],
    [101, 115],
    [105, 108],
    [256, 97],
    [256, 258],
];

const TEXTS: [&str; 3] = [
    "the other teacher reads a longer text",
    "the 明月 and 月光 明日",
    "there 🙂🦀 on a 🦀",
];

/// Shows three texts with more and more merges, a stroke where a token ends, and how many tokens each text has. A token that
/// holds a part of a character alone is shown as `�`.
///
/// `encode` gets the bytes of a text and the merges, `decode` tokens and the merges; they return the tokens of the text and
/// the bytes of the tokens.
///
/// ```
/// use course::demo;
///
/// demo::tokens(
///     |text, _merges| text.into_iter().map(usize::from).collect(),
///     |tokens, _merges| tokens.into_iter().map(|token| token as u8).collect(),
/// );
/// ```
pub fn tokens(
    encode: impl Fn(Vec<u8>, Vec<Vec<usize>>) -> Vec<usize>,
    decode: impl Fn(Vec<usize>, Vec<Vec<usize>>) -> Vec<u8>,
) {
    for known in 0..=MERGES.len() {
        let merges: Vec<Vec<usize>> = MERGES[..known].iter().map(|pair| pair.to_vec()).collect();
        let mut lines = Vec::new();
        for (row, text) in TEXTS.iter().enumerate() {
            let tokens = encode(text.as_bytes().to_vec(), merges.clone());
            let series = format!("tokens of text {}", row + 1);
            report::metric(&series, known, tokens.len() as f32);
            // Token by token, because one alone need not be valid UTF-8.
            let pieces = tokens.into_iter().map(|token| {
                let bytes = decode(vec![token], merges.clone());
                String::from_utf8_lossy(&bytes).into_owned()
            });
            lines.push(pieces.collect::<Vec<_>>().join("|"));
        }
        report::text("where tokens end", known, &lines.join("\n"));
    }
}
