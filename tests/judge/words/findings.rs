//! What is wrong with one part of an answer, where nothing better is known of it.

use gradlings::comparator::{Comparator, Tolerance};
use gradlings::sheet::CheckKind;
use gradlings::wire::{Array, Value};

use super::families::Family;
use crate::support::{Random, Sheet, arrays, integers, matrix, number, returned, tensor, vector};

const CLOSE: Comparator = Comparator::Close(None);

type Ids = &'static [&'static str];

fn one(right: Value, yours: Value) -> Sheet {
    Sheet::of(CLOSE).case(vec![vector([1.0, 2.0, 3.0])], right, yours)
}

fn forms() -> Vec<Family> {
    let list = |shapes: &[&[usize]]| {
        let array = |shape: &&[usize]| {
            let count = shape.iter().product();
            Array::new(shape.to_vec(), vec![0.5; count]).expect("it is that long")
        };
        arrays(shapes.iter().map(array).collect())
    };
    let parts = |yours: &[f32]| {
        let answer = returned(yours.iter().map(|x| number(*x)));
        let parts = [("loss", CLOSE), ("rows", CLOSE)];
        let right = vec![number(1.0), number(2.0)];
        Sheet::of_parts(CheckKind::Function, parts).case_of(vec![number(0.0)], right, answer)
    };
    vec![
        Family::of("parts of an answer")
            .sheet(&["finding.part_count"], &parts(&[1.0]))
            .sheet(&["finding.part_count"], &parts(&[1.0, 2.0, 3.0]))
            .sheet(&["finding.number", "subject.part"], &parts(&[1.0, 3.0]))
            .sheet(
                &["finding.number", "subject.result", "subject.case"],
                &one(number(1.0), number(2.0)),
            )
            .sheet(
                &["finding.number", "subject.labelled_case"],
                &one(number(1.0), number(2.0)).label("a case"),
            )
            .sheet(&[], &parts(&[1.0, 2.0])),
        Family::of("shapes")
            .sheet(
                &["finding.shape"],
                &one(vector([1.0, 2.0]), vector([1.0, 2.0, 3.0])),
            )
            .sheet(
                &["finding.shape", "subject.single_number"],
                &one(number(1.0), vector([1.0, 2.0])),
            )
            .sheet(
                &["finding.single_number"],
                &one(vector([1.0, 2.0]), number(1.0)),
            )
            .sheet(
                &["finding.numbers"],
                &one(vector([1.0, 2.0]), vector([1.0, 3.0])),
            ),
        Family::of("several arrays")
            .sheet(
                &["finding.array_count"],
                &one(list(&[&[2], &[3]]), list(&[&[2]])),
            )
            .sheet(
                &["finding.array_shape"],
                &one(list(&[&[2], &[3]]), list(&[&[2], &[4]])),
            )
            .sheet(
                &["finding.array_single_number"],
                &one(list(&[&[2], &[3]]), list(&[&[2], &[]])),
            )
            .sheet(&[], &one(list(&[&[2], &[3]]), list(&[&[2], &[3]]))),
    ]
}

fn sorts() -> Family {
    let doubles = || Value::Doubles(Array::vector(vec![1.0]));
    let table: [(Ids, Value); 10] = [
        (&["finding.sort", "finding_names.numbers_32"], vector([1.0])),
        (&["finding.sort", "finding_names.numbers_64"], doubles()),
        (
            &["finding.sort", "finding_names.whole_numbers"],
            integers([1]),
        ),
        (
            &["finding.sort", "finding_names.bytes"],
            Value::Bytes(Array::vector(vec![1])),
        ),
        (
            &["finding.sort", "finding_names.arrays"],
            Value::Arrays(vec![]),
        ),
        (
            &["finding.sort", "finding_names.rows_64"],
            Value::DoubleRows(vec![]),
        ),
        (
            &["finding.sort", "finding_names.whole_rows"],
            Value::IntegerRows(vec![]),
        ),
        (&["finding.sort", "finding_names.flag"], Value::Flag(true)),
        (
            &["finding.sort", "finding_names.flags"],
            Value::Flags(vec![]),
        ),
        (
            &["finding.sort", "finding_names.texts"],
            Value::Texts(vec![]),
        ),
    ];
    let exact = |right: Value, yours: Value| {
        Sheet::of(Comparator::Exact).case(vec![number(0.0)], right, yours)
    };
    let words = || Value::Text(String::new());
    let family = table
        .into_iter()
        .fold(Family::of("sorts of values"), |family, (ids, yours)| {
            family.sheet(ids, &exact(words(), yours))
        });
    family
        .sheet(
            &["finding.sort", "finding_names.words"],
            &exact(vector([1.0]), words()),
        )
        .sheet(&["finding.number"], &exact(vector([1.0]), vector([2.0])))
        .sheet(
            &["finding.sort", "finding_names.whole_numbers"],
            &exact(vector([1.0]), integers([1])),
        )
}

type Change = fn(&mut [f32]);

/// What the numbers of the first case show, where nothing holds in all of them.
fn differences() -> Family {
    let sheet = |first: Change| {
        let mut random = Random(9);
        (0..3).fold(Sheet::of(CLOSE), |sheet, i| {
            let right = random.vector(12 + 4 * i);
            let mut mine = right.clone();
            match i {
                0 => first(&mut mine),
                _ => mine.iter_mut().for_each(|x| *x = (*x * 3.0).cos()),
            }
            let shape = [3 + i, 4];
            let before = matrix([[0.5; 4]; 3]);
            sheet.case(vec![before], tensor(&shape, right), tensor(&shape, mine))
        })
    };
    let table: [(Ids, Change); 13] = [
        (&["finding.numbers", "finding.by_a_factor"], |x| {
            x.iter_mut().for_each(|x| *x *= 2.5)
        }),
        (&["finding.numbers", "finding.too_large"], |x| {
            x.iter_mut().for_each(|x| *x += 0.25)
        }),
        (&["finding.numbers", "finding.too_small"], |x| {
            x.iter_mut().for_each(|x| *x -= 0.25)
        }),
        (&["finding.numbers", "finding.changed_by_a_factor"], |x| {
            x.iter_mut().for_each(|x| *x = 0.5 + 3.0 * (*x - 0.5))
        }),
        (&["finding.numbers", "finding.in_another_order"], |x| {
            x.rotate_left(5)
        }),
        (&["finding.numbers", "finding.in_one_row"], |x| {
            x[4..8].iter_mut().for_each(|x| *x = x.cos() + 2.0)
        }),
        (&["finding.numbers", "finding.in_one_column"], |x| {
            x.iter_mut()
                .skip(2)
                .step_by(4)
                .for_each(|x| *x = x.cos() + 2.0)
        }),
        // All but the first are off by so little that the first might be, too.
        (&["finding.numbers"], |x| {
            let little = |x: f32| 2.5e-6 + 1.8e-5 * x.abs();
            x[1..].iter_mut().for_each(|x| *x += little(*x));
        }),
        // One number speaks against each of these.
        (&["finding.numbers"], |x| {
            x.iter_mut().for_each(|x| *x *= 2.5);
            x[7] += 0.1;
        }),
        (&["finding.numbers"], |x| {
            x.iter_mut().for_each(|x| *x += 0.25);
            x[7] += 0.1;
        }),
        (&["finding.numbers"], |x| {
            x.rotate_left(5);
            x[7] += 0.1;
        }),
        (&["finding.numbers"], |x| {
            x[4..9].iter_mut().for_each(|x| *x = x.cos() + 2.0)
        }),
        (&["finding.numbers"], |x| x[7] += 0.1),
    ];
    // Two are off by more than is allowed, but not by twice as much, and the others are right: nothing is added to each.
    let right = vector([1.0, 2.0, 4.0, 8.0]);
    let allowed = Comparator::Close(Some(Tolerance {
        absolute: 0.1,
        relative: 0.0,
    }));
    let forgiven =
        Sheet::of(allowed).case(vec![number(0.0)], right, vector([1.0, 2.15, 4.15, 8.0]));
    let family = table.iter().fold(
        Family::of("the numbers of one case"),
        |family, (ids, first)| family.sheet(ids, &sheet(*first)),
    );
    family.sheet(&["finding.numbers"], &forgiven)
}

fn counts() -> Family {
    let count = |n: i64| Value::Integers(Array::scalar(n));
    let sheet = |right: Value, yours: Value| {
        Sheet::of(Comparator::AtMost(1.0)).case(vec![number(0.0)], right, yours)
    };
    let mut ranks = sheet(integers([4, 4]), integers([4, 8]));
    ranks.check.kind = CheckKind::Ranks;
    Family::of("counts")
        .sheet(&["finding.times_too_much"], &sheet(count(12), count(48)))
        .sheet(&["finding.too_much"], &sheet(count(1000), count(1001)))
        .sheet(
            &["finding.times_too_much", "finding_names.element"],
            &sheet(integers([4, 4]), integers([4, 8])),
        )
        .sheet(&["finding.times_too_much", "finding_names.on_rank"], &ranks)
        .sheet(&[], &sheet(count(12), count(12)))
        .sheet(&[], &sheet(count(12), count(3)))
}

fn probabilities() -> Family {
    let sheet = |yours: [[f32; 2]; 2]| {
        let right = matrix([[0.25, 0.75], [0.5, 0.5]]);
        Sheet::of(Comparator::Simplex).case(vec![number(0.0)], right, matrix(yours))
    };
    Family::of("probabilities")
        .sheet(&["finding.not_one"], &sheet([[0.25, 0.75], [0.5, 0.9]]))
        .sheet(
            &["finding.not_between"],
            &sheet([[-0.25, 1.25], [0.5, 0.5]]),
        )
        .sheet(&["finding.numbers"], &sheet([[0.25, 0.75], [0.4, 0.6]]))
        .sheet(&["finding.numbers"], &sheet([[0.0, 1.0], [0.5, 0.5]]))
}

fn accuracies() -> Family {
    let sheet = |at_least: f32, claimed: f32| {
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
        Sheet::of_parts(CheckKind::Training, parts).case_of(
            vec![],
            vec![
                matrix([[9.0, 1.0], [1.0, 9.0], [1.0, 9.0], [9.0, 1.0]]),
                number(1.0),
            ],
            returned([matrix(logits), number(claimed)]),
        )
    };
    Family::of("an accuracy of three in four")
        .sheet(&["finding.accuracy"], &sheet(0.76, 0.75))
        .sheet(&["finding.claim"], &sheet(0.75, 0.95))
        .sheet(&[], &sheet(0.75, 0.75))
        // As near as half an example.
        .sheet(&[], &sheet(0.75, 0.8))
}

pub fn families() -> Vec<Family> {
    let others = vec![
        sorts(),
        differences(),
        counts(),
        probabilities(),
        accuracies(),
    ];
    forms().into_iter().chain(others).collect()
}
