//! Inputs that are ignored or taken for each other, and two things of a list in the other order.

use crate::runner::author::mutate::change::Change;
use crate::runner::author::mutate::change::squeezed;
use crate::runner::author::mutate::gap::Gap;
use crate::runner::tokens::Code;

pub fn changes(code: &Code<'_>, gap: &Gap<'_>, found: &mut Vec<Change>) {
    let parameters = parameters(code, gap);
    for parameter in &parameters {
        found.extend(ignored(code, gap, parameter));
    }
    for at in gap.body.clone() {
        found.extend(exchanged(code, at));
        let is_alone = ![".", "::"].contains(&code.before(at)) && code.word(at + 1) != ":";
        let Some(used) = parameters
            .iter()
            .find(|it| it.name == code.word(at) && is_alone)
        else {
            continue;
        };
        let alike = parameters
            .iter()
            .filter(|it| it.of == used.of && it.name != used.name);
        found.extend(alike.map(|other| Change {
            at: code.bytes(at, at),
            becomes: other.name.to_owned(),
        }));
    }
}

struct Parameter<'a> {
    name: &'a str,
    /// Its type.
    of: String,
    is_mutable: bool,
}

fn parameters<'a>(code: &Code<'a>, gap: &Gap<'_>) -> Vec<Parameter<'a>> {
    let mut found = Vec::new();
    let all = gap.parameters.clone().unwrap_or_default();
    let mut begin = all.start;
    while begin < all.end {
        let mut end = begin;
        while end < all.end && code.word(end) != "," {
            end = code.next(end);
        }
        let is_mutable = code.word(begin) == "mut";
        let name = begin + usize::from(is_mutable);
        if code.word(name + 1) == ":" && end > name + 2 {
            found.push(Parameter {
                name: code.word(name),
                of: squeezed(code.between(name + 2, end - 1)),
                is_mutable,
            });
        }
        begin = end + 1;
    }
    found
}

/// The function with a number of its own for an input that is one.
fn ignored(code: &Code<'_>, gap: &Gap<'_>, parameter: &Parameter<'_>) -> Vec<Change> {
    let values: &[&str] = match parameter.of.as_str() {
        "usize" | "u8" | "u32" | "i32" | "i64" => &["1"],
        // A seed mostly.
        "u64" => &["0"],
        "f32" | "f64" => &["0.5"],
        "bool" => &["true", "false"],
        _ => &[],
    };
    let begin = code.bytes(gap.body.start, gap.body.start).start;
    let (name, of) = (parameter.name, &parameter.of);
    let mutable = if parameter.is_mutable { "mut " } else { "" };
    let values = values.iter().map(|value| Change {
        at: begin..begin,
        becomes: format!("let {mutable}{name}: {of} = {value}; "),
    });
    values.collect()
}

/// What stands on either side of this comma, exchanged.
fn exchanged(code: &Code<'_>, at: usize) -> Option<Change> {
    if code.word(at) != "," {
        return None;
    }
    let back = |at: usize| {
        code.partner(at - 1)
            .filter(|open| *open < at)
            .unwrap_or(at - 1)
    };
    let (mut first, mut open) = (at, at);
    while open > 0 && !code.opens(open - 1) {
        if first == open && code.word(open - 1) != "," {
            first = back(open);
        }
        open = back(open);
    }
    let mut last = at;
    while last + 1 < code.tokens.len() && code.word(last + 1) != "," && !code.closes(last + 1) {
        last = code.next(last + 1) - 1;
    }
    // In braces stand the cases of a `match` or the fields of a value, whose order means nothing.
    let is_list = open > 0 && code.word(open - 1) != "{";
    if first == at || last == at || !is_list {
        return None;
    }
    let (left, right) = (code.between(first, at - 1), code.between(at + 1, last));
    (left != right).then(|| Change {
        at: code.bytes(first, last),
        becomes: format!("{right}, {left}"),
    })
}
