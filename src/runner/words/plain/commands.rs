//! What can be typed in plain mode, and what each command does.

use crate::{labels, sentences};

sentences! {
    "commands";

    /// All commands in one line, each a letter and a word.
    type_a_letter(commands) = "Type a letter and Enter: {commands}.";

    /// Over the list of what the commands do.
    type_a_letter_or_a_word = "Type a letter or a word, and Enter:";

    /// What a command does.
    next(letter, word) = "{letter}, or {word}: the next open exercise.";

    /// What a command does.
    hint(letter, word) = "{letter}, or {word}: one more hint, with those before it.";

    /// What a command does.
    lesson(letter, word) = "{letter}, or {word}: the lesson.";

    /// What a command does.
    list(letter, word) = "{letter}, or {word}: the exercises, with state, time and tries.";

    /// What a command does.
    find(letter, word) = "{letter}, or {word}: exercises by name or topic, as in / tensor.";

    /// What a command does.
    about(letter, word) = "{letter}, or {word}: what an exercise is about, as in i mse.";

    /// What a command does.
    page(letter, word) = "{letter}, or {word}: what this chapter is for: its page.";

    /// What a command does.
    track(letter, word) = "{letter}, or {word}: the tracks, or along one of them, as in t first-steps.";

    /// What a command does.
    glossary(letter, word) = "{letter}, or {word}: the terms of the course, or one of them, as in g batch.";

    /// What a command does.
    go(letter, word) = "{letter}, or {word}: to an exercise, as in j mse.";

    /// What a command does.
    run(letter, word) = "{letter}, or {word}: check without a save.";

    /// What a command does.
    stop(letter, word) = "{letter}, or {word}: stop the check that runs.";

    /// What a command does.
    check_all(letter, word) = "{letter}, or {word}: check every exercise, one after the other.";

    /// What a command does.
    edit(letter, word) = "{letter}, or {word}: where to edit; opens an editor that has a window of its own.";

    /// What a command does.
    reset(letter, word) = "{letter}, or {word}: the original text; yours is kept as a copy.";

    /// What a command does.
    use_it(letter, word) = "{letter}, or {word}: what you have built, once it has passed; with files, as in u cats/one.png.";

    /// What a command does.
    solution(letter, word) = "{letter}, or {word}: the solution, once yours has passed.";

    /// What a command does.
    difference(letter, word) = "{letter}, or {word}: how yours differs from the solution.";

    /// What a command does.
    attempts(letter, word) = "{letter}, or {word}: what you had checked; with a number, what has changed since.";

    /// What a command does.
    restore(letter, word) = "{letter}, or {word}: the text of an attempt again, as in b 3.";

    /// What a command does.
    predict(letter, word) = "{letter}, or {word}: the question before a run, or a choice, as in p 2.";

    /// What a command does.
    help(letter, word) = "{letter}, or {word}: these commands.";

    /// What a command does.
    quit(letter, word) = "{letter}, or {word}: the end.";

    /// Somebody typed the command that finds, and nothing to find.
    what_to_find = "Type what to find, as in / tensor.";

    /// Somebody typed the command that goes somewhere, and not where.
    where_to = "Type where to, as in j mse.";

    /// Somebody typed the command that brings an attempt back, and not which.
    which_attempt = "Type b and the number of an attempt; a lists them.";

    /// Somebody typed the command that begins an exercise anew. Only the same command again does it.
    reset_asks(name) = "This puts the original text of {name} in place of yours, which is kept as a copy. Type x once more \
        to do it.";

    /// The exercise that was typed is not in the course.
    no_exercise(name) = "There is no exercise `{name}`.";

    /// Nothing was found.
    none_found(word) = "No exercise is about {word}.";

    /// Under the one exercise that was found.
    one_found = "1 exercise. Type j and its name to go there.";

    /// Under the exercises that were found.
    found(exercises) = "{exercises} exercises. Type j and a name to go there.";

    /// Somebody stopped the check.
    stopped = "Stopped. Type r to run it again.";

    /// Somebody stopped the check, and there is none.
    nothing_runs = "Nothing is running.";

    /// There is no other open exercise to go to.
    last_open = "This is the last exercise that is open.";

    /// The exercise that is left is not done.
    stays_open(name) = "{name} stays open.";

    /// There are no hints for this exercise.
    no_hints = "This exercise has no hints.";

    /// Under the hints, once all were shown.
    no_more_hints = "There are no more hints.";

    /// The chapter has no page.
    no_page = "This chapter has no page.";

    /// The course has no tracks.
    no_tracks = "This course has no tracks.";

    /// The learner's functions are those of the solution.
    no_difference = "Yours is the solution, letter by letter.";

    /// An editor was started on a file.
    opened(path, editor) = "{path} is open in {editor}.";

    /// An editor was started on a file, at the line of the first error.
    opened_at(path, line, editor) = "{path} is open in {editor}, at line {line}.";

    /// No editor with a window of its own is known, so the learner opens the file.
    open_it(path) = "Open {path} in your editor; a save is checked at once.";

    /// The same, with the line of the first error.
    open_it_at(path, line) = "Open {path} in your editor, at line {line}; a save is checked at once.";
}

labels! {
    "commands_labels";

    /// What to do next: the exercise that was typed is not in the course, and this one is called nearly so.
    did_you_mean(name) = "did you mean `{name}`? l lists every exercise";

    /// What to do next: the exercise that was typed is not in the course.
    list_lists = "l lists every exercise";

    /// Before a hint.
    hint_number(number, all) = "Hint {number} of {all}:";

    /// Before a line that only the learner's text has.
    yours = "Yours:";

    /// Before a line that only the solution has.
    solutions = "Solution:";
}
