//! How `mse` is checked.

#[path = "../../solutions/02_losses/mse.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::mse;

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
        .wrong(
            "summed",
            "You added up the squared errors; the mean also divides by how many there are.",
            |p, t| (p - t).square().sum(),
        )
        .wrong(
            "halved",
            "You halved the mean, as some books do for a prettier gradient; here it stays whole.",
            |p, t| (p - t).square().mean() / 2.0,
        )
        .wrong(
            "root",
            "You took the square root at the end: that is the root mean squared error.",
            |p, t| (p - t).square().mean().sqrt(),
        )
        .wrong(
            "absolute",
            "You averaged the sizes of the errors; square them, so that large ones count more.",
            |p, t| (p - t).abs().mean(),
        )
        .run()
}
