//! How `hann`, `frames`, `magnitudes` and `spectrogram` are checked.

use std::f32::consts::TAU;

#[path = "../../solutions/10_speech/spectrogram.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{frames, hann, magnitudes, spectrogram};

type Rows = Vec<Vec<f32>>;

/// A window whose angle is of this size.
fn raised_cosine(size: usize, turn: f32, high: f32, low: f32) -> Vec<f32> {
    let at = |i: usize| high - low * (turn * i as f32).cos();
    (0..size).map(at).collect()
}

/// The window that goes round once in `size`, not in `size - 1`.
fn periodic(size: usize) -> Vec<f32> {
    raised_cosine(size, TAU / size as f32, 0.5, 0.5)
}

fn hamming(size: usize) -> Vec<f32> {
    raised_cosine(size, TAU / (size - 1) as f32, 0.54, 0.46)
}

fn product(frame: &[f32], window: &[f32]) -> Vec<f32> {
    frame.iter().zip(window).map(|(x, w)| x * w).collect()
}

/// Frames that begin at these places, as long as the sound lets them.
fn cut(samples: &[f32], size: usize, hop: usize) -> Rows {
    let starts = (0..samples.len()).step_by(hop);
    let piece = |start| samples[start..samples.len().min(start + size)].to_vec();
    starts.map(piece).collect()
}

/// Only the frames that the sound fills.
fn whole_frames(samples: Vec<f32>, size: usize, hop: usize) -> Rows {
    let mut rows = cut(&samples, size, hop);
    rows.retain(|row| row.len() == size);
    rows
}

/// The frames up to the first that reaches the end.
fn until_the_end(samples: Vec<f32>, size: usize, hop: usize) -> Rows {
    let enough = samples.len().saturating_sub(size).div_ceil(hop) + 1;
    let mut rows = frames(samples, size, hop);
    rows.truncate(enough);
    rows
}

/// Frames that are filled by `fill`, which gets what there is of them.
fn filled(samples: &[f32], size: usize, hop: usize, fill: fn(&mut Vec<f32>, &[f32])) -> Rows {
    let mut rows = cut(samples, size, hop);
    for row in &mut rows {
        while row.len() < size {
            fill(row, samples);
        }
    }
    rows
}

/// The two sums for frequency `k`.
fn sums(frame: &[f32], k: usize, turn: f32) -> (f32, f32) {
    let angle = |i: usize| turn * (k * i % frame.len()) as f32 / frame.len() as f32;
    let sum = |of: fn(f32) -> f32| {
        let terms = frame.iter().enumerate().map(|(i, x)| x * of(angle(i)));
        terms.sum::<f32>()
    };
    (sum(f32::cos), sum(f32::sin))
}

/// What `of` makes of both sums, for all frequencies that are kept.
fn of_sums(frame: &[f32], of: fn(f32, f32) -> f32) -> Vec<f32> {
    let one = |k| {
        let (re, im) = sums(frame, k, TAU);
        of(re, im)
    };
    (0..=frame.len() / 2).map(one).collect()
}

/// The frequencies above the middle too.
fn both_halves(frame: Vec<f32>) -> Vec<f32> {
    let one = |k| {
        let (re, im) = sums(&frame, k, TAU);
        re.hypot(im)
    };
    (0..frame.len()).map(one).collect()
}

fn powers(frame: Vec<f32>) -> Vec<f32> {
    of_sums(&frame, |re, im| re * re + im * im)
}

/// A spectrogram of other frames, with another window, of other magnitudes.
fn made(
    rows: Rows,
    window: fn(usize) -> Vec<f32>,
    of_frame: impl Fn(Vec<f32>) -> Vec<f32>,
) -> Rows {
    let row = |frame: Vec<f32>| of_frame(product(&frame, &window(frame.len())));
    rows.into_iter().map(row).collect()
}

fn transposed(rows: Rows) -> Rows {
    let columns = rows.first().map_or(0, Vec::len);
    let column = |at| rows.iter().map(|row| row[at]).collect();
    (0..columns).map(column).collect()
}

/// A wave that goes round `turns` times within so many samples.
fn tone(samples: usize, turns: f32) -> Vec<f32> {
    let at = |i: usize| (TAU * turns * i as f32 / samples as f32).sin();
    (0..samples).map(at).collect()
}

fn click(samples: usize, at: usize) -> Vec<f32> {
    (0..samples)
        .map(|i| if i == at { 2.0 } else { 0.0 })
        .collect()
}

/// Sounds of every kind of length beside the size of a frame and the hop.
fn sound(g: &mut Generator, i: usize) -> (Vec<f32>, usize, usize) {
    let (size, hop) = (4 + 2 * (i % 7), 2 + i % 5);
    let rate = g.integer(8000..16000);
    (g.sound(size + 5 * i + i / 3, rate), size, hop)
}

fn main() {
    const EXCHANGED: &str = "You exchanged `size` and `hop`: a frame has `size` samples, and the next one begins \
         `hop` samples further on.";
    const WHOLE_ONLY: &str = "You left out the frames that the sound does not fill; a frame begins at every `hop`-th \
         sample, and what is missing at its end is filled with zeros.";
    const UNTIL_THE_END: &str = "You stopped with the first frame that reaches the end of the sound; a frame begins at \
         every `hop`-th sample, the last ones mostly zeros.";
    const PERIODIC: &str = "You divided by `size`, so the last number of the window is not 0; it goes round once in \
         `size - 1`.";
    const HAMMING: &str = "Your window ends at 0.08, which is Hamming's; Hann's is 0.5 - 0.5 * cos, with 0 at both ends.";
    const BOTH_HALVES: &str = "You kept both halves; the magnitudes above `size / 2` are those below it, mirrored, so \
         keep `size / 2 + 1` of them.";
    const SQUARED: &str = "You left the squares as they are, which is the power; the magnitude is the root of their sum.";

    Reference::of("hann", function(hann))
        .inputs(["size"])
        .parts([("window", within(1e-5, 0.0))])
        .case("two samples", |_| (2,))
        .case("three samples", |_| (3,))
        .case("the example of the lesson", |_| (4,))
        .cases(8, |g, i| (5 + 3 * i + g.integer(0..3),))
        .wrong("periodic", PERIODIC, periodic)
        .wrong("Hamming", HAMMING, hamming)
        .wrong(
            "upside down",
            "Your window is 1 at its ends and 0 in the middle; it is 0.5 minus the cosine, not plus.",
            |size| raised_cosine(size, TAU / (size - 1) as f32, 0.5, -0.5),
        )
        .wrong(
            "half a turn",
            "Your window fades in and never out; the angle goes round once, by 2 pi, not by pi.",
            |size| raised_cosine(size, TAU / 2.0 / (size - 1) as f32, 0.5, 0.5),
        )
        .wrong(
            "sine",
            "Your window is half a sine wave; Hann's is the square of it: 0.5 - 0.5 * cos.",
            |size| hann(size).into_iter().map(f32::sqrt).collect(),
        )
        .and("frames", function(frames))
        .inputs(["samples", "size", "hop"])
        .parts([("frames", exact())])
        .case("no samples", |_| (vec![], 4, 2))
        .case("one sample", |g| (g.numbers(1), 3, 2))
        .case("the example of the lesson", |_| (vec![4.0; 4], 4, 2))
        .case("a sound shorter than a frame", |g| (g.numbers(5), 8, 3))
        .case("a sound as long as a frame", |g| (g.numbers(6), 6, 6))
        .case("frames side by side", |g| (g.numbers(11), 4, 4))
        .case("a hop longer than a frame", |g| (g.numbers(17), 3, 5))
        .case("hops that come out even", |g| (g.numbers(12), 5, 3))
        .case("a hop of one", |g| (g.numbers(7), 3, 1))
        .cases(9, sound)
        .wrong("exchanged", EXCHANGED, |samples, size, hop| {
            frames(samples, hop, size)
        })
        .wrong("whole frames only", WHOLE_ONLY, whole_frames)
        .wrong("until the end", UNTIL_THE_END, until_the_end)
        .wrong(
            "not filled",
            "Your last frames are shorter than `size`; fill them up with zeros.",
            |samples, size, hop| cut(&samples, size, hop),
        )
        .wrong(
            "filled in front",
            "You put the zeros in front of what is left of the sound; they come behind it.",
            |samples, size, hop| filled(&samples, size, hop, |row, _| row.insert(0, 0.0)),
        )
        .wrong(
            "last sample repeated",
            "You repeated the last sample where the sound has ended; fill up with zeros.",
            |samples, size, hop| {
                filled(&samples, size, hop, |row, sound| {
                    row.push(sound[sound.len() - 1])
                })
            },
        )
        .wrong(
            "hop ignored",
            "Your frames stand side by side; the next begins `hop` samples after the last one did, so they overlap \
             where `hop` is smaller than `size`.",
            |samples, size, _| frames(samples, size, size),
        )
        .wrong(
            "as long as the hop",
            "Your frames end where the next one begins, and are filled with zeros from there; each has `size` samples of \
             the sound, as long as there are any.",
            |samples, size, hop| {
                let mut rows = frames(samples, size, hop);
                for row in &mut rows {
                    row[size.min(hop)..].fill(0.0);
                }
                rows
            },
        )
        .wrong(
            "one too many",
            "Your last frame begins behind the end of the sound, where `hop` divides its length; a frame begins at a \
             sample that there is.",
            |samples, size, hop| {
                let count = samples.len() / hop + 1;
                let mut rows = frames(samples, size, hop);
                rows.resize(count, vec![0.0; size]);
                rows
            },
        )
        .wrong(
            "rounded down",
            "You rounded the number of frames down, so the last one is missing; `n / hop` is rounded up.",
            |samples, size, hop| {
                let count = samples.len() / hop;
                let mut rows = frames(samples, size, hop);
                rows.truncate(count);
                rows
            },
        )
        .wrong(
            "window in the frames",
            "You multiplied the frames by the window already; `frames` only cuts and fills, and `spectrogram` puts \
             the window on.",
            |samples, size, hop| made(frames(samples, size, hop), hann, |frame| frame),
        )
        .and("magnitudes", function(magnitudes))
        .inputs(["frame"])
        .parts([("magnitudes", within(2e-4, 1e-4))])
        .case("two samples", |g| (g.numbers(2),))
        .case("three samples", |g| (g.numbers(3),))
        .case("silence", |_| (vec![0.0; 8],))
        .case("a constant", |_| (vec![1.5; 8],))
        .case("a click, as in the lesson", |_| {
            (vec![0.0, 3.0, 0.0, 0.0],)
        })
        .case("a slow swell, as in the lesson", |_| {
            (vec![0.0, 3.0, 3.0, 0.0],)
        })
        .case("a tone that goes round three times", |_| (tone(16, 3.0),))
        .case("a tone between two frequencies", |_| (tone(20, 4.5),))
        .case("the highest tone", |_| {
            (vec![1.0, -1.0, 1.0, -1.0, 1.0, -1.0],)
        })
        .cases(7, |g, i| (g.numbers(4 + 4 * i),))
        .wrong("both halves", BOTH_HALVES, both_halves)
        .wrong("squared", SQUARED, powers)
        .wrong(
            "middle lost",
            "You left out frequency `size / 2`; there are `size / 2 + 1` of them, from 0 to `size / 2`.",
            |frame| {
                let count = frame.len() / 2;
                let mut row = magnitudes(frame);
                row.truncate(count);
                row
            },
        )
        .wrong(
            "counted from 1",
            "You began with frequency 1; frequency 0, the plain sum of the frame, comes first.",
            |frame| {
                let one = |k| {
                    let (re, im) = sums(&frame, k, TAU);
                    re.hypot(im)
                };
                (1..=frame.len() / 2 + 1).map(one).collect()
            },
        )
        .wrong(
            "cosines only",
            "You used the sum of the cosines alone, which depends on where in its wave a tone begins; the magnitude is \
             the root of both squares.",
            |frame| of_sums(&frame, |re, _| re.abs()),
        )
        .wrong(
            "cosines with their sign",
            "You returned the sum of the cosines; the magnitude is the root of the squares of both sums.",
            |frame| of_sums(&frame, |re, _| re),
        )
        .wrong(
            "sines only",
            "You used the sum of the sines alone, which depends on where in its wave a tone begins; the magnitude is \
             the root of both squares.",
            |frame| of_sums(&frame, |_, im| im.abs()),
        )
        .wrong(
            "cosines twice",
            "Both of your sums are of cosines; one is of cosines, the other of sines.",
            |frame| of_sums(&frame, |re, _| re.hypot(re)),
        )
        .wrong(
            "sines twice",
            "Both of your sums are of sines; one is of cosines, the other of sines.",
            |frame| of_sums(&frame, |_, im| im.hypot(im)),
        )
        .wrong(
            "not from 0",
            "You go on with the sums of the frequency before; begin both at 0 for every frequency.",
            |frame| {
                let (mut re, mut im) = (0.0, 0.0);
                let one = |k| {
                    let more = sums(&frame, k, TAU);
                    (re, im) = (re + more.0, im + more.1);
                    f32::hypot(re, im)
                };
                (0..=frame.len() / 2).map(one).collect()
            },
        )
        .wrong(
            "sizes added",
            "You added the sizes of the two sums; they stand at a right angle, so it is the root of the sum of their \
             squares.",
            |frame| of_sums(&frame, |re, im| re.abs() + im.abs()),
        )
        .wrong(
            "sums added",
            "You added the two sums as they are; the magnitude is the root of the sum of their squares.",
            |frame| of_sums(&frame, |re, im| (re + im).abs()),
        )
        .wrong(
            "half a turn",
            "Your angles are half as large as they should be: once round is 2 pi.",
            |frame| {
                let turn = |k: usize, i: usize| TAU / 2.0 * (k * i) as f32 / frame.len() as f32;
                let one = |k| {
                    let sum = |of: fn(f32) -> f32| {
                        let terms = frame.iter().enumerate();
                        terms.map(|(i, x)| x * of(turn(k, i))).sum::<f32>()
                    };
                    sum(f32::cos).hypot(sum(f32::sin))
                };
                (0..=frame.len() / 2).map(one).collect()
            },
        )
        .wrong(
            "divided by the size",
            "You divided by the size of the frame; the magnitudes are of the sums as they are.",
            |frame| {
                let size = frame.len() as f32;
                magnitudes(frame).into_iter().map(|x| x / size).collect()
            },
        )
        .and("spectrogram", function(spectrogram))
        .inputs(["samples", "size", "hop"])
        .parts([("spectrogram", within(2e-4, 1e-4))])
        .case("no samples", |_| (vec![], 4, 2))
        .case("the example of the lesson", |_| (vec![4.0; 4], 4, 2))
        .case("a sound shorter than a frame", |g| (g.numbers(6), 8, 3))
        .case("silence", |_| (vec![0.0; 9], 4, 3))
        .case("a hop longer than a frame", |g| (g.numbers(21), 5, 8))
        .case("a click", |_| (click(20, 9), 8, 4))
        .case("a tone", |_| (tone(40, 8.0), 10, 5))
        .cases(7, sound)
        .wrong(
            "no window",
            "You left the window out; multiply every frame by it before you look for frequencies.",
            |samples, size, hop| {
                let rows = frames(samples, size, hop).into_iter();
                rows.map(magnitudes).collect()
            },
        )
        .wrong("exchanged", EXCHANGED, |samples, size, hop| {
            spectrogram(samples, hop, size)
        })
        .wrong("both halves", BOTH_HALVES, |samples, size, hop| {
            made(frames(samples, size, hop), hann, both_halves)
        })
        .wrong("whole frames only", WHOLE_ONLY, |samples, size, hop| {
            made(whole_frames(samples, size, hop), hann, magnitudes)
        })
        .wrong("until the end", UNTIL_THE_END, |samples, size, hop| {
            made(until_the_end(samples, size, hop), hann, magnitudes)
        })
        .wrong("squared", SQUARED, |samples, size, hop| {
            made(frames(samples, size, hop), hann, powers)
        })
        .wrong("periodic", PERIODIC, |samples, size, hop| {
            made(frames(samples, size, hop), periodic, magnitudes)
        })
        .wrong("Hamming", HAMMING, |samples, size, hop| {
            made(frames(samples, size, hop), hamming, magnitudes)
        })
        .wrong(
            "window on the sound",
            "You faded the whole sound in and out, once; the window is as long as a frame, and every frame gets it.",
            |samples, size, hop| {
                let window = hann(samples.len());
                let rows = frames(product(&samples, &window), size, hop).into_iter();
                rows.map(magnitudes).collect()
            },
        )
        .wrong(
            "window on the frequencies",
            "You multiplied the magnitudes by the window; it belongs on the samples of a frame, before you look for \
             frequencies.",
            |samples, size, hop| {
                let window = hann(size);
                let rows = frames(samples, size, hop).into_iter();
                rows.map(|frame| product(&magnitudes(frame), &window))
                    .collect()
            },
        )
        .wrong(
            "window of the frequencies",
            "You made a window for the magnitudes; it belongs on the samples of a frame, before you look for frequencies.",
            |samples, size, hop| {
                let window = hann(size / 2 + 1);
                let rows = frames(samples, size, hop).into_iter();
                rows.map(|frame| product(&magnitudes(frame), &window))
                    .collect()
            },
        )
        .wrong(
            "window twice",
            "You multiplied by the window twice; once is enough.",
            |samples, size, hop| {
                let window = |size| product(&hann(size), &hann(size));
                made(frames(samples, size, hop), window, magnitudes)
            },
        )
        .wrong(
            "window on what is left",
            "You made the window as long as what is left of the sound; it is as long as a whole frame, so fill up with \
             zeros first.",
            |samples, size, hop| {
                let row = |piece: Vec<f32>| {
                    // A window of one sample is NaN.
                    let window = if piece.len() < 2 { vec![1.0] } else { hann(piece.len()) };
                    let mut frame = product(&piece, &window);
                    frame.resize(size, 0.0);
                    magnitudes(frame)
                };
                cut(&samples, size, hop).into_iter().map(row).collect()
            },
        )
        .wrong(
            "transposed",
            "Your rows are frequencies; a row is a frame, and a column a frequency.",
            |samples, size, hop| transposed(spectrogram(samples, size, hop)),
        )
        .run()
}
