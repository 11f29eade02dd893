//! Truth from outside: what the solutions say, beside tables that NumPy computed in float64. Each table lies in
//! `tests/truth` with the script that wrote it.
#![cfg(all(feature = "runner", feature = "exercise"))]

#[path = "truth/attention.rs"]
mod attention;
#[path = "truth/autograd.rs"]
mod autograd;
#[path = "truth/evaluation.rs"]
mod evaluation;
#[path = "truth/gradient.rs"]
mod gradient;
#[path = "truth/language.rs"]
mod language;
#[path = "truth/layers.rs"]
mod layers;
#[path = "truth/network.rs"]
mod network;
#[path = "truth/recurrent.rs"]
mod recurrent;
#[path = "truth/scale.rs"]
mod scale;
#[path = "truth/sequence.rs"]
mod sequence;
#[path = "truth/shown.rs"]
mod shown;
#[path = "truth/speech.rs"]
mod speech;
#[path = "truth/transformer.rs"]
mod transformer;
