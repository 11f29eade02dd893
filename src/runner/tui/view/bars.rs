//! The last two lines: what happened, and the keys that work now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::text::units::duration;
use crate::runner::tui::action::Action;
use crate::runner::tui::keymap::Bound;
use crate::runner::tui::keys::Context;
use crate::runner::tui::place::{Overlay, Question, Room, Screen};
use crate::runner::tui::search::Search;
use crate::runner::tui::state::State;
use crate::runner::tui::states;
use crate::runner::tui::text::{prose, wrap};
use crate::runner::tui::update;
use crate::runner::tui::view::trial;
use crate::runner::words::screen::status as words;

/// Draws the status line.
pub fn status(state: &State, area: Rect, buffer: &mut Buffer) {
    if area.height > 1 {
        let lines = notice(state, area.width, area.height);
        for (row, line) in area.rows().zip(&lines) {
            buffer.set_line(row.x, row.y, line, row.width);
        }
        return;
    }
    let (glyph, mut text, style) = said(state);
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
    let fits = |text: &str| wrap::width(text) + path_width + 2 <= room;
    // What happened is worth more than the path, which the learner has in the editor; what
    // stands behind that, how long it took for one, is not.
    if let Some((what, _)) = text.rsplit_once("   ")
        && !path.is_empty()
        && !fits(&text)
        && fits(what)
        && is_verdict(state)
    {
        text.truncate(what.len());
    }
    if !path.is_empty() && fits(&text) {
        buffer.set_string(
            area.right().saturating_sub(path_wide),
            area.y,
            &path,
            state.theme.dim(),
        );
        room -= path_width + 1;
    }
    let mut spans = vec![Span::styled(format!(" {glyph} "), style)];
    let text = wrap::cut(&text, room, glyphs.more);
    spans.extend(prose::spans(&text, style, state.theme));
    buffer.set_line(area.x, area.y, &Line::from(spans), area.width);
}

/// Whether the status line says how the check ended, and nothing that is said nowhere else.
fn is_verdict(state: &State) -> bool {
    let is_over = state.run.outcome().is_some() && !state.run.told;
    is_over && state.notice.is_none() && state.overlay.is_none() && state.searched().is_none()
}

/// The lines of a notice where one line is too little: half of a sentence tells nobody what to do.
pub fn notice(state: &State, width: u16, most: u16) -> Vec<Line<'static>> {
    let (Some(_), None) = (&state.notice, asked(state)) else {
        return Vec::new();
    };
    let (glyph, text, style) = said(state);
    let mut spans = vec![Span::styled(format!(" {glyph} "), style)];
    spans.extend(prose::spans(&text, style, state.theme));
    let mut lines = wrap::words(&Line::from(spans), usize::from(width), "   ");
    if lines.len() > usize::from(most.max(1)) {
        lines.clear();
    }
    lines
}

/// The question that waits for an answer.
fn asked(state: &State) -> Option<Question> {
    match state.overlay {
        Some(Overlay::Confirm(question)) => Some(question),
        _ => None,
    }
}

/// The glyph, the sentence and the style of the status line: a question, then news, then the state of things.
pub fn said(state: &State) -> (&'static str, String, Style) {
    let theme = state.theme;
    let glyphs = theme.glyphs();
    if let Some(question) = asked(state) {
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
    if let Some(search) = state.searched() {
        return ("/", looked_for(state, search), theme.strong());
    }
    if state.overlay == Some(Overlay::Menu) {
        let text = format!("{}_   {}", state.menu.text, matches(state.menu.found.len()));
        return (":", wrap::clean(&text), theme.strong());
    }
    if state.screen == Screen::Map {
        return filter(state);
    }
    if let Some(glossary) = &state.glossary
        && (glossary.typing || !glossary.filter.is_empty())
    {
        let found = glossary.shown(&state.course).len();
        return typed(state, &glossary.filter, glossary.typing, found);
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
        let text = match state.goes_on_to().filter(|_| all.at.is_none()) {
            Some(next) => format!("{text}   {}", words::goes_on(state.key(Action::Next), next)),
            None => text,
        };
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
        return typed(state, &state.map.filter, state.map.typing, found);
    }
    let glyphs = theme.glyphs();
    let text = words::signs(glyphs.pass, glyphs.fail, glyphs.todo);
    (" ", text, theme.dim())
}

/// What was typed to narrow a list, and how much it finds.
fn typed(
    state: &State,
    filter: &str,
    is_typing: bool,
    found: usize,
) -> (&'static str, String, Style) {
    let cursor = if is_typing { "_" } else { "" };
    let text = format!("{filter}{cursor}   {}", matches(found));
    ("/", text, state.theme.strong())
}

/// What is looked for in a pane, and which of the places with it was gone to.
fn looked_for(state: &State, search: &Search) -> String {
    let cursor = if search.typing { "_" } else { "" };
    let text = wrap::clean(&search.text);
    let found = update::found(state).len();
    match found {
        0 if text.is_empty() => cursor.to_owned(),
        0 => format!("{text}{cursor}   {}", words::no_match()),
        found => {
            let at = search.at.min(found - 1) + 1;
            format!("{text}{cursor}   {}", words::match_of(at, found))
        }
    }
}

/// How much was found.
fn matches(found: usize) -> String {
    match found {
        0 => words::no_match().to_owned(),
        1 => words::one_match().to_owned(),
        found => words::many_matches(found),
    }
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

/// Draws the key bar.
pub fn keys(state: &State, area: Rect, buffer: &mut Buffer) {
    for (place, binding) in placed(state, area) {
        buffer.set_line(place.x, place.y, &entry(binding, state), place.width);
    }
}

/// The keys of the bar with their places: as many as fit, those that get one out at the right end.
pub fn placed(state: &State, area: Rect) -> Vec<(Rect, &Bound)> {
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
            return Vec::new();
        };
        shown.remove(least);
    }
    let out =
        |binding: &&Bound| matches!(binding.action, Action::Back | Action::Help | Action::Quit);
    let (right, left): (Vec<&Bound>, Vec<&Bound>) = shown.into_iter().partition(out);
    let left_wide = u16::try_from(width(&left)).unwrap_or(u16::MAX);
    let right_wide = u16::try_from(width(&right)).unwrap_or(u16::MAX);
    let begin = area.x.saturating_add(1);
    let right_begin = area
        .right()
        .saturating_sub(right_wide)
        .max(begin.saturating_add(left_wide));
    let mut all = Vec::new();
    for (begin, bindings) in [(begin, left), (right_begin, right)] {
        let mut column = begin;
        for binding in bindings {
            let wide = u16::try_from(entry(binding, state).width()).unwrap_or(u16::MAX);
            let place = Rect {
                x: column,
                width: wide.min(area.right().saturating_sub(column)),
                ..area
            };
            all.push((place, binding));
            column = column.saturating_add(wide).saturating_add(2);
        }
    }
    all
}

/// The rows of the table that work now and have a place in the bar.
pub fn working(state: &State) -> Vec<&Bound> {
    let context = Context::of(state);
    let own: Vec<&Bound> = state.keymap.rows(context).collect();
    let under = Context::beneath(state);
    let under = state.keymap.rows(under).filter(|row| {
        let is_taken = |own: &&Bound| own.keys.iter().any(|key| row.keys.contains(key));
        context == Context::Found && !own.iter().any(is_taken)
    });
    own.iter()
        .copied()
        .chain(under)
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
