// right: a set in a loop; sets of std; a fold; places by index; a search in depth
pub fn shingles(text: String, n: usize) -> Vec<String> {
    let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let mut runs = BTreeSet::new();
    let mut start = 0;
    loop {
        let end = (start + n).min(words.len());
        runs.insert(words[start..end].join(" "));
        if end == words.len() {
            break;
        }
        start += 1;
    }
    Vec::from_iter(runs)
}

pub fn jaccard(a: Vec<String>, b: Vec<String>) -> f32 {
    let a: BTreeSet<String> = a.into_iter().collect();
    let b: BTreeSet<String> = b.into_iter().collect();
    a.intersection(&b).count() as f32 / a.union(&b).count() as f32
}

pub fn signature(shingles: Vec<String>, seeds: Vec<usize>) -> Vec<usize> {
    let mut all = vec![usize::MAX; seeds.len()];
    for shingle in shingles {
        for (least, &seed) in all.iter_mut().zip(&seeds) {
            *least = (*least).min(hash(seed, &shingle));
        }
    }
    all
}

pub fn similarity(a: Vec<usize>, b: Vec<usize>) -> f32 {
    let mut same = 0.0;
    for i in 0..a.len() {
        if a[i] == b[i] {
            same += 1.0;
        }
    }
    same / a.len() as f32
}

pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    let mut seen = vec![false; signatures.len()];
    let mut kept = Vec::new();
    for first in 0..signatures.len() {
        if seen[first] {
            continue;
        }
        kept.push(first);
        seen[first] = true;
        let mut open = vec![first];
        while let Some(at) = open.pop() {
            for other in 0..signatures.len() {
                if !seen[other] && similarity(signatures[at].clone(), signatures[other].clone()) >= threshold {
                    seen[other] = true;
                    open.push(other);
                }
            }
        }
    }
    kept
}

// wrong, mistake:short texts as they are: a short text is returned as it is, white space and all
pub fn shingles(text: String, n: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() < n {
        return vec![text];
    }
    let runs: BTreeSet<String> = words.windows(n).map(|run| run.join(" ")).collect();
    runs.into_iter().collect()
}

// wrong, mistake:neighbours alone kept once: only neighbours are compared: dedup without sorting, then sorted
pub fn shingles(text: String, n: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() < n {
        return vec![words.join(" ")];
    }
    let mut runs: Vec<String> = words.windows(n).map(|run| run.join(" ")).collect();
    runs.dedup();
    runs.sort();
    runs
}

// wrong, mistake:begun with 0: a starting value too small: 0
pub fn signature(shingles: Vec<String>, seeds: Vec<usize>) -> Vec<usize> {
    let mut all = vec![0; seeds.len()];
    for (place, &seed) in seeds.iter().enumerate() {
        for it in &shingles {
            all[place] = all[place].min(hash(seed, it));
        }
    }
    all
}

// wrong, batch_order: how far they agree at the beginning
pub fn similarity(a: Vec<usize>, b: Vec<usize>) -> f32 {
    a.iter().zip(&b).take_while(|(a, b)| a == b).count() as f32 / a.len() as f32
}

// wrong, mistake:two texts alone: a text takes the smallest number of its neighbours, one pass
pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    let mut group: Vec<usize> = (0..signatures.len()).collect();
    for i in 0..signatures.len() {
        for j in i + 1..signatures.len() {
            if similarity(signatures[i].clone(), signatures[j].clone()) >= threshold {
                let low = group[i].min(group[j]);
                group[i] = low;
                group[j] = low;
            }
        }
    }
    (0..group.len()).filter(|&i| group[i] == i).collect()
}

// wrong, mistake:below the threshold: alike below the threshold
pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    let mut group: Vec<usize> = (0..signatures.len()).collect();
    for i in 0..signatures.len() {
        for j in 0..i {
            if similarity(signatures[i].clone(), signatures[j].clone()) <= threshold {
                let (low, high) = (group[i].min(group[j]), group[i].max(group[j]));
                for g in &mut group {
                    if *g == high {
                        *g = low;
                    }
                }
            }
        }
    }
    (0..group.len()).filter(|&i| group[i] == i).collect()
}

// wrong, mistake:groups: the group of each text is returned
pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    let mut group: Vec<usize> = (0..signatures.len()).collect();
    for i in 0..signatures.len() {
        for j in 0..i {
            if similarity(signatures[i].clone(), signatures[j].clone()) >= threshold {
                let (low, high) = (group[i].min(group[j]), group[i].max(group[j]));
                for g in &mut group {
                    if *g == high {
                        *g = low;
                    }
                }
            }
        }
    }
    group
}
