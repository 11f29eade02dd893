//! What somebody expects who lives in terminals: panes, the mouse on request, copying, keys and colours of their own.

use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use gradlings::runner::config;
use gradlings::runner::event::CheckEvent;
use gradlings::runner::outcome::{CheckState, Verdict};
use gradlings::runner::session::Practice;
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::keymap::Keymap;
use gradlings::runner::tui::palette::{PALETTES, Palette};
use gradlings::runner::tui::place::Pane;
use gradlings::runner::tui::state::State;
use gradlings::runner::tui::view;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use crate::scenes::*;
use crate::states::every;

fn mouse(state: &mut State, kind: MouseEventKind, column: u16, row: u16) -> Vec<Effect> {
    let modifiers = KeyModifiers::NONE;
    send(
        state,
        Event::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers,
        }),
    )
}

fn click(state: &mut State, on: &str) {
    let rows = rows(state);
    let (row, column) = rows
        .iter()
        .enumerate()
        .find_map(|(row, text)| {
            let byte = text.find(on)?;
            Some((row, text[..byte].chars().count()))
        })
        .unwrap_or_else(|| panic!("`{on}` is not on the screen:\n{}", rows.join("\n")));
    let (column, row) = (column.try_into().unwrap(), row.try_into().unwrap());
    mouse(state, MouseEventKind::Down(MouseButton::Left), column, row);
}

fn drawn(state: &State) -> Buffer {
    let area = Rect::new(0, 0, state.size.0, state.size.1);
    let mut buffer = Buffer::empty(area);
    view::draw(state, area, &mut buffer);
    buffer
}

#[test]
fn the_panes_of_the_map_have_numbers_and_the_keys_move_in_the_one_that_is_looked_at() {
    let mut state = map(120, 40);
    letter(&mut state, '1');
    letter(&mut state, 'j');
    shows(&state, &["7.1 conv2d", "[3] Chapter"]);
    press(&mut state, KeyCode::Tab);
    assert_eq!(state.map.focus.0, Pane::List);
    shows(&state, &["[3] Preview", "a convolution by hand"]);
    letter(&mut state, 'k');
    shows(&state, &["exp-normalise, and hunting a NaN"]);
    letter(&mut state, '4');
    letter(&mut state, 'z');
    shows(
        &state,
        &[
            "[4] Path",
            "All that leads to 2.2 cross_entropy",
            "○ 7.2 mnist_cnn",
        ],
    );
    hides(&state, &["[2] Exercises"]);
    press(&mut state, KeyCode::Esc);
    shows(&state, &["[1] Chapters", "[2] Exercises", "[3] Preview"]);
}

#[test]
fn the_list_can_be_narrowed_to_what_is_to_do_or_done() {
    let mut state = map(120, 40);
    letter(&mut state, 'p');
    shows(&state, &["Exercises: todo", "○ 7.1 conv2d"]);
    hides(&state, &["✓ 0.1 hello_tensor"]);
    letter(&mut state, 'd');
    shows(&state, &["Exercises: done", "✓ 0.1 hello_tensor"]);
    hides(&state, &["○ 7.1 conv2d"]);
    letter(&mut state, 'd');
    shows(&state, &["✓ 0.1 hello_tensor", "○ 7.1 conv2d"]);
    press(&mut state, KeyCode::Home);
    letter(&mut state, 'b');
    shows(&state, &["exp-normalise, and hunting a NaN"]);
}

#[test]
fn reset_in_the_list_is_about_the_exercise_that_is_selected() {
    let mut state = map(120, 40);
    press(&mut state, KeyCode::Home);
    letter(&mut state, 'x');
    shows(&state, &["Put hello_tensor back to its original?"]);
    let effect = Effect::Reset("hello_tensor".to_owned());
    assert_eq!(letter(&mut state, 'y'), [effect]);
}

#[test]
fn the_map_says_how_long_and_how_often_one_was_at_an_exercise() {
    let mut state = failed(120, 40);
    for seconds in [60, 200, 400, 5000, 5060] {
        send(&mut state, Event::Clock(Duration::from_secs(seconds)));
        letter(&mut state, 'j');
    }
    let save = Event::Saved {
        path: "/course/exercises/02_losses/cross_entropy.rs".into(),
        text: None,
    };
    send(&mut state, save);
    let finished = outcome(
        Verdict::Failed,
        vec![judged("softmax", CheckState::Failed, 3)],
    );
    let effects = check(&mut state, CheckEvent::Finished(finished));
    // From the start to 400 s, a long pause, and 60 s more.
    let practice = Practice {
        seconds: 460,
        tries: 1,
    };
    let exercise = "cross_entropy".to_owned();
    assert_eq!(effects[1], Effect::Practice { exercise, practice });
    letter(&mut state, 'l');
    shows(&state, &["7 min", "time     7 min", "tries    1"]);
    // A check that nobody saved for is no try.
    letter(&mut state, 'q');
    assert_eq!(state.session.practice["cross_entropy"].tries, 1);
}

#[test]
fn the_mouse_is_off_until_a_key_asks_for_it() {
    let mut state = failed(120, 40);
    assert_eq!(letter(&mut state, 'M'), [Effect::Mouse(true)]);
    shows(&state, &["The mouse scrolls and selects"]);
    assert_eq!(letter(&mut state, 'M'), [Effect::Mouse(false)]);
}

#[test]
fn a_click_selects_a_pane_a_check_an_exercise_a_chapter_a_tab_and_a_row() {
    let mut state = failed(120, 40);
    click(&mut state, "[4] Compiler");
    assert_eq!(state.watched(), Pane::Compiler);
    click(&mut state, "✓ softmax");
    assert_eq!(state.panes.check, Some(0));
    let mut state = failed(80, 24);
    click(&mut state, "2 Checks");
    assert_eq!(state.watched(), Pane::Checks);
    click(&mut state, "1 Lesson");
    assert_eq!(state.watched(), Pane::Lesson);
    let mut state = map(120, 40);
    click(&mut state, "0.1 hello_tensor");
    shows(&state, &["shapes and devices"]);
    click(&mut state, " 7 Convolutional");
    shows(&state, &["[3] Chapter"]);
    click(&mut state, "[2] Exercises");
    shows(&state, &["a convolution by hand"]);
    let mut state = all(120, 40);
    click(&mut state, "mse ");
    assert_eq!(state.all.as_ref().and_then(|all| all.selected), Some(1));
}

#[test]
fn the_wheel_scrolls_what_is_under_it_and_not_what_is_below_an_overlay() {
    let mut state = failed(120, 20);
    let before = text(&state);
    mouse(&mut state, MouseEventKind::ScrollDown, 10, 8);
    assert_ne!(text(&state), before);
    mouse(&mut state, MouseEventKind::ScrollUp, 10, 8);
    assert_eq!(text(&state), before);
    let mut state = map(120, 40);
    mouse(&mut state, MouseEventKind::ScrollDown, 50, 10);
    shows(&state, &["a convolution by hand"]);
    let mut state = help(120, 40);
    let before = state.panes.scroll.clone();
    mouse(&mut state, MouseEventKind::ScrollDown, 1, 10);
    assert_eq!(state.panes.scroll, before);
}

#[test]
fn what_is_copied_is_what_somebody_would_ask_about() {
    let copied = |mut state: State| match &letter(&mut state, 'Y')[..] {
        [Effect::Copy(text)] => text.clone(),
        other => panic!("{other:?}"),
    };
    let diagnosis = copied(failed(80, 24));
    for part in [
        "exercises/02_losses/cross_entropy.rs: 1 of 3 checks fails",
        "You added the losses of the batch",
        "labels = [1, 0]",
        "0.20840",
        "tolerance 2e-6",
    ] {
        assert!(diagnosis.contains(part), "{diagnosis}");
    }
    let errors = copied(broken(80, 24));
    assert!(
        errors.contains("error[E0308]: mismatched types"),
        "{errors}"
    );
    assert!(
        !errors.contains('\x1b') && !errors.contains("unused variable"),
        "{errors}"
    );
    assert!(copied(solution(80, 24)).contains("log_softmax(x).mean()"));
    let mut nothing = opened(80, 24);
    assert_eq!(letter(&mut nothing, 'Y'), []);
    shows(&nothing, &["There is nothing to copy yet."]);
}

#[test]
fn keys_of_ones_own_are_those_of_the_bar_the_help_page_and_every_sentence() {
    let text = "[keys]\nhint = \"f2\"\nnext = \"N\"\nlist = \"L\"\nhelp = \"f1\"\nquit = \"Q\"\n";
    let (config, problems) = config::parse(text, "c.toml");
    assert_eq!(problems, []);
    let (keymap, problems) = Keymap::of(&config.keys);
    assert_eq!(problems, []);
    let mut state = failed(120, 40);
    state.keymap = Arc::new(keymap);
    shows(&state, &["F2 hint 0/3", "L list", "F1 help", "Q quit"]);
    assert_eq!(letter(&mut state, 'q'), []);
    assert_eq!(letter(&mut state, 'N'), []);
    shows(
        &state,
        &["N goes on once this exercise passes; L lists the others"],
    );
    press(&mut state, KeyCode::Esc);
    shows(&state, &["Q quits."]);
    press(&mut state, KeyCode::F(1));
    shows(
        &state,
        &["F2         open the next hint", "Q          quit"],
    );
    press(&mut state, KeyCode::Esc);
    let hint = hint_of("cross_entropy");
    assert_eq!(press(&mut state, KeyCode::F(2)), [hint]);
    opens_hints(&mut state, 1);
    shows(&state, &["F2 opens the next one"]);
    press(&mut state, KeyCode::Esc);
    assert_eq!(letter(&mut state, 'Q')[..], [Effect::Quit]);
}

#[test]
fn without_colours_there_are_none_and_bold_reverse_and_glyphs_stay() {
    for (name, make) in every() {
        let mut state = make(120, 40);
        state.theme.colour = false;
        state.theme.palette = Palette::Contrast;
        let buffer = drawn(&state);
        let plain =
            |cell: &ratatui::buffer::Cell| cell.fg == Color::Reset && cell.bg == Color::Reset;
        assert!(buffer.content.iter().all(plain), "{name}");
        assert!(
            buffer
                .content
                .iter()
                .any(|cell| cell.modifier.contains(Modifier::BOLD)),
            "{name}"
        );
    }
}

#[test]
fn a_theme_with_a_ground_of_its_own_covers_every_cell() {
    for (_, palette) in PALETTES {
        let Some((_, back)) = palette.inks().ground else {
            continue;
        };
        for (name, make) in every() {
            for (columns, rows) in [(120, 40), (80, 24), (40, 12), (30, 3)] {
                let mut state = make(columns, rows);
                state.theme.palette = *palette;
                state.theme.colour = true;
                let buffer = drawn(&state);
                let covered = |cell: &ratatui::buffer::Cell| {
                    cell.fg != Color::Reset && cell.bg != Color::Reset
                };
                assert!(buffer.content.iter().all(covered), "{name} {back:?}");
            }
        }
    }
}

#[test]
fn in_ascii_nothing_else_is_drawn() {
    // What a course says in Chinese stays Chinese.
    let is_chinese = |name: &str| name == "chinese" || name.starts_with("trial_");
    for (name, make) in every().filter(|(name, _)| !is_chinese(name)) {
        for (columns, rows) in [(120, 40), (80, 24), (40, 12), (30, 3)] {
            let mut state = make(columns, rows);
            state.theme.ascii = true;
            let text = text(&state);
            assert!(text.is_ascii(), "{name} {columns}x{rows}:\n{text}");
        }
    }
}
