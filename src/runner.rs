//! The program, in layers: every module imports only from layers below its own (`tests/layers.rs` holds the table).

pub mod activity;
pub mod author;
pub mod build;
pub mod check;
pub mod cli;
pub mod config;
pub mod course;
pub mod doctor;
pub mod editor;
pub mod embedded;
pub mod event;
pub mod fingerprint;
pub mod json;
pub mod judge;
pub mod outcome;
pub mod plain;
pub mod problem;
pub mod process;
pub mod program;
pub mod progress;
pub mod reference;
pub mod session;
pub mod text;
pub mod tui;
pub mod watch;
pub mod workspace;
