//! The screen: one closed [`event::Event`] on one channel, a pure [`update::update`], views that only draw, and a shell
//! that owns the terminal, the threads and everything else that touches the world.

pub mod action;
pub mod all;
pub mod attempts;
pub mod comparison;
pub mod contrast;
pub mod copy;
pub mod effect;
pub mod event;
pub mod film;
pub mod glossary;
pub mod grouping;
pub mod input;
pub mod keymap;
pub mod keys;
mod label;
pub mod lens;
pub mod link;
pub mod look;
pub mod map;
pub mod menu;
pub mod names;
pub mod notice;
mod offers;
pub mod output;
pub mod palette;
pub mod pixels;
pub mod place;
mod refusal;
pub mod run;
pub mod search;
pub mod shell;
pub mod spelling;
pub mod state;
pub mod states;
pub mod talk;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod training;
pub mod trial;
pub mod update;
pub mod view;

pub use crate::runner::curve;
pub use palette::Palette;
pub use shell::{TuiOptions, run};
