//! An operation along the wrong axis.

use gradlings::comparator::Comparator;
use gradlings::prelude::*;

use super::families::Family;
use crate::examine::the_check;
use crate::support::{Random, Sheet, number, tensor, vector};

const CLOSE: Comparator = Comparator::Close(None);

type Operation = fn(&[f32]) -> Vec<f32>;
type Cube = Tensor<(usize, usize, usize), f32, Dev>;

fn sum(x: &[f32]) -> f32 {
    x.iter().sum()
}

fn mean(x: &[f32]) -> f32 {
    sum(x) / x.len() as f32
}

fn variance(x: &[f32], less: f32) -> f32 {
    let mean = mean(x);
    sum(&Vec::from_iter(x.iter().map(|x| (x - mean).powi(2)))) / (x.len() as f32 - less)
}

fn place(x: &[f32], sign: f32) -> usize {
    let size = |at: &usize| sign * x[*at];
    let largest = (0..x.len()).max_by(|a, b| size(a).total_cmp(&size(b)));
    largest.unwrap_or(0)
}

fn shares(x: &[f32]) -> Vec<f32> {
    let all: f32 = x.iter().map(|x| x.exp()).sum();
    x.iter().map(|x| x.exp() / all).collect()
}

fn scaled(x: &[f32], from: f32, by: f32) -> Vec<f32> {
    x.iter().map(|x| (x - from) / by).collect()
}

fn length(x: &[f32]) -> f32 {
    x.iter().map(|x| x * x).sum::<f32>().sqrt()
}

fn running(x: &[f32]) -> Vec<f32> {
    let mut total = 0.0;
    let totals = x.iter().map(|x| {
        total += x;
        total
    });
    totals.collect()
}

/// What is done with each line, by its name in a sentence.
const OPERATIONS: [(&str, Operation); 18] = [
    ("axes_names.sum", |x| vec![sum(x)]),
    ("axes_names.mean", |x| vec![mean(x)]),
    ("axes_names.largest", |x| vec![x[place(x, 1.0)]]),
    ("axes_names.smallest", |x| vec![x[place(x, -1.0)]]),
    ("axes_names.position_of_largest", |x| {
        vec![place(x, 1.0) as f32]
    }),
    ("axes_names.position_of_smallest", |x| {
        vec![place(x, -1.0) as f32]
    }),
    ("axes_names.variance", |x| vec![variance(x, 0.0)]),
    ("axes_names.variance_less_one", |x| vec![variance(x, 1.0)]),
    ("axes_names.deviation", |x| vec![variance(x, 0.0).sqrt()]),
    ("axes_names.deviation_less_one", |x| {
        vec![variance(x, 1.0).sqrt()]
    }),
    ("axes_names.length", |x| vec![length(x)]),
    ("axes_names.softmax", shares),
    ("axes_names.log_softmax", |x| {
        shares(x).into_iter().map(f32::ln).collect()
    }),
    ("axes_names.log_sum_exp", |x| {
        vec![x.iter().map(|x| x.exp()).sum::<f32>().ln()]
    }),
    ("axes_names.distance_from_mean", |x| scaled(x, mean(x), 1.0)),
    ("axes_names.standardization", |x| {
        scaled(x, mean(x), variance(x, 0.0).sqrt())
    }),
    ("axes_names.normalization", |x| scaled(x, 0.0, length(x))),
    ("axes_names.running_sum", running),
];

/// An operation along the rows of a matrix, and along its columns.
fn both(run: Operation, rows: usize, columns: usize, x: &[f32]) -> [Vec<f32>; 2] {
    let by_row = x.chunks(columns).map(run).collect::<Vec<_>>();
    let column = |at: usize| Vec::from_iter(x.iter().skip(at).step_by(columns).copied());
    let by_column: Vec<Vec<f32>> = (0..columns).map(|at| run(&column(at))).collect();
    let turned = match by_column[0].len() {
        1 => by_column.concat(),
        _ => (0..rows * columns)
            .map(|at| by_column[at % columns][at / columns])
            .collect(),
    };
    [by_row.concat(), turned]
}

#[derive(Clone, Copy)]
enum Yours {
    Columns,
    Rows,
    Everything,
}

/// Six cases of an operation along each row or each column of a matrix, and yours along something else.
fn sheet(run: Operation, is_right_by_row: bool, yours: Yours) -> Sheet {
    let mut random = Random(21);
    (0..6).fold(Sheet::of(CLOSE), |sheet, i| {
        let (rows, columns) = (3 + i, 4 + i % 2);
        let x = random.vector(rows * columns);
        let [by_row, by_column] = both(run, rows, columns, &x);
        let value = |data: Vec<f32>| match data.len() {
            1 => number(data[0]),
            n if n == rows * columns => tensor(&[rows, columns], data),
            _ => vector(data),
        };
        let mine = match yours {
            Yours::Rows => by_row.clone(),
            Yours::Columns => by_column.clone(),
            Yours::Everything => run(&x),
        };
        let right = if is_right_by_row { by_row } else { by_column };
        sheet.case(vec![tensor(&[rows, columns], x)], value(right), value(mine))
    })
}

fn operations() -> Family {
    let family = Family::of("an operation along the other axis");
    OPERATIONS.iter().fold(family, |family, &(name, run)| {
        let ids: &'static [&'static str] = Vec::leak(vec!["axes.wrong_axis", name]);
        family.of_all_cases(ids, &sheet(run, true, Yours::Columns))
    })
}

fn directions() -> Family {
    let mean: Operation = |x| vec![mean(x)];
    // The mean of each column, of those above zero.
    let nearly = |n: usize, x: &[f32]| {
        let columns = x.len() / n;
        let column = |at: usize| x.iter().skip(at).step_by(columns).map(|x| x.max(0.0));
        Vec::from_iter((0..columns).map(|at| column(at).sum::<f32>() / n as f32))
    };
    let mut near = sheet(mean, true, Yours::Columns);
    for (case, judged) in near.check.cases.iter().zip(&mut near.answers) {
        let gradlings::wire::Value::Numbers(x) = &case.inputs[0] else {
            continue;
        };
        judged.answer = crate::support::returned([vector(nearly(x.shape()[0], x.data()))]);
    }
    Family::of("along which axis")
        .of_all_cases(
            &[
                "axes.wrong_axis",
                "axes_names.each_row",
                "axes_names.each_column",
            ],
            &sheet(mean, true, Yours::Columns),
        )
        .of_all_cases(
            &[
                "axes.wrong_axis",
                "axes_names.each_row",
                "axes_names.each_column",
            ],
            &sheet(mean, false, Yours::Rows),
        )
        .sheet(
            &["axes.wrong_axis", "axes_names.everything"],
            &sheet(mean, true, Yours::Everything),
        )
        .sheet(&["finding.shape"], &near)
}

/// One number is wanted of all elements, and yours is one of each row.
fn of_everything() -> Family {
    let sheet = |run: fn(&[f32]) -> f32| {
        let mut random = Random(21);
        (0..6).fold(Sheet::of(CLOSE), |sheet, i| {
            let (rows, columns) = (3 + i, 4 + i % 2);
            let x = random.vector(rows * columns);
            let mine: Vec<f32> = x.chunks(columns).map(run).collect();
            let right = number(mean(&x));
            sheet.case(vec![tensor(&[rows, columns], x)], right, vector(mine))
        })
    };
    Family::of("one number of everything")
        .sheet(
            &[
                "axes.all_axes",
                "axes_names.everything",
                "axes_names.each_row",
            ],
            &sheet(mean),
        )
        .sheet(&["finding.shape"], &sheet(|x| mean(x) + 0.1 * x[0]))
}

/// Of tensors of three axes.
fn cubes() -> Family {
    let check = the_check(
        Reference::of("f", function(|x: Cube| -> Matrix { x.max::<_, Axis<2>>() }))
            .inputs(["x"])
            .cases(6, |g, i| (g.tensor((2 + i, 3 + i % 3, 4)),))
            .sheet(1),
    );
    let offer = |f: fn(Cube) -> Matrix| move || Exercise::new().offer("f", function(f));
    Family::of("the largest along one axis of three")
        .function(
            &["axes.wrong_axis", "axes_names.each_line"],
            &check,
            offer(|x| x.max::<_, Axis<1>>()),
        )
        .function(
            &["finding.shape"],
            &check,
            offer(|x| x.max::<_, Axis<1>>() * 1.1 + 0.1),
        )
}

/// What no list of operations holds.
fn turned() -> Family {
    fn of_rows(x: Cube) -> Vec<f32> {
        let (matrices, rows, columns) = *x.shape();
        let spread = |line: &[f32]| {
            line.iter()
                .zip(1..)
                .map(|(x, n)| (n as f32 * x).sin())
                .sum::<f32>()
        };
        let _ = (matrices, rows);
        x.as_vec().chunks(columns).map(spread).collect()
    }
    let check = the_check(
        Reference::of("f", function(of_rows))
            .inputs(["x"])
            .cases(6, |g, i| (g.tensor((2 + i % 3, 3 + i, 2 + (2 * i) % 5)),))
            .sheet(1),
    );
    let offer = |f: fn(Cube) -> Vec<f32>| move || Exercise::new().offer("f", function(f));
    fn again(x: Cube) -> Cube {
        let shape = *x.shape();
        device().tensor_from_vec(x.as_vec(), shape)
    }
    Family::of("what an input would be with its axes in another order")
        .function(
            &["axes.two_axes"],
            &check,
            offer(|x| of_rows(again(x.permute::<_, Axes3<0, 2, 1>>()))),
        )
        // The axes go round: no two of them change places.
        .function(
            &["finding.shape"],
            &check,
            offer(|x| of_rows(again(x.permute::<_, Axes3<1, 2, 0>>()))),
        )
        .function(
            &["finding.shape"],
            &check,
            offer(|x| {
                of_rows(again(x.permute::<_, Axes3<0, 2, 1>>()))
                    .iter()
                    .map(|x| 1.1 * x + 0.1)
                    .collect()
            }),
        )
}

pub fn families() -> Vec<Family> {
    vec![
        operations(),
        directions(),
        of_everything(),
        cubes(),
        turned(),
    ]
}
