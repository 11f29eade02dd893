//! What is trained, and what it has to reach. An exercise more is a function in `lines.rs`, `networks.rs` or `programs.rs` and an entry here; if
//! it trains a network, also a function of its name in `trainings.py`.

use crate::{Trained, lines, networks, programs};

/// An exercise that trains.
pub struct Entry {
    pub name: &'static str,
    /// What is measured, with its unit.
    pub measure: &'static str,
    pub bar: Bar,
    /// Seconds that the median training may take on two cores.
    pub most_seconds: f64,
    /// Whether `trainings.py` trains the same network.
    pub has_peer: bool,
    /// Trains with a seed, and measures.
    pub train: fn(u64) -> Trained,
}

/// What the median of a measure has to be.
#[derive(Clone, Copy)]
pub enum Bar {
    AtLeast(f64),
    AtMost(f64),
    /// No further below Keras's than this, or below PyTorch's where there is no Keras; where there is neither, at least `or`.
    BelowPeer {
        by: f64,
        or: f64,
    },
}

/// A training takes at most so many seconds on two cores, by the bars of the course.
const SECONDS: f64 = 20.0;

/// In the order of the course.
pub const ENTRIES: &[Entry] = &[
    // Its check accepts a slope that is off by 0.003.
    Entry {
        name: "fit_line",
        measure: "off the line of least squares",
        bar: Bar::AtMost(0.003),
        most_seconds: SECONDS,
        has_peer: false,
        train: lines::fit_line,
    },
    // With a rate that stays, batches go on moving about the best line.
    Entry {
        name: "sgd",
        measure: "loss above the least, %",
        bar: Bar::AtMost(10.0),
        most_seconds: SECONDS,
        has_peer: false,
        train: lines::sgd,
    },
    Entry {
        name: "early_stopping",
        measure: "validation loss above the lowest",
        bar: Bar::AtMost(0.0),
        most_seconds: SECONDS,
        has_peer: false,
        train: lines::early_stopping,
    },
    Entry {
        name: "spirals",
        measure: "new points right, %",
        bar: Bar::AtLeast(98.0),
        most_seconds: SECONDS,
        has_peer: true,
        train: networks::spirals,
    },
    // The first 2,000 test digits, those that ship, are harder than the rest: the network of the lesson gets 1.1 points more of
    // all 10,000 right. Keras has 96.7 % of those (README.md).
    Entry {
        name: "mnist_cnn",
        measure: "test digits right, %",
        bar: Bar::BelowPeer { by: 0.3, or: 95.3 },
        most_seconds: SECONDS,
        has_peer: true,
        train: networks::mnist_cnn,
    },
    // The lesson has 91 % for the last layer but one.
    Entry {
        name: "probe",
        measure: "right, from the hidden layer, %",
        bar: Bar::AtLeast(85.0),
        most_seconds: SECONDS,
        has_peer: false,
        train: networks::probe,
    },
    // A bigram table has 2.35.
    Entry {
        name: "name_model",
        measure: "nats a letter of new names",
        bar: Bar::AtMost(2.20),
        most_seconds: SECONDS,
        has_peer: true,
        train: networks::name_model,
    },
    Entry {
        name: "spoken_digits",
        measure: "right in new voices, %",
        bar: Bar::AtLeast(97.0),
        most_seconds: SECONDS,
        has_peer: true,
        train: networks::spoken_digits,
    },
    // A bigram table has 2.39.
    Entry {
        name: "tiny_gpt",
        measure: "nats a character of held-out Alice",
        bar: Bar::AtMost(1.75),
        most_seconds: 60.0,
        has_peer: true,
        train: programs::tiny_gpt,
    },
    Entry {
        name: "resume",
        measure: "weights that differ",
        bar: Bar::AtMost(0.0),
        most_seconds: SECONDS,
        has_peer: false,
        train: lines::resume,
    },
    // Ten epochs; info.toml allows them so many seconds. Five trainings had 96.4 % of the second thousand that ships, as their
    // median.
    Entry {
        name: "digits",
        measure: "test digits right, %",
        bar: Bar::BelowPeer { by: 0.3, or: 95.8 },
        most_seconds: 300.0,
        has_peer: true,
        train: programs::digits,
    },
    Entry {
        name: "your_data",
        measure: "penguins of the test part right, %",
        bar: Bar::BelowPeer { by: 1.5, or: 95.0 },
        most_seconds: SECONDS,
        has_peer: true,
        train: programs::your_data,
    },
];
