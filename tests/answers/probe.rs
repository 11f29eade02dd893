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
