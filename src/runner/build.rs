//! Builds the programs of a course and reads what cargo and rustc say.
//!
//! cargo builds what all programs link, once, and says how it calls rustc. Every program is then built by rustc itself from
//! the text that was read, see [`Source`].

mod event;
pub mod fault;
mod library;
mod listen;
mod message;
mod missed;
mod package;
mod product;
mod recipe;
mod rustc;
mod shelf;
mod watch;
mod workshop;

use std::time::Duration;

use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::source::Source;

pub use event::BuildEvent;
pub use product::{Built, Product};
pub use shelf::Executable;
pub use workshop::Workshop;

/// Whether everything that the programs of a course link is built, so that a program waits for rustc alone.
pub fn is_ready(workshop: &Workshop) -> bool {
    recipe::Recipe::fresh(workshop).is_some()
}

/// Builds the program of `source`. `budget` counts from the moment rustc starts; what programs link takes what it takes.
pub fn build(
    workshop: &Workshop,
    source: Source,
    budget: Duration,
    stop: &Stop,
    happened: &mut dyn FnMut(BuildEvent),
) -> Result<Built, Problem> {
    match library::recipe(workshop, stop, happened)? {
        Some(recipe) => rustc::build(workshop, &recipe, source, budget, stop, happened),
        None => Ok(Built::Cancelled),
    }
}
