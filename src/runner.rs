//! The program, in layers: every module imports only from layers below its own (`tests/layers.rs` holds the table).

pub mod check;
pub mod course;
pub mod event;
pub mod judge;
pub mod outcome;
pub mod problem;
