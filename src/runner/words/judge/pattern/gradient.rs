//! A gradient that is not that of the value.

use crate::sentences;

sentences! {
    "judge.pattern.gradient";

    /// The gradient is zero.
    zero(subject) = "The value is right, but {subject} is zero everywhere: that input left the tape. Use it with its \
        tape instead of through `as_vec`, `array` or a tensor made anew.";

    /// The gradient has the wrong sign.
    sign(subject) = "The value is right, but {subject} has the wrong sign.";

    /// The gradient is off by a factor of 2.
    twice(subject) = "The value is right, but {subject} is twice what it should be.";

    /// The gradient is off by a factor of a half.
    half(subject) = "The value is right, but {subject} is half what it should be.";

    /// The gradient is off by another factor.
    times(subject, factor) = "The value is right, but {subject} is {factor} times what it should be.";

    /// The gradient is another one.
    another(subject) = "The value is right, but {subject} is not its gradient.";

    /// The value is another function, and the gradient is not that of it.
    of_neither(function) = "The value of `{function}` is wrong, and its gradient is not the gradient of it either.";

    /// After one of these: what was measured. `input` is an input or one of its elements.
    measured(input, case, slope, yours) = "When {input} grows a little in {case}, your value changes {slope} times \
        as much, and your gradient says {yours}.";

    /// After one of these: the cause.
    not_recorded = "Some operation on the way is not recorded on the tape.";

    /// The value is another function, and the gradient is that of it.
    another_function(function) = "Your gradient is the gradient of your value, so the tape is whole: it is the value \
        of `{function}` that is another function than the one that is wanted.";
}
