//! Text for the panes: markdown, wrapping, what compilers colour, and durations in words.

pub mod ansi;
pub mod code;
pub mod inline;
pub mod markdown;
pub mod prose;
pub mod table;
pub mod wrap;
