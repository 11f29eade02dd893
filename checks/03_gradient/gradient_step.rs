//! How `gradient_step` is checked.

#[path = "../../solutions/03_gradient/gradient_step.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::gradient_step;

type Inputs = (Vec<Vector>, Vec<Matrix>, f32);

/// Changes every tensor.
fn each<T>(tensors: Vec<T>, change: impl Fn(T) -> T) -> Vec<T> {
    tensors.into_iter().map(change).collect()
}

/// Parameters of these lengths, their gradients for `batch` examples, and the rate.
fn inputs(g: &mut Generator, batch: usize, lengths: &[usize], rate: f32) -> Inputs {
    let parameters = lengths.iter().map(|&length| g.vector(length)).collect();
    let gradients = lengths.iter().map(|&length| g.matrix(batch, length));
    (parameters, gradients.collect(), rate)
}

fn main() {
    Reference::of("gradient_step", function(gradient_step))
        .inputs(["parameters", "gradients", "rate"])
        .parts([("new parameters", close())])
        .case("one parameter, one example", |g| inputs(g, 1, &[1], 0.1))
        .case("one parameter, four examples", |g| inputs(g, 4, &[1], 0.1))
        .case("no slope anywhere", |g| {
            (vec![g.vector(2)], vec![device().zeros_like(&(3, 2))], 0.5)
        })
        .case("a rate of zero", |g| inputs(g, 3, &[2, 1], 0.0))
        .case("a rate of one", |g| inputs(g, 3, &[2, 3], 1.0))
        .case("gradients in the thousands", |g| {
            let (parameters, gradients, rate) = inputs(g, 5, &[2, 4], 0.01);
            (parameters, each(gradients, |matrix| matrix * 3000.0), rate)
        })
        .cases(16, |g, i| {
            let lengths = (0..1 + i % 4).map(|tensor| 1 + (i + 2 * tensor) % 6);
            let rate = g.number(0.05..0.5);
            inputs(g, 2 + i, &Vec::from_iter(lengths), rate)
        })
        .wrong(
            "ascent",
            "You added the gradient, which points uphill; subtract it to make the loss smaller.",
            |p, g, rate| gradient_step(p, g, -rate),
        )
        .wrong(
            "rate_ignored",
            "You subtracted the whole gradient; multiply it by the learning rate first.",
            |p, g, _| gradient_step(p, g, 1.0),
        )
        .wrong(
            "summed",
            "You added up the gradients of the batch; take their mean, whatever its size.",
            |p, g, rate| gradient_step(p, each(g, |g| g.clone() * g.shape().0 as f32), rate),
        )
        .wrong(
            "divided_by_parameters",
            "You divided by the number of parameters; divide by the number of examples, which is \
             that of the rows.",
            |p, g, rate| {
                let mean = |g: Matrix| g.clone() * (g.shape().0 as f32 / g.shape().1 as f32);
                gradient_step(p, each(g, mean), rate)
            },
        )
        .wrong(
            "divided_twice",
            "You divided by the number of examples twice; a mean has been divided by it already.",
            |p, g, rate| gradient_step(p, each(g, |g| g.clone() / g.shape().0 as f32), rate),
        )
        .wrong(
            "sign_only",
            "You took only the sign of each gradient, so every parameter moves by the whole rate; \
             multiply the rate by the gradient itself.",
            |p, g, rate| {
                let sign = |g: Matrix| {
                    let means = g.clone().mean::<_, Axis<0>>().as_vec();
                    let signs = Vec::from_iter(means.iter().map(|mean| mean.signum()));
                    device()
                        .tensor_from_vec(signs, (means.len(),))
                        .broadcast_like::<_, Axis<0>>(&g)
                };
                gradient_step(p, each(g, sign), rate)
            },
        )
        .wrong(
            "first_example",
            "You used the gradient of the first example only; take the mean over all rows.",
            |p, g, rate| gradient_step(p, each(g, |g| g.slice((0..1, ..))), rate),
        )
        .wrong(
            "first_tensor",
            "You moved the first tensor only; every tensor takes the step.",
            |p, g, rate| [gradient_step(p[..1].to_vec(), g, rate), p[1..].to_vec()].concat(),
        )
        .wrong(
            "one_mean",
            "You averaged the gradient over the parameters too; the mean is over the examples, \
             and each parameter keeps a gradient of its own.",
            |p, g, rate| {
                let mean = |g: Matrix| g.clone().mean::<Rank0, _>().broadcast_like(&g);
                gradient_step(p, each(g, mean), rate)
            },
        )
        .wrong(
            "only_the_step",
            "You returned the step alone; the new parameter is the old one plus the step.",
            |p, g, rate| gradient_step(each(p, |p| p * 0.0), g, rate),
        )
        .wrong(
            "scaled_parameter",
            "You multiplied the parameter by the rate too; it multiplies the gradient only.",
            |p, g, rate| each(gradient_step(p, g, 1.0), |p| p * rate),
        )
        .run()
}
