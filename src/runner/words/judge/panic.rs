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

    /// A tensor without elements.
    no_elements = "The tensor has no elements, and dfdx cannot go through one like that, as `.as_vec()` does: look \
        at its `.shape()` first.";

    /// Two shapes or lengths differ.
    not_equal(left, right) = "Two shapes or lengths that have to be equal are not: {left} and {right}. Print the \
        `.shape()` of the tensors that meet there.";
}
