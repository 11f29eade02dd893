//! Something was done to every number once too often, or not at all.

use crate::{names, sentences};

sentences! {
    "judge.pattern.values";

    /// Zero everywhere.
    zero(subject) = "{subject} is zero everywhere, in every case. Look whether what you work out reaches it, and for \
        a division of whole numbers, which drops what is after the point.";

    /// The sign is flipped.
    sign(subject) = "The sign of {subject} is flipped; the sizes are right.";

    /// A constant is added.
    too_large(subject, number) = "Every element of {subject} is {number} too large.";

    /// A constant is subtracted.
    too_small(subject, number) = "Every element of {subject} is {number} too small.";

    /// An input is added.
    input_added(subject, input) = "Every element of {subject} is too large by {input}: it is added once too often, \
        or has the wrong sign.";

    /// An input is subtracted.
    input_subtracted(subject, input) = "Every element of {subject} is too small by {input}: it is subtracted once \
        too often, or has the wrong sign.";

    /// An input is added twice.
    input_added_twice(subject, input) = "Every element of {subject} is too large by twice {input}: it is added once \
        too often, or has the wrong sign.";

    /// An input is subtracted twice.
    input_subtracted_twice(subject, input) = "Every element of {subject} is too small by twice {input}: it is \
        subtracted once too often, or has the wrong sign.";

    /// Half of an input is added.
    input_added_half(subject, input) = "Every element of {subject} is too large by half of {input}: it is added once \
        too often, or has the wrong sign.";

    /// Half of an input is subtracted.
    input_subtracted_half(subject, input) = "Every element of {subject} is too small by half of {input}: it is \
        subtracted once too often, or has the wrong sign.";

    /// A square.
    square(subject) = "Every element of {subject} is the square of what it should be: a root is missing, or there is \
        a square too many.";

    /// A root.
    root(subject) = "Every element of {subject} is the square root of what it should be: a square is missing, or \
        there is a root too many.";

    /// An absolute value.
    absolute(subject) = "Every element of {subject} has the right size but no sign: there is an absolute value too \
        many, or the root of a square.";

    /// A reciprocal.
    reciprocal(subject) = "Every element of {subject} is one divided by what it should be: the two sides of a \
        division changed places.";

    /// An exponential.
    exp(subject) = "Every element of {subject} is `exp` of what it should be: a logarithm is missing, or there is an \
        exponential too many.";

    /// A logarithm.
    ln(subject) = "Every element of {subject} is the logarithm of what it should be: an exponential is missing, or \
        there is a logarithm too many.";

    /// A negative logarithm.
    minus_ln(subject) = "Every element of {subject} is minus the logarithm of what it should be: there is a `-ln` \
        too many.";

    /// The inverse of a negative logarithm.
    exp_minus(subject) = "Every element of {subject} is `exp` of minus what it should be: a `-ln` is missing at the \
        end.";

    /// A logarithm of one plus something.
    ln_1p(subject) = "Every element of {subject} is `ln(1 + x)` of the `x` that it should be: there is a logarithm \
        of one plus the result too many.";

    /// The inverse of a logarithm of one plus something.
    exp_m1(subject) = "Every element of {subject} is `exp(x) - 1` of the `x` that it should be: a logarithm is \
        missing, or there is an exponential too many.";

    /// A power of 2.
    exp2(subject) = "Every element of {subject} is 2 to the power of what it should be: a logarithm to base 2 is \
        missing, or there is a power too many.";

    /// A logarithm to base 2.
    log2(subject) = "Every element of {subject} is the logarithm to base 2 of what it should be: there is a \
        logarithm too many.";

    /// A logarithm to base 10.
    log10(subject) = "Every element of {subject} is the logarithm to base 10 of what it should be: there is a \
        logarithm too many.";

    /// A power of 10.
    exp10(subject) = "Every element of {subject} is 10 to the power of what it should be: there is a power too many.";

    /// An activation too many. `activation` is a name below.
    activation_too_many(subject, activation) = "Every element of {subject} is the {activation} of what it should be: \
        there is one too many.";

    /// An activation is missing. `activation` is a name below.
    activation_missing(activation, subject) = "The {activation} of every element of {subject} would be right: it is \
        missing at the end.";

    /// A softmax is missing.
    softmax_missing(subject) = "The softmax of each row of {subject} would be right: what you return are logits, or \
        their logarithms, and not yet the probabilities.";

    /// Cut off on both sides.
    between(subject, low, high) = "{subject} stays between {low} and {high}: where it should lie outside, it is \
        one of the two.";

    /// Cut off below zero.
    relu(subject) = "{subject} is zero wherever it should be negative, and right elsewhere: there is a ReLU, or a \
        `max` with 0, too many.";

    /// Cut off below.
    never_under(subject, low) = "{subject} is never under {low}: where it should be smaller, it is {low}.";

    /// Cut off above.
    never_over(subject, high) = "{subject} is never over {high}: where it should be larger, it is {high}.";

    /// The digits behind the point are gone.
    truncated(subject) = "Every element of {subject} has lost what stands after the decimal point: look for an `as \
        usize`, `as i32` or a division of whole numbers.";

    /// Rounded to whole numbers.
    rounded(subject) = "Every element of {subject} is rounded to a whole number: nothing has to be rounded here.";

    /// Rounded to tenths, hundredths or thousandths.
    rounded_decimals(subject) = "Every element of {subject} is rounded to a few decimals: nothing has to be rounded \
        here.";

    /// One number in all places of a case.
    constant(subject, number, case) = "All elements of {subject} are one number in each case, {number} in {case}, and \
        they have to differ. Look for what is worked out once for all of them, and for a division of whole numbers, which \
        drops what is after the point.";

    /// Each line is right up to a factor. `line` is "row", "column" or "case".
    own_factor(line, subject) = "Within each {line}, the elements of {subject} are in the right proportion to each \
        other, but each {line} is off by a factor of its own: look at what it is divided by or multiplied with.";

    /// Each line is right up to an addend. `line` is "row", "column" or "case".
    own_addend(line, subject) = "Within each {line}, the elements of {subject} are the right distance from each \
        other, but each {line} is off by a number of its own: look at what is added or subtracted.";
}

names! {
    "judge.pattern.values_names";

    /// An activation.
    sigmoid = "sigmoid";

    /// An activation.
    tanh = "tanh";

    /// An activation.
    softplus = "softplus `ln(1 + exp(x))`";
}
