//! The texts of the training screen: the table of the metrics, the gauges, the verdict, the sparklines.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::curve::History;
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::text::units::{duration, value};
use crate::runner::tui::action::{Action, Look};
use crate::runner::tui::state::State;
use crate::runner::tui::states;
use crate::runner::tui::text::{prose, wrap};
use crate::runner::tui::training::RunReports;
use crate::runner::tui::view::gauge;
use crate::runner::words::screen::training as words;

/// The last value of every series, the reference's beside it where it has one.
pub fn metrics(state: &State, training: &RunReports, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let (other, others) = training.overlay(state.charts.overlay).unwrap_or_default();
    let with_other = !others.is_empty();
    // `attempt 12` is wider than any number.
    let number = wrap::width(other).max(9);
    let columns = if with_other { 2 } else { 1 };
    let name = width.saturating_sub(columns * (number + 1)).max(6);
    let mut heading = format!("{:<name$} {}", "", wrap::right(words::yours(), number));
    if with_other {
        heading.push_str(&format!(" {}", wrap::right(other, number)));
    }
    let mut lines = vec![Line::styled(heading, theme.dim())];
    for curve in &training.curves {
        let title = wrap::cut(&wrap::clean(&curve.series), name, theme.glyphs().more);
        let last = curve.last.unwrap_or(f32::NAN);
        let style = if last.is_finite() {
            theme.strong()
        } else {
            theme.bad()
        };
        let pad = name.saturating_sub(Line::from(title.as_str()).width());
        let mut spans = vec![
            Span::raw(format!("{title}{} ", " ".repeat(pad))),
            Span::styled(format!("{:>number$}", value(last)), style),
        ];
        if let Some(other) = others.iter().find(|other| other.series == curve.series) {
            let end = other.last.map_or_else(String::new, value);
            spans.push(Span::styled(format!(" {end:>number$}"), theme.dim()));
        }
        lines.push(Line::from(spans));
    }
    if training.curves.is_empty() {
        lines = vec![Line::styled(words::no_metric(), theme.dim())];
    }
    if with_other {
        let (_, sample) = theme.reference_marker();
        let text = format!("{sample} {}", words::where_it_ends(other));
        lines.push(Line::styled(text, theme.dim()));
    }
    lines.extend(not_finite(state, training, width));
    lines
}

/// What is missing from the charts, in words.
pub fn not_finite(state: &State, training: &RunReports, width: usize) -> Vec<Line<'static>> {
    let Some((values, series, step)) = training.not_finite() else {
        return Vec::new();
    };
    let text = match values {
        1 => words::one_not_finite(series, step),
        values => words::many_not_finite(values, series, step),
    };
    let mut lines = vec![Line::default()];
    lines.extend(wrap::words(
        &Line::styled(text, state.theme.bad()),
        width,
        "",
    ));
    lines
}

/// Which of several trainings is shown, and the key that goes to the next one. `None` where there is one only.
pub fn which_training(state: &State) -> Option<Line<'static>> {
    let run = state.shown();
    if run.trained() < 2 {
        return None;
    }
    let shown = run.training();
    let title = wrap::clean(&shown.name.title());
    let which = words::which_training(title, shown.number, run.trainings.begun());
    let key = words::next_training(state.key(Action::Look(Look::Training(true))));
    Some(Line::from(vec![
        Span::raw(" "),
        Span::styled(which, state.theme.strong()),
        Span::styled(format!("   {key}"), state.theme.accent()),
    ]))
}

/// The metrics in one line.
pub fn in_one_line(state: &State, training: &RunReports) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    for curve in &training.curves {
        let last = curve.last.unwrap_or(f32::NAN);
        spans.push(Span::styled(
            format!("{} ", curve.series),
            state.theme.dim(),
        ));
        let style = if last.is_finite() {
            state.theme.strong()
        } else {
            state.theme.bad()
        };
        spans.push(Span::styled(format!("{}   ", value(last)), style));
    }
    Line::from(spans)
}

/// The gauges: this epoch, and the whole with the time that is left.
pub fn gauges(state: &State, training: &RunReports, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let elapsed = training
        .began
        .map(|began| state.now.max(training.latest).saturating_sub(began))
        .map_or_else(String::new, |elapsed| words::elapsed(duration(elapsed)));
    let Some(progress) = training.progress else {
        return vec![Line::styled(elapsed, theme.dim())];
    };
    let epochs = words::epoch(progress.epoch, progress.epochs);
    let batches = words::batches(progress.batch, progress.batches);
    let bar = width.saturating_sub(48).clamp(4, 80);
    let name = (wrap::width(&epochs) + 1).max(8);
    let padded = |text: &str| Span::raw(wrap::pad(text, name, theme.glyphs().more));
    let within = match progress.batches {
        0 => 0.0,
        batches => progress.batch as f64 / batches as f64,
    };
    let mut epoch = vec![padded(&epochs)];
    epoch.extend(gauge::bar(within, bar, theme));
    epoch.push(Span::raw(format!("  {batches}")));
    let mut total = vec![padded(words::total())];
    total.extend(gauge::bar(training.share().unwrap_or(0.0), bar, theme));
    total.push(Span::raw(format!("  {elapsed}")));
    if let Some(left) = training.remaining(state.now).filter(|left| !left.is_zero()) {
        total.push(Span::styled(
            format!("   {}", words::left(duration(left))),
            theme.strong(),
        ));
    }
    vec![Line::from(epoch), Line::from(total)]
}

/// One gauge for a screen of forty columns.
pub fn one_gauge(state: &State, training: &RunReports, width: usize) -> Line<'static> {
    let share = training.share().unwrap_or(0.0);
    let mut spans = gauge::bar(share, width.saturating_sub(26).clamp(4, 30), state.theme);
    spans.push(Span::raw(format!(" {:.0} %", (share * 100.0).floor())));
    if let Some(left) = training.remaining(state.now).filter(|left| !left.is_zero()) {
        spans.push(Span::raw(format!("  {}", words::left(duration(left)))));
    }
    Line::from(spans)
}

/// How it ended.
pub fn verdict(state: &State, outcome: &Outcome, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let (glyph, style) = theme.check(states::as_check(outcome.verdict));
    let text = states::verdict(outcome, state.run.counted().0);
    let first = Line::from(vec![
        Span::styled(format!("{glyph} {text}"), style.patch(theme.strong())),
        Span::styled(format!("   {}", states::took(outcome)), theme.dim()),
    ]);
    let mut lines = wrap::words(&first, width, "  ");
    lines.extend(why(state, outcome, width));
    lines
}

/// Why it ended like that, and what comes next.
pub fn why(state: &State, outcome: &Outcome, width: usize) -> Vec<Line<'static>> {
    if outcome.verdict == Verdict::Passed {
        let next = match &state.session.next {
            Some(next) => words::passed(state.key(Action::Next), next, state.key(Action::Back)),
            None => states::all_done(state),
        };
        return wrap::words(&Line::from(next), width, "");
    }
    let diagnosed = outcome
        .checks
        .iter()
        .find_map(|check| check.diagnosis.as_ref());
    let why = diagnosed
        .map(|diagnosis| diagnosis.message.as_str())
        .or(outcome.message.as_deref());
    match why {
        Some(why) => {
            let why = prose::line(&wrap::clean(why), Style::new(), state.theme);
            wrap::words(&why, width, "")
        }
        None => Vec::new(),
    }
}

/// A curve in one row of text.
pub fn sparkline(history: &History, width: usize, state: &State) -> String {
    let levels: Vec<char> = if state.theme.ascii {
        "_.-=+*#".chars().collect()
    } else {
        "▁▂▃▄▅▆▇█".chars().collect()
    };
    let points = history.points();
    let low = points
        .iter()
        .map(|point| point.1)
        .fold(f32::INFINITY, f32::min);
    let high = points
        .iter()
        .map(|point| point.1)
        .fold(f32::NEG_INFINITY, f32::max);
    let columns = width.min(points.len());
    let mut line = String::new();
    for column in 0..columns {
        // Each column shows the last of the points that fall into it.
        let at = ((column + 1) * points.len() / columns).saturating_sub(1);
        let share = f64::from(points[at].1 - low) / f64::from(high - low);
        let share = if share.is_finite() { share } else { 0.5 };
        let level = (share * (levels.len() - 1) as f64).round() as usize;
        line.push(levels[level.min(levels.len() - 1)]);
    }
    line
}
