//! Which functions of a learner's file call which: a check whose function calls one that fails is not explained by itself.
//!
//! The text is only looked through for words, so a call that a macro writes is not seen. What is not seen is explained as
//! if it stood alone.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::runner::tokens::{Code, Function, TokenKind};

/// The functions of one file.
#[derive(Clone, Debug, Default)]
pub struct Calls {
    /// For each function, the functions of the file that it calls.
    called: BTreeMap<String, BTreeSet<String>>,
    /// For each name under which something is offered, the functions of the file that stand there.
    offered: BTreeMap<String, BTreeSet<String>>,
}

impl Calls {
    /// Those of a program.
    pub fn of(program: &str) -> Calls {
        let code = Code::of(program);
        let places = 0..code.tokens.len();
        let functions = places.clone().filter_map(|at| code.function(at));
        let functions = Vec::from_iter(functions);
        let mut called: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for function in &functions {
            // Methods of several types may have one name.
            let calls = called.entry(function.name.to_owned()).or_default();
            calls.extend(names_called(&code, &function.body, &functions));
        }
        let offers = places.filter_map(|at| offer(&code, at));
        let offered = offers.map(|(name, what)| {
            let words = what.map(|at| code.word(at).to_owned());
            (name, words.filter(|it| called.contains_key(it)).collect())
        });
        Calls {
            offered: offered.collect(),
            called,
        }
    }

    /// Whether what is offered as `later` calls, itself or through others, what is offered as `earlier`.
    pub fn reaches(&self, later: &str, earlier: &str) -> bool {
        if later == earlier {
            return false;
        }
        let (Some(from), Some(wanted)) = (self.offered.get(later), self.offered.get(earlier))
        else {
            return false;
        };
        let mut seen = BTreeSet::new();
        let mut open: Vec<&String> = from.iter().collect();
        while let Some(name) = open.pop() {
            if seen.insert(name) {
                open.extend(self.called.get(name).into_iter().flatten());
            }
        }
        wanted.iter().any(|name| seen.contains(name))
    }
}

/// Which of the functions are called in a body: what is followed by a bracket, or by types and a bracket, or handed on by
/// its name alone. Behind a dot stands a method: `rows.next()` does not call a function `next` of the file.
fn names_called(
    code: &Code<'_>,
    body: &Range<usize>,
    functions: &[Function<'_>],
) -> BTreeSet<String> {
    let is_bound = |name: &str| {
        let mut places = body.clone().filter(|at| code.word(*at) == name);
        places.any(|at| ["let", "mut"].contains(&code.before(at)))
    };
    let is_method = |function: &Function<'_>| {
        let mut parameters = function.parameters.clone();
        parameters.any(|at| code.word(at) == "self")
    };
    let is_of_the_file = |at: usize| {
        let mut named = functions.iter().filter(|it| it.name == code.word(at));
        named.any(|function| code.before(at) != "." || is_method(function))
    };
    let is_called = |at: usize| match code.word(at + 1) {
        "(" | "::" => true,
        ")" | "," => ["(", ","].contains(&code.before(at)) && !is_bound(code.word(at)),
        _ => false,
    };
    let called = body
        .clone()
        .filter(|at| is_of_the_file(*at) && is_called(*at));
    called.map(|at| code.word(at).to_owned()).collect()
}

/// The name and the tokens behind it of the offer that begins here: `.offer("mse", gradient(mse))`.
fn offer(code: &Code<'_>, at: usize) -> Option<(String, Range<usize>)> {
    let name = code.tokens.get(at + 2)?;
    let is_offer =
        code.word(at) == "offer" && code.word(at + 1) == "(" && name.kind == TokenKind::Text;
    let end = code.partner(at + 1).filter(|_| is_offer)?;
    Some((name.text.trim_matches('"').to_owned(), at + 3..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROGRAM: &str = r##"
        //! `fn attention() { scores() }` is only a comment, and so is /* this /* { */ */.
        pub fn scores<T: Tape<f32>>(q: &'a Batch<T>) -> Batch<T> { q.matmul('{', "}", r#"{"#) }
        fn helper(x: f32) -> f32 { largest(x) * scores::<NoneTape>(x) }
        fn largest(row: f32) -> f32 { row }
        pub fn attend(x: f32) -> f32 { let scores = x; twice(scores, largest) }
        pub fn attention(x: f32) -> f32 where f32: Copy { helper(x) }
        impl Mlp { fn forward(self) {} }
        fn weighted(network: Mlp) { network.forward(); }
        fn next(x: usize) -> usize { x + 1 }
        fn first(rows: Rows) -> f32 { rows.next() + rows.iter().map(f).sum() }
        fn counted(x: usize) -> usize { (0..next(x)).count() }
        fn main() {
            Exercise::new()
                .offer("scores", gradient(scores))
                .offer("attend", gradient(attend))
                .offer("attention", gradient(attention))
                .offer("forward", function(|x| Mlp { x }.forward()))
                .offer("gradients", gradient(weighted))
                .offer("largest", function(largest))
                .offer("next", function(next))
                .offer("first", function(first))
                .offer("counted", function(counted))
                .serve()
        }
    "##;

    #[test]
    fn a_function_reaches_those_that_it_calls_itself_or_through_others() {
        let calls = Calls::of(PROGRAM);
        let table = [
            ("attention", "scores", true),
            ("attention", "largest", true),
            ("gradients", "forward", true),
            ("attend", "largest", true),
            // A variable of that name is no call.
            ("attend", "scores", false),
            // Nor is a method of another type; behind the dots of a range stands a function.
            ("first", "next", false),
            ("counted", "next", true),
            ("scores", "attention", false),
            ("attention", "attend", false),
            ("forward", "gradients", false),
            // A function that is checked twice is not the cause of itself.
            ("scores", "scores", false),
            ("attention", "unknown", false),
        ];
        for (later, earlier, reaches) in table {
            assert_eq!(calls.reaches(later, earlier), reaches, "{later} {earlier}");
        }
    }

    #[test]
    fn a_text_that_is_no_program_has_no_calls() {
        for text in [
            "",
            "fn",
            "fn f(",
            "fn f() {",
            ".offer(\"f\"",
            "\"",
            "'",
            "/*",
            "r#\"",
            "}}} fn f() {}",
        ] {
            assert!(!Calls::of(text).reaches("f", "g"), "{text}");
        }
    }
}
