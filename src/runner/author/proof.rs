//! Proves the checks of a course: unsolved does not pass, the solution does, every mistake is rejected and named.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use super::{manifest, splice};
use crate::runner::build::{BuildEvent, Built, Workshop, build};
use crate::runner::check::{CheckRequest, judge_program};
use crate::runner::course::{Course, Exercise};
use crate::runner::event::Level;
use crate::runner::judge::{answers_of_mistake, judge};
use crate::runner::outcome::{CheckState, Outcome, Verdict};
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::reference;
use crate::sheet::Check;

/// What was found about one exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The exercise.
    pub exercise: String,
    /// Mistakes that were rejected and named, in all seeds together counted once.
    pub mistakes: usize,
    /// Seeds on which the solution passed.
    pub seeds: usize,
    /// What is wrong, in sentences. Empty for a proven exercise.
    pub faults: Faults,
}

/// Sentences for the author.
pub type Faults = Vec<String>;

/// Proves the exercises `names`, each solution on every seed of `seeds`. `said` hears what is being done.
///
/// Everything is built with two calls of cargo.
pub fn prove(
    course: &Arc<Course>,
    names: &[String],
    seeds: &[u64],
    said: &mut dyn FnMut(&str),
) -> Result<Vec<Proof>, Problem> {
    let exercises: Vec<&Exercise> = names
        .iter()
        .map(|name| {
            course.exercise(name).ok_or_else(|| {
                Problem::new(
                    format!("There is no exercise `{name}`."),
                    "type `gradlings list`",
                )
            })
        })
        .collect::<Result<_, _>>()?;
    let mut proofs: Vec<Proof> = names
        .iter()
        .map(|name| Proof {
            exercise: name.clone(),
            mistakes: 0,
            seeds: 0,
            faults: Vec::new(),
        })
        .collect();

    said("building the exercises and their solutions");
    let programs: Vec<String> = exercises
        .iter()
        .flat_map(|exercise| [exercise.name.clone(), reference::program_name(exercise)])
        .collect();
    let built = build_all(course, &Workshop::of(course), &programs, &mut proofs)?;

    said("building candidates from the solutions");
    let folder = course.state_folder().join("proof");
    fs::create_dir_all(&folder).map_err(|error| {
        Problem::new(
            format!("It cannot be made: {error}."),
            "type `gradlings doctor`",
        )
        .at(folder.display())
    })?;
    let mut spliced = Vec::new();
    for (exercise, proof) in exercises.iter().zip(&mut proofs) {
        let read = |path: PathBuf| fs::read_to_string(path).map_err(|error| error.to_string());
        let text = read(course.solution_path(exercise)).and_then(|solution| {
            splice::candidate(&solution, &read(course.exercise_path(exercise))?)
        });
        match text {
            Ok(text) => {
                // `include_bytes!` in a solution is relative to its own folder.
                let text = text.replace(
                    "include_bytes!(\"../",
                    &format!(
                        "include_bytes!(\"{}/",
                        course.root.join("solutions").display()
                    ),
                );
                manifest::write_file(&folder.join(format!("{}.rs", exercise.name)), &text)?;
                spliced.push(exercise.name.clone());
            }
            Err(why) => proof
                .faults
                .push(format!("No candidate could be made: {why}.")),
        }
    }
    manifest::write(course, &folder, &spliced)?;
    let workshop = Workshop {
        quick: false,
        untrusted: false,
        manifest: folder.join("Cargo.toml"),
        target: Workshop::of(course).target,
    };
    let candidates: Vec<String> = spliced
        .iter()
        .map(|name| manifest::program_name(name))
        .collect();
    let made = build_all(course, &workshop, &candidates, &mut proofs)?;

    let program = |list: &[(String, PathBuf)], name: &str| {
        list.iter()
            .find(|(other, _)| other == name)
            .map(|(_, path)| path.clone())
    };
    for (exercise, proof) in exercises.iter().zip(&mut proofs) {
        said(&format!("proving {}", exercise.name));
        let unsolved = program(&built, &exercise.name);
        let reference = program(&built, &reference::program_name(exercise));
        let candidate = program(&made, &manifest::program_name(&exercise.name));
        let (Some(unsolved), Some(reference), Some(candidate)) = (unsolved, reference, candidate)
        else {
            continue;
        };
        for (round, &seed) in seeds.iter().enumerate() {
            let sheet = sheet(course, exercise, seed, &reference)?;
            let run = |executable| {
                let request = CheckRequest {
                    course: Arc::clone(course),
                    exercise: exercise.name.clone(),
                    seed,
                };
                judge_program(&request, executable, &sheet, &Stop::default(), &mut |_| {})
            };
            if round == 0 {
                proof.unsolved(&run(&unsolved));
            }
            proof.solved(seed, &run(&candidate));
            for check in &sheet {
                proof.rejected(seed, check, round == 0);
            }
        }
    }
    Ok(proofs)
}

impl Proof {
    fn unsolved(&mut self, outcome: &Outcome) {
        if outcome.verdict == Verdict::Passed {
            self.faults.push("The unsolved exercise passes.".to_owned());
        }
    }

    fn solved(&mut self, seed: u64, outcome: &Outcome) {
        if outcome.verdict == Verdict::Passed {
            self.seeds += 1;
            return;
        }
        let why: Vec<String> = outcome
            .checks
            .iter()
            .filter_map(|check| {
                let diagnosis = check.diagnosis.as_ref()?;
                let case = check
                    .numbers
                    .as_ref()
                    .map_or("", |numbers| numbers.case.as_str());
                Some(format!("{} ({case}): {}", check.name, diagnosis.message))
            })
            .chain(outcome.message.clone())
            .collect();
        self.faults.push(format!(
            "With seed {seed} the solution is {}: {}",
            outcome.verdict.word(),
            why.join("; ")
        ));
    }

    /// Every mistake of a check, judged by the answers the reference gave for it.
    fn rejected(&mut self, seed: u64, check: &Check, count: bool) {
        for (number, mistake) in check.mistakes.iter().enumerate() {
            let answers = answers_of_mistake(check, number);
            let outcome = judge(check, &answers);
            let id = outcome
                .diagnosis
                .as_ref()
                .and_then(|diagnosis| diagnosis.id.as_deref());
            let what = format!(
                "With seed {seed}, the mistake `{}` of `{}`",
                mistake.id, check.name
            );
            if outcome.state == CheckState::Passed {
                self.faults.push(format!("{what} passes."));
            } else if id != Some(mistake.id.as_str()) {
                let said = outcome
                    .diagnosis
                    .map_or_else(String::new, |found| found.message);
                self.faults
                    .push(format!("{what} is not named, but called: {said}"));
            } else if count {
                self.mistakes += 1;
            }
        }
    }
}

fn sheet(
    course: &Course,
    exercise: &Exercise,
    seed: u64,
    executable: &std::path::Path,
) -> Result<Vec<Check>, Problem> {
    if let Some(sheet) = reference::cached(course, exercise, seed) {
        return Ok(sheet);
    }
    let asked = reference::ask(
        course,
        exercise,
        seed,
        executable,
        &Stop::default(),
        &mut |_, _| {},
    )?;
    Ok(asked.unwrap_or_default())
}

/// Builds everything with one call of cargo; what does not compile becomes a fault of its exercise.
fn build_all(
    course: &Course,
    workshop: &Workshop,
    programs: &[String],
    proofs: &mut [Proof],
) -> Result<Vec<(String, PathBuf)>, Problem> {
    let budget = course
        .exercises
        .iter()
        .map(|exercise| exercise.budget.build)
        .sum();
    let built = build(workshop, programs, budget, &Stop::default(), &mut |event| {
        if let BuildEvent::Message { program, message } = event
            && message.level == Level::Error
        {
            let of = |proof: &&mut Proof| {
                let name = proof.exercise.as_str();
                program.strip_suffix("_solution").unwrap_or(&program) == name
                    || manifest::program_name(name) == program
            };
            if let Some(proof) = proofs.iter_mut().find(of) {
                let place = message.place.unwrap_or_default();
                proof.faults.push(format!("{place}: {}", message.summary));
            }
        }
    })?;
    match built {
        Built::Done(programs) | Built::Errors(programs) => Ok(programs),
        Built::TimedOut | Built::OutOfMemory | Built::Cancelled => Err(Problem::new(
            "The compiler was stopped before the exercises were built.",
            "raise `build_seconds` in `info.toml`",
        )),
    }
}
