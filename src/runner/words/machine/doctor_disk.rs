//! Whether the disk has room for what is built.

use crate::{labels, sentences};

sentences! {
    "doctor_disk";

    /// The system does not say how much room there is.
    unknown(needed) = "How much room the disk has is not known here; building the course needs about {needed} GB.";

    /// There is room.
    room(free) = "The disk has {free} GB of room.";

    /// There is too little room.
    too_little(free, needed) = "The disk has {free} GB of room; building the course needs about {needed} GB.";
}

labels! {
    "doctor_disk_mend";

    /// There is too little room.
    free_space = "free some space, or move the course to another disk";
}
