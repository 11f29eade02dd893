//! A value that is used although something else has taken it.

use cargo_metadata::diagnostic::DiagnosticSpan;

use super::facts::{Facts, after, code_at, quote, ticked};
use super::paragraph::paragraph;
use super::tensor::Tensor;
use super::types::Type;
use crate::runner::words::compiler::moved as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.code == "E0507" {
        return out_of(facts);
    }
    if facts.code == "E0525" {
        let (_, label) = facts.labelled("closure is `FnOnce` because it moves the variable")?;
        return Some(words::used_up_by_calls(ticked(label).last()?));
    }
    if facts.code != "E0382" {
        return None;
    }
    let name = *ticked(&facts.message).first()?;
    let again = facts.primary()?;
    if let Some(note) = facts
        .notes
        .iter()
        .find(|note| note.starts_with("closure cannot be invoked more than once"))
    {
        let moved = *ticked(note).first()?;
        return Some(words::used_up_by_closure(name, moved));
    }
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
    let next_round =
        facts.labelled("inside of this loop").is_some() && again.line_start < taken.line_start;
    if code_at(taken).starts_with("backward") && after(again).starts_with(".backward") {
        return Some(words::played_back(name));
    }
    let place = if next_round {
        words::line_in_next_round(again.line_start)
    } else if in_loop || again.line_start == taken.line_start && is_in_loop(facts) {
        words::next_round().to_owned()
    } else if again.line_start == taken.line_start && !is_in_loop(facts) {
        words::same_line().to_owned()
    } else {
        words::line(again.line_start)
    };
    let start = match taker(name, taken) {
        Some(code) => words::used_up_by(name, code, taken.line_start, place),
        None => words::used_up(name, taken.line_start, place),
    };
    let recorded = Tensor::of(&owned).is_some_and(|tensor| tensor.recorded());
    let operation = code_at(taken);
    // `a * a` and `(a - b) * (a - b)`, of which only one half is to be written.
    let doubled = facts.line().contains(&format!("{operation} * {operation}"))
        || facts.line().contains(&format!("{name} * {name}"))
        || moved_in_parentheses(facts.line(), name);
    if doubled && again.line_start == taken.line_start && Tensor::of(&owned).is_some() {
        return Some(paragraph(start, words::mend_square()));
    }
    if recorded {
        // A second copy of a recorded tensor would need a second tape.
        let looked = after(again).starts_with(".shape()") || after(again).starts_with(".array()");
        let borrowed = !in_loop
            && !next_round
            && code_at(again) == format!("&{name}")
            && stands_beside(taken, again);
        let copied = !in_loop && !next_round && after(again).starts_with(".with_empty_tape()");
        return Some(if copied {
            paragraph(start, words::mend_copy_earlier(name))
        } else if looked {
            paragraph(start, words::mend_ask_earlier())
        } else if borrowed {
            paragraph(start, words::mend_borrow_earlier())
        } else {
            paragraph(start, words::mend_second_copy(name))
        });
    }
    let looked = after(again).starts_with(".shape()") || after(again).starts_with(".len()");
    let mend = match (in_loop, looked) {
        (true, false) => words::mend_clone_there(name),
        (true, true) => words::mend_clone_there_or_size(name),
        (false, false) => words::mend_clone_first(name),
        (false, true) => words::mend_clone_first_or_size(name),
    };
    Some(paragraph(start, mend))
}

/// Whether what is used again stands on the other side of a sign than what took it, in one line. Only then can that side be
/// worked out first: behind a point, as in `x.square().mean().broadcast_like(&x)`, it waits for the other.
fn stands_beside(taken: &DiagnosticSpan, again: &DiagnosticSpan) -> bool {
    if taken.line_start != again.line_start {
        return false;
    }
    let letters = again.column_start.saturating_sub(taken.column_end);
    let between: Vec<char> = after(taken).chars().take(letters).collect();
    let (mut depth, mut outermost, mut beside) = (0_i32, 0_i32, false);
    for (at, letter) in between.iter().enumerate() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        if depth < outermost {
            // What stood beside it so far is the other half of the same pair of parentheses.
            (outermost, beside) = (depth, false);
        }
        let is_sign = ['+', '-', '*', '/'].contains(letter)
            && at > 0
            && between[at - 1] == ' '
            && between.get(at + 1) == Some(&' ');
        beside |= is_sign && depth == outermost;
    }
    beside
}

/// Whether the value that is used again was taken in a round of a loop before.
fn is_in_loop(facts: &Facts) -> bool {
    facts.labelled("in previous iteration of loop").is_some()
}

/// A tensor out of a list or from behind a reference.
fn out_of(facts: &Facts) -> Option<String> {
    let (_, label) = facts.labelled("move occurs because")?;
    let owned = ticked(label)
        .into_iter()
        .rev()
        .filter_map(Type::parse)
        .find(|found| !found.is("Copy"))?;
    let what = facts
        .quoted()
        .unwrap_or_else(|| words::this_tensor().to_owned());
    if owned.is("Vec") && facts.noted("consider iterating over a slice") {
        return Some(words::loop_takes_list(what));
    }
    if !Tensor::of(&owned)?.recorded() {
        return Some(words::lent(what));
    }
    let in_list = facts.message.contains("out of index of `Vec");
    in_list.then(|| words::lent_with_tape(what))
}

/// Whether a line multiplies a pair of parentheses with `name` in it by the same again.
fn moved_in_parentheses(line: &str, name: &str) -> bool {
    line.split("(").any(|piece| {
        let inside = piece.split(')').next().unwrap_or_default();
        inside.contains(name) && line.contains(&format!("({inside}) * ({inside})"))
    })
}

/// What has taken it, in backquotes, where it can be said in a sentence.
fn taker(name: &str, taken: &DiagnosticSpan) -> Option<String> {
    let label = taken.label.as_deref().unwrap_or_default();
    let code = code_at(taken);
    if label.contains("method call") {
        let method = code.split(['(', ':']).next().unwrap_or_default();
        if let Some(method) = quote(method) {
            return Some(method);
        }
    }
    quote(&code).filter(|code| code.trim_matches('`') != name)
}

/// Gradients are given to a tape, and come back from `backward`.
fn gradients(facts: &Facts, name: &str, in_loop: bool) -> String {
    let returned = format!("{name} = loss.backward();");
    let shadowed = facts.source.lines().any(|line| {
        let line = line.trim_start();
        line.starts_with(&format!("let {name} =")) && line.contains(".backward()")
            || line.starts_with(&format!("let mut {name} =")) && line.contains(".backward()")
    });
    match (in_loop, shadowed) {
        (true, true) => words::gradients_in_new_variable(name, returned),
        (true, false) => words::gradients_in_tape(name, returned),
        (false, _) => words::gradients_for_two(name),
    }
}
