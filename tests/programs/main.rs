//! What a learner's program may hand over, count, keep and ask for, each through real programs.
#![cfg(feature = "runner")]

#[path = "../author_support/mod.rs"]
mod author_support;
#[path = "../builds_support/mod.rs"]
mod builds_support;
#[path = "../cli_support/mod.rs"]
mod cli_support;

mod counting;
mod store;
mod trial;
mod values;
