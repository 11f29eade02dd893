//! What the screen shows. One file per subject.

pub mod attempts;
pub mod checks;
pub mod editors;
pub mod glossary;
pub mod help;
pub mod hints;
pub mod keymap;
pub mod keys;
pub mod map;
pub mod menu;
pub mod notices;
pub mod numbers;
pub mod panes;
pub mod pictures;
pub mod refusals;
pub mod session;
pub mod settings;
pub mod states;
pub mod status;
pub mod terminal;
pub mod text;
pub mod times;
pub mod training;
pub mod trial;
pub mod welcome;

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[
    attempts::SENTENCES,
    attempts::LABELS,
    checks::SENTENCES,
    checks::LABELS,
    editors::SENTENCES,
    glossary::SENTENCES,
    glossary::LABELS,
    help::LABELS,
    hints::SENTENCES,
    hints::LABELS,
    keymap::SENTENCES,
    keymap::LABELS,
    keymap::NAMES,
    keys::LABELS,
    map::SENTENCES,
    map::LABELS,
    menu::SENTENCES,
    menu::LABELS,
    notices::SENTENCES,
    notices::NAMES,
    numbers::LABELS,
    panes::SENTENCES,
    panes::LABELS,
    panes::NAMES,
    pictures::LABELS,
    refusals::SENTENCES,
    session::SENTENCES,
    session::LABELS,
    session::NAMES,
    settings::SENTENCES,
    settings::LABELS,
    states::LABELS,
    states::NAMES,
    status::SENTENCES,
    status::LABELS,
    terminal::SENTENCES,
    terminal::LABELS,
    text::LABELS,
    times::NAMES,
    times::LABELS,
    training::SENTENCES,
    training::LABELS,
    training::NAMES,
    trial::SENTENCES,
    trial::LABELS,
    welcome::SENTENCES,
    welcome::LABELS,
];
