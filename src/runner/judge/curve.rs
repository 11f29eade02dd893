//! Reported curves.

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
    match part.comparator {
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
    }
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
