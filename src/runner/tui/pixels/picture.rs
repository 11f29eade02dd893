//! A picture, and where it is to be seen.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

/// A picture on top of cells that show the same as well as cells can.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The cells.
    pub area: Rect,
    /// Their halves that it fills, from above: the last row of cells may be half empty.
    pub halves: u16,
    /// Pixels in a row.
    pub width: usize,
    /// How many rows.
    pub height: usize,
    /// Row by row: red, green, blue; nothing where the ground is seen.
    pub pixels: Vec<Option<[u8; 3]>>,
    /// What was painted in the cells, row by row.
    pub cells: Vec<Cell>,
}

impl Picture {
    /// Whether nothing lies on top of it: what is in the cells is what was painted there. A cell without a colour of its own has got
    /// that of the theme.
    pub fn is_uncovered(&self, buffer: &Buffer) -> bool {
        let same = |painted: Color, now: Color| painted == now || painted == Color::Reset;
        let mut cells = self.area.positions().zip(&self.cells);
        cells.all(|(position, painted)| {
            buffer.cell(position).is_some_and(|now| {
                painted.symbol() == now.symbol()
                    && painted.modifier == now.modifier
                    && same(painted.fg, now.fg)
                    && same(painted.bg, now.bg)
            })
        })
    }
}
