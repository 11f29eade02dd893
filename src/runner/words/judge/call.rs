//! A call that says nothing yet, or another thing each time.

use crate::sentences;

sentences! {
    "judge.call";

    /// The function takes or returns other types. `error` is what the call was refused with.
    signature(function, error) = "`{function}` has another signature than the exercise ({error}). Put the original \
        line of the function back.";

    /// A `todo!()` was reached.
    todo(function) = "`{function}` still has its `todo!()`: write it, then save.";

    /// `main` does not name the function any more.
    not_offered(function) = "Your file does not offer `{function}` any more: `main` needs its \
        `.offer(\"{function}\", ...)` back.";

    /// `main` offers it in another way. `yours` and `original` are code.
    another_handler(function, yours, original) = "`main` offers `{function}` as `{yours}`, so nothing is called and \
        counted as it should be: put `.offer(\"{function}\", {original})` back, with the function for the dots.";

    /// One of its inputs is not of the type that counts what is done with it. `number` counts from 1, `original` is a type.
    not_metered(function, number, original) = "Input {number} of `{function}` has to be a `{original}`, which counts what \
        is done with it: put the original line of the function back.";

    /// The library ended the call at a line of the learner's. `why` is a sentence of the library. `place` is a file and a line.
    stopped_at(function, place, case, why) = "{why} That ended `{function}` in {case}, at {place}.";

    /// The library ended the call because of what came of it. `why` is a sentence of the library.
    stopped(function, case, why) = "{why} That ended `{function}` in {case}.";

    /// The answer has too many bytes.
    too_large(function, mebibytes, case) = "`{function}` returns {mebibytes} MiB in {case}, which is too much to be \
        compared; look at the shape of what it returns.";

    /// A check before this one, which trains, failed for a known reason. Stands after what is wrong with this one.
    may_follow(earlier) = "The check `{earlier}` fails as well; mend that first, because this may follow from it.";

    /// The same call gives another number later on, and the same one in a fresh program.
    depends_on_calls(subject, case) = "{subject} in {case} depends on the calls before it: something is kept from \
        call to call, such as a `static` or a thread-local. It has to follow from the inputs alone.";

    /// The same, where there are two numbers to show.
    depends_on_calls_shown(subject, case, first, then) = "{subject} in {case} depends on the calls before it (first \
        {first}, then {then}): something is kept from call to call, such as a `static` or a thread-local. It has to \
        follow from the inputs alone.";

    /// The same call gives other numbers by chance.
    answers_differently(function, case) = "`{function}` answers the same inputs differently in {case}.";

    /// The same, where there are two numbers to show.
    answers_differently_shown(function, case, first, then) = "`{function}` answers the same inputs differently in \
        {case}: {first} the first time, then {then}.";

    /// After one of these two: the function takes a seed.
    draw_from(seed) = "Every random number has to come from `{seed}`.";

    /// After one of these two: the function takes no seed.
    look_for_chance = "Look for random numbers, the time, or the order of a hash map.";
}
