//! What the compiler's words mean. One file per subject.

pub mod axis;
pub mod block;
pub mod generic;
pub mod layer;
pub mod moved;
pub mod mutable;
pub mod naming;
pub mod operator;
pub mod product;
pub mod results;
pub mod syntax;
pub mod tape;

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[
    axis::SENTENCES,
    block::SENTENCES,
    generic::SENTENCES,
    layer::SENTENCES,
    layer::NAMES,
    moved::SENTENCES,
    moved::NAMES,
    mutable::SENTENCES,
    naming::NAMES,
    operator::SENTENCES,
    operator::NAMES,
    product::SENTENCES,
    results::SENTENCES,
    syntax::SENTENCES,
    tape::SENTENCES,
];
