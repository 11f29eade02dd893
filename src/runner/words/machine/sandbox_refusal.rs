//! Why a program could not be confined: what follows a sentence that says so.

use crate::sentences;

sentences! {
    "sandbox_refusal";

    /// The program is not there or may not be run.
    not_run(program, error) = "{program} cannot be run: {error}.";

    /// A word of the launcher is malformed.
    no_value(option) = "`{option}` needs a value.";

    /// A word of the launcher is malformed.
    no_number(option) = "`{option}` needs a number.";

    /// A word of the launcher is not one.
    unknown(option) = "`{option}` is not known.";

    /// A word of the launcher is not one.
    no_filter_of(name) = "There is no filter of system calls for `{name}`.";

    /// The launcher is called without a program.
    no_program = "No program is named.";

    /// The system has no launcher.
    no_launcher = "This system has no launcher.";

    /// The processor has no seccomp.
    no_filter = "This processor has no filter of system calls.";

    /// The runner ended before its program began.
    runner_ended = "The runner has ended.";

    /// A core dump cannot be forbidden.
    core_dumps(error) = "The system refused a limit on core dumps: {error}.";

    /// Time cannot be limited.
    time(error) = "The system refused a limit on time: {error}.";

    /// The size of files cannot be limited.
    file_size(error) = "The system refused a limit on the size of files: {error}.";

    /// Memory cannot be limited.
    memory(error) = "The system refused a limit on memory: {error}.";

    /// Descriptors cannot be limited.
    descriptors(error) = "The system refused a limit on open files: {error}.";

    /// Processes cannot be limited.
    processes(error) = "The system refused a limit on processes: {error}.";

    /// The system refused a part of the sandbox, in its own words.
    refused(error) = "The sandbox was refused: {error}.";
}
