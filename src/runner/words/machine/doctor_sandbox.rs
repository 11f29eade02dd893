//! What the sandbox does on this machine.

use crate::{labels, sentences};

sentences! {
    "doctor_sandbox";

    /// Files are kept from programs.
    landlock(version) = "Landlock version {version} keeps your files from the programs of the exercises, and from the \
        compiler all but those that it needs.";

    /// System calls are filtered.
    filters = "System calls are filtered: the programs of the exercises make those that they need, and the compiler none \
        that leads out of a build.";

    /// Nothing that was open before is inherited.
    closes = "What was open when gradlings was started is closed to the programs of the exercises and to the compiler.";

    /// It runs as root.
    gives_up = "You are root: of root's rights, the programs of the exercises keep only the one to use files of other users.";

    /// It does not run as root.
    nothing_to_give_up = "You are not root, so the programs of the exercises have no rights of root.";

    /// What a program is limited to.
    limits(gibibytes, threads, files, mebibytes) = "A program of an exercise may have {gibibytes} GiB of memory, {threads} \
        threads, {files} open files, and files of {mebibytes} MiB.";

    /// How memory and threads are limited.
    no_cgroup = "Memory and threads are counted every tenth of a second. No cgroup limits what a program has in between.";
}

labels! {
    "doctor_sandbox_mend";

    /// The sandbox is off.
    leave_out = "leave `--no-sandbox` and `--sandbox off` out, unless all the code is yours";

    /// A part of it is missing.
    another_system = "check only code that you trust, or use Linux with a kernel that has this";
}
