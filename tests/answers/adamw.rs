// right: the weights without the bias as a slice, and a factor
pub fn adam_l2(
    parameters: Vec<f32>,
    mut gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    if let Some((_, weights)) = parameters.split_last() {
        for (g, w) in gradient.iter_mut().zip(weights) {
            *g += w * decay;
        }
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let bias = parameters.pop().unwrap();
    parameters.iter_mut().for_each(|w| *w *= 1.0 - rate * decay);
    parameters.push(bias);
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// right: the decay of the old weight, after Adam's step
pub fn adamw(
    parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let (m, v) = moments(m, v, gradient);
    let mut after = adam_step(parameters.clone(), m.clone(), v.clone(), t, rate);
    for i in 1..parameters.len() {
        after[i - 1] -= rate * decay * parameters[i - 1];
    }
    (after, m, v)
}

// right: Adam once more, by hand
pub fn adam_l2(
    parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    by_hand(parameters, gradient, m, v, t, rate, decay, 0.0)
}

pub fn adamw(
    parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    by_hand(parameters, gradient, m, v, t, rate, 0.0, decay)
}

fn by_hand(
    mut p: Vec<f32>,
    g: Vec<f32>,
    mut m: Vec<f32>,
    mut v: Vec<f32>,
    t: usize,
    rate: f32,
    inside: f32,
    outside: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let (b1, b2) = (adam::BETA_1 as f64, adam::BETA_2 as f64);
    let n = p.len();
    for i in 0..n {
        let is_bias = i == n - 1;
        let w = p[i] as f64;
        let g = g[i] as f64 + if is_bias { 0.0 } else { inside as f64 * w };
        let a = b1 * m[i] as f64 + (1.0 - b1) * g;
        let b = b2 * v[i] as f64 + (1.0 - b2) * g * g;
        let step = a / (1.0 - b1.powi(t as i32)) / ((b / (1.0 - b2.powi(t as i32))).sqrt() + 1e-8);
        let shrink = if is_bias {
            1.0
        } else {
            1.0 - rate as f64 * outside as f64
        };
        p[i] = (w * shrink - rate as f64 * step) as f32;
        m[i] = a as f32;
        v[i] = b as f32;
    }
    (p, m, v)
}

// wrong, mistake:last weight left alone: the last weight is left alone too
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len().saturating_sub(2) {
        parameters[i] -= rate * decay * parameters[i];
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:a sign, of 0 too: the sign of Rust, which is 1 at 0
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        parameters[i] -= rate * decay * parameters[i].signum();
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:the same for all: a pull that is the same for all
pub fn adam_l2(
    parameters: Vec<f32>,
    mut gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        gradient[i] += decay;
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:divided with the gradient: the pull is added to m
pub fn adamw(
    parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let (m, v) = moments(m, v, gradient);
    let mut with_pull = m.clone();
    for i in 0..parameters.len() - 1 {
        with_pull[i] += decay * parameters[i];
    }
    (adam_step(parameters, with_pull, v.clone(), t, rate), m, v)
}

// wrong, ignored: the step is taken with the moments from before
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        parameters[i] -= rate * decay * parameters[i];
    }
    let after = adam_step(parameters, m.clone(), v.clone(), t, rate);
    let (m, v) = moments(m, v, gradient);
    (after, m, v)
}

// right: Adam's step first, then the pull of the weight as it was
pub fn adamw(
    parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let before = parameters.clone();
    let (m, v) = moments(m, v, gradient);
    let mut after = adam_step(parameters, m.clone(), v.clone(), t, rate);
    for i in 0..before.len() - 1 {
        after[i] -= rate * decay * before[i];
    }
    (after, m, v)
}

// right: the bias is taken off the list, and put back
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let bias = parameters.pop();
    parameters.iter_mut().for_each(|w| *w *= 1.0 - rate * decay);
    parameters.extend(bias);
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// right: split_last_mut tells the bias from the weights
pub fn adam_l2(
    parameters: Vec<f32>,
    mut gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    if let Some((_, slopes)) = gradient.split_last_mut() {
        for (slope, w) in slopes.iter_mut().zip(&parameters) {
            *slope += decay * w;
        }
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:after the step: the weights that Adam has already moved are shrunk
pub fn adamw(
    parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let (m, v) = moments(m, v, gradient);
    let mut parameters = adam_step(parameters, m.clone(), v.clone(), t, rate);
    for i in 0..parameters.len() - 1 {
        parameters[i] -= rate * decay * parameters[i];
    }
    (parameters, m, v)
}

// wrong, mistake:rate left out: the pull is not multiplied by the rate
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        parameters[i] -= decay * parameters[i];
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:old moments: the moments come back as they were before the step
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        parameters[i] -= rate * decay * parameters[i];
    }
    let (new_m, new_v) = moments(m.clone(), v.clone(), gradient);
    (adam_step(parameters, new_m, new_v, t, rate), m, v)
}

// wrong, mistake:first for the bias: the bias is thought to be the first parameter
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 1..parameters.len() {
        parameters[i] -= rate * decay * parameters[i];
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:one step more: the number of the step is one too high for the correction
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        parameters[i] *= 1.0 - rate * decay;
    }
    let (m, v) = moments(m, v, gradient);
    (
        adam_step(parameters, m.clone(), v.clone(), t + 1, rate),
        m,
        v,
    )
}

// wrong, mistake:away from zero: the pull is added, so weights grow
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        parameters[i] += rate * decay * parameters[i];
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:doubled: the pull is that of the earlier exercise, twice the decay times the weight
pub fn adam_l2(
    parameters: Vec<f32>,
    mut gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        gradient[i] += 2.0 * decay * parameters[i];
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:the penalty itself: the penalty itself is added to the gradient, not its slope
pub fn adam_l2(
    parameters: Vec<f32>,
    mut gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        gradient[i] += decay / 2.0 * parameters[i].powi(2);
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:no decay: the gradient grows only after the moments have been worked out
pub fn adam_l2(
    parameters: Vec<f32>,
    mut gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let (m, v) = moments(m, v, gradient.clone());
    for i in 0..parameters.len() - 1 {
        gradient[i] += decay * parameters[i];
    }
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:rate in the pull: the pull already has the rate in it
pub fn adam_l2(
    parameters: Vec<f32>,
    mut gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        gradient[i] += rate * decay * parameters[i];
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, rows: the bias does not take Adam's step either
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let last = parameters.len() - 1;
    let bias = parameters[last];
    for i in 0..last {
        parameters[i] -= rate * decay * parameters[i];
    }
    let (m, v) = moments(m, v, gradient);
    let mut parameters = adam_step(parameters, m.clone(), v.clone(), t, rate);
    parameters[last] = bias;
    (parameters, m, v)
}

// wrong, mistake:both: the pull is in the gradient too
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let mut gradient = gradient;
    for i in 0..parameters.len() - 1 {
        gradient[i] += decay * parameters[i];
        parameters[i] -= rate * decay * parameters[i];
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:halved: half of the decay, from the penalty decay / 2 * w^2
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        parameters[i] -= rate * decay / 2.0 * parameters[i];
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:a sign, of 0 too: a fixed amount in the place of a share of the weight
pub fn adamw(
    mut parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        parameters[i] -= rate * decay * parameters[i].signum();
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:away from zero: the pull is subtracted from the gradient
pub fn adam_l2(
    parameters: Vec<f32>,
    mut gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    for i in 0..parameters.len() - 1 {
        gradient[i] -= decay * parameters[i];
    }
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

// wrong, mistake:v without the pull: the pull gets into m alone; v has the gradient as it is
pub fn adam_l2(
    parameters: Vec<f32>,
    mut gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
    decay: f32,
) -> (Vec<f32>, Vec<f32>, Vec<f32>) {
    let (_, v) = moments(m.clone(), v, gradient.clone());
    for i in 0..parameters.len() - 1 {
        gradient[i] += decay * parameters[i];
    }
    let (m, _) = moments(m, v.clone(), gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}
