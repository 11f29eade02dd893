//! NaN or infinity: where first, and the input that made it.

use crate::sentences;

sentences! {
    "judge.pattern.not_finite";

    /// A single number is NaN.
    number_nan(subject, case) = "{subject} is NaN in {case}.";

    /// A single number is infinite.
    number_infinite(subject, case) = "{subject} is infinite in {case}.";

    /// A single number is minus infinity.
    number_minus_infinite(subject, case) = "{subject} is minus infinity in {case}.";

    /// Some of several numbers are NaN.
    nan(subject, position, case) = "{subject} is NaN first at {position} in {case}.";

    /// Some of several numbers are infinite.
    infinite(subject, position, case) = "{subject} is infinite first at {position} in {case}.";

    /// Some of several numbers are minus infinity.
    minus_infinite(subject, position, case) = "{subject} is minus infinity first at {position} in {case}.";

    /// After one of these six: what stands at the same place of an input.
    input_there(input, number) = "There, {input} is {number}.";

    /// The cause: an input is so large that its exponential is infinite.
    goes_up(input, largest) = "In this case {input} goes up to {largest}, and `exp` of more than 88 is infinite in \
        f32.";

    /// The cause: an input is so large and so small, in places, that either may be at fault.
    goes_both(input, smallest, largest) = "In this case {input} goes from {smallest} to {largest}. In f32 `exp` of more than \
        88 is infinite and `exp` of less than -104 is 0: look for one of the two in front of a division or a logarithm.";

    /// The cause: an input is so small that its exponential is 0.
    goes_down(input, smallest) = "In this case {input} goes down to {smallest}, and `exp` of less than -104 is 0 in \
        f32: a logarithm of it is infinite.";

    /// The same where a number is NaN.
    goes_down_nan(input, smallest) = "In this case {input} goes down to {smallest}, and `exp` of less than -104 is 0 in \
        f32: zero divided by zero is NaN.";

    /// The cause: an input is infinite in places.
    infinite_input(input) = "In this case {input} is infinite in places: infinity minus infinity is NaN, and so is zero \
        times infinity.";

    /// The cause of a NaN is not known.
    look_nan = "NaN comes from zero divided by zero, infinity divided by infinity, zero times infinity, infinity minus \
        infinity, and the logarithm or root of a negative number: see which of these it is.";

    /// The cause of an infinite number is not known.
    look_infinite = "An infinite number comes from a division by zero, the logarithm of zero, or a result too large for \
        its type, such as that of `exp`: see which of these it is.";
}
