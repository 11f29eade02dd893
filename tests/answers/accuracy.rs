// right: counts the classes that come before the label
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    let mut right = 0.0;
    for (row, &label) in scores.iter().zip(&labels) {
        let mine = row[label];
        let before = row
            .iter()
            .enumerate()
            .filter(|&(class, &s)| s > mine || (s == mine && class < label))
            .count();
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
    let mut pairs: Vec<(usize, f64)> = scores
        .iter()
        .enumerate()
        .map(|(i, &s)| (i, s as f64))
        .collect();
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
    sorted
        .iter()
        .map(|value| scores.iter().position(|s| s == value).unwrap())
        .collect()
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
    (0..classes)
        .filter(|&c| all[c] > 0.0)
        .map(|c| right[c] / all[c])
        .sum::<f32>()
        / present
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

// right: the best class is picked k times, and crossed out
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut left: Vec<usize> = (0..scores.len()).collect();
    let mut named = Vec::new();
    while named.len() < k && !left.is_empty() {
        let mut best = 0;
        for i in 1..left.len() {
            if scores[left[i]] > scores[left[best]] {
                best = i;
            }
        }
        named.push(left.remove(best));
    }
    named
}

// right: a class is in the top k if fewer than k come before it
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    let comes_before = |row: &[f32], label: usize| {
        let ahead = |&(class, score): &(usize, &f32)| {
            *score > row[label] || (*score == row[label] && class < label)
        };
        row.iter().enumerate().filter(ahead).count()
    };
    let rows = scores.iter().zip(&labels);
    let right = rows
        .filter(|&(row, &label)| comes_before(row, label) < k)
        .count();
    right as f32 / labels.len().max(1) as f32
}

// right: pairs of score and class are sorted, by both
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut pairs: Vec<(f32, usize)> = scores.into_iter().zip(0..).collect();
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    pairs.into_iter().take(k).map(|(_, class)| class).collect()
}

// wrong, mistake:ties to the last: sorted upwards and reversed, so of equal scores the higher number comes first
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut classes: Vec<usize> = (0..scores.len()).collect();
    classes.sort_by(|&i, &j| scores[i].total_cmp(&scores[j]));
    classes.reverse();
    classes.truncate(k);
    classes
}

// wrong, panic: cut by an index, which panics where k is more than there are
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut classes: Vec<usize> = (0..scores.len()).collect();
    classes.sort_by(|&i, &j| scores[j].total_cmp(&scores[i]));
    classes[..k].to_vec()
}

// wrong, mistake:by size: sorted by their sizes, whatever the sign
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut classes: Vec<usize> = (0..scores.len()).collect();
    classes.sort_by(|&i, &j| scores[j].abs().total_cmp(&scores[i].abs()));
    classes.truncate(k);
    classes
}

// wrong, mistake:by number: the right classes, but in the order of their numbers
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut classes: Vec<usize> = (0..scores.len()).collect();
    classes.sort_by(|&i, &j| scores[j].total_cmp(&scores[i]));
    classes.truncate(k);
    classes.sort();
    classes
}

// wrong, mistake:places: the rank of each class is returned, not the class on each rank
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut ranks = Vec::new();
    for i in 0..scores.len() {
        let before = (0..scores.len())
            .filter(|&j| scores[j] > scores[i] || (scores[j] == scores[i] && j < i))
            .count();
        ranks.push(before);
    }
    ranks.truncate(k);
    ranks
}

// wrong, mistake:ties are right: a label whose score is as high as the one in place k counts, even if others come before it
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    if labels.is_empty() {
        return 0.0;
    }
    let mut right = 0;
    for (row, &label) in scores.iter().zip(&labels) {
        let higher = row.iter().filter(|&&score| score > row[label]).count();
        if higher < k {
            right += 1;
        }
    }
    right as f32 / labels.len() as f32
}

// wrong, mistake:whole numbers divided: whole numbers are divided
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    let n = labels.len();
    if n == 0 {
        return 0.0;
    }
    let rows = scores.into_iter().zip(labels);
    let right = rows
        .filter(|(row, label)| top_k(row.clone(), k).contains(label))
        .count();
    (right / n) as f32
}

// wrong, mistake:divided by zero: no look at whether there are examples
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    let n = labels.len() as f32;
    let rows = scores.into_iter().zip(labels);
    let right = rows
        .filter(|(row, label)| top_k(row.clone(), k).contains(label))
        .count();
    right as f32 / n
}

// wrong, mistake:the last of them only: the label has to be in place k exactly
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    let n = labels.len();
    if n == 0 {
        return 0.0;
    }
    let rows = scores.into_iter().zip(labels);
    let right = rows
        .filter(|(row, label)| top_k(row.clone(), k).last() == Some(label))
        .count();
    right as f32 / n as f32
}

// wrong, mistake:mean over the classes: the mean of the accuracies of the classes
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    let classes = labels.iter().max().map_or(0, |most| most + 1);
    let (mut right, mut all) = (vec![0.0; classes], vec![0.0; classes]);
    for (row, label) in scores.into_iter().zip(labels) {
        all[label] += 1.0;
        if top_k(row, k).contains(&label) {
            right[label] += 1.0;
        }
    }
    let present: Vec<usize> = (0..classes).filter(|&class| all[class] > 0.0).collect();
    if present.is_empty() {
        return 0.0;
    }
    let total: f32 = present.iter().map(|&class| right[class] / all[class]).sum();
    total / present.len() as f32
}

// wrong, mistake:order of equal scores not kept: an unstable sort, which need not keep equal scores in their order
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut classes: Vec<usize> = (0..scores.len()).collect();
    classes.sort_unstable_by(|&i, &j| scores[j].total_cmp(&scores[i]));
    classes.truncate(k);
    classes
}

// wrong, mistake:divided by classes: divided by the number of classes
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    let Some(first) = scores.first() else {
        return 0.0;
    };
    let classes = first.len() as f32;
    let rows = scores.into_iter().zip(labels);
    let right = rows
        .filter(|(row, label)| top_k(row.clone(), k).contains(label))
        .count();
    right as f32 / classes
}

// wrong, mistake:k counted from 0: one class too many
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut classes: Vec<usize> = (0..scores.len()).collect();
    classes.sort_by(|&i, &j| scores[j].total_cmp(&scores[i]));
    classes.truncate(k + 1);
    classes
}

// wrong, mistake:equal scores once: classes with a score that is there already are left out
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut classes: Vec<usize> = (0..scores.len()).collect();
    classes.sort_by(|&i, &j| scores[j].total_cmp(&scores[i]));
    classes.dedup_by(|a, b| scores[*a] == scores[*b]);
    classes.truncate(k);
    classes
}

// wrong, mistake:lowest scores: the lowest scores come first
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut classes: Vec<usize> = (0..scores.len()).collect();
    classes.sort_by(|&i, &j| scores[i].total_cmp(&scores[j]));
    classes.truncate(k);
    classes
}

// wrong, panic: the scores are compared as whole numbers
pub fn top_k(scores: Vec<f32>, k: usize) -> Vec<usize> {
    let mut classes: Vec<usize> = (0..scores.len()).collect();
    classes.sort_by_key(|&i| -(scores[i] as i64));
    classes.truncate(k);
    classes
}

// wrong, mistake:perfect without examples: nothing is right where there is nothing wrong: 1 without examples
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    let n = labels.len();
    if n == 0 {
        return 1.0;
    }
    let rows = scores.into_iter().zip(labels);
    let right = rows
        .filter(|(row, label)| top_k(row.clone(), k).contains(label))
        .count();
    right as f32 / n as f32
}

// wrong, mistake:divided by all names: a share of k right ones for each example
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    let n = labels.len();
    if n == 0 {
        return 0.0;
    }
    let rows = scores.into_iter().zip(labels);
    let right = rows
        .filter(|(row, label)| top_k(row.clone(), k).contains(label))
        .count();
    right as f32 / (n * k) as f32
}

// wrong, mistake:one over the place: credit by the place of the label: 1 for the first, 1/2 for the second
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    let n = labels.len();
    if n == 0 {
        return 0.0;
    }
    let mut credit = 0.0;
    for (row, label) in scores.into_iter().zip(labels) {
        if let Some(place) = top_k(row, k).iter().position(|&class| class == label) {
            credit += 1.0 / (place + 1) as f32;
        }
    }
    credit / n as f32
}

// wrong, mistake:class in the place of the label: it asks whether the label is below k
pub fn accuracy(scores: Vec<Vec<f32>>, labels: Vec<usize>, k: usize) -> f32 {
    let n = labels.len();
    if n == 0 {
        return 0.0;
    }
    let rows = scores.into_iter().zip(labels);
    let right = rows
        .filter(|(row, label)| top_k(row.clone(), row.len())[*label] < k)
        .count();
    right as f32 / n as f32
}
