//! Whether there is a home folder: cargo and rustup keep their files there.

use crate::{labels, sentences};

sentences! {
    "doctor_home";

    /// The system knows of no home folder.
    none = "You have no home folder: HOME is not set, and the system does not know one for your user.";

    /// All is well.
    there(folder) = "The home folder {folder} is there.";

    /// The system knows a home folder, the variable does not.
    not_set(folder) = "The variable HOME is not set, so {folder} is used, which the system names for your user.";

    /// There is no home folder, and none is needed.
    cargo_elsewhere(folder, cargo) = "The home folder {folder} is not there, but cargo keeps its files in {cargo}.";

    /// There is no home folder.
    missing = "The home folder is not there, and cargo and rustup look for their files in it.";
}

labels! {
    "doctor_home_mend";

    /// The system knows of no home folder.
    export_a_home = "type `export HOME=` and the name of a folder of yours";

    /// The system knows a home folder, the variable does not.
    export_home(folder) = "type `export HOME={folder}`: some programs look nowhere else";

    /// There is no home folder.
    set_home = "set the variable HOME to your own folder";
}
