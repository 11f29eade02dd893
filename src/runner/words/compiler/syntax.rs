//! Text that is no Rust yet.

use crate::sentences;

sentences! {
    "compiler_syntax";

    /// `gen`, which Rust keeps for itself.
    reserved_gen = "`gen` is a word that Rust keeps for itself: write `.r#gen::<f32>()`.";

    /// A name that is a word of Rust.
    keyword(word) = "`{word}` is a word of Rust itself, and cannot be a name: choose another.";

    /// A line without its `;`.
    no_semicolon(line) = "Line {line} is not finished: write `;` at its end.";

    /// A bracket that is never closed.
    never_closed(sign, line, close) = "The `{sign}` in line {line} is never closed: a `{close}` is missing after it.";

    /// `build_module<...>` for `build_module::<...>`.
    no_colons = "Between the name of a function and `<...>` stands `::`, as in `build_module::<Network, f32>()`.";

    /// A list without one of its commas.
    no_comma(line) = "A `,` is missing at the end of line {line}.";

    /// A bracket that closes what was never opened, where it is known what opens it.
    never_opened(line, close, sign) = "Line {line} closes with a `{close}` what was never opened: take it away, or \
        write the `{sign}` that belongs to it.";

    /// A bracket that closes what was never opened.
    one_too_many(sign, line) = "The `{sign}` in line {line} closes something that was never opened: it is one too \
        many, or what opens it is missing further up.";
}
