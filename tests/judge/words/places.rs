//! The right numbers in wrong places, or some of them in their places.

use gradlings::comparator::Comparator;
use gradlings::wire::Array;

use super::families::Family;
use crate::support::{Random, Sheet, arrays, number, tensor, vector};

const CLOSE: Comparator = Comparator::Close(None);

/// Six cases of right numbers of a shape, and yours with a shape of its own.
fn sheet(
    shape: impl Fn(usize) -> Vec<usize>,
    yours: impl Fn(&[usize], Vec<f32>) -> (Vec<usize>, Vec<f32>),
) -> Sheet {
    let mut random = Random(12);
    (0..6).fold(Sheet::of(CLOSE), |sheet, i| {
        let shape = shape(i);
        let right: Vec<f32> = random.vector(shape.iter().product());
        let right: Vec<f32> = right.iter().map(|x| x * x + 0.5).collect();
        let (of_yours, mine) = yours(&shape, right.clone());
        let value = |shape: &[usize], data: Vec<f32>| match shape {
            [] => number(data[0]),
            _ => tensor(shape, data),
        };
        let inputs = vec![number(i as f32)];
        sheet.case(inputs, value(&shape, right), value(&of_yours, mine))
    })
}

/// The same where yours keeps the shape.
fn changed(shape: impl Fn(usize) -> Vec<usize>, change: impl Fn(&[usize], &mut Vec<f32>)) -> Sheet {
    sheet(shape, |shape, mut right| {
        change(shape, &mut right);
        (shape.to_vec(), right)
    })
}

/// The axes of a tensor in this order.
fn permuted(shape: &[usize], data: &[f32], axes: &[usize]) -> (Vec<usize>, Vec<f32>) {
    let moved: Vec<usize> = axes.iter().map(|&axis| shape[axis]).collect();
    let stride = |axis: usize| shape[axis + 1..].iter().product::<usize>();
    let place = |mut at: usize| {
        let mut place = 0;
        for (to, &axis) in axes.iter().enumerate().rev() {
            place += (at % moved[to]) * stride(axis);
            at /= moved[to];
        }
        place
    };
    let data = (0..data.len()).map(|at| data[place(at)]).collect();
    (moved, data)
}

fn other(x: &mut f32) {
    *x = x.cos() + 3.0;
}

fn matrix(i: usize) -> Vec<usize> {
    vec![3 + i, 4 + i % 3]
}

fn square(i: usize) -> Vec<usize> {
    vec![3 + i, 3 + i]
}

fn cube(i: usize) -> Vec<usize> {
    vec![2 + i % 3, 3 + i, 4 + i % 2]
}

fn equal_cube(i: usize) -> Vec<usize> {
    vec![2 + i, 2 + i, 2 + i]
}

fn line(i: usize) -> Vec<usize> {
    vec![4 + i]
}

fn axes() -> Vec<Family> {
    let turned =
        |axes: &'static [usize]| move |shape: &[usize], x: Vec<f32>| permuted(shape, &x, axes);
    let one_off = |axes: &'static [usize]| {
        move |shape: &[usize], x: Vec<f32>| {
            let (shape, mut x) = permuted(shape, &x, axes);
            other(&mut x[1]);
            (shape, x)
        }
    };
    let reshaped = |shape: &[usize], x: Vec<f32>| (shape.to_vec(), permuted(shape, &x, &[1, 0]).1);
    vec![
        Family::of("a matrix that is turned")
            .of_all_cases(
                &["places.transposed_shape", "places.rows_and_columns"],
                &sheet(matrix, turned(&[1, 0])),
            )
            .of_all_cases(
                &["places.transposed", "places.rows_and_columns"],
                &sheet(square, turned(&[1, 0])),
            )
            .of_all_cases(&["places.reshaped"], &sheet(matrix, reshaped))
            .of_all_cases(&["places.order"], &changed(matrix, |_, x| x.reverse()))
            .sheet(&["finding.shape"], &sheet(matrix, one_off(&[1, 0])))
            .sheet(&["finding.numbers"], &sheet(square, one_off(&[1, 0])))
            .sheet(
                &["finding.shape"],
                &sheet(matrix, |shape, x| {
                    (
                        vec![shape[1], shape[0]],
                        x.iter().map(|x| 1.1 * x + 0.1).collect(),
                    )
                }),
            ),
        Family::of("a tensor that is turned")
            .of_all_cases(
                &["places.transposed_shape", "places.two_axes"],
                &sheet(cube, turned(&[0, 2, 1])),
            )
            .of_all_cases(
                &["places.transposed_shape", "places.axes"],
                &sheet(cube, turned(&[1, 2, 0])),
            )
            .of_all_cases(
                &["places.transposed", "places.two_axes"],
                &sheet(equal_cube, turned(&[2, 1, 0])),
            )
            .of_all_cases(
                &["places.transposed", "places.axes"],
                &sheet(equal_cube, turned(&[1, 2, 0])),
            )
            .sheet(&["finding.shape"], &sheet(cube, one_off(&[1, 2, 0])))
            .sheet(
                &["finding.numbers"],
                &sheet(equal_cube, one_off(&[2, 1, 0])),
            ),
    ]
}

fn shapes() -> Vec<Family> {
    let again = |of: fn(&[usize]) -> Vec<usize>| move |shape: &[usize], x: Vec<f32>| (of(shape), x);
    let one_off = |of: fn(&[usize]) -> Vec<usize>| {
        move |shape: &[usize], mut x: Vec<f32>| {
            other(&mut x[0]);
            (of(shape), x)
        }
    };
    let one = |_: usize| vec![1];
    vec![
        Family::of("the right numbers under another shape")
            .of_all_cases(
                &["places.shape", "places.axis_too_many"],
                &sheet(line, again(|n| vec![n[0], 1])),
            )
            .of_all_cases(
                &["places.shape", "places.axis_missing"],
                &sheet(|i| vec![4 + i, 1], again(|n| vec![n[0]])),
            )
            .of_all_cases(
                &["places.shape", "places.arranged"],
                &sheet(matrix, again(|n| vec![n[0] * n[1]])),
            )
            .sheet(&["finding.shape"], &sheet(line, one_off(|n| vec![n[0], 1])))
            .sheet(
                &["finding.shape"],
                &sheet(|i| vec![4 + i, 1], one_off(|n| vec![n[0]])),
            )
            .sheet(
                &["finding.shape"],
                &sheet(matrix, one_off(|n| vec![n[0] * n[1]])),
            ),
        Family::of("a single number in the place of an array of one")
            .of_all_cases(
                &["places.single_number", "places.axis_missing"],
                &sheet(one, again(|_| vec![])),
            )
            .sheet(&["finding.single_number"], &sheet(one, one_off(|_| vec![])))
            .sheet(
                &["finding.shape"],
                &sheet(line, |_, x| (vec![x.len() - 1], x[1..].to_vec())),
            ),
    ]
}

/// Numbers from a longer row, that many places further on.
fn late(by: usize) -> Sheet {
    let mut random = Random(11);
    (4..12).fold(Sheet::of(CLOSE), |sheet, n| {
        let x = random.vector(n + 3);
        let (right, yours) = (&x[1..=n], &x[by..by + n]);
        sheet.case(vec![number(n as f32)], vector(right), vector(yours))
    })
}

fn steps() -> Family {
    let rotated = |axis: usize, shape: fn(usize) -> Vec<usize>| {
        changed(shape, move |shape, x| {
            let inner: usize = shape[axis + 1..].iter().product();
            for block in x.chunks_mut(shape[axis] * inner) {
                block.rotate_right(inner);
            }
        })
    };
    Family::of("one place further on")
        .of_all_cases(&["places.late", "places_names.position"], &late(0))
        .of_all_cases(&["places.early", "places_names.position"], &late(2))
        .of_all_cases(&["places.late", "subject.row"], &rotated(0, matrix))
        .of_all_cases(&["places.late", "subject.column"], &rotated(1, matrix))
        .of_all_cases(
            &["places.late", "places_names.place_along_axis"],
            &rotated(1, |i| vec![2, 3 + i, 4]),
        )
        // Two places are not one, and in another order is every one.
        .sheet(&["finding.numbers"], &late(3))
        .of_all_cases(&["places.order"], &changed(line, |_, x| x.rotate_right(2)))
}

fn totals() -> Family {
    fn running(x: &mut [f32], from: impl Fn(usize) -> Option<usize>) {
        for at in 0..x.len() {
            x[at] += from(at).map_or(0.0, |before| x[before]);
        }
    }
    Family::of("totals")
        .of_all_cases(
            &["places.total_of_all"],
            &changed(matrix, |_, x| running(x, |at| at.checked_sub(1))),
        )
        .of_all_cases(
            &["places.total_of_row"],
            &changed(matrix, |shape, x| {
                running(x, |at| (!at.is_multiple_of(shape[1])).then(|| at - 1))
            }),
        )
        .of_all_cases(
            &["places.total_of_column"],
            &changed(matrix, |shape, x| running(x, |at| at.checked_sub(shape[1]))),
        )
        // The first number is counted twice.
        .sheet(
            &["finding.numbers"],
            &changed(matrix, |_, x| {
                x[0] *= 2.0;
                running(x, |at| at.checked_sub(1));
            }),
        )
}

type Change = fn(&mut [f32]);
type Ids = &'static [&'static str];

fn lines() -> Family {
    let table: [(Ids, Change); 12] = [
        (&["places.first_at_zero", "subject.element"], |x| x[0] = 0.0),
        (&["places.last_at_zero", "subject.element"], |x| {
            x[x.len() - 1] = 0.0
        }),
        (&["places.first_wrong", "subject.element"], |x| x[0] = 1e-8),
        (&["places.last_wrong", "subject.element"], |x| {
            other(&mut x[x.len() - 1])
        }),
        (&["places.only_first_written"], |x| x[1..].fill(0.0)),
        (&["places.only_last_written"], |x| {
            x.iter_mut().rev().skip(1).for_each(|x| *x = 0.0)
        }),
        (&["places.only_first"], |x| {
            x[1..].iter_mut().for_each(other)
        }),
        (&["places.only_last"], |x| {
            let last = x.len() - 1;
            x[..last].iter_mut().for_each(other);
        }),
        // One line more than these.
        (&["finding.numbers"], |x| x[..2].fill(0.0)),
        (&["finding.numbers"], |x| {
            x.iter_mut().rev().take(2).for_each(|x| *x = 0.0)
        }),
        (&["finding.numbers"], |x| x[2..].fill(0.0)),
        (&["finding.numbers"], |x| x[x.len() - 2] = 0.0),
    ];
    table
        .iter()
        .fold(Family::of("some of a line"), |family, (ids, change)| {
            family.sheet(ids, &changed(line, |_, x| change(x)))
        })
}

fn parts_of_a_matrix() -> Family {
    let all_but_first = |axis: usize, shape: fn(usize) -> Vec<usize>| {
        changed(shape, move |shape, x| {
            let inner: usize = shape[axis + 1..].iter().product();
            for (at, x) in x.iter_mut().enumerate() {
                if !(at / inner).is_multiple_of(shape[axis]) {
                    *x = x.cos() + at as f32;
                }
            }
        })
    };
    fn rising(i: usize) -> Vec<usize> {
        vec![3 + i, 4 + i, 5 + i]
    }
    let three: [&'static [&'static str]; 3] = [
        &["places.only_first", "subject.matrix"],
        &["places.only_first", "subject.row"],
        &["places.only_first", "subject.column"],
    ];
    let family = Family::of("all but one line of a tensor");
    (0..3).fold(family, |family, axis| {
        family.of_all_cases(three[axis], &all_but_first(axis, rising))
    })
}

/// Lists of rows of which some are missing, or one is too many.
fn lists() -> Family {
    type Rows = Vec<Vec<f32>>;
    type Change = fn(&mut Rows);
    let list = |rows: Rows| arrays(rows.into_iter().map(Array::vector).collect());
    let sheet = |lengths: [usize; 4], change: Change| {
        let mut random = Random(5);
        lengths.into_iter().fold(Sheet::of(CLOSE), |sheet, rows| {
            let right: Rows = (0..rows).map(|_| random.vector(2)).collect();
            let mut yours = right.clone();
            change(&mut yours);
            sheet.case(vec![number(rows as f32)], list(right), list(yours))
        })
    };
    let table: [(&[&str], Change); 14] = [
        (&["places.last_missing"], |rows| drop(rows.pop())),
        (&["places.first_missing"], |rows| drop(rows.remove(0))),
        (&["places.one_more_before"], |rows| {
            rows.insert(0, vec![9.0, 8.0])
        }),
        (&["places.one_more_after"], |rows| rows.push(vec![9.0, 8.0])),
        (&["places.only_last_there"], |rows| {
            drop(rows.drain(..rows.len() - 1))
        }),
        (&["places.only_first_there"], |rows| rows.truncate(1)),
        (&["places.stops_early"], |rows| {
            rows.truncate(rows.len() / 2)
        }),
        // One number speaks against each of these.
        (&["finding.array_count"], |rows| {
            rows.pop();
            rows[0][1] += 1.0;
        }),
        (&["finding.array_count"], |rows| {
            rows.remove(0);
            rows[0][1] += 1.0;
        }),
        (&["finding.array_count"], |rows| {
            rows.insert(0, vec![9.0, 8.0]);
            rows[1][1] += 1.0;
        }),
        (&["finding.array_count"], |rows| {
            rows.push(vec![9.0, 8.0]);
            rows[1][1] += 1.0;
        }),
        (&["finding.array_count"], |rows| {
            rows.truncate(1);
            rows[0][0] += 1.0;
        }),
        // One row too many in the middle, and two at the end.
        (&["finding.array_count"], |rows| {
            rows.insert(1, vec![9.0, 8.0])
        }),
        (&["finding.array_count"], |rows| {
            rows.extend([vec![9.0, 8.0], vec![7.0, 6.0]])
        }),
    ];
    let family = table
        .iter()
        .fold(Family::of("rows of a list"), |family, (ids, change)| {
            family.sheet(ids, &sheet([3, 4, 5, 6], *change))
        });
    // Where all rows are alike, nothing tells which one is missing.
    let alike = (3..7).fold(Sheet::of(CLOSE), |sheet, rows| {
        let of = |rows: usize| list(vec![vec![1.0 + rows as f32, 2.0]; rows]);
        let mut yours = vec![vec![1.0 + rows as f32, 2.0]; rows];
        yours.pop();
        sheet.case(vec![number(rows as f32)], of(rows), list(yours))
    });
    let where_empty = |rows: &mut Rows| {
        if rows.is_empty() {
            rows.push(vec![9.0, 8.0]);
        }
    };
    family
        .sheet(&["places.not_empty"], &sheet([3, 4, 0, 6], where_empty))
        // All the others are wrong as well.
        .sheet(
            &["places.one_more_after"],
            &sheet([0, 4, 5, 6], |rows| rows.push(vec![9.0, 8.0])),
        )
        .sheet(&["places.stops_early"], &alike)
}

pub fn families() -> Vec<Family> {
    let others = vec![steps(), totals(), lines(), parts_of_a_matrix(), lists()];
    axes().into_iter().chain(shapes()).chain(others).collect()
}
