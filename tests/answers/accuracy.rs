// right: counts the classes that come before the label
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    let mut right = 0.0;
    for (row, &label) in scores.iter().zip(&labels) {
        let mine = row[label];
        let before = row.iter().enumerate().filter(|&(class, &s)| s > mine || (s == mine && class < label)).count();
        if before < k {
            right += 1.0;
        }
    }
    right / labels.len().max(1) as f32
}

// right: takes the best class again and again
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut left = scores;
    let mut taken = vec![false; left.len()];
    let mut classes = Vec::new();
    while classes.len() < k && classes.len() < left.len() {
        let mut best: Option<usize> = None;
        for class in 0..left.len() {
            if taken[class] {
                continue;
            }
            if best.is_none() || left[class] > left[best.unwrap()] {
                best = Some(class);
            }
        }
        let best = best.unwrap();
        taken[best] = true;
        left[best] = f32::NEG_INFINITY;
        classes.push(best);
    }
    classes
}

// right: sorts pairs in f64
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut pairs: Vec<(usize, f64)> = scores.iter().enumerate().map(|(i, &s)| (i, s as f64)).collect();
    pairs.sort_by(|a, b| b.1.partial_cmp(&a.1).unwrap().then(a.0.cmp(&b.0)));
    pairs.into_iter().take(k).map(|(class, _)| class).collect()
}

// wrong, mistake:order of equal scores not kept: The order of equal scores is not kept where there are many classes
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut classes: Vec<usize> = (0..scores.len()).collect();
    classes.sort_unstable_by(|&i, &j| scores[j].total_cmp(&scores[i]));
    classes.truncate(k);
    classes
}

// wrong, mistake:looked up by score: Sorted scores are looked up, and equal ones found twice
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut sorted = scores.clone();
    sorted.sort_by(|a, b| b.total_cmp(a));
    sorted.truncate(k);
    sorted.iter().map(|value| scores.iter().position(|s| s == value).unwrap()).collect()
}

// wrong, mistake:one too few, where there are as many: One class too few
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut classes: Vec<usize> = (0..scores.len()).collect();
    classes.sort_by(|&i, &j| scores[j].total_cmp(&scores[i]));
    classes.truncate(k - 1);
    classes
}

// wrong, mistake:mean over the classes: The mean of the accuracies of the classes
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    if labels.is_empty() {
        return 0.0;
    }
    let classes = scores[0].len();
    let (mut right, mut all) = (vec![0.0; classes], vec![0.0; classes]);
    for (row, &label) in scores.iter().zip(&labels) {
        all[label] += 1.0;
        if top_k(row.clone(), k).contains(&label) {
            right[label] += 1.0;
        }
    }
    let present = all.iter().filter(|&&n| n > 0.0).count() as f32;
    (0..classes).filter(|&c| all[c] > 0.0).map(|c| right[c] / all[c]).sum::<f32>() / present
}

// wrong, mistake:one over the place: One over the place of the label
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    if labels.is_empty() {
        return 0.0;
    }
    let mut total = 0.0;
    for (row, label) in scores.iter().zip(&labels) {
        if let Some(rank) = top_k(row.clone(), k).iter().position(|c| c == label) {
            total += 1.0 / (rank + 1) as f32;
        }
    }
    total / labels.len() as f32
}

// wrong, values: No score below 0 is ever the best
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut scores = scores;
    let mut classes = Vec::new();
    for _ in 0..k.min(scores.len()) {
        let (mut best, mut high) = (0, 0.0);
        for (class, &score) in scores.iter().enumerate() {
            if score > high {
                best = class;
                high = score;
            }
        }
        scores[best] = -1.0;
        classes.push(best);
    }
    classes
}
