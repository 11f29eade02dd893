//! Proves a course: its texts and its folder by looking, its checks by building and running them.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::builds::{self, Programs};
pub use super::proven::{Given, Proof};
use super::{folder, format, glossary, hints, lesson, metadata, pages, trial};
use crate::runner::closed;
use crate::runner::course::{Course, Exercise};
use crate::runner::problem::Problem;
use crate::runner::workspace::exercise;

/// What a proof tells on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Everything is being built.
    Building,
    /// An exercise is being proven.
    Begun(String),
    /// An exercise has been proven, or what is wrong with it is known.
    Ended(Proof),
}

/// What was found by looking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// What is wrong.
    pub faults: Vec<Problem>,
    /// What is worth knowing and no fault, with what could be done about it.
    pub notes: Vec<Problem>,
    /// Whether cargo will build any exercise: it refuses all of them where a file of one is missing.
    pub can_be_built: bool,
}

/// Looks for what is wrong with the course apart from its programs: the metadata, the folder, lessons, hints and the
/// glossary. Nothing is built, so it is looked at every time.
pub fn look(course: &Course) -> Looked {
    let info = fs::read_to_string(course.root.join("info.toml")).unwrap_or_default();
    let mut faults = folder::missing(course);
    faults.extend(folder::out_of_step(course));
    let can_be_built = faults.is_empty();
    faults.extend(metadata::faults(course, &info));
    faults.extend(folder::strays(course));
    for exercise in &course.exercises {
        let text = fs::read_to_string(course.exercise_path(exercise)).unwrap_or_default();
        let solution = closed::read_text(&course.root, exercise.solution()).unwrap_or_default();
        // A file that is missing or empty has been told of.
        if text.trim().is_empty() || solution.trim().is_empty() {
            continue;
        }
        faults.extend(lesson::faults(
            &text,
            &course.exercise_path(exercise),
            &exercise.path(),
        ));
        if exercise::lesson(&text) != exercise::lesson(&solution) {
            let problem = Problem::new(
                format!(
                    "The solution of `{}` has another lesson than the exercise.",
                    exercise.name
                ),
                "type `gradlings dev update`, which copies the lesson of the exercise",
            );
            faults.push(problem.at(exercise.solution()));
        }
        let line = metadata::line_of(&info, "[[exercises]]", &exercise.name);
        faults.extend(metadata::usable(exercise, &text, line));
        let checks = fs::read_to_string(course.check_path(exercise)).unwrap_or_default();
        faults.extend(metadata::hints_without_check(
            exercise,
            [&text, &checks],
            line,
        ));
        let texts: Vec<String> = exercise.hints.iter().map(ToString::to_string).collect();
        for (function, hint) in hints::given_away(&texts, &text, &solution) {
            let problem = Problem::new(
                format!(
                    "With hint {hint} of `{}`, the hints give all of `{function}` away.",
                    exercise.name
                ),
                "leave a step to the learner",
            );
            faults.push(problem.at(format_args!("info.toml:{line}")));
        }
    }
    faults.extend(glossary::faults(course));
    let (wrong, mut notes) = pages::look(course);
    faults.extend(wrong);
    notes.extend(metadata::notes(course, &info));
    Looked {
        faults,
        notes,
        can_be_built,
    }
}

/// On how many seeds an exercise is proven.
pub type Seeds<'a> = dyn Fn(&Exercise) -> u64 + Sync + 'a;

/// On how many seeds an exercise has to pass before it is remembered as proven: few where each of them is a training.
pub fn enough(exercise: &Exercise) -> u64 {
    if exercise.trains { 3 } else { 20 }
}

/// Proves the exercises `names`, each solution on as many seeds as `seeds` says. `told` hears of each as soon as it is known.
///
/// As many exercises are built, and then tried, at once as there are processors.
pub fn prove(
    course: &Arc<Course>,
    names: &[String],
    seeds: &Seeds<'_>,
    told: &(dyn Fn(Step) + Sync),
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
    let mut proofs: Vec<Proof> = exercises
        .iter()
        .map(|exercise| Proof {
            exercise: exercise.name.clone(),
            mistakes: 0,
            seeds: 0,
            faults: Vec::new(),
            notes: edits(course, exercise),
            given: None,
        })
        .collect();
    if exercises.is_empty() {
        proofs.iter().cloned().map(Step::Ended).for_each(told);
        return Ok(proofs);
    }
    unformatted(course, &exercises, &mut proofs);
    told(Step::Building);
    let programs = builds::all(course, &exercises, &mut proofs)?;
    try_all(course, &exercises, &programs, seeds, &mut proofs, told)?;
    Ok(proofs)
}

fn try_all(
    course: &Arc<Course>,
    exercises: &[&Exercise],
    programs: &[Option<Programs>],
    seeds: &Seeds<'_>,
    proofs: &mut [Proof],
    told: &(dyn Fn(Step) + Sync),
) -> Result<(), Problem> {
    let jobs: Vec<_> = exercises.iter().zip(programs).zip(proofs).collect();
    let jobs: Vec<Mutex<_>> = jobs.into_iter().map(Mutex::new).collect();
    let patient = Arc::new(trial::patient(course));
    let left = AtomicUsize::new(jobs.len());
    let work = || -> Result<(), Problem> {
        // From the last to the first: later exercises take longer, and a long one at the end would keep one processor
        // busy alone.
        while let Ok(before) = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
            left.checked_sub(1)
        }) {
            let mut job = jobs[before - 1]
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            let ((exercise, programs), proof) = &mut *job;
            if let Some(programs) = programs {
                told(Step::Begun(exercise.name.clone()));
                let tried: Vec<u64> = (0..seeds(exercise)).collect();
                if let Err(problem) =
                    trial::hold(course, &patient, exercise, programs, &tried, proof)
                {
                    // A reference that breaks is a fault of its exercise; the others can be proven all the same.
                    proof.faults.push(problem);
                }
            }
            told(Step::Ended(proof.clone()));
        }
        Ok(())
    };
    let workers = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    thread::scope(|scope| {
        let running: Vec<_> = (0..workers.min(jobs.len()))
            .map(|_| scope.spawn(work))
            .collect();
        running
            .into_iter()
            .try_for_each(|worker| match worker.join() {
                Ok(done) => done,
                Err(_) => Err(Problem::new(
                    "The proof itself broke.",
                    "this is an error of gradlings; report it with what is written above",
                )),
            })
    })
}

/// What rustfmt would change becomes a fault.
fn unformatted(course: &Course, exercises: &[&Exercise], proofs: &mut [Proof]) {
    let files: Vec<String> = exercises
        .iter()
        .flat_map(|exercise| [exercise.path(), exercise.solution(), exercise.check()])
        .filter(|path| course.root.join(path).is_file())
        .collect();
    match format::faults(&course.root, &files) {
        Some(faults) => {
            for fault in faults {
                let place = fault.place.clone().unwrap_or_default();
                let is_of = |exercise: &&Exercise| {
                    place.starts_with(&format!("{}:", exercise.path()))
                        || place.starts_with(&format!("{}:", exercise.solution()))
                        || place.starts_with(&format!("{}:", exercise.check()))
                };
                if let Some(at) = exercises.iter().position(is_of) {
                    proofs[at].faults.push(fault);
                }
            }
        }
        None => proofs[0].notes.push(
            "There is no rustfmt, so whether the code is formatted was not looked at: `rustup component add rustfmt`."
                .to_owned(),
        ),
    }
}

/// How many places are still marked `EDIT`.
fn edits(course: &Course, exercise: &Exercise) -> Vec<String> {
    let mut notes = Vec::new();
    for path in [exercise.path(), exercise.solution(), exercise.check()] {
        let text = fs::read_to_string(course.root.join(&path)).unwrap_or_default();
        let lines: Vec<String> = text
            .lines()
            .enumerate()
            .filter(|(_, line)| line.contains("EDIT:"))
            .map(|(number, _)| (number + 1).to_string())
            .collect();
        if !lines.is_empty() {
            notes.push(format!(
                "{path} has marks to edit: lines {}.",
                lines.join(", ")
            ));
        }
    }
    let hints = exercise.hints.iter().map(|hint| &hint.text);
    let entry = hints.chain([&exercise.teaches]);
    if entry.into_iter().any(|text| text.contains("EDIT:")) {
        notes.push("Its entry in info.toml has marks to edit.".to_owned());
    }
    notes
}
