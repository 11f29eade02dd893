//! Whether the crates that the course needs are there.

use crate::{labels, sentences};

sentences! {
    "doctor_crates";

    /// No crate is needed any more.
    built = "What the exercises link is built.";

    /// All crates are there.
    there = "The crates that the course needs are there.";

    /// There is no whole Cargo.lock.
    unknown = "The first check finds out which crates the course needs (Cargo.lock does not say it yet).";

    /// Crates are missing.
    missing = "Crates have to be downloaded before the first check.";

    /// Crates are missing, and cargo may not download them.
    missing_offline = "Crates have to be downloaded before the first check, and cargo is told to stay off the network.";

    /// cargo is still waiting for something.
    not_listed = "`cargo` did not list the crates of the course within a minute.";
}

labels! {
    "doctor_crates_mend";

    /// Crates are missing.
    connect = "connect to the network for the first check; later ones need none";

    /// Crates are missing, and cargo may not download them.
    go_online = "take away the variable CARGO_NET_OFFLINE for the first check";

    /// cargo is still waiting for something.
    wait_for_builds = "wait until other builds and downloads are done, then type `gradlings doctor` again";
}
