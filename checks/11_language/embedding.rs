//! How `one_hot`, `look_up` and `table_gradient` are checked.

#[path = "../../solutions/11_language/embedding.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{look_up, one_hot, table_gradient};

type Rows = Vec<Vec<f32>>;

/// The text of the lesson, `aca`.
const LESSON: [usize; 3] = [0, 2, 0];

/// The table of the lesson.
fn lesson_table() -> Rows {
    vec![vec![1.0, 2.0], vec![3.0, 4.0], vec![5.0, 6.0]]
}

/// The gradient of the loss that arrives in the lesson.
fn lesson_dy() -> Rows {
    vec![vec![3.0, 1.0], vec![0.0, -2.0], vec![2.0, -1.0]]
}

/// So many rows, of which no two are alike.
fn rows(g: &mut Generator, count: usize, width: usize) -> Rows {
    let mut row = || (0..width).map(|_| g.number(0.5..2.0) * sign(g)).collect();
    (0..count).map(|_| row()).collect()
}

fn sign(g: &mut Generator) -> f32 {
    if g.integer(0..2) == 0 { 1.0 } else { -1.0 }
}

fn transposed(rows: &Rows) -> Rows {
    let width = rows.first().map_or(0, Vec::len);
    let column = |at: usize| rows.iter().map(|row| row[at]).collect();
    (0..width).map(column).collect()
}

/// Every row, with what is changed in it.
fn each_row(mut rows: Rows, mut change: impl FnMut(usize, &mut Vec<f32>)) -> Rows {
    let numbered = rows.iter_mut().enumerate();
    numbered.for_each(|(at, row)| change(at, row));
    rows
}

/// Every number multiplied.
fn times(rows: Rows, factor: f32) -> Rows {
    each_row(rows, |_, row| row.iter_mut().for_each(|it| *it *= factor))
}

/// How often each token occurs.
fn occurs(tokens: &[usize], vocabulary: usize) -> Vec<usize> {
    let mut counts = vec![0; vocabulary];
    tokens.iter().for_each(|&token| counts[token] += 1);
    counts
}

/// Tokens without those that came before.
fn firsts(tokens: &[usize]) -> Vec<usize> {
    let seen = |at: usize| tokens[..at].contains(&tokens[at]);
    (0..tokens.len()).filter(|&at| !seen(at)).collect()
}

fn main() {
    Reference::of("one_hot", function(one_hot))
        .inputs(["tokens", "vocabulary"])
        .parts([("one_hot", within(1e-4, 0.0))])
        .case("a vocabulary of one token", |_| (vec![0, 0], 1))
        .case("one token", |_| (vec![1], 3))
        .case("the example of the lesson", |_| (LESSON.into(), 3))
        .case("every token once", |g| (g.permutation(5), 5))
        .case("the last token of the vocabulary", |_| (vec![3, 1, 3], 4))
        .case("a vocabulary that the text does not use up", |g| (g.tokens(5, 3), 6))
        .cases(12, |g, i| (g.tokens(3 + 2 * i, 3 + i % 4), 3 + i % 4))
        .wrong(
            "transposed",
            "You exchanged rows and columns; there is one row for each token of the text, with a place for each token of the \
             vocabulary.",
            |tokens, vocabulary| {
                let row = |number: usize| {
                    let places = tokens.iter();
                    places.map(|&token| f32::from(u8::from(token == number))).collect()
                };
                (0..vocabulary).map(row).collect()
            },
        )
        .wrong(
            "shifted",
            "You put the 1 one place too far; tokens count from 0, and so do places.",
            |tokens, vocabulary| each_row(one_hot(tokens, vocabulary), |_, row| row.rotate_right(1)),
        )
        .wrong(
            "shifted back",
            "You put the 1 one place before its own; tokens count from 0, and so do places.",
            |tokens, vocabulary| each_row(one_hot(tokens, vocabulary), |_, row| row.rotate_left(1)),
        )
        .wrong(
            "from the end",
            "You counted the places from the end of the row; token 0 has the first place.",
            |tokens, vocabulary| each_row(one_hot(tokens, vocabulary), |_, row| row.reverse()),
        )
        .wrong(
            "the token itself",
            "You wrote the number of the token at its place; write 1 there, so that the product takes the row once.",
            |tokens, vocabulary| {
                each_row(one_hot(tokens.clone(), vocabulary), |at, row| {
                    row[tokens[at]] = tokens[at] as f32;
                })
            },
        )
        .wrong(
            "every place so far",
            "You put a 1 at every place up to that of the token; only its own place gets one.",
            |tokens, vocabulary| {
                each_row(one_hot(tokens.clone(), vocabulary), |at, row| {
                    row[..tokens[at]].fill(1.0);
                })
            },
        )
        .wrong(
            "one row for the text",
            "You marked all tokens of the text in one row; each gets a row of its own, so that order and repetition are kept.",
            |tokens, vocabulary| {
                let marked = occurs(&tokens, vocabulary).into_iter();
                vec![marked.map(|count| count.min(1) as f32).collect()]
            },
        )
        .wrong(
            "a row that collects",
            "You went on writing into the same row, so the ones of earlier tokens are still in it; begin every row with zeros.",
            |tokens, vocabulary| {
                let mut row = vec![0.0; vocabulary];
                let mark = |token: usize| {
                    row[token] = 1.0;
                    row.clone()
                };
                tokens.into_iter().map(mark).collect()
            },
        )
        .wrong(
            "a row that counts",
            "You went on counting in the same row, so earlier tokens are still in it; begin every row with zeros.",
            |tokens, vocabulary| {
                let row = |at: usize| {
                    let counts = occurs(&tokens[..=at], vocabulary).into_iter();
                    counts.map(|count| count as f32).collect()
                };
                (0..tokens.len()).map(row).collect()
            },
        )
        .wrong(
            "0 for 1",
            "You exchanged 0 and 1; the place of the token gets the 1, and all others get 0.",
            |tokens, vocabulary| {
                each_row(one_hot(tokens, vocabulary), |_, row| {
                    row.iter_mut().for_each(|it| *it = 1.0 - *it);
                })
            },
        )
        .wrong(
            "token 0 left out",
            "You wrote no 1 for token 0; it is a token like the others, and the first place is its own.",
            |tokens, vocabulary| each_row(one_hot(tokens, vocabulary), |_, row| row[0] = 0.0),
        )
        .wrong(
            "counted in one row",
            "You counted how often each token occurs; each token of the text gets a row of its own.",
            |tokens, vocabulary| {
                let counts = occurs(&tokens, vocabulary).into_iter();
                vec![counts.map(|count| count as f32).collect()]
            },
        )
        .wrong(
            "the identity",
            "You made a row for each token of the vocabulary; make one for each token of the text, in its order.",
            |_, vocabulary| one_hot((0..vocabulary).collect(), vocabulary),
        )
        .wrong(
            "each token once",
            "You made a row only where a token occurs for the first time; a token that comes again gets its row again.",
            |tokens, vocabulary| {
                let first = firsts(&tokens).into_iter().map(|at| tokens[at]);
                one_hot(first.collect(), vocabulary)
            },
        )
        .wrong(
            "in order of the tokens",
            "You sorted the tokens; the rows stand in the order of the text.",
            |mut tokens, vocabulary| {
                tokens.sort_unstable();
                one_hot(tokens, vocabulary)
            },
        )
        .wrong(
            "as wide as the largest token",
            "Your rows end at the largest token of the text; each has `vocabulary` places, also for tokens that do not occur.",
            |tokens, _| {
                let width = tokens.iter().max().map_or(0, |last| last + 1);
                one_hot(tokens, width)
            },
        )
        .and("look_up", function(look_up))
        .inputs(["table", "tokens"])
        .parts([("y", within(1e-5, 0.0))])
        .case("one token", |g| (rows(g, 3, 4), vec![2]))
        .case("the example of the lesson", |_| (lesson_table(), LESSON.into()))
        .case("rows of one number", |g| (rows(g, 5, 1), vec![4, 0, 2, 0]))
        .case("one token again and again", |g| (rows(g, 4, 3), vec![1; 5]))
        .case("a table that is square", |g| (rows(g, 4, 4), g.tokens(4, 4)))
        .case("a long text", |g| (rows(g, 9, 3), g.tokens(60, 9)))
        .cases(12, |g, i| {
            let vocabulary = 3 + i % 5;
            (rows(g, vocabulary, 2 + i % 3), g.tokens(4 + 2 * i, vocabulary))
        })
        .wrong(
            "columns",
            "You took columns of the table; the embedding of a token is a row.",
            |table, tokens| {
                let columns = transposed(&table);
                let taken = tokens.iter().filter_map(|&token| columns.get(token).cloned());
                taken.collect()
            },
        )
        .wrong(
            "by place",
            "You took the first rows of the table, one for each place of the text; take the row that the token at this place \
             names.",
            |table, tokens| {
                let places = (0..tokens.len()).map(|at| at % table.len());
                look_up(table.clone(), places.collect())
            },
        )
        .wrong(
            "the row after",
            "You took the row after that of the token; tokens count from 0, and so do rows.",
            |table, tokens| {
                let after = tokens.iter().map(|token| (token + 1) % table.len());
                look_up(table.clone(), after.collect())
            },
        )
        .wrong(
            "the row before",
            "You took the row before that of the token; tokens count from 0, and so do rows.",
            |table, tokens| {
                let before = tokens.iter().map(|token| (token + table.len() - 1) % table.len());
                look_up(table.clone(), before.collect())
            },
        )
        .wrong(
            "each token once",
            "You looked up each token only once; a token that comes again gets its row again.",
            |table, tokens| {
                let first = firsts(&tokens).into_iter().map(|at| tokens[at]);
                look_up(table, first.collect())
            },
        )
        .wrong(
            "in order of the tokens",
            "You sorted the tokens; the rows stand in the order of the text.",
            |table, mut tokens| {
                tokens.sort_unstable();
                look_up(table, tokens)
            },
        )
        .wrong(
            "backwards",
            "Your rows stand in reverse order; the first belongs to the first token of the text.",
            |table, mut tokens| {
                tokens.reverse();
                look_up(table, tokens)
            },
        )
        .wrong(
            "the row before, and the first for 0",
            "You took the row before that of the token, and for token 0 the first; tokens count from 0, and so do rows.",
            |table, tokens| {
                let before = tokens.iter().map(|token| token.saturating_sub(1));
                look_up(table, before.collect())
            },
        )
        .wrong(
            "without repeats",
            "You looked up a token only once where it follows itself; every place of the text gets a row.",
            |table, mut tokens| {
                tokens.dedup();
                look_up(table, tokens)
            },
        )
        .wrong(
            "rows of the table that occur",
            "You kept those rows of the table whose tokens occur; go through the text instead, and take a row at every place.",
            |table, mut tokens| {
                tokens.sort_unstable();
                tokens.dedup();
                look_up(table, tokens)
            },
        )
        .wrong(
            "token 0 left out",
            "You gave token 0 a row of zeros; it has a row in the table like the others.",
            |table, tokens| {
                each_row(look_up(table, tokens.clone()), |at, row| {
                    if tokens[at] == 0 {
                        row.fill(0.0);
                    }
                })
            },
        )
        .wrong(
            "sums so far",
            "You added each row to those before it; every place of the text gets the row of its token alone.",
            |table, tokens| {
                let mut sums = vec![0.0; table[0].len()];
                each_row(look_up(table, tokens), |_, row| {
                    sums.iter_mut().zip(&mut *row).for_each(|(sum, it)| *sum += *it);
                    row.clone_from(&sums);
                })
            },
        )
        .wrong(
            "added up",
            "You added the rows up to one; each token of the text keeps a row of its own.",
            |table, tokens| {
                let width = table[0].len();
                let y = look_up(table, tokens);
                vec![(0..width).map(|at| y.iter().map(|row| row[at]).sum()).collect()]
            },
        )
        .wrong(
            "mean",
            "You took the mean of the rows; each token of the text keeps a row of its own.",
            |table, tokens| {
                let width = table[0].len();
                let y = look_up(table, tokens);
                let many = y.len() as f32;
                vec![(0..width).map(|at| y.iter().map(|row| row[at]).sum::<f32>() / many).collect()]
            },
        )
        .wrong(
            "scaled",
            "You multiplied the rows by the root of their width, as the first transformer did; here they are taken as they are.",
            |table, tokens| {
                let root = (table[0].len() as f32).sqrt();
                times(look_up(table, tokens), root)
            },
        )
        .wrong(
            "times the token",
            "You multiplied each row by the number of its token; the number only says which row to take.",
            |table, tokens| {
                each_row(look_up(table, tokens.clone()), |at, row| {
                    row.iter_mut().for_each(|it| *it *= tokens[at] as f32);
                })
            },
        )
        .wrong(
            "the table",
            "You returned the table; return the row of each token of the text.",
            |table, _| table,
        )
        .and("table_gradient", function(table_gradient))
        .inputs(["dy", "tokens", "vocabulary"])
        .parts([("d_table", within(1e-4, 1e-5))])
        .case("one token", |g| (rows(g, 1, 3), vec![1], 3))
        .case("every token once, in order", |g| (rows(g, 4, 2), vec![0, 1, 2, 3], 4))
        .case("every token once", |g| (rows(g, 5, 2), vec![3, 0, 4, 2, 1], 5))
        .case("the example of the lesson", |_| (lesson_dy(), LESSON.into(), 3))
        .case("one token again and again", |g| (rows(g, 6, 3), vec![2; 6], 4))
        .case("rows of one number", |g| (rows(g, 5, 1), vec![1, 1, 0, 3, 0], 4))
        .case("tokens that do not occur", |g| (rows(g, 7, 2), g.tokens(7, 3), 8))
        .case("a gradient of zeros", |_| (vec![vec![0.0; 2]; 3], vec![1, 0, 1], 2))
        .case("a long text", |g| (rows(g, 90, 3), g.tokens(90, 7), 7))
        .cases(14, |g, i| {
            let (length, vocabulary) = (5 + 2 * i, 3 + i % 5);
            (rows(g, length, 2 + i % 3), g.tokens(length, vocabulary), vocabulary)
        })
        .wrong(
            "the last one",
            "You kept only the gradient of the last place at which a token occurs; add up those of all its places.",
            |dy, tokens, vocabulary| {
                let mut gradient = vec![vec![0.0; dy[0].len()]; vocabulary];
                for (row, token) in dy.iter().zip(tokens) {
                    gradient[token].clone_from(row);
                }
                gradient
            },
        )
        .wrong(
            "the first one",
            "You kept only the gradient of the first place at which a token occurs; add up those of all its places.",
            |dy, tokens, vocabulary| {
                let first = firsts(&tokens);
                let rows = first.iter().map(|&at| dy[at].clone()).collect();
                let once = first.iter().map(|&at| tokens[at]).collect();
                table_gradient(rows, once, vocabulary)
            },
        )
        .wrong(
            "added to all rows",
            "You added every row of `dy` to all rows of the table; it belongs to the row of its token alone.",
            |dy, _, vocabulary| {
                let sum = (0..dy[0].len()).map(|at| dy.iter().map(|row| row[at]).sum());
                vec![sum.collect(); vocabulary]
            },
        )
        .wrong(
            "mean",
            "You divided by how often the token occurs; its places add up, and no mean is taken.",
            |dy, tokens, vocabulary| {
                let counts = occurs(&tokens, vocabulary);
                each_row(table_gradient(dy, tokens, vocabulary), |token, row| {
                    row.iter_mut().for_each(|it| *it /= counts[token].max(1) as f32);
                })
            },
        )
        .wrong(
            "divided by the length",
            "You divided by the length of the text; if the loss is a mean, `dy` has been divided already.",
            |dy, tokens, vocabulary| {
                let share = 1.0 / tokens.len() as f32;
                times(table_gradient(dy, tokens, vocabulary), share)
            },
        )
        .wrong(
            "as often as it occurs",
            "You added the whole sum of a token once for each of its places; every row of `dy` is added once.",
            |dy, tokens, vocabulary| {
                let counts = occurs(&tokens, vocabulary);
                each_row(table_gradient(dy, tokens, vocabulary), |token, row| {
                    row.iter_mut().for_each(|it| *it *= counts[token] as f32);
                })
            },
        )
        .wrong(
            "dy itself",
            "You returned `dy`, with a row for each place of the text; the table has a row for each token of the vocabulary.",
            |dy, _, _| dy,
        )
        .wrong(
            "by place",
            "You added row i of `dy` to row i of the table; it belongs to the row of the token at place i.",
            |dy, tokens, vocabulary| {
                let places = (0..tokens.len()).map(|at| at % vocabulary);
                table_gradient(dy, places.collect(), vocabulary)
            },
        )
        .wrong(
            "looked up",
            "You looked up rows of `dy` by token; go through the places of the text, and add the row of each place to the row of \
             its token.",
            |dy, tokens, vocabulary| {
                let rows = tokens.iter().map(|&token| dy[token % dy.len()].clone()).collect();
                table_gradient(rows, tokens, vocabulary)
            },
        )
        .wrong(
            "only tokens that occur",
            "Your gradient ends with the largest token that occurs; it has a row for each token of the vocabulary, of zeros where \
             a token does not occur.",
            |dy, tokens, _| {
                let vocabulary = tokens.iter().max().map_or(0, |last| last + 1);
                table_gradient(dy, tokens, vocabulary)
            },
        )
        .wrong(
            "no rows of zeros",
            "You returned no row for a token that does not occur; it has one of zeros, so that every row stands at the number of \
             its token.",
            |dy, tokens, vocabulary| {
                let counts = occurs(&tokens, vocabulary);
                let rows = table_gradient(dy, tokens, vocabulary).into_iter();
                rows.zip(counts).filter(|pair| pair.1 > 0).map(|pair| pair.0).collect()
            },
        )
        .wrong(
            "token 0 left out",
            "You gave token 0 no gradient; it has a row in the table like the others.",
            |dy, tokens, vocabulary| {
                let mut gradient = table_gradient(dy, tokens, vocabulary);
                gradient[0].fill(0.0);
                gradient
            },
        )
        .wrong(
            "without repeats",
            "You left out a place where the token is the same as at the place before; every place adds its row of `dy`.",
            |dy, tokens, vocabulary| {
                let again = |at: usize| at > 0 && tokens[at - 1] == tokens[at];
                let dy = each_row(dy, |at, row| {
                    if again(at) {
                        row.fill(0.0);
                    }
                });
                table_gradient(dy, tokens, vocabulary)
            },
        )
        .wrong(
            "last of repeats",
            "You left out a place where the token is the same as at the place after; every place adds its row of `dy`.",
            |dy, tokens, vocabulary| {
                let comes_again = |at: usize| tokens.get(at + 1) == Some(&tokens[at]);
                let dy = each_row(dy, |at, row| {
                    if comes_again(at) {
                        row.fill(0.0);
                    }
                });
                table_gradient(dy, tokens, vocabulary)
            },
        )
        .wrong(
            "sums so far",
            "You went on adding into the same row for the next token; begin the row of every token with zeros.",
            |dy, tokens, vocabulary| {
                let mut sums = vec![0.0; dy[0].len()];
                each_row(table_gradient(dy, tokens, vocabulary), |_, row| {
                    sums.iter_mut().zip(&mut *row).for_each(|(sum, it)| *sum += *it);
                    row.clone_from(&sums);
                })
            },
        )
        .wrong(
            "counted",
            "You counted how often each token occurs; add up the rows of `dy` at its places.",
            |dy, tokens, vocabulary| {
                let counts = occurs(&tokens, vocabulary).into_iter();
                counts.map(|count| vec![count as f32; dy[0].len()]).collect()
            },
        )
        .wrong(
            "descent",
            "Your signs are reversed; this is the gradient itself, and whoever trains subtracts it.",
            |dy, tokens, vocabulary| times(table_gradient(dy, tokens, vocabulary), -1.0),
        )
        .wrong(
            "transposed",
            "You exchanged rows and columns; the gradient has the shape of the table, a row for each token.",
            |dy, tokens, vocabulary| transposed(&table_gradient(dy, tokens, vocabulary)),
        )
        .wrong(
            "begun with ones",
            "You begin with ones; begin with zeros, because a token that does not occur has gradient 0.",
            |dy, tokens, vocabulary| {
                each_row(table_gradient(dy, tokens, vocabulary), |_, row| {
                    row.iter_mut().for_each(|it| *it += 1.0);
                })
            },
        )
        .wrong(
            "without the last place",
            "You left out the last place of the text; it was looked up like the others.",
            |mut dy, mut tokens, vocabulary| {
                tokens.pop();
                if let Some(row) = dy.last_mut() {
                    row.fill(0.0);
                }
                tokens.push(0);
                table_gradient(dy, tokens, vocabulary)
            },
        )
        .wrong(
            "without the first place",
            "You left out the first place of the text; it was looked up like the others.",
            |mut dy, tokens, vocabulary| {
                dy[0].fill(0.0);
                table_gradient(dy, tokens, vocabulary)
            },
        )
        .wrong(
            "runs only",
            "You added up only places that follow each other directly; a token may come again later, and then its row goes on \
             collecting.",
            |dy, tokens, vocabulary| {
                let mut gradient = vec![vec![0.0; dy[0].len()]; vocabulary];
                for (at, token) in tokens.iter().enumerate() {
                    if at == 0 || tokens[at - 1] != *token {
                        gradient[*token].fill(0.0);
                    }
                    let sums = gradient[*token].iter_mut();
                    sums.zip(&dy[at]).for_each(|(sum, it)| *sum += it);
                }
                gradient
            },
        )
        .run()
}
