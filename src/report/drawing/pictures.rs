//! Strips of small greyscale pictures, two pixels to a cell.

mod scaled;

use serde::{Deserialize, Serialize};

use crate::report::drawn::{Caption, Drawn, Length, Scene, Told};
use crate::report::easel::{Area, Easel, Ink, Ramp, Ruler, Sign};
use crate::report::send::frame;
use crate::sentence::Sentence;
use scaled::Scaled;

/// Captions of one strip that are read out.
const CAPTIONS: usize = 10;
/// A caption narrower than this says nothing.
const CAPTION: usize = 17;
/// Between two pictures.
const GAP: usize = 2;
/// Rows under a picture: the caption.
const UNDER: usize = 1;
/// Pictures that are worth more than a larger size.
const SEVERAL: usize = 4;

/// Small greyscale pictures that belong together: a strip of digits, the filters of a layer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pictures(pub Vec<Picture>);

/// One greyscale picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// A few words under it: `says 7 (98 %)`.
    pub caption: String,
    /// Whether what the caption says is right, where that is known.
    pub right: Option<bool>,
    /// Pixels in a row.
    pub width: usize,
    /// Row by row, 0 is the background.
    #[serde(with = "serde_bytes")]
    pub pixels: Vec<u8>,
}

impl Picture {
    /// How many whole rows there are.
    fn height(&self) -> usize {
        self.pixels.len().checked_div(self.width).unwrap_or(0)
    }
}

/// Shows a strip of small pictures, left to right, at the step of the last metric.
///
/// ```
/// use gradlings::report::{self, Picture};
///
/// let edge = Picture {
///     caption: "an edge".to_owned(),
///     right: None,
///     width: 2,
///     pixels: vec![0, 255, 0, 255],
/// };
/// report::pictures("two by two pixels", vec![edge]);
/// ```
pub fn pictures(title: &str, pictures: Vec<Picture>) {
    frame(title, None, || Pictures(pictures));
}

mod words {
    use crate::{labels, names, sentences};

    sentences! {
        "drawing_pictures";

        /// A strip without pictures.
        no_pictures(title) = "Pictures, {title}: there are none.";

        /// A strip of pictures.
        one_picture(title, width, height) = "Pictures, {title}: 1 picture of {width} by {height} pixels.";

        /// A strip of pictures.
        pictures(title, pictures, width, height) = "Pictures, {title}: {pictures} pictures of {width} by {height} \
            pixels.";

        /// How many captions are right, of those of which it is known.
        right(right, known) = "The answer is right for {right} of {known}.";

        /// What stands under the pictures.
        captions(captions) = "Captions: {captions}.";

        /// More captions than are told.
        one_more_caption = "1 more caption is left out.";

        /// More captions than are told.
        more_captions(captions) = "{captions} more captions are left out.";
    }

    labels! {
        "drawing_pictures_labels";

        /// Under pictures, of which not all fit.
        more(more) = "and {more} more";
    }

    names! {
        "drawing_pictures_names";

        /// A caption that is wrong.
        wrong(caption) = "{caption} (wrong)";
    }
}

impl Drawn for Pictures {
    const NAME: &'static str = "pictures";
    const TEXTS: &'static [&'static [Sentence]] = &[words::SENTENCES, words::LABELS, words::NAMES];

    fn texts(&mut self, each: &mut dyn FnMut(&mut String, Length)) {
        for picture in &mut self.0 {
            each(&mut picture.caption, Length::Word);
        }
    }

    fn bytes(&self) -> usize {
        let pictures = self.0.iter();
        pictures
            .map(|it| 64 + it.pixels.len() + it.caption.len())
            .sum()
    }

    /// A strip belongs to no step.
    fn tell(&self, told: &Told<'_, Self>) -> Vec<String> {
        let mut sentences = vec![match self.0.first() {
            None => words::no_pictures(told.title),
            Some(first) => match self.0.len() {
                1 => words::one_picture(told.title, first.width, first.height()),
                number => words::pictures(told.title, number, first.width, first.height()),
            },
        }];
        let known: Vec<bool> = self.0.iter().filter_map(|picture| picture.right).collect();
        if !known.is_empty() {
            let right = known.iter().filter(|right| **right).count();
            sentences.push(words::right(right, known.len()));
        }
        let captioned = self.0.iter().filter(|picture| !picture.caption.is_empty());
        let mut captions = captioned.map(|picture| match picture.right {
            Some(false) => words::wrong(&picture.caption),
            _ => picture.caption.clone(),
        });
        let first: Vec<String> = captions.by_ref().take(CAPTIONS).collect();
        if !first.is_empty() {
            sentences.push(words::captions(first.join("; ")));
        }
        match captions.count() {
            0 => {}
            1 => sentences.push(words::one_more_caption().to_owned()),
            more => sentences.push(words::more_captions(more)),
        }
        vec![sentences.join(" ")]
    }

    fn caption(&self, _: &Scene<'_, Self>) -> Caption {
        Caption::default()
    }

    fn rows(&self, width: usize, most: usize, ruler: &dyn Ruler) -> usize {
        self.strip(width, most, ruler).height() + 1
    }

    fn draw(&self, _: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel) {
        let strip = self.strip(area.width.into(), area.height.into(), easel);
        let mut under = area.y;
        for row in &strip.rows {
            let tall = tall(row);
            let mut left = area.x;
            for tile in row {
                tile.draw((left, under), tall, easel);
                left = left.saturating_add(cells(tile.width + GAP));
            }
            under = under.saturating_add(cells(tall + UNDER));
        }
        let rest = self.0.len() - strip.shown.min(self.0.len());
        if rest > 0 && under < area.bottom() {
            easel.put((area.x, under), area.width, &words::more(rest), Ink::Dim);
        }
    }
}

impl Pictures {
    /// The pictures as they are laid out in an area of this size.
    fn strip(&self, width: usize, height: usize, ruler: &dyn Ruler) -> Strip<'_> {
        if height <= UNDER || width < 2 {
            return Strip::default();
        }
        // A strip is there to be compared: rather several small pictures than a few large ones.
        let whole = self.shrunk(width, height, 1, ruler);
        if whole.shown >= self.0.len().min(SEVERAL) {
            return whole;
        }
        let half = self.shrunk(width, height, 2, ruler);
        if half.shown > whole.shown {
            half
        } else {
            whole
        }
    }

    /// As many pictures as fit, in rows, each shrunk at least so many times.
    fn shrunk(&self, width: usize, height: usize, shrunk: usize, ruler: &dyn Ruler) -> Strip<'_> {
        let mut strip = Strip::default();
        let mut row: Vec<Tile<'_>> = Vec::new();
        let mut used = 0;
        for picture in &self.0 {
            let tile = Tile::of(picture, width, 2 * (height - UNDER), shrunk, ruler);
            if !row.is_empty() && used + GAP + tile.width > width {
                let tall = tall(&row) + UNDER;
                strip.rows.push(std::mem::take(&mut row));
                // The next row is as tall as this one, or does not fit.
                if strip.height() + tall > height {
                    return strip;
                }
                used = 0;
            }
            used += tile.width + if row.is_empty() { 0 } else { GAP };
            strip.shown += 1;
            row.push(tile);
        }
        if row.is_empty() {
            return strip;
        }
        if strip.height() + tall(&row) + UNDER <= height {
            strip.rows.push(row);
        } else {
            strip.shown -= row.len();
        }
        strip
    }
}

/// Pictures in rows.
#[derive(Default)]
struct Strip<'a> {
    rows: Vec<Vec<Tile<'a>>>,
    /// How many of the pictures are in it.
    shown: usize,
}

impl Strip<'_> {
    fn height(&self) -> usize {
        self.rows.iter().map(|row| tall(row) + UNDER).sum()
    }
}

/// Rows of the tallest of the pictures, without the captions.
fn tall(row: &[Tile<'_>]) -> usize {
    let rows = row.iter().map(|tile| tile.scaled.height.div_ceil(2));
    rows.max().unwrap_or(0)
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// A picture with its caption.
struct Tile<'a> {
    picture: &'a Picture,
    width: usize,
    scaled: Scaled,
    caption: String,
    ink: Ink,
}

impl<'a> Tile<'a> {
    fn of(
        picture: &'a Picture,
        columns: usize,
        pixels: usize,
        shrunk: usize,
        ruler: &dyn Ruler,
    ) -> Tile<'a> {
        let scaled = Scaled::of(
            (picture.width, picture.height()),
            &picture.pixels,
            columns,
            pixels,
            shrunk,
        );
        let (mark, ink) = match picture.right {
            Some(true) => (format!("{} ", ruler.sign(Sign::Right)), Ink::Good),
            Some(false) => (format!("{} ", ruler.sign(Sign::Wrong)), Ink::Bad),
            None => (String::new(), Ink::Plain),
        };
        let caption = format!("{mark}{}", picture.caption);
        let wide = ruler.wide(&ruler.cut(&caption, usize::MAX));
        let width = scaled.width.max(wide.min(CAPTION)).min(columns);
        Tile {
            picture,
            width,
            scaled,
            caption: ruler.cut(&caption, width),
            ink,
        }
    }

    /// Draws it in a row so tall.
    fn draw(&self, (x, y): (u16, u16), tall: usize, easel: &mut dyn Easel) {
        for row in 0..self.scaled.height.div_ceil(2) {
            for column in 0..self.scaled.width {
                let place = (
                    x.saturating_add(cells(column)),
                    y.saturating_add(cells(row)),
                );
                let upper = self.scaled.at(column, 2 * row);
                let lower = self.scaled.at(column, 2 * row + 1);
                easel.pixels(place, upper, lower);
            }
        }
        let area = Area {
            x,
            y,
            width: cells(self.scaled.width),
            height: cells(self.scaled.height.div_ceil(2)),
        };
        let pixel = |x: usize, y: usize| {
            let level = self.picture.pixels.get(y * self.picture.width + x)?;
            Some(f32::from(*level) / f32::from(u8::MAX))
        };
        let size = (self.picture.width, self.picture.height());
        easel.picture(Ramp::Grey, area, self.scaled.height, size, &pixel);
        let place = (x, y.saturating_add(cells(tall)));
        easel.put(place, cells(self.width), &self.caption, self.ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::easel::paper::Paper;

    fn three(width: usize, pixels: Vec<u8>) -> Pictures {
        let picture = Picture {
            caption: "says 7".to_owned(),
            right: Some(false),
            width,
            pixels,
        };
        Pictures(vec![picture; 3])
    }

    #[test]
    fn a_picture_is_drawn_with_its_caption() {
        let (mut paper, area) = Paper::new(10, 2);
        let pictures = three(2, vec![0, 255, 0, 255]);
        let strip = pictures.strip(10, 2, &paper);
        assert_eq!(strip.shown, 1);
        strip.rows[0][0].draw((0, 0), 1, &mut paper);
        assert_eq!(paper.rows(), [" @", "x says 7"]);
        assert!(!area.is_empty());
    }

    #[test]
    fn a_picture_without_pixels_or_with_half_a_row_hurts_nobody() {
        let (paper, _) = Paper::new(1, 1);
        for (width, pixels) in [(0, 3), (5, 0), (5, 7), (1000, 1000), (28, 784)] {
            let pictures = three(width, vec![200; pixels]);
            for columns in [0, 1, 5, 30, 100] {
                for rows in [0, 1, 3, 15] {
                    let strip = pictures.strip(columns, rows, &paper);
                    assert!(strip.height() <= rows.max(1));
                    for row in &strip.rows {
                        let wide = row.iter().map(|tile| tile.width + GAP).sum::<usize>() - GAP;
                        assert!(wide <= columns.max(1));
                    }
                }
            }
        }
    }
}
