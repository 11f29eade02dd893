//! A film in its frame: the caption, the moment, and the picture of its kind.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::report::{Drawing, Pictures};
use crate::runner::tui::film::{Film, Seen};
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::film::paint::Paint;
use crate::runner::tui::view::film::{
    bars, caption, confusion, convolution, histogram, matrix, scatter, surface, text,
};
use crate::runner::tui::view::pictures;
use crate::runner::words::screen::pictures as said;

/// Rows of a picture that has no height of its own.
const ROWS: usize = 15;

/// Draws what is seen of a film at a step, with its caption.
pub fn draw(
    film: &Film,
    beside: &[Film],
    at: Option<u64>,
    paint: Paint,
    area: Rect,
    buffer: &mut Buffer,
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
    picture(film, beside, &seen, paint, area, buffer);
}

/// The moment and what is to be read in the picture.
pub fn now(seen: &Seen<'_>) -> String {
    let (_, reads) = caption::of(seen);
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
    let (shows, _) = caption::of(seen);
    let now = now(seen);
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

fn picture(
    film: &Film,
    beside: &[Film],
    seen: &Seen<'_>,
    paint: Paint,
    area: Rect,
    buffer: &mut Buffer,
) {
    if area.is_empty() {
        return;
    }
    match (seen.ground, seen.frames.last()) {
        (Some(Drawing::Surface(ground)), _) => {
            surface::draw(film, ground, seen, paint, area, buffer)
        }
        (Some(Drawing::Scatter(ground)), _) => scatter::draw(ground, seen, paint, area, buffer),
        (Some(Drawing::Convolution(ground)), _) => {
            convolution::draw(ground, seen.number, paint, area, buffer);
        }
        (_, Some(Drawing::Histogram(histogram))) => {
            histogram::draw(film, beside, histogram, paint, area, buffer)
        }
        (_, Some(Drawing::HeatMap(grid))) => matrix::heat_map(film, grid, paint, area, buffer),
        (_, Some(Drawing::Mask(grid))) => matrix::mask(grid, paint, area, buffer),
        (_, Some(Drawing::Bars(it))) => bars::draw(film, it, paint, area, buffer),
        (_, Some(Drawing::Confusion(it))) => confusion::draw(it, paint, area, buffer),
        (_, Some(Drawing::Text(it))) => text::draw(it, paint, area, buffer),
        (_, Some(Drawing::Pictures(strip))) => {
            let (lines, shown) = strip_lines(film, strip, paint, area);
            for (row, line) in (area.top()..area.bottom()).zip(&lines) {
                buffer.set_line(area.x, row, line, area.width);
            }
            let rest = strip.len() - shown.min(strip.len());
            let under = area
                .y
                .saturating_add(u16::try_from(lines.len()).unwrap_or(u16::MAX));
            if rest > 0 && under < area.bottom() {
                let text = said::more(rest);
                buffer.set_stringn(
                    area.x,
                    under,
                    text,
                    usize::from(area.width),
                    paint.theme.dim(),
                );
            }
        }
        // A path without a surface, a line without points: there is nothing to lay them over.
        _ => {
            buffer.set_stringn(
                area.x,
                area.y,
                said::nothing(),
                usize::from(area.width),
                paint.theme.dim(),
            );
        }
    }
}

fn strip_lines(
    film: &Film,
    strip: &[crate::report::Picture],
    paint: Paint,
    area: Rect,
) -> (Vec<Line<'static>>, usize) {
    let strip = Pictures {
        title: film.title.clone(),
        pictures: strip.to_vec(),
    };
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    pictures::strip(&strip, width, height, paint.theme)
}

/// The rows that a film has a use for where it is so wide, at most so many, its caption included.
pub fn wanted(film: &Film, at: Option<u64>, paint: Paint, width: u16, most: u16) -> u16 {
    let seen = film.seen(at);
    let said = words(&seen, paint, usize::from(width), usize::MAX).len();
    let area = Rect::new(
        0,
        0,
        width,
        most.saturating_sub(u16::try_from(said).unwrap_or(most)),
    );
    let rows = match seen.frames.last() {
        Some(Drawing::Pictures(strip)) => strip_lines(film, strip, paint, area).0.len() + 1,
        Some(Drawing::Bars(it)) => it.bars.len(),
        Some(Drawing::Confusion(it)) => it.classes + 1,
        Some(Drawing::Text(it)) => text::lines(it, paint, width).len().max(ROWS),
        Some(Drawing::Mask(grid) | Drawing::HeatMap(grid)) => grid.rows().max(4) + 1,
        _ => ROWS,
    };
    u16::try_from(said + rows).unwrap_or(u16::MAX).min(most)
}
