//! The program, in layers: every module imports only from layers below its own (`tests/layers.rs` holds the table).

pub mod check;
pub mod cli;
pub mod course;
pub mod doctor;
pub mod editor;
pub mod embedded;
pub mod event;
pub mod json;
pub mod outcome;
pub mod plain;
pub mod problem;
pub mod progress;
pub mod session;
pub mod watch;
pub mod workspace;
