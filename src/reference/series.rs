//! What a reported series has to do.

use std::ops::Range;

use super::Reference;
use crate::comparator::CurveComparator;
use crate::handler::Handler;
use crate::sheet::CurvePart;

/// A series of which it is not said yet what it has to do. See [`Reference::series`].
#[must_use = "say what the series has to do: `.falls()`, for one"]
pub struct Series<H: Handler> {
    reference: Reference<H>,
    name: String,
    is_share: bool,
    is_held_out: bool,
    is_optional: bool,
    is_setting: bool,
}

impl<H: Handler + 'static> Series<H> {
    pub(super) fn new(reference: Reference<H>, name: &str) -> Self {
        Self {
            reference,
            name: name.to_owned(),
            is_share: false,
            is_held_out: false,
            is_optional: false,
            is_setting: false,
        }
    }

    /// It is a share, from 0 to 1: an accuracy, a recall. All shares are drawn in one chart.
    pub fn share(mut self) -> Self {
        self.is_share = true;
        self
    }

    /// It is measured on data that is not trained on: a gap between it and the others is overfitting.
    pub fn held_out(mut self) -> Self {
        self.is_held_out = true;
        self
    }

    /// It may be missing. Then what it does is not judged either, only drawn and watched.
    pub fn optional(mut self) -> Self {
        self.is_optional = true;
        self
    }

    /// It is something that the training is given, such as its learning rate. How it goes is judged, and says nothing about
    /// how well the training is: no loss is to be seen in it.
    pub fn setting(mut self) -> Self {
        self.is_setting = true;
        self
    }

    /// It ends, averaged over its last tenth, at most at `factor` times where the reference ends, plus `slack`.
    pub fn ends_low(self, factor: f32, slack: f32) -> Reference<H> {
        self.does(CurveComparator::EndsLow { factor, slack })
    }

    /// It ends lower than it begins. Both are averages over a tenth of it.
    pub fn falls(self) -> Reference<H> {
        self.does(CurveComparator::Falls)
    }

    /// It ends, averaged over its last tenth, below `value`.
    pub fn falls_below(self, value: f32) -> Reference<H> {
        self.does(CurveComparator::FallsBelow(value))
    }

    /// It ends higher than it begins. Both are averages over a tenth of it.
    pub fn rises(self) -> Reference<H> {
        self.does(CurveComparator::Rises)
    }

    /// It ends, averaged over its last tenth, above `value`.
    pub fn rises_above(self, value: f32) -> Reference<H> {
        self.does(CurveComparator::RisesAbove(value))
    }

    /// It never leaves `range`.
    pub fn stays_within(self, range: Range<f32>) -> Reference<H> {
        let Range { start, end } = range;
        self.does(CurveComparator::StaysWithin {
            low: start,
            high: end,
        })
    }

    /// It has the reference's steps, and is no further than `distance` from the reference at any of them: for trainings in
    /// which nothing is left to chance. So it is what its own steps give, and not made up.
    pub fn follows(self, distance: f32) -> Reference<H> {
        self.does(CurveComparator::Follows(distance))
    }

    /// It is reported at all, and is finite.
    pub fn is_reported(self) -> Reference<H> {
        self.does(CurveComparator::Reported)
    }

    fn does(self, comparator: CurveComparator) -> Reference<H> {
        self.reference.with_series(CurvePart {
            series: self.name,
            comparator,
            is_share: self.is_share,
            is_held_out: self.is_held_out,
            is_optional: self.is_optional,
            is_setting: self.is_setting,
        })
    }
}
