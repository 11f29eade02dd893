//! How far a model's confidence can be trusted: digits, read by a model that is too sure.

use gradlings::prelude::*;

use crate::mnist::{self, Digits, SIDE};

/// The digits the model learns from, those its temperature is fitted to, and those it is judged by.
const DIGITS: [usize; 3] = [2000, 1000, 2000];
const CLASSES: usize = 10;
/// Pixels along a side of a patch, of which only is known whether there is ink.
const PATCH: usize = 2;
/// The mean of the pixels of a patch with ink is above this.
const INK: u32 = 64;
const BINS: usize = 15;
/// The bins below are left out of the film: with ten classes hardly any confidence lies there.
const LOWEST: usize = 2;
/// Pictures of the film.
const PICTURES: usize = 12;

/// Which patches of each image have ink.
fn inked(digits: &Digits) -> Vec<Vec<bool>> {
    let side = SIDE / PATCH;
    let patches = |image: &[u8]| {
        let has_ink = |patch: usize| {
            let corner = patch / side * PATCH * SIDE + patch % side * PATCH;
            let pixels = (0..PATCH * PATCH).map(|at| corner + at / PATCH * SIDE + at % PATCH);
            let sum: u32 = pixels.map(|at| u32::from(image[at])).sum();
            sum > INK * (PATCH * PATCH) as u32
        };
        (0..side * side).map(has_ink).collect()
    };
    (0..digits.len())
        .map(|i| patches(digits.image(i)))
        .collect()
}

/// For each digit and each patch, the logarithms of how often it has no ink, and of how often it has.
type Habits = Vec<Vec<[f32; 2]>>;

fn learned(images: &[Vec<bool>], labels: &[usize]) -> Habits {
    let habits = |digit: usize| {
        let its = images
            .iter()
            .zip(labels)
            .filter(|(_, label)| **label == digit);
        let its = Vec::from_iter(its.map(|(image, _)| image));
        let habit = |patch: usize| {
            let inked = its.iter().filter(|image| image[patch]).count() as f32;
            // Nothing is impossible: as if each had been seen once more.
            let share = (inked + 1.0) / (its.len() as f32 + 2.0);
            [(1.0 - share).ln(), share.ln()]
        };
        (0..images[0].len()).map(habit).collect()
    };
    (0..CLASSES).map(habits).collect()
}

/// What the model says: it adds up what each patch says, as if none knew of the others.
fn logits(images: &[Vec<bool>], habits: &Habits) -> Matrix {
    let logit = |image: &Vec<bool>, habit: &Vec<[f32; 2]>| -> f32 {
        let pairs = image.iter().zip(habit);
        pairs.map(|(inked, habit)| habit[usize::from(*inked)]).sum()
    };
    let row = |image| habits.iter().map(move |habit| logit(image, habit));
    let logits = Vec::from_iter(images.iter().flat_map(row));
    device().tensor_from_vec(logits, (images.len(), CLASSES))
}

/// Has digits read by a model that takes each patch of an image for a witness of its own, and is therefore too sure. Shows
/// the reliability diagram and the calibration error before and after its logits are divided by the temperature, and
/// the accuracy of each bin on the way there.
///
/// `reliability` gets probabilities, labels and the number of bins, `calibration_error` what it returns, and
/// `best_temperature` logits and labels of other digits.
///
/// ```
/// use course::demo;
///
/// demo::digits_calibrated(|_, _, bins| vec![vec![1.0, 0.5, 0.5]; bins], |_bins| 0.0, |_, _| 4.0);
/// ```
pub fn digits_calibrated(
    reliability: impl Fn(Vec<Vec<f32>>, Vec<usize>, usize) -> Vec<Vec<f32>>,
    calibration_error: impl Fn(Vec<Vec<f32>>) -> f32,
    best_temperature: impl Fn(Matrix, Labels) -> f32,
) {
    report::note(
        "each dot is a bin: how sure the model is, to the right, and how often it is right, upwards; on \
         the line the two are equal. In the film, step 100 is temperature 1",
    );
    let all = mnist::training();
    let mut first = 0;
    let parts = DIGITS.map(|count| {
        let digits = all.range(first..first + count);
        first += count;
        (inked(&digits), digits.labels_at(&Vec::from_iter(0..count)))
    });
    let [(images, labels), validation, test] = parts;
    let habits = learned(&images, &labels);
    let (fitted, count) = (logits(&validation.0, &habits), validation.1.len());
    let best = best_temperature(fitted, device().tensor_from_vec(validation.1, (count,)));
    let judged = logits(&test.0, &habits);
    let bins_at = |temperature: f32| {
        let shares = (judged.clone() / temperature).softmax::<Axis<1>>();
        let rows = shares
            .as_vec()
            .chunks(CLASSES)
            .map(<[f32]>::to_vec)
            .collect();
        reliability(rows, test.1.clone(), BINS)
    };
    let mut errors = Vec::new();
    let mut temperatures = vec![1.0];
    // A learner's temperature may be any number.
    if best > 0.0 && best.is_finite() && best != 1.0 {
        temperatures.push(best);
    }
    for &temperature in &temperatures {
        let name = format!("T = {temperature:.2}");
        let bins = bins_at(temperature);
        // A learner's rows may have any length.
        let filled = bins.iter().filter(|bin| bin.len() == 3 && bin[0] > 0.0);
        let (sure, right): (Vec<f32>, Vec<f32>) = filled.map(|bin| (bin[1], bin[2])).unzip();
        let title = format!("reliability at {name}");
        report::points(&title, ("confidence", "accuracy"), &sure, &right);
        report::line(&title, 0, 1.0, 0.0);
        if bins.iter().all(|bin| bin.len() == 3) {
            errors.push((name, calibration_error(bins)));
        }
    }
    report::bars("calibration error", 0, &errors);
    temperatures.sort_by(f32::total_cmp);
    let (Some(low), Some(high)) = (temperatures.first(), temperatures.last()) else {
        return;
    };
    for picture in 0..PICTURES {
        let temperature = low * (high / low).powf(picture as f32 / (PICTURES - 1) as f32);
        let bins = bins_at(temperature);
        let bars = bins.iter().enumerate().skip(LOWEST).map(|(bin, row)| {
            let edge = |bin: usize| bin as f32 / BINS as f32;
            let name = format!("{:.2} to {:.2}", edge(bin), edge(bin + 1));
            (name, row.get(2).copied().unwrap_or(0.0))
        });
        let bars = Vec::from_iter(bars);
        let title = "accuracy by confidence, by temperature in hundredths";
        report::bars(title, (100.0 * temperature).round() as usize, &bars);
    }
}
