//! The precision-recall curve: penguins of one species, looked for by a score.

use gradlings::prelude::*;

use crate::penguins::{self, Penguin, Species};

/// What a penguin is looked for by, and the score that comes of it.
type Score = (&'static str, fn(&Penguin) -> Option<f32>);

/// From a score that knows hardly anything to one that knows nearly all.
const SCORES: [Score; 3] = [
    ("its weight", |bird| Some(-bird.body_mass_g?)),
    ("the length of its bill", |bird| bird.bill_length_mm),
    ("length and depth of its bill", |bird| {
        Some(bird.bill_length_mm? + 2.0 * bird.bill_depth_mm?)
    }),
];

/// Looks for the chinstraps among all penguins by three scores, and shows the curve of each, and what they come to.
///
/// `curve` gets the scores and which birds are chinstraps, and returns a row `[precision, recall]` for each threshold;
/// `average_precision` gets these rows.
///
/// ```
/// use course::demo;
///
/// demo::penguins_found(|_scores, _labels| vec![vec![1.0, 0.5], vec![0.5, 1.0]], |_points| 0.75);
/// ```
pub fn penguins_found(
    curve: impl Fn(Vec<f32>, Vec<bool>) -> Vec<Vec<f32>>,
    average_precision: impl Fn(Vec<Vec<f32>>) -> f32,
) {
    report::note(
        "each dot is a threshold; to the right, the share of the chinstraps that is found; upwards, \
         the share of what is called a chinstrap that is one",
    );
    let mut bars = Vec::new();
    for (name, score) in SCORES {
        let birds = penguins::all().into_iter();
        let scored = birds.filter_map(|bird| Some((score(&bird)?, bird.species)));
        let (scores, species): (Vec<f32>, Vec<Species>) = scored.unzip();
        let labels = species.iter().map(|&it| it == Species::Chinstrap).collect();
        let points = curve(scores, labels);
        // A learner's rows may have any length.
        let pairs = points
            .iter()
            .filter_map(|point| Some((*point.get(1)?, *point.first()?)));
        let (recalls, precisions): (Vec<f32>, Vec<f32>) = pairs.unzip();
        let title = format!("chinstraps by {name}");
        report::points(&title, ("recall", "precision"), &recalls, &precisions);
        if recalls.len() == points.len() {
            bars.push((name, average_precision(points)));
        }
    }
    report::bars("average precision", 0, &bars);
}
