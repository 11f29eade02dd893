//! The help of the command line: what each command does and what each word behind it means.

use crate::{labels, sentences};

sentences! {
    "arguments";

    /// What the program is.
    program = "A terminal course in deep learning, in Rust: edit one file at a time and be told why it is wrong.";

    /// At the end of the help.
    without_a_command = "Without a command, it watches the next open exercise and checks it on every save.";
}

labels! {
    "arguments_labels";

    /// Over the examples.
    examples = "Examples:";

    /// An example makes a folder.
    example_init = "a folder of your own with the whole course";

    /// An example watches.
    example_watch = "watch the next open exercise in it";

    /// An example checks one exercise.
    example_run = "check one exercise, for a script";

    /// An example checks a track.
    example_all = "check what lies on a track";

    /// An example uses what was built.
    example_try = "a recording of your own as a picture, once it passes";

    /// Over the exit codes.
    exit_codes = "Exit codes:";

    /// Exit code 0.
    exit_passed = "passed, or there was nothing to pass";

    /// Exit code 1.
    exit_failed = "not passed";

    /// Exit code 2.
    exit_wrong = "wrong use, a broken course or a broken machine; standard error says what to do";

    /// `--track`, where it is remembered.
    along_track = "Go along this track; it is remembered, and `--track everything` leaves it";

    /// `--track`, where it is not remembered.
    only_track = "Only what lies on this track";

    /// `--course`.
    course = "The folder of the course, instead of this one or the nearest one above";

    /// `--plain`.
    plain = "Plain lines instead of the screen";

    /// `--seed`.
    seed = "The seed of the cases";

    /// `--no-sandbox`.
    no_sandbox = "Your own programs with all your rights, instead of in the sandbox";

    /// `--sandbox`.
    sandbox = "`require` runs nothing unless the whole sandbox is there, `prefer` says what is missing, `off` does \
        without it";

    /// `--poll`.
    poll = "Read the exercises again and again, where the system does not tell about saves";

    /// `--ascii`.
    ascii = "Only ASCII letters on the screen";

    /// `--no-images`.
    no_images = "No pictures pixel by pixel, and no question to the terminal whether it can show them";

    /// `--theme`.
    theme = "The colours of the screen: the terminal's own, or made for a dark or a light background, or with high \
        contrast";

    /// `--config`.
    config_file = "The file with your settings, instead of the one that `gradlings config` names";

    /// The command `run`.
    run = "Check one exercise, once";

    /// The command `check-all`.
    check_all = "Check every exercise";

    /// The command `list`.
    list = "List the exercises and what is done";

    /// The command `try`.
    try_out = "Use what you have built, once it has passed";

    /// What `try` is given.
    files = "Files for it, or folders of them: PNG, JPEG, PGM, PPM, WAV, CSV, text";

    /// The command `export`.
    export = "Write the weights that an exercise has trained into a file, as safetensors";

    /// What `export` writes.
    export_file = "The file, such as digits.safetensors";

    /// `--force`.
    force = "Replace the file where it is there already";

    /// The command `glossary`.
    glossary = "List the terms of the course, each with the exercise that introduces it";

    /// What `glossary` is given.
    term = "The term; without it, all of them";

    /// The command `hint`.
    hint = "Show one more hint";

    /// The command `reset`.
    reset = "Put the original of an exercise back; your text is kept";

    /// The command `solution`.
    solution = "Show the solution of an exercise that has passed";

    /// The command `attempts`.
    attempts = "List every version of an exercise that was checked, or compare two";

    /// The command `restore`.
    restore = "Bring an attempt back; the text that is there is kept as an attempt";

    /// The command `init`.
    init = "Make a folder of your own with the whole course";

    /// The command `update`.
    update = "Bring a folder of your own up to date; your code and progress are kept";

    /// The command `doctor`.
    doctor = "Look whether everything that is needed is there";

    /// The command `config`.
    config = "Print your settings file to begin with: every setting and every key, with what they do";

    /// The command `completions`.
    completions = "Print the completions for a shell";

    /// The command `man`.
    man = "Write the pages of the manual into a folder";

    /// The command `grade`.
    grade = "Grade what many learners handed in";

    /// The folder behind `grade`.
    submissions = "The folder with one folder or archive for each learner";

    /// `grade --out`.
    results = "The folder of the results; a grading that was stopped goes on there";

    /// `grade --exercise`.
    only_exercise = "Only this exercise; may be given several times";

    /// `grade --one`.
    one_learner = "SUBMISSIONS is the work of one learner, of this name";

    /// `grade --roster`.
    roster = "The list of the class, as CSV with a header: who stands there stands in the gradebook";

    /// `grade --format`.
    format = "Write the files of this system too; may be given several times";

    /// `grade --shard`.
    shard = "Grade one part only, such as 2/4, on one of several machines";

    /// `grade --shards`.
    shards = "The number of parts, where SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX says which one this is";

    /// `grade --merge`.
    merge = "Join the results of this part, and grade nothing; once for each part";

    /// `grade --gradescope-zip`.
    gradescope_zip = "Write an autograder for Gradescope into this file, and grade nothing";

    /// `grade --jobs`.
    jobs = "How many files are graded side by side; without it, one for each core";

    /// The command `dev`.
    dev = "For people who write exercises";

    /// The name of an exercise behind a command that can do without.
    exercise_or_next = "The exercise; without it, the next open one";

    /// The name of an exercise behind a command.
    exercise = "The exercise";

    /// `run --json`.
    json_object = "One JSON object instead of sentences";

    /// `check-all --json` and `doctor --json`.
    json_array = "A JSON array instead of sentences";

    /// `list --json`, `attempts --json` and `glossary --json`.
    json_table = "A JSON array instead of a table";

    /// `check-all --fresh`.
    fresh = "Check again also what has not changed since it was checked";

    /// `attempts --diff`.
    diff = "What has changed from this attempt to the text as it is";

    /// `attempts --to`.
    to = "What has changed from the attempt of --diff to this one";

    /// The number behind `restore`.
    attempt = "The number of the attempt";

    /// The folder behind `init`.
    folder = "The folder";

    /// The folder behind `man`.
    man_folder = "The folder, such as ~/.local/share/man/man1";

    /// The shell behind `completions`.
    shell = "The shell";
}
