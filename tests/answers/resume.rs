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
