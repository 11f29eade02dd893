//! How `at_threshold`, `f1`, `curve` and `average_precision` are checked. Scores are tenths, so that many are equal.

#[path = "../../solutions/06_evaluation/precision_recall.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{at_threshold, average_precision, curve, f1};

type Examples = (Vec<f32>, Vec<bool>);
type Points = Vec<Vec<f32>>;

/// `n` examples with scores in tenths. Of three examples one or two are positive, and more often those with high scores.
fn examples(n: usize) -> impl Fn(&mut Generator) -> Examples {
    move |g| {
        let tenths = Vec::from_iter((0..n).map(|_| g.integer(1..11)));
        let labels = tenths.iter().enumerate();
        let labels = labels.map(|(at, tenth)| match at % 3 {
            0 => true,
            1 => false,
            _ => g.integer(0..12) < *tenth,
        });
        let labels = labels.collect();
        (
            tenths
                .into_iter()
                .map(|tenth| tenth as f32 / 10.0)
                .collect(),
            labels,
        )
    }
}

/// `n` examples, and a threshold between two tenths or on one of the scores.
fn with_threshold(
    n: usize,
    on_a_score: bool,
) -> impl Fn(&mut Generator) -> (Vec<f32>, Vec<bool>, f32) {
    move |g| {
        let (scores, labels) = examples(n)(g);
        let threshold = scores[g.integer(0..n)];
        (
            scores,
            labels,
            if on_a_score {
                threshold
            } else {
                threshold - 0.05
            },
        )
    }
}

fn of_the_lesson() -> Examples {
    let scores = vec![0.2, 0.7, 0.9, 0.7, 0.4];
    (scores, vec![true, false, true, true, false])
}

fn points((scores, labels): Examples) -> Points {
    curve(scores, labels)
}

fn negated(scores: Vec<f32>) -> Vec<f32> {
    scores.into_iter().map(|score| -score).collect()
}

/// How many examples are positive, and how many of all the threshold calls so, and how many are both.
fn counts(scores: &[f32], labels: &[bool], threshold: f32) -> [f32; 3] {
    let count = |is_counted: &dyn Fn(f32, bool) -> bool| {
        let pairs = scores.iter().zip(labels);
        pairs
            .filter(|(score, label)| is_counted(**score, **label))
            .count() as f32
    };
    [
        count(&|_, label| label),
        count(&|score, _| score >= threshold),
        count(&|score, label| label && score >= threshold),
    ]
}

/// Precision and recall, where a share of nothing is something else.
fn with_shares_of_nothing(
    (scores, labels): Examples,
    threshold: f32,
    of_called: f32,
    of_positive: f32,
) -> (f32, f32) {
    let [positive, called, found] = counts(&scores, &labels, threshold);
    let or = |whole: f32, instead| if whole == 0.0 { instead } else { found / whole };
    (or(called, of_called), or(positive, of_positive))
}

/// One point after each example, from the highest score down, also between equal ones. Where no example is positive, the
/// recall is divided by `instead`.
fn one_by_one(scores: &[f32], labels: &[bool], instead: f32) -> Points {
    let mut order = Vec::from_iter(0..scores.len());
    order.sort_by(|&i, &j| scores[j].total_cmp(&scores[i]));
    let positive = match labels.iter().filter(|&&label| label).count() {
        0 => instead,
        positive => positive as f32,
    };
    let mut found = 0.0;
    let point = |(at, example): (usize, usize)| {
        found += f32::from(u8::from(labels[example]));
        vec![found / (at + 1) as f32, found / positive]
    };
    order.into_iter().enumerate().map(point).collect()
}

/// The area under straight lines from point to point, of which the first begins at the recall 0 and `first`, if it does.
fn under_lines(points: &Points, first: Option<f32>) -> f32 {
    let begin = first.map(|precision| vec![precision, 0.0]);
    let all = Vec::from_iter(begin.into_iter().chain(points.iter().cloned()));
    let piece = |pair: &[Vec<f32>]| (pair[1][1] - pair[0][1]) * (pair[1][0] + pair[0][0]) / 2.0;
    all.windows(2).map(piece).sum()
}

/// The highest precision at each point and all after it.
fn highest_from_here(mut points: Points) -> Points {
    let mut highest = 0.0_f32;
    for point in points.iter_mut().rev() {
        highest = highest.max(point[0]);
        point[0] = highest;
    }
    points
}

const STRAIGHT_LINES: &str = "You joined the points by straight lines, as the trapezoidal rule does; take each precision \
                              as it is, times the rise of the recall that leads to it.";

const PRECISION_BEFORE: &str = "You weighted the precision of the point before; take that of the point to which the recall \
                                has risen.";

fn main() {
    Reference::of("at_threshold", function(at_threshold))
        .inputs(["scores", "labels", "threshold"])
        .parts([("precision", within(1e-5, 0.0)), ("recall", within(1e-5, 0.0))])
        .case("one example, found", |_| (vec![0.9], vec![true], 0.5))
        .case("one example, called wrongly", |_| (vec![0.9], vec![false], 0.5))
        .case("a score that is equal to the threshold", |_| {
            (vec![0.5, 0.25, 0.75], vec![true, true, false], 0.5)
        })
        .case("the example of the lesson", |_| {
            let (scores, labels) = of_the_lesson();
            (scores, labels, 0.7)
        })
        .case("no examples", |_| (vec![], vec![], 0.5))
        .case("nothing is called positive", |_| (vec![0.1, 0.4], vec![true, false], 0.5))
        .case("nothing is positive", |_| (vec![0.6, 0.9, 0.1], vec![false; 3], 0.5))
        .case("everything is called positive", |_| {
            (vec![0.6, 0.9, 0.7], vec![false, true, false], 0.5)
        })
        .case("everything is positive", |_| (vec![0.6, 0.9, 0.1], vec![true; 3], 0.5))
        .case("scores below 0", |_| {
            (vec![-1.0, -3.0, -0.5, 2.0], vec![true, true, false, true], -2.0)
        })
        .cases(8, |g, i| with_threshold(6 + 2 * i, true)(g))
        .cases(8, |g, i| with_threshold(6 + 3 * i, false)(g))
        .wrong(
            "threshold excluded",
            "You left out the examples whose score is equal to the threshold; they are called positive \
             too: `>=`.",
            |scores, labels, threshold| at_threshold(scores, labels, threshold.next_up()),
        )
        .wrong(
            "exchanged",
            "You exchanged the two results; the precision comes first, then the recall.",
            |scores, labels, threshold| {
                let (precision, recall) = at_threshold(scores, labels, threshold);
                (recall, precision)
            },
        )
        .wrong(
            "the low ones",
            "You called those positive that have a low score; the higher the score, the more an example \
             looks positive.",
            |scores, labels, threshold| at_threshold(negated(scores), labels, -threshold),
        )
        .wrong(
            "divided by zero",
            "You divided 0 by 0 where nothing is called positive, or nothing is, and that is no number; \
             the result is 0 then.",
            |scores, labels, threshold| {
                with_shares_of_nothing((scores, labels), threshold, f32::NAN, f32::NAN)
            },
        )
        .wrong(
            "precision divided by zero",
            "You divided 0 by 0 where nothing is called positive, and that is no number; the precision is \
             0 then.",
            |scores, labels, threshold| {
                with_shares_of_nothing((scores, labels), threshold, f32::NAN, 0.0)
            },
        )
        .wrong(
            "recall divided by zero",
            "You divided 0 by 0 where no example is positive, and that is no number; the recall is 0 then.",
            |scores, labels, threshold| {
                with_shares_of_nothing((scores, labels), threshold, 0.0, f32::NAN)
            },
        )
        .wrong(
            "precision of nothing is perfect",
            "You gave a threshold that calls nothing positive a precision of 1; here it is 0.",
            |scores, labels, threshold| with_shares_of_nothing((scores, labels), threshold, 1.0, 0.0),
        )
        .wrong(
            "recall of nothing is perfect",
            "Where no example is positive you returned a recall of 1; here it is 0.",
            |scores, labels, threshold| with_shares_of_nothing((scores, labels), threshold, 0.0, 1.0),
        )
        .wrong(
            "both of nothing are perfect",
            "You returned 1 where there is nothing to divide by; here it is 0.",
            |scores, labels, threshold| with_shares_of_nothing((scores, labels), threshold, 1.0, 1.0),
        )
        .wrong(
            "divided by all examples",
            "You divided both by the number of all examples; the precision divides by those that are \
             called positive, the recall by those that are.",
            |scores, labels, threshold| {
                let share = counts(&scores, &labels, threshold)[2] / labels.len().max(1) as f32;
                (share, share)
            },
        )
        .wrong(
            "whole numbers divided",
            "You divided whole numbers, which rounds down to 0 unless all are found; write `as f32` behind both, \
             then divide.",
            |scores, labels, threshold| {
                let (precision, recall) = at_threshold(scores, labels, threshold);
                (precision.floor(), recall.floor())
            },
        )
        .wrong(
            "recall divided by all examples",
            "You divided by the number of all examples for the recall; divide by the positive ones.",
            |scores, labels, threshold| {
                let share = counts(&scores, &labels, threshold)[2] / labels.len().max(1) as f32;
                (at_threshold(scores, labels, threshold).0, share)
            },
        )
        .wrong(
            "positive ones among the called",
            "For the recall you counted only the positive examples that are called; count all positive ones.",
            |scores, labels, threshold| {
                let (precision, recall) = at_threshold(scores, labels, threshold);
                (precision, if recall > 0.0 { 1.0 } else { 0.0 })
            },
        )
        .wrong(
            "negative ones found",
            "You counted as found whatever is right, negative examples too; found are the positive ones that are called.",
            |scores, labels, threshold| {
                let pairs = || scores.iter().zip(&labels);
                let right = pairs().filter(|(score, label)| (**score >= threshold) == **label).count();
                let called = scores.iter().filter(|score| **score >= threshold).count();
                let positive = labels.iter().filter(|label| **label).count();
                let share = |whole: usize| if whole == 0 { 0.0 } else { right as f32 / whole as f32 };
                (share(called), share(positive))
            },
        )
        .wrong(
            "accuracy for precision",
            "Your precision is the accuracy, the share of all examples that are right; it is found / \
             called.",
            |scores, labels, threshold| {
                let [positive, called, found] = counts(&scores, &labels, threshold);
                let all = labels.len() as f32;
                let right = all - positive - called + 2.0 * found;
                let (_, recall) = at_threshold(scores, labels, threshold);
                (right / all.max(1.0), recall)
            },
        )
        .wrong(
            "false positive rate",
            "In place of the precision you returned the share of the negative examples that are called \
             positive; it is found / called.",
            |scores, labels, threshold| {
                let negative = labels.iter().map(|label| !label).collect();
                let (_, rate) = at_threshold(scores.clone(), negative, threshold);
                (rate, at_threshold(scores, labels, threshold).1)
            },
        )
        .wrong(
            "called wrongly",
            "In place of the precision you returned the share of those called positive that are not; it \
             is the share that are.",
            |scores, labels, threshold| {
                let negative = labels.iter().map(|label| !label).collect();
                let (wrong, _) = at_threshold(scores.clone(), negative, threshold);
                (wrong, at_threshold(scores, labels, threshold).1)
            },
        )
        .wrong(
            "percent",
            "You returned percent; precision and recall are shares, from 0 to 1.",
            |scores, labels, threshold| {
                let (precision, recall) = at_threshold(scores, labels, threshold);
                (100.0 * precision, 100.0 * recall)
            },
        )
        .wrong(
            "counts",
            "You returned how many examples are found; divide by those called positive for the precision, \
             by the positive ones for the recall.",
            |scores, labels, threshold| {
                let found = counts(&scores, &labels, threshold)[2];
                (found, found)
            },
        )
        .and("f1", function(f1))
        .inputs(["precision", "recall"])
        .parts([("f1", within(1e-5, 0.0))])
        .case("both 1", |_| (1.0, 1.0))
        .case("both 0", |_| (0.0, 0.0))
        .case("no precision", |_| (0.0, 1.0))
        .case("no recall", |_| (1.0, 0.0))
        .case("the example of the lesson", |_| (2.0 / 3.0, 2.0 / 3.0))
        .case("all are called positive, one in a hundred is", |_| (0.01, 1.0))
        .case("both small", |_| (0.01, 0.04))
        .cases(10, |g, _| (g.number(0.05..1.0), g.number(0.05..1.0)))
        .wrong(
            "mean",
            "You took the mean of the two, which is high where one of them is; F1 is 2 precision recall \
             / (precision + recall).",
            |precision, recall| (precision + recall) / 2.0,
        )
        .wrong(
            "root of the product",
            "You took the square root of the product, the geometric mean; F1 is 2 precision recall / \
             (precision + recall).",
            |precision, recall| (precision * recall).sqrt(),
        )
        .wrong(
            "without the 2",
            "You left out the factor 2, so two perfect results give 1/2.",
            |precision, recall| f1(precision, recall) / 2.0,
        )
        .wrong(
            "product",
            "You returned a product without dividing by precision + recall; F1 is 2 precision recall / \
             (precision + recall).",
            |precision, recall| 2.0 * precision * recall,
        )
        .wrong(
            "divided by the product",
            "You returned F1 upside down; the product is on top, the sum below it.",
            |precision, recall| match f1(precision, recall) {
                0.0 => 0.0,
                f1 => 1.0 / f1,
            },
        )
        .wrong(
            "smaller",
            "You took the smaller of the two; F1 is 2 precision recall / (precision + recall).",
            f32::min,
        )
        .wrong(
            "divided by zero",
            "You divided 0 by 0 where both are 0, and that is no number; F1 is 0 then.",
            |precision, recall| 2.0 * precision * recall / (precision + recall),
        )
        .wrong(
            "sum without parentheses",
            "You divided by the precision alone and added the recall; put the sum below the line in parentheses.",
            |precision, recall| match precision + recall {
                0.0 => 0.0,
                _ => 2.0 * precision * recall / precision + recall,
            },
        )
        .wrong(
            "overlap",
            "You divided precision recall by precision + recall - precision recall; F1 is twice the \
             product, divided by the sum alone.",
            |precision, recall| {
                let f1 = f1(precision, recall);
                f1 / (2.0 - f1)
            },
        )
        .and("curve", function(curve))
        .inputs(["scores", "labels"])
        .parts([("points", within(1e-5, 0.0))])
        .case("one example", |_| (vec![0.5], vec![true]))
        .case("no examples", |_| (vec![], vec![]))
        .case("the example of the lesson", |_| of_the_lesson())
        .case("all scores equal", |_| (vec![0.5; 4], vec![true, false, false, true]))
        .case("nothing is positive", |_| (vec![0.25, 0.75], vec![false; 2]))
        .case("every positive one above every other", |_| {
            (vec![0.1, 0.8, 0.3, 0.9], vec![false, true, false, true])
        })
        .case("every positive one below every other", |_| {
            (vec![0.7, 0.2, 0.8, 0.3], vec![false, true, false, true])
        })
        .case("scores far from 0 and 1", |_| {
            (vec![-200.0, 50.0, 3e6, -4.0, 12.0], vec![true, false, true, true, false])
        })
        .case("scores that differ by a little", |_| {
            (vec![1.0, 1.000_001, 0.999_999, 0.5], vec![true, false, true, false])
        })
        .cases(12, |g, i| examples(6 + 2 * i)(g))
        .wrong(
            "sorted upwards",
            "Your points begin with the lowest threshold; begin with the highest, so that the recall rises.",
            |scores, labels| {
                let mut points = curve(scores, labels);
                points.reverse();
                points
            },
        )
        .wrong(
            "low scores first",
            "You called low scores positive; a threshold calls positive what has at least this score.",
            |scores, labels| curve(negated(scores), labels),
        )
        .wrong(
            "threshold excluded",
            "You left out the examples whose score is equal to the threshold; they are called positive \
             too: `>=`.",
            |scores, labels| {
                let mut points = curve(scores, labels);
                let last = points.pop();
                points.splice(0..0, last.map(|_| vec![0.0, 0.0]));
                points
            },
        )
        .wrong(
            "recall first",
            "You exchanged the two numbers of each row; it is `[precision, recall]`.",
            |scores, labels| {
                let mut points = curve(scores, labels);
                points.iter_mut().for_each(|point| point.reverse());
                points
            },
        )
        .wrong(
            "equal scores repeated",
            "You made a point for each example, so equal scores give the same point again; make one for \
             each different score.",
            |scores, labels| {
                let mut thresholds = scores.clone();
                thresholds.sort_by(|a, b| b.total_cmp(a));
                let point = |threshold| {
                    let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
                    vec![precision, recall]
                };
                thresholds.into_iter().map(point).collect()
            },
        )
        .wrong(
            "neighbours looked at before sorting",
            "You left out repeated scores before you sorted, when equal ones did not yet stand side by side; sort first.",
            |scores, labels| {
                let mut thresholds = scores.clone();
                thresholds.dedup();
                thresholds.sort_by(|a, b| b.total_cmp(a));
                let point = |threshold| {
                    let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
                    vec![precision, recall]
                };
                thresholds.into_iter().map(point).collect()
            },
        )
        .wrong(
            "equal scores one by one",
            "You made a point between examples with equal scores, but no threshold comes between them; \
             make one for each different score.",
            |scores, labels| one_by_one(&scores, &labels, 1.0),
        )
        .wrong(
            "equal scores one by one, divided by zero",
            "You made a point between examples with equal scores, but no threshold comes between them; \
             make one for each different score. And where no example is positive, you divided by 0.",
            |scores, labels| one_by_one(&scores, &labels, 0.0),
        )
        .wrong(
            "in the order of the data",
            "You took the scores in the order of the data; sort them, the highest first.",
            |scores, labels| {
                let mut seen = vec![];
                let mut points = vec![];
                for &threshold in &scores {
                    if !seen.contains(&threshold) {
                        seen.push(threshold);
                        let (precision, recall) =
                            at_threshold(scores.clone(), labels.clone(), threshold);
                        points.push(vec![precision, recall]);
                    }
                }
                points
            },
        )
        .wrong(
            "begins at recall 0",
            "You added a point with precision 1 and recall 0 at the beginning; no score is the threshold \
             there.",
            |scores, labels| [vec![vec![1.0, 0.0]], curve(scores, labels)].concat(),
        )
        .wrong(
            "ends at recall 0",
            "Your points go from the lowest threshold up and end with precision 1 and recall 0, as \
             scikit-learn returns them; begin with the highest threshold, and add no point.",
            |scores, labels| {
                let mut points = curve(scores, labels);
                points.reverse();
                points.push(vec![1.0, 0.0]);
                points
            },
        )
        .wrong(
            "thresholds of positive ones",
            "You made points at the scores of positive examples alone; each different score gives a point.",
            |scores, labels| {
                let pairs = scores.iter().zip(&labels).filter(|(_, label)| **label);
                let mut thresholds = Vec::from_iter(pairs.map(|(score, _)| *score));
                thresholds.sort_by(|a, b| b.total_cmp(a));
                thresholds.dedup();
                let point = |threshold| {
                    let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
                    vec![precision, recall]
                };
                thresholds.into_iter().map(point).collect()
            },
        )
        .wrong(
            "stops when all are found",
            "You stopped where the recall reaches 1; lower thresholds give points too.",
            |scores, labels| {
                let points = curve(scores, labels);
                let end = points.iter().position(|point| point[1] >= 1.0);
                points[..end.map_or(points.len(), |end| end + 1)].to_vec()
            },
        )
        .wrong(
            "last threshold left out",
            "You left out the lowest threshold, which calls everything positive; each score gives a point.",
            |scores, labels| {
                let mut points = curve(scores, labels);
                points.pop();
                points
            },
        )
        .wrong(
            "smoothed",
            "You gave each point the highest precision from there on; the curve has the precisions as \
             they are.",
            |scores, labels| highest_from_here(curve(scores, labels)),
        )
        .and("average_precision", function(average_precision))
        .inputs(["points"])
        .parts([("average precision", within(1e-5, 0.0))])
        .case("one point", |_| (vec![vec![0.75, 1.0]],))
        .case("no points", |_| (vec![],))
        .case("the example of the lesson", |_| (points(of_the_lesson()),))
        .case("nothing is found before the end", |_| {
            (vec![vec![0.0, 0.0], vec![0.0, 0.0], vec![0.25, 1.0]],)
        })
        .case("a recall that stays the same", |_| {
            (vec![vec![1.0, 0.5], vec![0.5, 0.5], vec![0.4, 1.0]],)
        })
        .case("every positive one above every other", |_| {
            (vec![vec![1.0, 0.5], vec![1.0, 1.0], vec![0.5, 1.0]],)
        })
        .case("a curve that ends before all are found", |_| {
            (vec![vec![1.0, 0.25], vec![0.5, 0.5]],)
        })
        .cases(12, |g, i| (points(examples(6 + 3 * i)(g)),))
        .wrong("straight lines", STRAIGHT_LINES, |points| {
            under_lines(&points, Some(1.0))
        })
        .wrong("straight lines between the points", STRAIGHT_LINES, |points| {
            under_lines(&points, None)
        })
        .wrong("straight lines, the first level", STRAIGHT_LINES, |points| {
            let first = points.first().map(|point| point[0]);
            under_lines(&points, first)
        })
        .wrong("straight lines from the corner", STRAIGHT_LINES, |points| {
            under_lines(&points, Some(0.0))
        })
        .wrong(
            "highest from here",
            "You weighted the highest precision from each point on, as some benchmarks do; take the \
             precision of the point itself.",
            |points| average_precision(highest_from_here(points)),
        )
        .wrong(
            "mean",
            "You took the mean of all precisions; weight each by how far the recall has risen.",
            |points| {
                let count = points.len().max(1) as f32;
                points.iter().map(|point| point[0]).sum::<f32>() / count
            },
        )
        .wrong(
            "mean where it rises",
            "You took the mean of the precisions at which the recall rises, but it does not always rise by \
             the same; weight each by how far.",
            |points| {
                let mut before = 0.0;
                let mut rising = vec![];
                for point in points {
                    if point[1] > before {
                        rising.push(point[0]);
                        before = point[1];
                    }
                }
                rising.iter().sum::<f32>() / rising.len().max(1) as f32
            },
        )
        .wrong(
            "mean of no points",
            "You took the mean of all precisions, and of no points it is no number; weight each by how \
             far the recall has risen.",
            |points| points.iter().map(|point| point[0]).sum::<f32>() / points.len() as f32,
        )
        .wrong(
            "precision before",
            PRECISION_BEFORE,
            |points| {
                let pairs = points.windows(2);
                pairs.map(|pair| (pair[1][1] - pair[0][1]) * pair[0][0]).sum()
            },
        )
        .wrong("precision before, 1 at first", PRECISION_BEFORE, |points| {
            let all = [vec![vec![1.0, 0.0]], points].concat();
            let pairs = all.windows(2);
            pairs.map(|pair| (pair[1][1] - pair[0][1]) * pair[0][0]).sum()
        })
        .wrong(
            "risen since the first point",
            "You measured each rise from the first point; measure it from the point before.",
            |points| {
                let before = points.first().map_or(0.0, |point| point[1]);
                let rise = |(at, point): (usize, &Vec<f32>)| match at {
                    0 => point[0] * point[1],
                    _ => point[0] * (point[1] - before),
                };
                points.iter().enumerate().map(rise).sum()
            },
        )
        .wrong(
            "divided by the number of points",
            "You divided by the number of points as well; the rises of the recall are weights already, so the sum is all.",
            |points| {
                let count = points.len().max(1) as f32;
                average_precision(points) / count
            },
        )
        .wrong(
            "first rise left out",
            "You left out the first point; the recall has risen to it from 0.",
            |points| {
                let pairs = points.windows(2);
                pairs.map(|pair| (pair[1][1] - pair[0][1]) * pair[1][0]).sum()
            },
        )
        .wrong(
            "recall for its rise",
            "You weighted each precision by the recall itself; weight it by how far the recall has risen \
             since the point before.",
            |points| points.iter().map(|point| point[0] * point[1]).sum(),
        )
        .wrong(
            "sign",
            "You subtracted the recall of a point from that of the point before; it is the other way \
             round.",
            |points| -average_precision(points),
        )
        .wrong(
            "exchanged",
            "You exchanged precision and recall, or went from the last point to the first; a row is \
             `[precision, recall]`, and from the first row on the recall rises from 0.",
            |mut points| {
                points.iter_mut().for_each(|point| point.reverse());
                average_precision(points)
            },
        )
        .run()
}
