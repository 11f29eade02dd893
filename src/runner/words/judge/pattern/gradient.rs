//! A gradient that is not that of the value.

use crate::sentences;

sentences! {
    "judge.pattern.gradient";

    /// The gradient is zero.
    zero(subject) = "The value is right, but {subject} is zero everywhere: that input left the tape. `as_vec`, \
        `array` and a tensor made anew leave it behind, and so does `with_empty_tape` where there is no other use.";

    /// The gradient is zero wherever the input comes from an operation before: its own tape was never used. `input` is
    /// code.
    lent(input) = "The value is right, but the tape of {input} is lost: where {input} comes from an operation, nothing \
        before it would learn. `with_empty_tape` and `retaped` lend the numbers without what has been recorded, so \
        use {input} itself once, where you need it for the last time.";

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
    not_recorded = "Look for something that leaves the tape on the way, and for `slice` of a tensor that you use \
        elsewhere too: dfdx 0.13 then loses a part of the gradient.";

    /// The value is another function, and the gradient is that of it.
    another_function(function) = "Your gradient is the gradient of your value, so the tape is whole: it is the value \
        of `{function}` that is another function than the one that is wanted.";

    /// The same, but some inputs were used without their own tape. `inputs` is one or several of them.
    another_function_lent(function, inputs) = "It is the value of `{function}` that is another function than the one that is \
        wanted; its gradient is recorded, but for the tape of {inputs}, which is lost: `with_empty_tape` and `retaped` lend \
        the numbers only.";

    /// After one of these two: the gradient of some inputs, one or several of them, is right in every case.
    term_without(inputs) = "For {inputs} the gradient is right in every case, so what is missing or too much is a term \
        without {inputs}.";
}
