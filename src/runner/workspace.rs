//! The files of a course on disk: how they are written, what is kept beside them, how a course is made and updated.

pub mod exercise;
pub mod file;
pub mod original;
