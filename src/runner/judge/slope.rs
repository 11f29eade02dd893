//! Finite differences: the slope of the candidate's own function beside the gradient it answers with.

use super::elements::{elements, shape};
use super::judged::{Judged, returned};
use super::probe::{Probed, Purpose, differentiated};
use crate::sheet::{Check, cotangent};
use crate::wire::Value;

/// What finite differences say of a gradient.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Slopes {
    /// Wherever it was measured, it is the slope of the candidate's own value.
    Agree,
    /// Somewhere it is not.
    Differ(WrongSlope),
}

/// A place where the gradient is not the slope.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WrongSlope {
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
/// measured: at a kink, beside a jump, or in the noise of f32. What was only lent has no gradient of the candidate's: its
/// zeros are the harness's.
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
            if returned(judged)?.lent.iter().any(|lent| lent.part == part) {
                continue;
            }
            let gradient = elements(returned(judged)?.parts.get(part)?);
            let x = elements(check.cases[case].inputs.get(input)?);
            let here = Point::at(*x.get(element)?, returned(judged)?.parts.first()?);
            let (Some(&yours), Some((slope, noise))) = (
                gradient.get(element),
                slope(probed, (case, input, element), here),
            ) else {
                continue;
            };
            let (distance, larger) = ((slope - yours).abs(), slope.abs().max(yours.abs()));
            if distance <= 0.02 * larger + 4.0 * noise {
                agreeing += 1;
            } else if distance > 0.05 * larger + 12.0 * noise || !yours.is_finite() {
                return Some(Slopes::Differ(WrongSlope {
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

/// The slope at a place and how far it may be off. Nothing where two steps give two slopes, or the place is a kink.
fn slope(probed: &Probed, at: (usize, usize, usize), here: Point) -> Option<(f64, f64)> {
    let mut points: Vec<Point> = probed
        .rest
        .iter()
        .filter_map(|(purpose, answer)| match *purpose {
            Purpose::Nudge {
                case,
                input,
                element,
                to,
            } if (case, input, element) == at => {
                Some(Point::at(f64::from(to), answer.parts.first()?))
            }
            _ => None,
        })
        .collect();
    points.sort_by(|a, b| a.x.total_cmp(&b.x));
    // From left to right: a step, half a step, and the same on the other side.
    let [far_left, left, right, far_right] = points[..] else {
        return None;
    };
    let between = |left: Point, right: Point| (right.y - left.y) / (right.x - left.x);
    let (wide, narrow) = (between(far_left, far_right), between(left, right));
    let largest = points
        .iter()
        .fold(0.0, |most: f64, point| most.max(point.size));
    let noise = 4.0 * f64::from(f32::EPSILON) * largest / (right.x - left.x) + 1e-6;
    let sound = wide.is_finite()
        && narrow.is_finite()
        && (wide - narrow).abs() <= 0.02 * wide.abs().max(narrow.abs()) + noise;
    // What the slope is more to the right than to the left: of a curve half as much for half a step, of a kink the same.
    let bend = |left, right| between(here, right) - between(left, here);
    let is_kink = bend(left, right).abs() > 0.75 * bend(far_left, far_right).abs() + 4.0 * noise;
    // The error of a central difference falls with the square of the step, so this takes its largest part away.
    (sound && !is_kink).then_some(((4.0 * narrow - wide) / 3.0, noise))
}

/// The value at one place.
#[derive(Clone, Copy)]
struct Point {
    x: f64,
    /// What is differentiated: a number, or of a tensor the sum of its elements, each times its factor.
    y: f64,
    /// How large what was added up is, which rounding goes by.
    size: f64,
}

impl Point {
    fn at(x: f64, value: &Value) -> Point {
        let elements = elements(value);
        let factors = match shape(value).is_empty() {
            true => vec![1.0; elements.len()],
            false => cotangent(elements.len()),
        };
        let terms = elements.iter().zip(factors);
        let terms: Vec<f64> = terms.map(|(y, factor)| y * f64::from(factor)).collect();
        Point {
            x,
            y: terms.iter().sum(),
            size: terms.iter().map(|term| term.abs()).sum(),
        }
    }
}
