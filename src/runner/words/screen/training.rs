//! The screen of a training: its charts, its numbers and how far it is.

use crate::{labels, names, sentences};

sentences! {
    "screen_training";

    /// In the table of the metrics.
    no_metric = "No metric was reported yet.";
    /// In the place of the charts.
    nothing_reported = "Nothing was reported yet.";
    /// A value is missing from the charts.
    one_not_finite(series, step) = "One value is NaN or infinite and is not drawn: that of {series} at step {step}.";
    /// Values are missing from the charts.
    many_not_finite(values, series, step) = "{values} values are NaN or infinite and are not drawn. The first is that \
        of {series} at step {step}.";
    /// The exercise passes.
    passed(key, next, back) = "{key} goes on to {next}; {back} goes back to the checks.";
    /// The drawing was stopped, and the training was not.
    paused(key) = "The drawing is paused; the training goes on. {key} shows it again.";
    /// There is no room for the pictures.
    larger_terminal = "A larger terminal draws the pictures.";
}

labels! {
    "screen_training_labels";

    /// Over the charts, where a check has several trainings: which one they show.
    which_training(training, number, trainings) = "{training} (training {number} of {trainings})";
    /// Behind it: the key that goes to the next one.
    next_training(key) = "{key}: next training";
    /// In the title of a chart: its y axis is logarithmic.
    log_y = "(log y)";
    /// In the title of a chart: its curves are smoothed, with this weight.
    smooth(weight) = "(smooth {weight})";
    /// In the title of a chart: both.
    log_y_smooth(weight) = "(log y, smooth {weight})";
    /// Under a chart of what falls where all is well: a loss, a perplexity.
    about_loss = "how wrong the model is: lower is better";
    /// Under a chart of what rises where all is well, and is no share: a reward.
    about_gain = "how well the model does: higher is better";
    /// Under a chart of accuracies.
    about_accuracy = "the share that is right: higher is better";
    /// Under a chart of shares that fall where all is well.
    about_error_rate = "the share that is wrong: lower is better";
    /// In the place of a chart: all that was reported is NaN or infinite.
    no_finite_value = "no finite value yet";
    /// What the cursor reads from a curve, by time.
    at_seconds(seconds, value) = "at {seconds} s: {value}";
    /// What the cursor reads from a curve, by step.
    at_step(step, value) = "at step {step}: {value}";
    /// The end of an x axis.
    step(step) = "step {step}";
    /// The end of an x axis.
    seconds(seconds) = "{seconds} s";
    /// There is another chart, and the key goes to it.
    one_more_chart(key) = "{key}: 1 more chart";
    /// There are more charts, and the key goes to them.
    more_charts(key, charts) = "{key}: {charts} more charts";
    /// There is another picture, and the key goes to it.
    one_more_picture(key) = "{key}: 1 more picture";
    /// There are more pictures, and the key goes to them.
    more_pictures(key, pictures) = "{key}: {pictures} more pictures";

    /// A title: the curves.
    curves = "Curves";
    /// A title: the numbers of the newest step.
    metrics = "Metrics";
    /// A title: how it ended.
    verdict = "Verdict";
    /// A title: how far it is.
    progress = "Progress";
    /// Over a column: the learner's numbers.
    yours = "yours";
    /// Which curve is that of another run; `run` is what it is called.
    where_it_ends(run) = "{run}: where it ends";
    /// How long it has taken; `time` is a duration.
    elapsed(time) = "elapsed {time}";
    /// How long it will take; `time` is a duration.
    left(time) = "{time} left";
    /// In front of a bar: the epoch.
    epoch(epoch, epochs) = "epoch {epoch}/{epochs}";
    /// Behind a bar: the batch.
    batches(batch, batches) = "{batch}/{batches} batches";
    /// In front of a bar: all epochs together.
    total = "total";
}

names! {
    "screen_training_names";

    /// A training of a check with several: which of its cases.
    training_of_case(check, case, cases) = "{check}, case {case} of {cases}";
    /// The same where the case has a name.
    training_of_labelled_case(check, case, cases, label) = "{check}, case {case} of {cases}, {label}";

    /// The run of the solution.
    reference = "reference";
    /// The run of an earlier version of the learner's file.
    attempt(number) = "attempt {number}";
    /// The learner's file as it is.
    now = "now";
}
