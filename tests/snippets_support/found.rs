//! Finds the code in lessons and hints.

use std::fs;

use gradlings::runner::course::{Course, Exercise};
use gradlings::runner::workspace::exercise::lesson;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// A piece of code that a learner reads.
pub struct Snippet {
    /// Where it stands: `the lesson`, `hint 2`.
    pub place: String,
    pub code: String,
}

/// All snippets of an exercise.
pub fn snippets(course: &Course, exercise: &Exercise) -> Vec<Snippet> {
    let text = fs::read_to_string(course.exercise_path(exercise)).expect("readable");
    let hints = exercise.hints.iter().enumerate();
    let hints = hints.map(|(at, hint)| (format!("hint {}", at + 1), hint.text.clone()));
    let texts = std::iter::once(("the lesson".to_owned(), lesson(&text))).chain(hints);
    texts
        .flat_map(|(place, text)| {
            in_markdown(&text).into_iter().map(move |code| Snippet {
                place: place.clone(),
                code,
            })
        })
        .collect()
}

/// Inline code that is code, blocks of Rust, and the calls in other blocks.
fn in_markdown(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut language: Option<String> = None;
    for event in Parser::new_ext(text, pulldown_cmark::Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                language = Some(match kind {
                    CodeBlockKind::Fenced(language) => language.to_string(),
                    CodeBlockKind::Indented => String::new(),
                });
            }
            Event::End(TagEnd::CodeBlock) => language = None,
            Event::Code(code) if is_code(&code) => found.push(code.to_string()),
            Event::Text(block) => match language.as_deref() {
                Some("rust") => found.push(block.trim().to_owned()),
                Some(_) => found.extend(calls(&block)),
                None => {}
            },
            _ => {}
        }
    }
    found
}

/// Whether it is more than a name, a few words, a number or a list of them (with a name: `x = [1, 2]`), a sign, or a shape.
fn is_code(text: &str) -> bool {
    let is_word = |it: char| it.is_alphanumeric() || it == '_';
    let text = match text.split_once(" = ") {
        Some((name, value))
            if name.chars().all(is_word) && !value.contains(char::is_alphabetic) =>
        {
            value
        }
        _ => text,
    };
    let mut words = text.split_whitespace();
    let is_words = text.chars().all(|it| is_word(it) || it.is_whitespace());
    let is_cast = words.any(|it| it == "as");
    let has_letters = text.chars().any(char::is_alphabetic);
    let is_shape = text.starts_with('(')
        && text.ends_with(')')
        && text.contains(',')
        && text[1..text.len() - 1]
            .chars()
            .all(|it| is_word(it) || it.is_whitespace() || ",+-*/".contains(it));
    has_letters && !is_shape && (is_cast || !is_words)
}

/// The calls of a method and by a path in pseudocode: these are no formulas, even where the rest is.
fn calls(block: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = block;
    while let Some(open) = rest.find('(') {
        let before = &rest[..open];
        let begin = before
            .rfind(|it: char| !it.is_alphanumeric() && !"_:.<>&".contains(it))
            .map_or(0, |at| at + 1);
        let head = before[begin..].trim_start_matches('&');
        let mut end = open + closed(&rest[open..]);
        // A call of what the call returns belongs to it.
        while rest[end..].starts_with('.') || rest[end..].starts_with("::") {
            let Some(open) = rest[end..].find('(') else {
                break;
            };
            end += open + closed(&rest[end + open..]);
        }
        let call = &rest[begin..end];
        let is_call = head.contains("::") || head.contains('.') || call.contains(").");
        if is_call && head.starts_with(char::is_alphabetic) {
            found.push(call.split_whitespace().collect::<Vec<_>>().join(" "));
            rest = &rest[end..];
        } else {
            rest = &rest[open + 1..];
        }
    }
    found
}

/// The length of the parentheses that a text begins with.
fn closed(text: &str) -> usize {
    let mut depth = 0;
    for (at, it) in text.char_indices() {
        match it {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

#[test]
fn names_numbers_and_shapes_are_no_code() {
    for text in [
        "x",
        "let mut",
        "validation loss",
        "0.5",
        "[[1, 2], [3, -4]]",
        "&(2, 3)",
        "()",
        "(n,)",
        "+=",
        "(n / hop, size / 2 + 1)",
        "d = 4",
        "v = [[5, -2]]",
        "(batch, inputs of the first layer)",
    ] {
        assert!(!is_code(text), "{text}");
    }
    for text in [
        "x as f32",
        "x.abs()",
        "a + b",
        "Axis<0>",
        "exp(x)",
        "(rows[number].clone(), label)",
        "Vec<f32>",
        "let x = 1;",
        "todo!()",
        "d = n / 4",
    ] {
        assert!(is_code(text), "{text}");
    }
}

#[test]
fn blocks_of_rust_are_code_and_so_are_calls_in_other_blocks() {
    let text = "`x` and `x.abs()`\n\n```rust\nlet y = x;\n```\n\n```text\nl = exp(x) / max(0, x)\nfor i in 0..n:\n  \
                net = device().build::<A, B>()\n  a = Adam::new(&net, b(\n      c.d()))\n  use(x.e(), f(g))\n```\n";
    let expected = [
        "x.abs()",
        "let y = x;",
        "device().build::<A, B>()",
        "Adam::new(&net, b( c.d()))",
        "x.e()",
    ];
    assert_eq!(in_markdown(text), expected);
}
