//! One chart or one picture in its frame, and which pictures share a screen.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::comparator::Trend;
use crate::runner::tui::action::{Action, Look};
use crate::runner::tui::film::Film;
use crate::runner::tui::grouping::Topic;
use crate::runner::tui::pixels::Picture;
use crate::runner::tui::place::Room;
use crate::runner::tui::state::State;
use crate::runner::tui::text::wrap;
use crate::runner::tui::training::{RunReports, View};
use crate::runner::tui::view::film::{self, Paint};
use crate::runner::tui::view::pane::{frame, inner};
use crate::runner::tui::view::training::charts::titled;
use crate::runner::words::screen::training as words;

/// Columns without which a chart or a picture beside others says nothing.
const BESIDE: u16 = 38;

fn paint(state: &State) -> Paint {
    Paint {
        theme: state.theme,
        rich: state.charts.rich,
    }
}

/// Draws a view with its frame.
pub fn draw(state: &State, training: &RunReports, view: View, area: Rect, buffer: &mut Buffer) {
    let views = training.views();
    let number = views.iter().position(|it| *it == view).unwrap_or(0) + 1;
    let has_keys = views.len() > 1 && training.view(state.charts.view) == Some(view);
    let numbered = |title: &str| {
        let title = wrap::clean(title);
        // Further on there is no key of its own; Tab goes there.
        if state.room() == Room::Full && number <= 9 {
            format!("[{number}] {title}")
        } else {
            title
        }
    };
    // Where one view is in sight only, there is nothing to tell it from.
    let has_keys = has_keys && state.room() == Room::Full && !state.charts.alone;
    match view {
        View::Chart(chart) => {
            let titled = titled(state, training, chart);
            let title = numbered(&titled.title);
            frame(&title, has_keys, state.theme, area, buffer);
            titled.chart.draw(state.theme, inner(area, true), buffer);
            under(state, about(titled.topic), area, buffer);
        }
        View::Film(film) => {
            let Some(film) = training.films.get(film) else {
                return;
            };
            frame(&numbered(&film.title), has_keys, state.theme, area, buffer);
            let inside = inner(area, true);
            let at = state.charts.at;
            film::draw(
                film,
                &training.films,
                at,
                paint(state),
                inside,
                buffer,
                None,
            );
        }
    }
}

/// What of a film in this frame can be shown pixel by pixel.
pub fn pictures(state: &State, film: &Film, area: Rect) -> Vec<Picture> {
    let mut pictures = Vec::new();
    let beside = &state.training().films;
    let inside = inner(area, true);
    let mut buffer = Buffer::empty(inside);
    film::draw(
        film,
        beside,
        state.charts.at,
        paint(state),
        inside,
        &mut buffer,
        Some(&mut pictures),
    );
    pictures
}

/// What a chart shows, for somebody who has never seen one.
fn about(topic: Topic) -> &'static str {
    match topic {
        Topic::Goes(Trend::Falls) => words::about_loss(),
        Topic::Goes(Trend::Rises) => words::about_gain(),
        Topic::Share(Trend::Rises) => words::about_accuracy(),
        Topic::Share(Trend::Falls) => words::about_error_rate(),
        Topic::Goes(Trend::Stays) | Topic::Share(Trend::Stays) | Topic::Undeclared => "",
    }
}

/// A few words in the lower border, where they fit.
fn under(state: &State, text: &str, area: Rect, buffer: &mut Buffer) {
    let wide = u16::try_from(wrap::width(text))
        .unwrap_or(u16::MAX)
        .saturating_add(2);
    if text.is_empty() || area.width < wide.saturating_add(4) || area.height < 3 {
        return;
    }
    let text = format!(" {text} ");
    buffer.set_string(area.x + 2, area.bottom() - 1, text, state.theme.dim());
}

/// The films that share the screen: those of the page of the film that has the keys, or the first ones.
pub fn page(state: &State, training: &RunReports, width: u16) -> Range<usize> {
    let looked_at = match training.view(state.charts.view) {
        Some(View::Film(film)) => film,
        _ => 0,
    };
    page_with(looked_at, training.films.len(), width)
}

/// The charts that share the screen: those of the page of the chart that has the keys, or the first ones.
pub fn chart_page(state: &State, training: &RunReports, width: u16) -> Range<usize> {
    let looked_at = match training.view(state.charts.view) {
        Some(View::Chart(chart)) => chart,
        _ => 0,
    };
    page_with(looked_at, training.charts().len(), width)
}

fn page_with(looked_at: usize, count: usize, width: u16) -> Range<usize> {
    let fits = usize::from((width / BESIDE).max(1));
    let from = looked_at / fits * fits;
    from..(from + fits).min(count)
}

/// Says how many charts are on other pages.
pub fn more_charts(
    state: &State,
    training: &RunReports,
    page: &Range<usize>,
    area: Rect,
    buffer: &mut Buffer,
) {
    let key = state.key(Action::Look(Look::SwapChart));
    let text = match training.charts().len() - page.len() {
        0 => return,
        1 => words::one_more_chart(key),
        others => words::more_charts(key, others),
    };
    at_the_edge(state, &text, area, buffer);
}

/// The rows that the films of a page have a use for, frames included: what they leave belongs to the charts.
pub fn wanted(
    state: &State,
    training: &RunReports,
    page: &Range<usize>,
    width: u16,
    room: u16,
) -> u16 {
    let count = u16::try_from(page.len()).unwrap_or(1).max(1);
    let inside = (width / count).saturating_sub(4);
    let films = training.films.get(page.clone()).unwrap_or_default().iter();
    let most = room.saturating_sub(2);
    let rows = films.map(|film| film::wanted(film, state.charts.at, paint(state), inside, most));
    rows.max().unwrap_or(0).saturating_add(2).min(room)
}

/// Says how many films are on other pages.
pub fn more(
    state: &State,
    training: &RunReports,
    page: &Range<usize>,
    area: Rect,
    buffer: &mut Buffer,
) {
    let others = training.films.len() - page.len();
    if others == 0 {
        return;
    }
    let key = state.key(Action::Look(Look::SwapChart));
    let text = match others {
        1 => words::one_more_picture(key),
        others => words::more_pictures(key, others),
    };
    at_the_edge(state, &text, area, buffer);
}

/// A hint at the right of the lower border, where it fits.
fn at_the_edge(state: &State, text: &str, area: Rect, buffer: &mut Buffer) {
    let text = format!(" {text} ");
    let wide = u16::try_from(wrap::width(&text)).unwrap_or(u16::MAX);
    if area.height >= 2 && area.width > wide.saturating_add(4) {
        let column = area.right() - wide - 2;
        buffer.set_string(column, area.bottom() - 1, text, state.theme.accent());
    }
}
