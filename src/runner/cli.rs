//! The command line.

pub mod args;
pub mod attempts;
pub mod author;
pub mod check;
pub mod dispatch;
pub mod folder;
pub mod health;
pub mod place;
pub mod proving;
pub mod settings;
pub mod show;
pub mod trial;
