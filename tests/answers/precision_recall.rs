// right: one pass over the sorted examples
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let mut examples: Vec<(f32, bool)> = scores.into_iter().zip(labels).collect();
    examples.sort_by(|a, b| b.0.partial_cmp(&a.0).unwrap());
    let positive = examples.iter().filter(|e| e.1).count() as f64;
    let mut points = vec![];
    let (mut called, mut found) = (0.0, 0.0);
    for i in 0..examples.len() {
        called += 1.0;
        if examples[i].1 {
            found += 1.0;
        }
        if i + 1 == examples.len() || examples[i + 1].0 != examples[i].0 {
            let recall = if positive > 0.0 { found / positive } else { 0.0 };
            points.push(vec![(found / called) as f32, recall as f32]);
        }
    }
    points
}

// right: f64 inside, and iterators
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    let positive = labels.iter().filter(|&&l| l).count();
    let called: Vec<bool> = scores.iter().zip(labels).filter(|(s, _)| **s >= threshold).map(|(_, l)| l).collect();
    let found = called.iter().filter(|&&l| l).count() as f64;
    ((found / called.len().max(1) as f64) as f32, (found / positive.max(1) as f64) as f32)
}

pub fn f1(precision: f32, recall: f32) -> f32 {
    let (p, r) = (precision as f64, recall as f64);
    match p + r {
        0.0 => 0.0,
        sum => (2.0 * p * r / sum) as f32,
    }
}

pub fn average_precision(points: Vec<Vec<f32>>) -> f32 {
    (0..points.len())
        .map(|i| (points[i][1] as f64 - if i == 0 { 0.0 } else { points[i - 1][1] as f64 }) * points[i][0] as f64)
        .sum::<f64>() as f32
}

// right: the harmonic mean as it is written, and a point at recall 0 with no weight
pub fn f1(precision: f32, recall: f32) -> f32 {
    if precision == 0.0 || recall == 0.0 {
        0.0
    } else {
        2.0 / (1.0 / precision + 1.0 / recall)
    }
}

pub fn average_precision(points: Vec<Vec<f32>>) -> f32 {
    let mut with_start = vec![vec![1.0, 0.0]];
    with_start.extend(points);
    with_start.windows(2).map(|pair| pair[1][0] * (pair[1][1] - pair[0][1])).sum()
}

// wrong, values: Squares below the line
pub fn f1(precision: f32, recall: f32) -> f32 {
    if precision + recall == 0.0 {
        return 0.0;
    }
    2.0 * precision * recall / (precision * precision + recall * recall)
}

// wrong, values: Both numbers of the other class
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    let divide = |part: usize, whole: usize| -> f32 { if whole == 0 { 0.0 } else { part as f32 / whole as f32 } };
    let (mut called, mut found, mut positive) = (0, 0, 0);
    for (&score, &label) in scores.iter().zip(&labels) {
        let is_called = score >= threshold;
        called += is_called as usize;
        positive += label as usize;
        found += (is_called && label) as usize;
    }
    (divide(called - found, called), divide(called - found, labels.len() - positive))
}

// wrong, batch_order: The scores are sorted and the labels are not
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let mut sorted = scores.clone();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let mut thresholds = sorted.clone();
    thresholds.dedup();
    thresholds
        .iter()
        .map(|&t| {
            let (p, r) = at_threshold(sorted.clone(), labels.clone(), t);
            vec![p, r]
        })
        .collect()
}

// wrong, array_count: Only the scores of positive examples are thresholds
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let mut thresholds = scores.iter().zip(&labels).filter(|(_, l)| **l).map(|(&s, _)| s).collect::<Vec<f32>>();
    thresholds.sort_by(|a, b| b.total_cmp(a));
    thresholds.dedup();
    let mut points: Vec<Vec<f32>> = Vec::new();
    for threshold in thresholds {
        let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
        points.push(vec![precision, recall]);
    }
    points
}

// wrong, values: Divided by how many points there are
pub fn average_precision(points: Vec<Vec<f32>>) -> f32 {
    let mut before = 0.0;
    let mut total = 0.0;
    for point in &points {
        total += (point[1] - before) * point[0];
        before = point[1];
    }
    total / points.len().max(1) as f32
}

// wrong, mistake:recall for its rise: The recall before is always 0
pub fn average_precision(points: Vec<Vec<f32>>) -> f32 {
    let mut before = 0.0;
    let mut total = 0.0;
    for point in &points {
        total += (point[1] - before) * point[0];
        
    }
    total
}
