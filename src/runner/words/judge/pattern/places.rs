//! The right numbers in wrong places, or some of them in their places.

use crate::{names, sentences};

sentences! {
    "judge.pattern.places";

    /// Axes of the answer changed places, and its shape shows it. One of the next three follows.
    transposed_shape(subject, yours, right) = "The values of {subject} are right but transposed: yours has shape \
        {yours}, {right} is expected.";

    /// Axes of the answer changed places, and its shape does not show it. One of the next three follows.
    transposed(subject) = "The values of {subject} are right but transposed.";

    /// Which axes of a matrix.
    rows_and_columns = "Rows and columns changed places.";

    /// Which axes.
    two_axes(first, second) = "Axes {first} and {second} (counted from 0) changed places.";

    /// Which axes, where more than two moved: lists of numbers.
    axes(yours, right) = "Your axes {yours} are the axes {right} of the right answer.";

    /// The right numbers in the right order under another shape. `right` may be "a single number".
    shape(subject, yours, right) = "The numbers of {subject} are right and in the right order, but it has shape \
        {yours}; {right} is expected.";

    /// The same where yours is a single number. One of the next three follows.
    single_number(subject, right) = "The number of {subject} is right, but it is a single number; {right} is \
        expected.";

    /// What is wrong with the shape.
    axis_too_many = "There is an axis of length 1 too many.";

    /// What is wrong with the shape.
    axis_missing = "An axis of length 1 is missing.";

    /// What is wrong with the shape.
    arranged = "The numbers only have to be arranged in another way.";

    /// The numbers of the transposed answer under the right shape.
    reshaped(subject) = "The numbers of {subject} are right and the shape is, but they are laid out along the wrong \
        axes: a reshape stands where the axes have to be permuted.";

    /// Everything stands one place too late. `step` is "position", "row", "column" or the name below.
    late(subject, step) = "{subject} has the right values one {step} too late: look for an index that is off by one.";

    /// Everything stands one place too early. `step` is "position", "row", "column" or the name below.
    early(subject, step) = "{subject} has the right values one {step} too early: look for an index that is off by \
        one.";

    /// Each element is the sum of all right ones up to it, whatever row they stand in.
    total_of_all(subject) = "Each element of {subject} is the right one plus all right ones before it: look for a total \
        that is not set back to zero.";

    /// The same within each row.
    total_of_row(subject) = "Each element of {subject} is the right one plus all right ones before it in its row: look \
        for a total that is set back to zero for each row only.";

    /// The same within each column.
    total_of_column(subject) = "Each row of {subject} is the right one plus all right rows before it: look for totals \
        that are not set back to zero.";

    /// Another order.
    order(subject) = "All values of {subject} are there, but in another order.";

    /// One row holds wrong numbers. `line` is "element", "row", "column" or "matrix".
    last_wrong(line, subject) = "Only the last {line} of {subject} is wrong; all the others are right.";

    /// One row holds wrong numbers. `line` is "element", "row", "column" or "matrix".
    first_wrong(line, subject) = "Only the first {line} of {subject} is wrong; all the others are right.";

    /// One row is zero. `line` is "element", "row", "column" or "matrix".
    last_at_zero(line, subject) = "Only the last {line} of {subject} is wrong: it is left at zero. Look whether a loop \
        or a range ends one too early.";

    /// One row is zero. `line` is "element", "row", "column" or "matrix".
    first_at_zero(line, subject) = "Only the first {line} of {subject} is wrong: it is left at zero. Look whether a \
        loop or a range starts one too late; counting starts at 0.";

    /// One row is right, and the others hold wrong numbers. `line` is "element", "row", "column" or "matrix".
    only_first(line, subject) = "Only the first {line} of {subject} is right; all the others are wrong.";

    /// One row is right, and the others hold wrong numbers. `line` is "element", "row", "column" or "matrix".
    only_last(line, subject) = "Only the last {line} of {subject} is right; all the others are wrong.";

    /// One row is right, and the others are zero. `line` is "element", "row", "column" or "matrix".
    only_first_written(line, subject) = "Only the first {line} of {subject} is right, and all the others are zero: \
        look whether a loop ends after its first round.";

    /// One row is right, and the others are zero. `line` is "element", "row", "column" or "matrix".
    only_last_written(line, subject) = "Only the last {line} of {subject} is right, and all the others are zero: \
        look whether each round of a loop replaces what the rounds before it found.";

    /// A list of rows has one too few.
    last_missing(subject, case, yours, right) = "{subject} lacks the last row: in {case}, {yours} of {right} rows are \
        there, and those are right. Check whether a loop runs one iteration too few.";

    /// A list of rows has one too few.
    first_missing(subject, case, yours, right) = "{subject} lacks the first row: in {case}, {yours} of {right} rows are \
        there, and those are right. Check that the first iteration of a loop keeps its row.";

    /// A list of rows has one too many, and the others are right.
    one_more_before(subject, case, yours, right) = "{subject} has one row too many, before the right ones: {yours} in \
        {case}, where {right} is the right number.";

    /// A list of rows has one too many, and the others are right.
    one_more_after(subject, case, yours, right) = "{subject} has one row too many, after the right ones: {yours} in \
        {case}, where {right} is the right number.";

    /// A list of rows holds one of them.
    only_last_there(subject, case, right) = "{subject} holds only the last row; in {case}, there should be {right}.";

    /// A list of rows holds one of them.
    only_first_there(subject, case, right) = "{subject} holds only the first row; in {case}, there should be {right}.";

    /// A list of rows is shorter than it should be.
    stops_early(subject, case, yours, right) = "{subject} stops too early: in {case}, it has the first {yours} of \
        {right} rows, and those are right.";

    /// A list has rows where nothing is right but an empty one.
    not_empty(subject, case) = "{subject} has to be empty in {case}, and yours is not; wherever rows are \
        expected, yours are right.";
}

names! {
    "judge.pattern.places_names";

    /// A step in a vector, after "one".
    position = "position";

    /// A step in a tensor of more than two axes, after "one".
    place_along_axis = "place along one axis";
}
