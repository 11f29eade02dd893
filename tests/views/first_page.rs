//! The first page: seen once, and gone with any key.

use crossterm::event::KeyCode;
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::{Event, Snapshot};
use gradlings::runner::tui::place::{Overlay, Screen};
use gradlings::runner::tui::state::State;
use gradlings::runner::tui::update;

use crate::scenes::*;

/// This page, for the snapshots.
pub const FIRST: &[Scene] = &[("first_page", first_page)];

/// The screen of somebody who has never been here.
pub fn first_page(columns: u16, rows: u16) -> State {
    let snapshot = Snapshot {
        current: "hello_tensor".to_owned(),
        next: Some("mse".to_owned()),
        new: true,
        ..Snapshot::default()
    };
    let mut course = (*course()).clone();
    course.welcome = "Deep learning, one *small* function at a time.".to_owned();
    let mut state = State::new(course.into(), snapshot, PLAIN, 7);
    state.size = (columns, rows);
    let effects = update::open(&mut state);
    assert!(effects.contains(&Effect::Welcomed), "{effects:?}");
    let page = ("00_start".to_owned(), "# Why tensors".to_owned());
    send(&mut state, Event::Pages([page].into()));
    state
}

#[test]
fn it_says_what_this_is_how_to_begin_and_three_keys() {
    for (columns, rows) in [(120, 40), (100, 30), (80, 24)] {
        let state = first_page(columns, rows);
        shows(
            &state,
            &[
                "Deep learning, one small function at a time.",
                "exercises/00_start/hello_tensor.rs",
                "e    opens the file in your editor",
                "h    gives you a hint",
                "?    lists all keys",
                "Any key goes on.",
            ],
        );
    }
    shows(&first_page(40, 12), &["Deep learning, one small"]);
}

#[test]
fn any_key_goes_on_to_the_page_of_the_chapter_and_a_key_of_the_screen_does_its_work() {
    // The key, and what lies on top after it.
    let table = [
        (KeyCode::Enter, Some(Overlay::Page)),
        (KeyCode::Esc, Some(Overlay::Page)),
        (KeyCode::F(9), Some(Overlay::Page)),
        (KeyCode::Char('ü'), Some(Overlay::Page)),
        (KeyCode::Char('j'), Some(Overlay::Page)),
        (KeyCode::Char('n'), Some(Overlay::Page)),
        (KeyCode::Char('?'), Some(Overlay::Help)),
        (KeyCode::Char('l'), None),
    ];
    for (key, on_top) in table {
        let mut state = first_page(120, 40);
        press(&mut state, key);
        assert_eq!(state.overlay, on_top, "{key:?}");
        let on_map = key == KeyCode::Char('l');
        assert_eq!(state.screen == Screen::Map, on_map, "{key:?}");
    }
    let mut state = first_page(120, 40);
    assert_eq!(letter(&mut state, 'q'), []);
    assert!(matches!(state.overlay, Some(Overlay::Confirm(_))));
}

#[test]
fn pages_that_are_read_for_the_map_put_none_over_it() {
    let mut state = first_page(120, 40);
    letter(&mut state, 'l');
    let page = ("00_start".to_owned(), "# Why tensors".to_owned());
    send(&mut state, Event::Pages([page].into()));
    assert_eq!((state.screen, state.overlay), (Screen::Map, None));
}

#[test]
fn where_it_does_not_fit_it_can_be_scrolled() {
    let mut state = first_page(40, 12);
    hides(&state, &["Any key goes on."]);
    press(&mut state, KeyCode::End);
    shows(&state, &["Any key goes on."]);
    press(&mut state, KeyCode::F(9));
    hides(&state, &["Any key goes on."]);
}

#[test]
fn a_save_takes_it_away_and_it_does_not_come_back() {
    let mut state = first_page(120, 40);
    let path = "/course/exercises/00_start/hello_tensor.rs".into();
    send(&mut state, Event::Saved { path, text: None });
    assert_eq!(state.overlay, None);
    let snapshot = Snapshot {
        current: "hello_tensor".to_owned(),
        ..Snapshot::default()
    };
    let mut again = State::new(course(), snapshot, PLAIN, 7);
    let effects = update::open(&mut again);
    assert!(!effects.contains(&Effect::Welcomed));
    assert_eq!(again.overlay, None);
}
