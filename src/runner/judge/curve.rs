//! Reported curves.

use super::finding::Fault;
use crate::comparator::CurveComparator;
use crate::report::Curve;
use crate::sheet::CurvePart;

/// What is wrong with the curve of `part` among `yours`.
pub fn compare(part: &CurvePart, yours: &[Curve], reference: &[Curve]) -> Option<Fault> {
    let Some(curve) = find(yours, &part.series) else {
        return Some(Fault::CurveMissing);
    };
    if let Some(&(step, _)) = curve.points.iter().find(|(_, value)| !value.is_finite()) {
        return Some(Fault::CurveNotFinite { step });
    }
    match part.comparator {
        CurveComparator::Reported => None,
        CurveComparator::EndsLow { factor, slack } => {
            let wanted = find(reference, &part.series).and_then(end)?;
            let allowed = wanted * f64::from(factor) + f64::from(slack);
            let end = end(curve)?;
            (end > allowed).then_some(Fault::CurveEndsHigh { end, allowed })
        }
    }
}

/// The curve of that name, if it has a point.
pub fn find<'a>(curves: &'a [Curve], series: &str) -> Option<&'a Curve> {
    curves
        .iter()
        .find(|curve| curve.series == series && !curve.points.is_empty())
}

/// The mean of the last tenth of a curve.
pub fn end(curve: &Curve) -> Option<f64> {
    let count = curve.points.len();
    let tail = &curve.points[count - count.div_ceil(10)..];
    (!tail.is_empty())
        .then(|| tail.iter().map(|&(_, value)| f64::from(value)).sum::<f64>() / tail.len() as f64)
}
