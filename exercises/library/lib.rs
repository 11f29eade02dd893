//! What the exercises of this course share: its data sets, and shows that draw with a learner's own function.
//!
//! An exercise imports it beside the library of the program: `use course::demo;`.

mod batch;
mod checkpoint;
pub mod demo;
mod erf;
mod error;
mod gpt;
pub mod graph;
mod hash;
mod idx;
mod linear_gradient;
pub mod mnist;
pub mod names;
pub mod own_data;
mod parameters;
pub mod penguins;
mod picture_rows;
pub mod polynomial;
mod published;
mod recurrent;
mod safetensors;
mod small_network;
pub mod sounds;
mod spirals;
pub mod spoken;
mod texts;
pub mod trained;
mod training;

pub use batch::{Batch, halves};
pub use checkpoint::Checkpoint;
pub use erf::erf;
pub use error::DataError;
pub use gpt::{AdamW, BATCH, Gpt, learn, lend, mean_nats, retaped, write};
pub use graph::{Graph, Op};
pub use hash::hash;
pub use idx::Idx;
pub use linear_gradient::mean_gradient;
pub use mnist::Digits;
pub use parameters::Parameters;
pub use penguins::Penguin;
pub use published::{Decoder, Memory, PUBLISHED, Published};
pub use recurrent::Recurrent;
pub use safetensors::{SafeTensors, safetensors};
pub use small_network::SmallNetwork;
pub use spirals::{Spirals, spirals};
pub use spoken::Spoken;
pub use texts::{Alphabet, alice, bigram_nats, tang_poems};
pub use training::{momentum_step, shuffle};
