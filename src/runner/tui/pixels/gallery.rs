//! The pictures that hang on the screen, and what has to be written so that others do.

use ratatui::layout::Rect;

use crate::runner::tui::pixels::answers::{Means, Protocol};
use crate::runner::tui::pixels::picture::Picture;
use crate::runner::tui::pixels::raster::Raster;
use crate::runner::tui::pixels::{iterm, kitty, sixel};

/// More of them than that are drawn in cells.
const MOST: usize = 64;
/// The numbers of ours, in terminals that number them: others may have hung up some before.
const FIRST: u32 = 0x6772_6100;

/// What hangs on the screen.
#[derive(Debug)]
pub struct Gallery {
    means: Means,
    /// All of them that were wanted last.
    wanted: Vec<Picture>,
    /// Those that the terminal shows.
    hung: Vec<(u32, Picture)>,
    next: u32,
}

/// What changes.
#[derive(Debug, Default, PartialEq)]
pub struct Change {
    /// Where the cells have to be painted again, because pixels lie on them.
    pub again: Vec<Rect>,
    /// What has to be written then.
    pub written: String,
}

impl Gallery {
    /// Nothing hangs there yet.
    pub fn new(means: Means) -> Gallery {
        Gallery {
            means,
            wanted: Vec::new(),
            hung: Vec::new(),
            next: FIRST,
        }
    }

    /// Whether it was these that were wanted last.
    pub fn shows(&self, wanted: &[Picture]) -> bool {
        self.wanted == wanted
    }

    /// Makes exactly these hang there. Those in an area that `is_painted` over are hung up again.
    pub fn change(&mut self, wanted: Vec<Picture>, is_painted: impl Fn(Rect) -> bool) -> Change {
        let mut change = Change::default();
        let stays = |hung: &Picture| wanted.contains(hung) && !is_painted(hung.area);
        let (stay, go): (Vec<_>, Vec<_>) = std::mem::take(&mut self.hung)
            .into_iter()
            .partition(|(_, hung)| stays(hung));
        self.hung = stay;
        for (number, picture) in go {
            match self.means.protocol {
                Protocol::Kitty => change.written.push_str(&kitty::take_down(number)),
                Protocol::ITerm | Protocol::Sixel => change.again.push(picture.area),
            }
        }
        for picture in &wanted {
            let hangs = self.hung.iter().any(|(_, hung)| hung == picture);
            if hangs || self.hung.len() >= MOST {
                continue;
            }
            if let Some(shown) = self.show(picture) {
                let (column, row) = (picture.area.x + 1, picture.area.y + 1);
                change
                    .written
                    .push_str(&format!("\x1b[{row};{column}H{shown}"));
                self.hung.push((self.next, picture.clone()));
                self.next = self.next.checked_add(1).unwrap_or(FIRST);
            }
        }
        self.wanted = wanted;
        change
    }

    fn show(&self, picture: &Picture) -> Option<String> {
        let raster = Raster::of(picture, self.means.cell?)?;
        match self.means.protocol {
            Protocol::Kitty => kitty::show(&raster, picture.area, self.next),
            Protocol::ITerm => iterm::show(&raster, picture.area),
            Protocol::Sixel => Some(sixel::show(&raster)),
        }
    }

    /// The screen is cleared or has another size, and a cell perhaps too: what the system says of it. Gives what has to be written.
    pub fn forget(&mut self, cell: Option<(u16, u16)>) -> &'static str {
        self.means.cell = cell.or(self.means.cell);
        self.take_down()
    }

    /// What takes all of them down where clearing the screen does not.
    pub fn take_down(&mut self) -> &'static str {
        self.wanted.clear();
        let was_there = !std::mem::take(&mut self.hung).is_empty();
        match self.means.protocol {
            Protocol::Kitty if was_there => kitty::NOTHING,
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::tui::pixels::raster::tests::four;

    fn gallery(protocol: Protocol) -> Gallery {
        Gallery::new(Means {
            protocol,
            cell: Some((8, 16)),
        })
    }

    fn elsewhere() -> Picture {
        let mut picture = four();
        picture.area.x += 5;
        picture
    }

    #[test]
    fn what_hangs_there_is_not_written_again_and_what_goes_is_gone() {
        for protocol in [Protocol::Kitty, Protocol::ITerm, Protocol::Sixel] {
            let mut gallery = gallery(protocol);
            let first = gallery.change(vec![four(), elsewhere()], |_| false);
            assert!(first.written.contains("\x1b[2;4H"), "{protocol:?}");
            assert!(first.written.contains("\x1b[2;9H"), "{protocol:?}");
            let same = gallery.change(vec![four(), elsewhere()], |_| false);
            assert_eq!(same, Change::default(), "{protocol:?}");
            let one = gallery.change(vec![elsewhere()], |_| false);
            if protocol == Protocol::Kitty {
                assert_eq!(one.written, kitty::take_down(FIRST));
                assert!(one.again.is_empty());
            } else {
                assert_eq!((one.again, one.written), (vec![four().area], String::new()));
            }
        }
    }

    #[test]
    fn what_was_painted_over_is_hung_up_again() {
        let mut gallery = gallery(Protocol::Sixel);
        let first = gallery.change(vec![four()], |_| false);
        let again = gallery.change(vec![four()], |_| true);
        assert_eq!(again.written, first.written);
    }

    #[test]
    fn after_the_screen_was_cleared_all_is_hung_up_anew() {
        let mut gallery = gallery(Protocol::Kitty);
        assert_eq!(gallery.forget(None), "");
        gallery.change(vec![four()], |_| false);
        assert_eq!(gallery.forget(None), kitty::NOTHING);
        assert!(!gallery.change(vec![four()], |_| false).written.is_empty());
    }

    #[test]
    fn a_terminal_whose_cells_are_not_known_shows_cells() {
        let mut gallery = Gallery::new(Means {
            protocol: Protocol::Sixel,
            cell: None,
        });
        assert_eq!(gallery.change(vec![four()], |_| false), Change::default());
    }
}
