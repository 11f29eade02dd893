//! Drawing. Views take the state, an area and a buffer, and change nothing.

pub mod all;
pub mod attempts;
pub mod bars;
pub mod checks;
pub mod course;
pub mod diff;
pub mod draw;
pub mod film;
pub mod gauge;
pub mod glossary;
pub mod header;
pub mod help;
pub mod hints;
pub mod layout;
pub mod map_pane;
pub mod menu;
pub mod numbers;
pub mod pane;
pub mod path;
pub mod pictures;
pub mod plot;
pub mod predict;
pub mod preview;
pub mod solution;
pub mod texts;
pub mod training;
pub mod trial;
pub mod watch;
pub mod way;
pub mod welcome;

pub use draw::draw;
pub use pictures::pictures;
