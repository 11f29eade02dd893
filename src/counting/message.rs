//! What one rank sends another.

/// What one rank sent another.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// When, counted from 1: in one step a rank sends one message at most and receives one at most, and a step begins
    /// once those before it are over. So it does not depend on which thread is faster.
    pub step: usize,
    /// The rank that sent it.
    pub from: usize,
    /// The rank that it is for.
    pub to: usize,
    /// What it holds.
    pub values: Vec<f32>,
}

impl Message {
    /// Its size in bytes: four for each number.
    pub fn bytes(&self) -> usize {
        size_of_val(&self.values[..])
    }
}
