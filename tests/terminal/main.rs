//! The program in a terminal.
#![cfg(feature = "runner")]

#[cfg(unix)]
#[path = "../author_support/mod.rs"]
mod author_support;
#[path = "../builds_support/mod.rs"]
mod builds_support;
#[path = "../cli_support/mod.rs"]
mod cli_support;
#[cfg(unix)]
#[path = "../terminal_support/learner.rs"]
mod learner;
#[cfg(unix)]
#[path = "../terminal_support/mod.rs"]
mod terminal_support;

#[cfg(unix)]
mod attempts;
#[cfg(unix)]
mod course;
#[cfg(unix)]
mod habits;
#[cfg(unix)]
mod images;
#[cfg(unix)]
mod replay;
mod text;
#[cfg(unix)]
mod trial;
