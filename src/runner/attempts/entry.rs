//! What stands beside the text of an attempt: a small TOML file.

use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use toml::value::Datetime;

use super::{Judged, time};
use crate::comparator::{CurveComparator, Trend};
use crate::report::Curve;
use crate::runner::outcome::Verdict;
use crate::runner::words::screen::attempts as words;
use crate::sheet::CurvePart;

/// What is known of an attempt. What a file does not say, or a later version says in other words, is simply not known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// What came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// When it was judged, or put aside where it never was.
    #[serde(skip_serializing_if = "Option::is_none")]
    judged: Option<Datetime>,
    /// The first sentence about it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// Whether a restore took it out of the file: what a person typed and did not throw away themselves is never removed.
    #[serde(skip_serializing_if = "is_false")]
    pub replaced: bool,
    /// The name of the training whose curves they are. Files from before that was kept have none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub training: String,
    /// The curves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    curves: Vec<Written>,
}

/// A curve as the file has it: the steps, and under them the values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Written {
    series: String,
    steps: Vec<u64>,
    values: Vec<f32>,
    /// Which way the check wants it to go: `falls`, `rises` or `stays`.
    #[serde(skip_serializing_if = "Option::is_none")]
    goes: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    is_share: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    is_held_out: bool,
}

fn goes(trend: Trend) -> &'static str {
    match trend {
        Trend::Falls => "falls",
        Trend::Rises => "rises",
        Trend::Stays => "stays",
    }
}

fn is_false(value: &bool) -> bool {
    !value
}

impl Entry {
    /// An entry for a text that was judged.
    pub fn new(judged: &Judged) -> Entry {
        let (curves, declared) = (&judged.curves, &judged.declared);
        let of = |curve: &Curve| declared.iter().rfind(|part| part.series == curve.series);
        // TOML has no whole numbers above this one, and no training has as many steps.
        let largest = i64::MAX.unsigned_abs();
        let curves = curves.iter().map(|curve| Written {
            series: curve.series.clone(),
            steps: curve
                .points
                .iter()
                .map(|(step, _)| *step.min(&largest))
                .collect(),
            values: curve.points.iter().map(|(_, value)| *value).collect(),
            goes: of(curve).map(|part| goes(part.comparator.trend()).to_owned()),
            is_share: of(curve).is_some_and(|part| part.is_share),
            is_held_out: of(curve).is_some_and(|part| part.is_held_out),
        });
        Entry {
            verdict: Some(judged.verdict),
            judged: time::date(judged.at),
            message: judged.message.clone(),
            replaced: false,
            training: judged.training.clone(),
            curves: curves.collect(),
        }
    }

    /// Marks it as taken out of the file by a restore.
    pub fn replace(&mut self, now: SystemTime) {
        self.replaced = true;
        if self.judged.is_none() {
            self.judged = time::date(now);
        }
    }

    /// When it was judged, or put aside where it never was.
    pub fn judged(&self) -> Option<SystemTime> {
        self.judged.as_ref().and_then(time::moment)
    }

    /// Whether there are curves.
    pub fn has_curves(&self) -> bool {
        !self.curves.is_empty()
    }

    /// The curves. Somebody may have edited the file, so what cannot be drawn is left out.
    pub fn curves(&self) -> Vec<Curve> {
        let curves = self.curves.iter().map(|written| {
            let points = written
                .steps
                .iter()
                .copied()
                .zip(written.values.iter().copied());
            Curve {
                series: written.series.clone(),
                points: points.filter(|(_, value)| value.is_finite()).collect(),
            }
        });
        curves.filter(|curve| !curve.points.is_empty()).collect()
    }

    /// What the check declares of the curves, as far as it says which of them share a chart. The rest is not kept.
    pub fn declared(&self) -> Vec<CurvePart> {
        let known = self.curves.iter().filter_map(|written| {
            let goes = written.goes.as_deref()?;
            let comparator = match goes {
                "falls" => CurveComparator::Falls,
                "rises" => CurveComparator::Rises,
                "stays" => CurveComparator::Reported,
                _ => return None,
            };
            Some(CurvePart {
                series: written.series.clone(),
                comparator,
                is_share: written.is_share,
                is_held_out: written.is_held_out,
                is_optional: true,
                is_setting: false,
            })
        });
        known.collect()
    }

    /// The text of the file.
    pub fn encode(&self, number: u32) -> Result<String, toml::ser::Error> {
        let body = toml::to_string(self)?;
        let about = words::about_file(format!("{number:04}"));
        Ok(format!("# {about}\n{body}"))
    }

    /// Reads the text of a file; whatever is wrong with it, the text beside it is still worth something.
    pub fn decode(bytes: &[u8]) -> Entry {
        let text = std::str::from_utf8(bytes).ok();
        text.and_then(|text| toml::from_str(text).ok())
            .unwrap_or_default()
    }
}
