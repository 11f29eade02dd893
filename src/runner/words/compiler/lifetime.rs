//! References that are needed longer than what they lead to is there.

use crate::sentences;

sentences! {
    "compiler_lifetime";

    /// What was made in the middle of a line. `code` is that.
    temporary(code) = "What `{code}` makes is gone at the end of this line, and a reference into it is needed later: give it a name \
        with a `let` before.";

    /// The same with code that is too long to be repeated.
    long_temporary = "Something that is made in the middle of this line is gone at its end, and a reference into it is needed \
        later: give it a name with a `let` before.";

    /// A variable that ends too early.
    too_short(name) = "`{name}` ends with the braces around it, and a reference into it is needed after them: move its `let` further \
        out, or keep a copy, with `.clone()` or `.to_vec()`.";

    /// A reference to what belongs to the function is returned.
    returned(name) = "`{name}` ends with the function, so no reference into it can be returned: return the value itself, or a copy, \
        with `.clone()`, `.to_vec()` or `.to_string()`.";

    /// The same where it has no name.
    value_returned = "What this makes ends with the function, so no reference into it can be returned: return the value itself.";

    /// A closure that returns a reference into what it is given, as in `max_by_key(|(a, b)| a)`.
    returned_by_closure = "The closure returns a reference into what it is lent for this call alone: return the value itself, with \
        `*` or `.clone()`, or take it out between the bars, as in `|&(a, b)|`.";

    /// A `&` in the type of a result, of which nothing says where it leads to.
    result = "A result with `&` has to say what it leads into: leave the `&` out and return the value itself.";
}
