// right: the gradients from the tape
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let squares: f32 = x.as_vec().iter().map(|x| x * x).sum();
    let rate = 4.0 / (1.0 + squares / n as f32);
    let mut w: Matrix = device().zeros_like(&(width, 1));
    let mut b: Vector = device().zeros_like(&(1,));
    let targets: Matrix = targets.reshape_like(&(n, 1));
    for _ in 0..steps {
        let bias: Matrix<Recording> = b.leaky_trace().broadcast_like::<_, Axis<0>>(&(n, 1));
        let logits = x.leaky_trace().matmul(w.leaky_trace()) + bias;
        let gradients = binary_cross_entropy_with_logits_loss(logits, targets.clone()).backward();
        w = w.clone() - gradients.get(&w) * rate;
        b = b.clone() - gradients.get(&b) * rate;
    }
    let m = others.shape().0;
    let logits: Matrix = others.matmul(w) + b.as_vec()[0];
    logits.reshape_like(&(m,))
}

// right: plain numbers in double precision
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let rows: Vec<Vec<f64>> = x
        .as_vec()
        .chunks(width)
        .map(|row| row.iter().map(|&v| v as f64).collect())
        .collect();
    let targets = targets.as_vec();
    let length: f64 = rows
        .iter()
        .map(|row| row.iter().map(|v| v * v).sum::<f64>())
        .sum::<f64>()
        / n as f64;
    let rate = 4.0 / (1.0 + length);
    let (mut w, mut b) = (vec![0.0_f64; width], 0.0_f64);
    for _ in 0..steps {
        let (mut slopes, mut slope) = (vec![0.0; width], 0.0);
        for (row, &target) in rows.iter().zip(&targets) {
            let logit: f64 = row.iter().zip(&w).map(|(v, w)| v * w).sum::<f64>() + b;
            let error = 1.0 / (1.0 + (-logit).exp()) - target as f64;
            for (s, v) in slopes.iter_mut().zip(row) {
                *s += error * v / n as f64;
            }
            slope += error / n as f64;
        }
        for (w, s) in w.iter_mut().zip(&slopes) {
            *w -= rate * s;
        }
        b -= rate * slope;
    }
    let m = others.shape().0;
    let logits = others.as_vec();
    let logits = logits
        .chunks(width)
        .map(|row| (row.iter().zip(&w).map(|(&v, w)| v as f64 * w).sum::<f64>() + b) as f32);
    device().tensor_from_vec(logits.collect(), (m,))
}

pub fn accuracies(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    let (targets, truth) = (even(&training), test.labels());
    let (seen, new) = (layers(images(&training)), layers(images(&test)));
    (0..5)
        .map(|i| {
            let logits = probe(seen[i].clone(), targets.clone(), new[i].clone(), steps).as_vec();
            let right = (0..truth.len()).filter(|&j| (logits[j] > 0.0) == (truth[j] % 2 == 0));
            right.count() as f32 / truth.len() as f32
        })
        .collect()
}

// right: a tape, and dfdx's loss
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let squares: Scalar = x.clone().square().sum();
    let rate = 4.0 / (1.0 + squares.array() / n as f32);
    let turned = x.permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b: Scalar = device().zeros();
    for _ in 0..steps {
        let product = w.leaky_trace().matmul(turned.clone());
        let logits = product + b.leaky_trace().broadcast_like::<_, Axis<0>>(&targets);
        let loss = binary_cross_entropy_with_logits_loss(logits, targets.clone());
        let gradients = loss.backward();
        w = w.clone() - gradients.get(&w) * rate;
        b = b.clone() - gradients.get(&b) * rate;
    }
    w.matmul(others.permute::<_, Axes2<1, 0>>()) + b.array()
}

// wrong: the square of the mean length
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let lengths: Vector = x.clone().square().sum::<_, Axis<1>>().sqrt();
    let length: Scalar = lengths.mean();
    let rate = 4.0 / (1.0 + length.array() * length.array());
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        let mean: Scalar = error.clone().mean();
        w = w - error.matmul(x.clone()) * (rate / n as f32);
        b -= rate * mean.array();
    }
    w.matmul(others.permute::<_, Axes2<1, 0>>()) + b
}

// wrong, mistake:bias after the weights: the bias moves by the errors after the weights have moved
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let squares: Scalar = x.clone().square().sum();
    let rate = 4.0 / (1.0 + squares.array() / n as f32);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w - error.matmul(x.clone()) * (rate / n as f32);
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        let mean: Scalar = error.mean();
        b -= rate * mean.array();
    }
    w.matmul(others.permute::<_, Axes2<1, 0>>()) + b
}

// wrong, mistake:summed for the bias: the sum of the errors for the bias
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let squares: Scalar = x.clone().square().sum();
    let rate = 4.0 / (1.0 + squares.array() / n as f32);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        let sum: Scalar = error.clone().sum();
        w = w - error.matmul(x.clone()) * (rate / n as f32);
        b -= rate * sum.array();
    }
    w.matmul(others.permute::<_, Axes2<1, 0>>()) + b
}

// wrong: each row is brought to the same length first
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    fn unit(rows: Matrix) -> Matrix {
        let lengths: Vector = rows.clone().square().sum::<_, Axis<1>>().sqrt() + 1e-6;
        let lengths = lengths.broadcast_like::<_, Axis<1>>(&rows);
        rows / lengths
    }
    let (x, others) = (unit(x), unit(others));
    let (n, width) = *x.shape();
    let squares: Scalar = x.clone().square().sum();
    let rate = 4.0 / (1.0 + squares.array() / n as f32);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        let mean: Scalar = error.clone().mean();
        w = w - error.matmul(x.clone()) * (rate / n as f32);
        b -= rate * mean.array();
    }
    w.matmul(others.permute::<_, Axes2<1, 0>>()) + b
}

// wrong, batch_order: one row of one step after the other
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let squares: Scalar = x.clone().square().sum();
    let rate = 4.0 / (1.0 + squares.array() / n as f32);
    let numbers = x.as_vec();
    let targets = targets.as_vec();
    let (mut w, mut b) = (vec![0.0_f32; width], 0.0_f32);
    for _ in 0..steps {
        for (row, &target) in numbers.chunks(width).zip(&targets) {
            let logit: f32 = row.iter().zip(&w).map(|(v, w)| v * w).sum::<f32>() + b;
            let error = 1.0 / (1.0 + (-logit).exp()) - target;
            for (w, v) in w.iter_mut().zip(row) {
                *w -= rate * error * v / n as f32;
            }
            b -= rate * error / n as f32;
        }
    }
    let w: Vector = device().tensor_from_vec(w, (width,));
    w.matmul(others.permute::<_, Axes2<1, 0>>()) + b
}

// wrong, clipped: a ReLU after the logits
pub fn layers(images: Images) -> Vec<Matrix> {
    let network = trained::network();
    let first = network.0.forward(images.clone());
    let second = network.1.forward(first.clone());
    let third = network.2.forward(second.clone());
    let fourth = network.3.forward(third.clone()).relu();
    vec![
        trained::rows(&images),
        trained::rows(&first),
        trained::rows(&second),
        trained::rows(&third),
        trained::rows(&fourth),
    ]
}

// wrong, mistake:above one half: even from 0.5 on, as if the logit were a probability
pub fn accuracies(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    let mut shares = Vec::new();
    for (x, others) in layers(images(&training))
        .into_iter()
        .zip(layers(images(&test)))
    {
        let logits = probe(x, even(&training), others, steps).as_vec();
        let right = logits
            .into_iter()
            .zip(even(&test).as_vec())
            .filter(|(logit, target)| (*logit > 0.5) == (*target == 1.0))
            .count();
        shares.push(right as f32 / test.len() as f32);
    }
    shares
}

// wrong, mistake:divided by the training digits: divided by how many training digits there are
pub fn accuracies(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    let mut shares = Vec::new();
    for (x, others) in layers(images(&training))
        .into_iter()
        .zip(layers(images(&test)))
    {
        let logits = probe(x, even(&training), others, steps).as_vec();
        let right = logits
            .into_iter()
            .zip(even(&test).as_vec())
            .filter(|(logit, target)| (*logit > 0.0) == (*target == 1.0))
            .count();
        shares.push(right as f32 / training.len() as f32);
    }
    shares
}

// right: the parts are gone through with a variable each, and rows are made last
pub fn layers(images: Images) -> Vec<Matrix> {
    let network = trained::network();
    let rows = [trained::rows(&images), {
        let first = network.0.forward(images.clone());
        trained::rows(&first)
    }];
    let first = network.0.forward(images);
    let second = network.1.forward(first);
    let third = network.2.forward(second.clone());
    let fourth = network.3.forward(third.clone());
    let rest = [
        trained::rows(&second),
        trained::rows(&third),
        trained::rows(&fourth),
    ];
    rows.into_iter().chain(rest).collect()
}

// right: the bias is one more weight, of a column of ones
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let ones = |of: &Matrix| {
        let mut ones: Matrix = device().zeros_like(&(of.shape().0, 1));
        ones.fill_with_ones();
        ones
    };
    let with_ones = |of: Matrix| (ones(&of), of).concat_along(Axis::<1>);
    let x = with_ones(x);
    let (n, width) = *x.shape();
    // A row with its 1 has 1 more.
    let squares: f32 = x.as_vec().iter().map(|x| x * x).sum();
    let rate = 4.0 / (squares / n as f32);
    let mut w: Vector = device().zeros_like(&(width,));
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    for _ in 0..steps {
        let error = w.clone().matmul(turned.clone()).sigmoid() - targets.clone();
        w = w - error.matmul(x.clone()) * rate / n as f32;
    }
    w.matmul(with_ones(others).permute::<_, Axes2<1, 0>>())
}

// right: plain numbers in loops
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let (x, targets) = (x.as_vec(), targets.as_vec());
    let dot = |w: &[f32], row: &[f32]| -> f32 { w.iter().zip(row).map(|(w, x)| w * x).sum() };
    let rate = 4.0 / (1.0 + x.iter().map(|x| x * x).sum::<f32>() / n as f32);
    let (mut w, mut b) = (vec![0.0; width], 0.0);
    for _ in 0..steps {
        let errors: Vec<f32> = x
            .chunks(width)
            .zip(&targets)
            .map(|(row, target)| 1.0 / (1.0 + (-dot(&w, row) - b).exp()) - target)
            .collect();
        for (row, error) in x.chunks(width).zip(&errors) {
            for (w, x) in w.iter_mut().zip(row) {
                *w -= rate * error * x / n as f32;
            }
        }
        b -= rate * errors.iter().sum::<f32>() / n as f32;
    }
    let logits: Vec<f32> = others
        .as_vec()
        .chunks(width)
        .map(|row| dot(&w, row) + b)
        .collect();
    let count = logits.len();
    device().tensor_from_vec(logits, (count,))
}

// right: each share is 1 less the mean distance of what is said from what is true
pub fn accuracies(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    let of = even(&test).as_vec();
    let targets = even(&training);
    let sets = layers(images(&training))
        .into_iter()
        .zip(layers(images(&test)));
    sets.map(|(x, others)| {
        let logits = probe(x, targets.clone(), others, steps).as_vec();
        let distance = logits
            .iter()
            .zip(&of)
            .map(|(&logit, label)| (f32::from(u8::from(logit > 0.0)) - label).abs());
        1.0 - distance.sum::<f32>() / of.len() as f32
    })
    .collect()
}

// wrong, mistake:zero for even: a logit of 0 is taken for even
pub fn accuracies(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    let of = even(&test).as_vec();
    let targets = even(&training);
    let sets = layers(images(&training))
        .into_iter()
        .zip(layers(images(&test)));
    sets.map(|(x, others)| {
        let logits = probe(x, targets.clone(), others, steps).as_vec();
        let right = logits
            .iter()
            .zip(&of)
            .filter(|&(&logit, &label)| logit.signum() * (label - 0.5) > 0.0);
        let count = right.count();
        count as f32 / of.len() as f32
    })
    .collect()
}

// wrong, mistake:without the pixels: the pixels are left out
pub fn layers(images: Images) -> Vec<Matrix> {
    let network = trained::network();
    let first = network.0.forward(images);
    let second = network.1.forward(first.clone());
    let third = network.2.forward(second.clone());
    let fourth = network.3.forward(third.clone());
    vec![
        trained::rows(&first),
        trained::rows(&second),
        trained::rows(&third),
        trained::rows(&fourth),
    ]
}

// wrong, mistake:second part twice: the second part's numbers stand in two places
pub fn layers(images: Images) -> Vec<Matrix> {
    let network = trained::network();
    let first = network.0.forward(images.clone());
    let second = network.1.forward(first.clone());
    let third = network.2.forward(second.clone());
    let fourth = network.3.forward(third);
    vec![
        trained::rows(&images),
        trained::rows(&first),
        trained::rows(&second),
        trained::rows(&second),
        trained::rows(&fourth),
    ]
}

// wrong, mistake:softmax at the end: the logits go through a softmax
pub fn layers(images: Images) -> Vec<Matrix> {
    let network = trained::network();
    let first = network.0.forward(images.clone());
    let second = network.1.forward(first.clone());
    let third = network.2.forward(second.clone());
    let fourth = trained::rows(&network.3.forward(third.clone()));
    vec![
        trained::rows(&images),
        trained::rows(&first),
        trained::rows(&second),
        trained::rows(&third),
        fourth.softmax::<Axis<1>>(),
    ]
}

// wrong, clipped: a ReLU on what the parts give
pub fn layers(images: Images) -> Vec<Matrix> {
    let network = trained::network();
    let first = network.0.forward(images.clone());
    let second = network.1.forward(first.clone());
    let third = network.2.forward(second.clone());
    let fourth = network.3.forward(third.clone());
    vec![
        trained::rows(&images),
        trained::rows(&first).relu(),
        trained::rows(&second).relu(),
        trained::rows(&third).relu(),
        trained::rows(&fourth).relu(),
    ]
}

// wrong, mistake:without the 1: the rate is 4 over the mean squared length, without the 1
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().sum();
    let mean = squares.array() / n;
    let rate = 4.0 / mean;
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w - error.clone().matmul(x.clone()) * (rate / n);
        let mean: Scalar = error.mean();
        b -= rate * mean.array();
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    w.matmul(columns) + b
}

// wrong, mistake:mean squared number: the mean square of a number in the place of that of a row
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().mean();
    let mean = squares.array();
    let rate = 4.0 / (1.0 + mean);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w - error.clone().matmul(x.clone()) * (rate / n);
        let mean: Scalar = error.mean();
        b -= rate * mean.array();
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    w.matmul(columns) + b
}

// wrong, mistake:root of the squares: the length of a row is not squared
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().sum();
    let mean = (squares.array() / n).sqrt();
    let rate = 4.0 / (1.0 + mean);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w - error.clone().matmul(x.clone()) * (rate / n);
        let mean: Scalar = error.mean();
        b -= rate * mean.array();
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    w.matmul(columns) + b
}

// wrong, mistake:no sigmoid: no sigmoid
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().sum();
    let mean = squares.array() / n;
    let rate = 4.0 / (1.0 + mean);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b) - targets.clone();
        w = w - error.clone().matmul(x.clone()) * (rate / n);
        let mean: Scalar = error.mean();
        b -= rate * mean.array();
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    w.matmul(columns) + b
}

// wrong, mistake:summed for the weights: the sum over the rows is not divided by n
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().sum();
    let mean = squares.array() / n;
    let rate = 4.0 / (1.0 + mean);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w - error.clone().matmul(x.clone()) * rate;
        let mean: Scalar = error.mean();
        b -= rate * mean.array();
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    w.matmul(columns) + b
}

// wrong, mistake:no bias: the bias stays 0
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().sum();
    let mean = squares.array() / n;
    let rate = 4.0 / (1.0 + mean);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w - error.clone().matmul(x.clone()) * (rate / n);
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    w.matmul(columns) + b
}

// wrong, mistake:summed for the bias: the bias moves by the sum of the errors
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().sum();
    let mean = squares.array() / n;
    let rate = 4.0 / (1.0 + mean);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w - error.clone().matmul(x.clone()) * (rate / n);
        let sum: Scalar = error.sum();
        b -= rate * sum.array();
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    w.matmul(columns) + b
}

// wrong, mistake:one step too few: a step too few
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().sum();
    let mean = squares.array() / n;
    let rate = 4.0 / (1.0 + mean);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 1..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w - error.clone().matmul(x.clone()) * (rate / n);
        let mean: Scalar = error.mean();
        b -= rate * mean.array();
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    w.matmul(columns) + b
}

// wrong, mistake:probabilities: the result is a probability
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().sum();
    let mean = squares.array() / n;
    let rate = 4.0 / (1.0 + mean);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w - error.clone().matmul(x.clone()) * (rate / n);
        let mean: Scalar = error.mean();
        b -= rate * mean.array();
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    (w.matmul(columns) + b).sigmoid()
}

// wrong, mistake:bias not added: the bias is left out of the result
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().sum();
    let mean = squares.array() / n;
    let rate = 4.0 / (1.0 + mean);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w - error.clone().matmul(x.clone()) * (rate / n);
        let mean: Scalar = error.mean();
        b -= rate * mean.array();
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    w.matmul(columns)
}

// wrong, mistake:bias after the weights: the bias is worked out after the weights, with their new error
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().sum();
    let mean = squares.array() / n;
    let rate = 4.0 / (1.0 + mean);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w - error.clone().matmul(x.clone()) * (rate / n);
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        let mean: Scalar = error.mean();
        b -= rate * mean.array();
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    w.matmul(columns) + b
}

// wrong, mistake:uphill: uphill
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().sum();
    let mean = squares.array() / n;
    let rate = 4.0 / (1.0 + mean);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().zeros_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w + error.clone().matmul(x.clone()) * (rate / n);
        let mean: Scalar = error.mean();
        b += rate * mean.array();
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    w.matmul(columns) + b
}

// wrong, mistake:weights of one: the weights begin at 1
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let n = n as f32;
    let squares: Scalar = x.clone().square().sum();
    let mean = squares.array() / n;
    let rate = 4.0 / (1.0 + mean);
    let turned = x.clone().permute::<_, Axes2<1, 0>>();
    let mut w: Vector = device().ones_like(&(width,));
    let mut b = 0.0;
    for _ in 0..steps {
        let error = (w.clone().matmul(turned.clone()) + b).sigmoid() - targets.clone();
        w = w - error.clone().matmul(x.clone()) * (rate / n);
        let mean: Scalar = error.mean();
        b -= rate * mean.array();
    }
    let columns = others.permute::<_, Axes2<1, 0>>();
    w.matmul(columns) + b
}

// wrong, mistake:tested on training digits: counted on the digits of the training
pub fn accuracies(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    let _ = &test;
    let of = even(&training).as_vec();
    let targets = even(&training);
    let sets = layers(images(&training))
        .into_iter()
        .zip(layers(images(&training)));
    sets.map(|(x, others)| {
        let logits = probe(x, targets.clone(), others, steps).as_vec();
        let right = logits
            .iter()
            .zip(&of)
            .filter(|&(&logit, &label)| (logit > 0.0) == (label == 1.0));
        let count = right.count();
        count as f32 / of.len() as f32
    })
    .collect()
}

// wrong, mistake:above one half: above 0.5 means even
pub fn accuracies(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    let of = even(&test).as_vec();
    let targets = even(&training);
    let sets = layers(images(&training))
        .into_iter()
        .zip(layers(images(&test)));
    sets.map(|(x, others)| {
        let logits = probe(x, targets.clone(), others, steps).as_vec();
        let right = logits
            .iter()
            .zip(&of)
            .filter(|&(&logit, &label)| (logit > 0.5) == (label == 1.0));
        let count = right.count();
        count as f32 / of.len() as f32
    })
    .collect()
}

// wrong, mistake:not divided: the number of right ones, not their share
pub fn accuracies(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    let of = even(&test).as_vec();
    let targets = even(&training);
    let sets = layers(images(&training))
        .into_iter()
        .zip(layers(images(&test)));
    sets.map(|(x, others)| {
        let logits = probe(x, targets.clone(), others, steps).as_vec();
        let right = logits
            .iter()
            .zip(&of)
            .filter(|&(&logit, &label)| (logit > 0.0) == (label == 1.0));
        let count = right.count();
        count as f32
    })
    .collect()
}

// wrong, mistake:divided by the training digits: divided by the number of digits of the training
pub fn accuracies(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    let of = even(&test).as_vec();
    let targets = even(&training);
    let sets = layers(images(&training))
        .into_iter()
        .zip(layers(images(&test)));
    sets.map(|(x, others)| {
        let logits = probe(x, targets.clone(), others, steps).as_vec();
        let right = logits
            .iter()
            .zip(&of)
            .filter(|&(&logit, &label)| (logit > 0.0) == (label == 1.0));
        let count = right.count();
        count as f32 / training.len() as f32
    })
    .collect()
}

// wrong, mistake:trained on test digits: trained on the test digits, too
pub fn accuracies(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    let _ = &training;
    let of = even(&test).as_vec();
    let targets = even(&test);
    let sets = layers(images(&test)).into_iter().zip(layers(images(&test)));
    sets.map(|(x, others)| {
        let logits = probe(x, targets.clone(), others, steps).as_vec();
        let right = logits
            .iter()
            .zip(&of)
            .filter(|&(&logit, &label)| (logit > 0.0) == (label == 1.0));
        let count = right.count();
        count as f32 / of.len() as f32
    })
    .collect()
}

// wrong, mistake:odd for even: above 0 means odd
pub fn accuracies(training: Digits, test: Digits, steps: usize) -> Vec<f32> {
    let of = even(&test).as_vec();
    let targets = even(&training);
    let sets = layers(images(&training))
        .into_iter()
        .zip(layers(images(&test)));
    sets.map(|(x, others)| {
        let logits = probe(x, targets.clone(), others, steps).as_vec();
        let right = logits
            .iter()
            .zip(&of)
            .filter(|&(&logit, &label)| (logit > 0.0) == (label == 0.0));
        let count = right.count();
        count as f32 / of.len() as f32
    })
    .collect()
}
