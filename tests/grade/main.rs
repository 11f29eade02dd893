//! `gradlings grade`: what a class hands in, from folders and archives to the files of other systems.
#![cfg(all(feature = "runner", target_os = "linux"))]

#[path = "../author_support/mod.rs"]
mod author_support;
#[path = "../builds_support/mod.rs"]
mod builds_support;
#[path = "../cli_support/mod.rs"]
mod cli_support;

mod archives;
mod class;
mod graded;
mod machines;
