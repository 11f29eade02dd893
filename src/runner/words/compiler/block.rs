//! Arguments in the wrong order, closures, an `if` without its `else`, a `match` that leaves something out.

use crate::sentences;

sentences! {
    "compiler_block";

    /// Two arguments are swapped. `call` is code in backquotes.
    swapped(call) = "The arguments stand in another order than they are wanted: write {call}.";

    /// Two arguments are swapped, and the call is too long to be repeated.
    swapped_in_long_call(arguments) = "The arguments stand in another order than they are wanted: what stands in the \
        parentheses should be `{arguments}`.";

    /// `x ** 2`.
    power = "Rust has no `**`: a power of a number is `x.powi(2)` for a whole exponent and `x.powf(0.5)` for others, and of \
        a tensor there is `x.square()`, too.";

    /// A `*` before what is no reference.
    star_too_many(code, value) = "There is one `*` too many in `{code}`: write `{value}`.";

    /// A `*` before what is no reference, and the code is too long to be repeated.
    star_before_value = "There is a `*` before what is no reference: leave it out.";

    /// An `if` without `else` where a value is wanted.
    no_else = "An `if` without `else` gives nothing where its condition does not hold, and a value is wanted in any \
        case: add an `else`, as in `else { 0.0 }`.";

    /// `return;` in a function that returns something.
    return_without_value = "The function has to return a value, and `return;` has none: write the value after it.";

    /// A `match` leaves one case out. The cases are code in backquotes.
    one_case_left(case) = "A `match` has to say what is done in every case, and nothing is said for {case}: add that, \
        or `_ => {{}}` where nothing is to be done for the rest.";

    /// A `match` leaves two cases out.
    two_cases_left(first, second) = "A `match` has to say what is done in every case, and nothing is said for {first} \
        and {second}: add that, or `_ => {{}}` where nothing is to be done for the rest.";

    /// A `match` leaves three cases out.
    three_cases_left(first, second, third) = "A `match` has to say what is done in every case, and nothing is said for \
        {first}, {second} and {third}: add that, or `_ => {{}}` where nothing is to be done for the rest.";

    /// A `match` leaves more than three cases out.
    cases_left(first, second, third, more) = "A `match` has to say what is done in every case, and nothing is said for \
        {first}, {second}, {third} and {more} more: add that, or `_ => {{}}` where nothing is to be done for the rest.";

    /// A closure with two names gets one pair.
    pair = "Each element arrives as one pair: put another pair of parentheses around the two names, `|(first, \
        second)|`.";

    /// A closure gets another number of values than it has names.
    closure = "This closure is called with another number of values than it has names between its bars, `|...|`.";

    /// A `fn` inside of another one that uses its variables.
    function_inside = "A `fn` inside of another one sees none of its variables: write a closure instead, as in `let half = \
        |x: f32| x / 2.0;`.";

    /// `list.last() = 1.0`.
    assigned_to_call = "What stands on the left of `=` has to be a variable or a place in a list, as in `list[i] = ...`; the \
        result of a call is neither.";

    /// A slice where a list is wanted.
    slice = "A part of a list, `list[from..to]`, is only a view of it: write `.to_vec()` after it for a list of its \
        own.";
}
