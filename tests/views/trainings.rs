//! Trainings, as they stream in.

use std::time::Duration;

use gradlings::comparator::CurveComparator;
use gradlings::report::{
    Axis, Bars, Confusion, Convolution, Curve, Drawing, Frame, Grid, HeatMap, Histogram, Landscape,
    Line, Mask, Picture, Pictures, Place, Plane, Progress, Report, Scatter, Surface,
};
use gradlings::runner::event::CheckEvent;
use gradlings::runner::outcome::{CheckOutcome, CheckState, Diagnosis, DiagnosisKind, Verdict};
use gradlings::runner::trainings::{Begun, TrainingName};
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::place::Screen;
use gradlings::runner::tui::state::State;
use gradlings::sheet::CurvePart;

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

/// What the check of these trainings declares, and the curves of the reference.
pub fn begun(name: TrainingName, reference: Vec<Curve>) -> CheckEvent {
    let part = |series: &str, comparator: CurveComparator, is_held_out: bool| CurvePart {
        series: series.to_owned(),
        is_share: comparator == CurveComparator::Rises,
        comparator,
        is_held_out,
        is_optional: true,
        is_setting: false,
    };
    CheckEvent::Training(Begun {
        name,
        declared: vec![
            part("loss", CurveComparator::Falls, false),
            part("accuracy", CurveComparator::Rises, false),
            part("validation loss", CurveComparator::Falls, true),
            part("validation accuracy", CurveComparator::Rises, true),
        ],
        reference,
    })
}

/// The training of a case of the check `train`.
pub fn case(case: usize, of: usize) -> TrainingName {
    TrainingName {
        check: "train".to_owned(),
        case,
        of,
        label: String::new(),
    }
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
    check(&mut state, begun(case(1, 1), reference.into()));
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
        CheckEvent::Report(Report::Frame(digits("test pictures", 28, 4))),
    );
    check(
        &mut state,
        CheckEvent::Report(Report::Frame(digits("conv1 filters", 3, 8))),
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
fn digits(title: &str, size: usize, count: usize) -> Frame<Drawing> {
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
    Frame {
        title: title.to_owned(),
        step: None,
        drawing: Drawing::Pictures(Pictures(pictures)),
    }
}

pub fn trained(columns: u16, rows: u16) -> State {
    let mut state = training(columns, rows);
    let checks = vec![CheckOutcome {
        diagnosis: Some(Diagnosis {
            kind: DiagnosisKind::NotFinite,
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

/// A picture of every kind, as a show reports them; each with three steps where it moves.
pub fn pictures() -> Vec<(&'static str, Vec<Drawing>)> {
    let grid = |columns: usize, rows: usize, value: fn(usize) -> f32| Grid {
        columns,
        values: (0..columns * rows).map(value).collect(),
    };
    let surface = Drawing::Surface(Landscape::Surface(Surface {
        x: Axis::new("slope", -2.0..2.0),
        y: Axis::new("bias", -2.0..2.0),
        loss: grid(16, 12, |at| {
            let (x, y) = ((at % 16) as f32 - 7.5, (at / 16) as f32 - 5.5);
            (x * x + y * y) / 30.0
        }),
    }));
    let place = |path: &str, x: f32, y: f32| {
        Drawing::Surface(Landscape::Place(Place {
            path: path.to_owned(),
            x,
            y,
        }))
    };
    let scatter = Drawing::Scatter(Plane::Scatter(Scatter {
        x: "x".to_owned(),
        y: "y".to_owned(),
        points: vec![(-1.0, -2.0), (0.0, 0.5), (1.0, 3.0), (f32::NAN, 1.0)],
    }));
    let line = |slope, bias| Drawing::Scatter(Plane::Line(Line { slope, bias }));
    let histogram = |values: &[f32]| Drawing::Histogram(Histogram::of(values));
    let confusion = |right| {
        let counts = (0..100).map(|at| {
            if at % 11 == 0 {
                right
            } else {
                u32::from(at == 47) * 5
            }
        });
        Drawing::Confusion(Confusion {
            classes: 10,
            counts: counts.collect(),
        })
    };
    let bars = |cat| {
        Drawing::Bars(Bars {
            bars: vec![("cat".to_owned(), cat), ("a dog".to_owned(), 1.0 - cat)],
        })
    };
    vec![
        (
            "a valley",
            vec![
                surface,
                place("rate 0.1", -1.5, 1.0),
                place("rate 0.1", -0.5, 0.2),
                place("rate 0.1", 9.0, 0.1),
            ],
        ),
        (
            "a line",
            vec![scatter, line(0.0, 0.0), line(1.0, 0.2), line(2.5, 0.5)],
        ),
        (
            "weights",
            vec![
                histogram(&[-0.9, 0.4, 1.2]),
                histogram(&[-0.5, 0.0, 0.7]),
                histogram(&[0.0, 0.0, 0.1]),
            ],
        ),
        (
            "attention",
            [1.0, 2.0, -3.0]
                .map(|scale| {
                    let mut heat = grid(6, 6, |at| at as f32 / 36.0 - 0.2);
                    heat.values.iter_mut().for_each(|value| *value *= scale);
                    Drawing::HeatMap(HeatMap(heat))
                })
                .into(),
        ),
        (
            "dropout",
            vec![
                Drawing::Mask(Mask(grid(8, 4, |at| if at % 3 == 0 { 0.0 } else { 1.5 }))),
                Drawing::Mask(Mask(grid(8, 4, |at| if at % 2 == 0 { 0.0 } else { 2.0 }))),
                Drawing::Mask(Mask(grid(8, 4, |_| 0.0))),
            ],
        ),
        (
            "what it says",
            vec![confusion(3), confusion(20), confusion(90)],
        ),
        ("probabilities", vec![bars(0.4), bars(0.7), bars(f32::NAN)]),
        (
            "edges",
            vec![Drawing::Convolution(Convolution {
                image: grid(5, 5, |at| at as f32 / 25.0),
                kernel: grid(3, 3, |at| at as f32 - 4.0),
                stride: 1,
                output: grid(3, 3, |_| 2.4),
            })],
        ),
    ]
}

/// The training screen with one picture on it, of a run that has passed.
pub fn showing(number: usize, columns: u16, rows: u16) -> State {
    let (title, drawings) = pictures().remove(number);
    played(title, drawings, columns, rows)
}

/// The same with a picture of one's own: its frames, one for each step.
pub fn played(title: &str, drawings: Vec<Drawing>, columns: u16, rows: u16) -> State {
    let mut state = opened(columns, rows);
    check(&mut state, running("function", 1, 1));
    let on_a_ground = drawings.len() == 4;
    for (at, drawing) in drawings.into_iter().enumerate() {
        let step = if on_a_ground {
            at.saturating_sub(1)
        } else {
            at
        };
        check(
            &mut state,
            CheckEvent::Report(Report::Frame(Frame {
                title: title.to_owned(),
                step: Some(step as u64),
                drawing,
            })),
        );
    }
    let checks = vec![judged("function", CheckState::Passed, 0)];
    check(
        &mut state,
        CheckEvent::Finished(outcome(Verdict::Passed, checks)),
    );
    state.screen = Screen::Training;
    state
}

/// All kinds at once, beside a curve.
pub fn shown(columns: u16, rows: u16) -> State {
    let mut state = opened(columns, rows);
    check(&mut state, running("function", 1, 1));
    check(&mut state, begun(case(1, 1), Vec::new()));
    for step in 0..3 {
        metric(&mut state, "loss", step, 1.0 / (1.0 + step as f32));
        metric(
            &mut state,
            "validation loss",
            step,
            1.5 / (1.0 + step as f32),
        );
    }
    for (title, drawings) in pictures() {
        for (step, drawing) in drawings.into_iter().enumerate() {
            check(
                &mut state,
                CheckEvent::Report(Report::Frame(Frame {
                    title: title.to_owned(),
                    step: Some(step as u64),
                    drawing,
                })),
            );
        }
    }
    let checks = vec![judged("function", CheckState::Passed, 0)];
    check(
        &mut state,
        CheckEvent::Finished(outcome(Verdict::Passed, checks)),
    );
    state.screen = Screen::Training;
    state
}

/// Three trainings of two checks, the second of which failed, and a film of the first.
pub fn several(columns: u16, rows: u16) -> State {
    let mut state = opened(columns, rows);
    check(&mut state, running("on one batch", 1, 1));
    let of = |check: &str, case, of, label: &str| TrainingName {
        check: check.to_owned(),
        case,
        of,
        label: label.to_owned(),
    };
    let table = [
        (of("on one batch", 1, 1, ""), "accuracy", 1.0),
        (of("in many steps", 1, 2, "two points"), "loss", 0.25),
        (of("in many steps", 2, 2, ""), "loss", 0.125),
    ];
    for (name, series, value) in table {
        check(&mut state, begun(name.clone(), Vec::new()));
        for step in 0..3 {
            metric(&mut state, series, step, value);
        }
        if name.check == "on one batch" {
            let frame = Report::Frame(digits("digits of one batch", 28, 4));
            check(&mut state, CheckEvent::Report(frame));
        }
    }
    state.screen = Screen::Training;
    state
}
