// right: shuffles the places of the examples and pushes what stands there into four lists
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let held_out = rows.len() * percent / 100;
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.shuffle(&mut random(seed));
    let mut result: Split = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (count, place) in order.into_iter().enumerate() {
        if count < held_out {
            result.2.push(rows[place].clone());
            result.3.push(labels[place]);
        } else {
            result.0.push(rows[place].clone());
            result.1.push(labels[place]);
        }
    }
    result
}

// right: shuffles rows and labels each with a generator of the same seed, which moves both alike; the validation set is the end
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let (mut rows, mut labels) = (rows, labels);
    rows.shuffle(&mut random(seed));
    labels.shuffle(&mut random(seed));
    let kept = rows.len() - rows.len() * percent / 100;
    let validation_rows = rows.split_off(kept);
    let validation_labels = labels.split_off(kept);
    (rows, labels, validation_rows, validation_labels)
}

// right: a Fisher-Yates shuffle by hand over both lists at once, and drain
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let (mut rows, mut labels) = (rows, labels);
    let mut random = random(seed);
    for last in (1..rows.len()).rev() {
        let other = random.gen_range(0..=last);
        rows.swap(last, other);
        labels.swap(last, other);
    }
    let cut = rows.len() * percent / 100;
    let validation_rows: Vec<Vec<f32>> = rows.drain(..cut).collect();
    let validation_labels: Vec<usize> = labels.drain(..cut).collect();
    (rows, labels, validation_rows, validation_labels)
}

// right: gives every example a random key and sorts by the keys
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let mut random = random(seed);
    let cut = rows.len() * percent / 100;
    let mut keyed: Vec<(u64, Vec<f32>, usize)> = rows
        .into_iter()
        .zip(labels)
        .map(|(row, label)| (random.gen_range(0..u64::MAX), row, label))
        .collect();
    keyed.sort_by_key(|example| example.0);
    let mut result: Split = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (place, (_, row, label)) in keyed.into_iter().enumerate() {
        let (to_rows, to_labels) = if place < cut {
            (&mut result.2, &mut result.3)
        } else {
            (&mut result.0, &mut result.1)
        };
        to_rows.push(row);
        to_labels.push(label);
    }
    result
}

// wrong, mistake:not_shuffled: nothing is shuffled: the validation set is simply the end of the data
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let _ = seed;
    let (mut rows, mut labels) = (rows, labels);
    let kept = rows.len() - rows.len() * percent / 100;
    let validation_rows = rows.split_off(kept);
    let validation_labels = labels.split_off(kept);
    (rows, labels, validation_rows, validation_labels)
}

// wrong: only the rows are shuffled, the labels stay where they were
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let (mut rows, mut labels) = (rows, labels);
    rows.shuffle(&mut random(seed));
    let cut = rows.len() * percent / 100;
    let training_rows = rows.split_off(cut);
    let training_labels = labels.split_off(cut);
    (training_rows, training_labels, rows, labels)
}

// wrong, mistake:labels_apart: rows and labels are shuffled one after the other with the same generator, so each gets an order of its own
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let (mut rows, mut labels) = (rows, labels);
    let mut random = random(seed);
    rows.shuffle(&mut random);
    labels.shuffle(&mut random);
    let cut = rows.len() * percent / 100;
    let training_rows = rows.split_off(cut);
    let training_labels = labels.split_off(cut);
    (training_rows, training_labels, rows, labels)
}

// wrong, mistake:percent_divided_first: percent / 100 is divided first, in whole numbers, and is 0 for everything below 100
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let cut = percent / 100 * rows.len();
    let mut pairs: Vec<(Vec<f32>, usize)> = rows.into_iter().zip(labels).collect();
    pairs.shuffle(&mut random(seed));
    let training = pairs.split_off(cut);
    let (validation_rows, validation_labels) = pairs.into_iter().unzip();
    let (training_rows, training_labels) = training.into_iter().unzip();
    (training_rows, training_labels, validation_rows, validation_labels)
}

// wrong, rows_repeated: draws with replacement, so some examples come twice and others never
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let cut = rows.len() * percent / 100;
    let mut random = random(seed);
    let mut result: Split = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for count in 0..rows.len() {
        let place = random.gen_range(0..rows.len());
        if count < cut {
            result.2.push(rows[place].clone());
            result.3.push(labels[place]);
        } else {
            result.0.push(rows[place].clone());
            result.1.push(labels[place]);
        }
    }
    result
}

// wrong: the data are cut first and each part is shuffled on its own, so the validation set is always the beginning
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let cut = rows.len() * percent / 100;
    let mut random = random(seed);
    let mut pairs: Vec<(Vec<f32>, usize)> = rows.into_iter().zip(labels).collect();
    let mut training = pairs.split_off(cut);
    pairs.shuffle(&mut random);
    training.shuffle(&mut random);
    let (validation_rows, validation_labels) = pairs.into_iter().unzip();
    let (training_rows, training_labels) = training.into_iter().unzip();
    (training_rows, training_labels, validation_rows, validation_labels)
}

// wrong, rows_lost: the example at the cut is lost: the training set begins one place too late
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let cut = rows.len() * percent / 100;
    let mut pairs: Vec<(Vec<f32>, usize)> = rows.into_iter().zip(labels).collect();
    pairs.shuffle(&mut random(seed));
    let (validation_rows, validation_labels) = pairs.iter().take(cut).cloned().unzip();
    let (training_rows, training_labels) = pairs.iter().skip(cut + 1).cloned().unzip();
    (training_rows, training_labels, validation_rows, validation_labels)
}

// wrong, rows_not_shuffled: the list is only rotated by a random amount, so neighbours stay neighbours
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let cut = rows.len() * percent / 100;
    let mut pairs: Vec<(Vec<f32>, usize)> = rows.into_iter().zip(labels).collect();
    if !pairs.is_empty() {
        let by = random(seed).gen_range(0..pairs.len());
        pairs.rotate_left(by);
    }
    let training = pairs.split_off(cut);
    let (validation_rows, validation_labels) = pairs.into_iter().unzip();
    let (training_rows, training_labels) = training.into_iter().unzip();
    (training_rows, training_labels, validation_rows, validation_labels)
}

// wrong, nondeterministic: the clock is mixed into the seed, so the same seed gives another split each time
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let cut = rows.len() * percent / 100;
    let mut pairs: Vec<(Vec<f32>, usize)> = rows.into_iter().zip(labels).collect();
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |time| time.as_nanos() as u64);
    pairs.shuffle(&mut random(seed ^ now));
    let training = pairs.split_off(cut);
    let (validation_rows, validation_labels) = pairs.into_iter().unzip();
    let (training_rows, training_labels) = training.into_iter().unzip();
    (training_rows, training_labels, validation_rows, validation_labels)
}

// wrong, mistake:rest_divided_first: the share of the training set is divided first, in whole numbers, and is 0 for all but 0 percent
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.shuffle(&mut random(seed));
    let n = rows.len() - rows.len() * ((100 - percent) / 100);
    let (v, t) = order.split_at(n);
    let x = |p: &[usize]| p.iter().map(|&i| rows[i].clone()).collect();
    let y = |p: &[usize]| p.iter().map(|&i| labels[i]).collect();
    (x(t), y(t), x(v), y(v))
}

// wrong, mistake:nothing_aside: the number of rows is divided by 100 first, in whole numbers
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.shuffle(&mut random(seed));
    let n = rows.len() / 100 * percent;
    let (v, t) = order.split_at(n);
    let x = |p: &[usize]| p.iter().map(|&i| rows[i].clone()).collect();
    let y = |p: &[usize]| p.iter().map(|&i| labels[i]).collect();
    (x(t), y(t), x(v), y(v))
}
