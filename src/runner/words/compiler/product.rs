//! Products of matrices whose sizes do not go together.

use crate::sentences;

sentences! {
    "compiler_product";

    /// `a.matmul(&b)`.
    reference = "`matmul` takes the tensor itself: leave out the `&`, or write `.clone()` if it is needed again.";

    /// The same of a tensor with a tape.
    reference_recorded = "`matmul` takes the tensor itself: leave out the `&`. If it is needed again, `.with_empty_tape()` \
        after it is a second one; one with a tape cannot be cloned.";

    /// The two inner lengths differ.
    lengths(columns, rows, left, right) = "`matmul` needs as many columns on the left as there are rows on the right, \
        {columns} and {rows} here: the left is {left} and the right {right}.";

    /// One of the two inner lengths is in its type and the other is not. `realize` is code in backquotes.
    kinds_of_length(left, right, realize) = "`matmul` needs the columns on the left and the rows on the right as the \
        same kind of length: the left is {left} and the right {right}. `.realize` with the whole shape makes them \
        alike, as in {realize}.";

    /// A matrix times a vector.
    vector(left, right) = "`matmul` has no product of a matrix with a vector on its right: the left is {left} and the \
        right {right}. Make the vector a matrix with one column, `.reshape_like(&(n, 1))`, or put the vector on the \
        left.";
}
