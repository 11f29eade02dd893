//! What Python writes and Rust does not.

use crate::sentences;

sentences! {
    "compiler_python";

    /// `and` between two conditions.
    and = "Rust writes \"and\" between two conditions as `&&`.";

    /// `or` between two conditions.
    or = "Rust writes \"or\" between two conditions as `||`.";

    /// `not` before a condition.
    not = "Rust writes \"not\" before a condition as `!`, as in `!training`.";

    /// `a ? b : c`.
    ternary = "Rust has no `? :`; an `if` gives a value itself: `if condition { first } else { second }`.";

    /// `i++`.
    increment = "Rust has no `++`: write `+= 1` after the variable.";

    /// `i--`.
    decrement = "Rust has no `--`: write `-= 1` after the variable.";

    /// `a @ b`.
    matrix_product = "Rust has no `@`: the product of two matrices is `a.matmul(b)`.";

    /// `list[-1]`.
    from_end = "Places count from 0 and are never negative: the last one is `list[list.len() - 1]`, and `list.last()` \
        is an `Option` of it.";

    /// `x as f32.sqrt()`.
    cast = "A method binds more tightly than `as`: put parentheses around the cast, as in `(x as f32).sqrt()`.";

    /// `mean(Axis<0>)`.
    axis_of_reduction(method, axis) = "The axis of `{method}` stands in `<...>` after its name, after a `_` for the new \
        shape, and not in the parentheses: write `.{method}::<_, Axis<{axis}>>()`.";

    /// `softmax(Axis<2>)`.
    axis_in_parentheses(method, axis) = "The axis of `{method}` stands in `<...>` after its name, and not in the \
        parentheses: write `.{method}::<Axis<{axis}>>()`.";

    /// `concat_along(Axis<2>)`.
    axis_as_value(axis) = "`Axis<{axis}>` is a type; where a value is wanted, `::` stands before the `<`: write \
        `Axis::<{axis}>`.";

    /// `image[row, column]`.
    two_indices = "There is one index in a pair of brackets: a place in a list of lists is `image[row][column]`, and one \
        in a matrix of dfdx `matrix[[row, column]]`.";

    /// `image[:, 1]`.
    colon = "Rust has no `:` between brackets: a part of a list is `&list[from..to]`, and a column of a list of rows is \
        `rows.iter().map(|row| row[column])`.";

    /// `column[:, None]`.
    new_axis = "Rust has no `None` between brackets that makes a new axis: write `.broadcast_like::<_, Axis<1>>(&shape)` for \
        `[:, None]`, and `Axis<0>` for `[None, :]`, with the shape that comes out.";

    /// `[f(x) for x in list]`.
    comprehension = "Rust has no list like this with a `for` inside: write `list.iter().map(|x| ...).collect()`.";

    /// `if x in list`.
    contains = "Whether a list holds something says `list.contains(&x)`; `in` belongs to `for`.";

    /// `if x not in list`.
    contains_not = "`!list.contains(&x)` says whether a list lacks something; `in` belongs to `for`.";

    /// `if x is None`.
    is = "Rust has no `is`: values are compared with `==`, and an `Option` is asked with `.is_none()` or `.is_some()`.";

    /// `sum(x * x for x in list)`.
    sum_of_generator(kind) = "Rust has no `for` inside of a call: write `list.iter().map(|x| ...).sum::<{kind}>()`.";

    /// `list[::-1]`.
    backwards = "Rust has no `::` between brackets: `list.iter().rev()` goes backwards, and `list.iter().step_by(2)` takes every second \
        element.";

    /// `const RATE = 0.1;`.
    type_of_constant(kind) = "A `const` needs its type after its name, as in `const RATE: {kind} = 0.1;`; what is worked out here is \
        introduced by `let`.";

    /// `let` outside of every function. `constant` is the name in capitals.
    let_outside(name, constant) = "A `let` stands inside of a function, and `{name}` stands outside of all of them: write \
        `const {constant}: ...` there, with its type.";

    /// `Op.Add(a, b)` in a `match`. `code` is what to write.
    point_in_pattern(code) = "A type and one of its cases are joined by `::`, not by a point: write `{code}`.";

    /// `Linear(128, 10)` in a type. `code` is what to write.
    numbers_of_type(code) = "In a type the numbers stand in `<...>`, and not in parentheses: `{code}`.";

    /// `a if condition else b`.
    condition_first = "In Rust the condition comes first, and the values stand in braces: `if condition { first } else { \
        second }`.";

    /// `lambda x: x + 1`.
    lambda = "Rust writes a function without a name with bars: `|x| x + 1.0`.";

    /// `switch op { ... }`.
    switch = "Rust calls it `match`: `match value { Case => ..., _ => ... }`.";

    /// `for step in 0..steps:`.
    colon_at_end(line) = "Line {line} ends with `:`, as in Python: in Rust, what belongs to it stands in braces, `{{` at \
        the end of that line and `}}` after the last one.";
}
