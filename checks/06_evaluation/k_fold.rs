//! How `folds`, `baseline` and `mean_and_deviation` are checked. Any fair shuffle is right, and any order of the folds, so
//! folds are judged by their number, their sizes, and by whether they have every example once.

#[path = "../../solutions/06_evaluation/k_fold.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use gradlings::values::Wire;
use solution::{baseline, folds, mean_and_deviation};

/// The numbers of the examples in each fold.
type Folds = Vec<Vec<usize>>;

/// With fewer examples, or fewer in a fold, a shuffle may look like none by chance.
const TELLING: usize = 24;
const TELLING_IN_A_FOLD: usize = 4;

fn asked(count: usize, k: usize) -> impl Fn(&mut Generator) -> (usize, usize, u64) {
    move |g| (count, k, g.seed())
}

/// `n` labels, most of them 0 or 1, in `k` folds.
fn labelled(n: usize, classes: usize, k: usize) -> impl Fn(&mut Generator) -> (Vec<usize>, Folds) {
    move |g| {
        let labels = (0..n).map(|_| g.integer(0..classes).min(g.integer(0..classes)));
        let labels = labels.collect();
        let order = g.permutation(n);
        let dealt = |first| order.iter().skip(first).step_by(k).copied();
        (labels, (0..k).map(|first| dealt(first).collect()).collect())
    }
}

fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut order = Vec::from_iter(0..count);
    order.shuffle(&mut random(seed));
    order
}

/// `order` in pieces of these sizes.
fn cut(order: &[usize], sizes: impl IntoIterator<Item = usize>) -> Folds {
    let mut rest = order;
    let piece = |size: usize| {
        let (piece, after) = rest.split_at(size.min(rest.len()));
        rest = after;
        piece.to_vec()
    };
    sizes.into_iter().map(piece).collect()
}

/// The sizes of `k` folds.
fn sizes(count: usize, k: usize) -> Vec<usize> {
    (0..k)
        .map(|fold| count * (fold + 1) / k - count * fold / k)
        .collect()
}

const THE_REST: &str = "You returned the examples to train on; a fold has those that are left out.";
const FOLD_OF_ITS_OWN: &str = "You put what is left over into a fold of its own; there are `k` folds, and some have one \
                               example more.";
const SIZE: &str = "You took `k` for the size of a fold; it is how many folds there are.";
const LOST: &str = "You left out the examples that remain when all folds have the same size; some folds have one \
                    example more.";
const TWICE: &str =
    "One of your folds has an example twice; shuffle all numbers, and use each once.";
const OVERLAP: &str = "Your folds overlap: some examples are in several of them, others in none; shuffle once, before you \
                       cut.";
const ALL_TO_THE_LAST: &str =
    "You gave all that is left over to the last fold; no fold has two examples more than another.";
const FROM_ONE: &str = "You counted the examples from 1; they are numbered from 0 to `count` - 1.";
const NEIGHBOURS: &str =
    "Your folds hold neighbours, as the data have them; shuffle all numbers before you cut.";
const DEALT: &str =
    "You dealt the examples out in the order of the data; shuffle all numbers first.";

/// What is wrong with the folds.
fn objection(inputs: &[Value], answer: &[Value]) -> Option<String> {
    let [count, k] = [0, 1].map(|at| usize::from_value(inputs[at].clone()).unwrap_or(0));
    let Ok(folds) = Folds::from_value(answer[0].clone()) else {
        return Some("Your answer is not a list of folds.".into());
    };
    wrong_number(&folds, count, k)
        .or_else(|| wrong_examples(&folds, count, k))
        .or_else(|| wrong_sizes(&folds, count, k))
        .or_else(|| not_shuffled(&folds, count, k).map(str::to_owned))
        .or_else(|| hardly_shuffled(&folds, count))
}

fn wrong_number(folds: &Folds, count: usize, k: usize) -> Option<String> {
    if folds.len() == k {
        return None;
    }
    let have = |size: usize, many: usize| folds.iter().take(many).all(|fold| fold.len() == size);
    let even = count / k.max(1);
    let of_its_own = folds.len() == k + 1 && have(even, k);
    let size = folds.len() == count.div_ceil(k.max(1)) && have(k, count / k.max(1));
    Some(match (of_its_own, size) {
        (true, false) => FOLD_OF_ITS_OWN.into(),
        (false, true) => SIZE.into(),
        _ => format!("The number of your folds is {}; `k` is {k}.", folds.len()),
    })
}

fn wrong_examples(folds: &Folds, count: usize, k: usize) -> Option<String> {
    let all = folds.concat();
    let times = |example: usize| all.iter().filter(|&&other| other == example).count();
    if let Some(stranger) = all.iter().find(|&&example| example >= count) {
        let from_one = times(0) == 0 && (1..=count).all(|example| times(example) == 1);
        return Some(if from_one {
            FROM_ONE.into()
        } else {
            format!("There is no example {stranger}; `count` is {count}, and the first is 0.")
        });
    }
    let has_twice = |fold: &Vec<usize>| {
        let mut examples = fold.clone();
        examples.sort();
        examples.windows(2).any(|pair| pair[0] == pair[1])
    };
    if folds.iter().any(has_twice) {
        return Some(TWICE.into());
    }
    if k > 2 && (0..count).all(|example| times(example) == k - 1) {
        return Some(THE_REST.into());
    }
    let missing = (0..count).find(|&example| times(example) == 0);
    let several = (0..count).find(|&example| times(example) > 1);
    match (missing, several) {
        (None, None) => None,
        (Some(_), Some(_)) => Some(OVERLAP.into()),
        (None, Some(example)) => Some(format!(
            "Example {example} is in several folds; every example is in exactly one."
        )),
        (Some(_), None) if folds.iter().all(|fold| fold.len() == count / k) => Some(LOST.into()),
        (Some(example), None) => Some(format!(
            "Example {example} is in no fold; every example is in exactly one."
        )),
    }
}

fn wrong_sizes(folds: &Folds, count: usize, k: usize) -> Option<String> {
    let sizes = Vec::from_iter(folds.iter().map(Vec::len));
    let (least, most) = (sizes.iter().min()?, sizes.iter().max()?);
    if most - least <= 1 {
        return None;
    }
    Some(if sizes[..k - 1].iter().all(|&size| size == count / k) {
        ALL_TO_THE_LAST.into()
    } else {
        format!(
            "Your folds have from {least} to {most} examples; no fold has two more than another."
        )
    })
}

fn not_shuffled(folds: &Folds, count: usize, k: usize) -> Option<&'static str> {
    if k < 2 || count < TELLING || count / k < TELLING_IN_A_FOLD {
        return None;
    }
    let steps_by = |step: usize| {
        folds.iter().all(|fold| {
            let mut examples = fold.clone();
            examples.sort();
            examples.windows(2).all(|pair| pair[1] - pair[0] == step)
        })
    };
    match (steps_by(1), steps_by(k)) {
        (true, _) => Some(NEIGHBOURS),
        (_, true) => Some(DEALT),
        _ => None,
    }
}

/// Whether more or fewer neighbours are in one fold than chance puts there: if a part of the data was shuffled, or if all
/// were only turned. The bound is six deviations of chance away.
fn hardly_shuffled(folds: &Folds, count: usize) -> Option<String> {
    if count < TELLING {
        return None;
    }
    let mut fold_of = vec![0; count];
    for (number, fold) in folds.iter().enumerate() {
        fold.iter().for_each(|&example| fold_of[example] = number);
    }
    let together = fold_of.windows(2).filter(|pair| pair[0] == pair[1]);
    let together = together.count() as f64;
    let pairs_in = |fold: &Vec<usize>| (fold.len() * (fold.len() - 1)) as f64;
    let fair = folds.iter().map(pairs_in).sum::<f64>() / count as f64;
    let chance = (fair * (1.0 - fair / (count - 1) as f64)).sqrt();
    ((together - fair).abs() > 6.0 * chance).then(|| {
        format!(
            "Of {} pairs of neighbours in the data, {together} are in the same fold; after a fair shuffle of all numbers it would be \
             about {fair:.0}.",
            count - 1
        )
    })
}

/// The accuracy on each fold of what `say` makes of the labels of the other folds and those of the fold.
fn saying(labels: &[usize], folds: &Folds, say: impl Fn(&[usize], &[usize]) -> usize) -> Vec<f32> {
    let accuracy = |(at, test): (usize, &Vec<usize>)| {
        let others = folds.iter().enumerate().filter(|(other, _)| *other != at);
        let train = others.flat_map(|(_, fold)| fold);
        let train = Vec::from_iter(train.map(|&example| labels[example]));
        let test = Vec::from_iter(test.iter().map(|&example| labels[example]));
        let said = say(&train, &test);
        share(&test, said)
    };
    folds.iter().enumerate().map(accuracy).collect()
}

/// How often it is right to say this class.
fn share(labels: &[usize], said: usize) -> f32 {
    labels.iter().filter(|&&label| label == said).count() as f32 / labels.len() as f32
}

/// How often each class occurs.
fn counted(labels: &[usize]) -> Vec<(usize, usize)> {
    let classes = labels.iter().max().map_or(0, |last| last + 1);
    let count = |class| labels.iter().filter(|&&label| label == class).count();
    (0..classes).map(|class| (count(class), class)).collect()
}

/// The most frequent class, and of several the lowest.
fn most_frequent(labels: &[usize]) -> usize {
    let counted = counted(labels);
    let best = counted.iter().rev().max_by_key(|(count, _)| *count);
    best.map_or(0, |(_, class)| *class)
}

/// The deviation, changed.
fn deviating(scores: Vec<f32>, change: fn(f32, f32) -> f32) -> (f32, f32) {
    let k = scores.len() as f32;
    let (mean, deviation) = mean_and_deviation(scores);
    (mean, change(deviation, k))
}

fn main() {
    Reference::of("folds", function(folds))
        .inputs(["count", "k", "seed"])
        .group("of all examples")
        .parts([("folds", property())])
        .inspect(objection)
        .case("two examples in two folds", asked(2, 2))
        .case("every example a fold", asked(5, 5))
        .case("folds that come out even", asked(12, 3))
        .case("7 examples in 3 folds", asked(7, 3))
        .case("one left over", asked(25, 4))
        .case("one too few", asked(27, 4))
        .case("two folds", asked(31, 2))
        .case("nearly every example a fold", asked(7, 6))
        .case("many examples", asked(240, 4))
        .cases(6, |g, i| asked(28 + 5 * i, 3 + i)(g))
        .wrong("remainder lost", LOST, |count, k, seed| {
            cut(&shuffled(count, seed), vec![count / k; k])
        })
        .wrong("a fold of its own", FOLD_OF_ITS_OWN, |count, k, seed| {
            let order = shuffled(count, seed);
            order.chunks(count / k).map(<[usize]>::to_vec).collect()
        })
        .wrong(
            "rounded up",
            "You rounded the size of a fold up, so the last folds get too little or nothing; no fold has \
             two examples more than another.",
            |count, k, seed| {
                let order = shuffled(count, seed);
                order.chunks(count.div_ceil(k)).map(<[usize]>::to_vec).collect()
            },
        )
        .wrong("all to the last", ALL_TO_THE_LAST, |count, k, seed| {
            let mut sizes = vec![count / k; k];
            sizes[k - 1] += count % k;
            cut(&shuffled(count, seed), sizes)
        })
        .wrong("k is the size", SIZE, |count, k, seed| {
            shuffled(count, seed).chunks(k).map(<[usize]>::to_vec).collect()
        })
        .wrong("shuffled for each fold", OVERLAP, |count, k, seed| {
            let mut random = random(seed);
            let mut order = Vec::from_iter(0..count);
            let mut fold = |at: usize| {
                order.shuffle(&mut random);
                cut(&order, sizes(count, k))[at].clone()
            };
            (0..k).map(&mut fold).collect()
        })
        .wrong("drawn", TWICE, |count, k, seed| {
            let mut random = random(seed);
            let mut fold = |size| (0..size).map(|_| random.gen_range(0..count)).collect();
            sizes(count, k).into_iter().map(&mut fold).collect()
        })
        .wrong("the rest", THE_REST, |count, k, seed| {
            let folds = folds(count, k, seed);
            let rest = |fold: &Vec<usize>| (0..count).filter(|it| !fold.contains(it)).collect();
            folds.iter().map(rest).collect()
        })
        .wrong("counted from 1", FROM_ONE, |count, k, seed| {
            let mut folds = folds(count, k, seed);
            folds.iter_mut().flatten().for_each(|example| *example += 1);
            folds
        })
        .wrong("not shuffled", NEIGHBOURS, |count, k, _| {
            cut(&Vec::from_iter(0..count), sizes(count, k))
        })
        .wrong("dealt out", DEALT, |count, k, _| {
            (0..k).map(|first| (first..count).step_by(k).collect()).collect()
        })
        .group("with seeds")
        .repeatable("seed", "folds")
        .parts([("folds", free())])
        .cases(3, |g, i| asked(30 + i, 4 + i)(g))
        .wrong(
            "seed ignored",
            "Your folds do not depend on `seed`; take the random numbers from `random(seed)`.",
            |count, k, _| folds(count, k, 0),
        )
        .wrong(
            "another seed",
            "Your folds come out differently when they are made again; all random numbers have to come \
             from `random(seed)`.",
            |count, k, _| {
                use std::cell::Cell;
                thread_local!(static CALLS: Cell<u64> = const { Cell::new(0) });
                folds(count, k, CALLS.replace(CALLS.get() + 1))
            },
        )
        .group("with many seeds")
        .drawn("seed", "folds")
        .parts([("folds", free())])
        .cases(3, |g, _| asked(3, 3)(g))
        .wrong(
            "nothing stays",
            "Your shuffle moves every number away from its place. In a fair shuffle a number may also stay where it was; \
             `.shuffle(&mut random(seed))` is fair.",
            |count, k, seed| {
                let mut random = random(seed);
                let mut order = Vec::from_iter(0..count);
                (1..count).rev().for_each(|i| order.swap(i, random.gen_range(0..i)));
                cut(&order, sizes(count, k))
            },
        )
        .and("baseline", function(baseline))
        .inputs(["labels", "folds"])
        .parts([("accuracies", within(1e-5, 0.0))])
        .case("one class", labelled(4, 1, 2))
        .case("the example of the lesson", |_| {
            (vec![0, 0, 0, 1, 1, 1], vec![vec![0, 1, 3], vec![2, 4, 5]])
        })
        .case("two classes, equally frequent in the other folds", |_| {
            (vec![1, 0, 1, 0, 1], vec![vec![4], vec![0, 1], vec![2, 3]])
        })
        .case("a class that only the fold left out has", |_| {
            (vec![0, 2, 0, 1, 2, 0], vec![vec![1, 4], vec![0, 3], vec![2, 5]])
        })
        .case("every example a fold", labelled(6, 2, 6))
        .case("one large fold and two small ones", |_| {
            (vec![0, 0, 0, 1, 1, 2, 0, 1], vec![vec![0, 1, 2, 6], vec![3, 5], vec![4, 7]])
        })
        .case("a class that never occurs", |_| {
            (vec![3, 1, 3, 1, 3, 3], vec![vec![5, 0], vec![1, 2], vec![3, 4]])
        })
        .cases(16, |g, i| labelled(7 + 2 * i, 2 + i % 3, 2 + i % 4)(g))
        .wrong(
            "from the test fold",
            "You took the most frequent class of the fold itself; a baseline does not see the test \
             examples, so take that of the other folds.",
            |labels, folds| saying(&labels, &folds, |_, test| most_frequent(test)),
        )
        .wrong(
            "by position",
            "You cut the labels themselves into pieces as long as the folds; a fold holds the numbers of its \
             examples, so look up `labels[example]`.",
            |labels, folds| {
                let places = Vec::from_iter(0..labels.len());
                let pieces = cut(&places, folds.iter().map(Vec::len));
                baseline(labels, pieces)
            },
        )
        .wrong(
            "from all examples",
            "You took the most frequent class of all examples; a baseline does not see the test examples, \
             so leave the fold out.",
            |labels, folds| saying(&labels, &folds, |_, _| most_frequent(&labels)),
        )
        .wrong(
            "ties to the last",
            "Where several classes are the most frequent you took the one with the highest number; take \
             the lowest.",
            |labels, folds| {
                saying(&labels, &folds, |train, _| {
                    counted(train).into_iter().max().map_or(0, |(_, class)| class)
                })
            },
        )
        .wrong(
            "always 0",
            "You always said class 0; say the class that is most frequent in the other folds.",
            |labels, folds| saying(&labels, &folds, |_, _| 0),
        )
        .wrong(
            "rarest",
            "You said the rarest class of the other folds; say the most frequent one.",
            |labels, folds| {
                saying(&labels, &folds, |train, _| {
                    counted(train).into_iter().min().map_or(0, |(_, class)| class)
                })
            },
        )
        .wrong(
            "tested on the training examples",
            "You tested the baseline on the examples that it learned from; test it on the fold left out.",
            |labels, folds| {
                let test = |fold: &Vec<usize>| {
                    let others = (0..labels.len()).filter(|example| !fold.contains(example));
                    let train = Vec::from_iter(others.map(|example| labels[example]));
                    share(&train, most_frequent(&train))
                };
                folds.iter().map(test).collect()
            },
        )
        .wrong(
            "learned from the fold, tested on the others",
            "You learned from one fold and tested on all the others; learn from the others, and test on the fold.",
            |labels, folds| {
                let test = |fold: &Vec<usize>| {
                    let own = Vec::from_iter(fold.iter().map(|&example| labels[example]));
                    let others = (0..labels.len()).filter(|example| !fold.contains(example));
                    let others = Vec::from_iter(others.map(|example| labels[example]));
                    share(&others, most_frequent(&own))
                };
                folds.iter().map(test).collect()
            },
        )
        .wrong(
            "votes of the folds",
            "You counted what is most frequent in each of the other folds; count the examples of all other folds together.",
            |labels, folds| {
                let of = |fold: &Vec<usize>| Vec::from_iter(fold.iter().map(|&example| labels[example]));
                let own = Vec::from_iter(folds.iter().map(|fold| most_frequent(&of(fold))));
                let said = |at: usize| {
                    let others = own.iter().enumerate().filter(|(other, _)| *other != at);
                    most_frequent(&Vec::from_iter(others.map(|(_, &class)| class)))
                };
                let tested = folds.iter().enumerate();
                tested.map(|(at, fold)| share(&of(fold), said(at))).collect()
            },
        )
        .wrong(
            "the next fold only",
            "You learned from the next fold alone; learn from all other folds.",
            |labels, folds| {
                let of = |fold: &Vec<usize>| Vec::from_iter(fold.iter().map(|&example| labels[example]));
                let next = |at: usize| &folds[(at + 1) % folds.len()];
                let tested = folds.iter().enumerate();
                tested.map(|(at, fold)| share(&of(fold), most_frequent(&of(next(at))))).collect()
            },
        )
        .wrong(
            "counts kept",
            "You went on counting from fold to fold; the counts begin with 0 for every fold.",
            |labels, folds| {
                let mut seen = vec![];
                let mut accuracies = vec![];
                for fold in &folds {
                    let others = (0..labels.len()).filter(|example| !fold.contains(example));
                    seen.extend(others.map(|example| labels[example]));
                    let test = Vec::from_iter(fold.iter().map(|&example| labels[example]));
                    accuracies.push(share(&test, most_frequent(&seen)));
                }
                accuracies
            },
        )
        .wrong(
            "errors",
            "You returned how often the baseline is wrong; return how often it is right.",
            |labels, folds| {
                let right = baseline(labels, folds).into_iter();
                right.map(|share| 1.0 - share).collect()
            },
        )
        .wrong(
            "percent",
            "You returned percent; an accuracy is a share, from 0 to 1.",
            |labels, folds| {
                let right = baseline(labels, folds).into_iter();
                right.map(|share| 100.0 * share).collect()
            },
        )
        .wrong(
            "counts",
            "You returned how many examples of each fold are right; divide by the size of the fold.",
            |labels, folds| {
                let sizes = Vec::from_iter(folds.iter().map(Vec::len)).into_iter();
                let right = baseline(labels, folds).into_iter().zip(sizes);
                right.map(|(share, size)| share * size as f32).collect()
            },
        )
        .wrong(
            "divided by all examples",
            "You divided by the number of all examples; divide by the size of the fold.",
            |labels, folds| {
                let all = labels.len() as f32;
                let sizes = Vec::from_iter(folds.iter().map(Vec::len)).into_iter();
                let right = baseline(labels, folds).into_iter().zip(sizes);
                right.map(|(share, size)| share * size as f32 / all).collect()
            },
        )
        .wrong(
            "whole numbers divided",
            "You divided whole numbers, which rounds down to 0 unless all of a fold are right; write \
             `as f32` behind both, then divide.",
            |labels, folds| {
                let right = baseline(labels, folds).into_iter();
                right.map(f32::floor).collect()
            },
        )
        .wrong(
            "classes",
            "You returned the class that the baseline says; return how often that is right.",
            |labels, folds| {
                let said = |fold: &Vec<usize>| {
                    let others = (0..labels.len()).filter(|example| !fold.contains(example));
                    most_frequent(&Vec::from_iter(others.map(|example| labels[example]))) as f32
                };
                folds.iter().map(said).collect()
            },
        )
        .and("mean_and_deviation", function(mean_and_deviation))
        .inputs(["scores"])
        .parts([("mean", within(1e-4, 0.0)), ("deviation", within(1e-4, 0.0))])
        .case("two scores", |_| (vec![0.5, 1.0],))
        .case("the example of the lesson", |_| (vec![0.8, 0.9, 1.0],))
        .case("all scores equal", |_| (vec![0.75; 4],))
        .case("one score unlike the others", |_| (vec![1.0, 1.0, 0.0, 1.0, 1.0],))
        .cases(10, |g, i| ((0..3 + i).map(|_| g.number(0.2..1.0)).collect(),))
        .wrong(
            "deviation of the mean",
            "You divided by the square root of k too, which gives the deviation of the mean; that of the \
             scores is asked.",
            |scores| deviating(scores, |deviation, k| deviation / k.sqrt()),
        )
        .wrong(
            "divided by k",
            "You divided the squares by k; divide by k - 1.",
            |scores| deviating(scores, |deviation, k| deviation * ((k - 1.0) / k).sqrt()),
        )
        .wrong(
            "variance",
            "You left out the square root, and that is the variance; the deviation is its root.",
            |scores| deviating(scores, |deviation, _| deviation * deviation),
        )
        .wrong(
            "variance with k",
            "You divided the squares by k and left out the square root; divide by k - 1, then take the root.",
            |scores| deviating(scores, |deviation, k| deviation * deviation * (k - 1.0) / k),
        )
        .wrong(
            "deviation of the mean, by k",
            "You divided by k where k - 1 belongs, and by the square root of k too; that of the scores is \
             asked, with k - 1 alone.",
            |scores| deviating(scores, |deviation, k| deviation * (k - 1.0).sqrt() / k),
        )
        .wrong(
            "not divided",
            "You did not divide the sum of the squares; divide it by k - 1, then take the root.",
            |scores| deviating(scores, |deviation, k| deviation * (k - 1.0).sqrt()),
        )
        .wrong(
            "divided after the root",
            "You divided by k - 1 after the square root; divide first.",
            |scores| deviating(scores, |deviation, k| deviation / (k - 1.0).sqrt()),
        )
        .wrong(
            "without squares",
            "You took the mean distance from the mean, without squares; take the squares of the distances, \
             then the root at the end.",
            |scores| {
                let (mean, _) = mean_and_deviation(scores.clone());
                let apart: f32 = scores.iter().map(|score| (score - mean).abs()).sum();
                (mean, apart / scores.len() as f32)
            },
        )
        .wrong(
            "without squares, by k - 1",
            "You added up the distances from the mean without squares; take the squares of the distances, then the \
             root at the end.",
            |scores| {
                let (mean, _) = mean_and_deviation(scores.clone());
                let apart: f32 = scores.iter().map(|score| (score - mean).abs()).sum();
                (mean, apart / (scores.len() as f32 - 1.0))
            },
        )
        .wrong(
            "mean not subtracted",
            "You squared the scores themselves; square their distances from the mean.",
            |scores| {
                let (mean, _) = mean_and_deviation(scores.clone());
                let squares: f32 = scores.iter().map(|score| score * score).sum();
                (mean, (squares / (scores.len() as f32 - 1.0)).sqrt())
            },
        )
        .wrong(
            "exchanged",
            "You exchanged the two results; the mean comes first.",
            |scores| {
                let (mean, deviation) = mean_and_deviation(scores);
                (deviation, mean)
            },
        )
        .wrong(
            "median",
            "You took the middle score for the mean; add all scores up and divide by k.",
            |mut scores| {
                scores.sort_by(f32::total_cmp);
                let k = scores.len();
                let middle = (scores[(k - 1) / 2] + scores[k / 2]) / 2.0;
                let squares: f32 = scores.iter().map(|score| (score - middle).powi(2)).sum();
                (middle, (squares / (k as f32 - 1.0)).sqrt())
            },
        )
        .wrong(
            "half of the range",
            "You took half of the distance from the lowest to the highest score; the deviation is made of all distances \
             from the mean.",
            |mut scores| {
                let (mean, _) = mean_and_deviation(scores.clone());
                scores.sort_by(f32::total_cmp);
                (mean, (scores[scores.len() - 1] - scores[0]) / 2.0)
            },
        )
        .wrong(
            "sum for mean",
            "You returned the sum of the scores; divide it by k.",
            |scores| {
                let k = scores.len() as f32;
                let (mean, deviation) = mean_and_deviation(scores);
                (mean * k, deviation)
            },
        )
        .run()
}
