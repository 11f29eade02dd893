// right: one list of all tokens, in double precision; a product of powers; bits by base 2
pub fn nats_per_token(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    let mut all: Vec<f64> = Vec::new();
    for text in 0..logs.len() {
        all.extend(logs[text].iter().take(lengths[text]).map(|&log| f64::from(log)));
    }
    let mean = all.iter().sum::<f64>() / all.len() as f64;
    (mean * -1.0) as f32
}

pub fn perplexity(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    let n = lengths.iter().sum::<usize>() as f64;
    let mut product = 1.0_f64;
    for (row, length) in logs.into_iter().zip(lengths) {
        for log in &row[..length] {
            product *= (-f64::from(*log) / n).exp();
        }
    }
    product as f32
}

pub fn bits_per_byte(logs: Vec<Vec<f32>>, lengths: Vec<usize>, texts: Vec<String>) -> f32 {
    let mut bits = 0.0;
    for (row, length) in logs.iter().zip(lengths) {
        bits -= row.iter().take(length).map(|log| log.exp().log2()).sum::<f32>();
    }
    bits / texts.concat().len() as f32
}

// right: the padding cut off first, row by row
pub fn nats_per_token(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    let mut rows = logs;
    for (row, length) in rows.iter_mut().zip(lengths) {
        row.truncate(length);
    }
    let all = rows.concat();
    all.iter().map(|log| -log).sum::<f32>() / all.len() as f32
}

pub fn bits_per_byte(logs: Vec<Vec<f32>>, lengths: Vec<usize>, texts: Vec<String>) -> f32 {
    let tokens = lengths.iter().sum::<usize>() as f32;
    let bytes = texts.iter().flat_map(|text| text.bytes()).count() as f32;
    perplexity(logs, lengths).log2() * tokens / bytes
}

// wrong, mistake:mean of perplexities: one perplexity for each text, and their mean
pub fn perplexity(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    let mut sum = 0.0;
    for (row, &length) in logs.iter().zip(&lengths) {
        let nats = -row[..length].iter().sum::<f32>() / length as f32;
        sum += nats.exp();
    }
    sum / logs.len() as f32
}

// wrong, mistake:bits per character: characters are counted
pub fn bits_per_byte(logs: Vec<Vec<f32>>, lengths: Vec<usize>, texts: Vec<String>) -> f32 {
    let tokens = lengths.iter().sum::<usize>() as f32;
    let characters: usize = texts.iter().map(|text| text.chars().count()).sum();
    nats_per_token(logs, lengths) * tokens / std::f32::consts::LN_2 / characters as f32
}
