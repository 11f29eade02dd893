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
