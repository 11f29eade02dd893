//! The checks of an exercise and what is said under them, and the check of all exercises.

use crate::{labels, sentences};

sentences! {
    "screen_checks";

    /// Nothing was checked yet.
    not_checked = "Not checked yet.";
    /// The solution is being built for the first time.
    building_solution = "Building the solution to compare with.";
    /// The crates are being built for the first time.
    building_crates = "Building what the exercises stand on. This happens once.";
    /// The exercise passes.
    well_done = "Well done: it agrees with the reference.";
}

labels! {
    "screen_checks_labels";

    /// Behind the name of the check that runs.
    case_of(case, of) = "case {case} of {of}";
    /// Behind a bar.
    crates(done, of) = "{done} of {of} crates";
    /// Under the bar: how long the build has taken, a crate on average, and how many are left.
    pace(time, each, left) = "{time} so far, {each} a crate; {left} to go";
    /// The same, where that is all that is known.
    so_far(time) = "{time} so far";
    /// Behind the bar while the reference works: how many of its answers are there.
    answers(done, of) = "{done} of {of} answers";
    /// The key shows a picture; `title` is what the program calls it.
    see_it(key, title) = "{key}  see it: {title}";
    /// The key goes to the next exercise.
    next(key, next) = "{key}  next: {next}";
    /// The key shows the solution.
    solution(key) = "{key}  the solution beside yours";

    /// Behind the name of the exercise that is being checked, in the check of all.
    checking = "checking";
    /// How many exercises were checked, behind a bar.
    checked(done, of) = "{done} of {of}";
    /// The check of all exercises was stopped.
    stopped = "stopped";
}
