//! The pictures of a show: each kind, at each size, and played step by step.

use std::time::Duration;

use crossterm::event::KeyCode;
use gradlings::report::{Drawing, Frame, Report, Text};
use gradlings::runner::event::CheckEvent;
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::place::Screen;
use gradlings::runner::tui::state::State;
use gradlings::runner::tui::view;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::scenes::*;
use crate::trainings::{pictures, played};

/// Words of each picture at its last step, in 120 columns and in 80.
const SAYS: &[(&str, &[&str])] = &[
    (
        "a valley",
        &[
            "rate 0.1 off the map",
            "the darker, the lower the loss",
            "slope",
            "bias",
        ],
    ),
    (
        "a line",
        &[
            "step 2 (3 of 3): y = 2.5000 x + 0.5000",
            "each dot is a pair of numbers",
        ],
    ),
    (
        "weights",
        &["67 % are zero (2 of 3)", "zero is in the middle"],
    ),
    (
        "attention",
        &["step 2 (3 of 3)", "its colour says how large"],
    ),
    ("dropout", &["100 % dropped", "an empty one was dropped"]),
    (
        "what it says",
        &["99.4 % right; most often 4 is taken for 7 (5 times)", "90"],
    ),
    ("probabilities", &["cat", "a dog", "NaN"]),
    (
        "edges",
        &[
            "the output so far",
            "row 2, column 2: ",
            "your output there: 2.4",
        ],
    ),
];

#[test]
fn every_kind_of_picture_says_what_it_shows_and_what_there_is_to_read() {
    for (number, (title, says)) in SAYS.iter().enumerate() {
        assert_eq!(pictures()[number].0, *title);
        for (columns, rows) in [(120, 40), (80, 24)] {
            let state = showing(number, columns, rows);
            shows(&state, &[title]);
            shows(&state, says);
        }
    }
}

/// The size of each picture that a terminal could show pixel by pixel.
fn in_pixels(state: &State) -> Vec<(usize, usize)> {
    let area = Rect::new(0, 0, state.size.0, state.size.1);
    let mut buffer = Buffer::empty(area);
    view::draw(state, area, &mut buffer);
    let pictures = view::pictures(state, &buffer);
    pictures.iter().map(|it| (it.width, it.height)).collect()
}

#[test]
fn pixels_are_there_as_long_as_nothing_lies_over_them() {
    let attention = SAYS.iter().position(|it| it.0 == "attention");
    let attention = attention.expect("it is one of them");
    for (columns, rows) in [(120, 40), (80, 24)] {
        let mut state = showing(attention, columns, rows);
        assert_eq!(in_pixels(&state), [(6, 6)]);
        letter(&mut state, '?');
        assert_eq!(in_pixels(&state), [], "under the help");
        press(&mut state, KeyCode::Esc);
        assert_eq!(in_pixels(&state), [(6, 6)]);
        press(&mut state, KeyCode::Esc);
        assert_eq!(in_pixels(&state), [], "on another page");
    }
    let mut plain = showing(attention, 120, 40);
    plain.theme.colour = false;
    assert_eq!(in_pixels(&plain), [], "without colours");
    assert_eq!(in_pixels(&showing(attention, 40, 12)), [], "told in words");
}

#[test]
fn what_is_marked_stays_in_cells() {
    // The paths on the surface, and where the kernel is.
    for title in ["a valley", "edges"] {
        let number = SAYS.iter().position(|it| it.0 == title);
        let state = showing(number.expect("it is one of them"), 120, 40);
        let shown = in_pixels(&state);
        assert!(shown.len() < 3, "{title}: {shown:?}");
    }
}

#[test]
fn every_kind_of_picture_is_drawn_in_ascii_and_without_colours() {
    for (number, (title, _)) in SAYS.iter().enumerate() {
        let mut state = showing(number, 80, 24);
        state.theme.ascii = true;
        state.theme.colour = false;
        let drawn = text(&state);
        assert!(drawn.is_ascii(), "{drawn}");
        shows(&state, &[title]);
    }
}

#[test]
fn a_text_grows_shows_its_end_and_each_checkpoint_can_be_looked_at() {
    let long: String = (0..200).map(|line| format!("line {line}\n")).collect();
    let written = ["eee t aoe", "床前明月光，\u{1b}[31m\n疑是地上霜。", &long];
    let frames = written.map(|text| {
        let text = text.to_owned();
        Drawing::Text(Text { text })
    });
    for (columns, rows) in [(120, 40), (80, 24)] {
        let mut state = played("what it writes", frames.to_vec(), columns, rows);
        shows(&state, &["line 199"]);
        hides(&state, &["line 3 "]);
        press(&mut state, KeyCode::Home);
        shows(&state, &["eee t aoe"]);
        press(&mut state, KeyCode::Right);
        // Each of these is two columns wide.
        shows(&state, &["床 前 明 月 光", "疑 是 地 上 霜"]);
        hides(&state, &["[31m", "eee"]);
    }
    shows(
        &played("what it writes", frames.to_vec(), 120, 40),
        &["step 2 (3 of 3)", "of a long one, the end"],
    );
}

#[test]
fn the_end_of_a_text_is_shown_where_there_is_no_room_for_a_picture() {
    let long: String = (0..200).map(|line| format!("line {line}\n")).collect();
    let written = |text: &str| {
        let text = text.to_owned();
        vec![Drawing::Text(Text { text })]
    };
    let state = played("what it writes", written(&long), 40, 12);
    shows(&state, &["what it writes:", "line 198", "line 199"]);
    hides(&state, &["characters", "line 3 ", "larger terminal"]);
    // It stands under the curves, which have their rows in any case.
    let mut state = opened(40, 12);
    check(&mut state, running("train", 1, 1));
    for step in 0..3 {
        send(&mut state, Event::Clock(Duration::from_millis(400 * step)));
        for series in ["a", "b", "c"] {
            metric(&mut state, series, step, 0.5);
        }
    }
    check(
        &mut state,
        CheckEvent::Report(Report::Frame(Frame {
            title: "what it writes".to_owned(),
            step: None,
            drawing: written(&long).remove(0),
        })),
    );
    shows(&state, &["a ", "b ", "c ", "what it writes:", "line 199"]);
    hides(&state, &["line 3 ", "…"]);
    // It comes before what can only be counted.
    let mut state = opened(40, 12);
    check(&mut state, running("train", 1, 1));
    let valley = pictures().remove(0).1;
    let frames = valley.into_iter().map(|drawing| ("a valley", drawing));
    let text = ("what it writes", written(&long).remove(0));
    for (title, drawing) in frames.chain([text]) {
        let (title, step) = (title.to_owned(), Some(0));
        let frame = Frame {
            title,
            step,
            drawing,
        };
        check(&mut state, CheckEvent::Report(Report::Frame(frame)));
    }
    state.screen = Screen::Training;
    shows(&state, &["what it writes:", "line 198", "line 199"]);
    hides(&state, &["line 197"]);
}

#[test]
fn the_path_grows_step_by_step_and_the_arrow_keys_go_through_it() {
    let mut state = showing(0, 120, 40);
    for (key, says) in [
        (KeyCode::Home, "step 0 (1 of 3)"),
        (KeyCode::Right, "step 1 (2 of 3)"),
        (KeyCode::Left, "step 0 (1 of 3)"),
        (KeyCode::End, "step 2 (3 of 3)"),
    ] {
        press(&mut state, key);
        shows(&state, &[says]);
    }
    press(&mut state, KeyCode::Home);
    shows(&state, &["rate 0.1 loss about 1.22"]);
    hides(&state, &["off the map"]);
}

#[test]
fn space_plays_from_the_beginning_and_stops_at_the_end() {
    let mut state = showing(0, 120, 40);
    letter(&mut state, ' ');
    shows(&state, &["step 0 (1 of 3)", "Space pause"]);
    let mut seen = Vec::new();
    for tenths in 1..50 {
        send(
            &mut state,
            Event::Clock(Duration::from_millis(100 * tenths)),
        );
        seen.push(moment(&state));
    }
    seen.dedup();
    assert_eq!(seen, ["step 0", "step 1", "step 2"]);
    assert_eq!(
        state.charts.playing, None,
        "a replay that is over costs nothing"
    );
    shows(&state, &["Space play"]);
}

fn moment(state: &State) -> String {
    let text = text(state);
    let at = text.find("step ").expect("a moment");
    text[at..at + 6].to_owned()
}

#[test]
fn space_pauses_a_replay_where_it_is() {
    let mut state = showing(2, 120, 40);
    letter(&mut state, ' ');
    letter(&mut state, ' ');
    send(&mut state, Event::Clock(Duration::from_secs(9)));
    shows(&state, &["step 0 (1 of 3)", "Space play"]);
}

#[test]
fn a_convolution_is_played_position_by_position() {
    let mut state = showing(7, 120, 40);
    press(&mut state, KeyCode::Home);
    shows(
        &state,
        &["row 0, column 0: 0*-4 + 0.04*-3", "step 0 (1 of 9)"],
    );
    press(&mut state, KeyCode::Right);
    shows(&state, &["row 0, column 1: "]);
}

#[test]
fn several_pictures_stand_side_by_side_and_tab_goes_to_the_others() {
    let mut state = shown(120, 40);
    shows(
        &state,
        &[
            "[2] a valley",
            "[3] a line",
            "[4] weights",
            "Tab: 5 more pictures",
        ],
    );
    letter(&mut state, '5');
    shows(
        &state,
        &["[5] attention", "[6] dropout", "[7] what it says"],
    );
    letter(&mut state, 'z');
    shows(&state, &["[5] attention"]);
    hides(&state, &["[6] dropout", "Metrics"]);
    press(&mut state, KeyCode::Esc);
    shows(&state, &["[6] dropout", "Metrics"]);
}

#[test]
fn the_cursor_reads_the_curve_that_the_brackets_choose() {
    let mut state = shown(120, 40);
    press(&mut state, KeyCode::Home);
    shows(&state, &["at step 0: 1.0000"]);
    letter(&mut state, ']');
    shows(&state, &["at step 0: 1.5000"]);
    press(&mut state, KeyCode::Right);
    shows(&state, &["at step 1: 0.7500"]);
}

#[test]
fn a_curve_is_looked_at_nearer_smoother_and_over_time() {
    let mut state = training(120, 40);
    shows(&state, &["step 299"]);
    letter(&mut state, '+');
    shows(&state, &["149", "step 299"]);
    letter(&mut state, '-');
    letter(&mut state, 'm');
    shows(&state, &["Loss (smooth 0.6)"]);
    letter(&mut state, 'x');
    hides(&state, &["step 299"]);
    shows(&state, &[" s "]);
    letter(&mut state, 'o');
    hides(&state, &["·· reference ─", "·· reference │"]);
}

#[test]
fn space_stops_only_the_drawing_of_a_training_that_goes_on() {
    let mut state = training(120, 40);
    letter(&mut state, ' ');
    metric(&mut state, "accuracy", 181, 0.5);
    shows(
        &state,
        &["0.8844", "The drawing is paused; the training goes on."],
    );
    letter(&mut state, ' ');
    shows(&state, &["0.5000"]);
    hides(&state, &["The drawing is paused"]);
}

#[test]
fn t_plays_the_show_of_an_exercise_that_does_not_train() {
    let mut state = showing(0, 120, 40);
    press(&mut state, KeyCode::Esc);
    letter(&mut state, 't');
    shows(&state, &["step 0 (1 of 3)"]);
    assert!(state.charts.playing.is_some());
}
