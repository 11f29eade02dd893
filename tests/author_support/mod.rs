//! Courses outside the repository whose builds share what is slow, and a page that is followed word by word.

pub mod courses;
pub mod page;
