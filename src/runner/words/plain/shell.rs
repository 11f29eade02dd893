//! What the commands say in a shell, but for what they have in common with plain mode.

use crate::{labels, sentences};

sentences! {
    "shell";

    /// What was printed cannot be written; the system says why.
    output_fails(error) = "The output cannot be written: {error}.";

    /// `--track` was typed with a command that has no use for it.
    same_on_every_track = "This command does the same on every track.";

    /// The folder in which the command was typed cannot be read; the system says why.
    folder_unreadable(error) = "The folder you are in cannot be read: {error}.";

    /// There is no course where the command was typed.
    no_course_here = "There is no course here, nor in a folder above.";

    /// The exercise that was typed is not in the course.
    no_exercise(name) = "There is no exercise `{name}` in this course.";

    /// There are no hints for this exercise.
    no_hints(name) = "{name} has no hints.";

    /// The exercise that comes next.
    next(name) = "Next: `gradlings run {name}`.";

    /// The exercise does not pass yet.
    nudge(name) = "For a nudge, type `gradlings hint {name}`.";

    /// Before what came of an exercise, while all of them are checked.
    position(number, all) = "{number} of {all}.";

    /// The machine was looked at.
    machine_is_fine = "Everything is as it should be.";

    /// The machine was looked at, and one thing was remarked on.
    one_could_be_better = "Nothing is wrong, and 1 thing could be better.";

    /// The machine was looked at, and things were remarked on.
    could_be_better(things) = "Nothing is wrong, and {things} things could be better.";

    /// The machine was looked at, and one thing is wrong.
    one_to_mend = "There is 1 thing to mend.";

    /// The machine was looked at, and things are wrong.
    to_mend(things) = "There are {things} things to mend.";

    /// The pages of the manual are written.
    manual(folder) = "The pages of the manual are in {folder}. `man gradlings` shows the first, if `man` looks there.";

    /// The pages of the manual cannot be written. The reason follows.
    manual_unwritable = "The pages of the manual cannot be written.";

    /// The learner's settings file was read, and nothing is wrong with it.
    settings_are_sound(path) = "Your settings in {path} are sound.";

    /// There is no settings file.
    no_settings = "You have no settings of your own.";

    /// The thread that proves exercises has panicked.
    proof_broke = "The proof itself broke.";
}

labels! {
    "shell_labels";

    /// Before what keeps a command from its work.
    error = "error:";

    /// Before what does not keep a command from its work.
    note = "note:";

    /// What was looked at, in a column: all is well.
    finding_ok = "ok";

    /// What was looked at, in a column: something could be better.
    finding_note = "note";

    /// What was looked at, in a column: something is wrong.
    finding_wrong = "wrong";

    /// The state of an exercise, in a column.
    done = "done";

    /// The state of an exercise, in a column.
    pending = "pending";

    /// How long an exercise takes, in a column.
    minutes(minutes) = "{minutes} min";

    /// Before a hint.
    hint_number(number, all, name) = "Hint {number} of {all} for {name}:";

    /// What to do next: `--track` was typed with a command that has no use for it.
    leave_track_out = "leave `--track` out; `gradlings --track NAME` goes along a track";

    /// What to do next: `--sandbox require`, and something of it is not there.
    sandbox_is_required = "use a system that has it, or type `--sandbox prefer` for code that you trust";

    /// What to do next: the folder in which the command was typed cannot be read.
    change_folder = "change to another folder, or name the course with `--course DIR`";

    /// What to do next: there is no course where the command was typed.
    make_a_course = "type `gradlings init` to make one of your own, or name one with `--course DIR`";

    /// What to do next: the exercise that was typed is not in the course, and this one is called nearly so.
    did_you_mean(name) = "did you mean `{name}`? `gradlings list` shows every name";

    /// What to do next: the exercise that was typed is not in the course.
    list_names = "type `gradlings list` for the names";

    /// What to do next: the thread that proves exercises has panicked.
    report_it = "this is an error of gradlings; report it with what is written above";
}
