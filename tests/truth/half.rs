//! Numbers of sixteen bits, of the chapter "Scale".

#[path = "../../solutions/13_scale/half.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod solution;

use gradlings::report::{Bars, Drawing, Report};
use serde_json::Value as Json;
use solution::{bf16, f16, mixed};

use crate::shown::reports;

/// What float32 may be off by after a few steps, for numbers near 1.
const ROUNDING: f32 = 1e-6;

fn read<T: serde::de::DeserializeOwned>(value: &Json) -> T {
    serde_json::from_value(value.clone()).expect("a value of this type")
}

fn table() -> Json {
    serde_json::from_str(include_str!("half.json")).expect("JSON")
}

/// The same number with the same sign, or NaN both.
fn is_same(ours: f32, truth: f32) -> bool {
    ours.to_bits() == truth.to_bits() || ours.is_nan() && truth.is_nan()
}

#[test]
fn numbers_are_rounded_as_by_numpy_and_ml_dtypes() {
    let of = |name: &str| read::<Vec<u32>>(&table()["rounded"][name]);
    let (x, to_bf16, to_f16) = (of("x"), of("bf16"), of("f16"));
    assert_eq!((x.len(), to_bf16.len(), to_f16.len()), (800, 800, 800));
    for (x, (to_bf16, to_f16)) in x.into_iter().zip(to_bf16.into_iter().zip(to_f16)) {
        let [x, to_bf16, to_f16] = [x, to_bf16, to_f16].map(f32::from_bits);
        assert!(is_same(bf16(x), to_bf16), "{x:e} became {:e}", bf16(x));
        assert!(is_same(f16(x), to_f16), "{x:e} became {:e}", f16(x));
    }
}

/// A way to round.
type Round = fn(f32) -> f32;

/// Every number of sixteen bits, the one halfway to the next, and those that are one bit of `f32` away from that.
fn compared(ours: Round, truth: Round, numbers: impl Iterator<Item = f32>) -> usize {
    let mut count = 0;
    let mut last = None;
    for number in numbers {
        let mut tried = vec![number];
        if let Some(last) = last.filter(|last: &f32| last.is_finite() && number.is_finite()) {
            let half = ((f64::from(last) + f64::from(number)) / 2.0) as f32;
            tried.extend(
                [-1, 0, 1].map(|by| f32::from_bits(half.to_bits().wrapping_add_signed(by))),
            );
        }
        for x in tried.into_iter().flat_map(|x| [x, -x]) {
            assert!(
                is_same(ours(x), truth(x)),
                "{x:e} became {:e}, not {:e}",
                ours(x),
                truth(x)
            );
            count += 1;
        }
        last = Some(number);
    }
    count
}

#[test]
fn halfway_between_all_neighbours_both_round_as_the_crate_half_does() {
    let positive = 0..0x8000_u16;
    let all = compared(
        bf16,
        |x| ::half::bf16::from_f32(x).to_f32(),
        positive
            .clone()
            .map(|bits| ::half::bf16::from_bits(bits).to_f32()),
    );
    // 32,768 bit patterns of each sign; 32,639 pairs of finite neighbours with three numbers each.
    assert_eq!(all, 2 * (32_768 + 3 * 32_639));
    let all = compared(
        f16,
        |x| ::half::f16::from_f32(x).to_f32(),
        positive.map(|bits| ::half::f16::from_bits(bits).to_f32()),
    );
    assert_eq!(all, 2 * (32_768 + 3 * 31_743));
    // Halfway to what would come after the largest number.
    for (ours, truth, largest) in [
        (
            bf16 as Round,
            (|x| ::half::bf16::from_f32(x).to_f32()) as Round,
            0x7f7f_8000,
        ),
        (
            f16,
            |x| ::half::f16::from_f32(x).to_f32(),
            65520_f32.to_bits(),
        ),
    ] {
        for bits in [largest - 1, largest, largest + 1] {
            let x = f32::from_bits(bits);
            assert!(is_same(ours(x), truth(x)), "{x:e} became {:e}", ours(x));
        }
    }
}

#[test]
fn a_training_in_half_has_the_weights_and_the_scale_of_numpy() {
    let cases = table()["mixed"].as_array().expect("cases").clone();
    assert_eq!(cases.len(), 3);
    for case in cases {
        let of = |name: &str| read(&case[name]);
        let (weights, scale) = mixed(
            of("weights"),
            read(&case["gradients"]),
            read(&case["scale"]),
            read(&case["rate"]),
        );
        assert_eq!(scale, read::<f32>(&case["last"]));
        let truth: Vec<f32> = of("after");
        assert_eq!(weights.len(), truth.len());
        for (ours, truth) in weights.iter().zip(truth) {
            let off = (ours - truth).abs();
            assert!(
                off <= ROUNDING * truth.abs().max(1.0),
                "{ours}, not {truth}"
            );
        }
    }
}

#[test]
fn the_examples_of_the_lesson_are_what_the_solution_says() {
    assert!((f16(0.1) - 0.09997559).abs() < 1e-8);
    assert_eq!(0.1 * 2_f32.powi(14), 1638.4);
    assert_eq!(f16(0.1) * 2_f32.powi(14), 1638.0);
    let two = |power: i32| 2_f32.powi(power);
    assert_eq!(f16(1.0 + two(-11)), 1.0);
    assert_eq!((f16(65519.0), f16(65520.0)), (65504.0, f32::INFINITY));
    assert_eq!(
        (f16(65504.0 - 32.0), f16(65504.0 - 16.5)),
        (65472.0, 65472.0)
    );
    assert_eq!(f16(two(-25)), 0.0);
    assert_eq!(f16(two(-24)), two(-24));
    assert!((bf16(3.389e38) - 3.39e38).abs() < 1e36 && bf16(3.4e38).is_infinite());
    let (weights, scale) = mixed(vec![1.0], vec![vec![100.0]; 2], 1024.0, 0.001);
    assert!((weights[0] - 0.9).abs() < 1e-6);
    assert_eq!(scale, 512.0);
    assert_eq!(f16(512.0 * 100.0), 51200.0);
    // The question before the run.
    let (mut half, mut master) = (1.0, 1.0_f32);
    for _ in 0..1000 {
        half = f16(half + 0.0001);
        master += 0.0001;
    }
    assert_eq!(half, 1.0);
    assert!((master - 1.1).abs() < 1e-4);
}

#[test]
fn a_show_loses_small_gradients_without_a_scale_and_large_ones_with_too_much_of_it() {
    let shares: Vec<Vec<f32>> = reports(|| course::demo::lost(f16))
        .into_iter()
        .filter_map(|report| match report {
            Report::Frame(frame) => match Drawing::open(&frame.drawing) {
                Some(Drawing::Bars(Bars { bars })) => {
                    Some(bars.into_iter().map(|bar| bar.1).collect())
                }
                other => panic!("{other:?}"),
            },
            _ => None,
        })
        .collect();
    assert_eq!(shares.len(), 9);
    for share in &shares {
        let sum: f32 = share.iter().sum();
        assert!((sum - 100.0).abs() < 0.01, "{share:?}");
    }
    // Become 0, lose digits, are kept, become infinite.
    let (first, last) = (&shares[0], &shares[8]);
    assert!(
        first[0] > 15.0 && first[2] < 10.0 && first[3] == 0.0,
        "{first:?}"
    );
    assert!(last[0] == 0.0 && last[3] > 5.0, "{last:?}");
    assert!(shares.iter().any(|share| share[2] > 90.0), "{shares:?}");
}
