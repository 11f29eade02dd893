// right: a vector of factors, 0 or 1 / (1 - rate), is multiplied with the activations
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if training {
        let (n,) = *activations.shape();
        let mut random = random(seed);
        let mut mask = vec![1.0 / (1.0 - rate); n];
        for factor in &mut mask {
            if random.gen_bool(f64::from(rate)) {
                *factor = 0.0;
            }
        }
        let mask: Vector = device().tensor_from_vec(mask, (n,));
        activations * mask
    } else {
        activations
    }
}

// right: a loop over places that keeps with probability 1 - rate, counting from a result of zeros
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    let mut random = random(seed);
    let keep = 1.0 - rate;
    let mut result: Vector = device().zeros_like(&activations);
    for i in 0..activations.shape().0 {
        if !training {
            result[[i]] = activations[[i]];
        } else if random.gen_range(0.0..1.0) < keep {
            result[[i]] = activations[[i]] / keep;
        }
    }
    result
}

// right: all draws are made first, in double precision, and zipped with the activations
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    match training {
        false => activations,
        true => {
            let n = activations.as_vec().len();
            let mut random = random(seed);
            let draws: Vec<f64> = std::iter::repeat_with(|| random.r#gen::<f64>()).take(n).collect();
            let scale = (1.0 - f64::from(rate)).recip();
            let numbers = draws.iter().zip(activations.as_vec());
            let numbers: Vec<f32> = numbers
                .map(|(draw, x)| match *draw >= f64::from(rate) {
                    true => (f64::from(x) * scale) as f32,
                    false => 0.0,
                })
                .collect();
            device().tensor_from_vec(numbers, (n,))
        }
    }
}

// wrong, mistake:not rescaled: the activations that are kept are not made larger
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| {
            if random.r#gen::<f32>() < rate {
                0.0
            } else {
                x
            }
        })
        .collect();
    device().tensor_from_vec(numbers, *activations.shape())
}

// wrong, mistake:multiplied: those that are kept are multiplied with 1 - rate and become smaller
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| {
            if random.r#gen::<f32>() < rate {
                0.0
            } else {
                x * (1.0 - rate)
            }
        })
        .collect();
    device().tensor_from_vec(numbers, *activations.shape())
}

// wrong: the flag is turned around: drops in evaluation and not in training
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if training {
        return activations;
    }
    let mut random = random(seed);
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| {
            if random.r#gen::<f32>() < rate {
                0.0
            } else {
                x / (1.0 - rate)
            }
        })
        .collect();
    device().tensor_from_vec(numbers, *activations.shape())
}

// wrong, not_random: the first ones are dropped, nothing is drawn
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    let _ = seed;
    if !training {
        return activations;
    }
    let (n,) = *activations.shape();
    let dropped = (rate * n as f32).round() as usize;
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .enumerate()
        .map(|(i, x)| if i < dropped { 0.0 } else { x / (1.0 - rate) })
        .collect();
    device().tensor_from_vec(numbers, (n,))
}

// wrong: negative activations are never dropped
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| {
            if x > 0.0 && random.r#gen::<f32>() < rate {
                0.0
            } else {
                x / (1.0 - rate)
            }
        })
        .collect();
    device().tensor_from_vec(numbers, *activations.shape())
}

// wrong: a dropped activation becomes the mean of all of them, not zero
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let all = activations.as_vec();
    let mean = all.iter().sum::<f32>() / all.len() as f32;
    let mut random = random(seed);
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| {
            if random.r#gen::<f32>() < rate {
                mean
            } else {
                x / (1.0 - rate)
            }
        })
        .collect();
    device().tensor_from_vec(numbers, *activations.shape())
}

// wrong, mistake:as many each time: exactly the share `rate` of the places is drawn and dropped
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let n = activations.shape().0;
    let mut places: Vec<usize> = (0..n).collect();
    places.shuffle(&mut random(seed));
    let dropped = (rate * n as f32).round() as usize;
    let mut numbers: Vec<f32> = activations.as_vec().iter().map(|x| x / (1.0 - rate)).collect();
    for &place in &places[..dropped] {
        numbers[place] = 0.0;
    }
    device().tensor_from_vec(numbers, (n,))
}
