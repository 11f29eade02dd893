// right: the sum the other way round
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    h.with_empty_tape().relu().matmul(w) + h
}

// right: the tape goes through f
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let passed_on = h.with_empty_tape();
    h.relu().matmul(w) + passed_on
}

// right: by hand, from the last layer back
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut states = vec![x];
    for w in &weights {
        let h = states[states.len() - 1].clone();
        let found = h.clone().relu().matmul(w.clone());
        states.push(if skip { h + found } else { found });
    }
    let mut back: Matrix = device().ones_like(&states[0]);
    let mut sizes = Vec::new();
    for (h, w) in states.iter().zip(&weights).rev() {
        let through = back.clone().matmul(w.clone().permute::<_, Axes2<1, 0>>());
        let on: Vec<f32> = h.as_vec().iter().map(|&h| if h > 0.0 { 1.0 } else { 0.0 }).collect();
        let on: Matrix = device().tensor_from_vec(on, *h.shape());
        back = if skip { back + through * on } else { through * on };
        let numbers = back.as_vec();
        let squares: f32 = numbers.iter().map(|g| g * g).sum();
        sizes.push((squares / numbers.len() as f32).sqrt());
    }
    sizes.reverse();
    sizes
}

// right: a network of its own for each layer, which begins with what goes into it
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x;
    let mut sizes = Vec::new();
    for first in 0..weights.len() {
        let mut end = h.leaky_trace();
        for w in &weights[first..] {
            let w = w.leaky_trace();
            end = if skip { block(end, w) } else { end.relu().matmul(w) };
        }
        let gradients = end.sum::<Rank0, _>().backward();
        let numbers = gradients.get(&h).as_vec();
        let squares: f64 = numbers.iter().map(|&g| f64::from(g) * f64::from(g)).sum();
        sizes.push((squares / numbers.len() as f64).sqrt() as f32);
        let w = weights[first].clone();
        h = if skip { block(h, w) } else { h.relu().matmul(w) };
    }
    sizes
}

// right: without `block`
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x.leaky_trace();
    let mut inputs = vec![x];
    for w in weights {
        let found = h.with_empty_tape().relu().matmul(w);
        h = if skip { h + found } else { h * 0.0 + found };
        inputs.push(h.with_empty_tape().split_tape().0);
    }
    inputs.pop();
    let gradients = h.sum::<Rank0, _>().backward();
    let size = |state: &Matrix| gradients.get(state).square().mean::<Rank0, _>().sqrt().array();
    inputs.iter().map(size).collect()
}

// wrong, mistake:ReLU inside the sum: the ReLU behind the product
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let found = h.with_empty_tape().matmul(w).relu();
    found + h
}

// wrong: half of what was given
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let found = h.with_empty_tape().relu().matmul(w);
    h * 0.5 + found
}

// wrong: only every second layer has a way around it
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h: Matrix<Recording> = x.leaky_traced();
    let mut states = Vec::new();
    for (layer, w) in weights.into_iter().enumerate() {
        states.push(h.with_empty_tape());
        let w = w.retaped();
        h = if skip && layer % 2 == 1 { block(h, w) } else { h.relu().matmul(w) };
    }
    let loss: Scalar<Recording> = h.sum();
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let mean: Scalar = gradients.get(state).square().mean();
        sizes.push(mean.array().sqrt());
    }
    sizes
}

// wrong: the root of the largest square
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h: Matrix<Recording> = x.leaky_traced();
    let mut states = Vec::new();
    for w in weights {
        states.push(h.with_empty_tape());
        let w = w.retaped();
        h = if skip { block(h, w) } else { h.relu().matmul(w) };
    }
    let loss: Scalar<Recording> = h.sum();
    let gradients = loss.backward();
    let largest = |g: Vec<f32>| g.iter().fold(0.0_f32, |a, b| a.max(b.abs()));
    states.iter().map(|state| largest(gradients.get(state).as_vec())).collect()
}

// right: one product, relu(h) W + h I
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let units = h.shape().1;
    let mut one = vec![0.0; units * units];
    for i in 0..units {
        one[i * units + i] = 1.0;
    }
    let one: Matrix = device().tensor_from_vec(one, (units, units));
    let found = h.with_empty_tape().relu().matmul(w);
    h.matmul(one.retaped::<T>()) + found
}

// right: arriving by recursion, f written out, the norm divided by the root of the count
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    fn go(
        h: Matrix<Recording>,
        weights: &[Matrix],
        skip: bool,
        states: &mut Vec<Matrix>,
    ) -> Matrix<Recording> {
        let Some((w, rest)) = weights.split_first() else {
            return h;
        };
        states.push(h.with_empty_tape().retaped());
        let kept = h.with_empty_tape();
        let mut next = h.relu().matmul(w.clone());
        if skip {
            next = next + kept;
        }
        go(next, rest, skip, states)
    }
    let mut states = vec![];
    let last = go(x.leaky_trace(), &weights, skip, &mut states);
    let loss: Scalar<Recording> = last.sum();
    let gradients = loss.backward();
    states
        .iter()
        .map(|h| {
            let g = gradients.get(h);
            let (rows, columns) = *g.shape();
            let norm: Scalar = g.square().sum();
            norm.array().sqrt() / ((rows * columns) as f32).sqrt()
        })
        .collect()
}

// right: relu by a mask
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let mask: Matrix = device().tensor_from_vec(
        h.as_vec().iter().map(|&x| if x > 0.0 { 1.0 } else { 0.0 }).collect::<Vec<f32>>(),
        *h.shape(),
    );
    let found = (h.with_empty_tape() * mask).matmul(w);
    h + found
}

// wrong, factor: block, divided by the root of 2
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let found = h.with_empty_tape().relu().matmul(w);
    (h + found) / 2.0_f32.sqrt()
}

// wrong, offset: block, f minus h
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let found = h.with_empty_tape().relu().matmul(w);
    found - h
}

// wrong: block, a ReLU on W
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let found = h.with_empty_tape().relu().matmul(w.relu());
    h + found
}

// wrong, batch_order: arriving, the sum of the first example alone
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut states = Vec::new();
    let mut h = x.leaky_traced();
    for w in weights {
        states.push(h.with_empty_tape());
        let w = w.retaped();
        h = if skip { block(h, w) } else { h.relu().matmul(w) };
    }
    let loss: Scalar<Recording> = {
        let (rows, units) = *h.shape();
        let mut mask = vec![0.0; rows * units];
        mask[..units].fill(1.0);
        let mask: Matrix = device().tensor_from_vec(mask, (rows, units));
        (h * mask).sum()
    };
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let mean: Scalar = gradients.get(state).square().mean();
        sizes.push(mean.array().sqrt());
    }
    sizes
}

// wrong, rows: arriving, the first example alone
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut states = Vec::new();
    let mut h = x.leaky_traced();
    for w in weights {
        states.push(h.with_empty_tape());
        let w = w.retaped();
        h = if skip { block(h, w) } else { h.relu().matmul(w) };
    }
    let loss: Scalar<Recording> = h.sum();
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let g = gradients.get(state);
        let units = g.shape().1;
        let mean = g.as_vec()[..units].iter().map(|x| x * x).sum::<f32>() / units as f32;
        sizes.push(mean.sqrt());
    }
    sizes
}

// wrong, values: arriving by hand, the mask also on the way around
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x;
    let mut states: Vec<Matrix> = vec![];
    for w in &weights {
        states.push(h.clone());
        let f = h.clone().relu().matmul(w.clone());
        h = if skip { h + f } else { f };
    }
    let mut g: Matrix = device().ones_like(h.shape());
    let mut sizes = vec![];
    for (w, h) in weights.into_iter().zip(states).rev() {
        let mask: Matrix = device().tensor_from_vec(
            h.as_vec().into_iter().map(|x| (x > 0.0) as u8 as f32).collect::<Vec<f32>>(),
            *h.shape(),
        );
        let back = g.clone().matmul(w.permute::<_, Axes2<1, 0>>()) * mask.clone();
        g = if skip { g * mask.clone() + back } else { back };
        let mean: Scalar = g.clone().square().mean();
        sizes.push(mean.array().sqrt());
    }
    sizes.reverse();
    sizes
}

// wrong, mistake:no ReLU: arriving by hand, without the mask of the ReLU
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x;
    let mut states: Vec<Matrix> = vec![];
    for w in &weights {
        states.push(h.clone());
        let f = h.clone().relu().matmul(w.clone());
        h = if skip { h + f } else { f };
    }
    let mut g: Matrix = device().ones_like(h.shape());
    let mut sizes = vec![];
    for (w, h) in weights.into_iter().zip(states).rev() {
        let mask: Matrix = device().tensor_from_vec(
            h.as_vec().into_iter().map(|x| (x > 0.0) as u8 as f32).collect::<Vec<f32>>(),
            *h.shape(),
        );
        let back = g.clone().matmul(w.permute::<_, Axes2<1, 0>>());
        let _ = mask;
        g = if skip { g + back } else { back };
        let mean: Scalar = g.clone().square().mean();
        sizes.push(mean.array().sqrt());
    }
    sizes.reverse();
    sizes
}

// right: the product first, and h last
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let found = h.with_empty_tape().relu().matmul(w);
    found + h
}

// right: a clamp in the place of the ReLU
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let positive = h.with_empty_tape().clamp(0.0, f32::MAX);
    h + positive.matmul(w)
}

// right: each gradient is measured by hand
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x.leaky_traced();
    let mut into = vec![];
    for w in &weights {
        into.push(h.with_empty_tape());
        let found = h.with_empty_tape().relu().matmul(w.retaped::<Recording>());
        h = match skip {
            true => h + found,
            false => h.relu().matmul(w.retaped::<Recording>()),
        };
    }
    let (rows, units) = *h.shape();
    let gradients = h.sum::<(), _>().backward();
    let size = |state: &Matrix<Recording>| {
        let squares: f32 = gradients.get(state).as_vec().iter().map(|g| g * g).sum();
        (squares / (rows * units) as f32).sqrt()
    };
    into.iter().map(size).collect()
}

// wrong, mistake:ReLU inside the sum: the ReLU comes last
pub type Block = Residual<(Linear<6, 6>, ReLU)>;

// wrong, mistake:ReLU after the sum: a ReLU after the sum
pub type Block = (Residual<F>, ReLU);

// wrong, mistake:rectified: only the linear layer is gone round
pub type Block = (ReLU, Residual<Linear<6, 6>>);

// wrong, mistake:inside one another: two skip connections
pub type Block = Residual<Residual<F>>;

// wrong, mistake:f twice: two layers in one block
pub type Block = Residual<(F, F)>;

// wrong, mistake:no skip: the input is not added
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    h.relu().matmul(w)
}

// wrong, mistake:ReLU inside the sum: the ReLU after the product
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let found = h.with_empty_tape().matmul(w).relu();
    h + found
}

// wrong, mistake:no ReLU: no ReLU
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let found = h.with_empty_tape().matmul(w);
    h + found
}

// wrong, mistake:rectified: the ReLU of h is added, not h itself
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let positive = h.relu();
    positive.with_empty_tape() + positive.matmul(w)
}

// wrong, mistake:ReLU after the sum: a ReLU after the sum
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let found = h.with_empty_tape().relu().matmul(w);
    (h + found).relu()
}

// wrong, gradient: the tape of h goes nowhere
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let found = h.with_empty_tape().relu().matmul(w);
    h.with_empty_tape() + found
}

// wrong, mistake:subtracted: what f finds is taken away
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let found = h.with_empty_tape().relu().matmul(w);
    h - found
}

// wrong, mistake:of what comes out: what comes out of each layer is measured
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x.leaky_traced();
    let mut states = Vec::new();
    for w in weights {
        let w = w.retaped();

        h = if skip {
            block(h, w)
        } else {
            h.relu().matmul(w)
        };
        states.push(h.with_empty_tape());
    }
    let loss: Scalar<Recording> = h.sum();
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let mean: Scalar = gradients.get(state).square().mean();
        sizes.push(mean.array().sqrt());
    }

    sizes
}

// wrong, mistake:without the root: the square is not rooted
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x.leaky_traced();
    let mut states = Vec::new();
    for w in weights {
        let w = w.retaped();
        states.push(h.with_empty_tape());
        h = if skip {
            block(h, w)
        } else {
            h.relu().matmul(w)
        };
    }
    let loss: Scalar<Recording> = h.sum();
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let mean: Scalar = gradients.get(state).square().mean();
        sizes.push(mean.array());
    }

    sizes
}

// wrong, mistake:length: the sum of the squares, not their mean
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x.leaky_traced();
    let mut states = Vec::new();
    for w in weights {
        let w = w.retaped();
        states.push(h.with_empty_tape());
        h = if skip {
            block(h, w)
        } else {
            h.relu().matmul(w)
        };
    }
    let loss: Scalar<Recording> = h.sum();
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let mean: Scalar = gradients.get(state).square().sum();
        sizes.push(mean.array().sqrt());
    }

    sizes
}

// wrong, mistake:mean of the absolute values: the mean of the absolute values
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x.leaky_traced();
    let mut states = Vec::new();
    for w in weights {
        let w = w.retaped();
        states.push(h.with_empty_tape());
        h = if skip {
            block(h, w)
        } else {
            h.relu().matmul(w)
        };
    }
    let loss: Scalar<Recording> = h.sum();
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let mean: Scalar = gradients.get(state).abs().mean();
        sizes.push(mean.array());
    }

    sizes
}

// wrong, mistake:from the last layer: from the last layer to the first
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x.leaky_traced();
    let mut states = Vec::new();
    for w in weights {
        let w = w.retaped();
        states.push(h.with_empty_tape());
        h = if skip {
            block(h, w)
        } else {
            h.relu().matmul(w)
        };
    }
    let loss: Scalar<Recording> = h.sum();
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let mean: Scalar = gradients.get(state).square().mean();
        sizes.push(mean.array().sqrt());
    }
    sizes.reverse();
    sizes
}

// wrong, mistake:always around: always with skip connections
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x.leaky_traced();
    let mut states = Vec::new();
    for w in weights {
        let w = w.retaped();
        states.push(h.with_empty_tape());
        let _ = skip;
        h = block(h, w);
    }
    let loss: Scalar<Recording> = h.sum();
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let mean: Scalar = gradients.get(state).square().mean();
        sizes.push(mean.array().sqrt());
    }

    sizes
}

// wrong, mistake:mean for sum: the loss is the mean of the last h
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x.leaky_traced();
    let mut states = Vec::new();
    for w in weights {
        let w = w.retaped();
        states.push(h.with_empty_tape());
        h = if skip {
            block(h, w)
        } else {
            h.relu().matmul(w)
        };
    }
    let loss: Scalar<Recording> = h.mean();
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let mean: Scalar = gradients.get(state).square().mean();
        sizes.push(mean.array().sqrt());
    }

    sizes
}

// wrong, mistake:the last h too: the last h is measured too
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x.leaky_traced();
    let mut states = Vec::new();
    for w in weights {
        let w = w.retaped();
        states.push(h.with_empty_tape());
        h = if skip {
            block(h, w)
        } else {
            h.relu().matmul(w)
        };
    }
    let loss: Scalar<Recording> = {
        states.push(h.with_empty_tape());
        h.sum()
    };
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let mean: Scalar = gradients.get(state).square().mean();
        sizes.push(mean.array().sqrt());
    }

    sizes
}

// wrong, mistake:squares: the loss is the sum of the squares
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h = x.leaky_traced();
    let mut states = Vec::new();
    for w in weights {
        let w = w.retaped();
        states.push(h.with_empty_tape());
        h = if skip {
            block(h, w)
        } else {
            h.relu().matmul(w)
        };
    }
    let loss: Scalar<Recording> = h.square().sum();
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let mean: Scalar = gradients.get(state).square().mean();
        sizes.push(mean.array().sqrt());
    }

    sizes
}
