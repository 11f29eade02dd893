//! How a program ended that did not answer, and what kept it from being made.

use crate::{names, sentences};

sentences! {
    "judge.ending";

    /// Its budget was over, and it was computing.
    computing(seconds) = "Your program was stopped: its {seconds} s were over before it answered. Look for a loop \
        that never ends.";

    /// Its budget was over, and none of its threads ran.
    waiting(seconds) = "Your program was stopped: its {seconds} s were over; it was waiting, not computing. Look for \
        a `sleep`, a lock, or a thread that is joined and never ends.";

    /// Its budget was over, and it printed more than can be shown.
    printing(seconds) = "Your program was stopped: its {seconds} s were over, and it went on printing. Look for a \
        `println!` in a loop that never ends.";

    /// Its budget was over, and it reported more than can be shown.
    reporting(seconds) = "Your program was stopped: its {seconds} s were over, and it went on reporting. Look for a \
        report in a loop that never ends.";

    /// It held too much memory.
    out_of_memory = "Your program was stopped because it held more than 2 GiB of memory. Look for something that \
        grows in a loop.";

    /// It started too many processes.
    too_many_processes(processes) = "Your program was stopped because it had started more than {processes} \
        processes.";

    /// It started too many threads.
    too_many_threads(threads) = "Your program was stopped because it had more than {threads} threads at once.";

    /// It wrote too much into files.
    too_much_written(mebibytes) = "Your program was stopped because it had written more than {mebibytes} MiB into files.";

    /// It ended while it wrote an answer.
    in_the_middle = "Your program ended in the middle of an answer: something calls `exit` while another thread \
        still works.";

    /// It could not get the memory that it asked for, and said so.
    allocation_failed = "Your program asked for more memory than there is for it (2 GiB). Look for a size that is \
        far too large, or for something that grows in a loop.";

    /// Its stack was full, and it said so.
    stack_overflow = "Your program called itself until its stack was full: look for a function that calls itself \
        without end.";

    /// It ended by itself.
    exit_code(code) = "Your program ended with exit code {code} before it answered: something calls `exit`, or \
        `main` no longer ends with `.serve()`.";

    /// It closed its channel to the runner.
    closed_channel = "Your program closed its channel before it answered, and went on without it.";

    /// The signal SIGABRT.
    aborted = "Your program aborted before it answered: something calls `abort`, or panics while it handles a panic.";

    /// The signal SIGKILL, from the system.
    killed = "Your program was killed before it answered: the system has probably run out of memory. Look for \
        something that grows in a loop.";

    /// The signals SIGSEGV and SIGBUS.
    crashed = "Your program crashed before it answered (a segmentation fault): a function that calls itself without \
        end does that, and so does `unsafe` code.";

    /// The signal SIGXCPU.
    processor_time = "Your program was stopped: it had used up the processor time that all its budgets together give \
        it. Look for a loop that never ends.";

    /// The signal SIGXFSZ.
    large_file(mebibytes) = "Your program was stopped because it wrote a file of more than {mebibytes} MiB.";

    /// The signal SIGSYS, from the sandbox.
    another_process = "Your program was stopped because it started another process, which exercises may not do \
        (`gradlings --no-sandbox` lets your own code).";

    /// Another signal, by its number.
    signal(signal) = "Your program was ended by signal {signal} before it answered.";

    /// It was linked with an older library.
    wrong_version = "Your program was built with another version of the library: save the file again.";

    /// What it wrote is no answer. `error` says what is wrong with it.
    no_answer(error) = "Your program wrote something else than answers on its channel: {error}.";

    /// The system did not start it.
    not_started(error) = "Your program could not be started: {error}.";

    /// rustc took too long.
    compiler_too_slow(seconds) = "The compiler was stopped after {seconds} s, its budget for one file.";

    /// rustc took too much memory.
    compiler_too_large = "The compiler was stopped because it held more than 4 GiB of memory. Look for a constant or \
        a macro that grows without end.";

    /// rustc has no error and made no program.
    no_program = "The compiler made no program of your file. Look for an attribute at its top, such as \
        `#![crate_type]` or `#![no_main]`.";

    /// rustc refuses what the learner's file includes.
    error_included(place) = "The compiler found an error in what your file includes, at {place}.";

    /// rustc refuses the learner's file.
    one_error = "The compiler found an error in your file.";

    /// rustc refuses the learner's file.
    many_errors(errors) = "The compiler found {errors} errors in your file.";
}

names! {
    "judge.ending_names";

    /// What a program wrote on its channel.
    unasked_answer = "an answer that nobody asked for";
}
