//! What is not well with a training: each line, and the reports that are next to those it is said of.

use gradlings::comparator::CurveComparator;
use gradlings::report::{Named, Observation, Parameters, Report};
use gradlings::runner::health::Health;
use gradlings::sheet::CurvePart;

use super::families::Family;

/// The lines of a training that has ended, one after the other.
fn lines(reports: impl IntoIterator<Item = Report>) -> String {
    let part = |(series, comparator, is_held_out): (&str, CurveComparator, bool)| CurvePart {
        series: series.to_owned(),
        is_share: series.ends_with("accuracy"),
        comparator,
        is_held_out,
        is_optional: true,
        is_setting: false,
    };
    let declared = [
        ("loss", CurveComparator::Falls, false),
        ("perplexity", CurveComparator::Falls, false),
        ("accuracy", CurveComparator::Rises, false),
        ("validation loss", CurveComparator::Falls, true),
        ("validation accuracy", CurveComparator::Rises, true),
    ];
    let mut health = Health::of(&declared.map(part));
    for report in reports {
        health.take(&report);
    }
    let lines = health.lines(true).into_iter();
    Vec::from_iter(lines.map(|line| line.message)).join(" ")
}

fn noticed(observation: Observation) -> String {
    lines([Report::Observation(observation)])
}

fn metric(series: &str, values: impl IntoIterator<Item = f32>) -> Vec<Report> {
    let points = (0..).zip(values);
    let report = |(step, value)| Report::Metric {
        series: series.to_owned(),
        step,
        value,
    };
    points.map(report).collect()
}

fn first_losses() -> Family {
    let first = |loss: f32, examples: usize| {
        noticed(Observation::FirstLoss {
            classes: 10,
            examples,
            loss,
        })
    };
    // Guessing costs 2.30; with 64 examples it is far above from 5.11 on, and far below up to 0.92.
    Family::of("the first loss")
        .says(&["health.starts_above_guessing"], first(5.2, 64))
        .says(&[], first(5.0, 64))
        .says(&["health.starts_below_guessing"], first(0.9, 64))
        .says(&[], first(0.95, 64))
        .says(&[], first(0.9, 7))
}

fn logits() -> Family {
    let probabilities = |logarithms: bool| {
        noticed(Observation::Probabilities {
            step: 0,
            logarithms,
        })
    };
    Family::of("what the loss gets")
        .says(&["health.softmax_twice"], probabilities(false))
        .says(&["health.log_softmax_twice"], probabilities(true))
}

fn updates() -> Family {
    let used = |backwards, updates| noticed(Observation::Updates { backwards, updates });
    let kept = |steps| noticed(Observation::NotZeroed { step: 4, steps });
    Family::of("updates")
        .says(&["health.never_updated"], used(5, 0))
        .says(&[], used(4, 0))
        .says(&[], used(5, 1))
        .says(&["health.gradients_not_zeroed"], kept(3))
        .says(&[], kept(2))
}

fn parameters() -> Family {
    let named = |count: usize, name: &str| {
        let tensor = |number| Named {
            name: if name.is_empty() {
                String::new()
            } else {
                format!("{number}.{name}")
            },
            shape: vec![3, 2],
        };
        Vec::from_iter((0..count).map(tensor))
    };
    let told = |unchanged: usize, zero: usize, copy_changed: bool, updates: u64| {
        noticed(Observation::Parameters(Parameters {
            updates,
            tensors: 4,
            zero_gradient: named(zero, "weight"),
            unchanged: named(unchanged, "weight"),
            copy_changed,
        }))
    };
    let nameless = noticed(Observation::Parameters(Parameters {
        updates: 5,
        tensors: 4,
        zero_gradient: named(1, ""),
        unchanged: vec![],
        copy_changed: false,
    }));
    Family::of("parameters that stay")
        .says(&["health.all_unchanged"], told(4, 0, false, 5))
        .says(&["health.all_unchanged_copy"], told(4, 0, true, 5))
        .says(&["health.some_unchanged"], told(3, 0, false, 5))
        .says(&["health.some_unchanged_copy"], told(3, 0, true, 5))
        .says(&["health.one_unchanged"], told(1, 0, false, 5))
        .says(&["health.one_unchanged_copy"], told(1, 0, true, 5))
        .says(&[], told(0, 0, true, 5))
        .says(&["health.zero_gradient"], told(0, 1, false, 5))
        .says(&["health.zero_gradients"], told(0, 2, false, 5))
        .says(
            &["health.zero_gradient", "health_names.nameless_tensor"],
            nameless,
        )
        .says(&[], told(4, 2, false, 4))
}

fn activations() -> Family {
    let relu = |units, dead| {
        noticed(Observation::Activations {
            layer: 0,
            units,
            dead,
            step: 3,
            batches: 20,
            examples: 640,
        })
    };
    let dropout = |series: Option<&str>| {
        noticed(Observation::DropoutInEvaluation {
            step: 9,
            series: series.map(str::to_owned),
        })
    };
    Family::of("layers")
        .says(&["health.dead_relu"], relu(16, 9))
        .says(&[], relu(16, 8))
        .says(&["health.dead_relu"], relu(4, 4))
        .says(&[], relu(4, 3))
        .says(
            &["health.dropout_while_measured"],
            dropout(Some("validation loss")),
        )
        // A loss is measured with dropout on while it is trained with.
        .says(&[], dropout(Some("loss")))
        .says(&["health.dropout_after_training"], dropout(None))
}

/// What is a little larger and a little smaller in turns.
fn noisy(step: u16) -> f32 {
    ((12.9898 * f32::from(step)).sin() * 43_758.547).rem_euclid(1.0) - 0.5
}

fn losses() -> Family {
    let loss = |value: fn(f32) -> f32| {
        lines(metric(
            "loss",
            (0..60).map(|step| value(f32::from(step as u8))),
        ))
    };
    let long = |value: fn(u16) -> f32| lines(metric("loss", (0..120).map(value)));
    let guessing = |value: f32| {
        let mut reports = metric("loss", (0..60_u16).map(|step| value + 0.02 * noisy(step)));
        reports.push(Report::Observation(Observation::FirstLoss {
            classes: 10,
            examples: 64,
            loss: 2.3,
        }));
        lines(reports)
    };
    let batch = |end: f32| {
        let mut reports = metric(
            "loss",
            (0..60_u16).map(|step| end + 2.0 * (-f32::from(step) / 5.0).exp()),
        );
        reports.push(Report::Observation(Observation::OneBatch { examples: 8 }));
        lines(reports)
    };
    let unwatched = lines(metric("loss", [0.5; 60]));
    let mut watched = metric("loss", [0.5; 60]);
    watched.push(Report::Observation(Observation::Updates {
        backwards: 60,
        updates: 60,
    }));
    Family::of("losses")
        .says(
            &["health.loss_exploded"],
            lines(metric("loss", [1.0, 10.0, 101.0, f32::INFINITY])),
        )
        .says(
            &["health.loss_not_finite", "health_names.infinite"],
            lines(metric("loss", [1.0, 10.0, 99.0, f32::INFINITY])),
        )
        .says(
            &["health.loss_not_finite", "health_names.the_loss"],
            lines(metric("loss", [1.0, f32::NAN])),
        )
        .says(
            &["health.loss_not_finite", "health_names.series"],
            lines(metric("perplexity", [1.0, f32::NAN])),
        )
        .says(&[], lines(metric("loss", [1.0, 10.0, 99.0])))
        .says(&["health.loss_constant"], unwatched)
        .says(&["health.loss_flat"], lines(watched))
        .says(&["health.loss_rising"], loss(|step| 1.0 + 0.02 * step))
        .says(&["health.loss_flat"], loss(|step| 1.0 + 0.001 * step))
        .says(&["health.loss_flat"], loss(|step| 1.0 - 0.0003 * step))
        .says(&[], loss(|step| 1.0 - 0.003 * step))
        .says(&["health.loss_flat_at_guessing"], guessing(2.3))
        .says(&["health.loss_flat"], guessing(1.9))
        .says(&["health.one_batch"], batch(0.4))
        .says(&[], batch(0.1))
        .says(
            &["health.loss_swings"],
            long(|step| 1.05 + (0.3 * f32::from(step) + 1.5).sin()),
        )
        // The same numbers without an order, and a swing that is not as high as the start.
        .says(
            &[],
            long(|step| {
                if step == 0 {
                    4.0
                } else {
                    1.05 + (0.3 * f32::from(step)).sin()
                }
            }),
        )
}

fn held_out() -> Family {
    let accuracies = |training: f32, validation: f32| {
        let reports = [
            metric("accuracy", [training; 20]),
            metric("validation accuracy", [validation; 20]),
        ];
        lines(reports.concat())
    };
    let losses = |training: f32, now: f32| {
        let falling = |step: u16| 2.0 * (-f32::from(step) / 4.0).exp() + training;
        let validation = [1.0, 0.6, 0.5, 0.6, now, now, now];
        let reports = [
            metric("loss", (0..60).map(falling)),
            metric("validation loss", validation),
        ];
        lines(reports.concat())
    };
    Family::of("what is held out")
        .says(&["health.accuracy_gap"], accuracies(0.9, 0.74))
        .says(&[], accuracies(0.9, 0.76))
        .says(&[], accuracies(0.84, 0.5))
        .says(&["health.losses_part"], losses(0.1, 0.8))
        .says(&[], losses(0.1, 0.7))
        .says(&[], losses(0.3, 0.8))
}

pub fn families() -> Vec<Family> {
    vec![
        first_losses(),
        logits(),
        updates(),
        parameters(),
        activations(),
        losses(),
        held_out(),
    ]
}
