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
