//! The last two lines: what happened, and the keys that work now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::tui::action::Action;
use crate::runner::tui::keymap::Bound;
use crate::runner::tui::keys::Context;
use crate::runner::tui::place::{Overlay, Question, Room, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::states;
use crate::runner::tui::text::units::duration;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::trial;
use crate::runner::words::screen::status as words;

/// Draws the status line.
pub fn status(state: &State, area: Rect, buffer: &mut Buffer) {
    let (glyph, text, style) = said(state);
    let path = match (state.screen, state.exercise()) {
        (Screen::Watch, Some(exercise)) => match state.shown().line() {
            Some(line) => format!("{}:{line} ", exercise.path()),
            None => format!("{} ", exercise.path()),
        },
        _ => String::new(),
    };
    let glyphs = state.theme.glyphs();
    let path_width = Line::from(path.as_str()).width();
    let path_wide = u16::try_from(path_width).unwrap_or(u16::MAX);
    let mut room = usize::from(area.width.saturating_sub(3));
    // What happened is worth more than the path, which the learner has in the editor.
    if !path.is_empty() && Line::from(text.as_str()).width() + path_width + 2 <= room {
        buffer.set_string(
            area.right().saturating_sub(path_wide),
            area.y,
            &path,
            state.theme.dim(),
        );
        room -= path_width + 1;
    }
    let line = Line::from(vec![
        Span::styled(format!(" {glyph} "), style),
        Span::styled(wrap::cut(&text, room, glyphs.more), style),
    ]);
    buffer.set_line(area.x, area.y, &line, area.width);
}

/// The glyph, the sentence and the style of the status line: a question, then news, then the state of things.
pub fn said(state: &State) -> (&'static str, String, Style) {
    let theme = state.theme;
    let glyphs = theme.glyphs();
    if let Some(Overlay::Confirm(question)) = state.overlay {
        return ("?", asks(question, state), theme.warn());
    }
    if let Some(notice) = &state.notice {
        let (glyph, style) = if notice.bad {
            (glyphs.fail, theme.bad())
        } else {
            (glyphs.here, theme.strong())
        };
        return (glyph, wrap::clean(&notice.text.replace('\n', " ")), style);
    }
    if state.screen == Screen::Map {
        return filter(state);
    }
    if state.screen == Screen::Trial
        && let Some(used) = &state.trial
    {
        return trial::said(state, used);
    }
    if state.screen == Screen::All
        && let Some(all) = &state.all
    {
        let (passed, todo, failed) = all.counted();
        let text = words::checked(all.done(), all.rows.len(), passed, failed, todo);
        return (glyphs.here, text, Style::new());
    }
    if let Some(stage) = states::stage(&state.run) {
        let elapsed = state.now.saturating_sub(state.run.began);
        let text = if elapsed.as_secs() >= 2 {
            format!("{stage}   {}", duration(elapsed))
        } else {
            stage
        };
        return (glyphs.here, text, theme.warn());
    }
    match state.run.outcome() {
        Some(outcome) => verdict(state, outcome),
        None => (glyphs.here, words::not_checked().to_owned(), theme.dim()),
    }
}

fn verdict(state: &State, outcome: &Outcome) -> (&'static str, String, Style) {
    let (glyph, style) = state.theme.check(states::as_check(outcome.verdict));
    let text = states::verdict(outcome, state.run.counted().0);
    let key = |action| state.key(action);
    let text = match (outcome.verdict, &state.session.next, state.track()) {
        (Verdict::Passed, Some(next), _) if state.room() <= Room::Small => {
            words::passed_next(key(Action::Next), next)
        }
        (Verdict::Passed, None, None) if state.room() <= Room::Small => {
            words::passed_course_done().to_owned()
        }
        (Verdict::Passed, None, Some(track)) if state.room() <= Room::Small => {
            words::passed_track_done(&track.title)
        }
        (Verdict::Passed | Verdict::Failed, ..) if state.run.told => {
            format!("{text}   {}", words::prediction_told(key(Action::Predict)))
        }
        (Verdict::Passed, Some(next), _) => {
            format!("{text}   {}", words::goes_on(key(Action::Next), next))
        }
        (Verdict::Passed, None, _) => format!("{text}   {}", states::all_done(state)),
        (Verdict::Cancelled, ..) => {
            format!("{text}   {}", words::runs_again(key(Action::Rerun)))
        }
        _ if state.room() == Room::Full => format!("{text}   {}", states::took(outcome)),
        _ => text,
    };
    (glyph, text, style.patch(state.theme.strong()))
}

fn filter(state: &State) -> (&'static str, String, Style) {
    let theme = state.theme;
    let found = state.map.shown(&state.course).len();
    if state.map.typing || !state.map.filter.is_empty() {
        let cursor = if state.map.typing { "_" } else { "" };
        let matches = match found {
            0 => words::no_match().to_owned(),
            1 => words::one_match().to_owned(),
            found => words::many_matches(found),
        };
        let text = format!("{}{cursor}   {matches}", state.map.filter);
        return ("/", text, theme.strong());
    }
    let glyphs = theme.glyphs();
    let text = words::signs(glyphs.pass, glyphs.fail, glyphs.todo);
    (" ", text, theme.dim())
}

/// The question, in a sentence.
pub fn asks(question: Question, state: &State) -> String {
    match question {
        Question::Reset => words::reset(state.meant()),
        Question::Restore(number) => {
            let file = state.exercise().map(|exercise| exercise.path());
            words::restore(number, file.unwrap_or_default())
        }
        Question::Quit if state.is_trying() => words::quit_trial().to_owned(),
        Question::Quit => words::quit().to_owned(),
    }
}

/// Draws the key bar: as many keys as fit, those that get one out at the right end.
pub fn keys(state: &State, area: Rect, buffer: &mut Buffer) {
    let mut shown = working(state);
    let room = usize::from(area.width.saturating_sub(1));
    let width = |shown: &[&Bound]| -> usize {
        shown
            .iter()
            .map(|binding| entry(binding, state).width() + 2)
            .sum()
    };
    while width(&shown) > room {
        let Some(least) = shown
            .iter()
            .enumerate()
            .min_by_key(|(at, binding)| (binding.weight, usize::MAX - at))
            .map(|(at, _)| at)
        else {
            return;
        };
        shown.remove(least);
    }
    let out =
        |binding: &&Bound| matches!(binding.action, Action::Back | Action::Help | Action::Quit);
    let (right, left): (Vec<&Bound>, Vec<&Bound>) = shown.into_iter().partition(out);
    let mut column = area.x.saturating_add(1);
    for binding in &left {
        let line = entry(binding, state);
        let wide = u16::try_from(line.width()).unwrap_or(u16::MAX);
        buffer.set_line(column, area.y, &line, wide);
        column = column.saturating_add(wide).saturating_add(2);
    }
    let right_wide = u16::try_from(width(&right)).unwrap_or(u16::MAX);
    column = area.right().saturating_sub(right_wide).max(column);
    for binding in &right {
        let line = entry(binding, state);
        let wide = u16::try_from(line.width()).unwrap_or(u16::MAX);
        buffer.set_line(column, area.y, &line, wide);
        column = column.saturating_add(wide).saturating_add(2);
    }
}

/// The rows of the table that work now and have a place in the bar.
pub fn working(state: &State) -> Vec<&Bound> {
    state
        .keymap
        .rows(Context::of(state))
        .filter(|binding| binding.weight > 0 && binding.action.refusal(state).is_none())
        .collect()
}

fn entry(binding: &Bound, state: &State) -> Line<'static> {
    Line::from(vec![
        Span::styled(binding.written.clone(), state.theme.heading()),
        Span::raw(" "),
        Span::raw(binding.action.label(state).into_owned()),
    ])
}
