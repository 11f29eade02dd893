//! What was built, in use: what it reports, what is said, and the line that is typed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::event::Stream;
use crate::runner::text::units::duration;
use crate::runner::tui::action::Action;
use crate::runner::tui::event::Ending;
use crate::runner::tui::place::{Pane, Room};
use crate::runner::tui::run::Run;
use crate::runner::tui::state::State;
use crate::runner::tui::states;
use crate::runner::tui::talk::{Spoken, Voice};
use crate::runner::tui::text::{prose, wrap};
use crate::runner::tui::trial::{Phase, Trial};
use crate::runner::tui::view::pane::{Placed, inner};
use crate::runner::tui::view::training;
use crate::runner::tui::view::training::areas::Pointable;
use crate::runner::words::screen::trial as words;

/// Rows that what is said has at least, beside charts or pictures.
const TALK: u16 = 6;
/// Rows of curves in words, where nothing is drawn.
const IN_WORDS: u16 = 3;

/// Where the parts are.
struct Areas {
    reported: Rect,
    talk: Rect,
    line: Rect,
}

fn areas(state: &State, trial: &Trial, body: Rect) -> Areas {
    let line = Rect {
        y: body.bottom().saturating_sub(1),
        height: body.height.min(1),
        ..body
    };
    let rest = body.height.saturating_sub(1);
    let views = trial.run.training().kept.views().len();
    let reported = match (views, state.room()) {
        (0, _) => 0,
        (_, Room::Full | Room::Tabs) => rest - (rest * 2 / 5).max(TALK).min(rest),
        (views, _) => u16::try_from(views).unwrap_or(IN_WORDS).min(IN_WORDS),
    };
    let reported = reported.min(rest);
    Areas {
        reported: Rect {
            height: reported,
            ..body
        },
        talk: Rect {
            y: body.y + reported,
            height: rest - reported,
            ..body
        },
        line,
    }
}

/// The pane of what is said.
pub fn panes(state: &State, body: Rect) -> Vec<Placed> {
    let Some(trial) = &state.trial else {
        return Vec::new();
    };
    let area = areas(state, trial, body).talk;
    let framed = state.room() >= Room::Tabs;
    let width = usize::from(inner(area, framed).width);
    vec![Placed {
        pane: Pane::Talk,
        title: title(trial),
        area,
        lines: lines(state, trial, width),
        focused: true,
        framed,
        selected: None,
    }]
}

fn title(trial: &Trial) -> String {
    let title = match (&trial.title, &trial.phase) {
        (Some(title), _) => wrap::clean(title).replace('\n', " "),
        (None, Phase::Files) => words::files_title().to_owned(),
        (None, _) => words::title().to_owned(),
    };
    match trial.talk.dropped() {
        0 => title,
        1 => words::one_dropped(title),
        lines => words::dropped(title, lines),
    }
}

fn lines(state: &State, trial: &Trial, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if trial.phase == Phase::Files {
        for text in [words::about(&trial.name), words::which_files().to_owned()] {
            lines.extend(wrap::words(&Line::from(text), width, ""));
        }
    }
    let mut before = None;
    for spoken in trial.talk.lines() {
        let voice = spoken.first().map(|(voice, _)| *voice);
        let goes_on = voice == before && matches!(voice, Some(Voice::End(_)));
        lines.extend(line(state, spoken, goes_on, width));
        before = voice;
    }
    lines
}

/// One line of what is said. A mark tells who says it, so that no colour has to; where a text goes on, it is not said again.
fn line(state: &State, spoken: &Spoken, goes_on: bool, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let glyphs = theme.glyphs();
    let mut spans = Vec::new();
    for (voice, text) in spoken {
        let (mark, style) = match voice {
            Voice::Program | Voice::Printed(Stream::Output) => ("", Style::new()),
            Voice::Printed(Stream::Error) => ("", theme.warn()),
            Voice::Person => (glyphs.here, theme.strong()),
            Voice::Note => (glyphs.bullet, theme.accent()),
            Voice::End(true) => (glyphs.pass, theme.good()),
            Voice::End(false) => ("!", theme.warn()),
        };
        let mark = if goes_on { " " } else { mark };
        if !mark.is_empty() {
            spans.push(Span::styled(format!("{mark} "), style));
        }
        match voice {
            // What this program says; what the other one says is its own.
            Voice::End(_) => spans.extend(prose::spans(&wrap::clean(text), style, theme)),
            _ => spans.push(Span::styled(wrap::clean(text), style)),
        }
    }
    let line = Line::from(spans);
    match spoken.first() {
        Some((Voice::End(_), _)) => wrap::words(&line, width, "  "),
        _ => wrap::columns(&line, width),
    }
}

/// What there is to point at in what it reports.
pub fn pointable(state: &State, trial: &Trial, body: Rect) -> Pointable {
    let area = areas(state, trial, body).reported;
    training::pointable_reported(state, &trial.run.training().kept, area)
}

/// Draws what is no pane of text: what it reports, and the line that is typed.
pub fn draw(state: &State, body: Rect, buffer: &mut Buffer) {
    let Some(trial) = &state.trial else {
        return;
    };
    let areas = areas(state, trial, body);
    if areas.reported.height > 0 {
        training::reported(state, &trial.run.training().kept, areas.reported, buffer);
    }
    let line = typed(state, trial, usize::from(areas.line.width));
    buffer.set_line(areas.line.x, areas.line.y, &line, areas.line.width);
}

/// The line that letters go into: its end, where it is wider than the screen.
fn typed(state: &State, trial: &Trial, width: usize) -> Line<'static> {
    let theme = state.theme;
    let glyphs = theme.glyphs();
    let (text, waits) = match trial.phase {
        Phase::Files => (&trial.files, true),
        Phase::Waiting | Phase::Running if !trial.closed => (&trial.line, trial.listens),
        _ => return Line::default(),
    };
    let style = if waits { theme.heading() } else { theme.dim() };
    let mark = format!(" {} ", glyphs.here);
    let room = width.saturating_sub(Line::from(mark.as_str()).width() + 1);
    let text = wrap::end(&wrap::clean(text), room, glyphs.more);
    Line::from(vec![
        Span::styled(mark, style),
        Span::styled(text, theme.strong()),
        Span::styled("_", style),
    ])
}

/// The glyph, the words and the style of the status line.
pub fn said(state: &State, trial: &Trial) -> (&'static str, String, Style) {
    let theme = state.theme;
    let glyphs = theme.glyphs();
    let key = state.key(Action::Send);
    let text = match &trial.phase {
        Phase::Files => return (glyphs.here, words::files(key), theme.strong()),
        Phase::Waiting => under_way(state, &state.run),
        Phase::Running if trial.title.is_none() => under_way(state, &trial.run),
        Phase::Running if trial.listens => {
            return (glyphs.here, words::listens().to_owned(), theme.strong());
        }
        Phase::Running => {
            let text = match (trial.ahead.len(), trial.closed) {
                (0, true) => words::no_more().to_owned(),
                (0, false) => words::runs().to_owned(),
                (1, _) => words::one_waits().to_owned(),
                (lines, _) => words::many_wait(lines),
            };
            timed(state, &trial.run, text)
        }
        Phase::Over(Ending::Done) => {
            return (glyphs.pass, words::ended(key), theme.good());
        }
        Phase::Over(ending) => {
            let text = match ending {
                Ending::Nothing => words::nothing_here().to_owned(),
                Ending::NotPassing => words::passes_first().to_owned(),
                _ => words::failed(key),
            };
            return ("!", text, theme.warn());
        }
    };
    (glyphs.here, text, theme.warn())
}

fn under_way(state: &State, run: &Run) -> String {
    let stage = states::stage(run).unwrap_or_default();
    timed(state, run, stage)
}

/// With how long it has been going on, once that is worth a word.
fn timed(state: &State, run: &Run, text: String) -> String {
    let elapsed = state.now.saturating_sub(run.began);
    match elapsed.as_secs() {
        0 | 1 => text,
        _ => format!("{text}   {}", duration(elapsed)),
    }
}
