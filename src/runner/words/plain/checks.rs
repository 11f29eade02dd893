//! A check in plain lines: building, judging, and how it ended.

use crate::{labels, names, sentences};

sentences! {
    "checks";

    /// A stage has begun.
    building = "Building.";

    /// A stage has begun.
    building_reference = "Getting the reference ready.";

    /// A stage has begun.
    reference_works = "The reference works out its answers.";

    /// A check of the exercise has begun.
    checking(check) = "Checking {check}.";

    /// A long build goes on. The times have their units; `each` is what a crate has taken on average.
    built_so_far(done, all, time, each, left, package) = "Built {done} of {all} crates in {time}, {each} a crate; {left} \
        to go, now {package}.";

    /// The crates of a long build are done. `time` has its unit.
    built_all(all, time) = "Built all {all} crates in {time}.";

    /// The build has ended. `time` has its unit.
    built(time) = "Built in {time}.";

    /// How much of the time that a program has is left.
    time_left(left, all) = "{left} of {all} s are left.";

    /// The compiler warns of something.
    warning(place, warning) = "Warning at {place}: {warning}.";

    /// A check has passed, which has one case.
    case_agrees(check) = "{check} passed: 1 case agrees with the reference.";

    /// A check has passed.
    cases_agree(check, cases) = "{check} passed: {cases} cases agree with the reference.";

    /// A check has failed, which has one case.
    only_case_disagrees(check) = "{check} failed: its only case does not agree with the reference.";

    /// A check has failed in one of several cases.
    case_disagrees(check, cases) = "{check} failed: 1 of {cases} cases does not agree with the reference.";

    /// A check has failed.
    cases_disagree(check, failed, cases) = "{check} failed: {failed} of {cases} cases do not agree with the reference.";

    /// What a check is about is not written yet.
    not_written(check) = "{check} is not written yet: a todo!() was reached.";

    /// The learner's program panicked in a check.
    check_panicked(check) = "{check} panicked.";

    /// The program never came to a check.
    not_judged(check) = "{check} was not judged, because something before it ended the run.";

    /// Which case the numbers below are of.
    smallest_case(case) = "The smallest case that fails is {case}.";

    /// How much of an answer is off. `part` is "gradient of x", for instance.
    part_off(part, off, all) = "The {part} is off in {off} of {all} elements.";

    /// How much of an answer is off.
    answer_off(off, all) = "The answer is off in {off} of {all} elements.";

    /// An answer that is one number is off. `part` is "gradient of x", for instance.
    single_part_off(part) = "The {part} has one element, which is off.";

    /// An answer that is one number is off.
    single_answer_off = "The answer has one element, which is off.";

    /// How far a number may be from the right one.
    tolerance(tolerance) = "The tolerance is {tolerance}.";

    /// The whole answer beside the right one.
    whole_off(yours, expected) = "Yours is {yours}, and {expected} is expected.";

    /// A number that is off. `element` is its place in the answer.
    element_off(element, yours, expected) = "At {element}, yours is {yours} and {expected} is expected.";

    /// How far that number is from the right one.
    error(error) = "The error is {error}.";

    /// The rows of a matrix with numbers that are off.
    rows_off(rows) = "Only these rows, counted from 0, have elements that are off: {rows}.";

    /// The same, where those are all rows.
    every_row_off = "Every row has elements that are off.";

    /// The exercise has passed, with one check.
    passed_one(name) = "Passed: {name} agrees with the reference in 1 check.";

    /// The exercise has passed.
    passed(name, checks) = "Passed: {name} agrees with the reference in {checks} checks.";

    /// The exercise has failed, with one check.
    only_check_failed(name) = "Not passed: the only check of {name} failed.";

    /// The exercise has failed.
    failed(name, failed, checks) = "Not passed: {failed} of {checks} checks of {name} failed.";

    /// The exercise is not written yet.
    todo(name) = "Not passed: {name} is not finished, a todo!() was reached.";

    /// The exercise does not compile.
    does_not_compile(name) = "Not passed: {name} does not compile.";

    /// The learner's program panicked.
    panicked(name) = "Not passed: {name} panicked.";

    /// The learner's program took longer than it may.
    timed_out(name) = "Not passed: {name} took too long and was stopped.";

    /// The learner's program took more memory than it may.
    out_of_memory(name) = "Not passed: {name} took too much memory and was stopped.";

    /// The learner's program ended before it had answered.
    no_answer(name) = "Not passed: {name} ended without an answer.";

    /// The exercise includes an earlier one, which has to pass first.
    waits(name, piece) = "Not checked: {name} uses {piece}, which does not pass yet.";

    /// Somebody stopped the check.
    cancelled(name) = "The check of {name} was cancelled.";

    /// The crates that programs link could not be fetched. What to do follows.
    no_crates(name) = "Not checked: the crates that {name} is built with could not be fetched.";

    /// Something is wrong with the machine or the course. Why follows.
    not_checked(name) = "Not checked: the check of {name} could not run.";

    /// How long it took. The times have their units.
    times(build, run, all) = "Built in {build}, ran in {run}, {all} in all.";

    /// A line of the learner's program was too much to be shown.
    one_line_hidden = "Your program printed 1 more line, which is not shown.";

    /// Lines of the learner's program were too many to be shown.
    lines_hidden(lines) = "Your program printed {lines} more lines, which are not shown.";

    /// What the learner's program reported was too much to be shown.
    one_report_hidden = "1 more line of notes, epochs and pictures is not shown.";

    /// What the learner's program reported was too much to be shown.
    reports_hidden(lines) = "{lines} more lines of notes, epochs and pictures are not shown.";

    /// One more error of the compiler than are shown.
    one_error_hidden = "1 more error of the compiler is not shown. Mend the first ones and save.";

    /// More errors of the compiler than are shown.
    errors_hidden(errors) = "{errors} more errors of the compiler are not shown. Mend the first ones and save.";

    /// One more warning of the compiler than are shown.
    one_warning_hidden = "1 more warning of the compiler is not shown.";

    /// More warnings of the compiler than are shown.
    warnings_hidden(warnings) = "{warnings} more warnings of the compiler are not shown.";
}

labels! {
    "checks_labels";

    /// Before a line that the learner's program printed.
    your_program = "your program:";

    /// Before a line that the learner's program printed on standard error.
    your_program_on_error = "your program, on standard error:";

    /// Before a note of the learner's program.
    note = "Note:";

    /// Before a sentence about a training that is not well.
    health = "Training health:";

    /// What a case was given, as Rust would write it.
    input(name, value) = "Input {name} = {value}";
}

names! {
    "checks_names";

    /// The place of a warning that has none.
    the_file = "the file";

    /// An earlier exercise whose name is not known.
    another_exercise = "another exercise";
}
