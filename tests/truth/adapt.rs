//! The chapter "Adapt", beside NumPy, SciPy and PyTorch.

#[path = "../../solutions/15_adapt/choice_eval.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod choice_eval;
#[path = "../../solutions/15_adapt/dpo.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod dpo;

use gradlings::prelude::{AsArray, Backward, TensorFromVec, Trace, Vector, device};
use serde_json::Value as Json;

fn table() -> Json {
    serde_json::from_str(include_str!("choice_eval.json")).expect("JSON")
}

fn list(json: &Json) -> Vec<Json> {
    json.as_array().expect("a list").clone()
}

fn number(json: &Json) -> f64 {
    json.as_f64().expect("a number")
}

fn count(json: &Json) -> usize {
    json.as_u64().expect("a whole number") as usize
}

#[test]
fn options_are_chosen_and_counted_as_by_numpy() {
    let questions = list(&table()["questions"]);
    let options = |question: &Json| -> Vec<Vec<f32>> {
        let rows = list(&question["options"]).into_iter();
        rows.map(|row| list(&row).iter().map(|log| number(log) as f32).collect())
            .collect()
    };
    let choices: Vec<usize> = questions.iter().map(|it| count(&it["choice"])).collect();
    for (question, choice) in questions.iter().zip(&choices) {
        assert_eq!(choice_eval::choose(options(question)), *choice);
    }
    let n = choices.len();
    assert_eq!(choice_eval::right(choices.clone(), choices.clone()), n);
    let others = choices.iter().map(|choice| choice + 1).collect();
    assert_eq!(choice_eval::right(choices, others), 0);
}

#[test]
fn intervals_are_those_of_scipy_and_the_lesson_rounds_them() {
    let intervals = list(&table()["intervals"]);
    for it in &intervals {
        let (low, high) = choice_eval::interval(count(&it["right"]), count(&it["questions"]));
        for (ours, truth) in [(low, &it["low"]), (high, &it["high"])] {
            // Near 0, what is left of two nearly equal numbers has their rounding.
            let off = (f64::from(ours) - number(truth)).abs();
            assert!(off <= 1e-6, "{it}: {ours}");
        }
    }
    let lesson = include_str!("../../exercises/15_adapt/choice_eval.rs");
    for (it, line) in intervals.iter().zip(["6 of 10:     ", "600 of 1000: "]) {
        let (low, high) = (number(&it["low"]), number(&it["high"]));
        let line = format!("{line}{low:.3} to {high:.3}");
        assert!(lesson.contains(&line), "{line}");
    }
    // What the question before the run says.
    let (low, high) = (number(&intervals[2]["low"]), number(&intervals[2]["high"]));
    assert_eq!(
        (format!("{low:.2}"), format!("{high:.2}")),
        ("0.39".into(), "0.78".into())
    );
}

#[test]
fn losses_of_preferences_and_their_gradients_are_those_of_pytorch() {
    let table: Json = serde_json::from_str(include_str!("dpo.json")).expect("JSON");
    for case in list(&table["cases"]) {
        let vector = |of: &str, at: usize| -> Vector {
            let numbers: Vec<f32> = list(&case[of][at])
                .iter()
                .map(|it| number(it) as f32)
                .collect();
            let length = numbers.len();
            device().tensor_from_vec(numbers, (length,))
        };
        let (chosen, rejected) = (vector("policy", 0), vector("policy", 1));
        let loss = dpo::dpo(
            chosen.leaky_trace(),
            rejected.leaky_trace(),
            vector("reference", 0),
            vector("reference", 1),
            number(&case["beta"]) as f32,
        );
        let off = (f64::from(loss.array()) - number(&case["loss"])).abs();
        assert!(off <= 1e-5 * number(&case["loss"]).max(1.0), "{case}");
        let gradients = loss.backward();
        for (at, of) in [&chosen, &rejected].into_iter().enumerate() {
            let ours = gradients.get(of).as_vec();
            for (ours, truth) in ours.iter().zip(list(&case["gradients"][at])) {
                assert!((f64::from(*ours) - number(&truth)).abs() <= 1e-5, "{case}");
            }
        }
    }
}

#[test]
fn the_example_of_the_lesson_is_right() {
    let one = |number: f32| -> Vector { device().tensor_from_vec(vec![number], (1,)) };
    let loss = dpo::dpo(one(-10.0), one(-9.0), one(-12.0), one(-8.0), 0.1);
    assert_eq!(format!("{:.3}", loss.array()), "0.554");
}
