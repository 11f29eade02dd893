// right: a stable sort by the scores, highest first
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let score = |option: &Vec<f32>| option.iter().sum::<f32>() / option.len() as f32;
    let mut places: Vec<usize> = (0..options.len()).collect();
    places.sort_by(|a, b| score(&options[*b]).total_cmp(&score(&options[*a])));
    places[0]
}

// right: max_by takes the last of equal ones, so the options go by from the back
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let scores = options.iter().map(|option| {
        let tokens = option.len() as f32;
        option.iter().map(|log| log / tokens).sum::<f32>()
    });
    let scores: Vec<f32> = scores.collect();
    let from_the_back = scores.iter().enumerate().rev();
    let best = from_the_back.max_by(|a, b| a.1.total_cmp(b.1));
    best.map_or(0, |(at, _)| at)
}

// right: the lowest perplexity, in 64 bits
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let perplexity = |option: &Vec<f32>| {
        let sum: f64 = option.iter().map(|&log| f64::from(log)).sum();
        (-sum / option.len() as f64).exp()
    };
    let mut best = 0;
    for at in 1..options.len() {
        if perplexity(&options[at]) < perplexity(&options[best]) {
            best = at;
        }
    }
    best
}

// right: the search begins with the lowest finite number
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::MIN);
    for (at, option) in options.iter().enumerate() {
        let score = option.iter().sum::<f32>() / option.len() as f32;
        if score > highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// right: a 1 for each question that is right, added up
pub fn right(choices: Vec<usize>, answers: Vec<usize>) -> usize {
    (0..answers.len())
        .map(|question| usize::from(choices[question] == answers[question]))
        .sum()
}

// right: the two roots of the equation that the interval solves
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n, z) = (k as f64, n as f64, 1.96_f64);
    let (a, b, c) = (1.0 + z * z / n, -(2.0 * k + z * z) / n, (k / n).powi(2));
    let root = (b * b - 4.0 * a * c).max(0.0).sqrt();
    (
        ((-b - root) / (2.0 * a)) as f32,
        ((-b + root) / (2.0 * a)) as f32,
    )
}

// right: by the share p, as books write it
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let z = 1.96_f32;
    let (p, n) = (k as f32 / n as f32, n as f32);
    let whole = 1.0 + z.powi(2) / n;
    let middle = p + z.powi(2) / (2.0 * n);
    let half = z * (p * (1.0 - p) / n + z.powi(2) / (4.0 * n * n)).sqrt();
    ((middle - half) / whole, (middle + half) / whole)
}

// wrong, mistake:the sum: the sum, which prefers short options
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::NEG_INFINITY);
    for (at, option) in options.iter().enumerate() {
        let score = option.iter().sum::<f32>();
        if score > highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:least likely: the lowest score
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::INFINITY);
    for (at, option) in options.iter().enumerate() {
        let score = option.iter().sum::<f32>() / option.len() as f32;
        if score < highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:last of equals: of equal scores the last, by max_by
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let score = |option: &Vec<f32>| option.iter().sum::<f32>() / option.len() as f32;
    let all = options.iter().enumerate();
    let best = all.max_by(|a, b| score(a.1).total_cmp(&score(b.1)));
    best.map_or(0, |(at, _)| at)
}

// wrong, mistake:last of equals: of equal scores the last, by >=
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::NEG_INFINITY);
    for (at, option) in options.iter().enumerate() {
        let score = option.iter().sum::<f32>() / option.len() as f32;
        if score >= highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:always the first: the search begins with 0, which no score is above
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, 0.0);
    for (at, option) in options.iter().enumerate() {
        let score = option.iter().sum::<f32>() / option.len() as f32;
        if score > highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:back to probabilities: the search begins with -100, so a score below that is never taken
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, -100.0);
    for (at, option) in options.iter().enumerate() {
        let score = option.iter().sum::<f32>() / option.len() as f32;
        if score > highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:mean of the probabilities: the mean of the probabilities, not of their logarithms
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::NEG_INFINITY);
    for (at, option) in options.iter().enumerate() {
        let score = option.iter().map(|log| log.exp()).sum::<f32>() / option.len() as f32;
        if score > highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:impossible tokens left out: tokens of probability 0 are left out of the score
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::NEG_INFINITY);
    for (at, option) in options.iter().enumerate() {
        let finite: Vec<f32> = option.iter().copied().filter(|it| it.is_finite()).collect();
        let score = finite.iter().sum::<f32>() / finite.len() as f32;
        if score > highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:one token fewer: divided by one token fewer
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::NEG_INFINITY);
    for (at, option) in options.iter().enumerate() {
        let score = option.iter().sum::<f32>() / (option.len() - 1) as f32;
        if score > highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:one token more: divided by one token more
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::NEG_INFINITY);
    for (at, option) in options.iter().enumerate() {
        let score = option.iter().sum::<f32>() / (option.len() + 1) as f32;
        if score > highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:first token only: the first token alone decides
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::NEG_INFINITY);
    for (at, option) in options.iter().enumerate() {
        let score = option[0];
        if score > highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:last token only: the last token alone decides
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::NEG_INFINITY);
    for (at, option) in options.iter().enumerate() {
        let score = option[option.len() - 1];
        if score > highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:the least likely token: the least likely token decides
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::NEG_INFINITY);
    for (at, option) in options.iter().enumerate() {
        let score = option.iter().copied().fold(f32::INFINITY, f32::min);
        if score > highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:the sum: divided by the number of options, not of tokens
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::NEG_INFINITY);
    for (at, option) in options.iter().enumerate() {
        let score = option.iter().sum::<f32>() / options.len() as f32;
        if score > highest {
            (best, highest) = (at, score);
        }
    }
    best
}

// wrong, mistake:counted from 1 in the search: the place counts from 1
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let (mut best, mut highest) = (0, f32::NEG_INFINITY);
    for (at, option) in options.iter().enumerate() {
        let score = option.iter().sum::<f32>() / option.len() as f32;
        if score > highest {
            (best, highest) = (at + 1, score);
        }
    }
    best
}

// wrong, mistake:until the first fall: the first score of all is never beaten, since the search stops at the first fall
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    let score = |option: &Vec<f32>| option.iter().sum::<f32>() / option.len() as f32;
    let mut best = 0;
    while best + 1 < options.len() && score(&options[best + 1]) > score(&options[best]) {
        best += 1;
    }
    best
}

// wrong, mistake:wrong ones: counts the questions that are wrong
pub fn right(choices: Vec<usize>, answers: Vec<usize>) -> usize {
    choices.iter().zip(&answers).filter(|(a, b)| a != b).count()
}

// wrong, mistake:answers from 1: the answers count from 1
pub fn right(choices: Vec<usize>, answers: Vec<usize>) -> usize {
    choices
        .iter()
        .zip(&answers)
        .filter(|(choice, answer)| **choice + 1 == **answer)
        .count()
}

// wrong, mistake:until the first wrong one: stops at the first wrong one
pub fn right(choices: Vec<usize>, answers: Vec<usize>) -> usize {
    choices
        .iter()
        .zip(&answers)
        .take_while(|(a, b)| a == b)
        .count()
}

// wrong, mistake:an answer of any question: a choice counts if it is the answer of any question
pub fn right(choices: Vec<usize>, answers: Vec<usize>) -> usize {
    choices
        .iter()
        .filter(|choice| answers.contains(choice))
        .count()
}

// wrong, mistake:all of them: all questions count
pub fn right(choices: Vec<usize>, answers: Vec<usize>) -> usize {
    choices.iter().zip(&answers).count()
}

// wrong, mistake:plain interval: the plain interval of the normal distribution, without Wilson's terms
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = k / n;
    let half = z * (middle * (1.0 - middle) / n).sqrt();
    (middle - half, middle + half)
}

// wrong, mistake:z of 2: z is 2
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 2.0_f32;
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z * (k * (n - k) / n + z * z / 4.0).sqrt() / (n + z * z);
    (middle - half, middle + half)
}

// wrong, mistake:z of 1: z is 1, one standard deviation
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.0_f32;
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z * (k * (n - k) / n + z * z / 4.0).sqrt() / (n + z * z);
    (middle - half, middle + half)
}

// wrong, mistake:z^2 / 2 left out: the z^2 / 2 of the middle is forgotten
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = k / (n + z * z);
    let half = z * (k * (n - k) / n + z * z / 4.0).sqrt() / (n + z * z);
    (middle - half, middle + half)
}

// wrong, mistake:around the share: the middle is the share of right ones
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = k / n;
    let half = z * (k * (n - k) / n + z * z / 4.0).sqrt() / (n + z * z);
    (middle - half, middle + half)
}

// wrong, mistake:z not squared: z is not squared
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = (k + z / 2.0) / (n + z);
    let half = z * (k * (n - k) / n + z / 4.0).sqrt() / (n + z);
    (middle - half, middle + half)
}

// wrong, mistake:z^2 / 4 left out: the z^2 / 4 under the root is forgotten
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z * (k * (n - k) / n).sqrt() / (n + z * z);
    (middle - half, middle + half)
}

// wrong, mistake:middle and half: middle and half are returned
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z * (k * (n - k) / n + z * z / 4.0).sqrt() / (n + z * z);
    (middle, half)
}

// wrong, mistake:ends exchanged: high stands before low
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z * (k * (n - k) / n + z * z / 4.0).sqrt() / (n + z * z);
    (middle + half, middle - half)
}

// wrong, mistake:in percent: percents
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z * (k * (n - k) / n + z * z / 4.0).sqrt() / (n + z * z);
    (100.0 * (middle - half), 100.0 * (middle + half))
}

// wrong, mistake:divided in whole numbers: k (n - k) / n is divided in whole numbers
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let spread = (k * (n - k) / n) as f32;
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z * (spread + z * z / 4.0).sqrt() / (n + z * z);
    (middle - half, middle + half)
}

// wrong, mistake:half of the half: half is halved once more
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z * (k * (n - k) / n + z * z / 4.0).sqrt() / (n + z * z);
    (middle - half / 2.0, middle + half / 2.0)
}

// wrong, mistake:z left out before the root: the z before the root is forgotten
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = (k * (n - k) / n + z * z / 4.0).sqrt() / (n + z * z);
    (middle - half, middle + half)
}

// wrong, mistake:half divided by n: only the root is divided by n, not by n + z^2
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z * (k * (n - k) / n + z * z / 4.0).sqrt() / n;
    (middle - half, middle + half)
}

// wrong, mistake:divided under the root: the division stands under the root
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z * ((k * (n - k) / n + z * z / 4.0) / (n + z * z)).sqrt();
    (middle - half, middle + half)
}

// wrong, mistake:not divided by n under the root: the division by n inside the root is forgotten
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = (k + z * z / 2.0) / (n + z * z);
    let half = z * (k * (n - k) + z * z / 4.0).sqrt() / (n + z * z);
    (middle - half, middle + half)
}

// wrong, mistake:z^2 / 2 added too late: the z^2 / 2 of the middle stands behind the division
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    let (k, n) = (k as f32, n as f32);
    let z = 1.96_f32;
    let middle = k / (n + z * z) + z * z / 2.0;
    let half = z * (k * (n - k) / n + z * z / 4.0).sqrt() / (n + z * z);
    (middle - half, middle + half)
}
