//! Ready-made shows: each takes a learner's own function and makes it visible. They stand in one line of an exercise's
//! `main`, so that neither the learner nor the instructor has to write one.
//!
//! | show | of | what one sees |
//! |---|---|---|
//! | [`descent`] | one step of gradient descent | the way down a loss surface at three learning rates |
//! | [`batches`] | a training in batches | the ways down with batches of 1, of 8, and of all points |
//! | [`fit`] | a training of a line | the line over its points, and the way down, step by step |
//! | [`shrink`] | an L2 penalty | weights that become small |
//! | [`vanish`] | a soft threshold | weights that become exactly zero |
//! | [`drops`] | dropout | which activations are dropped, and how the others grow |
//! | [`slide`] | a convolution | the window over a real digit, and each sum being formed |
//! | [`penguins_apart`] | a confusion matrix, recall and precision | what is taken for what, with more and more known |
//! | [`resumed`] | a training with checkpoints | its loss in one go, and when it was ended on the way |
//! | [`sounds`] | a spectrogram | a tone, a whistle and a click, in short frames and in long ones; a spoken word |
//! | [`recordings`] | a spectrogram | the learner's own recordings, when they try it out |
//! | [`tokens`] | a tokenizer | where tokens end in three texts, with more and more merges |
//! | [`attention_map`] | attention | which word of a sentence looks at which, as the scores grow |
//! | [`head_maps`] | attention with several heads | what each head looks at, when it is given something to look for |
//! | [`dot_by_distance`] | a rotation by position | what a score knows of positions: the distance, and nothing else |
//! | [`gradient_by_distance`] | the loss of a recurrent network | how a gradient fades or grows on its way back |
//!
//! ```no_run
//! use course::demo;
//! use gradlings::prelude::*;
//!
//! pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
//!     todo!()
//! }
//!
//! fn main() {
//!     Exercise::new()
//!         .offer("conv2d", function(conv2d))
//!         .show("an edge detector on a digit", || demo::slide(conv2d))
//!         .serve()
//! }
//! ```

mod attention;
mod confusion;
mod descent;
mod heads;
mod layers;
mod resumed;
mod sequence;
mod sounds;
mod tokens;
mod weights;

pub use attention::{attention_map, dot_by_distance};
pub use confusion::penguins_apart;
pub use descent::{batches, descent, fit};
pub use heads::head_maps;
pub use layers::{drops, slide};
pub use resumed::resumed;
pub use sequence::gradient_by_distance;
pub use sounds::{recording, recordings, sounds};
pub use tokens::tokens;
pub use weights::{shrink, vanish};
