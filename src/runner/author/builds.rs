//! Builds what a proof runs: the exercises as they are, their solutions, and their checks.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::proven::{Given, Proof};
use crate::runner::build::{BuildEvent, Built, Product, Workshop, build};
use crate::runner::course::{Course, Exercise};
use crate::runner::event::{CompilerMessage, Level};
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::regular_file::Unreadable;
use crate::runner::source::Source;
use crate::runner::text;

/// The three programs of one exercise.
pub struct Programs {
    /// The exercise as a learner gets it.
    pub unsolved: Product,
    /// The check.
    pub reference: Product,
    /// The solution, which is a candidate like any other.
    pub candidate: Product,
}

/// The longest that one program may take. Its budget is measured apart from it.
const LONGEST: Duration = Duration::from_secs(600);

/// Builds the programs of all `exercises`, as many at once as there are processors. What does not compile, or only with
/// warnings, becomes a fault of its exercise, which then has no programs.
pub fn all(
    course: &Course,
    exercises: &[&Exercise],
    proofs: &mut [Proof],
) -> Result<Vec<Option<Programs>>, Problem> {
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
        proof.given = made.given;
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
    given: Option<Given>,
    faults: Vec<Problem>,
    /// What the candidate took.
    took: Duration,
}

impl Made {
    fn of(course: &Course, exercise: &Exercise) -> Result<Made, Problem> {
        let mut made = Made {
            programs: None,
            given: None,
            faults: Vec::new(),
            took: Duration::ZERO,
        };
        let learners = read(exercise.path(), Source::of_exercise(course, exercise))?;
        let solution = read(exercise.solution(), Source::of_solution(course, exercise))?;
        let check = read(exercise.check(), Source::of_check(course, exercise))?;
        let candidates = Workshop::of_candidates(course).quick_unless(exercise.trains);
        let references = Workshop::of_references(course);
        let text = Arc::clone(learners.text());
        let unsolved = made.program(&candidates, learners, Part::Unsolved)?;
        made.given = unsolved.is_some().then_some(Given {
            text,
            verdict: None,
        });
        let workshop = references.clone().quick_unless(exercise.trains);
        let began = Instant::now();
        let candidate = made.program(&workshop, solution, Part::Solution)?;
        made.took = began.elapsed();
        let reference = made.program(&references, check, Part::Check)?;
        if let (Some(unsolved), Some(candidate), Some(reference)) = (unsolved, candidate, reference)
        {
            made.programs = Some(Programs {
                unsolved,
                reference,
                candidate,
            });
        }
        Ok(made)
    }

    /// Builds one program. `None` where it cannot be built, which is a fault then.
    fn program(
        &mut self,
        workshop: &Workshop,
        source: Source,
        part: Part,
    ) -> Result<Option<Product>, Problem> {
        let place = source.main().to_owned();
        let mut faults = Vec::new();
        let built = build(workshop, source, LONGEST, &Stop::default(), &mut |event| {
            if let BuildEvent::Message(message) = event
                && let Some(fault) = part.fault(message)
                // The same generic function may be told of twice.
                && !faults.iter().any(|it: &Problem| (&it.what, &it.place) == (&fault.what, &fault.place))
            {
                faults.push(fault);
            }
        })?;
        self.faults.extend(faults);
        let (what, next) = match built {
            Built::Done(product) => return Ok(Some(product)),
            Built::Errors(_) => return Ok(None),
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
    Check,
}

impl Part {
    /// What rustc says of it, as a fault: all of it, because the files are the author's own. An exercise that is not written
    /// yet has inputs that are not used yet; its solution and its check must be free of warnings.
    fn fault(self, message: CompilerMessage) -> Option<Problem> {
        let said = &message.summary;
        let (what, next) = match (message.level, self) {
            (Level::Warning, Part::Unsolved) => return None,
            (Level::Warning, Part::Solution) => (
                format!("rustc warns: {said}."),
                "mend what it warns of: learners read the solution",
            ),
            (Level::Warning, Part::Check) => {
                (format!("rustc warns: {said}."), "mend what it warns of")
            }
            (Level::Error, _) => (
                format!("It does not compile: {said}."),
                "mend it; this is all that rustc says:",
            ),
        };
        let next = match message.level {
            Level::Error => format!("{next}\n{}", text::plain(&message.rendered)),
            Level::Warning => next.to_owned(),
        };
        Some(Problem::new(what, next).at(message.place.unwrap_or_default()))
    }
}

fn read(path: String, source: Result<Source, Unreadable>) -> Result<Source, Problem> {
    source.map_err(|why| {
        let error = std::io::Error::from(why);
        Problem::new(
            format!("It cannot be read: {error}."),
            "bring the file back",
        )
        .at(path)
    })
}

/// Builds one solution by itself within its budget; the fault, where that is too short.
fn too_slow(course: &Course, exercise: &Exercise) -> Result<Option<Problem>, Problem> {
    let budget = exercise.budget.build;
    let solution = read(exercise.solution(), Source::of_solution(course, exercise))?;
    // Another text, or it would not be built again.
    let program = format!("{}_alone", exercise.name);
    let text = solution.words() + "\n";
    let source = Source::in_place_of_solution(course, exercise, &program, text);
    let workshop = Workshop::of_references(course).quick_unless(exercise.trains);
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
