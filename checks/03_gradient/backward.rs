//! How `backward` is checked. A matrix that should have been transposed fits only where it is square, so squares have a
//! group of their own.

#[path = "../../solutions/03_gradient/backward.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{backward, sums};

type Inputs = (Matrix, Matrix, Vector, Matrix);
type Gradients = (Matrix, Matrix, Vector);

/// A layer of that size, a batch for it, and the gradient of a loss by its outputs.
fn layer(n: usize, inputs: usize, outputs: usize) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let (x, w) = (g.matrix(n, inputs), g.matrix(inputs, outputs));
        (x, w, g.vector(outputs), g.matrix(n, outputs))
    }
}

fn matrix<const N: usize, const M: usize>(rows: [[f32; M]; N]) -> Matrix {
    device().tensor_from_vec(rows.concat(), (N, M))
}

fn vector<const N: usize>(numbers: [f32; N]) -> Vector {
    device().tensor_from_vec(numbers.to_vec(), (N,))
}

/// 1 where `is_on` says so of a number, else 0.
fn mask(of: &Matrix, is_on: fn(f32) -> bool) -> Matrix {
    let numbers = of.as_vec().into_iter();
    let numbers = numbers.map(|x| if is_on(x) { 1.0 } else { 0.0 });
    device().tensor_from_vec(numbers.collect(), *of.shape())
}

fn transposed(matrix: Matrix) -> Matrix {
    matrix.permute::<_, Axes2<1, 0>>()
}

/// The three gradients, where `dz` is another one.
fn from_dz(x: Matrix, w: Matrix, dz: Matrix) -> Gradients {
    let (dx, dw) = (
        dz.clone().matmul(transposed(w)),
        transposed(x).matmul(dz.clone()),
    );
    (dx, dw, dz.sum::<_, Axis<0>>())
}

/// The right gradients, beside what they were made of: `x`, `w` and `dz`.
fn change(
    (x, w, b, dy): Inputs,
    change: fn(Gradients, &Matrix, &Matrix, &Matrix) -> Gradients,
) -> Gradients {
    let dz = mask(&sums(x.clone(), w.clone(), b), |z| z > 0.0) * dy;
    change(from_dz(x.clone(), w.clone(), dz.clone()), &x, &w, &dz)
}

/// How many examples there are.
fn count(x: &Matrix) -> f32 {
    x.shape().0.max(1) as f32
}

/// One row of a matrix.
fn row(of: &Matrix, row: usize) -> Vector {
    let columns = of.shape().1;
    let numbers = of.as_vec().into_iter().skip(row * columns).take(columns);
    device().tensor_from_vec(numbers.collect(), (columns,))
}

fn main() {
    Reference::of("backward", function(backward))
        .inputs(["x", "w", "b", "dy"])
        .parts([("dx", close()), ("dw", close()), ("db", close())])
        .wrong(
            "ReLU forgotten",
            "You handed `dy` on as it is; where `z` is not above 0, nothing goes back through the \
             ReLU.",
            |x, w, _, dy| from_dz(x, w, dy),
        )
        .wrong(
            "mask of dy",
            "You put zeros where `dy` is negative; the ReLU lets through where `z` is above 0, \
             whatever the sign of `dy`.",
            |x, w, _, dy| from_dz(x, w, dy.relu()),
        )
        .wrong(
            "mask of z and of dy",
            "You put zeros where `z` is not above 0, and also where `dy` is negative; the sign of `dy` does \
             not matter.",
            |x, w, b, dy| backward(x, w, b, dy.relu()),
        )
        .wrong(
            "mask the other way round",
            "You handed `dy` on where `z` is not above 0, and nothing where it is; it is the other \
             way round.",
            |x, w, b, dy| {
                let z = sums(x.clone(), w.clone(), b);
                from_dz(x, w, mask(&z, |z| z <= 0.0) * dy)
            },
        )
        .wrong(
            "bias left out of the mask",
            "You asked the product of `x` and `w` whether it is above 0, without the bias; ask `z`.",
            |x, w, b, dy| backward(x, w, b * 0.0, dy),
        )
        .wrong(
            "times the output",
            "You multiplied `dy` by the outputs of the ReLU; its slope is 1 where `z` is above 0, \
             however large `z` is.",
            |x, w, b, dy| {
                let z = sums(x.clone(), w.clone(), b);
                from_dz(x, w, z.relu() * dy)
            },
        )
        .wrong(
            "db times the bias",
            "You multiplied `db` by the bias; a bias is added, so it gets what its sums get.",
            |x, w, b, dy| {
                let (dx, dw, db) = backward(x, w, b.clone(), dy);
                (dx, dw, db * b)
            },
        )
        .wrong(
            "dw of the outputs",
            "You made `dw` of the outputs of the layer; a weight is multiplied by an input, so make it of `x`.",
            |x, w, b, dy| {
                let y = sums(x.clone(), w.clone(), b.clone()).relu();
                let (dx, _, db) = backward(x.clone(), w.clone(), b.clone(), dy.clone());
                let dz = mask(&sums(x, w, b), |z| z > 0.0) * dy;
                (dx, transposed(y).matmul(dz), db)
            },
        )
        .wrong(
            "mask of x",
            "You put zeros into `dx` where `x` is not above 0; the ReLU comes after the sums, so put them \
             into `dz`, where `z` is not above 0.",
            |x, w, _, dy| {
                let (dx, dw, db) = from_dz(x.clone(), w, dy);
                (dx * mask(&x, |x| x > 0.0), dw, db)
            },
        )
        .wrong(
            "mask of dx",
            "You left `dy` as it is and put zeros where `dx` is negative; put them into `dz`, where `z` is \
             not above 0.",
            |x, w, _, dy| {
                let (dx, dw, db) = from_dz(x, w, dy);
                (dx.relu(), dw, db)
            },
        )
        .wrong(
            "times the sums",
            "You multiplied `dy` by `z`; the slope of the ReLU is 1 where `z` is above 0, however large \
             `z` is, and 0 elsewhere.",
            |x, w, b, dy| {
                let z = sums(x.clone(), w.clone(), b);
                from_dz(x, w, z * dy)
            },
        )
        .wrong(
            "dx without the ReLU",
            "Your `dx` is made of `dy`; make it of `dz`, as the others.",
            |x, w, b, dy| {
                let (_, dw, db) = backward(x.clone(), w.clone(), b, dy.clone());
                (from_dz(x, w, dy).0, dw, db)
            },
        )
        .wrong(
            "dw without the ReLU",
            "Your `dw` is made of `dy`; make it of `dz`, as the others.",
            |x, w, b, dy| {
                let (dx, _, db) = backward(x.clone(), w.clone(), b, dy.clone());
                (dx, from_dz(x, w, dy).1, db)
            },
        )
        .wrong(
            "db without the ReLU",
            "Your `db` is made of `dy`; make it of `dz`, as the others.",
            |x, w, b, dy| {
                let (dx, dw, _) = backward(x.clone(), w.clone(), b, dy.clone());
                (dx, dw, from_dz(x, w, dy).2)
            },
        )
        .wrong(
            "means",
            "You divided `dw` and `db` by the number of examples; they are sums, and where the loss \
             is a mean, `dy` is divided already.",
            |x, w, b, dy| {
                change((x, w, b, dy), |(dx, dw, db), x, _, _| {
                    (dx, dw / count(x), db / count(x))
                })
            },
        )
        .wrong(
            "all means",
            "You divided by the number of examples; where the loss is a mean, `dy` is divided \
             already.",
            |x, w, b, dy| {
                let n = count(&x);
                backward(x, w, b, dy / n)
            },
        )
        .wrong(
            "mean in dw",
            "You divided `dw` by the number of examples; it is a sum over them.",
            |x, w, b, dy| change((x, w, b, dy), |(dx, dw, db), x, _, _| (dx, dw / count(x), db)),
        )
        .wrong(
            "mean in db",
            "You divided `db` by the number of examples; it is a sum over them.",
            |x, w, b, dy| change((x, w, b, dy), |(dx, dw, db), x, _, _| (dx, dw, db / count(x))),
        )
        .wrong(
            "first example in db",
            "Your `db` is the first row of `dz`; all examples move the loss through the bias, so add \
             their rows up.",
            |x, w, b, dy| change((x, w, b, dy), |(dx, dw, _), _, _, dz| (dx, dw, row(dz, 0))),
        )
        .wrong(
            "last example in db",
            "Your `db` is the last row of `dz`; all examples move the loss through the bias, so add \
             their rows up.",
            |x, w, b, dy| {
                change((x, w, b, dy), |(dx, dw, _), _, _, dz| {
                    (dx, dw, row(dz, dz.shape().0 - 1))
                })
            },
        )
        .wrong(
            "all in db",
            "Every number of your `db` is the sum of all of `dz`; a unit adds up its own column only.",
            |x, w, b, dy| {
                change((x, w, b, dy), |(dx, dw, db), _, _, dz| {
                    let all: f32 = dz.as_vec().iter().sum();
                    (dx, dw, db * 0.0 + all)
                })
            },
        )
        .wrong(
            "minus",
            "All your gradients have the other sign; they say where the loss rises, and the minus \
             belongs to the step.",
            |x, w, b, dy| backward(x, w, b, -dy),
        )
        .group("on squares")
        .case("one of everything", |_| {
            (matrix([[2.0]]), matrix([[3.0]]), vector([-1.0]), matrix([[0.5]]))
        })
        .case("one of everything, below 0", |_| {
            (matrix([[2.0]]), matrix([[-3.0]]), vector([1.0]), matrix([[0.5]]))
        })
        .cases(8, |g, i| layer(2 + i, 2 + i, 2 + i)(g))
        .wrong(
            "transposes forgotten",
            "The rows and columns of `w` in `dx` and of `x` in `dw` have to change places, as the indices \
             in the formulas say, and yours do not; `permute` transposes a matrix.",
            |x, w, b, dy| {
                change((x, w, b, dy), |(_, _, db), x, w, dz| {
                    (dz.clone().matmul(w.clone()), x.clone().matmul(dz.clone()), db)
                })
            },
        )
        .wrong(
            "w not transposed",
            "In `dx` the rows and columns of `w` have to change places, and yours do not; `permute` \
             transposes it.",
            |x, w, b, dy| {
                change((x, w, b, dy), |(_, dw, db), _, w, dz| {
                    (dz.clone().matmul(w.clone()), dw, db)
                })
            },
        )
        .wrong(
            "x not transposed",
            "In `dw` the rows and columns of `x` have to change places, so that the product adds up over the \
             examples, and yours do not; `permute` transposes it.",
            |x, w, b, dy| {
                change((x, w, b, dy), |(dx, _, db), x, _, dz| {
                    (dx, x.clone().matmul(dz.clone()), db)
                })
            },
        )
        .wrong(
            "dx element by element",
            "In `dx` you multiplied element by element; a matrix product is `a.matmul(b)`.",
            |x, w, b, dy| {
                change((x, w, b, dy), |(_, dw, db), _, w, dz| {
                    (dz.clone() * transposed(w.clone()), dw, db)
                })
            },
        )
        .wrong(
            "dw element by element",
            "In `dw` you multiplied element by element; a matrix product is `a.matmul(b)`.",
            |x, w, b, dy| {
                change((x, w, b, dy), |(dx, _, db), x, _, dz| {
                    (dx, transposed(x.clone()) * dz.clone(), db)
                })
            },
        )
        .wrong(
            "element by element",
            "You multiplied element by element; a matrix product is `a.matmul(b)`.",
            |x, w, b, dy| {
                change((x, w, b, dy), |(_, _, db), x, w, dz| {
                    let dx = dz.clone() * transposed(w.clone());
                    (dx, transposed(x.clone()) * dz.clone(), db)
                })
            },
        )
        .wrong(
            "dx and dw exchanged",
            "You returned `dw` before `dx`; the gradient of `x` comes first.",
            |x, w, b, dy| change((x, w, b, dy), |(dx, dw, db), _, _, _| (dw, dx, db)),
        )
        .wrong(
            "db along the units",
            "Your `db` adds up the units of each example; add up the examples of each unit: \
             `Axis<0>`.",
            |x, w, b, dy| {
                change((x, w, b, dy), |(dx, dw, _), _, _, dz| {
                    (dx, dw, dz.clone().sum::<_, Axis<1>>())
                })
            },
        )
        .group("with more outputs than inputs")
        .case("the example of the lesson", |_| {
            (
                matrix([[1.0, 2.0], [3.0, -1.0]]),
                matrix([[1.0, 0.0, -1.0], [2.0, 1.0, 1.0]]),
                vector([0.0, 0.0, 1.0]),
                matrix([[1.0, 2.0, -1.0], [3.0, 1.0, 1.0]]),
            )
        })
        .case("sums of exactly 0", |_| {
            (
                matrix([[1.0, 2.0], [2.0, 1.0]]),
                matrix([[2.0, 1.0, -2.0], [-1.0, -1.0, 1.0]]),
                vector([0.0, 1.0, 0.0]),
                matrix([[1.0, 2.0, 3.0], [-1.0, 2.0, -3.0]]),
            )
        })
        .case("one input", layer(4, 1, 3))
        .case("one example", layer(1, 2, 4))
        .cases(10, |g, i| layer(2 + i % 6, 2 + i / 2, 4 + i)(g))
        .wrong(
            "from 0 on",
            "You let the gradient through where `z` is exactly 0; it goes back where `z` is above 0 \
             only.",
            |x, w, b, dy| {
                let z = sums(x.clone(), w.clone(), b);
                from_dz(x, w, mask(&z, |z| z >= 0.0) * dy)
            },
        )
        .wrong(
            "dw transposed",
            "Your `dw` is transposed; it has the shape of `w`, so `dz` stands on the right.",
            |x, w, b, dy| {
                change((x, w, b, dy), |(dx, dw, db), _, _, _| (dx, transposed(dw), db))
            },
        )
        .wrong(
            "dx transposed",
            "Your `dx` is transposed; it has the shape of `x`, so `dz` stands on the left.",
            |x, w, b, dy| {
                change((x, w, b, dy), |(dx, dw, db), _, _, _| (transposed(dx), dw, db))
            },
        )
        .group("with fewer outputs than inputs")
        .case("one output", layer(4, 3, 1))
        .case("no gradient", |g| {
            let (x, w, b, dy) = layer(3, 4, 2)(g);
            (x, w, b, dy * 0.0)
        })
        .case("every unit below 0", |g| {
            let (x, w, _, dy) = layer(3, 4, 2)(g);
            (x, w, vector([-100.0, -100.0]), dy)
        })
        .case("more examples than inputs", layer(9, 3, 2))
        .cases(10, |g, i| layer(1 + i % 6, 4 + i, 2 + i / 2)(g))
        .run()
}
