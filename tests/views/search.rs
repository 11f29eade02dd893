//! Finding words in a pane.

use std::time::Duration;

use crossterm::event::KeyCode;
use gradlings::runner::event::CheckEvent;
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::keys::Context;
use gradlings::runner::tui::place::{Overlay, Pane, Screen};
use gradlings::runner::tui::state::State;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::scenes::*;
use crate::whole;

/// These states, each with a name.
pub const SEARCHES: &[Scene] = &[
    ("search_typing", typing),
    ("search_standing", standing),
    ("search_nothing", |columns, rows| {
        let mut state = failed(columns, rows);
        types(&mut state, "/qqq");
        state
    }),
    ("search_in_help", |columns, rows| {
        let mut state = help(columns, rows);
        types(&mut state, "/pane");
        state
    }),
];

/// Words that stand in a lesson several times, as they are typed.
pub fn typing(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    types(&mut state, "1/one");
    state
}

/// The same words, once they stand.
pub fn standing(columns: u16, rows: u16) -> State {
    let mut state = typing(columns, rows);
    press(&mut state, KeyCode::Enter);
    state
}

fn types(state: &mut State, text: &str) {
    text.chars().for_each(|it| drop(letter(state, it)));
}

/// What is marked on the screen, and the part of it that was gone to.
fn marked(state: &State) -> (String, String) {
    let area = Rect::new(0, 0, state.size.0, state.size.1);
    let mut buffer = Buffer::empty(area);
    gradlings::runner::tui::view::draw(state, area, &mut buffer);
    let of = |wanted: Modifier| {
        let cells = buffer.content.iter();
        let cells = cells.filter(|cell| cell.modifier.contains(wanted));
        cells.map(|cell| cell.symbol()).collect::<String>()
    };
    let here = Modifier::UNDERLINED | Modifier::REVERSED;
    (of(Modifier::UNDERLINED), of(here))
}

#[test]
fn words_are_marked_while_they_are_typed_and_two_keys_go_from_one_to_the_next() {
    for (columns, rows) in [(120, 40), (80, 24)] {
        let mut state = typing(columns, rows);
        shows(&state, &["/ one_   match 1 of 2"]);
        assert_eq!(marked(&state), ("oneone".to_owned(), "one".to_owned()));
        press(&mut state, KeyCode::Enter);
        shows(
            &state,
            &["/ one   match 1 of 2", "n next match  N previous"],
        );
        letter(&mut state, 'n');
        shows(&state, &["match 2 of 2"]);
        letter(&mut state, 'n');
        shows(&state, &["match 1 of 2"]);
        letter(&mut state, 'N');
        shows(&state, &["match 2 of 2"]);
        // All other keys are those of the screen.
        letter(&mut state, '2');
        assert_eq!(state.watched(), Pane::Checks);
        press(&mut state, KeyCode::Esc);
        assert_eq!(marked(&state), (String::new(), String::new()));
    }
}

#[test]
fn n_goes_to_the_next_exercise_again_once_no_search_stands() {
    let mut state = passed(120, 40);
    types(&mut state, "/one");
    press(&mut state, KeyCode::Enter);
    assert_eq!(letter(&mut state, 'n'), []);
    assert_eq!(state.session.current, "cross_entropy");
    press(&mut state, KeyCode::Esc);
    assert!(!letter(&mut state, 'n').is_empty());
    assert_eq!(state.session.current, "conv2d");
}

#[test]
fn escape_goes_back_to_where_one_was() {
    let mut state = whole::page(100, 28);
    letter(&mut state, 'j');
    let before = text(&state);
    types(&mut state, "/takes about");
    assert_ne!(text(&state), before, "the end of the page is in sight");
    shows(&state, &["match 1 of 1", "takes about"]);
    press(&mut state, KeyCode::Esc);
    assert_eq!(text(&state), before);
    assert_eq!(state.overlay, Some(Overlay::Page));
    // Where nothing was found one is where one was, too.
    types(&mut state, "/qqq");
    press(&mut state, KeyCode::Enter);
    shows(&state, &["qqq   nothing matches"]);
    letter(&mut state, 'n');
    shows(&state, &["This pane does not have these words."]);
    // In the list too.
    let mut state = map(120, 40);
    press(&mut state, KeyCode::Home);
    types(&mut state, "/convol");
    shows(&state, &["7.1 conv2d"]);
    press(&mut state, KeyCode::Esc);
    assert_eq!((state.screen, state.map.selected), (Screen::Map, 0));
}

#[test]
fn every_pane_of_text_can_be_searched_and_a_list_goes_to_the_row() {
    // The keys that lead there, from which state; what is looked for, and in which pane.
    type Row<'a> = (&'a str, fn(u16, u16) -> State, &'a str, Pane);
    let table: [Row<'_>; 9] = [
        ("3", failed, "labels", Pane::Numbers),
        ("4", failed, "unused", Pane::Compiler),
        ("5", failed, "logits", Pane::Output),
        ("", solution, "log_softmax", Pane::Solution),
        ("2", solution, "log_softmax", Pane::Difference),
        ("", all, "cross", Pane::All),
        ("2", attempts, "same text", Pane::Changes),
        ("3", map, "exp-normalise", Pane::Preview),
        ("?", failed, "editor", Pane::Help),
    ];
    for (keys, make, words, pane) in table {
        let mut state = make(120, 40);
        types(&mut state, keys);
        letter(&mut state, '/');
        assert_eq!(Context::of(&state), Context::Search, "{words}");
        types(&mut state, words);
        assert_eq!(state.search.as_ref().map(|it| it.pane), Some(pane));
        shows(&state, &[&format!("{words}_   match 1 of ")]);
    }
    let mut state = all(120, 40);
    types(&mut state, "/cross");
    assert_eq!(state.all.as_ref().and_then(|all| all.selected), Some(2));
}

#[test]
fn a_search_ends_where_its_pane_does() {
    let mut state = standing(120, 40);
    letter(&mut state, 'l');
    assert_eq!(Context::of(&state), Context::Map);
    press(&mut state, KeyCode::Esc);
    assert_eq!(Context::of(&state), Context::Found);
}

#[test]
fn what_a_check_does_meanwhile_does_not_take_the_pane_away() {
    let mut state = opened(80, 24);
    types(&mut state, "/one");
    press(&mut state, KeyCode::Enter);
    let package = "dfdx".to_owned();
    let (done, of, spent) = (1, 9, Duration::ZERO);
    check(
        &mut state,
        CheckEvent::Compiled {
            done,
            of,
            package,
            spent,
        },
    );
    assert_eq!(state.watched(), Pane::Lesson);
    letter(&mut state, 'n');
    shows(&state, &["match 2 of 2"]);
    // A save wants its verdict: the search does not stand where its pane is not.
    let path = "/course/exercises/02_losses/cross_entropy.rs".into();
    send(&mut state, Event::Saved { path, text: None });
    let package = "dfdx".to_owned();
    check(
        &mut state,
        CheckEvent::Compiled {
            done,
            of,
            package,
            spent,
        },
    );
    assert_eq!(Context::of(&state), Context::Watch);
    // Whoever leaves the line has the pane that comes to the front by itself.
    let mut state = opened(80, 24);
    types(&mut state, "/one");
    press(&mut state, KeyCode::Esc);
    assert_eq!(state.panes.chosen, None);
}
