//! What stands in `<...>`: too little, too much, numbers for types, or nothing where Rust cannot work it out.

use crate::sentences;

sentences! {
    "compiler_generic";

    /// `Vec(f32)` for `Vec<f32>`.
    parentheses(name) = "A type has no parentheses after its name: write `{name}`.";

    /// `counts[&word] += 1` of a map to which nothing is added.
    counted_in_map(name) = "`{name}[...]` only reads what the map holds already. To count, write \
        `*{name}.entry(key).or_insert(0) += 1;`.";

    /// What `Linear` takes in `<...>`.
    linear = "`Linear` takes two numbers, those that come in and those that go out: `Linear<784, 10>`.";

    /// What `Conv2D` takes in `<...>`.
    convolution = "`Conv2D` takes three numbers, the channels that come in, those that go out, and the size of the \
        kernel: `Conv2D<1, 32, 3>`.";

    /// What `MaxPool2D` and `AvgPool2D` take in `<...>`.
    pool(name) = "`{name}` takes the size of its window: `MaxPool2D<2>`.";

    /// What `Flatten` takes in `<...>`.
    flatten = "`Flatten` takes the numbers that one image has: `Flatten<784>`.";

    /// What `Residual` takes in `<...>`.
    residual = "`Residual` takes one type, the layers that it goes around: several of them stand in parentheses, \
        `Residual<(ReLU, Linear<6, 6>)>`.";

    /// What `Tensor` takes in `<...>`.
    tensor = "`Tensor` takes a shape, a kind of number and a device: `Tensor<(usize, Const<10>), f32, Dev>`.";

    /// What `build_module` takes in `<...>`.
    build_module = "`build_module` takes the description and the kind of number: `build_module::<Network, f32>()`.";

    /// What `broadcast_like` takes in `<...>`.
    broadcast_like = "`broadcast_like` takes two things, the shape, which Rust works out, and the new axis: \
        `broadcast_like::<_, Axis<0>>(&matrix)`.";

    /// The same where an axis stands there already. `axis` is code: `Axis<1>`.
    broadcast_like_along(axis) = "`broadcast_like` takes two things, the shape, which Rust works out, and the new axis: \
        `broadcast_like::<_, {axis}>(&matrix)`.";

    /// What `Const` takes in `<...>`.
    constant = "`Const` takes a number: `Const<10>`.";

    /// What `Axis` takes in `<...>`.
    axis = "`Axis` takes a number: `Axis<0>`.";

    /// What `mean`, `sum` and their like take in `<...>`.
    reduction(method) = "`{method}` takes two things in `<...>`: the new shape, which Rust works out if you write `_`, \
        and the axis that goes, as in `.{method}::<_, Axis<0>>()`.";

    /// The same where an axis stands there already. `axis` is code: `Axis<1>`.
    reduction_along(method, axis) = "`{method}` takes two things in `<...>`: the new shape, which Rust works out if you \
        write `_`, and the axis that goes. Write `.{method}::<_, {axis}>()`.";

    /// What `softmax` and its like take in `<...>`.
    along(method) = "`{method}` takes one axis, as in `.{method}::<Axis<1>>()`, where the axes count from 0.";

    /// What `Matrix`, `Vector` and `Scalar` take in `<...>`.
    alias(name) = "`{name}` takes nothing in `<...>` but the tape: `{name}`, or `{name}<T>` with a tape.";

    /// `::<_, 0>` for `::<_, Axis<0>>`.
    number_for_axis(number) = "An axis is a type of its own: write `Axis<{number}>` instead of `{number}`.";

    /// `10` for `Const<10>`.
    number_for_type(number) = "A type has to stand here, not a number: a length that is known when the program is \
        built is `Const<{number}>`.";

    /// The sum of an iterator, which is of no known type.
    unknown_sum(method, kind) = "Rust cannot tell what kind of number comes out of `{method}`: write \
        `.{method}::<{kind}>()`.";

    /// `mean` or `sum` of a tensor, and neither the axis nor the result is known.
    unknown_reduction(method) = "Rust cannot tell which axis `{method}` is to take away: write `.{method}::<_, \
        Axis<0>>()` with the axis that you mean, or for one number of all say what comes out, `let total: Scalar = ...` (`Scalar<T>` if it has a \
        tape).";

    /// The same, and a broadcast behind it adds that axis again. `axis` is code: `Axis<1>`.
    unknown_reduction_before(method, axis) = "Rust cannot tell which axis `{method}` is to take away: `broadcast_like` \
        after it adds `{axis}` again, so write `.{method}::<_, {axis}>()`.";

    /// `softmax` and its like without an axis.
    unknown_along(method) = "Rust cannot tell along which axis: write `.{method}::<Axis<1>>()` for the last axis of a \
        matrix, and `Axis<2>` for the last one of a tensor with three axes.";

    /// A broadcast without an axis.
    unknown_broadcast = "Rust cannot tell which axis is new: write `.broadcast_like::<_, Axis<0>>(&matrix)`, where \
        `Axis<0>` makes the vector every row and `Axis<1>` every column.";

    /// `zeros` and its like without a shape. `name` is the variable, with its `mut`.
    unknown_shape(method, name) = "Rust cannot tell which shape `{method}` is to give: say it in the type, as in \
        `let {name}: Scalar = ...`.";

    /// `collect` and its like without a type.
    unknown_collection(method) = "Rust cannot tell what `{method}` is to make: say it in the type, as in \
        `let list: Vec<_> = ...`.";

    /// A random number without a type.
    unknown_random = "Rust cannot tell what kind of number to draw: write `.r#gen::<f32>()`.";

    /// A variable with a number in it, whose type is not known.
    unknown_number(name, kind) = "Rust cannot tell what kind of number `{name}` is: write it down, as in \
        `let {name}: {kind} = ...`.";

    /// What `collect` makes for a variable. `name` has its `mut`.
    unknown_list(name) = "Rust cannot tell what `collect` is to make: write `let {name}: Vec<_> = ...`, where Rust works \
        `_` out.";

    /// A list that begins empty, and nothing says what it is to hold.
    empty_list(name) = "Rust cannot tell what the list `{name}` is to hold, because nothing is put into it that says so: \
        write the type down, as in `let {name}: Vec<f32> = ...`, with the elements that you mean.";

    /// `unzip` into two lists. `names` is the pattern, with its parentheses.
    unknown_pair(names) = "Rust cannot tell what `unzip` is to make: write `let {names}: (Vec<_>, Vec<_>) = ...`.";

    /// An optimiser whose `update` is never called.
    unused_optimizer(name) = "Nothing tells what kind of numbers `{name}` changes, because it is never used: call \
        `{name}.update(&mut network, &gradients)` in every step.";

    /// A parameter of a closure.
    unknown_parameter(name) = "Rust cannot tell what `{name}` is: write its type after it, as in `|{name}: &Matrix|`, with the type \
        that you mean.";
}
