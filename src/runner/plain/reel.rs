//! Pictures that change, in words: where each began and where it ended, one sentence to a picture.

mod drawing;

use crate::report::{Drawing, Frame};
use crate::runner::plain::sentence::{count, harmless, value};

/// Pictures that are told of.
const REELS: usize = 12;
/// Paths, bars and confusions that are told of, of one picture.
const PARTS: usize = 6;

/// Every picture of a run: its first frame and its last.
#[derive(Debug, Default)]
pub struct Reels {
    reels: Vec<Reel>,
}

#[derive(Debug)]
struct Reel {
    title: String,
    ground: Option<Drawing>,
    first: Option<Frame>,
    /// The last frame; of a surface, that of each path.
    last: Vec<Frame>,
}

impl Reels {
    /// Takes in a frame.
    pub fn push(&mut self, frame: &Frame) {
        let known = self.reels.iter().position(|reel| reel.title == frame.title);
        let at = match known {
            Some(at) => at,
            None if self.reels.len() < REELS => {
                self.reels.push(Reel {
                    title: frame.title.clone(),
                    ground: None,
                    first: None,
                    last: Vec::new(),
                });
                self.reels.len() - 1
            }
            None => return,
        };
        self.reels[at].push(frame);
    }

    /// What they show, and forgets them.
    pub fn tell(&mut self) -> Vec<String> {
        let reels = std::mem::take(&mut self.reels);
        let told = reels.iter().flat_map(Reel::tell);
        told.map(|line| harmless(&line)).collect()
    }
}

impl Reel {
    fn push(&mut self, frame: &Frame) {
        match &frame.drawing {
            Drawing::Surface(_) | Drawing::Scatter(_) | Drawing::Convolution(_) => {
                self.ground = Some(frame.drawing.clone());
                self.first = None;
                self.last.clear();
            }
            Drawing::Place(place) => {
                let path = |frame: &Frame| matches!(&frame.drawing, Drawing::Place(it) if it.path == place.path);
                match self.last.iter().position(path) {
                    Some(known) => self.last[known] = frame.clone(),
                    None if self.last.len() < PARTS => self.last.push(frame.clone()),
                    None => {}
                }
            }
            _ => {
                self.first.get_or_insert_with(|| frame.clone());
                self.last = vec![frame.clone()];
            }
        }
    }

    fn tell(&self) -> Vec<String> {
        let title = &self.title;
        let step = |frame: &Frame| {
            frame
                .step
                .map_or(String::new(), |step| format!(" at step {step}"))
        };
        match (&self.ground, self.last.last()) {
            (Some(Drawing::Surface(surface)), _) => {
                let paths = self.last.iter().filter_map(|frame| match &frame.drawing {
                    Drawing::Place(place) => Some(format!(
                        "Loss surface, {title}: {}.",
                        drawing::path(surface, place, &step(frame))
                    )),
                    _ => None,
                });
                paths.collect()
            }
            (Some(Drawing::Convolution(it)), _) => {
                vec![format!(
                    "Convolution, {title}: {}.",
                    drawing::convolution(it)
                )]
            }
            (Some(Drawing::Scatter(points)), last) => {
                vec![match last.map(|it| (&it.drawing, it)) {
                    Some((Drawing::Line(line), frame)) => format!(
                        "Points and a line, {title}: {}{}, the line has slope {} and bias {}.",
                        count(points.points.len(), "point"),
                        step(frame),
                        value(line.slope),
                        value(line.bias)
                    ),
                    _ => format!("Points, {title}: {}.", count(points.points.len(), "point")),
                }]
            }
            (None, Some(last)) => {
                let first = self.first.as_ref().filter(|first| first.step != last.step);
                drawing::tell(title, last, first, &step(last))
                    .into_iter()
                    .collect()
            }
            (_, None) => Vec::new(),
            (Some(_), _) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{
        Axis, Bars, Confusion, Convolution, Grid, Histogram, Line, Place, Scatter, Surface,
    };

    type Frames = Vec<(Option<u64>, Drawing)>;

    fn tell(frames: &Frames) -> Vec<String> {
        let mut reels = Reels::default();
        for (step, drawing) in frames {
            reels.push(&Frame {
                title: "it".to_owned(),
                step: *step,
                drawing: drawing.clone(),
            });
        }
        reels.tell()
    }

    fn grid(columns: usize, values: &[f32]) -> Grid {
        Grid {
            columns,
            values: values.to_vec(),
        }
    }

    #[test]
    fn every_kind_of_picture_is_one_sentence_about_where_it_ended() {
        let place = |path: &str, x| {
            Drawing::Place(Place {
                path: path.to_owned(),
                x,
                y: 0.0,
            })
        };
        let surface = Drawing::Surface(Surface {
            x: Axis::new("slope", -1.0..1.0),
            y: Axis::new("bias", -1.0..1.0),
            loss: grid(2, &[4.0, 2.0, 4.0, 2.0]),
        });
        let table: Vec<(Frames, Vec<&str>)> = vec![
            (
                vec![
                    (Some(0), surface),
                    (Some(0), place("a", -1.0)),
                    (Some(3), place("b", 7.0)),
                    (Some(9), place("a", 0.5)),
                ],
                vec![
                    "Loss surface, it: the path of a at step 9 is at slope 0.5000, bias 0.0000, where the loss is about 2.0000.",
                    "Loss surface, it: the path of b at step 3 has left the surface, at slope 7.0000, bias 0.0000.",
                ],
            ),
            (
                vec![
                    (Some(0), Drawing::Histogram(Histogram::of(&[1.0, -1.0]))),
                    (Some(5), Drawing::Histogram(Histogram::of(&[0.5, 0.0]))),
                ],
                vec![
                    "Histogram, it: 1 of 2 numbers are zero (50 %), the mean is 0.2500 and the deviation 0.2500 at step 5; at first 0 were zero and the deviation was 1.0000.",
                ],
            ),
            (
                vec![(
                    Some(2),
                    Drawing::Confusion(Confusion {
                        classes: 2,
                        counts: vec![3, 1, 2, 4],
                    }),
                )],
                vec![
                    "Confusion matrix, it at step 2: 7 of 10 are right (70.0 %); the worst confusions: 1 is taken for 0 2 times, 0 is taken for 1 1 time.",
                ],
            ),
            (
                vec![(Some(1), Drawing::Mask(grid(2, &[0.0, 2.0, 2.0, 0.0])))],
                vec![
                    "Mask, it at step 1: 2 of 4 numbers are dropped (50 %), the others are 2.0000 on average.",
                ],
            ),
            (
                vec![(
                    Some(0),
                    Drawing::HeatMap(grid(2, &[0.0, 2.0, f32::NAN, -1.0])),
                )],
                vec![
                    "Heat map, it at step 0: 2 rows and 2 columns, from -1.0000 to 2.0000; the largest is in row 0, column 1, counted from 0.",
                ],
            ),
            (
                vec![(
                    Some(0),
                    Drawing::Bars(Bars {
                        bars: vec![("cat".to_owned(), 0.75)],
                    }),
                )],
                vec!["Bars, it at step 0: cat 0.7500."],
            ),
            (
                vec![
                    (
                        Some(0),
                        Drawing::Scatter(Scatter {
                            x: "x".to_owned(),
                            y: "y".to_owned(),
                            points: vec![(0.0, 1.0)],
                        }),
                    ),
                    (
                        Some(4),
                        Drawing::Line(Line {
                            slope: 2.0,
                            bias: -1.0,
                        }),
                    ),
                ],
                vec![
                    "Points and a line, it: 1 point at step 4, the line has slope 2.0000 and bias -1.0000.",
                ],
            ),
            (
                vec![(
                    Some(0),
                    Drawing::Convolution(Convolution {
                        image: grid(3, &[0.0; 9]),
                        kernel: grid(2, &[1.0; 4]),
                        stride: 1,
                        output: grid(2, &[1.0, 2.0, 3.0, 4.0]),
                    }),
                )],
                vec![
                    "Convolution, it: a kernel of 2 by 2 slides over an image of 3 by 3, 1 pixel at a time; the output is 2 by 2, with numbers from 1.0000 to 4.0000.",
                ],
            ),
        ];
        for (frames, expected) in table {
            assert_eq!(tell(&frames), expected);
        }
    }

    #[test]
    fn a_program_that_invents_titles_is_cut_short() {
        let mut reels = Reels::default();
        for number in 0..1000 {
            reels.push(&Frame {
                title: format!("picture {number}"),
                step: None,
                drawing: Drawing::Bars(Bars { bars: Vec::new() }),
            });
        }
        assert_eq!(reels.tell().len(), REELS);
        assert!(reels.tell().is_empty());
    }
}
