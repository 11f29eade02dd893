//! Two tensors that differ, or a tensor on one side only. Most texts follow one that says what is expected and found.

use crate::{names, sentences};

sentences! {
    "compiler_tensors";

    /// Labels for the targets of a loss.
    one_row_per_example = "The loss takes one row per example, with a 1 at the right class.";

    /// `select` of a vector.
    select_of_vector = "`select` with `Labels` picks one number from each row of a matrix, but what stands before it \
        has one axis only: keep the matrix until then.";

    /// `select` with another number of axes.
    select_with(wanted, given, found) = "`select` wants its places as {wanted} here, but {given} is {found}.";

    /// The last layer of the network decides the length. The layers are code in backquotes.
    last_layer(layer, gives, wanted, mended) = "{layer}, the last layer, gives {gives}: for {wanted} write {mended}.";

    /// The lengths of one axis differ.
    lengths(axis, found, wanted) = "Its length along `Axis<{axis}>` is {found} instead of {wanted}: look at the layer \
        or the shape that decides this.";

    /// A length is in the type and should not be. `realize` is code in backquotes.
    length_in_type(axis, realize) = "The length of `Axis<{axis}>` stands in its type: {realize} leaves it to run time.";

    /// A length is not in the type and should be. `realize` is code in backquotes.
    length_at_run_time(axis, realize) = "The length of `Axis<{axis}>` has to stand in the type: {realize} puts it \
        there.";

    /// Tensors on two devices.
    devices(wanted, found) = "A tensor on {wanted} is expected here, but this one lives on {found}: make both with the \
        same `device()`, and write `Dev` in their types.";

    /// Tensors of two kinds of numbers.
    to_dtype(kind) = "`.to_dtype::<{kind}>()` turns one into the other.";

    /// The targets of a loss before what the model says.
    loss_turned_round = "The loss takes what the model says first, with its tape, and the targets second, without one: \
        exchange the two.";

    /// A vector for a number.
    vector_to_number = "`.mean()` or `.sum()` makes one number of it.";

    /// A matrix for a number.
    matrix_to_number = "`.mean()` or `.sum()` makes one number of it; a type such as `let total: Scalar = ...` tells \
        them so.";

    /// A mean of both axes for a vector.
    one_axis_only = "Take the mean or the sum along one axis only, `Axis<0>` or `Axis<1>`.";

    /// A matrix for a vector.
    matrix_to_vector = "`.mean::<_, Axis<0>>()` leaves one number per column, `Axis<1>` one per row.";

    /// A number for a vector.
    one_axis_stays = "One axis has to stay: take the mean or the sum along the other one only.";

    /// A vector for a matrix.
    vector_to_matrix = "If it is to be repeated, `.broadcast_like::<_, Axis<0>>(&matrix)` makes it every row; \
        otherwise look at the type that was promised.";

    /// Any other numbers of axes.
    other_ranks = "Look at the operation that takes axes away, or at the type that was promised.";

    /// The number of a tensor was taken out.
    leave_array_away = "Leave `.array()` away.";

    /// A number for a tensor with a tape.
    keep_tensors = "Keep working with tensors, so that the tape sees what is done.";

    /// A number for a tensor. `code` is the number, or the word `number`.
    number_to_tensor(code) = "Write `device().tensor({code})`.";

    /// A number for a tensor with axes. `kind` is `Vector` or `Matrix`, `code` the number, or the word `number`.
    number_everywhere(kind, code) = "For this number everywhere begin with `let zeros: {kind} = device().zeros_like(&shape);`, \
        with the shape that is wanted, and write `zeros + {code}`.";

    /// `maximum(0.0)`.
    maximum_with_number = "`maximum` compares with another tensor of the same shape; for a number, `max(x, 0)` for every \
        element is `.relu()`, and `.clamp(low, f32::MAX)` keeps what is above any other.";

    /// `minimum(1.0)`.
    minimum_with_number = "`minimum` compares with another tensor of the same shape; for a number, `.clamp(f32::MIN, high)` \
        cuts off what is above it.";

    /// The numbers of a tensor were taken out.
    leave_as_vec_away = "Leave `.as_vec()` away.";

    /// Labels in a `Vec` for the targets of a loss.
    one_hot = "The loss takes one row per example with a 1 at the right class, as `.one_hot(&device(), batch)` gives \
        it.";

    /// A `Vec` for a tensor.
    vec_to_tensor = "Make a tensor of it with `device().tensor_from_vec(numbers, shape)`.";

    /// `0..tensor`.
    range(given, code) = "A range counts to a number, and {given} is a tensor: its first length is `{code}.shape().0`.";

    /// The function gives back, as a tensor, what is declared as a number.
    declared_as_number(name, kind) = "`{name}` is given back as a tensor, and declared as a plain number: leave out \
        `: {kind}` after its name.";

    /// A variable that is declared as a number is to hold a tensor with a tape.
    declare_scalar = "Call it a tensor, `Scalar<T>`, so that it keeps its tape, or take the number out with \
        `.array()`.";

    /// A `Scalar` for a number.
    take_number = "`.array()` after it gives its number.";

    /// A tensor with axes for a number.
    reduce_and_take_number = "Take its `.mean()` or `.sum()`, and the number out of that with `.array()`.";

    /// A tensor for a `Vec` of numbers.
    take_numbers = "`.as_vec()` after it gives its numbers.";

    /// A tensor for a `Vec` of rows.
    stay_with_rows = "Stay with the `Vec` of rows: there is no need for a tensor.";

    /// One value for a tuple.
    put_in_parentheses = "Put all of them in parentheses, `(first, second)`.";
}

names! {
    "compiler_tensors_names";

    /// The device of the course.
    processor = "`Dev` (the processor)";

    /// Another device.
    device(name) = "`{name}`";

    /// A tensor of one kind of numbers.
    tensor_of(kind) = "a tensor of `{kind}`";

    /// A number that is no tensor.
    plain_number = "a plain number";

    /// A number that is no tensor, with its type.
    plain_number_of(kind) = "a plain number (`{kind}`)";

    /// A list.
    vec = "a `Vec`";

    /// A list of numbers.
    vec_of_numbers = "a `Vec` of numbers";

    /// A list of lists of numbers.
    vec_of_rows = "a `Vec` of rows (`Vec<Vec<f32>>`)";

    /// One value where several are expected.
    only_one = "only one value";
}
