//! A few named numbers.

use serde::{Deserialize, Serialize};

use crate::report::drawn::{Caption, Drawn, Length, Scene, Told};
use crate::report::easel::{Area, Easel, Ink, Ruler, Sign};
use crate::report::number::{spoken, value};
use crate::report::send::frame;
use crate::sentence::Sentence;

/// Bars that are drawn.
const MOST: usize = 32;
/// Bars that are told of.
const TOLD: usize = 6;
/// The longest name that is drawn whole.
const NAME: usize = 16;
/// Columns of the numbers.
const NUMBER: usize = 9;

/// A few named numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bars {
    /// Name and number, from top to bottom.
    pub bars: Vec<(String, f32)>,
}

/// Shows a few named numbers at step `step`, each as a bar: the probability of each class, the norm of each layer. At
/// most 32 are shown.
///
/// ```
/// use gradlings::report;
///
/// report::bars("probabilities", 0, &[("cat", 0.7), ("dog", 0.2), ("bird", 0.1)]);
/// ```
pub fn bars<Name: AsRef<str>>(title: &str, step: usize, bars: &[(Name, f32)]) {
    frame(title, Some(step), || {
        let named = bars.iter().take(MOST);
        Bars {
            bars: named
                .map(|(name, value)| (name.as_ref().to_owned(), *value))
                .collect(),
        }
    });
}

mod words {
    use crate::{labels, sentences};

    sentences! {
        "drawing_bars";

        /// Bars, each a name with a number.
        bars(title, bars) = "Bars, {title}: {bars}.";

        /// Bars that have none.
        no_bars(title) = "Bars, {title}: there are none.";

        /// More bars than are told.
        one_more_bar = "1 more bar is left out.";

        /// More bars than are told.
        more_bars(bars) = "{bars} more bars are left out.";
    }

    labels! {
        "drawing_bars_labels";

        /// What bars show.
        shows = "each bar is a number";
    }
}

impl Drawn for Bars {
    const NAME: &'static str = "bars";
    const TEXTS: &'static [&'static [Sentence]] = &[words::SENTENCES, words::LABELS];

    fn limit(&mut self) {
        self.bars.truncate(MOST);
    }

    fn texts(&mut self, each: &mut dyn FnMut(&mut String, Length)) {
        for (name, _) in &mut self.bars {
            each(name, Length::Word);
        }
    }

    fn bytes(&self) -> usize {
        self.bars.iter().map(|(name, _)| 40 + name.len()).sum()
    }

    fn tell(&self, told: &Told<'_, Self>) -> Vec<String> {
        let named = self.bars.iter().take(TOLD);
        let numbers: Vec<String> = named
            .map(|(name, number)| format!("{name} {}", spoken(*number)))
            .collect();
        let mut sentences = vec![match numbers.is_empty() {
            true => words::no_bars(told.title),
            false => words::bars(told.title, numbers.join(", ")),
        }];
        match self.bars.len().saturating_sub(TOLD) {
            0 => {}
            1 => sentences.push(words::one_more_bar().to_owned()),
            more => sentences.push(words::more_bars(more)),
        }
        sentences.extend(told.step());
        vec![sentences.join(" ")]
    }

    fn caption(&self, _: &Scene<'_, Self>) -> Caption {
        Caption {
            shows: words::shows(),
            ..Caption::default()
        }
    }

    fn rows(&self, _: usize, _: usize, _: &dyn Ruler) -> usize {
        self.bars.len()
    }

    /// All frames have one scale.
    fn draw(&self, scene: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel) {
        let all = scene.all.iter().copied().chain([self]);
        let largest = all
            .flat_map(|it| &it.bars)
            .map(|(_, value)| value.abs())
            .filter(|value| value.is_finite())
            .fold(0.0_f32, f32::max);
        let width = usize::from(area.width);
        let names = self.bars.iter().map(|(name, _)| easel.wide(name));
        let name_wide = names.max().unwrap_or(0).min(NAME).min(width / 3);
        let room = width.saturating_sub(name_wide + NUMBER + 2);
        for (row, (name, number)) in area.rows().zip(&self.bars) {
            let name = easel.cut(name, name_wide);
            let pad = name_wide.saturating_sub(easel.wide(&name));
            let share = f64::from(number.abs()) / f64::from(largest);
            let full = if share.is_finite() {
                (share * room as f64).round() as usize
            } else {
                0
            };
            let ink = if *number < 0.0 { Ink::Bad } else { Ink::Accent };
            let bar = easel.sign(Sign::Full).repeat(full.min(room));
            let parts = [
                (format!("{name}{} ", " ".repeat(pad)), Ink::Plain),
                (format!("{:>NUMBER$} ", value(*number)), Ink::Strong),
                (bar, ink),
            ];
            easel.line((area.x, row), area.width, &parts);
        }
    }
}
