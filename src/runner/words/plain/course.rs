//! What is wrong with an `info.toml`, and the questions that a course asks before a run.

use crate::{labels, sentences};

sentences! {
    "course";

    /// The folder that should be a course has no `info.toml`.
    missing = "There is no course here: `info.toml` is missing.";

    /// `info.toml` cannot be read; the system says why.
    unreadable(error) = "The course cannot be read: {error}.";

    /// `info.toml` is not TOML, or has a wrong key; the reader says where the trouble is.
    malformed(error) = "`info.toml` is malformed: {error}.";

    /// The course was written for an older or a newer program.
    format(found, known) = "`info.toml` has format {found}, but this program reads format {known}.";

    /// A course without any exercise.
    empty = "The course has no exercises.";

    /// The name of a chapter is no plain file name.
    chapter_name(name) = "The chapter name `{name}` would leave the course or is no file name.";

    /// Two chapters have the same name.
    chapter_twice(name) = "The chapter `{name}` is there twice.";

    /// The name of an exercise is no plain file name.
    exercise_name(name) = "The exercise name `{name}` would leave the course or is no file name.";

    /// Two exercises have the same name.
    exercise_twice(name) = "The exercise `{name}` is there twice.";

    /// An exercise names a chapter that has no entry.
    chapter_not_declared(name, chapter) = "The exercise `{name}` is in the chapter `{chapter}`, which is not declared.";

    /// A name that an exercise had before is no plain file name.
    former_name(name) = "The former name `{name}` would leave the course or is no file name.";

    /// An exercise needs one that comes after it, or that is not there.
    need_not_before(name, need) = "`{name}` needs `{need}`, which does not come before it.";

    /// An exercise claims to take no time.
    no_minutes(name) = "`{name}` takes 0 minutes.";

    /// The question before a run, or one of its choices, is empty.
    question_empty(name) = "The question of `{name}` has an empty text.";

    /// The question before a run has too few or too many choices.
    question_choices(name, most) = "The question of `{name}` needs two to {most} choices.";

    /// The right answer of the question before a run has a number that no choice has.
    question_answer(name) = "The question of `{name}` names an answer that is not among its choices.";

    /// The name of a track has letters that a command line may take for something else.
    track_name(name) = "The track name `{name}` cannot be typed on every command line.";

    /// A track has the name that means the whole course.
    track_everything(name) = "The track name `{name}` is taken: it means the whole course.";

    /// Two tracks have the same name.
    track_twice(name) = "The track `{name}` is there twice.";

    /// A track names a chapter that is not there.
    track_chapter(name, chapter) = "The track `{name}` has the chapter `{chapter}`, which the course does not have.";

    /// A track names an exercise that is not there.
    track_exercise(name, exercise) = "The track `{name}` has the exercise `{exercise}`, which the course does not \
        have.";

    /// A track without any exercise.
    track_empty(name) = "The track `{name}` has no exercise.";

    /// A run has shown that the learner's prediction was right; why follows in the author's words.
    predicted_right(choice) = "You predicted \"{choice}\", and so it is.";

    /// A run has shown that the learner's prediction was wrong; why follows in the author's words.
    predicted_wrong(choice, right) = "You predicted \"{choice}\"; it is \"{right}\".";
}

// What to do next, shown under a fault.
labels! {
    "course_next";

    /// There is no course in the folder, or it cannot be read.
    make_a_course = "type `gradlings init my-course` to make a course of your own, or name one with `--course DIR`";

    /// A course without any exercise.
    write_the_first = "type `gradlings dev new CHAPTER/NAME` to write the first one";

    /// `info.toml` is malformed; its line is shown.
    mend_that_line = "mend that line, then run the command again";

    /// The course was written for an older program.
    update_the_course = "type `gradlings update`; your code and your progress are kept";

    /// The course was written for a newer program.
    install_the_newer = "install the newer gradlings that the course was written for";

    /// The name of a chapter or an exercise is no plain file name.
    plain_names_only = "use lower-case letters, digits and `_` only";

    /// The name of a track cannot be typed everywhere.
    plain_track_names_only = "use lower-case letters, digits, `-` and `_` only";

    /// Two entries have the same name.
    rename_one = "rename or remove one of the two";

    /// An exercise names a chapter that has no entry.
    declare_the_chapter = "add a `[[chapters]]` entry with that name";

    /// An exercise needs one that does not come before it.
    name_an_earlier_one = "name an earlier exercise, or move that one up";

    /// An exercise claims to take no time.
    say_the_minutes = "say how many it takes most people, or leave `minutes` out";

    /// Something is wrong with the question of an exercise.
    mend_the_question = "mend its `[exercises.predict]`, then run the command again";

    /// A track has the name that means the whole course.
    rename_the_track = "give the track another name, or take it out";

    /// A track names a chapter that is not there.
    name_a_chapter = "name a chapter that has a `[[chapters]]` entry, or take it out";

    /// A track names an exercise that is not there.
    name_an_exercise = "name an exercise that has an `[[exercises]]` entry, or take it out";

    /// A track without any exercise.
    fill_the_track = "name some, `exercises = [\"...\"]` or `chapters = [\"...\"]`, or take it out";
}
