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

    /// A program saves under no name, or under a very long one.
    no_such_name(most) = "Something is saved under a name that is empty or longer than {most} bytes.";

    /// A program saves under too many names.
    too_many_names(name, most) = "The store keeps {most} names, and `{name}` would be one more. Remove one first, with \
        `store::remove`.";

    /// A program saves too much.
    store_is_full(name, mebibytes) = "The store keeps {mebibytes} MiB in all, and `{name}` does not fit beside the rest.";
}
