//! Taking trained weights out of the course.

use crate::{labels, sentences};

sentences! {
    "plain.export";

    /// The weights are in a file now.
    written(name, file, kibibytes) = "The weights of {name} are in {file}: {kibibytes} KiB of safetensors.";

    /// Nothing was saved yet.
    no_weights(name) = "{name} has saved no weights yet.";

    /// What is saved under the name of weights is something else.
    other_format(name) = "What {name} saved as its weights is not a safetensors file.";

    /// There is a file of that name.
    is_there = "There is a file already, and it was left as it is.";

    /// The file could not be written. Why follows.
    not_written = "The weights could not be written.";
}

labels! {
    "plain.export.mend";

    /// What to type then.
    train_first(name) = "type `gradlings try {name}`, which saves them if the exercise trains a network";

    /// What to do if the exercise cannot be tried out, so it saves nothing.
    nothing_to_save(name) = "choose another exercise: {name} is not one for `gradlings try`, so it never saves any";

    /// What to do then.
    save_safetensors(weights) = "give `store::save(\"{weights}\", ...)` the bytes of one, and train again";

    /// What to do then.
    another_name = "choose another name, or add `--force` to replace it";
}
