//! Builds what a proof runs: the exercises as they are, their solutions, and candidates made from the solutions.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::proof::Proof;
use super::splice;
use crate::runner::build::{BuildEvent, Built, Executable, Product, Workshop, build};
use crate::runner::course::{Course, Exercise};
use crate::runner::event::{CompilerMessage, Level};
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::source::Source;

/// The three programs of one exercise.
pub struct Programs {
    /// The exercise as a learner gets it.
    pub unsolved: Executable,
    /// The solution.
    pub reference: Product,
    /// The functions of the solution behind the `main` of the exercise.
    pub candidate: Executable,
}

/// The longest that one program may take. Its budget is measured apart from it.
const LONGEST: Duration = Duration::from_secs(600);

/// Builds the programs of all `exercises`, as many at once as there are processors. What does not compile, or only with
/// warnings, becomes a fault of its exercise, which then has no programs.
pub fn all(
    course: &Course,
    exercises: &[&Exercise],
    proofs: &mut [Proof],
    said: &(dyn Fn(&str) + Sync),
) -> Result<Vec<Option<Programs>>, Problem> {
    said("building the exercises, their solutions, and candidates from the solutions");
    let next = AtomicUsize::new(0);
    let made: Vec<Mutex<Option<Result<Made, Problem>>>> =
        exercises.iter().map(|_| Mutex::default()).collect();
    let work = || {
        while let Some(exercise) = exercises.get(next.fetch_add(1, Ordering::SeqCst)) {
            let one = Made::of(course, exercise);
            let at = exercises.iter().position(|it| it.name == exercise.name);
            if let Some(place) = at.and_then(|at| made.get(at)) {
                *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(one);
            }
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers.min(exercises.len()) {
            scope.spawn(work);
        }
    });
    let mut programs = Vec::new();
    for ((exercise, proof), made) in exercises.iter().zip(proofs.iter_mut()).zip(made) {
        let made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
        let Some(made) = made.transpose()? else {
            programs.push(None);
            continue;
        };
        proof.faults.extend(made.faults);
        // Beside another build it took at least as long as alone, so few have to be measured.
        if made.took > exercise.budget.build {
            proof.faults.extend(too_slow(course, exercise)?);
        }
        programs.push(made.programs);
    }
    Ok(programs)
}

/// What came of building one exercise.
struct Made {
    programs: Option<Programs>,
    faults: Vec<Problem>,
    /// What the candidate took.
    took: Duration,
}

impl Made {
    fn of(course: &Course, exercise: &Exercise) -> Result<Made, Problem> {
        let mut made = Made {
            programs: None,
            faults: Vec::new(),
            took: Duration::ZERO,
        };
        let learners = read(exercise.path(), Source::of_exercise(course, exercise))?;
        let solution = read(exercise.solution(), Source::of_solution(course, exercise))?;
        let unsolved = Workshop::of_candidates(course).for_text(&learners.words());
        let unsolved = made.program(&unsolved, learners, Part::Unsolved, &exercise.name)?;
        let references = Workshop::of_references(course);
        let reference = made.program(&references, solution, Part::Solution, &exercise.name)?;
        let (Some(unsolved), Some(reference)) = (unsolved, reference) else {
            return Ok(made);
        };
        let candidate = match candidate(course, exercise) {
            Ok(text) => proof_of(course, exercise, text),
            Err(fault) => {
                made.faults.push(fault);
                return Ok(made);
            }
        };
        let workshop = references.for_text(&candidate.words());
        let began = Instant::now();
        let candidate = made.program(&workshop, candidate, Part::Candidate, &exercise.name)?;
        made.took = began.elapsed();
        made.programs = candidate.map(|candidate| Programs {
            unsolved: unsolved.executable,
            reference,
            candidate: candidate.executable,
        });
        Ok(made)
    }

    /// Builds one program. `None` where it cannot be built, which is a fault then.
    fn program(
        &mut self,
        workshop: &Workshop,
        source: Source,
        part: Part,
        exercise: &str,
    ) -> Result<Option<Product>, Problem> {
        let place = source.main().to_owned();
        let mut faults = Vec::new();
        let built = build(workshop, source, LONGEST, &Stop::default(), &mut |event| {
            if let BuildEvent::Message(message) = event
                && let Some(fault) = part.fault(message, exercise)
                // The same generic function may be told of twice.
                && !faults.contains(&fault)
            {
                faults.push(fault);
            }
        })?;
        self.faults.extend(faults);
        let (what, next) = match built {
            Built::Done(product) => return Ok(Some(product)),
            Built::Errors => return Ok(None),
            Built::Unreadable(path, _) => (
                format!("It includes {path}, which cannot be read."),
                "include a file of the course that is not too large",
            ),
            Built::TimedOut | Built::OutOfMemory | Built::Cancelled => (
                "The compiler was stopped: it took more than ten minutes or 4 GiB of memory."
                    .to_owned(),
                "make it smaller",
            ),
        };
        self.faults.push(Problem::new(what, next).at(place));
        Ok(None)
    }
}

/// What a program is to its exercise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Unsolved,
    Solution,
    Candidate,
}

impl Part {
    /// What rustc says of it, as a fault. An exercise that is not written yet has inputs that are not used yet, so only a
    /// solution must be free of warnings.
    fn fault(self, message: CompilerMessage, exercise: &str) -> Option<Problem> {
        let said = &message.summary;
        let (what, next) = match (message.level, self) {
            (Level::Warning, Part::Solution) => (
                format!("rustc warns: {said}."),
                "mend what it warns of: learners read the solution".to_owned(),
            ),
            (Level::Warning, _) => return None,
            (Level::Error, Part::Candidate) => (
                format!("The solution's functions do not fit the `main` of the exercise: {said}."),
                "give the exercise and the solution the same functions, with the same types"
                    .to_owned(),
            ),
            (Level::Error, _) => (
                format!("It does not compile: {said}."),
                format!(
                    "mend it; `gradlings run {exercise}` shows all that rustc says of an exercise"
                ),
            ),
        };
        Some(Problem::new(what, next).at(message.place.unwrap_or_default()))
    }
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
    splice::candidate(&read(exercise.solution())?, &read(exercise.path())?)
}

/// A candidate stands where the solution does, so that it includes what the solution includes.
fn proof_of(course: &Course, exercise: &Exercise, text: String) -> Source {
    let program = format!("{}_proof", exercise.name);
    Source::in_place_of_solution(course, exercise, &program, text)
}

fn read(
    path: String,
    source: Result<Source, crate::runner::regular_file::Unreadable>,
) -> Result<Source, Problem> {
    source.map_err(|why| {
        let error = std::io::Error::from(why);
        Problem::new(
            format!("It cannot be read: {error}."),
            "bring the file back",
        )
        .at(path)
    })
}

/// Builds one candidate by itself within its budget; the fault, where that is too short.
fn too_slow(course: &Course, exercise: &Exercise) -> Result<Option<Problem>, Problem> {
    let budget = exercise.budget.build;
    // Another text, or it would not be built again.
    let text = candidate(course, exercise)? + "\n";
    let workshop = Workshop::of_references(course).for_text(&text);
    let source = proof_of(course, exercise, text);
    let built = build(&workshop, source, budget, &Stop::default(), &mut |_| {})?;
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
