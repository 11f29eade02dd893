//! How Chinese is set among Latin letters: a space between the two, full-width punctuation, and lines that end where the
//! space that a browser makes of it does no harm.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

const FULL_WIDTH: &str = "，。；：！？、（）《》";

/// What is not set as Chinese is, each with its line.
pub fn faults(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut before = '\n';
    for (number, line) in (1..).zip(page.lines()) {
        let is_block = line.starts_with("    ");
        if is_block || line.is_empty() {
            before = '\n';
            continue;
        }
        let text: Vec<char> = line.trim().chars().collect();
        if is_han(before) && is_han(text[0]) {
            found.push(format!(
                "{number}: a line begins inside `{before}{}`",
                text[0]
            ));
        }
        before = text[text.len() - 1];
        found.extend(
            text.windows(2)
                .filter_map(side_by_side)
                .map(|it| format!("{number}: {it}")),
        );
        found.extend(
            text.windows(3)
                .filter_map(apart)
                .map(|it| format!("{number}: {it}")),
        );
    }
    // A star after a full stop closes nothing where a letter follows, so it stays on the page.
    let mut is_code = false;
    for (event, range) in Parser::new_ext(page, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Text(text) if !is_code && text.contains('*') => {
                let number = page[..range.start].matches('\n').count() + 1;
                found.push(format!("{number}: the stars of bold text are shown"));
            }
            _ => {}
        }
    }
    found
}

fn side_by_side(pair: &[char]) -> Option<String> {
    let &[left, right] = pair else { return None };
    if (is_han(left) && is_latin(right)) || (is_latin(left) && is_han(right)) {
        return Some(format!("no space in `{left}{right}`"));
    }
    let is_half_width = is_han(left) && ",.;:!?()".contains(right);
    is_half_width.then(|| format!("half-width `{right}`"))
}

/// Full-width punctuation brings its own space along. That of a cell of a table or of a picture is none of text.
fn apart(three: &[char]) -> Option<String> {
    let &[left, ' ', right] = three else {
        return None;
    };
    let is_text = |it: char| is_han(it) || is_latin(it);
    let is_full = |it: char| FULL_WIDTH.contains(it);
    match (left, right) {
        (full, text) | (text, full) if is_full(full) && is_text(text) => {
            Some(format!("a space beside `{full}`"))
        }
        _ => None,
    }
}

fn is_latin(it: char) -> bool {
    it.is_ascii_alphanumeric() || it == '`'
}

/// A Chinese character that is no punctuation.
fn is_han(it: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&it)
}
