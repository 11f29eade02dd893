//! How the whole training is checked: by what the parameters that it returns say of points that no candidate ever gets. That
//! is computed here, by a forward pass of its own.

use crate::spirals_steps::Run;
use course::{Parameters, Spirals, spirals};
use gradlings::prelude::*;
use gradlings::values::Wire;

/// The standard deviation of what both coordinates of a point are off by.
const NOISE: f32 = 0.02;
/// The network of the lesson.
const SIZES: [usize; 4] = [2, 32, 32, 2];

/// The share of the points that the network gets right, in double precision.
fn share_right(parameters: &Parameters, of: &Spirals) -> f64 {
    let numbers = |numbers: Vec<f32>| Vec::from_iter(numbers.into_iter().map(f64::from));
    let layers = parameters.weights.iter().zip(&parameters.biases);
    let layers: Vec<_> = layers
        .map(|(weights, bias)| (numbers(weights.as_vec()), numbers(bias.as_vec())))
        .collect();
    let is_right = |(point, arm): (&[f32; 2], &usize)| {
        let mut h = point.map(f64::from).to_vec();
        for (layer, (weights, bias)) in layers.iter().enumerate() {
            let h_in = |from: usize| if layer > 0 { h[from].max(0.0) } else { h[from] };
            let output = |to: usize| {
                let products =
                    (0..h.len()).map(|from| h_in(from) * weights[from * bias.len() + to]);
                products.sum::<f64>() + bias[to]
            };
            h = (0..bias.len()).map(output).collect();
        }
        (h[1] > h[0]) == (*arm == 1)
    };
    let points = of.points.iter().zip(&of.arms);
    let right = points.filter(|point| is_right(*point)).count();
    right as f64 / of.arms.len() as f64
}

/// What is wrong with parameters that should get so many of the new points right.
fn fewer_than(least: f64) -> impl Fn(&[Value], &[Value]) -> Option<String> {
    let new = spirals(2, 1000, NOISE, 2026);
    move |_, answer| {
        let weights = Vec::<Matrix>::from_value(answer[0].clone());
        let biases = Vec::<Vector>::from_value(answer[1].clone());
        let parameters = match (weights, biases) {
            (Ok(weights), Ok(biases)) => Parameters { weights, biases },
            _ => return Some("These are not the parameters of a network.".to_owned()),
        };
        let shapes = Vec::from_iter(parameters.weights.iter().map(|it| *it.shape()));
        let lengths = Vec::from_iter(parameters.biases.iter().map(|it| it.shape().0));
        let wanted = SIZES.windows(2).map(|pair| (pair[0], pair[1]));
        if !shapes.iter().copied().eq(wanted) || lengths != SIZES[1..] {
            return Some(
                "The layers that you return do not have the shapes of those that you got."
                    .to_owned(),
            );
        }
        if !parameters.numbers().iter().all(|number| number.is_finite()) {
            return Some("Some of your parameters are no longer finite numbers.".to_owned());
        }
        let share = share_right(&parameters, &new);
        (share < least).then(|| {
            format!(
                "Your network gets {:.1} % of 2,000 new points right, and it has to be at least {:.0} %; \
                 guessing would get 50 %.",
                100.0 * share,
                100.0 * least
            )
        })
    }
}

/// The check of the whole training, after that of its first steps.
pub fn after(before: Reference<impl Handler<Inputs = Run> + 'static>) -> Reference<impl Handler> {
    before
        // Of 60 seeds, the worst right training gets 99.75 % of the new points right, and its loss ends at 0.0031.
        .group("in full")
        .parts([("weights", property()), ("biases", free())])
        .series("loss")
        .falls_below(0.1)
        .inspect(fewer_than(0.98))
        .last_case("300 steps on 200 points", |g| {
            let two = spirals(2, 100, NOISE, g.seed());
            let seed = g.seed();
            let parameters = Parameters::new(&SIZES, &mut random(seed));
            (two.x(), two.labels(), parameters, 300)
        })
}
