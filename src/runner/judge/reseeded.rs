//! Random numbers that come out the same again, although the device began from another seed.

use super::elements::elements;
use super::judged::{Judged, returned};
use super::naming;
use super::numbers::case_name;
use crate::comparator::Comparator;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::finding as words;
use crate::sheet::Check;

/// So many numbers do not come out the same by chance.
const FEWEST: usize = 50;

/// What is said where two cases have the same inputs and different seeds and got the same numbers, and the later case.
pub fn recognise(check: &Check, answers: &[Judged]) -> Option<(Diagnosis, usize)> {
    let drawn = check.parts.iter().enumerate();
    let drawn = drawn.filter(|(_, part)| part.comparator == Comparator::Statistics);
    for (part, _) in drawn {
        for (at, later) in answers.iter().enumerate() {
            let again = answers[..at]
                .iter()
                .find(|earlier| is_again(check, part, earlier, later));
            if let Some(earlier) = again {
                let message = words::seed_ignored(
                    naming::subject(check, part),
                    case_name(check, later.case),
                    case_name(check, earlier.case),
                );
                let diagnosis = Diagnosis {
                    kind: DiagnosisKind::NotRandom,
                    id: None,
                    message,
                };
                return Some((diagnosis, later.case));
            }
        }
    }
    None
}

/// Whether a part is the same in both cases, where each number of the reference is another one. A mask of zeros and ones, of
/// which some are the same by chance, is not looked at.
fn is_again(check: &Check, part: usize, earlier: &Judged, later: &Judged) -> bool {
    let (one, other) = (&check.cases[earlier.case], &check.cases[later.case]);
    if one.seed == other.seed || one.inputs != other.inputs {
        return false;
    }
    let numbers = |judged: &Judged| returned(judged)?.parts.get(part).map(elements);
    let right = |at: usize| check.cases[at].right.parts.get(part).map(elements);
    let (Some(yours), Some(again)) = (numbers(earlier), numbers(later)) else {
        return false;
    };
    let (Some(first), Some(second)) = (right(earlier.case), right(later.case)) else {
        return false;
    };
    let is_drawn = first.len() >= FEWEST && first.iter().zip(&second).all(|(a, b)| a != b);
    is_drawn && yours == again
}
