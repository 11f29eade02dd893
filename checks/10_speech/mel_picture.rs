//! How `decibels` and `mel_picture` are checked.

use std::f32::consts::TAU;

use crate::mel_filters::{Rows, reversed, transposed};
use crate::solution::spectrogram::spectrogram;
use crate::solution::{BANDS, HIGH, LOW, decibels, edges, filters, mel_picture};
use gradlings::prelude::*;

fn each<N, M>(rows: Vec<Vec<N>>, of: impl Fn(N) -> M) -> Vec<Vec<M>> {
    let row = |row: Vec<N>| row.into_iter().map(&of).collect();
    rows.into_iter().map(row).collect()
}

fn largest<'a>(numbers: impl IntoIterator<Item = &'a f32>) -> f32 {
    numbers
        .into_iter()
        .fold(f32::NEG_INFINITY, |most, x| most.max(*x))
}

/// Decibels below the largest level, where a level is something else.
fn below(power: Rows, level: impl Fn(f32) -> f32) -> Rows {
    let levels = each(power, level);
    let largest = largest(levels.iter().flatten());
    each(levels, |level| (level - largest).max(-60.0))
}

fn level(power: f32) -> f32 {
    10.0 * (power + 1e-9).log10()
}

/// Each frame below the largest level of its own.
fn frame_by_frame(power: Rows) -> Rows {
    let row = |row: Vec<f32>| decibels(vec![row]).concat();
    power.into_iter().map(row).collect()
}

/// A picture whose powers and whose decibels are made in some other way.
fn made(
    (samples, rate, size, hop): (Vec<f32>, usize, usize, usize),
    through: impl Fn(&[f32], &[f32]) -> f32,
    decibels: impl Fn(Rows) -> Rows,
) -> Vec<Vec<usize>> {
    let filters = filters(edges(BANDS, LOW, HIGH), size, rate);
    picture((samples, size, hop), &filters, through, decibels)
}

/// The same through any filters.
fn picture(
    (samples, size, hop): (Vec<f32>, usize, usize),
    filters: &[Vec<f32>],
    through: impl Fn(&[f32], &[f32]) -> f32,
    decibels: impl Fn(Rows) -> Rows,
) -> Vec<Vec<usize>> {
    let frames = spectrogram(samples, size, hop).into_iter();
    let row = |frame: Vec<f32>| filters.iter().map(|it| through(it, &frame)).collect();
    let levels = decibels(frames.map(row).collect());
    let grey = each(levels, |it| ((it + 60.0) / 60.0 * 255.0) as usize);
    reversed(transposed(grey))
}

fn sum(filter: &[f32], frame: &[f32], of: impl Fn(f32, f32) -> f32) -> f32 {
    let pairs = filter.iter().zip(frame);
    pairs
        .map(|(weight, magnitude)| of(*weight, *magnitude))
        .sum()
}

fn power(filter: &[f32], frame: &[f32]) -> f32 {
    sum(filter, frame, |w, x| w * x * x)
}

/// A tone of so many hertz.
fn tone(samples: usize, rate: usize, hertz: f32) -> Vec<f32> {
    let at = |i: usize| (TAU * hertz * i as f32 / rate as f32).sin();
    (0..samples).map(at).collect()
}

/// Powers over twelve powers of ten, in frames that are loud and quiet.
fn powers(g: &mut Generator, frames: usize, bands: usize) -> Rows {
    let frame = |g: &mut Generator| {
        let loud = g.number(-4.0..2.0);
        let one = |_| 10_f32.powf(loud + g.number(-5.0..1.0));
        (0..bands).map(one).collect()
    };
    (0..frames).map(|_| frame(g)).collect()
}

pub fn after(before: Reference<impl Handler + 'static>) -> Reference<impl Handler> {
    before
        .and("decibels", function(decibels))
        .inputs(["power"])
        .parts([("decibels", within(5e-3, 0.0))])
        .case("the example of the lesson", |_| {
            (vec![vec![1.0, 0.1], vec![0.01, 0.0]],)
        })
        .case("one number", |g| (vec![vec![g.number(5.0..50.0)]],))
        .case("silence", |_| (vec![vec![0.0; 3]; 2],))
        .case("next to silence", |_| {
            (vec![vec![2e-9, 1e-9], vec![4e-10, 0.0]],)
        })
        .case("very loud", |_| (vec![vec![3e7, 2e4, 5.0]],))
        .cases(8, |g, i| (powers(g, 1 + i, 2 + i % 4),))
        .wrong(
            "log of zero",
            "The 1e-9 is not added to the power itself, so a sound that is all silence has no \
             levels; add it to each power first.",
            |power| below(power, |power| 10.0 * power.log10()),
        )
        .wrong(
            "at least 1e-9",
            "You raised small powers to 1e-9; add it to every power instead.",
            |power| below(power, |power| 10.0 * power.max(1e-9).log10()),
        )
        .wrong(
            "largest from 0",
            "Your largest level is never below 0, but that of a quiet sound is; begin with \
             `f32::NEG_INFINITY`.",
            |power| {
                let levels = each(power, level);
                let largest = largest(levels.iter().flatten()).max(0.0);
                each(levels, |level| (level - largest).max(-60.0))
            },
        )
        .wrong(
            "20 for 10",
            "You multiplied by 20, which is right for magnitudes; for powers it is 10.",
            |power| below(power, |power| 2.0 * level(power)),
        )
        .wrong("bels", "You left out the factor of 10.", |power| {
            below(power, |power| level(power) / 10.0)
        })
        .wrong(
            "natural logarithm",
            "You took the natural logarithm; decibels are 10 times the one to base 10.",
            |power| below(power, |power| 10.0 * (power + 1e-9).ln()),
        )
        .wrong(
            "levels",
            "You left the levels as they are; take the largest level of the sound from each.",
            |power| each(power, level),
        )
        .wrong(
            "levels, cut off",
            "You cut the levels off at -60 as they are; take the largest level of the sound \
             from each first.",
            |power| each(power, |power| level(power).max(-60.0)),
        )
        .wrong(
            "cut off first",
            "You cut the levels off at -60 before you took the largest from them; the other way \
             round.",
            |power| {
                let levels = each(power, |power| level(power).max(-60.0));
                let largest = largest(levels.iter().flatten());
                each(levels, |level| level - largest)
            },
        )
        .wrong(
            "no floor",
            "Some of your numbers are below -60; those become -60.",
            |power| {
                let levels = each(power, level);
                let largest = largest(levels.iter().flatten());
                each(levels, |level| level - largest)
            },
        )
        .wrong(
            "frame by frame",
            "You took the largest level of each frame from it, so a quiet frame is as loud as \
             any; there is one largest for the whole sound.",
            frame_by_frame,
        )
        .wrong(
            "band by band",
            "You took the largest level of each band from it; there is one largest for the \
             whole sound.",
            |power| transposed(frame_by_frame(transposed(power))),
        )
        .wrong(
            "from 0 to 60",
            "Your numbers go from 0 to 60; these decibels go from -60 to 0.",
            |power| each(decibels(power), |it| it + 60.0),
        )
        .and("mel_picture", function(mel_picture))
        .inputs(["samples", "rate", "size", "hop"])
        // What is cut to a whole number may be one less or more after other roundings.
        .parts([("picture", within(1.01, 0.0))])
        .case("one frame", |g| (g.sound(60, 16000), 16000, 64, 64))
        .case("silence", |_| (vec![0.0; 100], 8000, 40, 40))
        .case("a sound shorter than a frame", |g| {
            (g.sound(30, 11025), 11025, 64, 20)
        })
        .case("a tone", |_| (tone(160, 22050, 1000.0), 22050, 64, 40))
        .case("a rate too low for the upper bands", |g| {
            (g.sound(150, 8000), 8000, 80, 30)
        })
        .case("a loud sound", |g| {
            let sound = g.sound(200, 22050).into_iter().map(|x| 50.0 * x);
            (sound.collect(), 22050, 96, 48)
        })
        .case("frames of the usual size", |g| {
            (g.sound(280, 22050), 22050, 512, 280)
        })
        .cases(5, |g, i| {
            let rate = [11025, 16000, 22050][i % 3];
            (g.sound(150 + 60 * i, rate), rate, 50 + 14 * i, 30 + 7 * i)
        })
        .wrong(
            "low to high",
            "Your first row is the lowest band; a picture begins at its top, with the highest.",
            |samples, rate, size, hop| reversed(mel_picture(samples, rate, size, hop)),
        )
        .wrong(
            "transposed",
            "Your rows are frames; a row of the picture is a band, and a column a frame.",
            |samples, rate, size, hop| transposed(mel_picture(samples, rate, size, hop)),
        )
        .wrong(
            "turned",
            "Your rows are frames, and their bands begin with the lowest; a row is a band, and \
             the highest comes first.",
            |samples, rate, size, hop| transposed(reversed(mel_picture(samples, rate, size, hop))),
        )
        .wrong(
            "not squared",
            "You added the magnitudes up as they are; power is their square.",
            |samples, rate, size, hop| {
                let through = |filter: &[f32], frame: &[f32]| sum(filter, frame, |w, x| w * x);
                made((samples, rate, size, hop), through, decibels)
            },
        )
        .wrong(
            "squared afterwards",
            "You squared the sum of each band; square the magnitudes, and then add up.",
            |samples, rate, size, hop| {
                let through =
                    |filter: &[f32], frame: &[f32]| sum(filter, frame, |w, x| w * x).powi(2);
                made((samples, rate, size, hop), through, decibels)
            },
        )
        .wrong(
            "filters squared",
            "You squared the filters too; only the magnitudes are squared.",
            |samples, rate, size, hop| {
                let through =
                    |filter: &[f32], frame: &[f32]| sum(filter, frame, |w, x| w * w * x * x);
                made((samples, rate, size, hop), through, decibels)
            },
        )
        .wrong(
            "averaged",
            "You divided the power of each band by the sum of its filter; it is the plain sum.",
            |samples, rate, size, hop| {
                let through = |filter: &[f32], frame: &[f32]| {
                    let weights: f32 = filter.iter().sum();
                    power(filter, frame) / if weights > 0.0 { weights } else { 1.0 }
                };
                made((samples, rate, size, hop), through, decibels)
            },
        )
        .wrong(
            "frame by frame",
            "You made the decibels of each frame by itself, so a quiet frame is as loud as any; \
             give all frames to `decibels` at once.",
            |samples, rate, size, hop| made((samples, rate, size, hop), power, frame_by_frame),
        )
        .wrong(
            "up to half the rate",
            "Your bands end at half the rate; they end at `HIGH`, whatever the rate is.",
            |samples, rate, size, hop| {
                let filters = filters(edges(BANDS, LOW, rate as f32 / 2.0), size, rate);
                picture((samples, size, hop), &filters, power, decibels)
            },
        )
        .wrong(
            "cut too early",
            "You cut to a whole number before you multiplied by 255; multiply first.",
            |samples, rate, size, hop| {
                each(mel_picture(samples, rate, size, hop), |grey| {
                    grey / 255 * 255
                })
            },
        )
        .wrong(
            "from 0 to 1",
            "Your grey levels go from 0 to 1; multiply by 255.",
            |samples, rate, size, hop| {
                each(mel_picture(samples, rate, size, hop), |grey| grey / 255)
            },
        )
        .wrong(
            "dark where it is loud",
            "Your picture is 0 where it is loudest; 255 is the loudest.",
            |samples, rate, size, hop| {
                each(mel_picture(samples, rate, size, hop), |grey| 255 - grey)
            },
        )
}
