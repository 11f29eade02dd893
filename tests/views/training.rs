//! The training screen.

use std::time::Duration;

use crossterm::event::KeyCode;
use gradlings::runner::event::CheckEvent;
use gradlings::runner::outcome::{CheckOutcome, CheckState, HealthLine, Numbers, Verdict};
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::place::{Room, Screen};

use crate::scenes::*;

#[test]
fn a_training_opens_by_itself_and_shows_everything_it_reports() {
    let state = training(120, 40);
    assert_eq!(state.screen, Screen::Training);
    shows(
        &state,
        &[
            "Loss",
            "Accuracy",
            "loss                 NaN    0.0592",
            "accuracy          0.8844    0.8945",
            "One value is NaN or infinite and",
            "that of loss at",
            "epoch 2/3",
            "80/100 batches",
            "left",
            "test pictures",
            "✗ says 1",
            "conv1 filters",
            "epoch 1 done: validation accuracy 0.93",
            "K stop",
            "step 299",
        ],
    );
}

#[test]
fn the_charts_take_turns_where_there_is_room_for_one() {
    let mut state = training(80, 24);
    shows(
        &state,
        &[
            "┌ Loss",
            "loss NaN   accuracy 0.8844",
            "epoch 2/3",
            "80/100 batches",
        ],
    );
    press(&mut state, KeyCode::Tab);
    shows(&state, &["┌ Accuracy"]);
    press(&mut state, KeyCode::Tab);
    shows(&state, &["┌ test pictures", "says 0"]);
    press(&mut state, KeyCode::Tab);
    shows(&state, &["┌ conv1 filters"]);
    press(&mut state, KeyCode::Tab);
    shows(&state, &["┌ Loss"]);
}

#[test]
fn forty_columns_have_sparklines_and_one_gauge() {
    shows(&training(40, 12), &["loss", "NaN", "▇", "60 %", "left"]);
    shows(&trained(40, 12), &["The loss became NaN at step 180"]);
}

#[test]
fn the_verdict_comes_at_the_end_and_escape_goes_back_to_the_checks() {
    let mut state = trained(120, 40);
    shows(
        &state,
        &[
            "Verdict",
            "the check fails",
            "The loss became NaN at step 180: the learning rate",
        ],
    );
    press(&mut state, KeyCode::Esc);
    assert_eq!(state.screen, Screen::Watch);
    shows(&state, &["[2] Checks", "t training"]);
    letter(&mut state, 't');
    assert_eq!(state.screen, Screen::Training);
}

#[test]
fn a_training_that_was_closed_does_not_open_again() {
    let mut state = training(120, 40);
    press(&mut state, KeyCode::Esc);
    send(&mut state, Event::Clock(Duration::from_secs(30)));
    metric(&mut state, "loss", 200, 0.1);
    assert_eq!(state.screen, Screen::Watch);
}

#[test]
fn a_new_run_comes_back_from_the_training_that_opened_by_itself() {
    let mut state = trained(120, 40);
    letter(&mut state, 'r');
    assert_eq!(state.screen, Screen::Watch);
}

#[test]
fn y_changes_the_axis_of_the_losses() {
    let mut state = training(120, 40);
    letter(&mut state, 'y');
    shows(&state, &["Loss (log y)", "y linear y"]);
    hides(&state, &["Accuracy (log y)"]);
    letter(&mut state, 'y');
    hides(&state, &["(log y)"]);
}

#[test]
fn a_training_of_nothing_but_nan_is_said_in_words() {
    let mut state = opened(120, 40);
    check(&mut state, running("train", 1, 1));
    for step in 0..50 {
        send(&mut state, Event::Clock(Duration::from_millis(100 * step)));
        metric(&mut state, "loss", step, f32::NAN);
    }
    assert_eq!(state.screen, Screen::Training);
    shows(
        &state,
        &["no finite value yet", "50 values are NaN or infinite"],
    );
}

#[test]
fn values_at_the_ends_of_f32_are_drawn() {
    for log in [false, true] {
        let mut state = training(120, 40);
        state.charts.log = Some(log);
        for (step, value) in [f32::MAX, f32::MIN, f32::MIN_POSITIVE, 0.0, 1e-45]
            .into_iter()
            .enumerate()
        {
            metric(&mut state, "loss", 200 + step as u64, value);
        }
        metric(&mut state, "loss", u64::MAX, 1.0);
        shows(&state, &["Loss"]);
    }
}

#[test]
fn curves_of_another_name_have_a_chart_of_their_own() {
    let mut state = opened(120, 40);
    check(&mut state, running("train", 1, 1));
    for step in 0..20 {
        send(&mut state, Event::Clock(Duration::from_millis(100 * step)));
        metric(&mut state, "weight norm", step, step as f32);
    }
    shows(&state, &["┌ [1] weight norm"]);
}

#[test]
fn any_number_of_charts_is_drawn_some_to_a_page() {
    let mut state = opened(120, 40);
    check(&mut state, running("train", 1, 1));
    let names = ["one", "two", "three", "four", "five"];
    for step in 0..20 {
        send(&mut state, Event::Clock(Duration::from_millis(100 * step)));
        for name in names {
            metric(&mut state, name, step, step as f32);
        }
    }
    shows(&state, &["[1] one", "[2] two", "Tab: 3 more charts"]);
    hides(&state, &["[3] three"]);
    letter(&mut state, '3');
    shows(&state, &["[3] three", "[4] four", "Tab: 3 more charts"]);
    letter(&mut state, '5');
    shows(&state, &["[5] five", "Tab: 4 more charts"]);
}

#[test]
fn a_pass_says_what_comes_next() {
    let mut state = training(120, 40);
    check(
        &mut state,
        CheckEvent::Finished(outcome(Verdict::Passed, Vec::new())),
    );
    shows(&state, &["passed", "n goes on to conv2d"]);
}

/// A line about the training's health.
pub fn flat(step: u64) -> HealthLine {
    HealthLine {
        kind: "loss_flat".to_owned(),
        step: Some(step),
        message: format!("The loss is flat: it is 2.30 at step {step}. Look at the learning rate."),
    }
}

#[test]
fn what_is_not_well_stands_under_the_gauges_while_it_runs_and_in_both_verdicts() {
    for (columns, rows) in [(120, 40), (80, 24)] {
        let mut state = training(columns, rows);
        check(&mut state, CheckEvent::Health(vec![flat(50)]));
        shows(&state, &["! The loss is flat: it is 2.30 at step 50."]);
        check(&mut state, CheckEvent::Health(vec![flat(150)]));
        shows(&state, &["! The loss is flat: it is 2.30 at step 150."]);
        let mut ended = outcome(Verdict::Failed, Vec::new());
        ended.health = vec![flat(299)];
        check(&mut state, CheckEvent::Finished(ended));
        shows(&state, &["at step 299. Look at the learning rate."]);
        press(&mut state, KeyCode::Esc);
        assert_eq!(state.screen, Screen::Watch);
        letter(&mut state, '2');
        shows(&state, &["! The loss is flat"]);
    }
}

#[test]
fn every_training_of_a_check_has_its_own_curves_and_the_one_that_failed_comes_first() {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        let mut state = several(columns, rows);
        // While they go on, the latest is looked at.
        shows(&state, &["in many steps, case 2 of 2", "0.1250"]);
        hides(&state, &["accuracy", "digits of one batch"]);
        let failed = CheckOutcome {
            numbers: Some(Numbers {
                number: 1,
                ..Numbers::default()
            }),
            ..judged("in many steps", CheckState::Failed, 1)
        };
        check(&mut state, CheckEvent::Judged(failed.clone()));
        let ended = outcome(Verdict::Failed, vec![failed]);
        check(&mut state, CheckEvent::Finished(ended));
        shows(&state, &["in many steps, case 1 of 2", "0.2500"]);
        hides(&state, &["accuracy"]);
        if state.room() >= Room::Tabs {
            shows(
                &state,
                &["two points (training 2 of 3)", "v: next training"],
            );
        }
        let mut seen = Vec::new();
        for key in ["v", "v", "V", "V", "V"] {
            let letter = key.chars().next().expect("a letter");
            press(&mut state, KeyCode::Char(letter));
            seen.push(state.shown().training().number);
        }
        assert_eq!(seen, [3, 1, 3, 2, 1]);
        shows(&state, &["on one batch", "accuracy"]);
        hides(&state, &["0.2500", "0.1250"]);
    }
}

#[test]
fn a_loss_that_is_an_l_is_drawn_with_logarithms_until_somebody_chooses() {
    let mut state = opened(120, 40);
    check(&mut state, running("train", 1, 1));
    for step in 0..300_u16 {
        let value = 3.0 * (-f32::from(step) / 10.0).exp() + 1e-4;
        metric(&mut state, "loss", u64::from(step), value);
    }
    state.screen = Screen::Training;
    shows(&state, &["loss (log y)", "y linear y"]);
    press(&mut state, KeyCode::Char('y'));
    hides(&state, &["(log y)"]);
    press(&mut state, KeyCode::Char('y'));
    shows(&state, &["loss (log y)"]);
}
