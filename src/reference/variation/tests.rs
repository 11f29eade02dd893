use std::cell::Cell;

use crate::handler::function;
use crate::reference::Reference;
use crate::sheet::Change;

thread_local!(static MOST_EPOCHS: Cell<usize> = const { Cell::new(0) });

fn epochs_of(epochs: usize, batch: usize, _seed: u64) -> usize {
    MOST_EPOCHS.set(MOST_EPOCHS.get().max(epochs));
    epochs * 10 + batch
}

/// The same for rows that are turned or reversed.
fn steps_between(rows: Vec<f32>) -> f32 {
    let next = rows.iter().cycle().skip(1);
    rows.iter()
        .zip(next)
        .map(|(one, other)| (one - other).abs())
        .sum()
}

#[test]
fn rows_are_put_in_an_order_that_is_neither_turned_nor_reversed() {
    let sheet = Reference::of("f", function(steps_between))
        .inputs(["rows"])
        .cases(6, |g, i| (g.numbers(2 + i),))
        .sheet(0)
        .expect("it works");
    let mut asked = 0;
    for variation in &sheet[0].variations {
        let Change::Reordered { order, .. } = &variation.change else {
            continue;
        };
        asked += 1;
        assert!(order.len() >= 4);
        let right = &sheet[0].cases[variation.case].right.parts;
        assert_ne!(&variation.right, right, "{order:?}");
    }
    // Of fewer than four rows there is no such order.
    assert_eq!(asked, 4);
}

#[test]
fn a_seed_never_changes_places_with_a_count_and_two_counts_do() {
    let sheet = Reference::of("f", function(epochs_of))
        .inputs(["epochs", "batch", "seed"])
        .cases(12, |g, i| (i, 1 + 2 * i, g.seed()))
        .sheet(0)
        .expect("it works");
    let exchanged = |wanted| {
        let changes = sheet[0]
            .variations
            .iter()
            .map(|variation| &variation.change);
        changes
            .filter(|change| matches!(change, Change::Exchanged { inputs } if *inputs == wanted))
            .count()
    };
    assert_eq!([exchanged((0, 2)), exchanged((1, 2))], [0, 0]);
    assert_eq!((exchanged((0, 1)), MOST_EPOCHS.get()), (12, 23));
}

#[test]
fn another_input_is_tried_on_large_cases_as_well_as_on_small_ones() {
    let sheet = Reference::of("f", function(|rows: Vec<f32>, times: f32| times * rows[0]))
        .inputs(["rows", "times"])
        .cases(12, |g, i| (g.numbers(2 + i), g.number(0.5..2.0)))
        .sheet(0)
        .expect("it works");
    let variations = sheet[0].variations.iter();
    let others = variations.filter(|it| it.change == Change::Another { input: 1 });
    let mut cases = Vec::from_iter(others.map(|variation| variation.case));
    cases.dedup();
    assert_eq!(cases, [0, 11, 1]);
}
