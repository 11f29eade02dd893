//! Curves that are not what they have to be.

use gradlings::comparator::{Comparator, CurveComparator};
use gradlings::sheet::Answer;

use super::families::Family;
use crate::support::{Sheet, curve, number};

/// A training whose loss is this one, where the reference's falls from 2 to 0.1.
pub fn falling(comparator: CurveComparator, yours: Option<&[f32]>) -> Sheet {
    let right = [2.0, 1.0, 0.5, 0.4, 0.3, 0.3, 0.2, 0.2, 0.2, 0.1];
    let yours = yours.map(|yours| curve("loss", yours));
    Sheet::of(Comparator::Free)
        .curve("loss", comparator)
        .case(vec![], number(0.0), number(0.0))
        .curves(vec![curve("loss", &right)], yours.into_iter().collect())
}

/// A loss that is low enough at these steps.
fn at_steps(steps: &[u64]) -> Sheet {
    let low = CurveComparator::FallsBelow(1.0);
    let mut sheet = falling(low, Some(&vec![0.5; steps.len()]));
    if let Answer::Returned(returned) = &mut sheet.answers[0].answer {
        for (point, step) in returned.curves[0].points.iter_mut().zip(steps) {
            point.0 = *step;
        }
    }
    sheet
}

pub fn families() -> Vec<Family> {
    use CurveComparator::{EndsLow, Falls, FallsBelow, Follows, Rises, RisesAbove, StaysWithin};
    let within = || StaysWithin {
        low: 0.0,
        high: 2.0,
    };
    let low = || EndsLow {
        factor: 1.5,
        slack: 0.05,
    };
    let right = [2.0, 1.0, 0.5, 0.4, 0.3, 0.3, 0.2, 0.2, 0.2, 0.1];
    let apart = |by: f32| right.map(|value| value - if value == 0.4 { by } else { 0.0 });
    let longer = [&right[..], &[0.1]].concat();
    vec![
        Family::of("a curve that has to be there and be finite")
            .sheet(&["finding.curve_missing"], &falling(low(), None))
            .sheet(
                &["finding.curve_not_finite"],
                &falling(low(), Some(&[3.0, f32::NAN, 0.1])),
            )
            .sheet(
                &["finding.curve_ends_high"],
                &falling(low(), Some(&[3.0, 2.0, 1.0, 0.21])),
            )
            .sheet(&[], &falling(low(), Some(&[3.0, 2.0, 1.0, 0.19]))),
        Family::of("a curve that has to go somewhere")
            .sheet(
                &["finding.curve_not_falling"],
                &falling(Falls, Some(&[1.0, 1.0])),
            )
            .sheet(&[], &falling(Falls, Some(&[1.0, 0.9])))
            .sheet(
                &["finding.curve_not_rising"],
                &falling(Rises, Some(&[1.0, 1.0])),
            )
            .sheet(&[], &falling(Rises, Some(&[1.0, 1.1])))
            .sheet(
                &["finding.curve_too_high"],
                &falling(FallsBelow(0.5), Some(&[2.0, 0.5])),
            )
            .sheet(&[], &falling(FallsBelow(0.5), Some(&[2.0, 0.49])))
            .sheet(
                &["finding.curve_too_low"],
                &falling(RisesAbove(2.0), Some(&[0.5, 2.0])),
            )
            .sheet(&[], &falling(RisesAbove(2.0), Some(&[0.5, 2.01])))
            .sheet(
                &["finding.curve_leaves"],
                &falling(within(), Some(&[1.0, 2.1, 1.0])),
            )
            .sheet(&[], &falling(within(), Some(&[1.0, 2.0, 0.0]))),
        Family::of("a curve whose steps begin again")
            .sheet(&["finding.curve_goes_back"], &at_steps(&[0, 1, 2, 0, 1, 2]))
            // Gaps, a start at 1 and two points at one step are no new beginning.
            .sheet(&[], &at_steps(&[1, 2, 5, 5, 6, 100])),
        Family::of("a curve that has to be the reference's")
            .sheet(
                &["finding.curve_apart"],
                &falling(Follows(0.01), Some(&apart(0.02))),
            )
            .sheet(
                &["finding.curve_without_step"],
                &falling(Follows(0.01), Some(&right[..9])),
            )
            .sheet(
                &["finding.curve_with_step"],
                &falling(Follows(0.01), Some(&longer)),
            )
            .sheet(&[], &falling(Follows(0.01), Some(&apart(0.009)))),
    ]
}
