//! One type expected, another found.

use crate::{names, sentences};

sentences! {
    "compiler_mismatch";

    /// An argument is of another type. `wanted` and `found` are names such as "a `Vector` (shape `(n,)`)"; `given` is
    /// the code of the argument in backquotes, or "this". A sentence about how to mend it may follow.
    argument(function, wanted, given, found) = "`{function}` takes {wanted}, but {given} is {found}.";

    /// The result of a function is of another type.
    result(wanted, given, found) = "The function has to return {wanted}, but {given} is {found}.";

    /// Something else is of another type than is expected.
    here(wanted, given, found) = "Here {wanted} is expected, but {given} is {found}.";

    /// An argument is of another type, of which nothing need be said.
    argument_else(function, wanted, given) = "`{function}` takes {wanted}, but {given} is something else.";

    /// The result of a function is of another type, of which nothing need be said.
    result_else(wanted, given) = "The function has to return {wanted}, but {given} is something else.";

    /// Something else is of another type than is expected, of which nothing need be said.
    here_else(wanted, given) = "Here {wanted} is expected, but {given} is something else.";

    /// `=` for `==`.
    assignment = "`=` gives a variable a new value; to compare two values write `==`.";

    /// The last line of a function ends with `;`.
    semicolon(wanted) = "The function has to return {wanted}, but a line that ends with `;` gives nothing back: take \
        the `;` at the end of the last line away.";

    /// A function ends with a loop.
    ends_with_loop(wanted) = "The function has to return {wanted}, but it ends with a loop, which gives nothing back: \
        write the result as the last line, without a `;`.";

    /// A function gives nothing.
    no_result(wanted) = "The function has to return {wanted}, but its body gives nothing back: write the result as the \
        last line, without a `;`.";

    /// A function gives something and its signature says nothing of it.
    no_return_type(code) = "The function gives something back, but its first line does not say so: write `-> {code}` \
        after its parentheses.";

    /// The value of an `if` without `else`.
    lost_in_if(code) = "An `if` without `else` gives no value, so `{code}` would be lost: write `return {code};` to \
        end the function with it, or add an `else`.";

    /// The value of an `if` without `else`, whose code is too long to be repeated.
    long_lost_in_if = "An `if` without `else` gives no value, so this would be lost: write `return ...;` to end the \
        function with it, or add an `else`.";

    /// A value that nothing takes.
    lost(given) = "The value of {given} goes nowhere here: write `return` before it, or `;` after it.";

    /// `matrix[labels]`.
    labels_as_place(given) = "A place is one number for each axis, and {given} is a whole tensor of them: `.select(labels)` \
        picks one number from each row.";

    /// `vector[i]`.
    place_in_vector = "A place in a vector is an array of one number: write two pairs of brackets, `vector[[i]]`.";

    /// `matrix[i]`.
    place_in_matrix = "A place in a matrix is an array of two numbers: `matrix[[row, column]]`.";

    /// `tensor[i]` of a tensor with three axes or more.
    place_in_tensor(axes) = "A place in this tensor is an array of {axes} numbers, one for each axis, in two pairs of \
        brackets: `x[[...]]`.";
}

names! {
    "compiler_mismatch_names";

    /// What the error points at, where its code is too long to be repeated.
    this = "this";

    /// What is expected, where nothing more is known.
    value = "a value";
}
