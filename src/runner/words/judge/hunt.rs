//! How many bugs of a hunt are left.

use crate::sentences;

sentences! {
    "judge.hunt";

    /// There was one bug, and it is left.
    the_bug = "The bug is still there.";

    /// There were several bugs, and one is left.
    one_bug(bugs) = "1 of {bugs} bugs is left.";

    /// There were several bugs, and more than one are left.
    many_bugs(left, bugs) = "{left} of {bugs} bugs are left.";
}
