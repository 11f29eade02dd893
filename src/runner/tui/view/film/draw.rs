//! A film in its frame: the caption, the moment, and the picture.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::report::Drawing;
use crate::report::drawn::{Caption, ROWS, Scene};
use crate::report::easel::{Area, Easel, Ink};
use crate::runner::tui::film::{Film, Seen};
use crate::runner::tui::pixels::Picture;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::film::easel::Sheet;
use crate::runner::tui::view::film::paint::Paint;
use crate::runner::words::screen::pictures as said;
use crate::words::drawings as common;

/// Draws what is seen of a film at a step, with its caption; gathers what can be shown pixel by pixel too, where that is asked
/// for.
pub fn draw(
    film: &Film,
    beside: &[Film],
    at: Option<u64>,
    paint: Paint,
    area: Rect,
    buffer: &mut Buffer,
    pictures: Option<&mut Vec<Picture>>,
) {
    if area.is_empty() {
        return;
    }
    let seen = film.seen(at);
    let mut area = area;
    // Where there is little room, the picture is worth more than its caption.
    let most = usize::from(area.height / 4);
    let lines = words(&seen, paint, usize::from(area.width), most);
    for line in lines.iter().take(most) {
        buffer.set_line(area.x, area.y, line, area.width);
        area.y += 1;
        area.height -= 1;
    }
    if area.is_empty() {
        return;
    }
    let scene = Scene {
        all: film.drawings().collect(),
        beside: beside.iter().map(|it| it.drawings().collect()).collect(),
        ..scene(&seen)
    };
    let area = Area {
        x: area.x,
        y: area.y,
        width: area.width,
        height: area.height,
    };
    let mut sheet = Sheet {
        paint,
        buffer,
        pictures,
    };
    match scene.lead() {
        Some(drawing) => drawing.draw(&scene, area, &mut sheet),
        None => sheet.put((area.x, area.y), area.width, common::nothing(), Ink::Dim),
    }
}

/// What is seen, as a drawing reads it; the rest of the film is left out.
fn scene<'a>(seen: &Seen<'a>) -> Scene<'a, Drawing> {
    Scene {
        ground: seen.ground,
        frames: seen.frames.clone(),
        all: Vec::new(),
        beside: Vec::new(),
        number: seen.number,
    }
}

fn caption(seen: &Seen<'_>) -> Caption {
    let scene = scene(seen);
    let lead = scene.lead();
    lead.map(|lead| lead.caption(&scene)).unwrap_or_default()
}

/// The moment and what is to be read in the picture.
pub fn now(seen: &Seen<'_>) -> String {
    at(seen, caption(seen).reads)
}

fn at(seen: &Seen<'_>, reads: String) -> String {
    let moment = if seen.of > 1 {
        said::moment(seen.step, seen.number + 1, seen.of)
    } else {
        String::new()
    };
    let now = [moment, reads].into_iter().filter(|part| !part.is_empty());
    now.collect::<Vec<_>>().join(": ")
}

/// The moment and what is to be read in the picture, then what it shows at all.
///
/// Half of what it shows would explain nothing: where that does not fit, it is left out.
fn words(seen: &Seen<'_>, paint: Paint, width: usize, most: usize) -> Vec<Line<'static>> {
    let Caption { shows, reads } = caption(seen);
    let now = at(seen, reads);
    let mut lines = Vec::new();
    if !now.is_empty() {
        let strong = paint.theme.strong();
        lines.extend(wrap::words(&Line::styled(now, strong), width, ""));
    }
    if !shows.is_empty() {
        let about = Line::styled(shows, paint.theme.dim());
        let about = wrap::words(&about, width, "");
        if lines.len() + about.len() <= most {
            lines.extend(about);
        }
    }
    lines
}

/// The rows that a film has a use for where it is so wide, at most so many, its caption included.
pub fn wanted(film: &Film, at: Option<u64>, paint: Paint, width: u16, most: u16) -> u16 {
    let seen = film.seen(at);
    let width = usize::from(width);
    let said = words(&seen, paint, width, usize::MAX).len();
    let room = usize::from(most).saturating_sub(said);
    let newest = seen.frames.last();
    let rows = newest.map_or(ROWS, |drawing| drawing.rows(width, room, &paint));
    u16::try_from(said + rows).unwrap_or(u16::MAX).min(most)
}
