//! The question before a run, in plain lines.

use crate::sentences;

sentences! {
    "predict";

    /// Before the question, which is a sentence of the course.
    predict_first = "Predict first, if you like:";

    /// Under the choices, where one was chosen.
    chosen(number) = "You chose {number}. The next run that gets to its end tells.";

    /// Under the choices, where none was chosen.
    choose = "Type p and the number, or just go on.";

    /// A choice was typed.
    predicted(number) = "You predict {number}. The next run that gets to its end tells.";

    /// The exercise passed before anything was predicted, so what would happen is no question any more.
    passed_without(name) = "{name} passed without a prediction, so there is nothing left to predict.";

    /// The exercise asks nothing.
    nothing(name) = "There is nothing to predict in {name}.";
}
