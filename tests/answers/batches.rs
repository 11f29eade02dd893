// right: sorts the examples by random keys
pub fn cut(order: Vec<usize>, size: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = Vec::new();
    for number in order {
        match all.last_mut() {
            Some(last) if last.len() < size => last.push(number),
            _ => all.push(vec![number]),
        }
    }
    all
}

pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    let mut all = vec![];
    for _ in 0..epochs {
        let mut keyed: Vec<(u64, usize)> = (0..count).map(|i| (generator.r#gen(), i)).collect();
        keyed.sort();
        all.extend(cut(keyed.into_iter().map(|(_, i)| i).collect(), size));
    }
    all
}

// right: draws from the examples that are left
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    let mut all = vec![];
    for _ in 0..epochs {
        let mut left: Vec<usize> = (0..count).collect();
        let mut batch = vec![];
        while !left.is_empty() {
            let at = generator.gen_range(0..left.len());
            batch.push(left.swap_remove(at));
            if batch.len() == size {
                all.push(std::mem::take(&mut batch));
            }
        }
        if !batch.is_empty() {
            all.push(batch);
        }
    }
    all
}

pub fn pick(
    rows: Vec<Vec<f32>>,
    labels: Vec<usize>,
    batch: Vec<usize>,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    batch
        .into_iter()
        .fold((vec![], vec![]), |(mut x, mut y), i| {
            x.push(rows[i].to_vec());
            y.push(labels[i]);
            (x, y)
        })
}

// wrong, property: cuts first and shuffles the batches
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    let mut all = Vec::new();
    let mut epoch = cut((0..count).collect(), size);
    for _ in 0..epochs {
        epoch.shuffle(&mut generator);
        all.extend(epoch.clone());
    }
    all
}

// wrong, mistake:last batch missing: the loop stops before the last batch, even where it is full
pub fn cut(order: Vec<usize>, size: usize) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    while start + size < order.len() {
        all.push(order[start..start + size].to_vec());
        start += size;
    }
    all
}

// wrong, property: rotates the order by a random number instead of shuffling it
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    let mut order: Vec<usize> = (0..count).collect();
    let mut all = Vec::new();
    for _ in 0..epochs {
        if count > 0 {
            order.rotate_left(generator.gen_range(0..count));
        }
        all.extend(cut(order.clone(), size));
    }
    all
}

// wrong, mistake:nothing stays: a shuffle by Sattolo, after which no example is where it was
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    let mut all = Vec::new();
    for _ in 0..epochs {
        let mut order: Vec<usize> = (0..count).collect();
        for i in (1..count).rev() {
            order.swap(i, generator.gen_range(0..i));
        }
        all.extend(cut(order, size));
    }
    all
}

// wrong, property: shuffles before every second epoch only
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut all = Vec::new();
    let mut generator = random(seed);
    for epoch in 0..epochs {
        if epoch % 2 == 0 {
            order.shuffle(&mut generator);
        }
        all.extend(cut(order.clone(), size));
    }
    all
}

// right: splits off the front
pub fn cut(order: Vec<usize>, size: usize) -> Vec<Vec<usize>> {
    let mut rest = order;
    let mut parts = vec![];
    while rest.len() > size {
        let later = rest.split_off(size);
        parts.push(rest);
        rest = later;
    }
    if !rest.is_empty() {
        parts.push(rest);
    }
    parts
}

// right: the numbers are sorted by random keys
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    let mut all = vec![];
    for _ in 0..epochs {
        let mut keyed: Vec<(u64, usize)> = (0..count).map(|it| (generator.r#gen(), it)).collect();
        keyed.sort_unstable();
        all.extend(cut(
            keyed.into_iter().map(|(_, number)| number).collect(),
            size,
        ));
    }
    all
}

// right: drawn from a shrinking urn
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    (0..epochs)
        .flat_map(|_| {
            let mut urn: Vec<usize> = (0..count).collect();
            let mut order = vec![];
            while !urn.is_empty() {
                let place = generator.gen_range(0..urn.len());
                order.push(urn.remove(place));
            }
            cut(order, size)
        })
        .collect()
}

// right: two lists that grow
pub fn pick(
    rows: Vec<Vec<f32>>,
    labels: Vec<usize>,
    batch: Vec<usize>,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let (mut some_rows, mut some_labels) = (vec![], vec![]);
    for number in batch {
        some_labels.push(labels[number]);
        some_rows.push(rows[number].to_vec());
    }
    (some_rows, some_labels)
}

// wrong, mistake:last batch lost: what is left over is dropped
pub fn cut(order: Vec<usize>, size: usize) -> Vec<Vec<usize>> {
    order.chunks_exact(size).map(<[usize]>::to_vec).collect()
}

// wrong, mistake:filled up with the first: the last batch is filled up from the start
pub fn cut(order: Vec<usize>, size: usize) -> Vec<Vec<usize>> {
    let mut parts: Vec<Vec<usize>> = order.chunks(size).map(<[usize]>::to_vec).collect();
    if let Some(last) = parts.last_mut() {
        let gap = size - last.len();
        last.extend(order.iter().copied().cycle().take(gap));
    }
    parts
}

// wrong, mistake:number of batches: `size` is taken for the number of batches
pub fn cut(order: Vec<usize>, size: usize) -> Vec<Vec<usize>> {
    let length = order.len().div_ceil(size).max(1);
    order.chunks(length).map(<[usize]>::to_vec).collect()
}

// wrong, mistake:overlapping: windows that overlap
pub fn cut(order: Vec<usize>, size: usize) -> Vec<Vec<usize>> {
    order.windows(size).map(<[usize]>::to_vec).collect()
}

// wrong, mistake:joined to the last: what is left over is added to the last full batch
pub fn cut(order: Vec<usize>, size: usize) -> Vec<Vec<usize>> {
    let mut parts: Vec<Vec<usize>> = order.chunks(size).map(<[usize]>::to_vec).collect();
    if parts.len() > 1 && parts[parts.len() - 1].len() < size {
        let rest = parts.pop().unwrap_or_default();
        let last = parts.len() - 1;
        parts[last].extend(rest);
    }
    parts
}

// wrong, mistake:empty batch: an empty batch follows where nothing is left over
pub fn cut(order: Vec<usize>, size: usize) -> Vec<Vec<usize>> {
    let count = order.len() / size + 1;
    (0..count)
        .map(|i| order[i * size..order.len().min((i + 1) * size)].to_vec())
        .collect()
}

// wrong, mistake:same order: the generator is made anew in each epoch, and so is the order
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut all = vec![];
    for _ in 0..epochs {
        let mut order: Vec<usize> = (0..count).collect();
        order.shuffle(&mut random(seed));
        all.extend(cut(order, size));
    }
    all
}

// wrong, mistake:same order: the order is shuffled once for all epochs
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..count).collect();
    order.shuffle(&mut random(seed));
    let mut all = vec![];
    for _ in 0..epochs {
        all.extend(cut(order.clone(), size));
    }
    all
}

// wrong, mistake:cut in one go: what is left over is kept for the next epoch
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    let mut all = vec![];
    for _ in 0..epochs {
        let mut order: Vec<usize> = (0..count).collect();
        order.shuffle(&mut generator);
        all.extend(order);
    }
    cut(all, size)
}

// wrong, mistake:counted from 1: counted from 1
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    let mut order: Vec<usize> = (1..=count).collect();
    let mut all = vec![];
    for _ in 0..epochs {
        order.shuffle(&mut generator);
        all.extend(cut(order.clone(), size));
    }
    all
}

// wrong, property: the batches are shuffled, not the examples
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    let mut all = vec![];
    for _ in 0..epochs {
        let mut parts = cut((0..count).collect(), size);
        parts.shuffle(&mut generator);
        all.extend(parts);
    }
    all
}

// wrong, mistake:cut before the shuffle: shuffled within each batch only
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    let mut all = vec![];
    for _ in 0..epochs {
        for mut part in cut((0..count).collect(), size) {
            part.shuffle(&mut generator);
            all.push(part);
        }
    }
    all
}

// wrong, mistake:drawn again: drawn at random, so some come twice
pub fn batches(count: usize, size: usize, epochs: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    let mut all = vec![];
    for _ in 0..epochs {
        let order = (0..count).map(|_| generator.gen_range(0..count)).collect();
        all.extend(cut(order, size));
    }
    all
}

// wrong, mistake:seed ignored: the seed is not used
pub fn batches(count: usize, size: usize, epochs: usize, _seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(0);
    let mut order: Vec<usize> = (0..count).collect();
    let mut all = vec![];
    for _ in 0..epochs {
        order.shuffle(&mut generator);
        all.extend(cut(order.clone(), size));
    }
    all
}

// wrong, mistake:labels left behind: the labels are the first ones, not those of the numbers
pub fn pick(
    rows: Vec<Vec<f32>>,
    labels: Vec<usize>,
    batch: Vec<usize>,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let some_rows = batch.iter().map(|&number| rows[number].clone()).collect();
    let some_labels = (0..batch.len()).map(|place| labels[place]).collect();
    (some_rows, some_labels)
}

// wrong, mistake:in the order of the data: in the order of the data
pub fn pick(
    rows: Vec<Vec<f32>>,
    labels: Vec<usize>,
    batch: Vec<usize>,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    (0..rows.len())
        .filter(|number| batch.contains(number))
        .map(|number| (rows[number].clone(), labels[number]))
        .unzip()
}

// wrong, panic: counts the examples from 1
pub fn pick(
    rows: Vec<Vec<f32>>,
    labels: Vec<usize>,
    batch: Vec<usize>,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    batch
        .into_iter()
        .map(|number| (rows[number - 1].clone(), labels[number - 1]))
        .unzip()
}
