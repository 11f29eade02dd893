//! The hints of an exercise, and the question before a run.

use crate::{labels, sentences};

sentences! {
    "screen_hints";

    /// The exercise has no hints.
    none = "This exercise has no hints.";
    /// All hints are open.
    no_more = "There are no more hints.";
    /// One hint is closed.
    last_one(key) = "{key} opens the last one.";
    /// Several hints are closed.
    next_one(key, left) = "{key} opens the next one; there are {left} more.";

    /// The exercise has no question before a run.
    nothing_to_predict = "There is nothing to predict.";
    /// The question is answered, and no run has told yet.
    may_change = "The next run that gets to its end tells. You may still change your mind.";
    /// The question is not answered.
    type_a_number = "Type a number, or just go on: nothing waits for it.";
    /// Under the checks, behind the question.
    answers(key) = "`{key}` answers, or just go on.";
    /// Under the checks: what the learner has chosen. `choice` is one of the answers to choose from.
    you_predict(choice) = "You predict: {choice}.";
}

labels! {
    "screen_hints_labels";

    /// The title of the hints.
    title(shown, all) = "Hints: {shown} of {all}";
    /// The title of the hints that help with a check.
    title_for(check, shown, all) = "Hints for {check}: {shown} of {all}";
    /// Over a hint.
    hint(number) = "Hint {number}";
    /// Under the checks, in front of the question.
    predict = "Predict:";
}
