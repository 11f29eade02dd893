//! Tracks: ways through a part of the course, and what comes next on one.

use std::collections::HashSet;

use toml::Spanned;

use super::info::TrackEntry;
use super::{Course, Exercise};
use crate::runner::text;

/// What a learner names who leaves a track: the whole course.
pub const EVERYTHING: &str = "everything";

/// A way through a part of the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// What is typed to choose it: `first-steps`.
    pub name: String,
    /// The heading: `First steps`.
    pub title: String,
    /// What it is about, in one sentence.
    pub about: String,
    /// Its exercises, as positions in the course, in the order of the course.
    pub exercises: Vec<usize>,
    /// Whether learners go through these exercises only, whatever else they need.
    pub closed: bool,
}

impl Track {
    /// A track that was found sound beside the exercises of its course.
    pub(super) fn of(entry: TrackEntry, course: &Course) -> Track {
        let names = |list: Vec<Spanned<String>>| -> HashSet<String> {
            list.into_iter().map(Spanned::into_inner).collect()
        };
        let (chapters, exercises) = (names(entry.chapters), names(entry.exercises));
        let is_in = |it: &Exercise| chapters.contains(&it.chapter) || exercises.contains(&it.name);
        Track {
            name: entry.name.into_inner(),
            title: text::plain(&entry.title),
            about: text::plain(&entry.about),
            exercises: (0..course.exercises.len())
                .filter(|at| is_in(&course.exercises[*at]))
                .collect(),
            closed: entry.closed,
        }
    }
}

impl Course {
    /// The track of that name.
    pub fn track(&self, name: &str) -> Option<&Track> {
        self.tracks.iter().find(|track| track.name == name)
    }

    /// The tracks that the exercise of that name belongs to.
    pub fn tracks_of(&self, name: &str) -> impl Iterator<Item = &Track> {
        let at = self.position(name);
        let has = move |track: &&Track| at.is_some_and(|at| track.exercises.contains(&at));
        self.tracks.iter().filter(has)
    }

    /// How long these exercises take most people; `None` where the author of one does not say.
    pub fn minutes<'e>(&self, exercises: impl IntoIterator<Item = &'e Exercise>) -> Option<u32> {
        exercises.into_iter().map(|exercise| exercise.minutes).sum()
    }

    /// The exercises that a learner goes through on a track, as positions in the course, in the order in which they come:
    /// what an exercise needs from outside the track stands right before it, unless the track is closed. Without a track,
    /// the whole course.
    pub fn route(&self, track: Option<&Track>) -> Vec<usize> {
        let Some(track) = track else {
            return (0..self.exercises.len()).collect();
        };
        if track.closed {
            return track.exercises.clone();
        }
        let mut route = Vec::new();
        for at in &track.exercises {
            self.add_with_needs(*at, &mut route);
        }
        route
    }

    /// Everything that leads to the exercise at this position, and it as the last, as positions in the course.
    pub fn all_before(&self, at: usize) -> Vec<usize> {
        let mut route = Vec::new();
        self.add_with_needs(at, &mut route);
        route
    }

    /// An exercise only needs earlier ones, so this ends.
    fn add_with_needs(&self, at: usize, route: &mut Vec<usize>) {
        if route.contains(&at) {
            return;
        }
        let needs = self.exercises[at].needs.iter();
        let mut needs: Vec<usize> = needs.filter_map(|need| self.position(need)).collect();
        needs.sort_unstable();
        for need in needs {
            self.add_with_needs(need, route);
        }
        route.push(at);
    }

    /// The next open exercise on the route of a track: the first one after `current`, going round, and the first of all
    /// where `current` does not lie on the route. `None` once the whole route is done.
    pub fn next_open(
        &self,
        track: Option<&Track>,
        current: usize,
        is_done: impl Fn(&str) -> bool,
    ) -> Option<usize> {
        let route = self.route(track);
        let here = route.iter().position(|at| *at == current);
        let (before, after) = route.split_at(here.map_or(0, |here| here + 1));
        let is_open = |at: &&usize| !is_done(&self.exercises[**at].name);
        after.iter().chain(before).find(is_open).copied()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// Two branches, `v` and `w`, over a common beginning; `w2` needs what `v1` is.
    const INFO: &str = r#"format = 2
title = "T"
[[chapters]]
name = "a"
title = "A"
[[chapters]]
name = "v"
title = "V"
[[chapters]]
name = "w"
title = "W"
[[exercises]]
name = "a1"
chapter = "a"
teaches = "x"
[[exercises]]
name = "a2"
chapter = "a"
teaches = "x"
[[exercises]]
name = "v1"
chapter = "v"
teaches = "x"
needs = ["a2", "a1"]
[[exercises]]
name = "v2"
chapter = "v"
teaches = "x"
[[exercises]]
name = "w1"
chapter = "w"
teaches = "x"
needs = ["a1"]
[[exercises]]
name = "w2"
chapter = "w"
teaches = "x"
needs = ["v1", "w1"]
[[tracks]]
name = "branch-w"
title = "Branch W"
chapters = ["w"]
[[tracks]]
name = "only-w"
title = "Only W"
chapters = ["w"]
closed = true
[[tracks]]
name = "mixed"
title = "Mixed"
chapters = ["v"]
exercises = ["a1", "v2"]
"#;

    fn course() -> Course {
        Course::parse(Path::new("/c"), INFO).expect("sound")
    }

    fn names(course: &Course, positions: impl IntoIterator<Item = usize>) -> String {
        let names = positions
            .into_iter()
            .map(|at| course.exercises[at].name.as_str());
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_an_exercise_needs_from_outside_its_track_stands_before_it_unless_the_track_is_closed() {
        let course = course();
        let table = [
            (None, "a1 a2 v1 v2 w1 w2"),
            (Some("branch-w"), "a1 w1 a2 v1 w2"),
            (Some("only-w"), "w1 w2"),
            (Some("mixed"), "a1 a2 v1 v2"),
        ];
        for (track, route) in table {
            let found = course.route(track.and_then(|name| course.track(name)));
            assert_eq!(names(&course, found), route, "{track:?}");
        }
    }

    #[test]
    fn the_next_open_exercise_is_the_first_one_that_is_not_done_on_the_route() {
        let course = course();
        // The track, where somebody is, what is done, and what comes next.
        let table = [
            (None, "a1", "", "a2"),
            (None, "w2", "", "a1"),
            (None, "a1", "a2", "v1"),
            (Some("branch-w"), "a1", "a1", "w1"),
            (Some("branch-w"), "w1", "a1 w1", "a2"),
            (Some("branch-w"), "v1", "a1 w1 a2 v1", "w2"),
            // What is done need not be done again, though something before it is open.
            (Some("branch-w"), "w1", "w1 v1 a2", "w2"),
            // Nobody has to stay where they are stuck.
            (Some("branch-w"), "a2", "a1 w1", "v1"),
            // From somewhere else one comes to the beginning.
            (Some("branch-w"), "v2", "", "a1"),
            (Some("branch-w"), "v2", "a1", "w1"),
            (Some("only-w"), "a1", "", "w1"),
            (Some("only-w"), "w1", "w1", "w2"),
            (Some("only-w"), "w2", "w1 w2", ""),
            // The last one that is open comes again.
            (Some("only-w"), "w2", "w1", "w2"),
        ];
        for (track, here, done, next) in table {
            let current = course.position(here).expect("an exercise of the course");
            let done: Vec<&str> = done.split(' ').collect();
            let track = track.and_then(|name| course.track(name));
            let found = course.next_open(track, current, |name| done.contains(&name));
            let name = track.map(|track| track.name.as_str());
            assert_eq!(names(&course, found), next, "{name:?} {here} {done:?}");
        }
    }
}
