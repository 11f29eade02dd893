//! What was done to every number once too often, or not at all.

use gradlings::comparator::Comparator;
use gradlings::wire::Value;

use super::families::Family;
use crate::support::{Random, Sheet, number, tensor, vector};

const CLOSE: Comparator = Comparator::Close(None);

/// Twelve cases of a matrix: what is right of each row, and what is yours.
pub fn rows(right: impl Fn(&[f32]) -> Vec<f32>, yours: impl Fn(&[f32]) -> Vec<f32>) -> Sheet {
    let mut random = Random(7);
    (0..12).fold(Sheet::of(CLOSE), |sheet, i| {
        let (rows, columns) = (2 + i, 2 + (3 * i) % 7);
        let x = random.vector(rows * columns);
        let right = x.chunks(columns).flat_map(&right).collect();
        let yours = x.chunks(columns).flat_map(&yours).collect();
        let shape = [rows, columns];
        sheet.case(
            vec![tensor(&shape, x)],
            tensor(&shape, right),
            tensor(&shape, yours),
        )
    })
}

/// The same for each number by itself.
pub fn elements(right: fn(f32) -> f32, yours: fn(f32) -> f32) -> Sheet {
    rows(
        |x| x.iter().map(|&x| right(x)).collect(),
        |x| x.iter().map(|&x| yours(x)).collect(),
    )
}

fn softplus(x: f32) -> f32 {
    (1.0 + x.exp()).ln()
}

fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

type OfNumber = fn(f32) -> f32;
type Ids = &'static [&'static str];

/// What is told of each of these in the place of what is right.
fn family(what: &'static str, right: OfNumber, table: &[(Ids, OfNumber)]) -> Family {
    table.iter().fold(Family::of(what), |family, (ids, yours)| {
        family.of_all_cases(ids, &elements(right, *yours))
    })
}

fn once_too_often() -> Family {
    let one_more: [(Ids, OfNumber); 26] = [
        (&["values.zero"], |_| 0.0),
        (&["values.sign"], |y| -y),
        (&["values.too_large"], |y| y + 1.0),
        (&["values.too_small"], |y| y - 0.25),
        (&["values.square"], |y| y * y),
        (&["values.root"], f32::sqrt),
        (&["values.reciprocal"], f32::recip),
        (&["values.exp"], f32::exp),
        (&["values.ln"], f32::ln),
        (&["values.minus_ln"], |y| -y.ln()),
        (&["values.exp_minus"], |y| (-y).exp()),
        (&["values.ln_1p"], f32::ln_1p),
        (&["values.exp_m1"], f32::exp_m1),
        (&["values.exp2"], f32::exp2),
        (&["values.log2"], f32::log2),
        (&["values.log10"], f32::log10),
        (&["values.exp10"], |y| 10_f32.powf(y)),
        (
            &["values.activation_too_many", "values_names.sigmoid"],
            sigmoid,
        ),
        (
            &["values.activation_too_many", "values_names.tanh"],
            f32::tanh,
        ),
        (
            &["values.activation_too_many", "values_names.softplus"],
            softplus,
        ),
        (&["values.never_over"], |y| y.min(1.0)),
        (&["values.never_under"], |y| y.max(0.7)),
        (&["values.between"], |y| y.clamp(0.4, 1.0)),
        (&["values.truncated"], f32::trunc),
        (&["values.rounded"], f32::round),
        (&["values.rounded_decimals"], |y| (y * 10.0).round() / 10.0),
    ];
    let mut family = Family::of("something more is done to each number");
    for (ids, more) in one_more {
        let sheet = rows(
            |x| x.iter().map(|&x| softplus(x)).collect(),
            |x| x.iter().map(|&x| more(softplus(x))).collect(),
        );
        family = family.of_all_cases(ids, &sheet);
    }
    // Nearly that of each.
    let nearly: [OfNumber; 4] = [
        |y| y * y + 0.1 * y,
        |y| y.sqrt() * (1.0 + 0.1 * y),
        |y| y.exp() - 0.3 * y,
        |y| (y + 0.2).ln(),
    ];
    for more in nearly {
        let sheet = rows(
            |x| x.iter().map(|&x| softplus(x)).collect(),
            |x| x.iter().map(|&x| more(softplus(x))).collect(),
        );
        family = family.sheet(&["finding.numbers"], &sheet);
    }
    family
}

/// What is right in each window, and yours: numbers between 0 and 1 that fade in and out.
fn windows(yours: fn(usize, f32) -> f32) -> Sheet {
    (4..10usize).fold(Sheet::of(CLOSE), |sheet, n| {
        let angle = |i: usize| std::f32::consts::TAU * i as f32 / (n - 1) as f32;
        let right: Vec<f32> = (0..n).map(|i| 0.5 - 0.5 * angle(i).cos()).collect();
        let yours: Vec<f32> = right.iter().map(|&x| yours(n, x)).collect();
        sheet.case(vec![number(n as f32)], vector(right), vector(yours))
    })
}

fn lines() -> Family {
    let softmax = |x: &[f32]| {
        let sum: f32 = x.iter().map(|x| x.exp()).sum();
        Vec::from_iter(x.iter().map(|x| x.exp() / sum))
    };
    let mean = |x: &[f32]| x.iter().sum::<f32>() / x.len() as f32;
    let centred = |x: &[f32]| Vec::from_iter(x.iter().map(|it| it - mean(x)));
    Family::of("each row has its own")
        .of_all_cases(
            &["values.own_factor", "subject.row"],
            &rows(softmax, |x| x.iter().map(|x| x.exp()).collect()),
        )
        .of_all_cases(&["values.softmax_missing"], &rows(softmax, <[f32]>::to_vec))
        .of_all_cases(
            &["values.own_addend", "subject.row"],
            &rows(centred, <[f32]>::to_vec),
        )
        // The factor of each row, with something of each number's own.
        .sheet(
            &["finding.numbers"],
            &rows(softmax, |x| x.iter().map(|x| x.exp() + 0.1 * x).collect()),
        )
        .sheet(
            &["finding.numbers"],
            &rows(centred, |x| x.iter().map(|x| x + 0.1 * x.abs()).collect()),
        )
}

/// Columns and whole cases have their own as rows do.
fn columns_and_cases() -> Family {
    let sheet = |yours: fn(usize, usize, f32) -> f32| {
        let mut random = Random(5);
        (0..6).fold(Sheet::of(CLOSE), |sheet, i| {
            let (rows, columns) = (4 + i, 3 + i % 3);
            let right = random.vector(rows * columns);
            let numbers = right.iter().enumerate();
            let mine = numbers.map(|(at, x)| yours(i, at % columns, *x)).collect();
            let shape = [rows, columns];
            let inputs: Vec<Value> = vec![number(0.0)];
            sheet.case(inputs, tensor(&shape, right), tensor(&shape, mine))
        })
    };
    Family::of("each column and each case has its own")
        .of_all_cases(
            &["values.own_factor", "subject.column"],
            &sheet(|i, column, x| x * ((3 * column + i + 2) as f32).sqrt()),
        )
        .of_all_cases(
            &["values.own_factor", "subject.whole_case"],
            &sheet(|i, _, x| x * ((3 * i + 2) as f32).sqrt()),
        )
        .sheet(
            &["finding.numbers"],
            &sheet(|i, column, x| x * ((3 * column + i + 2) as f32).sqrt() + 0.3 * x * x),
        )
}

pub fn families() -> Vec<Family> {
    let missing: Ids = &["values.activation_missing", "values_names.sigmoid"];
    let missing_tanh: Ids = &["values.activation_missing", "values_names.tanh"];
    let missing_softplus: Ids = &["values.activation_missing", "values_names.softplus"];
    vec![
        once_too_often(),
        family(
            "what is negative is lost",
            |x| x,
            &[
                (&["values.absolute"], f32::abs),
                (&["values.relu"], |x| x.max(0.0)),
                (&["values.never_under"], |x| x.max(-0.1)),
                (&["values.between"], |x| x.clamp(-0.1, 0.5)),
                (&["finding.numbers"], |x| x.max(0.1 * x)),
            ],
        ),
        family(
            "an input too many",
            |x| x.sin() + 2.0,
            &[
                (&["values.input_added"], |x| x.sin() + 2.0 + x),
                (&["values.input_subtracted"], |x| x.sin() + 2.0 - x),
                (&["values.input_added_twice"], |x| x.sin() + 2.0 + 2.0 * x),
                (&["values.input_subtracted_twice"], |x| {
                    x.sin() + 2.0 - 2.0 * x
                }),
                (&["values.input_added_half"], |x| x.sin() + 2.0 + x / 2.0),
                (&["values.input_subtracted_half"], |x| {
                    x.sin() + 2.0 - x / 2.0
                }),
                (&["finding.numbers"], |x| x.sin() + 2.0 + x * x),
            ],
        ),
        family(
            "no sigmoid",
            sigmoid,
            &[
                (missing, |x| x),
                (&["finding.numbers"], |x| x.abs().sqrt() + x),
            ],
        ),
        family(
            "no tanh",
            f32::tanh,
            &[(missing_tanh, |x| x), (&["finding.numbers"], |x| 0.9 * x)],
        ),
        family(
            "no softplus",
            softplus,
            &[
                (missing_softplus, |x| x),
                (&["finding.numbers"], |x| 1.1 * x - 0.1),
            ],
        ),
        lines(),
        columns_and_cases(),
        Family::of("one number for all")
            .of_all_cases(&["values.constant"], &windows(|n, _| n as f32 / 10.0))
            .of_all_cases(&["values.rounded"], &windows(|_, x| (x + 1e-7).round()))
            .sheet(&["finding.numbers"], &windows(|_, x| x.sqrt() * 0.9 + 0.03)),
    ]
}
