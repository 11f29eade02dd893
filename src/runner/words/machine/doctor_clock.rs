//! Whether the clock and the times of the files agree.

use crate::{labels, sentences};

sentences! {
    "doctor_clock";

    /// A file is dated in the future.
    from_the_future = "A file of the course is dated in the future: the clock was set back, or the file comes from \
        another machine. Checks compare what files say and not their times, but cargo compares times.";

    /// All is well.
    no_file_from_the_future = "No file of the course is dated in the future.";
}

labels! {
    "doctor_clock_mend";

    /// A file is dated in the future.
    set_clock = "set the clock, then type `touch` and the name of that file";
}
