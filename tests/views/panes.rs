//! The other screens: map, hints, solution, check of all exercises, help.

use crossterm::event::KeyCode;
use gradlings::runner::event::{CheckEvent, Level};
use gradlings::runner::outcome::{CheckState, Verdict};
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::place::Screen;

use crate::scenes::*;

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

#[test]
fn the_map_lists_the_course_with_what_is_done_and_what_failed() {
    for (columns, rows) in SIZES {
        shows(
            &map(columns, rows),
            &[
                "2 Losses",
                "✓ 2.1 mse",
                "✗ 2.2 cross_entropy  now",
                "○ 7.2 mnist_cnn",
                "Enter start",
            ],
        );
    }
    shows(
        &map(120, 40),
        &[
            "exp-normalise, and hunting a NaN",
            "needs    2.1 mse",
            "0 of 3 opened",
            "last run: 1 of 3 checks fails",
            "cross_entropy  12 of 24 cases off",
        ],
    );
}

#[test]
fn the_map_is_walked_narrowed_and_started_from() {
    let mut state = map(120, 40);
    letter(&mut state, 'G');
    shows(&state, &["needs    7.1 conv2d, 2.2 cross_entropy"]);
    press(&mut state, KeyCode::Home);
    shows(&state, &["shapes and devices"]);
    letter(&mut state, '/');
    for typed in "keras".chars() {
        letter(&mut state, typed);
    }
    shows(&state, &["/ keras_   1 match", "7.2 mnist_cnn"]);
    hides(&state, &["2.1 mse"]);
    press(&mut state, KeyCode::Enter);
    let effects = press(&mut state, KeyCode::Enter);
    let name = "mnist_cnn".to_owned();
    assert_eq!(effects[0], Effect::Select(name.clone()));
    assert_eq!(effects[1], Effect::Lesson(name));
    assert!(matches!(effects[2], Effect::Check { .. }));
    assert_eq!(state.screen, Screen::Watch);
    shows(&state, &["7.2 mnist_cnn"]);
}

#[test]
fn a_filter_that_matches_nothing_says_so_and_starts_nothing() {
    let mut state = map(120, 40);
    letter(&mut state, '/');
    for typed in "zzz".chars() {
        letter(&mut state, typed);
    }
    press(&mut state, KeyCode::Enter);
    shows(&state, &["nothing matches", "No exercise matches."]);
    hides(&state, &["Enter start"]);
    assert_eq!(press(&mut state, KeyCode::Enter), []);
    press(&mut state, KeyCode::Esc);
    shows(&state, &["2.1 mse"]);
}

#[test]
fn space_previews_where_there_is_room_for_one_pane() {
    let mut state = map(80, 24);
    let known = ["needs    2.1 mse", "exercises/02_losses/cross_entropy.rs"];
    hides(&state, &known);
    letter(&mut state, ' ');
    shows(&state, &["exp-normalise, and hunting a NaN"]);
    shows(&state, &known);
    press(&mut state, KeyCode::Esc);
    hides(&state, &known);
    assert_eq!(state.screen, Screen::Map);
}

#[test]
fn brackets_go_from_chapter_to_chapter() {
    let mut state = map(120, 40);
    letter(&mut state, ']');
    shows(&state, &["7.1 conv2d", "a convolution by hand"]);
    letter(&mut state, '[');
    letter(&mut state, '[');
    shows(&state, &["shapes and devices"]);
}

#[test]
fn hints_open_one_after_the_other_and_stay() {
    let mut state = failed(80, 24);
    let hint = [hint_of("cross_entropy")];
    assert_eq!(letter(&mut state, 'h'), hint);
    opens_hints(&mut state, 1);
    shows(
        &state,
        &[
            "Hints: 1 of 3",
            "Subtract the largest logit of each row.",
            "h opens the next one",
        ],
    );
    hides(&state, &["log_softmax"]);
    assert_eq!(letter(&mut state, 'h'), hint);
    opens_hints(&mut state, 2);
    shows(
        &state,
        &["Hint 2", "does both steps", "h opens the last one."],
    );
    press(&mut state, KeyCode::Esc);
    // Looking again costs no hint.
    assert_eq!(letter(&mut state, 'h'), []);
    shows(&state, &["Hints: 2 of 3"]);
    opens_hints(&mut state, 3);
    assert_eq!(letter(&mut state, 'h'), []);
    shows(&state, &["There are no more hints."]);
}

#[test]
fn hints_are_still_there_after_passing() {
    let mut state = passed(120, 40);
    opens_hints(&mut state, 2);
    letter(&mut state, 'h');
    shows(&state, &["Hint 1", "Hint 2"]);
}

#[test]
fn the_solution_is_shown_beside_what_differs_and_only_after_passing() {
    let mut state = failed(120, 40);
    assert_eq!(letter(&mut state, 's'), []);
    shows(
        &state,
        &["s shows the solution once this exercise has passed."],
    );
    assert_eq!(state.screen, Screen::Watch);
    shows(
        &solution(120, 40),
        &[
            "[1] Solution",
            "What differs",
            "-     let p = softmax(x);",
            "+     log_softmax(x).mean()",
        ],
    );
    let mut state = solution(80, 24);
    hides(&state, &["let p = softmax(x);"]);
    press(&mut state, KeyCode::Tab);
    shows(&state, &["-     let p = softmax(x);"]);
}

#[test]
fn checking_all_goes_through_the_course_and_tells_what_came_of_it() {
    for (columns, rows) in SIZES {
        shows(
            &all(columns, rows),
            &[
                "3 of 5",
                "✓ hello_tensor   passes",
                "○ mse            todo",
                "› conv2d         checking",
            ],
        );
    }
    let mut state = all(120, 40);
    shows(
        &state,
        &[
            "3 of 5 checked: 1 passed, 1 failed, 1 todo",
            "You added the losses",
        ],
    );
    for left in (0..2).rev() {
        let checking = state.all.clone().expect("checking all");
        let mut ended = outcome(Verdict::Todo, vec![judged("f", CheckState::Todo, 0)]);
        ended
            .name
            .clone_from(&checking.rows[checking.at.expect("a row")].name);
        let effects = check_of(&mut state, checking.run, CheckEvent::Finished(ended));
        assert!(matches!(effects[0], Effect::Record(_)));
        assert_eq!(effects.len(), 1 + usize::from(left > 0));
    }
    shows(&state, &["5 of 5 checked: 1 passed, 1 failed, 3 todo"]);
    assert!(!state.is_busy());
}

#[test]
fn leaving_the_check_of_all_exercises_stops_it() {
    let mut state = all(120, 40);
    assert_eq!(press(&mut state, KeyCode::Esc), [Effect::Cancel]);
    assert!(!state.is_busy());
    assert_eq!(state.screen, Screen::Watch);
    // The screen is back at the verdict that was there before.
    shows(&state, &["12 of 24 cases off"]);
}

#[test]
fn a_save_while_all_are_checked_goes_back_to_the_exercise() {
    let mut state = all(120, 40);
    let path = "/course/exercises/02_losses/cross_entropy.rs".into();
    let before = state.all.as_ref().map(|all| all.run).expect("checking all");
    let effects = send(
        &mut state,
        gradlings::runner::tui::event::Event::Saved { path, text: None },
    );
    assert!(matches!(effects[1], Effect::Check { .. }));
    assert_eq!(state.screen, Screen::Watch);
    // The one that was cancelled for it must not start the next.
    let cancelled = CheckEvent::Finished(outcome(Verdict::Cancelled, Vec::new()));
    assert_eq!(check_of(&mut state, before, cancelled), []);
    assert!(state.run.is_running());
}

#[test]
fn the_help_page_fits_or_scrolls() {
    shows(
        &help(120, 40),
        &[
            "Keys",
            "n          the next open exercise",
            "q          quit; asks first",
        ],
    );
    let mut state = help(80, 24);
    hides(&state, &["quit; asks first"]);
    letter(&mut state, 'G');
    shows(&state, &["quit; asks first"]);
    press(&mut state, KeyCode::Esc);
    hides(&state, &["asks first"]);
}

#[test]
fn a_long_lesson_scrolls_and_never_past_its_end() {
    let mut state = opened(40, 12);
    hides(&state, &["one column per class"]);
    for _ in 0..100 {
        letter(&mut state, 'j');
    }
    shows(&state, &["one column per class"]);
    letter(&mut state, 'k');
    hides(&state, &["one column per class"]);
    press(&mut state, KeyCode::Home);
    shows(&state, &["Softmax and cross-entropy"]);
}

#[test]
fn panes_are_chosen_by_number_and_zoomed() {
    let mut state = failed(120, 40);
    letter(&mut state, '3');
    letter(&mut state, 'z');
    shows(&state, &["[3] Numbers", "z unzoom"]);
    hides(&state, &["[1] Lesson", "[2] Checks"]);
    press(&mut state, KeyCode::Esc);
    shows(&state, &["[1] Lesson", "[2] Checks"]);
}

#[test]
fn the_numbers_follow_the_check_that_is_selected() {
    let mut state = failed(120, 40);
    letter(&mut state, '2');
    letter(&mut state, 'k');
    hides(&state, &["You added the losses"]);
    letter(&mut state, 'j');
    shows(&state, &["You added the losses"]);
}

#[test]
fn what_a_compiler_error_means_stands_over_it_and_is_said_once() {
    for (columns, rows) in [(120, 40), (80, 24)] {
        let mut state = opened(columns, rows);
        let in_words = "`Linear<4, 3>` takes 4 features.";
        for number in 1..=2 {
            let mut message = warning();
            message.level = Level::Error;
            message.in_words = Some(in_words.to_owned());
            message.rendered = format!("error: number {number}\n");
            check(&mut state, CheckEvent::Compiler(message));
        }
        let ended = outcome(Verdict::CompileError, Vec::new());
        check(&mut state, CheckEvent::Finished(ended));
        let drawn = text(&state);
        let in_words = &in_words.replace('`', "");
        let at = |words: &str| {
            drawn
                .find(words)
                .unwrap_or_else(|| panic!("no {words} in\n{drawn}"))
        };
        assert!(
            at(in_words) < at("error: number 1") && at("error: number 1") < at("error: number 2")
        );
        assert_eq!(drawn.matches(in_words).count(), 1, "{drawn}");
    }
}

#[test]
fn a_failure_is_in_front_of_the_lesson_and_of_what_is_not_written_yet() {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        let mut state = opened(columns, rows);
        let checks = vec![judged("softmax", CheckState::Todo, 0), failing()];
        let ended = outcome(Verdict::Todo, checks);
        check(&mut state, CheckEvent::Finished(ended));
        shows(&state, &["You added the losses"]);
        hides(&state, &["todo!() was reached"]);

        // Where nothing fails, the lesson says what to write.
        let mut state = opened(columns, rows);
        let checks = vec![judged("softmax", CheckState::Todo, 0)];
        check(
            &mut state,
            CheckEvent::Finished(outcome(Verdict::Todo, checks)),
        );
        hides(&state, &["You added the losses"]);
    }
}
