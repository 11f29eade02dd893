//! Sentences that no answer is told: what keeps a check from being made, and how a program ends. Each is told in a test
//! beside its rule, in a table with what is next to it, and that test is looked up here.

use std::fs;
use std::path::Path;

use super::reading::KNOWN;

const BUILDING: &str = "src/runner/check/building.rs";
const CANDIDATE: &str = "src/runner/check/candidate/tests.rs";
const ENDING: &str = "src/runner/check/ending.rs";
const GRADED: &str = "tests/grade/graded.rs";
const PIECES: &str = "tests/pieces.rs";
const READING: &str = "src/runner/check/reading.rs";
const REFERENCE: &str = "src/runner/reference/tests.rs";
const RUNAWAY: &str = "tests/runaway.rs";
const TRIAL: &str = "tests/programs/trial.rs";

/// A sentence, the file with its test, and words of it that the test looks for.
const TOLD: [(&str, &str, &str); 63] = [
    ("call.not_offered", CANDIDATE, "Your file does not offer `"),
    (
        "call.another_handler",
        CANDIDATE,
        "so nothing is called and counted as it should be",
    ),
    (
        "call.not_metered",
        CANDIDATE,
        ", which counts what is done with it",
    ),
    (
        "course.missing",
        READING,
        "`, which your program is compared with, is not there.",
    ),
    (
        "course.no_file",
        READING,
        "`, which your program is compared with, is ",
    ),
    (
        "course.too_large",
        READING,
        " MB, which is too much to be read.",
    ),
    (
        "course.unreadable",
        READING,
        "`, which your program is compared with, cannot be read: ",
    ),
    ("course.not_started", REFERENCE, "` could not be started: "),
    ("course.stopped", REFERENCE, "` stopped answering: "),
    ("course.printed", REFERENCE, "It printed: "),
    (
        "course.confused",
        REFERENCE,
        "` answers something that was not asked.",
    ),
    (
        "course.wrong_version",
        REFERENCE,
        "` speaks another version of the wire.",
    ),
    ("course.broken", REFERENCE, "` does not work. It says: "),
    (
        "course.too_slow",
        REFERENCE,
        "` takes more than ten minutes.",
    ),
    (
        "course.judge_not_started",
        REFERENCE,
        "The check could not be started: ",
    ),
    ("course.judge_broken", REFERENCE, "The check says: "),
    (
        "course.judge_ended",
        REFERENCE,
        "The check ended before it had answered.",
    ),
    ("course_mend.bring_back", READING, "or bring the file back"),
    (
        "course_mend.build_it",
        READING,
        "`gradlings dev check` shows what is wrong",
    ),
    (
        "course_mend.tell_author",
        REFERENCE,
        "tell the author of the course, or mend the check",
    ),
    (
        "ending.computing",
        ENDING,
        " s were over before it answered",
    ),
    ("ending.waiting", ENDING, "it was waiting, not computing"),
    ("ending.printing", ENDING, "it went on printing"),
    ("ending.reporting", ENDING, "it went on reporting"),
    ("ending.out_of_memory", ENDING, "held more than 2 GiB"),
    (
        "ending.too_many_processes",
        ENDING,
        "had started more than ",
    ),
    ("ending.too_many_threads", ENDING, " threads"),
    ("ending.too_much_written", ENDING, "had written more than "),
    ("ending.in_the_middle", ENDING, "in the middle of an answer"),
    ("ending.allocation_failed", ENDING, "asked for more memory"),
    ("ending.stack_overflow", ENDING, "called itself until"),
    ("ending.exit_code", ENDING, "exit code "),
    ("ending.closed_channel", ENDING, "closed its channel"),
    ("ending.aborted", ENDING, "aborted before it answered"),
    ("ending.killed", ENDING, "was killed"),
    ("ending.crashed", ENDING, "crashed"),
    ("ending.processor_time", ENDING, "processor time"),
    ("ending.large_file", ENDING, " MiB"),
    ("ending.another_process", ENDING, "another process"),
    ("ending.signal", ENDING, "signal "),
    ("ending.no_answer", RUNAWAY, "something else than answers"),
    (
        "ending.no_program",
        BUILDING,
        "The compiler made no program of your file.",
    ),
    (
        "ending.error_included",
        BUILDING,
        "The compiler found an error in what your file includes, at ",
    ),
    (
        "ending.one_error",
        BUILDING,
        "The compiler found an error in your file.",
    ),
    ("ending.many_errors", BUILDING, " errors in your file."),
    ("hunt.the_bug", CANDIDATE, "The bug is still there."),
    ("hunt.one_bug", CANDIDATE, " bugs is left."),
    ("hunt.many_bugs", CANDIDATE, " bugs are left."),
    ("piece.missing", PIECES, " is not there."),
    ("piece.reset", PIECES, "` to begin it anew."),
    ("piece.unsolved", PIECES, "Solve `"),
    ("piece.no_compile", PIECES, "`, which does not compile."),
    (
        "piece.fails",
        PIECES,
        "`, which does not pass. There it says:",
    ),
    ("piece.run", PIECES, "Type `gradlings run "),
    ("reading.no_file", READING, ", and that is "),
    ("reading.too_large", READING, " at most can be included."),
    ("reading.missing", READING, ", which is not there."),
    (
        "reading.refused",
        READING,
        " includes a file that cannot be read: ",
    ),
    (
        "reading.reads_elsewhere",
        GRADED,
        "outside the course's exercises",
    ),
    ("reading.what_to_do", READING, "What to do: "),
    (
        "reading_mend.give_right",
        READING,
        "give yourself the right to read it, then run the command again",
    ),
    ("trial.panicked_at", TRIAL, "Your program panicked at "),
    (
        "trial.not_written",
        TRIAL,
        "A part of your program is not written yet.",
    ),
];

/// Sentences that no test is told, with the reason.
const UNTOLD: [&str; 18] = [
    // A compiler that takes half a minute or 4 GiB; for each, one arm of one match.
    "course.compiler_too_slow",
    "course.compiler_too_large",
    "ending.compiler_too_slow",
    "ending.compiler_too_large",
    // A check that rustc refuses; the author is told of it before anyone else.
    "course.no_compile",
    "course.include",
    // A check that holds too much memory, writes too much, or takes a minute to judge.
    "course.out_of_memory",
    "course.too_much_written",
    "course.judge_too_slow",
    // What stands before and after each of the reasons why an answer cannot be judged.
    "course.not_judged",
    "course.tell",
    // The system does not start a program that was just built, or runs one of another version.
    "ending.not_started",
    "ending.wrong_version",
    "ending_names.unasked_answer",
    "trial.no_hello",
    // A program that says nothing for a day.
    "trial.silent",
    // A panic has a place unless the learner takes it away.
    "trial.panicked",
    // Whoever asks for a check has looked for the exercise before.
    "reading.no_exercise",
];

/// Whether a sentence is told elsewhere, or nowhere.
pub fn is_listed(id: &str) -> bool {
    TOLD.iter().any(|(told, ..)| *told == id) || UNTOLD.contains(&id)
}

#[test]
fn what_is_told_elsewhere_is_looked_for_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    for (id, file, words) in TOLD {
        let Some(known) = KNOWN.iter().find(|known| known.id == id) else {
            faults.push(format!("{id} is no sentence"));
            continue;
        };
        if !known.has(words) {
            faults.push(format!("{id} has no {words:?}"));
        }
        let text = fs::read_to_string(root.join(file)).expect("a test");
        if !text.contains(words) {
            faults.push(format!("{file} does not look for {words:?}"));
        }
    }
    for id in UNTOLD {
        if !KNOWN.iter().any(|known| known.id == id) {
            faults.push(format!("{id} is no sentence"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
