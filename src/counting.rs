//! What a lesson counts is counted here, not by the learner's code.
//!
//! | what | how | who counts |
//! |---|---|---|
//! | messages, bytes and steps between machines | a function gets its own values and a [`Rank`] | its mailbox |
//! | multiplications, bytes that are alive | a function computes with [`Metered`] matrices, which it cannot look into | each matrix |
//! | layers that are computed again | a function gets [`Layer`]s | each layer |
//! | orders that a training repeats | a loss and `backward` are the library's | these two |
//!
//! What a function tries beside that ends the call with a sentence. For shows, [`run`] and [`measure`] give what was counted.

mod apart;
mod layer;
mod ledger;
mod message;
mod metered;
mod orders;
mod post;
mod ranks;

pub(crate) use apart::knows_too_much;
pub use layer::{Gradients, Layer};
pub(crate) use ledger::{Ledger, begin, ledger, played_back, recorded, running};
pub use ledger::{Measured, measure};
pub use message::Message;
pub use metered::Metered;
pub use ranks::{Ran, Rank, run};
