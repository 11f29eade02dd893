//! The chapter "Speech".

#[path = "../../solutions/10_speech/spectrogram.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod spectrogram;

use course::demo;
use course::sounds::spoken_six;
use serde_json::Value as Json;
use spectrogram::{frames, hann, magnitudes, spectrogram};

use crate::shown::heat_maps;

/// What float32 may be off by, relative to the largest number of a table.
const ROUNDING: f64 = 4e-6;

fn table() -> Json {
    serde_json::from_str(include_str!("spectrogram.json")).expect("JSON")
}

fn numbers(row: &Json) -> Vec<f64> {
    let row = row.as_array().expect("numbers").iter();
    row.map(|number| number.as_f64().expect("a number"))
        .collect()
}

fn rows(table: &Json) -> Vec<Vec<f64>> {
    let rows = table.as_array().expect("rows").iter();
    rows.map(numbers).collect()
}

fn count(number: &Json) -> usize {
    number.as_u64().expect("a count") as usize
}

fn agree(what: &str, ours: &[Vec<f32>], truth: &[Vec<f64>]) {
    let lengths = |rows: &[Vec<f64>]| Vec::from_iter(rows.iter().map(Vec::len));
    let ours = Vec::from_iter(
        ours.iter()
            .map(|row| Vec::from_iter(row.iter().map(|&x| f64::from(x)))),
    );
    assert_eq!(lengths(&ours), lengths(truth), "{what}");
    let truth = truth.concat();
    let largest = truth.iter().fold(1.0, |most: f64, x| most.max(x.abs()));
    for (ours, truth) in ours.concat().into_iter().zip(truth) {
        let off = (ours - truth).abs();
        assert!(off <= ROUNDING * largest, "{what}: {ours} and not {truth}");
    }
}

#[test]
fn frames_windows_and_magnitudes_are_those_of_scipy() {
    for case in table()["cases"].as_array().expect("cases") {
        let samples = numbers(&case["samples"]).into_iter().map(|x| x as f32);
        let (samples, size, hop) = (
            Vec::from_iter(samples),
            count(&case["size"]),
            count(&case["hop"]),
        );
        let cut = frames(samples.clone(), size, hop);
        agree("window", &[hann(size)], &[numbers(&case["window"])]);
        agree("frames", &cut, &rows(&case["frames"]));
        let plain = Vec::from_iter(cut.into_iter().map(magnitudes));
        agree("without a window", &plain, &rows(&case["plain"]));
        let ours = spectrogram(samples, size, hop);
        agree("spectrogram", &ours, &rows(&case["spectrogram"]));
    }
}

#[test]
fn a_spoken_digit_has_the_spectrogram_of_scipy() {
    let (sound, six) = (spoken_six(), &table()["six"]);
    let samples = sound.samples.into_data();
    assert_eq!(
        (sound.rate as usize, samples.len()),
        (count(&six["rate"]), count(&six["samples"]))
    );
    let ours = spectrogram(samples, count(&six["size"]), count(&six["hop"]));
    assert_eq!(ours.len(), count(&six["frames"]));
    let some = ours.iter().step_by(4);
    let some = some.map(|row| row.iter().copied().step_by(16).collect());
    agree("six", &Vec::from_iter(some), &rows(&six["magnitudes"]));
}

#[test]
fn the_example_of_the_lesson_is_what_the_solution_says() {
    assert_eq!(frames(vec![4.0; 4], 4, 2), [[4.0; 4], [4.0, 4.0, 0.0, 0.0]]);
    agree("window", &[hann(4)], &[vec![0.0, 0.75, 0.75, 0.0]]);
    let rows = spectrogram(vec![4.0; 4], 4, 2);
    agree(
        "rows",
        &rows,
        &[vec![6.0, 18_f64.sqrt(), 0.0], vec![3.0; 3]],
    );
}

#[test]
fn a_show_has_time_to_the_right_and_frequency_upwards() {
    let maps = heat_maps(|| demo::sounds(spectrogram));
    assert_eq!(maps.len(), 5);
    for (title, rows) in &maps {
        let levels = rows.concat();
        assert_eq!(levels.len(), 64 * rows.len(), "{title}");
        assert!(levels.iter().all(|x| (-60.0..=0.0).contains(x)), "{title}");
    }
    // Frames of 64 at 8,000 samples a second: a row for every 125 Hz, the highest first.
    let rows = &maps[1].1;
    assert_eq!(rows.len(), 33);
    let strongest = |column: usize, hertz: std::ops::Range<usize>| {
        let row = |k: &usize| rows[32 - k][column];
        let k = (hertz.start / 125..hertz.end / 125).max_by(|a, b| row(a).total_cmp(&row(b)));
        k.expect("a row") * 125
    };
    // The tone stays at 600 Hz, the whistle rises from 1,200 to 3,600.
    for (column, tone, whistle) in [(1, 625, 1250), (32, 625, 2375), (60, 625, 3500)] {
        assert_eq!(strongest(column, 250..1000), tone);
        assert_eq!(strongest(column, 1000..4000), whistle);
    }
}
