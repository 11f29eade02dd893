// right: the checkpoint is a text of whole numbers, five lines; the places of a batch are cut out by hand
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let bits = |numbers: &[f32]| -> String {
        let words: Vec<String> = numbers.iter().map(|x| x.to_bits().to_string()).collect();
        words.join(" ")
    };
    let order: Vec<String> = checkpoint.order.iter().map(ToString::to_string).collect();
    [
        checkpoint.step.to_string(),
        bits(&checkpoint.weights),
        bits(&checkpoint.velocity),
        order.join(" "),
        checkpoint.random.to_string(),
    ]
    .join("\n")
    .into_bytes()
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let text = String::from_utf8(bytes.to_vec()).expect("a checkpoint is text");
    let lines: Vec<&str> = text.split('\n').collect();
    let floats = |line: &str| -> Vec<f32> {
        let words = line.split_whitespace();
        words.map(|bits| f32::from_bits(bits.parse().unwrap())).collect()
    };
    let order = lines[3].split_whitespace();
    Checkpoint {
        step: lines[0].parse().unwrap(),
        weights: floats(lines[1]),
        velocity: floats(lines[2]),
        order: order.map(|place| place.parse().unwrap()).collect(),
        random: lines[4].parse().unwrap(),
    }
}

pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let n = points.len();
    let batches = (n + batch - 1) / batch;
    let mut now = store::load("checkpoint").map_or_else(
        || Checkpoint {
            step: 0,
            weights: vec![0.0, 0.0],
            velocity: vec![0.0, 0.0],
            order: (0..n).collect(),
            random: seed,
        },
        |bytes| from_bytes(&bytes),
    );
    for step in now.step..steps {
        let at = step % batches;
        if at == 0 {
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order[at * batch..n.min((at + 1) * batch)].to_vec();
        let loss = momentum_step(&points, &places, &mut now.weights, &mut now.velocity);
        report::metric("loss", step, loss);
        now.step = step + 1;
        store::save("checkpoint", &to_bytes(&now));
    }
    now.weights
}

// right: lists with their lengths before them, big end first, read by a helper; saves after every fourth step and after the last
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let mut bytes = Vec::new();
    put(&mut bytes, checkpoint.step as u64);
    for list in [&checkpoint.weights, &checkpoint.velocity] {
        put(&mut bytes, list.len() as u64);
        for x in list {
            put(&mut bytes, x.to_bits() as u64);
        }
    }
    put(&mut bytes, checkpoint.order.len() as u64);
    for &place in &checkpoint.order {
        put(&mut bytes, place as u64);
    }
    put(&mut bytes, checkpoint.random);
    bytes
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let mut rest = bytes;
    let step = take(&mut rest) as usize;
    let mut lists = Vec::new();
    for _ in 0..2 {
        let length = take(&mut rest);
        let mut list = Vec::new();
        for _ in 0..length {
            list.push(f32::from_bits(take(&mut rest) as u32));
        }
        lists.push(list);
    }
    let length = take(&mut rest);
    let order = (0..length).map(|_| take(&mut rest) as usize).collect();
    let random = take(&mut rest);
    let velocity = lists.pop().unwrap_or_default();
    let weights = lists.pop().unwrap_or_default();
    Checkpoint {
        step,
        weights,
        velocity,
        order,
        random,
    }
}

pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = match store::load("checkpoint") {
        Some(bytes) => from_bytes(&bytes),
        None => Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        },
    };
    let batches = points.len().div_ceil(batch);
    while now.step < steps {
        let at = now.step % batches;
        if at == 0 {
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
        if now.step % 4 == 0 || now.step == steps {
            store::save("checkpoint", &to_bytes(&now));
        }
    }
    now.weights
}

fn put(bytes: &mut Vec<u8>, number: u64) {
    bytes.extend_from_slice(&number.to_be_bytes());
}

fn take(bytes: &mut &[u8]) -> u64 {
    let all: &[u8] = *bytes;
    let (first, rest) = all.split_at(8);
    *bytes = rest;
    u64::from_be_bytes(first.try_into().unwrap())
}

// right: saves the state from the beginning too, before the first step, and tracks the place in the epoch with its own variables
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend(checkpoint.random.to_le_bytes());
    bytes.extend((checkpoint.step as u64).to_le_bytes());
    for i in 0..2 {
        bytes.extend(checkpoint.weights[i].to_le_bytes());
        bytes.extend(checkpoint.velocity[i].to_le_bytes());
    }
    for place in &checkpoint.order {
        bytes.extend((*place as u32).to_le_bytes());
    }
    bytes
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let long = |at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().unwrap());
    let float = |at: usize| f32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    let places = bytes[32..].chunks(4);
    Checkpoint {
        random: long(0),
        step: long(8) as usize,
        weights: vec![float(16), float(24)],
        velocity: vec![float(20), float(28)],
        order: places
            .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]) as usize)
            .collect(),
    }
}

pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let saved = store::load("checkpoint").unwrap_or_else(|| {
        let start = to_bytes(&Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        });
        store::save("checkpoint", &start);
        start
    });
    let Checkpoint {
        mut step,
        mut weights,
        mut velocity,
        mut order,
        mut random,
    } = from_bytes(&saved);
    let batches = points.len().div_ceil(batch);
    while step < steps {
        if step % batches == 0 {
            shuffle(&mut order, &mut random);
        }
        let begin = step % batches * batch;
        let end = order.len().min(begin + batch);
        let loss = momentum_step(&points, &order[begin..end], &mut weights, &mut velocity);
        report::metric("loss", step, loss);
        step += 1;
        let now = Checkpoint {
            step,
            weights,
            velocity,
            order,
            random,
        };
        store::save("checkpoint", &to_bytes(&now));
        Checkpoint {
            weights,
            velocity,
            order,
            ..
        } = now;
    }
    weights
}

// right: a text, in which Rust writes as many places of a number as it needs to be read back
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let Checkpoint {
        step,
        weights,
        velocity,
        order,
        random,
    } = checkpoint;
    let floats = |of: &[f32]| of.iter().map(f32::to_string).collect::<Vec<_>>().join(",");
    let places: Vec<String> = order.iter().map(usize::to_string).collect();
    let lines = [
        step.to_string(),
        random.to_string(),
        floats(weights),
        floats(velocity),
        places.join(","),
    ];
    lines.join("\n").into_bytes()
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let lines: Vec<&str> = text.split('\n').collect();
    let floats = |line: &str| line.split(',').filter_map(|x| x.parse().ok()).collect();
    Checkpoint {
        step: lines[0].parse().unwrap(),
        random: lines[1].parse().unwrap(),
        weights: floats(lines[2]),
        velocity: floats(lines[3]),
        order: lines[4].split(',').filter_map(|x| x.parse().ok()).collect(),
    }
}

// right: every field has its own width in bytes, and the order begins with its length
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let mut bytes = (checkpoint.step as u32).to_be_bytes().to_vec();
    bytes.extend((checkpoint.order.len() as u32).to_be_bytes());
    for &place in &checkpoint.order {
        bytes.extend((place as u32).to_be_bytes());
    }
    for x in checkpoint.velocity.iter().chain(&checkpoint.weights) {
        bytes.extend(x.to_be_bytes());
    }
    bytes.extend(checkpoint.random.to_be_bytes());
    bytes
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let word = |at: usize| -> [u8; 4] { bytes[4 * at..4 * at + 4].try_into().unwrap() };
    let count = u32::from_be_bytes(word(1)) as usize;
    let float = |at: usize| f32::from_be_bytes(word(2 + count + at));
    let random = bytes[bytes.len() - 8..].try_into().unwrap();
    Checkpoint {
        step: u32::from_be_bytes(word(0)) as usize,
        order: (0..count)
            .map(|at| u32::from_be_bytes(word(2 + at)) as usize)
            .collect(),
        velocity: vec![float(0), float(1)],
        weights: vec![float(2), float(3)],
        random: u64::from_be_bytes(random),
    }
}

// right: saved before the step, every other step, and after the last one
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = match store::load("checkpoint") {
        Some(bytes) => from_bytes(&bytes),
        None => Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        },
    };
    let batches = points.len().div_ceil(batch);
    while now.step < steps {
        if now.step % 2 == 0 {
            store::save("checkpoint", &to_bytes(&now));
        }
        let at = now.step % batches;
        if at == 0 {
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
    }
    now.weights
}

// right: a loop over the steps that are left, by epochs
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let fresh = || Checkpoint {
        step: 0,
        weights: vec![0.0, 0.0],
        velocity: vec![0.0, 0.0],
        order: (0..points.len()).collect(),
        random: seed,
    };
    let saved = store::load("checkpoint");
    let mut now = saved.as_deref().map_or_else(fresh, from_bytes);
    let batches = points.len().div_ceil(batch);
    for step in now.step..steps {
        if step.is_multiple_of(batches) {
            shuffle(&mut now.order, &mut now.random);
        }
        let begin = step % batches * batch;
        let end = points.len().min(begin + batch);
        let places = now.order[begin..end].to_vec();
        let loss = momentum_step(&points, &places, &mut now.weights, &mut now.velocity);
        report::metric("loss", step, loss);
        now.step = step + 1;
        store::save("checkpoint", &to_bytes(&now));
    }
    now.weights
}

// wrong, mistake:six decimals: a text with six places after the point
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let Checkpoint {
        step,
        weights,
        velocity,
        order,
        random,
    } = checkpoint;
    let floats = |of: &[f32]| {
        of.iter()
            .map(|x| format!("{x:.6}"))
            .collect::<Vec<_>>()
            .join(",")
    };
    let places: Vec<String> = order.iter().map(usize::to_string).collect();
    let lines = [
        step.to_string(),
        random.to_string(),
        floats(weights),
        floats(velocity),
        places.join(","),
    ];
    lines.join("\n").into_bytes()
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let lines: Vec<&str> = text.split('\n').collect();
    let floats = |line: &str| line.split(',').filter_map(|x| x.parse().ok()).collect();
    Checkpoint {
        step: lines[0].parse().unwrap(),
        random: lines[1].parse().unwrap(),
        weights: floats(lines[2]),
        velocity: floats(lines[3]),
        order: lines[4].split(',').filter_map(|x| x.parse().ok()).collect(),
    }
}

// wrong, mistake:half of the random state: the random number is cut to 32 bits
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let now = checkpoint;
    let float = |&x: &f32| u64::from(x.to_bits());
    let mut numbers = vec![now.step as u64, u64::from(now.random as u32)];
    numbers.extend(now.weights.iter().map(float));
    numbers.extend(now.velocity.iter().map(float));
    numbers.extend(now.order.iter().map(|&at| at as u64));
    numbers.into_iter().flat_map(u64::to_le_bytes).collect()
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let n: Vec<u64> = bytes
        .chunks_exact(8)
        .map(|chunk| u64::from_le_bytes(chunk.try_into().unwrap()))
        .collect();
    let back = |n: u64| f32::from_bits(n as u32);
    Checkpoint {
        step: n[0] as usize,
        random: n[1],
        weights: n[2..4].iter().map(|&n| back(n)).collect(),
        velocity: n[4..6].iter().map(|&n| back(n)).collect(),
        order: n[6..].iter().map(|&at| at as usize).collect(),
    }
}

// wrong, mistake:a byte for a place: places have one byte
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let now = checkpoint;
    let float = |&x: &f32| u64::from(x.to_bits());
    let mut numbers = vec![now.step as u64, now.random];
    numbers.extend(now.weights.iter().map(float));
    numbers.extend(now.velocity.iter().map(float));
    numbers.extend(now.order.iter().map(|&at| u64::from(at as u8)));
    numbers.into_iter().flat_map(u64::to_le_bytes).collect()
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let n: Vec<u64> = bytes
        .chunks_exact(8)
        .map(|chunk| u64::from_le_bytes(chunk.try_into().unwrap()))
        .collect();
    let back = |n: u64| f32::from_bits(n as u32);
    Checkpoint {
        step: n[0] as usize,
        random: n[1],
        weights: n[2..4].iter().map(|&n| back(n)).collect(),
        velocity: n[4..6].iter().map(|&n| back(n)).collect(),
        order: n[6..].iter().map(|&at| at as usize).collect(),
    }
}

// wrong, mistake:long whole numbers: the numbers are rounded towards 0 and not taken by their bits
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let now = checkpoint;
    let float = |&x: &f32| x as i64 as u64;
    let mut numbers = vec![now.step as u64, now.random];
    numbers.extend(now.weights.iter().map(float));
    numbers.extend(now.velocity.iter().map(float));
    numbers.extend(now.order.iter().map(|&at| at as u64));
    numbers.into_iter().flat_map(u64::to_le_bytes).collect()
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let n: Vec<u64> = bytes
        .chunks_exact(8)
        .map(|chunk| u64::from_le_bytes(chunk.try_into().unwrap()))
        .collect();
    let back = |n: u64| n as i64 as f32;
    Checkpoint {
        step: n[0] as usize,
        random: n[1],
        weights: n[2..4].iter().map(|&n| back(n)).collect(),
        velocity: n[4..6].iter().map(|&n| back(n)).collect(),
        order: n[6..].iter().map(|&at| at as usize).collect(),
    }
}

// wrong, mistake:velocity lost: the velocity is not saved
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let now = checkpoint;
    let float = |&x: &f32| u64::from(x.to_bits());
    let mut numbers = vec![now.step as u64, now.random];
    numbers.extend(now.weights.iter().map(float));
    numbers.extend(vec![0.0_f32; 2].iter().map(float));
    numbers.extend(now.order.iter().map(|&at| at as u64));
    numbers.into_iter().flat_map(u64::to_le_bytes).collect()
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let n: Vec<u64> = bytes
        .chunks_exact(8)
        .map(|chunk| u64::from_le_bytes(chunk.try_into().unwrap()))
        .collect();
    let back = |n: u64| f32::from_bits(n as u32);
    Checkpoint {
        step: n[0] as usize,
        random: n[1],
        weights: n[2..4].iter().map(|&n| back(n)).collect(),
        velocity: n[4..6].iter().map(|&n| back(n)).collect(),
        order: n[6..].iter().map(|&at| at as usize).collect(),
    }
}

// wrong, ignored: the weights are saved twice, and no velocity
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let now = checkpoint;
    let float = |&x: &f32| u64::from(x.to_bits());
    let mut numbers = vec![now.step as u64, now.random];
    numbers.extend(now.weights.iter().map(float));
    numbers.extend(now.weights.iter().map(float));
    numbers.extend(now.order.iter().map(|&at| at as u64));
    numbers.into_iter().flat_map(u64::to_le_bytes).collect()
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let n: Vec<u64> = bytes
        .chunks_exact(8)
        .map(|chunk| u64::from_le_bytes(chunk.try_into().unwrap()))
        .collect();
    let back = |n: u64| f32::from_bits(n as u32);
    Checkpoint {
        step: n[0] as usize,
        random: n[1],
        weights: n[2..4].iter().map(|&n| back(n)).collect(),
        velocity: n[4..6].iter().map(|&n| back(n)).collect(),
        order: n[6..].iter().map(|&at| at as usize).collect(),
    }
}

// wrong, mistake:random state as a short float: all numbers are made f32, in which a u64 has no room
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let now = checkpoint;
    let mut numbers = vec![now.step as f32, now.random as f32];
    numbers.extend(now.weights.iter().chain(&now.velocity));
    numbers.extend(now.order.iter().map(|&at| at as f32));
    numbers.into_iter().flat_map(f32::to_le_bytes).collect()
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let n: Vec<f32> = bytes
        .chunks_exact(4)
        .map(|chunk| f32::from_le_bytes(chunk.try_into().unwrap()))
        .collect();
    Checkpoint {
        step: n[0] as usize,
        random: n[1] as u64,
        weights: n[2..4].to_vec(),
        velocity: n[4..6].to_vec(),
        order: n[6..].iter().map(|&at| at as usize).collect(),
    }
}

// wrong, rows: the order begins one place too late
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let now = checkpoint;
    let float = |&x: &f32| u64::from(x.to_bits());
    let mut numbers = vec![now.step as u64, now.random];
    numbers.extend(now.weights.iter().map(float));
    numbers.extend(now.velocity.iter().map(float));
    numbers.extend(now.order.iter().map(|&at| at as u64));
    numbers.into_iter().flat_map(u64::to_le_bytes).collect()
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let n: Vec<u64> = bytes
        .chunks_exact(8)
        .map(|chunk| u64::from_le_bytes(chunk.try_into().unwrap()))
        .collect();
    let back = |n: u64| f32::from_bits(n as u32);
    Checkpoint {
        step: n[0] as usize,
        random: n[1],
        weights: n[2..4].iter().map(|&n| back(n)).collect(),
        velocity: n[4..6].iter().map(|&n| back(n)).collect(),
        order: n[7..].iter().map(|&at| at as usize).collect(),
    }
}

// wrong, exchanged: weights and velocity come back exchanged
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let now = checkpoint;
    let float = |&x: &f32| u64::from(x.to_bits());
    let mut numbers = vec![now.step as u64, now.random];
    numbers.extend(now.weights.iter().map(float));
    numbers.extend(now.velocity.iter().map(float));
    numbers.extend(now.order.iter().map(|&at| at as u64));
    numbers.into_iter().flat_map(u64::to_le_bytes).collect()
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let n: Vec<u64> = bytes
        .chunks_exact(8)
        .map(|chunk| u64::from_le_bytes(chunk.try_into().unwrap()))
        .collect();
    let back = |n: u64| f32::from_bits(n as u32);
    Checkpoint {
        step: n[0] as usize,
        random: n[1],
        weights: n[4..6].iter().map(|&n| back(n)).collect(),
        velocity: n[2..4].iter().map(|&n| back(n)).collect(),
        order: n[6..].iter().map(|&at| at as usize).collect(),
    }
}

// wrong, mistake:random state lost: the random number begins anew
pub fn to_bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let now = checkpoint;
    let float = |&x: &f32| u64::from(x.to_bits());
    let mut numbers = vec![now.step as u64, now.random];
    numbers.extend(now.weights.iter().map(float));
    numbers.extend(now.velocity.iter().map(float));
    numbers.extend(now.order.iter().map(|&at| at as u64));
    numbers.into_iter().flat_map(u64::to_le_bytes).collect()
}

pub fn from_bytes(bytes: &[u8]) -> Checkpoint {
    let n: Vec<u64> = bytes
        .chunks_exact(8)
        .map(|chunk| u64::from_le_bytes(chunk.try_into().unwrap()))
        .collect();
    let back = |n: u64| f32::from_bits(n as u32);
    Checkpoint {
        step: n[0] as usize,
        random: 0,
        weights: n[2..4].iter().map(|&n| back(n)).collect(),
        velocity: n[4..6].iter().map(|&n| back(n)).collect(),
        order: n[6..].iter().map(|&at| at as usize).collect(),
    }
}

// wrong, began_again: nothing is ever loaded
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = Checkpoint {
        step: 0,
        weights: vec![0.0; 2],
        velocity: vec![0.0; 2],
        order: (0..points.len()).collect(),
        random: seed,
    };
    let batches = points.len().div_ceil(batch);
    while now.step < steps {
        let at = now.step % batches;
        if at == 0 {
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
        store::save("checkpoint", &to_bytes(&now));
    }
    now.weights
}

// wrong, began_again: saved every 20 steps
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = match store::load("checkpoint") {
        Some(bytes) => from_bytes(&bytes),
        None => Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        },
    };
    let batches = points.len().div_ceil(batch);
    while now.step < steps {
        let at = now.step % batches;
        if at == 0 {
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
        if now.step % 20 == 0 {
            store::save("checkpoint", &to_bytes(&now));
        }
    }
    now.weights
}

// wrong, began_again: saved at the end of each epoch
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = match store::load("checkpoint") {
        Some(bytes) => from_bytes(&bytes),
        None => Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        },
    };
    let batches = points.len().div_ceil(batch);
    while now.step < steps {
        let at = now.step % batches;
        if at == 0 {
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
        if now.step % batches == 0 {
            store::save("checkpoint", &to_bytes(&now));
        }
    }
    now.weights
}

// wrong, mistake:step taken twice: saved before the step is counted
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = match store::load("checkpoint") {
        Some(bytes) => from_bytes(&bytes),
        None => Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        },
    };
    let batches = points.len().div_ceil(batch);
    while now.step < steps {
        let at = now.step % batches;
        if at == 0 {
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);

        store::save("checkpoint", &to_bytes(&now));
        now.step += 1;
    }
    now.weights
}

// wrong, mistake:shuffled afresh: each epoch shuffles the places in ascending order
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = match store::load("checkpoint") {
        Some(bytes) => from_bytes(&bytes),
        None => Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        },
    };
    let batches = points.len().div_ceil(batch);
    while now.step < steps {
        let at = now.step % batches;
        if at == 0 {
            now.order = (0..points.len()).collect();
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
        store::save("checkpoint", &to_bytes(&now));
    }
    now.weights
}

// wrong, mistake:shuffled at the start: a program that goes on shuffles first
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = match store::load("checkpoint") {
        Some(bytes) => from_bytes(&bytes),
        None => Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        },
    };
    let first = now.step;
    let batches = points.len().div_ceil(batch);
    while now.step < steps {
        let at = now.step % batches;
        if at == 0 || now.step == first {
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
        store::save("checkpoint", &to_bytes(&now));
    }
    now.weights
}

// wrong, panic: the last, smaller batch is left out
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = match store::load("checkpoint") {
        Some(bytes) => from_bytes(&bytes),
        None => Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        },
    };
    let batches = points.len() / batch;
    while now.step < steps {
        let at = now.step % batches;
        if at == 0 {
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
        store::save("checkpoint", &to_bytes(&now));
    }
    now.weights
}

// wrong, mistake:shuffled in every step: every step shuffles
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = match store::load("checkpoint") {
        Some(bytes) => from_bytes(&bytes),
        None => Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        },
    };
    let batches = points.len().div_ceil(batch);
    while now.step < steps {
        let at = now.step % batches;
        if at < batches {
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
        store::save("checkpoint", &to_bytes(&now));
    }
    now.weights
}

// wrong, mistake:seed in every epoch: the seed again in each epoch
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = match store::load("checkpoint") {
        Some(bytes) => from_bytes(&bytes),
        None => Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        },
    };
    let batches = points.len().div_ceil(batch);
    while now.step < steps {
        let at = now.step % batches;
        if at == 0 {
            now.random = seed;
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
        store::save("checkpoint", &to_bytes(&now));
    }
    now.weights
}

// wrong, mistake:torn, the weights last: the step has a name of its own
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = match store::load("weights") {
        Some(bytes) => from_bytes(&bytes),
        None => Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        },
    };
    if let Some(bytes) = store::load("step") {
        now.step = usize::from_le_bytes(bytes[..].try_into().unwrap());
    }
    let batches = points.len().div_ceil(batch);
    while now.step < steps {
        let at = now.step % batches;
        if at == 0 {
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
        store::save("step", &now.step.to_le_bytes());
        store::save("weights", &to_bytes(&now));
    }
    now.weights
}

// wrong, began_again: a checkpoint is only saved when all is over
pub fn train(points: Vec<Vec<f32>>, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let mut now = match store::load("checkpoint") {
        Some(bytes) => from_bytes(&bytes),
        None => Checkpoint {
            step: 0,
            weights: vec![0.0; 2],
            velocity: vec![0.0; 2],
            order: (0..points.len()).collect(),
            random: seed,
        },
    };
    let batches = points.len().div_ceil(batch);
    while now.step < steps {
        let at = now.step % batches;
        if at == 0 {
            shuffle(&mut now.order, &mut now.random);
        }
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
    }
    store::save("checkpoint", &to_bytes(&now));
    now.weights
}
