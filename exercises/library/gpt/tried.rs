//! A model that learns from a text which somebody gives it.

use gradlings::prelude::*;
use gradlings::trial::{Content, Given, Trial};

use super::{Gpt, write};
use crate::{Alphabet, Batch, bigram_nats, tang_poems};

/// More characters than a text is trained on: a whole novel.
const MOST: usize = 1_000_000;
/// What is shorter has too little that could be put aside.
const LEAST: usize = 1_000;
/// How much the trained model writes.
const LENGTH: usize = 400;
/// After how many characters of what was put aside.
const PROMPT: usize = 12;

/// Trains a model on each text that is given, on the Tang poems where there is none: all but its last tenth. Says how many nats
/// per character the model has on that tenth, beside a bigram table, and what it writes.
///
/// `train` makes a model of a text, and `logits` gives those of a model for symbols, `(1, time, symbols)`.
///
/// ```no_run
/// use course::{Alphabet, Batch, Gpt};
/// use gradlings::prelude::*;
///
/// fn main() {
///     Exercise::new()
///         .to_try("learns from a text of your own", |trial| {
///             let train = |text: String| Gpt::new(Alphabet::of(&text).len(), 48, 48, &mut random(1));
///             let logits = |weights: &Gpt, tokens: &[usize]| -> Batch {
///                 weights.vectors(&[tokens.to_vec()]).matmul(weights.output.clone())
///             };
///             course::learn(trial, train, logits)
///         })
///         .serve()
/// }
/// ```
pub fn learn(
    trial: &Trial,
    train: impl Fn(String) -> Gpt,
    logits: impl Fn(&Gpt, &[usize]) -> Batch,
) {
    let mut files = 0;
    while let Some(Given { name, content }) = trial.file() {
        files += 1;
        match content {
            Content::Text(text) => from(trial, &name, &text, &train, &logits),
            Content::Image(_) | Content::Sound(_) | Content::Table(_) => {
                trial.say(&format!("{name} is no text; give a text in UTF-8.\n"));
            }
        }
    }
    if files == 0 {
        from(trial, "the Tang poems", tang_poems(), &train, &logits);
    }
}

fn from(
    trial: &Trial,
    name: &str,
    text: &str,
    train: &impl Fn(String) -> Gpt,
    logits: &impl Fn(&Gpt, &[usize]) -> Batch,
) {
    // What editors on Windows end a line with is one end of a line.
    let characters: Vec<char> = text.chars().filter(|&it| it != '\r').take(MOST).collect();
    let (seen, unseen) = characters.split_at(characters.len() / 10 * 9);
    let (seen, unseen) = (String::from_iter(seen), String::from_iter(unseen));
    let alphabet = Alphabet::of(&seen);
    let known = alphabet.encode(&unseen);
    if characters.len() < LEAST {
        trial.say(&format!(
            "{name} has {} characters, which is too little to learn from; give {LEAST} or more.\n",
            characters.len()
        ));
        return;
    }
    trial.say(&format!(
        "{name}: {} characters, {} different ones. The last tenth is put aside.\n",
        characters.len(),
        Alphabet::of(text).len()
    ));
    let weights = train(seen.clone());
    let next = |tokens: &[usize]| logits(&weights, tokens);
    let all = [alphabet.encode(&seen), known.clone()].concat();
    match nats(&known, weights.context, alphabet.len(), next) {
        Some(nats) => trial.say(&format!(
            "On what was put aside your model has {nats:.2} nats per character, a bigram table {:.2}.\n\n",
            bigram_nats(&all, alphabet.len())
        )),
        None => trial.say("What your model says of the text has not the shape of logits.\n"),
    }
    let prompt: String = unseen.chars().take(PROMPT).collect();
    trial.say(&format!(
        "{}\n",
        write(&alphabet, &prompt, LENGTH, weights.context, next)
    ));
}

/// The mean cross-entropy over pieces of a text; `None` where the logits have another shape than they should.
fn nats(
    tokens: &[usize],
    context: usize,
    symbols: usize,
    logits: impl Fn(&[usize]) -> Batch,
) -> Option<f32> {
    let (mut sum, mut count) = (0.0, 0.0);
    for piece in tokens.windows(context + 1).step_by(context.max(1)) {
        let logits = logits(&piece[..context]);
        if *logits.shape() != (1, context, symbols) {
            return None;
        }
        let losses = logits.log_softmax::<Axis<2>>().as_vec();
        for (row, next) in losses.chunks(symbols).zip(&piece[1..]) {
            sum -= f64::from(*row.get(*next)?);
            count += 1.0;
        }
    }
    Some((sum / count) as f32)
}
