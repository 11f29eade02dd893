//! Axes that change places, shapes that are given by hand, and axes that stand as values.

use crate::sentences;

sentences! {
    "compiler_permute";

    /// What `permute` takes.
    permute = "`permute` takes two things in `<...>`, the new shape, which Rust works out if you write `_`, and the axes \
        in their new order: `.permute::<_, Axes3<0, 2, 1>>()`, or `Axes2<1, 0>` for a matrix.";

    /// `permute::<...>` without `()`.
    parentheses = "The parentheses of the call are missing: write `()` after the `>` at the end.";

    /// `permute` without its axes.
    unknown_order = "Rust cannot tell in which order `permute` is to put the axes: write `.permute::<_, \
        Axes3<0, 2, 1>>()` to exchange the last two of three, and `Axes2<1, 0>` for a matrix.";

    /// Another number of axes than the tensor has. `kind` is `Axes2` and so on.
    other_order(axes, kind, named) = "This tensor has {axes} axes, and `{kind}` names {named}: `permute` wants all of them \
        in their new order, such as `Axes3<0, 2, 1>` for three.";

    /// A shape in brackets.
    shape_in_brackets = "A shape is a tuple: write it in parentheses, as in `.reshape_like(&(rows, columns))`, instead of \
        brackets.";

    /// `Axes<0, 2, 1>` for `Axes3<0, 2, 1>`.
    axes_with_number(count, axes) = "The name of several axes says how many there are: write `Axes{count}{axes}`.";

    /// What `concat_along` takes.
    concat_along = "The axis of `concat_along` is a value in its parentheses: write `.concat_along(Axis::<2>)`, with the \
        number of your axis.";

    /// A number for an axis that is a value.
    number_for_axis(number) = "An axis is no number, but has a type of its own: as a value it is written \
        `Axis::<{number}>`.";

    /// What `reshape` takes, where the shape is known at run time.
    reshape = "`reshape` takes no arguments, because it finds its shape in the type; a shape that is known at run time only \
        goes to `.reshape_like(&(rows, columns))`.";

    /// What `reshape_like` takes.
    reshape_like = "`reshape_like` takes one reference to the whole shape, a tuple: `.reshape_like(&(rows, columns))`, with \
        two pairs of parentheses.";

    /// `device().tensor(rows)`.
    tensor_of_rows = "`tensor` takes no list of rows: write `device().tensor_from_vec(rows.concat(), (rows.len(), \
        rows[0].len()))`.";
}
