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

    /// A line goes on with a word that begins a statement.
    not_finished(word) = "What stands before `{word}` is not finished: write `;` at its end.";

    /// `{ 0.0 else 1.0 }`.
    before_else = "A `}` is missing before `else`, and what follows `else` stands in braces, too.";

    /// `a, b` for `(a, b)`.
    values_without_parentheses = "Several values stand in parentheses: `(first, second)`.";

    /// `for i, x in ...`. `names` is what stands after `for`.
    for_without_parentheses(names) = "Several names after `for` stand in parentheses: `for ({names}) in ...`.";

    /// `for (i in 0..n) {`.
    for_in_parentheses = "What follows `for` stands in no parentheses: `for i in 0..n { ... }`.";

    /// `let rate = 0.1:`.
    colon_for_semicolon(line) = "A statement ends with `;`, and not with `:`: look at the end of line {line}.";

    /// Two statements in an arm of a `match`.
    arm_without_braces = "Several statements after `=>` stand in braces: `Case => { first; second; }`.";

    /// An arm of a `match` that ends without a comma.
    arm_without_comma = "A `,` is missing at the end of one case of the `match`.";

    /// Statements in a closure.
    closure_without_braces = "Several statements in a closure stand in braces: `|x| { first; second }`.";

    /// `println!(x)`.
    print_without_text = "The first thing in `println!` is a text in quotes, with braces where a value goes: `println!(\"{x}\")`, or \
        `{x:?}` for lists and tensors.";

    /// A bracket that is never closed.
    never_closed(sign, line, close) = "The `{sign}` in line {line} is never closed: a `{close}` is missing after it.";

    /// `build_module<...>` for `build_module::<...>`.
    no_colons = "Write `::` between the name of a function and `<...>`, as in `build_module::<Network, f32>()`.";

    /// A list without one of its commas.
    no_comma(line) = "A `,` is missing at the end of line {line}.";

    /// A bracket that closes what was never opened, where it is known what opens it.
    never_opened(line, close, sign) = "Line {line} closes with a `{close}` what was never opened: take it away, or \
        write the `{sign}` that belongs to it.";

    /// A bracket that closes what was never opened.
    one_too_many(sign, line) = "The `{sign}` in line {line} closes something that was never opened: it is one too \
        many, or what opens it is missing further up.";

    /// `if x > 0 y += 1;`.
    braces = "What belongs to `if`, `else`, `for` or `while` stands in braces, `{ ... }`, even where it is short.";

    /// A statement that ends with a comma.
    comma_for_semicolon(line) = "A statement ends with `;`, and not with `,`: look at the end of line {line}.";
}
