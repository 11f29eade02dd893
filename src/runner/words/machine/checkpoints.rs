//! What an exercise saves while it is tried out.

use crate::sentences;

sentences! {
    "checkpoints";

    /// It cannot be written to disk. The system says why.
    not_saved(name, error) = "`{name}` could not be saved: {error}.";
}
