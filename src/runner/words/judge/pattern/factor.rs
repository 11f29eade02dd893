//! A factor: a constant, a length of the inputs, or an input that is a number.

use crate::{names, sentences};

sentences! {
    "judge.pattern.factor";

    /// A constant factor of 2.
    twice(subject) = "Every element of {subject} is twice what it should be.";

    /// A constant factor of a half.
    half(subject) = "Every element of {subject} is half what it should be.";

    /// Another constant factor.
    times(subject, factor) = "Every element of {subject} is {factor} times what it should be.";

    /// The result is twice as far from an input as it should be.
    change_twice(input, subject) = "{subject} is off in how {input} changes: every change is twice what it should be.";

    /// The result is half as far from an input as it should be.
    change_half(input, subject) = "{subject} is off in how {input} changes: every change is half what it should be.";

    /// The result is another number of times as far from an input as it should be.
    change_times(input, subject, factor) = "{subject} is off in how {input} changes: every change is {factor} times what \
        it should be.";

    /// The result is as far from an input as it should be, on the other side of it.
    change_backwards(input, subject) = "{subject} is off in how {input} changes: every change is as large as it should \
        be, and goes the other way.";

    /// After a constant factor: a length or a number of the inputs has that value too. `count` is a name below, or an input.
    also(number, count) = "{number} is also {count}.";

    /// The factor of a logarithm to base 2.
    base_2(subject, factor) = "Every element of {subject} is {factor} times what it should be: a logarithm to base 2 \
        stands where the natural one, `ln`, is wanted.";

    /// The factor of a logarithm to base 10.
    base_10(subject, factor) = "Every element of {subject} is {factor} times what it should be: a logarithm to base \
        10 stands where the natural one, `ln`, is wanted.";

    /// The factor is n. `count` is a name below.
    n(subject, count) = "{subject} is n times too large, where n is {count}. Look for a sum where the mean is wanted (in \
        a divisor, for a mean where the sum is wanted), or for a factor too many.";

    /// The factor is 1 / n.
    one_over_n(subject, count) = "{subject} is n times too small, where n is {count}. Look for a mean where the sum is \
        wanted (in a divisor, for a sum where the mean is wanted), or for a division too many.";

    /// The factor is the root of n.
    root(subject, count) = "{subject} is too large by a factor of the root of n, where n is {count}: a root of it is \
        multiplied with, or not divided by.";

    /// The factor is 1 / the root of n.
    one_over_root(subject, count) = "{subject} is too small by a factor of the root of n, where n is {count}: a root \
        of it is divided by, or not multiplied with.";

    /// The factor is n / (n - 1).
    less_one(subject, count) = "{subject} is n / (n - 1) times what it should be, where n is {count}: it is divided \
        by n - 1 where n is wanted.";

    /// The factor is (n - 1) / n.
    not_less_one(subject, count) = "{subject} is (n - 1) / n times what it should be, where n is {count}: it is \
        divided by n where n - 1 is wanted.";

    /// The factor is the root of n / (n - 1).
    root_less_one(subject, count) = "{subject} is too large by a factor of the root of n / (n - 1), where n is \
        {count}: a variance is divided by n - 1 where n is wanted.";

    /// The factor is the root of (n - 1) / n.
    root_not_less_one(subject, count) = "{subject} is too small by a factor of the root of (n - 1) / n, where n is \
        {count}: a variance is divided by n where n - 1 is wanted.";

    /// The factor is the square of n.
    square(subject, count) = "{subject} is n times n times too large, where n is {count}: it is multiplied with \
        twice, or not divided by twice.";

    /// The factor is 1 / the square of n.
    one_over_square(subject, count) = "{subject} is n times n times too small, where n is {count}: it is divided by \
        twice, or not multiplied with twice.";

    /// The factor is one length divided by another. `wanted` and `used` are names below.
    length_for_length(subject, wanted, used) = "{subject} is n / m times what it should be, where n is {wanted} and m \
        is {used}: it is divided by m where n is wanted, or multiplied by n where m is wanted.";

    /// The factor is an input that is a single number.
    number(subject, input) = "{subject} is {input} times what it should be: it is multiplied by {input} once too \
        often, or has still to be divided by it.";

    /// The factor is 1 / an input.
    one_over_number(subject, input) = "{subject} is what it should be divided by {input}: it is divided by {input} \
        once too often, or has still to be multiplied by it.";

    /// The factor is 1 - an input.
    rest(subject, input) = "{subject} is (1 - {input}) times what it should be: it is multiplied by 1 - {input} once \
        too often, or has still to be divided by it.";

    /// The factor is 1 / (1 - an input).
    one_over_rest(subject, input) = "{subject} is what it should be divided by 1 - {input}: it is divided by 1 - \
        {input} once too often, or has still to be multiplied by it.";

    /// The factor is (1 - an input) / the input.
    rest_for_number(subject, input) = "{subject} is off by a factor of (1 - {input}) / {input}: 1 - {input} stands \
        where {input} is wanted.";

    /// The factor is an input / (1 - the input).
    number_for_rest(subject, input) = "{subject} is off by a factor of {input} / (1 - {input}): {input} stands where \
        1 - {input} is wanted.";

    /// After a factor that is a length or an input: there is one of 2 beside it.
    twice_as_well = "On top of that, it is twice as large.";

    /// After a factor that is a length or an input: there is one of a half beside it.
    half_as_well = "On top of that, it is half as large.";

    /// After a factor that is a length or an input: the sign is flipped beside it.
    sign_as_well = "On top of that, it has the wrong sign.";
}

names! {
    "judge.pattern.factor_names";

    /// The length of a vector.
    length(input) = "the length of {input}";

    /// A length.
    first_axis(input) = "the length of the first axis of {input}";

    /// A length.
    second_axis(input) = "the length of the second axis of {input}";

    /// A length.
    third_axis(input) = "the length of the third axis of {input}";

    /// A length.
    fourth_axis(input) = "the length of the fourth axis of {input}";

    /// Lengths that are the same wherever it could be seen which of them it is.
    either(one, other) = "{one} or {other}";

    /// The product of all lengths.
    elements(input) = "the number of elements of {input}";
}
