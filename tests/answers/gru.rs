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

// right: from the proposal to the old state, by the share z
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let gate = |n: usize| {
        let input = linear(
            x.with_empty_tape(),
            w[n].with_empty_tape(),
            b[n].with_empty_tape(),
        );
        let state = linear(
            h.with_empty_tape(),
            u[n].with_empty_tape(),
            c[n].with_empty_tape(),
        );
        (input + state).sigmoid()
    };
    let (r, z) = (gate(0), gate(1));
    let input = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let state = linear(
        h.with_empty_tape(),
        u[2].with_empty_tape(),
        c[2].with_empty_tape(),
    );
    let n = (input + r * state).tanh();
    let difference = h - n.with_empty_tape();
    n + z * difference
}

// right: both gates without `linear`, by products and biases
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let gate = |n: usize| {
        let sum = x.with_empty_tape().matmul(w[n].with_empty_tape())
            + h.with_empty_tape().matmul(u[n].with_empty_tape());
        let bias = b[n].with_empty_tape() + c[n].with_empty_tape();
        let bias = bias.broadcast_like::<_, Axis<0>>(&sum);
        (sum + bias).sigmoid()
    };
    let (r, z) = (gate(0), gate(1));
    let input = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let state = linear(
        h.with_empty_tape(),
        u[2].with_empty_tape(),
        c[2].with_empty_tape(),
    );
    let n = (input + r * state).tanh();
    (-z.with_empty_tape() + 1.0) * n + z * h
}

// right: the lists are taken apart, and h itself is used first
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let three = |of: Vec<Matrix<T>>| <[Matrix<T>; 3]>::try_from(of).ok().unwrap();
    let biases = |of: Vec<Vector<T>>| <[Vector<T>; 3]>::try_from(of).ok().unwrap();
    let ([w_r, w_z, w_n], [u_r, u_z, u_n]) = (three(w), three(u));
    let ([b_r, b_z, b_n], [c_r, c_z, c_n]) = (biases(b), biases(c));
    let (x1, x2) = (x.with_empty_tape(), x.with_empty_tape());
    let (h1, h2, h3) = (
        h.with_empty_tape(),
        h.with_empty_tape(),
        h.with_empty_tape(),
    );
    let reset = (linear(x, w_r, b_r) + linear(h, u_r, c_r)).sigmoid();
    let kept = (linear(x1, w_z, b_z) + linear(h1, u_z, c_z)).sigmoid();
    let proposal = (linear(x2, w_n, b_n) + reset * linear(h2, u_n, c_n)).tanh();
    let new = proposal.with_empty_tape() - kept.with_empty_tape() * proposal;
    kept * h3 + new
}

// wrong, mistake:update gate inverted: z and 1 - z are exchanged
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let gate = |n: usize| {
        let input = linear(
            x.with_empty_tape(),
            w[n].with_empty_tape(),
            b[n].with_empty_tape(),
        );
        let state = linear(
            h.with_empty_tape(),
            u[n].with_empty_tape(),
            c[n].with_empty_tape(),
        );
        (input + state).sigmoid()
    };
    let (r, z) = (gate(0), gate(1));
    let input = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let state = linear(
        h.with_empty_tape(),
        u[2].with_empty_tape(),
        c[2].with_empty_tape(),
    );
    let n = (input + r * state).tanh();
    z.with_empty_tape() * n + (-z + 1.0) * h
}

// wrong, mistake:reset before the product: r before the product, as the paper has it
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let gate = |n: usize| {
        let input = linear(
            x.with_empty_tape(),
            w[n].with_empty_tape(),
            b[n].with_empty_tape(),
        );
        let state = linear(
            h.with_empty_tape(),
            u[n].with_empty_tape(),
            c[n].with_empty_tape(),
        );
        (input + state).sigmoid()
    };
    let (r, z) = (gate(0), gate(1));
    let input = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let state = linear(
        r * h.with_empty_tape(),
        u[2].with_empty_tape(),
        c[2].with_empty_tape(),
    );
    let n = (input + state).tanh();
    (-z.with_empty_tape() + 1.0) * n + z * h
}

// wrong, mistake:reset without the bias: r multiplies the product and not its bias
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let gate = |n: usize| {
        let input = linear(
            x.with_empty_tape(),
            w[n].with_empty_tape(),
            b[n].with_empty_tape(),
        );
        let state = linear(
            h.with_empty_tape(),
            u[n].with_empty_tape(),
            c[n].with_empty_tape(),
        );
        (input + state).sigmoid()
    };
    let (r, z) = (gate(0), gate(1));
    let input = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let state = h.with_empty_tape().matmul(u[2].with_empty_tape());
    let n = {
        let bias = c[2].with_empty_tape().broadcast_like::<_, Axis<0>>(&input);
        (input + r * state + bias).tanh()
    };
    (-z.with_empty_tape() + 1.0) * n + z * h
}

// wrong, mistake:gates exchanged: r and z are exchanged
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let gate = |n: usize| {
        let input = linear(
            x.with_empty_tape(),
            w[n].with_empty_tape(),
            b[n].with_empty_tape(),
        );
        let state = linear(
            h.with_empty_tape(),
            u[n].with_empty_tape(),
            c[n].with_empty_tape(),
        );
        (input + state).sigmoid()
    };
    let (r, z) = (gate(1), gate(0));
    let input = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let state = linear(
        h.with_empty_tape(),
        u[2].with_empty_tape(),
        c[2].with_empty_tape(),
    );
    let n = (input + r * state).tanh();
    (-z.with_empty_tape() + 1.0) * n + z * h
}

// wrong, mistake:sigmoid for the proposal: the proposal has a sigmoid
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let gate = |n: usize| {
        let input = linear(
            x.with_empty_tape(),
            w[n].with_empty_tape(),
            b[n].with_empty_tape(),
        );
        let state = linear(
            h.with_empty_tape(),
            u[n].with_empty_tape(),
            c[n].with_empty_tape(),
        );
        (input + state).sigmoid()
    };
    let (r, z) = (gate(0), gate(1));
    let input = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let state = linear(
        h.with_empty_tape(),
        u[2].with_empty_tape(),
        c[2].with_empty_tape(),
    );
    let n = (input + r * state).sigmoid();
    (-z.with_empty_tape() + 1.0) * n + z * h
}

// wrong, mistake:gates without the state: the gates look only at the input
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let gate = |n: usize| {
        linear(
            x.with_empty_tape(),
            w[n].with_empty_tape(),
            b[n].with_empty_tape(),
        )
        .sigmoid()
    };
    let (r, z) = (gate(0), gate(1));
    let input = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let state = linear(
        h.with_empty_tape(),
        u[2].with_empty_tape(),
        c[2].with_empty_tape(),
    );
    let n = (input + r * state).tanh();
    (-z.with_empty_tape() + 1.0) * n + z * h
}

// wrong, gradient: h is always lent, so that the tape of the earlier steps is lost
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let gate = |n: usize| {
        let input = linear(
            x.with_empty_tape(),
            w[n].with_empty_tape(),
            b[n].with_empty_tape(),
        );
        let state = linear(
            h.with_empty_tape(),
            u[n].with_empty_tape(),
            c[n].with_empty_tape(),
        );
        (input + state).sigmoid()
    };
    let (r, z) = (gate(0), gate(1));
    let input = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let state = linear(
        h.with_empty_tape(),
        u[2].with_empty_tape(),
        c[2].with_empty_tape(),
    );
    let n = (input + r * state).tanh();
    (-z.with_empty_tape() + 1.0) * n + z * h.with_empty_tape()
}

// wrong, mistake:reset of the whole sum: r multiplies the whole sum
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let gate = |n: usize| {
        let input = linear(
            x.with_empty_tape(),
            w[n].with_empty_tape(),
            b[n].with_empty_tape(),
        );
        let state = linear(
            h.with_empty_tape(),
            u[n].with_empty_tape(),
            c[n].with_empty_tape(),
        );
        (input + state).sigmoid()
    };
    let (r, z) = (gate(0), gate(1));
    let input = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let state = linear(
        h.with_empty_tape(),
        u[2].with_empty_tape(),
        c[2].with_empty_tape(),
    );
    let n = (r * (input + state)).tanh();
    (-z.with_empty_tape() + 1.0) * n + z * h
}

// wrong, mistake:proposal added whole: the new share is not taken off: n + z h
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let gate = |n: usize| {
        let input = linear(
            x.with_empty_tape(),
            w[n].with_empty_tape(),
            b[n].with_empty_tape(),
        );
        let state = linear(
            h.with_empty_tape(),
            u[n].with_empty_tape(),
            c[n].with_empty_tape(),
        );
        (input + state).sigmoid()
    };
    let (r, z) = (gate(0), gate(1));
    let input = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let state = linear(
        h.with_empty_tape(),
        u[2].with_empty_tape(),
        c[2].with_empty_tape(),
    );
    let n = (input + r * state).tanh();
    n + z * h
}

// wrong, mistake:one gate for both: both gates take the weights of the first
pub fn gru<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Vec<Matrix<T>>,
    u: Vec<Matrix<T>>,
    b: Vec<Vector<T>>,
    c: Vec<Vector<T>>,
) -> Matrix<T> {
    let gate = |n: usize| {
        let input = linear(
            x.with_empty_tape(),
            w[n].with_empty_tape(),
            b[n].with_empty_tape(),
        );
        let state = linear(
            h.with_empty_tape(),
            u[n].with_empty_tape(),
            c[n].with_empty_tape(),
        );
        (input + state).sigmoid()
    };
    let (r, z) = (gate(0), gate(0));
    let input = linear(x, w[2].with_empty_tape(), b[2].with_empty_tape());
    let state = linear(
        h.with_empty_tape(),
        u[2].with_empty_tape(),
        c[2].with_empty_tape(),
    );
    let n = (input + r * state).tanh();
    (-z.with_empty_tape() + 1.0) * n + z * h
}
