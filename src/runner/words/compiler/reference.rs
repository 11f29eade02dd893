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
    mend_slice = "Write `.to_vec()` behind it.";

    /// A reference for a value, with its `&`.
    mend_without(code) = "Write `{code}`, without the `&`.";

    /// A reference to a tensor with a tape.
    mend_hand_over = "Hand over the tensor itself, without `&` and from `.into_iter()` instead of `.iter()`, or \
        `.with_empty_tape()` of it, because one with a tape cannot be cloned.";

    /// A reference to something that can be cloned.
    mend_clone = "Write `.clone()` behind it.";

    /// One side of an operator is a value and the other a reference.
    sides(given) = "The two sides are not alike: {given} is the value itself, the other side only a reference to one. \
        Write `*` before the other side.";

    /// `broadcast_like(rows)`.
    broadcast_like = "`broadcast_like` takes a reference to the tensor whose shape it is to have, as in `&matrix`, and \
        not one of its lengths.";

    /// References to tensors with a tape as arguments. `function` is code in backquotes.
    several(function) = "{function} takes the tensors themselves, and is given references to them: hand them over \
        without `&` and from `.into_iter()` instead of `.iter()`, because one with a tape cannot be cloned.";
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
