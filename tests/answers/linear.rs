// right: everything transposed: the turned weights times the turned inputs, turned back
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let w: Matrix<T> = weights.permute::<_, Axes2<1, 0>>();
    let x: Matrix<T> = x.permute::<_, Axes2<1, 0>>();
    let rows: Matrix<T> = w.matmul(x).permute::<_, Axes2<1, 0>>();
    let bias = bias.broadcast_like::<_, Axis<0>>(&rows);
    rows + bias
}

// right: the bias as one more row of the weights, for an input that is always 1
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let (batch, _) = *x.shape();
    let (_, outputs) = *weights.shape();
    let ones: Matrix = device().ones_like(&(batch, 1));
    let longer: Matrix<T> = (x, ones.retaped::<T>()).concat_along(Axis::<1>);
    let last: Matrix<T> = bias.reshape_like(&(1, outputs));
    let taller: Matrix<T> = (weights, last).concat_along(Axis::<0>);
    longer.matmul(taller)
}

// right: the bias comes first, repeated for a shape that is known before the product
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let shape = (x.shape().0, weights.shape().1);
    let bias = bias.broadcast_like::<_, Axis<0>>(&shape);
    bias + x.matmul(weights)
}

// right: the bias is repeated by a product with a column of ones
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let (batch, _) = *x.shape();
    let ones: Vector = device().ones_like(&(batch,));
    let repeated: Matrix<T> = ones.retaped::<T>().matmul(bias);
    x.matmul(weights) + repeated
}

// wrong, mistake:no bias: the bias is left out
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let _ = bias;
    x.matmul(weights)
}

// wrong, mistake:bias subtracted: the bias is subtracted
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let bias = bias.broadcast_like::<_, Axis<0>>(&product);
    product - bias
}

// wrong, gradient: the weights are taken as plain numbers, so the output is right but they get no gradient
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let weights: Matrix = device().tensor_from_vec(weights.as_vec(), *weights.shape());
    let product = x.matmul(weights);
    let bias = bias.broadcast_like::<_, Axis<0>>(&product);
    product + bias
}

// wrong, offset: the bias is added twice
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let bias = bias.broadcast_like::<_, Axis<0>>(&product);
    product + bias * 2.0
}

// wrong, panic: loops over plain numbers: the outputs are right, but nothing is recorded and all gradients are lost
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let (batch, inputs) = *x.shape();
    let (_, outputs) = *weights.shape();
    let (x, weights, bias) = (x.as_vec(), weights.as_vec(), bias.as_vec());
    let mut numbers = Vec::with_capacity(batch * outputs);
    for i in 0..batch {
        for k in 0..outputs {
            let mut sum = bias[k];
            for j in 0..inputs {
                sum += x[i * inputs + j] * weights[j * outputs + k];
            }
            numbers.push(sum);
        }
    }
    device()
        .tensor_from_vec(numbers, (batch, outputs))
        .retaped::<T>()
}

// wrong, rows: the first bias is used for all units
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let mut first = vec![0.0; bias.shape().0];
    first[0] = 1.0;
    let first: Vector = device().tensor_from_vec(first, *bias.shape());
    let bias: Scalar<T> = (bias * first).sum();
    let bias = bias.broadcast_like::<_, Axes2<0, 1>>(&product);
    product + bias
}

// right: the bias first, in as many rows as there are examples
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let shape = (x.shape().0, weights.shape().1);
    let rows: Matrix<T> = bias.broadcast_like::<_, Axis<0>>(&shape);
    rows + x.matmul(weights)
}

// right: both are transposed, multiplied in the other order, and transposed back
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let columns = weights.permute::<Rank2Turned, Axes2<1, 0>>();
    let product = columns.matmul(x.permute::<Rank2Turned, Axes2<1, 0>>());
    let product = product.permute::<Rank2Turned, Axes2<1, 0>>();
    let shape = *product.shape();
    product + bias.broadcast_like::<_, Axis<0>>(&shape)
}

type Rank2Turned = (usize, usize);

// right: a column of ones takes the bias as one more input
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let (n, k) = (x.shape().0, bias.shape().0);
    let ones: Matrix = device().tensor_from_vec(vec![1.0; n], (n, 1));
    let row: Matrix<T> = bias.reshape_like(&(1, k));
    x.matmul(weights) + ones.retaped::<T>().matmul(row)
}

// wrong, mistake:bias for each input: the bias is added once for each input
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let inputs = x.shape().1 as f32;
    let product = x.matmul(weights);
    let rows = bias.broadcast_like::<_, Axis<0>>(&product);
    product + rows * inputs
}

// wrong, mistake:bias down: the bias is repeated along the wrong axis
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let columns = bias.broadcast_like::<_, Axis<1>>(&product);
    product + columns
}

// wrong, mistake:transposed: the weights are transposed, as PyTorch stores them
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights.permute::<(usize, usize), Axes2<1, 0>>());
    let rows = bias.broadcast_like::<_, Axis<0>>(&product);
    product + rows
}

// wrong, mistake:activation: a relu follows
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let rows = bias.broadcast_like::<_, Axis<0>>(&product);
    (product + rows).relu()
}

// wrong, mistake:averaged: the mean of the products, not their sum
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let inputs = x.shape().1 as f32;
    let product = x.matmul(weights) / inputs;
    let rows = bias.broadcast_like::<_, Axis<0>>(&product);
    product + rows
}

// wrong, mistake:bias subtracted: the bias is subtracted
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let rows = bias.broadcast_like::<_, Axis<0>>(&product);
    product - rows
}

// wrong, mistake:bias off the tape: the bias is taken as numbers, so it gets no gradient
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let (n, _) = *product.shape();
    let rows = device().tensor_from_vec(bias.as_vec().repeat(n), *product.shape());
    product + rows
}

// wrong, mistake:bias once: only the first example gets the bias
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let (n, k) = *product.shape();
    let mut first = vec![0.0; n * k];
    first[..k].fill(1.0);
    let rows = bias.broadcast_like::<_, Axis<0>>(&product);
    let mask: Matrix = device().tensor_from_vec(first, (n, k));
    product + rows * mask
}

// wrong, mistake:sum of the bias: every unit gets the sum of all biases
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let total: Scalar<T> = bias.sum();
    let all = total.broadcast_like(&product);
    product + all
}

// wrong, mistake:bias in the weights: the bias is added to every weight of its unit, before the product
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let rows = bias.broadcast_like::<_, Axis<0>>(&weights);
    x.matmul(weights + rows)
}

// wrong, mistake:bias multiplied: the bias multiplies the product
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let rows = bias.broadcast_like::<_, Axis<0>>(&product);
    product * rows
}

// wrong, gradient: the weights are taken as numbers, so they get no gradient
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let fixed: Matrix = device().tensor_from_vec(weights.as_vec(), *weights.shape());
    let product = x.matmul(fixed);
    let rows = bias.broadcast_like::<_, Axis<0>>(&product);
    product + rows
}

// wrong, transposed: the result has a row for each unit
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let rows = bias.broadcast_like::<_, Axis<0>>(&product);
    (product + rows).permute::<(usize, usize), Axes2<1, 0>>()
}

// wrong, factor: the outputs are divided by the number of examples
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let n = x.shape().0 as f32;
    let product = x.matmul(weights);
    let rows = bias.broadcast_like::<_, Axis<0>>(&product);
    (product + rows) / n
}

// wrong, mistake:no bias: the bias is forgotten
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let _ = bias;
    x.matmul(weights)
}

// wrong, mistake:activation: a ReLU follows
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let bias = bias.broadcast_like::<_, Axis<0>>(&product);
    (product + bias).relu()
}

// wrong, mistake:bias once: `zip` ends with the bias, so only the first row gets one
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let mut added = vec![0.0; product.shape().0 * product.shape().1];
    for (place, number) in added.iter_mut().zip(bias.as_vec()) {
        *place += number;
    }
    let added: Matrix = device().tensor_from_vec(added, *product.shape());
    product + added
}

// wrong, mistake:transposed: the weights are read as PyTorch keeps them, one row per unit
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let (inputs, outputs) = *weights.shape();
    let weights: Matrix<T> = weights.reshape_like(&(outputs, inputs));
    let weights: Matrix<T> = weights.permute::<_, Axes2<1, 0>>();
    let product = x.matmul(weights);
    let bias = bias.broadcast_like::<_, Axis<0>>(&product);
    product + bias
}

// wrong, values: one column per example, as in a textbook, and then reshaped where it should be transposed
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let shape = (x.shape().0, weights.shape().1);
    let x: Matrix<T> = x.permute::<_, Axes2<1, 0>>();
    let weights: Matrix<T> = weights.permute::<_, Axes2<1, 0>>();
    let product: Matrix<T> = weights.matmul(x).reshape_like(&shape);
    let bias = bias.broadcast_like::<_, Axis<0>>(&product);
    product + bias
}

// wrong, mistake:bias off the tape: the bias is repeated with a `Vec`, so it has no gradient
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let product = x.matmul(weights);
    let rows = product.shape().0;
    let repeated: Matrix = device().tensor_from_vec(bias.as_vec().repeat(rows), *product.shape());
    product + repeated
}

// wrong, mistake:bias for each input: in loops, with the bias inside the innermost: it is added once for every input
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let (batch, inputs) = *x.shape();
    let outputs = bias.shape().0;
    let (x, weights, bias) = (x.as_vec(), weights.as_vec(), bias.as_vec());
    let mut result = vec![0.0; batch * outputs];
    for i in 0..batch {
        for k in 0..outputs {
            for j in 0..inputs {
                result[i * outputs + k] += x[i * inputs + j] * weights[j * outputs + k] + bias[k];
            }
        }
    }
    device()
        .tensor_from_vec(result, (batch, outputs))
        .retaped::<T>()
}

// wrong, mistake:averaged: the products of a unit are averaged, not added up
pub fn linear<T: Tape<f32, Dev>>(x: Matrix<T>, weights: Matrix<T>, bias: Vector<T>) -> Matrix<T> {
    let inputs = x.shape().1 as f32;
    let mean = x.matmul(weights) / inputs;
    let bias = bias.broadcast_like::<_, Axis<0>>(&mean);
    mean + bias
}
