//! For the authors of exercises: a course is begun, an exercise is written, and its checks are proven to pass what is
//! right and to fail what is wrong.

mod answered;
mod begin;
mod bench;
mod builds;
mod entry;
mod folder;
mod format;
mod glossary;
mod hints;
mod imposters;
mod lesson;
mod memory;
mod metadata;
mod mutate;
mod pages;
mod proof;
mod proven;
mod skeleton;
mod stopwatch;
mod tally;
mod toothless;
mod trial;

pub use begin::{Brought, begin, bring, complete};
pub use bench::Bench;
pub use lesson::CODE_COLUMNS;
pub use memory::{Keys, Memory};
pub use mutate::{By, Fate, Mutant, Survey, Tried, mutate, to_write};
pub use proof::{Given, Looked, Proof, Seeds, Step, enough, look, prove};
pub use skeleton::{Skeleton, Sort, skeleton};
