//! Gradients of many sizes, in sixteen bits.

use gradlings::prelude::*;

/// How many gradients.
const COUNT: usize = 4000;
/// Their exponents spread about this one, by about this much.
const MIDDLE: f32 = -22.0;
const SPREAD: f32 = 4.0;
/// A number is kept if it is off by no more than this share.
const OFF: f32 = 1e-3;
/// Exponents of the scales.
const SCALES: [usize; 9] = [0, 4, 8, 12, 16, 20, 24, 28, 32];

/// What becomes of 4,000 gradients of very different sizes in `f16`, at a scale of `2^0`, `2^4`, and so on: how many percent
/// become 0, how many lose digits, how many are kept, and how many become infinite. `round` is the rounding to `f16`.
///
/// ```
/// use course::demo;
///
/// demo::lost(|x| x);
/// ```
pub fn lost(round: impl Fn(f32) -> f32) {
    report::note("frame n is what f16 holds of the gradients times 2^n");
    let gradients = gradients();
    for power in SCALES {
        let scale = 2_f32.powi(power as i32);
        let held = gradients.iter().map(|gradient| {
            let exact = scale * gradient;
            (exact, round(exact))
        });
        let held: Vec<(f32, f32)> = held.collect();
        let percent = |is: fn(f32, f32) -> bool| {
            let count = held
                .iter()
                .filter(|(exact, held)| is(*exact, *held))
                .count();
            100.0 * count as f32 / COUNT as f32
        };
        report::bars(
            "percent of the gradients",
            power,
            &[
                ("become 0", percent(|_, held| held == 0.0)),
                (
                    "lose digits",
                    percent(|exact, held| held != 0.0 && held.is_finite() && !is_kept(exact, held)),
                ),
                (
                    "are kept",
                    percent(|exact, held| held != 0.0 && is_kept(exact, held)),
                ),
                ("become infinite", percent(|_, held| !held.is_finite())),
            ],
        );
    }
}

fn is_kept(exact: f32, held: f32) -> bool {
    held.is_finite() && (held - exact).abs() <= OFF * exact.abs()
}

/// Numbers whose exponents are spread like a bell.
fn gradients() -> Vec<f32> {
    let mut random = random(1);
    let mut draw = || {
        // A sum of twelve has the deviation 1.
        let sum: f32 = (0..12).map(|_| random.r#gen::<f32>()).sum();
        2_f32.powf(MIDDLE + SPREAD * (sum - 6.0))
    };
    (0..COUNT).map(|_| draw()).collect()
}
