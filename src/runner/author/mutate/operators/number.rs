//! Other numbers: one more and one less, twice as much, and the other sign.

use super::each::at_each;
use crate::runner::author::mutate::change::Change;
use crate::runner::author::mutate::gap::Gap;
use crate::runner::tokens::Code;
use crate::runner::tokens::TokenKind;

pub fn changes(code: &Code<'_>, gap: &Gap<'_>, found: &mut Vec<Change>) {
    at_each(code, gap, found, |at| match code.tokens[at].kind {
        TokenKind::Number => others(code.word(at), code.before(at) == "-"),
        _ => Vec::new(),
    });
}

/// What stands for a literal number instead. `negated` says that a minus stands before it.
fn others(literal: &str, negated: bool) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_digit() || "._eE-+".contains(letter);
    let end = literal
        .find(|letter| !is_part(letter))
        .unwrap_or(literal.len());
    let (digits, of_type) = literal.split_at(end);
    let plain = digits.replace('_', "");
    if let Ok(whole) = plain.parse::<u64>() {
        let (more, less) = (whole.checked_add(1), whole.checked_sub(1));
        let gap = if digits.ends_with('_') { "_" } else { "" };
        let others = more.into_iter().chain(less);
        return others.map(|n| format!("{n}{gap}{of_type}")).collect();
    }
    let Ok(number) = plain.parse::<f64>() else {
        return Vec::new();
    };
    let gap = if digits.ends_with('_') { "_" } else { "" };
    let other = if number == 0.0 { 1.0 } else { 2.0 * number };
    let mut others = vec![format!("{other:?}{gap}{of_type}")];
    if number != 0.0 && !negated {
        others.push(format!("-{literal}"));
    }
    others
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_other_numbers_of_its_type() {
        let table: [(&str, &[&str]); 7] = [
            ("0", &["1"]),
            ("32", &["33", "31"]),
            ("2_usize", &["3_usize", "1_usize"]),
            ("0.0", &["1.0"]),
            ("0.5", &["1.0", "-0.5"]),
            ("10000_f32", &["10001_f32", "9999_f32"]),
            ("1e-5", &["2e-5", "-1e-5"]),
        ];
        for (literal, expected) in table {
            assert_eq!(others(literal, false), expected, "{literal}");
        }
        assert_eq!(others("1.0", true), ["2.0"]);
    }
}
