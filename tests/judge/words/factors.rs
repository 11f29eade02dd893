//! A factor: a constant, a length of the inputs, or an input that is a number.

use gradlings::comparator::Comparator;

use super::families::Family;
use super::values::elements;
use crate::support::{Random, Sheet, number, tensor, vector};

const CLOSE: Comparator = Comparator::Close(None);

type Ids = &'static [&'static str];
type OfNumber = fn(f32) -> f32;

/// Eight cases of a tensor of these lengths, with the sum of its squares times a factor of them.
fn of_shape(shape: fn(usize) -> Vec<usize>, factor: impl Fn(&[f32]) -> f32) -> Sheet {
    let mut random = Random(4);
    (0..8).fold(Sheet::of(CLOSE), |sheet, i| {
        let shape = shape(i);
        let x = random.vector(shape.iter().product());
        let sum: f32 = x.iter().map(|x| x * x).sum();
        let lengths: Vec<f32> = shape.iter().map(|&n| n as f32).collect();
        let yours = number(sum * factor(&lengths));
        sheet.case(vec![tensor(&shape, x)], number(sum), yours)
    })
}

fn constants() -> Family {
    let table: [(Ids, OfNumber); 7] = [
        (&["factor.twice"], |y| 2.0 * y),
        (&["factor.half"], |y| y / 2.0),
        (&["factor.times"], |y| 3.0 * y),
        (&["factor.base_2"], |y| y / std::f32::consts::LN_2),
        (&["factor.base_10"], |y| y / std::f32::consts::LN_10),
        // Next to the factor of base 2.
        (&["factor.times"], |y| 1.44 * y),
        // Twice, and a little more where it is large.
        (&["finding.numbers"], |y| 2.0 * y + 0.05 * y * y),
    ];
    table
        .iter()
        .fold(Family::of("a constant factor"), |family, (ids, yours)| {
            let right: OfNumber = |x| (x * x + 2.0).ln();
            let all = super::values::rows(
                |x| x.iter().map(|&x| right(x)).collect(),
                |x| x.iter().map(|&x| yours(right(x))).collect(),
            );
            family.of_all_cases(ids, &all)
        })
}

fn the_length_as_well() -> Family {
    let sheet = |factor: f32| {
        let case = |sheet: Sheet, x: [f32; 4]| {
            let sum: f32 = x.iter().sum();
            sheet.case(vec![vector(x)], number(sum), number(factor * sum))
        };
        let sheet = case(Sheet::of(CLOSE), [1.0, 2.0, 3.0, 4.0]);
        case(sheet, [5.0, -2.0, 3.5, 4.0])
    };
    Family::of("a constant factor that is a length")
        .sheet(
            &["factor.times", "factor.also", "factor_names.length"],
            &sheet(4.0),
        )
        .sheet(&["factor.times"], &sheet(5.0))
}

fn lengths() -> Family {
    let table: [(Ids, OfNumber); 14] = [
        (&["factor.n", "factor_names.length"], |n| n),
        (&["factor.one_over_n"], f32::recip),
        (&["factor.root"], f32::sqrt),
        (&["factor.one_over_root"], |n| n.sqrt().recip()),
        (&["factor.less_one"], |n| n / (n - 1.0)),
        (&["factor.not_less_one"], |n| (n - 1.0) / n),
        (&["factor.root_less_one"], |n| (n / (n - 1.0)).sqrt()),
        (&["factor.root_not_less_one"], |n| ((n - 1.0) / n).sqrt()),
        (&["factor.square"], |n| n * n),
        (&["factor.one_over_square"], |n| (n * n).recip()),
        (&["factor.n", "factor.twice_as_well"], |n| 2.0 * n),
        (&["factor.n", "factor.half_as_well"], |n| n / 2.0),
        (&["factor.n", "factor.sign_as_well"], |n| -n),
        // None of these lengths is the factor.
        (&["finding.number"], |n| n + 1.0),
    ];
    table.iter().fold(
        Family::of("a factor of a length"),
        |family, (ids, factor)| {
            let sheet = of_shape(|i| vec![3 + i], |shape| factor(shape[0]));
            family.of_all_cases(ids, &sheet)
        },
    )
}

fn axes() -> Family {
    fn apart(i: usize) -> Vec<usize> {
        vec![2 + i % 2, 3 + i % 3, 2 + i % 5, 2 + i % 4]
    }
    fn alike(i: usize) -> Vec<usize> {
        vec![2, 2 + i, 2 + i, 3]
    }
    Family::of("a factor of one length of several")
        .of_all_cases(
            &["factor.n", "factor_names.first_axis"],
            &of_shape(apart, |n| n[0]),
        )
        .of_all_cases(
            &["factor.n", "factor_names.second_axis"],
            &of_shape(apart, |n| n[1]),
        )
        .of_all_cases(
            &["factor.n", "factor_names.third_axis"],
            &of_shape(apart, |n| n[2]),
        )
        .of_all_cases(
            &["factor.n", "factor_names.fourth_axis"],
            &of_shape(apart, |n| n[3]),
        )
        .of_all_cases(
            &["factor.n", "factor_names.elements"],
            &of_shape(apart, |n| n.iter().product()),
        )
        .of_all_cases(
            &["factor.n", "factor_names.either"],
            &of_shape(alike, |n| n[2]),
        )
        .of_all_cases(
            &[
                "factor.length_for_length",
                "factor_names.first_axis",
                "factor_names.second_axis",
            ],
            &of_shape(apart, |n| n[0] / n[1]),
        )
        .sheet(&["finding.number"], &of_shape(apart, |n| n[0] + n[1]))
        .sheet(
            &["finding.number"],
            &of_shape(apart, |n| (n[0] + 1.0) / n[1]),
        )
}

fn numbers() -> Family {
    let table: [(Ids, OfNumber); 8] = [
        (&["factor.number"], |rate| rate),
        (&["factor.one_over_number"], f32::recip),
        (&["factor.rest"], |rate| 1.0 - rate),
        (&["factor.one_over_rest"], |rate| (1.0 - rate).recip()),
        (&["factor.rest_for_number"], |rate| (1.0 - rate) / rate),
        (&["factor.number_for_rest"], |rate| rate / (1.0 - rate)),
        // Neither the rate nor one less it.
        (&["values.own_factor", "subject.whole_case"], |rate| {
            rate + 0.5
        }),
        (&["values.own_factor", "subject.whole_case"], |rate| {
            rate * rate
        }),
    ];
    table.iter().fold(
        Family::of("a factor of a number"),
        |family, (ids, factor)| {
            let mut random = Random(6);
            let sheet = (0..8).fold(Sheet::of(CLOSE), |sheet, i| {
                let rate = 0.1 + 0.09 * i as f32;
                let right = random.vector(4 + i);
                let yours: Vec<f32> = right.iter().map(|x| x * factor(rate)).collect();
                sheet.case(
                    vec![number(0.3), number(rate)],
                    vector(right),
                    vector(yours),
                )
            });
            family.of_all_cases(ids, &sheet)
        },
    )
}

fn changes() -> Family {
    type Step = fn(f32, f32) -> f32;
    let table: [(Ids, Step); 7] = [
        (&["factor.change_twice"], |x, step| x - 2.0 * step),
        (&["factor.change_half"], |x, step| x - 0.5 * step),
        (&["factor.change_times"], |x, step| x - 3.0 * step),
        (&["factor.change_backwards"], |x, step| x + step),
        (&["factor.twice"], |x, step| 2.0 * (x - step)),
        (&["finding.numbers"], |x, _| x),
        (&["finding.numbers"], |x, step| x - 2.0 * step * step),
    ];
    table.iter().fold(
        Family::of("a factor of a change"),
        |family, (ids, yours)| {
            let mut random = Random(31);
            let sheet = (3..9).fold(Sheet::of(CLOSE), |sheet, n| {
                let (before, step) = (random.vector(n), random.vector(n));
                let both = || before.iter().zip(&step);
                let right: Vec<f32> = both().map(|(x, step)| x - step).collect();
                let mine: Vec<f32> = both().map(|(x, step)| yours(*x, *step)).collect();
                sheet.case(vec![vector(before.clone())], vector(right), vector(mine))
            });
            family.of_all_cases(ids, &sheet)
        },
    )
}

pub fn families() -> Vec<Family> {
    let logarithm = Family::of("a logarithm to another base")
        .of_all_cases(
            &["factor.base_2"],
            &elements(|x| x.abs().ln(), |x| x.abs().log2()),
        )
        .of_all_cases(
            &["factor.base_10"],
            &elements(|x| x.abs().ln(), |x| x.abs().log10()),
        )
        .sheet(
            &["finding.numbers"],
            &elements(|x| x.abs().ln(), |x| (x.abs() + 0.1).log2()),
        );
    vec![
        constants(),
        the_length_as_well(),
        lengths(),
        axes(),
        numbers(),
        changes(),
        logarithm,
    ]
}
