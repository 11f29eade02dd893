//! The track that the learner follows.

use super::Session;
use crate::runner::course::{EVERYTHING, Track};
use crate::runner::problem::Problem;
use crate::runner::words::screen::session as words;

impl Session {
    /// The track that is followed; `None` for the whole course.
    pub fn track(&self) -> Option<&Track> {
        let name = self.store.state().track.as_deref()?;
        self.course.track(name)
    }

    /// Follows a track from now on, also after the next start; [`EVERYTHING`] is the whole course. It is followed even
    /// where that cannot be saved.
    pub fn follow(&mut self, name: &str) -> Result<(), Problem> {
        let chosen = self.known_track(name)?.map(|track| track.name.clone());
        if self.store.state().track == chosen {
            return Ok(());
        }
        self.store.change(|state| state.track.clone_from(&chosen))
    }

    /// Goes to the next open exercise of the track, unless the current one is open and lies on its route.
    pub fn go_along(&mut self) -> Result<(), Problem> {
        let route = self.course.route(self.track());
        if route.contains(&self.current) && !self.is_done(&self.current().name) {
            return Ok(());
        }
        match self.next_open().map(|next| next.name.clone()) {
            Some(next) => self.select(&next),
            None => Ok(()),
        }
    }

    /// The track of that name, `None` for the whole course. An unknown name is answered with the nearest one.
    pub fn known_track(&self, name: &str) -> Result<Option<&Track>, Problem> {
        if name == EVERYTHING {
            return Ok(None);
        }
        if let Some(track) = self.course.track(name) {
            return Ok(Some(track));
        }
        let names: Vec<&str> = self
            .course
            .tracks
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        let near = similar::get_close_matches(name, &names, 1, 0.5);
        let next = match near.first() {
            Some(near) => words::did_you_mean(near),
            None => words::list_tracks(EVERYTHING),
        };
        Err(Problem::new(words::no_track(name), next))
    }

    /// The position of the next open exercise.
    pub(super) fn next_after(&self, current: usize) -> Option<usize> {
        self.course
            .next_open(self.track(), current, |name| self.is_done(name))
    }
}
