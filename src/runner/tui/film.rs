//! A picture that changes: its frames, in a bounded amount of memory, and what of them is seen at a step.

use crate::report::Drawing;
use crate::report::drawn::Lies;

/// Frames kept of a film.
pub const FRAMES: usize = 600;
/// Bytes of the frames kept of a film.
const BYTES: usize = 4 << 20;
/// A drawing larger than this is not kept: no screen could show it.
const LARGEST: usize = 1 << 20;
/// Paths over one surface.
const PATHS: usize = 8;

/// Everything reported under one title.
#[derive(Clone, Debug, PartialEq)]
pub struct Film {
    /// The title.
    pub title: String,
    /// What the frames are laid over: a surface, points; or a convolution, which needs no frames.
    pub ground: Option<Drawing>,
    /// Whether its steps are its own, as in a show, and not those of the last metric.
    pub own_steps: bool,
    frames: Vec<Shot>,
    bytes: usize,
    /// Whether another training has begun since the last frame: the next one begins the film anew.
    over: bool,
}

#[derive(Clone, Debug, PartialEq)]
struct Shot {
    step: u64,
    drawing: Drawing,
}

/// What is seen of a film at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen<'a> {
    /// The step of the newest frame that is seen.
    pub step: u64,
    /// The number of that step among the film's, from 0.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// What the frames are laid over.
    pub ground: Option<&'a Drawing>,
    /// The frames: all places of a path so far, otherwise the last frame alone.
    pub frames: Vec<&'a Drawing>,
}

impl Film {
    /// An empty film.
    pub fn new(title: &str) -> Film {
        Film {
            title: title.to_owned(),
            ground: None,
            own_steps: false,
            frames: Vec::new(),
            bytes: 0,
            over: false,
        }
    }

    /// Another training has begun: the next frame begins the film anew, and until then the old one is seen.
    pub fn ends(&mut self) {
        self.over = true;
    }

    /// Takes in a frame, and says whether it could be kept.
    pub fn push(&mut self, step: u64, drawing: Drawing) -> bool {
        let bytes = bytes(&drawing);
        if bytes > LARGEST {
            return false;
        }
        if self.over {
            self.over = false;
            self.frames.clear();
        }
        let before = self.frames.len();
        match drawing.lies() {
            Lies::Under => {
                *self = Film {
                    own_steps: self.own_steps,
                    ..Film::new(&self.title)
                };
                self.ground = Some(drawing);
                return true;
            }
            Lies::Along(path) => {
                let names = self.paths();
                if !names.contains(&path) && names.len() >= PATHS {
                    return false;
                }
                // A path that goes back in time is walked anew.
                let is_of = |shot: &Shot| shot.drawing.lies() == Lies::Along(path);
                let last = self.frames.iter().rev().find(|shot| is_of(shot));
                if last.is_some_and(|last| last.step >= step) {
                    self.frames.retain(|shot| !is_of(shot));
                }
            }
            Lies::Alone => {
                if self.frames.last().is_some_and(|last| last.step > step) {
                    self.frames.clear();
                } else if self.frames.last().is_some_and(|last| last.step == step) {
                    self.frames.pop();
                }
            }
        }
        self.frames.push(Shot { step, drawing });
        self.bytes = if before > 0 && self.frames.len() == before + 1 {
            self.bytes + bytes
        } else {
            self.held()
        };
        while self.frames.len() > 2 && (self.frames.len() > FRAMES || self.bytes > BYTES) {
            self.thin();
        }
        true
    }

    /// Drops every second step; the first and the last stay.
    fn thin(&mut self) {
        let steps = self.frame_steps();
        let last = self.frames.len() - 1;
        let mut at = 0;
        self.frames.retain(|shot| {
            at += 1;
            let number = steps.partition_point(|step| *step < shot.step);
            number.is_multiple_of(2) || at - 1 == last
        });
        let before = self.bytes;
        self.bytes = self.held();
        if self.bytes == before {
            // Everything lies in one step: the oldest goes.
            self.frames.remove(0);
            self.bytes = self.held();
        }
    }

    fn held(&self) -> usize {
        self.frames.iter().map(|shot| bytes(&shot.drawing)).sum()
    }

    /// The names of the paths, in the order in which they began.
    fn paths(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for shot in &self.frames {
            if let Lies::Along(path) = shot.drawing.lies()
                && !names.contains(&path)
            {
                names.push(path);
            }
        }
        names
    }

    fn frame_steps(&self) -> Vec<u64> {
        let mut steps: Vec<u64> = self.frames.iter().map(|shot| shot.step).collect();
        steps.sort_unstable();
        steps.dedup();
        steps
    }

    /// The steps at which something changes, in order; never none.
    pub fn steps(&self) -> Vec<u64> {
        if let Some(moments) = self.ground.as_ref().and_then(Drawing::moments) {
            return (0..moments.max(1) as u64).collect();
        }
        let steps = self.frame_steps();
        if steps.is_empty() { vec![0] } else { steps }
    }

    /// What is seen at a step; `None` is the newest one.
    pub fn seen(&self, at: Option<u64>) -> Seen<'_> {
        let steps = self.steps();
        let last = steps.len() - 1;
        let number = match at {
            None => last,
            Some(at) => steps.partition_point(|step| *step <= at).saturating_sub(1),
        };
        let step = steps[number];
        let until = self.frames.iter().filter(|shot| shot.step <= step);
        let is_alone = |shot: &&Shot| shot.drawing.lies() == Lies::Alone;
        let frames = match until.clone().rfind(is_alone) {
            Some(newest) => vec![&newest.drawing],
            None => until.map(|shot| &shot.drawing).collect(),
        };
        Seen {
            step,
            number,
            of: steps.len(),
            ground: self.ground.as_ref(),
            frames,
        }
    }

    /// All drawings, in the order in which they came: for what has to stay the same over the whole film.
    pub fn drawings(&self) -> impl Iterator<Item = &Drawing> {
        self.frames.iter().map(|shot| &shot.drawing)
    }

    /// Whether there is more than one moment to see.
    pub fn moves(&self) -> bool {
        self.steps().len() > 1
    }
}

/// About how much memory a frame takes.
fn bytes(drawing: &Drawing) -> usize {
    drawing.bytes() + size_of::<Shot>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Grid, HeatMap, Landscape, Line, Place, Plane};

    fn place(path: &str, x: f32) -> Drawing {
        Drawing::Surface(Landscape::Place(Place {
            path: path.to_owned(),
            x,
            y: 0.0,
        }))
    }

    fn heat(value: f32) -> Drawing {
        Drawing::HeatMap(HeatMap(Grid {
            columns: 1,
            values: vec![value],
        }))
    }

    #[test]
    fn a_long_film_is_thinned_and_keeps_its_first_and_its_last_frame() {
        let mut film = Film::new("heat");
        for step in 0..100_000 {
            film.push(step, heat(step as f32));
            assert!(film.frames.len() <= FRAMES);
        }
        let steps = film.steps();
        assert_eq!((steps[0], steps[steps.len() - 1]), (0, 99_999));
        assert!(steps.len() > FRAMES / 3, "{}", steps.len());
        assert_eq!(film.seen(None).frames, [&heat(99_999.0)]);
        assert_eq!(film.seen(Some(0)).frames, [&heat(0.0)]);
    }

    #[test]
    fn large_frames_are_bounded_by_their_size_and_huge_ones_are_refused() {
        let large = |values| {
            HeatMap(Grid {
                columns: 100,
                values: vec![0.0; values],
            })
        };
        let mut film = Film::new("heat");
        for step in 0..200 {
            assert!(film.push(step, Drawing::HeatMap(large(100_000))));
            assert!(film.bytes <= BYTES);
        }
        assert!(!film.push(200, Drawing::HeatMap(large(1_000_000))));
        assert_eq!(film.steps().last(), Some(&199));
    }

    #[test]
    fn paths_are_seen_as_far_as_they_have_come_and_can_begin_anew() {
        let mut film = Film::new("paths");
        for path in ["a", "b"] {
            for step in 0..5 {
                film.push(step, place(path, step as f32));
            }
        }
        assert_eq!(film.seen(Some(1)).frames.len(), 4);
        assert_eq!(film.seen(None).frames.len(), 10);
        assert_eq!(film.paths(), ["a", "b"]);
        film.push(0, place("a", 9.0));
        assert_eq!(film.seen(None).frames.len(), 6);
    }

    #[test]
    fn many_paths_are_thinned_too() {
        let mut film = Film::new("paths");
        for number in 0..100 {
            for step in 0..500 {
                film.push(step, place(&format!("path {number}"), 0.0));
            }
        }
        assert!(film.frames.len() <= FRAMES);
        assert_eq!(film.paths().len(), PATHS);
    }

    #[test]
    fn thousands_of_frames_of_one_step_are_bounded() {
        let mut film = Film::new("line");
        for step in [0, u64::MAX] {
            for _ in 0..2 * FRAMES {
                film.push(
                    step,
                    Drawing::Scatter(Plane::Line(Line {
                        slope: 0.0,
                        bias: 0.0,
                    })),
                );
            }
        }
        assert_eq!(film.steps(), [0, u64::MAX]);
    }

    #[test]
    fn another_training_begins_a_new_film_even_where_its_steps_are_larger() {
        let mut film = Film::new("heat");
        film.push(5, heat(5.0));
        film.ends();
        assert_eq!(film.steps(), [5]);
        film.push(9, heat(9.0));
        assert_eq!(film.steps(), [9]);
        assert_eq!(film.bytes, film.held());
    }

    #[test]
    fn a_step_that_goes_back_begins_a_new_film() {
        let mut film = Film::new("heat");
        for step in [0, 5, 9, 2] {
            film.push(step, heat(step as f32));
        }
        assert_eq!(film.steps(), [2]);
    }
}
