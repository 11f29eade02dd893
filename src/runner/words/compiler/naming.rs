//! What types and their values are called.

use crate::names;

names! {
    "compiler_naming";

    /// A tensor of which nothing more is known.
    tensor = "a tensor";

    /// A tensor of labels. `Labels` is the name of its type.
    labels = "`Labels`, whole numbers";

    /// A tensor of whole numbers that is no vector.
    whole_tensor(shape) = "a tensor of whole numbers, shape `{shape}`";

    /// A tensor without axes.
    scalar = "a `Scalar` (one number)";

    /// A tensor with one axis, whose length is not in its type.
    plain_vector = "a `Vector` (shape `(n,)`)";

    /// A tensor with two axes, whose lengths are not in its type.
    plain_matrix = "a `Matrix` (shape `(rows, columns)`)";

    /// A tensor with one axis.
    shaped_vector(shape) = "a vector of shape `{shape}`";

    /// A tensor with two axes.
    shaped_matrix(shape) = "a matrix of shape `{shape}`";

    /// A tensor with four axes: a batch of images.
    shaped_images(shape) = "images of shape `{shape}`";

    /// A tensor with three axes, or with more than four.
    shaped_tensor(shape) = "a tensor of shape `{shape}`";

    /// A tensor without axes, where only their number matters.
    rank_0 = "a single number";

    /// A tensor with one axis, where only their number matters.
    rank_1 = "a vector";

    /// A tensor with two axes, where only their number matters.
    rank_2 = "a matrix";

    /// A tensor with three axes or more, where only their number matters.
    rank(axes) = "a tensor with {axes} axes";

    /// A network, made of layers.
    network = "the network";

    /// The type of what gives nothing back.
    nothing = "nothing (`()`)";

    /// A number without a point, whose type is not known yet.
    whole = "a whole number";

    /// A floating-point number, whose type is not known yet.
    with_point = "a floating-point number";

    /// A value of type `f32`.
    f32 = "a number (`f32`)";

    /// A value of type `usize`.
    usize = "a whole number (`usize`)";

    /// A reference to something that has a name in words.
    reference_to(what) = "a reference to {what}";

    /// A reference to something that has only a type.
    reference(code) = "a reference, `{code}`";

    /// A type that has no name in words.
    code(code) = "`{code}`";

    /// A number of a type whose name is read with "an", such as `i32` and `f32`.
    an_kind(kind) = "an `{kind}`";

    /// A number of a type whose name is read with "a", such as `usize` and `u8`.
    a_kind(kind) = "a `{kind}`";

    /// A tuple without values.
    empty_tuple = "an empty tuple";

    /// A tuple with one value.
    tuple_of_one = "a tuple of one value";

    /// A tuple.
    tuple(number) = "a tuple of {number} values";
}
