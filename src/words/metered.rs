//! What is said of matrices whose products and bytes are counted.

use crate::sentences;

sentences! {
    "metered";

    /// Numbers are read inside of a function that is counted.
    taken_out(rows, columns) = "Taking the numbers out of a {rows}x{columns} `Metered` goes around what is counted: compute \
        with its methods, and look at it with `.print(\"name\")`.";

    /// A matrix was kept from an earlier call, in a thread-local.
    of_earlier_call = "This `Metered` is left from an earlier call: what a call needs has to come from its inputs.";

    /// A product of two matrices that do not fit.
    matmul(rows, columns, other_rows, other_columns) = "A {rows}x{columns} matrix cannot be multiplied with one of \
        {other_rows}x{other_columns}: the first needs as many columns as the second has rows.";

    /// Two matrices that are added, say, element by element.
    shapes(rows, columns, other_rows, other_columns) = "A {rows}x{columns} matrix and one of {other_rows}x{other_columns} \
        do not fit each other element by element: they need the same shape, or one of them a single row or column.";

    /// Rows or columns that are not there. Both ends are counted from 0, the last one is not taken.
    range(start, end, rows, columns) = "There is no {start}..{end} in a {rows}x{columns} matrix.";

    /// What is appended has another width, or another height.
    append(other_rows, other_columns, rows, columns) = "A {other_rows}x{other_columns} matrix cannot be appended to one of \
        {rows}x{columns}.";

    /// Rows of different length.
    ragged = "The rows of a matrix need the same length.";

    /// A share of dropout that leaves nothing.
    share(share) = "A share of {share} cannot be dropped: it has to be 0 or more, and less than 1.";
}
