//! The pictures that are in sight, for terminals that show them pixel by pixel.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::runner::tui::pixels::Picture;
use crate::runner::tui::place::{Room, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::training::View;
use crate::runner::tui::view::training::areas::Pointable;
use crate::runner::tui::view::{layout, training, trial};

/// What there is to see and to point at of a training, in the part of the screen between the header and the status.
pub fn in_sight(state: &State, body: Rect) -> Option<Pointable> {
    match (state.screen, &state.trial) {
        (Screen::Training, _) => Some(training::pointable(state, body)),
        (Screen::Trial, Some(used)) => Some(trial::pointable(state, used, body)),
        _ => None,
    }
}

/// The pictures of the state that was drawn into this buffer. One on which something else lies is left out: a menu, a mark, what is
/// looked at.
pub fn pictures(state: &State, buffer: &Buffer) -> Vec<Picture> {
    let area = buffer.area;
    let is_tiny = state.room() == Room::Tiny;
    let has_colours = state.theme.colour && !state.theme.ascii;
    if state.size != (area.width, area.height) || is_tiny || !has_colours {
        return Vec::new();
    }
    let body = layout::parts(state, area).body;
    let Some(pointable) = in_sight(state, body) else {
        return Vec::new();
    };
    let films = pointable
        .shown
        .views
        .iter()
        .filter_map(|(view, area)| match view {
            View::Film(number) => Some((state.training().films.get(*number)?, *area)),
            View::Chart(_) => None,
        });
    let pictures = films.flat_map(|(film, area)| training::pictures(state, film, area));
    pictures.filter(|it| it.is_uncovered(buffer)).collect()
}
