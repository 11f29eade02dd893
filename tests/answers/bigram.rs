// right: counts with a step through the places; divides by a sum worked out beforehand; draws with a cumulative sum
pub fn counts(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut table = Vec::new();
    for _ in 0..vocabulary {
        table.push(vec![0.0_f32; vocabulary]);
    }
    let mut at = 1;
    while at < tokens.len() {
        table[tokens[at - 1]][tokens[at]] += 1.0;
        at += 1;
    }
    table
}

pub fn probabilities(counts: Vec<Vec<f32>>, extra: f32) -> Vec<Vec<f32>> {
    let mut table = counts.clone();
    for (row, counted) in table.iter_mut().zip(&counts) {
        let all = counted.iter().sum::<f32>() + extra * counts.len() as f32;
        for share in row {
            *share = (*share + extra) / all;
        }
    }
    table
}

pub fn sample(probabilities: Vec<Vec<f32>>, first: usize, length: usize, seed: u64) -> Vec<usize> {
    let mut generator = random(seed);
    let mut text = vec![first];
    for at in 0..length {
        let row = &probabilities[text[at]];
        let number: f32 = generator.gen_range(0.0..1.0);
        let mut reached = 0.0;
        let mut next = row.len() - 1;
        for (token, p) in row.iter().enumerate() {
            reached += p;
            if number < reached {
                next = token;
                break;
            }
        }
        text.push(next);
    }
    text.remove(0);
    text
}

// right: counts in whole numbers; draws from the end of the row, with a generator for each place
pub fn counts(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut flat = vec![0_u32; vocabulary * vocabulary];
    for (before, after) in tokens.iter().zip(tokens.iter().skip(1)) {
        flat[before * vocabulary + after] += 1;
    }
    let rows = flat.chunks(vocabulary.max(1));
    rows.map(|row| row.iter().map(|&n| n as f32).collect()).collect()
}

pub fn probabilities(counts: Vec<Vec<f32>>, extra: f32) -> Vec<Vec<f32>> {
    let mut rows = counts;
    for row in &mut rows {
        row.iter_mut().for_each(|count| *count += extra);
        let sum = row.iter().copied().fold(0.0, |sum, count| sum + f64::from(count));
        row.iter_mut().for_each(|count| *count = (f64::from(*count) / sum) as f32);
    }
    rows
}

pub fn sample(probabilities: Vec<Vec<f32>>, first: usize, length: usize, seed: u64) -> Vec<usize> {
    let mut row = &probabilities[first];
    (0..length)
        .map(|at| {
            let mut left: f32 = random(seed.wrapping_mul(31).wrapping_add(at as u64)).r#gen();
            let mut token = row.len();
            while token > 0 {
                token -= 1;
                left -= row[token];
                if left < 0.0 {
                    break;
                }
            }
            row = &probabilities[token];
            token
        })
        .collect()
}

// wrong, mistake:over the columns: shares of each column
pub fn probabilities(counts: Vec<Vec<f32>>, extra: f32) -> Vec<Vec<f32>> {
    let n = counts.len();
    let mut table = vec![vec![0.0; n]; n];
    for after in 0..n {
        let sum: f32 = (0..n).map(|before| counts[before][after] + extra).sum();
        for before in 0..n {
            table[before][after] = (counts[before][after] + extra) / sum;
        }
    }
    table
}

// wrong, mistake:always first: the row is looked up once
pub fn sample(probabilities: Vec<Vec<f32>>, first: usize, length: usize, seed: u64) -> Vec<usize> {
    let mut random = random(seed);
    let row = probabilities[first].clone();
    let mut text = vec![];
    while text.len() < length {
        let mut left: f32 = random.r#gen();
        let drawn = row.iter().position(|p| {
            left -= p;
            left < 0.0
        });
        text.push(drawn.unwrap_or(row.len() - 1));
    }
    text
}
