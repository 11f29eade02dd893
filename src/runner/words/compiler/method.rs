//! Methods that are not there, methods without parentheses, and the wrong number of arguments.

use crate::{names, sentences};

sentences! {
    "compiler_method";

    /// A method without its parentheses.
    parentheses(name) = "`{name}` is a method: call it with parentheses, `.{name}()`.";

    /// A method of dfdx that is private. What to write instead follows.
    private(name) = "The library dfdx keeps `{name}` of a tensor for itself.";

    /// A function without its parentheses.
    function(name) = "`{name}` is a function; what it gives comes from calling it: `{name}()`.";

    /// `unwrap` of a plain value.
    unwrap(name) = "`{name}` takes a value out of an `Option` or a `Result`, and this is none: leave `.{name}(...)` \
        away.";

    /// A tensor has no such method. What to write instead follows.
    not_of_tensors(name) = "A tensor has no `{name}`.";

    /// `x.add(1.0)` or `x.neg()` of a plain number.
    signs_of_numbers = "Write numbers with signs: `a + b`, `a - b`, `a * b`, `a / b`, and `-a`.";

    /// A number has no such method. What to write instead follows.
    not_of_numbers(kind, name) = "A plain number (`{kind}`) has no `{name}`.";

    /// `is_some` of a row of cells.
    of_cells(name) = "This is a whole row, a `Vec`; `{name}` belongs to its cells: `row.iter().all(|cell| \
        cell.{name}())` asks all of them.";

    /// A method of the description of a network.
    only_described = "`Network` only describes the layers: `device().build_module::<Network, f32>()` makes a network \
        of it.";

    /// A method of a trait that is not imported.
    not_imported(name) = "`{name}` comes from a trait that this file does not import: write `use \
        gradlings::prelude::*;` at the top.";

    /// `array` of a tensor whose lengths are not in its type.
    array(tensor) = "`.array()` needs every length in the type, and this is {tensor}: `.as_vec()` gives its numbers, \
        or take the `.mean()` first if one number is meant.";

    /// A method that is spelt wrong.
    similar(name, similar) = "There is no `{name}` here: did you mean `{similar}`?";

    /// `StdRng::new(seed)`.
    generator_made = "A generator of random numbers is made by `random(seed)` here.";

    /// `a.concat(b)` of lists.
    lists_joined = "Lists are put together with `[a, b].concat()`, in brackets.";

    /// `10.pow(2)`.
    power_of_literal = "Rust does not know yet what kind of number this is, and `pow` takes whole exponents of whole numbers only: \
        write `10_f32.powf(0.5)`, or `10_f32.powi(2)` for a whole exponent.";

    /// `[a, b].concat()` of tensors.
    tensors_joined = "Tensors are put together with `(a, b).concat_along(Axis::<1>)`, with the axis that grows.";

    /// A method of tensors, of a literal.
    of_literal(name) = "`{name}` belongs to tensors, and this began as a plain number: `device().zeros()` or \
        `device().tensor(0.5)` makes a `Scalar`.";

    /// A method of a number whose type is not known yet.
    unknown_kind(name) = "Rust does not know yet what kind of number this is: write its kind after it, as in \
        `2.0_f32`, before `.{name}()`.";

    /// `mean(0)` for `mean::<_, Axis<0>>()`.
    axis_as_argument(name, axis) = "`{name}` of a tensor takes nothing in the parentheses; the axis that goes stands in \
        the type: `.{name}::<_, Axis<{axis}>>()`.";

    /// `max(0.0)`, which may be meant for `relu()`.
    maximum_with(name) = "`{name}` of a tensor takes no number in the parentheses; the axis that goes stands in the \
        type: `.{name}::<_, Axis<0>>()` (`max(x, 0)` for every element is `.relu()`).";

    /// `max(0)`, where 0 may be an axis or a limit.
    maximum_or_axis = "`max` of a tensor takes nothing in the parentheses: the largest along an axis is \
        `.max::<_, Axis<0>>()`, and `max(x, 0)` for every element is `.relu()`.";

    /// `min(1.0)`.
    minimum_with(name) = "`{name}` of a tensor takes no number in the parentheses; the axis that goes stands in the \
        type: `.{name}::<_, Axis<0>>()` (`min(x, 1)` for every element is `.clamp(f32::MIN, 1.0)`).";

    /// `softmax(1)` for `softmax::<Axis<1>>()`.
    axis_of_softmax(name, axis) = "The axis stands in the type: `.{name}::<Axis<{axis}>>()`.";

    /// `softmax(-1)`.
    last_axis_of_softmax(name) = "The axis stands in the type, counted from 0: `.{name}::<Axis<1>>()` is the last one of a \
        matrix, and `Axis<2>` the last one of a tensor with three axes.";

    /// A field with parentheses.
    field(name) = "`{name}` is a field, and no method: leave out the parentheses.";

    /// `Tensor::new(...)`.
    made_by_device = "Tensors are made by the device they live on, as in `device().tensor_from_vec(numbers, shape)`, \
        `device().tensor(0.5)` or `device().zeros_like(&x)`.";

    /// `f32::PI`.
    constant(name, kind) = "It stands in a part of its own in the library of Rust: `std::{kind}::consts::{name}`.";

    /// `sqrt` and its like of a whole number.
    of_float(name, kind) = "Only floating-point numbers have `{name}`, and this is a whole one: write \
        `(n as {kind})` before `.{name}`, with your number in the place of `n`.";

    /// `ceil` and its like of a whole number.
    rounding_of_whole(name) = "This is a whole number, so there is nothing for `{name}` to do: `a / b` of whole numbers rounds \
        down already, and `a.div_ceil(b)` rounds up.";

    /// `iter` of a tuple.
    tuple_gone_through = "You cannot step through a tuple, such as a shape: take it apart with `let (rows, columns) = \
        *matrix.shape();`, or write `.0` and `.1`.";

    /// `cmp` of floating-point numbers.
    compared = "Floating-point numbers have no `cmp`, because of NaN: write `a.total_cmp(&b)`.";

    /// A call with another number of arguments than one.
    takes_one(name, given) = "`{name}` takes 1 argument, but is given {given}.";

    /// A call with another number of arguments than it takes.
    takes(name, number, given) = "`{name}` takes {number} arguments, but is given {given}.";

    /// After a sentence about the number of arguments.
    missing(what) = "What is missing is {what}.";

    /// After a sentence about the number of arguments of `trace` and `traced`.
    missing_gradients(method) = "What is missing is the gradients, `.{method}(gradients)`; `.leaky_{method}()` needs \
        none.";

    /// `shape[0]`, with the number of a part that is there.
    tuple_indexed(place) = "The parts of a tuple, such as a shape, have numbers after a point: write `.{place}` \
        instead of `[{place}]`.";

    /// `shape[i]`.
    tuple_indexed_by_variable = "The parts of a tuple, such as a shape, have numbers after a point: write `.0`, `.1` \
        and so on.";

    /// Brackets behind a number.
    number_indexed(index) = "What stands before `{index}` is a single number already: a flat list takes one place, \
        `image[row * width + column]`, and a tensor all of its places in double brackets, `matrix[[row, column]]`.";
}

names! {
    "compiler_method_names";

    /// An argument that is missing: the shape of a tensor.
    missing_shape(shape) = "the shape, as in `{shape}`";

    /// An argument that is missing: the settings of an optimiser. `code` makes them.
    missing_settings(code) = "the settings, `{code}`";

    /// An argument that is missing: what `stddev` takes.
    missing_addend = "a number that is added under the root, `0.0`";
}
