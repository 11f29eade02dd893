//! # The confusion matrix
//!
//! One person in a hundred is ill. A model that calls everybody healthy is right 99 times out of 100, and finds nobody.
//! How often a model is right hides *what* it gets wrong. The **confusion matrix** counts it: one row for each class that
//! an example can be, one column for each class that the model can say. On the diagonal it is right.
//!
//! ```text
//! matrix[i][j] = how many examples are of class i
//!                and are called j
//! recall_i     = matrix[i][i] / sum of row i
//! precision_j  = matrix[j][j] / sum of column j
//! ```
//!
//! The **recall** of a class says how many of its examples the model finds; its **precision**, how many of those that it
//! puts into the class belong there. A class may have no example, or never be said. Then there is nothing to divide by,
//! and the result is defined as 0.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `labels` | `(n,)` | the class of each example, from 0 |
//! | `predictions` | `(n,)` | what the model says |
//! | `classes` | | how many there are |
//! | `matrix` | `(classes, classes)` | the counts, as `f32`; a row for what it is |
//! | shares | `(classes,)` | the recall or the precision of each class |
//!
//! Worked by hand, with three classes: the labels `[0, 0, 0, 1, 1]` and the predictions `[0, 1, 1, 1, 2]` give
//!
//! ```text
//!         says 0  says 1  says 2
//! is 0      1       2       0
//! is 1      0       1       1
//! is 2      0       0       0
//! ```
//!
//! The recalls are 1/3, 1/2 and 0 (there is no 2), the precisions 1/1, 1/3 and 0/1.
//!
//! A test for a rare disease is judged by its recall, a filter for spam by its precision. scikit-learn lays the matrix out
//! like this; some books exchange rows and columns. (Manning, Raghavan, Schütze: *Introduction to Information Retrieval*,
//! chapter 8, 2008.)

use course::demo;
use gradlings::prelude::*;

/// How many examples of each class (the row) are called what (the column).
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, classes: usize) -> Vec<Vec<f32>> {
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (label, prediction) in labels.into_iter().zip(predictions) {
        matrix[label][prediction] += 1.0;
    }
    matrix
}

/// The share of each class that the model finds; 0 for a class without examples.
pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let share = |class: usize| {
        let examples: f32 = matrix[class].iter().sum();
        if examples == 0.0 {
            0.0
        } else {
            matrix[class][class] / examples
        }
    };
    (0..matrix.len()).map(share).collect()
}

/// The share of what is put into each class that belongs there; 0 for a class that is never said.
pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let share = |class: usize| {
        let said: f32 = matrix.iter().map(|row| row[class]).sum();
        if said == 0.0 {
            0.0
        } else {
            matrix[class][class] / said
        }
    };
    (0..matrix.len()).map(share).collect()
}

fn main() {
    Exercise::new()
        .offer("confusion", function(confusion))
        .offer("recall", function(recall))
        .offer("precision", function(precision))
        .show("penguins told apart by more and more", || {
            demo::penguins_apart(confusion, recall, precision)
        })
        .serve()
}
