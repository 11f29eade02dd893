//! Courses outside the repository whose builds share what is slow, and a page that is followed word by word.

// Every test program uses its own part of this.
#![allow(dead_code)]

pub mod courses;
pub mod one_exercise;
pub mod page;
