//! First names: those of the 1990 census of the United States, by its Census Bureau (public domain).

use gradlings::prelude::*;

use crate::Recurrent;

/// The symbols that names are written with: the letters, numbered from 1 to 26, and 0 for where a name begins and ends.
pub const SYMBOLS: usize = 27;

/// More letters than any name has: where writing stops that finds no end.
const LONGEST: usize = 16;

/// 4,647 names in lower case, in the order of the alphabet. Every tenth name of the census is not among them: those are what
/// a model is examined on.
pub fn training() -> Vec<String> {
    include_str!("files/names.txt")
        .lines()
        .map(str::to_owned)
        .collect()
}

/// The letters of a name as numbers, from 1 for `a` to 26 for `z`. What is no such letter is left out.
///
/// ```
/// assert_eq!(course::names::numbers("abz"), [1, 2, 26]);
/// ```
pub fn numbers(name: &str) -> Vec<usize> {
    let number = |letter: u8| {
        letter
            .is_ascii_lowercase()
            .then(|| usize::from(letter - b'a') + 1)
    };
    name.bytes().filter_map(number).collect()
}

/// A row for each symbol, with a 1 in its place and zeros elsewhere, shape `(rows, 27)`. The row of `None` is zeros, and so is
/// that of a number that is no symbol.
///
/// ```
/// let rows = course::names::one_hot(&[Some(2), None]);
/// assert_eq!(rows.as_vec()[..4], [0.0, 0.0, 1.0, 0.0]);
/// ```
pub fn one_hot(symbols: &[Option<usize>]) -> Matrix {
    let rows = symbols.iter().flat_map(|&symbol| {
        (0..SYMBOLS).map(move |place| f32::from(u8::from(symbol == Some(place))))
    });
    device().tensor_from_vec(rows.collect(), (symbols.len(), SYMBOLS))
}

/// `count` names that a network writes, one a line: letter by letter, each drawn with the probability that the network gives
/// it, until the end is drawn. The random numbers are the same every time, so that what changes from call to call is the
/// network.
///
/// `next` gets one row for each name, `(count, 27)`, and the states, `(count, units)`; it returns the states after them.
pub fn invent(
    weights: &Recurrent,
    count: usize,
    next: impl Fn(Matrix, Matrix) -> Matrix,
) -> String {
    let mut random = random(27);
    let mut states = weights.rest(count);
    let (mut symbols, mut written) = (vec![Some(0); count], vec![String::new(); count]);
    for _ in 0..LONGEST {
        states = next(one_hot(&symbols), states);
        let shares = weights.logits(states.clone()).softmax::<Axis<1>>().as_vec();
        let rows = shares.chunks(SYMBOLS).zip(symbols.iter_mut());
        for ((shares, symbol), name) in rows.zip(&mut written) {
            let drawn = draw(shares, random.r#gen());
            *symbol = symbol.and((drawn > 0).then_some(drawn));
            name.extend(symbol.and_then(letter));
        }
    }
    written.join("\n")
}

/// The symbol at which the shares, added up, exceed `at`.
fn draw(shares: &[f32], mut at: f32) -> usize {
    let exceeds = |share: &f32| {
        at -= share;
        at < 0.0
    };
    shares.iter().position(exceeds).unwrap_or(0)
}

fn letter(number: usize) -> Option<char> {
    let after = u8::try_from(number).ok()?.checked_sub(1)?;
    Some(char::from(b'a'.checked_add(after)?))
}
