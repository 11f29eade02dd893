//! The watch screen.

use std::path::PathBuf;
use std::time::Duration;

use gradlings::runner::author::CODE_COLUMNS;
use gradlings::runner::event::{CheckEvent, Stage, Stream};
use gradlings::runner::outcome::{CheckState, Outcome, Piece, Verdict};
use gradlings::runner::session::Reset;
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::place::{Pane, Screen};

use crate::scenes::*;

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

fn saved() -> Event {
    saved_as(None)
}

fn saved_as(text: Option<&[u8]>) -> Event {
    Event::Saved {
        path: PathBuf::from("/course/exercises/02_losses/cross_entropy.rs"),
        text: text.map(<[u8]>::to_vec),
    }
}

#[test]
fn the_lesson_is_there_from_the_first_moment() {
    for (columns, rows) in SIZES {
        let state = opened(columns, rows);
        shows(
            &state,
            &[
                "2.2 cross_entropy",
                "Softmax and cross-entropy",
                "2/5",
                "quit",
            ],
        );
    }
    shows(
        &opened(120, 40),
        &[
            "gradlings  2 Losses",
            "40 %",
            "building",
            "logits  (b, c)  what the model says",
        ],
    );
}

#[test]
fn a_verdict_that_waits_for_a_piece_names_it_and_a_save_of_it_checks_again() {
    for (columns, rows) in SIZES {
        let mut state = opened(columns, rows);
        let piece = Event::Saved {
            path: PathBuf::from("/course/exercises/02_losses/mse.rs"),
            text: None,
        };
        let again = |effects: &[Effect]| {
            let mut effects = effects.iter();
            effects.any(
                |it| matches!(it, Effect::Check { exercise, .. } if exercise == "cross_entropy"),
            )
        };
        let waiting = Outcome {
            message: Some("Solve `mse` first.\nType `gradlings run mse`.".to_owned()),
            piece: Some(Piece {
                name: "mse".to_owned(),
                verdict: Verdict::Todo,
            }),
            ..outcome(Verdict::Piece, Vec::new())
        };
        let effects = check(&mut state, CheckEvent::Finished(waiting.clone()));
        assert!(!again(&effects), "{effects:?}");
        shows(&state, &["Solve mse first.", "Type gradlings run mse."]);
        let effects = send(&mut state, piece.clone());
        assert!(again(&effects), "{effects:?}");
        // A save while the check goes on, which has read the piece already: its verdict is of another text.
        let mut state = opened(columns, rows);
        assert_eq!(send(&mut state, piece), [], "nothing waits for it yet");
        let effects = check(&mut state, CheckEvent::Finished(waiting));
        assert!(again(&effects), "{effects:?}");
    }
}

#[test]
fn a_first_build_is_never_a_blank_wait() {
    for (columns, rows) in SIZES {
        shows(
            &building(columns, rows),
            &["34 of 112 crates", "matrixmultiply", "12 s"],
        );
    }
}

#[test]
fn the_diagnosis_comes_before_the_numbers_at_every_size() {
    for (columns, rows) in SIZES {
        let text = text(&failed(columns, rows));
        let sentence = text.find("You added the losses").expect("the sentence");
        let case = text.find("case 2 of 24").expect("the case");
        assert!(sentence < case, "{text}");
    }
    shows(
        &failed(120, 40),
        &[
            "12 of 24 cases off",
            "trains         skipped",
            "logits = [[0.1, 2.0, -1.0]",
            "gradient of logits    yours  expected   error",
            "0.20840   0.10420  1.0e-1",
            "tolerance 2e-6 + 1e-5 of the expected value",
            "4 of 6 elements off; the worst 2 are shown",
            "row 0 ■·■",
            "0 errors, 1 warning",
            "shape of the logits: [2, 3]",
            "1 of 3 checks fails",
            "exercises/02_losses/cross_entropy.rs:20",
        ],
    );
}

#[test]
fn forty_columns_name_the_check_that_fails() {
    shows(&failed(40, 12), &["✗ cross_entropy  12 of 24 cases off"]);
}

#[test]
fn what_rustc_says_is_shown_and_counted() {
    for (columns, rows) in SIZES {
        shows(
            &broken(columns, rows),
            &["error[E0308]: mismatched types", "expected a tensor"],
        );
    }
    shows(
        &broken(120, 40),
        &[
            "[4] Compiler: 1 error, 1 warning",
            "does not compile: 1 error",
        ],
    );
    assert_eq!(broken(80, 24).watched(), Pane::Compiler);
}

#[test]
fn code_in_a_lesson_has_the_columns_that_dev_check_allows_and_no_more() {
    for (wider, is_broken) in [(0, false), (1, true)] {
        let code = "x".repeat(CODE_COLUMNS + wider);
        let mut state = opened(120, 40);
        let lesson = Event::Lesson {
            name: "cross_entropy".to_owned(),
            text: format!("# T\n\n```text\n{code}\n```\n"),
        };
        send(&mut state, lesson);
        assert_eq!(!text(&state).contains(&code), is_broken, "{wider} wider");
    }
}

#[test]
fn a_pass_says_so_and_the_lesson_stays() {
    for (columns, rows) in SIZES {
        shows(
            &passed(columns, rows),
            &[
                "passed",
                "conv2d",
                "n next",
                "Softmax and cross-entropy",
                "3/5",
            ],
        );
    }
    shows(
        &passed(120, 40),
        &["Well done: it agrees with the reference.", "s solution"],
    );
}

#[test]
fn the_last_pass_says_that_the_course_is_done() {
    let mut state = passed(120, 40);
    let mut snapshot = state.session.clone();
    snapshot.next = None;
    send(&mut state, Event::Session(snapshot));
    shows(&state, &["the course is done"]);
    hides(&state, &["n next"]);
}

#[test]
fn below_forty_columns_there_is_one_line_and_the_way_out() {
    for (_, make) in SCENES {
        let state = make(30, 3);
        let rows = rows(&state);
        assert!(
            rows[0].contains("q quit") || rows[0].contains("y yes"),
            "{rows:?}"
        );
        assert!(rows[1].trim().is_empty());
        let mut state = passed(10, 1);
        assert_eq!(letter(&mut state, 'q'), [Effect::Quit]);
    }
}

#[test]
fn a_save_of_the_exercise_checks_it_and_keeps_the_last_result_in_sight() {
    let mut state = failed(120, 40);
    let effects = send(&mut state, saved());
    assert!(
        matches!(&effects[..], [Effect::Lesson(_), Effect::Check { exercise, .. }] if exercise == "cross_entropy"),
        "{effects:?}"
    );
    check(&mut state, CheckEvent::Stage(Stage::Building));
    shows(
        &state,
        &["12 of 24 cases off", "You added the losses", "● building"],
    );
    check(
        &mut state,
        CheckEvent::Judged(judged("softmax", CheckState::Passed, 0)),
    );
    hides(&state, &["12 of 24 cases off", "You added the losses"]);
}

#[test]
fn a_save_of_another_file_does_nothing() {
    let mut state = failed(120, 40);
    let path = PathBuf::from("/course/exercises/02_losses/mse.rs");
    assert_eq!(send(&mut state, Event::Saved { path, text: None }), []);
}

#[test]
fn what_is_being_checked_already_is_not_checked_again() {
    let cases: [(Option<&[u8]>, Verdict, bool); 4] = [
        (Some(b"the text"), Verdict::Failed, false),
        (Some(b"another text"), Verdict::Failed, true),
        (None, Verdict::Failed, true),
        (Some(b"the text"), Verdict::Cancelled, true),
    ];
    for (text, verdict, begins) in cases {
        let mut state = opened(120, 40);
        check(&mut state, CheckEvent::Text(b"the text"[..].into()));
        let starts = |effects: &[Effect]| {
            effects
                .iter()
                .any(|effect| matches!(effect, Effect::Check { .. }))
        };
        if verdict != Verdict::Cancelled {
            let mut running = state.clone();
            assert_eq!(starts(&send(&mut running, saved_as(text))), begins);
        }
        let ended = outcome(verdict, Vec::new());
        check(&mut state, CheckEvent::Finished(ended));
        let effects = send(&mut state, saved_as(text));
        assert_eq!(starts(&effects), begins, "{text:?}, {verdict:?}");
    }
}

#[test]
fn events_of_a_run_that_was_replaced_are_ignored() {
    let mut state = opened(120, 40);
    let old = state.run.id;
    send(&mut state, saved());
    assert_ne!(state.run.id, old);
    let late = CheckEvent::Finished(outcome(Verdict::Passed, Vec::new()));
    assert_eq!(check_of(&mut state, old, late), []);
    let stream = Stream::Output;
    let line = "from the past".to_owned();
    check_of(&mut state, old, CheckEvent::Printed { stream, line });
    assert!(state.run.is_running());
    hides(&state, &["from the past"]);
}

#[test]
fn a_verdict_is_recorded() {
    let mut state = opened(120, 40);
    let outcome = outcome(Verdict::Passed, Vec::new());
    let effects = check(&mut state, CheckEvent::Finished(outcome.clone()));
    assert_eq!(effects, [Effect::Record(outcome)]);
}

#[test]
fn every_way_to_end_is_told_apart() {
    let table = [
        (Verdict::Todo, "todo!()"),
        (Verdict::Panicked, "panicked"),
        (Verdict::TimedOut, "ran out of time"),
        (Verdict::OutOfMemory, "too much memory"),
        (Verdict::NoAnswer, "without answering"),
        (Verdict::Cancelled, "stopped"),
    ];
    for (verdict, words) in table {
        for (columns, rows) in SIZES {
            let mut state = opened(columns, rows);
            let mut ended = outcome(verdict, Vec::new());
            ended.message = Some("The budget of 10 s ran out.".to_owned());
            check(&mut state, CheckEvent::Finished(ended));
            shows(&state, &[words]);
            if columns > 40 {
                shows(&state, &["Diagnosis"]);
            }
        }
    }
}

#[test]
fn a_program_that_prints_for_ever_is_shown_by_its_end_and_a_count() {
    let mut state = opened(120, 40);
    check(&mut state, running("softmax", 1, 24));
    for line in 0..3_000 {
        printed(&mut state, Stream::Output, &format!("line {line}"));
    }
    check(&mut state, CheckEvent::Dropped(500));
    shows(&state, &["line 2999", "Output: 2500 lines dropped"]);
}

#[test]
fn escape_sequences_that_a_program_prints_do_not_reach_the_terminal() {
    let mut state = opened(120, 40);
    printed(&mut state, Stream::Output, "\x1b[2Jwiped\x07 and\ttabbed");
    let text = text(&state);
    assert!(text.contains("wiped and"), "{text}");
    assert!(!text.contains('\x1b') && !text.contains('\t') && !text.contains('\x07'));
}

#[test]
fn a_long_run_says_how_long_it_has_been() {
    let mut state = opened(120, 40);
    check(&mut state, running("softmax", 3, 24));
    send(&mut state, Event::Clock(Duration::from_secs(5)));
    shows(&state, &["running softmax: case 3 of 24   5.00 s"]);
}

#[test]
fn without_unicode_only_ascii_is_drawn() {
    for (name, make) in SCENES {
        for (columns, rows) in SIZES {
            let mut state = make(columns, rows);
            state.theme.ascii = true;
            let text = text(&state);
            assert!(text.is_ascii(), "{name} {columns}x{rows}\n{text}");
        }
    }
}

#[test]
fn without_colours_no_cell_has_one() {
    for (name, make) in SCENES {
        let mut state = make(120, 40);
        state.theme.colour = false;
        let (columns, rows) = state.size;
        let mut buffer =
            ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, columns, rows));
        gradlings::runner::tui::view::draw(&state, *buffer.area(), &mut buffer);
        for cell in buffer.content() {
            let reset = ratatui::style::Color::Reset;
            assert_eq!((cell.fg, cell.bg), (reset, reset), "{name}: {cell:?}");
        }
    }
}

#[test]
fn a_reset_says_where_the_copy_is_until_a_key_is_pressed() {
    let mut state = asked(120, 40);
    shows(
        &state,
        &["Put cross_entropy back to its original?", "y yes", "n no"],
    );
    assert_eq!(
        letter(&mut state, 'y'),
        [Effect::Reset("cross_entropy".to_owned())]
    );
    let name = "cross_entropy".to_owned();
    let copy = PathBuf::from("/course/.gradlings/copies/cross_entropy-1.rs");
    let reset = Reset::Kept(copy);
    let effects = send(&mut state, Event::WasReset { name, reset });
    assert!(matches!(
        &effects[..],
        [Effect::Lesson(_), Effect::Check { .. }]
    ));
    // The watcher tells of the original as of any other file.
    send(&mut state, saved());
    shows(
        &state,
        &["Your text is kept in .gradlings/copies/cross_entropy-1.rs"],
    );
    letter(&mut state, 'j');
    hides(&state, &["Your text is kept"]);
}

#[test]
fn a_check_that_was_stopped_leaves_the_screen_usable() {
    let mut state = failed(120, 40);
    letter(&mut state, 'r');
    assert_eq!(letter(&mut state, 'K'), [Effect::Cancel]);
    check(
        &mut state,
        CheckEvent::Finished(outcome(Verdict::Cancelled, Vec::new())),
    );
    shows(&state, &["stopped   r runs it again"]);
    assert_eq!(state.screen, Screen::Watch);
}

#[test]
fn warnings_about_a_function_that_is_not_written_yet_are_no_news() {
    let mut state = failed(120, 40);
    send(&mut state, saved());
    check(&mut state, CheckEvent::Compiler(warning()));
    shows(&state, &["12 of 24 cases off"]);
    let todo = vec![judged("softmax", CheckState::Todo, 0)];
    check(
        &mut state,
        CheckEvent::Finished(outcome(Verdict::Todo, todo)),
    );
    hides(&state, &["Compiler", "unused variable"]);
}
