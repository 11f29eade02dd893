//! Types that lack what a place asks of them.

use crate::{names, sentences};

sentences! {
    "compiler_bound";

    /// `?` in a function without a `Result`.
    question_mark = "`?` hands an error on to whoever called, and this function returns no `Result`: write `.unwrap()` \
        instead, which ends the program with the error.";

    /// `{}` for something that only `{:?}` prints.
    display = "`{}` prints only numbers and text; `{:?}` prints this as well.";

    /// A length that is not in the type. One of the sentences with `length_` in their ids follows.
    length_at_run_time = "This operation needs every length in the type, `Const<...>`, and here one is known at run \
        time only, `usize`.";

    /// After `length_at_run_time`: `tensor`.
    length_of_tensor = "Write `tensor_from_vec(numbers, (rows, columns))`.";

    /// After `length_at_run_time`: `broadcast`.
    length_of_broadcast = "Write `.broadcast_like::<_, Axis<0>>(&matrix)`, which takes the shape from the matrix.";

    /// After `length_at_run_time`: `zeros`.
    length_of_zeros = "Write `device().zeros_like(&(n,))`, with the lengths.";

    /// After `length_at_run_time`: `ones`.
    length_of_ones = "Write `device().ones_like(&(n,))`, with the lengths.";

    /// After `length_at_run_time`: any other operation.
    length_of_others = "Use the operation that is told the shape, such as `tensor_from_vec`, `zeros_like` or \
        `broadcast_like`.";

    /// `max` or `sort` of numbers with a point.
    no_order = "Numbers with a point have no complete order, because of NaN: use `max_by(|a, b| a.total_cmp(b))`, and \
        for sorting `sort_by(f32::total_cmp)`.";

    /// A sum of other things than the result is to be. One of the sentences with `sum_` in their ids follows.
    not_added(total) = "`sum` cannot add these up to {total}.";

    /// After `not_added`: numbers. `code` is a closure that casts them.
    sum_cast(code) = "Turn each into such a number first, as in `.map({code})`.";

    /// After `not_added`: tuples.
    sum_of_tuples = "Each is a tuple, so take a number out of it first, as in `.map(|x| x.0)`.";

    /// After `not_added`: anything else.
    sum_of_others = "Turn each into such a number first, with `.map`.";

    /// `unzip` into lists in another order.
    other_order(found, wanted) = "The parts stand in another order than the types promise: `{found}` arrives where the \
        type says `{wanted}`.";

    /// A function of the exercise with another signature.
    signature = "`main` hands this function to the check, and its arguments or its result are not those of the \
        exercise: give it back the signature that it had.";

    /// A reference to a shape.
    shape_by_reference(code) = "A shape is wanted, and `{code}` is a reference to one: write `*{code}`.";

    /// A reference to a shape, whose code is too long to be repeated.
    shape_by_long_reference = "A shape is wanted, and this is a reference to one: write `*` before it.";

    /// A number for a shape.
    shape_of_one(code) = "A shape is a tuple, even with one length: write `({code},)`, with the comma.";

    /// A number for a shape, whose code is too long to be repeated.
    shape_of_one_long = "A shape is a tuple, even with one length: `(n,)`, with the comma.";

    /// An axis for a shape.
    axis_for_shape = "The axis is the second thing in `<...>`, and the shape the first: write `::<_, Axis<0>>`, where \
        Rust works `_` out.";

    /// A `Vec` for a shape.
    vec_for_shape = "A shape is a tuple, such as `(rows, columns)`, and not a `Vec`.";

    /// `for` over a number.
    number_for_range(code) = "`{code}` is one number; to count up to it write `0..{code}`, and `1..={code}` to begin \
        with 1 and include it.";

    /// `for` over a number whose code is too long to be repeated.
    long_number_for_range = "A number is no range: `0..n` counts from 0 to `n - 1`.";

    /// `for` over a tensor.
    tensor_in_loop(code) = "A tensor cannot be gone through with `for`: write `{code}.as_vec()`, which has its numbers \
        row by row.";

    /// `image[(row, column)]`.
    two_indices = "A list of lists takes one pair of brackets for each index: `image[row][column]`.";

    /// A reference for an index.
    index_by_reference = "This index is only a reference to a place: write `*` before it, as in `numbers[*i]`.";

    /// A number of another type for an index.
    index_kind(number) = "Places in a list are counted in `usize`, and this index is {number}: write `as usize` behind \
        it, in parentheses, or count in `usize` from the start.";

    /// `collect` into a tensor.
    collect_tensor = "`collect` makes no tensors: collect the numbers into a `Vec<f32>` first, then \
        `device().tensor_from_vec(numbers, shape)`.";

    /// `collect` of options into a list of numbers.
    collect_options(wanted) = "The elements are `Option`s, which may be `None`, and the `Vec` holds {wanted}: \
        `.flatten()` before `collect` keeps those that are there.";

    /// `collect` of references.
    collect_references = "The elements are references: write `.cloned()` before `collect`, or `.into_iter()` instead \
        of `.iter()`.";

    /// `collect` of options of references, as `get` returns them.
    collect_lent_options = "There is only a reference in each `Option`: write `.cloned()` or, for numbers, `.copied()` \
        behind what returns it, as in `list.get(place).copied()`.";

    /// `collect` of other things.
    collect_others(wanted, found) = "The `Vec` is to hold {wanted}, but each element that arrives is {found}.";
}

names! {
    "compiler_bound_names";

    /// A number whose type is not known yet.
    another_number = "another number";
}
