//! Every piece of code in a lesson or in a hint is right: it stands word for word in the solution, or it is compiled here.
//!
//! Names, numbers and shapes are no code, and neither is what `snippets_support/table.toml` lists as a formula. For the rest,
//! the table says what a snippet needs around it. All of them are compiled as one program, each beside its solution, so that
//! it sees what a learner's code would see.
#![cfg(feature = "runner")]

#[path = "snippets_support/mod.rs"]
mod support;

use std::path::Path;

use gradlings::runner::course::Course;
use support::found::{Snippet, snippets};
use support::program::{Program, compile};
use support::solution::Solution;
use support::table::{Context, Table, table};

const TABLE: &str = "tests/snippets_support/table.toml";

#[test]
fn every_snippet_of_a_lesson_or_a_hint_compiles() {
    let course = Course::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the course is sound");
    let (mut faults, mut found) = (Vec::new(), 0);
    let mut program = Program::default();
    let mut table = table();
    for exercise in &course.exercises {
        let solution = Solution::of(&course, exercise);
        let snippets = snippets(&course, exercise);
        found += snippets.len();
        let entry = table.remove(&exercise.name).unwrap_or_default();
        let sorted = sort(&snippets, &entry, &solution);
        let name = &exercise.name;
        faults.extend(sorted.faults.iter().map(|it| format!("{name}: {it}")));
        program.add(name, &solution, &sorted.to_compile);
    }
    let others = table.keys();
    faults.extend(others.map(|it| format!("{TABLE} has `{it}`, which is no exercise: delete it")));
    let compiled = program.len();
    faults.extend(compile(&course, "snippets", &program));
    println!("{found} snippets, of which {compiled} were compiled in a context");
    assert!(found > 300, "only {found} snippets were found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What the snippets of one exercise come to.
#[derive(Default)]
struct Sorted<'a> {
    to_compile: Vec<&'a Context>,
    faults: Vec<String>,
}

fn sort<'a>(snippets: &[Snippet], entry: &'a Table, solution: &Solution) -> Sorted<'a> {
    let mut sorted = Sorted::default();
    let is_found = |text: &String| {
        snippets
            .iter()
            .any(|it| it.code == *text && !solution.has(text))
    };
    for text in entry.formulas.iter().filter(|it| !is_found(it)) {
        sorted.faults.push(format!(
            "{TABLE} lists the formula `{text}`, which is no code, stands in the solution, or is gone: delete it"
        ));
    }
    for context in &entry.code {
        if !is_found(&context.snippet) {
            sorted.faults.push(format!(
                "{TABLE} has a context for `{}`, which is no code, stands in the solution, or is gone: delete it",
                context.snippet
            ));
        } else if !solution.has(&context.filled()) {
            sorted.to_compile.push(context);
        }
    }
    for Snippet { place, code } in snippets {
        let is_listed =
            entry.formulas.contains(code) || entry.code.iter().any(|it| it.snippet == *code);
        if !is_listed && !solution.has(code) {
            sorted.faults.push(format!(
                "{place} has `{code}`, which is not in the solution: add what it needs to compile to `code` in {TABLE}, \
                 or add it to `formulas` where it is no Rust"
            ));
        }
    }
    sorted
}

#[test]
fn what_is_neither_in_the_solution_nor_in_the_table_is_a_fault_and_so_is_what_is_left_over() {
    let solution = Solution::from("let shape = *x.shape();\n// y.shape()\nlet z = max.abs();");
    let snippet = |code: &str| Snippet {
        place: "hint 1".to_owned(),
        code: code.to_owned(),
    };
    let entry: Table = toml::from_str(
        "formulas = ['exp(x)', 'gone(x)']\n\
         code = [{ snippet = 'y.shape()', given = 'y: Matrix' }, { snippet = '*x.shape()' }]",
    )
    .expect("a table");
    let told = |snippets: &[&str]| {
        let snippets: Vec<Snippet> = snippets.iter().map(|it| snippet(it)).collect();
        sort(&snippets, &entry, &solution).faults.join("\n")
    };
    let faults = told(&["exp(x)", "*x.shape()", "y.shape()", "x.abs()"]);
    for part in [
        "formula `gone(x)`",
        "context for `*x.shape()`",
        "hint 1 has `x.abs()`",
    ] {
        assert!(faults.contains(part), "{part} is not in:\n{faults}");
    }
    assert_eq!(faults.lines().count(), 3, "{faults}");
}

#[test]
fn what_does_not_compile_is_a_fault_and_so_is_what_compiles_although_it_is_shown_as_a_mistake() {
    let course = Course::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the course is sound");
    let entry: Table = toml::from_str(
        "code = [
            { snippet = 'x.squared()', given = 'x: Matrix<T>' },
            { snippet = 'x.square() ... x', given = 'x: Matrix', fill = ['+'], refused = 'use of moved value: `x`' },
            { snippet = 'x + 1.0', given = 'x: Matrix', refused = 'use of moved value: `x`' },
            { snippet = 'x.exp()', given = 'x: Matrix<T>', within = 'let _: Matrix<T> = $;' },
        ]",
    )
    .expect("a table");
    let solution = Solution::from("use gradlings::prelude::*;\n");
    let mut program = Program::default();
    program.add("any", &solution, &entry.code.iter().collect::<Vec<_>>());
    let faults = compile(&course, "snippets_with_faults", &program);
    assert_eq!(faults.len(), 2, "{}", faults.join("\n"));
    assert!(faults[0].starts_with("any: `x.squared()` does not compile:\n"));
    let says = "any: `x + 1.0`: rustc does not say \"use of moved value: `x`\"";
    assert_eq!(faults[1], says);
}
