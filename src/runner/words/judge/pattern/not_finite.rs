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

    /// The cause: an input is so small that its exponential is 0.
    goes_down(input, smallest) = "In this case {input} goes down to {smallest}, and `exp` of less than -104 is 0 in \
        f32: a logarithm of it is infinite.";

    /// The cause is not known.
    look = "Look for a division by zero, or a logarithm or root of something that is not positive.";
}
