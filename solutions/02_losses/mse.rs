//! Mean squared error: the mean over all elements of the squared difference.

use gradlings::prelude::*;

pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    (prediction - target).square().mean()
}

mod mistakes {
    use gradlings::prelude::*;

    pub fn summed<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
        (prediction - target).square().sum()
    }

    pub fn halved<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
        (prediction - target).square().mean() / 2.0
    }

    pub fn root<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
        (prediction - target).square().mean().sqrt()
    }

    pub fn absolute<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
        (prediction - target).abs().mean()
    }
}

fn main() {
    Reference::of("mse", gradient(mse))
        .inputs(["prediction", "target"])
        .case("one element", |g| (g.vector(1), g.vector(1)))
        .case("a perfect prediction", |g| {
            let target = g.vector(3);
            (target.clone(), target)
        })
        .case("errors in the thousands", |g| {
            (g.vector(4) * 4000.0, g.vector(4))
        })
        .cases(20, |g, i| (g.vector(2 + 3 * i), g.vector(2 + 3 * i)))
        .mistake(
            "summed",
            "You added up the squared errors; the mean also divides by how many there are.",
            gradient(mistakes::summed),
        )
        .mistake(
            "halved",
            "You halved the mean. Some books do, to make the gradient prettier; here it is the plain mean.",
            gradient(mistakes::halved),
        )
        .mistake(
            "root",
            "You took the square root at the end: that is the root mean squared error.",
            gradient(mistakes::root),
        )
        .mistake(
            "absolute",
            "You averaged the sizes of the errors; squaring them is what makes large errors count more.",
            gradient(mistakes::absolute),
        )
        .run()
}
