//! What the store of a program says to a learner.

use crate::sentences;

sentences! {
    "store";

    /// A program saves under no name, or under a very long one.
    no_such_name(most) = "Something is saved under a name that is empty or longer than {most} bytes.";

    /// A program saves under too many names.
    too_many_names(name, most) = "The store keeps {most} names, and `{name}` would be one more. Remove one first, with \
        `store::remove`.";

    /// A program saves too much.
    store_is_full(name, mebibytes) = "The store keeps {mebibytes} MiB in all, and `{name}` does not fit beside the rest.";
}
