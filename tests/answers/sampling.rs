// right: everything in f64; the probabilities of a temperature by log-sum-exp; the largest looked for again and again; what u has left is what is drawn from
pub fn with_temperature(logits: Vec<f32>, temperature: f32) -> Vec<f32> {
    let t = f64::from(temperature);
    let top = logits
        .iter()
        .map(|&x| f64::from(x) / t)
        .fold(f64::MIN, f64::max);
    let mut total = 0.0;
    for &x in &logits {
        total += (f64::from(x) / t - top).exp();
    }
    let level = top + total.ln();
    logits
        .iter()
        .map(|&x| (f64::from(x) / t - level).exp() as f32)
        .collect()
}

fn largest(list: &[f32]) -> Option<usize> {
    let mut best: Option<usize> = None;
    for i in 0..list.len() {
        if list[i] >= 0.0 && best.is_none_or(|b| list[i] > list[b]) {
            best = Some(i);
        }
    }
    best
}

pub fn top_k(probabilities: Vec<f32>, k: usize) -> Vec<f32> {
    let mut rest = probabilities.clone();
    let mut kept = vec![0.0f64; rest.len()];
    for _ in 0..k {
        let Some(best) = largest(&rest) else { break };
        kept[best] = f64::from(rest[best]);
        rest[best] = -1.0;
    }
    let sum: f64 = kept.iter().sum();
    kept.iter().map(|x| (x / sum) as f32).collect()
}

pub fn top_p(probabilities: Vec<f32>, p: f32) -> Vec<f32> {
    let mut rest = probabilities.clone();
    let mut kept = vec![0.0f64; rest.len()];
    let mut sum = 0.0;
    while sum < f64::from(p) {
        let Some(best) = largest(&rest) else { break };
        kept[best] = f64::from(rest[best]);
        sum += f64::from(rest[best]);
        rest[best] = -1.0;
    }
    kept.iter().map(|x| (x / sum) as f32).collect()
}

pub fn draw(probabilities: Vec<f32>, u: f32) -> usize {
    let mut left = u;
    for (token, &p) in probabilities.iter().enumerate() {
        if left < p {
            return token;
        }
        left -= p;
    }
    let mut token = probabilities.len() - 1;
    while probabilities[token] == 0.0 {
        token -= 1;
    }
    token
}

// right: ranks instead of sorting; what stands before a token, in its own sum, settles whether it stays; running sums and `partition_point`
pub fn with_temperature(logits: Vec<f32>, temperature: f32) -> Vec<f32> {
    let mut sorted = logits.clone();
    sorted.sort_by(|a, b| b.partial_cmp(a).unwrap());
    let e: Vec<f32> = logits
        .iter()
        .map(|l| ((l - sorted[0]) / temperature).exp())
        .collect();
    let sum = e.iter().sum::<f32>();
    e.iter().map(|e| e / sum).collect()
}

fn is_before(probabilities: &[f32], i: usize, j: usize) -> bool {
    probabilities[i] > probabilities[j] || (probabilities[i] == probabilities[j] && i < j)
}

fn shared(kept: Vec<f32>) -> Vec<f32> {
    let sum: f32 = kept.iter().sum();
    kept.into_iter().map(|x| x / sum).collect()
}

pub fn top_k(probabilities: Vec<f32>, k: usize) -> Vec<f32> {
    let all = &probabilities;
    let kept = (0..all.len()).map(|j| {
        let rank = (0..all.len()).filter(|&i| is_before(all, i, j)).count();
        if rank < k { all[j] } else { 0.0 }
    });
    shared(kept.collect())
}

pub fn top_p(probabilities: Vec<f32>, p: f32) -> Vec<f32> {
    let all = &probabilities;
    let kept = (0..all.len()).map(|j| {
        let before: f32 = (0..all.len())
            .filter(|&i| is_before(all, i, j))
            .map(|i| all[i])
            .sum();
        if before < p { all[j] } else { 0.0 }
    });
    shared(kept.collect())
}

pub fn draw(probabilities: Vec<f32>, u: f32) -> usize {
    let sums: Vec<f32> = probabilities
        .iter()
        .scan(0.0, |sum, p| {
            *sum += p;
            Some(*sum)
        })
        .collect();
    let token = sums.partition_point(|&sum| sum <= u);
    if token < sums.len() {
        token
    } else {
        probabilities.iter().rposition(|&p| p > 0.0).unwrap()
    }
}

// right: powers of the exponentials; a threshold, with as many of the equal ones as fit; a sorted list of pairs; draws with `find` on running sums
pub fn with_temperature(logits: Vec<f32>, temperature: f32) -> Vec<f32> {
    let max = logits.iter().cloned().reduce(f32::max).unwrap();
    let powers: Vec<f32> = logits
        .iter()
        .map(|x| (x - max).exp().powf(1.0 / temperature))
        .collect();
    let total: f32 = powers.iter().sum();
    powers.iter().map(|x| x * (1.0 / total)).collect()
}

pub fn top_k(probabilities: Vec<f32>, k: usize) -> Vec<f32> {
    let mut sorted = probabilities.clone();
    sorted.sort_by(f32::total_cmp);
    sorted.reverse();
    sorted.truncate(k);
    let threshold = sorted[sorted.len() - 1];
    let mut equal = sorted.iter().filter(|&&x| x == threshold).count();
    let sum: f32 = sorted.iter().sum();
    let mut result = probabilities;
    for x in result.iter_mut() {
        if *x > threshold {
            *x /= sum;
        } else if *x == threshold && equal > 0 {
            equal -= 1;
            *x /= sum;
        } else {
            *x = 0.0;
        }
    }
    result
}

pub fn top_p(probabilities: Vec<f32>, p: f32) -> Vec<f32> {
    let mut pairs: Vec<(usize, f32)> = probabilities.iter().copied().enumerate().collect();
    pairs.sort_by(|a, b| b.1.partial_cmp(&a.1).unwrap().then(a.0.cmp(&b.0)));
    let mut result = vec![0.0; probabilities.len()];
    let mut sum = 0.0;
    for (token, x) in pairs {
        result[token] = x;
        sum += x;
        if sum >= p {
            break;
        }
    }
    for x in &mut result {
        *x /= sum;
    }
    result
}

pub fn draw(probabilities: Vec<f32>, u: f32) -> usize {
    let mut sum = 0.0_f64;
    let found = probabilities.iter().position(|&p| {
        sum += p as f64;
        sum > u as f64
    });
    found.unwrap_or_else(|| {
        let mut last = 0;
        for i in 0..probabilities.len() {
            if probabilities[i] != 0.0 {
                last = i;
            }
        }
        last
    })
}

// wrong, mistake:largest not divided: the largest is taken away after the division, and is not divided
pub fn with_temperature(logits: Vec<f32>, temperature: f32) -> Vec<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let e: Vec<f32> = logits
        .iter()
        .map(|x| (x / temperature - max).exp())
        .collect();
    let sum: f32 = e.iter().sum();
    e.iter().map(|x| x / sum).collect()
}

// wrong, mistake:largest from 0 on: the largest is looked for from 0 on
pub fn with_temperature(logits: Vec<f32>, temperature: f32) -> Vec<f32> {
    let max = logits.iter().copied().fold(0.0, f32::max);
    let e: Vec<f32> = logits
        .iter()
        .map(|x| ((x - max) / temperature).exp())
        .collect();
    let sum: f32 = e.iter().sum();
    e.iter().map(|x| x / sum).collect()
}

// wrong, mistake:the first taken away: only the first logit is taken for the largest
pub fn with_temperature(logits: Vec<f32>, temperature: f32) -> Vec<f32> {
    let e: Vec<f32> = logits
        .iter()
        .map(|x| ((x - logits[0]) / temperature).exp())
        .collect();
    let sum: f32 = e.iter().sum();
    e.iter().map(|x| x / sum).collect()
}

// wrong, mistake:none of a tie: only what is more probable than number k + 1 stays
pub fn top_k(probabilities: Vec<f32>, k: usize) -> Vec<f32> {
    let mut sorted = probabilities.clone();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let most = sorted.get(k).copied().unwrap_or(0.0);
    let kept: Vec<f32> = probabilities
        .iter()
        .map(|&x| if x > most { x } else { 0.0 })
        .collect();
    let sum: f32 = kept.iter().sum();
    kept.iter().map(|x| x / sum).collect()
}

// wrong, mistake:at most p: the token that reaches p is left out, except the first
pub fn top_p(probabilities: Vec<f32>, p: f32) -> Vec<f32> {
    let mut tokens: Vec<usize> = (0..probabilities.len()).collect();
    tokens.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let mut kept = vec![0.0; probabilities.len()];
    let mut sum = 0.0;
    for &token in &tokens {
        if sum + probabilities[token] > p && sum > 0.0 {
            break;
        }
        kept[token] = probabilities[token];
        sum += probabilities[token];
    }
    kept.iter().map(|x| x / sum).collect()
}

// wrong, mistake:probable by themselves: keeps each token whose own probability is at least p
pub fn top_p(probabilities: Vec<f32>, p: f32) -> Vec<f32> {
    let kept: Vec<f32> = probabilities
        .iter()
        .map(|&x| if x >= p { x } else { 0.0 })
        .collect();
    let sum: f32 = kept.iter().sum();
    kept.iter().map(|x| x / sum).collect()
}

// wrong, mistake:all of a tie: the last of the kept is found by its probability, so all that are equal to it stay
pub fn top_p(probabilities: Vec<f32>, p: f32) -> Vec<f32> {
    let mut sorted = probabilities.clone();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let mut sum = 0.0;
    let mut least = 0.0;
    for x in sorted {
        least = x;
        sum += x;
        if sum >= p {
            break;
        }
    }
    let kept: Vec<f32> = probabilities
        .iter()
        .map(|&x| if x >= least { x } else { 0.0 })
        .collect();
    let sum: f32 = kept.iter().sum();
    kept.iter().map(|x| x / sum).collect()
}

// wrong, mistake:last of a tie: the larger number comes first among equals in top p
pub fn top_p(probabilities: Vec<f32>, p: f32) -> Vec<f32> {
    let mut tokens: Vec<usize> = (0..probabilities.len()).collect();
    tokens.sort_by(|&a, &b| probabilities[a].total_cmp(&probabilities[b]));
    let mut kept = vec![0.0; probabilities.len()];
    let mut sum = 0.0;
    for &token in tokens.iter().rev() {
        kept[token] = probabilities[token];
        sum += probabilities[token];
        if sum >= p {
            break;
        }
    }
    kept.iter().map(|x| x / sum).collect()
}

// wrong, mistake:token 0 at the end: token 0 where the sum is never larger
pub fn draw(probabilities: Vec<f32>, u: f32) -> usize {
    let mut sum = 0.0;
    for (token, &p) in probabilities.iter().enumerate() {
        sum += p;
        if sum > u {
            return token;
        }
    }
    0
}

// wrong, mistake:from the most probable: adds up from the most probable on
pub fn draw(probabilities: Vec<f32>, u: f32) -> usize {
    let mut tokens: Vec<usize> = (0..probabilities.len()).collect();
    tokens.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let mut sum = 0.0;
    for &token in &tokens {
        sum += probabilities[token];
        if sum > u {
            return token;
        }
    }
    probabilities.iter().rposition(|&p| p > 0.0).unwrap()
}

// wrong, mistake:one behind: compares before adding, so it is one token late
pub fn draw(probabilities: Vec<f32>, u: f32) -> usize {
    let mut sum = 0.0;
    for (token, &p) in probabilities.iter().enumerate() {
        if sum > u {
            return token;
        }
        sum += p;
    }
    probabilities.iter().rposition(|&p| p > 0.0).unwrap()
}

// wrong, mistake:the most probable at the end: the most probable where the sum is never larger
pub fn draw(probabilities: Vec<f32>, u: f32) -> usize {
    let mut sum = 0.0;
    let mut best = 0;
    for (token, &p) in probabilities.iter().enumerate() {
        sum += p;
        if sum > u {
            return token;
        }
        if p > probabilities[best] {
            best = token;
        }
    }
    best
}
