//! What a check is at, and how it ended.

use crate::{labels, names};

labels! {
    "screen_states";

    /// In the header: all exercises are being checked.
    checking_all = "checking all";
    /// In the header: the learner's file is being built.
    building = "building";
    /// In the header: the answers of the reference are being worked out.
    reference = "reference";
    /// In the header: a training runs.
    training = "training";
    /// In the header: a program runs.
    running = "running";
    /// In the header: something that was built is used.
    in_use = "in use";
    /// In the header: nothing runs; the program waits for a save.
    watching = "watching";

    /// A check has begun.
    starting = "starting";
    /// The learner's file is being built.
    building_yours = "building your file";
    /// The same, while the crates that it needs are being built; `package` is the one that is being compiled.
    building_your_crates(done, of, package) = "building your file: {done} of {of} crates, {package}";
    /// The solution is being built.
    building_solution = "building the solution to compare with";
    /// The same, while the crates that it needs are being built; `package` is the one that is being compiled.
    building_solution_crates(done, of, package) = "building the solution to compare with: {done} of {of} crates, \
        {package}";
    /// The answers of the reference are being worked out.
    working_out = "working out the right answers";
    /// The same, where it is known how many there are.
    working_out_of(done, of) = "working out the right answers: {done} of {of}";
    /// A check runs.
    running_check(check, case, of) = "running {check}: case {case} of {of}";
    /// What is left of the time that a program may take, behind what it is at.
    time_left(left, of) = "({left} of {of} s left)";

    /// An exercise with one check passed.
    passed_one = "passed: it agrees with the reference";
    /// An exercise with several checks passed.
    passed_all(checks) = "passed: all {checks} checks agree with the reference";
    /// An exercise without checks passed.
    passed = "passed";
    /// An exercise with one check failed.
    one_check_fails = "the check fails";
    /// One of several checks failed.
    one_of_fails(checks) = "1 of {checks} checks fails";
    /// Several checks failed.
    some_of_fail(bad, checks) = "{bad} of {checks} checks fail";
    /// The exercise was not begun.
    todo = "todo!() is still there: replace it and save";
    /// One of several checks failed, and another one was not begun.
    one_fails_beside_todo(checks) = "1 of {checks} checks fails, and todo!() is still there";
    /// Several checks failed, and another one was not begun.
    some_fail_beside_todo(bad, checks) = "{bad} of {checks} checks fail, and todo!() is still there";
    /// One error of the compiler.
    one_error = "does not compile: 1 error";
    /// Errors of the compiler.
    many_errors(errors) = "does not compile: {errors} errors";
    /// It does not compile, and nobody counted the errors.
    does_not_compile = "does not compile";
    /// The learner's code panicked.
    panicked = "your code panicked";
    /// The learner's program took too long.
    timed_out = "stopped: it ran out of time";
    /// The learner's program took too much memory.
    out_of_memory = "stopped: it used too much memory";
    /// The learner's program ended too early.
    no_answer = "your program ended without answering";
    /// Another exercise that this one uses does not pass; `piece` is its name.
    waits_for(piece) = "not checked: it uses {piece}, which does not pass yet";
    /// The check was stopped.
    stopped = "stopped";
    /// The crates that programs link could not be fetched.
    no_crates = "not checked: the crates could not be fetched";
    /// Something kept the check from running.
    cannot_check = "not checked: the check could not run";

    /// In a list: the exercise passes.
    short_passed = "passes";
    /// In a list: the exercise fails.
    short_failed = "fails";
    /// In a list: the exercise was not begun.
    short_todo = "todo";
    /// In a list: the exercise does not compile.
    short_compile_error = "does not compile";
    /// In a list: the exercise panics.
    short_panicked = "panics";
    /// In a list: the exercise takes too long.
    short_timed_out = "too slow";
    /// In a list: the exercise takes too much memory.
    short_out_of_memory = "too much memory";
    /// In a list: the program of the exercise ended too early.
    short_no_answer = "no answer";
    /// In a list: the exercise uses another one that does not pass.
    short_piece = "waits";
    /// In a list: the check was stopped.
    short_cancelled = "stopped";
    /// In a list: the check could not run.
    short_cannot_check = "cannot check";
    /// In a list: the crates that programs link could not be fetched.
    short_no_crates = "no crates";
    /// In a list: the version was never checked.
    short_not_checked = "not checked";

    /// How long it took; `build` is a duration.
    built(build) = "built {build}";
    /// How long it took; both are durations.
    built_and_ran(build, run) = "built {build}, ran {run}";

    /// Behind the name of a check that passed: what it tried.
    one_case = "1 case";
    /// Behind the name of a check that passed: what it tried.
    many_cases(cases) = "{cases} cases";
    /// Behind the name of a check with one case, which failed.
    one_case_off = "1 of 1 case off";
    /// Behind the name of a check: how many cases failed.
    cases_off(failed, cases) = "{failed} of {cases} cases off";
    /// Behind the name of a check that was not begun. It is code.
    check_todo = "todo!()";
    /// Behind the name of a check with one case, in which the code panicked.
    one_case_panicked = "panicked in 1 of 1 case";
    /// Behind the name of a check: in how many cases the code panicked.
    cases_panicked(failed, cases) = "panicked in {failed} of {cases} cases";
    /// Behind the name of a check in which the code panicked.
    check_panicked = "panicked";
    /// Behind the name of a check that was left out.
    check_skipped = "skipped";
}

names! {
    "screen_states_names";

    /// An exercise that has no name.
    another_exercise = "another exercise";
}
