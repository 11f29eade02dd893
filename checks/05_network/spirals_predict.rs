//! How `predict` is checked. No case has two logits of a row that are equal, so it makes no difference which of them is taken.

use crate::solution::{network, predict};
use course::Parameters;
use gradlings::prelude::*;

/// A network whose biases are not zero, as they are only before the first step.
pub fn parameters(g: &mut Generator, sizes: &[usize]) -> Parameters {
    let seed = g.seed();
    let Parameters { weights, biases } = Parameters::new(sizes, &mut random(seed));
    let biases = biases.iter().map(|bias| g.vector(bias.shape().0) * 0.3);
    let biases = biases.collect();
    Parameters { weights, biases }
}

/// So many points and a network for them.
pub fn asked(
    points: usize,
    sizes: &'static [usize],
) -> impl Fn(&mut Generator) -> (Matrix, Parameters) {
    move |g| (g.matrix(points, sizes[0]), parameters(g, sizes))
}

/// The logits of each point, and how many classes there are.
fn logits(x: Matrix, parameters: &Parameters) -> (Vec<f32>, usize) {
    let logits = network(parameters).forward(x.leaky_traced());
    (logits.as_vec(), logits.shape().1)
}

/// What `predict` answers where a row of logits is answered like this.
fn answers(x: Matrix, parameters: &Parameters, row: impl Fn(&[f32]) -> usize) -> Vec<usize> {
    let (logits, classes) = logits(x, parameters);
    logits.chunks(classes).map(row).collect()
}

/// The place of the largest of these numbers.
fn largest(numbers: impl IntoIterator<Item = f32>) -> usize {
    let numbers = numbers.into_iter().enumerate();
    let largest = numbers.max_by(|a, b| a.1.total_cmp(&b.1));
    largest.map_or(0, |(place, _)| place)
}

/// The check of `predict`.
pub fn check() -> Reference<impl Handler> {
    Reference::of("predict", function(predict))
        .inputs(["x", "parameters"])
        .parts([("classes", exact())])
        .case("one point", asked(1, &[2, 3, 2]))
        .case("one layer", asked(6, &[2, 3]))
        .case("negative logits", |g| {
            let (x, mut parameters) = asked(8, &[2, 4, 3])(g);
            parameters.biases[1] = parameters.biases[1].clone() - 20.0;
            (x, parameters)
        })
        .case("two classes", asked(12, &[2, 8, 8, 2]))
        .cases(6, |g, i| {
            const MANY: [&[usize]; 3] = [&[2, 6, 4], &[3, 5, 5, 3], &[2, 8, 5]];
            asked(4 + 3 * i, MANY[i % 3])(g)
        })
        .wrong(
            "smallest",
            "You took the class with the smallest logit; the network believes most in the one with the \
             largest.",
            |x, p| answers(x, &p, |row| largest(row.iter().map(|x| -x))),
        )
        .wrong(
            "from 1",
            "You numbered the classes from 1; the first logit of a row belongs to class 0.",
            |x, p| answers(x, &p, |row| 1 + largest(row.iter().copied())),
        )
        .wrong(
            "absolute values",
            "You took the logit that is farthest from 0; a very negative one speaks against its class. \
             Take the largest.",
            |x, p| answers(x, &p, |row| largest(row.iter().map(|x| x.abs()))),
        )
        .wrong(
            "positive",
            "You look for a logit above 0, but all of a row may be below, or several above; only which \
             one is the largest counts.",
            |x, p| answers(x, &p, |row| row.iter().position(|&x| x > 0.0).unwrap_or(0)),
        )
        .wrong(
            "two classes only",
            "You compare the first two logits of each row; there may be more classes, so go through the \
             whole row.",
            |x, p| answers(x, &p, |row| usize::from(row[1] > row[0])),
        )
        .wrong(
            "a point for each class",
            "You looked for the point with the largest logit of each class; look for the class with the \
             largest logit of each point, row by row.",
            |x, p| {
                let (logits, classes) = logits(x, &p);
                let column = |class: usize| logits.iter().skip(class).step_by(classes).copied();
                (0..classes).map(|class| largest(column(class))).collect()
            },
        )
        .wrong(
            "rows as long as there are points",
            "You cut the list of logits into rows as long as there are points; a row is as long as there are \
             classes.",
            |x, p| {
                let points = x.shape().0;
                let (logits, _) = logits(x, &p);
                let rows = logits.chunks(points);
                rows.map(|row| largest(row.iter().copied())).collect()
            },
        )
        .wrong(
            "places in the whole list",
            "You returned places in the list of all logits; the class is the place in its row, from 0.",
            |x, p| {
                let (logits, classes) = logits(x, &p);
                let rows = logits.chunks(classes).enumerate();
                rows.map(|(at, row)| at * classes + largest(row.iter().copied())).collect()
            },
        )
        .wrong(
            "the logit itself",
            "You returned the largest logit itself, as a whole number; return its place in the row.",
            |x, p| {
                answers(x, &p, |row| row.iter().copied().fold(f32::NEG_INFINITY, f32::max) as usize)
            },
        )
        .wrong(
            "softmax over the points",
            "Your softmax goes over the points, along `Axis<0>`, so it compares points and not classes; leave it out.",
            |x, p| {
                let logits = network(&p).forward(x.leaky_traced());
                let classes = logits.shape().1;
                let shares = logits.softmax::<Axis<0>>().as_vec();
                let rows = shares.chunks(classes);
                rows.map(|row| largest(row.iter().copied())).collect()
            },
        )
}
