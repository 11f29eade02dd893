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
