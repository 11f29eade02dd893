//! What somebody set for cargo: its configuration, its variables, and what those make it start.

use crate::{labels, sentences};

sentences! {
    "cargo_settings";

    /// A file of settings is malformed.
    unreadable = "`cargo` cannot read its settings.";

    /// A setting has a value of another type.
    not_understood = "`cargo` does not understand its settings.";

    /// The same, with cargo's words about it.
    not_understood_because(reason) = "`cargo` does not understand its settings: {reason}.";

    /// One setting cannot be understood.
    setting_not_understood(setting) = "`cargo` does not understand its setting `{setting}`.";

    /// rustc does not know an option.
    unknown_option(reason) = "`rustc` refuses an option that it is given: {reason}.";

    /// The machine to build for is not known.
    unknown_target(name) = "`cargo` is told to build for `{name}`, which rustc does not know.";

    /// The machine to build for has no standard library here.
    target_not_installed(name) = "The standard library for `{name}` is not installed, and cargo is told to build for \
        it.";

    /// Too many files are open.
    open_files = "`cargo` may not open as many files as a build needs.";

    /// A program that was just built cannot be started.
    built_not_started(reason) = "`cargo` could not start a program that it had just built: {reason}.";

    /// A program that a setting names cannot be started.
    not_started(name, reason) = "`cargo` could not start `{name}`: {reason}.";

    /// A folder of crates cannot be read.
    replacement_unreadable = "The settings of cargo replace crates.io by a folder that cannot be read.";

    /// A program of the course is missing in its Cargo.toml.
    program_not_listed = "`exercises/Cargo.toml` does not list every program of info.toml.";

    /// A Cargo.toml of the course cannot be read.
    manifest_unreadable(words) = "`cargo` cannot read a `Cargo.toml` of the course. It says: {words}";
}

labels! {
    "cargo_settings_mend";

    /// rustc does not know an option.
    remove_option = "take the option out: look at the variables RUSTFLAGS and CARGO_BUILD_RUSTFLAGS, and \
        `.cargo/config.toml` here, in the folders above and in your home folder";

    /// The machine to build for is not known.
    remove_target = "take `build.target` out of cargo's settings, and CARGO_BUILD_TARGET out of your variables";

    /// The machine to build for has no standard library here.
    add_or_remove_target(name) = "type `rustup target add {name}`, or take `build.target` out of cargo's settings, and \
        CARGO_BUILD_TARGET out of your variables";

    /// Too many files are open.
    lift_open_files = "lift the limit (`ulimit -n 4096`), then run the command again";

    /// A program that was just built cannot be started.
    move_course = "move the course to a disk that programs may be started from: this one may be mounted with `noexec`";

    /// A program that a setting names may not be started.
    move_program = "put that program into a folder of PATH, which the sandbox lets cargo start it from, or take it out \
        of cargo's settings (`rustc`, `rustc-wrapper`) and of the variables RUSTC and RUSTC_WRAPPER";

    /// A program that a setting names is not there.
    install_program = "install that program, or take it out of cargo's settings (`rustc`, `rustc-wrapper`) and of the \
        variables RUSTC and RUSTC_WRAPPER";

    /// A folder of crates cannot be read.
    vendor = "take `replace-with` out of cargo's settings, or put the crates there (`cargo vendor`)";

    /// A Cargo.toml of the course cannot be read.
    restore_manifest = "type `gradlings update` in a folder of your own, `git checkout` and the name of the file in a \
        clone";
}
