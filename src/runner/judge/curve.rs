//! Reported curves.

use std::collections::BTreeMap;

use super::finding::Fault;
use crate::comparator::CurveComparator;
use crate::report::Curve;
use crate::sheet::CurvePart;

/// What is wrong with the curve of `part` among `yours`.
pub fn compare(part: &CurvePart, yours: &[Curve], reference: &[Curve]) -> Option<Fault> {
    if part.is_optional {
        return None;
    }
    let Some(curve) = find(yours, &part.series) else {
        return Some(Fault::CurveMissing);
    };
    if let Some(&(step, _)) = curve.points.iter().find(|(_, value)| !value.is_finite()) {
        return Some(Fault::CurveNotFinite { step });
    }
    let (start, end) = (start(curve)?, end(curve)?);
    let of_values = match part.comparator {
        CurveComparator::Reported => None,
        CurveComparator::EndsLow { factor, slack } => {
            let wanted = find(reference, &part.series).and_then(self::end)?;
            let allowed = wanted * f64::from(factor) + f64::from(slack);
            (end > allowed).then_some(Fault::CurveEndsHigh { end, allowed })
        }
        CurveComparator::Falls => (end >= start).then_some(Fault::CurveNotFalling { start, end }),
        CurveComparator::Rises => (end <= start).then_some(Fault::CurveNotRising { start, end }),
        CurveComparator::FallsBelow(limit) => {
            let limit = f64::from(limit);
            (end >= limit).then_some(Fault::CurveTooHigh { end, limit })
        }
        CurveComparator::RisesAbove(limit) => {
            let limit = f64::from(limit);
            (end <= limit).then_some(Fault::CurveTooLow { end, limit })
        }
        CurveComparator::StaysWithin { low, high } => {
            let outside = |value: f32| !(low..=high).contains(&value);
            let (step, value) = *curve.points.iter().find(|(_, value)| outside(*value))?;
            Some(Fault::CurveLeaves {
                step,
                value: value.into(),
                low: low.into(),
                high: high.into(),
            })
        }
        CurveComparator::Follows(distance) => {
            apart(curve, find(reference, &part.series)?, distance)
        }
    };
    of_values.or_else(|| goes_back(curve))
}

/// The first step that lies before the one that was reported last: as if a new training began there.
fn goes_back(curve: &Curve) -> Option<Fault> {
    let mut pairs = curve.points.windows(2);
    let pair = pairs.find(|pair| pair[1].0 < pair[0].0)?;
    Some(Fault::CurveGoesBack {
        from: pair[0].0,
        to: pair[1].0,
    })
}

/// The first step at which only one of two curves has a point, or at which they are further apart than `distance`.
fn apart(yours: &Curve, expected: &Curve, distance: f32) -> Option<Fault> {
    let points = |of: &Curve| -> BTreeMap<u64, f64> {
        let points = of.points.iter();
        points.map(|&(step, value)| (step, value.into())).collect()
    };
    let (yours, expected) = (points(yours), points(expected));
    let mut steps: Vec<u64> = yours.keys().chain(expected.keys()).copied().collect();
    steps.sort_unstable();
    steps.into_iter().find_map(|step| {
        let (yours, expected) = (yours.get(&step).copied(), expected.get(&step).copied());
        let is_near = match (yours, expected) {
            (Some(yours), Some(expected)) => (yours - expected).abs() <= f64::from(distance),
            _ => false,
        };
        (!is_near).then_some(Fault::CurveApart {
            step,
            yours,
            expected,
        })
    })
}

/// The curve of that name, if it has a point.
pub fn find<'a>(curves: &'a [Curve], series: &str) -> Option<&'a Curve> {
    curves
        .iter()
        .find(|curve| curve.series == series && !curve.points.is_empty())
}

/// The mean of the first tenth of a curve.
fn start(curve: &Curve) -> Option<f64> {
    mean(&curve.points[..curve.points.len().div_ceil(10)])
}

/// The mean of the last tenth of a curve.
pub fn end(curve: &Curve) -> Option<f64> {
    let count = curve.points.len();
    mean(&curve.points[count - count.div_ceil(10)..])
}

fn mean(points: &[(u64, f32)]) -> Option<f64> {
    let sum: f64 = points.iter().map(|&(_, value)| f64::from(value)).sum();
    (!points.is_empty()).then(|| sum / points.len() as f64)
}
