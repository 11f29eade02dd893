//! How `nats_per_token`, `perplexity` and `bits_per_byte` are checked. Padding is mostly 0, as if it had been guessed for certain,
//! and in some cases other numbers.

#[path = "../../solutions/11_language/perplexity.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{bits_per_byte, nats_per_token, perplexity};
use std::f32::consts::{LN_2, LN_10};

/// A row for each text, and the lengths.
type Batch = (Vec<Vec<f32>>, Vec<usize>);

/// Texts of these lengths, and padding made of this number.
fn batch(g: &mut Generator, lengths: &[usize], padding: f32) -> Batch {
    let longest = lengths.iter().max().map_or(0, |&longest| longest);
    let row = |&length: &usize| {
        // Some texts are much harder than others.
        let nats = g.number(0.3..3.0);
        let mut row: Vec<f32> = (0..length).map(|_| -nats * g.number(0.5..1.5)).collect();
        row.resize(longest, padding);
        row
    };
    (lengths.iter().map(row).collect(), lengths.to_vec())
}

/// Lengths of which no two are equal.
fn lengths(g: &mut Generator, texts: usize) -> Vec<usize> {
    let order = g.permutation(texts + 2);
    order.into_iter().take(texts).map(|more| 1 + more).collect()
}

/// The texts of these lengths, with characters of one to four bytes.
fn texts(g: &mut Generator, lengths: &[usize]) -> Vec<String> {
    let text = |&length: &usize| g.characters(2 * length + usize::from(length > 0));
    lengths.iter().map(text).collect()
}

/// A batch and its texts.
fn with_texts(
    g: &mut Generator,
    (logs, lengths): Batch,
) -> (Vec<Vec<f32>>, Vec<usize>, Vec<String>) {
    let texts = texts(g, &lengths);
    (logs, lengths, texts)
}

/// `so so` in two tokens and `月` in one.
fn lesson() -> Batch {
    (vec![vec![-LN_2, -LN_2], vec![-4.0 * LN_2, 0.0]], vec![2, 1])
}

/// The nats of each text and its number of tokens.
fn by_text(logs: &[Vec<f32>], lengths: &[usize]) -> Vec<(f32, f32)> {
    let texts = logs.iter().zip(lengths);
    texts
        .map(|(row, &length)| (-row[..length].iter().sum::<f32>(), length as f32))
        .collect()
}

fn mean(numbers: impl IntoIterator<Item = f32>) -> f32 {
    let numbers = Vec::from_iter(numbers);
    numbers.iter().sum::<f32>() / numbers.len() as f32
}

/// Nats of all texts together.
fn total(logs: &[Vec<f32>], lengths: &[usize]) -> f32 {
    by_text(logs, lengths).iter().map(|(nats, _)| nats).sum()
}

/// What all numbers are worth together, padding too.
fn with_padding(logs: &[Vec<f32>]) -> f32 {
    -logs.iter().flatten().sum::<f32>()
}

/// How many numbers there are, padding too.
fn places(logs: &[Vec<f32>]) -> f32 {
    logs.iter().flatten().count() as f32
}

fn tokens(lengths: &[usize]) -> f32 {
    lengths.iter().sum::<usize>() as f32
}

fn bytes(texts: &[String]) -> f32 {
    texts.iter().map(String::len).sum::<usize>() as f32
}

/// The mean of what each text costs, over the texts in which there is anything to count.
fn mean_of_some(costs: impl IntoIterator<Item = (f32, f32)>) -> f32 {
    let some = costs.into_iter().filter(|(_, count)| *count > 0.0);
    mean(some.map(|(cost, count)| cost / count))
}

/// The logarithms of all tokens of all texts.
fn all(logs: &[Vec<f32>], lengths: &[usize]) -> Vec<f32> {
    let rows = logs.iter().zip(lengths);
    rows.flat_map(|(row, &length)| &row[..length])
        .copied()
        .collect()
}

/// What is left of each text without its last token.
fn without_the_last(lengths: Vec<usize>) -> Vec<usize> {
    let shorter = lengths.into_iter().map(|length| length.saturating_sub(1));
    shorter.collect()
}

/// What is left of each text without its first token.
fn without_the_first(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> Batch {
    let logs = logs
        .into_iter()
        .map(|row| row.into_iter().skip(1).collect());
    (logs.collect(), without_the_last(lengths))
}

fn main() {
    Reference::of("nats_per_token", function(nats_per_token))
        .inputs(["logs", "lengths"])
        .parts([("nats", within(1e-5, 1e-5))])
        .case("one token", |g| batch(g, &[1], 0.0))
        .case("one text", |g| batch(g, &[4], 0.0))
        .case("the example of the lesson", |_| lesson())
        .case("texts that are equally long", |g| batch(g, &[3, 3], 0.0))
        .case("a text without tokens", |g| batch(g, &[2, 0, 5], 0.0))
        .case("everything guessed for certain", |_| (vec![vec![0.0; 3]; 2], vec![3, 1]))
        .case("padding of other numbers", |g| batch(g, &[4, 1, 3], -5.0))
        .case("padding of minus infinity", |g| batch(g, &[2, 4, 1], f32::NEG_INFINITY))
        .case("a probability of 0", |_| {
            (vec![vec![-1.0, -2.0], vec![f32::NEG_INFINITY, 0.0]], vec![2, 1])
        })
        .cases(14, |g, i| {
            let lengths = lengths(g, 2 + i / 3);
            batch(g, &lengths, 0.0)
        })
        .wrong(
            "padding counted",
            "You counted padding as well; of each row, only the first `length` numbers belong to the text.",
            |logs, _| with_padding(&logs) / places(&logs),
        )
        .wrong(
            "divided by all places",
            "You divided by the number of all places, with the padding; divide by the number of tokens, the sum of \
             `lengths`.",
            |logs, lengths| total(&logs, &lengths) / places(&logs),
        )
        .wrong(
            "padding in the sum",
            "Your sum has the padding in it, whatever number stands there; of each row, take the first `length` numbers.",
            |logs, lengths| with_padding(&logs) / tokens(&lengths),
        )
        .wrong(
            "padding times 0",
            "You multiplied the padding by 0, but minus infinity times 0 is no number; leave padding out.",
            |logs, lengths| {
                let masked = logs.iter().zip(&lengths).flat_map(|(row, &length)| {
                    let places = row.iter().enumerate();
                    places.map(move |(at, log)| log * f32::from(u8::from(at < length)))
                });
                -masked.sum::<f32>() / tokens(&lengths)
            },
        )
        .wrong(
            "mean of means",
            "You took the mean of the means of the texts, so a short text weighs as much as a long one; sum over all tokens of \
             all texts, and divide once.",
            |logs, lengths| mean(by_text(&logs, &lengths).into_iter().map(|(nats, n)| nats / n)),
        )
        .wrong(
            "mean of means, none for no tokens",
            "You took the mean of the means of the texts, so a short text weighs as much as a long one; sum over all tokens of all \
             texts, and divide once.",
            |logs, lengths| {
                mean(by_text(&logs, &lengths).into_iter().map(|(nats, n)| nats / n.max(1.0)))
            },
        )
        .wrong(
            "mean of means, of texts with tokens",
            "You took the mean of the means of the texts, so a short text weighs as much as a long one; sum over all tokens of all \
             texts, and divide once.",
            |logs, lengths| mean_of_some(by_text(&logs, &lengths)),
        )
        .wrong(
            "zeros skipped",
            "You took every 0 for padding; padding may be any number, and a token of probability 1 has a 0 too. Go by `lengths`.",
            |logs, _| {
                let others = logs.into_iter().flatten().filter(|log| *log != 0.0);
                -mean(others)
            },
        )
        .wrong(
            "one place too far",
            "Your sum has one number of the padding in it; of each row, only the first `length` numbers belong to the text.",
            |logs, lengths| {
                let rows = logs.iter().zip(&lengths);
                let sum: f32 = rows.flat_map(|(row, length)| row.iter().take(length + 1)).sum();
                -sum / tokens(&lengths)
            },
        )
        .wrong(
            "impossible tokens free",
            "You left minus infinity out where it belongs to a token; the result is infinite then, because the model gave no \
             probability to what came. Go by `lengths`, and leave nothing out.",
            |logs, lengths| {
                let possible = all(&logs, &lengths).into_iter().filter(|log| log.is_finite());
                -possible.sum::<f32>() / tokens(&lengths)
            },
        )
        .wrong(
            "impossible tokens not counted",
            "You left minus infinity out where it belongs to a token; the result is infinite then, because the model gave no \
             probability to what came. Go by `lengths`, and leave nothing out.",
            |logs, lengths| {
                let possible = all(&logs, &lengths).into_iter().filter(|log| log.is_finite());
                -mean(possible)
            },
        )
        .wrong(
            "per text",
            "You divided by the number of texts; divide by the number of tokens, the sum of `lengths`.",
            |logs, lengths| total(&logs, &lengths) / lengths.len() as f32,
        )
        .wrong(
            "the sum",
            "You summed and did not divide; divide by the number of tokens, the sum of `lengths`.",
            |logs, lengths| total(&logs, &lengths),
        )
        .wrong(
            "sign",
            "You left out the minus: the logarithm of a probability is negative, and nats are not.",
            |logs, lengths| -nats_per_token(logs, lengths),
        )
        .wrong(
            "bits",
            "You divided by `ln 2`, so these are bits; nats are what the natural logarithm gives.",
            |logs, lengths| nats_per_token(logs, lengths) / LN_2,
        )
        .wrong(
            "first token left out",
            "You left out the first token of every text; here `logs` has its probability too, and it counts.",
            |logs, lengths| {
                let (logs, lengths) = without_the_first(logs, lengths);
                nats_per_token(logs, lengths)
            },
        )
        .wrong(
            "last token left out",
            "You left out the last token of every text; of each row, the first `length` numbers count, and that is one of them.",
            |logs, lengths| nats_per_token(logs, without_the_last(lengths)),
        )
        .wrong(
            "mean of the probabilities",
            "You took the mean of the probabilities and then its logarithm; take the mean of the logarithms.",
            |logs, lengths| {
                let rows = logs.iter().zip(&lengths);
                let p = rows.flat_map(|(row, &length)| row[..length].iter().map(|log| log.exp()));
                -mean(p).ln()
            },
        )
        .wrong(
            "logarithm again",
            "You took the logarithm of what is one already; sum the numbers of `logs` as they are.",
            |logs, lengths| {
                let rows = logs.iter().zip(&lengths);
                let twice = rows.flat_map(|(row, &length)| row[..length].iter().map(|log| log.ln()));
                -mean(twice)
            },
        )
        .and("perplexity", function(perplexity))
        .inputs(["logs", "lengths"])
        .parts([("perplexity", within(1e-4, 1e-4))])
        .case("one token", |g| batch(g, &[1], 0.0))
        .case("one text", |g| batch(g, &[4], 0.0))
        .case("the example of the lesson", |_| lesson())
        .case("a blind guess among 27", |_| (vec![vec![-27_f32.ln(); 3]; 2], vec![3, 2]))
        .case("everything guessed for certain", |_| (vec![vec![0.0; 3]; 2], vec![3, 1]))
        .case("a text without tokens", |g| batch(g, &[3, 0, 2], 0.0))
        .case("padding of other numbers", |g| batch(g, &[4, 1, 3], -5.0))
        .case("a probability of 0", |_| {
            (vec![vec![-1.0, -2.0], vec![f32::NEG_INFINITY, 0.0]], vec![2, 1])
        })
        .cases(14, |g, i| {
            let lengths = lengths(g, 2 + i / 3);
            batch(g, &lengths, 0.0)
        })
        .wrong(
            "mean of perplexities",
            "You took the mean of the perplexities of the texts; take the mean of the nats over all tokens first, and then \
             `exp` once.",
            |logs, lengths| {
                mean(by_text(&logs, &lengths).into_iter().map(|(nats, n)| (nats / n).exp()))
            },
        )
        .wrong(
            "mean of perplexities, none for no tokens",
            "You took the mean of the perplexities of the texts; take the mean of the nats over all tokens first, and then `exp` \
             once.",
            |logs, lengths| {
                mean(by_text(&logs, &lengths).into_iter().map(|(nats, n)| (nats / n.max(1.0)).exp()))
            },
        )
        .wrong(
            "mean of perplexities, of texts with tokens",
            "You took the mean of the perplexities of the texts; take the mean of the nats over all tokens first, and then `exp` \
             once.",
            |logs, lengths| {
                let texts = by_text(&logs, &lengths).into_iter().filter(|(_, n)| *n > 0.0);
                mean(texts.map(|(nats, n)| (nats / n).exp()))
            },
        )
        .wrong(
            "mean of the probabilities",
            "You took the mean of the probabilities, and divided 1 by it; take the mean of the logarithms, your `nats_per_token`.",
            |logs, lengths| {
                let p = all(&logs, &lengths).into_iter().map(f32::exp);
                1.0 / mean(p)
            },
        )
        .wrong(
            "mean over tokens",
            "You took `exp` of each token and then the mean; take the mean of the nats first, and then `exp` once.",
            |logs, lengths| {
                let rows = logs.iter().zip(&lengths);
                mean(rows.flat_map(|(row, &length)| row[..length].iter().map(|log| (-log).exp())))
            },
        )
        .wrong(
            "mean of means",
            "You took the mean of the means of the texts before `exp`, so a short text weighs as much as a long one; take \
             your `nats_per_token`.",
            |logs, lengths| {
                mean(by_text(&logs, &lengths).into_iter().map(|(nats, n)| nats / n)).exp()
            },
        )
        .wrong(
            "to the base 2",
            "You raised 2 to the nats; 2 belongs to bits. Nats come from the natural logarithm, so undo it with `exp`.",
            |logs, lengths| nats_per_token(logs, lengths).exp2(),
        )
        .wrong(
            "exp of bits",
            "You took `exp` of bits; bits belong to a power of 2, and `exp` to nats.",
            |logs, lengths| (nats_per_token(logs, lengths) / LN_2).exp(),
        )
        .wrong(
            "to the base 10",
            "You raised 10 to the nats; nats come from the natural logarithm, so undo it with `exp`.",
            |logs, lengths| (nats_per_token(logs, lengths) * LN_10).exp(),
        )
        .wrong(
            "sign",
            "This is the mean probability, below 1; perplexity is 1 divided by it, `exp` of the nats and not of minus them.",
            |logs, lengths| (-nats_per_token(logs, lengths)).exp(),
        )
        .wrong(
            "nats",
            "These are the nats; perplexity is `exp` of them.",
            nats_per_token,
        )
        .wrong(
            "of the sum",
            "You took `exp` of the sum over all tokens; take it of the mean.",
            |logs, lengths| total(&logs, &lengths).exp(),
        )
        .wrong(
            "padding counted",
            "You counted padding as well; take `exp` of your `nats_per_token`, in which it does not count.",
            |logs, _| (with_padding(&logs) / places(&logs)).exp(),
        )
        .wrong(
            "padding as zeros",
            "You counted every place of the padding as a token of probability 1; padding does not count, so take `exp` of your \
             `nats_per_token`.",
            |logs, lengths| (total(&logs, &lengths) / places(&logs)).exp(),
        )
        .and("bits_per_byte", function(bits_per_byte))
        .inputs(["logs", "lengths", "texts"])
        .parts([("bits", within(1e-5, 1e-4))])
        .case("one token", |g| {
            let batch = batch(g, &[1], 0.0);
            with_texts(g, batch)
        })
        .case("the example of the lesson", |_| {
            let (logs, lengths) = lesson();
            (logs, lengths, vec!["so so".into(), "月".into()])
        })
        .case("a token for each byte", |g| {
            let (logs, lengths) = batch(g, &[4, 2], 0.0);
            (logs, lengths, vec!["four".into(), "to".into()])
        })
        .case("English", |g| {
            let (logs, lengths) = batch(g, &[3, 5], 0.0);
            (logs, lengths, vec![g.text(4), g.text(6)])
        })
        .case("a text without tokens", |g| {
            let batch = batch(g, &[3, 0, 2], 0.0);
            with_texts(g, batch)
        })
        .case("padding of other numbers", |g| {
            let batch = batch(g, &[2, 4, 1], -3.0);
            with_texts(g, batch)
        })
        .cases(14, |g, i| {
            let lengths = lengths(g, 2 + i / 3);
            let batch = batch(g, &lengths, 0.0);
            with_texts(g, batch)
        })
        .wrong(
            "nats per byte",
            "These are nats per byte; divide by `ln 2` for bits.",
            |logs, lengths, texts| total(&logs, &lengths) / bytes(&texts),
        )
        .wrong(
            "times ln 2",
            "You multiplied by `ln 2`; a bit is less than a nat, so there are more bits: divide.",
            |logs, lengths, texts| total(&logs, &lengths) * LN_2 / bytes(&texts),
        )
        .wrong(
            "bits per token",
            "These are bits per token; divide all bits by the number of bytes, so that models with other tokens can be compared.",
            |logs, lengths, _| total(&logs, &lengths) / LN_2 / tokens(&lengths),
        )
        .wrong(
            "divided by tokens and bytes",
            "You divided the nats per token by the bytes, so the tokens divide as well; multiply by the number of tokens first, to \
             come back to the sum.",
            |logs, lengths, texts| nats_per_token(logs, lengths) / LN_2 / bytes(&texts),
        )
        .wrong(
            "bits per character",
            "You divided by the number of characters; a character has one to four bytes, and `text.len()` counts those.",
            |logs, lengths, texts| {
                let characters = texts.iter().map(|text| text.chars().count()).sum::<usize>();
                total(&logs, &lengths) / LN_2 / characters as f32
            },
        )
        .wrong(
            "mean over the texts",
            "You took the mean of the bits per byte of each text, so a short text weighs as much as a long one; sum all bits, \
             sum all bytes, and divide once.",
            |logs, lengths, texts| {
                let costs = by_text(&logs, &lengths).into_iter().zip(&texts);
                mean(costs.map(|((nats, _), text)| nats / LN_2 / text.len() as f32))
            },
        )
        .wrong(
            "mean over the texts, none for no bytes",
            "You took the mean of the bits per byte of each text, so a short text weighs as much as a long one; sum all bits, sum \
             all bytes, and divide once.",
            |logs, lengths, texts| {
                let costs = by_text(&logs, &lengths).into_iter().zip(&texts);
                mean(costs.map(|((nats, _), text)| nats / LN_2 / text.len().max(1) as f32))
            },
        )
        .wrong(
            "mean over the texts with bytes",
            "You took the mean of the bits per byte of each text, so a short text weighs as much as a long one; sum all bits, sum \
             all bytes, and divide once.",
            |logs, lengths, texts| {
                let costs = by_text(&logs, &lengths).into_iter().zip(&texts);
                mean_of_some(costs.map(|((nats, _), text)| (nats / LN_2, text.len() as f32)))
            },
        )
        .wrong(
            "bits of a bit",
            "You divided by 8 as well; a byte of a text is one to divide by, whatever bits it is stored in.",
            |logs, lengths, texts| total(&logs, &lengths) / LN_2 / (8.0 * bytes(&texts)),
        )
        .wrong(
            "bits per word",
            "You divided by the number of words; divide by the number of bytes, `text.len()` of each text.",
            |logs, lengths, texts| {
                let words = texts.iter().flat_map(|text| text.split_whitespace()).count();
                total(&logs, &lengths) / LN_2 / words as f32
            },
        )
        .wrong(
            "white space left out",
            "You counted the bytes without white space; all bytes of the texts count, `text.len()` of each.",
            |logs, lengths, texts| {
                let words = texts.iter().flat_map(|text| text.split_whitespace());
                total(&logs, &lengths) / LN_2 / words.map(str::len).sum::<usize>() as f32
            },
        )
        .wrong(
            "bits per text",
            "You divided by the number of texts; divide by the number of their bytes, `text.len()` of each.",
            |logs, lengths, texts| total(&logs, &lengths) / LN_2 / texts.len() as f32,
        )
        .wrong(
            "all bits",
            "You did not divide by the bytes; sum `text.len()` over all texts and divide by that.",
            |logs, lengths, _| total(&logs, &lengths) / LN_2,
        )
        .wrong(
            "perplexity per byte",
            "You began with the perplexity; begin with the nats, because only logarithms can be summed and divided.",
            |logs, lengths, texts| {
                let tokens = tokens(&lengths);
                perplexity(logs, lengths) * tokens / LN_2 / bytes(&texts)
            },
        )
        .wrong(
            "padding counted",
            "You counted the padding as well; of each row, only the first `length` numbers belong to the text.",
            |logs, _, texts| with_padding(&logs) / LN_2 / bytes(&texts),
        )
        .wrong(
            "places for tokens",
            "You multiplied by the number of all places, with the padding; the nats per token are a mean over the tokens, the sum \
             of `lengths`.",
            |logs, lengths, texts| {
                let places = places(&logs);
                nats_per_token(logs, lengths) * places / LN_2 / bytes(&texts)
            },
        )
        .run()
}
