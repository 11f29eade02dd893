//! A training in plain lines.

use crate::sentences;

sentences! {
    "training";

    /// An epoch in which nothing was measured.
    epoch(epoch, all) = "Epoch {epoch} of {all}.";

    /// An epoch, with what was measured in it: the names of curves, each with a number.
    epoch_with(epoch, all, values) = "Epoch {epoch} of {all}: {values}.";

    /// The training ended in the middle of that epoch.
    stopped_at(batch, batches) = "It stopped at batch {batch} of {batches}.";

    /// Where a curve ended.
    curve_ended(series, value) = "{series} ended at {value}.";

    /// Where the same curve ended in the training of the reference. It follows the sentence before.
    reference_ended(value) = "That of the reference ended at {value}.";

    /// A curve that was measured once, and that was no number.
    only_value_lost = "Its only value was NaN or infinite.";

    /// One value of a curve was no number.
    one_value_lost(values) = "1 of its {values} values was NaN or infinite.";

    /// Some values of a curve were no numbers.
    values_lost(lost, values) = "{lost} of its {values} values were NaN or infinite.";
}
