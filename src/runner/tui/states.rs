//! What the state of a run is called.

use std::time::Duration;

use crate::runner::event::Stage;
use crate::runner::outcome::{CheckOutcome, CheckState, Outcome, Verdict};
use crate::runner::text::units::duration;
use crate::runner::tui::run::{Phase, Run};
use crate::runner::tui::state::State;
use crate::runner::words::screen::{states as words, status};

/// One word for the right end of the header.
pub fn doing(state: &State) -> &'static str {
    if state.all.as_ref().is_some_and(|all| all.at.is_some()) {
        return words::checking_all();
    }
    if state.is_trying() {
        return words::in_use();
    }
    match &state.run.phase {
        Phase::Starting | Phase::Stage(Stage::Building) => words::building(),
        Phase::Stage(Stage::BuildingReference | Stage::Reference { .. }) => words::reference(),
        Phase::Stage(Stage::Running { .. }) if state.run.trained() > 0 => words::training(),
        Phase::Stage(Stage::Running { .. }) => words::running(),
        Phase::Idle | Phase::Ended(_) => words::watching(),
    }
}

/// What a run is at, in one line.
pub fn stage(run: &Run) -> Option<String> {
    let stage = match (&run.phase, &run.compiled) {
        (Phase::Starting, _) => words::starting().to_owned(),
        (Phase::Stage(Stage::Building), None) => words::building_yours().to_owned(),
        (Phase::Stage(Stage::Building), Some((done, of, package))) => {
            words::building_your_crates(done, of, package)
        }
        (Phase::Stage(Stage::BuildingReference), None) => words::building_solution().to_owned(),
        (Phase::Stage(Stage::BuildingReference), Some((done, of, package))) => {
            words::building_solution_crates(done, of, package)
        }
        (Phase::Stage(Stage::Reference { of: 0, .. }), _) => words::working_out().to_owned(),
        (Phase::Stage(Stage::Reference { done, of }), _) => words::working_out_of(done, of),
        (Phase::Stage(Stage::Running { check, case, of }), _) => {
            words::running_check(check, case, of)
        }
        (Phase::Idle | Phase::Ended(_), _) => return None,
    };
    Some(match budget(run) {
        Some(budget) => format!("{stage} {budget}"),
        None => stage,
    })
}

/// What is left of the budget, once it is worth knowing.
fn budget(run: &Run) -> Option<String> {
    let left = run.left?;
    let whole = |duration: Duration| duration.as_secs_f64().ceil();
    Some(words::time_left(whole(left.left), whole(left.of)))
}

/// That nothing is open any more, on the track or in the course.
pub fn all_done(state: &State) -> String {
    match state.track() {
        None => status::course_done().to_owned(),
        Some(track) => status::track_done(&track.title),
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
    let verdict = match outcome.verdict {
        Verdict::Passed if all == 1 => words::passed_one(),
        Verdict::Passed if all > 1 => return words::passed_all(all),
        Verdict::Passed => words::passed(),
        Verdict::Failed if all == 1 => words::one_check_fails(),
        Verdict::Failed if bad == 1 => return words::one_of_fails(all),
        Verdict::Failed => return words::some_of_fail(bad, all),
        Verdict::Todo => match outcome.checks.iter().filter(|it| it.fails()).count() {
            0 => words::todo(),
            1 => return words::one_fails_beside_todo(all),
            failing => return words::some_fail_beside_todo(failing, all),
        },
        Verdict::CompileError if errors == 1 => words::one_error(),
        Verdict::CompileError if errors > 1 => return words::many_errors(errors),
        Verdict::CompileError => words::does_not_compile(),
        Verdict::Panicked => words::panicked(),
        Verdict::TimedOut => words::timed_out(),
        Verdict::OutOfMemory => words::out_of_memory(),
        Verdict::NoAnswer => words::no_answer(),
        Verdict::Piece => {
            let piece = outcome.piece.as_ref();
            let piece = piece.map_or(words::another_exercise(), |piece| piece.name.as_str());
            return words::waits_for(piece);
        }
        Verdict::Cancelled => words::stopped(),
        Verdict::NoCrates => words::no_crates(),
        Verdict::CannotCheck => words::cannot_check(),
    };
    verdict.to_owned()
}

/// One word for a list.
pub fn short(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => words::short_passed(),
        Verdict::Failed => words::short_failed(),
        Verdict::Todo => words::short_todo(),
        Verdict::CompileError => words::short_compile_error(),
        Verdict::Panicked => words::short_panicked(),
        Verdict::TimedOut => words::short_timed_out(),
        Verdict::OutOfMemory => words::short_out_of_memory(),
        Verdict::NoAnswer => words::short_no_answer(),
        Verdict::Piece => words::short_piece(),
        Verdict::Cancelled => words::short_cancelled(),
        Verdict::NoCrates => words::short_no_crates(),
        Verdict::CannotCheck => words::short_cannot_check(),
    }
}

/// The same for a version that was never checked.
pub fn short_not_checked() -> &'static str {
    words::short_not_checked()
}

/// How long it took.
pub fn took(outcome: &Outcome) -> String {
    let timings = outcome.timings;
    if timings.run.is_zero() {
        words::built(duration(timings.build))
    } else {
        words::built_and_ran(duration(timings.build), duration(timings.run))
    }
}

/// What is said behind the name of a check.
pub fn check(check: &CheckOutcome) -> String {
    let (failed, cases) = (check.failed, check.cases);
    match check.state {
        CheckState::Passed if cases == 1 => words::one_case().to_owned(),
        CheckState::Passed => words::many_cases(cases),
        CheckState::Failed if (failed, cases) == (1, 1) => words::one_case_off().to_owned(),
        CheckState::Failed => words::cases_off(failed, cases),
        CheckState::Todo => words::check_todo().to_owned(),
        CheckState::Panicked if (failed, cases) == (1, 1) => words::one_case_panicked().to_owned(),
        CheckState::Panicked if failed > 0 => words::cases_panicked(failed, cases),
        CheckState::Panicked => words::check_panicked().to_owned(),
        CheckState::Skipped => words::check_skipped().to_owned(),
    }
}

/// The state of a check for the glyph of a verdict.
pub fn as_check(verdict: Verdict) -> CheckState {
    match verdict {
        Verdict::Passed => CheckState::Passed,
        Verdict::Todo => CheckState::Todo,
        Verdict::Piece | Verdict::Cancelled => CheckState::Skipped,
        verdict if verdict.is_hindered() => CheckState::Skipped,
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
    fn what_is_not_written_yet_does_not_hide_what_fails() {
        let judged = |state| CheckOutcome {
            name: "one".to_owned(),
            state,
            cases: 1,
            failed: 1,
            diagnosis: None,
            numbers: None,
        };
        let table: [(&[CheckState], &str); 3] = [
            (
                &[CheckState::Todo, CheckState::Passed],
                "todo!() is still there: replace it and save",
            ),
            (
                &[CheckState::Todo, CheckState::Failed, CheckState::Passed],
                "1 of 3 checks fails, and todo!() is still there",
            ),
            (
                &[CheckState::Panicked, CheckState::Failed, CheckState::Todo],
                "2 of 3 checks fail, and todo!() is still there",
            ),
        ];
        for (states, expected) in table {
            let outcome = Outcome {
                name: "exercise".to_owned(),
                verdict: Verdict::Todo,
                checks: states.iter().copied().map(judged).collect(),
                message: None,
                piece: None,
                timings: Default::default(),
                metrics: Vec::new(),
                health: Vec::new(),
            };
            assert_eq!(verdict(&outcome, 0), expected);
        }
    }

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
