//! Truth from outside: what the solutions say, beside tables that NumPy computed in float64. Each table lies in
//! `tests/truth` with the script that wrote it.
#![cfg(all(feature = "runner", feature = "exercise"))]

#[path = "truth/accumulate.rs"]
mod accumulate;
#[path = "truth/activations.rs"]
mod activations;
#[path = "truth/adapt.rs"]
mod adapt;
#[path = "truth/all_reduce.rs"]
mod all_reduce;
#[path = "truth/attention.rs"]
mod attention;
#[path = "truth/autograd.rs"]
mod autograd;
#[path = "truth/batch_norm.rs"]
mod batch_norm;
#[path = "truth/bigram.rs"]
mod bigram;
#[path = "truth/block.rs"]
mod block;
#[path = "truth/capstone.rs"]
mod capstone;
#[path = "truth/cost.rs"]
mod cost;
#[path = "truth/data.rs"]
mod data;
#[path = "truth/early_stopping.rs"]
mod early_stopping;
#[path = "truth/embedding.rs"]
mod embedding;
#[path = "truth/evaluation.rs"]
mod evaluation;
#[path = "truth/gradient.rs"]
mod gradient;
#[path = "truth/half.rs"]
mod half_numbers;
#[path = "truth/hunt_transformer.rs"]
mod hunt_transformer;
#[path = "truth/initialise.rs"]
mod initialise;
#[path = "truth/inside.rs"]
mod inside;
#[path = "truth/language.rs"]
mod language;
#[path = "truth/layers.rs"]
mod layers;
#[path = "truth/losses.rs"]
mod losses;
#[path = "truth/mel.rs"]
mod mel;
#[path = "truth/near_duplicates.rs"]
mod near_duplicates;
#[path = "truth/network.rs"]
mod network;
#[path = "truth/optimizers.rs"]
mod optimizers;
#[path = "truth/perplexity.rs"]
mod perplexity;
#[path = "truth/recurrent.rs"]
mod recurrent;
#[path = "truth/sampling.rs"]
mod sampling;
#[path = "truth/scale.rs"]
mod scale;
#[path = "truth/sequence.rs"]
mod sequence;
#[path = "truth/shard.rs"]
mod shard;
#[path = "truth/shown.rs"]
mod shown;
#[path = "truth/speech.rs"]
mod speech;
#[path = "truth/spirals.rs"]
mod spirals;
#[path = "truth/start.rs"]
mod start;
#[path = "truth/transformer.rs"]
mod transformer;
#[path = "truth/vision.rs"]
mod vision;
#[path = "truth/word_error_rate.rs"]
mod word_error_rate;
#[path = "truth/your_data.rs"]
mod your_data;
