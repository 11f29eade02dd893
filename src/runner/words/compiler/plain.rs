//! Tuples, lists, numbers and networks. Most texts follow one that says what is expected and found.

use crate::{names, sentences};

sentences! {
    "compiler_plain";

    /// Two values stand in each other's places.
    order = "Look at the order of the two.";

    /// `[rows, columns]` for a shape.
    shape_in_brackets(shape) = "A shape is a tuple: write it in parentheses, `{shape}`, instead of brackets.";

    /// A shape with another number of lengths than one.
    one_length(shape, given, found) = "A shape with one length is wanted, `{shape}`, but {given} has {found}.";

    /// A shape with another number of lengths.
    lengths(wanted, shape, given, found) = "A shape with {wanted} lengths is wanted, `{shape}`, but {given} has \
        {found}.";

    /// A shape with a number with a point.
    length_with_point(given) = "The lengths of a shape are whole numbers, `usize`, and {given} has a number with a \
        point among them: leave `as f32` away.";

    /// The type of a tuple that is expected.
    wanted(code) = "What is wanted is `{code}`.";

    /// A list of lists for a list.
    concat = "`.concat()` behind it puts them one after the other.";

    /// An iterator for a list.
    collect = "It only promises its elements: write `.collect()` at the end.";

    /// A list for a number.
    pick_one = "Pick one with an index in brackets.";

    /// An `Option` for its value.
    option(given) = "An `Option` may hold a value or not, and {given} is one: `.unwrap()` behind it takes the value \
        out, and ends the program where there is none.";

    /// A `Result` for its value.
    result(given) = "A `Result` holds a value or an error, and {given} is one: `.unwrap()` behind it takes the value \
        out, and ends the program where there is an error.";

    /// A number for a `bool`.
    bool = "A `bool` is `true` or `false`, and no number: write the variable itself, or `!` before it for the \
        opposite.";

    /// A literal without a point.
    with_point = "Write it with a point, as in `1.0`.";

    /// A literal without a point on the other side of an operator.
    other_with_point(given, found) = "Rust does not mix kinds of numbers: {given} is {found}, the other a whole \
        number. Write that one with a point, as in `1.0`.";

    /// `x as f32` for a `usize`.
    other_cast(found, wanted) = "Leave `as {found}` away, or write `as {wanted}`.";

    /// Two types of numbers on the sides of an operator.
    sides(given, found, wanted) = "Only equal kinds of numbers go together: {given} is {found}, the other side \
        {wanted}.";

    /// An `f64` on one side and an `f32` on the other.
    make_f32 = "Make the other side an `f32`, which is what the course calculates with.";

    /// A number of another type.
    cast(code, wanted) = "Write `{code} as {wanted}`.";

    /// A large whole number where a byte is wanted: to cut it would lose what it says.
    narrow(small, large) = "A `{small}` holds no more than 255: make it a `{large}` with `as {large}` where it comes from, \
        instead of cutting the larger one.";

    /// A number of another type, whose code is too long to be repeated.
    long_cast(wanted) = "Write `as {wanted}` behind it, in parentheses.";

    /// A number with a point for a whole number.
    rounding_cast(code, wanted) = "Write `{code} as {wanted}`, which rounds down.";

    /// A number with a point for a whole number, whose code is too long to be repeated.
    long_rounding_cast(wanted) = "Write `as {wanted}` behind it, in parentheses, which rounds down.";

    /// A quotient of whole numbers for a number with a point.
    quotient(wanted) = "Write `as {wanted}` behind both sides of `/` (whole numbers would be rounded).";

    /// The description of a network is used as its type.
    only_described = "A type like `Network` only describes the layers. The type of the network itself, which \
        `build_module` makes of it, is `Built<Network>`.";

    /// Branches of different types.
    branches(first, second) = "The branches give different kinds of values, {first} and {second}.";

    /// After `branches`: two numbers.
    branches_of_numbers = "Write both as the same kind, as in `0.0` and `1.0`.";

    /// After `branches`: anything else.
    branches_of_others = "Both have to give the same kind of value.";
}

names! {
    "compiler_plain_names";

    /// A number, with its type.
    number_of(kind) = "a number (`{kind}`)";

    /// A number.
    number = "a number";

    /// A network where a tuple is expected that holds one.
    only_network = "only the network";

    /// A list and no list of lists. `code` is its type.
    one_list(code) = "one list (`{code}`)";

    /// A list. `code` is its type.
    list_of(code) = "a list (`{code}`)";

    /// A list of lists.
    list_of_lists = "a list of lists";

    /// A list.
    vec = "a `Vec`";

    /// An iterator.
    iterator = "an iterator";

    /// One number and no list.
    single_number = "a single number";

    /// One number, where a list is found.
    one_number = "one number";

    /// A list of numbers, where one is expected.
    vec_of_them = "a whole `Vec` of them";

    /// A number with a point, with its type.
    with_point_of(kind) = "a number with a point (`{kind}`)";
}
