//! Trainings with patience.

#[path = "../../solutions/04_regularization/early_stopping.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod early_stopping;

use course::{demo, polynomial};
use early_stopping::{train, when_to_stop};
use gradlings::report::Report;
use serde_json::Value as Json;

use crate::shown::reports;

type Points = Vec<Vec<f64>>;

fn cases(name: &str) -> Vec<Json> {
    let table: Json = serde_json::from_str(include_str!("early_stopping.json")).expect("JSON");
    let cases = table[name].as_array().expect("cases").clone();
    assert!(cases.len() >= 4, "{name}: {}", cases.len());
    cases
}

fn read<T: serde::de::DeserializeOwned>(value: &Json) -> T {
    serde_json::from_value(value.clone()).expect("a value of this type")
}

/// The values of a curve, whose steps are 0, 1, 2, ...
fn curve(name: &str, reports: &[Report]) -> Vec<f32> {
    let mut values = Vec::new();
    for report in reports {
        if let Report::Metric {
            series,
            step,
            value,
        } = report
            && series == name
        {
            assert_eq!(*step, values.len() as u64, "{name}");
            values.push(*value);
        }
    }
    values
}

#[test]
fn trainings_stop_where_numpy_says_so() {
    for case in cases("listed") {
        assert_eq!(
            when_to_stop(read(&case["losses"]), read(&case["patience"])),
            (read(&case["best"]), read(&case["last"])),
            "{case}"
        );
    }
}

#[test]
fn the_best_weights_and_the_losses_are_those_of_numpy() {
    for case in cases("trained") {
        let mut weights = Vec::new();
        let reports = reports(|| {
            weights = train(
                read(&case["training"]),
                read(&case["validation"]),
                read(&case["rate"]),
                read(&case["patience"]),
                read(&case["most"]),
            );
        });
        let truth: Vec<f64> = read(&case["weights"]);
        assert_eq!(weights.len(), truth.len());
        for (ours, truth) in weights.iter().zip(truth) {
            assert!((ours - truth).abs() < 1e-12, "{ours} and not {truth}");
        }
        for (name, truth) in [("loss", "losses"), ("validation loss", "validation_losses")] {
            let truth: Vec<f64> = read(&case[truth]);
            let ours = curve(name, &reports);
            assert_eq!(ours.len(), truth.len(), "{name}");
            for (ours, truth) in ours.iter().zip(truth) {
                let off = (f64::from(*ours) - truth).abs();
                assert!(off <= 1e-6 * truth, "{name}: {ours} and not {truth}");
            }
        }
    }
}

#[test]
fn the_losses_of_the_points_that_are_shown_part_after_step_50() {
    let (training, validation) = (polynomial::training(), polynomial::validation());
    let losses = |points: &Points| {
        let mut weights = vec![0.0; polynomial::WEIGHTS];
        let loss = |_| {
            let loss = polynomial::loss(points, &weights);
            weights = polynomial::descend(&training, &weights, 0.05);
            loss
        };
        Vec::from_iter((0..=300).map(loss))
    };
    let (ours, others) = (losses(&training), losses(&validation));
    assert_eq!(when_to_stop(others.clone(), 20), (50, 70));
    assert!(ours.windows(2).all(|pair| pair[1] < pair[0]));
    assert!(others[..=50].windows(2).all(|pair| pair[1] < pair[0]));
    assert!(others[50..].windows(2).all(|pair| pair[1] > pair[0]));
    assert!(others[300] > 3.0 * others[50]);
}

#[test]
fn the_best_step_is_marked_where_both_losses_part() {
    let reports = reports(|| demo::overfits(train));
    let values = |name| curve(name, &reports).len();
    assert_eq!(
        (values("loss, own points"), values("loss, other points")),
        (301, 301)
    );
    let marked = reports.iter().filter_map(|report| match report {
        Report::Metric { series, step, .. } if series == "loss, best step" => Some(*step),
        _ => None,
    });
    assert_eq!(Vec::from_iter(marked), [50, 50]);
    let note = reports.iter().find_map(|report| match report {
        Report::Note(note) => Some(note.as_str()),
        _ => None,
    });
    let told = "best at step 50, with 0.18 on other points; with a patience of 20 the training ended after step 70";
    assert_eq!(note, Some(told));
}
