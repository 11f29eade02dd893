// right: deals the shuffled examples out
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..count).collect();
    order.shuffle(&mut random(seed));
    let mut result = vec![Vec::new(); k];
    for (i, example) in order.into_iter().enumerate() {
        result[i % k].push(example);
    }
    result
}

// right: sorts by random keys; a map of counts
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut generator = random(seed);
    let mut keyed: Vec<(u64, usize)> = (0..count).map(|i| (generator.r#gen(), i)).collect();
    keyed.sort();
    (0..k)
        .map(|f| keyed.iter().skip(f).step_by(k).map(|p| p.1).collect())
        .collect()
}

pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    use std::collections::BTreeMap;
    folds
        .iter()
        .map(|test| {
            let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
            for fold in folds.iter().filter(|f| !std::ptr::eq(*f, test)) {
                for &example in fold {
                    *counts.entry(labels[example]).or_default() += 1;
                }
            }
            let most = counts.values().max().copied().unwrap_or(0);
            let best = counts
                .iter()
                .find(|(_, n)| **n == most)
                .map_or(0, |(c, _)| *c);
            test.iter()
                .map(|&e| if labels[e] == best { 1.0 } else { 0.0 })
                .sum::<f32>()
                / test.len() as f32
        })
        .collect()
}

// right: all counts minus those of the fold; sums of squares in f64
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().copied().max().unwrap_or(0) + 1;
    let mut all = vec![0i64; classes];
    for &l in &labels {
        all[l] += 1;
    }
    folds
        .iter()
        .map(|test| {
            let mut inside = vec![0i64; classes];
            for &e in test {
                inside[labels[e]] += 1;
            }
            let best = (0..classes)
                .max_by_key(|&c| (all[c] - inside[c], std::cmp::Reverse(c)))
                .unwrap();
            inside[best] as f32 / test.len() as f32
        })
        .collect()
}

pub fn mean_and_deviation(scores: Vec<f32>) -> (f32, f32) {
    let k = scores.len() as f64;
    let (mut sum, mut squares) = (0.0, 0.0);
    for &s in &scores {
        sum += s as f64;
        squares += (s as f64) * (s as f64);
    }
    let mean = sum / k;
    let variance = (squares - k * mean * mean) / (k - 1.0);
    (mean as f32, variance.max(0.0).sqrt() as f32)
}

// wrong, mistake:by position: The labels are cut by position, whatever the folds say
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().max().map_or(0, |m| m + 1);
    let mut start = 0;
    folds
        .iter()
        .map(|test| {
            let end = start + test.len();
            let mut counts = vec![0; classes];
            labels[..start]
                .iter()
                .chain(&labels[end..])
                .for_each(|&c| counts[c] += 1);
            let best = (0..classes).rev().max_by_key(|&c| counts[c]).unwrap();
            let right = labels[start..end].iter().filter(|&&c| c == best).count();
            start = end;
            right as f32 / test.len() as f32
        })
        .collect()
}

// wrong: Of several, the class that comes first
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    folds
        .iter()
        .map(|test| {
            let train: Vec<usize> = folds
                .concat()
                .into_iter()
                .filter(|e| !test.contains(e))
                .map(|e| labels[e])
                .collect();
            let mut best = train[0];
            for &class in &train {
                let count = |c: usize| train.iter().filter(|&&t| t == c).count();
                if count(class) > count(best) {
                    best = class;
                }
            }
            test.iter().filter(|&&e| labels[e] == best).count() as f32 / test.len() as f32
        })
        .collect()
}

// wrong, mistake:learned from the fold, tested on the others: Learned from the fold and tested on the others
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().max().map_or(0, |m| m + 1);
    folds
        .iter()
        .map(|train| {
            let mut counts = vec![0; classes];
            train.iter().for_each(|&e| counts[labels[e]] += 1);
            let best = (0..classes).rev().max_by_key(|&c| counts[c]).unwrap();
            let test: Vec<usize> = folds
                .concat()
                .into_iter()
                .filter(|e| !train.contains(e))
                .collect();
            test.iter().filter(|&&e| labels[e] == best).count() as f32 / test.len() as f32
        })
        .collect()
}

// wrong, mistake:counts kept: Counted on from fold to fold
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().max().map_or(0, |m| m + 1);
    let mut counts = vec![0; classes];
    folds
        .iter()
        .map(|test| {
            folds
                .concat()
                .iter()
                .filter(|e| !test.contains(e))
                .for_each(|&e| counts[labels[e]] += 1);
            let best = (0..classes).rev().max_by_key(|&c| counts[c]).unwrap();
            test.iter().filter(|&&e| labels[e] == best).count() as f32 / test.len() as f32
        })
        .collect()
}

// wrong, mistake:mean not subtracted: The mean is not subtracted
pub fn mean_and_deviation(scores: Vec<f32>) -> (f32, f32) {
    let k = scores.len() as f32;
    let mean = scores.iter().sum::<f32>() / k;
    let squares: f32 = scores.iter().map(|s| s.powi(2)).sum();
    let deviation = (squares / (k - 1.0)).sqrt();
    (mean, deviation)
}

// wrong, property: The data are only turned
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..count).collect();
    order.rotate_left(seed as usize % count);
    (0..k)
        .map(|fold| order[count * fold / k..count * (fold + 1) / k].to_vec())
        .collect()
}

// right: dealt out like cards
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..count).collect();
    order.shuffle(&mut random(seed));
    let mut folds = vec![Vec::new(); k];
    for (place, example) in order.into_iter().enumerate() {
        folds[place % k].push(example);
    }
    folds
}

// right: the larger folds come first, and each is cut off the list; within, they are in order
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    let mut left: Vec<usize> = (0..count).collect();
    (0..k)
        .map(|fold| {
            let size = count / k + usize::from(fold < count % k);
            let mut drawn: Vec<usize> = (0..size)
                .map(|_| left.swap_remove(random.gen_range(0..left.len())))
                .collect();
            drawn.sort();
            drawn
        })
        .collect()
}

// right: the counts of all, minus those of the fold
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().max().map_or(0, |most| most + 1);
    let mut all = vec![0; classes];
    labels.iter().for_each(|&label| all[label] += 1);
    let mut scores = Vec::new();
    for fold in &folds {
        let mut own = vec![0; classes];
        fold.iter().for_each(|&example| own[labels[example]] += 1);
        let rest = |class: usize| all[class] - own[class];
        let said = (0..classes).rev().max_by_key(|&class| rest(class));
        let right = said.map_or(0, |class| own[class]);
        scores.push(right as f32 / fold.len() as f32);
    }
    scores
}

// right: the squares less the square of the mean, in double precision
pub fn mean_and_deviation(scores: Vec<f32>) -> (f32, f32) {
    let k = scores.len() as f64;
    let sum: f64 = scores.iter().map(|&score| f64::from(score)).sum();
    let squares: f64 = scores.iter().map(|&score| f64::from(score).powi(2)).sum();
    let variance = (squares - sum * sum / k) / (k - 1.0);
    ((sum / k) as f32, variance.max(0.0).sqrt() as f32)
}

// wrong, mistake:a fold of its own: pieces of count / k, so there is one fold more where it does not divide
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..count).collect();
    order.shuffle(&mut random(seed));
    order.chunks(count / k).map(<[usize]>::to_vec).collect()
}

// wrong, mistake:all to the last: the rest goes into the last fold
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..count).collect();
    order.shuffle(&mut random(seed));
    let size = count / k;
    (0..k)
        .map(|fold| {
            let end = if fold + 1 == k {
                count
            } else {
                (fold + 1) * size
            };
            order[fold * size..end].to_vec()
        })
        .collect()
}

// wrong, mistake:shuffled for each fold: shuffled anew for each fold
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    (0..k)
        .map(|fold| {
            let mut order: Vec<usize> = (0..count).collect();
            order.shuffle(&mut random);
            order[count * fold / k..count * (fold + 1) / k].to_vec()
        })
        .collect()
}

// wrong, property: cut first, and then only the folds are shuffled
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut folds: Vec<Vec<usize>> = (0..k)
        .map(|fold| (count * fold / k..count * (fold + 1) / k).collect())
        .collect();
    folds.shuffle(&mut random(seed));
    folds
}

// wrong, mistake:nothing stays: Sattolo's shuffle: no number may stay where it was
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    let mut order: Vec<usize> = (0..count).collect();
    for i in (1..count).rev() {
        order.swap(i, random.gen_range(0..i));
    }
    (0..k)
        .map(|fold| order[count * fold / k..count * (fold + 1) / k].to_vec())
        .collect()
}

// wrong, property: the list is only turned round by a random number of places
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..count).collect();
    order.rotate_left(random(seed).gen_range(0..count));
    (0..k)
        .map(|fold| order[count * fold / k..count * (fold + 1) / k].to_vec())
        .collect()
}

// wrong, mistake:drawn: numbers are drawn one by one, and may be drawn twice
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    let order: Vec<usize> = (0..count).map(|_| random.gen_range(0..count)).collect();
    (0..k)
        .map(|fold| order[count * fold / k..count * (fold + 1) / k].to_vec())
        .collect()
}

// wrong, mistake:remainder lost: a rest that does not divide is left out
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..count).collect();
    order.shuffle(&mut random(seed));
    order
        .chunks_exact(count / k)
        .take(k)
        .map(<[usize]>::to_vec)
        .collect()
}

// wrong, mistake:ties to the last: of several most frequent classes, the one with the highest number
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().max().map_or(0, |most| most + 1);
    let mut scores = Vec::new();
    for test in &folds {
        let mut counts = vec![0; classes];
        for example in folds.concat() {
            if !test.contains(&example) {
                counts[labels[example]] += 1;
            }
        }
        let said = (0..classes).max_by_key(|&class| counts[class]).unwrap_or(0);
        let right = test
            .iter()
            .filter(|&&example| labels[example] == said)
            .count();
        scores.push(right as f32 / test.len() as f32);
    }
    scores
}

// wrong, mistake:from the test fold: the most frequent class of the fold left out
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().max().map_or(0, |most| most + 1);
    let mut scores = Vec::new();
    for test in &folds {
        let mut counts = vec![0; classes];
        for &example in test {
            counts[labels[example]] += 1;
        }
        let most = counts.into_iter().max().unwrap_or(0);
        scores.push(most as f32 / test.len() as f32);
    }
    scores
}

// wrong, mistake:tested on the training examples: the share of the class in the training examples, not in the fold
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().max().map_or(0, |most| most + 1);
    let mut scores = Vec::new();
    for test in &folds {
        let mut counts = vec![0; classes];
        for example in folds.concat() {
            if !test.contains(&example) {
                counts[labels[example]] += 1;
            }
        }
        let total: usize = counts.iter().sum();
        let most = counts.into_iter().max().unwrap_or(0);
        scores.push(most as f32 / total as f32);
    }
    scores
}

// wrong, mistake:from all examples: all examples are counted, so the fold left out has its say
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().max().map_or(0, |most| most + 1);
    let mut counts = vec![0; classes];
    labels.iter().for_each(|&label| counts[label] += 1);
    let said = (0..classes)
        .rev()
        .max_by_key(|&class| counts[class])
        .unwrap_or(0);
    let score = |test: &Vec<usize>| {
        let right = test
            .iter()
            .filter(|&&example| labels[example] == said)
            .count();
        right as f32 / test.len() as f32
    };
    folds.iter().map(score).collect()
}

// wrong, mistake:divided by all examples: the right ones are divided by the number of all examples
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().max().map_or(0, |most| most + 1);
    let mut scores = Vec::new();
    for test in &folds {
        let mut counts = vec![0; classes];
        for example in folds.concat() {
            if !test.contains(&example) {
                counts[labels[example]] += 1;
            }
        }
        let said = (0..classes)
            .rev()
            .max_by_key(|&class| counts[class])
            .unwrap_or(0);
        let right = test
            .iter()
            .filter(|&&example| labels[example] == said)
            .count();
        scores.push(right as f32 / labels.len() as f32);
    }
    scores
}

// wrong, mistake:divided by k: k in the denominator
pub fn mean_and_deviation(scores: Vec<f32>) -> (f32, f32) {
    let k = scores.len() as f32;
    let mean = scores.iter().sum::<f32>() / k;
    let squares = scores
        .iter()
        .map(|score| (score - mean).powi(2))
        .sum::<f32>();
    (mean, (squares / k).sqrt())
}

// wrong, mistake:deviation of the mean: the deviation of the mean
pub fn mean_and_deviation(scores: Vec<f32>) -> (f32, f32) {
    let k = scores.len() as f32;
    let mean = scores.iter().sum::<f32>() / k;
    let squares = scores
        .iter()
        .map(|score| (score - mean).powi(2))
        .sum::<f32>();
    (mean, (squares / (k - 1.0)).sqrt() / k.sqrt())
}

// wrong, mistake:without squares, by k - 1: the mean distance, without squares
pub fn mean_and_deviation(scores: Vec<f32>) -> (f32, f32) {
    let k = scores.len() as f32;
    let mean = scores.iter().sum::<f32>() / k;
    let distances = scores.iter().map(|score| (score - mean).abs()).sum::<f32>();
    (mean, distances / (k - 1.0))
}

// wrong, factor: k - 1 in both denominators
pub fn mean_and_deviation(scores: Vec<f32>) -> (f32, f32) {
    let k = scores.len() as f32 - 1.0;
    let mean = scores.iter().sum::<f32>() / k;
    let squares = scores
        .iter()
        .map(|score| (score - mean).powi(2))
        .sum::<f32>();
    (mean, (squares / k).sqrt())
}

// wrong, mistake:not shuffled: cut first, and each fold is shuffled within itself
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    (0..k)
        .map(|fold| {
            let mut fold: Vec<usize> = (count * fold / k..count * (fold + 1) / k).collect();
            fold.shuffle(&mut random);
            fold
        })
        .collect()
}

// wrong, property: each example goes into a random fold, so their sizes differ
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    let mut folds = vec![Vec::new(); k];
    for example in 0..count {
        folds[random.gen_range(0..k)].push(example);
    }
    folds
}

// wrong, mistake:rounded up: pieces of count / k rounded up
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..count).collect();
    order.shuffle(&mut random(seed));
    order
        .chunks(count.div_ceil(k))
        .map(<[usize]>::to_vec)
        .collect()
}

// wrong, property: neighbours are exchanged at random, in one pass
pub fn folds(count: usize, k: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    let mut order: Vec<usize> = (0..count).collect();
    for i in 1..count {
        if random.gen_bool(0.5) {
            order.swap(i - 1, i);
        }
    }
    (0..k)
        .map(|fold| order[count * fold / k..count * (fold + 1) / k].to_vec())
        .collect()
}

// wrong, mistake:votes of the folds: each fold says what most of the other folds say by themselves
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().max().map_or(0, |most| most + 1);
    let most_frequent = |counts: &[usize]| {
        (0..classes)
            .rev()
            .max_by_key(|&class| counts[class])
            .unwrap_or(0)
    };
    let own: Vec<usize> = folds
        .iter()
        .map(|fold| {
            let mut counts = vec![0; classes];
            fold.iter()
                .for_each(|&example| counts[labels[example]] += 1);
            most_frequent(&counts)
        })
        .collect();
    let mut scores = Vec::new();
    for (at, test) in folds.iter().enumerate() {
        let mut votes = vec![0; classes];
        for (other, &class) in own.iter().enumerate() {
            if other != at {
                votes[class] += 1;
            }
        }
        let said = most_frequent(&votes);
        let right = test
            .iter()
            .filter(|&&example| labels[example] == said)
            .count();
        scores.push(right as f32 / test.len() as f32);
    }
    scores
}

// wrong, mistake:the next fold only: only the next fold is learned from
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().max().map_or(0, |most| most + 1);
    let mut scores = Vec::new();
    for (at, test) in folds.iter().enumerate() {
        let mut counts = vec![0; classes];
        for &example in &folds[(at + 1) % folds.len()] {
            counts[labels[example]] += 1;
        }
        let said = (0..classes)
            .rev()
            .max_by_key(|&class| counts[class])
            .unwrap_or(0);
        let right = test
            .iter()
            .filter(|&&example| labels[example] == said)
            .count();
        scores.push(right as f32 / test.len() as f32);
    }
    scores
}

// wrong, constant: the mean of all folds, for each of them
pub fn baseline(labels: Vec<usize>, folds: Vec<Vec<usize>>) -> Vec<f32> {
    let classes = labels.iter().max().map_or(0, |most| most + 1);
    let mut scores = Vec::new();
    for test in &folds {
        let mut counts = vec![0; classes];
        for example in folds.concat() {
            if !test.contains(&example) {
                counts[labels[example]] += 1;
            }
        }
        let said = (0..classes)
            .rev()
            .max_by_key(|&class| counts[class])
            .unwrap_or(0);
        let right = test
            .iter()
            .filter(|&&example| labels[example] == said)
            .count();
        scores.push(right as f32 / test.len() as f32);
    }
    let mean = scores.iter().sum::<f32>() / scores.len() as f32;
    vec![mean; scores.len()]
}

// wrong, batch_order: the distances from the first score
pub fn mean_and_deviation(scores: Vec<f32>) -> (f32, f32) {
    let k = scores.len() as f32;
    let mean = scores.iter().sum::<f32>() / k;
    let squares = scores
        .iter()
        .map(|score| (score - scores[0]).powi(2))
        .sum::<f32>();
    (mean, (squares / (k - 1.0)).sqrt())
}

// wrong, mistake:median: the middle score in the place of the mean
pub fn mean_and_deviation(mut scores: Vec<f32>) -> (f32, f32) {
    scores.sort_by(f32::total_cmp);
    let k = scores.len();
    let mean = (scores[(k - 1) / 2] + scores[k / 2]) / 2.0;
    let squares = scores
        .iter()
        .map(|score| (score - mean).powi(2))
        .sum::<f32>();
    (mean, (squares / (k as f32 - 1.0)).sqrt())
}

// wrong, mistake:half of the range: half the distance from the lowest to the highest
pub fn mean_and_deviation(scores: Vec<f32>) -> (f32, f32) {
    let mean = scores.iter().sum::<f32>() / scores.len() as f32;
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let least = scores.iter().copied().fold(f32::INFINITY, f32::min);
    (mean, (most - least) / 2.0)
}
