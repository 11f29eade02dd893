//! Random numbers: another distribution, or an order in them.

use gradlings::comparator::Comparator;

use super::families::Family;
use crate::support::{Random, Sheet, tensor, vector};

type Ids = &'static [&'static str];
type OfNumber = fn(f32) -> f32;

const COUNT: usize = 2000;

fn sheet(right: Vec<f32>, yours: Vec<f32>) -> Sheet {
    Sheet::of(Comparator::Statistics).case(vec![vector([1.0])], vector(right), vector(yours))
}

fn normal(seed: u64) -> Vec<f32> {
    Random(seed).vector(COUNT)
}

/// Zeros and ones, each by itself.
fn mask(seed: u64, share: f64) -> Vec<f32> {
    let mut random = Random(seed);
    let drawn = (0..COUNT).map(|_| if random.uniform() < share { 0.0 } else { 1.0 });
    drawn.collect()
}

fn distributions() -> Family {
    let table: [(Ids, OfNumber); 5] = [
        (&["finding.statistic", "finding_names.mean"], |x| x + 0.3),
        (&["finding.statistic", "finding_names.deviation"], |x| {
            1.3 * x
        }),
        (
            &["finding.statistic", "finding_names.share_of_zeros"],
            |x| x.max(0.0),
        ),
        // As far as chance takes it, and another sign.
        (&[], |x| x + 0.05),
        (&[], |x| -x),
    ];
    table.iter().fold(
        Family::of("another distribution"),
        |family, (ids, change)| {
            let yours = normal(2).into_iter().map(change).collect();
            family.sheet(ids, &sheet(normal(1), yours))
        },
    )
}

fn zeros() -> Family {
    let of = |zero: fn(usize) -> bool| {
        Vec::from_iter((0..COUNT).map(|at| if zero(at) { 0.0 } else { 1.0 }))
    };
    let right = || mask(1, 0.5);
    // Zeros in pairs, triples and so on, each of which is drawn by itself.
    let repeated = |every: usize| {
        let drawn = mask(3, 0.5);
        Vec::from_iter((0..COUNT).map(|at| drawn[at / every]))
    };
    // Each is what the one four places before it is.
    let four = {
        let mut drawn = mask(4, 0.5);
        for at in 4..COUNT {
            if at % 3 > 0 {
                drawn[at] = drawn[at - 4];
            }
        }
        drawn
    };
    Family::of("where the zeros stand")
        .sheet(
            &["finding.zeros_of_halves"],
            &sheet(right(), of(|at| at < COUNT / 2)),
        )
        .sheet(
            &["finding.zeros_follow_neighbour"],
            &sheet(right(), of(|at| at % 2 == 0)),
        )
        .sheet(
            &["finding.zeros_follow_neighbour"],
            &sheet(right(), repeated(2)),
        )
        .sheet(&["finding.zeros_follow"], &sheet(right(), four))
        .sheet(&[], &sheet(right(), mask(5, 0.5)))
        // The reference's zeros stand so too.
        .sheet(&[], &sheet(of(|at| at % 2 == 0), of(|at| at % 2 == 1)))
}

fn numbers() -> Family {
    let sorted = |from: usize| {
        let mut drawn = normal(6);
        drawn[from..].sort_by(f32::total_cmp);
        drawn
    };
    // Each is half of the one so many places before it, with the deviation of all.
    let following = |apart: usize| {
        let mut drawn = normal(7);
        for at in apart..COUNT {
            drawn[at] = 0.6 * drawn[at - apart] + 0.8 * drawn[at];
        }
        drawn
    };
    Family::of("how random numbers follow each other")
        .sheet(&["finding.means_of_halves"], &sheet(normal(1), sorted(0)))
        .sheet(
            &["finding.numbers_follow_neighbour"],
            &sheet(normal(1), following(1)),
        )
        .sheet(&["finding.numbers_follow"], &sheet(normal(1), following(3)))
        .sheet(&[], &sheet(normal(1), normal(8)))
        // Ten places are farther than is looked.
        .sheet(&[], &sheet(normal(1), following(10)))
        .sheet(&[], &sheet(sorted(0), sorted(0)))
}

/// 40 rows of 50 numbers.
fn lines() -> Family {
    const COLUMNS: usize = 50;
    let of = |number: fn(&[f32], usize) -> f32| {
        let drawn = normal(9);
        let yours = Vec::from_iter((0..COUNT).map(|at| number(&drawn, at)));
        let tensor = |of| tensor(&[COUNT / COLUMNS, COLUMNS], of);
        Sheet::of(Comparator::Statistics).case(
            vec![vector([1.0])],
            tensor(normal(1)),
            tensor(yours),
        )
    };
    Family::of("random numbers in lines that are alike")
        .sheet(
            &["finding.rows_alike"],
            &of(|drawn, at| drawn[at % COLUMNS]),
        )
        .sheet(
            &["finding.columns_alike"],
            &of(|drawn, at| drawn[at / COLUMNS]),
        )
        // Only the last row is like the first.
        .sheet(
            &[],
            &of(|drawn, at| {
                drawn[if at < COUNT - COLUMNS {
                    at
                } else {
                    at % COLUMNS
                }]
            }),
        )
}

/// The same inputs twice, with two seeds of the device.
fn seeds() -> Family {
    let of = |seeds: [u64; 2], inputs: [f32; 2], right: [Vec<f32>; 2], yours: [Vec<f32>; 2]| {
        let cases = seeds
            .into_iter()
            .zip(inputs)
            .zip(right.into_iter().zip(yours));
        cases.fold(
            Sheet::of(Comparator::Statistics),
            |sheet, ((seed, input), (right, yours))| {
                let mut sheet = sheet.case(vec![vector([input])], vector(right), vector(yours));
                if let Some(case) = sheet.check.cases.last_mut() {
                    case.seed = seed;
                }
                sheet
            },
        )
    };
    let right = || [normal(1), normal(2)];
    let same = || [normal(3), normal(3)];
    let masks = |one, other| [mask(one, 0.5), mask(other, 0.5)];
    Family::of("random numbers for two seeds of the device")
        .sheet(
            &["finding.seed_ignored"],
            &of([1, 2], [1.0, 1.0], right(), same()),
        )
        .sheet(
            &[],
            &of([1, 2], [1.0, 1.0], right(), [normal(3), normal(4)]),
        )
        .sheet(&[], &of([1, 1], [1.0, 1.0], right(), same()))
        .sheet(&[], &of([1, 2], [1.0, 2.0], right(), same()))
        // Nor does the reference draw anything anew, or draws but zeros and ones.
        .sheet(&[], &of([1, 2], [1.0, 1.0], [normal(1), normal(1)], same()))
        .sheet(&[], &of([1, 2], [1.0, 1.0], masks(1, 2), masks(3, 3)))
}

pub fn families() -> Vec<Family> {
    vec![distributions(), zeros(), numbers(), lines(), seeds()]
}
