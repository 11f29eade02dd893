//! What a learner has done, and keeping it through crashes, power cuts and a second runner in the same course.

pub mod practice;
pub mod state;
pub mod store;
