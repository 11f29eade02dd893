//! The course map: which exercises are shown, and which one is selected.

use std::collections::HashSet;

use crate::runner::course::{Chapter, Course, Exercise, Track};
use crate::runner::tui::event::Snapshot;
use crate::runner::tui::place::Pane;

/// The state of the course map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// What was typed to narrow the list.
    pub filter: String,
    /// Whether keys go into the filter.
    pub typing: bool,
    /// The exercise that was selected before something was typed.
    pub before: Option<usize>,
    /// The position in the course of the selected exercise.
    pub selected: usize,
    /// Whether the preview is shown where there is room for one pane only.
    pub preview: bool,
    /// Which exercises are in the list at all.
    pub show: Show,
    /// The pane that the keys move in, where there are several.
    pub focus: Focus,
    /// The exercises that are done: what is shown depends on it.
    pub done: HashSet<String>,
    /// The track that is followed: what is shown depends on it.
    pub track: Option<String>,
    /// The track that is selected among the tracks: 0 is the whole course.
    pub choice: usize,
}

/// Which exercises are in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Every one.
    #[default]
    All,
    /// What is to do.
    Todo,
    /// What is done.
    Done,
}

/// The pane of the course map that the keys move in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus(pub Pane);

impl Default for Focus {
    fn default() -> Focus {
        Focus(Pane::List)
    }
}

impl Map {
    /// The map at the current exercise, or at the next open one where the current one does not lie on the track.
    pub fn at(course: &Course, session: &Snapshot) -> Map {
        let mut map = Map {
            done: session.done.clone(),
            track: session.track.clone(),
            selected: course.position(&session.current).unwrap_or(0),
            ..Map::default()
        };
        if map.leaves_out(course, &session.current) {
            let is_done = |name: &str| session.done.contains(name);
            let next = course.next_open(map.track(course), map.selected, is_done);
            map.selected = next.unwrap_or(map.selected);
        }
        map.settle(course);
        map
    }

    /// The track that is followed.
    pub fn track<'c>(&self, course: &'c Course) -> Option<&'c Track> {
        course.track(self.track.as_deref()?)
    }

    /// The exercises of the track with what they need, as positions in the order of the course.
    pub fn route(&self, course: &Course) -> Vec<usize> {
        let mut route = course.route(self.track(course));
        route.sort_unstable();
        route
    }

    /// Whether the exercise does not lie on the track.
    pub fn leaves_out(&self, course: &Course, name: &str) -> bool {
        let at = course.position(name);
        at.is_some_and(|at| !self.route(course).contains(&at))
    }

    /// The positions in the course of the exercises that match the filter: of those on the track, or, where something is
    /// looked for, of all.
    pub fn shown(&self, course: &Course) -> Vec<usize> {
        let wanted = self.filter.to_lowercase();
        let matches = |exercise: &Exercise| {
            let chapter = course
                .chapters
                .iter()
                .find(|chapter| chapter.name == exercise.chapter);
            let done = self.done.contains(&exercise.name);
            let in_list = match self.show {
                Show::All => true,
                Show::Todo => !done,
                Show::Done => done,
            };
            if !in_list {
                return false;
            }
            wanted.is_empty()
                || exercise.name.contains(&wanted)
                || exercise.teaches.to_lowercase().contains(&wanted)
                || chapter.is_some_and(|chapter| chapter.title.to_lowercase().contains(&wanted))
        };
        let among = match wanted.is_empty() {
            true => self.route(course),
            false => (0..course.exercises.len()).collect(),
        };
        among
            .into_iter()
            .filter(|at| matches(&course.exercises[*at]))
            .collect()
    }

    /// Moves the selection within what is shown.
    pub fn step(&mut self, course: &Course, by: isize) {
        let shown = self.shown(course);
        let at = shown
            .iter()
            .position(|at| *at == self.selected)
            .unwrap_or(0);
        let to = at
            .saturating_add_signed(by)
            .min(shown.len().saturating_sub(1));
        if let Some(position) = shown.get(to) {
            self.selected = *position;
        }
    }

    /// Moves the selection to the first exercise of this chapter that is shown.
    pub fn select_chapter(&mut self, course: &Course, chapter: &str) {
        let shown = self.shown(course);
        let first = shown
            .into_iter()
            .find(|at| course.exercises[*at].chapter == chapter);
        if let Some(first) = first {
            self.selected = first;
        }
    }

    /// Moves the selection to the first exercise of the chapter before or after.
    pub fn step_chapter(&mut self, course: &Course, forward: bool) {
        let shown = self.shown(course);
        let chapter = |at: usize| course.exercises[at].chapter.as_str();
        let mut firsts: Vec<usize> = Vec::new();
        for at in shown {
            if firsts
                .last()
                .is_none_or(|last| chapter(*last) != chapter(at))
            {
                firsts.push(at);
            }
        }
        let here = firsts
            .iter()
            .position(|first| chapter(*first) == chapter(self.selected))
            .unwrap_or(0);
        let to = if forward {
            (here + 1).min(firsts.len().saturating_sub(1))
        } else {
            here.saturating_sub(1)
        };
        if let Some(first) = firsts.get(to) {
            self.selected = *first;
        }
    }

    /// Keeps the selection on something that is shown.
    pub fn settle(&mut self, course: &Course) {
        let shown = self.shown(course);
        if !shown.contains(&self.selected)
            && let Some(first) = shown.first()
        {
            self.selected = *first;
        }
    }

    /// Whether nothing is left out and this exercise is selected.
    pub fn is_at(&self, course: &Course, name: &str) -> bool {
        self.show == Show::All
            && self.filter.is_empty()
            && course.position(name) == Some(self.selected)
    }

    /// The exercise that is selected, if any is shown.
    pub fn exercise<'c>(&self, course: &'c Course) -> Option<&'c Exercise> {
        self.shown(course)
            .contains(&self.selected)
            .then(|| &course.exercises[self.selected])
    }
}

/// The number of a chapter: the one its folder begins with, else its position.
pub fn chapter_number(course: &Course, chapter: &Chapter) -> usize {
    let digits: String = chapter
        .name
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap_or_else(|_| {
        course
            .chapters
            .iter()
            .position(|known| known.name == chapter.name)
            .map_or(0, |at| at + 1)
    })
}

/// `2.3`: the chapter of an exercise, and its position in it.
pub fn number(course: &Course, exercise: &Exercise) -> String {
    let chapter = course
        .chapters
        .iter()
        .find(|chapter| chapter.name == exercise.chapter)
        .map_or(0, |chapter| chapter_number(course, chapter));
    let within = course
        .exercises
        .iter()
        .filter(|other| other.chapter == exercise.chapter)
        .position(|other| other.name == exercise.name)
        .map_or(0, |at| at + 1);
    format!("{chapter}.{within}")
}
