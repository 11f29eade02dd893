//! What makes a solution a reference: generators of cases, comparators, and the mistakes.

mod build;
mod catch;
mod leaves;
mod maker;
mod noise;
mod one_batch;
mod plan;
mod recorded;
mod repeat;
mod seed;
mod series;
mod serve;
mod variation;
mod work;

pub use build::Reference;
pub use series::Series;

use crate::comparator::{Comparator, Correspondence, Tolerance};

/// Within the tolerance that follows from `f32`, the size of the case and what rounding the inputs does to the answer.
pub fn close() -> Comparator {
    Comparator::Close(None)
}

/// Within `absolute + relative * |expected|`.
pub fn within(absolute: f32, relative: f32) -> Comparator {
    Comparator::Close(Some(Tolerance { absolute, relative }))
}

/// Equal to the last bit.
pub fn exact() -> Comparator {
    Comparator::Exact
}

/// A count that is no more than `times` the reference's, element by element; less is right too. Where a right function may
/// need a few more than the solution, `times` leaves room for it: `at_most(1.1)`.
pub fn at_most(times: f32) -> Comparator {
    Comparator::AtMost(times)
}

/// The same elements in any order.
pub fn same_multiset() -> Comparator {
    Comparator::SameMultiset
}

/// Equal, one by one, where an answer may be longer or shorter than the right one: texts, tokens. The verdict names the
/// first difference.
pub fn sequence() -> Comparator {
    Comparator::Sequence
}

/// The same texts or whole numbers, in any order and however often.
pub fn set() -> Comparator {
    Comparator::Set
}

/// The same mean, deviation and share of zeros, within what chance allows.
pub fn statistics() -> Comparator {
    Comparator::Statistics
}

/// Every row a probability distribution, and close to the reference's.
pub fn simplex() -> Comparator {
    Comparator::Simplex
}

/// Compared by another part.
pub fn free() -> Comparator {
    Comparator::Free
}

/// Judged by the closure given to [`Reference::inspect`].
pub fn property() -> Comparator {
    Comparator::Property
}

/// Rows that moved together with their partners. `groups` are pairs of part numbers `(rows, partners)`, `original` the
/// numbers of the two inputs they come from.
pub fn correspondence(groups: &[(usize, usize)], original: (usize, usize)) -> Comparator {
    Comparator::Correspondence(Correspondence {
        groups: groups.to_vec(),
        original,
    })
}

/// Logits that name the right class at least this often. The labels stay with the reference.
pub fn accuracy(labels: &[usize], at_least: f32) -> Comparator {
    Comparator::Accuracy {
        labels: labels.to_vec(),
        at_least,
    }
}

/// An accuracy claimed for the logits in part number `logits`.
pub fn claim(logits: usize, labels: &[usize]) -> Comparator {
    Comparator::Claim {
        logits,
        labels: labels.to_vec(),
    }
}
