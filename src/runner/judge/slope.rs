//! Finite differences: the slope of the candidate's own function beside the gradient it answers with.

use super::compare::elements;
use super::probe::{Probed, Purpose, differentiated};
use super::{Judged, returned};
use crate::cotangent;
use crate::sheet::Check;
use crate::wire::Value;

/// What finite differences say of a gradient.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Slopes {
    /// Wherever it was measured, it is the slope of the candidate's own value.
    Agree,
    /// Somewhere it is not.
    Differ(Place),
}

/// A place where the gradient is not the slope.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The number of the case.
    pub case: usize,
    /// Which input.
    pub input: usize,
    /// Which of its numbers, in row-major order.
    pub element: usize,
    /// The measured slope.
    pub slope: f64,
    /// The gradient that the candidate answered with.
    pub yours: f64,
}

/// Holds the gradients of the inputs (of one, or of all) against the measured slopes. Nothing where too little could be
/// measured: at a kink, beside a jump, or in the noise of f32.
pub fn measure(
    check: &Check,
    answers: &[Judged],
    probed: &Probed,
    only_part: Option<usize>,
) -> Option<Slopes> {
    let mut agreeing = 0;
    for (part, input) in differentiated(check) {
        if only_part.is_some_and(|only| only != part) {
            continue;
        }
        for (case, element) in places(probed, input) {
            let judged = answers.iter().find(|judged| judged.case == case)?;
            let gradient = elements(returned(judged)?.parts.get(part)?);
            let (Some(&yours), Some((slope, noise))) =
                (gradient.get(element), slope(probed, case, input, element))
            else {
                continue;
            };
            let (distance, larger) = ((slope - yours).abs(), slope.abs().max(yours.abs()));
            if distance <= 0.02 * larger + 4.0 * noise {
                agreeing += 1;
            } else if distance > 0.05 * larger + 12.0 * noise || !yours.is_finite() {
                return Some(Slopes::Differ(Place {
                    case,
                    input,
                    element,
                    slope,
                    yours,
                }));
            }
        }
    }
    (agreeing >= 2).then_some(Slopes::Agree)
}

/// The places of an input at which something was moved.
fn places(probed: &Probed, of: usize) -> Vec<(usize, usize)> {
    let mut places: Vec<(usize, usize)> = probed
        .rest
        .iter()
        .filter_map(|(purpose, _)| match *purpose {
            Purpose::Nudge {
                case,
                input,
                element,
                ..
            } if input == of => Some((case, element)),
            _ => None,
        })
        .collect();
    places.dedup();
    places
}

/// What the candidate answered where one number of an input was moved.
#[derive(Clone, Copy)]
struct Point {
    /// Where to.
    at: f64,
    /// The number that the gradient is that of: the value, or the sum of its elements, each times its factor.
    value: f64,
    /// What is added up to it, without the signs.
    size: f64,
}

impl Point {
    fn new(at: f64, value: &Value) -> Self {
        let numbers = elements(value);
        let axes = match value {
            Value::Numbers(array) => array.shape().len(),
            _ => 0,
        };
        let factors = cotangent::factors(axes, numbers.len());
        let products: Vec<f64> = numbers
            .iter()
            .zip(factors)
            .map(|(number, factor)| number * f64::from(factor))
            .collect();
        Self {
            at,
            value: products.iter().sum(),
            size: products.iter().map(|product| product.abs()).sum(),
        }
    }
}

/// The slope at a place and how far it may be off. Nothing where two steps give two slopes.
fn slope(probed: &Probed, at_case: usize, at_input: usize, at: usize) -> Option<(f64, f64)> {
    let mut points: Vec<Point> = probed
        .rest
        .iter()
        .filter_map(|(purpose, answer)| match *purpose {
            Purpose::Nudge {
                case,
                input,
                element,
                to,
            } if (case, input, element) == (at_case, at_input, at) => {
                Some(Point::new(to.into(), answer.parts.first()?))
            }
            _ => None,
        })
        .collect();
    points.sort_by(|a, b| a.at.total_cmp(&b.at));
    // From left to right: a step, half a step, and the same on the other side.
    let [far_left, left, right, far_right] = points[..] else {
        return None;
    };
    let between = |left: Point, right: Point| (right.value - left.value) / (right.at - left.at);
    let (wide, narrow) = (between(far_left, far_right), between(left, right));
    let largest = points
        .iter()
        .fold(0.0, |most: f64, point| most.max(point.size));
    let noise = 4.0 * f64::from(f32::EPSILON) * largest / (right.at - left.at) + 1e-6;
    let sound = wide.is_finite()
        && narrow.is_finite()
        && (wide - narrow).abs() <= 0.02 * wide.abs().max(narrow.abs()) + noise;
    // The error of a central difference falls with the square of the step, so this takes its largest part away.
    sound.then_some(((4.0 * narrow - wide) / 3.0, noise))
}
