//! The snippets of the course's lessons and hints, and what compiles them.

pub mod found;
pub mod program;
pub mod solution;
pub mod table;
