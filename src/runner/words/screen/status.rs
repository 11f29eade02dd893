//! The status line, and the questions that are answered with yes or no.

use crate::{labels, sentences};

sentences! {
    "screen_status";

    /// Asked before the original of an exercise is put back.
    reset(name) = "Put {name} back to its original? Your text is kept as a copy.";
    /// Asked before an attempt is put into a file.
    restore(number, file) = "Put attempt {number} into {file}? What is there now is kept as an attempt.";
    /// Asked before the program ends while a check runs.
    quit = "A check is running. Quit all the same?";
    /// Asked before the program ends while something that was built is used.
    quit_trial = "Your program is running. Quit all the same?";
    /// Nothing is open any more in the course.
    course_done = "That was the last one: the course is done.";
    /// Nothing is open any more on the track.
    track_done(track) = "That was the last one of {track}: the track is done.";
}

labels! {
    "screen_status_labels";

    /// How far the check of all exercises is.
    checked(done, of, passed, failed, todo) = "{done} of {of} checked: {passed} passed, {failed} failed, {todo} todo";
    /// The exercise was not checked yet.
    not_checked = "not checked yet";
    /// On a small screen: the exercise passes, and the key goes to the next one.
    passed_next(key, next) = "passed;  {key} next: {next}";
    /// On a small screen: the last exercise passes.
    passed_course_done = "passed; the course is done";
    /// On a small screen: the last exercise of the track passes.
    passed_track_done(track) = "passed; {track} is done";
    /// Behind a verdict: the key shows what became of the learner's prediction.
    prediction_told(key) = "{key} says what became of your prediction";
    /// Behind a verdict: the key goes to the next exercise.
    goes_on(key, next) = "{key} goes on to {next}";
    /// Behind a check that was stopped: the key runs it again.
    runs_again(key) = "{key} runs it again";
    /// Behind the words that are looked for: which of the places with them this is.
    match_of(at, of) = "match {at} of {of}";
    /// In the list: what was typed finds nothing.
    no_match = "nothing matches";
    /// In the list: what was typed finds one exercise.
    one_match = "1 match";
    /// In the list: what was typed finds these exercises.
    many_matches(found) = "{found} matches";
    /// In the list: what its signs mean.
    signs(pass, fail, todo) = "{pass} done   {fail} last check failed   {todo} todo";
    /// On a screen of one line: the keys that answer a question.
    yes_or_no(yes, no) = "{yes} yes  {no} no";
    /// In a window: the keys that answer a question.
    yes_or_no_wide(yes, no) = "{yes}  yes      {no}  no";
    /// On a screen of one line: the key that ends the program.
    quits(key) = "{key} quit";
    /// In front of the first of several messages that were there when the program began.
    first_of(messages) = "(1 of {messages}, the rest when you leave)";
}
