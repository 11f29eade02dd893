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

// right: each moment moves by a share of its distance to the gradient
pub fn moments(m: Vec<f32>, v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    let towards = |(old, new, beta): (f32, f32, f32)| old + (1.0 - beta) * (new - old);
    let first = m
        .iter()
        .zip(&gradient)
        .map(|(m, g)| towards((*m, *g, BETA_1)));
    let second = v
        .iter()
        .zip(&gradient)
        .map(|(v, g)| towards((*v, g * g, BETA_2)));
    (first.collect(), second.collect())
}

// right: in f64, with the corrections put into one factor
pub fn adam_step(weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let first = 1.0 - f64::from(BETA_1).powi(t as i32);
    let root = (1.0 - f64::from(BETA_2).powi(t as i32)).sqrt();
    let moved = weights
        .iter()
        .zip(m.iter().zip(&v))
        .map(|(&weight, (&m, &v))| {
            let below = f64::from(v).sqrt() + f64::from(EPSILON) * root;
            (f64::from(weight) - f64::from(rate) * root / first * f64::from(m) / below) as f32
        });
    moved.collect()
}

// right: one weight after the other, with vectors of one number
pub fn adam(weights: Vec<f32>, curvatures: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; weights.len()]; steps];
    for i in 0..weights.len() {
        let mut weight = vec![weights[i]];
        let (mut m, mut v) = (vec![0.0], vec![0.0]);
        for step in 0..steps {
            let slope = weight[0] * curvatures[i];
            (m, v) = moments(m, v, vec![slope]);
            weight = adam_step(weight, m.clone(), v.clone(), step + 1, rate);
            rows[step][i] = weight[0];
        }
    }
    rows
}

// wrong, change: the shares of m are exchanged
pub fn moments(mut m: Vec<f32>, mut v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    for i in 0..m.len() {
        m[i] = (1.0 - BETA_1) * m[i] + BETA_1 * gradient[i];
        v[i] = BETA_2 * v[i] + (1.0 - BETA_2) * gradient[i].powi(2);
    }
    (m, v)
}

// wrong, mistake:v not squared: the gradient is not squared in v
pub fn moments(mut m: Vec<f32>, mut v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    for i in 0..m.len() {
        m[i] = BETA_1 * m[i] + (1.0 - BETA_1) * gradient[i];
        v[i] = BETA_2 * v[i] + (1.0 - BETA_2) * gradient[i];
    }
    (m, v)
}

// wrong, mistake:both whole: the gradient is added whole, as in momentum
pub fn moments(mut m: Vec<f32>, mut v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    for i in 0..m.len() {
        m[i] = BETA_1 * m[i] + gradient[i];
        v[i] = BETA_2 * v[i] + gradient[i].powi(2);
    }
    (m, v)
}

// wrong, mistake:first beta for both: both means with the first beta
pub fn moments(mut m: Vec<f32>, mut v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    for i in 0..m.len() {
        m[i] = BETA_1 * m[i] + (1.0 - BETA_1) * gradient[i];
        v[i] = BETA_1 * v[i] + (1.0 - BETA_1) * gradient[i].powi(2);
    }
    (m, v)
}

// wrong, mistake:betas exchanged: the betas are exchanged
pub fn moments(mut m: Vec<f32>, mut v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    for i in 0..m.len() {
        m[i] = BETA_2 * m[i] + (1.0 - BETA_2) * gradient[i];
        v[i] = BETA_1 * v[i] + (1.0 - BETA_1) * gradient[i].powi(2);
    }
    (m, v)
}

// wrong, mistake:square of m: v is the mean of the squares of m
pub fn moments(mut m: Vec<f32>, mut v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    for i in 0..m.len() {
        m[i] = BETA_1 * m[i] + (1.0 - BETA_1) * gradient[i];
        v[i] = BETA_2 * v[i] + (1.0 - BETA_2) * m[i].powi(2);
    }
    (m, v)
}

// wrong, mistake:factor squared: (1 - beta) is multiplied before the square
pub fn moments(mut m: Vec<f32>, mut v: Vec<f32>, gradient: Vec<f32>) -> (Vec<f32>, Vec<f32>) {
    for i in 0..m.len() {
        m[i] = BETA_1 * m[i] + (1.0 - BETA_1) * gradient[i];
        v[i] = BETA_2 * v[i] + ((1.0 - BETA_2) * gradient[i]).powi(2);
    }
    (m, v)
}

// wrong, mistake:uncorrected: no correction
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let _ = t;
    for i in 0..weights.len() {
        weights[i] -= rate * m[i] / (v[i].sqrt() + EPSILON);
    }
    weights
}

// wrong, mistake:no root: the root is forgotten
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let first = 1.0 - BETA_1.powi(t as i32);
    let second = 1.0 - BETA_2.powi(t as i32);
    for i in 0..weights.len() {
        weights[i] -= rate * m[i] / first / (v[i] / second + EPSILON);
    }
    weights
}

// wrong, mistake:epsilon inside: epsilon stands under the root
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let first = 1.0 - BETA_1.powi(t as i32);
    let second = 1.0 - BETA_2.powi(t as i32);
    for i in 0..weights.len() {
        weights[i] -= rate * m[i] / first / (v[i] / second + EPSILON).sqrt();
    }
    weights
}

// wrong, mistake:no epsilon: no epsilon
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let first = 1.0 - BETA_1.powi(t as i32);
    let second = 1.0 - BETA_2.powi(t as i32);
    for i in 0..weights.len() {
        weights[i] -= rate * m[i] / first / (v[i] / second).sqrt();
    }
    weights
}

// wrong, mistake:one more: steps are taken to count from 0
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let first = 1.0 - BETA_1.powi(t as i32 + 1);
    let second = 1.0 - BETA_2.powi(t as i32 + 1);
    for i in 0..weights.len() {
        weights[i] -= rate * m[i] / first / ((v[i] / second).sqrt() + EPSILON);
    }
    weights
}

// wrong, mistake:one correction for both, the first: the correction of m for both
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let first = 1.0 - BETA_1.powi(t as i32);
    for i in 0..weights.len() {
        weights[i] -= rate * m[i] / first / ((v[i] / first).sqrt() + EPSILON);
    }
    weights
}

// wrong, mistake:corrections multiplied: multiplied by the correction
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let first = 1.0 - BETA_1.powi(t as i32);
    let second = 1.0 - BETA_2.powi(t as i32);
    for i in 0..weights.len() {
        weights[i] -= rate * m[i] * first / ((v[i] * second).sqrt() + EPSILON);
    }
    weights
}

// wrong, mistake:no power: the correction of the first step in all steps
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let _ = t;
    let first = 1.0 - BETA_1;
    let second = 1.0 - BETA_2;
    for i in 0..weights.len() {
        weights[i] -= rate * m[i] / first / ((v[i] / second).sqrt() + EPSILON);
    }
    weights
}

// wrong, not_finite: the correction is divided by t
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let first = 1.0 - BETA_1 * t as f32;
    let second = 1.0 - BETA_2 * t as f32;
    for i in 0..weights.len() {
        weights[i] -= rate * m[i] / first / ((v[i] / second).sqrt() + EPSILON);
    }
    weights
}

// wrong, mistake:uphill: moves up
pub fn adam_step(mut weights: Vec<f32>, m: Vec<f32>, v: Vec<f32>, t: usize, rate: f32) -> Vec<f32> {
    let first = 1.0 - BETA_1.powi(t as i32);
    let second = 1.0 - BETA_2.powi(t as i32);
    for i in 0..weights.len() {
        weights[i] += rate * m[i] / first / ((v[i] / second).sqrt() + EPSILON);
    }
    weights
}

// wrong, mistake:moments not kept: the moments are at 0 again in each step
pub fn adam(mut weights: Vec<f32>, curvatures: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let mut path = vec![];

    for t in 1..=steps {
        let (mut m, mut v) = (vec![0.0; weights.len()], vec![0.0; weights.len()]);
        let gradient: Vec<f32> = weights
            .iter()
            .zip(&curvatures)
            .map(|(w, c)| w * c)
            .collect();
        (m, v) = moments(m, v, gradient);
        weights = adam_step(weights, m.clone(), v.clone(), t, rate);
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:step first: the weights move before the moments are up to date
pub fn adam(mut weights: Vec<f32>, curvatures: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let (mut m, mut v) = (vec![0.0; weights.len()], vec![0.0; weights.len()]);
    for t in 1..=steps {
        let gradient: Vec<f32> = weights
            .iter()
            .zip(&curvatures)
            .map(|(w, c)| w * c)
            .collect();
        weights = adam_step(weights, m.clone(), v.clone(), t, rate);
        (m, v) = moments(m, v, gradient);
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:always 1: always step 1
pub fn adam(mut weights: Vec<f32>, curvatures: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let (mut m, mut v) = (vec![0.0; weights.len()], vec![0.0; weights.len()]);
    for t in 1..=steps {
        let _ = t;
        let gradient: Vec<f32> = weights
            .iter()
            .zip(&curvatures)
            .map(|(w, c)| w * c)
            .collect();
        (m, v) = moments(m, v, gradient);
        weights = adam_step(weights, m.clone(), v.clone(), 1, rate);
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:from 0: steps are counted from 0
pub fn adam(mut weights: Vec<f32>, curvatures: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let (mut m, mut v) = (vec![0.0; weights.len()], vec![0.0; weights.len()]);
    for t in 0..steps {
        let gradient: Vec<f32> = weights
            .iter()
            .zip(&curvatures)
            .map(|(w, c)| w * c)
            .collect();
        (m, v) = moments(m, v, gradient);
        weights = adam_step(weights, m.clone(), v.clone(), t, rate);
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:before each step: the weights before each step
pub fn adam(mut weights: Vec<f32>, curvatures: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let (mut m, mut v) = (vec![0.0; weights.len()], vec![0.0; weights.len()]);
    for t in 1..=steps {
        path.push(weights.clone());
        let gradient: Vec<f32> = weights
            .iter()
            .zip(&curvatures)
            .map(|(w, c)| w * c)
            .collect();
        (m, v) = moments(m, v, gradient);
        weights = adam_step(weights, m.clone(), v.clone(), t, rate);
    }
    path
}

// wrong, mistake:gradient kept: the gradient is that of the start
pub fn adam(mut weights: Vec<f32>, curvatures: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let (mut m, mut v) = (vec![0.0; weights.len()], vec![0.0; weights.len()]);
    let first: Vec<f32> = weights
        .iter()
        .zip(&curvatures)
        .map(|(w, c)| w * c)
        .collect();
    for t in 1..=steps {
        let gradient = first.clone();
        (m, v) = moments(m, v, gradient);
        weights = adam_step(weights, m.clone(), v.clone(), t, rate);
        path.push(weights.clone());
    }
    path
}
