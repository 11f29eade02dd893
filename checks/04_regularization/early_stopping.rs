//! How `when_to_stop` and `train` are checked. Most mistakes are the one loop with another rule in it, for losses in a list
//! as for those of a training.

#[path = "../../solutions/04_regularization/early_stopping.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::polynomial;
use gradlings::prelude::*;
use solution::{train, when_to_stop};

type Points = Vec<Vec<f64>>;
/// Training points, validation points, rate, patience, most.
type Inputs = (Points, Points, f64, usize, usize);

/// What is known at a step: its number, its loss and that before it, and what the rule remembers.
#[derive(Clone, Copy)]
struct Now {
    step: usize,
    loss: f64,
    before: f64,
    /// The best step so far and its loss.
    best: usize,
    lowest: f64,
    /// Steps that were no new best: in a row, and all of them; those since the best one that were higher than it, and those
    /// that were no number; and those in a row that were no lower than the step before.
    waited: usize,
    missed: usize,
    higher: usize,
    unknown: usize,
    rose: usize,
    patience: usize,
}

/// What is done differently.
#[derive(Clone, Copy)]
struct Rule {
    /// Whether a step is a new best.
    is_best: fn(Now) -> bool,
    /// Whether the training stops here.
    stops: fn(Now) -> bool,
}

const RIGHT: Rule = Rule {
    is_best: |now| now.loss < now.lowest,
    stops: |now| now.waited == now.patience,
};
const TIES: Rule = Rule {
    is_best: |now| now.loss <= now.lowest,
    ..RIGHT
};
const FROM_THE_START: Rule = Rule {
    stops: |now| now.step == now.patience,
    ..RIGHT
};
const LATE: Rule = Rule {
    stops: |now| now.waited > now.patience,
    ..RIGHT
};
const EARLY: Rule = Rule {
    stops: |now| now.waited > 0 && now.waited + 1 >= now.patience,
    ..RIGHT
};
const NOT_IN_A_ROW: Rule = Rule {
    stops: |now| now.missed == now.patience,
    ..RIGHT
};
/// Step 0 is the best at first, and is counted as one without a new best all the same.
const FIRST_COUNTS: Rule = Rule {
    stops: |now| now.waited + usize::from(now.best == 0) == now.patience,
    ..RIGHT
};
const HIGHER_ONES: Rule = Rule {
    stops: |now| now.higher == now.patience,
    ..RIGHT
};
const AT_NAN: Rule = Rule {
    stops: |now| now.loss.is_nan() || now.waited == now.patience,
    ..RIGHT
};
const NAN_WAITS_NOT: Rule = Rule {
    stops: |now| !now.loss.is_nan() && now.waited - now.unknown == now.patience,
    ..RIGHT
};
const AT_ONCE: Rule = Rule {
    stops: |now| now.waited == 1,
    ..RIGHT
};
const NEVER: Rule = Rule {
    stops: |_| false,
    ..RIGHT
};
/// The waiting begins again where a loss is lower than the one before it, though it is no new best.
const FALL_RESETS: Rule = Rule {
    stops: |now| now.rose == now.patience,
    ..RIGHT
};
const STEP_BEFORE: Rule = Rule {
    is_best: |now| now.loss < now.before,
    stops: |now| now.rose == now.patience,
};

/// The rule as it goes on from step to step.
struct Watch {
    rule: Rule,
    now: Now,
}

impl Watch {
    fn new(rule: Rule, patience: usize) -> Watch {
        let now = Now {
            step: 0,
            loss: f64::INFINITY,
            before: f64::INFINITY,
            best: 0,
            lowest: f64::INFINITY,
            waited: 0,
            missed: 0,
            higher: 0,
            unknown: 0,
            rose: 0,
            patience,
        };
        Watch { rule, now }
    }

    /// Takes in the loss of the next step: whether it is a new best, and whether the training stops.
    fn sees(&mut self, step: usize, loss: f64) -> (bool, bool) {
        let now = &mut self.now;
        (now.step, now.before, now.loss) = (step, now.loss, loss);
        now.rose = if step == 0 || loss < now.before {
            0
        } else {
            now.rose + 1
        };
        let is_best = step == 0 || (self.rule.is_best)(*now);
        if is_best {
            (now.best, now.lowest) = (step, loss);
            (now.waited, now.higher, now.unknown) = (0, 0, 0);
        } else {
            now.waited += 1;
            now.missed += 1;
            now.higher += usize::from(loss > now.lowest);
            now.unknown += usize::from(loss.is_nan());
        }
        (is_best, (self.rule.stops)(*now))
    }
}

fn listed(rule: Rule, losses: &[f64], patience: usize) -> (usize, usize) {
    let mut watch = Watch::new(rule, patience);
    for (step, loss) in losses.iter().enumerate() {
        if watch.sees(step, *loss).1 {
            break;
        }
    }
    (watch.now.best, watch.now.step)
}

/// What a training does besides.
#[derive(Clone, Copy)]
struct Slips {
    rule: Rule,
    /// The points that are trained on, and those that are watched, of both sets.
    trains_on: fn(&Points, &Points) -> Points,
    watches: fn(&Points, &Points) -> Points,
    /// How many steps there are at most, step 0 among them, of `most`.
    count: fn(usize) -> usize,
    /// What is returned, of the weights at every step and of how the training ended.
    returned: fn(&[Vec<f64>], End) -> Vec<f64>,
    /// Whether it descends once before step 0.
    descends_first: bool,
    /// Whether each curve has the losses of the other.
    curves_exchanged: bool,
    /// The number of the first step that is reported.
    first: usize,
    /// What becomes of a training loss and of a validation loss, of which the lowest so far is known, on the way to the
    /// curves.
    reported: fn([f64; 2], f64) -> [f64; 2],
    /// How many steps down there are after each measurement.
    paces: usize,
    /// What every weight is at first.
    begins_at: f64,
    /// Whether it goes on from the best weights after a step that was no new best.
    goes_back: bool,
}

/// How a training ended.
#[derive(Clone, Copy)]
struct End {
    best: usize,
    last: usize,
    /// Whether the patience ended it.
    is_early: bool,
}

const AS_IT_IS: Slips = Slips {
    rule: RIGHT,
    trains_on: |training, _| training.clone(),
    watches: |_, validation| validation.clone(),
    count: |most| most + 1,
    returned: |weights, end| weights[end.best].clone(),
    descends_first: false,
    curves_exchanged: false,
    first: 0,
    reported: |losses, _| losses,
    paces: 1,
    begins_at: 0.0,
    goes_back: false,
};

fn slipped(slips: Slips, (training, validation, rate, patience, most): Inputs) -> Vec<f64> {
    let trains_on = (slips.trains_on)(&training, &validation);
    let watched = (slips.watches)(&training, &validation);
    let mut watch = Watch::new(slips.rule, patience);
    let mut weights = vec![vec![slips.begins_at; polynomial::WEIGHTS]];
    if slips.descends_first {
        weights[0] = polynomial::descend(&trains_on, &weights[0], rate);
    }
    let (mut is_early, mut lowest) = (false, f64::INFINITY);
    for step in 0..(slips.count)(most) {
        let now = &weights[step];
        let losses = [&training, &validation].map(|points| polynomial::loss(points, now));
        lowest = losses[1].min(lowest);
        let mut losses = (slips.reported)(losses, lowest).map(|loss| loss as f32);
        if slips.curves_exchanged {
            losses.reverse();
        }
        report::metric("loss", step + slips.first, losses[0]);
        report::metric("validation loss", step + slips.first, losses[1]);
        let loss = polynomial::loss(&watched, now);
        is_early = watch.sees(step, loss).1;
        let from = if slips.goes_back {
            watch.now.best
        } else {
            step
        };
        let mut next = weights[from].clone();
        for _ in 0..slips.paces {
            next = polynomial::descend(&trains_on, &next, rate);
        }
        weights.push(next);
        if is_early {
            break;
        }
    }
    let end = End {
        best: watch.now.best,
        last: watch.now.step,
        is_early,
    };
    (slips.returned)(&weights, end)
}

/// A training with these slips.
fn with(slips: Slips) -> impl Handler<Inputs = Inputs> {
    training(move |training, validation, rate, patience, most| {
        slipped(slips, (training, validation, rate, patience, most))
    })
}

fn ruled(rule: Rule) -> impl Handler<Inputs = Inputs> {
    with(Slips { rule, ..AS_IT_IS })
}

/// Losses from 1 to 9, some of them equal.
fn losses(g: &mut Generator, count: usize) -> Vec<f64> {
    (0..count).map(|_| g.integer(1..10) as f64).collect()
}

/// The points with another height each time, and left and right exchanged or not: none of that changes a best step.
fn sets(g: &mut Generator, training: Points, validation: Points) -> (Points, Points) {
    let high = g.double(0.7..1.3);
    let side = if g.integer(0..2) == 0 { 1.0 } else { -1.0 };
    let alike = |points: Points| {
        let points = points.into_iter();
        points
            .map(|point| vec![side * point[0], high * point[1]])
            .collect()
    };
    (alike(training), alike(validation))
}

/// The best step is 50.
fn run(patience: usize, most: usize) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let (training, validation) = sets(g, polynomial::training(), polynomial::validation());
        (training, validation, RATE, patience, most)
    }
}

/// A validation loss that falls to step 12, is higher up to step 95, falls again to step 191, and then rises.
fn two_valleys(patience: usize, most: usize) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let validation = vec![vec![0.9, 0.0], vec![0.2, 0.5]];
        let (training, validation) = sets(g, polynomial::training(), validation);
        (training, validation, RATE, patience, most)
    }
}

fn upside_down(points: Points) -> Points {
    points
        .into_iter()
        .map(|point| vec![point[0], -point[1]])
        .collect()
}

/// Points about another curve each time.
fn others(g: &mut Generator, i: usize) -> Inputs {
    let (slope, bend) = (g.double(-1.5..1.5), g.double(1.0..3.0));
    let mut set = |count: usize| -> Points {
        let mut point = || {
            let x = g.double(-1.0..1.0);
            vec![x, slope * x + (bend * x).sin() + g.double(-0.6..0.6)]
        };
        (0..count).map(|_| point()).collect()
    };
    (set(12 + i), set(8 + 2 * i), 0.04, 5 + 5 * i, 150)
}

const RATE: f64 = 0.05;

const LAST_WEIGHTS: &str = "You returned the weights that the training ended with; keep a copy of the best ones, because it goes \
                            on after them.";

const STEP_0: &str = "You left the first loss out; step 0 is the best at first.";

fn main() {
    Reference::of("when_to_stop", function(when_to_stop))
        .inputs(["losses", "patience"])
        .parts([("best step", exact()), ("last step", exact())])
        .case("the example of the lesson", |_| {
            (vec![5.0, 3.0, 4.0, 2.0, 2.0, 3.0, 1.0], 2)
        })
        .case("only step 0", |_| (vec![2.0], 3))
        .case("better in every step", |_| (vec![9.0, 7.0, 6.0, 2.0, 1.0], 1))
        .case("worse from the first step on", |_| (vec![1.0, 2.0, 3.0, 4.0, 5.0], 3))
        .case("the same in every step", |_| (vec![2.0; 6], 4))
        .case("a patience of 1", |_| (vec![5.0, 4.0, 3.0, 6.0, 1.0], 1))
        .case("more patience than steps", |_| (vec![3.0, 1.0, 2.0, 4.0], 10))
        .case("the patience ends with the list", |_| (vec![5.0, 2.0, 3.0, 3.0], 2))
        .case("better just before the patience ends", |_| {
            (vec![5.0, 4.0, 6.0, 5.0, 3.0, 4.0, 4.0, 4.0, 1.0], 3)
        })
        .case("lower than the step before, but no new best", |_| {
            (vec![9.0, 2.0, 8.0, 7.0, 6.0, 5.0, 4.0, 1.0], 4)
        })
        .case("one step is not a number", |_| (vec![4.0, f64::NAN, 3.0, f64::NAN, 5.0, 2.0], 2))
        .case("one step is not a number, and nothing better follows", |_| {
            (vec![4.0, 3.0, f64::NAN, 5.0, 6.0], 3)
        })
        .case("losses below 0", |_| (vec![-1.0, -3.0, -2.0, -4.0, -3.5, -3.0, -5.0], 2))
        .case("very large losses", |_| (vec![3e18, 2e15, 2.5e15, 4e16, 1e12], 2))
        .case("better in the tenth digit", |_| {
            (vec![1.0, 1.0 - 1e-10, 1.0 - 2e-10, 1.0 - 3e-10, 1.0, 1.0, 0.5], 2)
        })
        .cases(16, |g, i| (losses(g, 2 + 2 * i), 1 + i % 5))
        .wrong(
            "the last step for the best",
            "You returned the last step as the best one; the best is the step with the lowest loss so far.",
            |losses, patience| {
                let last = when_to_stop(losses, patience).1;
                (last, last)
            },
        )
        .wrong(
            "patience from the start",
            "You counted the patience from step 0; count it from the best step so far, so that each new best \
             begins it again.",
            |losses, patience| listed(FROM_THE_START, &losses, patience),
        )
        .wrong(
            "ties",
            "You took an equal loss for a new best; it has to be smaller, `<` and not `<=`.",
            |losses, patience| listed(TIES, &losses, patience),
        )
        .wrong(
            "a step too late",
            "You waited one step too long; stop as soon as `patience` steps in a row have brought no new best.",
            |losses, patience| listed(LATE, &losses, patience),
        )
        .wrong(
            "a step too early",
            "You stopped one step too early; wait until `patience` steps in a row have brought no new best.",
            |losses, patience| listed(EARLY, &losses, patience),
        )
        .wrong(
            "not in a row",
            "You counted all the steps that were no new best; only those since the best step count, so a new \
             best sets the count back to 0.",
            |losses, patience| listed(NOT_IN_A_ROW, &losses, patience),
        )
        .wrong(
            "step 0 counted",
            "You counted step 0 as a step without a new best; it is the best at first, so the count begins after it.",
            |losses, patience| listed(FIRST_COUNTS, &losses, patience),
        )
        .wrong(
            "only higher ones counted",
            "You counted only losses that are higher than the best; every step without a new best counts, an equal \
             loss and one that is not a number as well.",
            |losses, patience| listed(HIGHER_ONES, &losses, patience),
        )
        .wrong(
            "stopped at NaN",
            "You stopped at a loss that is not a number; it is no new best and nothing more, so go on until the \
             patience ends.",
            |losses, patience| listed(AT_NAN, &losses, patience),
        )
        .wrong(
            "patience ignored",
            "You stopped at the first step that was no new best; wait for `patience` of them in a row.",
            |losses, patience| listed(AT_ONCE, &losses, patience),
        )
        .wrong(
            "never stops",
            "You went through all the losses; after `patience` steps in a row without a new best the training \
             stops, and the rest is never measured.",
            |losses, patience| listed(NEVER, &losses, patience),
        )
        .wrong(
            "beyond the last step",
            "You chose the best of all the losses, even of those after the stop, which are never measured.",
            |losses, patience| {
                let last = when_to_stop(losses.clone(), patience).1;
                (listed(NEVER, &losses, patience).0, last)
            },
        )
        .wrong(
            "compared with the step before",
            "You compared each loss with the one before it; compare it with the lowest so far.",
            |losses, patience| listed(STEP_BEFORE, &losses, patience),
        )
        .wrong(
            "a fall sets it back",
            "Your count begins again wherever a loss is lower than the one before it; only a new best sets it back.",
            |losses, patience| listed(FALL_RESETS, &losses, patience),
        )
        .wrong(
            "not a number",
            "You took a loss that is not a number for a new best. Every comparison with NaN is false, so ask \
             whether the loss is smaller, not whether it is at least as large.",
            |losses, patience| {
                let is_best = |now: Now| !matches!(now.loss.partial_cmp(&now.lowest), Some(order) if order.is_ge());
                listed(Rule { is_best, ..RIGHT }, &losses, patience)
            },
        )
        .wrong(
            "NaN passed over",
            "You passed over a loss that is not a number; it is no new best, so it counts as a step of waiting.",
            |losses, patience| listed(NAN_WAITS_NOT, &losses, patience),
        )
        .wrong(
            "rises in a row",
            "You stopped after `patience` rises in a row; what counts are steps without a new best, wherever they \
             go.",
            |losses, patience| {
                let is_rise = |step: usize| step > 0 && losses[step] > losses[step - 1];
                let ends = |&step: &usize| step >= patience && (step + 1 - patience..=step).all(is_rise);
                let last = (0..losses.len()).find(ends).unwrap_or(losses.len() - 1);
                (listed(NEVER, &losses[..=last], patience).0, last)
            },
        )
        .wrong(
            "a best in the last step of the patience",
            "You stopped before you looked whether the last step of the patience is a new best; if it is, the training \
             goes on.",
            |losses, patience| {
                let mut best = 0;
                for step in 1..losses.len() {
                    if step - best == patience {
                        return (best, step);
                    }
                    if losses[step] < losses[best] {
                        best = step;
                    }
                }
                (best, losses.len() - 1)
            },
        )
        .wrong(
            "whole numbers",
            "You dropped what is after the point; compare the losses as they are.",
            |losses, patience| listed(RIGHT, &losses.iter().map(|loss| (*loss as i64) as f64).collect::<Vec<f64>>(), patience),
        )
        .wrong(
            "the highest",
            "You looked for the highest loss; the best is the lowest.",
            |losses, patience| {
                let is_best = |now: Now| now.loss > now.lowest;
                listed(Rule { is_best, ..RIGHT }, &losses, patience)
            },
        )
        .wrong(
            "exchanged",
            "You returned the last step first; the best step comes first.",
            |losses, patience| {
                let (best, last) = when_to_stop(losses, patience);
                (last, best)
            },
        )
        .wrong(
            "from 1",
            "You counted the steps from 1; the first loss belongs to step 0.",
            |losses, patience| {
                let (best, last) = when_to_stop(losses, patience);
                (best + 1, last + 1)
            },
        )
        .wrong(
            "the step after the last",
            "Your best step is right, but the last one is a step too far; it is the one with which the patience \
             ended, or the last of the list.",
            |losses, patience| {
                let (best, last) = when_to_stop(losses, patience);
                (best, last + 1)
            },
        )
        .wrong(
            "the step before the last",
            "Your last step is one too early where the patience ends; the step that ends it has been measured, so it \
             is the last.",
            |losses, patience| {
                let (best, last) = when_to_stop(losses, patience);
                (best, last - usize::from(last - best == patience))
            },
        )
        .wrong(
            "the length of the list",
            "Where the list ends first, your last step is one too far; steps count from 0, so the last of n losses is \
             n - 1.",
            |losses, patience| {
                let (best, last) = when_to_stop(losses, patience);
                (best, last + usize::from(last - best < patience))
            },
        )
        .wrong(
            "beyond the list",
            "You added the patience to the best step even where the list ends before that; then the last step is \
             the last of the list.",
            |losses, patience| {
                let best = when_to_stop(losses, patience).0;
                (best, best + patience)
            },
        )
        .wrong(
            "steps waited",
            "You returned how many steps were waited for; return the number of the last step.",
            |losses, patience| {
                let (best, last) = when_to_stop(losses, patience);
                (best, last - best)
            },
        )
        .wrong("step 0 left out, any loss better", STEP_0, |mut losses, patience| {
            if let Some(first) = losses.first_mut() {
                *first = f64::INFINITY;
            }
            listed(RIGHT, &losses, patience)
        })
        .wrong(
            "step 0 left out",
            STEP_0,
            |losses, patience| match &losses[..] {
                [_, rest @ ..] if !rest.is_empty() => {
                    let (best, last) = listed(RIGHT, rest, patience);
                    (best + 1, last + 1)
                }
                _ => (0, 0),
            },
        )
        .and("train", training(train))
        .inputs(["training", "validation", "rate", "patience", "most"])
        .parts([("weights", within(1e-6, 1e-6))])
        .series("loss")
        .follows(0.0001)
        .series("validation loss")
        .held_out()
        .follows(0.0001)
        .case("a best step on the way", run(30, 500))
        .case("no step at all", run(5, 0))
        .case("one step", run(5, 1))
        .case("a patience of 1", run(1, 300))
        .case("the end before the best step", run(10, 20))
        .case("the end while it waits", run(40, 60))
        .case("worse from the first step on", |g| {
            let upside_down = upside_down(polynomial::validation());
            let (training, validation) = sets(g, polynomial::training(), upside_down);
            (training, validation, RATE, 6, 100)
        })
        .case("nothing is learned", |g| {
            let (training, validation, _, _, _) = run(3, 8)(g);
            (training, validation, 0.0, 3, 8)
        })
        .case("better in every step", |g| {
            let (training, _, rate, _, _) = run(4, 60)(g);
            (training.clone(), training, rate, 4, 60)
        })
        .case("two valleys, and no patience for the second", two_valleys(60, 400))
        .case("two valleys, and patience for both", two_valleys(100, 400))
        .case("the end on the way to a second valley", two_valleys(100, 80))
        .cases(6, others)
        .mistake(
            "the last weights",
            LAST_WEIGHTS,
            with(Slips {
                returned: |weights, end| weights[end.last].clone(),
                ..AS_IT_IS
            }),
        )
        .mistake(
            "the weights at the end",
            LAST_WEIGHTS,
            with(Slips {
                returned: |weights, end| weights[end.last + usize::from(!end.is_early)].clone(),
                ..AS_IT_IS
            }),
        )
        .mistake(
            "the last weights of an early end",
            "Where the patience ends the training, you returned the weights of that step; return the best ones \
             there too.",
            with(Slips {
                returned: |weights, end| {
                    weights[if end.is_early { end.last } else { end.best }].clone()
                },
                ..AS_IT_IS
            }),
        )
        .mistake(
            "the training loss",
            "You watched the training loss, which goes on falling; compare the validation losses.",
            with(Slips {
                watches: |training, _| training.clone(),
                ..AS_IT_IS
            }),
        )
        .mistake(
            "both losses",
            "You watched both losses together; compare the validation losses alone.",
            with(Slips {
                watches: |training, validation| [&training[..], &validation[..]].concat(),
                ..AS_IT_IS
            }),
        )
        .mistake(
            "patience from the start",
            "You counted the patience from step 0; count it from the best step so far, so that each new best \
             begins it again.",
            ruled(FROM_THE_START),
        )
        .mistake(
            "ties",
            "You took an equal loss for a new best; it has to be smaller, `<` and not `<=`.",
            ruled(TIES),
        )
        .mistake(
            "a step too late",
            "You trained one step too long; stop as soon as `patience` steps in a row have brought no new best.",
            ruled(LATE),
        )
        .mistake(
            "a step too early",
            "You stopped one step too early; wait until `patience` steps in a row have brought no new best.",
            ruled(EARLY),
        )
        .mistake(
            "not in a row",
            "You counted all the steps that were no new best; a new best sets the count back to 0.",
            ruled(NOT_IN_A_ROW),
        )
        .mistake(
            "patience ignored",
            "You stopped at the first step that was no new best; wait for `patience` of them in a row.",
            ruled(AT_ONCE),
        )
        .mistake(
            "never stops",
            "You returned the best weights, but you trained to the end; stop after `patience` steps in a row \
             without a new best.",
            ruled(NEVER),
        )
        .mistake(
            "compared with the step before",
            "You compared each loss with the one before it; compare it with the lowest so far.",
            ruled(STEP_BEFORE),
        )
        .mistake(
            "a fall sets it back",
            "Your count begins again wherever the loss is lower than the one before it; only a new best sets it \
             back.",
            ruled(FALL_RESETS),
        )
        .mistake(
            "a step after the best",
            "You kept the weights from a step after the best one; keep those with which its loss was measured, \
             before they descend.",
            with(Slips {
                returned: |weights, end| weights[end.best + 1].clone(),
                ..AS_IT_IS
            }),
        )
        .mistake(
            "the first weights",
            "You returned the weights from before the training; keep a copy at every new best.",
            with(Slips {
                returned: |weights, _| weights[0].clone(),
                ..AS_IT_IS
            }),
        )
        .mistake(
            "trained on the validation points",
            "You trained on the validation points; descend on `training`, and only measure on `validation`.",
            with(Slips {
                trains_on: |_, validation| validation.clone(),
                ..AS_IT_IS
            }),
        )
        .mistake(
            "trained on all points",
            "You trained on all points; descend on `training` alone, and only measure on `validation`.",
            with(Slips {
                trains_on: |training, validation| [&training[..], &validation[..]].concat(),
                ..AS_IT_IS
            }),
        )
        .mistake(
            "a step too few",
            "Where nothing else stops it, your training ends a step before `most`; the last step has that number.",
            with(Slips {
                count: |most| most,
                ..AS_IT_IS
            }),
        )
        .mistake(
            "a step too many",
            "Where nothing else stops it, your training ends a step after `most`; the last step has that number.",
            with(Slips {
                count: |most| most + 2,
                ..AS_IT_IS
            }),
        )
        .mistake(
            "a step before step 0",
            "You descended before step 0; measure and report the first weights, all 0, before the first step down.",
            with(Slips {
                descends_first: true,
                ..AS_IT_IS
            }),
        )
        .mistake(
            "weights of 1",
            "Your weights begin at 1; at first all of them are 0.",
            with(Slips {
                begins_at: 1.0,
                ..AS_IT_IS
            }),
        )
        .mistake(
            "back to the best",
            "You went back to the best weights after a step that was no new best; keep a copy of them, and go on \
             from the weights of now.",
            with(Slips {
                goes_back: true,
                ..AS_IT_IS
            }),
        )
        .mistake(
            "two steps down",
            "You went down twice before you measured again; after each step down both losses are measured.",
            with(Slips {
                paces: 2,
                ..AS_IT_IS
            }),
        )
        .mistake(
            "the lowest loss reported",
            "Your validation curve shows the lowest loss so far; it shows the loss of each step.",
            with(Slips {
                reported: |losses, lowest| [losses[0], lowest],
                ..AS_IT_IS
            }),
        )
        .mistake(
            "roots reported",
            "Your curves show the roots of the losses; report what `polynomial::loss` gives.",
            with(Slips {
                reported: |losses, _| losses.map(f64::sqrt),
                ..AS_IT_IS
            }),
        )
        .mistake(
            "curves exchanged",
            "Your weights are right, but each curve shows the losses of the other; `\"loss\"` is the training \
             loss.",
            with(Slips {
                curves_exchanged: true,
                ..AS_IT_IS
            }),
        )
        .mistake(
            "reported from 1",
            "Your weights are right, but your curves begin at step 1; the losses before the first step are those \
             of step 0.",
            with(Slips {
                first: 1,
                ..AS_IT_IS
            }),
        )
        .run()
}
