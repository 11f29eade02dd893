//! A corpus in which paragraphs are hidden that say the same, and what a model of letters gains where they go.

use gradlings::prelude::*;

use crate::texts::alice;

/// Words of the shortest paragraph that is taken.
const LEAST: usize = 20;
/// Paragraphs of the corpus, and those kept back.
const OWN: usize = 120;
const HELD_OUT: usize = 60;
/// Paragraphs that are copied, and copies of each.
const COPIED: usize = 4;
const COPIES: usize = 40;
/// Words in a shingle, and places in a signature.
const WORDS: usize = 3;
const PLACES: usize = 64;

/// Shows how many paragraphs of a corpus stay, and the perplexity of paragraphs that were kept back, by threshold. In the
/// corpus are 120 paragraphs of Alice, and 40 copies of each of 4 of them with a word or two replaced. The perplexity is
/// that of a letter after the one before it, counted in what stays, each pair once more than it occurs.
///
/// `shingles` gets a text and the number of words in a shingle, `signature` shingles and seeds, `keep` signatures and a
/// threshold; they return what the exercise `near_duplicates` says.
///
/// ```
/// use course::demo;
///
/// demo::deduplicated(
///     |text, _n| vec![text],
///     |_shingles, seeds| seeds,
///     |signatures, _threshold| (0..signatures.len()).collect(),
/// );
/// ```
pub fn deduplicated(
    shingles: impl Fn(String, usize) -> Vec<String>,
    signature: impl Fn(Vec<String>, Vec<usize>) -> Vec<usize>,
    keep: impl Fn(Vec<Vec<usize>>, f32) -> Vec<usize>,
) {
    let long = |text: &&str| text.split_whitespace().count() >= LEAST;
    let mut paragraphs: Vec<&str> = alice().split("\n\n").filter(long).collect();
    paragraphs.truncate(OWN + HELD_OUT);
    let held_out = paragraphs.split_off(OWN.min(paragraphs.len()));
    let corpus = with_copies(&paragraphs);
    let seeds: Vec<usize> = (1..=PLACES).collect();
    let signatures: Vec<Vec<usize>> = corpus
        .iter()
        .map(|text| signature(shingles(text.clone(), WORDS), seeds.clone()))
        .collect();
    for step in 0..=9 {
        let threshold = 1.0 - 0.1 * step as f32;
        let kept = keep(signatures.clone(), threshold);
        let texts: Vec<&str> = kept
            .iter()
            .filter_map(|&i| Some(corpus.get(i)?.as_str()))
            .collect();
        let told = format!(
            "threshold {threshold:.1}: {} of {} paragraphs stay",
            texts.len(),
            corpus.len()
        );
        report::text("what stays", step, &told);
        report::metric("paragraphs that stay", step, texts.len() as f32);
        report::metric("perplexity held out", step, perplexity(&texts, &held_out));
    }
}

/// The paragraphs in a random order, with copies of the first ones among them.
fn with_copies(paragraphs: &[&str]) -> Vec<String> {
    let mut random = random(5);
    let mut corpus: Vec<String> = paragraphs.iter().map(|&text| text.to_owned()).collect();
    for text in paragraphs.iter().take(COPIED) {
        for copy in 0..COPIES {
            let mut words: Vec<&str> = text.split_whitespace().collect();
            for _ in 0..1 + copy % 2 {
                let at = random.gen_range(0..words.len());
                words[at] = "rabbit";
            }
            corpus.push(words.join(" "));
        }
    }
    corpus.shuffle(&mut random);
    corpus
}

/// The perplexity of the letters of some texts, each after the one before it, by the pairs counted in others.
fn perplexity(learned: &[&str], held_out: &[&str]) -> f32 {
    let place = |byte: u8| usize::from(byte.to_ascii_lowercase().clamp(b' ', b'~') - b' ');
    const KINDS: usize = 95;
    let mut counts = vec![vec![1.0_f64; KINDS]; KINDS];
    for text in learned {
        for pair in text.as_bytes().windows(2) {
            counts[place(pair[0])][place(pair[1])] += 1.0;
        }
    }
    let totals: Vec<f64> = counts.iter().map(|row| row.iter().sum()).collect();
    let (mut nats, mut pairs) = (0.0, 0.0);
    for text in held_out {
        for pair in text.as_bytes().windows(2) {
            let (from, to) = (place(pair[0]), place(pair[1]));
            nats -= (counts[from][to] / totals[from]).ln();
            pairs += 1.0;
        }
    }
    (nats / f64::max(pairs, 1.0)).exp() as f32
}
