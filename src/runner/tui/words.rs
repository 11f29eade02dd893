//! What the state of a run is called, in whole sentences.

use std::time::Duration;

use crate::runner::event::Stage;
use crate::runner::outcome::{CheckOutcome, CheckState, Outcome, Verdict};
use crate::runner::tui::run::{Phase, Run};
use crate::runner::tui::state::State;
use crate::runner::tui::text::units::{count, duration};

/// One word for the right end of the header.
pub fn doing(state: &State) -> &'static str {
    if state.all.as_ref().is_some_and(|all| all.at.is_some()) {
        return "checking all";
    }
    match &state.run.phase {
        Phase::Starting | Phase::Stage(Stage::Building) => "building",
        Phase::Stage(Stage::BuildingReference | Stage::Reference { .. }) => "reference",
        Phase::Stage(Stage::Running { .. }) if !state.run.training.is_empty() => "training",
        Phase::Stage(Stage::Running { .. }) => "running",
        Phase::Idle | Phase::Ended(_) => "watching",
    }
}

/// What a run is at, in one line.
pub fn stage(run: &Run) -> Option<String> {
    let crates = |what: &str| match &run.compiled {
        Some((done, of, package)) => format!("{what}: {done} of {of} crates, {package}"),
        None => what.to_owned(),
    };
    let stage = match &run.phase {
        Phase::Starting => Some("starting".to_owned()),
        Phase::Stage(Stage::Building) => Some(crates("building your file")),
        Phase::Stage(Stage::BuildingReference) => {
            Some(crates("building the solution to compare with"))
        }
        Phase::Stage(Stage::Reference { of: 0, .. }) => {
            Some("working out the right answers".to_owned())
        }
        Phase::Stage(Stage::Reference { done, of }) => {
            Some(format!("working out the right answers: {done} of {of}"))
        }
        Phase::Stage(Stage::Running { check, case, of }) => {
            Some(format!("running {check}: case {case} of {of}"))
        }
        Phase::Idle | Phase::Ended(_) => None,
    };
    stage.map(|stage| stage + &budget(run))
}

/// What is left of the budget, once it is worth knowing.
fn budget(run: &Run) -> String {
    let Some(left) = run.left else {
        return String::new();
    };
    let whole = |duration: Duration| duration.as_secs_f64().ceil();
    format!(" ({} of {} s left)", whole(left.left), whole(left.of))
}

/// That nothing is open any more, on the track or in the course.
pub fn all_done(state: &State) -> String {
    match state.track() {
        None => "That was the last one: the course is done.".to_owned(),
        Some(track) => format!(
            "That was the last one of {}: the track is done.",
            track.title
        ),
    }
}

/// How an exercise ended, in one line.
pub fn verdict(outcome: &Outcome, errors: usize) -> String {
    let all = outcome.checks.len();
    let bad = outcome
        .checks
        .iter()
        .filter(|check| !matches!(check.state, CheckState::Passed | CheckState::Skipped))
        .count();
    match outcome.verdict {
        Verdict::Passed if all == 1 => "passed: it agrees with the reference".to_owned(),
        Verdict::Passed if all > 1 => format!("passed: all {all} checks agree with the reference"),
        Verdict::Passed => "passed".to_owned(),
        Verdict::Failed if all == 1 => "the check fails".to_owned(),
        Verdict::Failed if bad == 1 => format!("1 of {} fails", count(all, "check", "checks")),
        Verdict::Failed => format!("{bad} of {} fail", count(all, "check", "checks")),
        Verdict::Todo => "todo!() is still there: replace it and save".to_owned(),
        Verdict::CompileError if errors > 0 => {
            format!("does not compile: {}", count(errors, "error", "errors"))
        }
        Verdict::CompileError => "does not compile".to_owned(),
        Verdict::Panicked => "your code panicked".to_owned(),
        Verdict::TimedOut => "stopped: it ran out of time".to_owned(),
        Verdict::OutOfMemory => "stopped: it used too much memory".to_owned(),
        Verdict::NoAnswer => "your program ended without answering".to_owned(),
        Verdict::Piece => {
            let piece = outcome.piece.as_ref();
            let piece = piece.map_or("another exercise", |piece| piece.name.as_str());
            format!("not checked: it uses {piece}, which does not pass yet")
        }
        Verdict::Cancelled => "stopped".to_owned(),
        Verdict::CannotCheck => "not checked: the check could not run".to_owned(),
    }
}

/// One word for a list.
pub fn short(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "passes",
        Verdict::Failed => "fails",
        Verdict::Todo => "todo",
        Verdict::CompileError => "does not compile",
        Verdict::Panicked => "panics",
        Verdict::TimedOut => "too slow",
        Verdict::OutOfMemory => "too much memory",
        Verdict::NoAnswer => "no answer",
        Verdict::Piece => "waits",
        Verdict::Cancelled => "stopped",
        Verdict::CannotCheck => "cannot check",
    }
}

/// How long it took.
pub fn took(outcome: &Outcome) -> String {
    let timings = outcome.timings;
    if timings.run.is_zero() {
        format!("built {}", duration(timings.build))
    } else {
        format!(
            "built {}, ran {}",
            duration(timings.build),
            duration(timings.run)
        )
    }
}

/// What is said behind the name of a check.
pub fn check(check: &CheckOutcome) -> String {
    let cases = |number| count(number, "case", "cases");
    match check.state {
        CheckState::Passed => cases(check.cases),
        CheckState::Failed => format!("{} of {} off", check.failed, cases(check.cases)),
        CheckState::Todo => "todo!()".to_owned(),
        CheckState::Panicked if check.failed > 0 => {
            format!("panicked in {} of {}", check.failed, cases(check.cases))
        }
        CheckState::Panicked => "panicked".to_owned(),
        CheckState::Skipped => "skipped".to_owned(),
    }
}

/// The state of a check for the glyph of a verdict.
pub fn as_check(verdict: Verdict) -> CheckState {
    match verdict {
        Verdict::Passed => CheckState::Passed,
        Verdict::Todo => CheckState::Todo,
        Verdict::Piece | Verdict::Cancelled | Verdict::CannotCheck => CheckState::Skipped,
        Verdict::Panicked => CheckState::Panicked,
        _ => CheckState::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::countdown::Left;
    use crate::runner::event::CheckEvent;

    #[test]
    fn a_budget_that_runs_out_is_told_until_the_next_stage_begins() {
        let running = |check: &str| {
            CheckEvent::Stage(Stage::Running {
                check: check.to_owned(),
                case: 1,
                of: 2,
            })
        };
        let budget = CheckEvent::Budget(Left {
            left: Duration::from_millis(3_200),
            of: Duration::from_secs(10),
        });
        let mut run = Run::default();
        let mut told = Vec::new();
        for event in [running("mse"), budget, running("mae")] {
            run.take(event, Duration::ZERO);
            told.push(stage(&run).unwrap_or_default());
        }
        assert_eq!(
            told,
            [
                "running mse: case 1 of 2",
                "running mse: case 1 of 2 (4 of 10 s left)",
                "running mae: case 1 of 2"
            ]
        );
    }
}
