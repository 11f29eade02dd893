//! One frame of a picture that changes while a program runs, as data.

use serde::{Deserialize, Serialize};

use super::chart::{Bars, Histogram};
use super::confusion::Confusion;
use super::convolution::Convolution;
use super::data::Picture;
use super::grid::Grid;
use super::scatter::{Line, Scatter};
use super::send::send;
use super::surface::{Place, Surface};
use super::text::Text;
use super::{Pictures, Report};

/// One frame. Frames with the same title are one picture that changes; the runner keeps them and can play them again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// What it shows.
    pub title: String,
    /// The step that it belongs to, from 0; `None` is the step of the last metric.
    pub step: Option<u64>,
    /// What it shows.
    pub drawing: Drawing,
}

/// What a frame shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Drawing {
    /// A loss over two parameters. Under the same title, [`Place`]s are laid over it.
    Surface(Surface),
    /// One more place of a path over a surface.
    Place(Place),
    /// Points. Under the same title, [`Line`]s are laid over them.
    Scatter(Scatter),
    /// Where a line over points is now.
    Line(Line),
    /// A convolution that is played position by position.
    Convolution(Convolution),
    /// Numbers as colours.
    HeatMap(Grid),
    /// Numbers of which those that are zero were dropped.
    Mask(Grid),
    /// How often numbers of each size occur.
    Histogram(Histogram),
    /// A few named numbers.
    Bars(Bars),
    /// What a classifier says of each class.
    Confusion(Confusion),
    /// Small greyscale pictures.
    Pictures(Vec<Picture>),
    /// A text that is being written.
    Text(Text),
}

impl Frame {
    /// A strip of pictures as a frame.
    pub fn of_pictures(strip: Pictures) -> Frame {
        Frame {
            title: strip.title,
            step: None,
            drawing: Drawing::Pictures(strip.pictures),
        }
    }
}

/// Sends a frame: what every call of this module comes down to.
pub(super) fn frame(title: &str, step: Option<usize>, drawing: impl FnOnce() -> Drawing) {
    send(|| {
        Report::Frame(Frame {
            title: title.to_owned(),
            step: step.map(|step| step as u64),
            drawing: drawing(),
        })
    });
}
