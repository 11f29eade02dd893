//! Trainings, as they stream in.

use std::time::Duration;

use gradlings::report::{Curve, Picture, Pictures, Progress, Report};
use gradlings::runner::event::CheckEvent;
use gradlings::runner::outcome::{CheckOutcome, CheckState, Diagnosis, Verdict};
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::state::State;

use crate::scenes::{check, judged, opened, outcome, running, send};

pub fn metric(state: &mut State, series: &str, step: u64, value: f32) -> Vec<Effect> {
    let series = series.to_owned();
    check(
        state,
        CheckEvent::Report(Report::Metric {
            series,
            step,
            value,
        }),
    )
}

/// A training in its second of three epochs, with the reference's curves, NaN among the values, and pictures.
pub fn training(columns: u16, rows: u16) -> State {
    let mut state = opened(columns, rows);
    check(&mut state, running("train", 1, 1));
    let reference = ["loss", "accuracy"].map(|series| Curve {
        series: series.to_owned(),
        points: (0..300)
            .map(|step| (step, falling(series, step) * 0.9))
            .collect(),
    });
    check(&mut state, CheckEvent::ReferenceCurves(reference.into()));
    for step in 0..180_u64 {
        send(
            &mut state,
            Event::Clock(Duration::from_millis(1000 + 50 * step)),
        );
        metric(&mut state, "loss", step, falling("loss", step));
        metric(&mut state, "accuracy", step, falling("accuracy", step));
        if step % 60 == 59 {
            metric(
                &mut state,
                "validation accuracy",
                step,
                0.95 * falling("accuracy", step),
            );
        }
    }
    metric(&mut state, "loss", 180, f32::NAN);
    let progress = Progress {
        epoch: 2,
        epochs: 3,
        batch: 80,
        batches: 100,
    };
    check(&mut state, CheckEvent::Report(Report::Progress(progress)));
    let note = "epoch 1 done: validation accuracy 0.93".to_owned();
    check(&mut state, CheckEvent::Report(Report::Note(note)));
    check(
        &mut state,
        CheckEvent::Report(Report::Pictures(digits("test pictures", 28, 4))),
    );
    check(
        &mut state,
        CheckEvent::Report(Report::Pictures(digits("conv1 filters", 3, 8))),
    );
    state
}

fn falling(series: &str, step: u64) -> f32 {
    let wobble = ((step * 7919) % 13) as f32 / 100.0;
    let curve = (-(step as f32) / 60.0).exp();
    if series == "loss" {
        2.3 * curve + 0.05 + wobble
    } else {
        1.0 - 0.9 * curve - wobble
    }
}

/// A ring, so that a person sees whether it is round.
fn digits(title: &str, size: usize, count: usize) -> Pictures {
    let centre = size as f32 / 2.0 - 0.5;
    let is_ring = size > 3;
    let pixels: Vec<u8> = (0..size * size)
        .map(|at| {
            let (x, y) = ((at % size) as f32 - centre, (at / size) as f32 - centre);
            let away = ((x * x + y * y).sqrt() - centre * 0.7).abs() / centre.max(1.0);
            if is_ring {
                (255.0 * (1.0 - 3.0 * away).max(0.0)) as u8
            } else {
                (at * 31) as u8
            }
        })
        .collect();
    let pictures = (0..count)
        .map(|number| Picture {
            caption: format!("says {number}"),
            right: (size > 3).then_some(number != 1),
            width: size,
            pixels: pixels.clone(),
        })
        .collect();
    Pictures {
        title: title.to_owned(),
        pictures,
    }
}

pub fn trained(columns: u16, rows: u16) -> State {
    let mut state = training(columns, rows);
    let checks = vec![CheckOutcome {
        diagnosis: Some(Diagnosis {
            kind: "not_finite".to_owned(),
            id: None,
            message: "The loss became NaN at step 180: the learning rate is too high.".to_owned(),
        }),
        ..judged("train", CheckState::Failed, 1)
    }];
    check(
        &mut state,
        CheckEvent::Finished(outcome(Verdict::Failed, checks)),
    );
    state
}
