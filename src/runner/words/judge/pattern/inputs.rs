//! The right answer to other inputs, or to some inputs only.

use crate::sentences;

sentences! {
    "judge.pattern.inputs";

    /// The last row is left out. `line` is "row" or "element".
    without_last(subject, line, inputs) = "{subject} is what would be right without the last {line} of {inputs}. \
        Look for a loop or a range that ends one too early, or for what else leaves it out.";

    /// The first row is left out. `line` is "row" or "element".
    without_first(subject, line, inputs) = "{subject} is what would be right without the first {line} of {inputs}. \
        Look for a loop or a range that starts one too late, or for what else leaves it out; counting starts at 0.";

    /// Only the first row counts. `line` is "row" or "element".
    only_first(subject, inputs, line) = "{subject} is what would be right if {inputs} had only the first {line}: a \
        loop ends after its first round, or an index is always 0.";

    /// Only the last row counts. `line` is "row" or "element".
    only_last(subject, inputs, line) = "{subject} is what would be right if {inputs} had only the last {line}: each \
        round of a loop replaces what the rounds before it found.";

    /// After one of these four, where a mean is wanted.
    all_counted = "Even so, you divide by the number of all of them.";

    /// A single number is not used.
    number_unused(subject, input, value) = "{subject} is what would be right if {input} were {value}: it is not \
        used, or has no effect.";

    /// An array is not used.
    array_unused(subject, input, value) = "{subject} is what would be right if all elements of {input} were {value}: \
        it is not used, or has no effect.";

    /// An input has the wrong sign.
    negated(subject, input) = "{subject} is what would be right for minus {input}: it is used with the wrong sign.";

    /// An input has the wrong sign, or another one has.
    either_negated(subject, one, other) = "{subject} is what would be right for minus {one}, and for minus {other} as \
        well: one of the two is used with the wrong sign.";

    /// There are as many rows as if two inputs were used as each other.
    as_long_as_exchanged(subject, yours, case, right, one, other) = "The first axis of {subject} has length {yours} in \
        {case}, and {right} is expected. In every case it is as long as if {one} and {other} had changed places: look \
        where each of the two is used.";

    /// Two inputs are used as each other.
    exchanged(subject, one, other) = "{subject} is what would be right if {one} and {other} changed places: look \
        where each of the two is used.";

    /// No input has an effect.
    all_ignored(subject) = "{subject} is the same in every case, whatever the inputs are.";

    /// One input has no effect.
    ignored(subject, input) = "{subject} stayed the same with every other {input} that was tried: it has to depend on it.";

    /// The order of the rows of a batch makes a difference.
    order_of_rows(subject, inputs, case, after, before) = "{subject} depends on the order of the rows of {inputs}: \
        with the rows of {case} in another order it is {after} instead of {before}. The order must make no \
        difference.";

    /// The order of the elements of a batch makes a difference.
    order_of_elements(subject, inputs, case, after, before) = "{subject} depends on the order of the elements of \
        {inputs}: with the elements of {case} in another order it is {after} instead of {before}. The order must \
        make no difference.";

    /// What belongs to one row of a batch depends on the others, or on where it stands: nothing tells the two apart.
    other_rows(case, inputs, subject) = "In {case}, what belongs to one row of {inputs} depends on the other \
        rows, or on its place among them: with the same rows in another order, the rows of {subject} are not the same ones in that order.";

    /// What belongs to one element of a batch depends on the others, or on where it stands.
    other_elements(case, inputs, subject) = "In {case}, what belongs to one element of {inputs} depends on the other \
        elements, or on its place among them: with the same elements in another order, the elements of {subject} are \
        not the same ones in that order.";

    /// Right up to some number of elements, and wrong from another one on.
    few_elements(subject, right, wrong) = "{subject} is right in every case of up to {right} input elements, and \
        wrong in every case of {wrong} or more: something holds only for small inputs, such as a length that is \
        written down as a number.";

    /// Right up to some size of the numbers, and wrong from another one on.
    small_numbers(subject, right, wrong) = "{subject} is right as long as the inputs stay within {right}, and wrong \
        in every case that goes to {wrong} or beyond: something holds only for small numbers.";

    /// Right while one input is small.
    small_input(subject, input, case, factor, yours, right) = "{subject} is right as long as {input} is small and \
        wrong when it is large: with {input} of {case} made {factor} times as large it is {yours}, and {right} is \
        right. Look for something that overflows, such as `exp`, or has a limit, such as `clamp` or the ends of a \
        search.";
}
