//! An axis that a tensor does not have, or one that leaves another shape than is wanted.

use crate::sentences;

sentences! {
    "compiler_axis";

    /// A single number has no axis at all.
    none_in_number(axis) = "A single number has no axes, so there is no `Axis<{axis}>`: leave this operation out.";

    /// A vector has one axis, and another is named.
    none_in_vector(axis) = "A vector has only `Axis<0>`, so there is no `Axis<{axis}>`: write `Axis<0>`.";

    /// A matrix has two axes, and another is named.
    none_in_matrix(axis) = "A matrix has two axes, so there is no `Axis<{axis}>`: `Axis<0>` runs down the rows, \
        `Axis<1>` along the columns.";

    /// A tensor has three axes or more, and another is named.
    none_in_tensor(last, axis) = "This tensor has the axes 0 to {last}, so there is no `Axis<{axis}>`.";

    /// `Axis<-1>`.
    negative = "Axes count from 0 and are never negative: the last one of a matrix is `Axis<1>`, and that of a tensor with three axes \
        `Axis<2>`.";

    /// A broadcast that adds no axis.
    no_new = "A broadcast adds axes, but here the result is to have as many as there were.";

    /// A broadcast adds one axis, and more are named.
    one_new(from, to, named) = "Turning {from} into {to} takes one new axis, but {named} are named here.";

    /// A broadcast adds several axes, and one is named.
    new_but_one(from, to, new) = "Turning {from} into {to} takes {new} new axes, but only one is named here.";

    /// A broadcast adds several axes, and another number of them is named.
    new(from, to, new, named) = "Turning {from} into {to} takes {new} new axes, but {named} are named here.";

    /// An operation takes an axis away, and the shape is to stay. `method` is code in backquotes.
    shape_stays(method, shape) = "{method} takes an axis away, so {shape} cannot stay one: name the axis, as in \
        `::<_, Axis<0>>()`, or use an operation that works on each element.";

    /// An operation whose name is not known takes an axis away, and the shape is to stay.
    shape_stays_here(shape) = "This operation takes an axis away, so {shape} cannot stay one: name the axis, as in \
        `::<_, Axis<0>>()`, or use an operation that works on each element.";

    /// The axes that are taken away leave another shape than is wanted. `axes` is code: `Axis<0>`, `Axes2<0, 1>`.
    leaves(axes, from, to, wanted) = "Without `{axes}`, {from} becomes {to}, and not {wanted}: write `_` for the \
        shape, and the axes that are to go.";
}
