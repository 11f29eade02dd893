//! How `reliability` and `calibration_error` are checked. A confidence lies either exactly on the edge of two bins, where the
//! edge is a binary fraction, or far from every edge: so it makes no difference whether an answer computes in single or in
//! double precision.

use crate::solution::{calibration_error, reliability};
use gradlings::prelude::*;

pub type Rows = Vec<Vec<f32>>;
/// Probabilities, labels, and the number of bins.
type Answers = (Rows, Vec<usize>, usize);

/// `n` examples of a model that is surer than it should be, and the number of bins.
fn answers(n: usize, classes: usize, bins: usize) -> impl Fn(&mut Generator) -> Answers {
    move |g| {
        let (mut rows, mut labels) = (vec![], vec![]);
        for _ in 0..n {
            // Enough that no other class gets as much.
            let least = 1.0 / classes as f32 + 0.07;
            let confidence = loop {
                let bin = g.integer(0..bins) as f32;
                let confidence = (bin + g.number(0.1..0.9)) / bins as f32;
                if confidence > least {
                    break confidence;
                }
            };
            let shares = Vec::from_iter((1..classes).map(|_| g.number(1.0..1.3)));
            let unit = (1.0 - confidence) / shares.iter().sum::<f32>();
            let mut row = Vec::from_iter(shares.into_iter().map(|share| share * unit));
            let answer = g.integer(0..classes);
            row.insert(answer, confidence);
            rows.push(row);
            let is_right = g.number(0.0..1.0) < confidence * confidence;
            let away = if is_right { 0 } else { g.integer(1..classes) };
            labels.push((answer + away) % classes);
        }
        (rows, labels, bins)
    }
}

/// The confidence of each example, and whether it is right.
pub fn judged(rows: &Rows, labels: &[usize]) -> Vec<(f32, bool)> {
    let judge = |(row, &label): (&Vec<f32>, &usize)| {
        let best = (0..row.len())
            .rev()
            .max_by(|&a, &b| row[a].total_cmp(&row[b]));
        (row[best.unwrap_or(0)], best == Some(label))
    };
    rows.iter().zip(labels).map(judge).collect()
}

/// `[examples, mean confidence, accuracy]` of some examples.
pub fn row(examples: &[(f32, bool)]) -> Vec<f32> {
    let count = examples.len() as f32;
    let confidence: f32 = examples.iter().map(|(confidence, _)| confidence).sum();
    let right = examples.iter().filter(|(_, is_right)| *is_right).count() as f32;
    vec![count, confidence / count.max(1.0), right / count.max(1.0)]
}

/// A row for each bin, where `holds` says whether a confidence, in widths of a bin, belongs to the bin of that number.
fn gathered(examples: &[(f32, bool)], bins: usize, holds: impl Fn(f32, f32) -> bool) -> Rows {
    let bin = |bin: usize| {
        let inside = |(confidence, _): &&(f32, bool)| holds(confidence * bins as f32, bin as f32);
        row(&Vec::from_iter(examples.iter().filter(inside).copied()))
    };
    (0..bins).map(bin).collect()
}

fn in_its_bin(place: f32, bin: f32) -> bool {
    bin < place && place <= bin + 1.0
}

/// The right rows, each changed by `change`, which also gets its number; empty ones only if `empty`.
fn changed(
    (rows, labels, bins): Answers,
    empty: bool,
    change: impl Fn(&mut Vec<f32>, f32),
) -> Rows {
    let mut rows = reliability(rows, labels, bins);
    for (bin, row) in rows.iter_mut().enumerate() {
        if empty || row[0] > 0.0 {
            change(row, bin as f32);
        }
    }
    rows
}

/// Rows as they may come from so many bins, one of them empty, and neither the first nor the last.
fn table(g: &mut Generator, bins: usize) -> Rows {
    let empty = g.integer(1..bins - 1);
    let row = |bin: usize| {
        let count = if bin == empty {
            0
        } else {
            g.integer(0..3) * g.integer(1..20) + usize::from(bin == 0 || bin + 1 == bins)
        };
        if count == 0 {
            return vec![0.0; 3];
        }
        let confidence = (bin as f32 + g.number(0.1..0.9)) / bins as f32;
        let right = g.integer(0..count + 1);
        vec![count as f32, confidence, right as f32 / count as f32]
    };
    (0..bins).map(row).collect()
}

/// How far accuracy and confidence are apart in each bin that is not empty, with its number of examples.
fn gaps(rows: &Rows) -> Vec<(f32, f32)> {
    let filled = rows.iter().filter(|row| row[0] > 0.0);
    filled.map(|row| (row[0], row[2] - row[1])).collect()
}

/// The mean of what `of` makes of the gaps, each bin by its number of examples.
fn weighted(rows: &Rows, of: fn(f32) -> f32) -> f32 {
    let gaps = gaps(rows);
    let all = gaps.iter().map(|(count, _)| count).sum::<f32>();
    let sum: f32 = gaps.iter().map(|(count, gap)| count * of(*gap)).sum();
    sum / all.max(1.0)
}

/// The sum of the gaps, each times the number of examples of its bin.
fn unnormalised(rows: &Rows) -> f32 {
    gaps(rows)
        .iter()
        .map(|(count, gap)| count * gap.abs())
        .sum()
}

/// The sum of the gaps, no matter how many examples each bin has.
fn unweighted(rows: &Rows) -> f32 {
    gaps(rows).iter().map(|(_, gap)| gap.abs()).sum()
}

const LEFT_OUT: &str =
    "You left the empty bins out; each bin has a row, and that of an empty one is `[0, 0, 0]`.";
const MIDDLE: &str = "You took the middle of each bin for its confidence; take the mean of the confidences that are in it.";
const ALL_CLASSES: &str =
    "You put every probability into a bin; an example has one confidence, its highest probability.";
const DIVIDED_BY_ZERO: &str =
    "Without examples you divided 0 by 0, and that is no number; the error is 0 then.";
const SIGNED: &str = "You added the gaps up with their signs, so that too sure and not sure enough cancel out; take `.abs()` \
                      of each.";
/// The checks of both functions.
pub fn check() -> Reference<impl Handler> {
    Reference::of("reliability", function(reliability))
        .inputs(["probabilities", "labels", "bins"])
        .parts([("bins", within(1e-5, 0.0))])
        .case("one example", answers(1, 3, 5))
        .case("no examples", |_| (vec![], vec![], 3))
        .case("the example of the lesson", |_| {
            (vec![vec![0.9, 0.1]; 4], vec![0, 0, 1, 0], 15)
        })
        .case("one bin", answers(6, 3, 1))
        .case("a confidence of 1", |_| {
            let rows = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.03, 0.97]];
            (rows.map(Vec::from).into(), vec![0, 1, 1], 15)
        })
        .case("confidences on the edges of four bins", |_| {
            let rows = [
                [0.125, 0.5, 0.25, 0.125],
                [0.25, 0.25, 0.25, 0.25],
                [0.75, 0.0, 0.125, 0.125],
                [0.0, 0.0, 0.125, 0.875],
                [0.0, 0.5, 0.375, 0.125],
            ];
            (rows.map(Vec::from).into(), vec![1, 0, 3, 3, 2], 4)
        })
        .case("two classes with the highest probability", |_| {
            let rows = [[0.45, 0.45, 0.1], [0.1, 0.45, 0.45], [0.45, 0.1, 0.45]];
            (rows.map(Vec::from).into(), vec![1, 1, 2], 10)
        })
        .cases(12, |g, i| answers(12 + 4 * i, 2 + i % 4, [15, 10, 7, 20][i % 4])(g))
        .wrong(
            "lower edge",
            "You put a confidence on the edge of two bins into the upper one; it belongs to the lower one.",
            |rows, labels, bins| {
                let last = bins as f32 - 1.0;
                gathered(&judged(&rows, &labels), bins, |place, bin| place.floor().min(last) == bin)
            },
        )
        .wrong(
            "lower edge, 1 in no bin",
            "Your bins have their lower edges and not their upper ones, so a confidence of 1 is in none; \
             it is the other way round: `<` the confidence, `<=` the upper edge.",
            |rows, labels, bins| {
                gathered(&judged(&rows, &labels), bins, |place, bin| place.floor() == bin)
            },
        )
        .wrong(
            "from 1",
            "Your bins are numbered from 1; the first is bin 0, so subtract 1 after you have rounded up.",
            |rows, labels, bins| {
                let last = bins as f32 - 1.0;
                gathered(&judged(&rows, &labels), bins, |place, bin| place.ceil().min(last) == bin)
            },
        )
        .wrong(
            "from the lowest confidence there can be",
            "Your bins share the range from 1 / classes to 1; let them share that from 0 to 1.",
            |rows, labels, bins| {
                let least = 1.0 / rows.first().map_or(1, Vec::len) as f32;
                let mut examples = judged(&rows, &labels);
                examples.iter_mut().for_each(|it| it.0 = (it.0 - least) / (1.0 - least));
                let share = examples.iter().map(|it| it.0 * bins as f32);
                let places = Vec::from_iter(share.map(|it| it.ceil().max(1.0) as usize - 1));
                let examples = judged(&rows, &labels);
                let of_bin = |bin: usize| {
                    let inside = examples.iter().zip(&places).filter(|(_, place)| **place == bin);
                    row(&Vec::from_iter(inside.map(|(example, _)| *example)))
                };
                (0..bins).map(of_bin).collect()
            },
        )
        .wrong(
            "both edges",
            "You put a confidence on the edge of two bins into both; it belongs to the lower one alone.",
            |rows, labels, bins| {
                gathered(&judged(&rows, &labels), bins, |place, bin| {
                    bin <= place && place <= bin + 1.0
                })
            },
        )
        .wrong(
            "no edge",
            "You left out confidences that lie on an edge; each belongs to the bin below it.",
            |rows, labels, bins| {
                gathered(&judged(&rows, &labels), bins, |place, bin| {
                    bin < place && place < bin + 1.0
                })
            },
        )
        .wrong(
            "rounded",
            "You rounded to the nearest edge, so half of each bin lands in the next one; round up, and \
             subtract 1.",
            |rows, labels, bins| {
                let last = bins as f32 - 1.0;
                gathered(&judged(&rows, &labels), bins, |place, bin| place.round().min(last) == bin)
            },
        )
        .wrong(
            "rounded to one of the bins",
            "You multiplied by `bins - 1` and rounded to the nearest, which makes the first bin and the last half as wide \
             as the others; multiply by `bins`, round up, and subtract 1.",
            |rows, labels, bins| {
                let last = bins as f32 - 1.0;
                let bins_wide = bins as f32;
                gathered(&judged(&rows, &labels), bins, |place, bin| {
                    (place / bins_wide * last).round() == bin
                })
            },
        )
        .wrong(
            "margin",
            "You took how far the highest probability is above the next for the confidence; it is the highest itself.",
            |rows, labels, bins| {
                let margin = |row: &Vec<f32>| {
                    let mut row = row.clone();
                    row.sort_by(|a, b| b.total_cmp(a));
                    row[0] - row[1]
                };
                let mut examples = judged(&rows, &labels);
                for (example, row) in examples.iter_mut().zip(&rows) {
                    example.0 = margin(row);
                }
                gathered(&examples, bins, |place, bin| (place.ceil() - 1.0).max(0.0) == bin)
            },
        )
        .wrong(
            "confidence of right answers",
            "You added up the confidence of right answers alone; wrong ones have a confidence too.",
            |rows, labels, bins| {
                let examples = judged(&rows, &labels);
                let mut result = gathered(&examples, bins, in_its_bin);
                for (at, row) in result.iter_mut().enumerate() {
                    let inside = |(confidence, is_right): &&(f32, bool)| {
                        *is_right && in_its_bin(confidence * bins as f32, at as f32)
                    };
                    let sum: f32 = examples.iter().filter(inside).map(|(confidence, _)| confidence).sum();
                    row[1] = sum / row[0].max(1.0);
                }
                result
            },
        )
        .wrong(
            "equally filled",
            "Your bins have equal numbers of examples; they have equal widths.",
            |rows, labels, bins| {
                let mut examples = judged(&rows, &labels);
                examples.sort_by(|a, b| a.0.total_cmp(&b.0));
                let cut = |bin| bin * examples.len() / bins;
                (0..bins).map(|bin| row(&examples[cut(bin)..cut(bin + 1)])).collect()
            },
        )
        .wrong(
            "divided by zero",
            "You divided 0 by 0 in empty bins, and that is no number; the row of an empty bin is `[0, 0, 0]`.",
            |rows, labels, bins| {
                changed((rows, labels, bins), true, |row, _| {
                    if row[0] == 0.0 {
                        *row = vec![0.0, f32::NAN, f32::NAN];
                    }
                })
            },
        )
        .wrong("empty ones left out", LEFT_OUT, |rows, labels, bins| {
            let rows = reliability(rows, labels, bins).into_iter();
            rows.filter(|row| row[0] > 0.0).collect()
        })
        .wrong("middle", MIDDLE, |rows, labels, bins| {
            changed((rows, labels, bins), false, |row, bin| row[1] = (bin + 0.5) / bins as f32)
        })
        .wrong("middle of empty ones too", MIDDLE, |rows, labels, bins| {
            changed((rows, labels, bins), true, |row, bin| row[1] = (bin + 0.5) / bins as f32)
        })
        .wrong(
            "sums",
            "You added confidences and right answers up; divide both by the number of examples in the bin.",
            |rows, labels, bins| {
                changed((rows, labels, bins), false, |row, _| {
                    row[1] *= row[0];
                    row[2] *= row[0];
                })
            },
        )
        .wrong(
            "divided by all",
            "You divided by the number of all examples; divide by the number of those in the bin.",
            |rows, labels, bins| {
                let all = labels.len() as f32;
                changed((rows, labels, bins), false, |row, _| {
                    row[1] *= row[0] / all;
                    row[2] *= row[0] / all;
                })
            },
        )
        .wrong(
            "share",
            "You began each row with a share of all examples; it begins with their number.",
            |rows, labels, bins| {
                let all = labels.len() as f32;
                changed((rows, labels, bins), false, |row, _| row[0] /= all)
            },
        )
        .wrong(
            "exchanged",
            "You exchanged confidence and accuracy; a row is `[examples, mean confidence, accuracy]`.",
            |rows, labels, bins| changed((rows, labels, bins), false, |row, _| row.swap(1, 2)),
        )
        .wrong(
            "errors",
            "You returned how often each bin is wrong; return how often it is right.",
            |rows, labels, bins| {
                changed((rows, labels, bins), false, |row, _| row[2] = 1.0 - row[2])
            },
        )
        .wrong(
            "ties to the last",
            "Where several classes have the highest probability you took the last of them as the answer; \
             take the first.",
            |rows, labels, bins| {
                let judge = |(row, &label): (&Vec<f32>, &usize)| {
                    let best = (0..row.len()).max_by(|&a, &b| row[a].total_cmp(&row[b]));
                    (row[best.unwrap_or(0)], best == Some(label))
                };
                let examples = Vec::from_iter(rows.iter().zip(&labels).map(judge));
                gathered(&examples, bins, in_its_bin)
            },
        )
        .wrong(
            "of the label",
            "You took the probability of the label for the confidence; it is that of the answer, right or \
             wrong.",
            |rows, labels, bins| {
                let mut examples = judged(&rows, &labels);
                for (at, example) in examples.iter_mut().enumerate() {
                    example.0 = rows[at][labels[at]];
                }
                gathered(&examples, bins, in_its_bin)
            },
        )
        .wrong(
            "all classes",
            ALL_CLASSES,
            |rows, labels, bins| {
                let each = |(row, &label): (&Vec<f32>, &usize)| {
                    let pairs = row.iter().enumerate();
                    Vec::from_iter(pairs.map(|(class, &share)| (share, class == label)))
                };
                let examples = Vec::from_iter(rows.iter().zip(&labels).flat_map(each));
                gathered(&examples, bins, in_its_bin)
            },
        )
        .wrong("all classes, 0 in the first bin", ALL_CLASSES, |rows, labels, bins| {
            let each = |(row, &label): (&Vec<f32>, &usize)| {
                let pairs = row.iter().enumerate();
                Vec::from_iter(pairs.map(|(class, &share)| (share, class == label)))
            };
            let examples = Vec::from_iter(rows.iter().zip(&labels).flat_map(each));
            gathered(&examples, bins, |place, bin| place.ceil().max(1.0) == bin + 1.0)
        })
        .and("calibration_error", function(calibration_error))
        .inputs(["bins"])
        .parts([("error", within(1e-5, 0.0))])
        .case("one bin", |_| (vec![vec![4.0, 0.75, 0.5]],))
        .case("no bins", |_| (vec![],))
        .case("no examples", |_| (vec![vec![0.0; 3]; 15],))
        .case("the example of the lesson", |_| {
            let mut rows = vec![vec![0.0; 3]; 15];
            rows[13] = vec![4.0, 0.9, 0.75];
            (rows,)
        })
        .case("calibrated", |_| (vec![vec![4.0, 0.25, 0.25], vec![2.0, 1.0, 1.0]],))
        .case("too sure in one bin, not sure enough in the other", |_| {
            (vec![vec![10.0, 0.5, 0.6], vec![10.0, 0.9, 0.8]],)
        })
        .case("a bin with one example", |_| (vec![vec![1.0, 0.3, 1.0], vec![99.0, 0.95, 0.94]],))
        .cases(12, |g, i| (table(g, 4 + i),))
        .wrong(
            "weighted by the accuracy",
            "You weighted each bin by its accuracy; weigh it by its share of all examples.",
            |bins| {
                let all: f32 = bins.iter().map(|bin| bin[2]).sum();
                let gaps = bins.iter().map(|bin| bin[2] * (bin[2] - bin[1]).abs());
                if all == 0.0 { 0.0 } else { gaps.sum::<f32>() / all }
            },
        )
        .wrong(
            "unweighted",
            "You gave every bin the same weight; weigh each by its share of all examples.",
            |rows| unweighted(&rows) / gaps(&rows).len().max(1) as f32,
        )
        .wrong(
            "unweighted, empty ones too",
            "You divided by the number of all bins, empty ones among them; weigh each bin by its share of \
             all examples.",
            |rows| unweighted(&rows) / rows.len().max(1) as f32,
        )
        .wrong(
            "not weighted at all",
            "You added up how far accuracy and confidence are apart; weigh each bin by its share of all \
             examples.",
            |rows| unweighted(&rows),
        )
        .wrong(
            "weighted by numbers",
            "You weighted each bin by its number of examples; weigh it by its share of all of them.",
            |rows| {
                let all: f32 = rows.iter().map(|row| row[0]).sum();
                weighted(&rows, f32::abs) * all
            },
        )
        .wrong(
            "weighted and divided",
            "You divided the sum by the number of bins; the weights add up to 1, so it is a mean already.",
            |rows| weighted(&rows, f32::abs) / rows.len().max(1) as f32,
        )
        .wrong("signed", SIGNED, |rows| weighted(&rows, |gap| gap))
        .wrong("signed the other way", SIGNED, |rows| weighted(&rows, |gap| -gap))
        .wrong(
            "absolute value of the sum",
            "You took the absolute value of the sum, in which too sure and not sure enough cancel out; \
             take that of each bin's gap.",
            |rows| weighted(&rows, |gap| gap).abs(),
        )
        .wrong(
            "squared",
            "You squared the gaps; take their absolute values.",
            |rows| weighted(&rows, |gap| gap * gap),
        )
        .wrong(
            "root of the mean square",
            "You took the root of the mean square of the gaps; take the mean of their absolute values.",
            |rows| weighted(&rows, |gap| gap * gap).sqrt(),
        )
        .wrong(
            "largest",
            "You took the largest gap of all bins, which is called the maximum calibration error; take \
             the mean, each bin by its share of all examples.",
            |rows| gaps(&rows).iter().map(|(_, gap)| gap.abs()).fold(0.0, f32::max),
        )
        .wrong(
            "only where too sure",
            "You counted only bins where the model is too sure; those where it is not sure enough count too.",
            |rows| weighted(&rows, |gap| (-gap).max(0.0)),
        )
        .wrong(
            "percent",
            "You returned percent; the error is a share, from 0 to 1.",
            |rows| 100.0 * calibration_error(rows),
        )
        .wrong(
            "divided by zero",
            DIVIDED_BY_ZERO,
            |rows| {
                let all: f32 = rows.iter().map(|row| row[0]).sum();
                weighted(&rows, f32::abs) * all / all
            },
        )
        .wrong("divided by zero in each bin", DIVIDED_BY_ZERO, |rows| {
            let all: f32 = rows.iter().map(|row| row[0]).sum();
            rows.iter().map(|row| row[0] / all * (row[2] - row[1]).abs()).sum()
        })
        .wrong(
            "up to an empty bin",
            "You stopped at the first empty bin; pass over it, and go on with the next.",
            |rows| {
                let all: f32 = rows.iter().map(|row| row[0]).sum();
                let filled = Vec::from_iter(rows.into_iter().take_while(|row| row[0] > 0.0));
                unnormalised(&filled) / all.max(1.0)
            },
        )
}
