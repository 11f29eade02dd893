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

// right: input and state side by side, times both matrices one above the other
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let both = (x, h).concat_along(Axis::<1>);
    let weights = (w, u).concat_along(Axis::<0>);
    let sum = both.matmul(weights);
    let bias = b.broadcast_like::<_, Axis<0>>(&sum);
    (sum + bias).tanh()
}

// right: the tanh from a sigmoid
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let sum = h.matmul(u) + x.matmul(w);
    let bias = b.broadcast_like::<_, Axis<0>>(&sum);
    ((bias + sum) * 2.0).sigmoid() * 2.0 - 1.0
}

// right: the bias as the product of a column of ones and a row
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let (batch, _) = *x.shape();
    let (units,) = *b.shape();
    let mut ones: Matrix = device().zeros_like(&(batch, 1));
    ones.fill_with_ones();
    let bias = ones.retaped::<T>().matmul(b.reshape_like(&(1, units)));
    (bias + x.matmul(w) + h.matmul(u)).tanh()
}

// wrong, mistake:no activation: no tanh
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let sum = x.matmul(w) + h.matmul(u);
    let bias = b.broadcast_like::<_, Axis<0>>(&sum);
    sum + bias
}

// wrong, mistake:bias after the tanh: the bias is added after the tanh
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let sum = (x.matmul(w) + h.matmul(u)).tanh();
    let bias = b.broadcast_like::<_, Axis<0>>(&sum);
    sum + bias
}

// wrong, mistake:sigmoid: a sigmoid in the place of the tanh
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let sum = x.matmul(w) + h.matmul(u);
    let bias = b.broadcast_like::<_, Axis<0>>(&sum);
    (sum + bias).sigmoid()
}

// wrong, mistake:state off the tape: the tape of the state is not taken along
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let sum = x.matmul(w) + h.with_empty_tape().matmul(u);
    let bias = b.broadcast_like::<_, Axis<0>>(&sum);
    (sum + bias).tanh()
}

// wrong, mistake:weights of the state transposed: the matrix of the state is transposed
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let sum = x.matmul(w) + h.matmul(u.permute::<_, Axes2<1, 0>>());
    let bias = b.broadcast_like::<_, Axis<0>>(&sum);
    (sum + bias).tanh()
}

// wrong, mistake:bias twice: the bias is added to each of the two products
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let bias = b.with_empty_tape();
    let input = x.matmul(w);
    let of_input = b.broadcast_like::<_, Axis<0>>(&input);
    let state = h.matmul(u);
    let of_state = bias.broadcast_like::<_, Axis<0>>(&state);
    (input + of_input + (state + of_state)).tanh()
}

// wrong, mistake:two tanhs: each product has a tanh of its own
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let input = x.matmul(w);
    let bias = b.broadcast_like::<_, Axis<0>>(&input);
    (input + bias).tanh() + h.matmul(u).tanh()
}

// wrong, mistake:state added as it is: the old state is added as it is, without its matrix
pub fn rnn_cell<T: Tape<f32, Dev>>(
    x: Matrix<T>,
    h: Matrix<T>,
    w: Matrix<T>,
    u: Matrix<T>,
    b: Vector<T>,
) -> Matrix<T> {
    let _ = u;
    let sum = x.matmul(w) + h;
    let bias = b.broadcast_like::<_, Axis<0>>(&sum);
    (sum + bias).tanh()
}
