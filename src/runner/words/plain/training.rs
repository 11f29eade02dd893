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

    /// In front of the lines of one of several trainings: its name.
    of_training(training) = "{training}:";

    /// Behind the lines of one training, where the check has another one.
    one_more_training = "The other training of this check is left out here; the screen shows both.";

    /// Behind the lines of one training, where the check has others.
    more_trainings(trainings) = "The other {trainings} trainings of this check are left out here; the screen shows each \
        of them.";

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
