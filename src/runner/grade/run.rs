//! Does the work: several pieces side by side, and alone what may only have failed because of those.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::graded::{self, Graded};
use super::progress::Progress;
use super::results::Results;
use super::work::{Work, Works};
use crate::runner::check::{self, CheckRequest, HandedIn};
use crate::runner::course::Course;
use crate::runner::event::CheckEvent;
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::words::plain::grade as words;

/// How often a thread that waits for work looks whether the grading was stopped.
const GLANCE: Duration = Duration::from_millis(100);

/// What the grading needs.
pub struct Grading<'a> {
    /// The course, whose checks they are.
    pub course: Arc<Course>,
    /// The seed of the cases.
    pub seed: u64,
    /// Where what comes of it is kept.
    pub results: &'a Results,
    /// How many pieces are worked on side by side.
    pub at_once: usize,
    /// The name of this machine, which is kept with the times.
    pub machine: String,
    /// Whoever wants it to end.
    pub stop: Stop,
}

struct State {
    /// What each piece of work came to; `None` for what is not done.
    done: Vec<Option<Graded>>,
    /// What can be begun, or will be once its pieces are done.
    open: BTreeSet<usize>,
    running: usize,
    /// What is tried again when nothing else runs.
    again: BTreeSet<usize>,
    problem: Option<Problem>,
}

impl Grading<'_> {
    /// Does what is `wanted` of the works, and those that it needs. What is known already is not done again. An entry of what
    /// is given back is `None` where it was not wanted, or where the grading was stopped.
    pub fn run(
        &self,
        works: &Works,
        wanted: &BTreeSet<usize>,
        progress: impl FnOnce(usize, usize) -> Progress,
    ) -> Result<Vec<Option<Graded>>, Problem> {
        let mut done: Vec<Option<Graded>> = works.all.iter().map(|_| None).collect();
        let mut needed = BTreeSet::new();
        let mut asked: Vec<usize> = wanted.iter().copied().collect();
        while let Some(number) = asked.pop() {
            if needed.insert(number) {
                done[number] = self.results.find(&works.all[number].key);
                // What is known needs nothing more.
                if done[number].is_none() {
                    asked.extend(works.all[number].pieces.values());
                }
            }
        }
        let open = needed.iter().copied();
        let open: BTreeSet<usize> = open.filter(|number| done[*number].is_none()).collect();
        let progress = progress(needed.len(), needed.len() - open.len());
        let state = Mutex::new(State {
            done,
            open,
            running: 0,
            again: BTreeSet::new(),
            problem: None,
        });
        let changed = Condvar::new();
        loop {
            thread::scope(|scope| {
                for _ in 0..self.at_once.max(1) {
                    scope.spawn(|| self.side_by_side(works, &state, &changed, &progress));
                }
            });
            // Nothing else runs now.
            loop {
                let next = locked(&state).again.pop_first();
                let Some(number) = next.filter(|_| !self.stop.is_stopped()) else {
                    break;
                };
                let known = known(works, number, &locked(&state));
                let (graded, outcome) = self.grade(&works.all[number], known);
                self.put(works, number, graded, &outcome, 2, &state, &progress);
            }
            let state = locked(&state);
            if state.open.is_empty() || self.stop.is_stopped() || state.problem.is_some() {
                break;
            }
        }
        progress.end();
        let state = state.into_inner().unwrap_or_else(PoisonError::into_inner);
        match state.problem {
            Some(problem) => Err(problem),
            None => Ok(state.done),
        }
    }

    /// Takes one piece of work after another, until there is none that could be begun now or soon.
    fn side_by_side(
        &self,
        works: &Works,
        state: &Mutex<State>,
        changed: &Condvar,
        progress: &Progress,
    ) {
        loop {
            let mut now = locked(state);
            let next = loop {
                if self.stop.is_stopped() || now.problem.is_some() {
                    break None;
                }
                let is_ready = |number: &&usize| {
                    let mut pieces = works.all[**number].pieces.values();
                    pieces.all(|piece| now.done[*piece].is_some())
                };
                if let Some(number) = now.open.iter().find(is_ready).copied() {
                    break Some(number);
                }
                // Those that run may be what others wait for.
                if now.running == 0 {
                    break None;
                }
                let waited = changed.wait_timeout(now, GLANCE);
                now = waited.unwrap_or_else(PoisonError::into_inner).0;
            };
            let Some(number) = next else {
                changed.notify_all();
                return;
            };
            now.open.remove(&number);
            now.running += 1;
            let known = known(works, number, &now);
            drop(now);
            let running = Running { state, changed };
            let (graded, outcome) = self.grade(&works.all[number], known);
            if graded::is_doubtful(&outcome) && !self.stop.is_stopped() {
                progress.put_off(&works.all[number], outcome.verdict.word());
                locked(state).again.insert(number);
            } else {
                self.put(works, number, graded, &outcome, 1, state, progress);
            }
            drop(running);
        }
    }

    fn grade(&self, work: &Work, known: BTreeMap<String, Outcome>) -> (Graded, Outcome) {
        let request = CheckRequest {
            course: Arc::clone(&self.course),
            exercise: work.exercise.clone(),
            seed: self.seed,
        };
        let handed_in = HandedIn {
            files: Arc::clone(&work.files),
            known,
        };
        let mut errors = Vec::new();
        let outcome = check::grade(&request, &handed_in, &self.stop, &mut |event| {
            if let CheckEvent::Compiler(message) = event {
                graded::note(&mut errors, &message);
            }
        });
        (Graded::new(&work.key, outcome.clone(), errors), outcome)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "each is one thing that is told once"
    )]
    fn put(
        &self,
        works: &Works,
        number: usize,
        graded: Graded,
        outcome: &Outcome,
        tries: u32,
        state: &Mutex<State>,
        progress: &Progress,
    ) {
        if self.stop.is_stopped() {
            return;
        }
        let problem = match outcome.verdict {
            // No other piece of work can be built either.
            Verdict::NoCrates => Some(Problem::new(
                words::no_crates(),
                outcome.message.clone().unwrap_or_default(),
            )),
            // What the machine is at fault for is not kept: the next run tries it again.
            _ if outcome.verdict.is_hindered() || is_piece_hindered(outcome) => None,
            _ => self.results.keep(&graded).err(),
        };
        self.results
            .took(&graded, &outcome.timings, tries, &self.machine);
        progress.done(&works.all[number], &graded, outcome.timings.total);
        let mut state = locked(state);
        state.done[number] = Some(graded);
        if let Some(problem) = problem {
            state.problem.get_or_insert(problem);
        }
    }
}

/// A piece of work that is being done. Whichever way that ends, the others are told.
struct Running<'s> {
    state: &'s Mutex<State>,
    changed: &'s Condvar,
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        locked(self.state).running -= 1;
        self.changed.notify_all();
    }
}

fn is_piece_hindered(outcome: &Outcome) -> bool {
    let piece = outcome.piece.as_ref();
    piece.is_some_and(|piece| piece.verdict.is_hindered())
}

/// How the checks of its pieces ended.
fn known(works: &Works, number: usize, state: &State) -> BTreeMap<String, Outcome> {
    let pieces = works.all[number].pieces.iter();
    let known = pieces.filter_map(|(name, piece)| {
        let graded = state.done[*piece].as_ref()?;
        Some((name.clone(), graded.outcome.clone()))
    });
    known.collect()
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    // Whoever panicked has said so, and left no piece of work half done.
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
