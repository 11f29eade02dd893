//! The files of a course on disk: how they are written, what is kept beside them, how a course is made and updated.

pub mod closing;
pub mod exercise;
pub mod file;
mod fresh;
pub mod init;
pub mod inside;
pub mod layout;
pub mod lock;
pub mod manifest;
mod merge;
mod misplaced;
pub mod moved;
pub mod original;
mod repath;
pub mod repository;
pub mod update;
