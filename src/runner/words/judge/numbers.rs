//! The table of numbers under a diagnosis: what stands in its cells.

use crate::{labels, names};

labels! {
    "judge.numbers";

    /// Whose numbers the table shows.
    curve(series) = "curve `{series}`";

    /// A tolerance: none.
    exact = "exact";

    /// A tolerance: how far chance may take a mean or a share.
    by_chance(allowed) = "{allowed} (what chance allows)";

    /// A tolerance, absolute and relative, and what it follows from. `format` is `f32` or `f64`.
    tolerance(absolute, relative, format, elements) = "{absolute} + {relative} of the expected value ({format}, \
        {elements} elements)";

    /// The same for an input of one element.
    tolerance_of_one(absolute, relative, format) = "{absolute} + {relative} of the expected value ({format}, 1 \
        element)";

    /// The same with what rounding of the inputs adds.
    tolerance_rounded(absolute, relative, rounding, format, elements) = "{absolute} + {relative} of the expected \
        value + {rounding} for rounding ({format}, {elements} elements)";

    /// The same for an input of one element.
    tolerance_rounded_of_one(absolute, relative, rounding, format) = "{absolute} + {relative} of the expected value \
        + {rounding} for rounding ({format}, 1 element)";

    /// A row's head: the share of examples that are named rightly.
    share_right = "share right";

    /// A row's head: an accuracy that was returned.
    accuracy = "accuracy";

    /// A row's head: the shape.
    shape = "shape";

    /// A row's head: the shape of one of several arrays, counted from 0.
    shape_of_array(array) = "shape of array {array}";

    /// A row's head: the sort of value.
    sort = "type";

    /// A row's head: the number of arrays.
    arrays = "arrays";

    /// A row's head: the sum of a row, counted from 0.
    sum_of_row(row) = "sum of row {row}";

    /// A row's head: the whole answer.
    all = "all";

    /// A row's head: what one rank has, counted from 0.
    rank(rank) = "rank {rank}";

    /// A row's head: the mean of the last tenth of a curve.
    end = "end (last tenth)";

    /// A row's head: a step of a training.
    step(step) = "step {step}";

    /// A row's head: a number by its position, where the order is of no interest.
    in_any_order(position) = "{position}, in any order";

    /// What is expected: not less than that.
    at_least(number) = "at least {number}";

    /// What is expected: not more than about that.
    will_do(number) = "{number} will do";

    /// What is expected: less than that.
    less_than(number) = "less than {number}";

    /// What is expected: more than that.
    more_than(number) = "more than {number}";

    /// What is expected: not more than that.
    at_most(number) = "at most {number}";

    /// What is expected of an accuracy that was returned.
    measured(accuracy) = "{accuracy} measured";

    /// Yours: NaN or infinite.
    not_finite = "not finite";

    /// What is expected: neither NaN nor infinite.
    finite = "finite";
}

names! {
    "judge.numbers_names";

    /// Where something is, in an answer of yes or no.
    the_answer = "the answer";

    /// Where something is, in an answer that is a single number.
    the_number = "the number";

    /// Where something is, in one of several arrays, counted from 0: "[0, 1] of array 1".
    in_array(position, array) = "{position} of array {array}";

    /// A value that is shown by its size only.
    bytes(bytes, shape) = "{bytes} bytes of shape {shape}";

    /// A value without elements.
    nothing(shape) = "nothing, shape {shape}";

    /// Many arrays of different shapes, with their first numbers.
    ragged(arrays, elements, first) = "{arrays} arrays of {elements} elements in all: [{first}, ...]";

    /// A large array, with its first numbers.
    begun(first, shape) = "[{first}, ...] of shape {shape}";
}
