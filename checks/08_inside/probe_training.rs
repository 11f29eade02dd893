//! How `probe` is checked: by its numbers, and by whether it is linear at all.

use crate::solution::probe;
use gradlings::prelude::*;
use gradlings::values::Wire;

type Asked = (Matrix, Vector, Matrix, usize);

/// `n` rows of so many numbers, with targets that depend on them but for some, and `m` others.
fn rows(g: &mut Generator, n: usize, width: usize, m: usize, steps: usize) -> Asked {
    // Their mean is not zero, so that the bias has work to do.
    let x = g.matrix(n, width) + 0.5;
    let first: Vec<f32> = x.as_vec().chunks_exact(width).map(|row| row[0]).collect();
    let target = |(at, first): (usize, f32)| f32::from((first > 0.2) != (at % 5 == 4));
    let targets = first.into_iter().enumerate().map(target).collect();
    let targets = device().tensor_from_vec(targets, (n,));
    (x, targets, g.matrix(m, width) + 0.5, steps)
}

fn of_the_lesson(steps: usize) -> Asked {
    let matrix = |numbers: Vec<f32>| {
        let count = numbers.len();
        device().tensor_from_vec(numbers, (count, 1))
    };
    let targets = device().tensor_from_vec(vec![1.0, 0.0], (2,));
    (matrix(vec![1.0, -1.0]), targets, matrix(vec![3.0]), steps)
}

/// What is done differently in the training of a probe.
#[derive(Clone, Copy)]
struct Slips {
    /// The rate, from the number of rows, that of columns, and the sum of all squares.
    rate: fn(f32, f32, f32) -> f32,
    /// The share of the gradient's sum that is taken, from the number of rows.
    share: fn(f32) -> f32,
    /// What becomes of the logits before the targets are subtracted.
    predict: fn(Vector) -> Vector,
    /// How fast the bias learns, beside the weights, from the number of rows.
    bias: fn(f32) -> f32,
    /// Whether the bias moves by errors of their own, those after the weights have moved.
    late: bool,
    /// What every weight begins with.
    begin: f32,
    /// How much the bias counts in what is returned.
    biased: f32,
    /// The steps taken, of those asked for.
    steps: fn(usize) -> usize,
    /// What is returned of the logits.
    returned: fn(Vector) -> Vector,
}

const RIGHT: Slips = Slips {
    rate: |n, _, squares| 4.0 / (1.0 + squares / n),
    share: |n| 1.0 / n,
    predict: |logits| logits.sigmoid(),
    bias: |_| 1.0,
    late: false,
    begin: 0.0,
    biased: 1.0,
    steps: |steps| steps,
    returned: |logits| logits,
};

fn slipped(slips: Slips, (x, targets, others, steps): Asked) -> Vector {
    let (n, width) = *x.shape();
    let squares: Scalar = x.clone().square().sum();
    let rate = (slips.rate)(n as f32, width as f32, squares.array()) * (slips.share)(n as f32);
    let turned: Matrix = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w = device().zeros_like(&(width,)) + slips.begin;
    let mut b = 0.0;
    for _ in 0..(slips.steps)(steps) {
        let errors =
            |w: &Vector| (slips.predict)(w.clone().matmul(turned.clone()) + b) - targets.clone();
        let error = errors(&w);
        let moved = w - error.clone().matmul(x.clone()) * rate;
        let sum: Scalar = if slips.late { errors(&moved) } else { error }.sum();
        b -= (slips.bias)(n as f32) * rate * sum.array();
        w = moved;
    }
    (slips.returned)(w.matmul(others.permute::<_, Axes2<1, 0>>()) + b * slips.biased)
}

/// A probe with eight hidden units of its own.
fn hidden((x, targets, others, steps): Asked) -> Vector {
    let (n, width) = *x.shape();
    let mut random = random(1);
    let mut drawn = |rows: usize, columns: usize| -> Matrix {
        let bound = (3.0 / rows as f32).sqrt();
        let numbers = (0..rows * columns).map(|_| random.gen_range(-bound..bound));
        device().tensor_from_vec(numbers.collect(), (rows, columns))
    };
    let (mut v, mut w) = (drawn(width, 8), drawn(8, 1));
    let targets = targets.reshape_like(&(n, 1));
    let through = |x: Matrix, v: &Matrix, w: &Matrix| -> Matrix<Recording> {
        x.leaky_traced()
            .matmul(v.leaky_trace())
            .tanh()
            .matmul(w.leaky_trace())
    };
    for _ in 0..steps {
        let logits = through(x.clone(), &v, &w);
        let loss = binary_cross_entropy_with_logits_loss(logits, targets.clone());
        let gradients = loss.backward();
        v = v.clone() - gradients.get(&v) * 0.5;
        w = w.clone() - gradients.get(&w) * 0.5;
    }
    let m = others.shape().0;
    let logits: Matrix = through(others, &v, &w).split_tape().0;
    logits.reshape_like(&(m,))
}

/// Rows of which every third lies in the middle between the two before it.
fn with_middles(g: &mut Generator, width: usize, triples: usize) -> Asked {
    let (x, targets, others, _) = rows(g, 12, width, 2 * triples, 1);
    let ends = others.as_vec();
    let mut all = vec![];
    for pair in ends.chunks_exact(2 * width) {
        let (one, other) = pair.split_at(width);
        let middle = one.iter().zip(other).map(|(a, b)| (a + b) / 2.0);
        all.extend(one.iter().chain(other).copied().chain(middle));
    }
    let others = device().tensor_from_vec(all, (3 * triples, width));
    (x, targets, others, 200)
}

/// What is wrong with logits of rows of which every third lies in the middle between two.
fn objection(inputs: &[Value], parts: &[Value]) -> Option<String> {
    let Ok(logits) = Vector::from_value(parts[0].clone()) else {
        return Some("Your answer is not a vector of logits.".into());
    };
    let logits = logits.as_vec();
    let largest = logits.iter().fold(0.0_f32, |a, b| a.max(b.abs()));
    let off = |three: &[f32]| (three[2] - (three[0] + three[1]) / 2.0).abs();
    let is_bent = |three| off(three) > 1e-3 * largest || off(three).is_nan();
    if logits.chunks_exact(3).any(is_bent) {
        return Some(
            "Your probe is not linear: a row in the middle between two others does not get the mean of their logits.".into(),
        );
    }
    let Some(right) = answer(inputs) else {
        return Some(
            "The inputs of this case are no table, so nothing can be said of the answer.".into(),
        );
    };
    let right = right.as_vec();
    let pairs = logits.iter().zip(&right);
    let mut pairs = pairs.map(|(yours, right)| (yours - right).abs() <= 1e-5 + 1e-3 * right.abs());
    let is_right = logits.len() == right.len() && pairs.all(|near| near);
    (!is_right).then(|| "Your probe is linear, but these are not the logits of a probe that was trained as the lesson says.".into())
}

/// The right logits.
fn answer(inputs: &[Value]) -> Option<Vector> {
    let matrix = |at: usize| Matrix::from_value(inputs[at].clone()).ok();
    let targets = Vector::from_value(inputs[1].clone()).ok()?;
    let steps = usize::from_value(inputs[3].clone()).ok()?;
    Some(probe(matrix(0)?, targets, matrix(2)?, steps))
}

/// The check of the function, after those before.
pub fn after(before: Reference<impl Handler + 'static>) -> Reference<impl Handler> {
    before
        .and("probe", function(probe))
        .inputs(["x", "targets", "others", "steps"])
        .group("on small tables")
        .parts([("logits", within(1e-5, 1e-3))])
        .case("the example of the lesson, one step", |_| of_the_lesson(1))
        .case("the example of the lesson, two steps", |_| of_the_lesson(2))
        .case("no step", |g| rows(g, 6, 3, 4, 0))
        .case("a column of zeros", |g| {
            let (x, targets, others, steps) = rows(g, 8, 3, 5, 20);
            let keep = device().tensor_from_vec(vec![1.0, 0.0, 1.0], (3,));
            let keep = keep.broadcast_like::<_, Axis<0>>(&x);
            (x * keep, targets, others, steps)
        })
        .case("large numbers", |g| {
            let (x, targets, others, steps) = rows(g, 10, 4, 6, 30);
            (x * 100.0, targets, others * 100.0, steps)
        })
        .cases(6, |g, i| rows(g, 10 + 3 * i, 2 + i, 5 + i, 5 + 10 * i))
        .wrong(
            "mean squared number",
            "You divided by the mean of all squares; the length of a row is the sum of its squares, and the mean is over rows.",
            |x, t, others, steps| {
                let rate = |n: f32, width: f32, squares: f32| 4.0 / (1.0 + squares / (n * width));
                slipped(Slips { rate, ..RIGHT }, (x, t, others, steps))
            },
        )
        .wrong(
            "sum of all squares",
            "You divided by the sum of all squares; take the mean over the rows.",
            |x, t, others, steps| {
                let rate = |_: f32, _: f32, squares: f32| 4.0 / (1.0 + squares);
                slipped(Slips { rate, ..RIGHT }, (x, t, others, steps))
            },
        )
        .wrong(
            "root of the squares",
            "You took the mean length of a row; take the mean of the squared lengths, without a root.",
            |x, t, others, steps| {
                let rate = |n: f32, _: f32, squares: f32| 4.0 / (1.0 + (squares / n).sqrt());
                slipped(Slips { rate, ..RIGHT }, (x, t, others, steps))
            },
        )
        .wrong(
            "without the 1",
            "The 1 beside the mean squared length is missing in your rate; it is there for the bias.",
            |x, t, others, steps| {
                let rate = |n: f32, _: f32, squares: f32| 4.0 / (squares / n);
                slipped(Slips { rate, ..RIGHT }, (x, t, others, steps))
            },
        )
        .wrong(
            "without the 4",
            "Your rate is a quarter of what it should be; it has a 4 above the line.",
            |x, t, others, steps| {
                let rate = |n: f32, _: f32, squares: f32| 1.0 / (1.0 + squares / n);
                slipped(Slips { rate, ..RIGHT }, (x, t, others, steps))
            },
        )
        .wrong(
            "summed",
            "You took the sum over the rows; divide it by their number.",
            |x, t, others, steps| {
                slipped(Slips { share: |_| 1.0, ..RIGHT }, (x, t, others, steps))
            },
        )
        .wrong(
            "uphill",
            "Your steps go uphill; subtract the rate times the gradient, with an error of sigmoid minus target.",
            |x, t, others, steps| {
                slipped(Slips { share: |n| -1.0 / n, ..RIGHT }, (x, t, others, steps))
            },
        )
        .wrong(
            "no sigmoid",
            "The sigmoid is missing in your error, so this is a squared error; the target is a probability.",
            |x, t, others, steps| {
                slipped(Slips { predict: |logits| logits, ..RIGHT }, (x, t, others, steps))
            },
        )
        .wrong(
            "no bias",
            "Your bias does not learn; it moves in every step too.",
            |x, t, others, steps| slipped(Slips { bias: |_| 0.0, ..RIGHT }, (x, t, others, steps)),
        )
        .wrong(
            "summed for the bias",
            "Your bias moves by the sum of the errors; take their mean.",
            |x, t, others, steps| slipped(Slips { bias: |n| n, ..RIGHT }, (x, t, others, steps)),
        )
        .wrong(
            "summed for the weights",
            "Your weights move by the sum over the rows; divide it by their number.",
            |x, t, others, steps| {
                let bias = |n| 1.0 / n;
                slipped(Slips { share: |_| 1.0, bias, ..RIGHT }, (x, t, others, steps))
            },
        )
        .wrong(
            "bias not added",
            "Your bias learns, and is left out of what you return, which is x w + b of the others.",
            |x, t, others, steps| slipped(Slips { biased: 0.0, ..RIGHT }, (x, t, others, steps)),
        )
        .wrong(
            "weights of one",
            "Your weights begin at 1; `w` and `b` begin at 0.",
            |x, t, others, steps| slipped(Slips { begin: 1.0, ..RIGHT }, (x, t, others, steps)),
        )
        .wrong(
            "bias after the weights",
            "You worked the errors out again for the bias, after the weights had moved; both move by the same errors.",
            |x, t, others, steps| slipped(Slips { late: true, ..RIGHT }, (x, t, others, steps)),
        )
        .wrong(
            "one step too few",
            "You took one step too few; take `steps` of them.",
            |x, t, others, steps| {
                let steps_of = |steps: usize| steps.saturating_sub(1);
                slipped(Slips { steps: steps_of, ..RIGHT }, (x, t, others, steps))
            },
        )
        .wrong(
            "one step too many",
            "You took one step too many; take `steps` of them.",
            |x, t, others, steps| {
                slipped(Slips { steps: |steps| steps + 1, ..RIGHT }, (x, t, others, steps))
            },
        )
        .wrong(
            "probabilities",
            "You returned probabilities; return the logits, without the sigmoid.",
            |x, t, others, steps| {
                slipped(Slips { returned: |logits| logits.sigmoid(), ..RIGHT }, (x, t, others, steps))
            },
        )
        .wrong(
            "logits of x",
            "You returned the logits of the rows that the probe was trained on; return those of the others.",
            |x, t, _, steps| probe(x.clone(), t, x, steps),
        )
        .group("in the middle between two rows")
        .parts([("logits", property())])
        .inspect(objection)
        .cases(4, |g, i| with_middles(g, 2 + i, 4))
        .wrong(
            "hidden layer",
            "Your probe is not linear: a logit is x w + b of the row as it is, without a hidden layer, a sigmoid or anything else that \
             bends it.",
            |x, t, others, steps| hidden((x, t, others, steps)),
        )
}
