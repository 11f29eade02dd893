//! Looking back at attempts, in plain lines.

use crate::{labels, sentences};

sentences! {
    "attempts";

    /// Nothing was checked yet.
    none(name) = "There are no attempts at {name} yet: every version that is checked is kept.";

    /// Under the list of attempts, while the program watches.
    what_to_type = "Type a and a number for what has changed since. Type b and a number to bring that text back.";

    /// Under the list of attempts, in a shell.
    what_shows(name) = "`gradlings attempts {name} --diff NUMBER` shows what has changed since.";

    /// Under the list of attempts, in a shell.
    what_restores(name) = "`gradlings restore {name} NUMBER` brings a text back.";

    /// Under an attempt that was brought back, in a shell.
    what_checks(name) = "`gradlings run {name}` checks it.";

    /// Where a curve of an attempt ends.
    curve_stops(series, value, step) = "{series} stops at {value} in step {step}.";

    /// Where the same curve ends in the attempt that it is compared with. It follows the sentence before.
    curve_stops_there(number, value, step) = "In attempt {number} it stops at {value} in step {step}.";

    /// Two attempts do not differ.
    same_as_attempt(number, other) = "Attempt {number} and attempt {other} are the same text.";

    /// An attempt does not differ from the file.
    same_as_now(number) = "Attempt {number} is the text as it is now.";

    /// The attempt to bring back is what the file says.
    is_already(path, number) = "{path} is attempt {number} already.";

    /// The attempt was brought back.
    is_again(path, number) = "{path} is attempt {number} again.";

    /// What the file said before.
    kept_as_attempt(number) = "What was there is kept as attempt {number}.";

    /// What the file said before.
    kept_in(path) = "What was there is kept in {path}.";

    /// The original was put back.
    reset(exercise) = "{exercise} is as it was at the start.";

    /// What the file said before the original was put back.
    text_kept_in(path) = "Your text is kept in {path}.";

    /// What stood in the place of the file: a folder, a link.
    replaced(thing) = "It replaced {thing}, which had no text to keep.";
}

labels! {
    "attempts_labels";

    /// What came of an attempt.
    not_checked = "not checked";

    /// What came of an attempt.
    passed = "passed";

    /// What came of an attempt.
    failed = "failed";

    /// What came of an attempt: its `todo!()` was reached.
    todo = "todo";

    /// What came of an attempt.
    does_not_compile = "does not compile";

    /// What came of an attempt.
    panicked = "panicked";

    /// What came of an attempt.
    too_slow = "too slow";

    /// What came of an attempt.
    too_much_memory = "too much memory";

    /// What came of an attempt.
    no_answer = "no answer";

    /// What came of an attempt: an earlier exercise has to pass first.
    waits = "waits";

    /// What came of an attempt.
    stopped = "stopped";

    /// What came of an attempt.
    cannot_check = "cannot check";

    /// What came of an attempt: the crates that programs link could not be fetched.
    no_crates = "no crates";

    /// Over a difference: the text that it begins from or ends with.
    attempt(number) = "attempt {number}";

    /// Over a difference: the text as it is in the file.
    now = "now";
}
