//! How far an element may be off.

use crate::comparator::Tolerance;
use crate::sheet::Case;
use crate::wire::Value;

/// The tolerance that follows from `f32` and the size of the case.
///
/// Adding `n` numbers in another order moves the result by about `ε·√n` of its size and, where they cancel, by about
/// `ε` of the size of the largest input. Both get a margin: `relative = 32·ε·√n`, `absolute = 16·ε·max|input|`, with
/// `ε = 2⁻²³` and `n` the number of elements of the largest input.
pub fn derived(case: &Case) -> Tolerance {
    let (mut longest, mut largest) = (1usize, 1.0f32);
    for input in &case.inputs {
        longest = longest.max(input.element_count());
        for &element in numbers(input) {
            if element.is_finite() {
                largest = largest.max(element.abs());
            }
        }
    }
    Tolerance {
        absolute: 16.0 * f32::EPSILON * largest,
        relative: 32.0 * f32::EPSILON * (longest as f32).sqrt(),
    }
}

fn numbers(value: &Value) -> Box<dyn Iterator<Item = &f32> + '_> {
    match value {
        Value::Numbers(array) => Box::new(array.data().iter()),
        Value::Arrays(arrays) => Box::new(arrays.iter().flat_map(|array| array.data())),
        _ => Box::new(std::iter::empty()),
    }
}

impl Tolerance {
    /// The tolerance in force: the one given, or the derived one.
    pub(super) fn of(given: Option<Tolerance>, case: &Case) -> Tolerance {
        given.unwrap_or_else(|| derived(case))
    }

    /// Whether `yours` is close enough to `expected`. NaN is close to NaN, an infinity to itself.
    pub(super) fn allows(&self, yours: f64, expected: f64) -> bool {
        if yours.is_nan() || expected.is_nan() {
            return yours.is_nan() && expected.is_nan();
        }
        if yours.is_infinite() || expected.is_infinite() {
            return yours == expected;
        }
        (yours - expected).abs()
            <= f64::from(self.absolute) + f64::from(self.relative) * expected.abs()
    }
}
