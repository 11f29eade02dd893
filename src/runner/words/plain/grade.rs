//! What `gradlings grade` says to whoever grades.

use crate::{labels, sentences};

sentences! {
    "plain.grade";

    /// The grading begins, or goes on: so many pieces of work, of which some were graded before.
    begins(all, known) = "{all} different files to grade, {known} of them graded before.";

    /// One file was graded. `verdict` is one word, such as "passed".
    one_done(exercise, verdict, seconds) = "{exercise}: {verdict} after {seconds} s.";

    /// The same for a text that several handed in, so that it was graded once for all of them.
    shared_done(exercise, verdict, seconds, by) = "{exercise}, handed in by {by}: {verdict} after {seconds} s.";

    /// A file is graded again at the end, because a busy machine may be why it failed.
    put_off(exercise, verdict) = "{exercise}: {verdict}. It is tried again alone before that counts.";

    /// How many are graded, while nothing says yet how fast it goes.
    so_far(done, all) = "{done} of {all} files graded.";

    /// How many are graded, how fast, and how long still.
    with_seconds(done, all, rate, seconds) = "{done} of {all} files graded, {rate} a minute, about {seconds} s left.";

    /// The same, where it takes longer.
    with_minutes(done, all, rate, minutes) = "{done} of {all} files graded, {rate} a minute, about {minutes} min left.";

    /// All are graded.
    all_done(done, rate) = "All {done} files are graded, at {rate} a minute.";

    /// At the end: where the results are.
    results(submissions, exercises, path) = "Submissions: {submissions}. Exercises: {exercises}. The results are in {path}.";

    /// At the end: files that the machine kept from being graded.
    not_judged(files) = "{files} of the files could not be checked on this machine, and their score is 0 until they are. \
        Their messages begin with what to do; then type the command again, and only they are graded.";

    /// Something in the folder of submissions is neither a folder nor an archive.
    no_submission(name) = "{name} is no submission, and was left out.";

    /// The submissions cannot be read. Why follows.
    submissions_unreadable = "The submissions cannot be read.";

    /// There is no submission in the folder.
    no_submissions = "There is no submission here.";

    /// Two submissions have the same name.
    same_name(name, one, other) = "Two submissions have the name {name}: {one} and {other}.";

    /// The results, or the submissions, are where a graded file could read them.
    inside_the_course(path) = "{path} lies among the exercises of the course, where a file that is graded could read it.";

    /// The results are among the submissions.
    inside_the_submissions(path) = "{path} lies among the submissions, and would be taken for one.";

    /// A file of the results cannot be written. Why follows.
    not_kept = "What was graded cannot be kept.";

    /// The program's own file cannot be read. Why follows.
    program_unreadable = "This program cannot read its own file, so nothing can be known by what graded it.";

    /// A file of the course cannot be read. Why follows.
    course_unreadable = "A file of the course cannot be read.";

    /// The list of the class cannot be read. Why follows.
    roster_unreadable = "The roster cannot be read.";

    /// The list of the class is no table.
    roster_malformed(error) = "The roster cannot be read as a table: {error}.";

    /// No column of the list says what submissions are called.
    roster_without_names(columns) = "The roster has no column that says what submissions are called: {columns}.";

    /// Two rows of the list are about the same submission.
    roster_twice(name) = "{name} stands in the roster twice.";

    /// One part of a grading that is spread over several machines is done.
    part_done(part, of, files) = "Part {part} of {of} is done: {files} of the files belong to it. When all parts are, join them \
        with `--merge`.";

    /// The parts that were joined do not hold everything.
    parts_missing(files) = "{files} of the files are in none of the parts.";

    /// A part is written as two numbers.
    no_part(text) = "`{text}` is no part: write 2/4 for the second of four.";

    /// `--shards` was typed where nothing says which part this machine does.
    no_number = "Nothing says which part this is: neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX is set to a number \
        below the number of parts.";

    /// The zip for Gradescope is written.
    zip_written(path) = "The autograder for Gradescope is in {path}.";

    /// The zip for Gradescope cannot be written. Why follows.
    zip_unwritable = "The autograder for Gradescope cannot be written.";

    /// A weight in `info.toml` is about a check that there is not.
    weight_of_none(exercise, check) = "A weight in info.toml is for `{check}`, which is no check of {exercise}.";

    /// The crates that programs link cannot be fetched. What to do follows.
    no_crates = "Nothing can be graded: the crates that programs are built with are not there.";
}

labels! {
    "plain.grade.mend";

    /// The mend for two submissions of one name.
    rename_one = "rename one of them";

    /// The mend where there is no submission.
    one_for_each = "name a folder that has one folder or archive for each learner";

    /// The mend for the list of the class.
    mend_the_roster = "mend the table, or leave `--roster` out";

    /// The mend where parts are missing.
    grade_the_others = "grade the parts that are missing, or leave `--merge` out and they are graded here";

    /// The mend where it is not known which part this is.
    say_the_part = "name the part with `--shard 2/4`";

    /// The mend where the results lie among the submissions.
    move_results = "choose a folder for the results that lies elsewhere";

    /// The mend where results or submissions lie in the course.
    move_out = "choose a folder outside of `exercises`";
}
