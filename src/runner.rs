//! The program, in layers: every module imports only from layers below its own (`tests/layers.rs` holds the table).

pub mod check;
pub mod course;
pub mod editor;
pub mod event;
pub mod outcome;
pub mod problem;
pub mod progress;
pub mod session;
pub mod tui;
pub mod watch;
pub mod workspace;
