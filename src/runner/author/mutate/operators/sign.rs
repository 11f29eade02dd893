//! Other signs: a sum for a difference, a product for a quotient, the edge of a comparison, the end of a range.

use super::each::at_each;
use crate::runner::author::mutate::change::Change;
use crate::runner::author::mutate::gap::Gap;
use crate::runner::tokens::Code;

pub fn changes(code: &Code<'_>, gap: &Gap<'_>, found: &mut Vec<Change>) {
    at_each(code, gap, found, |at| {
        let others = match code.is_binary(at) {
            true => between(code.word(at)),
            false => alone(code, at),
        };
        others.iter().map(|other| (*other).to_owned()).collect()
    });
    // A small number is not nothing.
    for at in gap.body.clone() {
        if code.is_binary(at) && code.word(at) == "==" && code.word(at + 1) == "0.0" {
            found.push(Change {
                at: code.bytes(at, at + 1),
                becomes: "< 0.1".to_owned(),
            });
        }
    }
}

/// What stands between two operands instead.
fn between(sign: &str) -> &'static [&'static str] {
    match sign {
        "+" => &["-"],
        "-" => &["+"],
        "*" => &["/"],
        "/" => &["*"],
        "%" => &["/"],
        "<" => &["<=", ">="],
        "<=" => &["<", ">"],
        ">" => &[">=", "<="],
        ">=" => &[">", "<"],
        "==" => &["!="],
        "!=" => &["=="],
        "&&" => &["||"],
        "||" => &["&&"],
        "+=" => &["-=", "="],
        "-=" => &["+="],
        "*=" => &["/="],
        "/=" => &["*="],
        _ => &[],
    }
}

/// What stands before one operand instead, or in a range, which is written without spaces.
fn alone(code: &Code<'_>, at: usize) -> &'static [&'static str] {
    let is_before_one = at == 0 || !code.ends_operand(at - 1);
    let has_end = !code.closes(at + 1) && ![",", ";", "{"].contains(&code.word(at + 1));
    match code.word(at) {
        "-" | "!" if is_before_one => &[""],
        ".." if has_end => &["..="],
        "..=" => &[".."],
        _ => &[],
    }
}
