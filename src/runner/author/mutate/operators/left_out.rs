//! Things left out: a statement, a term of a sum, a factor of a product, a call in a chain.

use std::ops::Range;

use crate::runner::author::mutate::change::Change;
use crate::runner::author::mutate::gap::Gap;
use crate::runner::tokens::Code;
use crate::runner::tokens::TokenKind;

pub fn changes(code: &Code<'_>, gap: &Gap<'_>, found: &mut Vec<Change>) {
    for at in gap.body.clone() {
        operands(code, gap, at, found);
        found.extend(call(code, at));
        if code.word(at) == "{"
            && let Some(end) = code.partner(at)
        {
            found.extend(statements(code, at + 1..end));
        }
    }
    // A constant or a type is no block.
    if gap.parameters.is_some() {
        found.extend(statements(code, gap.body.clone()));
    }
}

fn nothing(at: Range<usize>) -> Change {
    Change {
        at,
        becomes: String::new(),
    }
}

/// The expression without what stands on either side of a sign.
fn operands(code: &Code<'_>, gap: &Gap<'_>, at: usize, found: &mut Vec<Change>) {
    let strength = strength(code.word(at)).filter(|_| code.is_binary(at));
    let Some(strength) = strength.filter(|strength| *strength != COMPARISON) else {
        return;
    };
    let mut first = at;
    while first > gap.body.start && !ends_before(code, first - 1, strength) {
        first -= 1;
        first = code
            .partner(first)
            .filter(|open| *open < first)
            .unwrap_or(first);
    }
    let mut last = at;
    while last + 1 < gap.body.end && !ends_behind(code, last + 1, at + 1, strength) {
        last = code.next(last + 1) - 1;
    }
    if first == at || last == at {
        return;
    }
    let (left, right) = (code.bytes(first, at - 1), code.bytes(at + 1, last));
    found.push(nothing(left.start..right.start));
    found.push(nothing(left.end..right.end));
}

/// A product binds more tightly than a sum.
const PRODUCT: u8 = 4;
const COMPARISON: u8 = 2;

/// How tightly a sign binds.
fn strength(sign: &str) -> Option<u8> {
    match sign {
        "*" | "/" | "%" => Some(PRODUCT),
        "+" | "-" => Some(3),
        "==" | "!=" | "<" | ">" | "<=" | ">=" => Some(COMPARISON),
        "&&" => Some(1),
        "||" => Some(0),
        _ => None,
    }
}

/// Whether an operand to the left cannot go on with this token.
fn ends_before(code: &Code<'_>, at: usize, strength: u8) -> bool {
    code.opens(at) || code.word(at) == "}" || ends(code, at, strength, true)
}

/// Whether an operand to the right, which begins with token `first`, cannot go on with this token.
fn ends_behind(code: &Code<'_>, at: usize, first: usize, strength: u8) -> bool {
    code.closes(at) || (at > first && code.word(at) == "{") || ends(code, at, strength, false)
}

fn ends(code: &Code<'_>, at: usize, strength: u8, to_the_left: bool) -> bool {
    let word = code.word(at);
    if code.is_binary(at) {
        return match self::strength(word) {
            // Of signs that bind alike, the ones before have the first word: `a / b * c` is `(a / b) * c`.
            Some(other) if to_the_left && strength != PRODUCT => other < strength,
            Some(other) => other <= strength,
            None => true,
        };
    }
    let is_word = code.is_keyword(at) && word != "as";
    is_word || [",", ";", "=", "=>", "->", "|", "||", "..", "..=", ":"].contains(&word)
}

/// The chain without the call that begins with this dot.
fn call(code: &Code<'_>, at: usize) -> Option<Change> {
    // Without these it means the same, or does not compile.
    const PLAIN: [&str; 10] = [
        "array",
        "as_vec",
        "clone",
        "cloned",
        "collect",
        "copied",
        "expect",
        "into_iter",
        "iter",
        "unwrap",
    ];
    let is_name = code.tokens.get(at + 1)?.kind == TokenKind::Word;
    if code.word(at) != "." || !is_name || PLAIN.contains(&code.word(at + 1)) {
        return None;
    }
    let types = match code.word(at + 2) {
        "::" => code.partner(at + 3)? + 1,
        _ => at + 2,
    };
    let end = code.partner(types).filter(|_| code.word(types) == "(")?;
    Some(nothing(code.bytes(at, end)))
}

/// A block without one of its statements.
fn statements(code: &Code<'_>, block: Range<usize>) -> Vec<Change> {
    let mut found = Vec::new();
    let mut begin = block.start;
    let mut at = begin;
    while at < block.end {
        let word = code.word(at);
        let end = code.next(at);
        if word == "=>" || word == "," {
            // The cases of a `match`, or the fields of a value.
            return Vec::new();
        }
        let opens_with = ["for", "while", "loop", "if", "match"].contains(&code.word(begin));
        let is_over = word == "{" && opens_with && code.word(end) != "else";
        let is_value = end < block.end && (code.word(end) == "." || code.is_binary(end));
        if word == ";" || (is_over && !is_value) {
            let last = if code.word(end) == ";" { end } else { end - 1 };
            if declares_nothing(code, begin) {
                found.push(nothing(code.bytes(begin, last)));
            }
            begin = last + 1;
            at = begin;
        } else {
            at = end;
        }
    }
    found
}

/// Whether what follows can do without the statement that begins here: it gives a name to nothing, or a name that may have
/// had another meaning before.
fn declares_nothing(code: &Code<'_>, begin: usize) -> bool {
    if code.word(begin) != "let" {
        return true;
    }
    let name = begin + 1 + usize::from(code.word(begin + 1) == "mut");
    let is_before = |at: &usize| code.word(*at) == code.word(name);
    let is_name = code
        .tokens
        .get(name)
        .is_some_and(|it| it.kind == TokenKind::Word);
    is_name && (0..begin).rev().take(200).any(|at| is_before(&at))
}
