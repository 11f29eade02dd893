//! Whether the file system of the course tells about saves, and how fast it is.

use crate::{labels, sentences};

sentences! {
    "doctor_file_system";

    /// Every save is noticed at once.
    tells = "The file system tells about saves.";

    /// Not every save is noticed at once. `name` is what the file system is called.
    silent(name) = "The course lies on {name}, which does not tell about every save, so the exercises are also read \
        again and again: a save from elsewhere is noticed within a second.";

    /// The disk is fast enough.
    fast(milliseconds) = "A small file is safe on the disk after {milliseconds} ms.";

    /// The disk is slow.
    slow(milliseconds) = "The disk is slow, or busy: a small file is safe only after {milliseconds} ms, and a build \
        writes hundreds.";
}

labels! {
    "doctor_file_system_mend";

    /// Not every save is noticed at once.
    move_for_quicker_checks = "move the course to a disk of this machine for quicker checks";

    /// The disk is slow.
    move_off_slow_disk = "move the course to a disk of this machine, and leave its `.gradlings` out of virus scans and \
        synchronised folders";
}
