//! The table of numbers under a diagnosis.

use gradlings::comparator::{Comparator, CurveComparator};
use gradlings::sheet::CheckKind;
use gradlings::wire::{Array, Value};

use super::curves::falling;
use super::families::Family;
use crate::support::{
    Random, Sheet, arrays, integers, matrix, number, returned, tensor, text, vector,
};

const CLOSE: Comparator = Comparator::Close(None);

fn of(comparator: Comparator, right: Value, yours: Value) -> Sheet {
    Sheet::of(comparator).case(vec![vector([1.0, 2.0])], right, yours)
}

fn forms() -> Family {
    let list = |of: &[&[f32]]| arrays(of.iter().map(|it| Array::vector(it.to_vec())).collect());
    Family::of("heads of rows: forms")
        .table(
            &["numbers.shape"],
            &of(CLOSE, vector([1.0]), vector([1.0, 2.0])),
        )
        .table(&["numbers.sort"], &of(CLOSE, vector([1.0]), text("one")))
        .table(&["numbers.arrays"], &of(CLOSE, list(&[&[1.0]]), list(&[])))
        .table(
            &["numbers.shape_of_array"],
            &of(CLOSE, list(&[&[1.0]]), list(&[&[1.0, 2.0]])),
        )
        .table(
            &["numbers_names.in_array"],
            &of(
                CLOSE,
                list(&[&[1.0], &[2.0, 3.0]]),
                list(&[&[1.0], &[2.0, 4.0]]),
            ),
        )
        .table(
            &["numbers_names.the_number"],
            &of(CLOSE, number(1.0), number(2.0)),
        )
        .table(
            &["numbers_names.the_answer"],
            &of(Comparator::Exact, Value::Flag(true), Value::Flag(false)),
        )
        .table(&[], &of(CLOSE, vector([1.0]), vector([2.0])))
}

fn kinds() -> Family {
    let count = |n: i64| Value::Integers(Array::scalar(n));
    let mut ranks = of(Comparator::AtMost(1.0), integers([4, 4]), integers([4, 8]));
    ranks.check.kind = CheckKind::Ranks;
    let simplex = matrix([[0.5, 0.9]]);
    let accuracy = |at_least: f32, claimed: f32| {
        let labels = vec![0, 1, 1, 0];
        let logits = [[2.0, 1.0], [0.0, 3.0], [-2.0, -1.0], [0.5, 0.6]];
        let measured = Comparator::Accuracy {
            labels: labels.clone(),
            at_least,
        };
        let parts = [
            ("logits", measured),
            ("accuracy", Comparator::Claim { logits: 0, labels }),
        ];
        let right = vec![
            matrix([[9.0, 1.0], [1.0, 9.0], [1.0, 9.0], [9.0, 1.0]]),
            number(1.0),
        ];
        let yours = returned([matrix(logits), number(claimed)]);
        Sheet::of_parts(CheckKind::Training, parts).case_of(vec![], right, yours)
    };
    let normal = |by: f32| vector(Vec::from_iter(Random(1).vector(500).iter().map(|x| x + by)));
    Family::of("heads of rows: what is counted and measured")
        .table(
            &["numbers.all", "numbers.will_do"],
            &of(Comparator::AtMost(1.0), count(4), count(8)),
        )
        .table(&["numbers.rank", "numbers.will_do"], &ranks)
        .table(
            &["numbers.sum_of_row"],
            &of(Comparator::Simplex, matrix([[0.5, 0.5]]), simplex),
        )
        .table(
            &["numbers.share_right", "numbers.at_least"],
            &accuracy(0.8, 0.75),
        )
        .table(
            &["numbers.accuracy", "numbers.measured"],
            &accuracy(0.7, 0.95),
        )
        .table(
            &["numbers.in_any_order"],
            &of(
                Comparator::SameMultiset,
                vector([1.0, 2.0]),
                vector([2.0, 3.0]),
            ),
        )
        .table(
            &["numbers.by_chance"],
            &of(Comparator::Statistics, normal(0.0), normal(1.0)),
        )
        .table(
            &["numbers.exact"],
            &of(Comparator::Exact, vector([1.0]), vector([2.0])),
        )
}

fn curves() -> Family {
    use CurveComparator::{EndsLow, Falls, FallsBelow, Follows, Rises, RisesAbove, StaysWithin};
    let within = || StaysWithin {
        low: 0.0,
        high: 2.0,
    };
    let low = EndsLow {
        factor: 1.5,
        slack: 0.05,
    };
    let right = [2.0, 1.0, 0.5, 0.4, 0.3, 0.3, 0.2, 0.2, 0.2, 0.1];
    Family::of("curves")
        .table(
            &["numbers.curve", "numbers.end", "numbers.at_most"],
            &falling(low, Some(&[3.0, 0.5])),
        )
        .table(
            &["numbers.curve", "numbers.end", "numbers.less_than"],
            &falling(Falls, Some(&[1.0, 2.0])),
        )
        .table(
            &["numbers.curve", "numbers.end", "numbers.more_than"],
            &falling(Rises, Some(&[2.0, 1.0])),
        )
        .table(
            &["numbers.curve", "numbers.end", "numbers.less_than"],
            &falling(FallsBelow(0.5), Some(&[1.0, 2.0])),
        )
        .table(
            &["numbers.curve", "numbers.end", "numbers.more_than"],
            &falling(RisesAbove(5.0), Some(&[1.0, 2.0])),
        )
        .table(
            &["numbers.curve", "numbers.step", "numbers.at_most"],
            &falling(within(), Some(&[1.0, 3.0])),
        )
        .table(
            &["numbers.curve", "numbers.step", "numbers.at_least"],
            &falling(within(), Some(&[1.0, -1.0])),
        )
        .table(
            &[
                "numbers.curve",
                "numbers.step",
                "numbers.not_finite",
                "numbers.finite",
            ],
            &falling(within(), Some(&[1.0, f32::NAN])),
        )
        .table(
            &["numbers.curve", "numbers.step", "sequence_labels.gap"],
            &falling(Follows(0.01), Some(&right[..9])),
        )
        .table(&["numbers.curve"], &falling(within(), None))
        .table(
            &["numbers_names.the_number"],
            &of(CLOSE, number(1.0), number(2.0)),
        )
}

fn sequences() -> Family {
    Family::of("sequences side by side")
        .table(
            &["numbers.all", "sequence_labels.position"],
            &of(
                Comparator::Sequence,
                integers([1, 2, 3]),
                integers([1, 5, 3]),
            ),
        )
        .table(
            &[
                "numbers.all",
                "sequence_labels.position_of_expected",
                "sequence_labels.gap",
            ],
            &of(Comparator::Sequence, integers([1, 2, 3]), integers([1, 3])),
        )
        .table(
            &[
                "numbers.all",
                "sequence_labels.position_of_yours",
                "sequence_labels.gap",
            ],
            &of(Comparator::Sequence, integers([1, 3]), integers([1, 2, 3])),
        )
        .table(
            &["numbers.all", "sequence_labels.positions"],
            &of(
                Comparator::Sequence,
                integers([1, 2, 3, 4, 5]),
                integers([1, 3, 9, 5]),
            ),
        )
}

fn tolerances() -> Family {
    let sheet = |x: &[f32], noise: f32| {
        let mut sheet = Sheet::of(CLOSE).case(vec![vector(x)], number(1.0), number(2.0));
        sheet.check.cases[0].noise = vec![vec![noise]];
        sheet
    };
    Family::of("tolerances")
        .table(&["numbers.tolerance"], &of(CLOSE, number(1.0), number(2.0)))
        .table(
            &["numbers.tolerance_of_one"],
            &Sheet::of(CLOSE).case(vec![number(1.0)], number(1.0), number(2.0)),
        )
        .table(&["numbers.tolerance_rounded"], &sheet(&[1.0, 2.0], 0.01))
        .table(&["numbers.tolerance_rounded_of_one"], &sheet(&[1.0], 0.01))
        .table(&["numbers.tolerance"], &sheet(&[1.0, 2.0], 0.0))
        .table(&["numbers.tolerance_of_one"], &sheet(&[1.0], 0.0))
}

/// How inputs are written down.
fn values() -> Family {
    let input = |value: Value| Sheet::of(Comparator::Exact).case(vec![value], text("a"), text("b"));
    let bytes = |shape: &[usize]| {
        let count = shape.iter().product();
        Value::Bytes(Array::new(shape.to_vec(), vec![7; count]).expect("it is that long"))
    };
    let list = |lengths: &[usize]| {
        arrays(
            lengths
                .iter()
                .map(|&n| Array::vector(vec![0.5; n]))
                .collect(),
        )
    };
    Family::of("values in short")
        .table(&["numbers_names.bytes"], &input(bytes(&[2, 3])))
        .table(
            &["numbers_names.nothing"],
            &input(tensor(&[0, 3, 2], vec![])),
        )
        .table(&["numbers_names.begun"], &input(vector([0.5; 20])))
        .table(&["numbers_names.ragged"], &input(list(&[7, 8])))
        .table(&[], &input(tensor(&[0, 3], vec![])))
        .table(&[], &input(bytes(&[6])))
        .table(&[], &input(vector([0.5; 12])))
        .table(&["numbers_names.begun"], &input(list(&[8, 8])))
        .table(&[], &input(list(&[5, 6])))
}

pub fn families() -> Vec<Family> {
    vec![
        forms(),
        kinds(),
        curves(),
        sequences(),
        tolerances(),
        values(),
    ]
}
