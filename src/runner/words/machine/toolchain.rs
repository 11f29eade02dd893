//! rustup, the versions of cargo and rustc, the sandbox: what has to be there before anything is built.

use crate::{labels, sentences};

sentences! {
    "toolchain";

    /// A program of the toolchain could not be confined. A sentence that says why follows.
    not_in_sandbox(program) = "`{program}` could not be put into the sandbox.";

    /// rustup could not read its settings.
    settings_unreadable = "`rustup` could not read what it keeps in your home folder.";

    /// rustup could not write its settings.
    settings_unwritable = "`rustup` could not write what it keeps in your home folder.";

    /// rustup could not make its folder.
    home_not_made = "`rustup` could not make what it keeps in your home folder.";

    /// Why the system refused something, in its own words.
    system_says(reason) = "The system says: {reason}.";

    /// A toolchain is asked for that is not there.
    not_installed(name) = "`rustup` is told to use the toolchain `{name}`, which is not installed.";

    /// No toolchain is chosen.
    no_default = "`rustup` has no default toolchain, so there is no cargo and no rustc to start.";

    /// A file that chooses a toolchain is malformed.
    choice_unreadable = "`rustup` cannot read the file that chooses a toolchain.";

    /// Rust is too old for a file of the course.
    too_old(program, line) = "The Rust on this machine is too old for the course. `{program}` says: {line}";

    /// A library of the compiler cannot be loaded.
    library_not_loaded(library) = "The compiler cannot load a library of its own: {library}.";
}

labels! {
    "toolchain_mend";

    /// A program of the toolchain could not be confined.
    without_sandbox = "type `gradlings --no-sandbox run` to check your own code without it";

    /// rustup could not use its folder.
    set_home = "set the variable HOME to your own folder, and RUSTUP_HOME only if Rust is installed elsewhere";

    /// A toolchain is asked for that is not there.
    install_or_forget(name) = "type `rustup toolchain install {name}`, or take away what asks for it: the variable \
        RUSTUP_TOOLCHAIN, `rustup override`, or a file `rust-toolchain.toml` here or in a folder above";

    /// No toolchain is chosen.
    choose_default = "type `rustup default stable`; if Rust is installed already, set HOME to your own folder first";

    /// A library of the compiler does not fit into memory.
    lift_memory = "lift the limit on memory (`ulimit -v unlimited`), then run the command again";

    /// A library of the compiler is missing.
    install_again = "type `rustup toolchain uninstall stable` and `rustup toolchain install stable`";
}
