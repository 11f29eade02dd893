//! Compiles snippets, all in one program.

use std::ops::Range;
use std::time::Duration;

use gradlings::runner::build::{BuildEvent, Built, Workshop, build};
use gradlings::runner::course::Course;
use gradlings::runner::event::{CompilerMessage, Level};
use gradlings::runner::process::Stop;
use gradlings::runner::source::Source;
use gradlings::runner::text;

use super::solution::Solution;
use super::table::Context;

/// A module for each exercise: its solution, and in it a function for each snippet.
#[derive(Default)]
pub struct Program {
    modules: String,
    snippets: Vec<Function>,
}

/// A snippet in the program.
struct Function {
    /// Which one it is.
    name: String,
    lines: Range<usize>,
    /// What rustc has to say of it.
    refused: Option<String>,
}

impl Program {
    pub fn len(&self) -> usize {
        self.snippets.len()
    }

    /// Adds the snippets of an exercise.
    pub fn add(&mut self, exercise: &str, solution: &Solution, snippets: &[&Context]) {
        let solution = with_others(&solution.text);
        self.modules += &format!("pub mod {exercise} {{\n{solution}\n");
        // It is within the solution, because only there it sees what that imports.
        self.modules += "mod snippets {\nuse super::*;\n";
        for (number, context) in snippets.iter().enumerate() {
            let (given, body, from) = (&context.given, context.body(), self.line());
            self.modules +=
                &format!("fn snippet_{number}<T: Tape<f32, Dev>>({given}) {{\n{body}\n}}\n");
            self.snippets.push(Function {
                name: format!("{exercise}: `{}`", context.snippet),
                lines: from..self.line(),
                refused: context.refused.clone(),
            });
        }
        self.modules += "}\n}\n";
    }

    /// The number of the next line, from 1.
    fn line(&self) -> usize {
        self.modules.matches('\n').count() + 1
    }

    /// What is wrong with the snippets, after what rustc says of them.
    fn faults(&self, said: &[CompilerMessage]) -> Vec<String> {
        let mut faults = Vec::new();
        let mut refused: Vec<&Function> = Vec::new();
        for message in said.iter().filter(|it| it.level == Level::Error) {
            let holds = |it: &&Function| message.line.is_some_and(|line| it.lines.contains(&line));
            match self.snippets.iter().find(holds) {
                Some(it) if it.refused.as_ref() == Some(&message.summary) => refused.push(it),
                Some(it) => faults.push(format!(
                    "{} does not compile:\n{}",
                    it.name, message.rendered
                )),
                None => faults.push(format!("beside the snippets:\n{}", message.rendered)),
            }
        }
        for it in &self.snippets {
            if let Some(says) = &it.refused
                && !refused.iter().any(|other| std::ptr::eq(*other, it))
            {
                faults.push(format!("{}: rustc does not say \"{says}\"", it.name));
            }
        }
        faults
    }
}

/// A solution that takes the others it is composed of from this program instead of their files.
fn with_others(solution: &str) -> String {
    let mut text = solution.to_owned();
    while let Some(begin) = text.find("#[path = ") {
        let end = begin + text[begin..].find(';').expect("a module follows");
        let name = text[begin..end].rsplit(' ').next().expect("its name");
        text = format!("{}pub use crate::{name}{}", &text[..begin], &text[end..]);
    }
    text
}

/// Compiles it, and tells what is wrong with it.
///
/// # Panics
/// If it cannot be compiled at all.
pub fn compile(course: &Course, name: &str, program: &Program) -> Vec<String> {
    let place = course.exercises.first().expect("a course has exercises");
    // `main` calls nothing, so rustc checks everything and translates none of it.
    let code = format!("{}fn main() {{}}\n", program.modules);
    let source = Source::in_place_of_solution(course, place, name, code);
    let workshop = Workshop::of_references(course).quick_unless(false);
    let (budget, stop, mut said) = (Duration::from_secs(300), Stop::default(), Vec::new());
    let built = build(&workshop, source, budget, &stop, &mut |event| {
        if let BuildEvent::Message(mut message) = event {
            // It is in no file, so its lines are those of none.
            let rendered = text::plain(&message.rendered);
            message.rendered = rendered.replace(&place.solution(), "the snippets");
            said.push(message);
        }
    });
    match built {
        Ok(Built::Done(_) | Built::Errors(_)) => program.faults(&said),
        Ok(other) => panic!("{name} was not compiled: {other:?}"),
        Err(problem) => panic!("{name} was not compiled: {problem}"),
    }
}
