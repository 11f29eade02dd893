//! How `choose`, `right` and `interval` are checked. Options differ in length, so that their sums and their means seldom agree;
//! where scores are equal, they are so exactly.

#[path = "../../solutions/15_adapt/choice_eval.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{choose, interval, right};

type Options = Vec<Vec<f32>>;

/// `n` options of 1 to 6 tokens.
fn options(g: &mut Generator, n: usize) -> Options {
    let option = |_| {
        let nats = g.number(0.6..1.4);
        let tokens = g.integer(1..7);
        (0..tokens).map(|_| -nats * g.number(0.4..1.6)).collect()
    };
    (0..n).map(option).collect()
}

/// The choices and the answers of `n` questions with so many options, about half of them right.
fn exam(g: &mut Generator, n: usize, options: usize) -> (Vec<usize>, Vec<usize>) {
    let answers = Vec::from_iter((0..n).map(|_| g.integer(0..options)));
    let choice = |answer: &usize| match g.integer(0..2) {
        0 => *answer,
        _ => g.integer(0..options),
    };
    (answers.iter().map(choice).collect(), answers)
}

/// The example of the lesson.
fn lesson() -> Options {
    vec![vec![-1.5], vec![-0.5, -0.3, -1.0]]
}

/// The first option with the highest score.
fn by(options: &[Vec<f32>], score: impl Fn(&[f32]) -> f32) -> usize {
    let scores = Vec::from_iter(options.iter().map(|option| score(option)));
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let place = scores.iter().position(|score| *score == highest);
    place.unwrap_or(0)
}

fn sum(option: &[f32]) -> f32 {
    option.iter().sum()
}

fn mean(option: &[f32]) -> f32 {
    sum(option) / option.len() as f32
}

/// How many questions `is_right` accepts.
fn counted(choices: &[usize], answers: &[usize], is_right: impl Fn(usize, usize) -> bool) -> usize {
    let pairs = choices.iter().zip(answers);
    pairs
        .filter(|(choice, answer)| is_right(**choice, **answer))
        .count()
}

/// Wilson's interval for `z`.
fn wilson(k: f32, n: f32, z: f32) -> (f32, f32) {
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z * (k * (n - k) / n + z * z / 4.0).sqrt() / (n + z * z);
    (middle - half, middle + half)
}

/// `n` questions, and how many of them are right.
fn counts(g: &mut Generator, n: usize) -> (usize, usize) {
    (g.integer(1..n), n)
}

fn main() {
    Reference::of("choose", function(choose))
        .inputs(["options"])
        .parts([("choice", exact())])
        .case("one option", |g| (options(g, 1),))
        .case("options of one token each", |_| (vec![vec![-1.0], vec![-0.5], vec![-2.0]],))
        .case("the example of the lesson", |_| (lesson(),))
        .case("a long option that is likelier token by token", |_| {
            (vec![vec![-1.0], vec![-2.0, -1.5], vec![-0.5, -1.0, -0.25, -0.5]],)
        })
        .case("a long option that is less likely", |_| {
            (vec![vec![-1.0, -0.5, -1.25, -1.5], vec![-0.75]],)
        })
        .case("equal scores", |_| {
            (vec![vec![-2.0, -1.0], vec![-0.5, -0.75, -0.25], vec![-0.5], vec![-0.25, -0.75]],)
        })
        .case("a first token that misleads", |_| {
            (vec![vec![-0.125, -3.0], vec![-1.5, -0.25, -0.5], vec![-2.0, -1.0]],)
        })
        .case("a token of probability 0", |_| {
            (vec![vec![-0.25, f32::NEG_INFINITY], vec![-3.0, -4.0], vec![-5.0]],)
        })
        .case("nothing is possible", |_| (vec![vec![f32::NEG_INFINITY]; 3],))
        .case("very unlikely options", |_| (vec![vec![-150.0, -250.0], vec![-130.0], vec![-140.0]],))
        .case("everything guessed for certain", |_| (vec![vec![-0.5], vec![0.0, 0.0]],))
        .cases(16, |g, i| (options(g, 2 + i / 3),))
        .wrong(
            "the sum",
            "You compared the sums, so a long option loses because it is long; divide each sum by its number of tokens.",
            |options| by(&options, sum),
        )
        .wrong(
            "first token only",
            "You compared the first tokens alone; every token of an option counts.",
            |options| by(&options, |option| option[0]),
        )
        .wrong(
            "last token only",
            "You compared the last tokens alone; every token of an option counts.",
            |options| by(&options, |option| option[option.len() - 1]),
        )
        .wrong(
            "the likeliest token",
            "You compared the likeliest token of each option; every token of an option counts, by the mean of them.",
            |options| by(&options, |option| option.iter().copied().fold(f32::NEG_INFINITY, f32::max)),
        )
        .wrong(
            "the least likely token",
            "You compared the least likely token of each option; every token of an option counts, by the mean of them.",
            |options| by(&options, |option| option.iter().copied().fold(f32::INFINITY, f32::min)),
        )
        .wrong(
            "longest",
            "You chose the option with the most tokens; its length says nothing about it, the mean of its `ln p` does.",
            |options| by(&options, |option| option.len() as f32),
        )
        .wrong(
            "shortest",
            "You chose the option with the fewest tokens; its length says nothing about it, the mean of its `ln p` does.",
            |options| by(&options, |option| -(option.len() as f32)),
        )
        .wrong(
            "divided twice",
            "You divided by the number of tokens twice, so that long options win; divide the sum once.",
            |options| by(&options, |option| mean(option) / option.len() as f32),
        )
        .wrong(
            "by the square root",
            "You divided by the root of the number of tokens; divide by the number itself.",
            |options| by(&options, |option| sum(option) / (option.len() as f32).sqrt()),
        )
        .wrong(
            "times the length",
            "You multiplied by the number of tokens; divide by it.",
            |options| by(&options, |option| sum(option) * option.len() as f32),
        )
        .wrong(
            "least likely",
            "You chose the option with the lowest score; logarithms of probabilities are below 0, and the one nearest to 0 is the \
             highest.",
            |options| by(&options, |option| -mean(option)),
        )
        .wrong(
            "smallest sum",
            "You chose the option with the lowest sum; logarithms of probabilities are below 0, and the highest mean of them is wanted.",
            |options| by(&options, |option| -sum(option)),
        )
        .wrong(
            "last of equals",
            "Of equal scores you chose the last; the first option counts.",
            |options| {
                let last = options.len() - 1;
                let backwards = Vec::from_iter(options.into_iter().rev());
                last - by(&backwards, mean)
            },
        )
        .wrong(
            "mean of the probabilities",
            "You took the mean of the probabilities; take that of their logarithms, the numbers as they are.",
            |options| {
                by(&options, |option| {
                    option.iter().map(|log| log.exp()).sum::<f32>() / option.len() as f32
                })
            },
        )
        .wrong(
            "back to probabilities",
            "Of very unlikely options you chose the first: as probabilities all of them are 0, and a search that begins with a number \
             such as -100 finds none; compare the logarithms, and begin with minus infinity.",
            |options| by(&options, |option| mean(option).exp()),
        )
        .wrong(
            "impossible tokens left out",
            "You left out the tokens of probability 0; an option with such a token has the score minus infinity.",
            |options| {
                by(&options, |option| {
                    let possible = Vec::from_iter(option.iter().copied().filter(|log| log.is_finite()));
                    if possible.is_empty() { f32::NEG_INFINITY } else { mean(&possible) }
                })
            },
        )
        .wrong(
            "counted from 1",
            "You counted the options from 1; the first one is 0.",
            |options| choose(options) + 1,
        )
        .wrong(
            "always the first",
            "You chose the first option every time; no score is above 0, so a search that begins with 0 finds nothing higher, and \
             has to begin with minus infinity.",
            |_| 0,
        )
        // A search that begins with place 0 keeps the 0 where nothing is higher.
        .wrong(
            "counted from 1 in the search",
            "You counted the options from 1; the first one is 0.",
            |options| {
                let is_possible = options.iter().any(|option| mean(option) > f32::NEG_INFINITY);
                if is_possible { choose(options) + 1 } else { 0 }
            },
        )
        .wrong(
            "one token fewer",
            "You divided by one token fewer than the option has; an option of three tokens has its sum divided by 3.",
            |options| by(&options, |option| sum(option) / (option.len() as f32 - 1.0)),
        )
        .wrong(
            "one token more",
            "You divided by one token more than the option has; an option of three tokens has its sum divided by 3.",
            |options| by(&options, |option| sum(option) / (option.len() as f32 + 1.0)),
        )
        .wrong(
            "until the first fall",
            "You stopped at the first option that is no better than the one before it; go on to the last.",
            |options| {
                let falls = options.windows(2).position(|two| mean(&two[1]) <= mean(&two[0]));
                falls.unwrap_or(options.len() - 1)
            },
        )
        .and("right", function(right))
        .inputs(["choices", "answers"])
        .parts([("right", exact())])
        .case("one question that is right", |_| (vec![1], vec![1]))
        .case("one question that is wrong", |_| (vec![0], vec![1]))
        .case("no questions", |_| (vec![], vec![]))
        .case("all right", |g| {
            let (_, answers) = exam(g, 6, 4);
            (answers.clone(), answers)
        })
        .case("all wrong", |_| (vec![0, 1, 2, 1], vec![1, 2, 0, 0]))
        .case("the right options, for other questions", |_| (vec![3, 2, 1, 0], vec![2, 3, 1, 0]))
        .cases(16, |g, i| exam(g, 3 + i, 2 + i / 4))
        .wrong(
            "wrong ones",
            "You counted the questions that are wrong; count those whose choice is the answer.",
            |choices, answers| choices.len() - right(choices, answers),
        )
        .wrong(
            "all of them",
            "You counted all questions; count those whose choice is the answer.",
            |choices, _| choices.len(),
        )
        .wrong(
            "answers from 1",
            "You took the answers as counted from 1; they are counted from 0, as the choices are.",
            |choices, answers| counted(&choices, &answers, |choice, answer| choice + 1 == answer),
        )
        .wrong(
            "choices from 1",
            "You took the choices as counted from 1; they are counted from 0, as the answers are.",
            |choices, answers| counted(&choices, &answers, |choice, answer| choice == answer + 1),
        )
        .wrong(
            "an answer of any question",
            "You looked for each choice among all answers; it has to be the answer to the same question.",
            |choices, answers| choices.iter().filter(|choice| answers.contains(choice)).count(),
        )
        .wrong(
            "last question left out",
            "You left out the last question.",
            |mut choices, answers| {
                choices.pop();
                right(choices, answers)
            },
        )
        .wrong(
            "first question left out",
            "You left out the first question.",
            |choices, answers| {
                let from_the_second = |list: Vec<usize>| list.into_iter().skip(1).collect();
                right(from_the_second(choices), from_the_second(answers))
            },
        )
        .wrong(
            "until the first wrong one",
            "You stopped at the first question that is wrong; go on to the last.",
            |choices, answers| {
                let pairs = choices.iter().zip(&answers);
                pairs.take_while(|(choice, answer)| choice == answer).count()
            },
        )
        .and("interval", function(interval))
        .inputs(["k", "n"])
        .parts([("low", within(1e-5, 1e-4)), ("high", within(1e-5, 1e-4))])
        .case("one question, right", |_| (1, 1))
        .case("one question, wrong", |_| (0, 1))
        .case("the first example of the lesson", |_| (6, 10))
        .case("the second example of the lesson", |_| (600, 1000))
        .case("none of twenty", |_| (0, 20))
        .case("all of twenty", |_| (20, 20))
        .case("half of them", |_| (50, 100))
        .case("a large benchmark", |_| (9_000, 14_042))
        .cases(12, |g, i| counts(g, 5 + 7 * i * i))
        .wrong(
            "plain interval",
            "You went `z * sqrt(p * (1 - p) / n)` to either side of the share `p`, which leaves no width where all are right or none; \
             use Wilson's formulas.",
            |k, n| {
                let p = k as f32 / n as f32;
                let half = 1.96 * (p * (1.0 - p) / n as f32).sqrt();
                (p - half, p + half)
            },
        )
        .wrong(
            "around the share",
            "You went to either side of `k / n`; Wilson's middle is `(k + z^2 / 2) / (n + z^2)`, nearer to one half.",
            |k, n| {
                let (low, high) = interval(k, n);
                let (p, half) = (k as f32 / n as f32, (high - low) / 2.0);
                (p - half, p + half)
            },
        )
        .wrong(
            "root left out",
            "You left out the square root.",
            |k, n| {
                let (k, n, z) = (k as f32, n as f32, 1.96);
                let middle = (k + z * z / 2.0) / (n + z * z);
                let half = z * (k * (n - k) / n + z * z / 4.0) / (n + z * z);
                (middle - half, middle + half)
            },
        )
        .wrong(
            "z not squared",
            "You took `z` where its square is meant; write `z * z`.",
            |k, n| {
                let (k, n, z) = (k as f32, n as f32, 1.96_f32);
                let middle = (k + z / 2.0) / (n + z);
                let half = z * (k * (n - k) / n + z / 4.0).sqrt() / (n + z);
                (middle - half, middle + half)
            },
        )
        .wrong(
            "z / 4 under the root",
            "You took `z / 4` under the root; it is `z^2 / 4`.",
            |k, n| {
                let (k, n, z) = (k as f32, n as f32, 1.96);
                let middle = (k + z * z / 2.0) / (n + z * z);
                let half = z * (k * (n - k) / n + z / 4.0).sqrt() / (n + z * z);
                (middle - half, middle + half)
            },
        )
        .wrong(
            "half not divided",
            "You did not divide `half` by `n + z^2`.",
            |k, n| {
                let (k, n, z) = (k as f32, n as f32, 1.96);
                let middle = (k + z * z / 2.0) / (n + z * z);
                let half = z * (k * (n - k) / n + z * z / 4.0).sqrt();
                (middle - half, middle + half)
            },
        )
        .wrong(
            "half divided by n",
            "You divided `half` by `n`; divide it by `n + z^2`, as the middle.",
            |k, n| {
                let (k, n, z) = (k as f32, n as f32, 1.96);
                let middle = (k + z * z / 2.0) / (n + z * z);
                let half = z * (k * (n - k) / n + z * z / 4.0).sqrt() / n;
                (middle - half, middle + half)
            },
        )
        .wrong(
            "z left out before the root",
            "You left out the `z` before the root.",
            |k, n| {
                let (low, high) = interval(k, n);
                let (middle, half) = ((low + high) / 2.0, (high - low) / 2.0 / 1.96);
                (middle - half, middle + half)
            },
        )
        .wrong(
            "not divided by n under the root",
            "You did not divide `k * (n - k)` by `n` under the root.",
            |k, n| {
                let (k, n, z) = (k as f32, n as f32, 1.96);
                let middle = (k + z * z / 2.0) / (n + z * z);
                let half = z * (k * (n - k) + z * z / 4.0).sqrt() / (n + z * z);
                (middle - half, middle + half)
            },
        )
        .wrong(
            "k squared under the root",
            "You took `k * k` under the root; the second factor is the wrong ones, `n - k`.",
            |k, n| {
                let (k, n, z) = (k as f32, n as f32, 1.96);
                let middle = (k + z * z / 2.0) / (n + z * z);
                let half = z * (k * k / n + z * z / 4.0).sqrt() / (n + z * z);
                (middle - half, middle + half)
            },
        )
        .wrong(
            "z of 90 in 100",
            "You took 1.645 for `z`, which holds 90 of 100; the lesson has 1.96.",
            |k, n| wilson(k as f32, n as f32, 1.645),
        )
        .wrong(
            "z of 99 in 100",
            "You took 2.576 for `z`, which holds 99 of 100; the lesson has 1.96.",
            |k, n| wilson(k as f32, n as f32, 2.576),
        )
        .wrong(
            "z of 1",
            "You took 1 for `z`; the lesson has 1.96.",
            |k, n| wilson(k as f32, n as f32, 1.0),
        )
        .wrong(
            "z^2 / 2 left out",
            "You left out the `z^2 / 2` of the middle.",
            |k, n| {
                let (low, high) = interval(k, n);
                let (middle, half) = (k as f32 / (n as f32 + 1.96 * 1.96), (high - low) / 2.0);
                (middle - half, middle + half)
            },
        )
        .wrong(
            "z^2 / 2 added too late",
            "You added `z^2 / 2` after the division; add it to `k`, and divide the sum by `n + z^2`.",
            |k, n| {
                let (low, high) = interval(k, n);
                let (z, half) = (1.96, (high - low) / 2.0);
                let middle = k as f32 / (n as f32 + z * z) + z * z / 2.0;
                (middle - half, middle + half)
            },
        )
        .wrong(
            "z^2 / 4 left out",
            "You left out the `z^2 / 4` under the root.",
            |k, n| {
                let (k, n, z) = (k as f32, n as f32, 1.96);
                let middle = (k + z * z / 2.0) / (n + z * z);
                let half = z * (k * (n - k) / n).sqrt() / (n + z * z);
                (middle - half, middle + half)
            },
        )
        .wrong(
            "divided in whole numbers",
            "You divided `k * (n - k)` by `n` in whole numbers, which drops what is after the point; make `f32` of them first.",
            |k, n| {
                let (spread, k, n, z) = ((k * (n - k) / n) as f32, k as f32, n as f32, 1.96);
                let middle = (k + z * z / 2.0) / (n + z * z);
                let half = z * (spread + z * z / 4.0).sqrt() / (n + z * z);
                (middle - half, middle + half)
            },
        )
        .wrong(
            "divided under the root",
            "You divided by `n + z^2` under the root; take the root first.",
            |k, n| {
                let (k, n, z) = (k as f32, n as f32, 1.96);
                let middle = (k + z * z / 2.0) / (n + z * z);
                let half = z * ((k * (n - k) / n + z * z / 4.0) / (n + z * z)).sqrt();
                (middle - half, middle + half)
            },
        )
        .wrong(
            "z of 2",
            "You took 2 for `z`; the lesson has 1.96.",
            |k, n| wilson(k as f32, n as f32, 2.0),
        )
        .wrong(
            "the wrong ones",
            "You took the wrong ones, `n - k`, for the right ones.",
            |k, n| interval(n - k, n),
        )
        .wrong(
            "ends exchanged",
            "You gave the upper end first; the lower one, `middle - half`, is the first.",
            |k, n| {
                let (low, high) = interval(k, n);
                (high, low)
            },
        )
        .wrong(
            "middle and half",
            "You gave the middle and half of the width; give the two ends, `middle - half` and `middle + half`.",
            |k, n| {
                let (low, high) = interval(k, n);
                ((low + high) / 2.0, (high - low) / 2.0)
            },
        )
        .wrong(
            "in percent",
            "You gave percentages; give shares, from 0 to 1.",
            |k, n| {
                let (low, high) = interval(k, n);
                (100.0 * low, 100.0 * high)
            },
        )
        .wrong(
            "half of the half",
            "You halved `half` once more; the formula has half of the width already.",
            |k, n| {
                let (low, high) = interval(k, n);
                let (middle, half) = ((low + high) / 2.0, (high - low) / 4.0);
                (middle - half, middle + half)
            },
        )
        .run()
}
