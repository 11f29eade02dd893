// right: f64, with the decimals written out
pub fn moments(m: Vec<f32>, v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    let mut a = vec![];
    let mut b = vec![];
    for i in 0..m.len() {
        let g = gradient[i] as f64;
        a.push((0.9 * m[i] as f64 + 0.1 * g) as f32);
        b.push((0.999 * v[i] as f64 + 0.001 * g * g) as f32);
    }
    (a, b)
}

pub fn adam_step(weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let mut out = vec![];
    for i in 0..weights.len() {
        let mh = m[i] as f64 / (1.0 - 0.9_f64.powi(t as i32));
        let vh = v[i] as f64 / (1.0 - 0.999_f64.powi(t as i32));
        out.push((weights[i] as f64 - rate as f64 * mh / (vh.sqrt() + 1e-8)) as f32);
    }
    out
}

// right: means moved by a share of the difference, and both corrections in one factor
pub fn moments(mut m: Vec<f32>, mut v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    for ((m, v), g) in m.iter_mut().zip(&mut v).zip(gradient) {
        *m += (1.0 - BETA_1) * (g - *m);
        *v += (1.0 - BETA_2) * (g * g - *v);
    }
    (m, v)
}

pub fn adam_step(weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let root = (1.0 - BETA_2.powi(t as i32)).sqrt();
    let scale = rate * root / (1.0 - BETA_1.powi(t as i32));
    weights
        .iter()
        .zip(m.iter().zip(&v))
        .map(|(w, (m, v))| w - scale * m / (v.sqrt() + EPSILON * root))
        .collect()
}

// right: tensors
pub fn moments(m: Vec<f32>, v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    let n = m.len();
    let m: Vector = device().tensor_from_vec(m, (n,));
    let v: Vector = device().tensor_from_vec(v, (n,));
    let g: Vector = device().tensor_from_vec(gradient, (n,));
    let m = m * BETA_1 + g.clone() * (1.0 - BETA_1);
    let v = v * BETA_2 + g.square() * (1.0 - BETA_2);
    (m.as_vec(), v.as_vec())
}

pub fn adam_step(weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let n = m.len();
    let w: Vector = device().tensor_from_vec(weights, (n,));
    let m: Vector = device().tensor_from_vec(m, (n,));
    let v: Vector = device().tensor_from_vec(v, (n,));
    let t = t as f32;
    let m = m / (1.0 - BETA_1.powf(t));
    let v = v / (1.0 - BETA_2.powf(t));
    (w - m * rate / (v.sqrt() + EPSILON)).as_vec()
}

// wrong, mistake:no epsilon: EPSILON without the parentheses
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let c1 = 1.0 - BETA_1.powi(t as i32);
    let c2 = 1.0 - BETA_2.powi(t as i32);
    for i in 0..weights.len() {
        weights[i] -= rate * (m[i] / c1) / (v[i] / c2).sqrt() + EPSILON;
    }
    weights
}

// wrong, mistake:power of the difference: the power is taken of the difference
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let c1 = (1.0 - BETA_1).powi(t as i32);
    let c2 = (1.0 - BETA_2).powi(t as i32);
    for i in 0..weights.len() {
        weights[i] -= rate * (m[i] / c1) / ((v[i] / c2).sqrt() + EPSILON);
    }
    weights
}

// wrong, mistake:corrected for good: corrected moments are kept
pub fn adam(mut weights: Vec<f32>, curvatures: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let mut m = vec![0.0; weights.len()];
    let mut v = vec![0.0; weights.len()];
    let mut path = Vec::new();
    for t in 1..=steps {
        let gradient = (0..weights.len())
            .map(|i| curvatures[i] * weights[i])
            .collect();
        (m, v) = moments(m, v, gradient);
        for i in 0..m.len() {
            m[i] /= 1.0 - BETA_1.powi(t as i32);
            v[i] /= 1.0 - BETA_2.powi(t as i32);
            weights[i] -= rate * m[i] / (v[i].sqrt() + EPSILON);
        }
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:always the last: the number of all steps in the place of t
pub fn adam(mut weights: Vec<f32>, curvatures: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let mut m = vec![0.0; weights.len()];
    let mut v = vec![0.0; weights.len()];
    let mut path = Vec::new();
    for _ in 0..steps {
        let gradient = (0..weights.len())
            .map(|i| curvatures[i] * weights[i])
            .collect();
        (m, v) = moments(m, v, gradient);
        weights = adam_step(weights, m.clone(), v.clone(), steps, rate);
        path.push(weights.clone());
    }
    path
}

// wrong, array_count: a step too few
pub fn adam(mut weights: Vec<f32>, curvatures: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let mut m = vec![0.0; weights.len()];
    let mut v = vec![0.0; weights.len()];
    let mut path = Vec::new();
    for t in 1..steps {
        let gradient = (0..weights.len())
            .map(|i| curvatures[i] * weights[i])
            .collect();
        (m, v) = moments(m, v, gradient);
        weights = adam_step(weights, m.clone(), v.clone(), t, rate);
        path.push(weights.clone());
    }
    path
}

// wrong, values: v never falls
pub fn moments(mut m: Vec<f32>, mut v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    for i in 0..m.len() {
        m[i] = BETA_1 * m[i] + (1.0 - BETA_1) * gradient[i];
        v[i] = v[i].max(BETA_2 * v[i] + (1.0 - BETA_2) * gradient[i] * gradient[i]);
    }
    (m, v)
}
