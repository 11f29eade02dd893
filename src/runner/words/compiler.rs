//! What the compiler's words mean. One file per subject.

pub mod axis;
pub mod block;
pub mod bound;
pub mod generic;
pub mod layer;
pub mod method;
pub mod mismatch;
pub mod moved;
pub mod mutable;
pub mod name;
pub mod naming;
pub mod operator;
pub mod plain;
pub mod product;
pub mod reference;
pub mod results;
pub mod synonym;
pub mod syntax;
pub mod tape;
pub mod tensors;

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[
    axis::SENTENCES,
    block::SENTENCES,
    bound::SENTENCES,
    bound::NAMES,
    generic::SENTENCES,
    layer::SENTENCES,
    layer::NAMES,
    method::SENTENCES,
    method::NAMES,
    mismatch::SENTENCES,
    mismatch::NAMES,
    moved::SENTENCES,
    moved::NAMES,
    mutable::SENTENCES,
    name::SENTENCES,
    naming::NAMES,
    operator::SENTENCES,
    operator::NAMES,
    plain::SENTENCES,
    plain::NAMES,
    product::SENTENCES,
    reference::SENTENCES,
    reference::NAMES,
    results::SENTENCES,
    synonym::SENTENCES,
    syntax::SENTENCES,
    tape::SENTENCES,
    tensors::SENTENCES,
    tensors::NAMES,
];
