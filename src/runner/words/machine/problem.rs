//! How a problem is shown: a sentence, then these two lines.

use crate::labels;

labels! {
    "problem";

    /// The file that it is about.
    place(path) = "where: {path}";

    /// What to do, from one of the tables of mends.
    next(mend) = "next:  {mend}";
}
