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

// right: a running mean; a power of e; bits text by text
pub fn nats_per_token(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    let mut mean = 0.0_f64;
    let mut seen = 0.0_f64;
    for (row, length) in logs.into_iter().zip(lengths) {
        for log in row.into_iter().take(length) {
            seen += 1.0;
            mean += (f64::from(-log) - mean) / seen;
        }
    }
    mean as f32
}

pub fn perplexity(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    std::f32::consts::E.powf(nats_per_token(logs, lengths))
}

pub fn bits_per_byte(logs: Vec<Vec<f32>>, lengths: Vec<usize>, texts: Vec<String>) -> f32 {
    let mut bits = 0.0;
    let mut bytes = 0;
    for ((row, length), text) in logs.iter().zip(lengths).zip(&texts) {
        bits += row.iter().take(length).map(|log| -log * std::f32::consts::LOG2_E).sum::<f32>();
        bytes += text.as_bytes().len();
    }
    bits / bytes as f32
}

// wrong, mistake:zeros skipped: padding is recognised by its zeros, not by the length
pub fn nats_per_token(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    let mut sum = 0.0;
    let mut tokens = 0;
    let _ = lengths;
    for log in logs.iter().flatten() {
        if *log != 0.0 {
            sum -= log;
            tokens += 1;
        }
    }
    sum / tokens as f32
}

// wrong, ignored: padding is recognised by minus infinity
pub fn nats_per_token(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    let mut sum = 0.0;
    let mut tokens = 0;
    let _ = lengths;
    for log in logs.iter().flatten() {
        if log.is_finite() {
            sum -= log;
            tokens += 1;
        }
    }
    sum / tokens as f32
}

// wrong, mistake:impossible tokens free: minus infinity among the tokens is skipped
pub fn nats_per_token(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    let mut sum = 0.0;
    for (row, &length) in logs.iter().zip(&lengths) {
        for log in &row[..length] {
            if log.is_finite() {
                sum -= log;
            }
        }
    }
    sum / lengths.iter().sum::<usize>() as f32
}

// wrong, mistake:one place too far: one token of the padding counts: ..=length
pub fn nats_per_token(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    let mut sum = 0.0;
    for (row, &length) in logs.iter().zip(&lengths) {
        for (place, log) in row.iter().enumerate() {
            if place <= length {
                sum -= log;
            }
        }
    }
    sum / lengths.iter().sum::<usize>() as f32
}

// wrong, mistake:mean of the probabilities: one over the mean of p
pub fn perplexity(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    let mut sum = 0.0;
    let mut tokens = 0;
    for (row, &length) in logs.iter().zip(&lengths) {
        for log in &row[..length] {
            sum += log.exp();
            tokens += 1;
        }
    }
    tokens as f32 / sum
}

// wrong, mistake:bits of a bit: 8 bits a byte: divided by 8 too
pub fn bits_per_byte(logs: Vec<Vec<f32>>, lengths: Vec<usize>, texts: Vec<String>) -> f32 {
    let tokens = lengths.iter().sum::<usize>() as f32;
    let bytes = texts.iter().map(String::len).sum::<usize>() as f32;
    let nats = nats_per_token(logs, lengths);
    nats * tokens / 2_f32.ln() / (8.0 * bytes)
}

// wrong, mistake:padding as zeros: what is padding counts as 0 in the mean
pub fn perplexity(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    let mut means = Vec::new();
    for (mut row, length) in logs.into_iter().zip(lengths) {
        row[length..].fill(0.0);
        means.push(row.iter().sum::<f32>() / row.len() as f32);
    }
    (-means.iter().sum::<f32>() / means.len() as f32).exp()
}
