//! # Cross-validation in k folds
//!
//! Put a fifth of 50 examples aside, and the model is judged by ten. With ten others it might have looked better, or worse.
//! **Cross-validation** lets every example judge once. The examples are shuffled and cut into k **folds**. Then there are k
//! trainings: each leaves one fold out, trains on all others, and is tested on the one left out. The k accuracies have a
//! mean, and their deviation says how much the choice of test examples changes the result.
//!
//! ```text
//! 7 examples, shuffled  4 0 6 2 5 1 3
//! 3 folds               [4 0] [6 2] [5 1 3]
//! training 1            test [4 0], train the rest
//! ```
//!
//! Shuffle **once**, before you cut: every example is in exactly one fold. Where k does not divide their number, some
//! folds have one example more than the others.
//!
//! What is a good accuracy? More than the **majority baseline** has, a model that always says the most frequent class. It
//! is a model like any other, so it learns from the *training* examples: it says the class that is most frequent in the
//! other folds (of several, the one with the lowest number), and is tested on the fold left out.
//!
//! ```text
//! mean      = sum of the scores / k
//! deviation = sqrt(sum of (score - mean)^2
//!                  / (k - 1))
//! ```
//!
//! This is the deviation *of the scores*. Dividing it by the square root of k would give that of their mean; whoever prints
//! one of the two should say which.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `count`, `k` | | how many examples, numbered from 0; how many folds, from 2 to `count` |
//! | `seed` | | where the random numbers start |
//! | `folds` | k rows | the numbers of the examples in each fold |
//! | `labels` | `(count,)` | the class of each example, from 0 |
//! | `scores` | `(k,)` | a score for each fold |
//! | results | | the folds; the baseline's accuracy on each fold; mean and deviation |
//!
//! Worked by hand: the labels `[0, 0, 0, 1, 1, 1]` in the folds `[[0, 1, 3], [2, 4, 5]]`. The second fold has the labels 0,
//! 1, 1, so the baseline says 1 of the first, and is right about one of three. It says 0 of the second, and is again right
//! about one of three. Of the scores `[0.8, 0.9, 1.0]` the mean is 0.9 and the deviation 0.1.
//!
//! After a fair shuffle any number may be in any place, even in its old one: `order.shuffle(&mut random(seed))`. Any other fair
//! one is right too, and so is any order of the folds. In scikit-learn, `KFold` makes the folds, and `DummyClassifier` is the
//! baseline. (Hastie, Tibshirani, Friedman: *The Elements of Statistical Learning*, 2nd edition, 2009, section 7.10.)

use gradlings::prelude::*;

/// The numbers from 0 to `count - 1`, shuffled once and put into `k` folds; no fold has two more than another.
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    todo!("shuffle all numbers once, then cut the list into k pieces")
}

/// For each fold: how often it is right to say the most frequent class of the other folds.
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    todo!("for each fold, count the classes of all the others, and test the most frequent")
}

/// The mean of the scores, and how far they deviate from it, with k - 1 in the denominator.
pub fn mean_and_deviation(scores: Vec<f32>) -> (f32, f32) {
    todo!("take the mean first, then the squares of the distances from it")
}

fn main() {
    Exercise::new()
        .offer("folds", function(folds))
        .offer("baseline", function(baseline))
        .offer("mean_and_deviation", function(mean_and_deviation))
        .serve()
}
