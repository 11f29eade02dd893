//! A number of one kind for a number of another, and what is no number for one that is.

use super::subject::{called, differs, it, right_operand};
use crate::runner::compiler::facts::{Facts, code_at};
use crate::runner::compiler::naming;
use crate::runner::compiler::paragraph::paragraph;
use crate::runner::compiler::types::Type;
use crate::runner::words::compiler::plain as words;

/// Numbers of two kinds.
pub fn numbers(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    if expected.is("bool") && found.is_number() {
        // In `a < b < c` the two sides are told of already.
        let side = facts.labelled("expected because this is");
        if side.is_some_and(|(place, _)| code_at(place).contains(['<', '>', '='])) {
            return None;
        }
        let code = facts.text();
        let literal = ["0", "1"].contains(&code.as_str());
        return match (literal, facts.quoted()) {
            (true, _) => Some(words::bool().to_owned()),
            (false, Some(_)) if facts.code_line().contains(" & ") => None,
            (false, Some(_)) => Some(words::number_for_condition(code)),
            (false, None) => None,
        };
    }
    if found.is("bool") {
        return match expected.named()?.0 {
            "Ordering" => Some(words::ordering().to_owned()),
            _ if expected.is_float() => Some(words::condition_for_number().to_owned()),
            _ if expected.is_whole() => Some(words::condition_for_whole_number().to_owned()),
            _ => None,
        };
    }
    if !expected.is_number() || !found.is_number() {
        return None;
    }
    let (wanted, got) = (expected.named()?.0, found.named()?.0);
    let simple = facts
        .text()
        .chars()
        .all(|letter| letter.is_alphanumeric() || "_.*()[]".contains(letter));
    let bare = facts
        .quoted()
        .filter(|_| simple)
        .map(|code| code.trim_matches('`').to_owned());
    // The first element of a list decides about all of them.
    if let Some((place, _)) = facts.labelled("this argument has type")
        && facts.labelled("which causes").is_some()
        && got != "{integer}"
    {
        return Some(words::first_decides(
            wanted,
            place.line_start,
            it(facts),
            got,
        ));
    }
    let vec_of_two = format!("vec![0.0, {}]", facts.text());
    if wanted == "{float}" && found.is_whole() && facts.line().contains(&vec_of_two) {
        return Some(words::comma_for_semicolon().to_owned());
    }
    if got == "{float}" && expected.is_whole() && !wanted.starts_with('{') {
        let code = facts.text();
        return Some(match code.strip_suffix(".0") {
            Some(whole) => words::without_point(whole),
            None => words::no_fraction(wanted),
        });
    }
    if got == "{integer}" && wanted == "{float}" {
        return Some(words::literal_with_point().to_owned());
    }
    if got == "{integer}" {
        return expected.is_float().then(|| {
            let sides = differs(facts, words::with_point_of(wanted), naming::kind(got));
            paragraph(sides, words::with_point())
        });
    }
    if wanted == "{integer}"
        && facts.before().ends_with(['.', '='])
        && facts.before().contains("..")
    {
        return found.is_float().then(|| words::range_to_float(it(facts)));
    }
    if called(facts).is_some_and(|name| name == "remove")
        && expected.is("usize")
        && found.is_float()
    {
        return Some(words::removed_by_value().to_owned());
    }
    if wanted == "{integer}" && found.is_float() {
        return Some(words::other_with_point(it(facts), naming::kind(got)));
    }
    if wanted.starts_with('{') {
        return None;
    }
    let sides = || differs(facts, naming::kind(wanted), naming::kind(got));
    // A cast of the wrong kind, written by hand.
    if let Some((_, to)) = facts.text().rsplit_once(" as ")
        && to == got
    {
        return Some(paragraph(sides(), words::other_cast(got, wanted)));
    }
    let narrows = wanted == "u8" && found.is_whole();
    let is_quotient = expected.is_float() && found.is_whole() && facts.text().contains('/');
    let signed = expected.is_unsigned() && found.is_signed();
    if facts.labelled("expected because this is").is_some() || right_operand(facts).is_some() {
        let mend = match bare {
            _ if signed => words::other_signed(wanted, got),
            _ if found.is_whole() && expected.is_whole() && expected.bits() < found.bits() => {
                words::other_smaller(got)
            }
            _ if wanted == "f64"
                && got == "f32"
                && facts.labelled("expected because this is").is_some() =>
            {
                words::make_f32().to_owned()
            }
            _ if is_quotient => words::quotient(wanted),
            Some(code) => words::cast(code, wanted),
            None => words::long_cast(wanted),
        };
        let sides = words::sides(it(facts), naming::kind(got), naming::kind(wanted));
        return Some(paragraph(sides, mend));
    }
    let rounds = expected.is_whole() && found.is_float();
    let mend = match bare {
        Some(code) if signed => words::cast_signed(code, wanted),
        None if signed => words::long_cast_signed(wanted),
        _ if narrows => words::narrow(wanted, got),
        _ if is_quotient => words::quotient(wanted),
        Some(code) if rounds => words::rounding_cast(code, wanted),
        Some(code) => words::cast(code, wanted),
        None if rounds => words::long_rounding_cast(wanted),
        None => words::long_cast(wanted),
    };
    Some(paragraph(sides(), mend))
}
