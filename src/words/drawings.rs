//! What several drawings say of themselves. What only one of them says stands in its own file, in `src/report/drawing`.

use crate::{labels, names, sentences};

sentences! {
    "drawings";

    /// When a drawing was as the sentence before says.
    step(step) = "This was at step {step}.";

    /// The least and the greatest number in it.
    range(low, high) = "Its numbers go from {low} to {high}.";
}

labels! {
    "drawings_labels";

    /// In the place of a picture.
    nothing = "nothing to draw yet";
    /// In the place of a picture: all of its numbers are NaN or infinite.
    no_finite_number = "no finite number";
}

names! {
    "drawings_names";

    /// The size of a matrix or an image.
    size(rows, columns) = "{rows} by {columns}";

    /// A value.
    infinity = "infinity";

    /// A value.
    minus_infinity = "minus infinity";
}
