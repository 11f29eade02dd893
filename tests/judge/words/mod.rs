//! Every sentence of the judge beside what it is told of, and beside what is as near to that as can be and is not told it.
//!
//! The answers of a family differ from each other by as little as they can. Each is told the sentences that stand before it
//! and no other ones, so every sentence is told where it is true and left out next to that.

mod axes;
mod calls;
mod curves;
mod elsewhere;
mod factors;
mod families;
mod findings;
mod gradients;
mod health;
mod inputs;
mod not_finite;
mod places;
mod random;
mod reading;
mod rows;
mod sequences;
mod tables;
mod values;
