//! The screen, drawn to a buffer and read as a person reads it.

#![cfg(feature = "runner")]

#[path = "views/any_size.rs"]
mod any_size;
#[path = "views/attempts.rs"]
mod attempts;
#[path = "views/first_page.rs"]
mod first_page;
#[path = "views/glossary.rs"]
mod glossary;
#[path = "views/habits.rs"]
mod habits;
#[path = "views/keys.rs"]
mod keys;
#[path = "views/looks.rs"]
mod looks;
#[path = "views/menu.rs"]
mod menu;
#[path = "views/mouse.rs"]
mod mouse;
#[path = "views/panes.rs"]
mod panes;
#[path = "views/pictures.rs"]
mod pictures;
#[path = "views/reading.rs"]
mod reading;
#[path = "views/rows.rs"]
mod rows;
#[path = "views/scenes.rs"]
mod scenes;
#[path = "views/search.rs"]
mod search;
#[path = "views/snapshots.rs"]
mod snapshots;
#[path = "views/states.rs"]
mod states;
#[path = "views/training.rs"]
mod training;
#[path = "views/trainings.rs"]
mod trainings;
#[path = "views/trials.rs"]
mod trials;
#[path = "views/watch.rs"]
mod watch;
#[path = "views/whole.rs"]
mod whole;
