//! What every sentence of the judge calls things: a part, a shape, a type.

use super::finding::{Sort, Statistic};
use crate::runner::words::judge::{finding as words, subject as subjects};
use crate::sheet::{Check, CheckKind};

/// What a sort of value is called.
pub fn sort_words(sort: Sort) -> &'static str {
    match sort {
        Sort::Numbers => words::numbers_32(),
        Sort::Doubles => words::numbers_64(),
        Sort::Integers => words::whole_numbers(),
        Sort::Bytes => words::bytes(),
        Sort::Arrays => words::arrays(),
        Sort::DoubleRows => words::rows_64(),
        Sort::IntegerRows => words::whole_rows(),
        Sort::Flag => words::flag(),
        Sort::Flags => words::flags(),
        Sort::Text => words::words(),
        Sort::Texts => words::texts(),
    }
}

/// What a property of a distribution is called.
pub fn statistic_words(statistic: Statistic) -> &'static str {
    match statistic {
        Statistic::ShareOfZeros => words::share_of_zeros(),
        Statistic::Mean => words::mean(),
        Statistic::Deviation => words::deviation(),
    }
}

/// What a part is called in the middle of a sentence.
pub fn subject(check: &Check, part: usize) -> String {
    let Some(one) = check.parts.get(part) else {
        return subjects::result(&check.name);
    };
    let input = one.name.strip_prefix("gradient of ");
    match input.filter(|_| check.kind == CheckKind::Gradient) {
        Some(input) => subjects::gradient(input),
        None if check.parts.len() > 1 => subjects::part(&one.name, &check.name),
        None => subjects::result(&check.name),
    }
}

/// The same at the start of a sentence.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// At most `letters` of a text that somebody else wrote.
pub fn cut(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

/// A shape in a sentence or a table.
pub fn shape_words(shape: &[usize]) -> String {
    match shape {
        [] => subjects::single_number().to_owned(),
        _ => format!("{shape:?}"),
    }
}
