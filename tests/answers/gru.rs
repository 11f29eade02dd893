// right: mixes with n + z * (h - n); a closure for each half of a sum
use gradlings::prelude::*;

pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let input = |k: usize| linear(x.with_empty_tape(), w[k].with_empty_tape(), b[k].with_empty_tape());
    let state = |k: usize| linear(h.with_empty_tape(), u[k].with_empty_tape(), c[k].with_empty_tape());
    let r = (input(0) + state(0)).sigmoid();
    let z = (input(1) + state(1)).sigmoid();
    let proposal = r * state(2);
    let n = (linear(x, w[2].with_empty_tape(), b[2].with_empty_tape()) + proposal).tanh();
    let difference = h - n.with_empty_tape();
    n + z * difference
}

// right: takes the lists apart by value, and a helper makes a gate
use gradlings::prelude::*;

pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let (mut w, mut u) = (w.into_iter(), u.into_iter());
    let (mut b, mut c) = (b.into_iter(), c.into_iter());
    let mut sums = Vec::new();
    for _ in 0..3 {
        let (Some(w), Some(u), Some(b), Some(c)) = (w.next(), u.next(), b.next(), c.next()) else {
            panic!("three of each");
        };
        sums.push((
            linear(x.with_empty_tape(), w, b),
            linear(h.with_empty_tape(), u, c),
        ));
    }
    let (n_input, n_state) = sums.remove(2);
    let mut gates = sums.into_iter().map(|(input, state)| (input + state).sigmoid());
    let (Some(r), Some(z)) = (gates.next(), gates.next()) else {
        panic!("two gates");
    };
    let n = (n_input + x_tape(x, &n_state) + r * n_state).tanh();
    let kept = z.with_empty_tape() * h;
    kept + (-z + 1.0) * n
}

fn x_tape<T: Tape<f32, Dev>>(x: Matrix<T>, like: &Matrix<T>) -> Matrix<T> {
    let zeros: Matrix = device().zeros_like(like);
    let (_, tape) = x.split_tape();
    zeros.put_tape(tape)
}

// right: without `linear`; works with 1 - z = sigmoid(-sum) and takes away what is not kept
use gradlings::prelude::*;

pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let affine = |x: Matrix<T>, w: &Matrix<T>, b: &Vector<T>| {
        let product = x.matmul(w.with_empty_tape());
        let bias = b.with_empty_tape().broadcast_like::<_, Axis<0>>(&product);
        product + bias
    };
    let sum_z = affine(h.with_empty_tape(), &u[1], &c[1]) + affine(x.with_empty_tape(), &w[1], &b[1]);
    let new = (-sum_z).sigmoid();
    let sum_r = affine(h.with_empty_tape(), &u[0], &c[0]) + affine(x.with_empty_tape(), &w[0], &b[0]);
    let reset = affine(h.with_empty_tape(), &u[2], &c[2]) * sum_r.sigmoid();
    let n = (reset + affine(x, &w[2], &b[2])).tanh();
    let lost = h.with_empty_tape() * new.with_empty_tape();
    new * n + (h - lost)
}

// wrong, mistake:update gate inverted: `z` and `1 - z` are exchanged: where `z` is 1 the old state has to stay
use gradlings::prelude::*;

pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let r = (linear(x.with_empty_tape(), w[0].with_empty_tape(), b[0].with_empty_tape())
        + linear(h.with_empty_tape(), u[0].with_empty_tape(), c[0].with_empty_tape()))
    .sigmoid();
    let z = (linear(x.with_empty_tape(), w[1].with_empty_tape(), b[1].with_empty_tape())
        + linear(h.with_empty_tape(), u[1].with_empty_tape(), c[1].with_empty_tape()))
    .sigmoid();
    let old = linear(h.with_empty_tape(), u[2].with_empty_tape(), c[2].with_empty_tape());
    let n = (linear(x, w[2].with_empty_tape(), b[2].with_empty_tape()) + r * old).tanh();
    z.with_empty_tape() * n + (-z + 1.0) * h
}

// wrong, mistake:reset before the product: `r` multiplies the state before the product, as in the paper, instead of the product and its bias
use gradlings::prelude::*;

pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let r = (linear(x.with_empty_tape(), w[0].with_empty_tape(), b[0].with_empty_tape())
        + linear(h.with_empty_tape(), u[0].with_empty_tape(), c[0].with_empty_tape()))
    .sigmoid();
    let z = (linear(x.with_empty_tape(), w[1].with_empty_tape(), b[1].with_empty_tape())
        + linear(h.with_empty_tape(), u[1].with_empty_tape(), c[1].with_empty_tape()))
    .sigmoid();
    let old = linear(r * h.with_empty_tape(), u[2].with_empty_tape(), c[2].with_empty_tape());
    let n = (linear(x, w[2].with_empty_tape(), b[2].with_empty_tape()) + old).tanh();
    (-z.with_empty_tape() + 1.0) * n + z * h
}

// wrong, gradient: Every use of the old state has an empty tape, so the gradient of all earlier steps is lost
use gradlings::prelude::*;

pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let r = (linear(x.with_empty_tape(), w[0].with_empty_tape(), b[0].with_empty_tape())
        + linear(h.with_empty_tape(), u[0].with_empty_tape(), c[0].with_empty_tape()))
    .sigmoid();
    let z = (linear(x.with_empty_tape(), w[1].with_empty_tape(), b[1].with_empty_tape())
        + linear(h.with_empty_tape(), u[1].with_empty_tape(), c[1].with_empty_tape()))
    .sigmoid();
    let old = linear(h.with_empty_tape(), u[2].with_empty_tape(), c[2].with_empty_tape());
    let n = (linear(x, w[2].with_empty_tape(), b[2].with_empty_tape()) + r * old).tanh();
    (-z.with_empty_tape() + 1.0) * n + z * h.with_empty_tape()
}
