//! What the library of the exercises says to a learner, in one file per subject. See [`crate::sentence`].

#[cfg(feature = "exercise")]
pub mod layers;
#[cfg(feature = "exercise")]
pub mod predictions;
#[cfg(feature = "exercise")]
pub mod program;
pub mod store;
#[cfg(feature = "exercise")]
pub mod values;

use crate::sentence::Sentence;

/// Every text of the library.
pub fn all() -> impl Iterator<Item = &'static Sentence> {
    let subjects: &[&[Sentence]] = &[
        #[cfg(feature = "exercise")]
        layers::SENTENCES,
        #[cfg(feature = "exercise")]
        predictions::LABELS,
        #[cfg(feature = "exercise")]
        program::SENTENCES,
        store::SENTENCES,
        #[cfg(feature = "exercise")]
        values::SENTENCES,
        #[cfg(feature = "exercise")]
        values::NAMES,
    ];
    subjects.iter().copied().flatten()
}
