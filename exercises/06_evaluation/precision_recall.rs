//! # Precision and recall at every threshold
//!
//! A filter gives every mail a score: the higher, the more it looks like spam. From which score on it is *called* spam is
//! up to you. With a low **threshold** hardly any spam gets through, but some of your mail is lost; with a high one your
//! mail is safe, and so is much of the spam. Spam is the **positive** class here, the one that is looked for:
//!
//! ```text
//! called    = examples with score >= threshold
//! found     = those of them that are positive
//! precision = found / called
//! recall    = found / positive examples
//! F1        = 2 precision recall
//!             / (precision + recall)
//! ```
//!
//! **F1** makes one number of the two, and is high only if both are. Where there is nothing to divide by, a result is 0.
//!
//! To judge the scores themselves, try every threshold that makes a difference: each score that occurs, once, from the
//! highest down. Each gives a point of the **precision-recall curve**. The recall never falls on the way; the precision
//! goes up and down. The **average precision** weights each precision p by how far the recall r has risen since the point
//! before, where r_0 = 0:
//!
//! ```text
//! (r_1 - r_0) p_1 + (r_2 - r_1) p_2 + ...
//! ```
//!
//! **The trap:** joining the points by straight lines would promise precisions that no threshold reaches. The steps stay.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `scores` | `(n,)` | a score for each example |
//! | `labels` | `(n,)` | `true` for a positive example |
//! | `points` | `(m, 2)` | a row `[precision, recall]` for each threshold, the highest threshold first |
//! | results | | precision and recall; F1; the points; the average precision |
//!
//! Worked by hand: the scores `[0.2, 0.7, 0.9, 0.7, 0.4]`, of which the first, the third and the fourth are positive.
//!
//! ```text
//! threshold  called  found  precision  recall
//!    0.9       1       1       1        1/3
//!    0.7       3       2      2/3       2/3
//!    0.4       4       2      1/2       2/3
//!    0.2       5       3      3/5        1
//! ```
//!
//! F1 at the threshold 0.7 is 2/3. The average precision is 1/3 * 1 + 1/3 * 2/3 + 0 * 1/2 + 1/3 * 3/5 = 0.756.
//!
//! After sorting, `list.dedup()` leaves one of each group of equal neighbours. Where positives are rare, as in search or
//! in medicine, this curve says more than accuracy. scikit-learn's average precision is this sum; its curve begins with the
//! lowest threshold. (Davis and Goadrich: *The relationship between precision-recall and ROC curves*, 2006.)

use course::demo;
use gradlings::prelude::*;

/// The precision and the recall if everything with at least this score is called positive.
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    todo!("count the positive, the called and the found examples, then divide")
}

/// One number of the two; 0 if both are 0.
pub fn f1(precision: f32, recall: f32) -> f32 {
    todo!("divide twice the product by the sum, unless both are 0")
}

/// A row `[precision, recall]` for each different score as the threshold, the highest first.
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    todo!("sort the different scores downwards, and ask at_threshold for each")
}

/// The precisions of a curve, each weighted by how far the recall has risen since the point before.
pub fn average_precision(points: Vec<Vec<f32>>) -> f32 {
    todo!("add up the precisions, each times the rise of the recall")
}

fn main() {
    Exercise::new()
        .offer("at_threshold", function(at_threshold))
        .offer("f1", function(f1))
        .offer("curve", function(curve))
        .offer("average_precision", function(average_precision))
        .show("penguins looked for by what was measured", || {
            demo::penguins_found(curve, average_precision)
        })
        .serve()
}
