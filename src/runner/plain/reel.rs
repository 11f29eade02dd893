//! Pictures that change, in words: where each began and where it ended, one line to a picture.

use crate::report::drawn::{Lies, Told};
use crate::report::{Drawing, Frame};
use crate::runner::plain::sentence::harmless;

/// Pictures that are told of.
const REELS: usize = 12;
/// Paths that are told of, of one picture.
const PATHS: usize = 6;

/// Every picture of a run: its first frame and its last.
#[derive(Debug, Default)]
pub struct Reels {
    reels: Vec<Reel>,
}

#[derive(Debug)]
struct Reel {
    title: String,
    ground: Option<Drawing>,
    first: Option<Frame<Drawing>>,
    /// The last frame; of a surface, that of each path.
    last: Vec<Frame<Drawing>>,
}

impl Reels {
    /// Takes in a frame.
    pub fn push(&mut self, frame: &Frame<Drawing>) {
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
    fn push(&mut self, frame: &Frame<Drawing>) {
        match frame.drawing.lies() {
            Lies::Under => {
                self.ground = Some(frame.drawing.clone());
                self.first = None;
                self.last.clear();
            }
            along @ Lies::Along(_) => {
                let is_of = |frame: &Frame<Drawing>| frame.drawing.lies() == along;
                match self.last.iter().position(is_of) {
                    Some(known) => self.last[known] = frame.clone(),
                    None if self.last.len() < PATHS => self.last.push(frame.clone()),
                    None => {}
                }
            }
            Lies::Alone => {
                self.first.get_or_insert_with(|| frame.clone());
                self.last = vec![frame.clone()];
            }
        }
    }

    fn tell(&self) -> Vec<String> {
        let last = self.last.last();
        let first = self.first.as_ref();
        let told = Told {
            title: &self.title,
            ground: self.ground.as_ref(),
            first: first
                .filter(|first| last.is_some_and(|last| last.step != first.step))
                .map(|first| &first.drawing),
            last: self
                .last
                .iter()
                .map(|frame| (frame.step, &frame.drawing))
                .collect(),
        };
        let lead = told.lead();
        lead.map(|lead| lead.tell(&told)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{
        Axis, Bars, Confusion, Convolution, Grid, HeatMap, Histogram, Landscape, Line, Mask,
        Picture, Pictures, Place, Plane, Scatter, Surface, Text,
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

    fn picture(caption: &str, right: Option<bool>) -> Picture {
        Picture {
            caption: caption.to_owned(),
            right,
            width: 28,
            pixels: vec![0; 28 * 28],
        }
    }

    #[test]
    fn every_kind_of_picture_is_one_line_about_where_it_ended() {
        let place = |path: &str, x| {
            Drawing::Surface(Landscape::Place(Place {
                path: path.to_owned(),
                x,
                y: 0.0,
            }))
        };
        let surface = Drawing::Surface(Landscape::Surface(Surface {
            x: Axis::new("slope", -1.0..1.0),
            y: Axis::new("bias", -1.0..1.0),
            loss: grid(2, &[4.0, 2.0, 4.0, 2.0]),
        }));
        let table: Vec<(Frames, Vec<&str>)> = vec![
            (
                vec![
                    (Some(0), surface),
                    (Some(0), place("a", -1.0)),
                    (Some(3), place("b", 7.0)),
                    (Some(9), place("a", 0.5)),
                ],
                vec![
                    "Loss surface, it: the path of a is at slope 0.5, bias 0, where the loss is about 2. This was at step 9.",
                    "Loss surface, it: the path of b has left the surface, at slope 7, bias 0. This was at step 3.",
                ],
            ),
            (
                vec![
                    (Some(0), Drawing::Histogram(Histogram::of(&[1.0, -1.0]))),
                    (Some(5), Drawing::Histogram(Histogram::of(&[0.5, 0.0]))),
                ],
                vec![
                    "Histogram, it: the share of zeros is 50 % (1 of 2 numbers). The mean is 0.25, and the deviation is 0.25. This was at step 5. At first the number of zeros was 0, and the deviation was 1.",
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
                vec![(Some(1), Drawing::Mask(Mask(grid(2, &[0.0, 2.0, 2.0, 0.0]))))],
                vec![
                    "Mask, it: the share of dropped numbers is 50 % (2 of 4). The others are 2 on average. This was at step 1.",
                ],
            ),
            (
                vec![(
                    Some(0),
                    Drawing::HeatMap(HeatMap(grid(2, &[0.0, 2.0, f32::NAN, -1.0]))),
                )],
                vec![
                    "Heat map, it: 2 by 2, rows by columns. Its numbers go from -1 to 2. The largest is in row 0, column 1, counted from 0. This was at step 0.",
                ],
            ),
            (
                vec![(
                    Some(0),
                    Drawing::Bars(Bars {
                        bars: vec![("cat".to_owned(), 0.75)],
                    }),
                )],
                vec!["Bars, it: cat 0.75. This was at step 0."],
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
                vec!["Text, it: \"Alice was / beginning\". This was at step 2."],
            ),
            (
                vec![(
                    None,
                    Drawing::Pictures(Pictures(vec![
                        picture("says 7", Some(true)),
                        picture("says 2\u{1b}[2J", Some(false)),
                    ])),
                )],
                vec![
                    "Pictures, it: 2 pictures of 28 by 28 pixels. The answer is right for 1 of 2. Captions: says 7; says 2 (wrong).",
                ],
            ),
            (
                vec![(
                    None,
                    Drawing::Pictures(Pictures(vec![Picture {
                        width: 0,
                        ..picture("", None)
                    }])),
                )],
                vec!["Pictures, it: 1 picture of 0 by 0 pixels."],
            ),
            (
                vec![
                    (
                        Some(0),
                        Drawing::Scatter(Plane::Scatter(Scatter {
                            x: "x".to_owned(),
                            y: "y".to_owned(),
                            points: vec![(0.0, 1.0)],
                        })),
                    ),
                    (
                        Some(4),
                        Drawing::Scatter(Plane::Line(Line {
                            slope: 2.0,
                            bias: -1.0,
                        })),
                    ),
                ],
                vec!["Points, it: 1 point. The line has slope 2 and bias -1. This was at step 4."],
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
                    "Convolution, it: a kernel of 2 by 2 slides over an image of 3 by 3. It moves 1 pixel at a time. The output is 2 by 2. Its numbers go from 1 to 4.",
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
