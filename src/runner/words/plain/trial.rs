//! Trying out what was built.

use crate::sentences;

sentences! {
    "plain.trial";

    /// The exercise does not pass, so there is nothing to use yet.
    passes_first(name) = "You can try {name} once it passes.";

    /// The exercise has nothing to use.
    nothing_to_try(name) = "There is nothing to try in {name}: it is done when it passes.";
}
