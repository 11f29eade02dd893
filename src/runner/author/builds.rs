//! Builds what a proof runs: the exercises as they are, their solutions, and candidates made from the solutions.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::proof::Proof;
use super::{manifest, splice};
use crate::runner::build::{BuildEvent, Built, Workshop, build};
use crate::runner::course::{Course, Exercise};
use crate::runner::event::{CompilerMessage, Level};
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::reference;

/// The three programs of one exercise.
pub struct Programs {
    /// The exercise as a learner gets it.
    pub unsolved: PathBuf,
    /// The solution.
    pub reference: PathBuf,
    /// The functions of the solution behind the `main` of the exercise.
    pub candidate: PathBuf,
}

/// Builds the programs of all `exercises` with two calls of cargo. What does not compile, or only with warnings, becomes
/// a fault of its exercise, which then has no programs.
pub fn all(
    course: &Course,
    exercises: &[&Exercise],
    proofs: &mut [Proof],
    said: &dyn Fn(&str),
) -> Result<Vec<Option<Programs>>, Problem> {
    said("building the exercises and their solutions");
    let names: Vec<String> = exercises
        .iter()
        .flat_map(|exercise| [exercise.name.clone(), reference::program_name(exercise)])
        .collect();
    let mut own = made(&Workshop::of(course), &names, proofs)?;
    let folder = course.state_folder().join("proof");
    // The programs are started from other folders than this one.
    let built = manifest::absolute(&folder).join("built");
    fs::create_dir_all(&built).map_err(|error| {
        Problem::new(
            format!("It cannot be made: {error}."),
            "type `gradlings doctor`",
        )
        .at(built.display())
    })?;
    for exercise in exercises {
        own.set_aside(&reference::program_name(exercise), &built);
    }

    said("building candidates from the solutions");
    let mut spliced = Vec::new();
    for (exercise, proof) in exercises.iter().zip(proofs.iter_mut()) {
        let sound = own.find(&exercise.name).is_some()
            && own.find(&reference::program_name(exercise)).is_some();
        if sound {
            match candidate(course, exercise) {
                Ok(text) => {
                    manifest::write_file(&folder.join(format!("{}.rs", exercise.name)), &text)?;
                    spliced.push(*exercise);
                }
                Err(fault) => proof.faults.push(fault),
            }
        }
    }
    let bins: Vec<String> = spliced.iter().map(|it| it.name.clone()).collect();
    manifest::write(course, &folder, &bins)?;
    let workshop = Workshop {
        quick: false,
        untrusted: false,
        manifest: folder.join("Cargo.toml"),
        target: Workshop::of(course).target,
    };
    let names: Vec<String> = bins
        .iter()
        .map(|name| manifest::program_name(name))
        .collect();
    let mut candidates = made(&workshop, &names, proofs)?;
    for name in &names {
        candidates.set_aside(name, &built);
    }

    let mut programs = Vec::new();
    for (exercise, proof) in exercises.iter().zip(proofs.iter_mut()) {
        let candidate = candidates.find(&manifest::program_name(&exercise.name));
        // Together they took at least as long as each of them alone, so few have to be measured.
        if candidate.is_some() && candidates.took > exercise.budget.build {
            proof.faults.extend(too_slow(course, exercise, &workshop)?);
        }
        let unsolved = own.find(&exercise.name);
        let reference = own.find(&reference::program_name(exercise));
        programs.push(match (unsolved, reference, candidate) {
            (Some(unsolved), Some(reference), Some(candidate)) => Some(Programs {
                unsolved,
                reference,
                candidate,
            }),
            _ => None,
        });
    }
    Ok(programs)
}

/// The text of a candidate made from the solution of an exercise, or what is in the way.
pub fn candidate(course: &Course, exercise: &Exercise) -> Result<String, Problem> {
    let read = |path: String| {
        fs::read_to_string(course.root.join(&path)).map_err(|error| {
            Problem::new(
                format!("It cannot be read: {error}."),
                "type `gradlings doctor`",
            )
            .at(path)
        })
    };
    let mut text = splice::candidate(&read(exercise.solution())?, &read(exercise.path())?)?;
    // What a solution includes is named relative to its own folder.
    let folder = manifest::absolute(&course.root.join("solutions"));
    for include in ["include_bytes!(\"../", "include_str!(\"../"] {
        let full = include.replace("../", &format!("{}/", folder.display()));
        text = text.replace(include, &full);
    }
    Ok(text)
}

/// Builds one candidate by itself within its budget; the fault, where that is too short.
fn too_slow(
    course: &Course,
    exercise: &Exercise,
    workshop: &Workshop,
) -> Result<Option<Problem>, Problem> {
    let path = course
        .state_folder()
        .join("proof")
        .join(format!("{}.rs", exercise.name));
    // Written again, it is built again.
    if let Ok(text) = fs::read_to_string(&path) {
        manifest::write_file(&path, &text)?;
    }
    let budget = exercise.budget.build;
    let names = [manifest::program_name(&exercise.name)];
    let built = build(workshop, &names, budget, &Stop::default(), &mut |_| {})?;
    Ok(matches!(built, Built::TimedOut).then(|| {
        Problem::new(
            format!(
                "The solved exercise takes longer to build than its {} s.",
                budget.as_secs()
            ),
            "make it smaller, or raise its `build_seconds` in `info.toml`",
        )
        .at(exercise.path())
    }))
}

/// The longest that one call of cargo may take. The budgets of single exercises are measured apart from it.
const LONGEST: Duration = Duration::from_secs(1200);

/// What one call of cargo made.
struct Made {
    executables: Vec<(String, PathBuf)>,
    /// Since the last dependency was done.
    took: Duration,
}

impl Made {
    fn find(&self, name: &str) -> Option<PathBuf> {
        let found = self.executables.iter().find(|(other, _)| other == name);
        found.map(|(_, path)| path.clone())
    }

    /// Keeps a program under a second name in `folder`: another runner in this course puts built solutions out of reach
    /// whenever it compiles a learner's file. Where that cannot be done, the first name has to do.
    fn set_aside(&mut self, name: &str, folder: &Path) {
        let Some((_, path)) = self.executables.iter_mut().find(|(other, _)| other == name) else {
            return;
        };
        let aside = folder.join(path.file_name().unwrap_or_default());
        let _ = fs::remove_file(&aside);
        let linked = fs::hard_link(&*path, &aside);
        if linked.is_ok() || fs::copy(&*path, &aside).is_ok() {
            *path = aside;
        }
    }
}

fn made(workshop: &Workshop, programs: &[String], proofs: &mut [Proof]) -> Result<Made, Problem> {
    if programs.is_empty() {
        return Ok(Made {
            executables: Vec::new(),
            took: Duration::ZERO,
        });
    }
    let mut since = Instant::now();
    let built = build(
        workshop,
        programs,
        LONGEST,
        &Stop::default(),
        &mut |event| match event {
            BuildEvent::Progress { .. } => since = Instant::now(),
            BuildEvent::Message { program, message } => hear(&program, message, proofs),
            BuildEvent::Budget(_) => {}
        },
    )?;
    match built {
        Built::Done(executables) | Built::Errors(executables) => Ok(Made {
            executables,
            took: since.elapsed(),
        }),
        Built::TimedOut | Built::OutOfMemory | Built::Cancelled => Err(Problem::new(
            "The compiler was stopped after 20 minutes, before the exercises were built.",
            "type `gradlings doctor`",
        )),
    }
}

/// Takes what rustc says of a program as a fault of its exercise.
///
/// An exercise that is not written yet has inputs that are not used yet, so only a solution must be free of warnings.
fn hear(program: &str, message: CompilerMessage, proofs: &mut [Proof]) {
    for proof in proofs {
        let name = &proof.exercise;
        let is_solution = program.strip_suffix("_solution") == Some(name);
        let is_candidate = manifest::program_name(name) == *program;
        if !is_solution && !is_candidate && program != name {
            continue;
        }
        let said = &message.summary;
        let (what, next) = match message.level {
            Level::Warning if !is_solution => return,
            Level::Warning => (
                format!("rustc warns: {said}."),
                "mend what it warns of: learners read the solution".to_owned(),
            ),
            Level::Error if is_candidate => (
                format!("The solution's functions do not fit the `main` of the exercise: {said}."),
                "give the exercise and the solution the same functions, with the same types"
                    .to_owned(),
            ),
            Level::Error => (
                format!("It does not compile: {said}."),
                format!("mend it; `gradlings run {name}` shows all that rustc says of an exercise"),
            ),
        };
        let place = message.place.clone().unwrap_or_default();
        let fault = Problem::new(what, next).at(place.replace("exercises/../", ""));
        // The same generic function may be told of twice.
        if !proof.faults.contains(&fault) {
            proof.faults.push(fault);
        }
        return;
    }
}
