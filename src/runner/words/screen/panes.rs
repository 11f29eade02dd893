//! The header and the titles of the panes.

use crate::{labels, names, sentences};

sentences! {
    "screen_panes";

    /// In the pane of the lesson, where the file of the exercise has none; what it teaches follows.
    no_lesson = "This exercise has no text. What it teaches:";
    /// In the pane of the differences.
    no_difference = "Yours is the solution, letter by letter.";
}

labels! {
    "screen_panes_labels";

    /// In the header: the list of all exercises.
    course_map = "Course map";
    /// In the header, and a title: the check of all exercises.
    all_exercises = "All exercises";
    /// In the header behind an exercise: its training.
    at_training = "training";
    /// In the header behind an exercise: its solution.
    at_solution = "solution";
    /// In the header behind an exercise: its attempts.
    at_attempts = "attempts";
    /// In the header behind an exercise: what was built, in use.
    at_trial = "in use";

    /// The lesson of an exercise.
    lesson = "Lesson";
    /// The checks of an exercise.
    checks = "Checks";
    /// The numbers of a check that fails.
    numbers = "Numbers";
    /// The numbers of this check.
    numbers_of(check) = "Numbers: {check}";
    /// What is wrong.
    diagnosis = "Diagnosis";
    /// What is wrong in this check.
    diagnosis_of(check) = "Diagnosis: {check}";
    /// What the compiler said.
    compiler = "Compiler";
    /// What the compiler said; both gaps are numbers of messages.
    compiler_counts(errors, warnings) = "Compiler: {errors}, {warnings}";
    /// What the program printed.
    output = "Output";
    /// What the program printed, where it printed more than is kept.
    output_one_dropped = "Output: 1 line dropped";
    /// What the program printed, where it printed more than is kept.
    output_dropped(lines) = "Output: {lines} lines dropped";
    /// The solution.
    solution = "Solution";
    /// How the learner's text differs from the solution, in a row of tabs.
    differs = "What differs";
    /// How the learner's text differs from the solution, with the signs of its lines.
    differs_how = "What differs: - yours, + the solution";
    /// The tracks to choose from.
    tracks = "Tracks";
    /// What the keys do.
    keys = "Keys";
    /// The question before a run.
    predict = "Predict first";
    /// A question that is answered with yes or no.
    sure = "Sure?";
}

names! {
    "screen_panes_names";

    /// How many errors the compiler found.
    one_error = "1 error";
    /// How many errors the compiler found.
    many_errors(errors) = "{errors} errors";
    /// How many warnings the compiler gave.
    one_warning = "1 warning";
    /// How many warnings the compiler gave.
    many_warnings(warnings) = "{warnings} warnings";
}
