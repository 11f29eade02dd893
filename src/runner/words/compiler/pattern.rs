//! What is taken apart in a `let`, a `for` or a `match`.

use crate::sentences;

sentences! {
    "compiler_pattern";

    /// `let [a, b] = list;`
    list = "A `Vec` may have any length, so a pattern in brackets cannot take it apart: ask for its places, `list[0]` \
        and `list[1]`.";

    /// `let [a, b] = tensor;`
    tensor = "A tensor is one value, which a pattern cannot take apart: several tensors \
        in one variable are a tuple or a list of them.";

    /// `let [a, b] = pair;`
    tuple = "A tuple is taken apart with parentheses: `let (first, second) = ...`.";

    /// `(a, b) = list.last()`
    option = "An `Option` may hold a value or not, so it cannot be taken apart: take the value out first, with \
        `.unwrap()`, or with `if let Some(value) = ...`.";

    /// `for (x, y) in rows`, where each row is a list.
    list_for_tuple = "What is taken apart here is a list, and no tuple: give it one name, and ask for its places, as in \
        `point[0]` and `point[1]`.";

    /// `let (a, b) = [x, y];`
    array_for_tuple = "What is taken apart here is an array, and no tuple: write brackets for the parentheses, \
        `let [first, second] = ...`.";

    /// `let (a, b) = (x, y, z);`
    other_number_of_names(names, values) = "There are {names} names for {values} values: write one name for each value, and `_` for one \
        that is not needed.";

    /// `d as f32`, where `d` is a reference.
    cast_of_reference(name, kind) = "`{name}` is only a reference to a number: write `*{name} as {kind}`, or, where a \
        shape is taken apart, a `*` before the shape, as in `let (rows, columns) = *matrix.shape();`.";

    /// The same with code that is too long to be repeated.
    cast_of_long_reference(kind) = "This is only a reference to a number: write a `*` before it, in parentheses, and \
        `as {kind}` after.";

    /// `tensor as f32`.
    cast_of_tensor = "`as` turns plain numbers into others, and this is a tensor: `.array()` after a `Scalar` gives its number.";

    /// `(a > b) as f32`.
    cast_of_bool = "A `bool` does not become a floating-point number by `as`: write `if condition { 1.0 } else { 0.0 }`.";

    /// `text as f32`.
    cast_of_text(kind) = "`as` turns one kind of number into another, and reads no text: write `text.trim().parse::<{kind}>()`, which \
        gives a `Result`.";

    /// `x as String`.
    cast_to_text = "`as` makes no text of a number: write `x.to_string()`.";

    /// `n as bool`.
    cast_to_bool = "A number does not become a `bool` by `as`: compare it, as in `n != 0`.";

    /// `option as f32`.
    cast_of_option(kind) = "`as` turns one number into another kind, and this is an `Option`, which may hold one or not: write \
        `.unwrap()` before `as {kind}`.";

    /// `list as f32`.
    cast_of_list(kind) = "`as` turns one number into another kind, and this is a whole list: pick one by its place, as in \
        `list[0] as {kind}`.";

    /// `list as Vec<f32>`.
    cast_of_each(kind) = "`as` turns one number into another kind, and this is a whole list: \
        `list.iter().map(|&x| x as {kind}).collect()` turns each of them.";

    /// `list.iter().filter(...) as f32`.
    cast_of_iterator = "This is an iterator, which only promises its elements, and no number: `.count()` says how many there are, \
        and `.sum::<f32>()` adds them up.";

    /// A field that a struct does not have.
    no_such_field(kind, field) = "A `{kind}` has no field `{field}`: look at its `struct`, where all of them are listed.";

    /// A shape made of lengths that are only lent.
    lent_length = "The lengths of this shape are only references to numbers: write a `*` where they come from, as in \
        `let (rows, columns) = *matrix.shape();`.";

    /// A case of an `enum` without the name of the `enum`. `code` is what to write.
    case_without_type(name, code) = "`{name}` alone is a new variable, which fits every case: write `{code}`.";

    /// `Op::add` for `Op::Add`.
    case_in_small_letters(code, mended) = "There is no `{code}`: the names of cases begin with a capital letter, \
        `{mended}`.";

    /// A field is missing.
    missing_field(kind, field) = "A `{kind}` has all of its fields, and `{field}` is missing here.";

    /// Two fields are missing.
    missing_fields(kind, first, second) = "A `{kind}` has all of its fields, and `{first}` and `{second}` are missing \
        here.";
}
