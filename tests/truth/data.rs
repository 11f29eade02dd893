//! The chapter "Data", beside PyTorch, NumPy, SciPy and pandas.

#[path = "../../solutions/01_data/augment.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod augment;
#[path = "../../solutions/01_data/batches.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod batches;
#[path = "../../solutions/01_data/clean.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod clean;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

fn table() -> Json {
    parsed(include_str!("batches.json"))
}

fn parsed(table: &str) -> Json {
    serde_json::from_str(table).expect("JSON")
}

fn cases<'a>(table: &'a Json, name: &str, count: usize) -> &'a [Json] {
    let cases = table[name].as_array().expect("cases");
    assert_eq!(cases.len(), count);
    cases
}

fn read<T: DeserializeOwned>(json: &Json) -> T {
    serde_json::from_value(json.clone()).expect("a value of this type")
}

#[test]
fn an_order_is_cut_into_batches_as_pytorch_cuts_it() {
    for case in cases(&table(), "cut", 9) {
        let found = batches::cut(read(&case["order"]), read(&case["size"]));
        assert_eq!(found, read::<Vec<Vec<usize>>>(&case["batches"]), "{case}");
    }
}

#[test]
fn examples_are_picked_as_numpy_picks_them() {
    for case in cases(&table(), "pick", 4) {
        let (rows, labels, batch) = (&case["rows"], &case["labels"], &case["batch"]);
        let (rows, labels) = batches::pick(read(rows), read(labels), read(batch));
        assert_eq!(rows, read::<Vec<Vec<f32>>>(&case["picked_rows"]), "{case}");
        assert_eq!(labels, read::<Vec<usize>>(&case["picked_labels"]), "{case}");
    }
}

#[test]
fn the_lesson_on_batches_works_its_examples_out_rightly() {
    let cut = batches::cut(vec![4, 0, 6, 2, 5, 1, 3], 3);
    assert_eq!(cut, [vec![4, 0, 6], vec![2, 5, 1], vec![3]]);
    let labels = vec![0, 0, 1, 1, 2, 2, 2];
    let picked = batches::pick(vec![vec![0.0]; 7], labels, vec![4, 0, 6]);
    assert_eq!(picked.1, [2, 0, 2]);
}

#[test]
fn every_epoch_has_every_example_once_and_an_order_of_its_own() {
    let all = batches::batches(100, 7, 3, 5);
    assert_eq!(all.len(), 45);
    let epochs: Vec<Vec<usize>> = all.chunks(15).map(<[Vec<usize>]>::concat).collect();
    for epoch in &epochs {
        let mut sorted = epoch.clone();
        sorted.sort();
        assert_eq!(sorted, Vec::from_iter(0..100));
    }
    assert!(epochs[0] != epochs[1] && epochs[1] != epochs[2] && epochs[0] != epochs[2]);
}

#[test]
fn lines_are_kept_and_dropped_as_pandas_finds_them() {
    for case in cases(&parsed(include_str!("clean.json")), "cases", 4) {
        let (words, rows) = clean::clean(read(&case["lines"]));
        assert_eq!(words, read::<Vec<String>>(&case["words"]), "{case}");
        let truth: Vec<Vec<f64>> = read(&case["rows"]);
        assert_eq!(rows.len(), truth.len(), "{case}");
        for (found, right) in rows.concat().into_iter().zip(truth.concat()) {
            assert!(
                (f64::from(found) - right).abs() <= 2e-7 * right,
                "{found} and not {right}"
            );
        }
    }
}

#[test]
fn the_lesson_on_clean_data_works_its_examples_out_rightly() {
    let number = |cell: &str| clean::number(cell.to_owned());
    for cell in ["39.1 mm", "39.1", "39,1 mm", "3.91 cm"] {
        let found = number(cell).expect("a number");
        assert!((found - 39.1).abs() < 1e-5, "{cell}: {found}");
    }
    assert_eq!(number("3.75 kg"), Some(3750.0));
    assert_eq!(["NA", "?", "", "NaN"].map(number), [None, None, None, None]);
    let lines = [
        "A7; 39,1 mm; 3.75 kg",
        "B2; 40.2; NA",
        "A7; 3.91 cm; 3750",
        "B2; 40.2 mm; 4.1",
    ];
    let (words, rows) = clean::clean(lines.map(str::to_owned).into());
    assert_eq!(words, ["kept", "gap", "duplicate", "impossible"]);
    assert_eq!(rows, [[39.1, 3750.0]]);
}

#[test]
fn images_are_shifted_as_scipy_shifts_them() {
    for case in cases(&parsed(include_str!("augment.json")), "shift", 8) {
        let (image, width) = (read(&case["image"]), read(&case["width"]));
        let found = augment::shift(image, width, read(&case["dx"]), read(&case["dy"]));
        assert_eq!(found, read::<Vec<f32>>(&case["shifted"]), "{case}");
    }
}

#[test]
fn the_lesson_on_augmentation_works_its_examples_out_rightly() {
    let image = vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    let shift = |dx, dy| augment::shift(image.clone(), 3, dx, dy);
    assert_eq!(shift(1, 0), [0.0, 1.0, 2.0, 0.0, 4.0, 5.0]);
    assert_eq!(shift(0, -1), [4.0, 5.0, 6.0, 0.0, 0.0, 0.0]);
    let (images, labels) = augment::augment(vec![image.clone(), vec![0.0; 6]], vec![3, 8], 3);
    assert_eq!(labels, [3, 3, 3, 3, 3, 8, 8, 8, 8, 8]);
    let five = [
        shift(0, 0),
        shift(1, 0),
        shift(-1, 0),
        shift(0, 1),
        shift(0, -1),
    ];
    assert_eq!(images[..5], five);
}
