//! How far rounding moves a right answer: what a tolerance has to forgive, measured instead of guessed.

use rand::Rng;

use crate::call::{Erased, call};
use crate::sheet::change::each_number;
use crate::sheet::{Answer, Returned};
use crate::tensor::random;
use crate::wire::Value;

/// The inputs are moved by this many roundings, so that what is measured is not the reference's own rounding.
const ROUNDINGS: f64 = 128.0;

/// How often; the largest move counts.
const TIMES: u64 = 4;

/// How far one rounding of every input, up or down at random, moves each element of each part of `right`. Empty where
/// the answer jumps instead of moving: a comparison inside of the function came out differently.
pub(super) fn of(handler: &Erased, inputs: &[Value], right: &Returned, seed: u64) -> Vec<Vec<f32>> {
    let mut noise: Vec<Vec<f32>> = right
        .parts
        .iter()
        .map(|part| vec![0.0; count(part)])
        .collect();
    for time in 0..TIMES {
        let moved = |roundings: f64| -> Option<Vec<Vec<f64>>> {
            let mut random = random(time);
            let inputs: Vec<Value> = inputs
                .iter()
                .map(|input| {
                    let epsilon = match input.is_double() {
                        true => f64::EPSILON,
                        false => f64::from(f32::EPSILON),
                    };
                    let moved = each_number(input, |_, x| {
                        let up = if random.r#gen() { 1.0 } else { -1.0 };
                        x + x * up * roundings * epsilon
                    });
                    moved.unwrap_or_else(|| input.clone())
                })
                .collect();
            let Answer::Returned(moved) = call(handler, inputs, seed) else {
                return None;
            };
            let pairs = moved.parts.iter().zip(&right.parts);
            pairs
                .map(|(moved, right)| distances(moved, right))
                .collect()
        };
        let (Some(far), Some(near)) = (moved(ROUNDINGS), moved(ROUNDINGS / 4.0)) else {
            return Vec::new();
        };
        for (part, (far, near)) in far.iter().zip(&near).enumerate() {
            let largest = right_size(&right.parts[part]);
            for (at, (&far, &near)) in far.iter().zip(near).enumerate() {
                // A move that is hardly shorter for a quarter of the cause is a jump.
                if far > 1e-4 * largest && far < 1.5 * near {
                    return Vec::new();
                }
                noise[part][at] = noise[part][at].max((far / ROUNDINGS) as f32);
            }
        }
    }
    noise
}

fn count(value: &Value) -> usize {
    match value.is_floating() {
        true => value.element_count(),
        false => 0,
    }
}

fn right_size(value: &Value) -> f64 {
    let mut largest = 1.0f64;
    // The values themselves are of no interest here, only their sizes.
    let _ = each_number(value, |_, x| {
        if x.is_finite() {
            largest = largest.max(x.abs());
        }
        x
    });
    largest
}

/// How far each number moved; nothing where the two have not the same form.
fn distances(moved: &Value, right: &Value) -> Option<Vec<f64>> {
    if !crate::sheet::change::same_form(moved, right) {
        return None;
    }
    let mut of_moved = Vec::new();
    let mut distances = Vec::new();
    let _ = each_number(moved, |_, x| {
        of_moved.push(x);
        x
    });
    let _ = each_number(right, |at, x| {
        let distance = (of_moved[at] - x).abs();
        distances.push(if distance.is_finite() { distance } else { 0.0 });
        x
    });
    Some(distances)
}
