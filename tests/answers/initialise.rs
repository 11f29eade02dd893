// right: f64 inside, and loops for the products
pub fn deviation(inputs: usize, outputs: usize, relu: bool) -> f32 {
    let variance = if relu {
        2.0 / inputs as f64
    } else {
        2.0 / (inputs + outputs) as f64
    };
    variance.sqrt() as f32
}

pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let draw: Matrix = device().sample_uniform_like(&(inputs, outputs));
    let bound = 3f64.sqrt() * deviation as f64;
    let values = draw
        .as_vec()
        .into_iter()
        .map(|v| (-bound + 2.0 * bound * v as f64) as f32)
        .collect::<Vec<f32>>();
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
    let values: Vec<f32> = (0..inputs * outputs)
        .map(|_| generator.gen_range(-bound..=bound))
        .collect();
    device().tensor_from_vec(values, (inputs, outputs))
}

fn rand_seed() -> StdRng {
    let seed: Tensor<Rank1<4>, f32, Dev> = device().sample_uniform();
    random(
        seed.array()
            .iter()
            .fold(0, |all, v| all.wrapping_mul(1_000_003) + (v * 1e7) as u64),
    )
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
    device()
        .sample_normal_like(&(inputs, outputs))
        .clamp(-2.0, 2.0)
        * deviation
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
    let values: Vec<f32> = (0..inputs * outputs)
        .map(|_| generator.gen_range(-bound..bound))
        .collect();
    device().tensor_from_vec(values, (inputs, outputs))
}

// right: the variance first, then one root
pub fn deviation(inputs: usize, outputs: usize, relu: bool) -> f32 {
    let fan = match relu {
        true => inputs as f32,
        false => (inputs + outputs) as f32,
    };
    2_f32.sqrt() / fan.sqrt()
}

// right: moved by a half first, then made as wide as twice the bound
pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let bound = 3_f32.sqrt() * deviation;
    let zero_to_one: Matrix = device().sample_uniform_like(&(inputs, outputs));
    (zero_to_one - 0.5) * (bound * 2.0)
}

// right: the root of the mean, from plain numbers
pub fn sizes(x: Matrix, layers: Vec<Matrix>) -> Vec<f32> {
    let mut h = x;
    layers
        .into_iter()
        .map(|weights| {
            h = h.clone().matmul(weights).relu();
            let numbers = h.as_vec();
            let squares: f32 = numbers.iter().map(|number| number * number).sum();
            (squares / numbers.len() as f32).sqrt()
        })
        .collect()
}

// wrong, mistake:inputs and outputs exchanged: the outputs are counted in He's rule
pub fn deviation(inputs: usize, outputs: usize, relu: bool) -> f32 {
    match relu {
        true => (2.0 / outputs as f32).sqrt(),
        false => (2.0 / (inputs + outputs) as f32).sqrt(),
    }
}

// wrong, mistake:whole numbers divided: whole numbers are divided
pub fn deviation(inputs: usize, outputs: usize, relu: bool) -> f32 {
    let count = if relu { inputs } else { inputs + outputs };
    ((2 / count) as f32).sqrt()
}

// wrong, mistake:mean in Xavier: Xavier's rule has the mean of both counts under the 2, so the 2 counts twice
pub fn deviation(inputs: usize, outputs: usize, relu: bool) -> f32 {
    match relu {
        true => (2.0 / inputs as f32).sqrt(),
        false => (2.0 / ((inputs + outputs) as f32 / 2.0)).sqrt(),
    }
}

// wrong, mistake:rules exchanged: both rules are exchanged
pub fn deviation(inputs: usize, outputs: usize, relu: bool) -> f32 {
    let count = if relu { inputs + outputs } else { inputs };
    (2.0 / count as f32).sqrt()
}

// wrong, mistake:scaled: the numbers are moved and scaled until their deviation is exactly the wanted one
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let z: Matrix = device().sample_normal_like(&(inputs, outputs));
    let numbers = z.as_vec();
    let n = numbers.len() as f32;
    let mean = numbers.iter().sum::<f32>() / n;
    let variance = numbers.iter().map(|z| (z - mean).powi(2)).sum::<f32>() / n;
    (z - mean) * (deviation / variance.sqrt())
}

// wrong, mistake:variance: the deviation is squared
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let z: Matrix = device().sample_normal_like(&(inputs, outputs));
    z * deviation.powi(2)
}

// wrong, mistake:moved: the deviation is added, so it is the mean
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let z: Matrix = device().sample_normal_like(&(inputs, outputs));
    z + deviation
}

// wrong, mistake:positive: the sizes of normal numbers: none is below 0
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let z: Matrix = device().sample_normal_like(&(inputs, outputs));
    z.abs() * deviation
}

// wrong, not_random: one draw for each output, the same for all inputs
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let row: Vector = device().sample_normal_like(&(outputs,));
    row.broadcast_like::<_, Axis<0>>(&(inputs, outputs)) * deviation
}

// wrong, mistake:from 0: from 0 to bound, not moved below 0
pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let zero_to_one: Matrix = device().sample_uniform_like(&(inputs, outputs));
    zero_to_one * (3_f32.sqrt() * deviation)
}

// wrong, mistake:half of the range: from minus half a bound to half a bound
pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let zero_to_one: Matrix = device().sample_uniform_like(&(inputs, outputs));
    (zero_to_one - 0.5) * (3_f32.sqrt() * deviation)
}

// wrong, mistake:divided by the root: divided by the root of 3
pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let zero_to_one: Matrix = device().sample_uniform_like(&(inputs, outputs));
    (zero_to_one * 2.0 - 1.0) * (deviation / 3_f32.sqrt())
}

// wrong, mistake:from a normal distribution: normal numbers in the place of even ones
pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let z: Matrix = device().sample_normal_like(&(inputs, outputs));
    z * deviation
}

// wrong, mistake:each layer for itself: each layer gets x, not what the layer before gave
pub fn sizes(x: Matrix, layers: Vec<Matrix>) -> Vec<f32> {
    let mut sizes = Vec::new();
    for weights in layers {
        let h = x.clone().matmul(weights).relu();
        let mean: Scalar = h.square().mean();
        sizes.push(mean.sqrt().array());
    }
    sizes
}

// wrong, mistake:around the mean: the standard deviation, from which the mean is subtracted
pub fn sizes(x: Matrix, layers: Vec<Matrix>) -> Vec<f32> {
    let mut h = x;
    let mut sizes = Vec::new();
    for weights in layers {
        h = h.matmul(weights).relu();
        let mean: Scalar = h.clone().mean();
        let squares: Scalar = (h.clone() - mean.array()).square().mean();
        sizes.push(squares.sqrt().array());
    }
    sizes
}

// wrong, mistake:the input too: the size of x comes first in the list
pub fn sizes(x: Matrix, layers: Vec<Matrix>) -> Vec<f32> {
    let size = |h: &Matrix| {
        let mean: Scalar = h.clone().square().mean();
        mean.sqrt().array()
    };
    let mut h = x;
    let mut sizes = vec![size(&h)];
    for weights in layers {
        h = h.matmul(weights).relu();
        sizes.push(size(&h));
    }
    sizes
}

// wrong, mistake:before the ReLU: the size is noted before the relu
pub fn sizes(x: Matrix, layers: Vec<Matrix>) -> Vec<f32> {
    let mut h = x;
    let mut sizes = Vec::new();
    for weights in layers {
        h = h.matmul(weights);
        let mean: Scalar = h.clone().square().mean();
        sizes.push(mean.sqrt().array());
        h = h.relu();
    }
    sizes
}

// wrong, mistake:root of the 2 alone: the root is taken of the 2 alone
pub fn deviation(inputs: usize, outputs: usize, relu: bool) -> f32 {
    let count = if relu { inputs } else { inputs + outputs };
    2_f32.sqrt() / count as f32
}

// wrong, mistake:bound in Xavier: the bound of Xavier's even range, with a 6
pub fn deviation(inputs: usize, outputs: usize, relu: bool) -> f32 {
    match relu {
        true => (2.0 / inputs as f32).sqrt(),
        false => (6.0 / (inputs + outputs) as f32).sqrt(),
    }
}

// wrong, property: numbers beyond two deviations are cut off
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let z: Matrix = device().sample_normal_like(&(inputs, outputs));
    z.clamp(-2.0, 2.0) * deviation
}

// wrong, deviation: the mean of two normal numbers
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let a: Matrix = device().sample_normal_like(&(inputs, outputs));
    let b: Matrix = device().sample_normal_like(&(inputs, outputs));
    (a + b) * (deviation / 2.0)
}

// wrong, mistake:moved by 1: 1 is subtracted after the range was made wide
pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let zero_to_one: Matrix = device().sample_uniform_like(&(inputs, outputs));
    zero_to_one * (2.0 * 3_f32.sqrt() * deviation) - 1.0
}

// wrong, mistake:scaled to the bound: scaled to the bound by its own largest number
pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let zero_to_one: Matrix = device().sample_uniform_like(&(inputs, outputs));
    let z = zero_to_one * 2.0 - 1.0;
    let most = z
        .as_vec()
        .into_iter()
        .fold(0.0, |most: f32, x| most.max(x.abs()));
    z * (3_f32.sqrt() * deviation / most)
}

// wrong, mistake:largest: the largest output is noted
pub fn sizes(x: Matrix, layers: Vec<Matrix>) -> Vec<f32> {
    let mut h = x;
    let mut sizes = Vec::new();
    for weights in layers {
        h = h.matmul(weights).relu();
        sizes.push(h.as_vec().into_iter().fold(0.0, f32::max));
    }
    sizes
}

// wrong, mistake:compared with the layer before: the size is compared with that before the layer
pub fn sizes(x: Matrix, layers: Vec<Matrix>) -> Vec<f32> {
    let mut h = x;
    let mut sizes = Vec::new();
    for weights in layers {
        let before: Scalar = h.clone().square().mean();
        h = h.matmul(weights).relu();
        let mean: Scalar = h.clone().square().mean();
        sizes.push((mean.array() / before.array()).sqrt());
    }
    sizes
}

// wrong, mistake:the last layer without a ReLU: the last layer has no relu
pub fn sizes(x: Matrix, layers: Vec<Matrix>) -> Vec<f32> {
    let mut h = x;
    let mut sizes = Vec::new();
    let last = layers.len();
    for (i, weights) in layers.into_iter().enumerate() {
        h = h.matmul(weights);
        if i + 1 < last {
            h = h.relu();
        }
        let mean: Scalar = h.clone().square().mean();
        sizes.push(mean.sqrt().array());
    }
    sizes
}
