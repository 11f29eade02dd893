//! # Accuracy
//!
//! Training needs a loss that has a slope. People want to know something simpler: how often is the model right? The
//! **accuracy** is the share of examples for which it is, from 0 to 1.
//!
//! A classifier gives every class a score, and its answer is the class with the highest one. With a thousand classes that
//! is harsh: where a picture shows a wolf, "husky, then wolf" is a better answer than "teapot, then spoon". So there is
//! the **top-k accuracy**. An example counts as right if its label is among the `k` classes with the highest scores. With
//! `k` = 1 it is the ordinary accuracy.
//!
//! ```text
//! top_k(scores) = the k classes with the highest
//!                 scores, best first
//! accuracy      = examples with their label in
//!                 their top k / examples
//! ```
//!
//! Two classes may have the same score. Then **the one with the lower number comes first**. It matters more than it
//! seems: a model that gives all classes the same score must not count as right about everything.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `scores` | `(classes,)`, `(n, classes)` | logits or probabilities: a row for each example |
//! | `labels` | `(n,)` | the class of each example, from 0 |
//! | `k` | | how many classes the model may name, from 1; where it is more than there are, it names them all |
//! | results | | the classes in order; the accuracy, which is 0 if there are no examples |
//!
//! Worked by hand, with four classes:
//!
//! ```text
//! scores                  top 2    label
//! [ 0.1, 0.4, 0.4, 0.1]   [1, 2]     2
//! [ 0.7, 0.1, 0.2, 0.0]   [0, 2]     0
//! [-0.3,-0.9,-0.4,-0.2]   [3, 0]     1
//! ```
//!
//! The top-1 accuracy is 1/3: only the second example has its label in the first place. The top-2 accuracy is 2/3.
//!
//! `a.total_cmp(&b)` compares two numbers, from low to high, and `b.total_cmp(&a)` from high to low.
//! `list.sort_by(|&i, &j| ...)` sorts a list by such a comparison, and leaves in their order those that compare as equal.
//!
//! ImageNet, with a thousand classes, was long judged by the top-5 accuracy. (Russakovsky et al.: *ImageNet Large Scale
//! Visual Recognition Challenge*, 2015, section 4.)

use gradlings::prelude::*;

/// The `k` classes with the highest scores, best first; of equal scores, the class with the lower number comes first.
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut classes: Vec<usize> = (0..scores.len()).collect();
    classes.sort_by(|&i, &j| scores[j].total_cmp(&scores[i]));
    classes.truncate(k);
    classes
}

/// The share of examples whose label is among the `k` classes with the highest scores; 0 if there are no examples.
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    if labels.is_empty() {
        return 0.0;
    }
    let examples = labels.len() as f32;
    let mut right = 0.0;
    for (row, label) in scores.into_iter().zip(labels) {
        if top_k(row, k).contains(&label) {
            right += 1.0;
        }
    }
    right / examples
}

fn main() {
    Exercise::new()
        .offer("top_k", function(top_k))
        .offer("accuracy", function(accuracy))
        .serve()
}
