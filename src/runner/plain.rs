//! The course as appended lines, for screen readers, logs and terminals that cannot draw: the second consumer of the
//! stream of events. Nothing is ever painted over.

pub mod answers;
pub mod back;
pub mod command;
pub mod glossary;
pub mod happening;
pub mod predict;
pub mod printer;
pub mod reel;
pub mod sentence;
pub mod trial;
pub mod typed;
pub mod watching;
pub mod way;
