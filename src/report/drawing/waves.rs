//! Signals over time: a sound, and what became of it.

use serde::{Deserialize, Serialize};

use crate::report::drawn::{Caption, Drawn, Length, ROWS, Scene, Told};
use crate::report::easel::{Area, Easel, Ink, Ruler};
use crate::report::number::{spoken, value};
use crate::report::send::frame;
use crate::sentence::Sentence;
use crate::words::drawings as common;

/// Signals that are drawn: more could not be told apart.
const MOST: usize = 4;
/// Stretches of a signal, of each of which its lowest and its highest sample are kept: two for each column of a wide screen.
const STRETCHES: usize = 480;
/// Columns of the labels of the y axis.
const LABELS: u16 = 8;
/// Rows without which a signal has no graph of its own.
const LANE: u16 = 6;
/// Rows under a graph: the axis, and what it counts.
const AXIS: u16 = 2;

/// Signals that begin at the same time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waves {
    /// From top to bottom.
    pub waves: Vec<Wave>,
    /// Samples of the longest signal.
    pub samples: usize,
    /// Samples in a second, where that is known.
    pub rate: Option<usize>,
}

/// One signal in stretches, so that no spike is lost however long it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wave {
    /// What it is.
    pub name: String,
    /// The lowest and the highest sample of each stretch; NaN where none is finite.
    pub stretches: Vec<(f32, f32)>,
    /// Samples that are NaN or infinite.
    pub lost: usize,
}

/// Shows one to four signals over time at step `step`: a sound, and what a filter makes of it. Each comes with its name and
/// its samples. `rate` is how many of them there are in a second; with `None` the axis counts samples.
///
/// Of a long signal each column shows the lowest and the highest of its samples.
///
/// ```
/// use gradlings::report;
///
/// let tone = |hertz: f32| Vec::from_iter((0..8000).map(|at| (hertz * at as f32 / 8000.0 * 6.283).sin()));
/// report::waves("an octave", 0, 8000, &[("low", tone(220.0)), ("high", tone(440.0))]);
/// report::waves("a beat", 0, None, &[("two ticks", [0.0, 1.0, 0.0, 1.0])]);
/// ```
pub fn waves<Name: AsRef<str>, Samples: AsRef<[f32]>>(
    title: &str,
    step: usize,
    rate: impl Into<Option<usize>>,
    waves: &[(Name, Samples)],
) {
    frame(title, Some(step), || {
        let waves = waves.iter().take(MOST);
        let waves = waves.map(|(name, samples)| (name.as_ref(), samples.as_ref()));
        Waves::of(&Vec::from_iter(waves), rate.into())
    });
}

mod words {
    use crate::{labels, sentences};

    sentences! {
        "drawing_waves";

        /// Signals over time.
        waves(title, samples) = "Waves, {title}: {samples} samples.";

        /// Signals over time, of which is known how long they last.
        waves_in_time(title, samples, seconds) = "Waves, {title}: {samples} samples in {seconds} s.";

        /// There is no signal.
        no_waves(title) = "Waves, {title}: there are none.";

        /// One of them: its lowest and its highest sample.
        range(name, low, high) = "{name} goes from {low} to {high}.";

        /// One of them is NaN or infinite all along.
        nothing_finite(name) = "No sample of {name} is finite.";

        /// Of the signal before some samples are no numbers.
        one_lost = "1 of its samples is NaN or infinite.";

        /// Of the signal before some samples are no numbers.
        lost(samples) = "{samples} of its samples are NaN or infinite.";
    }

    labels! {
        "drawing_waves_labels";

        /// What signals over time show.
        shows = "a signal over time; each column goes from its lowest sample to its highest";
        /// How long a signal is, and the end of its axis.
        samples(samples) = "{samples} samples";
        /// How long a signal is.
        samples_in_time(samples, seconds) = "{samples} samples, {seconds} s";
        /// The end of an axis.
        seconds(seconds) = "{seconds} s";
        /// How long a signal is, and how much of it is no number.
        and_lost(length, lost) = "{length}, {lost} NaN or infinite";
    }
}

impl Waves {
    /// These signals, in stretches.
    fn of(all: &[(&str, &[f32])], rate: Option<usize>) -> Waves {
        let samples = all.iter().map(|(_, it)| it.len()).max().unwrap_or(0);
        let stretch = samples.div_ceil(STRETCHES).max(1);
        let waves = all.iter().map(|(name, samples)| Wave {
            name: (*name).to_owned(),
            stretches: samples.chunks(stretch).map(ends).collect(),
            lost: samples.iter().filter(|it| !it.is_finite()).count(),
        });
        Waves {
            waves: waves.collect(),
            samples,
            rate,
        }
    }

    /// How many seconds they last, where that is known.
    fn seconds(&self) -> Option<String> {
        let rate = self.rate.filter(|rate| *rate > 0)?;
        Some(format!("{:.2}", self.samples as f64 / rate as f64))
    }

    /// Draws some of them into one graph, under their names.
    fn graph(
        &self,
        which: &[usize],
        y: [f64; 2],
        is_last: bool,
        area: Area,
        easel: &mut dyn Easel,
    ) {
        let names: Vec<(String, Ink)> = which
            .iter()
            .filter_map(|at| Some((*at, self.waves.get(*at)?)))
            .map(|(at, wave)| {
                let name = easel.cut(&wave.name, area.width.into());
                (format!("{name}  "), Ink::StrongSeries(at))
            })
            .collect();
        easel.line((area.x, area.y), area.width, &names);
        let graph = Area {
            x: area.x + LABELS + 1,
            y: area.y + 1,
            width: area.width - LABELS - 1,
            height: area.height - 1 - AXIS,
        };
        easel.axes(graph);
        let wide = usize::from(LABELS) - 1;
        for (row, number) in [(graph.y, y[1]), (graph.bottom() - 1, y[0])] {
            let text = format!("{:>wide$}", value(number as f32));
            easel.put((area.x, row), LABELS, &text, Ink::Dim);
        }
        if is_last {
            let end = match self.seconds() {
                Some(seconds) => words::seconds(seconds),
                None => words::samples(self.samples),
            };
            let wide = u16::try_from(end.len()).unwrap_or(0).min(graph.width);
            let row = graph.bottom() + 1;
            easel.put((graph.x, row), 1, "0", Ink::Dim);
            easel.put((graph.right() - wide, row), wide, &end, Ink::Dim);
        }
        let last = self.waves.iter().map(|wave| wave.stretches.len()).max();
        let x = [0.0, last.unwrap_or(0).saturating_sub(1).max(1) as f64];
        for at in which {
            for points in self.waves.get(*at).map(Wave::parts).unwrap_or_default() {
                easel.curve(&points, x, y, Ink::Series(*at), graph);
            }
        }
    }
}

impl Wave {
    /// The lowest and the highest sample.
    fn range(&self) -> Option<(f32, f32)> {
        let finite = self.finite().map(|(_, ends)| ends);
        finite.reduce(|all, ends| (all.0.min(ends.0), all.1.max(ends.1)))
    }

    fn finite(&self) -> impl Iterator<Item = (usize, (f32, f32))> {
        let stretches = self.stretches.iter().copied().enumerate();
        stretches.filter(|(_, (low, high))| low.is_finite() && high.is_finite())
    }

    /// The parts of the curve between which there is nothing to draw: up and down in each stretch.
    fn parts(&self) -> Vec<Vec<(f64, f64)>> {
        let mut parts: Vec<Vec<(f64, f64)>> = Vec::new();
        let mut next = usize::MAX;
        for (at, (low, high)) in self.finite() {
            if at != next {
                parts.push(Vec::new());
            }
            next = at + 1;
            if let Some(part) = parts.last_mut() {
                part.push((at as f64, f64::from(low)));
                if low < high {
                    part.push((at as f64, f64::from(high)));
                }
            }
        }
        parts
    }
}

/// The lowest and the highest finite sample; NaN where there is none.
fn ends(samples: &[f32]) -> (f32, f32) {
    let finite = samples.iter().copied().filter(|it| it.is_finite());
    let both = finite.map(|it| (it, it));
    let ends = both.reduce(|all, it| (all.0.min(it.0), all.1.max(it.1)));
    ends.unwrap_or((f32::NAN, f32::NAN))
}

impl Drawn for Waves {
    const NAME: &'static str = "waves";
    const TEXTS: &'static [&'static [Sentence]] = &[words::SENTENCES, words::LABELS];

    fn limit(&mut self) {
        self.waves.truncate(MOST);
        for wave in &mut self.waves {
            wave.stretches.truncate(STRETCHES);
        }
    }

    fn texts(&mut self, each: &mut dyn FnMut(&mut String, Length)) {
        for wave in &mut self.waves {
            each(&mut wave.name, Length::Word);
        }
    }

    fn bytes(&self) -> usize {
        let waves = self.waves.iter();
        waves
            .map(|it| 64 + it.name.len() + size_of_val(&it.stretches[..]))
            .sum()
    }

    fn tell(&self, told: &Told<'_, Self>) -> Vec<String> {
        if self.waves.is_empty() {
            return vec![words::no_waves(told.title)];
        }
        let mut sentences = vec![match self.seconds() {
            Some(seconds) => words::waves_in_time(told.title, self.samples, seconds),
            None => words::waves(told.title, self.samples),
        }];
        for wave in &self.waves {
            let Some((low, high)) = wave.range() else {
                sentences.push(words::nothing_finite(&wave.name));
                continue;
            };
            sentences.push(words::range(&wave.name, spoken(low), spoken(high)));
            match wave.lost {
                0 => {}
                1 => sentences.push(words::one_lost().to_owned()),
                lost => sentences.push(words::lost(lost)),
            }
        }
        sentences.extend(told.step());
        vec![sentences.join(" ")]
    }

    fn caption(&self, _: &Scene<'_, Self>) -> Caption {
        let length = match self.seconds() {
            Some(seconds) => words::samples_in_time(self.samples, seconds),
            None => words::samples(self.samples),
        };
        let lost = self.waves.iter().map(|wave| wave.lost);
        Caption {
            shows: words::shows(),
            reads: match lost.fold(0, usize::saturating_add) {
                0 => length,
                lost => words::and_lost(length, lost),
            },
        }
    }

    fn rows(&self, _: usize, _: usize, _: &dyn Ruler) -> usize {
        (self.waves.len() * usize::from(LANE + 1)).max(ROWS)
    }

    /// Below each other where there is room, else over each other. All of them, in all frames, have the same axes.
    fn draw(&self, scene: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel) {
        let all = scene.all.iter().copied().chain([self]);
        let ranges = all.flat_map(|it| &it.waves).filter_map(Wave::range);
        let range = ranges.reduce(|all, it| (all.0.min(it.0), all.1.max(it.1)));
        let Some((low, high)) = range else {
            let nothing = common::no_finite_number();
            easel.put((area.x, area.y), area.width, nothing, Ink::Dim);
            return;
        };
        if area.width < LABELS + 8 || area.height < LANE {
            let names = self.waves.iter().enumerate();
            for (row, (at, wave)) in area.rows().zip(names) {
                let name = easel.cut(&wave.name, area.width.into());
                easel.put((area.x, row), area.width, &name, Ink::Series(at));
            }
            return;
        }
        let air = if low < high { 0.0 } else { 1.0 };
        let y = [f64::from(low) - air, f64::from(high) + air];
        let lanes = u16::try_from(self.waves.len()).unwrap_or(1).max(1);
        let tall = area.height / lanes;
        if tall < LANE {
            let which = Vec::from_iter(0..self.waves.len());
            self.graph(&which, y, true, area, easel);
            return;
        }
        for lane in 0..lanes {
            let is_last = lane + 1 == lanes;
            let from = area.y + lane * tall;
            // What counts the axis stands under the last one, so the others have its row too.
            let height = if is_last {
                area.bottom() - from
            } else {
                tall + 1
            };
            let part = Area {
                y: from,
                height,
                ..area
            };
            self.graph(&[usize::from(lane)], y, is_last, part, easel);
        }
    }
}

#[cfg(test)]
mod tests;
