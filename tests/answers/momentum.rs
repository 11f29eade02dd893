// right: f64 inside, and a roll of its own
pub fn momentum_step(
    weights: Vec<f32>,
    velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    let mut new_w = Vec::new();
    let mut new_v = Vec::new();
    for i in 0..weights.len() {
        let v = momentum as f64 * velocity[i] as f64 + gradient[i] as f64;
        let w = weights[i] as f64 - rate as f64 * v;
        new_w.push(w as f32);
        new_v.push(v as f32);
    }
    (new_w, new_v)
}

pub fn roll(
    weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut w: Vec<f64> = weights.iter().map(|x| *x as f64).collect();
    let mut v = vec![0.0_f64; w.len()];
    let mut rows = vec![];
    for _ in 0..steps {
        for i in 0..w.len() {
            v[i] = momentum as f64 * v[i] + curvatures[i] as f64 * w[i];
            w[i] -= rate as f64 * v[i];
        }
        rows.push(w.iter().map(|x| *x as f32).collect());
    }
    rows
}

// right: the ball by its last two places, without a velocity
pub fn roll(
    weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    // Polyak: w' = w - rate * g + momentum * (w - w_before)
    let mut path = vec![weights.clone(), weights];
    for s in 0..steps {
        let next = (0..curvatures.len())
            .map(|i| {
                let (before, now) = (path[s][i], path[s + 1][i]);
                now - rate * curvatures[i] * now + momentum * (now - before)
            })
            .collect();
        path.push(next);
    }
    path.split_off(2)
}

// right: tensors
pub fn momentum_step(
    weights: Vec<f32>,
    velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    let n = weights.len();
    let w: Vector = device().tensor_from_vec(weights, (n,));
    let v: Vector = device().tensor_from_vec(velocity, (n,));
    let g: Vector = device().tensor_from_vec(gradient, (n,));
    let v = v * momentum + g;
    let w = w - v.clone() * rate;
    (w.as_vec(), v.as_vec())
}

// wrong, mistake:velocity as the step: the velocity is the step itself, as in Keras
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    for i in 0..weights.len() {
        velocity[i] = momentum * velocity[i] - rate * gradient[i];
        weights[i] += velocity[i];
    }
    (weights, velocity)
}

// wrong, rows: the last weight is left alone
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    for i in 0..weights.len() - 1 {
        velocity[i] = momentum * velocity[i] + gradient[i];
        weights[i] -= rate * velocity[i];
    }
    (weights, velocity)
}

// wrong, array_count: the weights of the last step alone, and the start where there is none
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut velocity = vec![0.0; weights.len()];
    for _ in 0..steps {
        let gradient: Vec<f32> = (0..weights.len())
            .map(|i| curvatures[i] * weights[i])
            .collect();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, momentum);
    }
    vec![weights]
}

// wrong, array_count: the start where there are no steps
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    if steps == 0 {
        return vec![weights];
    }
    let mut velocity = vec![0.0; weights.len()];
    let mut path = Vec::new();
    for _ in 0..steps {
        let gradient: Vec<f32> = (0..weights.len())
            .map(|i| curvatures[i] * weights[i])
            .collect();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, momentum);
        path.push(weights.clone());
    }
    path
}

// wrong, array_count: a step too few
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut velocity = vec![0.0; weights.len()];
    let mut path = Vec::new();
    for _ in 1..steps {
        let gradient: Vec<f32> = (0..weights.len())
            .map(|i| curvatures[i] * weights[i])
            .collect();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, momentum);
        path.push(weights.clone());
    }
    path
}

// wrong, ignored: a momentum of 0.9, whatever is given
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    _momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut velocity = vec![0.0; weights.len()];
    let mut path = Vec::new();
    for _ in 0..steps {
        let gradient: Vec<f32> = (0..weights.len())
            .map(|i| curvatures[i] * weights[i])
            .collect();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, 0.9);
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:velocity shared: one velocity for all weights
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut velocity = 0.0;
    let mut path = Vec::new();
    for _ in 0..steps {
        for i in 0..weights.len() {
            velocity = momentum * velocity + curvatures[i] * weights[i];
            weights[i] -= rate * velocity;
        }
        path.push(weights.clone());
    }
    path
}

// right: pairs of weight and velocity, made anew in f64
pub fn momentum_step(
    weights: Vec<f32>,
    velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    let places = 0..weights.len();
    places
        .map(|i| {
            let old = f64::from(velocity[i]) * f64::from(momentum);
            let new = old + f64::from(gradient[i]);
            let weight = f64::from(weights[i]) - f64::from(rate) * new;
            (weight as f32, new as f32)
        })
        .unzip()
}

// right: one weight after the other, all its steps at once, and the rows put together afterwards
pub fn roll(
    weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; weights.len()]; steps];
    for (i, (mut weight, curvature)) in weights.into_iter().zip(curvatures).enumerate() {
        let mut velocity = 0.0;
        for row in &mut rows {
            velocity = momentum * velocity + curvature * weight;
            weight -= rate * velocity;
            row[i] = weight;
        }
    }
    rows
}

// right: the velocity is kept as the sum of all gradients, each with its own share
pub fn roll(
    weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut gradients: Vec<Vec<f32>> = vec![];
    let mut path: Vec<Vec<f32>> = vec![];
    for step in 0..steps {
        let now = path.last().unwrap_or(&weights).clone();
        gradients.push(now.iter().zip(&curvatures).map(|(w, c)| w * c).collect());
        let moved = now.iter().enumerate().map(|(i, weight)| {
            let shares = gradients.iter().enumerate();
            let velocity: f32 = shares
                .map(|(at, gradient)| momentum.powi((step - at) as i32) * gradient[i])
                .sum();
            weight - rate * velocity
        });
        path.push(moved.collect());
    }
    path
}

// wrong, mistake:old velocity: the old velocity moves the weight
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    for i in 0..weights.len() {
        weights[i] -= rate * velocity[i];
        velocity[i] = momentum * velocity[i] + gradient[i];
    }
    (weights, velocity)
}

// wrong, mistake:damped: a running mean: the gradient is multiplied by what momentum leaves
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    for i in 0..weights.len() {
        velocity[i] = momentum * velocity[i] + (1.0 - momentum) * gradient[i];
        weights[i] -= rate * velocity[i];
    }
    (weights, velocity)
}

// wrong, mistake:rate in the velocity: the rate stands inside the velocity, and the weight loses the velocity
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    for i in 0..weights.len() {
        velocity[i] = momentum * velocity[i] + rate * gradient[i];
        weights[i] -= velocity[i];
    }
    (weights, velocity)
}

// wrong, mistake:rate twice: the rate stands inside the velocity and outside of it
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    for i in 0..weights.len() {
        velocity[i] = momentum * velocity[i] + rate * gradient[i];
        weights[i] -= rate * velocity[i];
    }
    (weights, velocity)
}

// wrong, mistake:uphill: the weight moves up
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    for i in 0..weights.len() {
        velocity[i] = momentum * velocity[i] + gradient[i];
        weights[i] += rate * velocity[i];
    }
    (weights, velocity)
}

// wrong, mistake:gradient subtracted: the gradient is subtracted in the velocity
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    for i in 0..weights.len() {
        velocity[i] = momentum * velocity[i] - gradient[i];
        weights[i] -= rate * velocity[i];
    }
    (weights, velocity)
}

// wrong, mistake:moved by the gradient: the weight moves by the gradient alone
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    for i in 0..weights.len() {
        velocity[i] = momentum * velocity[i] + gradient[i];
        weights[i] -= rate * gradient[i];
    }
    (weights, velocity)
}

// wrong, mistake:momentum on both: momentum multiplies the sum of velocity and gradient
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    for i in 0..weights.len() {
        velocity[i] = momentum * (velocity[i] + gradient[i]);
        weights[i] -= rate * velocity[i];
    }
    (weights, velocity)
}

// wrong, mistake:no friction: momentum is left out: nothing of the velocity is lost
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    let _ = momentum;
    for i in 0..weights.len() {
        velocity[i] += gradient[i];
        weights[i] -= rate * velocity[i];
    }
    (weights, velocity)
}

// wrong, mistake:velocity not returned: the velocity comes back as it was
pub fn momentum_step(
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    gradient: Vec<f32>,
    rate: f32,
    momentum: f32,
) -> (Vec<f32>, Vec<f32>) {
    let before = velocity.clone();
    for i in 0..weights.len() {
        velocity[i] = momentum * velocity[i] + gradient[i];
        weights[i] -= rate * velocity[i];
    }
    (weights, before)
}

// wrong, mistake:velocity not kept: at rest again before each step
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut path = vec![];

    for _ in 0..steps {
        let mut velocity = vec![0.0; weights.len()];
        let gradient: Vec<f32> = weights
            .iter()
            .zip(&curvatures)
            .map(|(w, c)| w * c)
            .collect();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, momentum);
        let _ = &mut velocity;
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:gradient kept: the gradient is that of the start in every step
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let mut velocity = vec![0.0; weights.len()];
    let first: Vec<f32> = weights
        .iter()
        .zip(&curvatures)
        .map(|(w, c)| w * c)
        .collect();
    for _ in 0..steps {
        let gradient = first.clone();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, momentum);
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:before each step: the weights before each step
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let mut velocity = vec![0.0; weights.len()];
    for _ in 0..steps {
        path.push(weights.clone());
        let gradient: Vec<f32> = weights
            .iter()
            .zip(&curvatures)
            .map(|(w, c)| w * c)
            .collect();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, momentum);
    }
    path
}

// wrong, mistake:gradient halved: a half is put into the gradient
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let mut velocity = vec![0.0; weights.len()];
    for _ in 0..steps {
        let gradient: Vec<f32> = weights
            .iter()
            .zip(&curvatures)
            .map(|(w, c)| w * c / 2.0)
            .collect();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, momentum);
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:gradient doubled: twice the curvature, the slope of a square without the half
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let mut velocity = vec![0.0; weights.len()];
    for _ in 0..steps {
        let gradient: Vec<f32> = weights
            .iter()
            .zip(&curvatures)
            .map(|(w, c)| 2.0 * w * c)
            .collect();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, momentum);
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:curvature for the gradient: the curvature alone is the gradient
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let mut velocity = vec![0.0; weights.len()];
    for _ in 0..steps {
        let gradient = curvatures.clone();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, momentum);
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:pushed at the start: begins with the first gradient as the velocity
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let mut velocity: Vec<f32> = weights
        .iter()
        .zip(&curvatures)
        .map(|(w, c)| w * c)
        .collect();
    for _ in 0..steps {
        let gradient: Vec<f32> = weights
            .iter()
            .zip(&curvatures)
            .map(|(w, c)| w * c)
            .collect();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, momentum);
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:with the start: the weights at the start come first
pub fn roll(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    rate: f32,
    momentum: f32,
    steps: usize,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    path.push(weights.clone());
    let mut velocity = vec![0.0; weights.len()];
    for _ in 0..steps {
        let gradient: Vec<f32> = weights
            .iter()
            .zip(&curvatures)
            .map(|(w, c)| w * c)
            .collect();
        (weights, velocity) = momentum_step(weights, velocity, gradient, rate, momentum);
        path.push(weights.clone());
    }
    path
}
