//! The tape that records what happens to a tensor: missing, on the wrong side, or lost on the way.

use crate::sentences;

sentences! {
    "compiler_tape";

    /// In `a - b`, only `b` has a tape.
    right_of_minus = "Only the tensor on the right carries a tape here, and dfdx goes on recording only what stands on \
        the left: put that one first (`-(b - a)` is `a - b`).";

    /// In `a + b` or `a * b`, only `b` has a tape.
    right_of_sum = "Only the tensor on the right carries a tape here, and dfdx goes on recording only what stands on \
        the left: put that one first.";

    /// In `a / b`, only `b` has a tape.
    right_of_division = "Only the tensor on the right carries a tape here, and dfdx goes on recording only what stands \
        on the left: put that one first (`b.recip() * a` is `a / b`).";

    /// In `a.matmul(b)`, only `b` has a tape.
    right_of_method = "Only the tensor on the right carries a tape here, and dfdx goes on recording only what stands \
        on the left: call the method on that one.";

    /// `backward` of a tensor without a tape.
    nothing_to_play_back = "There is nothing to play back: this tensor carries no tape. Start the computation with \
        `.leaky_trace()`, or with `.traced(gradients)` for a network, on what goes into it.";

    /// `backward` of more than one number.
    backward_of_many(tensor) = "`backward` starts from one number, but this is {tensor}: take its `.mean()` or \
        `.sum()` first.";

    /// `clone` of a tensor with a tape.
    cloned = "A tensor with a tape cannot be cloned, for there is only one recording. For a square there is \
        `.square()`; elsewhere `x.with_empty_tape()` is a second copy, whose recording is joined with the first later \
        on.";

    /// `clone` of a list of tensors with a tape.
    list_cloned = "A tensor with a tape cannot be cloned, and neither can a list of them: \
        `list.iter().map(Tensor::with_empty_tape).collect()` is a second list, and `.into_iter()` uses the first one up.";

    /// `traced` of a tensor that has a tape.
    traced_twice(method) = "This tensor carries a tape already: leave `.{method}(...)` out.";

    /// A tensor that was made anew from numbers has no tape.
    lost = "A tensor with a tape is expected here, but this one carries none: it is made of plain numbers, which \
        nobody records. Work it out with dfdx's operations on the tensors that came in.";

    /// A tensor that has no tape where one is wanted.
    missing = "A tensor with a tape is expected here, but this one carries none. If it never had one, `.retaped()` after \
        it gives it an empty tape; if it was worked out from a tensor that has one, keep that one on the left of `+`, \
        `-`, `*` and `/`.";

    /// `device().zeros()` and its like, where a tensor with a tape is wanted.
    new_without_tape = "A tensor with a tape is expected here, and a new one carries none: `.retaped()` after it gives it an \
        empty tape.";

    /// `Recording` in the type of a function that is generic in its tape.
    parameter(name) = "The tape of this function is called `{name}`, whatever it is when the function is called: write \
        `{name}` instead of `Recording` in the type.";

    /// A tensor with a tape where one without is promised. `name` is its type without the tape, such as `Scalar`.
    too_many(name, tape) = "This tensor carries a tape, and one without is expected: write `{name}<{tape}>` for its \
        type to keep the tape, or `.retaped::<NoneTape>()` after it to do without.";

    /// A tensor with a tape where one without is promised, of a type that has no short name.
    too_many_in_long_type = "This tensor carries a tape, and one without is expected: say so in its type to keep the \
        tape, or `.retaped::<NoneTape>()` after it to do without.";
}
