//! An `Option` or a `Result` for its value, or the value for an `Option`.

use crate::sentences;

sentences! {
    "compiler_option";

    /// An `Option` for its value.
    option(given) = "An `Option` may hold a value or not, and {given} is one: `.unwrap()` after it takes the value out, and \
        ends the program where there is none.";

    /// An `Option` of a reference for a value.
    option_of_reference(given) = "An `Option` may hold a value or not, and {given} is one, of a reference: `*` before it and \
        `.unwrap()` after it take the value out.";

    /// An `Option` where a reference to its value is expected.
    option_lent(given) = "An `Option` may hold a value or not, and {given} is one: take the value out first, with a `match` or \
        with `.unwrap()`, and write `&` before it.";

    /// A `Result` for its value.
    result(given) = "A `Result` holds a value or an error, and {given} is one: `.unwrap()` after it takes the value out, and \
        ends the program where there is an error.";

    /// An `Option` is compared with a value.
    compared(code) = "The left side is an `Option`, which may hold a value or not, and the right side a plain value: compare \
        with `Some({code})`.";

    /// An `Option` of a reference is compared with a value.
    compared_reference = "The left side is an `Option` of a reference, which may hold one or not, and the right side a plain \
        value: `*` before the left side and `.unwrap()` after it take the value out.";

    /// An `Option` on the left of an operator.
    on_the_left(operator) = "What stands on the left of `{operator}` is an `Option`, which may hold a value or not: \
        `.unwrap()` after it takes the value out, and ends the program where there is none.";

    /// An `Option` on the right of an operator.
    on_the_right(operator) = "What stands on the right of `{operator}` is an `Option`, which may hold a value or not: \
        `.unwrap()` after it takes the value out, and ends the program where there is none.";

    /// An `Option` of a reference to a number on the right of a tensor.
    reference_on_the_right(operator) = "What stands on the right of `{operator}` is an `Option` of a reference, which may hold \
        one or not: `*` before it and `.unwrap()` after it take the number out, and end the program where there is none.";

    /// A `Result` on the left of an operator.
    result_on_the_left(operator) = "What stands on the left of `{operator}` is a `Result`, which holds a value or an error: \
        `.unwrap()` after it takes the value out, and ends the program where there is an error.";

    /// A `Result` on the right of an operator.
    result_on_the_right(operator) = "What stands on the right of `{operator}` is a `Result`, which holds a value or an error: \
        `.unwrap()` after it takes the value out, and ends the program where there is an error.";

    /// An `Option` on both sides of an operator.
    both(operator) = "Both sides of `{operator}` are an `Option`, which may hold a value or not: `.unwrap()` after each takes \
        the value out, and ends the program where there is none.";

    /// `tensors.get(0) - 1.0`.
    lent_tensor(operator) = "Beside `{operator}` stands an `Option` of a reference to a tensor, and dfdx calculates with the \
        tensors themselves: `.unwrap().clone()` after it makes a tensor of its own of it.";

    /// `list.first().abs()`.
    method_of_value(name) = "`{name}` belongs to the value, and this is an `Option`, which may hold one or not: write \
        `.unwrap()` before `.{name}`.";

    /// `text.parse::<f32>().abs()`.
    method_of_result(name) = "`{name}` belongs to the value, and this is a `Result`, which holds one or an error: write \
        `.unwrap()` before `.{name}`.";

    /// An `Option` for its value, in a function that returns an `Option` itself.
    handed_on(given) = "An `Option` may hold a value or not, and {given} is one: `?` after it takes the value out, and returns \
        `None` where there is none.";

    /// The same with a `Result`.
    error_handed_on(given) = "A `Result` holds a value or an error, and {given} is one: `?` after it takes the value out, and returns \
        the error where there is one.";

    /// The values of a list, one of which is an `Option`.
    among_values(given) = "The list is to hold values, and {given} is an `Option`, which may be `None`: take the values out before, as in \
        `if let (Some(a), Some(b)) = (first, second) {{ ... }}`.";

    /// `None` for a plain value.
    none_for_value(kind) = "`None` is only for an `Option`, and a `{kind}` is wanted here, which always holds a value.";

    /// A value for an `Option`.
    wrapped(code) = "An `Option` is expected here, and this is its value: write `Some({code})`.";
}
