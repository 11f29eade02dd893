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
            let recall = if positive > 0.0 {
                found / positive
            } else {
                0.0
            };
            points.push(vec![(found / called) as f32, recall as f32]);
        }
    }
    points
}

// right: f64 inside, and iterators
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    let positive = labels.iter().filter(|&&l| l).count();
    let called: Vec<bool> = scores
        .iter()
        .zip(labels)
        .filter(|(s, _)| **s >= threshold)
        .map(|(_, l)| l)
        .collect();
    let found = called.iter().filter(|&&l| l).count() as f64;
    (
        (found / called.len().max(1) as f64) as f32,
        (found / positive.max(1) as f64) as f32,
    )
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
        .map(|i| {
            (points[i][1] as f64 - if i == 0 { 0.0 } else { points[i - 1][1] as f64 })
                * points[i][0] as f64
        })
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
    with_start
        .windows(2)
        .map(|pair| pair[1][0] * (pair[1][1] - pair[0][1]))
        .sum()
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
    let divide = |part: usize, whole: usize| -> f32 {
        if whole == 0 {
            0.0
        } else {
            part as f32 / whole as f32
        }
    };
    let (mut called, mut found, mut positive) = (0, 0, 0);
    for (&score, &label) in scores.iter().zip(&labels) {
        let is_called = score >= threshold;
        called += is_called as usize;
        positive += label as usize;
        found += (is_called && label) as usize;
    }
    (
        divide(called - found, called),
        divide(called - found, labels.len() - positive),
    )
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

// wrong, mistake:thresholds of positive ones: Only the scores of positive examples are thresholds
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let mut thresholds = scores
        .iter()
        .zip(&labels)
        .filter(|(_, l)| **l)
        .map(|(&s, _)| s)
        .collect::<Vec<f32>>();
    thresholds.sort_by(|a, b| b.total_cmp(a));
    thresholds.dedup();
    let mut points: Vec<Vec<f32>> = Vec::new();
    for threshold in thresholds {
        let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
        points.push(vec![precision, recall]);
    }
    points
}

// wrong, mistake:divided by the number of points: Divided by how many points there are
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

// right: three filters
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    let called: Vec<bool> = scores.iter().map(|&score| score >= threshold).collect();
    let found = called
        .iter()
        .zip(&labels)
        .filter(|&(&a, &b)| a && b)
        .count() as f32;
    let share = |list: &[bool]| match list.iter().filter(|&&it| it).count() {
        0 => 0.0,
        count => found / count as f32,
    };
    (share(&called), share(&labels))
}

// right: the harmonic mean as such
pub fn f1(precision: f32, recall: f32) -> f32 {
    if precision == 0.0 || recall == 0.0 {
        return 0.0;
    }
    2.0 / (1.0 / precision + 1.0 / recall)
}

// right: one walk down the sorted examples, with running counts
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let positive = labels.iter().filter(|&&label| label).count() as f32;
    let mut examples: Vec<(f32, bool)> = scores.into_iter().zip(labels).collect();
    examples.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut called, mut found) = (0.0, 0.0);
    let mut points = Vec::new();
    for i in 0..examples.len() {
        called += 1.0;
        found += f32::from(u8::from(examples[i].1));
        if i + 1 == examples.len() || examples[i + 1].0 != examples[i].0 {
            let recall = if positive == 0.0 {
                0.0
            } else {
                found / positive
            };
            points.push(vec![found / called, recall]);
        }
    }
    points
}

// wrong, mistake:threshold excluded: a score that equals the threshold is not called
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    let (mut positive, mut called, mut found) = (0.0, 0.0, 0.0);
    for (score, label) in scores.into_iter().zip(labels) {
        positive += if label { 1.0 } else { 0.0 };
        called += if score > threshold { 1.0 } else { 0.0 };
        found += if label && score > threshold { 1.0 } else { 0.0 };
    }
    let share = |whole: f32| if whole == 0.0 { 0.0 } else { found / whole };
    (share(called), share(positive))
}

// wrong, mistake:precision of nothing is perfect: if nothing is called, the precision is 1
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    let (mut positive, mut called, mut found) = (0.0, 0.0, 0.0);
    for (score, label) in scores.into_iter().zip(labels) {
        positive += if label { 1.0 } else { 0.0 };
        called += if score >= threshold { 1.0 } else { 0.0 };
        found += if label && score >= threshold {
            1.0
        } else {
            0.0
        };
    }
    let precision = if called == 0.0 { 1.0 } else { found / called };
    let recall = if positive == 0.0 {
        0.0
    } else {
        found / positive
    };
    (precision, recall)
}

// wrong, not_finite: one look only, at the positive ones; no call is divided by 0
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    let (mut positive, mut called, mut found) = (0.0, 0.0, 0.0);
    for (score, label) in scores.into_iter().zip(labels) {
        positive += if label { 1.0 } else { 0.0 };
        called += if score >= threshold { 1.0 } else { 0.0 };
        found += if label && score >= threshold {
            1.0
        } else {
            0.0
        };
    }
    if positive == 0.0 {
        return (0.0, 0.0);
    }
    (found / called, found / positive)
}

// wrong, mistake:recall divided by all examples: the recall is the share of all examples that is found
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    let all = scores.len() as f32;
    let (mut called, mut found) = (0.0, 0.0);
    for (score, label) in scores.into_iter().zip(labels) {
        called += if score >= threshold { 1.0 } else { 0.0 };
        found += if label && score >= threshold {
            1.0
        } else {
            0.0
        };
    }
    let share = |whole: f32| if whole == 0.0 { 0.0 } else { found / whole };
    (share(called), share(all))
}

// wrong, mistake:accuracy for precision: the accuracy in the place of the precision
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    let all = scores.len() as f32;
    let (mut positive, mut right, mut found) = (0.0, 0.0, 0.0);
    for (score, label) in scores.into_iter().zip(labels) {
        positive += if label { 1.0 } else { 0.0 };
        right += if label == (score >= threshold) {
            1.0
        } else {
            0.0
        };
        found += if label && score >= threshold {
            1.0
        } else {
            0.0
        };
    }
    let precision = if all == 0.0 { 0.0 } else { right / all };
    let recall = if positive == 0.0 {
        0.0
    } else {
        found / positive
    };
    (precision, recall)
}

// wrong, mistake:mean: the mean of the two
pub fn f1(precision: f32, recall: f32) -> f32 {
    (precision + recall) / 2.0
}

// wrong, mistake:root of the product: the root of the product
pub fn f1(precision: f32, recall: f32) -> f32 {
    (precision * recall).sqrt()
}

// wrong, mistake:without the 2: without the 2
pub fn f1(precision: f32, recall: f32) -> f32 {
    if precision + recall == 0.0 {
        return 0.0;
    }
    precision * recall / (precision + recall)
}

// wrong, mistake:divided by zero: no look at whether both are 0
pub fn f1(precision: f32, recall: f32) -> f32 {
    2.0 * precision * recall / (precision + recall)
}

// wrong, mistake:equal scores repeated: one point for each example, also where scores are equal
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let mut thresholds = scores.clone();
    thresholds.sort_by(|a, b| b.total_cmp(a));
    let mut points = Vec::new();
    for threshold in thresholds {
        let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
        points.push(vec![precision, recall]);
    }
    points
}

// wrong, mistake:begins at recall 0: a point with precision 1 and recall 0 comes first
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let mut thresholds = scores.clone();
    thresholds.sort_by(|a, b| b.total_cmp(a));
    thresholds.dedup();
    let mut points = vec![vec![1.0, 0.0]];
    for threshold in thresholds {
        let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
        points.push(vec![precision, recall]);
    }
    points
}

// wrong, mistake:thresholds of positive ones: only the scores of positive examples are thresholds
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let pairs = scores.iter().zip(&labels);
    let mut thresholds: Vec<f32> = pairs.filter(|it| *it.1).map(|it| *it.0).collect();
    thresholds.sort_by(|a, b| b.total_cmp(a));
    thresholds.dedup();
    let mut points = Vec::new();
    for threshold in thresholds {
        let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
        points.push(vec![precision, recall]);
    }
    points
}

// wrong, mistake:neighbours looked at before sorting: equal ones are removed before the list is sorted
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let mut thresholds = scores.clone();
    thresholds.dedup();
    thresholds.sort_by(|a, b| b.total_cmp(a));
    let mut points = Vec::new();
    for threshold in thresholds {
        let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
        points.push(vec![precision, recall]);
    }
    points
}

// wrong, mistake:recall first: the rows have the recall first
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let mut thresholds = scores.clone();
    thresholds.sort_by(|a, b| b.total_cmp(a));
    thresholds.dedup();
    let mut points = Vec::new();
    for threshold in thresholds {
        let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
        points.push(vec![recall, precision]);
    }
    points
}

// wrong, mistake:straight lines: the points are joined by straight lines
pub fn average_precision(points: Vec<Vec<f32>>) -> f32 {
    let (mut sum, mut before) = (0.0, vec![1.0, 0.0]);
    for point in points {
        sum += (point[1] - before[1]) * (point[0] + before[0]) / 2.0;
        before = point;
    }
    sum
}

// wrong, mistake:first rise left out: the first point has no point before it, and is left out
pub fn average_precision(points: Vec<Vec<f32>>) -> f32 {
    points
        .windows(2)
        .map(|pair| (pair[1][1] - pair[0][1]) * pair[1][0])
        .sum()
}

// wrong, mistake:precision before, 1 at first: each rise has the precision of the point before
pub fn average_precision(points: Vec<Vec<f32>>) -> f32 {
    let (mut sum, mut before) = (0.0, vec![1.0, 0.0]);
    for point in points {
        sum += (point[1] - before[1]) * before[0];
        before = point;
    }
    sum
}

// wrong, mistake:mean: the plain mean of the precisions
pub fn average_precision(points: Vec<Vec<f32>>) -> f32 {
    if points.is_empty() {
        return 0.0;
    }
    points.iter().map(|point| point[0]).sum::<f32>() / points.len() as f32
}

// wrong, mistake:recall for its rise: the recall itself is the weight, not its rise
pub fn average_precision(points: Vec<Vec<f32>>) -> f32 {
    points.iter().map(|point| point[1] * point[0]).sum()
}

// wrong, mistake:the low ones: low scores are called
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    let (mut positive, mut called, mut found) = (0.0, 0.0, 0.0);
    for (score, label) in scores.into_iter().zip(labels) {
        positive += if label { 1.0 } else { 0.0 };
        called += if score <= threshold { 1.0 } else { 0.0 };
        found += if label && score <= threshold {
            1.0
        } else {
            0.0
        };
    }
    let share = |whole: f32| if whole == 0.0 { 0.0 } else { found / whole };
    (share(called), share(positive))
}

// wrong, mistake:positive ones among the called: only the positive examples that are called are counted as positive, so the recall is 1
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    let (mut positive, mut called, mut found) = (0.0, 0.0, 0.0);
    for (score, label) in scores.into_iter().zip(labels) {
        if score >= threshold {
            called += 1.0;
            positive += if label { 1.0 } else { 0.0 };
            found += if label { 1.0 } else { 0.0 };
        }
    }
    let share = |whole: f32| if whole == 0.0 { 0.0 } else { found / whole };
    (share(called), share(positive))
}

// wrong, mistake:negative ones found: found counts all that is right, the negative ones too
pub fn at_threshold(scores: Vec<f32>, labels: Vec<bool>, threshold: f32) -> (f32, f32) {
    let (mut positive, mut called, mut found) = (0.0, 0.0, 0.0);
    for (score, label) in scores.into_iter().zip(labels) {
        positive += if label { 1.0 } else { 0.0 };
        called += if score >= threshold { 1.0 } else { 0.0 };
        found += if label == (score >= threshold) {
            1.0
        } else {
            0.0
        };
    }
    let share = |whole: f32| if whole == 0.0 { 0.0 } else { found / whole };
    (share(called), share(positive))
}

// wrong, mistake:smaller: the lower of the two
pub fn f1(precision: f32, recall: f32) -> f32 {
    precision.min(recall)
}

// wrong, mistake:product: a product of both
pub fn f1(precision: f32, recall: f32) -> f32 {
    2.0 * precision * recall
}

// wrong, mistake:last threshold left out: each threshold lies halfway between two scores
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let mut thresholds = scores.clone();
    thresholds.sort_by(|a, b| b.total_cmp(a));
    thresholds.dedup();
    let mut points = Vec::new();
    for pair in thresholds.windows(2) {
        let threshold = (pair[0] + pair[1]) / 2.0;
        let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
        points.push(vec![precision, recall]);
    }
    points
}

// wrong, shape: rows of threshold, precision and recall
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let mut thresholds = scores.clone();
    thresholds.sort_by(|a, b| b.total_cmp(a));
    thresholds.dedup();
    let mut points = Vec::new();
    for threshold in thresholds {
        let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
        points.push(vec![threshold, precision, recall]);
    }
    points
}

// wrong, mistake:thresholds of positive ones: a point only where the recall rises
pub fn curve(scores: Vec<f32>, labels: Vec<bool>) -> Vec<Vec<f32>> {
    let mut thresholds = scores.clone();
    thresholds.sort_by(|a, b| b.total_cmp(a));
    thresholds.dedup();
    let mut points = Vec::new();
    let mut before = 0.0;
    for threshold in thresholds {
        let (precision, recall) = at_threshold(scores.clone(), labels.clone(), threshold);
        if recall > before {
            points.push(vec![precision, recall]);
            before = recall;
        }
    }
    points
}

// wrong, mistake:risen since the first point: the recall before is never moved on
pub fn average_precision(points: Vec<Vec<f32>>) -> f32 {
    let Some(first) = points.first() else {
        return 0.0;
    };
    let before = first[1];
    let rest: f32 = points[1..]
        .iter()
        .map(|point| (point[1] - before) * point[0])
        .sum();
    before * first[0] + rest
}

// wrong, mistake:divided by the number of points: divided by the number of points as well
pub fn average_precision(points: Vec<Vec<f32>>) -> f32 {
    let (mut sum, mut before) = (0.0, 0.0);
    for point in &points {
        sum += (point[1] - before) * point[0];
        before = point[1];
    }
    sum / points.len().max(1) as f32
}
