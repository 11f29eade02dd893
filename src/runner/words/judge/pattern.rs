//! What the wrong numbers have to do with the right ones: one file per family of patterns.

pub mod axes;
pub mod factor;
pub mod gradient;
pub mod inputs;
pub mod not_finite;
pub mod places;
pub mod values;
