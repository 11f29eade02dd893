//! Watching the exercises for saves.

use crate::{labels, names, sentences};

sentences! {
    "watch";

    /// The system refuses, in its own words.
    refused(error) = "The exercises cannot be watched: {error}.";
}

labels! {
    "watch_mend";

    /// The system refuses.
    run_without = "look at that folder; `gradlings run NAME` checks an exercise without watching";
}

names! {
    "watch_names";

    /// A file system.
    virtualbox = "VirtualBox shared folders";

    /// A file system.
    vmware = "VMware shared folders";

    /// A file system.
    parallels = "Parallels shared folders";
}
