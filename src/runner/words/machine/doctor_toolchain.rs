//! Whether Rust and a linker are there, and new enough.

use crate::{labels, sentences};

sentences! {
    "doctor_toolchain";

    /// A program hangs when it is asked for its version.
    silent(program) = "`{program} --version` does not end.";

    /// A program is too old.
    old(program, version, oldest) = "`{program}` is version {version}; the course needs {oldest} or later.";

    /// A program is new enough.
    there(program, version, oldest) = "{program} {version} is there (the course needs {oldest} or later).";

    /// A program is not there.
    not_found(program) = "`{program}` was not found: Rust is not installed, or this terminal does not know where it \
        is.";

    /// There is a C compiler, which links.
    has_cc = "The linker `cc` is there.";

    /// Windows has a linker of its own.
    visual_studio = "The linker is the one of Visual Studio.";
}

labels! {
    "doctor_toolchain_mend";

    /// A program hangs when it is asked for its version.
    look_in_path = "look for another program of that name in the folders of PATH, or install Rust again with rustup";

    /// cargo or rustc does not work, and it is not known why.
    mend_what_is_named = "mend what these words name; `rustup update stable` renews Rust";
}
