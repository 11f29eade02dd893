//! What the heads of a layer look at.

use gradlings::prelude::*;

use crate::Batch;

const WORDS: [&str; 12] = [
    "the", "dog", "saw", "the", "cat", "and", "the", "cat", "saw", "the", "dog", ".",
];
const TIME: usize = WORDS.len();
/// The numbers of one head: as many as there are words, so that what it fetches can be its weights.
const D: usize = 12;
const HEADS: usize = 4;
const WIDTH: usize = HEADS * D;
/// Its square, divided by the square root of `D`, is a score of about 6.
const LARGE: f32 = 4.6;
/// The pairs from this one on turn by less than a hundredth of a radian per token.
const SLOW: usize = 3;

/// A matrix `(WIDTH, WIDTH)` whose upper rows belong to the words, one each.
struct Rows(Vec<f32>);

impl Rows {
    fn zeros() -> Self {
        Self(vec![0.0; WIDTH * WIDTH])
    }

    /// Puts a number of head `head` into the row of a word.
    fn put(&mut self, word: usize, head: usize, column: usize, number: f32) {
        if let Some(place) = self.0.get_mut(word * WIDTH + head * D + column) {
            *place = number;
        }
    }

    /// A pair of numbers whose point lies at this angle.
    fn put_pair(&mut self, word: usize, head: usize, pair: usize, angle: f32) {
        self.put(word, head, pair, LARGE * angle.cos());
        self.put(word, head, pair + D / 2, LARGE * angle.sin());
    }

    fn matrix(self) -> Matrix {
        device().tensor_from_vec(self.0, (WIDTH, WIDTH))
    }
}

/// The column, among those that hardly turn, that stands for a word.
fn column(word: usize) -> usize {
    let same = |&other: &usize| WORDS[other] == WORDS[word];
    let first = (0..TIME).find(same).unwrap_or(word);
    let known = (0..first).filter(|&at| !WORDS[..at].contains(&WORDS[at]));
    let number = known.count();
    let slow = D / 2 - SLOW;
    SLOW + number % slow + number / slow % 2 * (D / 2)
}

/// Queries and keys of four heads: one that looks for the same word, one for the word before, one for the first word, and
/// one for nothing.
fn sought() -> (Matrix, Matrix) {
    let (mut queries, mut keys) = (Rows::zeros(), Rows::zeros());
    for word in 0..TIME {
        queries.put(word, 0, column(word), LARGE);
        keys.put(word, 0, column(word), LARGE);
        for pair in 0..2 {
            // A token's point turns by this much from one token to the next.
            let speed = 10000_f32.powf(-2.0 * pair as f32 / D as f32);
            queries.put_pair(word, 1, pair, -speed);
            keys.put_pair(word, 1, pair, 0.0);
        }
        queries.put(word, 2, D / 2 - 1, LARGE);
    }
    keys.put(0, 2, D / 2 - 1, LARGE);
    (queries.matrix(), keys.matrix())
}

/// Shows what each of four heads looks at in "the dog saw the cat and the cat saw the dog .": the weights are given, and
/// the values are such that what a head fetches is its map.
///
/// `multi_head` gets the tokens `(1, 12, 48)`, four matrices `(48, 48)` and the number of heads, 4, and returns a tensor
/// of the shape of the tokens.
///
/// ```
/// use course::demo;
///
/// demo::head_maps(|x, _w_q, _w_k, _w_v, _w_o, _heads| x);
/// ```
pub fn head_maps(multi_head: impl Fn(Batch, Matrix, Matrix, Matrix, Matrix, usize) -> Batch) {
    let ones =
        |number: usize, columns: usize| f32::from(u8::from(number / columns == number % columns));
    let one_hot = (0..TIME * WIDTH).map(|n| ones(n, WIDTH)).collect();
    let words: Batch = device().tensor_from_vec(one_hot, (1, TIME, WIDTH));
    let same = (0..WIDTH * WIDTH).map(|n| ones(n, WIDTH)).collect();
    let same: Matrix = device().tensor_from_vec(same, (WIDTH, WIDTH));
    let mut values = Rows::zeros();
    for word in 0..TIME {
        for head in 0..HEADS {
            values.put(word, head, word, 1.0);
        }
    }
    let (queries, keys) = sought();
    let fetched = multi_head(words, queries, keys, values.matrix(), same, HEADS);
    if *fetched.shape() != (1, TIME, WIDTH) {
        report::note("what comes back has not the shape of the tokens, so there is no map");
        return;
    }
    report::note(&format!(
        "rows look, columns are looked at: {}",
        WORDS.join(" ")
    ));
    let fetched = fetched.as_vec();
    let names = [
        "the same word",
        "the word before",
        "the first word",
        "nothing",
    ];
    for (head, name) in names.into_iter().enumerate() {
        let rows = fetched.chunks(WIDTH);
        let map = Vec::from_iter(rows.map(|row| row[head * D..][..D].to_vec()));
        report::heat_map(&format!("head {head} looks for {name}"), 0, &map);
    }
}
