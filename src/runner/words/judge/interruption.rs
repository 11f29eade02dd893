//! A program that was ended while it worked, and started again.

use crate::sentences;

sentences! {
    "judge.interruption";

    /// Something is wrong with the answer of a program that was ended once on the way.
    ended_once = "The program was ended once on the way and started again, with nothing but what it had saved.";

    /// The same, where it was ended more than once.
    ended(times) = "The program was ended {times} times on the way and started again, with nothing but what it had saved.";

    /// It begins anew where it could go on. More than one step.
    again(steps, most) = "It reported {steps} steps again that it had reported before, and no more than {most} are needed. \
        Save often enough, load what was saved, and go on and count on with the step after it.";

    /// One step was taken again, where none may be.
    one_again = "It reported a step again that it had reported before. Save after each step, load what was saved, and go \
        on and count on with the step after it.";

    /// The same for several steps.
    all_again(steps) = "It reported {steps} steps again that it had reported before. Save after each step, load what was \
        saved, and go on and count on with the step after it.";
}
