//! What a language model might say next, and how a temperature, k and p change it.

use gradlings::prelude::*;

/// Words that may follow "the cat sat on the", with logits as a model might give them.
const NEXT: [(&str, f32); 12] = [
    ("mat", 4.2),
    ("sofa", 3.5),
    ("roof", 3.1),
    ("floor", 3.0),
    ("table", 2.6),
    ("chair", 2.3),
    ("wall", 1.7),
    ("dog", 0.9),
    ("moon", 0.2),
    ("idea", -0.6),
    ("of", -1.4),
    ("seven", -2.0),
];

type Numbers = Vec<f32>;

/// Shows the probabilities of the next word three times: at temperatures from 0.2 to 3, with the most probable 1 to 12
/// words alone, and with as many as reach a sum of 0.1 to 1. The curves say how many words may still be drawn, and how
/// probable the likeliest is.
///
/// `with_temperature` gets the logits and the temperature, `top_k` and `top_p` probabilities and k or p.
///
/// ```
/// use course::demo;
///
/// demo::next_words(|logits, _t| logits, |kept, _k| kept, |kept, _p| kept);
/// ```
pub fn next_words(
    with_temperature: impl Fn(Numbers, f32) -> Numbers,
    top_k: impl Fn(Numbers, usize) -> Numbers,
    top_p: impl Fn(Numbers, f32) -> Numbers,
) {
    let logits: Numbers = NEXT.iter().map(|(_, logit)| *logit).collect();
    let plain = with_temperature(logits.clone(), 1.0);
    for step in 0..15 {
        let temperature = 0.2 + 0.2 * step as f32;
        let hot = with_temperature(logits.clone(), temperature);
        let likeliest = hot.iter().copied().fold(0.0, f32::max);
        report::metric("likeliest word", step, likeliest);
        shown(
            &format!("temperature {temperature:.1}"),
            "by temperature",
            step,
            &hot,
        );
    }
    for step in 0..NEXT.len() {
        let kept = top_k(plain.clone(), step + 1);
        shown(&format!("k = {}", step + 1), "top-k", step, &kept);
    }
    for step in 0..10 {
        let p = 0.1 + 0.1 * step as f32;
        let kept = top_p(plain.clone(), p);
        let count = kept.iter().filter(|it| **it > 0.0).count();
        report::metric("words that reach p", step, count as f32);
        shown(&format!("p = {p:.1}"), "top-p", step, &kept);
    }
}

/// The words with their probabilities, and which setting this is.
fn shown(setting: &str, title: &str, step: usize, probabilities: &[f32]) {
    let words = NEXT.iter().map(|(word, _)| (*word).to_owned());
    let bars: Vec<(String, f32)> = words.zip(probabilities.iter().copied()).collect();
    report::bars(&format!("next word, {title}"), step, &bars);
    report::text(&format!("setting, {title}"), step, setting);
}
