//! What to do next, where several faults of a machine have the same mend.

use crate::labels;

labels! {
    "machine_mend";

    /// The mend where no cause is known.
    ask_the_doctor = "type `gradlings doctor`";

    /// The same, where the fault is one of the program itself.
    ask_the_doctor_and_report = "type `gradlings doctor`, and report this line";

    /// Nothing has to be changed first.
    run_again = "run the command again";

    /// A disk is full.
    free_space = "free some space on that disk, then run the command again";

    /// Memory ran out.
    close_programs = "close other programs, then run the command again";

    /// A file is larger than a file may be.
    lift_file_size = "lift the limit on the size of files (`ulimit -f unlimited`), then run the command again";

    /// Rust is not there.
    install_rust = "install Rust with rustup, then open a new terminal";

    /// Rust is too old.
    renew_rust = "type `rustup update stable`";

    /// The list of programs does not fit the course.
    update_programs = "type `gradlings dev update`";

    /// Something is wrong with a file of cargo's or rustup's settings.
    mend_file = "mend that file, or remove it";
}
