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

// right: the mean as a product with a row of 1 / n
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let mut moved = vec![];
    for (parameter, gradient) in parameters.into_iter().zip(gradients) {
        let n = gradient.shape().0;
        let weights: Vector = device().tensor_from_vec(vec![rate / n as f32; n], (n,));
        moved.push(parameter - weights.matmul(gradient));
    }
    moved
}

// right: the parameters are repeated for each example, moved by its gradient, and averaged
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let step = |(parameter, gradient): (Vector, Matrix)| -> Vector {
        let repeated = parameter.broadcast_like::<_, Axis<0>>(&gradient);
        (repeated - gradient * rate).mean::<_, Axis<0>>()
    };
    parameters.into_iter().zip(gradients).map(step).collect()
}

// right: number by number, example after example
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    (0..parameters.len())
        .map(|i| {
            let (n, p) = *gradients[i].shape();
            let mut numbers = parameters[i].as_vec();
            for row in gradients[i].as_vec().chunks(p) {
                for (number, slope) in numbers.iter_mut().zip(row) {
                    *number -= rate * slope / n as f32;
                }
            }
            device().tensor_from_vec(numbers, (p,))
        })
        .collect()
}

// wrong, mistake:summed: the sum of the gradients
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| parameter - gradient.sum::<_, Axis<0>>() * rate)
        .collect()
}

// wrong, mistake:ascent: goes up
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| parameter + gradient.mean::<_, Axis<0>>() * rate)
        .collect()
}

// wrong, mistake:rate_ignored: the rate is forgotten
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let _ = rate;
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| parameter - gradient.mean::<_, Axis<0>>())
        .collect()
}

// wrong, panic: the mean of each row, not of each column
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| parameter - gradient.mean::<_, Axis<1>>() * rate)
        .collect()
}

// wrong, mistake:scaled_parameter: the rate multiplies all, the parameter as well
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| (parameter - gradient.mean::<_, Axis<0>>()) * rate)
        .collect()
}

// wrong, mistake:only_the_step: the step without the parameter
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(_, gradient)| gradient.mean::<_, Axis<0>>() * -rate)
        .collect()
}

// wrong, mistake:divided_by_parameters: divided by the number of parameters
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| {
            let p = gradient.shape().1 as f32;
            parameter - gradient.sum::<_, Axis<0>>() * (rate / p)
        })
        .collect()
}

// wrong, mistake:first_example: only the gradient of the first example
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| {
            let p = gradient.shape().1;
            let first: Vector = device().tensor_from_vec(gradient.as_vec()[..p].to_vec(), (p,));
            parameter - first * rate
        })
        .collect()
}

// wrong, mistake:divided_twice: divides by n twice
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| {
            let n = gradient.shape().0 as f32;
            parameter - gradient.mean::<_, Axis<0>>() * (rate / n)
        })
        .collect()
}

// wrong, mistake:first_tensor: only the first tensor moves
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let mut moved = parameters;
    if let Some(first) = moved.first_mut() {
        *first = first.clone() - gradients[0].clone().mean::<_, Axis<0>>() * rate;
    }
    moved
}

// wrong, sign: the minus is there twice
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| gradient.mean::<_, Axis<0>>() * rate - parameter)
        .collect()
}

// wrong, mistake:sign_only: the sign of the gradient alone
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| {
            let mean: Vector = gradient.mean::<_, Axis<0>>();
            let signs = mean
                .as_vec()
                .iter()
                .map(|x| x.signum())
                .collect::<Vec<f32>>();
            let signs: Vector = device().tensor_from_vec(signs, *mean.shape());
            parameter - signs * rate
        })
        .collect()
}

// wrong, mistake:summed: the sum of the gradients, not their mean
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let pairs = parameters.into_iter().zip(gradients);
    pairs
        .map(|(parameter, gradient)| parameter - gradient.sum::<_, Axis<0>>() * rate)
        .collect()
}

// wrong, mistake:one_mean: the mean over all of the matrix, one number for all parameters of a tensor
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let mut new = Vec::new();
    for (parameter, gradient) in parameters.into_iter().zip(gradients) {
        let mean = gradient.mean::<Rank0, _>().array();
        new.push(parameter - mean * rate);
    }
    new
}

// wrong, mistake:first_tensor: only the first tensor takes the step
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let mut new = parameters;
    let mean: Vector = gradients[0].clone().mean::<_, Axis<0>>();
    new[0] = new[0].clone() - mean * rate;
    new
}

// wrong, panic: `pop` takes the gradients from the end, so the tensors get those of another
pub fn gradient_step(
    parameters: Vec<Vector>,
    mut gradients: Vec<Matrix>,
    rate: f32,
) -> Vec<Vector> {
    let mut new = Vec::new();
    for parameter in parameters {
        let Some(gradient) = gradients.pop() else {
            break;
        };
        new.push(parameter - gradient.mean::<_, Axis<0>>() * rate);
    }
    new
}

// wrong, values: in loops over plain numbers, with the number of rows where that of the columns belongs
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let mut new = Vec::new();
    for (parameter, gradient) in parameters.iter().zip(&gradients) {
        let (n, p) = *gradient.shape();
        let numbers = gradient.as_vec();
        let mut values = parameter.as_vec();
        for j in 0..p {
            let mut sum = 0.0;
            for i in 0..n {
                sum += numbers[j * n + i];
            }
            values[j] -= rate * sum / n as f32;
        }
        new.push(device().tensor_from_vec(values, (p,)));
    }
    new
}

// wrong, mistake:divided_by_parameters: the sum is divided by the number of parameters, not of examples
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let mut new = Vec::new();
    for (parameter, gradient) in parameters.into_iter().zip(gradients) {
        let count = parameter.shape().0 as f32;
        let mean: Vector = gradient.sum::<_, Axis<0>>() / count;
        new.push(parameter - mean * rate);
    }
    new
}

// wrong, large: the mean gradient is clipped to the range from -1 to 1
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let mut new = Vec::new();
    for (parameter, gradient) in parameters.into_iter().zip(gradients) {
        let mean: Vector = gradient.mean::<_, Axis<0>>();
        new.push(parameter - mean.clamp(-1.0, 1.0) * rate);
    }
    new
}

// wrong, mistake:scaled_parameter: the difference as a whole is multiplied by the rate
pub fn gradient_step(parameters: Vec<Vector>, gradients: Vec<Matrix>, rate: f32) -> Vec<Vector> {
    let mut new = Vec::new();
    for (parameter, gradient) in parameters.into_iter().zip(gradients) {
        let mean: Vector = gradient.mean::<_, Axis<0>>();
        new.push((parameter - mean) * rate);
    }
    new
}
