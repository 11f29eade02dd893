//! The chapter "Inside a network", beside NumPy and Python's safetensors.

#[path = "../../solutions/08_inside/adversarial.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod adversarial;
#[path = "../../solutions/08_inside/probe.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod probe;
#[path = "../../solutions/08_inside/saliency.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod saliency;

use course::mnist::{self, Digits, Images};
use course::trained;
use gradlings::prelude::*;
use serde_json::Value as Json;

fn numbers(json: &Json) -> Vec<f32> {
    let numbers = json.as_array().expect("numbers").iter();
    numbers
        .map(|number| number.as_f64().expect("a number") as f32)
        .collect()
}

fn whole(json: &Json) -> Vec<usize> {
    let numbers = json.as_array().expect("numbers").iter();
    numbers
        .map(|number| number.as_u64().expect("a whole number") as usize)
        .collect()
}

fn rows(json: &Json) -> Vec<f32> {
    let rows = json.as_array().expect("rows").iter();
    rows.flat_map(numbers).collect()
}

fn labels(classes: Vec<usize>) -> Labels {
    let count = classes.len();
    device().tensor_from_vec(classes, (count,))
}

/// Whether both are as near as `f32` allows, beside the largest of them.
#[track_caller]
fn near(ours: Vec<f32>, truth: Vec<f32>) {
    assert_eq!(ours.len(), truth.len());
    let largest = truth.iter().fold(0.0_f32, |a, b| a.max(b.abs()));
    for (at, (ours, truth)) in ours.into_iter().zip(truth).enumerate() {
        assert!(
            (ours - truth).abs() <= 2e-6 * largest,
            "{ours} and not {truth} at {at}"
        );
    }
}

#[test]
fn the_logits_of_the_trained_network_and_their_gradients_are_those_of_numpy() {
    let table: Json = serde_json::from_str(include_str!("saliency.json")).expect("JSON");
    let places = whole(&table["places"]);
    let images = mnist::training().images_tensor(&device(), &places);
    near(
        trained::logits(images.clone()).as_vec(),
        rows(&table["logits"]),
    );
    let gradient = saliency::class_gradient(images, labels(whole(&table["classes"])));
    near(gradient.as_vec(), rows(&table["gradients"]));
}

#[test]
fn the_map_in_the_lesson_on_saliency_is_that_of_its_example() {
    let lesson = include_str!("../../exercises/08_inside/saliency.rs");
    let channels = vec![0.5, -1.0, -2.0, 0.25, 1.0, 0.0];
    let map = saliency::saliency_map(device().tensor_from_vec(channels, (3, 1, 2)));
    assert_eq!(map.as_vec(), [2.0, 1.0]);
    for said in ["`[0.5, -1]`, `[-2, 0.25]` and `[1, 0]`", "map is `[2, 1]`"] {
        assert!(lesson.contains(said), "{said}");
    }
}

#[test]
fn the_gradient_of_the_loss_and_the_attacked_digits_are_those_of_numpy() {
    let table: Json = serde_json::from_str(include_str!("adversarial.json")).expect("JSON");
    let number = |name: &str| table[name].as_f64().expect("a number") as f32;
    let images = mnist::training().images_tensor(&device(), &whole(&table["places"]));
    let classes = labels(whole(&table["labels"]));
    let truth = rows(&table["gradient"]);
    let gradient = adversarial::loss_gradient(images.clone(), classes.clone());
    near(gradient.as_vec(), truth.clone());
    let attacked = adversarial::attack(images, classes.clone(), number("epsilon"));
    let all = attacked.as_vec().into_iter().zip(rows(&table["attacked"]));
    // Where the gradient is as small as rounding, its sign is left to chance.
    for ((ours, theirs), g) in all.zip(truth) {
        assert!(
            (ours - theirs).abs() < 2e-6 || g.abs() < 1e-7,
            "{ours}, {theirs}"
        );
    }
    let logs = trained::logits(attacked).log_softmax::<Axis<1>>();
    let loss: Scalar = -logs.select(classes).mean();
    assert!((loss.array() - number("attacked loss")).abs() < 1e-4);
    assert!(number("loss") + 1.0 < number("attacked loss"));
}

/// How many digits the network reads rightly.
fn read(images: Images, digits: &Digits) -> usize {
    let logits = trained::logits(images).as_vec();
    let rows = logits.chunks_exact(10).zip(digits.labels());
    let largest = |row: &[f32]| (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b]));
    rows.filter(|(row, label)| largest(row) == Some(*label))
        .count()
}

#[test]
fn the_numbers_in_the_lesson_on_adversarial_examples_are_those_of_the_network() {
    let lesson = include_str!("../../exercises/08_inside/adversarial.rs");
    let digits = mnist::training().range(trained::SEEN..trained::SEEN + 200);
    let all: Vec<usize> = (0..200).collect();
    let images = digits.images_tensor(&device(), &all);
    let before = read(images.clone(), &digits);
    assert!(
        lesson.contains(&format!("reads {before} of 200 digits")),
        "{before}"
    );
    let classes = labels(digits.labels());
    let attacked = adversarial::attack(images.clone(), classes, 0.1);
    let after = read(attacked, &digits);
    assert!(
        lesson.contains(&format!("reads {after} of them")),
        "{after}"
    );
    let mut random = random(1);
    let pushes = (0..images.as_vec().len()).map(|_| random.gen_range(-1.0..1.0));
    let pushes = device().tensor_from_vec(pushes.collect(), *images.shape());
    let pushed = adversarial::fast_gradient_sign(images, pushes, 0.1);
    let at_random = read(pushed, &digits);
    assert!(at_random + 4 >= before, "{at_random}");
    // The example that is worked by hand.
    let made = |numbers: [f32; 5]| -> Images {
        let mut all = vec![0.0; mnist::PIXELS];
        all[..5].copy_from_slice(&numbers);
        device().tensor_from_vec(all, (1, Const, Const, Const))
    };
    let images = made([0.5, 0.5, 0.9, 0.1, 0.3]);
    let found = adversarial::fast_gradient_sign(images, made([2.0, -0.01, 1.0, -3.0, 0.0]), 0.25);
    assert_eq!(found.as_vec()[..5], [0.75, 0.25, 1.0, 0.0, 0.3]);
    assert!(lesson.contains("become\n//! 0.75, 0.25, 1, 0 and 0.3."));
}

fn matrix(json: &Json) -> Matrix {
    let rows: Vec<Vec<f32>> = json.as_array().expect("rows").iter().map(numbers).collect();
    device().tensor_from_vec(rows.concat(), (rows.len(), rows[0].len()))
}

#[test]
fn what_the_layers_give_and_what_probes_read_are_those_of_numpy() {
    let table: Json = serde_json::from_str(include_str!("probe.json")).expect("JSON");
    let layers = probe::layers(mnist::training().images_tensor(&device(), &[trained::SEEN]));
    // A sum of so many numbers needs more digits than each of them.
    let summed = |of: fn(f64) -> f64| {
        let sum = |layer: &Matrix| {
            layer
                .as_vec()
                .into_iter()
                .map(|x| of(f64::from(x)))
                .sum::<f64>() as f32
        };
        layers.iter().map(sum).collect()
    };
    near(summed(|x| x), numbers(&table["sums"]));
    near(summed(|x| x * x), numbers(&table["squares"]));
    for case in table["probes"].as_array().expect("probes") {
        let targets = numbers(&case["targets"]);
        let count = targets.len();
        let targets = device().tensor_from_vec(targets, (count,));
        let steps = case["steps"].as_u64().expect("a number") as usize;
        let logits = probe::probe(matrix(&case["x"]), targets, matrix(&case["others"]), steps);
        let truth = numbers(&case["logits"]);
        for (ours, truth) in logits.as_vec().into_iter().zip(truth) {
            assert!((ours - truth).abs() < 1e-4, "{ours} and not {truth}");
        }
    }
}

#[test]
fn the_numbers_in_the_lesson_on_probes_are_those_of_its_network_and_its_example() {
    let table: Json = serde_json::from_str(include_str!("probe.json")).expect("JSON");
    let unseen = mnist::training();
    let (training, test) = (unseen.range(8000..8400), unseen.range(9000..9400));
    let counts = probe::accuracies(training, test, 100);
    let counts: Vec<f32> = counts
        .into_iter()
        .map(|share| (share * 400.0).round())
        .collect();
    // One digit on the border may fall to the other side by rounding.
    for (ours, truth) in counts.iter().zip(numbers(&table["shares"])) {
        assert!((ours - truth * 400.0).abs() < 1.5, "{counts:?}");
    }
    let lesson = include_str!("../../exercises/08_inside/probe.rs");
    let said: Vec<f32> = numbers(&table["shares"])
        .iter()
        .map(|share| (share * 400.0).round())
        .collect();
    let said = format!(
        "{}, {}, {}, {} and {} of 400",
        said[0], said[1], said[2], said[3], said[4]
    );
    assert!(lesson.contains(&said), "{said}");
    let column = |numbers: Vec<f32>| {
        let count = numbers.len();
        device().tensor_from_vec(numbers, (count, 1))
    };
    for (steps, logit) in [(1, 3.0), (2, 4.61)] {
        let targets = device().tensor_from_vec(vec![1.0, 0.0], (2,));
        let found = probe::probe(column(vec![1.0, -1.0]), targets, column(vec![3.0]), steps);
        assert!((found.as_vec()[0] - logit).abs() < 0.005, "{steps}");
        assert!(lesson.contains(&logit.to_string()));
    }
}
