//! What the program of an exercise says of itself.

use crate::sentences;

sentences! {
    "program";

    /// Somebody started it by hand.
    by_hand = "This program is one half of an exercise and waits for questions of the runner.\n\
        Type `gradlings run` in the folder of the course instead.";

    /// `main` has no line for a function of the exercise.
    not_offered(function) = "The exercise offers no `{function}`.";
}
