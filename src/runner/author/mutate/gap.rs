//! What a learner writes: the functions, constants and types of a solution that the exercise does not have as they are.

use std::ops::Range;

use crate::runner::tokens::Code;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap<'a> {
    /// Its name.
    pub name: &'a str,
    /// Of a function the tokens between the parentheses behind its name; a constant or a type has none.
    pub parameters: Option<Range<usize>>,
    /// The tokens of its body without the braces, or what stands behind the `=`.
    pub body: Range<usize>,
}

/// What the solution has and the exercise has not, or has otherwise. `main` only offers it.
pub fn gaps<'a>(solution: &Code<'a>, exercise: &Code<'_>) -> Vec<Gap<'a>> {
    let given: Vec<(String, String)> = items(exercise)
        .iter()
        .map(|gap| (gap.name.to_owned(), words(exercise, gap)))
        .collect();
    let mut found = items(solution);
    found.retain(|gap| {
        let text = words(solution, gap);
        let is_given = |(name, other): &(String, String)| name == gap.name && *other == text;
        gap.name != "main" && !given.iter().any(is_given)
    });
    found
}

/// Its tokens, so that neither comments nor line breaks matter.
fn words(code: &Code<'_>, gap: &Gap<'_>) -> String {
    let all = gap.parameters.iter().chain([&gap.body]).cloned().flatten();
    let words: Vec<&str> = all.map(|at| code.word(at)).collect();
    words.join(" ")
}

fn items<'a>(code: &Code<'a>) -> Vec<Gap<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < code.tokens.len() {
        let item = match code.word(at) {
            "fn" => function(code, at),
            "const" | "static" | "type" => definition(code, at),
            _ => None,
        };
        match item {
            Some(gap) => {
                at = gap.body.end + 1;
                found.push(gap);
            }
            None => at += 1,
        }
    }
    found
}

fn function<'a>(code: &Code<'a>, at: usize) -> Option<Gap<'a>> {
    let function = code.function(at)?;
    Some(Gap {
        name: function.name,
        parameters: Some(function.parameters),
        body: function.body,
    })
}

fn definition<'a>(code: &Code<'a>, at: usize) -> Option<Gap<'a>> {
    let equals = code.find(at, &["=", ";"])?;
    let end = code.find(equals, &[";"])?;
    (code.word(equals) == "=").then(|| Gap {
        name: code.word(at + 1),
        parameters: None,
        body: equals + 1..end,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_in_both_files_and_main_are_no_gaps() {
        let exercise = Code::of(
            "use x;\nconst A: f32 = 0.1;\nconst B: f32 = 0.1; // choose\ntype N = (A, B);\n\
             fn f<T: Tape<f32>>(x: T) -> T {\n    todo!()\n}\nfn given(x: u8) -> u8 { x }\n\
             impl M { fn g(&self) -> usize { todo!() } }\nfn main() { f(1) }\n",
        );
        let solution = Code::of(
            "use x;\nconst A: f32 = 0.1;\nconst B: f32 = 1e-5;\ntype N = (A, C);\n\
             fn f<T: Tape<f32>>(x: T) -> T {\n    x + 1\n}\nfn given(x: u8) -> u8 {\n    x // as it is\n}\n\
             impl M { fn g(&self) -> usize { self.0 } }\nfn helper() {}\nfn main() { f(2) }\n",
        );
        let found = gaps(&solution, &exercise);
        let found: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|gap| {
                let text = |range: &Range<usize>| match range.is_empty() {
                    true => "",
                    false => solution.between(range.start, range.end - 1),
                };
                (
                    gap.name,
                    gap.parameters.as_ref().map_or("", &text),
                    text(&gap.body),
                )
            })
            .collect();
        let expected = [
            ("B", "", "1e-5"),
            ("N", "", "(A, C)"),
            ("f", "x: T", "x + 1"),
            ("g", "&self", "self.0"),
            ("helper", "", ""),
        ];
        assert_eq!(found, expected);
    }
}
