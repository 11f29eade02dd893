//! What is wrong with one part of an answer, where nothing better is known of it.

use crate::{names, sentences};

sentences! {
    "judge.finding";

    /// The answer has more parts than it should, or fewer.
    part_count(function, parts, expected) = "`{function}` answers with the wrong number of parts: {parts} instead of \
        {expected}.";

    /// Another sort of value. Both are names below: "whole numbers".
    sort(subject, sort, expected) = "{subject} holds {sort}; it has to hold {expected}.";

    /// Another shape. `expected` may be "a single number".
    shape(subject, shape, expected) = "{subject} has shape {shape}; {expected} is expected.";

    /// A single number where an array is expected.
    single_number(subject, expected) = "{subject} is a single number; {expected} is expected.";

    /// More arrays than expected, or fewer.
    array_count(subject, case, arrays, expected) = "{subject} holds the wrong number of arrays in {case}: {arrays} \
        instead of {expected}.";

    /// One of several arrays has another shape. `expected` may be "a single number".
    array_shape(array, subject, shape, expected) = "Array {array} (counted from 0) of {subject} has shape {shape}; \
        {expected} is expected.";

    /// One of several arrays is a single number.
    array_single_number(array, subject, expected) = "Array {array} (counted from 0) of {subject} is a single number; \
        {expected} is expected.";

    /// A single number, or yes or no, is another one.
    number(subject, yours, case, expected) = "{subject} is {yours} in {case}; {expected} is expected.";

    /// Some of several numbers are others.
    numbers(subject, off, elements, case) = "{subject} is off in {off} of {elements} elements in {case}.";

    /// After that: what sort of difference it is in this case.
    by_a_factor(factor) = "There, every number is {factor} times what is expected.";

    /// The same: a number is added to each.
    too_large(number) = "There, every number is {number} too large.";

    /// The same: a number is subtracted from each.
    too_small(number) = "There, every number is {number} too small.";

    /// The same: the distance to an input is off.
    changed_by_a_factor(input, factor) = "There, the change of `{input}` is {factor} times what is expected.";

    /// The same: no number is wrong, but its place.
    in_another_order = "There, the numbers are the right ones in another order.";

    /// The same: all wrong numbers stand in one row.
    in_one_row(row) = "All of them stand in row {row} (counted from 0).";

    /// The same: all wrong numbers stand in one column.
    in_one_column(column) = "All of them stand in column {column} (counted from 0).";

    /// A count is higher than it may be. `subject` may be `element`.
    too_much(subject, yours, case, enough) = "{subject} is {yours} in {case}, where {enough} will do.";

    /// The same, where the factor says more.
    times_too_much(subject, yours, case, enough, times) = "{subject} is {yours} in {case}, where {enough} will do: \
        {times} times as much.";

    /// Random numbers of another distribution. `statistic` is a name below: "mean".
    statistic(subject, statistic, yours, expected) = "{subject} has another distribution: its {statistic} is \
        {yours}, {expected} is expected.";

    /// Zeros stand more often in one half than in the other.
    zeros_of_halves(first, subject, second) = "{first} of the first half of {subject} are zero, but {second} of the \
        second: chance has to treat every position alike.";

    /// Random numbers are larger in one half than in the other.
    means_of_halves(subject, first, second) = "The numbers in the first half of {subject} are {first} on average, \
        those in the second {second}: chance has to treat every position alike.";

    /// Where a zero stands follows from the position before.
    zeros_follow_neighbour(subject) = "Whether an element of {subject} is zero has to do with the one before it: \
        every position has to be drawn by itself.";

    /// Where a zero stands follows from an earlier position.
    zeros_follow(subject, positions) = "Whether an element of {subject} is zero has to do with the one {positions} \
        positions before it: every position has to be drawn by itself.";

    /// A random number follows from the one before.
    numbers_follow_neighbour(subject) = "Every element of {subject} has to do with the one before it: each has to be \
        drawn by itself.";

    /// A random number follows from an earlier one.
    numbers_follow(subject, positions) = "Every element of {subject} has to do with the one {positions} positions \
        before it: each has to be drawn by itself.";

    /// Random numbers were drawn for one row only.
    rows_alike(subject) = "All rows of {subject} are the same: draw each of its numbers on its own.";

    /// Random numbers were drawn for one column only.
    columns_alike(subject) = "All columns of {subject} are the same: draw each of its numbers on its own.";

    /// The same random numbers for two seeds of the device.
    seed_ignored(subject, case, other) = "Every element of {subject} is the same in {case} as in {other}, although the device began \
        from another seed: draw them from `device()`, not from a seed of your own.";

    /// A row of probabilities has one below 0 or above 1.
    not_between(row, subject) = "Row {row} (counted from 0) of {subject} is no probability distribution: it sums to \
        1, but not every element is between 0 and 1.";

    /// A row of probabilities has another sum.
    not_one(row, subject, sum) = "Row {row} (counted from 0) of {subject} is no probability distribution: it sums to \
        {sum} instead of 1.";

    /// A trained classifier is right too seldom.
    accuracy(share, least) = "Your network is right about {share} of the examples that it is asked about; at least {least} is \
        expected.";

    /// An accuracy that is returned is not the one that is measured.
    claim(claimed, measured) = "You return an accuracy of {claimed}, but on those examples your network is right for \
        {measured}.";

    /// A curve was not reported.
    curve_missing(series, case) = "No point of the curve `{series}` was reported in {case}: call \
        `report::metric(\"{series}\", step, value)` in the loop.";

    /// A curve becomes NaN or infinite.
    curve_not_finite(series, step) = "`{series}` stops being a number at step {step}: the steps are too large, or \
        something is divided by zero.";

    /// A curve ends above what it has to stay below. Its end is the mean of its last tenth.
    curve_too_high(series, end, limit) = "`{series}` ends at {end}; it has to fall below {limit}.";

    /// A curve ends below what it has to reach. Its end is the mean of its last tenth.
    curve_too_low(series, end, limit) = "`{series}` ends at {end}; it has to rise above {limit}.";

    /// A curve has to fall and does not. Both ends are the mean of a tenth of it.
    curve_not_falling(series, start, end) = "`{series}` has to fall, but it goes from {start} to {end}.";

    /// A curve has to rise and does not. Both ends are the mean of a tenth of it.
    curve_not_rising(series, start, end) = "`{series}` has to rise, but it goes from {start} to {end}.";

    /// A curve leaves the range that it has to stay in.
    curve_leaves(series, value, step, low, high) = "`{series}` is {value} at step {step}; it has to stay between {low} \
        and {high}.";

    /// A curve has another value than the reference's.
    curve_apart(series, yours, step, expected) = "`{series}` is {yours} at step {step}; the reference, which trains \
        with the same inputs, has {expected} there.";

    /// A curve has no point where the reference's has one.
    curve_without_step(series, step) = "`{series}` has no point at step {step}, and the reference has one there: \
        see how many steps there are, and with which number they begin.";

    /// A curve has a point where the reference's has none.
    curve_with_step(series, step) = "`{series}` has a point at step {step}, and the reference has none there: \
        see how many steps there are, and with which number they begin.";

    /// The steps of a curve begin again.
    curve_goes_back(series, from, to) = "`{series}` is reported at step {from} and then at step {to}: steps are counted \
        through the whole training and never begin again.";

    /// A curve ends higher than it may.
    curve_ends_high(series, end, allowed) = "`{series}` ends at {end}; the reference, with the same budget, gets it \
        under {allowed}.";
}

names! {
    "judge.finding_names";

    /// One of several counts, at the start of a sentence.
    element(number, subject) = "Element {number} (counted from 0) of {subject}";

    /// One of several counts, each of one rank, at the start of a sentence.
    on_rank(rank, subject) = "On rank {rank} (counted from 0), {subject}";

    /// A sort of value: floating-point numbers.
    numbers_32 = "numbers";

    /// A sort of value: floating-point numbers of 64 bits.
    numbers_64 = "numbers in `f64`";

    /// A sort of value: integers.
    whole_numbers = "whole numbers";

    /// A sort of value: bytes.
    bytes = "bytes";

    /// A sort of value: several arrays in a list.
    arrays = "several arrays";

    /// A sort of value: rows of different length, of 64-bit numbers.
    rows_64 = "rows in `f64`";

    /// A sort of value: true or false.
    flag = "yes or no";

    /// A sort of value: text.
    words = "text";

    /// A sort of value: rows of integers.
    whole_rows = "rows of whole numbers";

    /// A sort of value: several times true or false.
    flags = "several `bool`s";

    /// A sort of value: several texts.
    texts = "several texts";

    /// A property of a distribution.
    share_of_zeros = "share of zeros";

    /// A property of a distribution.
    mean = "mean";

    /// A property of a distribution: the standard deviation.
    deviation = "deviation";
}
