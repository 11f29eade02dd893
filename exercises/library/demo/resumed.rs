//! A training that is ended on the way, beside the same one in one go.

use std::sync::{Arc, Mutex, PoisonError};

use gradlings::report::{self, Report};
use gradlings::store;

/// The name that a checkpoint is saved under.
const NAME: &str = "checkpoint";
const STEPS: usize = 60;
/// In the middle of an epoch of six steps.
const END: usize = 21;

/// Trains for 60 steps in one go, and once more for 21 and then up to 60, with what was saved after the 21: the loss
/// of both, step by step. Where all is saved that the next step reads, one curve lies on the other.
///
/// `train` gets the rows `[x, y]`, the size of a batch, the number of steps and a seed. It reports its loss with
/// [`report::metric`] and saves under the name `checkpoint`.
///
/// ```
/// use course::demo;
///
/// demo::resumed(|_points, _batch, _steps, _seed| vec![0.0, 0.0]);
/// ```
pub fn resumed(train: impl Fn(Vec<Vec<f32>>, usize, usize, u64) -> Vec<f32>) {
    let losses = |steps: usize| losses(|| train(points(), 4, steps, 3));
    let whole = losses(STEPS);
    store::remove(NAME);
    let before = losses(END);
    let after = losses(STEPS);
    let curves = [
        ("loss, in one go", &whole),
        ("loss, before it was ended", &before),
        ("loss, after it went on", &after),
    ];
    for (name, curve) in curves {
        for &(step, loss) in curve {
            report::metric(name, step, loss);
        }
    }
    let same = |one: &(usize, f32)| {
        whole
            .iter()
            .any(|other| one.0 == other.0 && one.1.to_bits() == other.1.to_bits())
    };
    let count = after.iter().filter(|point| same(point)).count();
    report::note(&format!(
        "of the {} steps after it went on, {count} have the same loss as in one go, bit for bit",
        after.len()
    ));
}

/// The steps and losses that `work` reports.
fn losses(work: impl FnOnce() -> Vec<f32>) -> Vec<(usize, f32)> {
    let heard: Arc<Mutex<Vec<(usize, f32)>>> = Arc::default();
    let kept = Arc::clone(&heard);
    let hear = move |report| {
        if let Report::Metric { step, value, .. } = report {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.push((step as usize, value));
        }
    };
    report::with_receiver(hear, work);
    heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// 23 points about a line, so that the last of six batches is smaller.
fn points() -> Vec<Vec<f32>> {
    let point = |place: usize| {
        let x = -1.5 + 0.13 * place as f32;
        // No noise is drawn: 7 and 23 have no common factor, so this looks like some.
        let off = (7 * place % 23) as f32 / 11.0 - 1.0;
        vec![x, 1.5 * x - 1.0 + 0.5 * off]
    };
    (0..23).map(point).collect()
}
