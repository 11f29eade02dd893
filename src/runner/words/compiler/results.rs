//! A `Result` that nobody looks at.

use crate::sentences;

sentences! {
    "compiler_results";

    /// A method gives a `Result` that is not used. `method` is code in backquotes.
    unused_of(method) = "{method} gives back a `Result`, which says whether it went well: write `.unwrap()` after it, \
        and the program ends where it did not.";

    /// Something gives a `Result` that is not used.
    unused = "This gives back a `Result`, which says whether it went well: write `.unwrap()` after it, and the \
        program ends where it did not.";
}
