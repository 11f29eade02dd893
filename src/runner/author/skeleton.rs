//! A new exercise that is proven at once, with the places to edit marked `EDIT`.

use super::{entry, format};
use crate::runner::course::Course;
use crate::runner::problem::Problem;

/// What sort of exercise, after the handler that it offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Values in, values out.
    Function,
    /// A value and its gradients.
    Gradient,
    /// A network.
    Model,
    /// A training with its curve.
    Training,
}

/// Words of Rust, and names that cargo keeps for itself.
const TAKEN: &[&str] = &[
    "as",
    "async",
    "await",
    "break",
    "build",
    "const",
    "continue",
    "core",
    "crate",
    "deps",
    "dyn",
    "else",
    "enum",
    "examples",
    "extern",
    "false",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "incremental",
    "let",
    "loop",
    "main",
    "match",
    "mod",
    "move",
    "mut",
    "pub",
    "ref",
    "return",
    "self",
    "static",
    "std",
    "struct",
    "super",
    "test",
    "trait",
    "true",
    "try",
    "type",
    "unsafe",
    "use",
    "where",
    "while",
    "yield",
];

/// The texts of a new exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skeleton {
    /// For `exercises/CHAPTER/NAME.rs`.
    pub exercise: String,
    /// For `solutions/CHAPTER/NAME.rs`.
    pub solution: String,
    /// `info.toml` with the entry, and with the chapter where it is new.
    pub info: String,
}

/// The exercise `name` in `chapter`. `info` is the text of the course's `info.toml`.
pub fn skeleton(
    course: &Course,
    info: &str,
    chapter: &str,
    name: &str,
    sort: Sort,
) -> Result<Skeleton, Problem> {
    for (what, given) in [("chapter", chapter), ("exercise", name)] {
        let plain = given
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
        let function_name =
            what == "chapter" || given.starts_with(|first: char| first.is_ascii_lowercase());
        let is_taken = what == "exercise" && TAKEN.contains(&given);
        if given.is_empty() || !plain || !function_name || is_taken {
            return Err(Problem::new(
                format!(
                    "`{given}` is no name for a {what}: it becomes a file, and a name in Rust."
                ),
                "use lower-case letters, digits and `_`, such as `gradlings dev new 02_losses/huber`",
            ));
        }
    }
    if course.exercise(name).is_some() {
        return Err(Problem::new(
            format!("There is an exercise `{name}` already."),
            "choose another name",
        ));
    }
    let (exercise, solution) = match sort {
        Sort::Function => (
            include_str!("skeleton/function.exercise.txt"),
            include_str!("skeleton/function.solution.txt"),
        ),
        Sort::Gradient => (
            include_str!("skeleton/gradient.exercise.txt"),
            include_str!("skeleton/gradient.solution.txt"),
        ),
        Sort::Model => (
            include_str!("skeleton/model.exercise.txt"),
            include_str!("skeleton/model.solution.txt"),
        ),
        Sort::Training => (
            include_str!("skeleton/training.exercise.txt"),
            include_str!("skeleton/training.solution.txt"),
        ),
    };
    Ok(Skeleton {
        exercise: named(exercise, name),
        solution: named(solution, name),
        info: entry::with_entry(course, info, chapter, name),
    })
}

/// The text with the name in it. How lines break depends on how long the name is, so rustfmt has the last word; where
/// there is none, the text stays as it is.
fn named(text: &str, name: &str) -> String {
    let text = text.replace("NAME", name);
    format::formatted(&text).unwrap_or(text)
}
