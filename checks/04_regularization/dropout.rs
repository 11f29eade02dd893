//! How `dropout` is checked: by its statistics in training, number by number in evaluation.

#[path = "../../solutions/04_regularization/dropout.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use gradlings::values::Wire;
use solution::dropout;

/// What is wrong with what training made of the activations: each is 0, or itself divided by `1 - rate`.
fn objection(inputs: &[Value], parts: &[Value]) -> Option<String> {
    let vector = |values: &[Value], at: usize| {
        let value = values.get(at).cloned()?;
        Some(Vector::from_value(value).ok()?.as_vec())
    };
    let rate = inputs.get(1).cloned();
    let rate = rate.and_then(|rate| f32::from_value(rate).ok());
    let (Some(x), Some(y), Some(rate)) = (vector(inputs, 0), vector(parts, 0), rate) else {
        return Some("The result is no vector.".to_owned());
    };
    let kept = |x: f32| x / (1.0 - rate);
    let is_near = |a: f32, b: f32| (a - b).abs() <= 1e-5 * b.abs();
    let mut pairs = x.iter().zip(&y).filter(|(_, y)| **y != 0.0);
    let is_dropped = |sign: f32| x.iter().zip(&y).any(|(x, y)| x * sign > 0.0 && *y == 0.0);
    let what = if x.len() != y.len() {
        "There has to be one result for each activation."
    } else if !pairs.all(|(x, y)| is_near(*y, kept(*x))) {
        "Each result has to be 0, or the activation divided by `1 - rate`."
    } else if x.iter().zip(&y).all(|(x, y)| *x > 0.0 || *y == 0.0) {
        "Every negative activation became zero; whether one is dropped is a matter of chance alone."
    } else if x.iter().zip(&y).all(|(x, y)| *x < 0.0 || *y == 0.0) {
        "Every positive activation became zero; whether one is dropped is a matter of chance alone."
    } else if y.iter().all(|y| *y != 0.0) {
        "Not a single activation became zero."
    } else if !is_dropped(-1.0) {
        "Not a single negative activation became zero; whether one is dropped is a matter of chance alone."
    } else if !is_dropped(1.0) {
        "Not a single positive activation became zero; whether one is dropped is a matter of chance alone."
    } else {
        return None;
    };
    Some(what.to_owned())
}

fn main() {
    // What `dropout` keeps it divides by `1 - rate`; mistakes in training multiply that away and put in their own factor.
    Reference::of("dropout", function(dropout))
        .inputs(["activations", "rate", "training", "seed"])
        .group("in training")
        .parts([("result", statistics())])
        .cases(6, |g, i| {
            // As they come out of a ReLU that is on: positive, so that every zero in the answer was dropped.
            let activations = g.vector(4000 + 2000 * i).abs() + 0.5;
            let rate = [0.4, 0.1, 0.25, 0.5, 0.7, 0.8][i];
            (activations, rate, true, g.seed())
        })
        .wrong(
            "not rescaled",
            "You dropped the right share but left the others as they were; divide what is kept by \
             `1 - rate`, or the next layer gets too little.",
            |x, rate, _, seed| dropout(x, rate, true, seed) * (1.0 - rate),
        )
        .wrong(
            "swapped",
            "You kept what should be dropped; `rate` is the probability of being dropped.",
            |x, rate, _, seed| dropout(x, 1.0 - rate, true, seed) * rate / (1.0 - rate),
        )
        .wrong(
            "rate keeps",
            "You took `rate` for the probability of being kept, and divided by it; it is the \
             probability of being dropped, so what is kept is divided by `1 - rate`.",
            |x, rate, _, seed| dropout(x, 1.0 - rate, true, seed),
        )
        .wrong(
            "swapped and not rescaled",
            "You kept what should be dropped, and did not rescale; drop with probability `rate`, \
             and divide what is kept by `1 - rate`.",
            |x, rate, _, seed| dropout(x, 1.0 - rate, true, seed) * rate,
        )
        .wrong(
            "divided by the rate",
            "You divided what is kept by `rate`; divide it by its probability, `1 - rate`.",
            |x, rate, _, seed| dropout(x, rate, true, seed) * (1.0 - rate) / rate,
        )
        .wrong(
            "multiplied",
            "You multiplied what is kept by `1 - rate`, which makes it smaller still; divide by \
             it, to make up for what is missing.",
            |x, rate, _, seed| dropout(x, rate, true, seed) * (1.0 - rate).powi(2),
        )
        .wrong(
            "never dropped",
            "You dropped nothing in training; there each activation is zero with probability `rate`.",
            |x, _, _, _| x,
        )
        .wrong(
            "multiplied by 1 + rate",
            "You multiplied what is kept by `1 + rate`, which is too little; divide it by \
             `1 - rate`.",
            |x, rate, _, seed| dropout(x, rate, true, seed) * (1.0 - rate * rate),
        )
        .wrong(
            "divided by the root",
            "You divided what is kept by the root of `1 - rate`, which is too little; divide by \
             `1 - rate` itself.",
            |x, rate, _, seed| dropout(x, rate, true, seed) * (1.0 - rate).sqrt(),
        )
        .wrong(
            "rescaled only",
            "You dropped nothing, and made every activation larger; each is zero with probability \
             `rate`, and only what is kept is divided.",
            |x, rate, _, _| x / (1.0 - rate),
        )
        .wrong(
            "drawn once",
            "You decided once for all activations: either all are dropped or none. Draw a number for \
             each; a generator that is made anew from the same seed begins with the same number.",
            |x, rate, _, seed| {
                let is_dropped = random(seed).r#gen::<f32>() < rate;
                x * if is_dropped { 0.0 } else { 1.0 / (1.0 - rate) }
            },
        )
        .group("in training, one by one")
        .parts([("result", property())])
        .inspect(objection)
        .cases(4, |g, i| (g.vector(300), [0.5, 0.3, 0.6, 0.4][i], true, g.seed()))
        .wrong(
            "negative ones lost",
            "You dropped every negative activation; which are dropped does not depend on what they \
             are.",
            |x, rate, _, seed| dropout(x.relu(), rate, true, seed),
        )
        .wrong(
            "negative ones kept",
            "You dropped no negative activation; which are dropped does not depend on what they are.",
            |x, rate, _, seed| {
                let positive = x.clone().relu();
                (x - positive.clone()) / (1.0 - rate) + dropout(positive, rate, true, seed)
            },
        )
        .wrong(
            "rescaled by what was kept",
            "You divided by the share that happened to be kept; divide by its probability, which is \
             `1 - rate`.",
            |x, rate, _, seed| {
                let dropped = dropout(x, rate, true, seed);
                let kept = dropped.as_vec().iter().filter(|y| **y != 0.0).count();
                dropped.clone() * (1.0 - rate) * dropped.shape().0 as f32 / kept as f32
            },
        )
        .group("with many seeds")
        .parts([("result", free())])
        .drawn("seed", "result")
        .cases(3, |g, i| (g.vector(3 + i).abs() + 0.5, 0.5, true, g.seed()))
        // With sixty seeds it is dropped by some and kept by others: the chance that it is not is 2 to the power of -59.
        .case("a single activation", |g| (g.vector(1).abs() + 0.5, 0.5, true, g.seed()))
        .wrong(
            "as many each time",
            "A single activation always ends the same way in your answer, whatever the seed; every activation is dropped by \
             itself, with probability `rate`, so how many are dropped is a matter of chance too.",
            |x, rate, on, seed| {
                let n = x.shape().0;
                let mut order: Vec<usize> = (0..n).collect();
                order.shuffle(&mut random(seed));
                let mut numbers = x.as_vec();
                if on {
                    numbers.iter_mut().for_each(|number| *number /= 1.0 - rate);
                    order[..(rate * n as f32) as usize].iter().for_each(|&at| numbers[at] = 0.0);
                }
                device().tensor_from_vec(numbers, (n,))
            },
        )
        .wrong(
            "seed ignored",
            "Your result in training is the same whatever the seed; draw its numbers from `random(seed)`.",
            |x, rate, on, _| dropout(x, rate, on, 0),
        )
        .wrong(
            "another seed",
            "Your result differs when it is repeated; draw all numbers from `random(seed)`.",
            |x, rate, on, _| {
                use std::cell::Cell;
                thread_local!(static CALLS: Cell<u64> = const { Cell::new(0) });
                dropout(x, rate, on, CALLS.replace(CALLS.get() + 1))
            },
        )
        .group("in evaluation")
        .case("one activation", |g| (g.vector(1), 0.5, false, g.seed()))
        .case("training, but with rate zero", |g| {
            (g.vector(5), 0.0, true, g.seed())
        })
        .cases(10, |g, i| {
            (g.vector(8 + 4 * i), g.number(0.1..0.45), false, g.seed())
        })
        .wrong(
            "dropped in evaluation",
            "You dropped activations in evaluation; there every activation stays as it is.",
            |x, rate, _, seed| dropout(x, rate, true, seed),
        )
        .wrong(
            "not all kept in evaluation",
            "You dropped activations in evaluation; there every activation stays as it is.",
            // Random numbers below `1 - rate` are those that keep here, so the same seed drops others.
            |x, rate, _, s| (x.clone() - dropout(x, 1.0 - rate, true, s) * rate) / (1.0 - rate),
        )
        .wrong(
            "shrunk in evaluation",
            "You multiplied by `1 - rate` in evaluation, as the first kind of dropout did; \
             inverted dropout rescales in training, so evaluation leaves everything as it is.",
            |x, rate, on, seed| dropout(x, rate, on, seed) * if on { 1.0 } else { 1.0 - rate },
        )
        .wrong(
            "enlarged in evaluation",
            "You divided by `1 - rate` in evaluation too; nothing is missing there to make up for.",
            |x, rate, on, seed| dropout(x, rate, on, seed) / if on { 1.0 } else { 1.0 - rate },
        )
        .run()
}
