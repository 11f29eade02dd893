// right: loops over plain numbers
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let mut result = Vec::new();
    for (parameter, gradient) in parameters.iter().zip(&gradients) {
        let (n, p) = *gradient.shape();
        let mut numbers = parameter.as_vec();
        for column in 0..p {
            let mut sum = 0.0;
            for row in 0..n {
                sum += gradient[[row, column]];
            }
            numbers[column] -= rate * sum / n as f32;
        }
        result.push(device().tensor_from_vec(numbers, (p,)));
    }
    result
}

// right: the mean is a product of a row of rate / n with the gradients
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let step = |(parameter, gradient): (Vector, Matrix)| -> Vector {
        let n = gradient.shape().0;
        let shares: Vector = device().tensor_from_vec(vec![rate / n as f32; n], (n,));
        parameter - shares.matmul(gradient)
    };
    parameters.into_iter().zip(gradients).map(step).collect()
}

// right: takes a small step for each example in turn, each with the rate divided by n, in double precision
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let mut moved = Vec::with_capacity(parameters.len());
    for (parameter, gradient) in parameters.into_iter().zip(gradients) {
        let (n, p) = *gradient.shape();
        let mut numbers: Vec<f64> = parameter.as_vec().into_iter().map(f64::from).collect();
        let slopes = gradient.as_vec();
        for example in slopes.chunks(p) {
            for (number, slope) in numbers.iter_mut().zip(example) {
                *number -= f64::from(rate) / n as f64 * f64::from(*slope);
            }
        }
        let numbers: Vec<f32> = numbers.into_iter().map(|number| number as f32).collect();
        moved.push(device().tensor_from_vec(numbers, *parameter.shape()));
    }
    moved
}

// right: adds minus the rate times the gradients, by a helper and indices
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    (0..parameters.len())
        .map(|i| parameters[i].clone() + update(gradients[i].clone(), rate))
        .collect()
}

fn update(gradients: Matrix, rate: f32) -> Vector {
    let n = gradients.shape().0 as f32;
    let sum: Vector = (gradients * -rate).sum::<_, Axis<0>>();
    sum / n
}

// wrong, mistake:ascent: the gradient is added: a step uphill
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    parameters
        .into_iter()
        .zip(gradients)
        .map(|(parameter, gradient)| {
            let mean: Vector = gradient.mean::<_, Axis<0>>();
            parameter + mean * rate
        })
        .collect()
}

// wrong, mistake:summed: the gradients of the examples are added up, not averaged
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    parameters
        .into_iter()
        .zip(gradients)
        .map(|(parameter, gradient)| {
            let mean: Vector = gradient.sum::<_, Axis<0>>();
            parameter - mean * rate
        })
        .collect()
}

// wrong, ignored: the rate is ignored, every step is as in the example with 0.1
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let _ = rate;
    parameters
        .into_iter()
        .zip(gradients)
        .map(|(parameter, gradient)| {
            let mean: Vector = gradient.mean::<_, Axis<0>>();
            parameter - mean * 0.1
        })
        .collect()
}

// wrong, not_finite: divides by n - 1, so a single example gives infinity
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    parameters
        .into_iter()
        .zip(gradients)
        .map(|(parameter, gradient)| {
            let n = gradient.shape().0 as f32;
            let sum: Vector = gradient.sum::<_, Axis<0>>();
            let mean = sum / (n - 1.0);
            parameter - mean * rate
        })
        .collect()
}
