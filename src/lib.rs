//! gradlings: a terminal course in deep learning, in Rust.
//!
//! This library is what the exercises and their solutions link (feature `exercise`): handlers that turn ordinary
//! functions into answers, the layers that dfdx lacks on stable Rust. The program is the module
//! [`runner`] (feature `runner`). Both sides share the wire.

// The builder of sheets is one file for the tests in here and those in `tests/judge`. Both call the library by its name,
// which in here would be the library that the package depends on for its tests: the same code with other types.
#[cfg(test)]
extern crate self as gradlings;

#[cfg(feature = "exercise")]
mod call;
#[cfg(feature = "exercise")]
mod channel;
pub mod comparator;
#[cfg(feature = "exercise")]
pub mod contiguous;
#[cfg(feature = "exercise")]
pub mod counting;
#[cfg(feature = "exercise")]
pub mod data_set;
#[cfg(feature = "exercise")]
pub mod generator;
#[cfg(feature = "exercise")]
pub mod handler;
#[cfg(feature = "exercise")]
pub mod health;
pub mod message;
#[cfg(feature = "exercise")]
pub mod nn;
#[cfg(feature = "exercise")]
pub mod optim;
#[cfg(feature = "exercise")]
mod outbox;
#[cfg(feature = "exercise")]
pub mod prelude;
#[cfg(feature = "exercise")]
pub mod reference;
pub mod report;
#[cfg(feature = "runner")]
pub mod runner;
pub mod sentence;
#[cfg(feature = "exercise")]
pub mod serve;
pub mod sheet;
#[cfg(feature = "exercise")]
mod stop;
#[cfg(feature = "exercise")]
pub mod store;
pub mod stored;
#[cfg(feature = "exercise")]
pub mod tensor;
#[cfg(feature = "exercise")]
pub mod trial;
#[cfg(feature = "exercise")]
pub mod values;
pub mod wire;
pub mod words;
#[cfg(feature = "exercise")]
mod world;
