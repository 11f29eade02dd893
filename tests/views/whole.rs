//! The map with the whole course on it: ninety-four exercises in seventeen chapters, tracks, and pages of chapters.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crossterm::event::KeyCode;
use gradlings::runner::course::Course;
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::{Event, Snapshot};
use gradlings::runner::tui::place::Overlay;
use gradlings::runner::tui::state::State;
use gradlings::runner::tui::update;

use crate::scenes::*;

const INFO: &str = include_str!("../whole_course/info.toml");
const PAGE: &str = include_str!("../../exercises/02_losses/README.md");

/// The map of the whole course and what can lie on it, for the snapshots.
pub const WHOLE: &[Scene] = &[
    ("whole_map", map),
    ("whole_end", end),
    ("whole_branches", branches),
    ("whole_path", path),
    ("whole_found", found),
    ("whole_track", track),
    ("whole_tracks", tracks),
    ("whole_chapter", chapter),
    ("whole_page", page),
];

fn course() -> Arc<Course> {
    Arc::new(Course::parse(Path::new("/course"), INFO).expect("sound"))
}

/// The screen in the middle of the course, right after the start.
pub fn opened(columns: u16, rows: u16) -> State {
    let course = course();
    let at = course.position("momentum").expect("in the course");
    let done: Vec<String> = course.exercises[..at]
        .iter()
        .map(|exercise| exercise.name.clone())
        .filter(|name| name != "autograd" && name != "augment")
        .collect();
    let begun = course.chapters[..4].iter().map(|it| it.name.clone());
    let snapshot = Snapshot {
        current: "momentum".to_owned(),
        next: Some("adam".to_owned()),
        begun: begun.collect(),
        done: done.into_iter().collect(),
        ..Snapshot::default()
    };
    let mut state = State::new(course, snapshot, PLAIN, 7);
    state.size = (columns, rows);
    let effects = update::open(&mut state);
    assert!(effects.contains(&Effect::Pages), "{effects:?}");
    let chapters = ["02_losses", "03_gradient", "04_regularization"];
    let pages = chapters.map(|chapter| (chapter.to_owned(), PAGE.to_owned()));
    send(&mut state, Event::Pages(BTreeMap::from(pages)));
    state
}

pub fn map(columns: u16, rows: u16) -> State {
    let mut state = opened(columns, rows);
    letter(&mut state, 'l');
    state
}

fn end(columns: u16, rows: u16) -> State {
    let mut state = map(columns, rows);
    letter(&mut state, 'G');
    state
}

/// The map at an exercise.
fn at(columns: u16, rows: u16, name: &str) -> State {
    let mut state = map(columns, rows);
    let to = state.course.position(name).expect("in the course");
    press(&mut state, KeyCode::Home);
    for _ in 0..to {
        letter(&mut state, 'j');
    }
    assert_eq!(state.map.selected, to);
    state
}

fn branches(columns: u16, rows: u16) -> State {
    at(columns, rows, "softmax")
}

fn path(columns: u16, rows: u16) -> State {
    let mut state = at(columns, rows, "tiny_gpt");
    letter(&mut state, '4');
    letter(&mut state, 'z');
    state
}

fn found(columns: u16, rows: u16) -> State {
    let mut state = map(columns, rows);
    letter(&mut state, '/');
    "attention"
        .chars()
        .for_each(|it| drop(letter(&mut state, it)));
    state
}

/// What the shell says once a track is followed.
fn followed(state: &mut State, name: &str) {
    let mut snapshot = state.session.clone();
    snapshot.track = Some(name.to_owned());
    send(state, Event::Session(snapshot));
}

fn track(columns: u16, rows: u16) -> State {
    let mut state = map(columns, rows);
    letter(&mut state, 't');
    (0..5).for_each(|_| drop(letter(&mut state, 'j')));
    let effects = press(&mut state, KeyCode::Enter);
    assert_eq!(effects, [Effect::Follow("language-models".to_owned())]);
    followed(&mut state, "language-models");
    state
}

pub fn tracks(columns: u16, rows: u16) -> State {
    let mut state = track(columns, rows);
    letter(&mut state, 't');
    state
}

fn chapter(columns: u16, rows: u16) -> State {
    let mut state = map(columns, rows);
    letter(&mut state, '1');
    state
}

/// The first exercise of a chapter is begun.
pub fn page(columns: u16, rows: u16) -> State {
    let mut state = at(columns, rows, "l2");
    press(&mut state, KeyCode::Enter);
    state
}

#[test]
fn the_selection_stays_in_sight_from_the_first_exercise_to_the_last_at_every_size() {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        let mut state = map(columns, rows);
        press(&mut state, KeyCode::Home);
        for exercise in &course().exercises {
            shows(&state, &[&exercise.name]);
            letter(&mut state, 'j');
        }
        letter(&mut state, 'k');
        shows(&state, &["your_data"]);
    }
}

#[test]
fn the_path_says_what_an_exercise_needs_and_leads_to_however_many_those_are() {
    for exercise in &course().exercises {
        let state = at(120, 40, &exercise.name);
        let pane = text(&state);
        let pane = pane.split("[4] Path").nth(1).expect("the pane");
        let leads = state.course.leads(&exercise.name).count();
        assert!(pane.contains(&exercise.name), "{}:\n{pane}", exercise.name);
        if leads < 4 {
            for lead in state.course.leads(&exercise.name) {
                assert!(
                    pane.contains(&lead.name),
                    "{}: {}\n{pane}",
                    exercise.name,
                    lead.name
                );
            }
        }
        for need in exercise.needs.iter().take(3) {
            assert!(
                pane.contains(need.as_str()),
                "{}: {need}\n{pane}",
                exercise.name
            );
        }
    }
}

#[test]
fn a_track_shows_what_lies_on_it_and_next_goes_along() {
    let mut state = track(120, 40);
    // What comes next on it is selected: `mlp` needs what a network stands on.
    shows(
        &state,
        &[
            "Language models",
            "bpe_train",
            "You go along Language models",
        ],
    );
    hides(&state, &["mnist_cnn", "Speech"]);
    // What is needed from other chapters is on the way.
    shows(&state, &["5 Networks"]);
    // The exercise that is worked on does not lie on it: the map opens at what comes next.
    let mut elsewhere = state.clone();
    elsewhere.session.current = "spectrogram".to_owned();
    letter(&mut elsewhere, 'l');
    press(&mut elsewhere, KeyCode::Esc);
    letter(&mut elsewhere, 'l');
    shows(&elsewhere, &["teaches  bpe train, from its formula"]);
    // Looking for something finds it wherever it is.
    letter(&mut state, '/');
    "mnist".chars().for_each(|it| drop(letter(&mut state, it)));
    shows(&state, &["mnist_cnn"]);
    press(&mut state, KeyCode::Esc);
    // What was found does not lie on the track: something that does is selected again.
    press(&mut state, KeyCode::Enter);
    hides(&state, &["No exercise matches."]);
    letter(&mut state, 'l');
    letter(&mut state, 't');
    shows(
        &state,
        &["Tracks", "The whole course", "First steps", "left"],
    );
    press(&mut state, KeyCode::Home);
    let effects = press(&mut state, KeyCode::Enter);
    assert_eq!(effects, [Effect::Follow("everything".to_owned())]);
    shows(&state, &["You go through the whole course"]);
}

#[test]
fn the_end_of_a_track_is_not_the_end_of_the_course() {
    let mut state = track(120, 40);
    press(&mut state, KeyCode::Esc);
    let mut snapshot = state.session.clone();
    snapshot.done.insert("momentum".to_owned());
    snapshot.next = None;
    send(&mut state, Event::Session(snapshot));
    letter(&mut state, 'n');
    shows(
        &state,
        &["Every exercise of Language models is done; t in the list"],
    );
}

#[test]
fn a_page_stands_before_the_first_exercise_of_a_chapter_once_and_one_key_or_a_save_goes_on() {
    let save = Event::Saved {
        path: "/course/exercises/04_regularization/l2.rs".into(),
        text: None,
    };
    type GoOn<'a> = (&'static str, &'a dyn Fn(&mut State));
    let go_on: [GoOn<'_>; 5] = [
        // It is the key that asks for a reset, and asks.
        ("a key of the screen underneath", &|state| {
            letter(state, 'x');
            shows(state, &["Put l2 back to its original?"]);
            letter(state, 'n');
        }),
        ("Enter", &|state| drop(press(state, KeyCode::Enter))),
        ("Space", &|state| drop(letter(state, ' '))),
        ("Esc", &|state| drop(press(state, KeyCode::Esc))),
        ("a save", &|state| drop(send(state, save.clone()))),
    ];
    for (what, go_on) in go_on {
        for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
            let mut state = page(columns, rows);
            assert_eq!(state.overlay, Some(Overlay::Page), "{what}");
            assert!(state.run.is_running(), "{what}: the check does not wait");
            shows(&state, &["Losses"]);
            go_on(&mut state);
            assert_eq!(state.overlay, None, "{what}");
            assert_eq!(state.session.current, "l2");
            // The next exercise of the chapter comes without it, and so does the first one again.
            for _ in 0..2 {
                letter(&mut state, 'l');
                letter(&mut state, 'j');
                press(&mut state, KeyCode::Enter);
                assert_eq!(state.overlay, None, "{what}");
            }
        }
    }
}

#[test]
fn no_page_comes_where_the_chapter_was_begun_or_has_none() {
    // `momentum` is in a chapter that was begun.
    assert_eq!(opened(120, 40).overlay, None);
    let mut state = at(120, 40, "linear");
    press(&mut state, KeyCode::Enter);
    assert_eq!(state.overlay, None);
    letter(&mut state, 'w');
    shows(&state, &["This chapter has no page."]);
    // On request it comes, and what info.toml says stands for it on the map.
    let mut state = at(120, 40, "mse");
    letter(&mut state, 'w');
    shows(
        &state,
        &["Chapter 2: Losses", "Enter goes back to the list."],
    );
    let mut state = at(120, 40, "linear");
    letter(&mut state, '1');
    shows(
        &state,
        &["[3] Chapter", "Layers, and what keeps signals alive"],
    );
}
