//! Which other exercises the text of one may include.
//!
//! Only rustc knows which files a text includes. But a graded text is given no other files than those that are found here, so
//! what is missed here is missing there, and the content of a piece of work is known before it is built.

use crate::runner::course::{Course, Exercise};

/// The exercises whose files a text may include: those that end a string literal as `NAME.rs`, and those that it declares
/// as modules.
pub fn mentions<'c>(course: &'c Course, text: &[u8]) -> Vec<&'c Exercise> {
    let text = String::from_utf8_lossy(text);
    let names: Vec<&str> = files(&text).chain(modules(&text)).collect();
    let exercises = course.exercises.iter();
    exercises
        .filter(|exercise| names.contains(&exercise.name.as_str()))
        .collect()
}

/// The names in front of each `.rs"`.
fn files(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.match_indices(".rs\"");
    ends.map(|(at, _)| {
        let before = &text[..at];
        let begins = before.rfind(|letter: char| !is_of_a_name(letter));
        // The character in front of a name may take more than one byte.
        begins.map_or(before, |at| {
            before[at..].trim_start_matches(|letter| !is_of_a_name(letter))
        })
    })
}

/// The names behind each `mod`.
fn modules(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter| !is_of_a_name(letter));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let pairs: Vec<&str> = words
        .windows(2)
        .filter(|pair| pair[0] == "mod")
        .map(|pair| pair[1])
        .collect();
    pairs.into_iter()
}

fn is_of_a_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn what_a_text_may_include_is_found_and_what_it_only_speaks_of_is_not() {
        let mut info =
            "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n".to_owned();
        for name in ["mse", "linear", "mlp"] {
            info.push_str(&format!(
                "[[exercises]]\nname = \"{name}\"\nchapter = \"a\"\nteaches = \"x\"\n"
            ));
        }
        let course = Course::parse(Path::new("/c"), &info).expect("sound");
        let table: [(&str, &[&str]); 9] = [
            ("#[path = \"../a/linear.rs\"]\nmod x;", &["linear"]),
            ("#[path = \"linear.rs\"] mod linear;", &["linear"]),
            ("mod  mlp ;", &["mlp"]),
            ("mod/**/mlp;", &["mlp"]),
            ("include!(\"é/mse.rs\"); mod mlp;", &["mse", "mlp"]),
            ("//! See `linear.rs`, which has mse in it.", &[]),
            ("fn mse() { linear() }", &[]),
            ("\"nonlinear.rs\" \"my_mse.rs\"", &[]),
            ("", &[]),
        ];
        for (text, expected) in table {
            let found = mentions(&course, text.as_bytes());
            let found: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
