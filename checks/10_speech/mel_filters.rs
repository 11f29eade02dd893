//! How `mel`, `edges` and `filters` are checked.

use crate::solution::{edges, filters, mel};
use gradlings::prelude::*;

pub type Rows = Vec<Vec<f32>>;

/// The way back from mel.
fn hertz(mel: f32) -> f32 {
    700.0 * (10_f32.powf(mel / 2595.0) - 1.0)
}

/// So many numbers from `low` to `high`, evenly spaced.
fn evenly(count: usize, low: f32, high: f32) -> Vec<f32> {
    let step = (high - low) / (count - 1) as f32;
    (0..count).map(|i| low + step * i as f32).collect()
}

/// Edges that rise by steps of very different sizes.
fn uneven(g: &mut Generator, bands: usize) -> Vec<f32> {
    let mut at = g.number(50.0..300.0);
    let next = |_| {
        at += g.number(80.0..500.0);
        at
    };
    (0..bands + 2).map(next).collect()
}

/// What `weight` makes of every three edges and every frequency, which is in hertz.
fn bank(edges: &[f32], size: usize, rate: usize, weight: impl Fn(&[f32], f32) -> f32) -> Rows {
    let frequency = |k: usize| (k * rate) as f32 / size as f32;
    let row = |three: &[f32]| {
        (0..=size / 2)
            .map(|k| weight(three, frequency(k)))
            .collect()
    };
    edges.windows(3).map(row).collect()
}

/// Both sides of a triangle.
fn sides(three: &[f32], at: f32) -> (f32, f32) {
    let rise = (at - three[0]) / (three[1] - three[0]);
    (rise, (three[2] - at) / (three[2] - three[1]))
}

fn triangle(three: &[f32], at: f32) -> f32 {
    let (rise, fall) = sides(three, at);
    rise.min(fall).max(0.0)
}

/// Right filters, each multiplied by what `factor` makes of it.
fn scaled(
    edges: Vec<f32>,
    size: usize,
    rate: usize,
    factor: impl Fn(&[f32], &[f32]) -> f32,
) -> Rows {
    let rows = filters(edges.clone(), size, rate).into_iter();
    let scaled = |(row, three): (Vec<f32>, &[f32])| {
        let factor = factor(&row, three);
        row.iter().map(|weight| weight * factor).collect()
    };
    rows.zip(edges.windows(3)).map(scaled).collect()
}

pub fn transposed<N: Copy>(rows: Vec<Vec<N>>) -> Vec<Vec<N>> {
    let columns = rows.first().map_or(0, Vec::len);
    let column = |at| rows.iter().map(|row| row[at]).collect();
    (0..columns).map(column).collect()
}

pub fn reversed<N>(mut rows: Vec<Vec<N>>) -> Vec<Vec<N>> {
    rows.reverse();
    rows
}

pub fn check() -> Reference<impl Handler> {
    Reference::of("mel", function(mel))
        .inputs(["hertz"])
        // Some write the formula as 1127 times the natural logarithm.
        .parts([("mel", within(1e-2, 2e-5))])
        .case("silence has no frequency", |_| (0.0,))
        .case("700 Hz, as in the lesson", |_| (700.0,))
        .case("6,300 Hz, as in the lesson", |_| (6300.0,))
        .cases(6, |g, i| (g.number(60.0..120.0) * 2_f32.powi(i as i32),))
        .wrong(
            "natural logarithm",
            "You took the natural logarithm; with 2595 it is the one to base 10.",
            |f| 2595.0 * (1.0 + f / 700.0).ln(),
        )
        .wrong(
            "logarithm to base 2",
            "You took the logarithm to base 2; with 2595 it is the one to base 10.",
            |f| 2595.0 * (1.0 + f / 700.0).log2(),
        )
        .wrong(
            "one forgotten",
            "You left out the 1 before the logarithm; it makes 0 Hz 0 mel.",
            |f| 2595.0 * (f / 700.0).log10(),
        )
        .wrong(
            "one outside",
            "You added the 1 to the logarithm; it belongs to `f / 700`, inside.",
            |f| 2595.0 * (1.0 + (f / 700.0).log10()),
        )
        .wrong("not multiplied", "You left out the factor of 2595.", |f| {
            (1.0 + f / 700.0).log10()
        })
        .wrong(
            "the way back",
            "You turned mel into hertz; it is hertz that are given, and mel that are asked for.",
            hertz,
        )
        .and("edges", function(edges))
        .inputs(["bands", "low", "high"])
        .parts([("edges", within(2e-2, 2e-5))])
        .case("the example of the lesson", |_| (2, 0.0, 6300.0))
        .case("one band", |_| (1, 80.0, 7600.0))
        .case("as the pictures have them", |_| (24, 80.0, 7600.0))
        .cases(7, |g, i| {
            (3 + 2 * i, g.number(20.0..300.0), g.number(3000.0..10000.0))
        })
        .wrong(
            "in hertz",
            "Your edges are evenly spaced in hertz; space them evenly in mel.",
            |bands, low, high| evenly(bands + 2, low, high).into_iter().map(mel).collect(),
        )
        .wrong(
            "hertz throughout",
            "You left `low` and `high` in hertz; turn them into mel first.",
            |bands, low, high| evenly(bands + 2, low, high),
        )
        .wrong(
            "back in hertz",
            "You turned the edges back into hertz; leave them in mel.",
            |bands, low, high| edges(bands, low, high).into_iter().map(hertz).collect(),
        )
        .wrong(
            "one for each band",
            "There is one edge for each band; a band reaches over three edges, so there are \
             `bands + 2`.",
            |bands, low, high| evenly(bands.max(2), mel(low), mel(high))[..bands].to_vec(),
        )
        .wrong(
            "side by side",
            "There are `bands + 1` edges, as if bands stood side by side; they overlap, so \
             there are `bands + 2`.",
            |bands, low, high| evenly(bands + 1, mel(low), mel(high)),
        )
        .wrong(
            "without the ends",
            "The first and the last edge are missing; these are only the peaks.",
            |bands, low, high| edges(bands, low, high)[1..=bands].to_vec(),
        )
        .wrong(
            "short of the end",
            "Your last edge is below `high`; between `bands + 2` edges there are `bands + 1` \
             steps.",
            |bands, low, high| {
                let mut more = evenly(bands + 3, mel(low), mel(high));
                more.pop();
                more
            },
        )
        .and("filters", function(filters))
        .inputs(["edges", "size", "rate"])
        .parts([("filters", within(1e-3, 0.0))])
        .case("700 Hz, as in the lesson", |_| {
            (evenly(4, 0.0, 2595.0), 18, 12600)
        })
        .case("one band", |g| (uneven(g, 1), 40, 11025))
        .case("a frequency on the middle edge", |_| {
            (vec![mel(500.0), mel(1000.0), mel(2000.0)], 16, 8000)
        })
        .case("bands without a frequency", |_| {
            (evenly(26, mel(80.0), mel(7600.0)), 32, 22050)
        })
        .case("frequencies above the last edge", |_| {
            (evenly(6, 200.0, 1500.0), 30, 22050)
        })
        .case("edges above the last frequency", |_| {
            (evenly(8, 200.0, 2800.0), 30, 8000)
        })
        .case("an odd size", |g| (uneven(g, 4), 33, 11025))
        .cases(7, |g, i| {
            let rate = [11025, 16000, 22050][i % 3];
            let edges = if i % 2 == 0 {
                uneven(g, 2 + i)
            } else {
                edges(2 + i, 100.0, 5000.0)
            };
            (edges, 40 + 11 * i, rate)
        })
        .wrong(
            "straight in hertz",
            "Your triangles have straight sides over hertz; the edges are in mel, so turn the \
             frequency into mel too.",
            |edges, size, rate| {
                let edges: Vec<f32> = edges.into_iter().map(hertz).collect();
                bank(&edges, size, rate, triangle)
            },
        )
        .wrong(
            "frequencies in hertz",
            "You compared frequencies in hertz with edges in mel; `mel` of the frequency comes \
             first.",
            |edges, size, rate| bank(&edges, size, rate, triangle),
        )
        .wrong(
            "not overlapping",
            "Your triangles stand side by side; each reaches over three edges, so that it \
             overlaps both of its neighbours.",
            |edges, size, rate| {
                let narrow = |three: &[f32], at: f32| {
                    let middle = (three[0] + three[1]) / 2.0;
                    triangle(&[three[0], middle, three[1]], mel(at))
                };
                bank(&edges, size, rate, narrow)
            },
        )
        .wrong(
            "every second edge",
            "You went two edges further from band to band, so they do not overlap; go one edge \
             further.",
            |edges, size, rate| filters(edges, size, rate).into_iter().step_by(2).collect(),
        )
        .wrong(
            "rectangles",
            "Your filters are flat, 1 from edge to edge; they are triangles.",
            |edges, size, rate| {
                let flat =
                    |three: &[f32], at: f32| f32::from(u8::from(triangle(three, mel(at)) > 0.0));
                bank(&edges, size, rate, flat)
            },
        )
        .wrong(
            "negative",
            "Your filters go below 0 beside their triangles; they are 0 there.",
            |edges, size, rate| {
                bank(&edges, size, rate, |three, at| {
                    let (rise, fall) = sides(three, mel(at));
                    rise.min(fall)
                })
            },
        )
        .wrong(
            "the larger of the two",
            "You took the larger of the two sides; a triangle is the smaller of them.",
            |edges, size, rate| {
                bank(&edges, size, rate, |three, at| {
                    let (rise, fall) = sides(three, mel(at));
                    rise.max(fall).max(0.0)
                })
            },
        )
        .wrong(
            "one step for all",
            "You took the distance of the first two edges for all of them; each side of a \
             triangle has its own.",
            |edges, size, rate| {
                let step = edges[1] - edges[0];
                bank(&edges, size, rate, |three, at| {
                    (1.0 - (mel(at) - three[1]).abs() / step).max(0.0)
                })
            },
        )
        .wrong(
            "both sides alike",
            "Both sides of your triangles are as steep as the rise; the fall goes from 1 at the \
             middle edge to 0 at the last.",
            |edges, size, rate| {
                bank(&edges, size, rate, |three, at| {
                    let rise = three[1] - three[0];
                    (1.0 - (mel(at) - three[1]).abs() / rise).max(0.0)
                })
            },
        )
        .wrong(
            "half the rate at the end",
            "Your last frequency is always half the rate; for an odd size it is less: `k * rate \
             / size`.",
            |edges, size, rate| {
                let stretched = |at: f32| at * size as f32 / (size / 2 * 2) as f32;
                bank(&edges, size, rate, |three, at| {
                    triangle(three, mel(stretched(at)))
                })
            },
        )
        .wrong(
            "rows that sum to 1",
            "You made every row sum to 1; leave it as it is, with 1 at the middle edge.",
            |edges, size, rate| {
                scaled(edges, size, rate, |row, _| {
                    let sum: f32 = row.iter().sum();
                    if sum > 0.0 { 1.0 / sum } else { 1.0 }
                })
            },
        )
        .wrong(
            "equal areas",
            "You made every triangle lower the wider it is; all of them are 1 at their middle \
             edge.",
            |edges, size, rate| {
                scaled(edges, size, rate, |_, three| {
                    2.0 / (hertz(three[2]) - hertz(three[0]))
                })
            },
        )
        .wrong(
            "whole hertz",
            "You divided whole numbers, which drops the fraction; make `k * \
             rate` an `f32` first.",
            |edges, size, rate| {
                bank(&edges, size, rate, |three, at| {
                    triangle(three, mel(at.floor()))
                })
            },
        )
        .wrong(
            "twice too high",
            "Your frequencies are twice too high; frequency `k` has `k * rate / size` hertz, up \
             to half the rate.",
            |edges, size, rate| filters(edges, size, 2 * rate),
        )
        .wrong(
            "both halves",
            "You have a number for every frequency up to `size`; a spectrogram has only those \
             up to `size / 2`.",
            |edges, size, rate| {
                let mut rows = filters(edges, 2 * size, 2 * rate);
                for row in &mut rows {
                    row.truncate(size);
                }
                rows
            },
        )
        .wrong(
            "last frequency lost",
            "The last frequency is missing; there are `size / 2 + 1`, from 0 to `size / 2`.",
            |edges, size, rate| {
                let mut rows = filters(edges, size, rate);
                for row in &mut rows {
                    row.pop();
                }
                rows
            },
        )
        .wrong(
            "highest first",
            "Your first row is the highest band; here the lowest comes first, and only the \
             picture is turned.",
            |edges, size, rate| reversed(filters(edges, size, rate)),
        )
        .wrong(
            "transposed",
            "Your rows are frequencies; a row is a band.",
            |edges, size, rate| transposed(filters(edges, size, rate)),
        )
}
