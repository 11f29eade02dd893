//! Earlier exercises whose files another one, the whole, uses.

use crate::sentences;

sentences! {
    "judge.piece";

    /// The file of the earlier exercise is gone.
    missing(whole, piece, path) = "`{whole}` uses your `{piece}`, and {path} is not there.";

    /// After that: the mend.
    reset(piece) = "Type `gradlings reset {piece}` to begin it anew.";

    /// The earlier exercise still has a `todo!()`.
    unsolved(piece, whole) = "Solve `{piece}` first: `{whole}` uses what you write there.";

    /// rustc refuses the earlier exercise.
    no_compile(whole, piece) = "`{whole}` uses your `{piece}`, which does not compile.";

    /// The earlier exercise fails. What is wrong with it follows.
    fails(whole, piece) = "`{whole}` uses your `{piece}`, which does not pass. There it says:";

    /// After one of these three: the mend.
    run(piece, path) = "Type `gradlings run {piece}`, or open {path}.";
}
