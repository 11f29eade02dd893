//! What is known of an exercise, in plain lines.

use crate::sentences;

sentences! {
    "exercise";

    /// The exercise that is worked on now.
    introduction(name, chapter, teaches, path) = "Exercise {name}, in the chapter \"{chapter}\": {teaches}. The file \
        is {path}.";

    /// Over the lines of a check.
    checked(name) = "Exercise {name}.";

    /// The state of an exercise in a list.
    done(name) = "{name} is done.";

    /// The state of an exercise in a list.
    pending(name) = "{name} is pending.";

    /// How long the learner was at the exercise.
    one_minute = "You spent 1 minute on it.";

    /// How long the learner was at the exercise.
    minutes(minutes) = "You spent {minutes} minutes on it.";

    /// How often the learner had the exercise checked.
    one_try = "You tried once.";

    /// How often the learner had the exercise checked.
    tries(tries) = "You tried {tries} times.";

    /// What a learner knows after the exercise, under its state in a list.
    about(teaches) = "It is about {teaches}.";

    /// How long the exercise or the chapter takes most people. `time` is "35 minutes", for instance.
    takes(time) = "It takes about {time}.";

    /// The earlier exercises that it needs.
    builds_on(names) = "It builds on {names}.";

    /// The later exercises that need it.
    leads_to(names) = "It leads to {names}.";

    /// How many hints there are, and how many the learner has read.
    without_hints = "It has no hints.";

    /// How many hints there are, and how many the learner has read.
    one_hint_closed = "It has 1 hint, which you have not opened.";

    /// How many hints there are, and how many the learner has read.
    one_hint_opened = "It has 1 hint, which you have opened.";

    /// How many hints there are, and how many the learner has read.
    hints(all, opened) = "It has {all} hints. You have opened {opened}.";
}
