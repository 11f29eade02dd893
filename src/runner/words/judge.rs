//! What is wrong with an answer, and how a check ends. One file per subject.

pub mod call;
pub mod catching;
pub mod course;
pub mod ending;
pub mod finding;
pub mod hunt;
pub mod interruption;
pub mod numbers;
pub mod panic;
pub mod pattern;
pub mod piece;
pub mod reading;
pub mod rows;
pub mod sequence;
pub mod subject;
pub mod trial;

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[
    call::SENTENCES,
    catching::SENTENCES,
    course::SENTENCES,
    course::LABELS,
    ending::SENTENCES,
    ending::NAMES,
    finding::SENTENCES,
    finding::NAMES,
    hunt::SENTENCES,
    interruption::SENTENCES,
    numbers::LABELS,
    numbers::NAMES,
    panic::SENTENCES,
    pattern::axes::SENTENCES,
    pattern::axes::NAMES,
    pattern::factor::SENTENCES,
    pattern::factor::NAMES,
    pattern::gradient::SENTENCES,
    pattern::inputs::SENTENCES,
    pattern::not_finite::SENTENCES,
    pattern::places::SENTENCES,
    pattern::places::NAMES,
    pattern::values::SENTENCES,
    pattern::values::NAMES,
    piece::SENTENCES,
    reading::SENTENCES,
    reading::LABELS,
    rows::SENTENCES,
    sequence::SENTENCES,
    sequence::NAMES,
    sequence::LABELS,
    subject::NAMES,
    trial::SENTENCES,
];
