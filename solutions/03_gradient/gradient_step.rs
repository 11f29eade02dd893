//! One step of gradient descent on several tensors, with the gradients of every example of the batch.

use gradlings::prelude::*;

pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| parameter - gradient.mean::<_, Axis<0>>() * rate)
        .collect()
}

mod mistakes {
    use gradlings::prelude::*;

    /// A step for every tensor, made from the parameter and the gradients of the batch.
    fn each(
        parameters: Vec<Vector>,
        gradients: Vec<Matrix>,
        step: impl Fn(Vector, Matrix) -> Vector,
    ) -> Vec<Vector> {
        let pairs = parameters.into_iter().zip(gradients);
        pairs
            .map(|(parameter, gradient)| step(parameter, gradient))
            .collect()
    }

    pub fn ascent(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
        each(parameters, gradients, |parameter, gradient| {
            parameter + gradient.mean::<_, Axis<0>>() * rate
        })
    }

    pub fn rate_ignored(parameters: Vec<Vector>, gradients: Vec<Matrix>, _: f32) -> Vec<Vector> {
        super::gradient_step(parameters, gradients, 1.0)
    }

    pub fn summed(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
        each(parameters, gradients, |parameter, gradient| {
            parameter - gradient.sum::<_, Axis<0>>() * rate
        })
    }

    pub fn first_example(
        parameters: Vec<Vector>,
        gradients: Vec<Matrix>,
        rate: f32,
    ) -> Vec<Vector> {
        each(parameters, gradients, |parameter, gradient| {
            let first: Vector = gradient.select(device().tensor(0));
            parameter - first * rate
        })
    }

    pub fn first_tensor(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
        let mut stepped = super::gradient_step(parameters.clone(), gradients, rate);
        stepped.truncate(1);
        stepped.extend(parameters.into_iter().skip(1));
        stepped
    }

    pub fn one_mean(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
        each(parameters, gradients, |parameter, gradient| {
            let mean: Scalar = gradient.mean();
            parameter - mean.array() * rate
        })
    }

    pub fn only_the_step(
        parameters: Vec<Vector>,
        gradients: Vec<Matrix>,
        rate: f32,
    ) -> Vec<Vector> {
        each(parameters, gradients, |_, gradient| {
            gradient.mean::<_, Axis<0>>() * -rate
        })
    }

    pub fn scaled_parameter(
        parameters: Vec<Vector>,
        gradients: Vec<Matrix>,
        rate: f32,
    ) -> Vec<Vector> {
        each(parameters, gradients, |parameter, gradient| {
            (parameter - gradient.mean::<_, Axis<0>>()) * rate
        })
    }
}

/// Parameters of these lengths, and their gradients for `batch` examples.
fn batch_of(g: &mut Generator, batch: usize, lengths: &[usize]) -> (Vec<Vector>, Vec<Matrix>) {
    let parameters = lengths.iter().map(|&length| g.vector(length)).collect();
    let gradients = lengths.iter().map(|&length| g.matrix(batch, length));
    (parameters, gradients.collect())
}

fn main() {
    Reference::of("gradient_step", function(gradient_step))
        .inputs(["parameters", "gradients", "rate"])
        .parts([("new parameters", close())])
        .case("one parameter, one example", |g| {
            let (parameters, gradients) = batch_of(g, 1, &[1]);
            (parameters, gradients, 0.1)
        })
        .case("one parameter, four examples", |g| {
            let (parameters, gradients) = batch_of(g, 4, &[1]);
            (parameters, gradients, 0.1)
        })
        .case("no slope anywhere", |g| {
            let gradients = vec![device().zeros_like(&(3, 2))];
            (vec![g.vector(2)], gradients, 0.5)
        })
        .case("a rate of zero", |g| {
            let (parameters, gradients) = batch_of(g, 3, &[2, 1]);
            (parameters, gradients, 0.0)
        })
        .case("a rate of one", |g| {
            let (parameters, gradients) = batch_of(g, 3, &[2, 3]);
            (parameters, gradients, 1.0)
        })
        .case("gradients in the thousands", |g| {
            let (parameters, _) = batch_of(g, 5, &[2, 4]);
            let gradients = vec![g.matrix(5, 2) * 3000.0, g.matrix(5, 4) * 3000.0];
            (parameters, gradients, 0.01)
        })
        .cases(16, |g, i| {
            let lengths: Vec<usize> = (0..1 + i % 4).map(|tensor| 1 + (i + 2 * tensor) % 6).collect();
            let (parameters, gradients) = batch_of(g, 2 + i, &lengths);
            (parameters, gradients, g.number(0.05..0.5))
        })
        .mistake(
            "ascent",
            "You added the gradient, which points uphill; subtract it to make the loss smaller.",
            function(mistakes::ascent),
        )
        .mistake(
            "rate_ignored",
            "You subtracted the whole gradient; multiply it by the learning rate first.",
            function(mistakes::rate_ignored),
        )
        .mistake(
            "summed",
            "You added up the gradients of the batch; take their mean, so that the step does not grow with the batch.",
            function(mistakes::summed),
        )
        .mistake(
            "first_example",
            "You used the gradient of the first example only; take the mean over all rows.",
            function(mistakes::first_example),
        )
        .mistake(
            "first_tensor",
            "You moved the first tensor only; every tensor takes the step.",
            function(mistakes::first_tensor),
        )
        .mistake(
            "one_mean",
            "You averaged the gradient over the parameters too; the mean is over the examples, and each parameter keeps a gradient of its own.",
            function(mistakes::one_mean),
        )
        .mistake(
            "only_the_step",
            "You returned the step alone; the new parameter is the old one plus the step.",
            function(mistakes::only_the_step),
        )
        .mistake(
            "scaled_parameter",
            "You multiplied the parameter by the learning rate as well; only the gradient is multiplied.",
            function(mistakes::scaled_parameter),
        )
        .run()
}
