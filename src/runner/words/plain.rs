//! What plain mode and the commands print. One file per subject.

pub mod arguments;
pub mod attempts;
pub mod checks;
pub mod commands;
pub mod course;
pub mod exercise;
pub mod export;
pub mod folder;
pub mod glossary;
pub mod grade;
pub mod predict;
pub mod progress;
pub mod settings;
pub mod shell;
pub mod submission;
pub mod training;
pub mod trial;
pub mod watching;
pub mod way;
pub mod workspace;

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[
    arguments::SENTENCES,
    arguments::LABELS,
    attempts::SENTENCES,
    attempts::LABELS,
    checks::SENTENCES,
    checks::LABELS,
    checks::NAMES,
    commands::SENTENCES,
    commands::LABELS,
    course::SENTENCES,
    course::LABELS,
    exercise::SENTENCES,
    export::SENTENCES,
    folder::SENTENCES,
    glossary::SENTENCES,
    glossary::LABELS,
    grade::SENTENCES,
    grade::LABELS,
    predict::SENTENCES,
    progress::SENTENCES,
    progress::LABELS,
    settings::SENTENCES,
    settings::LABELS,
    settings::NAMES,
    shell::SENTENCES,
    shell::LABELS,
    submission::SENTENCES,
    training::SENTENCES,
    trial::SENTENCES,
    watching::SENTENCES,
    watching::LABELS,
    way::SENTENCES,
    way::LABELS,
    way::NAMES,
    workspace::SENTENCES,
    workspace::LABELS,
];
