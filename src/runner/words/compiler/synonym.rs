//! What to write for names that other libraries have. Each text follows one that says what has no method of that name.

use crate::sentences;

sentences! {
    "compiler_synonym";

    /// `pow` of a tensor.
    power = "A square is `.square()`, other powers are `.powi(3)` or `.powf(0.5)`.";

    /// `log` of a tensor.
    logarithm = "The natural logarithm is `.ln()`.";

    /// `len`, `rows`, `dims` and their like of a tensor.
    lengths = "Its lengths are in `.shape()`: `.shape().0` is the first, `.shape().1` the second.";

    /// `iter`, `to_vec`, `numpy` and their like of a tensor.
    numbers = "`.as_vec()` gives its numbers as a `Vec`, row by row.";

    /// `item` and its like of a tensor.
    item = "`.array()` gives the number of a `Scalar`.";

    /// `mean_axis`, `avg` and their like of a tensor.
    mean = "The mean along an axis is `.mean::<_, Axis<0>>()`.";

    /// `sum_axis` and its like of a tensor.
    sum = "The sum along an axis is `.sum::<_, Axis<0>>()`.";

    /// `std` and its like of a tensor.
    deviation = "The deviation along an axis is `.stddev::<_, Axis<0>>(0.0)`.";

    /// `variance` and its like of a tensor.
    variance = "The variance along an axis is `.var::<_, Axis<0>>()`.";

    /// `argmax` and its like of a tensor.
    largest = "Go through its numbers, `.as_vec()`, and look for the place of the largest.";

    /// `dot`, `mm` and their like of a tensor.
    product = "The product of matrices is `.matmul(other)`.";

    /// `t`, `transpose` and their like of a tensor.
    transpose = "Rows and columns are exchanged by `.permute()`, with the new type told.";

    /// `expand`, `repeat`, `tile` and their like of a tensor.
    repeat = "`.broadcast_like::<_, Axis<0>>(&other)` repeats it along a new axis.";

    /// `view`, `flatten` and their like of a tensor.
    reshape = "`.reshape_like(&(rows, columns))` gives it another shape.";

    /// `detach` and its like of a tensor.
    detach = "`.retaped::<NoneTape>()` is a copy without a tape.";

    /// `requires_grad` and its like of a tensor.
    trace = "`.leaky_trace()` is a copy with an empty tape.";

    /// `sign` of a tensor.
    sign = "`.relu()` keeps what is above zero, and `-x` with `.relu()` what is below.";

    /// `clip` and its like of a tensor.
    clamp = "`.relu()` is `max(x, 0)` for every element, and `.clamp(low, high)` cuts off at both ends.";

    /// `cross_entropy` of a tensor.
    cross_entropy = "The loss is the function `cross_entropy_with_logits_loss(logits, targets)`.";

    /// `cuda`, `cpu` and `to` of a tensor.
    device = "Every tensor of the course lives on `device()`, the processor.";

    /// `map` of a tensor.
    map = "Use dfdx's operations, such as `.relu()`, which work on every element, or the numbers of `.as_vec()`.";

    /// `relu` of a number.
    relu_of_number = "For a number write `.max(0.0)`.";

    /// `square` of a number.
    square_of_number = "For a number write `.powi(2)`.";

    /// `array`, `as_vec` or `item` of a number.
    leave_away = "Leave it away.";

    /// `len` of a number.
    length_of_number = "It has no length, so leave `.len()` away, or an index before it.";

    /// `pow` of a number.
    power_of_number = "For an `f32` write `.powi(2)` or `.powf(0.5)`.";
}
