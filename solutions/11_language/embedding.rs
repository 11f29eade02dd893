//! # A row for each token
//!
//! A network computes with numbers, but the number of a token is only its name: token 18 does not have more of anything
//! than token 17. So each token gets a row of `width` numbers, its **embedding**. All rows together form a table of weights, and
//! training changes it like any other weights. To **look up** tokens is to take their rows:
//!
//! ```text
//! y[i] = table[tokens[i]]
//! ```
//!
//! That is a layer you know. Write each token as a **one-hot** row, with a 1 at its number and 0 elsewhere. Then the
//! matrix product picks the same rows, because every other row is multiplied by 0:
//!
//! ```text
//! y = one_hot(tokens) x table
//! ```
//!
//! Programs look rows up instead, since with the 50,257 tokens of GPT-2 nearly all of that work is multiplying by 0. But
//! the product shows what the gradient is. As in `backward`, whatever used a weight adds its part:
//!
//! ```text
//! d_table[t] = the sum of dy[i] over all i
//!              with tokens[i] = t
//! ```
//!
//! A token that occurs three times gets the sum of three rows of `dy`; one that does not occur gets zeros.
//!
//! | name | type | meaning |
//! |---|---|---|
//! | `tokens` | `Vec<usize>` | a text of one token or more, each from 0 to `vocabulary - 1` |
//! | `one_hot` | a row of `vocabulary` numbers for each token of the text | 1 at its number, else 0 |
//! | `table`, `d_table` | `vocabulary` rows of `width` | the embeddings, and their gradient |
//! | `y`, `dy` | a row of `width` for each token of the text | what was looked up, and the gradient of the loss for it |
//!
//! Worked by hand: the text `aca`, where `a` is 0, `b` is 1 and `c` is 2. So `tokens` is `[0, 2, 0]`, and `width` is 2:
//!
//! ```text
//! table   one_hot   y     dy      d_table
//! 1 2     1 0 0     1 2   3  1    5  0
//! 3 4     0 0 1     5 6   0 -2    0  0
//! 5 6     1 0 0     1 2   2 -1    0 -2
//! ```
//!
//! `a` occurs twice, so its row of `d_table` is `[3, 1] + [2, -1]`. The row of `b` is zeros.
//!
//! When you pass, you see what such rows are good for: the 26 letters begin at random places, and learn only to
//! predict the next letter of a name. Nobody tells them which are vowels. GPT and Llama begin with such a
//! table too. (Bengio and others: *A Neural Probabilistic Language Model*, 2003.)

use course::demo;
use gradlings::prelude::*;

/// A row for each token of the text: `vocabulary` numbers, 1 at the number of the token and 0 elsewhere.
pub fn one_hot(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; vocabulary]; tokens.len()];
    for (row, token) in rows.iter_mut().zip(tokens) {
        row[token] = 1.0;
    }
    rows
}

/// The row of `table` that belongs to each token of the text.
pub fn look_up(table: Vec<Vec<f32>>, tokens: Vec<usize>) -> Vec<Vec<f32>> {
    tokens.iter().map(|&token| table[token].clone()).collect()
}

/// How fast the loss rises with each number of the table: `vocabulary` rows, as wide as those of `dy`.
pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let width = dy[0].len();
    let mut gradient = vec![vec![0.0; width]; vocabulary];
    for (row, token) in dy.iter().zip(tokens) {
        for (sum, number) in gradient[token].iter_mut().zip(row) {
            *sum += number;
        }
    }
    gradient
}

fn main() {
    Exercise::new()
        .offer("one_hot", function(one_hot))
        .offer("look_up", function(look_up))
        .offer("table_gradient", function(table_gradient))
        .show("letters on a plane, while they learn", || {
            demo::letters(look_up, table_gradient)
        })
        .serve()
}
