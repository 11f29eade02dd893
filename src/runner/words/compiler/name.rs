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
    method(name) = "`{name}` is a method: it stands after the value it works on, with a point, as in `x.{name}(...)`.";

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

    /// A variable that gets its value without a `let`, as Python has it.
    no_let(name) = "`{name}` is not known here, because no `let` introduces it: write `let {name} = ...` where it gets its \
        first value.";

    /// `max(0, x)`.
    maximum_with_zero(name) = "The larger of 0 and `{name}` is a method: `{name}.relu()`, for every element where it is a \
        tensor, and `{name}.max(0.0)` where it is a plain number.";

    /// A type of another language. `rust` is the one that is most likely meant.
    other_type(rust) = "Rust has other names for its types: this one is `{rust}`.";

    /// `int`.
    type_of_whole = "Rust has several types of whole numbers: `usize` for what counts or is a place in a list, and `i64` for what may \
        be negative.";

    /// `x::sqrt()`, where `x` is a variable.
    variable_before_path(name) = "`{name}` is a value, and what belongs to it stands after a point, as in `{name}.sqrt()`; `::` stands \
        after modules and types.";

    /// A library of mathematics.
    math = "There is no `math` in Rust: `sqrt`, `cos`, `exp` and their like are methods of a number, as in `x.sqrt()`, and \
        pi is `std::f32::consts::PI`.";

    /// A field that is written without what holds it. `code` is what to write.
    field(name, code) = "`{name}` is a field: write `{code}`.";

    /// `mean(axis=0)`.
    axis_by_name = "Rust has no arguments with names; an axis stands in the type, as in `.mean::<_, Axis<0>>()` or \
        `.softmax::<Axis<1>>()`.";

    /// A name of Rust's own library that is not imported. `import` is the line.
    import(name, import) = "`{name}` is in the library of Rust, and has to be asked for: write `{import}` at the top.";

    /// A function without the name of its module. `code` is what to write.
    in_module(name, code) = "`{name}` stands in a module: write `{code}(...)`.";

    /// `Sequential`, as PyTorch calls it.
    sequential = "A network is a tuple of its layers: `type Network = (Linear<784, 128>, ReLU, Linear<128, 10>);`.";
}
