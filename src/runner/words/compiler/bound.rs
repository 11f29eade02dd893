//! Types that lack what a place asks of them.

use crate::{names, sentences};

sentences! {
    "compiler_bound";

    /// `?` where neither a `Result` nor an `Option` is returned.
    question_mark = "`?` hands an error, or `None`, on to whoever called, and neither a `Result` nor an `Option` is returned here: \
        write `.unwrap()` instead, which ends the program there.";

    /// `?` behind a `Result`, where an `Option` is returned.
    result_for_option = "`?` after a `Result` hands its error on, and an `Option` is returned here, which holds none: write `.ok()?`, \
        which makes `None` of an error.";

    /// `?` behind an `Option`, where a `Result` is returned.
    option_for_result = "`?` after an `Option` hands `None` on, and a `Result` is returned here: write `.ok_or(...)?`, with the error \
        that is to stand for `None`.";

    /// `?` behind a plain value.
    question_mark_of_value = "`?` takes the value out of an `Option` or a `Result`, and what stands before it is neither: leave out the \
        `?`.";

    /// `?` hands on another kind of error than is returned.
    other_error(found, wanted) = "`?` hands the error on, and it is a `{found}`, where a `{wanted}` is returned: write \
        `.map_err(|error| ...)?`, with what makes one of the other.";

    /// The same where a text is returned.
    error_for_text(found) = "`?` hands the error on, and it is a `{found}`, where a text is returned: write \
        `.map_err(|error| error.to_string())?`.";

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

    /// `min` of floating-point numbers.
    no_order_for_lowest = "Floating-point numbers have no complete order, because of NaN: use `min_by(|a, b| a.total_cmp(b))`.";

    /// `max` or `sort` of floating-point numbers.
    no_order = "Floating-point numbers have no complete order, because of NaN: use `max_by(|a, b| a.total_cmp(b))`, and \
        for sorting `sort_by(f32::total_cmp)`.";

    /// `std::cmp::max(x, y)`.
    larger_of_two = "Floating-point numbers have no complete order, because of NaN: the larger of two is `x.max(y)`, and the smaller \
        `x.min(y)`.";

    /// `binary_search` of floating-point numbers.
    searched = "Floating-point numbers have no complete order, because of NaN: write `list.binary_search_by(|y| y.total_cmp(&x))`.";

    /// Floating-point numbers in a `HashMap` or a `HashSet`.
    no_key = "Floating-point numbers cannot be keys of a `HashMap` or elements of a `HashSet`, because NaN does not even equal \
        itself: use whole numbers, such as `x.to_bits()`.";

    /// `for x in 0.0..1.0`.
    range_of_floats = "A range of floating-point numbers has no next one: go through whole numbers and divide, as in `i as f32 / n as f32`.";

    /// `collect` behind a closure whose last line ends with `;`.
    collect_nothing = "The closure returns nothing, because what stands in its braces ends with `;`: leave out the last `;`.";

    /// A sum of other things than the result is to be. One of the sentences with `sum_` in their ids follows.
    not_added(total) = "`sum` cannot add these up to {total}.";

    /// After `not_added`: numbers. `code` is a closure that casts them.
    sum_cast(code) = "Turn each into such a number first, as in `.map({code})`.";

    /// After `not_added`: tuples.
    sum_of_tuples = "Each is a tuple, so take a number out of it first, as in `.map(|x| x.0)`.";

    /// After `not_added`: anything else.
    sum_of_others = "Turn each into such a number first, with `.map`.";

    /// `unzip` into lists in another order.
    other_order(found, wanted) = "`{found}` arrives where the type says `{wanted}`: the parts stand in another order than the \
        types promise, or this one is still to be turned into the other kind.";

    /// `get(i)` or `last()` instead of the value, in `extend` or `unzip`.
    options_put_in(found, wanted) = "The list is to hold `{wanted}`, and `{found}` arrives, which may be `None`: take the value out \
        before, as `list[i]` does where `list.get(i)` gives an `Option`.";

    /// Parts of lists arrive in `unzip` where lists are wanted.
    parts_put_in(found, wanted) = "The list is to hold `{wanted}`, and `{found}` arrives, which is part of another list: make a \
        list of its own of each part before, as in `part.iter().map(...).collect()`.";

    /// References arrive where values are wanted, in `extend` or `unzip`.
    references_put_in(found, wanted) = "The list is to hold `{wanted}`, and `{found}` arrives, a reference to one: write \
        `.cloned()` before it, or begin with `.into_iter()` instead of `.iter()`.";

    /// `extend` by a number.
    extended_by_one = "`extend` goes through a list, and this is a single number: `push` puts one value in.";

    /// A tensor for a shape in `<...>`.
    tensor_for_shape = "The first thing in `<...>` is a shape, such as `(usize,)`, and no tensor: write `_`, which Rust works \
        out.";

    /// A length that is a floating-point number.
    length_with_point = "The lengths of a shape are whole numbers, `usize`, and one of these has a point: work it out without \
        `as f32`.";

    /// `rows.into()`.
    tensor_from_list = "A list does not become a tensor by itself: write `device().tensor_from_vec(numbers, shape)`.";

    /// `collect` of iterators.
    collect_inside = "Each element that arrives is an iterator itself, which only promises its elements: write `.collect()` \
        at the end of the inner one, too.";

    /// `extend` by elements of another type.
    extended_by_others(found, wanted) = "The list holds `{wanted}`, and what is put into it is `{found}`: turn each element \
        into one first, with `.map`.";

    /// `gen_range(0, 1)`.
    random_range = "`gen_range` takes a range: `random.gen_range(0.0..1.0)` for floating-point numbers, `random.gen_range(0..n)` \
        for whole ones.";

    /// A floating-point number for a whole number.
    whole_wanted = "A whole number is wanted here: write it without a point.";

    /// A function of the exercise with another signature.
    signature = "`main` hands this function to the check, and its arguments or its result are not those of the \
        exercise: give it back the signature that it had.";

    /// A reference to a shape.
    shape_by_reference(code) = "A shape is wanted, and `{code}` is a reference to one: write `*{code}`.";

    /// `let shape = x.shape();`, and then a shape is wanted.
    shape_kept_by_reference(variable, tensor) = "A shape is wanted, and `{variable}` is only a reference to one: copy the \
        lengths, `let {variable} = *{tensor}.shape();`.";

    /// A number for a shape.
    shape_of_one(code) = "A shape is a tuple, even with one length: write `({code},)`, with the comma.";

    /// A number for a shape, whose code is too long to be repeated.
    shape_of_one_long = "A shape is a tuple, even with one length: `(n,)`, with the comma.";

    /// An axis for a shape.
    axis_for_shape(axis) = "The axis is the second thing in `<...>`, and the shape the first: write `::<_, Axis<{axis}>>`, where \
        Rust works `_` out.";

    /// Whole shapes where the lengths of a shape are wanted: `(x.shape(), y.shape())`.
    shape_of_shapes = "The lengths of a shape are numbers, and here a whole shape stands for one: the first length of a \
        tensor is `.shape().0`.";

    /// A `Vec` for a shape.
    vec_for_shape = "A shape is a tuple, such as `(rows, columns)`, and not a `Vec`.";

    /// `for` over a number.
    number_for_range(code) = "`{code}` is one number; to count up to it write `0..{code}`, and `1..={code}` to begin \
        with 1 and include it.";

    /// `for` over a number whose code is too long to be repeated.
    long_number_for_range = "A number is no range: `0..n` counts from 0 to `n - 1`.";

    /// `for i in (0..n, 2)`.
    range_with_step = "A range with a step is written `(0..n).step_by(2)`.";

    /// `for` over a tensor.
    tensor_in_loop(code) = "`for` cannot step through a tensor: write `{code}.as_vec()`, which has its numbers row by row.";

    /// `list.iter().zip(tensor)`.
    tensor_in_zip(tensor) = "`zip` needs a list, and `{tensor}` is a tensor: write `{tensor}.as_vec()`, which has its numbers row \
        by row.";

    /// `image[(row, column)]`.
    two_indices = "A list of lists takes one pair of brackets for each index: `image[row][column]`.";

    /// A reference for an index.
    index_by_reference = "This index is only a reference to a place: write `*` before it, as in `numbers[*i]`.";

    /// `row[..length]`, where `length` is a reference.
    range_by_reference = "A range in brackets goes from one `usize` to another, and an end of this one is only a reference to a \
        `usize`: write `*` before it, as in `numbers[..*length]`.";

    /// `row[..length]`, where `length` is a number of another type.
    range_kind(number) = "A range in brackets goes from one `usize` to another, and an end of this one is {number}: write \
        `as usize` after it, in parentheses, or count in `usize` from the start.";

    /// A number of another type for an index.
    index_kind(number) = "Places in a list are counted in `usize`, and this index is {number}: write `as usize` after \
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

    /// `collect` of the parts of a list, as `chunks` lends them.
    collect_parts = "Each element that arrives is a part of another list, which is only lent, and lists are to be collected: \
        write `.map(|part| part.to_vec())` before `collect`.";

    /// `collect` of options of references, as `get` returns them.
    collect_lent_options = "There is only a reference in each `Option`: write `.cloned()` or, for numbers, `.copied()` \
        after what returns it, as in `list.get(place).copied()`.";

    /// `collect` of other things.
    collect_others(wanted, found) = "The `Vec` is to hold {wanted}, but each element that arrives is {found}.";

    /// `for` over a part of a list.
    slice_in_loop(code) = "A part of a list is only lent: write `&{code}` to go through it.";

    /// `for` over a part of a list, whose code is too long to be repeated.
    long_slice_in_loop = "A part of a list is only lent: write `&` before it to go through it.";
}

names! {
    "compiler_bound_names";

    /// A number whose type is not known yet.
    another_number = "another number";
}
