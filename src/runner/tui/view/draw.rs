//! The whole terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use crate::runner::tui::place::{Overlay, Pane, Room, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::{attempts, bars, header, layout, training, watch};

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
    for pane in layout::panes(state, parts.body) {
        pane.draw(state, buffer);
    }
    if let Some(overlay) = layout::overlay(state, parts.body) {
        // A column of air on both sides, so that the words underneath do not run into the frame.
        let air = Rect {
            x: overlay.area.x.saturating_sub(1),
            width: overlay.area.width.saturating_add(2),
            ..overlay.area
        };
        Clear.render(air.intersection(area), buffer);
        overlay.draw(state, buffer);
    }
    bars::status(state, parts.status, buffer);
    bars::keys(state, parts.keys, buffer);
}

/// One line: what happened, and the way out.
fn tiny(state: &State, area: Rect, buffer: &mut Buffer) {
    let (glyph, text, style) = bars::said(state);
    let way_out = match state.overlay {
        Some(Overlay::Confirm(_)) => "y yes  n no",
        _ => "q quit",
    };
    let room = usize::from(area.width).saturating_sub(glyph.len() + way_out.len() + 3);
    let text = wrap::cut(&text, room, state.theme.glyphs().more);
    let mut spans = vec![Span::styled(format!("{glyph} {text}"), style)];
    if room > 0 {
        spans.push(Span::raw("  "));
    } else {
        spans.clear();
    }
    spans.push(Span::styled(way_out, state.theme.heading()));
    buffer.set_line(area.x, area.y, &Line::from(spans), area.width);
}

fn tabs(state: &State, area: Rect, buffer: &mut Buffer) {
    let theme = state.theme;
    let (there, shown) = match (state.screen, &state.attempts) {
        (Screen::Solution, _) => {
            let shown = state.panes.solution.unwrap_or(Pane::Solution);
            (vec![Pane::Solution, Pane::Difference], shown)
        }
        (Screen::Attempts, Some(attempts)) => (attempts.panes(state), attempts.looked_at(state)),
        (Screen::Attempts, None) => (Vec::new(), Pane::Attempts),
        _ => (state.watch_panes(), state.watched()),
    };
    let mut spans = vec![Span::raw(" ")];
    for pane in there {
        let title = match pane {
            Pane::Solution => "Solution",
            Pane::Difference => "What differs",
            Pane::Attempts => "Attempts",
            Pane::Changes => "What changed",
            Pane::Curves => "Curves",
            _ => watch::short(state, pane),
        };
        let number = pane.number().unwrap_or(0);
        let style = if pane == shown {
            theme.selected()
        } else {
            theme.dim()
        };
        spans.push(Span::styled(format!(" {number} {title} "), style));
        spans.push(Span::raw(" "));
    }
    buffer.set_line(area.x, area.y, &Line::from(spans), area.width);
}
