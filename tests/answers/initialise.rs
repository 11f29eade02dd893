// right: f64 inside, and loops for the products
pub fn deviation(inputs: usize, outputs: usize, relu: bool) -> f32 {
    let variance = if relu { 2.0 / inputs as f64 } else { 2.0 / (inputs + outputs) as f64 };
    variance.sqrt() as f32
}

pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let draw: Matrix = device().sample_uniform_like(&(inputs, outputs));
    let bound = 3f64.sqrt() * deviation as f64;
    let values = draw.as_vec().into_iter().map(|v| (-bound + 2.0 * bound * v as f64) as f32).collect::<Vec<f32>>();
    device().tensor_from_vec(values, (inputs, outputs))
}

pub fn sizes(x: Matrix, layers: Vec<Matrix>) -> Vec<f32> {
    let (rows, mut width) = *x.shape();
    let mut h: Vec<f64> = x.as_vec().into_iter().map(f64::from).collect();
    let mut result = vec![];
    for layer in &layers {
        let columns = layer.shape().1;
        let w = layer.as_vec();
        let mut next = vec![0.0; rows * columns];
        for i in 0..rows {
            for j in 0..columns {
                for k in 0..width {
                    next[i * columns + j] += h[i * width + k] * w[k * columns + j] as f64;
                }
                if next[i * columns + j] < 0.0 {
                    next[i * columns + j] = 0.0;
                }
            }
        }
        let total: f64 = next.iter().map(|v| v * v).sum();
        result.push((total / next.len() as f64).sqrt() as f32);
        h = next;
        width = columns;
    }
    result
}

// right: normal numbers by Box and Muller, and a range drawn with `gen_range`
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let mut generator = rand_seed();
    let mut values = Vec::with_capacity(inputs * outputs);
    for _ in 0..inputs * outputs {
        let a: f64 = 1.0 - generator.r#gen::<f64>();
        let b: f64 = generator.r#gen();
        let z = (-2.0 * a.ln()).sqrt() * (2.0 * std::f64::consts::PI * b).cos();
        values.push((z * deviation as f64) as f32);
    }
    device().tensor_from_vec(values, (inputs, outputs))
}

pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let mut generator = rand_seed();
    let bound = (3.0 * deviation * deviation).sqrt();
    let values: Vec<f32> = (0..inputs * outputs).map(|_| generator.gen_range(-bound..=bound)).collect();
    device().tensor_from_vec(values, (inputs, outputs))
}

fn rand_seed() -> StdRng {
    let seed: Tensor<Rank1<4>, f32, Dev> = device().sample_uniform();
    random(seed.array().iter().fold(0, |all, v| all.wrapping_mul(1_000_003) + (v * 1e7) as u64))
}

// right: a root of each, `scan`, and a range from below
pub fn deviation(inputs: usize, outputs: usize, relu: bool) -> f32 {
    let mut fan = inputs as f32;
    if !relu {
        fan += outputs as f32;
    }
    f32::sqrt(2.0) / fan.sqrt()
}

pub fn sizes(x: Matrix, layers: Vec<Matrix>) -> Vec<f32> {
    layers
        .into_iter()
        .scan(x, |h, weights| {
            *h = h.clone().matmul(weights).relu();
            let values = h.as_vec();
            let mean = values.iter().map(|v| v.powi(2)).sum::<f32>() / values.len() as f32;
            Some(mean.sqrt())
        })
        .collect()
}

pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let ones: Matrix = device().sample_uniform_like(&(inputs, outputs));
    let low = -(3f32.sqrt()) * deviation;
    ones * (-2.0 * low) + low
}

// wrong, not_random: One row is drawn and repeated
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let row: Vector = device().sample_normal_like(&(outputs,));
    (row * deviation).broadcast_like::<_, Axis<0>>(&(inputs, outputs))
}

// wrong, not_random: One column is drawn and repeated
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let column: Vector = device().sample_normal_like(&(inputs,));
    (column * deviation).broadcast_like::<_, Axis<1>>(&(inputs, outputs))
}

// wrong, mistake:one number: All weights are the deviation
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let ones: Matrix = device().ones_like(&(inputs, outputs));
    ones * deviation
}

// wrong, property: What lies beyond two deviations is moved there
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    device().sample_normal_like(&(inputs, outputs)).clamp(-2.0, 2.0) * deviation
}

// wrong, property: The sum of two even numbers, which is no normal distribution
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let a: Matrix = device().sample_uniform_like(&(inputs, outputs));
    let b: Matrix = device().sample_uniform_like(&(inputs, outputs));
    (a + b - 1.0) * (6f32.sqrt() * deviation)
}

// wrong, deviation: Normal numbers, cut at the bound
pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let bound = 3f32.sqrt() * deviation;
    (device().sample_normal_like(&(inputs, outputs)) * deviation).clamp(-bound, bound)
}

// wrong, mistake:those above 0 alone: The mean is taken over the numbers above 0 alone
pub fn sizes(x: Matrix, layers: Vec<Matrix>) -> Vec<f32> {
    let mut h = x;
    let mut result = Vec::new();
    for weights in layers {
        h = h.matmul(weights).relu();
        let live: Vec<f32> = h.as_vec().into_iter().filter(|v| *v > 0.0).collect();
        result.push((live.iter().map(|v| v * v).sum::<f32>() / live.len() as f32).sqrt());
    }
    result
}

// wrong, not_random: A generator that always begins from the same seed
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let mut generator = random(42);
    let mut draw = || {
        let a: f32 = 1.0 - generator.r#gen::<f32>();
        let b: f32 = generator.r#gen();
        deviation * (-2.0 * a.ln()).sqrt() * (2.0 * std::f32::consts::PI * b).cos()
    };
    let values: Vec<f32> = (0..inputs * outputs).map(|_| draw()).collect();
    device().tensor_from_vec(values, (inputs, outputs))
}

// wrong, not_random: A range that is drawn by a generator of the shape
pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let mut generator = random((inputs * 1000 + outputs) as u64);
    let bound = 3f32.sqrt() * deviation;
    let values: Vec<f32> = (0..inputs * outputs).map(|_| generator.gen_range(-bound..bound)).collect();
    device().tensor_from_vec(values, (inputs, outputs))
}
