//! What the program of an exercise says of itself.

use crate::sentences;

sentences! {
    "program";

    /// Somebody started it by hand.
    by_hand = "This program is one half of an exercise and waits for questions of the runner.\n\
        Type `gradlings run` in the folder of the course instead.";

    /// `main` has no line for a function of the exercise.
    not_offered(function) = "The exercise offers no `{function}`.";

    /// A program saves more under one name than is kept.
    too_much_to_keep(name, mebibytes, most) = "The store keeps {most} MiB under one name, and `{name}` has \
        {mebibytes}. Save it in parts, each under a name of its own.";

    /// A program asks with a name that fills a whole message.
    too_long_a_question = "The name is too long to be sent.";
}
