//! Pictures that change, in words: where each began and where it ended, one line to a picture.

mod drawing;

use crate::report::{Drawing, Frame};
use crate::runner::plain::sentence::{harmless, value};
use crate::runner::words::plain::drawings as words;

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
        let line = |sentences: Vec<String>| vec![sentences.join(" ")];
        match (&self.ground, self.last.last()) {
            (Some(Drawing::Surface(surface)), _) => {
                let paths = self.last.iter().filter_map(|frame| match &frame.drawing {
                    Drawing::Place(place) => {
                        let mut sentences = vec![drawing::path(title, surface, place)];
                        sentences.extend(frame.step.map(words::step));
                        Some(sentences.join(" "))
                    }
                    _ => None,
                });
                paths.collect()
            }
            (Some(Drawing::Convolution(it)), _) => line(drawing::convolution(title, it)),
            (Some(Drawing::Scatter(points)), last) => {
                let mut sentences = vec![match points.points.len() {
                    1 => words::one_point(title),
                    number => words::points(title, number),
                }];
                if let Some(frame) = last
                    && let Drawing::Line(line) = &frame.drawing
                {
                    sentences.push(words::line(value(line.slope), value(line.bias)));
                    sentences.extend(frame.step.map(words::step));
                }
                line(sentences)
            }
            (None, Some(last)) => {
                let first = self.first.as_ref().filter(|first| first.step != last.step);
                let told = drawing::tell(title, last, first);
                told.map(line).unwrap_or_default()
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
        Axis, Bars, Confusion, Convolution, Grid, Histogram, Line, Place, Scatter, Surface, Text,
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
    fn every_kind_of_picture_is_one_line_about_where_it_ended() {
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
                    "Loss surface, it: the path of a is at slope 0.5000, bias 0.0000, where the loss is about 2.0000. This was at step 9.",
                    "Loss surface, it: the path of b has left the surface, at slope 7.0000, bias 0.0000. This was at step 3.",
                ],
            ),
            (
                vec![
                    (Some(0), Drawing::Histogram(Histogram::of(&[1.0, -1.0]))),
                    (Some(5), Drawing::Histogram(Histogram::of(&[0.5, 0.0]))),
                ],
                vec![
                    "Histogram, it: the share of zeros is 50 % (1 of 2 numbers). The mean is 0.2500, and the deviation is 0.2500. This was at step 5. At first the number of zeros was 0, and the deviation was 1.0000.",
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
                    "Confusion matrix, it: the share of right answers is 70.0 % (7 of 10). The worst confusions are these: 2 times, 1 is taken for 0. Once, 0 is taken for 1. This was at step 2.",
                ],
            ),
            (
                vec![(Some(1), Drawing::Mask(grid(2, &[0.0, 2.0, 2.0, 0.0])))],
                vec![
                    "Mask, it: the share of dropped numbers is 50 % (2 of 4). The others are 2.0000 on average. This was at step 1.",
                ],
            ),
            (
                vec![(
                    Some(0),
                    Drawing::HeatMap(grid(2, &[0.0, 2.0, f32::NAN, -1.0])),
                )],
                vec![
                    "Heat map, it: 2 by 2, rows by columns. Its numbers go from -1.0000 to 2.0000. The largest is in row 0, column 1, counted from 0. This was at step 0.",
                ],
            ),
            (
                vec![(
                    Some(0),
                    Drawing::Bars(Bars {
                        bars: vec![("cat".to_owned(), 0.75)],
                    }),
                )],
                vec!["Bars, it: cat 0.7500. This was at step 0."],
            ),
            (
                ["eee t", "Alice was\nbeginning"]
                    .into_iter()
                    .zip(1..)
                    .map(|(text, step)| {
                        let text = text.to_owned();
                        (Some(step), Drawing::Text(Text { text }))
                    })
                    .collect(),
                vec!["Text, it: Alice was / beginning This was at step 2."],
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
                    "Points, it: 1 point. The line has slope 2.0000 and bias -1.0000. This was at step 4.",
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
                    "Convolution, it: a kernel of 2 by 2 slides over an image of 3 by 3. It moves 1 pixel at a time. The output is 2 by 2. Its numbers go from 1.0000 to 4.0000.",
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
