//! For the functions of the course and some more: sums in another order, f64 inside, algebraically equal forms, loops by
//! hand and dfdx's operators, in place and fresh. Each passes on several seeds, with cases of every size and magnitude.

use gradlings::handler::Handler;
use gradlings::prelude::*;
use gradlings::sheet::Check;

use crate::examine::passes;

const SEEDS: u64 = 6;

fn offer<H: Handler + 'static>(handler: H) -> Exercise {
    Exercise::new().offer("f", handler)
}

/// Checks of one reference on several seeds.
fn seeds(make: impl Fn(u64) -> Result<Vec<Check>, String>) -> Vec<Check> {
    (0..SEEDS)
        .flat_map(|seed| make(seed).expect("the reference works"))
        .collect()
}

fn all_pass<H: Handler + 'static>(checks: &[Check], what: &str, handler: impl Fn() -> H) {
    for check in checks {
        passes(check, what, || offer(handler()));
    }
}

fn rows(x: &Matrix) -> Vec<Vec<f32>> {
    let (_, columns) = *x.shape();
    x.as_vec().chunks(columns).map(<[f32]>::to_vec).collect()
}

fn vector(x: Vec<f32>) -> Vector {
    let n = x.len();
    device().tensor_from_vec(x, (n,))
}

fn matrix(x: &[Vec<f32>]) -> Matrix {
    device().tensor_from_vec(x.concat(), (x.len(), x[0].len()))
}

// Ways to add.

fn forwards(x: &[f32]) -> f32 {
    x.iter().fold(0.0, |sum, x| sum + x)
}

fn backwards(x: &[f32]) -> f32 {
    x.iter().rev().fold(0.0, |sum, x| sum + x)
}

fn by_halves(x: &[f32]) -> f32 {
    match x {
        [] => 0.0,
        [x] => *x,
        _ => by_halves(&x[..x.len() / 2]) + by_halves(&x[x.len() / 2..]),
    }
}

fn in_f64(x: &[f32]) -> f32 {
    x.iter().map(|&x| f64::from(x)).sum::<f64>() as f32
}

fn compensated(x: &[f32]) -> f32 {
    let (mut sum, mut lost) = (0.0f32, 0.0f32);
    for x in x {
        let next = x - lost;
        let bigger = sum + next;
        lost = (bigger - sum) - next;
        sum = bigger;
    }
    sum
}

fn smallest_first(x: &[f32]) -> f32 {
    let mut sorted = x.to_vec();
    sorted.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
    forwards(&sorted)
}

fn in_lanes(x: &[f32]) -> f32 {
    let mut lanes = [0.0f32; 8];
    for (at, x) in x.iter().enumerate() {
        lanes[at % 8] += x;
    }
    forwards(&lanes)
}

/// A running mean, which never holds the sum.
fn through_running_mean(x: &[f32]) -> f32 {
    let mean = x
        .iter()
        .zip(1..)
        .fold(0.0f32, |mean, (x, n)| mean + (x - mean) / n as f32);
    mean * x.len() as f32
}

type Sum = fn(&[f32]) -> f32;

const SUMS: [(&str, Sum); 8] = [
    ("forwards", forwards),
    ("backwards", backwards),
    ("by halves", by_halves),
    ("in f64", in_f64),
    ("compensated", compensated),
    ("smallest first", smallest_first),
    ("in lanes", in_lanes),
    ("through a running mean", through_running_mean),
];

#[test]
fn sums_and_dot_products_in_any_order_pass() {
    let checks = seeds(|seed| {
        Reference::of("f", function(|x: Vector| x.sum::<Rank0, _>().array()))
            .inputs(["x"])
            .case("one", |g| (g.vector(1),))
            .case("millions", |g| (g.vector(9) * 4e6,))
            .case("large and small", |g| {
                let scale: Vec<f32> = (0..64).map(|i| 10f32.powi(i % 7)).collect();
                (g.vector(64) * vector(scale),)
            })
            .case("far from zero", |g| (g.vector(500) + 1e5,))
            .case("what cancels", |g| {
                let x = g.vector(100) * 3000.0;
                let mut both = x.as_vec();
                both.extend(x.as_vec().iter().map(|x| -x));
                both.push(1.25);
                (vector(both),)
            })
            .case("all alike", |_| (vector(vec![0.1; 9000]),))
            .cases(12, |g, i| (g.vector(1 << i),))
            .sheet(seed)
    });
    for (what, sum) in SUMS {
        all_pass(&checks, what, || {
            function(move |x: Vector| sum(&x.as_vec()))
        });
    }
    let checks = seeds(|seed| {
        let dot = |a: Vector, b: Vector| (a * b).sum::<Rank0, _>().array();
        Reference::of("f", function(dot))
            .inputs(["a", "b"])
            .case("thousands", |g| {
                (g.vector(300) * 4000.0, g.vector(300) * 4000.0)
            })
            .case("hundreds of thousands", |g| {
                (g.vector(20) * 3e5, g.vector(20))
            })
            .cases(10, |g, i| (g.vector(3 << i), g.vector(3 << i)))
            .sheet(seed)
    });
    for (what, sum) in SUMS {
        all_pass(&checks, what, || {
            function(move |a: Vector, b: Vector| {
                let pairs = a.as_vec().into_iter().zip(b.as_vec());
                sum(&pairs.map(|(a, b)| a * b).collect::<Vec<_>>())
            })
        });
    }
    all_pass(&checks, "fused", || {
        function(|a: Vector, b: Vector| {
            let (a, b) = (a.as_vec(), b.as_vec());
            a.iter()
                .zip(&b)
                .fold(0.0f32, |sum, (a, b)| a.mul_add(*b, sum))
        })
    });
}

#[test]
fn matrix_products_in_any_order_pass() {
    let checks = seeds(|seed| {
        Reference::of(
            "f",
            function(|a: Matrix, b: Matrix| -> Matrix { a.matmul(b) }),
        )
        .inputs(["a", "b"])
        .case("large numbers", |g| {
            (g.matrix(4, 60) * 900.0, g.matrix(60, 5) * 900.0)
        })
        .cases(8, |g, i| (g.matrix(2 + i, 4 << i), g.matrix(4 << i, 3)))
        .sheet(seed)
    });
    for (what, sum) in SUMS {
        all_pass(&checks, what, || {
            function(move |a: Matrix, b: Matrix| {
                let (a, b) = (rows(&a), rows(&b));
                let entry = |row: &Vec<f32>, column: usize| {
                    let products = row.iter().zip(&b).map(|(a, b)| a * b[column]);
                    sum(&products.collect::<Vec<_>>())
                };
                let out: Vec<Vec<f32>> = a
                    .iter()
                    .map(|row| (0..b[0].len()).map(|column| entry(row, column)).collect())
                    .collect();
                matrix(&out)
            })
        });
    }
}

#[test]
fn means_and_deviations_in_any_form_pass() {
    let checks = seeds(|seed| {
        let means = |x: Matrix| -> Vector { x.mean::<_, Axis<0>>() };
        Reference::of("f", function(means))
            .inputs(["matrix"])
            .case("a single number", |g| (g.matrix(1, 1),))
            .case("all zeros", |_| (device().zeros_like(&(3, 2)),))
            .case("numbers in the thousands", |g| (g.matrix(4, 3) * 4000.0,))
            .case("far from zero", |g| (g.matrix(200, 3) + 30_000.0,))
            .cases(12, |g, i| (g.matrix(1 + 7 * i, 1 + i % 5),))
            .sheet(seed)
    });
    for (what, sum) in SUMS {
        all_pass(&checks, what, || {
            function(move |x: Matrix| {
                let rows = rows(&x);
                let column = |at: usize| rows.iter().map(|row| row[at]).collect::<Vec<_>>();
                let means = (0..x.shape().1).map(|at| sum(&column(at)) / rows.len() as f32);
                vector(means.collect())
            })
        });
        all_pass(&checks, what, || {
            function(move |x: Matrix| {
                // Divided first, added afterwards.
                let rows = rows(&x);
                let n = rows.len() as f32;
                let column = |at: usize| rows.iter().map(|row| row[at] / n).collect::<Vec<_>>();
                vector((0..x.shape().1).map(|at| sum(&column(at))).collect())
            })
        });
    }
    let checks = seeds(|seed| {
        let variance = |x: Matrix| -> Vector { x.var::<_, Axis<0>>() };
        Reference::of("f", function(variance))
            .inputs(["x"])
            .cases(
                10,
                |g, i| (g.matrix(2 + 9 * i, 3) * (1.0 + i as f32) + 0.5,),
            )
            .sheet(seed)
    });
    for (what, sum) in SUMS {
        all_pass(&checks, what, || {
            function(move |x: Matrix| {
                let rows = rows(&x);
                let n = rows.len() as f32;
                let mean = |f: &dyn Fn(f32) -> f32, at: usize| {
                    sum(&rows.iter().map(|row| f(row[at])).collect::<Vec<_>>()) / n
                };
                let columns = 0..x.shape().1;
                // E[x²] - E[x]²
                vector(
                    columns
                        .map(|at| mean(&|x| x * x, at) - mean(&|x| x, at).powi(2))
                        .collect(),
                )
            })
        });
    }
}

fn standardize(training: Matrix, test: Matrix) -> (Matrix, Matrix) {
    let mean: Vector = training.clone().mean::<_, Axis<0>>();
    let deviation: Vector = training.clone().stddev::<_, Axis<0>>(0.0);
    let factors = deviation.as_vec().into_iter();
    let factor = vector(
        factors
            .map(|d| if d == 0.0 { 0.0 } else { 1.0 / d })
            .collect(),
    );
    let transform = |matrix: Matrix| {
        let mean = mean.clone().broadcast_like::<_, Axis<0>>(&matrix);
        let factor = factor.clone().broadcast_like::<_, Axis<0>>(&matrix);
        (matrix - mean) * factor
    };
    (transform(training), transform(test))
}

#[test]
fn standardizations_pass_also_far_from_zero_and_with_constant_columns() {
    let grams = |x: Matrix| x * 500.0 + 4200.0;
    let checks = seeds(|seed| {
        Reference::of("f", function(standardize))
            .inputs(["training", "test"])
            .case("a column that is always 5", |g| {
                let five = |x: Matrix| {
                    let mut x = rows(&x);
                    x.iter_mut().for_each(|row| row[1] = 5.0);
                    matrix(&x)
                };
                (five(g.matrix(4, 2)), five(g.matrix(3, 2)))
            })
            .case("grams", move |g| {
                (grams(g.matrix(50, 2)), grams(g.matrix(9, 2)))
            })
            .cases(10, |g, i| {
                (g.matrix(5 + 3 * i, 1 + i % 4), g.matrix(2 + i, 1 + i % 4))
            })
            .sheet(seed)
    });
    type Deviation = fn(&[f32], f32) -> f32;
    let deviations: [(&str, Deviation); 3] = [
        ("two passes", |x, mean| {
            let squares: Vec<f32> = x.iter().map(|x| (x - mean).powi(2)).collect();
            (forwards(&squares) / x.len() as f32).sqrt()
        }),
        ("f64", |x, _| {
            let n = x.len() as f64;
            let mean = x.iter().map(|&x| f64::from(x)).sum::<f64>() / n;
            let squares = x.iter().map(|&x| (f64::from(x) - mean).powi(2));
            (squares.sum::<f64>() / n).sqrt() as f32
        }),
        ("Welford", |x, _| {
            let (mut mean, mut squares) = (0.0f32, 0.0f32);
            for (x, n) in x.iter().zip(1..) {
                let before = x - mean;
                mean += before / n as f32;
                squares += before * (x - mean);
            }
            (squares / x.len() as f32).sqrt()
        }),
    ];
    for (what, deviation) in deviations {
        all_pass(&checks, what, || {
            function(move |training: Matrix, test: Matrix| {
                let rows_of = rows(&training);
                let statistics: Vec<(f32, f32)> = (0..training.shape().1)
                    .map(|at| {
                        let column: Vec<f32> = rows_of.iter().map(|row| row[at]).collect();
                        let mean = in_f64(&column) / column.len() as f32;
                        (mean, deviation(&column, mean))
                    })
                    .collect();
                // In place, with a division where the solution multiplies.
                let transform = |x: Matrix| {
                    let mut x = rows(&x);
                    for row in &mut x {
                        for (x, (mean, deviation)) in row.iter_mut().zip(&statistics) {
                            *x -= mean;
                            *x = if *deviation == 0.0 {
                                0.0
                            } else {
                                *x / deviation
                            };
                        }
                    }
                    matrix(&x)
                };
                (transform(training), transform(test))
            })
        });
    }
}

type Loss = Scalar<Recording>;

#[test]
fn squared_errors_in_any_form_pass_with_their_gradients() {
    fn mse<T: Tape<f32, Dev>>(prediction: Vector<T>, target: Vector) -> Scalar<T> {
        (prediction - target).square().mean()
    }
    let checks = seeds(|seed| {
        Reference::of("f", gradient(mse))
            .inputs(["prediction", "target"])
            .case("one element", |g| (g.vector(1), g.vector(1)))
            .case("a perfect prediction", |g| {
                let target = g.vector(3);
                (target.clone(), target)
            })
            .case("errors in the thousands", |g| {
                (g.vector(4) * 4000.0, g.vector(4))
            })
            .cases(20, |g, i| (g.vector(2 + 3 * i), g.vector(2 + 3 * i)))
            .sheet(seed)
    });
    type Form = fn(Vector<Recording>, Vector) -> Loss;
    let forms: [(&str, Form); 8] = [
        ("the other way round", |p, t| (-p + t).square().mean()),
        ("times itself", |p, t| {
            let d = p - t;
            ((d.with_empty_tape() + 0.0) * d).mean()
        }),
        ("powi", |p, t| (p - t).powi(2).mean()),
        ("abs first", |p, t| (p - t).abs().square().mean()),
        ("summed and divided", |p, t| {
            let n = t.shape().0 as f32;
            (p - t).square().sum() / n
        }),
        ("divided first", |p, t| {
            let n = t.shape().0 as f32;
            ((p - t).square() / n).sum()
        }),
        ("scaled by a root", |p, t| {
            let root = (t.shape().0 as f32).sqrt();
            ((p - t) / root).square().sum()
        }),
        ("written out", |p, t| {
            // p² - 2 p t + t²
            let product = p.with_empty_tape() * (t.clone() * 2.0);
            ((p.square() - product) + t.square()).mean()
        }),
    ];
    for (what, form) in forms {
        all_pass(&checks, what, || gradient(form));
    }
}

#[test]
fn cross_entropies_in_any_form_pass_with_their_gradients() {
    fn cross_entropy<T: Tape<f32, Dev>>(logits: Matrix<T>, labels: Labels) -> Scalar<T> {
        -logits.log_softmax::<Axis<1>>().select(labels).mean()
    }
    let cases = |large: bool, seed: u64| {
        let reference = Reference::of("f", gradient(cross_entropy))
            .inputs(["logits", "labels"])
            .case("one example", |g| (g.matrix(1, 3), g.labels(1, 3)))
            .case("one class", |g| (g.matrix(3, 1), g.labels(3, 1)))
            .case("all logits equal", |g| {
                (device().zeros_like(&(2, 4)), g.labels(2, 4))
            })
            .cases(20, |g, i| {
                (g.matrix(2 + i, 2 + i % 7), g.labels(2 + i, 2 + i % 7))
            });
        if large {
            reference
                .case("in the hundreds", |g| {
                    (g.matrix(2, 3) * 300.0, g.labels(2, 3))
                })
                .case("in the thousands", |g| {
                    (g.matrix(4, 5) * 2000.0, g.labels(4, 5))
                })
                .case("close together", |g| {
                    (g.matrix(3, 4) + 10_000.0, g.labels(3, 4))
                })
                .case("very negative", |g| {
                    (g.matrix(3, 4) - 1000.0, g.labels(3, 4))
                })
                .sheet(seed)
        } else {
            reference.sheet(seed)
        }
    };
    fn one_hot(logits: &Matrix<Recording>, labels: &Labels) -> Matrix {
        let (n, k) = *logits.shape();
        let mut hot = vec![0.0; n * k];
        for (row, label) in labels.as_vec().into_iter().enumerate() {
            hot[row * k + label] = 1.0;
        }
        device().tensor_from_vec(hot, (n, k))
    }
    type Form = fn(Matrix<Recording>, Labels) -> Loss;
    let stable: [(&str, Form); 4] = [
        ("negated early", |x, y| {
            (-x.log_softmax::<Axis<1>>()).select(y).mean()
        }),
        ("summed", |x, y| {
            let n = x.shape().0 as f32;
            -x.log_softmax::<Axis<1>>().select(y).sum() / n
        }),
        ("one hot", |x, y| {
            let (hot, n) = (one_hot(&x, &y), x.shape().0 as f32);
            -(x.log_softmax::<Axis<1>>() * hot).sum() / n
        }),
        ("log of the sum of exponentials", |x, y| {
            let right: Vector<Recording> = x.with_empty_tape().select(y);
            let all: Vector<Recording> = x.logsumexp::<_, Axis<1>>();
            (all - right).mean()
        }),
    ];
    let checks = seeds(|seed| cases(true, seed));
    for (what, form) in stable {
        all_pass(&checks, what, || gradient(form));
    }
    let naive: [(&str, Form); 2] = [
        ("log of softmax", |x, y| {
            -x.softmax::<Axis<1>>().ln().select(y).mean()
        }),
        ("no shift", |x, y| {
            let right: Vector<Recording> = x.with_empty_tape().select(y);
            let all: Vector<Recording> = x.exp().sum::<_, Axis<1>>();
            (all.ln() - right).mean()
        }),
    ];
    let checks = seeds(|seed| cases(false, seed));
    for (what, form) in naive {
        all_pass(&checks, what, || gradient(form));
    }
}

#[test]
fn penalties_in_any_form_pass_with_their_gradients() {
    type Form = fn(Scalar<Recording>, Matrix<Recording>, f32) -> Loss;
    fn l2<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
        let penalty: Scalar<T> = weights.square().sum();
        loss + penalty * strength
    }
    fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
        let penalty: Scalar<T> = weights.abs().sum();
        loss + penalty * strength
    }
    let squares: [(&str, Form); 4] = [
        ("strength first", |loss, w, s| {
            loss + (w.square() * s).sum::<Rank0, _>()
        }),
        ("root of strength", |loss, w, s| {
            loss + (w * s.sqrt()).square().sum::<Rank0, _>()
        }),
        ("penalty first", |loss, w, s| {
            w.square().sum::<Rank0, _>() * s + loss
        }),
        ("row by row", |loss, w, s| {
            let rows: Vector<Recording> = w.square().sum::<_, Axis<1>>();
            loss + rows.sum::<Rank0, _>() * s
        }),
    ];
    let sizes: [(&str, Form); 3] = [
        ("strength first", |loss, w, s| {
            loss + (w.abs() * s).sum::<Rank0, _>()
        }),
        ("penalty first", |loss, w, s| {
            w.abs().sum::<Rank0, _>() * s + loss
        }),
        ("two ReLUs", |loss, w, s| {
            let positive = w.with_empty_tape().relu();
            let sizes = positive + (-w).relu();
            loss + sizes.sum::<Rank0, _>() * s
        }),
    ];
    let checks = seeds(|seed| {
        Reference::of("f", gradient(l2))
            .inputs(["loss", "weights", "strength"])
            .cases(16, |g, i| {
                (
                    g.tensor(()).abs(),
                    g.matrix(1 + i, 2 + i % 7),
                    g.number(0.01..0.4),
                )
            })
            .sheet(seed)
    });
    for (what, form) in squares {
        all_pass(&checks, what, || gradient(form));
    }
    let checks = seeds(|seed| {
        Reference::of("f", gradient(l1))
            .inputs(["loss", "weights", "strength"])
            .cases(16, |g, i| {
                (
                    g.tensor(()).abs(),
                    g.matrix(1 + i, 2 + i % 7),
                    g.number(0.01..0.4),
                )
            })
            .sheet(seed)
    });
    for (what, form) in sizes {
        all_pass(&checks, what, || gradient(form));
    }
}

#[test]
fn soft_thresholds_and_steps_in_any_form_pass() {
    let checks = seeds(|seed| {
        let right = |w: Matrix, t: f32| (w.clone() - t).relu() - (-w - t).relu();
        Reference::of("f", function(right))
            .inputs(["weights", "threshold"])
            .case("within the threshold", |g| (g.matrix(2, 2), 9.0))
            .case("threshold zero", |g| (g.matrix(2, 3), 0.0))
            .cases(12, |g, i| (g.matrix(2 + i, 2 + i % 7), g.number(0.2..0.8)))
            .sheet(seed)
    });
    type Threshold = fn(f32, f32) -> f32;
    let forms: [(&str, Threshold); 3] = [
        ("signum", |w, t| w.signum() * (w.abs() - t).max(0.0)),
        ("clamped part", |w, t| w - w.clamp(-t, t)),
        ("cases", |w, t| {
            if w > t {
                w - t
            } else if w < -t {
                w + t
            } else {
                0.0
            }
        }),
    ];
    for (what, form) in forms {
        all_pass(&checks, what, || {
            function(move |w: Matrix, t: f32| {
                let numbers = w.as_vec().into_iter().map(|w| form(w, t)).collect();
                device().tensor_from_vec(numbers, *w.shape())
            })
        });
    }
    let checks = seeds(|seed| {
        let step = |parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32| -> Vec<Vector> {
            let pairs = parameters.into_iter().zip(gradients);
            pairs
                .map(|(p, g)| p - g.mean::<_, Axis<0>>() * rate)
                .collect()
        };
        Reference::of("f", function(step))
            .inputs(["parameters", "gradients", "rate"])
            .case("in the thousands", |g| {
                (vec![g.vector(2)], vec![g.matrix(5, 2) * 3000.0], 0.3)
            })
            .cases(12, |g, i| {
                let lengths: Vec<usize> = (0..1 + i % 4).map(|t| 1 + (i + 2 * t) % 6).collect();
                let parameters = lengths.iter().map(|&n| g.vector(n)).collect();
                let gradients = lengths.iter().map(|&n| g.matrix(2 + i, n)).collect();
                (parameters, gradients, g.number(0.01..0.5))
            })
            .sheet(seed)
    });
    for (what, sum) in SUMS {
        all_pass(&checks, what, || {
            function(
                move |parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32| {
                    let mut stepped: Vec<Vector> = Vec::new();
                    for (parameter, gradient) in parameters.into_iter().zip(gradients) {
                        let rows = rows(&gradient);
                        let share = rate / rows.len() as f32;
                        let mut numbers = parameter.as_vec();
                        for (at, number) in numbers.iter_mut().enumerate() {
                            let column: Vec<f32> = rows.iter().map(|row| row[at]).collect();
                            *number -= share * sum(&column);
                        }
                        stepped.push(vector(numbers));
                    }
                    stepped
                },
            )
        });
    }
}

#[test]
fn convolutions_by_hand_and_by_products_pass() {
    type Image = Vec<Vec<f32>>;
    fn conv(sum: fn(&[f32]) -> f32, image: &Image, kernel: &Image, stride: usize) -> Image {
        let (kh, kw) = (kernel.len(), kernel[0].len());
        let (h, w) = (
            (image.len() - kh) / stride + 1,
            (image[0].len() - kw) / stride + 1,
        );
        let products = |row: usize, column: usize| -> Vec<f32> {
            (0..kh * kw)
                .map(|at| {
                    let (y, x) = (at / kw, at % kw);
                    image[row * stride + y][column * stride + x] * kernel[y][x]
                })
                .collect()
        };
        (0..h)
            .map(|row| (0..w).map(|column| sum(&products(row, column))).collect())
            .collect()
    }
    let checks = seeds(|seed| {
        let right = |i: Image, k: Image, s: usize| conv(forwards, &i, &k, s);
        Reference::of("f", function(right))
            .inputs(["image", "kernel", "stride"])
            .case("bytes", |g| {
                let image = g.rows(9, 9).into_iter();
                let bytes = |x: f32| (x.abs() * 100.0).min(255.0).floor();
                (
                    image
                        .map(|row| row.into_iter().map(bytes).collect())
                        .collect(),
                    g.rows(3, 3),
                    1,
                )
            })
            .cases(10, |g, i| {
                (
                    g.rows(5 + i, 6 + i),
                    g.rows(1 + i % 3, 1 + i % 4),
                    1 + i % 2,
                )
            })
            .sheet(seed)
    });
    for (what, sum) in SUMS {
        all_pass(&checks, what, || {
            function(move |image: Image, kernel: Image, stride: usize| {
                conv(sum, &image, &kernel, stride)
            })
        });
    }
}

#[test]
fn activations_and_normalizations_in_any_form_pass() {
    type Map = fn(Matrix) -> Matrix;
    fn cases(right: Map, seed: u64) -> Result<Vec<Check>, String> {
        Reference::of("f", function(right))
            .inputs(["x"])
            .case("zeros", |_| (device().zeros_like(&(2, 3)),))
            .case("large", |g| (g.matrix(3, 4) * 30.0,))
            .cases(10, |g, i| (g.matrix(1 + i, 2 + i),))
            .sheet(seed)
    }
    fn each(x: Matrix, f: impl Fn(f32) -> f32) -> Matrix {
        let numbers = x.as_vec().into_iter().map(f).collect();
        device().tensor_from_vec(numbers, *x.shape())
    }
    let table: [(&str, Map, &[Map]); 4] = [
        (
            "sigmoid",
            |x| x.sigmoid(),
            &[
                |x| each(x, |x| 1.0 / (1.0 + (-x).exp())),
                |x| each(x, |x| 0.5 * (x / 2.0).tanh() + 0.5),
                |x| {
                    each(x, |x| {
                        if x < 0.0 {
                            x.exp() / (1.0 + x.exp())
                        } else {
                            1.0 / (1.0 + (-x).exp())
                        }
                    })
                },
            ],
        ),
        (
            "tanh",
            |x| x.tanh(),
            &[
                |x| (x * 2.0).sigmoid() * 2.0 - 1.0,
                |x| each(x, |x| f64::from(x).tanh() as f32),
            ],
        ),
        (
            "softmax",
            |x| x.softmax::<Axis<1>>(),
            &[
                |x| x.log_softmax::<Axis<1>>().exp(),
                |x| {
                    let mut rows = rows(&x);
                    for row in &mut rows {
                        let most = row.iter().copied().fold(f32::MIN, f32::max);
                        let exps: Vec<f64> =
                            row.iter().map(|x| f64::from(x - most).exp()).collect();
                        let sum: f64 = exps.iter().sum();
                        *row = exps.iter().map(|x| (x / sum) as f32).collect();
                    }
                    matrix(&rows)
                },
            ],
        ),
        (
            "normalized rows",
            |x| x.normalize::<Axis<1>>(1e-5),
            &[|x| {
                let mut rows = rows(&x);
                for row in &mut rows {
                    let n = row.len() as f32;
                    let mean = in_f64(row) / n;
                    let squares: Vec<f32> = row.iter().map(|x| (x - mean) * (x - mean)).collect();
                    let deviation = (in_f64(&squares) / n + 1e-5).sqrt();
                    row.iter_mut().for_each(|x| *x = (*x - mean) / deviation);
                }
                matrix(&rows)
            }],
        ),
    ];
    for (what, right, others) in table {
        let checks = seeds(|seed| cases(right, seed));
        for other in others {
            all_pass(&checks, what, || function(*other));
        }
    }
}
