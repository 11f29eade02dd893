//! A pane of text: a frame with a title, lines, and a scrollbar where they do not fit.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders, Clear, Widget};

use crate::runner::tui::place::Pane;
use crate::runner::tui::search::{Match, matches};
use crate::runner::tui::state::State;
use crate::runner::tui::text::wrap;
use crate::runner::tui::theme::Theme;

/// A pane with its content, where it is drawn.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Which pane.
    pub pane: Pane,
    /// Its title, without its number.
    pub title: String,
    /// Where it is, frame included.
    pub area: Rect,
    /// Its lines, already as wide as the pane.
    pub lines: Vec<Line<'static>>,
    /// Whether the keys scroll it.
    pub focused: bool,
    /// Whether it has a frame.
    pub framed: bool,
    /// The line that has to be in sight, for a pane that follows a selection.
    pub selected: Option<usize>,
}

impl Placed {
    /// The area of the lines.
    pub fn inner(&self) -> Rect {
        inner(self.area, self.framed)
    }

    /// The first line in sight.
    pub fn offset(&self, state: &State) -> usize {
        let height = usize::from(self.inner().height);
        let last = self.lines.len().saturating_sub(height);
        if let Some(selected) = self.selected {
            return selected.saturating_sub(height / 2).min(last);
        }
        let start = if self.pane.follows() { last } else { 0 };
        let scrolled = state.panes.scroll.get(&self.pane).copied();
        scrolled.unwrap_or(start).min(last)
    }

    /// Draws it.
    pub fn draw(&self, state: &State, buffer: &mut Buffer) {
        let number = self.pane.number();
        let title = match number {
            Some(number) => format!("[{number}] {}", self.title),
            None => self.title.clone(),
        };
        if self.framed {
            frame(&title, self.focused, state.theme, self.area, buffer);
        }
        let area = self.inner();
        let offset = self.offset(state);
        for (row, line) in (area.top()..area.bottom()).zip(self.lines.iter().skip(offset)) {
            buffer.set_line(area.x, row, line, area.width);
        }
        self.found(state, offset, buffer);
        if self.framed {
            self.scrollbar(offset, state.theme, buffer);
        } else if offset + usize::from(area.height) < self.lines.len() && !area.is_empty() {
            let more = state.theme.glyphs().below;
            buffer.set_string(
                area.right() - 1,
                area.bottom() - 1,
                more,
                state.theme.accent(),
            );
        }
    }

    /// Marks what is looked for.
    fn found(&self, state: &State, offset: usize, buffer: &mut Buffer) {
        let search = state.searched().filter(|search| search.pane == self.pane);
        let Some(search) = search else {
            return;
        };
        let area = self.inner();
        let all = matches(&self.lines, &search.text);
        for (number, Match(pieces)) in all.iter().enumerate() {
            let style = state.theme.found(number == search.at);
            for (line, bytes) in pieces {
                let text = self.lines.get(*line).map(ToString::to_string);
                let text = text.unwrap_or_default();
                let row = line
                    .checked_sub(offset)
                    .filter(|row| *row < area.height.into());
                let before = text.get(..bytes.start).map(wrap::width);
                let wide = text.get(bytes.clone()).map(wrap::width);
                let (Some(row), Some(before), Some(wide)) = (row, before, wide) else {
                    continue;
                };
                let number = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
                let place = Rect {
                    x: area.x.saturating_add(number(before)),
                    y: area.y.saturating_add(number(row)),
                    width: number(wide),
                    height: 1,
                };
                buffer.set_style(place.intersection(area), style);
            }
        }
    }

    /// In the right border, and only where there is more than fits.
    fn scrollbar(&self, offset: usize, theme: Theme, buffer: &mut Buffer) {
        let area = self.inner();
        let height = usize::from(area.height);
        let lines = self.lines.len();
        if lines <= height || height == 0 || self.area.width == 0 {
            return;
        }
        let thumb = (height * height / lines).max(1);
        // At the very end the thumb touches the end, and only there.
        let free = height - thumb;
        let start = (offset * free).div_ceil((lines - height).max(1)).min(free);
        let column = self.area.right() - 1;
        for at in start..start + thumb {
            let row = area.y + u16::try_from(at).unwrap_or(u16::MAX);
            if let Some(cell) = buffer.cell_mut((column, row)) {
                cell.set_symbol(theme.glyphs().thumb)
                    .set_style(theme.border_style(self.focused));
            }
        }
    }
}

/// The area inside a pane: a column of air on both sides.
pub fn inner(area: Rect, framed: bool) -> Rect {
    if !framed {
        return area;
    }
    Rect {
        x: area.x.saturating_add(2),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}

/// The frame of a pane. What was under it is wiped out.
pub fn frame(title: &str, focused: bool, theme: Theme, area: Rect, buffer: &mut Buffer) {
    Clear.render(area, buffer);
    let room = usize::from(area.width.saturating_sub(4));
    let title = wrap::cut(title, room, theme.glyphs().more);
    let style = if focused {
        theme.heading()
    } else {
        // The border is dim, and what it says is not.
        theme
            .strong()
            .fg(Color::Reset)
            .remove_modifier(Modifier::DIM)
    };
    Block::new()
        .borders(Borders::ALL)
        .border_set(theme.border(focused))
        .border_style(theme.border_style(focused))
        .title(Line::styled(format!(" {title} "), style))
        .render(area, buffer);
}
