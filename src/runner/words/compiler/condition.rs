//! Conditions: what is neither `true` nor `false` where one of them is wanted.

use crate::sentences;

sentences! {
    "compiler_condition";

    /// `if maybe`.
    option(code) = "A condition is `true` or `false`, and `{code}` is an `Option`: ask it with `{code}.is_some()`.";

    /// `if list`.
    list(code) = "A condition is `true` or `false`, and `{code}` is a list: ask whether it holds something with \
        `!{code}.is_empty()`.";

    /// `if text`.
    text(code) = "A condition is `true` or `false`, and `{code}` is a text: ask whether it holds something with \
        `!{code}.is_empty()`.";

    /// `if !n`.
    turned_number(code) = "A condition is `true` or `false`, and `{code}` is a number: write `{code} == 0` for `!{code}`.";

    /// `!x` of a floating-point number.
    turned_float(code) = "`!` turns `true` into `false`, and `{code}` is a number: write `{code} == 0.0`.";

    /// `!list`.
    turned_list(code) = "`!` turns `true` into `false`, and `{code}` is a list: ask whether it holds nothing with \
        `{code}.is_empty()`.";

    /// `!maybe`.
    turned_option(code) = "`!` turns `true` into `false`, and `{code}` is an `Option`: ask it with `{code}.is_none()`.";

    /// `-n` of a `usize`.
    negative(kind) = "A `{kind}` has no negative numbers: turn it into an `i64` or an `f32` first, or subtract it from what is \
        larger.";

    /// `let Some(x) = maybe;`.
    refutable(left_out) = "A `let` takes apart what always fits, and here `{left_out}` may come: write `if let ... = ... {{ ... }}`, or \
        `let ... = ... else {{ return ...; }};`.";
}
