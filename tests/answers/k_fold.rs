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
    (0..k).map(|f| keyed.iter().skip(f).step_by(k).map(|p| p.1).collect()).collect()
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
            let best = counts.iter().find(|(_, n)| **n == most).map_or(0, |(c, _)| *c);
            test.iter().map(|&e| if labels[e] == best { 1.0 } else { 0.0 }).sum::<f32>() / test.len() as f32
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
            let best = (0..classes).max_by_key(|&c| (all[c] - inside[c], std::cmp::Reverse(c))).unwrap();
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
            labels[..start].iter().chain(&labels[end..]).for_each(|&c| counts[c] += 1);
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
            let train: Vec<usize> =
                folds.concat().into_iter().filter(|e| !test.contains(e)).map(|e| labels[e]).collect();
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
            let test: Vec<usize> = folds.concat().into_iter().filter(|e| !train.contains(e)).collect();
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
            folds.concat().iter().filter(|e| !test.contains(e)).for_each(|&e| counts[labels[e]] += 1);
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
    (0..k).map(|fold| order[count * fold / k..count * (fold + 1) / k].to_vec()).collect()
}
