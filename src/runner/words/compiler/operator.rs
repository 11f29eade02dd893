//! Operators between things that do not go together.

use crate::{names, sentences};

sentences! {
    "compiler_operator";

    /// One tensor holds floating-point numbers, the other whole numbers.
    whole_and_point(operator) = "One side of `{operator}` holds `f32`, the other whole numbers (`usize`): \
        `.to_dtype::<f32>()` makes `f32` of them. To pick numbers by their place, as labels do, there is \
        `.select(labels)`.";

    /// Two tensors of different shapes. Another sentence follows, which says how they become alike.
    shapes(operator, left, right) = "`{operator}` needs the same shape on both sides, but the left is {left} and the \
        right {right}.";

    /// After `shapes`: the lengths differ along one axis.
    differ_along(axis) = "They differ along `Axis<{axis}>`.";

    /// After `shapes`: one length is in its type and the other is not. `realize` is code in backquotes.
    kinds_of_length(axis, realize) = "The length of `Axis<{axis}>` stands in one type and is known at run time only in \
        the other: {realize} makes them alike.";

    /// After `shapes`: a number and a vector.
    number_and_vector(side) = "Repeat the number on {side} with `.broadcast_like::<_, Axis<0>>(&the_vector)`, or take \
        `.mean()` or `.sum()` of the vector first.";

    /// After `shapes`: a number and a matrix.
    number_and_matrix(side) = "Take `.sum()` or `.mean()` of the matrix first, or repeat the number on {side} with \
        `.broadcast_like::<_, Axes2<0, 1>>(&the_matrix)`.";

    /// After `shapes`: a vector and a matrix.
    vector_and_matrix(side) = "Repeat the vector on {side} in every row with `.broadcast_like::<_, \
        Axis<0>>(&the_matrix)` (in columns: `Axis<1>`), or take a mean of the matrix first.";

    /// After `shapes`: a number, and a tensor with three axes or more.
    number_and_tensor = "Write the plain number itself, without making a tensor of it: `tensor * 0.5` and `tensor / 2.0` work with \
        every shape.";

    /// After `shapes`: other numbers of axes.
    other_ranks(side) = "`.broadcast_like::<_, Axis<0>>(&the_other)` repeats the one on {side} along a new axis.";

    /// Two tensors on different devices.
    devices(operator, left, right) = "The two sides of `{operator}` live on different devices, `{left}` and `{right}`: \
        make both with the same `device()`.";

    /// A reference to a tensor on the right.
    reference_right(operator) = "The right side of `{operator}` is a reference to a tensor; dfdx calculates with the \
        tensors themselves. Leave out the `&`, or write `.clone()` if it is needed again.";

    /// A reference to a tensor on the left.
    reference_left(operator) = "The left side of `{operator}` is a reference to a tensor; dfdx calculates with the \
        tensors themselves. Write `.clone()` after it, or get at the tensor with `.into_iter()` instead of \
        `.iter()`.";

    /// A reference to a tensor with a tape on the right.
    reference_right_recorded(operator) = "The right side of `{operator}` is a reference to a tensor; dfdx calculates with \
        the tensors themselves. Leave the `&` out, or, if the tensor is needed again, write `x.with_empty_tape()` in the place of \
        `&x`: one with a tape cannot be cloned.";

    /// A reference to a tensor with a tape on the left.
    reference_left_recorded(operator) = "The left side of `{operator}` is a reference to a tensor; dfdx calculates with \
        the tensors themselves. Leave the `&` out, or, if the tensor is needed again, write `x.with_empty_tape()` in the place of \
        `&x`: one with a tape cannot be cloned.";

    /// References to tensors on both sides.
    references(operator) = "Both sides of `{operator}` are references to tensors; dfdx calculates with the tensors themselves. \
        Leave out both `&`.";

    /// `right += said == label`. `kind` is the type of the number on the left.
    condition_added(kind) = "Rust does not add a condition to a number: `{kind}::from(condition)` is 1 where it is true and 0 \
        where it is false.";

    /// `number += tensor`.
    tensor_to_number(operator) = "The left of `{operator}` is a plain number and the right a tensor: `.array()` after a `Scalar` \
        gives its number.";

    /// A number without a point on the right of a tensor.
    whole_right(operator) = "This tensor holds `f32`, and the right side of `{operator}` is a whole number: write it \
        with a point, as in `2.0`.";

    /// A number of another type on the right of a tensor.
    number_right(operator, number) = "This tensor holds `f32`, and the right side of `{operator}` is {number}: write \
        `as f32` after it.";

    /// A `Vec` on the right of a tensor.
    vec_right(operator) = "The left side of `{operator}` is a tensor and the right a `Vec`: make a tensor of it first, \
        with `device().tensor_from_vec(numbers, shape)`.";

    /// A `Vec` on the left of a tensor.
    vec_left(operator) = "The left side of `{operator}` is a `Vec` and the right a tensor: make a tensor of the `Vec` \
        first, with `device().tensor_from_vec(numbers, shape)`.";

    /// A number on the left of a tensor. `code` is what to write.
    number_left(operator, code) = "With a number and a tensor, the tensor stands on the left of `{operator}`: write \
        `{code}`.";

    /// A whole number on the left of a tensor. `code` is what to write.
    whole_left(operator, code) = "With a number and a tensor, the tensor stands on the left of `{operator}`: write \
        `{code}`, with the number as an `f32`.";

    /// A floating-point number is added to a variable that holds a whole number.
    began_whole(kind) = "The variable on the left began as a whole number, and an `{kind}` comes to it: begin with a \
        point, `0.0`.";

    /// A literal without a point and a number with one.
    literal_without_point(side, kind) = "Rust does not mix kinds of numbers: the number on {side} is a whole one, the \
        other an `{kind}`. Write it with a point: `1.0` instead of `1`.";

    /// A whole number and a floating-point number.
    mixed(whole, kind) = "Rust does not mix kinds of numbers: one side is a `{whole}`, the other an `{kind}`. Write \
        `as {kind}` after the `{whole}`.";

    /// A whole number and a literal with a point.
    mixed_literal(whole, kind) = "Rust does not mix kinds of numbers: one side is a `{whole}`, the other an `{kind}`. \
        Write `as {kind}` after the `{whole}`, or leave out the point if whole numbers are meant (`/` then rounds \
        down).";

    /// Two types of whole numbers, or of floating-point numbers.
    mixed_alike(left, right) = "Rust does not mix kinds of numbers: the left side is `{left}`, the right `{right}`. \
        Write `as {left}` after the right one.";

    /// Two types of numbers, of which the right one holds more.
    mixed_smaller_left(left, right) = "Rust does not mix kinds of numbers: the left side is `{left}`, the right `{right}`. \
        Write `as {right}` after the left one.";

    /// A whole number that has none below zero, on the left of one that has.
    unsigned_left(left, right) = "Rust does not mix kinds of numbers: the left side is `{left}`, which has no negative numbers, \
        the right `{right}`. Write `as {right}` after the left one.";

    /// The same with the sides exchanged.
    unsigned_right(left, right) = "Rust does not mix kinds of numbers: the left side is `{left}`, the right `{right}`, which has \
        no negative numbers. Write `as {left}` after the right one.";

    /// An operator on a list.
    list(list, operator) = "A `Vec` is {list}, and `{operator}` does not work on lists: go through the elements, with \
        `for` or `.into_iter().zip(...)`.";

    /// `[0.0] * n`.
    list_repeated = "`*` does not repeat a list: `vec![0.0; n]` is a list of `n` zeros, and `[0.0, 1.0].repeat(n)` has a list `n` \
        times over.";

    /// `list * 2`, where either may be meant.
    list_times_whole = "`*` works on no list: `list.repeat(n)` has it `n` times over, and `list.iter().map(|x| x * 2.0).collect()` \
        multiplies each of its numbers.";

    /// Two tensors are compared.
    comparison(operator) = "A tensor holds many numbers, so `{operator}` has no single yes or no: compare the numbers \
        of `.as_vec()` one by one, or get along with `.relu()` and `.abs()`, which work on every element.";

    /// `^`, which is no power in Rust.
    power = "`^` is no power in Rust: write `.square()`, or `.powi(3)` for other powers.";

    /// `^` between numbers.
    power_of_number = "`^` is no power in Rust: for numbers write `x * x`, `x.powi(2)`, or `x.powf(0.5)`.";

    /// `x != None`, where `x` is a reference.
    compared_with_none = "Here an `Option` is compared with a reference to one: ask it with `.is_some()` or `.is_none()`.";

    /// A reference to a number is compared with a number.
    reference_to_number(name) = "`{name}` is only a reference to a number, and the other side is a number: write `*{name}`.";

    /// `+` between lists.
    lists_joined = "Lists are put together with `[a, b].concat()`, or with `a.extend(b);` where `a` is to grow; to add their \
        numbers, go through both with `.iter().zip(...)`.";

    /// A tensor that was made with numbers without a point.
    tensor_of_whole(operator) = "One side of `{operator}` was made with whole numbers, and the other holds `f32`: write its \
        number with a point, as in `1.0`.";

    /// `-=` on a reference to a number.
    assigned_to_reference(name, operator) = "`{name}` is a reference to a number; to change the number itself write \
        `*{name} {operator} ...`.";

    /// `+=` on a reference to a number that is only lent for reading.
    assigned_to_lent(name, operator) = "`{name}` is a reference to a number that is only lent for reading: go through the list with \
        `.iter_mut()`, and write `*{name} {operator} ...`.";

    /// `*p -= ...`, where `p` leads to a tensor.
    assigned_behind_reference(operator, name, sign) = "The tensors of dfdx have no `{operator}`: write `*{name} = {name}.clone() \
        {sign} ...;`.";

    /// `+` between iterators.
    iterators_joined = "`a.chain(b)` puts one iterator after the other.";

    /// `-=` on a tensor. `sign` is the operator without its `=`.
    assigned_to_recorded(operator, name, sign) = "The tensors of dfdx have no `{operator}`: write `{name} = {name} {sign} \
        ...;`.";

    /// The same on a tensor without a tape.
    assigned_to_tensor(operator, name, sign) = "The tensors of dfdx have no `{operator}`: write `{name} = \
        {name}.clone() {sign} ...;`.";

    /// `0.5 * matrix` of a `Metered`. `code` is what to write.
    metered_left(operator, code) = "With a number and a `Metered`, the matrix stands on the left of `{operator}`: write `{code}`.";

    /// `matrix * count`, where `count` is a whole number or an `f64`.
    metered_right(operator) = "A `Metered` computes with `f32`, and the right side of `{operator}` is another kind of number: write \
        `as f32` after it; where it comes from a division of whole numbers, after both of them.";

    /// `sum += matrix` of a `Metered`.
    metered_assigned(operator, name, sign) = "A `Metered` has no `{operator}`: write `{name} = &{name} {sign} ...;`.";

    /// `list += ...`.
    list_grows = "A list grows with `list.push(x)` by one element, and with `list.extend(others)` by all elements of another one.";

    /// `numbers += others`, where `numbers` is a list of numbers: they may be meant to be added one by one, or appended.
    list_of_sums = "`+=` does not take a list. To add number by number, write `for (sum, x) in sums.iter_mut().zip(others) { *sum \
        += x; }`; to append, `.extend(others)`.";

    /// `gradients += loss.backward()`.
    gradients_added = "`backward` gives all gradients back, those that the tape had taken included: write `gradients = \
        loss.backward();`.";
}

names! {
    "compiler_operator_names";

    /// A `Vec` of anything.
    a_list = "a list";

    /// A `Vec` of tensors.
    list_of_tensors = "a list of tensors";

    /// What stands on the left of an operator.
    left = "the left";

    /// What stands on the right of an operator.
    right = "the right";
}
