//! Panics. Those of dfdx are explained: its own assertions say little to someone who meets them for the first time.

use crate::sentences;

sentences! {
    "judge.panic";

    /// The function panicked, with a message. `place` is a file and a line.
    at_saying(function, place, case, message) = "`{function}` panicked at {place} in {case}: {message}";

    /// The function panicked, without a message.
    at(function, place, case) = "`{function}` panicked at {place} in {case}.";

    /// The function panicked with a message, nobody knows where.
    saying(function, case, message) = "`{function}` panicked in {case}: {message}";

    /// The function panicked without a message, nobody knows where.
    somewhere(function, case) = "`{function}` panicked in {case}.";

    /// dfdx panicked. One of the sentences below follows.
    inside_dfdx(function, case) = "`{function}` panicked inside dfdx in {case}.";

    /// A panic of dfdx that is not explained. `place` is a file of dfdx and a line.
    says(place, message) = "It says ({place}): {message}";

    /// A tensor was made from a vector of another length.
    number_of_values = "A tensor was made from another number of values than its shape holds: compare the length of \
        the vector with the shape beside it.";

    /// A tensor with a tape was used twice in one operation.
    met_itself = "A recorded tensor met itself in one operation, as in `w * w`: its gradient would be needed twice. \
        Use `.square()`, or `w.with_empty_tape() * 1.0` for one of the two: that makes it another tensor.";

    /// There is no gradient of that tensor.
    no_gradient = "A gradient was asked for that is not there: the tensor took no part in what `backward` played \
        back, or left the tape on the way.";

    /// An optimiser misses gradients.
    unused_parameters = "The optimiser found parameters without a gradient: every layer has to take part in the \
        loss.";

    /// An element was asked for that is not there. Both are lists of numbers: "[7]", "(5,)".
    index(index, shape) = "Something asked for the element {index} of a tensor of shape {shape}, and there is none: \
        counting starts at 0, so the last index is one less than the length.";

    /// After what a panic says of an index: the index is what becomes of a number below zero. `number` is that number.
    below_zero(index, number) = "In a `usize`, which has no negative numbers, {index} is what becomes of {number}: look for a \
        subtraction that goes below zero, or for `as usize` after a negative number.";

    /// After what `gen_range` says of a range without numbers.
    empty_range = "`gen_range` had no number to choose from, as in `0..0`: look at both ends of the range that it gets.";

    /// A tensor was given another shape. Both are numbers of elements.
    reshaped(elements, wanted) = "A reshape was to go from {elements} elements to {wanted}: it moves none, so the product of \
        the lengths has to stay the same.";

    /// Two tensors were joined, one of which does not lie in memory in the order of its axes.
    not_contiguous = "One of the tensors that are joined was permuted or broadcast before, and lies in memory in another \
        order: call `.contiguous()` on it first.";

    /// A tensor was to be made of several, and there was none.
    nothing_to_stack = "There are no tensors to stack: the list was empty.";

    /// A tensor without elements.
    no_elements = "The tensor has no elements, and dfdx cannot go through one like that, as `.as_vec()` does: look \
        at its `.shape()` first.";

    /// Two shapes or lengths differ.
    not_equal(left, right) = "Two shapes or lengths that have to be equal are not: {left} and {right}. Print the \
        `.shape()` of the tensors that meet there.";
}
