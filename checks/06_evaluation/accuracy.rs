//! How `top_k` and `accuracy` are checked. Most scores are one of a few numbers, so that many are equal.

#[path = "../../solutions/06_evaluation/accuracy.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{accuracy, top_k};

type Scores = Vec<Vec<f32>>;
type Examples = (Scores, Vec<usize>, usize);

/// Scores of so many classes, each one of `few` numbers: half of them below 0, and none of them 0.
fn scores(g: &mut Generator, classes: usize, few: usize) -> Vec<f32> {
    let score = |step: usize| 0.5 * step as f32 - 0.25 * few as f32 + 0.125;
    (0..classes).map(|_| score(g.integer(0..few))).collect()
}

/// `n` examples, each with a label of its own.
fn examples(n: usize, classes: usize, few: usize, k: usize) -> impl Fn(&mut Generator) -> Examples {
    move |g| {
        let rows = (0..n).map(|_| scores(g, classes, few)).collect();
        (rows, (0..n).map(|_| g.integer(0..classes)).collect(), k)
    }
}

/// The first example of the lesson.
fn tied() -> Vec<f32> {
    vec![0.1, 0.4, 0.4, 0.1]
}

fn of_the_lesson(k: usize) -> Examples {
    let others = [vec![0.7, 0.1, 0.2, 0.0], vec![-0.3, -0.9, -0.4, -0.2]];
    ([vec![tied()], others.to_vec()].concat(), vec![2, 0, 1], k)
}

fn negated(scores: Vec<f32>) -> Vec<f32> {
    scores.into_iter().map(|score| -score).collect()
}

/// All classes, best first; of equal scores, the class with the higher number comes first.
fn ties_to_the_last(scores: &[f32]) -> Vec<usize> {
    let mut classes = top_k(negated(scores.to_vec()), scores.len());
    classes.reverse();
    classes
}

/// The share of examples that `is_right` accepts.
fn share(scores: Scores, labels: Vec<usize>, is_right: impl Fn(Vec<f32>, usize) -> bool) -> f32 {
    let examples = labels.len().max(1) as f32;
    let pairs = scores.into_iter().zip(labels);
    pairs
        .filter(|(row, label)| is_right(row.clone(), *label))
        .count() as f32
        / examples
}

fn main() {
    Reference::of("top_k", function(top_k))
        .inputs(["scores", "k"])
        .parts([("classes", exact())])
        .case("one class", |_| (vec![0.5], 1))
        .case("the best of two", |_| (vec![0.25, 0.75], 1))
        .case("no classes", |_| (vec![], 1))
        .case("all scores below 0", |_| (vec![-3.0, -1.0, -2.0], 2))
        .case("the example of the lesson", |_| (tied(), 2))
        .case("all scores equal", |_| (vec![0.25; 5], 3))
        .case("all classes", |g| (scores(g, 4, 9), 4))
        .case("more than there are classes", |g| (scores(g, 3, 4), 5))
        .case("scores that differ by a little", |_| (vec![1.0, 1.000_001, 0.999_999], 2))
        .case("very large scores", |_| (vec![1e30, -1e30, 3e30, 2e30], 3))
        .case("many classes, many of them equal", |g| (scores(g, 100, 5), 60))
        .cases(16, |g, i| {
            let classes = 4 + i / 2;
            (scores(g, classes, 3 + i), 1 + i % (classes - 1))
        })
        .wrong(
            "k counted from 0",
            "You named one class too many; `k` is how many there are, not the place of the last one \
             counted from 0.",
            |scores, k| top_k(scores, k + 1),
        )
        .wrong(
            "one too few",
            "You named one class too few; there are `k` of them.",
            |scores, k| {
                let few = k.min(scores.len()).saturating_sub(1);
                top_k(scores, few)
            },
        )
        .wrong(
            "one too few, where there are as many",
            "You named one class too few; there are `k` of them.",
            |scores, k| top_k(scores, k.saturating_sub(1)),
        )
        .wrong(
            "looked up by score",
            "You sorted the scores and looked each of them up, so of classes with equal scores you found the first \
             one again; sort the numbers of the classes.",
            |scores, k| {
                let sorted = top_k(scores.clone(), k).into_iter().map(|class| scores[class]);
                let first_with = |score| scores.iter().position(|other| *other == score);
                sorted.filter_map(first_with).collect()
            },
        )
        .wrong(
            "ties to the last",
            "Where scores are equal you put the class with the higher number first; the lower number \
             comes first.",
            |scores, k| {
                let mut classes = ties_to_the_last(&scores);
                classes.truncate(k);
                classes
            },
        )
        .wrong(
            "order of equal scores not kept",
            "You sorted with `sort_unstable_by`, which may change the order of equal scores; `sort_by` keeps it.",
            |scores, k| {
                let mut classes = Vec::from_iter(0..scores.len());
                classes.sort_unstable_by(|&i, &j| scores[j].total_cmp(&scores[i]));
                classes.truncate(k);
                classes
            },
        )
        .wrong(
            "lowest scores",
            "You named the classes with the lowest scores; the highest score is the best.",
            |scores, k| top_k(negated(scores), k),
        )
        .wrong(
            "sorted upwards, ends exchanged",
            "You sorted from low to high and took the end of that, with the best last; the best comes \
             first, and of equal scores the lower number.",
            |scores, k| {
                let upwards = top_k(negated(scores.clone()), scores.len());
                upwards[scores.len().saturating_sub(k)..].to_vec()
            },
        )
        .wrong(
            "best last",
            "Your best class comes last; put it first.",
            |scores, k| {
                let mut classes = top_k(scores, k);
                classes.reverse();
                classes
            },
        )
        .wrong(
            "by number",
            "You named the right classes in the order of their numbers; put the best first.",
            |scores, k| {
                let mut classes = top_k(scores, k);
                classes.sort();
                classes
            },
        )
        .wrong(
            "places",
            "You gave the place that each class has; name the class that has each place.",
            |scores, k| {
                let order = top_k(scores.clone(), scores.len());
                let place = |class| order.iter().position(|&other| other == class);
                (0..scores.len()).filter_map(place).take(k).collect()
            },
        )
        .wrong(
            "by size",
            "You put the scores in order by their size without the sign; a score below 0 is lower than \
             any above 0.",
            |scores, k| top_k(scores.into_iter().map(f32::abs).collect(), k),
        )
        .wrong(
            "only the best",
            "You named the best class only; name `k` of them.",
            |scores, k| top_k(scores, k.min(1)),
        )
        .wrong(
            "all of them",
            "You named all classes; keep the first `k`.",
            |scores, _| top_k(scores.clone(), scores.len()),
        )
        .wrong(
            "equal scores once",
            "Of classes with equal scores you named one; each of them has a place of its own.",
            |scores, k| {
                let mut classes = top_k(scores.clone(), scores.len());
                classes.dedup_by_key(|class| scores[*class]);
                classes.truncate(k);
                classes
            },
        )
        .wrong(
            "not sorted",
            "You named the first `k` classes and never looked at their scores; put the classes in order \
             by them.",
            |scores, k| (0..scores.len().min(k)).collect(),
        )
        .and("accuracy", function(accuracy))
        .inputs(["scores", "labels", "k"])
        .parts([("accuracy", within(1e-5, 0.0))])
        .case("one example, right", |_| (vec![vec![0.25, 0.75]], vec![1], 1))
        .case("one example, wrong", |_| (vec![vec![0.25, 0.75]], vec![0], 1))
        .case("no examples", |_| (vec![], vec![], 1))
        .case("one class", examples(3, 1, 2, 1))
        .case("the example of the lesson, top 1", |_| of_the_lesson(1))
        .case("the example of the lesson, top 2", |_| of_the_lesson(2))
        .case("a model that has no preference", |_| {
            (vec![vec![0.25; 4]; 5], vec![0, 3, 1, 0, 2], 1)
        })
        .case("one class more frequent than the other", |_| {
            let says = |class: usize| if class == 0 { vec![0.75, 0.25] } else { vec![0.25, 0.75] };
            ([0, 0, 0, 1, 0].map(says).to_vec(), vec![0, 0, 0, 0, 1], 1)
        })
        .case("all classes", examples(6, 3, 4, 3))
        .case("more than there are classes", examples(6, 3, 4, 5))
        .cases(16, |g, i| {
            let classes = 4 + i / 2;
            examples(20 + 3 * i, classes, 3 + i / 2, 1 + i % (classes - 1))(g)
        })
        .wrong(
            "percent",
            "You returned percent; the accuracy is a share, from 0 to 1.",
            |scores, labels, k| 100.0 * accuracy(scores, labels, k),
        )
        .wrong(
            "count",
            "You returned how many examples are right; divide by how many there are.",
            |scores, labels, k| labels.len() as f32 * accuracy(scores, labels, k),
        )
        .wrong(
            "errors",
            "You returned the share of examples that are wrong; the accuracy is the share that are \
             right.",
            |scores, labels, k| match labels.len() {
                0 => 0.0,
                _ => 1.0 - accuracy(scores, labels, k),
            },
        )
        .wrong(
            "errors, all if none",
            "You returned 1 minus the accuracy, the share of examples that are wrong; return the share \
             that are right.",
            |scores, labels, k| 1.0 - accuracy(scores, labels, k),
        )
        .wrong(
            "divided by zero",
            "You divided 0 by 0 where there are no examples, and that is no number; the accuracy is 0 \
             then.",
            |scores, labels, k| match labels.len() {
                0 => f32::NAN,
                _ => accuracy(scores, labels, k),
            },
        )
        .wrong(
            "perfect without examples",
            "Where there are no examples you returned 1; the accuracy is 0 then.",
            |scores, labels, k| match labels.len() {
                0 => 1.0,
                _ => accuracy(scores, labels, k),
            },
        )
        .wrong(
            "whole numbers divided",
            "You divided whole numbers, which rounds down to 0 unless all examples are right; write \
             `as f32` behind both, then divide.",
            |scores, labels, k| accuracy(scores, labels, k).floor(),
        )
        .wrong(
            "divided by classes",
            "You divided by the number of classes; divide by the number of examples.",
            |scores, labels, k| {
                let classes = scores.first().map_or(1, Vec::len) as f32;
                labels.len() as f32 * accuracy(scores, labels, k) / classes
            },
        )
        .wrong(
            "divided by all names",
            "You divided by all the classes that were named, `k` for each example; an example counts \
             once, so divide by the number of examples.",
            |scores, labels, k| accuracy(scores, labels, k) / k as f32,
        )
        .wrong(
            "k counted from 0",
            "You let the model name one class too many; `k` is how many classes, not the place of the \
             last one counted from 0.",
            |scores, labels, k| accuracy(scores, labels, k + 1),
        )
        .wrong(
            "one too few",
            "You let the model name one class too few; it may name `k` of them.",
            |scores, labels, k| accuracy(scores, labels, k.saturating_sub(1)),
        )
        .wrong(
            "top 1",
            "You compared the label with the best class only; it may be any of the top `k`.",
            |scores, labels, _| accuracy(scores, labels, 1),
        )
        .wrong(
            "mean over the classes",
            "You worked out the accuracy of each class and took the mean of those; here every example counts \
             the same, whatever its class.",
            |scores, labels, k| {
                let mut of_class = vec![];
                for class in 0..=labels.iter().copied().max().unwrap_or(0) {
                    let members = labels.iter().zip(&scores).filter(|(label, _)| **label == class);
                    let rows = Vec::from_iter(members.map(|(_, row)| row.clone()));
                    if !rows.is_empty() {
                        let labels = vec![class; rows.len()];
                        of_class.push(accuracy(rows, labels, k));
                    }
                }
                of_class.iter().sum::<f32>() / of_class.len().max(1) as f32
            },
        )
        .wrong(
            "one over the place",
            "You counted 1 divided by the place of the label; a label in the top `k` counts as 1, wherever it \
             stands there.",
            |scores, labels, k| {
                let examples = labels.len().max(1) as f32;
                let pairs = scores.into_iter().zip(labels);
                let places = pairs.filter_map(|(row, label)| {
                    top_k(row, k).iter().position(|class| *class == label)
                });
                places.map(|place| 1.0 / (place + 1) as f32).sum::<f32>() / examples
            },
        )
        .wrong(
            "class in the place of the label",
            "You looked up the class in place `label` of the order; ask whether the label is among its first `k`.",
            |scores, labels, k| {
                let rows = scores.iter().zip(&labels);
                let is_right = |&(row, &label): &(&Vec<f32>, &usize)| {
                    top_k(row.clone(), row.len())[label] < k
                };
                rows.filter(is_right).count() as f32 / labels.len().max(1) as f32
            },
        )
        .wrong(
            "the last of them only",
            "You compared the label with the last of the top `k` only; it may be any of them.",
            |scores, labels, k| {
                share(scores, labels, |row, label| {
                    top_k(row, k).last() == Some(&label)
                })
            },
        )
        .wrong(
            "ties to the last",
            "Where scores are equal you put the class with the higher number first; the lower number \
             comes first.",
            |scores, labels, k| {
                share(scores, labels, |row, label| {
                    ties_to_the_last(&row).iter().take(k).any(|&class| class == label)
                })
            },
        )
        .wrong(
            "ties are right",
            "You counted a label as right wherever fewer than `k` classes have a higher score, and took no \
             notice of equal ones; of equal scores, the lower number comes first.",
            |scores, labels, k| {
                share(scores, labels, |row, label| {
                    row.iter().filter(|&&score| score > row[label]).count() < k
                })
            },
        )
        .wrong(
            "ties are wrong",
            "You put every class with an equal score before the label; only one with a lower number \
             comes before it.",
            |scores, labels, k| {
                share(scores, labels, |row, label| {
                    row.iter().filter(|&&score| score >= row[label]).count() <= k
                })
            },
        )
        .wrong(
            "lowest scores",
            "You looked for the label among the classes with the lowest scores; the highest score is the \
             best.",
            |scores, labels, k| accuracy(scores.into_iter().map(negated).collect(), labels, k),
        )
        .run()
}
