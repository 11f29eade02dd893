//! The whole terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use crate::runner::tui::action::Action;
use crate::runner::tui::keys::Context;
use crate::runner::tui::place::{Overlay, Pane, Room, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::{attempts, bars, header, layout, training, trial, watch};
use crate::runner::words::screen::{attempts as attempt_titles, panes as titles, status as words};

/// Draws the state. The room is that of the area: whatever the state was told last, this is where it is drawn.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(*buffer.area());
    if area.is_empty() {
        return;
    }
    if state.size != (area.width, area.height) {
        // A resize that was not told yet. It is rare, and drawing for the wrong size would be wrong everywhere.
        let mut sized = state.clone();
        sized.size = (area.width, area.height);
        return draw(&sized, area, buffer);
    }
    if state.room() == Room::Tiny {
        tiny(state, area, buffer);
        ground(state, area, buffer);
        return;
    }
    let parts = layout::parts(state, area);
    header::draw(state, parts.header, buffer);
    if parts.tabs.height > 0 {
        tabs(state, parts.tabs, buffer);
    }
    if state.screen == Screen::Training {
        training::draw(state, parts.body, buffer);
    }
    if state.screen == Screen::Attempts {
        attempts::draw(state, parts.body, buffer);
    }
    if state.screen == Screen::Trial {
        trial::draw(state, parts.body, buffer);
    }
    for pane in layout::panes(state, parts.body) {
        pane.draw(state, buffer);
    }
    if let Some(overlay) = layout::overlay(state, parts.body) {
        // A column of air on both sides, so that the words underneath do not run into the frame.
        let air = match overlay.area.x > parts.body.x {
            true => Rect {
                x: overlay.area.x - 1,
                width: overlay.area.width.saturating_add(2),
                ..overlay.area
            },
            // At the edge of the screen there are none, and beside it stands a pane.
            false => overlay.area,
        };
        Clear.render(air.intersection(area), buffer);
        overlay.draw(state, buffer);
    }
    bars::status(state, parts.status, buffer);
    bars::keys(state, parts.keys, buffer);
    ground(state, area, buffer);
}

/// Whatever has no colour of its own gets those of the theme's ground, where it has one.
fn ground(state: &State, area: Rect, buffer: &mut Buffer) {
    let (Some(front), Some(back)) = (state.theme.ground().fg, state.theme.ground().bg) else {
        return;
    };
    for position in area.positions() {
        let Some(cell) = buffer.cell_mut(position) else {
            continue;
        };
        if cell.fg == Color::Reset {
            cell.fg = front;
        }
        if cell.bg == Color::Reset {
            cell.bg = back;
        }
    }
}

/// One line: what happened, and the way out.
fn tiny(state: &State, area: Rect, buffer: &mut Buffer) {
    let (glyph, text, style) = bars::said(state);
    let way_out = match state.overlay {
        Some(Overlay::Confirm(_)) => {
            words::yes_or_no(state.key(Action::Yes), state.key(Action::No))
        }
        _ if Context::of(state).is_typing() => words::quits(state.key(Action::QuitNow)),
        _ => words::quits(state.key(Action::Quit)),
    };
    let taken = wrap::width(glyph) + wrap::width(&way_out) + 3;
    let room = usize::from(area.width).saturating_sub(taken);
    let is_cut = wrap::width(&text) > room;
    let text = wrap::cut(&text, room, state.theme.glyphs().more);
    let mut spans = vec![Span::styled(format!("{glyph} {text}"), style)];
    if room > 0 {
        spans.push(Span::raw("  "));
    } else {
        spans.clear();
    }
    spans.push(Span::styled(way_out, state.theme.heading()));
    buffer.set_line(area.x, area.y, &Line::from(spans), area.width);
    // Under the line there may be room for all of what a key has led to.
    if !is_cut {
        return;
    }
    let below = area.height.saturating_sub(1);
    let lines = bars::notice(state, area.width, below);
    for (row, line) in area.rows().skip(1).zip(&lines) {
        buffer.set_line(row.x, row.y, line, row.width);
    }
}

fn tabs(state: &State, area: Rect, buffer: &mut Buffer) {
    let theme = state.theme;
    let mut spans = vec![Span::raw(" ")];
    let (there, shown) = tab_panes(state);
    for pane in there {
        let style = if pane == shown {
            theme.selected()
        } else {
            theme.dim()
        };
        spans.push(Span::styled(tab(state, pane), style));
        spans.push(Span::raw(" "));
    }
    buffer.set_line(area.x, area.y, &Line::from(spans), area.width);
}

fn tab_panes(state: &State) -> (Vec<Pane>, Pane) {
    match (state.screen, &state.attempts) {
        (Screen::Solution, _) => {
            let shown = state.panes.solution.unwrap_or(Pane::Solution);
            (vec![Pane::Solution, Pane::Difference], shown)
        }
        (Screen::Attempts, Some(attempts)) => (attempts.panes(state), attempts.looked_at(state)),
        (Screen::Attempts, None) => (Vec::new(), Pane::Attempts),
        _ => (state.watch_panes(), state.watched()),
    }
}

fn tab(state: &State, pane: Pane) -> String {
    let title = match pane {
        Pane::Solution => titles::solution(),
        Pane::Difference => titles::differs(),
        Pane::Attempts => attempt_titles::tab(),
        Pane::Changes => attempt_titles::changed(),
        Pane::Curves => attempt_titles::curves(),
        _ => watch::short(state, pane),
    };
    format!(" {} {title} ", pane.number().unwrap_or(0))
}

/// The pane whose tab is in this column of the row of tabs.
pub fn tab_at(state: &State, area: Rect, column: u16) -> Option<Pane> {
    let mut left = usize::from(area.x) + 1;
    tab_panes(state).0.into_iter().find(|pane| {
        let from = left;
        left += Line::from(tab(state, *pane)).width() + 1;
        (from..left).contains(&usize::from(column))
    })
}
