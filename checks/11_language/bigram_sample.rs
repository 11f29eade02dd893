//! How `sample` is checked. Any way to draw is right, so texts are judged by their lengths and by how often each token
//! follows each other one.

use crate::bigram_table::{Table, normalised, transposed};
use crate::solution::sample;
use gradlings::prelude::*;
use gradlings::values::Wire;

/// In a shorter text chance decides too much.
const TELLING: usize = 1000;

const IN_FRONT: &str = "You put `first` in front of your text; it only says in which row to begin, and the text has the \
                        `length` tokens that are drawn.";
const AMONG: &str = "Your text begins with `first`; it only says in which row to begin, so the text begins with the token that \
                     is drawn there.";
const COLUMN: &str = "You drew from a column of the table; what comes after a token is in its row.";
const ALWAYS_FIRST: &str =
    "You drew every token from the row of `first`; go on in the row of the token just drawn.";
const UNIFORM: &str =
    "You drew all tokens with equal probability; draw each with its probability in the row.";
const SOFTMAX: &str =
    "You took the softmax of a row before you drew; the rows are probabilities already.";
const ALONE: &str = "You compared your random number with each probability alone; subtract them one after the other, and \
                     take the token at which it falls below 0.";
const TOO_FAR: &str =
    "You took the token after the one at which your number falls below 0; take that one itself.";
const GREEDY: &str = "You took the most probable token each time, so the text goes round in a circle; draw, so that rarer tokens \
                      come up too.";
const SAME: &str = "After one token you always have the same one; draw a new random number for each token, from one generator that you \
                    make before the loop.";

/// A table whose rows are very different, without zeros.
fn uneven(g: &mut Generator, vocabulary: usize) -> Table {
    let mut number = || 0.02 + g.number(0.0..1.0).powi(4);
    let mut row = || (0..vocabulary).map(|_| number()).collect();
    normalised((0..vocabulary).map(|_| row()).collect())
}

/// A table that leaves no choice: the tokens follow each other in a ring.
fn ring(g: &mut Generator, vocabulary: usize) -> Table {
    let order = g.permutation(vocabulary);
    let mut table = vec![vec![0.0; vocabulary]; vocabulary];
    for at in 0..vocabulary {
        table[order[at]][order[(at + 1) % vocabulary]] = 1.0;
    }
    table
}

/// What each pair of tokens says about an answer.
struct Text {
    first: usize,
    /// How often each token followed each other one, `first` before all.
    counts: Vec<Vec<usize>>,
}

impl Text {
    fn of(tokens: &[usize], first: usize, vocabulary: usize) -> Self {
        let mut counts = vec![vec![0; vocabulary]; vocabulary];
        let mut before = first;
        for &token in tokens {
            counts[before][token] += 1;
            before = token;
        }
        Self { first, counts }
    }

    /// Each token before, each token after, how often the pair occurred, and how often anything came after the first of them.
    fn pairs(&self) -> impl Iterator<Item = (usize, usize, usize, usize)> {
        self.counts.iter().enumerate().flat_map(|(before, row)| {
            let all = row.iter().sum();
            let row = row.iter().enumerate();
            row.map(move |(after, &count)| (before, after, count, all))
        })
    }

    /// A pair that occurs too often or too rarely for this table. The bound is six deviations of chance away, and some more
    /// where pairs are rare.
    fn misfit(&self, table: &Table) -> Option<(usize, usize, usize, usize)> {
        self.pairs().find(|&(before, after, count, all)| {
            let (p, all) = (f64::from(table[before][after]), all as f64);
            let off = (count as f64 - all * p).abs();
            let slack = if p > 0.0 { 3.0 } else { 0.0 };
            off > 6.0 * (all * p * (1.0 - p)).max(0.0).sqrt() + slack
        })
    }

    /// The logarithm of how likely the text is with this table.
    fn likelihood(&self, table: &Table) -> f64 {
        let pairs = self.pairs().filter(|&(_, _, count, _)| count > 0);
        let nats = pairs
            .map(|(before, after, count, _)| count as f64 * f64::from(table[before][after]).ln());
        nats.sum()
    }

    /// Whether each token has only one that comes after it.
    fn leaves_no_choice(&self) -> bool {
        let followers = |row: &Vec<usize>| row.iter().filter(|&&count| count > 0).count();
        self.counts.iter().all(|row| followers(row) <= 1)
    }
}

/// From what another table the text could be drawn, and what that means.
fn slips(table: &Table, first: usize) -> Vec<(Table, &'static str)> {
    let vocabulary = table.len();
    let exp = |row: &Vec<f32>| row.iter().map(|p| p.exp()).collect();
    let columns = transposed(table.clone());
    vec![
        (columns.iter().map(|row| subtracted(row)).collect(), COLUMN),
        (normalised(columns), COLUMN),
        (vec![table[first].clone(); vocabulary], ALWAYS_FIRST),
        (
            vec![vec![1.0 / vocabulary as f32; vocabulary]; vocabulary],
            UNIFORM,
        ),
        (normalised(table.iter().map(exp).collect()), SOFTMAX),
        (table.iter().map(|row| alone(row)).collect(), ALONE),
        (table.iter().map(|row| too_far(row)).collect(), TOO_FAR),
    ]
}

/// With what probability each token is drawn from numbers that need not sum to 1: what is left goes to the last.
fn subtracted(row: &[f32]) -> Vec<f32> {
    let mut left = 1.0_f32;
    let mut shares: Vec<f32> = row.iter().map(|&p| take(&mut left, p)).collect();
    if let Some(last) = shares.last_mut() {
        *last += left;
    }
    shares
}

fn take(left: &mut f32, p: f32) -> f32 {
    let taken = p.min(*left);
    *left -= taken;
    taken
}

/// With what probability each token is drawn by the first of them that exceeds a random number; the last where none does.
fn alone(row: &[f32]) -> Vec<f32> {
    let mut reached = 0.0_f32;
    let mut shares: Vec<f32> = row
        .iter()
        .map(|&p| {
            let share = (p - reached).max(0.0);
            reached = reached.max(p);
            share
        })
        .collect();
    if let Some(last) = shares.last_mut() {
        *last += 1.0 - reached;
    }
    shares
}

/// With what probability each token is drawn where the next one is taken, but none beyond the last.
fn too_far(row: &[f32]) -> Vec<f32> {
    let last = row.len() - 1;
    let mut shares = vec![0.0; row.len()];
    for (token, p) in row.iter().enumerate() {
        shares[last.min(token + 1)] += p;
    }
    shares
}

/// What is wrong with a text.
fn objection(inputs: &[Value], answer: &[Value]) -> Option<String> {
    let table = Table::from_value(inputs[0].clone()).unwrap_or_default();
    let [first, length] = [1, 2].map(|at| usize::from_value(inputs[at].clone()).unwrap_or(0));
    let Ok(tokens) = Vec::<usize>::from_value(answer[0].clone()) else {
        return Some("Your answer is not a list of tokens.".into());
    };
    if tokens.len() == length + 1 && tokens[0] == first {
        return Some(IN_FRONT.into());
    }
    if tokens.len() != length {
        return Some(format!(
            "Your text has {} tokens; `length` is {length}.",
            tokens.len()
        ));
    }
    if let Some(stranger) = tokens.iter().find(|&&token| token >= table.len()) {
        let last = table.len().saturating_sub(1);
        return Some(format!(
            "There is no token {stranger}; the last one is {last}."
        ));
    }
    if length < TELLING {
        return None;
    }
    let text = Text::of(&tokens, first, table.len());
    let misfit = text.misfit(&table)?;
    let said = among(&tokens, first, &table).or_else(|| slip(&text, &table));
    Some(said.map_or_else(|| of_a_pair(misfit, &table), str::to_owned))
}

/// If nothing is wrong but that the text begins with `first`.
fn among(tokens: &[usize], first: usize, table: &Table) -> Option<&'static str> {
    let (begins, rest) = tokens.split_first()?;
    let fits = Text::of(rest, first, table.len()).misfit(table).is_none();
    (*begins == first && fits).then_some(AMONG)
}

/// The slip that explains the text best, if one does.
fn slip(text: &Text, table: &Table) -> Option<&'static str> {
    let certain = table.iter().flatten().any(|&p| p > 0.95);
    if text.leaves_no_choice() && !certain {
        let most = |row: &Vec<f32>| row.iter().copied().fold(0.0, f32::max);
        let mut drawn = text.pairs().filter(|&(_, _, count, _)| count > 0);
        let greedy =
            drawn.all(|(before, after, _, _)| table[before][after] == most(&table[before]));
        return Some(if greedy { GREEDY } else { SAME });
    }
    let fitting = slips(table, text.first).into_iter();
    let fitting = fitting.filter(|(other, _)| text.misfit(other).is_none());
    let likely = fitting.map(|(other, said)| (text.likelihood(&other), said));
    let best = likely.max_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, said)| said)
}

fn of_a_pair((before, after, count, all): (usize, usize, usize, usize), table: &Table) -> String {
    let p = table[before][after];
    format!(
        "After token {before} came token {after} {count} times of {all}; its probability there is {p:.3}, so it would be about \
         {:.0}.",
        all as f32 * p
    )
}

/// A text drawn with `shares` of the table, the token before and `first`: what a row says instead.
fn drawn(
    table: &Table,
    first: usize,
    length: usize,
    seed: u64,
    row: impl Fn(&Table, usize) -> Vec<f32>,
) -> Vec<usize> {
    let mut random = random(seed);
    let mut token = first;
    let next = |_| {
        token = draw(&row(table, token), random.r#gen());
        token
    };
    (0..length).map(next).collect()
}

/// The token at which the shares, subtracted one after the other, leave less than 0; otherwise the last.
fn draw(row: &[f32], mut left: f32) -> usize {
    let falls_below = |&p: &f32| {
        left -= p;
        left < 0.0
    };
    row.iter().position(falls_below).unwrap_or(row.len() - 1)
}

pub fn after(before: Reference<impl Handler + 'static>) -> Reference<impl Handler> {
    before
        .and("sample", function(sample))
        .inputs(["probabilities", "first", "length", "seed"])
        .group("by frequency")
        .parts([("text", property())])
        .inspect(objection)
        .case("nothing to draw", |g| (uneven(g, 3), 1, 0, g.seed()))
        .case("one token", |g| (uneven(g, 3), 2, 1, g.seed()))
        .case("no choice", |g| (ring(g, 5), g.integer(0..5), 1000, g.seed()))
        .cases(6, |g, i| {
            let table = uneven(g, 3 + i);
            (table, g.integer(0..3 + i), 2000, g.seed())
        })
        .wrong("column", COLUMN, |table, first, length, seed| {
            drawn(&transposed(table), first, length, seed, |table, token| table[token].clone())
        })
        .wrong("always first", ALWAYS_FIRST, |table, first, length, seed| {
            drawn(&table, first, length, seed, |table, _| table[first].clone())
        })
        .wrong("uniform", UNIFORM, |table, first, length, seed| {
            let even = vec![vec![1.0 / table.len() as f32; table.len()]; table.len()];
            sample(even, first, length, seed)
        })
        .wrong("softmax", SOFTMAX, |table, first, length, seed| {
            let exp = |row: Vec<f32>| row.into_iter().map(f32::exp).collect();
            sample(normalised(table.into_iter().map(exp).collect()), first, length, seed)
        })
        .wrong("each alone", ALONE, |table, first, length, seed| {
            drawn(&table, first, length, seed, |table, token| alone(&table[token]))
        })
        .wrong("one too far", TOO_FAR, |table, first, length, seed| {
            drawn(&table, first, length, seed, |table, token| too_far(&table[token]))
        })
        .wrong("most probable", GREEDY, |table, first, length, _| {
            let mut token = first;
            let next = |_| {
                let row = table[token].iter().enumerate();
                token = row.max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(at, _)| at);
                token
            };
            (0..length).map(next).collect()
        })
        .wrong("a generator for each token", SAME, |table, first, length, seed| {
            let mut token = first;
            let next = |_| {
                token = draw(&table[token], random(seed).r#gen());
                token
            };
            (0..length).map(next).collect()
        })
        .wrong("first in front", IN_FRONT, |table, first, length, seed| {
            [vec![first], sample(table, first, length, seed)].concat()
        })
        .wrong("first among them", AMONG, |table, first, length, seed| {
            let text = [vec![first], sample(table, first, length, seed)].concat();
            text[..length].to_vec()
        })
        .group("with seeds")
        .repeatable("seed", "text")
        .parts([("text", free())])
        .cases(3, |g, i| (uneven(g, 5 + i), i, 60, g.seed()))
        .wrong(
            "seed ignored",
            "Your text does not depend on `seed`; take the random numbers from `random(seed)`.",
            |table, first, length, _| sample(table, first, length, 0),
        )
        .wrong(
            "another seed",
            "Your text comes out differently when it is drawn again; all random numbers have to come from \
             `random(seed)`.",
            |table, first, length, _| {
                use std::cell::Cell;
                thread_local!(static CALLS: Cell<u64> = const { Cell::new(0) });
                sample(table, first, length, CALLS.replace(CALLS.get() + 1))
            },
        )
}
