//! A value that is used although something else has taken it.

use cargo_metadata::diagnostic::DiagnosticSpan;

use super::facts::{Facts, code_at, quote, ticked};
use super::tensor::Tensor;
use super::types::Type;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.code == "E0507" {
        return out_of(facts);
    }
    if facts.code != "E0382" {
        return None;
    }
    let name = *ticked(&facts.message).first()?;
    let again = facts.primary()?;
    let owned = facts
        .labelled("move occurs because")
        .and_then(|(_, label)| {
            // "... because `x` has type `T`, which does not implement the `Copy` trait".
            Type::parse(ticked(label).get(1)?)
        })?;
    let in_loop = facts.label().contains("in previous iteration of loop");
    let taken = facts
        .labelled("moved due to")
        .or_else(|| facts.labelled("value moved here"))
        .map_or(again, |(place, _)| place);
    if owned.is("Gradients") {
        return Some(gradients(
            facts,
            name,
            in_loop || facts.labelled("inside of this loop").is_some(),
        ));
    }
    let how = how(name, taken, again);
    let next_round =
        facts.labelled("inside of this loop").is_some() && again.line_start < taken.line_start;
    if code_at(taken).starts_with("backward") && after(again).starts_with(".backward") {
        return Some(format!(
            "`backward` plays a tape back once, and `{name}` is used up by it: keep the gradients that it gave, or work out the loss anew."
        ));
    }
    let needed = if next_round {
        format!(
            "needed again in line {}, in the next round of the loop",
            again.line_start
        )
    } else if in_loop {
        "the next round of the loop needs it again".to_owned()
    } else if again.line_start == taken.line_start {
        "needed again in the same line".to_owned()
    } else {
        format!("needed again in line {}", again.line_start)
    };
    let start = format!("`{name}` {how}, and {needed}");
    let recorded = Tensor::of(&owned).is_some_and(|tensor| tensor.recorded());
    let operation = code_at(taken);
    // `a * a` and `(a - b) * (a - b)`, of which only one half is to be written.
    let doubled = facts.line().contains(&format!("{operation} * {operation}"))
        || facts.line().contains(&format!("{name} * {name}"))
        || moved_in_parentheses(facts.line(), name);
    if doubled && again.line_start == taken.line_start && Tensor::of(&owned).is_some() {
        return Some(format!(
            "{start}. To multiply something by itself, write it once, with `.square()` behind it."
        ));
    }
    if recorded {
        // A second copy of a recorded tensor would need a second tape.
        let looked = after(again).starts_with(".shape()") || after(again).starts_with(".array()");
        let borrowed = !in_loop && !next_round && code_at(again) == format!("&{name}");
        let mend = if looked {
            "Ask for it earlier, with a `let` before that line"
        } else if borrowed {
            "What only borrows it comes first: work that out with a `let` before that line"
        } else {
            "A tensor with a tape cannot be cloned: `x.with_empty_tape()` is a second copy, whose recording is joined with the first \
             later on"
        };
        return Some(format!(
            "{start}. {}.",
            mend.replace("x.", &format!("{name}."))
        ));
    }
    let looked = after(again).starts_with(".shape()") || after(again).starts_with(".len()");
    let first = if in_loop {
        "there"
    } else {
        "where it is used first"
    };
    let early = if looked {
        ", or ask for its size before"
    } else {
        ""
    };
    Some(format!("{start}: write `{name}.clone()` {first}{early}."))
}

/// A tensor out of a list or from behind a reference.
fn out_of(facts: &Facts) -> Option<String> {
    let (_, label) = facts.labelled("move occurs because")?;
    let owned = ticked(label)
        .into_iter()
        .rev()
        .filter_map(Type::parse)
        .find(|found| !found.is("Copy"))?;
    let what = facts.quoted().unwrap_or_else(|| "this tensor".to_owned());
    if owned.is("Vec") && facts.noted("consider iterating over a slice") {
        return Some(format!(
            "`for` would take the list apart, but {what} is only lent here: write `&` before it."
        ));
    }
    if !Tensor::of(&owned)?.recorded() {
        return Some(format!(
            "An operation uses its tensor up, but {what} is only lent from where it is kept: write `.clone()` behind it."
        ));
    }
    facts.message.contains("out of index of `Vec").then(|| {
        format!(
            "An operation uses its tensor up, but {what} is only lent by the list, and a tensor with a tape cannot be cloned: go \
             through the list with `.into_iter()`, which hands out the tensors themselves."
        )
    })
}

/// Whether a line multiplies a pair of parentheses with `name` in it by the same again.
fn moved_in_parentheses(line: &str, name: &str) -> bool {
    line.split("(").any(|piece| {
        let inside = piece.split(')').next().unwrap_or_default();
        inside.contains(name) && line.contains(&format!("({inside}) * ({inside})"))
    })
}

/// What has taken it.
fn how(name: &str, taken: &DiagnosticSpan, again: &DiagnosticSpan) -> String {
    let line = if taken.line_start == again.line_start {
        String::new()
    } else {
        format!(" in line {}", taken.line_start)
    };
    let label = taken.label.as_deref().unwrap_or_default();
    let code = code_at(taken);
    if label.contains("method call") {
        let method = code.split(['(', ':']).next().unwrap_or_default();
        if let Some(method) = quote(method) {
            return format!("is used up by {method}{line}");
        }
    }
    match quote(&code) {
        Some(code) if code.trim_matches('`') != name => format!("is used up by {code}{line}"),
        _ => format!(
            "is used up{}",
            if line.is_empty() {
                " here".to_owned()
            } else {
                line
            }
        ),
    }
}

/// The code behind a place, in its line.
fn after(span: &DiagnosticSpan) -> String {
    let Some(line) = span.text.first() else {
        return String::new();
    };
    line.text
        .chars()
        .skip(line.highlight_end.saturating_sub(1))
        .collect()
}

/// Gradients are given to a tape, and come back from `backward`.
fn gradients(facts: &Facts, name: &str, in_loop: bool) -> String {
    let returned = format!("{name} = loss.backward();");
    let shadowed = facts.source.lines().any(|line| {
        let line = line.trim_start();
        line.starts_with(&format!("let {name} =")) && line.contains(".backward()")
            || line.starts_with(&format!("let mut {name} =")) && line.contains(".backward()")
    });
    if in_loop && shadowed {
        return format!(
            "`traced({name})` gives the gradients away, and `let` makes a new variable that ends with the round. Write `{returned}`, \
             without `let`, to give them back for the next round."
        );
    }
    if in_loop {
        return format!(
            "The tape has taken `{name}`, and they come back only from `backward`: use them again after `{returned}`."
        );
    }
    format!(
        "`{name}` can be given to one tape only. Start the other tensor with `.leaky_trace()`: the tapes are joined where the two \
         meet, and `backward` gives the gradients of both."
    )
}
