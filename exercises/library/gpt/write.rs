//! The text that a model writes.

use gradlings::prelude::*;

use crate::{Alphabet, Batch};

/// Writes `length` characters after `prompt`, one by one: each is drawn with the probability that the model gives it after
/// those before, of which it sees the last `context`. The random numbers are the same every time, so that what changes from call to
/// call is the model.
///
/// Where the alphabet has nothing of the prompt, the text begins with its first symbol.
/// `logits` gets the symbols so far and returns `(1, time, symbols)`. What it returns in another shape ends the text.
///
/// ```
/// use course::{Alphabet, Batch, write};
/// use gradlings::prelude::*;
///
/// // A model that always expects an `a`.
/// let alphabet = Alphabet::of("ab");
/// let logits = |tokens: &[usize]| -> Batch {
///     let rows = tokens.iter().flat_map(|_| [50.0, 0.0]);
///     device().tensor_from_vec(rows.collect(), (1, tokens.len(), 2))
/// };
/// assert_eq!(write(&alphabet, "b", 3, 48, logits), "baaa");
/// ```
pub fn write(
    alphabet: &Alphabet,
    prompt: &str,
    length: usize,
    context: usize,
    logits: impl Fn(&[usize]) -> Batch,
) -> String {
    let mut random = random(1865);
    let mut tokens = alphabet.encode(prompt);
    if tokens.is_empty() {
        // There has to be something that the next symbol comes after.
        tokens.push(0);
    }
    for _ in 0..length {
        let seen = &tokens[tokens.len().saturating_sub(context)..];
        let logits = logits(seen);
        if *logits.shape() != (1, seen.len(), alphabet.len()) {
            break;
        }
        let shares = logits.softmax::<Axis<2>>().as_vec();
        let last = shares.len().saturating_sub(alphabet.len());
        let mut at: f32 = random.r#gen();
        let exceeds = |share: &f32| {
            at -= share;
            at < 0.0
        };
        // Rounding, or a share that is no number, may leave none.
        let next = shares[last..].iter().position(exceeds).unwrap_or(0);
        tokens.push(next);
    }
    alphabet.decode(&tokens)
}
