//! A change of something that may not be changed.

use crate::sentences;

sentences! {
    "compiler_mutable";

    /// An element that an iterator lends is changed.
    lent_by_iter(name) = "`{name}` comes out of `.iter()`, which lends its elements for reading only: write \
        `.iter_mut()` to change them.";

    /// An element that `&list` in a `for` lends is changed.
    lent_by_reference(name, list) = "`{name}` comes out of `&{list}`, which lends its elements for reading only: write \
        `&mut {list}` to change them.";

    /// What stands behind a `&` is changed. `wanted` is the type that would allow it.
    lent(name, wanted) = "`{name}` is lent for reading only, `&`, and is changed here: its type would have to be \
        `{wanted}`, or you change a `.clone()` of it.";

    /// A variable without `mut` is changed. `code` is what to write: `let mut x` or `mut x`.
    no_mut(name, code, line) = "`{name}` is changed here, and Rust wants that announced: write `{code}` in line \
        {line}.";
}
