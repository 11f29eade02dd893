//! NaN or infinity: where first, and the input that made it.

use crate::{names, sentences};

sentences! {
    "judge.pattern.not_finite";

    /// A single number is NaN or infinite. `value` is a name below.
    number(subject, value, case) = "{subject} is {value} in {case}.";

    /// Some of several numbers are. `value` is a name below.
    numbers(subject, value, position, case) = "{subject} is {value} first at {position} in {case}.";

    /// After one of these two: what stands at the same place of an input.
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

names! {
    "judge.pattern.not_finite_names";

    /// A value, after "is".
    nan = "NaN";

    /// A value, after "is".
    infinity = "infinity";

    /// A value, after "is".
    minus_infinity = "minus infinity";
}
