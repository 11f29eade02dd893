//! What stands over every picture of a training. What a drawing says itself stands in its file, in `src/report/drawing`.

use crate::labels;

labels! {
    "screen_pictures";

    /// Which step is seen, where it is one of several.
    moment(step, number, of) = "step {step} ({number} of {of})";
}
