//! The optimisers of the course, and a schedule for their learning rate, beside PyTorch.

#[path = "../../solutions/03_gradient/adam.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod adam;
#[path = "../../solutions/04_regularization/adamw.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod adamw;
#[path = "../../solutions/03_gradient/momentum.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod momentum;
#[path = "../../solutions/03_gradient/schedule.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod schedule;

use serde_json::Value as Json;

/// What a step of Adam may be off by: in float32, `1 - 0.999` is not nearer than that to 0.001, and its root goes into the
/// step.
const ADAM: f64 = 1e-5;

/// Parameters, gradient, both moments, the number of the step, rate, decay.
type Step = fn(Vec<f32>, Vec<f32>, Vec<f32>, Vec<f32>, usize, f32, f32) -> State;
type State = (Vec<f32>, Vec<f32>, Vec<f32>);

fn cases(table: &str, name: &str) -> Vec<Json> {
    let table: Json = serde_json::from_str(table).expect("JSON");
    let cases = table[name].as_array().expect("cases").clone();
    assert!(cases.len() >= 4, "{name}: {}", cases.len());
    cases
}

fn number(case: &Json, name: &str) -> f32 {
    case[name].as_f64().expect("a number") as f32
}

fn numbers(json: &Json) -> Vec<f64> {
    let numbers = json.as_array().expect("numbers").iter();
    numbers
        .map(|number| number.as_f64().expect("a number"))
        .collect()
}

fn vector(case: &Json, name: &str) -> Vec<f32> {
    let numbers = numbers(&case[name]).into_iter();
    numbers.map(|number| number as f32).collect()
}

fn path(case: &Json) -> Vec<f64> {
    let rows = case["path"].as_array().expect("rows").iter();
    rows.flat_map(numbers).collect()
}

/// Whether all numbers are no further from the truth than so much of the larger of it and 1.
fn agree(what: &str, ours: &[f32], truth: &[f64], allowed: f64) {
    assert_eq!(ours.len(), truth.len(), "{what}");
    for (&ours, truth) in ours.iter().zip(truth) {
        assert!(
            (f64::from(ours) - truth).abs() <= allowed * truth.abs().max(1.0),
            "{what}: {ours} and not {truth}"
        );
    }
}

#[test]
fn steps_and_rolls_with_momentum_are_those_of_pytorch() {
    const TABLE: &str = include_str!("momentum.json");
    for case in cases(TABLE, "step") {
        let of = |name| vector(&case, name);
        let (weights, velocity) = momentum::momentum_step(
            of("weights"),
            of("velocity"),
            of("gradient"),
            number(&case, "rate"),
            number(&case, "momentum"),
        );
        agree("weights", &weights, &numbers(&case["new_weights"]), 1e-6);
        agree("velocity", &velocity, &numbers(&case["new_velocity"]), 1e-6);
    }
    for case in cases(TABLE, "roll") {
        let found = momentum::roll(
            vector(&case, "start"),
            vector(&case, "curvatures"),
            number(&case, "rate"),
            number(&case, "momentum"),
            case["path"].as_array().expect("rows").len(),
        );
        agree("path", &found.concat(), &path(&case), 5e-6);
    }
}

#[test]
fn the_lesson_on_momentum_works_its_examples_out_rightly() {
    let near = |found: f32, told: f32| assert!((found - told).abs() < 1e-6, "{found}");
    let (weights, velocity) = momentum::momentum_step(vec![1.0], vec![0.5], vec![2.0], 0.1, 0.9);
    near(velocity[0], 2.45);
    near(weights[0], 0.755);
    let path = momentum::roll(vec![1.0], vec![2.0], 0.1, 0.5, 2).concat();
    near(path[0], 0.8);
    near(path[1], 0.54);
    // A gradient of 1, again and again.
    let mut state = (vec![0.0], vec![0.0]);
    for _ in 0..300 {
        state = momentum::momentum_step(state.0, state.1, vec![1.0], 0.1, 0.9);
    }
    assert!((state.1[0] - 10.0).abs() < 1e-4, "{state:?}");
}

#[test]
fn steps_of_adam_and_its_way_down_are_those_of_pytorch() {
    const TABLE: &str = include_str!("adam.json");
    for case in cases(TABLE, "step") {
        let of = |name| vector(&case, name);
        let (m, v) = adam::moments(of("m"), of("v"), of("gradient"));
        agree("m", &m, &numbers(&case["new_m"]), 1e-6);
        agree("v", &v, &numbers(&case["new_v"]), 1e-6);
        let t = case["t"].as_u64().expect("a number") as usize;
        let weights = adam::adam_step(of("weights"), m, v, t, number(&case, "rate"));
        agree("weights", &weights, &numbers(&case["new_weights"]), ADAM);
    }
    for case in cases(TABLE, "walk") {
        let found = adam::adam(
            vector(&case, "start"),
            vector(&case, "curvatures"),
            number(&case, "rate"),
            case["path"].as_array().expect("rows").len(),
        );
        agree("path", &found.concat(), &path(&case), 10.0 * ADAM);
    }
}

#[test]
fn the_lesson_on_adam_works_its_example_out_rightly() {
    let (m, v) = adam::moments(vec![0.0], vec![0.0], vec![2.0]);
    agree("m", &m, &[0.2], 1e-6);
    agree("v", &v, &[0.004], 1e-6);
    let path = adam::adam(vec![1.0], vec![2.0], 0.1, 2).concat();
    agree("path", &path, &[0.9, 0.8004], 5e-5);
}

#[test]
fn the_rates_of_a_schedule_are_those_of_pytorch() {
    for case in cases(include_str!("schedule.json"), "schedule") {
        let whole = |name: &str| case[name].as_u64().expect("a number") as usize;
        let total = whole("total");
        let rate = |step| {
            let (peak, floor) = (number(&case, "peak"), number(&case, "floor"));
            schedule::learning_rate(step, whole("warmup"), total, peak, floor)
        };
        let rates = Vec::from_iter((0..total).map(rate));
        agree("rates", &rates, &numbers(&case["rates"]), 2e-7);
        // It stays where it ends.
        let floor = number(&case, "floor");
        assert_eq!((rate(total), rate(2 * total + 1)), (floor, floor));
    }
}

#[test]
fn the_lesson_on_schedules_works_its_example_out_rightly() {
    let rates = Vec::from_iter((0..6).map(|step| schedule::learning_rate(step, 2, 6, 1.0, 0.2)));
    agree("rates", &rates, &[0.5, 1.0, 0.883, 0.6, 0.317, 0.2], 5e-4);
    let path = schedule::descend(vec![1.0], vec![0.5], 2, 6, 1.0, 0.2).concat();
    let mut weight = 1.0;
    for (found, rate) in path.iter().zip(rates) {
        weight *= 1.0 - 0.5 * rate;
        assert!((found - weight).abs() < 1e-6, "{found} and not {weight}");
    }
    assert_eq!(path.len(), 6);
}

#[test]
fn steps_of_adam_with_l2_and_of_adamw_are_those_of_pytorch() {
    for case in cases(include_str!("adamw.json"), "rows") {
        let t = case["t"].as_u64().expect("a number") as usize;
        for (name, step) in [("adam_l2", adamw::adam_l2 as Step), ("adamw", adamw::adamw)] {
            let of = |name| vector(&case, name);
            let (parameters, m, v) = step(
                of("parameters"),
                of("gradient"),
                of("m"),
                of("v"),
                t,
                number(&case, "rate"),
                number(&case, "decay"),
            );
            let truth = |part: &str| numbers(&case[name][part]);
            agree(name, &parameters, &truth("parameters"), ADAM);
            agree(name, &m, &truth("m"), 1e-6);
            agree(name, &v, &truth("v"), 1e-6);
        }
    }
}

#[test]
fn the_lesson_on_adamw_works_its_example_out_rightly() {
    let of = |step: Step| {
        let (both, none) = (|number: f32| vec![number; 2], vec![0.0; 2]);
        step(both(2.0), both(3.0), none.clone(), none, 1, 0.1, 0.5).0
    };
    agree("with L2", &of(adamw::adam_l2), &[1.9, 1.9], ADAM);
    agree("AdamW", &of(adamw::adamw), &[1.8, 1.9], ADAM);
}
