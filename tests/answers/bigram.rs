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

// right: all numbers drawn beforehand; chances by logarithms and the Gumbel trick
pub fn sample(probabilities: Vec<Vec<f32>>, first: usize, length: usize, seed: u64) -> Vec<usize> {
    let mut random = random(seed);
    let vocabulary = probabilities.len();
    let numbers: Vec<f32> = (0..length * vocabulary).map(|_| random.gen_range(1e-7..1.0_f32)).collect();
    let mut token = first;
    numbers
        .chunks(vocabulary)
        .map(|numbers| {
            let row = &probabilities[token];
            let score = |place: usize| row[place].ln() - (-numbers[place].ln()).ln();
            token = (0..vocabulary).max_by(|&a, &b| score(a).total_cmp(&score(b))).unwrap_or(0);
            token
        })
        .collect()
}

// wrong, mistake:softmax, overflowing: softmax over the smoothed counts
pub fn probabilities(counts: Vec<Vec<f32>>, extra: f32) -> Vec<Vec<f32>> {
    counts
        .iter()
        .map(|row| {
            let sum: f32 = row.iter().map(|count| (count + extra).exp()).sum();
            row.iter().map(|count| (count + extra).exp() / sum).collect()
        })
        .collect()
}

// wrong, mistake:after the division, zeros kept: extra is added after the division
pub fn probabilities(counts: Vec<Vec<f32>>, extra: f32) -> Vec<Vec<f32>> {
    counts
        .iter()
        .map(|row| {
            let sum: f32 = row.iter().sum();
            row.iter()
                .map(|count| if sum > 0.0 { count / sum + extra } else { extra })
                .collect()
        })
        .collect()
}

// wrong, property: first stands in the text, which ends one early
pub fn sample(probabilities: Vec<Vec<f32>>, first: usize, length: usize, seed: u64) -> Vec<usize> {
    let mut random = random(seed);
    let mut text = vec![first];
    while text.len() < length {
        let mut number = random.r#gen::<f32>();
        let row = &probabilities[text[text.len() - 1]];
        let mut next = 0;
        while next + 1 < row.len() && number >= row[next] {
            number -= row[next];
            next += 1;
        }
        text.push(next);
    }
    text
}

// wrong, mistake:one too far: one place too far
pub fn sample(probabilities: Vec<Vec<f32>>, first: usize, length: usize, seed: u64) -> Vec<usize> {
    let mut random = random(seed);
    let mut token = first;
    let mut text = Vec::new();
    for _ in 0..length {
        let mut number = random.r#gen::<f32>();
        let row = &probabilities[token];
        let mut next = 0;
        while next + 1 < row.len() && number > 0.0 {
            number -= row[next];
            next += 1;
        }
        token = next;
        text.push(token);
    }
    text
}

// wrong, mistake:a generator for each token: one number for the whole text
pub fn sample(probabilities: Vec<Vec<f32>>, first: usize, length: usize, seed: u64) -> Vec<usize> {
    let mut random = random(seed);
    let number = random.r#gen::<f32>();
    let mut token = first;
    let mut text = Vec::new();
    for _ in 0..length {
        let mut left = number;
        let row = &probabilities[token];
        let mut next = 0;
        while next + 1 < row.len() && left >= row[next] {
            left -= row[next];
            next += 1;
        }
        token = next;
        text.push(token);
    }
    text
}

// wrong, panic: an empty text fails: len() - 1
pub fn counts(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut table = vec![vec![0.0; vocabulary]; vocabulary];
    for i in 0..tokens.len() - 1 {
        table[tokens[i]][tokens[i + 1]] += 1.0;
    }
    table
}
