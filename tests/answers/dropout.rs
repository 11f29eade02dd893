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
            let draws: Vec<f64> = std::iter::repeat_with(|| random.r#gen::<f64>())
                .take(n)
                .collect();
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
        .map(|x| if random.r#gen::<f32>() < rate { 0.0 } else { x })
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
    let mut numbers: Vec<f32> = activations
        .as_vec()
        .iter()
        .map(|x| x / (1.0 - rate))
        .collect();
    for &place in &places[..dropped] {
        numbers[place] = 0.0;
    }
    device().tensor_from_vec(numbers, (n,))
}

// right: a mask of 0 and 1 / (1 - rate), and one product
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let kept = 1.0 - rate;
    let mask: Vec<f32> = (0..activations.shape().0)
        .map(|_| {
            if random.r#gen::<f32>() < kept {
                1.0 / kept
            } else {
                0.0
            }
        })
        .collect();
    let shape = *activations.shape();
    activations * device().tensor_from_vec(mask, shape)
}

// right: every number is rescaled first, then some are dropped, by gen_bool
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training || rate == 0.0 {
        return activations;
    }
    let mut random = random(seed);
    let mut scaled = activations / (1.0 - rate);
    for i in 0..scaled.shape().0 {
        if random.gen_bool(f64::from(rate)) {
            scaled[[i]] = 0.0;
        }
    }
    scaled
}

// right: the draws come from the back to the front
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    let rate = if training { rate } else { 0.0 };
    let mut random = random(seed);
    let shape = *activations.shape();
    let mut numbers = activations.as_vec();
    for x in numbers.iter_mut().rev() {
        *x = match random.r#gen::<f32>() {
            draw if draw < rate => 0.0,
            _ => *x / (1.0 - rate),
        };
    }
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:divided by the rate: those that are kept are divided by the rate
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training || rate == 0.0 {
        return activations;
    }
    let mut random = random(seed);
    let shape = *activations.shape();
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| {
            if random.r#gen::<f32>() < rate {
                0.0
            } else {
                x / rate
            }
        })
        .collect();
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:not rescaled: dropout as it was before it was inverted: rescaled in evaluation, not in training
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations * (1.0 - rate);
    }
    let mut random = random(seed);
    let shape = *activations.shape();
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| if random.r#gen::<f32>() < rate { 0.0 } else { x })
        .collect();
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:drawn once: the generator is made anew for each activation, so all are dropped or none
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let shape = *activations.shape();
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| {
            let mut random = random(seed);
            if random.r#gen::<f32>() < rate {
                0.0
            } else {
                x / (1.0 - rate)
            }
        })
        .collect();
    device().tensor_from_vec(numbers, shape)
}

// wrong, not_random: the first ones are dropped, as many as the rate says
pub fn dropout(activations: Vector, rate: f32, training: bool, _seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let shape = *activations.shape();
    let mut numbers = activations.as_vec();
    let dropped = (rate * numbers.len() as f32).round() as usize;
    for (i, x) in numbers.iter_mut().enumerate() {
        *x = if i < dropped { 0.0 } else { *x / (1.0 - rate) };
    }
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:seed ignored: the seed is not used
pub fn dropout(activations: Vector, rate: f32, training: bool, _seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(42);
    let shape = *activations.shape();
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
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:multiplied by 1 + rate: rescaled by 1 + rate
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let shape = *activations.shape();
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| {
            if random.r#gen::<f32>() < rate {
                0.0
            } else {
                x * (1.0 + rate)
            }
        })
        .collect();
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:swapped: the comparison is the other way round, so those below the rate are kept
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let shape = *activations.shape();
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| {
            if random.r#gen::<f32>() > rate {
                0.0
            } else {
                x / (1.0 - rate)
            }
        })
        .collect();
    device().tensor_from_vec(numbers, shape)
}

// wrong, share_of_zeros: an activation is replaced by a random number times itself
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let shape = *activations.shape();
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| x * random.r#gen::<f32>() / (1.0 - rate))
        .collect();
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:never dropped: training and evaluation are exchanged
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if training {
        return activations;
    }
    let mut random = random(seed);
    let shape = *activations.shape();
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
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:divided by the root: divided by the root of 1 - rate
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let shape = *activations.shape();
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| {
            if random.r#gen::<f32>() < rate {
                0.0
            } else {
                x / (1.0 - rate).sqrt()
            }
        })
        .collect();
    device().tensor_from_vec(numbers, shape)
}

// wrong, not_random: two neighbours share one draw
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let shape = *activations.shape();
    let mut numbers = activations.as_vec();
    for pair in numbers.chunks_mut(2) {
        let is_dropped = random.r#gen::<f32>() < rate;
        for x in pair {
            *x = if is_dropped { 0.0 } else { *x / (1.0 - rate) };
        }
    }
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:rescaled only: everything is rescaled, nothing dropped
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let shape = *activations.shape();
    let _ = (&mut random, shape);
    activations / (1.0 - rate)
}

// wrong, share_of_zeros: what is dropped becomes the mean of the activations
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let shape = *activations.shape();
    let numbers = activations.as_vec();
    let mean = numbers.iter().sum::<f32>() / numbers.len() as f32;
    let numbers: Vec<f32> = numbers
        .into_iter()
        .map(|x| {
            if random.r#gen::<f32>() < rate {
                mean
            } else {
                x
            }
        })
        .collect();
    device().tensor_from_vec(numbers, shape)
}

// wrong, mistake:enlarged in evaluation: right in training, but evaluation rescales too
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations / (1.0 - rate);
    }
    let mut random = random(seed);
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| match random.r#gen::<f32>() < rate {
            true => 0.0,
            false => x / (1.0 - rate),
        })
        .collect();
    device().tensor_from_vec(numbers, *activations.shape())
}

// wrong, mistake:swapped: keeps with the probability `rate`
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let mut numbers = activations.as_vec();
    for x in &mut numbers {
        if random.r#gen::<f32>() < rate {
            *x /= 1.0 - rate;
        } else {
            *x = 0.0;
        }
    }
    device().tensor_from_vec(numbers, *activations.shape())
}

// wrong, mistake:drawn once: a new generator for every activation, so all are dropped or none
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| {
            let mut random = random(seed);
            if random.r#gen::<f32>() < rate {
                0.0
            } else {
                x / (1.0 - rate)
            }
        })
        .collect();
    device().tensor_from_vec(numbers, *activations.shape())
}

// wrong: `training` is taken the wrong way round
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if training {
        return activations;
    }
    let mut random = random(seed);
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| match random.r#gen::<f32>() < rate {
            true => 0.0,
            false => x / (1.0 - rate),
        })
        .collect();
    device().tensor_from_vec(numbers, *activations.shape())
}

// wrong, mistake:not rescaled: the dropout of the first paper: as they are in training, times 1 - rate in evaluation
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations * (1.0 - rate);
    }
    let mut random = random(seed);
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| if random.r#gen::<f32>() < rate { 0.0 } else { x })
        .collect();
    device().tensor_from_vec(numbers, *activations.shape())
}

// wrong, mistake:seed ignored: a fixed seed, so the same ones are dropped every time
pub fn dropout(activations: Vector, rate: f32, training: bool, _seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(42);
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| match random.r#gen::<f32>() < rate {
            true => 0.0,
            false => x / (1.0 - rate),
        })
        .collect();
    device().tensor_from_vec(numbers, *activations.shape())
}

// wrong, mistake:multiplied: those that are kept are multiplied by 1 - rate, not divided
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let numbers: Vec<f32> = activations
        .as_vec()
        .into_iter()
        .map(|x| match random.r#gen::<f32>() < rate {
            true => 0.0,
            false => x * (1.0 - rate),
        })
        .collect();
    device().tensor_from_vec(numbers, *activations.shape())
}

// wrong, mistake:rescaled by what was kept: rescaled by how many were in fact kept, not by the probability
pub fn dropout(activations: Vector, rate: f32, training: bool, seed: u64) -> Vector {
    if !training {
        return activations;
    }
    let mut random = random(seed);
    let numbers = activations.as_vec();
    let kept: Vec<bool> = numbers
        .iter()
        .map(|_| random.r#gen::<f32>() >= rate)
        .collect();
    let count = kept.iter().filter(|&&kept| kept).count().max(1);
    let scale = numbers.len() as f32 / count as f32;
    let numbers: Vec<f32> = numbers
        .iter()
        .zip(kept)
        .map(|(x, kept)| if kept { x * scale } else { 0.0 })
        .collect();
    device().tensor_from_vec(numbers, *activations.shape())
}
