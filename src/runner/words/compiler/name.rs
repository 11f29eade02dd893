//! Names that nothing has.

use crate::sentences;

sentences! {
    "compiler_name";

    /// The line that imports the course's library is gone. `import` is that line.
    not_imported(import) = "Nothing of the course's library is known here, because the line that imports it is \
        missing: write `{import}` at the top.";

    /// A library of another course.
    library(name, import) = "The exercises have no library `{name}`: what they need is in `{import}`.";

    /// A device that the course does not use.
    device = "The course calculates on the processor: the device is `device()`, and its type `Dev`.";

    /// A method that is called like a function.
    method(name) = "`{name}` is a method: it stands behind the value it works on, with a point, as in `x.{name}(...)`.";

    /// `Dense`, which Keras calls it.
    dense = "The layer that Keras calls `Dense` is `Linear` here: `Linear<128, 10>`.";

    /// A name for the gradients that nothing has.
    no_gradients(name) = "There is no `{name}` here: `let gradients = loss.backward();` makes them.";

    /// A name that nothing has, and one that it may be meant for.
    similar(name, similar) = "There is no `{name}` here: did you mean `{similar}`?";

    /// A function of the exercise was renamed.
    renamed(name) = "`main` hands the function `{name}` to the check, and there is none of that name: call yours \
        `{name}` again, as it was.";

    /// A variable outside of the braces in which it lives.
    out_of_scope(name) = "`{name}` is not known here: a variable lives from its `let` to the end of the braces around \
        it. Move the `let` further out, or further up.";
}
