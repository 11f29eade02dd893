//! Programs made from the course's own exercises with a mistake in each, and what the real compiler says of them.

pub mod families;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use gradlings::runner::build::{BuildEvent, Built, Workshop, build};
use gradlings::runner::course::Course;
use gradlings::runner::event::CompilerMessage;
use gradlings::runner::process::Stop;
use gradlings::runner::source::Source;
use serde::Deserialize;

/// A mistake of a family's table.
#[derive(Debug, Deserialize)]
pub struct Mistake {
    /// The table it stands in, seen from the root of the repository.
    #[serde(skip)]
    pub file: String,
    /// What it is.
    pub name: String,
    /// The exercise in which it is made.
    pub exercise: String,
    /// Code of a right answer.
    pub from: String,
    /// What stands there instead.
    pub to: String,
    /// More replacements.
    #[serde(default)]
    pub also: Vec<(String, String)>,
    /// Words of the sentence above one of the compiler's messages.
    pub says: Vec<String>,
    /// Words that stand in no sentence: what would be said of a mistake that looks alike, or once was, falsely.
    #[serde(default)]
    pub never: Vec<String>,
}

/// What people write who come from another language, or from the first pages of a book about Rust.
#[derive(Debug, Deserialize)]
pub struct Habit {
    /// The table it stands in, seen from the root of the repository.
    #[serde(skip)]
    pub file: String,
    /// What it is.
    pub name: String,
    /// The body of a function.
    pub code: String,
    /// What it returns.
    #[serde(default = "number")]
    pub result: String,
    /// Words of the sentence above one of the compiler's messages.
    pub says: Vec<String>,
    /// Words that stand in no sentence about it.
    #[serde(default)]
    pub never: Vec<String>,
    /// A body that looks alike, of which no sentence says the same.
    pub near: String,
}

fn number() -> String {
    "f32".to_owned()
}

/// The function around a habit. It has something of every kind at hand.
const AROUND: &str = "\
#![allow(unused, dead_code)]

use gradlings::prelude::*;

fn habit(
    xs: Vec<f32>,
    ys: &[f32],
    rows: Vec<Vec<f32>>,
    places: Vec<usize>,
    words: Vec<String>,
    text: &str,
    n: usize,
    k: usize,
    step: i64,
    count: i32,
    x: f32,
    y: f32,
    precise: f64,
    matrix: Matrix,
    vector: Vector,
    maybe: Option<f32>,
    flag: bool,
) -> RESULT {
BODY}

pub fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
    (prediction - target).square().mean()
}

fn main() {
    Exercise::new().offer(\"mse\", gradient(mse)).serve()
}
";

impl Habit {
    /// A whole program with this body in it.
    pub fn program(&self, body: &str) -> Program {
        let lines = body.trim_end().lines();
        let body: String = lines.map(|line| format!("    {line}\n")).collect();
        let text = AROUND.replace("RESULT", &self.result);
        Program {
            exercise: "mse".to_owned(),
            text: text.replace("BODY", &body),
        }
    }
}

/// A program, and the exercise in whose place it stands: what it includes is found from there.
pub struct Program {
    pub exercise: String,
    pub text: String,
}

/// The course of this repository.
pub fn course() -> Course {
    Course::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the course is sound")
}

/// A right answer to an exercise, as a learner would have it.
pub fn answer(course: &Course, exercise: &str) -> String {
    let exercise = course
        .exercise(exercise)
        .expect("an exercise of the course");
    fs::read_to_string(course.solution_path(exercise)).expect("readable")
}

/// A right answer with the mistake in it.
pub fn with(mistake: &Mistake, answer: &str) -> String {
    let code = answer
        .find("use gradlings::prelude")
        .expect("it imports the library");
    let (lesson, mut text) = (&answer[..code], answer[code..].to_owned());
    let all = std::iter::once((&mistake.from, &mistake.to));
    for (from, to) in all.chain(mistake.also.iter().map(|(from, to)| (from, to))) {
        assert!(
            text.contains(from),
            "{}, {}: the answer has no `{from}`",
            mistake.file,
            mistake.name
        );
        text = text.replacen(from, to, 1);
    }
    format!("{lesson}{text}")
}

/// What the compiler says of each program, and which programs were built.
pub fn compile(
    course: &Course,
    programs: &BTreeMap<String, Program>,
) -> (BTreeMap<String, Vec<CompilerMessage>>, Vec<String>) {
    let waiting = Mutex::new(programs.iter());
    let done = Mutex::new((BTreeMap::new(), Vec::new()));
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let next = waiting.lock().expect("nobody panicked").next();
                    let Some((name, program)) = next else {
                        return;
                    };
                    let (said, is_built) = compile_one(course, name, program);
                    let mut done = done.lock().expect("nobody panicked");
                    if is_built {
                        done.1.push(name.clone());
                    }
                    if !said.is_empty() {
                        done.0.insert(name.clone(), said);
                    }
                }
            });
        }
    });
    done.into_inner().expect("nobody panicked")
}

fn compile_one(course: &Course, name: &str, program: &Program) -> (Vec<CompilerMessage>, bool) {
    // Nothing is run, so nothing need be optimised, whatever the text says.
    let workshop = Workshop::of_references(course).quick_unless(false);
    let place = course.exercise(&program.exercise);
    let place = place.expect("an exercise of the course");
    let source = Source::in_place_of_solution(course, place, name, program.text.clone());
    let budget = Duration::from_secs(300);
    let mut said = Vec::new();
    let built = build(&workshop, source, budget, &Stop::default(), &mut |event| {
        if let BuildEvent::Message(message) = event {
            said.push(message);
        }
    });
    match built {
        Ok(Built::Done(_)) => (said, true),
        Ok(Built::Errors(_)) => (said, false),
        Ok(_) => panic!("{name}: the build was stopped"),
        Err(problem) => panic!("{name}: {problem}"),
    }
}
