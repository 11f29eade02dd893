//! The check of a gradient beside NumPy, and the numbers that its lesson and the hunt tell.

#[path = "../../solutions/03_gradient/gradient_check.rs"]
#[expect(dead_code, reason = "a test has a `main` of its own")]
mod gradient_check;
#[path = "../../exercises/03_gradient/hunt_training.rs"]
#[expect(dead_code, reason = "a test has a `main` of its own")]
mod hunt_as_given;
#[path = "../../solutions/03_gradient/hunt_training.rs"]
#[expect(dead_code, reason = "a test has a `main` of its own")]
mod hunted;

use gradient_check::{central_difference, is_gradient, value};

#[test]
fn central_differences_are_those_of_numpy() {
    let table = include_str!("gradient_check.txt");
    for (number, line) in table.lines().enumerate() {
        let mut numbers = line.split(' ').map(|word| word.parse().expect("a number"));
        let mut take = |count: usize| -> Vec<f64> { numbers.by_ref().take(count).collect() };
        let sizes = take(2);
        let (count, n) = (sizes[0] as usize, sizes[1] as usize);
        let terms: Vec<Vec<f64>> = (0..count).map(|_| take(1 + n)).collect();
        let (x, step, expected) = (take(n), take(1)[0], take(n));
        let found = central_difference(terms.clone(), x.clone(), step);
        assert_eq!(found.len(), n, "line {}", number + 1);
        for (found, expected) in found.iter().zip(&expected) {
            let allowed = 1e-9 * (1.0 + expected.abs());
            assert!(
                (found - expected).abs() <= allowed,
                "line {}: {found} for {expected}",
                number + 1
            );
        }
    }
    assert_eq!(table.lines().count(), 24);
}

#[test]
fn the_lesson_on_gradient_checks_works_its_example_out_rightly() {
    let cube = vec![vec![1.0, 3.0]];
    let found = central_difference(cube.clone(), vec![2.0], 0.1)[0];
    assert!((found - 12.01).abs() < 1e-9, "{found}");
    let one_sided = (value(&cube, &[2.1]) - value(&cube, &[2.0])) / 0.1;
    assert!((one_sided - 12.61).abs() < 1e-9, "{one_sided}");
    assert_eq!(value(&[vec![5.0, 2.0, 1.0]], &[3.0, 2.0]), 90.0);
    assert!(is_gradient(cube.clone(), vec![2.0], vec![12.0]));
    assert!(!is_gradient(cube, vec![2.0], vec![12.01]));
}

#[test]
fn the_training_of_the_hunt_is_as_its_lesson_and_its_symptoms_tell() {
    let given = hunt_as_given::train(30);
    for (epoch, (loss, drawn)) in given.iter().zip(hunt_as_given::AS_GIVEN).enumerate() {
        assert!((loss - drawn).abs() < 0.000_6, "epoch {epoch}: {loss}");
    }
    assert_eq!(hunt_as_given::AS_GIVEN, hunted::AS_GIVEN);
    let two = |x: f64| format!("{x:.2}");
    let mended = hunted::train(30);
    assert_eq!(two(given[0]), "14.55");
    assert_eq!(two(mended[0]), "13.78");
    assert_eq!(two(mended[30]), "0.01");
    // It looks like a training: it falls at first, then overfits.
    let best = given.iter().copied().fold(f64::INFINITY, f64::min);
    assert!(
        given[0] > 10.0 * best && given[30] > 1.3 * best,
        "{given:?}"
    );
    assert_eq!(hunted::batch_sizes(50, 16), [16, 16, 16, 2]);
    assert_eq!(hunt_as_given::batch_sizes(50, 16), [16, 16, 16]);
}
