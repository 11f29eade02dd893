//! A reference for a value, or a value for a reference.

use crate::{names, sentences};

sentences! {
    "compiler_reference";

    /// An argument should be a `&mut` reference.
    argument_mutable(function) = "`{function}` takes a `&mut` reference, because it changes what it is given.";

    /// A result should be a `&mut` reference.
    result_mutable = "The function has to return a `&mut` reference.";

    /// Something else should be a `&mut` reference.
    here_mutable = "Here a `&mut` reference is expected.";

    /// An argument should be a reference.
    argument_lent(function) = "`{function}` takes a reference, so that the value stays yours.";

    /// A result should be a reference.
    result_lent = "The function has to return a reference.";

    /// Something else should be a reference.
    here_lent = "Here a reference is expected.";

    /// What to write.
    mend(code) = "Write `{code}`.";

    /// `&` for `&mut`, before code that is too long to be repeated.
    mend_mutable = "Write `&mut` instead of `&`.";

    /// A sign is missing before code that is too long to be repeated: `*`, `&` or `&mut`.
    mend_sign(sign) = "Write `{sign}` before it.";

    /// A slice for a list, whose code is too long to be repeated.
    mend_slice = "Write `.to_vec()` after it.";

    /// A reference for a value, with its `&`.
    mend_without(code) = "Write `{code}`, without the `&`.";

    /// A reference to a tensor with a tape.
    mend_hand_over = "Hand over the tensor itself, without `&` and from `.into_iter()` instead of `.iter()`, or \
        `.with_empty_tape()` of it, because one with a tape cannot be cloned.";

    /// A reference to something that can be cloned.
    mend_clone = "Write `.clone()` after it.";

    /// One side of an operator is a value and the other a reference.
    sides(given) = "The two sides are not alike: {given} is the value itself, the other side only a reference to one. \
        Write `*` before the other side.";

    /// `v > 0.0`, where `v` is a reference to a number, or one to another. `stars` is one `*`, or more.
    compared_reference(name, stars) = "`{name}` is only a reference, and the other side is the number itself: write `{stars}{name}`.";

    /// `broadcast_like(rows)`.
    broadcast_like = "`broadcast_like` takes a reference to the tensor whose shape it is to have, as in `&matrix`, and \
        not one of its lengths.";

    /// References to tensors with a tape as arguments. `function` is code in backquotes.
    several(function) = "{function} takes the tensors themselves, and is given references to them: hand them over \
        without `&` and from `.into_iter()` instead of `.iter()`, because one with a tape cannot be cloned.";

    /// Tensors without a tape for tensors with one. `function` is code in backquotes.
    several_without_tape(function) = "{function} takes tensors with a tape, and is given some without: `.retaped()` after \
        each gives it an empty tape, if it was not worked out from a tensor that has one.";

    /// Values for references. `function` and `code` are code in backquotes; `code` is what to write.
    several_lent(function, code) = "{function} takes references, so that the values stay yours: write {code}.";

    /// References for values. `function` and `code` are code in backquotes; `code` is what to write.
    several_values(function, code) = "{function} takes the values themselves, and is given references: write {code}.";

    /// Whole numbers for floating-point numbers. `function` is code in backquotes, `code` is what to write.
    several_with_point(function, code) = "{function} takes floating-point numbers: write `{code}`.";

    /// A number for a generator of random numbers.
    generator(function) = "`{function}` takes a generator of random numbers, which it changes: write `&mut random(seed)`, or \
        `&mut` before a generator that you have.";

    /// `last = 1.0`, where `last` is a `&mut` reference.
    assigned(name) = "`{name}` is a reference to what is to be changed: write `*{name} = ...`.";

    /// `list.append(x)` of a list that is still empty, where `x` is a list too.
    appended_list = "`append` empties another list into this one, and takes a `&mut` reference to it: to put a list in as one \
        element write `push`, to put its elements in one by one `extend`.";

    /// `list.append(x)`, where `x` is an element.
    appended = "`append` moves all elements of another list over: to put one value in write `push`.";
}

names! {
    "compiler_reference_names";

    /// What is expected: a string.
    text = "text in quotes, such as `\"loss\"`";

    /// What is expected: a list, and no slice. `code` is its type.
    own_list(code) = "a list of its own (`{code}`)";

    /// What is found: a slice.
    slice = "only a view of a part of a list";

    /// What is expected: no reference.
    value_itself = "the value itself";

    /// What is found: a reference to what is expected.
    only_reference = "only a reference to it";
}
