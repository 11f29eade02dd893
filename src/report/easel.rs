//! What drawings are drawn with. A drawing says what goes where; the screen of the runner knows what that looks like in
//! a terminal, so that no drawing links one.

/// Columns and rows of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The first column.
    pub x: u16,
    /// The first row.
    pub y: u16,
    /// How many columns.
    pub width: u16,
    /// How many rows.
    pub height: u16,
}

impl Area {
    /// The row below the last one.
    pub fn bottom(self) -> u16 {
        self.y.saturating_add(self.height)
    }

    /// The column after the last one.
    pub fn right(self) -> u16 {
        self.x.saturating_add(self.width)
    }

    /// The rows.
    pub fn rows(self) -> std::ops::Range<u16> {
        self.y..self.bottom()
    }

    /// Whether there is no room for anything.
    pub fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }
}

/// What a text or a mark is written with. Nothing is said by this alone: without colours some of them look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Like any text.
    Plain,
    /// It matters less.
    Dim,
    /// It matters more.
    Strong,
    /// Where to look.
    Accent,
    /// It is right.
    Good,
    /// It is wrong.
    Bad,
    /// It is wrong, and more so than others.
    Worst,
    /// It wants attention.
    Warn,
    /// That of the curve with this number.
    Series(usize),
    /// The same, and it matters more.
    StrongSeries(usize),
}

/// The colours of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ramp {
    /// From 0, low, to 1, high.
    Heat,
    /// From 0, as far below zero as anything, over 0.5, zero, to 1.
    Signed,
    /// Black to white.
    Grey,
}

/// A place on a ramp: from 0 to 1, or nothing.
pub type Share = Option<f32>;

/// The place of a value among `low` and `high`; `None` for what is no number.
pub fn share(value: f32, low: f32, high: f32) -> Share {
    if !value.is_finite() {
        return None;
    }
    // In f64, because the distance of two f32 may be none.
    let share = (f64::from(value) - f64::from(low)) / (f64::from(high) - f64::from(low));
    Some(if share.is_finite() {
        share.clamp(0.0, 1.0) as f32
    } else {
        0.5
    })
}

/// Signs that look different where there is only ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A cell that is full.
    Full,
    /// A horizontal rule.
    Rule,
    /// It is right.
    Right,
    /// It is wrong.
    Wrong,
}

/// How much room a text takes. What comes from a program may hold anything; what these give does no harm.
pub trait Ruler {
    /// Whether only ASCII is drawn.
    fn is_ascii(&self) -> bool;

    /// How a sign is drawn.
    fn sign(&self, sign: Sign) -> &'static str;

    /// How many columns a text is wide. A letter may have two.
    fn wide(&self, text: &str) -> usize;

    /// The beginning of a text that fits, with a mark where something was cut off.
    fn cut(&self, text: &str, width: usize) -> String;

    /// A text in lines that are no wider than this; those after the first begin with `indent`.
    fn wrap(&self, text: &str, width: usize, indent: &str) -> Vec<String>;
}

/// What a picture is drawn on. Whatever lies outside is not drawn.
pub trait Easel: Ruler {
    /// Writes a text, at most so many columns of it.
    fn put(&mut self, place: (u16, u16), width: u16, text: &str, ink: Ink);

    /// Paints an area, two values above each other in each cell: `value(x, y)` is asked for every one, `y` from above.
    fn fill(&mut self, ramp: Ramp, area: Area, value: &dyn Fn(usize, usize) -> Share);

    /// Paints two pixels above each other into a cell; 0 is the background.
    fn pixels(&mut self, place: (u16, u16), upper: u8, lower: u8);

    /// The same picture pixel by pixel, for terminals that can show it: in an area that is painted already, of which it fills so
    /// many half rows from above. `value(x, y)` is asked for every pixel of its own size.
    fn picture(
        &mut self,
        _ramp: Ramp,
        _area: Area,
        _halves: usize,
        _size: (usize, usize),
        _value: &dyn Fn(usize, usize) -> Share,
    ) {
    }

    /// A sign on top of what is painted, seen on every colour.
    fn mark(&mut self, place: (u16, u16), sign: &str, ink: Ink);

    /// Marks cells that are looked at, whatever is painted in them.
    fn look_at(&mut self, area: Area);

    /// The left and the lower edge of a graph, beside it and below it.
    fn axes(&mut self, graph: Area);

    /// A curve through these points, as fine as can be drawn; `x` and `y` are what the edges of the graph stand for.
    fn curve(&mut self, points: &[(f64, f64)], x: [f64; 2], y: [f64; 2], ink: Ink, graph: Area);

    /// Writes texts one behind the other.
    fn line(&mut self, (x, y): (u16, u16), width: u16, parts: &[(String, Ink)]) {
        let mut used: u16 = 0;
        for (text, ink) in parts {
            let left = width.saturating_sub(used);
            self.put((x.saturating_add(used), y), left, text, *ink);
            let wide = u16::try_from(self.wide(text)).unwrap_or(u16::MAX);
            used = used.saturating_add(wide);
        }
    }

    /// The colours of a ramp from low to high, between the two values that they stand for.
    fn scale(&mut self, ramp: Ramp, (x, y): (u16, u16), width: u16, low: &str, high: &str) {
        let at = u16::try_from(self.wide(low) + 1).unwrap_or(u16::MAX);
        let cells = 12.min(width / 3);
        self.put((x, y), width, &format!("{low} "), Ink::Dim);
        let area = Area {
            x: x.saturating_add(at),
            y,
            width: cells.min(width.saturating_sub(at)),
            height: 1,
        };
        let last = f32::from(cells.saturating_sub(1).max(1));
        self.fill(ramp, area, &|x, _| Some(x as f32 / last));
        let behind = at.saturating_add(cells);
        let left = width.saturating_sub(behind);
        let place = (x.saturating_add(behind), y);
        self.put(place, left, &format!(" {high}"), Ink::Dim);
    }
}

/// A sheet of letters, for the tests of drawings.
#[cfg(test)]
pub mod paper {
    use super::*;

    /// Rows of letters, each one column wide.
    pub struct Paper(pub Vec<Vec<char>>);

    impl Paper {
        /// An empty sheet and its area.
        pub fn new(width: u16, height: u16) -> (Paper, Area) {
            let rows = vec![vec![' '; usize::from(width)]; usize::from(height)];
            let area = Area {
                width,
                height,
                ..Area::default()
            };
            (Paper(rows), area)
        }

        /// What is on it, without the spaces at the ends of its rows.
        pub fn rows(&self) -> Vec<String> {
            let rows = self.0.iter().map(String::from_iter);
            rows.map(|row: String| row.trim_end().to_owned()).collect()
        }

        fn set(&mut self, (x, y): (usize, usize), letter: char) {
            let row = self.0.get_mut(y);
            if let Some(cell) = row.and_then(|row| row.get_mut(x)) {
                *cell = letter;
            }
        }
    }

    const LETTERS: [char; 10] = [' ', '.', ':', '-', '=', '+', '*', '#', '%', '@'];

    impl Ruler for Paper {
        fn is_ascii(&self) -> bool {
            true
        }
        fn sign(&self, sign: Sign) -> &'static str {
            match sign {
                Sign::Full => "#",
                Sign::Rule => "-",
                Sign::Right => "v",
                Sign::Wrong => "x",
            }
        }
        fn wide(&self, text: &str) -> usize {
            text.chars().count()
        }
        fn cut(&self, text: &str, width: usize) -> String {
            text.chars().take(width).collect()
        }
        fn wrap(&self, text: &str, width: usize, _: &str) -> Vec<String> {
            let letters: Vec<char> = text.chars().collect();
            let lines = letters.chunks(width.max(1));
            lines.map(String::from_iter).collect()
        }
    }

    impl Easel for Paper {
        fn put(&mut self, (x, y): (u16, u16), width: u16, text: &str, _: Ink) {
            for (at, letter) in (0..width).zip(text.chars()) {
                self.set((usize::from(x) + usize::from(at), y.into()), letter);
            }
        }
        fn fill(&mut self, _: Ramp, area: Area, value: &dyn Fn(usize, usize) -> Share) {
            for row in 0..usize::from(area.height) {
                for column in 0..usize::from(area.width) {
                    let (upper, lower) = (value(column, 2 * row), value(column, 2 * row + 1));
                    // `None` is less than any share.
                    let more = if lower > upper { lower } else { upper };
                    let letter = more.map_or(' ', |share| {
                        LETTERS[((share * 10.0) as usize).min(LETTERS.len() - 1)]
                    });
                    let place = (usize::from(area.x) + column, usize::from(area.y) + row);
                    self.set(place, letter);
                }
            }
        }
        fn pixels(&mut self, (x, y): (u16, u16), upper: u8, lower: u8) {
            let mean = (usize::from(upper) + usize::from(lower)) / 2;
            self.set((x.into(), y.into()), LETTERS[mean * LETTERS.len() / 256]);
        }
        fn mark(&mut self, place: (u16, u16), sign: &str, ink: Ink) {
            self.put(place, 1, sign, ink);
        }
        fn look_at(&mut self, _: Area) {}
        fn axes(&mut self, _: Area) {}
        fn curve(
            &mut self,
            points: &[(f64, f64)],
            x: [f64; 2],
            y: [f64; 2],
            ink: Ink,
            graph: Area,
        ) {
            let Ink::Series(number) = ink else { return };
            let sign = char::from(b"*o+x"[number % 4]);
            for (along, up) in points {
                let column = (along - x[0]) / (x[1] - x[0]) * f64::from(graph.width - 1);
                let row = (y[1] - up) / (y[1] - y[0]) * f64::from(graph.height - 1);
                let place = (column.round() as usize, row.round() as usize);
                let inside =
                    place.0 < usize::from(graph.width) && place.1 < usize::from(graph.height);
                let corner = (usize::from(graph.x), usize::from(graph.y));
                if inside {
                    self.set((corner.0 + place.0, corner.1 + place.1), sign);
                }
            }
        }
    }
}
