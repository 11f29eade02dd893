//! What the compiler's words mean. One file per subject.

pub mod axis;
pub mod block;
pub mod bound;
pub mod condition;
pub mod foreign;
pub mod function;
pub mod generic;
pub mod layer;
pub mod lifetime;
pub mod list;
pub mod method;
pub mod mismatch;
pub mod moved;
pub mod mutable;
pub mod name;
pub mod naming;
pub mod network;
pub mod operator;
pub mod option;
pub mod pattern;
pub mod permute;
pub mod plain;
pub mod product;
pub mod python;
pub mod reference;
pub mod results;
pub mod synonym;
pub mod syntax;
pub mod tape;
pub mod tensors;
pub mod text;

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[
    axis::SENTENCES,
    block::SENTENCES,
    bound::SENTENCES,
    bound::NAMES,
    condition::SENTENCES,
    foreign::SENTENCES,
    function::SENTENCES,
    generic::SENTENCES,
    layer::SENTENCES,
    layer::NAMES,
    lifetime::SENTENCES,
    list::SENTENCES,
    method::SENTENCES,
    method::NAMES,
    mismatch::SENTENCES,
    mismatch::NAMES,
    moved::SENTENCES,
    moved::NAMES,
    mutable::SENTENCES,
    name::SENTENCES,
    naming::NAMES,
    network::SENTENCES,
    operator::SENTENCES,
    operator::NAMES,
    option::SENTENCES,
    pattern::SENTENCES,
    permute::SENTENCES,
    plain::SENTENCES,
    plain::NAMES,
    product::SENTENCES,
    python::SENTENCES,
    reference::SENTENCES,
    reference::NAMES,
    results::SENTENCES,
    synonym::SENTENCES,
    syntax::SENTENCES,
    tape::SENTENCES,
    tensors::SENTENCES,
    tensors::NAMES,
    text::SENTENCES,
];
