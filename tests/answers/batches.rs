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
