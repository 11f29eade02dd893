// right: in f64, column by column and back; copies found by comparison; validation before the test; the epochs all kept
pub fn parts(rows: Rows, labels: Vec<usize>, seed: u64) -> Vec<Vec<usize>> {
    let originals: Vec<usize> = (0..rows.len()).filter(|&at| !rows[..at].contains(&rows[at])).collect();
    let mut order = originals.clone();
    order.shuffle(&mut random(seed));
    let (mut training, mut validation, mut test) = (vec![], vec![], vec![]);
    for class in 0..classes(&labels) {
        let own: Vec<usize> = order.iter().copied().filter(|&at| labels[at] == class).collect();
        let share = usize::max(1, own.len() / 5);
        validation.extend_from_slice(&own[..share]);
        training.extend_from_slice(&own[share..own.len() - share]);
        test.extend_from_slice(&own[own.len() - share..]);
    }
    vec![training, validation, test]
}

pub fn prepare(rows: Rows, training: Vec<usize>) -> Vec<Vec<f32>> {
    let width = rows[0].len();
    let mut sums = vec![(0.0_f64, 0.0_f64); width];
    for &at in &training {
        for (sum, cell) in sums.iter_mut().zip(&rows[at]) {
            if let Some(x) = cell {
                *sum = (sum.0 + f64::from(*x), sum.1 + 1.0);
            }
        }
    }
    let means: Vec<f64> = sums.iter().map(|(sum, count)| sum / count).collect();
    let mut squares = vec![0.0_f64; width];
    for &at in &training {
        for column in 0..width {
            let off = rows[at][column].map_or(0.0, |x| f64::from(x) - means[column]);
            squares[column] += off * off;
        }
    }
    let deviations: Vec<f64> = squares.iter().zip(&sums).map(|(all, (_, count))| (all / count).sqrt()).collect();
    let cell = |column: usize, cell: Option<f32>| match cell {
        Some(x) if deviations[column] > 0.0 => ((f64::from(x) - means[column]) / deviations[column]) as f32,
        _ => 0.0,
    };
    rows.iter()
        .map(|row| row.iter().enumerate().map(|(column, &x)| cell(column, x)).collect())
        .collect()
}

pub fn train(
    rows: Vec<Vec<f32>>,
    labels: Vec<usize>,
    parts: Vec<Vec<usize>>,
    patience: usize,
) -> SmallNetwork {
    let [training, validation, _] = &parts[..] else {
        panic!("three parts");
    };
    let (x, y) = chosen(&rows, &labels, training);
    let (v, w) = chosen(&rows, &labels, validation);
    let mut all: Vec<(f32, SmallNetwork)> = vec![];
    let mut network = SmallNetwork::new(x[0].len(), labels.iter().max().unwrap() + 1);
    loop {
        let epoch = all.len() + 1;
        let learned = network.epoch(&x, &y);
        let loss = network.loss(&v, &w);
        report::metric("validation loss", epoch, loss);
        report::metric("loss", epoch, learned);
        all.push((loss, network.clone()));
        let best = (0..epoch).min_by(|&a, &b| all[a].0.total_cmp(&all[b].0)).unwrap();
        if epoch == EPOCHS || epoch - 1 - best >= patience {
            return all.swap_remove(best).1;
        }
    }
}

pub fn evaluate(
    rows: Rows,
    labels: Vec<usize>,
    parts: Vec<Vec<usize>>,
    patience: usize,
) -> Evaluation {
    let prepared = prepare(rows, parts[0].clone());
    let network = train(prepared.clone(), labels.clone(), parts.clone(), patience);
    let many = classes(&labels);
    let count = |class: usize| parts[0].iter().filter(|&&at| labels[at] == class).count();
    let usual = (0..many).fold(0, |best, class| if count(class) > count(best) { class } else { best });
    let mut found = Evaluation {
        matrix: vec![vec![0.0; many]; many],
        ..Default::default()
    };
    let each = 1.0 / parts[2].len() as f32;
    for &at in &parts[2] {
        let said = network.classes(&prepared[at..=at])[0];
        found.matrix[labels[at]][said] += 1.0;
        found.accuracy += if said == labels[at] { each } else { 0.0 };
        found.baseline += if usual == labels[at] { each } else { 0.0 };
    }
    found
}

// right: the last element of each class first, sorted parts, and a set of texts
pub fn parts(rows: Rows, labels: Vec<usize>, seed: u64) -> Vec<Vec<usize>> {
    let mut seen = std::collections::BTreeSet::new();
    let mut random = random(seed);
    let mut keys: Vec<(u64, usize)> = vec![];
    for at in 0..rows.len() {
        if seen.insert(format!("{:?}", rows[at])) {
            keys.push((random.r#gen(), at));
        }
    }
    keys.sort();
    let mut totals = vec![0; classes(&labels)];
    for (_, at) in &keys {
        totals[labels[*at]] += 1;
    }
    let mut given = vec![0; totals.len()];
    let mut parts = vec![vec![], vec![], vec![]];
    for (_, at) in keys {
        let class = labels[at];
        let fifth = if totals[class] < 10 { 1 } else { totals[class] / 5 };
        let part = if given[class] < fifth {
            2
        } else if given[class] < 2 * fifth {
            1
        } else {
            0
        };
        given[class] += 1;
        parts[part].push(at);
    }
    for part in &mut parts {
        part.sort();
    }
    parts
}

// wrong, mistake:copies: nothing is done about copies
pub fn parts(rows: Rows, labels: Vec<usize>, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    let mut parts = vec![Vec::new(); 3];
    for class in 0..classes(&labels) {
        let mut places: Vec<usize> = (0..rows.len()).filter(|&at| labels[at] == class).collect();
        places.shuffle(&mut random);
        let fifth = (places.len() / 5).max(1);
        parts[2] = [parts[2].clone(), places[..fifth].to_vec()].concat();
        parts[1] = [parts[1].clone(), places[fifth..2 * fifth].to_vec()].concat();
        parts[0] = [parts[0].clone(), places[2 * fifth..].to_vec()].concat();
    }
    parts
}

// wrong, mistake:all rows: mean and deviation of everything
pub fn prepare(rows: Rows, _training: Vec<usize>) -> Vec<Vec<f32>> {
    let mut prepared = vec![Vec::new(); rows.len()];
    for column in 0..rows[0].len() {
        let cells: Vec<f32> = rows.iter().filter_map(|row| row[column]).collect();
        let mean = cells.iter().sum::<f32>() / cells.len() as f32;
        let variance = cells.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / cells.len() as f32;
        for (row, new) in rows.iter().zip(&mut prepared) {
            let z = row[column].map_or(0.0, |x| (x - mean) / variance.sqrt());
            new.push(if variance > 0.0 { z } else { 0.0 });
        }
    }
    prepared
}

// wrong, mistake:the test part chooses: one number is wrong
pub fn train(
    rows: Vec<Vec<f32>>,
    labels: Vec<usize>,
    parts: Vec<Vec<usize>>,
    patience: usize,
) -> SmallNetwork {
    let (x, y) = chosen(&rows, &labels, &parts[TRAINING]);
    let (x_aside, y_aside) = chosen(&rows, &labels, &parts[TEST]);
    let mut network = SmallNetwork::new(rows[0].len(), classes(&labels));
    let mut best = network.clone();
    let (mut lowest, mut waited, mut epoch) = (f32::MAX, 0, 1);
    while waited < patience && epoch <= EPOCHS {
        report::metric("loss", epoch, network.epoch(&x, &y));
        let loss = network.loss(&x_aside, &y_aside);
        report::metric("validation loss", epoch, loss);
        waited += 1;
        if loss < lowest {
            best = network.clone();
            lowest = loss;
            waited = 0;
        }
        epoch += 1;
    }
    best
}

// wrong, mistake:baseline from the test part: the most frequent class of the rows that it is tested on
pub fn evaluate(
    rows: Rows,
    labels: Vec<usize>,
    parts: Vec<Vec<usize>>,
    patience: usize,
) -> Evaluation {
    let rows = prepare(rows, parts[TRAINING].clone());
    let network = train(rows.clone(), labels.clone(), parts.clone(), patience);
    let (x, y) = chosen(&rows, &labels, &parts[TEST]);
    let n = classes(&labels);
    let mut matrix = vec![vec![0.0; n]; n];
    for (label, said) in y.iter().zip(network.classes(&x)) {
        matrix[*label][said] += 1.0;
    }
    let right: f32 = (0..n).map(|class| matrix[class][class]).sum();
    let most = matrix.iter().map(|row| row.iter().sum::<f32>()).fold(0.0, f32::max);
    Evaluation {
        accuracy: right / y.len() as f32,
        baseline: most / y.len() as f32,
        matrix,
    }
}

// right: all places shuffled at once and dealt out by class; scales in f64; every network kept
pub fn parts(rows: Rows, labels: Vec<usize>, seed: u64) -> Vec<Vec<usize>> {
    let mut seen = HashSet::new();
    let mut kept: Vec<usize> = (0..rows.len()).filter(|&at| seen.insert(key(&rows[at]))).collect();
    kept.shuffle(&mut random(seed));
    let mut totals = vec![0; classes(&labels)];
    for &at in &kept {
        totals[labels[at]] += 1;
    }
    let mut so_far = vec![0; totals.len()];
    let mut parts = vec![Vec::new(); 3];
    for at in kept {
        let class = labels[at];
        let n = (totals[class] / 5).max(1);
        let part = match so_far[class] / n {
            0 => TEST,
            1 => VALIDATION,
            _ => TRAINING,
        };
        so_far[class] += 1;
        parts[part].push(at);
    }
    parts
}

pub fn prepare(rows: Rows, training: Vec<usize>) -> Vec<Vec<f32>> {
    let width = rows.first().map_or(0, Vec::len);
    let mut scales = Vec::new();
    for column in 0..width {
        let (mut n, mut sum, mut low, mut high) = (0.0_f64, 0.0_f64, f32::INFINITY, f32::NEG_INFINITY);
        for &at in &training {
            if let Some(cell) = rows[at][column] {
                n += 1.0;
                sum += f64::from(cell);
                low = low.min(cell);
                high = high.max(cell);
            }
        }
        let mean = sum / n;
        let mut squares = 0.0;
        for &at in &training {
            if let Some(cell) = rows[at][column] {
                squares += (f64::from(cell) - mean).powi(2);
            }
        }
        scales.push((low < high).then(|| (mean, (squares / n).sqrt())));
    }
    let cell = |cell: &Option<f32>, scale: &Option<(f64, f64)>| match (cell, scale) {
        (Some(cell), Some((mean, deviation))) => ((f64::from(*cell) - mean) / deviation) as f32,
        _ => 0.0,
    };
    rows.iter().map(|row| row.iter().zip(&scales).map(|(c, s)| cell(c, s)).collect()).collect()
}

pub fn train(rows: Vec<Vec<f32>>, labels: Vec<usize>, parts: Vec<Vec<usize>>, patience: usize) -> SmallNetwork {
    let (x, y) = chosen(&rows, &labels, &parts[TRAINING]);
    let (vx, vy) = chosen(&rows, &labels, &parts[VALIDATION]);
    let mut network = SmallNetwork::new(rows[0].len(), classes(&labels));
    let (mut all, mut losses, mut best) = (Vec::new(), Vec::<f32>::new(), 0);
    while all.len() < EPOCHS {
        report::metric("loss", all.len() + 1, network.epoch(&x, &y));
        let loss = network.loss(&vx, &vy);
        report::metric("validation loss", all.len() + 1, loss);
        all.push(network.clone());
        losses.push(loss);
        let now = losses.len() - 1;
        if loss < losses[best] {
            best = now;
        }
        if now - best >= patience {
            break;
        }
    }
    all.swap_remove(best)
}

// right: rows compared with every earlier one, a shuffle by hand, a tensor for each column, the diagonal of the matrix
pub fn parts(rows: Rows, labels: Vec<usize>, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    let mut result = vec![vec![], vec![], vec![]];
    for class in 0..classes(&labels) {
        let mut mine = Vec::new();
        for at in 0..rows.len() {
            if labels[at] == class && !rows[..at].contains(&rows[at]) {
                mine.push(at);
            }
        }
        for last in (1..mine.len()).rev() {
            let other = random.gen_range(0..=last);
            mine.swap(last, other);
        }
        let n = std::cmp::max(1, mine.len() / 5);
        for (i, at) in mine.into_iter().enumerate() {
            let part = if i < n { VALIDATION } else if i < 2 * n { TEST } else { TRAINING };
            result[part].push(at);
        }
    }
    for part in &mut result {
        part.sort();
    }
    result
}

pub fn prepare(rows: Rows, training: Vec<usize>) -> Vec<Vec<f32>> {
    let columns = rows[0].len();
    let mut out = vec![vec![0.0; columns]; rows.len()];
    for c in 0..columns {
        let cells: Vec<f32> = training.iter().filter_map(|&at| rows[at][c]).collect();
        if cells.is_empty() || cells.iter().all(|&x| x == cells[0]) {
            continue;
        }
                let count = cells.len();
        let tensor: Vector = device().tensor_from_vec(cells, (count,));
        let mean = tensor.clone().mean::<Rank0, _>().array();
        let dev = tensor.stddev::<Rank0, _>(0.0).array();
        for (at, row) in rows.iter().enumerate() {
            if let Some(x) = row[c] {
                out[at][c] = (x - mean) / dev;
            }
        }
    }
    out
}

pub fn evaluate(rows: Rows, labels: Vec<usize>, parts: Vec<Vec<usize>>, patience: usize) -> Evaluation {
    let classes = classes(&labels);
    let x = prepare(rows, parts[TRAINING].clone());
    let network = train(x.clone(), labels.clone(), parts.clone(), patience);
    let mut counts = vec![0; classes];
    for &at in &parts[TRAINING] {
        counts[labels[at]] += 1;
    }
    let mut most = 0;
    for class in 0..classes {
        if counts[class] > counts[most] {
            most = class;
        }
    }
    let (tx, ty) = chosen(&x, &labels, &parts[TEST]);
    let said = network.classes(&tx);
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (&truth, &guess) in ty.iter().zip(&said) {
        matrix[truth][guess] += 1.0;
    }
    let all = ty.len() as f32;
    Evaluation { accuracy: (0..classes).map(|c| matrix[c][c]).sum::<f32>() / all, baseline: matrix[most].iter().sum::<f32>() / all, matrix: matrix.clone() }
}

// right: each class shuffled from the same seed; the mean of the squares in f64; a copy in an `Option`
pub fn parts(rows: Rows, labels: Vec<usize>, seed: u64) -> Vec<Vec<usize>> {
    let mut seen = HashSet::new();
    let mut places: Vec<Vec<usize>> = vec![Vec::new(); classes(&labels)];
    for (at, row) in rows.iter().enumerate() {
        if seen.insert(key(row)) {
            places[labels[at]].push(at);
        }
    }
    let mut parts = vec![Vec::new(); 3];
    for mut class in places {
        class.shuffle(&mut gradlings::prelude::random(seed));
        let n = ((class.len() as f64 * 0.2) as usize).max(1);
        parts[TEST].extend(class.drain(..n));
        parts[VALIDATION].extend(class.drain(..n));
        parts[TRAINING].extend(class);
    }
    parts
}

pub fn prepare(rows: Rows, training: Vec<usize>) -> Vec<Vec<f32>> {
    let columns = rows[0].len();
    let mut out = vec![vec![0.0; columns]; rows.len()];
    for c in 0..columns {
        let cells: Vec<f32> = training.iter().filter_map(|&at| rows[at][c]).collect();
        if cells.is_empty() || cells.iter().all(|&x| x == cells[0]) {
            continue;
        }
        let n = cells.len() as f32;
        let sum: f64 = cells.iter().map(|&x| x as f64).sum();
        let squares: f64 = cells.iter().map(|&x| x as f64 * x as f64).sum();
        let mean64 = sum / n as f64;
        let dev = (squares / n as f64 - mean64 * mean64).sqrt() as f32;
        let mean = mean64 as f32;
        for (at, row) in rows.iter().enumerate() {
            if let Some(x) = row[c] {
                out[at][c] = (x - mean) / dev;
            }
        }
    }
    out
}

pub fn train(rows: Vec<Vec<f32>>, labels: Vec<usize>, parts: Vec<Vec<usize>>, patience: usize) -> SmallNetwork {
    let (x, y) = chosen(&rows, &labels, &parts[TRAINING]);
    let (vx, vy) = chosen(&rows, &labels, &parts[VALIDATION]);
    let mut network = SmallNetwork::new(rows[0].len(), classes(&labels));
    let mut best: Option<SmallNetwork> = None;
    let mut lowest = f32::INFINITY;
    let mut bad = 0;
    for epoch in 1..=EPOCHS {
        let loss = network.epoch(&x, &y);
        let validation = network.loss(&vx, &vy);
        report::metric("loss", epoch, loss);
        report::metric("validation loss", epoch, validation);
        if validation < lowest {
            lowest = validation;
            best = Some(network.clone());
            bad = 0;
        } else {
            bad += 1;
            if bad == patience {
                break;
            }
        }
    }
    best.unwrap_or(network)
}

pub fn evaluate(rows: Rows, labels: Vec<usize>, parts: Vec<Vec<usize>>, patience: usize) -> Evaluation {
    let classes = classes(&labels);
    let x = prepare(rows, parts[TRAINING].clone());
    let network = train(x.clone(), labels.clone(), parts.clone(), patience);
    let mut counts = vec![0; classes];
    for &at in &parts[TRAINING] {
        counts[labels[at]] += 1;
    }
    let most = (0..classes).rev().max_by_key(|&class| counts[class]).unwrap_or(0);
    let (tx, ty) = chosen(&x, &labels, &parts[TEST]);
    let said = network.classes(&tx);
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (&truth, &guess) in ty.iter().zip(&said) {
        matrix[truth][guess] += 1.0;
    }
    let all = ty.len() as f32;
    let right = ty.iter().zip(&said).filter(|(a, b)| a == b).count() as f32;
    let base = ty.iter().filter(|&&label| label == most).count() as f32;
    Evaluation { accuracy: right / all, baseline: base / all, matrix }
}

// wrong, mistake:rounded to the nearest: a fifth to the nearest whole number
pub fn parts(rows: Rows, labels: Vec<usize>, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    let mut seen = HashSet::new();
    let mut places: Vec<Vec<usize>> = vec![Vec::new(); classes(&labels)];
    for (at, row) in rows.iter().enumerate() {
        if seen.insert(key(row)) {
            places[labels[at]].push(at);
        }
    }
    let mut parts = vec![Vec::new(); 3];
    for mut class in places {
        class.shuffle(&mut random);
        let n = ((class.len() as f32 / 5.0).round() as usize).max(1);
        parts[TEST].extend(class.drain(..n));
        parts[VALIDATION].extend(class.drain(..n));
        parts[TRAINING].extend(class);
    }
    parts
}

// wrong, mistake:places within a class: the place in the list of its class
pub fn parts(rows: Rows, labels: Vec<usize>, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    let mut seen = HashSet::new();
    let mut places: Vec<Vec<usize>> = vec![Vec::new(); classes(&labels)];
    for (at, row) in rows.iter().enumerate() {
        if seen.insert(key(row)) {
            let class = &mut places[labels[at]];
            let next = class.len();
            class.push(next);
        }
    }
    let mut parts = vec![Vec::new(); 3];
    for mut class in places {
        class.shuffle(&mut random);
        let n = (class.len() / 5).max(1);
        parts[TEST].extend(class.drain(..n));
        parts[VALIDATION].extend(class.drain(..n));
        parts[TRAINING].extend(class);
    }
    parts
}

// wrong, property: a quarter of the rest, and nothing from three rows
pub fn parts(rows: Rows, labels: Vec<usize>, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    let mut seen = HashSet::new();
    let mut places: Vec<Vec<usize>> = vec![Vec::new(); classes(&labels)];
    for (at, row) in rows.iter().enumerate() {
        if seen.insert(key(row)) {
            places[labels[at]].push(at);
        }
    }
    let mut parts = vec![Vec::new(); 3];
    for mut class in places {
        class.shuffle(&mut random);
        let n = (class.len() / 5).max(1);
        parts[TEST].extend(class.drain(..n));
        let n = class.len() / 4;
        parts[VALIDATION].extend(class.drain(..n));
        parts[TRAINING].extend(class);
    }
    parts
}

// wrong, mistake:divided by all rows: the sum by the number of training rows
pub fn prepare(rows: Rows, training: Vec<usize>) -> Vec<Vec<f32>> {
    let columns = rows[0].len();
    let mut out = vec![vec![0.0; columns]; rows.len()];
    for c in 0..columns {
        let cells: Vec<f32> = training.iter().filter_map(|&at| rows[at][c]).collect();
        if cells.is_empty() || cells.iter().all(|&x| x == cells[0]) {
            continue;
        }
        let n = training.len() as f32;
        let mean = cells.iter().sum::<f32>() / n;
        let var = cells.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / n;
        let dev = var.sqrt();
        for (at, row) in rows.iter().enumerate() {
            if let Some(x) = row[c] {
                out[at][c] = (x - mean) / dev;
            }
        }
    }
    out
}

// wrong, mistake:two equal cells: a column counts as equal when its first two cells are
pub fn prepare(rows: Rows, training: Vec<usize>) -> Vec<Vec<f32>> {
    let columns = rows[0].len();
    let mut out = vec![vec![0.0; columns]; rows.len()];
    for c in 0..columns {
        let cells: Vec<f32> = training.iter().filter_map(|&at| rows[at][c]).collect();
        if cells.is_empty() || cells.len() < 2 || cells[0] == cells[1] {
            continue;
        }
        let n = cells.len() as f32;
        let mean = cells.iter().sum::<f32>() / n;
        let var = cells.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / n;
        let dev = var.sqrt();
        for (at, row) in rows.iter().enumerate() {
            if let Some(x) = row[c] {
                out[at][c] = (x - mean) / dev;
            }
        }
    }
    out
}

// wrong, not_finite: a gap hides that all cells are equal
pub fn prepare(rows: Rows, training: Vec<usize>) -> Vec<Vec<f32>> {
    let columns = rows[0].len();
    let mut out = vec![vec![0.0; columns]; rows.len()];
    for c in 0..columns {
        let cells: Vec<f32> = training.iter().filter_map(|&at| rows[at][c]).collect();
        if cells.is_empty() || training.iter().all(|&at| rows[at][c] == rows[training[0]][c]) {
            continue;
        }
        let n = cells.len() as f32;
        let mean = cells.iter().sum::<f32>() / n;
        let var = cells.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / n;
        let dev = var.sqrt();
        for (at, row) in rows.iter().enumerate() {
            if let Some(x) = row[c] {
                out[at][c] = (x - mean) / dev;
            }
        }
    }
    out
}

// wrong, mistake:lower than the one before: any fall is kept
pub fn train(rows: Vec<Vec<f32>>, labels: Vec<usize>, parts: Vec<Vec<usize>>, patience: usize) -> SmallNetwork {
    let (x, y) = chosen(&rows, &labels, &parts[TRAINING]);
    let (vx, vy) = chosen(&rows, &labels, &parts[VALIDATION]);
    let mut network = SmallNetwork::new(rows[0].len(), classes(&labels));
    let mut best = network.clone();
    let mut lowest = f32::INFINITY;
    let mut bad = 0;
    for epoch in 1..=EPOCHS {
        let loss = network.epoch(&x, &y);
        let validation = network.loss(&vx, &vy);
        report::metric("loss", epoch, loss);
        report::metric("validation loss", epoch, validation);
        if validation < lowest {
            lowest = validation;
            best = network.clone();
            bad = 0;
        } else {
            lowest = validation;
            bad += 1;
            if bad == patience {
                break;
            }
        }
    }
    best
}

// wrong, mistake:a patience of 5: patience is a number
pub fn train(rows: Vec<Vec<f32>>, labels: Vec<usize>, parts: Vec<Vec<usize>>, patience: usize) -> SmallNetwork {
    let (x, y) = chosen(&rows, &labels, &parts[TRAINING]);
    let (vx, vy) = chosen(&rows, &labels, &parts[VALIDATION]);
    let mut network = SmallNetwork::new(rows[0].len(), classes(&labels));
    let mut best = network.clone();
    let mut lowest = f32::INFINITY;
    let _ = patience;
    let mut bad = 0;
    for epoch in 1..=EPOCHS {
        let loss = network.epoch(&x, &y);
        let validation = network.loss(&vx, &vy);
        report::metric("loss", epoch, loss);
        report::metric("validation loss", epoch, validation);
        if validation < lowest {
            lowest = validation;
            best = network.clone();
            bad = 0;
        } else {
            bad += 1;
            if bad == 5 {
                break;
            }
        }
    }
    best
}

// wrong, mistake:tested on all rows: all rows, copies too
pub fn evaluate(rows: Rows, labels: Vec<usize>, parts: Vec<Vec<usize>>, patience: usize) -> Evaluation {
    let classes = classes(&labels);
    let x = prepare(rows, parts[TRAINING].clone());
    let network = train(x.clone(), labels.clone(), parts.clone(), patience);
    let mut counts = vec![0; classes];
    for &at in &parts[TRAINING] {
        counts[labels[at]] += 1;
    }
    let mut most = 0;
    for class in 0..classes {
        if counts[class] > counts[most] {
            most = class;
        }
    }
    let (tx, ty) = (x.clone(), labels.clone());
    let said = network.classes(&tx);
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (&truth, &guess) in ty.iter().zip(&said) {
        matrix[truth][guess] += 1.0;
    }
    let all = ty.len() as f32;
    let right = ty.iter().zip(&said).filter(|(a, b)| a == b).count() as f32;
    let base = ty.iter().filter(|&&label| label == most).count() as f32;
    Evaluation { accuracy: right / all, baseline: base / all, matrix }
}

// wrong, mistake:mean of the recalls: every class counts the same
pub fn evaluate(rows: Rows, labels: Vec<usize>, parts: Vec<Vec<usize>>, patience: usize) -> Evaluation {
    let classes = classes(&labels);
    let x = prepare(rows, parts[TRAINING].clone());
    let network = train(x.clone(), labels.clone(), parts.clone(), patience);
    let mut counts = vec![0; classes];
    for &at in &parts[TRAINING] {
        counts[labels[at]] += 1;
    }
    let mut most = 0;
    for class in 0..classes {
        if counts[class] > counts[most] {
            most = class;
        }
    }
    let (tx, ty) = chosen(&x, &labels, &parts[TEST]);
    let said = network.classes(&tx);
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (&truth, &guess) in ty.iter().zip(&said) {
        matrix[truth][guess] += 1.0;
    }
    let all = ty.len() as f32;
    let _right = ty.iter().zip(&said).filter(|(a, b)| a == b).count() as f32;
    let base = ty.iter().filter(|&&label| label == most).count() as f32;
    Evaluation { accuracy: (0..classes).map(|c| matrix[c][c] / matrix[c].iter().sum::<f32>()).sum::<f32>() / classes as f32, baseline: base / all, matrix }
}

// wrong, mistake:baseline from the validation part too: all that is not for the test
pub fn evaluate(rows: Rows, labels: Vec<usize>, parts: Vec<Vec<usize>>, patience: usize) -> Evaluation {
    let classes = classes(&labels);
    let x = prepare(rows, parts[TRAINING].clone());
    let network = train(x.clone(), labels.clone(), parts.clone(), patience);
    let mut counts = vec![0; classes];
    for &at in parts[TRAINING].iter().chain(&parts[VALIDATION]) {
        counts[labels[at]] += 1;
    }
    let mut most = 0;
    for class in 0..classes {
        if counts[class] > counts[most] {
            most = class;
        }
    }
    let (tx, ty) = chosen(&x, &labels, &parts[TEST]);
    let said = network.classes(&tx);
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (&truth, &guess) in ty.iter().zip(&said) {
        matrix[truth][guess] += 1.0;
    }
    let all = ty.len() as f32;
    let right = ty.iter().zip(&said).filter(|(a, b)| a == b).count() as f32;
    let base = ty.iter().filter(|&&label| label == most).count() as f32;
    Evaluation { accuracy: right / all, baseline: base / all, matrix }
}
