//! Rows that were shuffled or split into groups.

use gradlings::comparator::{Comparator, Correspondence};
use gradlings::sheet::CheckKind;
use gradlings::wire::{Array, Value};

use super::families::Family;
use crate::support::{Sheet, arrays, integers, returned};

const ROWS: usize = 12;

/// A split of twelve rows of two numbers, each with its number as its label.
fn split(training: [&[usize]; 2], validation: [&[usize]; 2]) -> Vec<Value> {
    let rows = |places: &[usize]| {
        let row = |&at: &usize| Array::vector(vec![at as f32, at as f32 * 0.5]);
        arrays(places.iter().map(row).collect())
    };
    let labels = |places: &[usize]| integers(Vec::from_iter(places.iter().map(|&at| at as i64)));
    vec![
        rows(training[0]),
        labels(training[1]),
        rows(validation[0]),
        labels(validation[1]),
    ]
}

fn together(training: &[usize], validation: &[usize]) -> Vec<Value> {
    split([training, training], [validation, validation])
}

pub fn families() -> Vec<Family> {
    let sheet = |yours: Vec<Value>| {
        let groups = Correspondence {
            groups: vec![(0, 1), (2, 3)],
            original: (0, 1),
        };
        let order: Vec<usize> = (0..ROWS).collect();
        let inputs = together(&order, &[])[..2].to_vec();
        let right = together(&[3, 1, 0, 2, 7, 5, 4, 6, 11], &[9, 8, 10]);
        let parts = [
            ("rows", Comparator::Correspondence(groups)),
            ("labels", Comparator::Free),
            ("other rows", Comparator::Free),
            ("other labels", Comparator::Free),
        ];
        Sheet::of_parts(CheckKind::Function, parts).case_of(inputs, right, returned(yours))
    };
    const NINE: [usize; 9] = [3, 1, 0, 2, 7, 5, 4, 6, 11];
    const THREE: [usize; 3] = [9, 8, 10];
    let order: Vec<usize> = (0..ROWS).collect();
    let labels = |labels: &[usize]| split([&NINE, labels], [&THREE, &THREE]);
    let moved = Family::of("rows that are moved")
        .sheet(&[], &sheet(together(&NINE, &THREE)))
        .sheet(
            &["rows.size"],
            &sheet(together(&NINE[..8], &[11, 9, 8, 10])),
        )
        .sheet(&["rows.unpaired"], &sheet(labels(&NINE[..8])))
        .sheet(
            &["rows.one_changed"],
            &sheet(together(&[3, 1, 0, 2, 7, 5, 4, 6, 77], &THREE)),
        )
        .sheet(
            &["rows.many_changed"],
            &sheet(together(&[3, 1, 0, 2, 7, 5, 4, 78, 77], &THREE)),
        )
        .sheet(
            &["rows.one_parted"],
            &sheet(labels(&[3, 1, 0, 2, 7, 5, 4, 6, 6])),
        )
        .sheet(
            &["rows.many_parted"],
            &sheet(labels(&[1, 3, 0, 2, 7, 5, 4, 6, 11])),
        )
        .sheet(&["rows.one_repeated"], &sheet(together(&NINE, &[9, 8, 8])))
        .sheet(&["rows.many_repeated"], &sheet(together(&NINE, &[8, 8, 8])))
        .sheet(&["rows.one_lost"], &sheet(together(&NINE, &THREE[..2])))
        .sheet(&["rows.many_lost"], &sheet(together(&NINE, &THREE[..1])))
        .sheet(
            &["rows.not_shuffled"],
            &sheet(together(&order[..9], &order[9..])),
        )
        .sheet(
            &[],
            &sheet(together(&[1, 0, 2, 3, 4, 5, 6, 7, 8], &order[9..])),
        );
    vec![moved]
}
