//! How `counts` and `probabilities` are checked.

use crate::solution::{counts, probabilities};
use gradlings::prelude::*;

pub type Table = Vec<Vec<f32>>;

/// The tokens of the lesson, `.ab.aab.`.
const LESSON: [usize; 8] = [0, 1, 2, 0, 1, 1, 2, 0];

/// The table with one more of each of these pairs.
fn counted(pairs: impl IntoIterator<Item = (usize, usize)>, vocabulary: usize) -> Table {
    let mut table = vec![vec![0.0; vocabulary]; vocabulary];
    for (before, after) in pairs {
        table[before][after] += 1.0;
    }
    table
}

/// The pairs of tokens that lie this far apart.
fn apart(tokens: &[usize], distance: usize) -> impl Iterator<Item = (usize, usize)> {
    let after = tokens.iter().skip(distance);
    tokens.iter().copied().zip(after.copied())
}

pub fn transposed(table: Table) -> Table {
    let column = |at: usize| table.iter().map(|row| row[at]).collect();
    (0..table.len()).map(column).collect()
}

/// Every row divided by its sum.
pub fn normalised(table: Table) -> Table {
    let row = |row: Vec<f32>| {
        let sum: f32 = row.iter().sum();
        row.into_iter().map(|number| number / sum).collect()
    };
    table.into_iter().map(row).collect()
}

/// Every number, changed.
fn each(table: Table, change: impl Fn(f32) -> f32) -> Table {
    let row = |row: Vec<f32>| row.into_iter().map(&change).collect();
    table.into_iter().map(row).collect()
}

/// Every number, changed, with the sum of the counts in its row.
fn with_sum(table: Table, change: impl Fn(f32, f32) -> f32) -> Table {
    let row = |row: Vec<f32>| {
        let sum: f32 = row.iter().sum();
        row.into_iter().map(|count| change(count, sum)).collect()
    };
    table.into_iter().map(row).collect()
}

fn total(table: &Table) -> f32 {
    table.iter().flatten().sum()
}

/// Counts of so many tokens, many of them 0.
fn some_counts(g: &mut Generator, vocabulary: usize) -> Table {
    let mut count = || g.integer(0..9).saturating_sub(3) as f32;
    let mut row = || (0..vocabulary).map(|_| count()).collect();
    (0..vocabulary).map(|_| row()).collect()
}

pub fn check() -> Reference<impl Handler> {
    Reference::of("counts", function(counts))
        .inputs(["tokens", "vocabulary"])
        // Counts are exact, but who makes shares of them has rounded, and is still to be recognised.
        .parts([("counts", within(1e-4, 0.0))])
        .case("no tokens", |_| (vec![], 2))
        .case("one token", |_| (vec![1], 2))
        .case("two tokens", |_| (vec![1, 0], 2))
        .case("one token again and again", |_| (vec![0; 6], 1))
        .case("three tokens", |_| (vec![2, 0, 1], 3))
        .case("the example of the lesson", |_| (LESSON.into(), 3))
        .case("tokens that never occur", |g| (g.tokens(8, 3), 6))
        .case("every token once", |g| (g.permutation(7), 7))
        .case("a long text", |g| (g.tokens(600, 4), 4))
        .cases(14, |g, i| (g.tokens(6 + 3 * i, 2 + i % 5), 2 + i % 5))
        .wrong(
            "transposed",
            "You exchanged rows and columns; the row is the token before, the column the one after.",
            |tokens, vocabulary| transposed(counts(tokens, vocabulary)),
        )
        .wrong(
            "both ways",
            "You counted each pair twice, the second time with its tokens exchanged; `b` after `a` is not \
             `a` after `b`.",
            |tokens, vocabulary| {
                let pairs = apart(&tokens, 1).flat_map(|(a, b)| [(a, b), (b, a)]);
                counted(pairs, vocabulary)
            },
        )
        .wrong(
            "pairs that do not overlap",
            "You cut the text into pairs; every token but the first is also the one after another, so go on \
             by one token, not by two.",
            |tokens, vocabulary| {
                counted(tokens.chunks_exact(2).map(|two| (two[0], two[1])), vocabulary)
            },
        )
        .wrong(
            "single tokens",
            "You counted single tokens, on the diagonal; count pairs, the token before and the one after.",
            |tokens, vocabulary| counted(apart(&tokens, 0), vocabulary),
        )
        .wrong(
            "two apart",
            "You counted the token after the next one; the pairs are direct neighbours.",
            |tokens, vocabulary| counted(apart(&tokens, 2), vocabulary),
        )
        .wrong(
            "in a ring",
            "You also counted the first token as the one after the last; the text ends there.",
            |mut tokens, vocabulary| {
                tokens.extend(tokens.first().copied());
                counts(tokens, vocabulary)
            },
        )
        .wrong(
            "last pair lost",
            "You left out the last pair; the last token is the one after another too.",
            |mut tokens, vocabulary| {
                tokens.pop();
                counts(tokens, vocabulary)
            },
        )
        .wrong(
            "first pair lost",
            "You left out the first pair; the first token is the one before another too.",
            |tokens, vocabulary| counts(tokens.into_iter().skip(1).collect(), vocabulary),
        )
        .wrong(
            "no doubles",
            "You left out the pairs of two equal tokens; `a` after `a` is a pair like any other.",
            |tokens, vocabulary| counted(apart(&tokens, 1).filter(|(a, b)| a != b), vocabulary),
        )
        .wrong(
            "marked",
            "You put a 1 where a pair occurs, however often; add 1 each time.",
            |tokens, vocabulary| each(counts(tokens, vocabulary), |count| count.min(1.0)),
        )
        .wrong(
            "begun with ones",
            "You begin to count at 1; begin at 0, because smoothing is the work of `probabilities`.",
            |tokens, vocabulary| each(counts(tokens, vocabulary), |count| count + 1.0),
        )
        .wrong(
            "shares",
            "You divided the counts by the sum of their row; the table keeps the counts, and \
             `probabilities` divides.",
            |tokens, vocabulary| {
                let share = |count, sum: f32| count / sum.max(1.0);
                with_sum(counts(tokens, vocabulary), share)
            },
        )
        .wrong(
            "tokens that occur",
            "Your table ends with the last token that occurs; it has a row and a column for each of \
             `vocabulary`, also where they stay 0.",
            |tokens, _| {
                let vocabulary = tokens.iter().max().map_or(0, |last| last + 1);
                counts(tokens, vocabulary)
            },
        )
        .and("probabilities", function(probabilities))
        .inputs(["counts", "extra"])
        .parts([("probabilities", within(1e-5, 0.0))])
        .case("one token", |_| (vec![vec![4.0]], 1.0))
        .case("two tokens", |_| (vec![vec![3.0, 0.0], vec![1.0, 2.0]], 1.0))
        .case("the example of the lesson", |_| (counts(LESSON.into(), 3), 1.0))
        .case("a row without counts", |_| {
            (vec![vec![0.0, 2.0, 5.0], vec![0.0; 3], vec![4.0, 1.0, 0.0]], 0.5)
        })
        .case("nothing counted at all", |_| (vec![vec![0.0; 4]; 4], 0.1))
        .case("a little smoothing", |g| (some_counts(g, 3), 0.01))
        .case("much smoothing", |g| (some_counts(g, 3), 40.0))
        .case("no count is 0", |g| (each(some_counts(g, 4), |count| count + 2.0), 0.5))
        .case("very large counts", |g| (each(some_counts(g, 3), |count| 2e5 * count), 1.0))
        .case("many tokens", |g| (some_counts(g, 40), 0.2))
        .cases(14, |g, i| (some_counts(g, 2 + i % 6), [0.5, 0.1, 2.0, 0.25][i % 4]))
        .wrong(
            "over the columns",
            "You divided by the sums of the columns; after one token something comes next with probability 1, so \
             each row has to sum to 1.",
            |counts, extra| {
                transposed(normalised(each(transposed(counts), |count| count + extra)))
            },
        )
        .wrong(
            "over the whole table",
            "You divided by the sum of the whole table; each row has to sum to 1, because the token before \
             is known.",
            |counts, extra| {
                let more = each(counts, |count| count + extra);
                let sum = total(&more);
                each(more, |count| count / sum)
            },
        )
        .wrong(
            "transposed",
            "You exchanged rows and columns; the rows of your answer are those of the counts.",
            |counts, extra| transposed(probabilities(counts, extra)),
        )
        .wrong(
            "transposed before",
            "You took the columns of the counts for rows; the row is the token before, in the counts as in the answer.",
            |counts, extra| probabilities(transposed(counts), extra),
        )
        .wrong(
            "smoothing missing",
            "You did not add `extra`, so what was never counted has a probability of 0, and a row without counts is \
             0 / 0; add it to every count before you divide.",
            |counts, _| normalised(counts),
        )
        .wrong(
            "smoothing missing, zeros kept",
            "You did not add `extra`, so what was never counted has a probability of 0; add it to every count before \
             you divide, and even a row without counts sums to 1.",
            |counts, _| with_sum(counts, |count, sum| if sum > 0.0 { count / sum } else { 0.0 }),
        )
        .wrong(
            "smoothing missing, even rows",
            "You added nothing where a row has counts, so what was never counted there has a probability of 0; add `extra` \
             to every count of every row.",
            |counts, _| {
                let even = 1.0 / counts.len() as f32;
                with_sum(counts, move |count, sum| if sum > 0.0 { count / sum } else { even })
            },
        )
        .wrong(
            "sum of the counts alone",
            "You added `extra` above, but not in the sum that you divide by; it is in there once for each \
             token, so that the row sums to 1.",
            |counts, extra| with_sum(counts, |count, sum| (count + extra) / sum),
        )
        .wrong(
            "once in the sum",
            "Your sum has `extra` only once; it is added to every count of the row, so it is in the sum once for each \
             token.",
            |counts, extra| with_sum(counts, |count, sum| (count + extra) / (sum + extra)),
        )
        .wrong(
            "in the sum alone",
            "You added `extra` to the sum and not to the counts themselves, so what was never counted still has a \
             probability of 0; add it to both.",
            |counts, extra| {
                let all = extra * counts.len() as f32;
                with_sum(counts, |count, sum| count / (sum + all))
            },
        )
        .wrong(
            "zeros only",
            "You added `extra` only where a count is 0; add it to every count, so that what was counted once stays \
             ahead.",
            |counts, extra| {
                normalised(each(counts, |count| if count == 0.0 { extra } else { count }))
            },
        )
        .wrong(
            "always 1",
            "You added 1 to every count; add `extra`, which may be another number.",
            |counts, _| probabilities(counts, 1.0),
        )
        .wrong(
            "after the division",
            "You divided first and then added `extra`; add it to the counts, and then divide.",
            |counts, extra| with_sum(counts, |count, sum| count / sum + extra),
        )
        .wrong(
            "after the division, zeros kept",
            "You divided first and then added `extra`; add it to the counts, and then divide.",
            |counts, extra| {
                let share = |count, sum| if sum > 0.0 { count / sum } else { 0.0 };
                each(with_sum(counts, share), |share| share + extra)
            },
        )
        .wrong(
            "after the division, and again",
            "You added `extra` to shares, where it weighs much more than among counts; add it to the counts, and then divide once.",
            |counts, extra| normalised(with_sum(counts, |count, sum| count / sum + extra)),
        )
        .wrong(
            "softmax",
            "You took the softmax of the counts; counts are no logits, so divide them by their sum without `exp`.",
            |counts, _| {
                let exp = |row: Vec<f32>| {
                    let largest = row.iter().copied().fold(0.0, f32::max);
                    row.into_iter().map(|count| (count - largest).exp()).collect()
                };
                normalised(counts.into_iter().map(exp).collect())
            },
        )
        .wrong(
            "softmax, overflowing",
            "You took the softmax of the counts; counts are no logits, so divide them by their sum without `exp`.",
            |counts, extra| normalised(each(counts, |count| (count + extra).exp())),
        )
        .wrong(
            "logarithms",
            "You took the logarithm; here the probabilities themselves are asked for.",
            |counts, extra| each(probabilities(counts, extra), f32::ln),
        )
        .wrong(
            "not divided",
            "You added `extra` and did not divide; each row has to sum to 1, so divide by its sum.",
            |counts, extra| each(counts, |count| count + extra),
        )
}
