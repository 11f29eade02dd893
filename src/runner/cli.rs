//! The command line.

pub mod args;
pub mod attempts;
pub mod author;
pub mod candidates;
pub mod check;
pub mod completing;
pub mod dispatch;
pub mod export;
pub mod folder;
pub mod glossary;
pub mod grade;
pub mod health;
pub mod manual;
pub mod message;
pub mod mutating;
pub mod place;
pub mod proving;
pub mod settings;
pub mod show;
pub mod status;
pub mod trial;
