//! A function for a method, a method for a function, and what is called although it is neither.

use crate::sentences;

sentences! {
    "compiler_function";

    /// `sqrt(2.0)`.
    method_of_number(name) = "`{name}` of a number is a method: it stands after the number, with a point, as in \
        `x.{name}()` or `(n as f32).{name}()`.";

    /// `std::max(x, y)`.
    larger_of_two(method) = "`{method}` of two numbers is a method: `x.{method}(y)`.";

    /// `Point(1.0)`.
    struct_in_parentheses(name, field) = "A value of a `struct` is made with braces and the names of its fields: `{name} {{ {field}: ... }}`.";

    /// `f32.max(x, y)`.
    path(name, member) = "`{name}` is a type, and what belongs to it stands after `::`, not after a point: `{name}::{member}`.";

    /// `len()`, where `len` is a variable.
    variable_called(name) = "`{name}` is a variable here, and no function: leave out the parentheses, or give the variable another name \
        if a function of this name is meant.";

    /// `vec(...)` without its `!`.
    vec = "A `!` and brackets are missing: `vec![0.0; n]` is a list of `n` zeros, and `vec![a, b]` one of two values.";

    /// `concat(a, b)`.
    concat = "Lists are put together with `[a, b].concat()`, and tensors with `(a, b).concat_along(Axis::<1>)`.";

    /// Another macro without its `!`.
    is_macro(name) = "A `!` is missing after the name: write `{name}!(...)`.";

    /// A function of the learner's file, or an imported one, that is called like a method.
    own_function(name) = "`{name}` is a function and no method: what it works on stands in its parentheses, as in \
        `{name}(x)` instead of `x.{name}()`.";

    /// `random()`, where a variable of this name hides the function.
    generator(name) = "`{name}` is the generator of random numbers here, and no function: write \
        `{name}.r#gen::<f32>()` for a number from 0 to 1.";

    /// `network(images)`.
    network_called(name) = "A network is no function: write `{name}.forward(images)`, and `{name}.forward_mut(...)` in a \
        training.";

    /// `Sigmoid(x)`.
    layer_called(layer) = "`{layer}` is a layer, for the description of a network, and no function: on a tensor write \
        the method, as in `x.relu()`, `x.sigmoid()` or `x.tanh()`.";

    /// `list(i)`.
    list_called(name) = "`{name}` is a list and no function: a place in it stands in brackets, `{name}[...]`.";

    /// A module that is called.
    module_called(name) = "`{name}` is a module, a file of its own, and no function: one that stands in it is called as \
        `{name}::...(...)`.";

    /// `x(...)` where `x` is a tensor.
    tensor_called = "A tensor is not a function: write `*` between two factors, and `matrix[[row, column]]` for a place.";

    /// `adam.step()`.
    step = "The step of an optimiser is called `update` here: `adam.update(&mut network, &gradients).unwrap();`.";

    /// `adam.zero_grad()`.
    zero_gradients = "The network sets its gradients to zero: write `network.zero_grads(&mut gradients);`.";

    /// `store.save(...)`.
    module_with_point(name) = "`{name}` is a module: write `::` after it, not a point, as in `{name}::...(...)`.";

    /// `f32(d)`.
    type_called(name) = "A number is turned into another kind by `as`: write `x as {name}`. A text is read with \
        `text.trim().parse::<{name}>()`, which gives a `Result`.";

    /// `random.shuffle(list)`.
    given_to_list(method) = "`{method}` is a method of the list, and takes the generator: write `list.{method}(&mut random)`, with \
        your list and your generator.";

    /// `random.uniform(0, 1)`.
    drawn = "A generator draws with `random.r#gen::<f32>()`, a number from 0 to 1, or with `random.gen_range(0..n)`.";
}
