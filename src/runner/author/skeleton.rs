//! A new exercise that is proven at once, with the places to edit marked `EDIT`.

use super::{entry, format};
use crate::runner::course::{Course, Exercise};
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
    /// What includes an earlier exercise.
    Composes,
    /// A program with bugs in it.
    Hunt,
    /// A check that the learner writes.
    Catch,
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
    /// For `checks/CHAPTER/NAME.rs`.
    pub check: String,
    /// For `exercises/CHAPTER/README.md`.
    pub page: String,
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
    let Kit {
        exercise,
        gap,
        answer,
        check,
    } = kit(sort);
    let piece = match sort {
        Sort::Composes => Some(earlier(course, chapter)?),
        _ => None,
    };
    let (beside, piece) = piece.map_or_else(Default::default, |piece| {
        (piece.beside(chapter), piece.name.as_str())
    });
    let named = |text: &str| {
        let text = text.replace("BESIDE", &beside).replace("PIECE", piece);
        formatted(&text.replace("CHAPTER", chapter).replace("NAME", name))
    };
    let mut lines = String::new();
    if sort == Sort::Training {
        lines.push_str("trains = true\n");
    }
    if sort == Sort::Composes {
        lines.push_str(&format!("needs = [\"{piece}\"]\n"));
    }
    Ok(Skeleton {
        exercise: named(exercise),
        solution: named(&exercise.replace(gap, answer)),
        check: named(check),
        page: entry::page(chapter),
        info: entry::with_entry(course, info, chapter, name, &lines),
    })
}

/// The exercise that stands before a new one: the last of its chapter, or else of those before it.
fn earlier<'a>(course: &'a Course, chapter: &str) -> Result<&'a Exercise, Problem> {
    let mut all = course.exercises.iter().rev();
    let before = &course.chapters[..entry::ahead(course, chapter)];
    let is_before = |it: &&Exercise| before.iter().any(|earlier| earlier.name == it.chapter);
    let last = all.clone().find(is_before);
    all.find(|it| it.chapter == chapter).or(last).ok_or_else(|| {
        Problem::new(
            "There is no exercise yet that a new one could be composed of.",
            "begin with one of another kind, such as `gradlings dev new 01_first/first --kind function`",
        )
    })
}

/// The texts of one sort of exercise.
struct Kit {
    exercise: &'static str,
    /// What a learner replaces, and with what.
    gap: &'static str,
    answer: &'static str,
    check: &'static str,
}

fn kit(sort: Sort) -> Kit {
    const GAP: &str = "todo!(\"EDIT: a reminder of what to write\")";
    match sort {
        Sort::Function => Kit {
            exercise: include_str!("skeleton/function.exercise.txt"),
            gap: GAP,
            answer: "x * 2.0",
            check: include_str!("skeleton/function.check.txt"),
        },
        Sort::Gradient => Kit {
            exercise: include_str!("skeleton/gradient.exercise.txt"),
            gap: GAP,
            answer: "x.square().sum()",
            check: include_str!("skeleton/gradient.check.txt"),
        },
        Sort::Model => Kit {
            exercise: include_str!("skeleton/model.exercise.txt"),
            gap: "Linear<4, 3>",
            answer: "((Linear<4, 8>, ReLU), Linear<8, 3>)",
            check: include_str!("skeleton/model.check.txt"),
        },
        Sort::Training => Kit {
            exercise: include_str!("skeleton/training.exercise.txt"),
            gap: GAP,
            answer: "let mut x = 0.0;
    for step in 0..steps {
        report::metric(\"loss\", step, (x - target) * (x - target));
        x -= 0.1 * 2.0 * (x - target);
    }
    x",
            check: include_str!("skeleton/training.check.txt"),
        },
        Sort::Composes => Kit {
            exercise: include_str!("skeleton/composes.exercise.txt"),
            gap: GAP,
            answer: "x * 2.0",
            check: include_str!("skeleton/function.check.txt"),
        },
        Sort::Hunt => Kit {
            exercise: include_str!("skeleton/hunt.exercise.txt"),
            gap: "x[1..].iter()",
            answer: "x.iter()",
            check: include_str!("skeleton/hunt.check.txt"),
        },
        Sort::Catch => Kit {
            exercise: include_str!("skeleton/catch.exercise.txt"),
            gap: GAP,
            answer: "let mean = x.iter().sum::<f32>() / x.len() as f32;
    (claimed - mean).abs() <= 1e-4 * mean.abs()",
            check: include_str!("skeleton/catch.check.txt"),
        },
    }
}

/// How lines break depends on how long the name is, so rustfmt has the last word; where there is none, the text stays as
/// it is.
fn formatted(text: &str) -> String {
    format::formatted(text).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"01_a\"\nteaches = \"x\"\n";

    #[test]
    fn every_kind_is_formatted_and_marked_whatever_its_name() {
        let course = Course::parse(Path::new("/c"), INFO).expect("sound");
        let sorts = [
            Sort::Function,
            Sort::Gradient,
            Sort::Model,
            Sort::Training,
            Sort::Composes,
            Sort::Hunt,
            Sort::Catch,
        ];
        for sort in sorts {
            for name in [
                "f",
                "a_name",
                "quite_a_long_name_for_an_exercise_that_goes_on_and_on",
            ] {
                let made = skeleton(&course, INFO, "02_b", name, sort).expect("made");
                for text in [&made.exercise, &made.solution, &made.check, &made.info] {
                    assert!(text.contains("EDIT") && text.contains(name), "{text}");
                }
                for text in [made.exercise, made.solution, made.check] {
                    assert_eq!(format::formatted(&text).expect("it parses"), text);
                }
                Course::parse(Path::new("/c"), &made.info).expect("still sound");
            }
        }
    }

    #[test]
    fn a_composed_exercise_includes_the_last_one_before_it_and_needs_it() {
        let course = Course::parse(Path::new("/c"), INFO).expect("sound");
        for (chapter, path) in [("01_a", "one.rs"), ("02_b", "../01_a/one.rs")] {
            let made = skeleton(&course, INFO, chapter, "new", Sort::Composes).expect("made");
            for text in [&made.exercise, &made.solution] {
                let attribute = format!("#[path = \"{path}\"]\n");
                assert!(
                    text.contains(&attribute) && text.contains("\npub mod one;\n"),
                    "{text}"
                );
            }
            let after = Course::parse(Path::new("/c"), &made.info).expect("sound");
            assert_eq!(after.exercise("new").expect("there").needs, ["one"]);
        }
        let empty = Course::parse_unfinished(Path::new("/c"), "format = 2\ntitle = \"T\"\n");
        let empty = empty.expect("sound");
        let refused = skeleton(&empty, "", "01_a", "new", Sort::Composes);
        assert!(refused.expect_err("none").next.contains("--kind function"));
    }

    #[test]
    fn a_name_that_is_none_is_refused_with_the_mend() {
        let course = Course::parse(Path::new("/c"), INFO).expect("sound");
        let table = [
            ("02_b", "match"),
            ("02_b", "build"),
            ("02_b", "1st"),
            ("02_b", "Upper"),
            ("02_b", ""),
            ("..", "fine"),
            ("01_a", "one"),
        ];
        for (chapter, name) in table {
            let refused = skeleton(&course, INFO, chapter, name, Sort::Function);
            let problem = refused.expect_err(name);
            assert!(!problem.next.is_empty(), "{problem}");
        }
    }
}
