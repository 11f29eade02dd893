//! The right answer to other inputs, or to some inputs only.

use gradlings::handler::Handler;
use gradlings::prelude::*;

use super::families::Family;
use crate::examine::the_check;

type Ids = &'static [&'static str];

fn offer<H: Handler + 'static>(handler: H) -> Exercise {
    Exercise::new().offer("f", handler)
}

type Rows = Vec<Vec<f32>>;
type OfRows = fn(Rows) -> f32;

fn mean_of(x: &[f32]) -> f32 {
    x.iter().sum::<f32>() / x.len() as f32
}

/// Rows that are left out, and what nearly leaves them out.
fn rows_left_out() -> Family {
    fn over(rows: &[Vec<f32>], count: usize) -> f32 {
        let squares = rows.iter().map(|row| mean_of(row).powi(2)).sum::<f32>();
        squares / count as f32
    }
    let check = the_check(
        Reference::of("f", function(|x: Rows| over(&x, x.len())))
            .inputs(["x"])
            .cases(12, |g, i| (g.rows(2 + i, 2 + (3 * i) % 7),))
            .sheet(1),
    );
    let table: [(Ids, OfRows); 11] = [
        (&["inputs.without_last", "subject.row"], |x| {
            over(&x[..x.len() - 1], x.len() - 1)
        }),
        (&["inputs.without_last", "inputs.all_counted"], |x| {
            over(&x[..x.len() - 1], x.len())
        }),
        (&["inputs.without_first"], |x| over(&x[1..], x.len() - 1)),
        (&["inputs.without_first", "inputs.all_counted"], |x| {
            over(&x[1..], x.len())
        }),
        (&["inputs.only_first"], |x| over(&x[..1], 1)),
        (&["inputs.only_first", "inputs.all_counted"], |x| {
            over(&x[..1], x.len())
        }),
        (&["inputs.only_last"], |x| over(&x[x.len() - 1..], 1)),
        // The row before the last, the one behind the first.
        (&["inputs.order_of_rows"], |x| {
            (over(&x, 1) - over(&x[x.len() - 2..x.len() - 1], 1)) / (x.len() - 1) as f32
        }),
        (&["inputs.order_of_rows"], |x| over(&x[1..2], 1)),
        // One too few, and half of another one.
        (&["inputs.order_of_rows"], |x| {
            over(&x[..x.len() - 1], x.len() - 1) + 0.5 * over(&x[x.len() - 1..], 1)
        }),
        (&["inputs.order_of_rows"], |x| {
            over(&x[..x.len() - 1], x.len() + 1)
        }),
    ];
    table.iter().fold(
        Family::of("rows that are left out"),
        |family, (ids, wrong)| family.function(ids, &check, || offer(function(*wrong))),
    )
}

fn used_otherwise() -> Family {
    fn right(a: Vec<f32>, b: Vec<f32>, scale: f32) -> f32 {
        let both = a.iter().zip(&b);
        let all = both.map(|(a, b)| a.sin() * b + b * b * scale);
        all.sum::<f32>() / a.len() as f32
    }
    let check = the_check(
        Reference::of("f", function(right))
            .inputs(["a", "b", "scale"])
            .cases(12, |g, i| {
                (g.numbers(3 + i), g.numbers(3 + i), g.number(0.2..3.0))
            })
            .sheet(1),
    );
    type Wrong = fn(Vec<f32>, Vec<f32>, f32) -> f32;
    fn map(x: Vec<f32>, f: fn(f32) -> f32) -> Vec<f32> {
        x.into_iter().map(f).collect()
    }
    let table: [(Ids, Wrong); 12] = [
        (&["inputs.exchanged"], |a, b, scale| right(b, a, scale)),
        (&["inputs.number_unused"], |a, b, _| right(a, b, 1.0)),
        (&["inputs.array_unused"], |a, b, scale| {
            right(map(a, |_| 1.0), b, scale)
        }),
        // As far as anyone can tell, it is the other one.
        (&["inputs.either_negated"], |a, b, scale| {
            right(map(a, |a| -a), b, scale)
        }),
        (&["inputs.ignored"], |_, b, scale| {
            right(map(b.clone(), |b| 1.7 * b.cos()), b, scale * scale)
        }),
        (&["inputs.all_ignored"], |_, _, _| 0.25),
        // Next to each of these.
        (
            &["inputs.order_of_elements", "subject.several"],
            |a, b, scale| right(b.clone(), a, scale) + 0.1 * b[0],
        ),
        (&["finding.number"], |a, b, scale| {
            1.1 * right(b, a, scale) + 0.1
        }),
        (&["finding.number"], |a, b, scale| {
            right(a, b, 1.0 + 0.01 * scale)
        }),
        (&["finding.number"], |a, b, scale| {
            right(map(a, |a| 1.0 + 0.01 * a), b, scale)
        }),
        (&["finding.number"], |a, b, scale| {
            right(map(a, |a| -1.1 * a), b, scale)
        }),
        (&["finding.number"], |a, b, scale| {
            let near = map(a, |a| 0.3 * a);
            right(near, map(b, |b| 1.7 * b.cos()), scale * scale)
        }),
    ];
    table.iter().fold(
        Family::of("inputs that are used otherwise"),
        |family, (ids, wrong)| family.function(ids, &check, || offer(function(*wrong))),
    )
}

fn signs() -> Family {
    let check = |right: fn(Vec<f32>, Vec<f32>) -> Vec<f32>| {
        the_check(
            Reference::of("f", function(right))
                .inputs(["x", "y"])
                .cases(8, |g, i| (g.numbers(3 + i), g.numbers(3 + i)))
                .sheet(2),
        )
    };
    fn each(x: Vec<f32>, y: Vec<f32>, f: fn(f32, f32) -> f32) -> Vec<f32> {
        x.into_iter().zip(y).map(|(x, y)| f(x, y)).collect()
    }
    let even = check(|x, y| each(x, y, |x, y| (x - y).powi(2)));
    let odd = check(|x, y| each(x, y, |x, y| (x - y).exp()));
    Family::of("one wrong sign of two")
        .function(&["inputs.either_negated"], &even, || {
            offer(function(|x, y| each(x, y, |x, y| (x + y).powi(2))))
        })
        .function(&["inputs.negated"], &odd, || {
            offer(function(|x, y| each(x, y, |x, y| (x + y).exp())))
        })
        .function(&["finding.numbers"], &even, || {
            offer(function(|x, y| each(x, y, |x, y| (x + 0.9 * y).powi(2))))
        })
}

fn lengths() -> Family {
    fn cut(samples: &[f32], size: usize, hop: usize) -> Rows {
        let starts = (0..samples.len()).step_by(hop);
        let piece = |start| {
            let mut row = samples[start..samples.len().min(start + size)].to_vec();
            row.resize(size, 0.0);
            row
        };
        starts.map(piece).collect()
    }
    let check = the_check(
        Reference::of(
            "f",
            function(|samples: Vec<f32>, size: usize, hop: usize| cut(&samples, size, hop)),
        )
        .inputs(["samples", "size", "hop"])
        .cases(10, |g, i| (g.numbers(20 + 3 * i), 4 + i % 5, 2 + i % 3))
        .sheet(4),
    );
    Family::of("as many rows as if two inputs had changed places")
        .function(&["inputs.as_long_as_exchanged"], &check, || {
            offer(function(|samples: Vec<f32>, size: usize, hop: usize| {
                let mut rows = cut(&samples, hop, size);
                rows.iter_mut().for_each(|row| row.push(1.0));
                rows
            }))
        })
        .function(&["finding.array_count"], &check, || {
            offer(function(|samples: Vec<f32>, size: usize, hop: usize| {
                let mut rows = cut(&samples, hop, size);
                rows.push(vec![0.0; size]);
                rows
            }))
        })
}

fn batches() -> Vec<Family> {
    let numbers = the_check(
        Reference::of("f", function(|x: Vec<f32>| mean_of(&x)))
            .inputs(["x"])
            .cases(10, |g, i| (g.numbers(3 + i),))
            .sheet(1),
    );
    let rows = the_check(
        Reference::of("f", function(|x: Rows| mean_of(&x.concat())))
            .inputs(["x"])
            .cases(10, |g, i| (g.rows(3 + i, 3),))
            .sheet(1),
    );
    fn weighted(x: impl Iterator<Item = f32>) -> f32 {
        x.zip(1..).map(|(x, n)| n as f32 * x.abs()).sum()
    }
    fn sines(x: Vec<f32>) -> Vec<f32> {
        x.into_iter().map(f32::sin).collect()
    }
    let of_elements = the_check(
        Reference::of("f", function(sines))
            .inputs(["x"])
            .cases(10, |g, i| (g.numbers(3 + i),))
            .sheet(1),
    );
    let of_rows = the_check(
        Reference::of(
            "f",
            function(|x: Rows| Rows::from_iter(x.into_iter().map(sines))),
        )
        .inputs(["x"])
        .cases(10, |g, i| (g.rows(3 + i, 3),))
        .sheet(1),
    );
    fn leaking(x: Vec<f32>) -> Vec<f32> {
        let mut before = 0.3;
        let mixed = x.into_iter().map(|x| {
            before = 0.5 * before + x.sin();
            before
        });
        mixed.collect()
    }
    vec![
        Family::of("a number that depends on the order")
            .function(&["inputs.order_of_elements"], &numbers, || {
                offer(function(|x: Vec<f32>| weighted(x.into_iter())))
            })
            .function(&["inputs.order_of_rows"], &rows, || {
                offer(function(|x: Rows| {
                    weighted(x.iter().map(|row| mean_of(row)))
                }))
            })
            .function(&["finding.number"], &numbers, || {
                offer(function(|x: Vec<f32>| {
                    x.iter().map(|x| x.abs().sqrt()).sum::<f32>()
                }))
            }),
        Family::of("rows that depend on other ones")
            .function(&["inputs.other_elements"], &of_elements, || {
                offer(function(leaking))
            })
            .function(&["inputs.other_rows"], &of_rows, || {
                offer(function(|x: Rows| {
                    let columns = x[0].len();
                    leaking(x.concat())
                        .chunks(columns)
                        .map(<[f32]>::to_vec)
                        .collect::<Rows>()
                }))
            })
            .function(&["finding.numbers"], &of_elements, || {
                offer(function(|x: Vec<f32>| {
                    Vec::from_iter(x.iter().map(|x| x.cos() + 0.2))
                }))
            })
            .function(&["finding.numbers"], &of_rows, || {
                offer(function(|x: Rows| {
                    Rows::from_iter(x.into_iter().map(leaking))
                }))
            }),
    ]
}

fn sizes() -> Vec<Family> {
    fn sum_of(x: &Rows, most: usize) -> f32 {
        x.iter().flatten().take(most).map(|x| x * x).sum()
    }
    let few = the_check(
        Reference::of("f", function(|x: Rows| sum_of(&x, usize::MAX)))
            .inputs(["x"])
            .cases(12, |g, i| (g.rows(1 + i, 2 + i % 4),))
            .sheet(7),
    );
    let small = the_check(
        Reference::of("f", function(f32::sqrt))
            .inputs(["x"])
            .cases(12, |g, i| {
                (1.0 + (i * 5 % 12) as f32 + g.number(-0.05..0.05),)
            })
            .sheet(2),
    );
    fn stable(a: &[f32], b: &[f32]) -> f32 {
        let largest = a.iter().copied().fold(f32::MIN, f32::max);
        let sum: f32 = a.iter().map(|x| (x - largest).exp()).sum();
        largest + sum.ln() + mean_of(&b.iter().map(|x| x.sin()).collect::<Vec<_>>())
    }
    let large = the_check(
        Reference::of("f", function(|a: Vec<f32>, b: Vec<f32>| stable(&a, &b)))
            .inputs(["a", "b"])
            .cases(10, |g, i| (g.numbers(3 + i), g.numbers(3 + i)))
            .case("large", |g| {
                (
                    g.numbers(4).iter().map(|x| x * 300.0).collect::<Vec<f32>>(),
                    g.numbers(4),
                )
            })
            .sheet(1),
    );
    vec![
        Family::of("what holds for few elements")
            .function(&["inputs.few_elements"], &few, || {
                offer(function(|x: Rows| sum_of(&x, 20)))
            })
            // Two rows of one size are wrong as well.
            .function(&["finding.number"], &few, || {
                offer(function(|x: Rows| {
                    let is_wrong = x.len() * x[0].len() > 20 || (x.len() == 2 && x[0].len() > 4);
                    sum_of(&x, usize::MAX) + if is_wrong { 0.37 } else { 0.0 }
                }))
            }),
        Family::of("what holds for small numbers")
            .function(&["inputs.small_numbers"], &small, || {
                offer(function(
                    |x: f32| if x < 7.5 { x.sqrt() } else { 2.0 + x / 8.0 },
                ))
            })
            .function(&["finding.number"], &small, || {
                offer(function(|x: f32| {
                    if x < 7.5 && x > 2.0 {
                        x.sqrt()
                    } else {
                        2.0 + x / 8.0
                    }
                }))
            }),
        Family::of("what overflows")
            .function(&["inputs.small_input"], &large, || {
                offer(function(|a: Vec<f32>, b: Vec<f32>| {
                    // What is infinite is set right again, and wrong.
                    let sum = a.iter().map(|x| x.exp()).sum::<f32>().min(1e30);
                    sum.ln() + mean_of(&b.iter().map(|x| x.sin()).collect::<Vec<_>>())
                }))
            })
            .function(&["finding.number"], &large, || {
                offer(function(|a: Vec<f32>, b: Vec<f32>| {
                    // Wrong in small cases too.
                    let sum = a.iter().map(|x| x.exp()).sum::<f32>().min(1e30);
                    sum.ln()
                        + mean_of(&b.iter().map(|x| x.sin()).collect::<Vec<_>>())
                        + 0.1 * mean_of(&a).abs()
                }))
            }),
    ]
}

/// Who gives one number for everything has given the right answer to many other inputs.
fn one_number() -> Vec<Family> {
    // Where nothing tells one place from another, it is the end of the range.
    fn lowest(x: Vec<f32>, y: f32) -> f32 {
        let squares = x.iter().map(|x| x * x).sum::<f32>();
        if squares == 0.0 {
            10.0 * y.abs()
        } else {
            1.0 / (1.0 + squares)
        }
    }
    let with_y = |y: fn(&mut Generator) -> f32| {
        the_check(
            Reference::of("f", function(lowest))
                .inputs(["x", "y"])
                .cases(8, move |g, i| (g.numbers(3 + i), y(g)))
                .sheet(1),
        )
    };
    let (always_1, any) = (with_y(|_| 1.0), with_y(|g| g.number(0.5..2.0)));
    fn weighed(x: Rows) -> f32 {
        x.iter().map(|row| row[0] * (row[1] - row[2]).abs()).sum()
    }
    // In the first row there is nothing, but where it is the only one.
    let rows = the_check(
        Reference::of("f", function(weighed))
            .inputs(["x"])
            .cases(8, |g, i| {
                let mut rows = g.rows(2 + i, 3);
                rows[0] = vec![0.0; 3];
                (rows,)
            })
            .cases(2, |g, _| (g.rows(1, 3),))
            .sheet(1),
    );
    vec![
        Family::of("one number for everything")
            .function(&["inputs.all_ignored"], &always_1, || {
                offer(function(|_: Vec<f32>, _: f32| 10.0_f32))
            })
            .function(&["inputs.array_unused"], &any, || {
                offer(function(|_: Vec<f32>, y: f32| 10.0 * y.abs()))
            }),
        Family::of("a loop that ends at a row of zeros").function(
            &["inputs.order_of_rows"],
            &rows,
            || {
                offer(function(|x: Rows| {
                    weighed(x.into_iter().take_while(|row| row[0] != 0.0).collect())
                }))
            },
        ),
    ]
}

/// What depends on the numbers of an input, and so on their order too, is not wrong in the order alone.
fn other_than_the_order() -> Vec<Family> {
    let of_x = the_check(
        Reference::of("f", function(|x: Vec<f32>, _: Vec<f32>| mean_of(&x)))
            .inputs(["x", "y"])
            .cases(8, |g, i| (g.numbers(3 + i), g.numbers(5 + 2 * i)))
            .sheet(1),
    );
    // In the small cases what stands at the place stays the same in any order.
    let at_a_place = the_check(
        Reference::of(
            "f",
            function(|labels: Vec<usize>, place: usize| labels[place]),
        )
        .inputs(["labels", "place"])
        .cases(3, |_, _| (vec![5, 1, 7, 1], 1))
        .cases(8, |g, i| {
            let labels = (0..6 + i).map(|_| g.integer(0..9)).collect::<Vec<_>>();
            (labels, g.integer(0..6))
        })
        .sheet(1),
    );
    fn numbered(y: &[f32]) -> f32 {
        y.iter().zip(1..).map(|(y, n)| y.abs() * n as f32).sum()
    }
    vec![
        Family::of("what has nothing to do with an input")
            .function(&["finding.number"], &of_x, || {
                offer(function(|x: Vec<f32>, y: Vec<f32>| {
                    mean_of(&x) + 0.1 * numbered(&y)
                }))
            })
            .function(&["inputs.order_of_elements"], &of_x, || {
                offer(function(|x: Vec<f32>, _: Vec<f32>| 0.1 * numbered(&x)))
            }),
        Family::of("what stands at a place").function(&["finding.number"], &at_a_place, || {
            offer(function(|labels: Vec<usize>, place: usize| {
                labels[labels.len() - 1 - place]
            }))
        }),
    ]
}

pub fn families() -> Vec<Family> {
    let others = vec![rows_left_out(), used_otherwise(), signs(), lengths()];
    others
        .into_iter()
        .chain(batches())
        .chain(sizes())
        .chain(one_number())
        .chain(other_than_the_order())
        .collect()
}
