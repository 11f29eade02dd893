//! What attention looks at: the map of a sentence, and what a score knows of positions.

use gradlings::prelude::*;

use crate::Batch;

/// What a word is, and what it looks for.
#[derive(Clone, Copy)]
enum Kind {
    Article,
    Noun,
    Verb,
    Link,
    Pronoun,
}

const KINDS: usize = 5;

const SENTENCE: [(&str, Kind, Kind); 8] = [
    ("the", Kind::Article, Kind::Noun),
    ("cat", Kind::Noun, Kind::Article),
    ("slept", Kind::Verb, Kind::Noun),
    ("because", Kind::Link, Kind::Verb),
    ("it", Kind::Pronoun, Kind::Noun),
    ("was", Kind::Verb, Kind::Pronoun),
    ("so", Kind::Link, Kind::Verb),
    ("tired", Kind::Verb, Kind::Pronoun),
];

/// One row for each word, with `size` in the column of the kind that `of` picks.
fn kinds(of: impl Fn(&(&str, Kind, Kind)) -> Kind, size: f32) -> Batch {
    let row = |word| {
        let kind = of(word) as usize;
        (0..KINDS).map(move |column| if column == kind { size } else { 0.0 })
    };
    let numbers = SENTENCE.iter().flat_map(row).collect();
    device().tensor_from_vec(numbers, (1, SENTENCE.len(), KINDS))
}

/// So many different values that what is fetched is the weights themselves.
fn each_its_own(time: usize) -> Batch {
    let ones = (0..time * time).map(|n| f32::from(u8::from(n / time == n % time)));
    device().tensor_from_vec(ones.collect(), (1, time, time))
}

/// Shows which word of "the cat slept because it was so tired" looks at which: a map with a row for each word, in which
/// the queries grow from frame to frame.
///
/// `attention` gets queries and keys `(1, 8, 5)` and values `(1, 8, 8)`.
///
/// ```
/// use course::demo;
///
/// demo::attention_map(|_q, _k, v| v);
/// ```
pub fn attention_map(attention: impl Fn(Batch, Batch, Batch) -> Batch) {
    let words = SENTENCE.map(|(word, _, _)| word).join(" ");
    report::note(&format!("rows look, columns are looked at: {words}"));
    for step in 0..=12 {
        let queries = kinds(|&(_, _, sought)| sought, step as f32);
        let keys = kinds(|&(_, is, _)| is, 1.0);
        let map = attention(queries, keys, each_its_own(SENTENCE.len()));
        report::heat_map("who looks at whom, as the queries grow", step, &map);
    }
}

/// The length of the vectors whose dot products are shown.
const WIDTH: usize = 32;
const FARTHEST: usize = 96;

/// Shows the dot product of a query and a key, all of whose numbers are equal, by the distance of the two: twice, for a
/// query at position 0 and for one at position 100, whose curves are one if only the distance counts. Beside it stand
/// all dot products of 24 tokens.
///
/// `rotate` gets a tensor `(1, time, 32)` and the position of its first row, and returns it with its rows turned.
///
/// ```
/// use course::demo;
///
/// demo::dot_by_distance(|x, _offset| x);
/// ```
pub fn dot_by_distance(rotate: impl Fn(Batch, usize) -> Batch) {
    // Of length 1, so that the dot product is 1 where both stand at the same place.
    let rows = |count: usize| -> Batch {
        let number = 1.0 / (WIDTH as f32).sqrt();
        device().tensor_from_vec(vec![number; count * WIDTH], (1, count, WIDTH))
    };
    let products = |q: Batch, k: Batch| q.matmul(k.permute::<_, Axes3<0, 2, 1>>());
    for (name, start) in [("dot product", 0), ("dot product, 100 tokens later", 100)] {
        let curve = products(rotate(rows(1), start), rotate(rows(FARTHEST), start));
        for (distance, product) in curve.as_vec().into_iter().enumerate() {
            report::metric(name, distance, product);
        }
    }
    let turned = rotate(rows(24), 0);
    report::heat_map(
        "the dot product of every token with every other",
        0,
        &products(turned.clone(), turned),
    );
}
