//! What stands under pictures with what a network says of them.

use crate::labels;

labels! {
    "predictions";

    /// What the network says, right or wrong. `share` is its probability in percent.
    says(class, share) = "says {class} ({share} %)";

    /// A wrong answer: what the picture shows, and what the network takes it for.
    mistaken(label, class, share) = "{label} as {class} ({share} %)";

    /// A case of a training on one batch alone.
    same_batch(epochs) = "{epochs} times the same batch";
}
