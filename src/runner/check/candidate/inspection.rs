//! Answers that only the reference can judge.

use super::gone::Gone;
use crate::comparator::Comparator;
use crate::runner::check::ended::Ended;
use crate::runner::check::run::Run;
use crate::runner::judge::Judged;
use crate::runner::outcome::Verdict;
use crate::runner::reference;
use crate::runner::words::judge::course as words;
use crate::sheet::{Answer, Check};

/// Asks the reference about the answers that only it can judge.
pub(super) fn inspect(run: &Run<'_>, check: &Check, answers: &mut [Judged]) -> Result<(), Gone> {
    if !check
        .parts
        .iter()
        .any(|part| part.comparator == Comparator::Property)
    {
        return Ok(());
    }
    let solution = run.reference().map_err(Gone::Early)?;
    let built = run.build_reference(solution).map_err(Gone::Early)?;
    let (asked, questions): (Vec<usize>, Vec<_>) = answers
        .iter()
        .enumerate()
        .filter_map(|(at, judged)| match &judged.answer {
            Answer::Returned(returned) => {
                let inputs = check.cases[judged.case].inputs.clone();
                Some((at, (inputs, returned.parts.clone())))
            }
            _ => None,
        })
        .unzip();
    let found = reference::inspect(
        run.course,
        built.executable.path(),
        &check.name,
        questions,
        run.stop,
    );
    let found = found.map_err(|why| {
        let message = [words::not_judged(), &why, words::tell()].join(" ");
        Gone::Early(Ended::with(Verdict::CannotCheck, message))
    })?;
    for (at, what) in asked.into_iter().zip(found) {
        answers[at].inspected = what;
    }
    Ok(())
}
