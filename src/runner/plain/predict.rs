//! The question before a run, in lines.

use super::sentence::harmless;
use crate::runner::problem::Problem;
use crate::runner::session::{PredictionState, Session};
use crate::runner::words::plain::predict as words;

/// The question of an exercise with its choices, or what came of it. Nothing where there is none.
pub fn lines(session: &Session, name: &str) -> Vec<String> {
    let exercise = session.course().exercise(name);
    let question = exercise.and_then(|exercise| exercise.predict.as_ref());
    let (Some(question), Some(asked)) = (question, session.asked(name)) else {
        return Vec::new();
    };
    if let PredictionState::Told(choice) = asked {
        return vec![harmless(&question.told(choice))];
    }
    let mut lines = vec![format!(
        "{} {}",
        words::predict_first(),
        harmless(&question.ask)
    )];
    for (number, choice) in (1..).zip(&question.choices) {
        lines.push(format!("  {number} {}", harmless(choice)));
    }
    lines.push(match asked {
        PredictionState::Chosen(choice) => words::chosen(choice + 1),
        _ => words::choose().to_owned(),
    });
    lines
}

/// Answers with a choice, counted from 1, or shows the question.
pub fn answer(
    session: &mut Session,
    name: &str,
    choice: Option<u32>,
) -> Result<Vec<String>, Problem> {
    let Some(number) = choice else {
        let lines = lines(session, name);
        return Ok(if lines.is_empty() {
            vec![nothing(session, name)]
        } else {
            lines
        });
    };
    match session.asked(name) {
        Some(PredictionState::Told(_)) => return Ok(lines(session, name)),
        None => return Ok(vec![nothing(session, name)]),
        Some(PredictionState::Open | PredictionState::Chosen(_)) => {}
    }
    let choice = usize::try_from(number)
        .ok()
        .and_then(|it| it.checked_sub(1));
    session.predict(name, choice.unwrap_or(usize::MAX))?;
    Ok(vec![words::predicted(number)])
}

/// Why there is no question.
fn nothing(session: &Session, name: &str) -> String {
    let exercise = session.course().exercise(name);
    match exercise.is_some_and(|exercise| exercise.predict.is_some()) {
        true => words::passed_without(name),
        false => words::nothing(name),
    }
}

/// What the run that just ended has told, where it was asked.
pub fn told(session: &Session, name: &str, before: Option<PredictionState>) -> Vec<String> {
    match (before, session.asked(name)) {
        (Some(PredictionState::Chosen(_)), Some(PredictionState::Told(_))) => lines(session, name),
        _ => Vec::new(),
    }
}
