//! The exercise `mel`.

use std::fs;
use std::path::Path;

#[path = "../../solutions/10_speech/mel.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod mel;

use course::{Idx, demo, sounds, spoken};
use mel::spectrogram::spectrogram;
use mel::{HIGH, LOW, decibels, edges, filters, mel_picture};
use serde_json::Value as Json;

use crate::shown::heat_maps;

type Rows = Vec<Vec<f32>>;

fn table() -> Json {
    serde_json::from_str(include_str!("mel.json")).expect("JSON")
}

fn numbers(row: &Json) -> Vec<f32> {
    let row = row.as_array().expect("numbers").iter();
    row.map(|number| number.as_f64().expect("a number") as f32)
        .collect()
}

fn rows(table: &Json) -> Rows {
    let rows = table.as_array().expect("rows").iter();
    rows.map(numbers).collect()
}

fn count(number: &Json) -> usize {
    number.as_u64().expect("a count") as usize
}

fn each(of: &Json) -> impl Iterator<Item = &Json> {
    of.as_array().expect("cases").iter()
}

fn agree(what: &str, ours: &[Vec<f32>], truth: &[Vec<f32>], most: f32) {
    let lengths = |rows: &[Vec<f32>]| Vec::from_iter(rows.iter().map(Vec::len));
    assert_eq!(lengths(ours), lengths(truth), "{what}");
    for (ours, truth) in ours.concat().into_iter().zip(truth.concat()) {
        let off = (ours - truth).abs();
        assert!(off <= most, "{what}: {ours} and not {truth}");
    }
}

#[test]
fn mel_bands_and_decibels_are_those_of_numpy() {
    let table = table();
    let ours = numbers(&table["hertz"]).into_iter().map(mel::mel).collect();
    agree("mel", &[ours], &[numbers(&table["mel"])], 1e-3);
    for bank in each(&table["banks"]) {
        let number = |name| bank[name].as_f64().expect("a number") as f32;
        let ours = edges(count(&bank["bands"]), number("low"), number("high"));
        let truth = numbers(&bank["edges"]);
        agree("edges", &[ours], std::slice::from_ref(&truth), 1e-3);
        let ours = filters(truth, count(&bank["size"]), count(&bank["rate"]));
        agree("filters", &ours, &rows(&bank["filters"]), 1e-5);
    }
    for powers in each(&table["powers"]) {
        let ours = decibels(rows(&powers["power"]));
        agree("decibels", &ours, &rows(&powers["decibels"]), 1e-4);
    }
}

#[test]
fn pictures_are_those_of_numpy() {
    for sound in each(&table()["sounds"]) {
        let of = |name| count(&sound[name]);
        let samples = numbers(&sound["samples"]);
        let ours = mel_picture(samples, of("rate"), of("size"), of("hop"));
        // The table has them before they are cut to whole numbers, which takes less than 1 away.
        let middle = |row: Vec<usize>| row.into_iter().map(|grey| grey as f32 + 0.5).collect();
        let ours = Vec::from_iter(ours.into_iter().map(middle));
        agree("picture", &ours, &rows(&sound["picture"]), 0.51);
    }
}

#[test]
fn the_example_of_the_lesson_is_what_the_solution_says() {
    let edges = edges(2, 0.0, 6300.0);
    agree(
        "edges",
        std::slice::from_ref(&edges),
        &[vec![0.0, 865.0, 1730.0, 2595.0]],
        0.5,
    );
    agree(
        "in mel",
        &[[808.0, 2549.0, 700.0].map(mel::mel).into()],
        &[vec![865.0, 1730.0, 781.0]],
        0.5,
    );
    // Frequency 1 is 700 Hz here.
    let filters = filters(edges, 18, 12600);
    assert!(
        (filters[0][1] - 0.90).abs() < 0.005 && filters[1][1] == 0.0,
        "{filters:?}"
    );
    let powers = vec![vec![1.0, 0.1], vec![0.01, 0.0]];
    agree(
        "decibels",
        &decibels(powers),
        &[vec![0.0, -10.0], vec![-20.0, -60.0]],
        1e-4,
    );
    let grey = [0.0, -10.0, -20.0, -60.0].map(|it: f32| ((it + 60.0) / 60.0 * 255.0) as usize);
    assert_eq!(grey, [255, 212, 170, 0]);
    let far = [[7856.0, 7000.0], [300.0, 200.0]].map(|[high, low]| mel::mel(high) - mel::mel(low));
    assert!((far[0] - far[1]).abs() < 0.1, "{far:?}");
}

/// Pictures as they ship, row by row.
fn shipped(name: &str) -> Vec<Vec<u8>> {
    let path = format!("checks/held_out/spoken-test-{name}.idx.gz");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let idx = Idx::from_gz(&fs::read(root.join(path)).expect("it ships")).expect("it is sound");
    let each = idx.sizes[1..].iter().product();
    idx.values.chunks(each).map(<[u8]>::to_vec).collect()
}

#[test]
fn the_clips_become_the_pictures_that_ship() {
    let (pictures, labels) = (shipped("images"), shipped("labels"));
    let clips = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/truth/clips");
    let mut close = 0;
    for digit in 0..10_u8 {
        for voice in ["sandro", "victor"] {
            let name = format!("{digit}-{voice}.wav");
            let bytes = fs::read(clips.join(&name)).expect("a clip");
            let sound = sounds::from_wav(&bytes).expect("a sound");
            let ours = spoken::picture(&sound, mel_picture).concat();
            let off = |theirs: &Vec<u8>| {
                let pairs = ours.iter().zip(theirs);
                let off = pairs.map(|(ours, theirs)| ours.abs_diff(usize::from(*theirs)));
                off.max().expect("levels")
            };
            let nearest = (0..pictures.len())
                .min_by(|a, b| off(&pictures[*a]).cmp(&off(&pictures[*b])))
                .expect("pictures");
            assert_eq!(labels[nearest], [digit], "{name}");
            let off = off(&pictures[nearest]);
            assert!(
                off <= if name == "0-victor.wav" { 24 } else { 1 },
                "{name} is off by {off}"
            );
            close += usize::from(off <= 1);
        }
    }
    assert_eq!(close, 19);
}

#[test]
fn a_show_has_bands_upwards() {
    let bank = |bands, size, rate| filters(edges(bands, LOW, HIGH), size, rate);
    let maps = heat_maps(|| demo::mel_bands(bank, spectrogram, mel_picture));
    let sizes = maps.iter().map(|(_, rows)| (rows.len(), rows[0].len()));
    assert_eq!(
        Vec::from_iter(sizes),
        [(4, 178), (8, 178), (16, 178), (24, 178), (33, 32), (24, 32)]
    );
    // The last row is the lowest band: it lets low frequencies through, and the first one high ones.
    let (low, high) = (&maps[3].1[23], &maps[3].1[0]);
    assert!(low[3] > 0.0 && low[20] == 0.0 && high[3] == 0.0 && high[160] > 0.0);
    // "Six" begins with a hiss, high up.
    let six = &maps[5].1;
    assert!(six[1][1] > six[20][1], "{six:?}");
}
