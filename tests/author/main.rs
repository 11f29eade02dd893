//! The commands of those who write exercises, on courses in temporary folders.
#![cfg(feature = "runner")]

#[path = "../author_support/mod.rs"]
mod author_support;
#[path = "../builds_support/mod.rs"]
mod builds_support;
#[path = "../cli_support/mod.rs"]
mod cli_support;

mod alike;
mod mutate;
mod page;
