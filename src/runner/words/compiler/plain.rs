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

    /// A shape with a floating-point number.
    length_with_point(given) = "The lengths of a shape are whole numbers, `usize`, and {given} has a number with a \
        point among them: leave out `as f32`.";

    /// The type of a tuple that is expected.
    wanted(code) = "What is wanted is `{code}`.";

    /// A list of lists for a list.
    concat = "`.concat()` after it puts them one after the other.";

    /// An iterator for a list.
    collect = "It only promises its elements: write `.collect()` at the end.";

    /// A list for a number.
    pick_one = "Pick one with an index in brackets.";

    /// A number for a `bool`.
    bool = "A `bool` is `true` or `false`, and no number: write the variable itself, or `!` before it for the \
        opposite.";

    /// A number where a condition is wanted. `code` is the number.
    number_for_condition(code) = "A condition is `true` or `false`, and `{code}` is a number: compare it, as in `{code} > 0`.";

    /// A comparison where a floating-point number is wanted.
    condition_for_number = "This is `true` or `false`, and a number is wanted here: write `if condition { 1.0 } else { 0.0 }`, \
        with your condition in the place of `condition`.";

    /// A comparison where a whole number is wanted.
    condition_for_whole_number = "This is `true` or `false`, and a whole number is wanted here: write `if condition { 1 } else { 0 }`, \
        with your condition in the place of `condition`.";

    /// `a > b` where two are put in order.
    ordering = "To sort, Rust has to know which of two comes first or that they are equal (an `Ordering`), and `<` or `>` tells only \
        one of these: write `a.total_cmp(&b)` for floating-point numbers, and `a.cmp(&b)` for whole ones.";

    /// A literal without a point, where a number with one of unknown type is wanted.
    literal_with_point = "A floating-point number is wanted here, and this is a whole one: write it with a point, as in `1.0`.";

    /// The first branch gives a value, the second an `Option`.
    other_branch_in_some = "One branch gives an `Option`, and the other the value itself: write `Some(...)` around that value if \
        an `Option` is wanted, and if not, a value in both.";

    /// The first branch gives an `Option`, the second a value.
    branch_in_some = "The first branch gives an `Option`, and this one the value itself: write `Some(...)` around it if an \
        `Option` is wanted, and if not, a value in both.";

    /// A list of tensors of one number each for a list of numbers.
    list_of_tensors = "The list holds tensors, and not numbers: put `.array()` of each into it.";

    /// A list of references for a list of values.
    list_of_references = "The list holds references, and not the values themselves: leave out the `&` where they are put in, or \
        write `.clone()` there.";

    /// A tuple for a list.
    tuple_for_list = "A `Vec` is wanted, and this is a tuple: write `vec![...]` instead of `(...)`.";

    /// A tuple for one of its values.
    one_of_tuple(given) = "One value is wanted, and {given} is a tuple of several: take it apart with `let (first, second) = ...`, or \
        pick one with `.0`, `.1` and so on.";

    /// A list of options for a list of values.
    list_of_options = "The elements are `Option`s, which may be `None`: `.into_iter().flatten().collect()` makes a list of the values \
        that are there.";

    /// An array for a list.
    array_for_list = "A `Vec` is wanted, and this is an array, whose length is fixed: write `vec![...]` instead of `[...]`.";

    /// `push` of a list into a list of numbers.
    list_pushed = "`push` puts one element in, and this is a whole list: `extend` puts all of its elements in.";

    /// A literal without a point.
    with_point = "Write it with a point, as in `1.0`.";

    /// A literal with a point for a whole number. `code` is the number without its point.
    without_point(code) = "A whole number is wanted: write `{code}`, without a point.";

    /// Another number with a point for a whole number, in a literal.
    no_fraction(wanted) = "A whole number is wanted here, a `{wanted}`, and this one is a floating-point number.";

    /// A number for a shape with one length. `code` is the number.
    shape_of_one(code) = "A shape is a tuple, even with one length: write `({code},)`, with the comma.";

    /// A shape for a number, in a range.
    range_of_shape(code) = "A range counts to a number, and `{code}` is a whole shape: its first length is `{code}.0`.";

    /// A list for a number, in a range.
    range_of_list(code) = "A range counts to a number, and `{code}` is a list: write `0..{code}.len()` for its places, or go \
        through the list itself.";

    /// `[a, b]` for `(a, b)`.
    brackets_for_tuple = "A tuple is wanted, which stands in parentheses and not in brackets: `(first, second)`.";

    /// `let list = list.shuffle(...)`.
    changed_in_place(method) = "`{method}` changes the list where it is and gives nothing back: call it in a line of its own, \
        and go on with the list.";

    /// Lists of other elements than are wanted, which were pushed.
    pushed(wanted) = "Each element of the list is to be `{wanted}`, and what is pushed is something else: write `vec![...]` \
        around what belongs together, instead of `[...]` or `(...)`.";

    /// A number where the elements of the list are of another kind, because of one that was put into it before.
    first_decides(wanted, line, given, found) = "The list holds `{wanted}`, because line {line} puts one into it, and {given} is \
        a `{found}`: make both the same kind.";

    /// `push` of a whole list for `extend`.
    extended = "A whole list was pushed, as one element: `extend` in the place of `push` puts its elements in one by one.";

    /// A `String` where a `Vec<String>` is wanted.
    one_string_for_list = "A list of strings is wanted, and this is one string: `vec![text]` is a list with one string in it.";

    /// A text for bytes.
    bytes_of_text = "A text is no list of bytes: `.into_bytes()` after it makes one of it.";

    /// `0..n` for a list.
    range_collected = "A range is no list: `(0..n).collect()` makes one of it.";

    /// A part of a list for an array.
    length_in_type = "An array is wanted, with its length in the type, and a part of a list has none: write \
        `.try_into().unwrap()` after it.";

    /// A learning rate for the settings of an optimiser.
    settings(name, rate) = "The settings of an optimiser are a value of their own: write \
        `{name} {{ lr: {rate}, ..Default::default() }}`.";

    /// `[0, list, 0].concat()`.
    number_among_lists = "In `[a, b].concat()` each part is a list: write `vec![0]` for one of a single number.";

    /// A list of whole numbers for one of floating-point numbers.
    list_of_whole(kind) = "The list is to hold `{kind}`, and it began with whole numbers: write them with a point, as in \
        `vec![0.0; n]`.";

    /// A list of numbers of another kind.
    list_of_others(found, wanted) = "The list is to hold `{wanted}`, and it holds `{found}`: turn each into such a number, as \
        in `.into_iter().map(|x| x as {wanted}).collect()`.";

    /// `vec![0.0, n]` for `vec![0.0; n]`.
    comma_for_semicolon = "With a comma, `vec![a, b]` is a list of just these two; to repeat a value write a semicolon, \
        `vec![0.0; n]`.";

    /// `0..x`, where `x` has a point.
    range_to_float(given) = "A range counts in whole numbers, and {given} is a floating-point number: count to a `usize`.";

    /// `list.remove(x)`, where `x` is an element.
    removed_by_value = "`remove` takes the place of an element: `list.retain(|y| *y != x)` takes out what equals `x`.";

    /// A literal without a point on the other side of an operator.
    other_with_point(given, found) = "Rust does not mix kinds of numbers: {given} is {found}, the other a whole \
        number. Write that one with a point, as in `1.0`.";

    /// `x as f32` for a `usize`.
    other_cast(found, wanted) = "Leave out `as {found}`, or write `as {wanted}`.";

    /// Two types of numbers on the sides of an operator.
    sides(given, found, wanted) = "Only equal kinds of numbers go together: {given} is {found}, the other side \
        {wanted}.";

    /// An `f64` on one side and an `f32` on the other.
    make_f32 = "Make the other side an `f32`, which is what the course calculates with.";

    /// A number of another type.
    cast(code, wanted) = "Write `{code} as {wanted}`.";

    /// Whole numbers on the sides of an operator, of which only the found one has some below zero.
    other_signed(wanted, found) = "Write `as {found}` after the other side, because a `{wanted}` has no negative numbers.";

    /// A smaller kind of number on the other side of an operator.
    other_smaller(found) = "Write `as {found}` after the other side.";

    /// A number that may be negative where none is wanted.
    cast_signed(code, wanted) = "Write `{code} as {wanted}`, if it is never negative: a `{wanted}` has no such numbers.";

    /// The same with code that is too long to be repeated.
    long_cast_signed(wanted) = "Write `as {wanted}` after it, in parentheses, if it is never negative: a `{wanted}` has no \
        such numbers.";

    /// A large whole number where a byte is wanted: to cut it would lose what it says.
    narrow(small, large) = "A `{small}` holds no more than 255: make it a `{large}` with `as {large}` where it comes from, \
        or bytes of the `{large}` with `.to_le_bytes()`.";

    /// A number of another type, whose code is too long to be repeated.
    long_cast(wanted) = "Write `as {wanted}` after it, in parentheses.";

    /// A floating-point number for a whole number.
    rounding_cast(code, wanted) = "Write `{code} as {wanted}`, which rounds down.";

    /// A floating-point number for a whole number, whose code is too long to be repeated.
    long_rounding_cast(wanted) = "Write `as {wanted}` after it, in parentheses, which rounds down.";

    /// A quotient of whole numbers for a floating-point number.
    quotient(wanted) = "Write `as {wanted}` after both sides of `/` (whole numbers would be rounded).";

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

    /// A floating-point number, with its type.
    with_point_of(kind) = "a floating-point number (`{kind}`)";
}
