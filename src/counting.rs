//! What a lesson counts is counted here, not by the learner's code: messages and bytes between ranks.
//!
//! A learner's function gets its own values and a [`Rank`], and nothing else leads to the values of the others. What it
//! tries beside that ends the call with a sentence.

mod apart;
mod ledger;
mod post;
mod ranks;

pub(crate) use apart::knows_too_much;
pub(crate) use ledger::{Ledger, ledger};
pub use ranks::{Message, Ran, Rank, run};
