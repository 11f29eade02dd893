//! Ready-made shows: each takes a learner's own function and makes it visible. They stand in one line of an exercise's
//! `main`, so that neither the learner nor the instructor has to write one.
//!
//! | show | of | what one sees |
//! |---|---|---|
//! | [`broadcasts`] | a row added, columns scaled, an outer product | what a vector does to each row of a matrix |
//! | [`tangents`] | the values and slopes of a curve | the tangent that walks along it |
//! | [`bends`] | a function and its slope | the tangent on the function, and the slope as a curve of its own |
//! | [`shifts`] | a shift of an image | a digit that goes round, and leaves over the edge |
//! | [`descent`] | one step of gradient descent | the way down a loss surface at three learning rates |
//! | [`batches`] | a training in batches | the ways down with batches of 1, of 8, and of all points |
//! | [`rolls`] | descent with momentum | a ball that rolls down a narrow bowl, beside plain descent |
//! | [`three_ways`] | a descent with Adam | the ways of plain descent, momentum and Adam down a narrow bowl |
//! | [`scheduled`] | a schedule of the learning rate | its curve, and where it leads beside a constant rate |
//! | [`fit`] | a training of a line | the line over its points, and the way down, step by step |
//! | [`shrink`] | an L2 penalty | weights that become small |
//! | [`vanish`] | a soft threshold | weights that become exactly zero |
//! | [`decays`] | steps of Adam with L2 and of AdamW | which weights become small under each |
//! | [`overfits`] | a training with patience | how both losses part, the best step, and a polynomial that bends more and more |
//! | [`drops`] | dropout | which activations are dropped, and how the others grow |
//! | [`ten_layers`] | sizes of outputs, and weights drawn by a rule | how outputs fade, explode or last over ten layers |
//! | [`plane`] | a network that tells two classes of points apart | what it says of every place of the plane, and its decision boundary as it moves |
//! | [`slide`] | a convolution | the window over a real digit, and each sum being formed |
//! | [`pools`] | max pooling and its backward pass | a digit in windows, and which of its pixels get the gradient |
//! | [`twenty_layers`] | sizes of gradients in a deep network | what arrives at each layer, plain and with a way around it |
//! | [`salient`] | gradients by the pixels, and a map of their sizes | which pixels matter to what a network says of a digit |
//! | [`misled`] | an attack on images | digits before and after, the change, and how many are still read rightly |
//! | [`probed`] | accuracies of probes by layer | which layer knows whether a digit is even |
//! | [`penguins_apart`] | a confusion matrix, recall and precision | what is taken for what, with more and more known |
//! | [`penguins_found`] | a precision-recall curve and its average | how many are found and how many named rightly, by three scores |
//! | [`digits_calibrated`] | bins by confidence, their calibration error, a temperature | how sure a model is beside how often it is right, before and after |
//! | [`next_word`] | a softmax | words that could come next, from a low temperature to a high one |
//! | [`lost`] | a rounding to sixteen bits | how many gradients it loses, at one scale after another |
//! | [`resumed`] | a training with checkpoints | its loss in one go, and when it was ended on the way |
//! | [`published_costs`] | parameters, memory and operations of a model | large models beside what their authors say |
//! | [`ring`] | a sum over several machines | where the numbers of how many have come together, step by step |
//! | [`sharded`] | a step with shards of the velocity | what each of more and more machines keeps |
//! | [`sounds`] | a spectrogram | a tone, a whistle and a click, in short frames and in long ones; a spoken word |
//! | [`recordings`] | a spectrogram | the learner's own recordings, when they try it out |
//! | [`mel_bands`] | mel filters, a spectrogram, a mel picture | the filters of more and more bands; a spoken word through them |
//! | [`mel_recordings`] | a mel picture | the learner's own recordings, when they try it out |
//! | [`heard`] | an edit distance and a word error rate | two sentences side by side, and what has changed, word by word |
//! | [`deduplicated`] | shingles, signatures and what to keep | a corpus with copies, and what a model of letters gains without them |
//! | [`learned`] | a training of merges | where tokens end in two texts, merge by merge |
//! | [`next_words`] | temperature, top-k and top-p | the probabilities of a next word |
//! | [`tokens`] | a tokenizer | where tokens end in three texts, with more and more merges |
//! | [`bigrams`] | a bigram table that is counted, smoothed and drawn from | which letter follows which in names, and names it invents |
//! | [`letters`] | a look-up in a table, and its gradient | letters that find their places while they learn what comes next |
//! | [`looks_back`] | a perplexity | tables that look back at more and more letters of a name, on names they counted and on others |
//! | [`preferred`] | a loss for pairs of answers | how a policy comes to prefer what is liked |
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
mod bend;
mod bigrams;
mod boundary;
mod bowl;
mod broadcast;
mod calibration;
mod choice;
mod confusion;
mod costs;
mod deduplicated;
mod depth;
mod descent;
mod heads;
mod heard;
mod inside;
mod layers;
mod learned;
mod letters;
mod looks_back;
mod lost;
mod mel;
mod overfit;
mod pool;
mod preferred;
mod resumed;
mod ring;
mod sampling;
mod sequence;
mod sharded;
mod shift;
mod skip;
mod sounds;
mod tangent;
mod threshold;
mod tokens;
mod untrained;
mod weights;

pub use attention::{attention_map, dot_by_distance};
pub use bend::bends;
pub use bigrams::bigrams;
pub use boundary::plane;
pub use bowl::{rolls, scheduled, three_ways};
pub use broadcast::broadcasts;
pub use calibration::digits_calibrated;
pub use choice::next_word;
pub use confusion::penguins_apart;
pub(crate) use confusion::taken_for;
pub use costs::published_costs;
pub use deduplicated::deduplicated;
pub use depth::ten_layers;
pub use descent::{batches, descent, fit};
pub use heads::head_maps;
pub use heard::heard;
pub use inside::{misled, probed, salient};
pub use layers::{drops, slide};
pub use learned::learned;
pub use letters::letters;
pub use looks_back::looks_back;
pub use lost::lost;
pub(crate) use mel::grey;
pub use mel::{lasts, mel_bands, mel_recordings};
pub use overfit::overfits;
pub use pool::pools;
pub use preferred::preferred;
pub use resumed::resumed;
pub use ring::ring;
pub use sampling::next_words;
pub use sequence::gradient_by_distance;
pub use sharded::sharded;
pub use shift::shifts;
pub use skip::twenty_layers;
pub(crate) use sounds::each_sound;
pub use sounds::{recording, recordings, sounds};
pub use tangent::tangents;
pub use threshold::penguins_found;
pub use tokens::tokens;
pub use untrained::untrained_map;
pub use weights::{decays, shrink, vanish};
