//! Grading what many learners handed in: every exercise of every submission is a piece of work of its own.
//!
//! A submission is read as a list of named texts and nothing else. A piece of work is known by its content, so what came of it
//! is a file under that name, and grading that was killed goes on where it was.

pub mod assemble;
pub mod collect;
pub mod formats;
pub mod graded;
pub mod gradescope_zip;
pub mod line;
pub mod mentions;
pub mod pick;
pub mod print;
pub mod progress;
pub mod publish;
pub mod reading;
pub mod results;
pub mod run;
pub mod score;
pub mod shard;
pub mod submission;
pub mod work;
