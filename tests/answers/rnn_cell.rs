// right: puts input and state side by side, and their weights below each other, so one product does it
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let both = (x, h).concat_along(Axis::<1>);
    let weights = (w, u).concat_along(Axis::<0>);
    let product = both.matmul(weights);
    let bias = b.broadcast_like::<_, Axis<0>>(&product);
    (product + bias).tanh()
}

// right: writes the tanh as 2 * sigmoid(2 * s) - 1
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let from_input = x.matmul(w);
    let from_state = h.matmul(u);
    let bias = b.broadcast_like::<_, Axis<0>>(&from_input);
    let s = from_input + bias + from_state;
    (s * 2.0).sigmoid() * 2.0 - 1.0
}

// right: works on columns: the transposed products are added up, and turned back before the tanh
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let w = w.permute::<_, Axes2<1, 0>>();
    let u = u.permute::<_, Axes2<1, 0>>();
    let columns = u.matmul(h.permute::<_, Axes2<1, 0>>()) + w.matmul(x.permute::<_, Axes2<1, 0>>());
    let bias = b.broadcast_like::<_, Axis<1>>(&columns);
    (columns + bias).tanh().permute::<_, Axes2<1, 0>>()
}

// right: the layer of `linear` as a helper of its own, with the state added as a second layer without a bias
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    (layer(x, w, Some(b)) + layer(h, u, None)).tanh()
}

fn layer<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Option<Vector<T>>) -> Matrix<T> {
    let product = x.matmul(weights);
    match bias {
        Some(bias) => {
            let bias = bias.broadcast_like::<_, Axis<0>>(&product);
            product + bias
        }
        None => product,
    }
}

// wrong, mistake:no activation: The tanh is missing, so the state can grow without bound
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let sum = x.matmul(w) + h.matmul(u);
    let bias = b.broadcast_like::<_, Axis<0>>(&sum);
    (sum + bias)
}

// wrong, mistake:tanh of the input alone: The tanh is applied to the part of the input alone, before the state is added
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let product = x.matmul(w);
    let bias = b.broadcast_like::<_, Axis<0>>(&product);
    (product + bias).tanh() + h.matmul(u)
}
