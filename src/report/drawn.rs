//! What a drawing says about itself: its limits, the texts in it, what it shows in words, its picture. Each stands in one
//! file of `src/report/drawing`, and everybody who passes drawings on asks for no more than this.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::report::easel::{Area, Easel, Ruler};
use crate::sentence::Sentence;
use crate::words::drawings as words;

/// Rows of a picture that has no height of its own.
pub const ROWS: usize = 15;

/// Something that can be drawn.
///
/// It comes from a program that is not trusted: its parts need not fit each other, and its numbers may be NaN, infinite or
/// huge. Whatever they are, neither its words nor its picture may panic.
pub trait Drawn: Clone + Debug + PartialEq + Serialize + DeserializeOwned {
    /// The name under which it travels.
    const NAME: &'static str;

    /// Its words, as `sentences!` and its neighbours make them.
    const TEXTS: &'static [&'static [Sentence]];

    /// Leaves off what nobody could look at. This is done before it is sent, and again where it arrives.
    fn limit(&mut self) {}

    /// Hands out every text in it, to be made harmless.
    fn texts(&mut self, _each: &mut dyn FnMut(&mut String, Length)) {}

    /// About how many bytes of memory it takes.
    fn bytes(&self) -> usize;

    /// How it lies on the frames before it.
    fn lies(&self) -> Lies<'_> {
        Lies::Alone
    }

    /// Through how many moments it is played by itself, without further frames; `None` where it has none of its own.
    fn moments(&self) -> Option<usize> {
        None
    }

    /// What became of it, line by line, each of whole sentences.
    fn tell(&self, told: &Told<'_, Self>) -> Vec<String>;

    /// What its picture shows.
    fn caption(&self, scene: &Scene<'_, Self>) -> Caption;

    /// How many rows it has a use for where it is so wide; `most` is the room there is.
    fn rows(&self, _width: usize, _most: usize, _ruler: &dyn Ruler) -> usize {
        ROWS
    }

    /// Draws it. The area has at least one cell.
    fn draw(&self, scene: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel);

    /// What is shown of it where there is no room for a picture, in place of [`Caption::reads`]: the end of this text.
    fn in_small(&self) -> Option<&str> {
        None
    }
}

/// How long a text in a drawing may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// A name, an axis, a caption.
    Word,
    /// Any length, on several lines.
    Text,
}

/// How a frame lies on those that came before it under the same title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies<'a> {
    /// It takes the place of the one before.
    Alone,
    /// Under all that come after it: it begins anew.
    Under,
    /// It goes on with the path of this name; all the places of a path are seen.
    Along(&'a str),
}

/// What a picture shows, in a line or two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// What such a picture shows, for somebody who has never seen one like it.
    pub shows: &'static str,
    /// What there is to read in it now.
    pub reads: String,
}

/// What is seen of a picture that changes, at one moment.
#[derive(Clone, Debug)]
pub struct Scene<'a, D> {
    /// What the frames are laid over.
    pub ground: Option<&'a D>,
    /// The frames that are seen: all places of the paths so far, otherwise the last frame alone.
    pub frames: Vec<&'a D>,
    /// All its frames, for what has to stay the same while it is played.
    pub all: Vec<&'a D>,
    /// All frames of each picture that shares the screen with it, itself among them.
    pub beside: Vec<Vec<&'a D>>,
    /// Which of its moments it is, from 0.
    pub number: usize,
}

impl<'a, D> Scene<'a, D> {
    /// What is drawn: the ground, or where there is none the newest frame.
    pub fn lead(&self) -> Option<&'a D> {
        self.ground.or_else(|| self.frames.last().copied())
    }

    /// The part of it that `pick` knows: frames of other drawings under the same title are left out.
    pub fn only<E>(&self, pick: impl Fn(&'a D) -> Option<&'a E>) -> Scene<'a, E> {
        let all =
            |frames: &[&'a D]| -> Vec<&'a E> { frames.iter().copied().filter_map(&pick).collect() };
        Scene {
            ground: self.ground.and_then(&pick),
            frames: all(&self.frames),
            all: all(&self.all),
            beside: self.beside.iter().map(|film| all(film)).collect(),
            number: self.number,
        }
    }
}

/// What is kept of a picture for those who are told of it: its ends.
#[derive(Clone, Debug)]
pub struct Told<'a, D> {
    /// Its title.
    pub title: &'a str,
    /// What the frames are laid over.
    pub ground: Option<&'a D>,
    /// The first frame, where it belongs to another step than the last one.
    pub first: Option<&'a D>,
    /// The last frame with its step; of paths, that of each.
    pub last: Vec<(Option<u64>, &'a D)>,
}

impl<'a, D> Told<'a, D> {
    /// What is told of: the ground, or where there is none the last frame.
    pub fn lead(&self) -> Option<&'a D> {
        self.ground.or_else(|| self.last.last().map(|last| last.1))
    }

    /// To which step the last frame belongs, as a sentence.
    pub fn step(&self) -> Option<String> {
        self.last.last().and_then(|last| last.0.map(words::step))
    }

    /// The part of it that `pick` knows.
    pub fn only<E>(&self, pick: impl Fn(&'a D) -> Option<&'a E>) -> Told<'a, E> {
        let last = self.last.iter();
        Told {
            title: self.title,
            ground: self.ground.and_then(&pick),
            first: self.first.and_then(&pick),
            last: last
                .filter_map(|(step, frame)| Some((*step, pick(frame)?)))
                .collect(),
        }
    }
}
