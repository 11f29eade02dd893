//! The numbers of a check that fails.

use crate::labels;

labels! {
    "screen_numbers";

    /// Behind the case that is shown, where several fail.
    smallest(failed) = "({failed} cases fail, this is the smallest)";
    /// How far a number may be off; `tolerance` is a number or two.
    tolerance(tolerance) = "tolerance {tolerance}";
    /// The only number is off.
    one_element = "1 of 1 element off";
    /// How many numbers are off. All of them are shown.
    elements(off, of) = "{off} of {of} elements off";
    /// How many numbers are off, and one of them is shown.
    elements_one_shown(off, of) = "{off} of {of} elements off; the worst is shown";
    /// How many numbers are off, and so many of them are shown.
    elements_shown(off, of, shown) = "{off} of {of} elements off; the worst {shown} are shown";
    /// Over a column: where the number is.
    element = "element";
    /// Over a column: the learner's number.
    yours = "yours";
    /// Over a column: the right number.
    expected = "expected";
    /// Over a column: by how much the learner's number is off.
    error = "error";
    /// In front of a row of signs, one for each number.
    row(number) = "row {number}";
    /// What the signs mean.
    signs(fine, off) = "{fine} fine  {off} off";
    /// Only a part of the rows is shown.
    first_rows(shown, rows) = "the first {shown} of {rows} rows";
}
