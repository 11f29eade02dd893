//! What a line of the screen has to say, at the size where it used to be cut.

use std::sync::Arc;
use std::time::Duration;

use crossterm::event::KeyCode;
use gradlings::runner::event::CheckEvent;
use gradlings::runner::outcome::{CheckState, Verdict};
use gradlings::runner::session::Practice;
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::place::Pane;
use gradlings::runner::tui::state::State;
use gradlings::runner::words::screen::editors;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use crate::scenes::*;

/// The cells of a row of the screen.
fn drawn(state: &State) -> Buffer {
    let area = Rect::new(0, 0, state.size.0, state.size.1);
    let mut buffer = Buffer::empty(area);
    gradlings::runner::tui::view::draw(state, area, &mut buffer);
    buffer
}

#[test]
fn a_hundred_columns_name_the_file_of_the_exercise() {
    for make in [failed, broken, passed, opened] as [fn(u16, u16) -> State; 4] {
        let state = make(100, 30);
        shows(&state, &["exercises/02_losses/cross_entropy.rs"]);
    }
    shows(&failed(120, 40), &["built 0.21 s, ran 0.01 s"]);
}

#[test]
fn without_an_editor_it_is_said_what_to_type_at_every_width() {
    let text = editors::none_named("exercises/02_losses/cross_entropy.rs");
    for (columns, rows) in [(120, 40), (100, 30), (80, 24), (40, 12), (30, 8)] {
        let mut state = failed(columns, rows);
        send(&mut state, Event::Failed(text.clone()));
        let screen: String = crate::scenes::text(&state).split_whitespace().collect();
        for part in ["exportEDITOR=nano", "startagain.", "cross_entropy.rs"] {
            assert!(
                screen.contains(part),
                "{columns}x{rows}:\n{}",
                crate::scenes::text(&state)
            );
        }
        letter(&mut state, 'j');
        hides(&state, &["EDITOR"]);
    }
}

#[test]
fn what_fails_is_in_the_status_line_beside_what_is_not_written_yet() {
    let mut state = opened(120, 40);
    let checks = vec![judged("softmax", CheckState::Todo, 0), failing()];
    let finished = CheckEvent::Finished(outcome(Verdict::Todo, checks));
    check(&mut state, finished);
    shows(
        &state,
        &[
            "1 of 2 checks fails, and todo!() is still there",
            SENTENCE_BEGINS,
        ],
    );
}

const SENTENCE_BEGINS: &str = "You added the losses of the batch";

#[test]
fn the_check_of_all_names_the_exercise_that_a_key_goes_on_to() {
    let mut state = all(120, 40);
    hides(&state, &["n goes on to"]);
    for verdict in [Verdict::Passed, Verdict::Failed] {
        let all = state.all.as_ref().expect("checking all");
        let (run, at) = (all.run, all.at.expect("still checking"));
        let mut finished = outcome(verdict, Vec::new());
        finished.name.clone_from(&all.rows[at].name);
        check_of(&mut state, run, CheckEvent::Finished(finished));
    }
    shows(&state, &["5 of 5 checked", "n goes on to cross_entropy"]);
    let mut snapshot = state.session.clone();
    snapshot.done.insert("cross_entropy".to_owned());
    send(&mut state, Event::Session(snapshot));
    shows(&state, &["n goes on to conv2d"]);
    let effects = letter(&mut state, 'n');
    assert_eq!(effects[0], Effect::Select("conv2d".to_owned()));
}

#[test]
fn times_say_their_unit() {
    let mut state = failed(120, 40);
    let mut snapshot = state.session.clone();
    let practice = Practice {
        seconds: 4_100,
        tries: 11,
    };
    snapshot.practice.insert("mse".to_owned(), practice);
    send(&mut state, Event::Session(snapshot));
    letter(&mut state, 'l');
    shows(&state, &["68 min"]);
    hides(&state, &["1:08"]);
    let mut state = training(120, 40);
    send(&mut state, Event::Clock(Duration::from_secs(9)));
    letter(&mut state, 'x');
    shows(&state, &["0.0 s"]);
}

#[test]
fn the_selected_attempt_is_one_bar() {
    let state = attempts(120, 40);
    let buffer = drawn(&state);
    let bar: Vec<u16> = (0..60)
        .filter(|column| buffer[(*column, 2)].modifier.contains(Modifier::REVERSED))
        .collect();
    assert_eq!(bar, (2..58).collect::<Vec<u16>>());
    let inks: Vec<Color> = bar.iter().map(|column| buffer[(*column, 2)].fg).collect();
    assert!(inks.iter().all(|ink| *ink == Color::Reset), "{inks:?}");
}

#[test]
fn code_in_a_sentence_is_drawn_as_code_wherever_it_stands() {
    let mut state = failed(120, 40);
    letter(&mut state, 's');
    shows(
        &state,
        &["s shows the solution once this exercise has passed."],
    );
    let row = state.size.1 - 2;
    let buffer = drawn(&state);
    assert_eq!(buffer[(3, row)].symbol(), "s");
    assert_eq!(buffer[(3, row)].fg, Color::Magenta);
    assert_ne!(buffer[(5, row)].fg, Color::Magenta);
    state.theme.colour = false;
    shows(&state, &["`s` shows the solution"]);
    for (name, make) in crate::states::every() {
        // What rustc says is its own, and so is what a person types.
        if ["broken", "no_colour"].contains(name) || name.starts_with("search") {
            continue;
        }
        let mut state = make(120, 40);
        state.run.messages.clear();
        if let Some(previous) = &mut state.previous {
            previous.messages.clear();
        }
        let text = text(&state);
        assert!(!text.contains('`'), "{name}:\n{text}");
    }
}

#[test]
fn the_solution_is_in_colours_and_its_lines_break_between_tokens() {
    let mut state = solution(120, 40);
    let name = "cross_entropy".to_owned();
    let long = "pub fn loss(logits: Matrix, labels: Vec<usize>) -> f32 {\n    let mean = logits.log_softmax::<_, Axis<1>>().gather(labels).mean();\n    mean\n}\n";
    let text = long.to_owned();
    let read = Event::Solution {
        name,
        solution: text.clone(),
        yours: text.replace("mean", "sum"),
    };
    send(&mut state, read);
    shows(
        &state,
        &[
            "    let mean = logits.log_softmax::<_, Axis<1>>()",
            "        .gather(labels)",
        ],
    );
    let buffer = drawn(&state);
    let keyword = buffer
        .content
        .iter()
        .find(|cell| cell.symbol() == "f" && cell.fg == Color::Cyan);
    assert!(keyword.is_some(), "`fn` is a keyword");
}

#[test]
fn hints_follow_the_check_that_fails() {
    let mut state = failed(120, 40);
    let mut course = (*state.course).clone();
    for (number, hint) in course.exercises[2].hints.iter_mut().enumerate() {
        hint.check = [None, Some("softmax"), Some("cross_entropy")][number].map(str::to_owned);
    }
    state.course = Arc::new(course);
    shows(&state, &["h hint 0/2"]);
    let opens = |check: &str| Effect::Hint {
        exercise: "cross_entropy".to_owned(),
        check: Some(check.to_owned()),
    };
    assert_eq!(letter(&mut state, 'h'), [opens("cross_entropy")]);
    let opened = |state: &mut State, numbers: &[usize]| {
        let mut snapshot = state.session.clone();
        snapshot
            .hints
            .insert(snapshot.current.clone(), numbers.len());
        snapshot.opened = numbers.to_vec();
        send(state, Event::Session(snapshot));
    };
    opened(&mut state, &[0, 2]);
    shows(
        &state,
        &[
            "Hints for cross_entropy: 2 of 2",
            "Divide by the size of the batch",
        ],
    );
    hides(&state, &["does both steps"]);
    // The check that is selected has its own.
    press(&mut state, KeyCode::Esc);
    letter(&mut state, '2');
    letter(&mut state, 'k');
    assert_eq!(state.watched(), Pane::Checks);
    letter(&mut state, 'h');
    shows(&state, &["Hints for softmax: 1 of 2"]);
    assert_eq!(letter(&mut state, 'h'), [opens("softmax")]);
}

#[test]
fn the_page_of_a_chapter_leaves_the_verdict_in_sight() {
    let page = include_str!("../../exercises/03_gradient/README.md");
    for (columns, rows) in [(120, 40), (100, 30)] {
        let mut state = failed(columns, rows);
        let pages = [("02_losses".to_owned(), page.to_owned())];
        send(&mut state, Event::Pages(pages.into()));
        shows(
            &state,
            &[
                "Chapter 2: Losses",
                "A loss says how wrong a model is",
                "✗ cross_entropy  12 of 24 cases off",
                "You added the losses of the batch",
            ],
        );
    }
}

#[test]
fn a_file_that_comes_back_clears_what_was_said_of_it_and_nothing_else() {
    let of_the_file =
        "The file of `cross_entropy` is missing (/course/exercises/02_losses/cross_entropy.rs).";
    let of_the_disk = "Your progress cannot be saved (/course/.gradlings/state.toml).";
    let text: &[u8] = b"the text";
    for (said, text, stays) in [
        (of_the_file, Some(text), false),
        (of_the_file, None, true),
        (of_the_disk, Some(text), true),
    ] {
        // The text is the one that was checked last: nothing is checked again.
        let mut state = opened(120, 40);
        check(&mut state, CheckEvent::Text(b"the text"[..].into()));
        let ended = outcome(Verdict::Passed, Vec::new());
        check(&mut state, CheckEvent::Finished(ended));
        send(&mut state, Event::Failed(said.to_owned()));
        let path = "/course/exercises/02_losses/cross_entropy.rs".into();
        let text = text.map(<[u8]>::to_vec);
        send(&mut state, Event::Saved { path, text });
        assert_eq!(state.notice.is_some(), stays, "{said}");
    }
}
