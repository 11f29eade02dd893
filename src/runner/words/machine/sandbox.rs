//! What a system cannot do to protect the learner.

use crate::sentences;

sentences! {
    "sandbox";

    /// The learner switched it off.
    off = "The sandbox is off: the programs of the exercises run with all your rights.";

    /// System calls are not filtered.
    no_filter = "This system does not filter system calls: the programs of the exercises can start processes and use \
        the network.";

    /// What was open before stays open.
    inherits = "Files that were open when gradlings was started are open to the programs of the exercises as well: this \
        kernel is older than 5.11.";

    /// A system like Unix without Landlock.
    only_limits = "There is no sandbox on this system yet: the programs of the exercises run with your rights, and \
        only their time, their memory and the size of their files are limited.";

    /// A system without anything.
    only_time = "There is no sandbox on this system yet: the programs of the exercises run with your rights, and only \
        their time is limited.";

    /// Landlock is there and off.
    landlock_off = "The programs of the exercises can read your files: that is kept from them by Landlock, and this \
        kernel has it switched off.";

    /// Landlock is not there.
    no_landlock = "The programs of the exercises can read your files: that is kept from them by Landlock, and this \
        kernel is too old for it.";

    /// Landlock cannot guard against truncation.
    can_truncate = "The programs of the exercises can empty files that they may not read: this kernel's Landlock is \
        older than version 3.";

    /// Landlock cannot guard against signals.
    can_signal = "The programs of the exercises can send signals to yours: this kernel's Landlock is older than \
        version 6.";
}
