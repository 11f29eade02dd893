//! An operation along the wrong axis.

use crate::{names, sentences};

sentences! {
    "judge.pattern.axes";

    /// What came out is the operation along another axis. `operation` is a name below, and so are `yours` and `right`:
    /// "the mean of each column".
    wrong_axis(input, subject, operation, yours, right, axis) = "You work along the wrong axis of {input}: {subject} \
        is the {operation} of {yours}, that of {right} is expected, so `Axis<{axis}>` is the one to reduce.";

    /// The same where the right operation is over all elements.
    all_axes(input, subject, operation, yours, right) = "You work along the wrong axis of {input}: {subject} is the \
        {operation} of {yours}, that of {right} is expected, so all of them have to be reduced.";

    /// What came out would be right if two axes of the input changed places.
    two_axes(input, subject, first, second) = "You work along the wrong axis of {input}: {subject} is what would be \
        right if its axes {first} and {second} (counted from 0) had changed places.";
}

names! {
    "judge.pattern.axes_names";

    /// What an operation is an operation of.
    each_column = "each column";

    /// What an operation is an operation of.
    each_row = "each row";

    /// What an operation is an operation of, in a tensor of more than two axes. Axes are counted from 0.
    each_line(axis) = "each line along axis {axis}";

    /// What an operation is an operation of.
    everything = "all elements together";

    /// An operation.
    sum = "sum";

    /// An operation.
    mean = "mean";

    /// An operation.
    largest = "largest element";

    /// An operation.
    smallest = "smallest element";

    /// An operation, argmax.
    position_of_largest = "position of the largest element";

    /// An operation, argmin.
    position_of_smallest = "position of the smallest element";

    /// An operation, divided by n.
    variance = "variance";

    /// An operation, divided by n - 1.
    variance_less_one = "variance (with n - 1)";

    /// An operation, divided by n.
    deviation = "standard deviation";

    /// An operation, divided by n - 1.
    deviation_less_one = "standard deviation (with n - 1)";

    /// An operation, the Euclidean norm.
    length = "length (the root of the sum of squares)";

    /// An operation.
    softmax = "softmax";

    /// An operation.
    log_softmax = "logarithm of the softmax";

    /// An operation.
    log_sum_exp = "logarithm of the sum of exponentials";

    /// An operation.
    distance_from_mean = "distance from the mean";

    /// An operation.
    standardization = "standardization (mean 0, deviation 1)";

    /// An operation.
    normalization = "normalization to length 1";

    /// An operation.
    running_sum = "running sum";
}
