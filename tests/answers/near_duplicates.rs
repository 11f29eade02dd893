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

// right: sorted and deduplicated, and a text that is short is a run of its own length
pub fn shingles(text: String, n: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let n = n.min(words.len());
    let mut all: Vec<String> = (0..=words.len() - n)
        .map(|at| words[at..at + n].join(" "))
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

// right: union and intersection of sets
pub fn jaccard(a: Vec<String>, b: Vec<String>) -> f32 {
    let (a, b): (BTreeSet<String>, BTreeSet<String>) =
        (a.into_iter().collect(), b.into_iter().collect());
    a.intersection(&b).count() as f32 / a.union(&b).count() as f32
}

// right: one pass over the shingles, and a list of what is smallest so far
pub fn signature(shingles: Vec<String>, seeds: Vec<usize>) -> Vec<usize> {
    let mut smallest = vec![usize::MAX; seeds.len()];
    for shingle in &shingles {
        for (least, &seed) in smallest.iter_mut().zip(&seeds) {
            *least = hash(seed, shingle).min(*least);
        }
    }
    smallest
}

// right: groups are searched from their first text, deep before wide
pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    let mut seen = vec![false; signatures.len()];
    let mut first = Vec::new();
    for start in 0..signatures.len() {
        if seen[start] {
            continue;
        }
        first.push(start);
        let mut waiting = vec![start];
        while let Some(at) = waiting.pop() {
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            for (other, signature) in signatures.iter().enumerate() {
                if !seen[other]
                    && similarity(signatures[at].clone(), signature.clone()) >= threshold
                {
                    waiting.push(other);
                }
            }
        }
    }
    first
}

// right: the share of places by a mean of ones and zeros
pub fn similarity(a: Vec<usize>, b: Vec<usize>) -> f32 {
    let same: Vec<f32> = a
        .iter()
        .zip(&b)
        .map(|(a, b)| f32::from(u8::from(a == b)))
        .collect();
    same.iter().sum::<f32>() / same.len() as f32
}

// wrong, mistake:as they occur: the shingles stay in the order of the text
pub fn shingles(text: String, n: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut all: Vec<String> = Vec::new();
    for run in words.windows(n.min(words.len())) {
        let run = run.join(" ");
        if !all.contains(&run) {
            all.push(run);
        }
    }
    all
}

// wrong, mistake:kept twice: runs that occur twice are kept twice
pub fn shingles(text: String, n: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut all: Vec<String> = words
        .windows(n.min(words.len()))
        .map(|run| run.join(" "))
        .collect();
    all.sort();
    all
}

// wrong, mistake:side by side: runs side by side
pub fn shingles(text: String, n: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let all: BTreeSet<String> = words.chunks(n).map(|run| run.join(" ")).collect();
    all.into_iter().collect()
}

// wrong, mistake:short texts lost: a short text has none
pub fn shingles(text: String, n: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let all: BTreeSet<String> = words.windows(n).map(|run| run.join(" ")).collect();
    all.into_iter().collect()
}

// wrong, mistake:cut at single spaces: the words end at a space
pub fn shingles(text: String, n: usize) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let all: BTreeSet<String> = words
        .windows(n.min(words.len()))
        .map(|run| run.join(" "))
        .collect();
    all.into_iter().collect()
}

// wrong, mistake:letters: runs of characters
pub fn shingles(text: String, n: usize) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let all: BTreeSet<String> = letters
        .windows(n.min(letters.len()))
        .map(|run| run.iter().collect())
        .collect();
    all.into_iter().collect()
}

// wrong, mistake:no space between: the words are written together
pub fn shingles(text: String, n: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let all: BTreeSet<String> = words
        .windows(n.min(words.len()))
        .map(|run| run.concat())
        .collect();
    all.into_iter().collect()
}

// wrong, mistake:both lengths: the shared shingles are counted twice below
pub fn jaccard(a: Vec<String>, b: Vec<String>) -> f32 {
    let shared = a.iter().filter(|shingle| b.contains(shingle)).count();
    shared as f32 / (a.len() + b.len()) as f32
}

// wrong, mistake:of the first: divided by the shingles of the first text
pub fn jaccard(a: Vec<String>, b: Vec<String>) -> f32 {
    let shared = a.iter().filter(|shingle| b.contains(shingle)).count();
    shared as f32 / a.len() as f32
}

// wrong, mistake:of the shorter: divided by the smaller text
pub fn jaccard(a: Vec<String>, b: Vec<String>) -> f32 {
    let shared = a.iter().filter(|shingle| b.contains(shingle)).count();
    shared as f32 / a.len().min(b.len()) as f32
}

// wrong, mistake:Dice: the Dice index: twice the shared ones divided by both lengths
pub fn jaccard(a: Vec<String>, b: Vec<String>) -> f32 {
    let shared = a.iter().filter(|shingle| b.contains(shingle)).count();
    2.0 * shared as f32 / (a.len() + b.len()) as f32
}

// wrong, mistake:largest: the largest hash
pub fn signature(shingles: Vec<String>, seeds: Vec<usize>) -> Vec<usize> {
    seeds
        .iter()
        .map(|&seed| {
            shingles
                .iter()
                .map(|shingle| hash(seed, shingle))
                .max()
                .unwrap_or(0)
        })
        .collect()
}

// wrong, mistake:for each shingle, even without seeds: the smallest hash of each shingle
pub fn signature(shingles: Vec<String>, seeds: Vec<usize>) -> Vec<usize> {
    shingles
        .iter()
        .map(|shingle| {
            seeds
                .iter()
                .map(|&seed| hash(seed, shingle))
                .min()
                .unwrap_or(0)
        })
        .collect()
}

// wrong, mistake:the first shingle: the hash of the first shingle, which is smallest in the alphabet
pub fn signature(shingles: Vec<String>, seeds: Vec<usize>) -> Vec<usize> {
    seeds.iter().map(|&seed| hash(seed, &shingles[0])).collect()
}

// wrong, mistake:places for seeds: the place of the seed is hashed
pub fn signature(shingles: Vec<String>, seeds: Vec<usize>) -> Vec<usize> {
    (0..seeds.len())
        .map(|seed| {
            shingles
                .iter()
                .map(|shingle| hash(seed, shingle))
                .min()
                .unwrap_or(0)
        })
        .collect()
}

// wrong, mistake:shared numbers: numbers that are in both, wherever they stand
pub fn similarity(a: Vec<usize>, b: Vec<usize>) -> f32 {
    let same = a.iter().filter(|number| b.contains(number)).count();
    same as f32 / a.len() as f32
}

// wrong, mistake:distance: the share of places in which they differ
pub fn similarity(a: Vec<usize>, b: Vec<usize>) -> f32 {
    let other = a.iter().zip(&b).filter(|(a, b)| a != b).count();
    other as f32 / a.len() as f32
}

// wrong, mistake:both lengths: a Jaccard index of the numbers
pub fn similarity(a: Vec<usize>, b: Vec<usize>) -> f32 {
    let same = a.iter().zip(&b).filter(|(a, b)| a == b).count();
    same as f32 / (a.len() + b.len() - same) as f32
}

// wrong, batch_order: only the first disagreement counts
pub fn similarity(a: Vec<usize>, b: Vec<usize>) -> f32 {
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    same as f32 / a.len() as f32
}

// wrong, mistake:above the threshold: only texts more alike than the threshold
pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    let mut group: Vec<usize> = (0..signatures.len()).collect();
    for i in 0..signatures.len() {
        for j in i + 1..signatures.len() {
            if similarity(signatures[i].clone(), signatures[j].clone()) > threshold {
                let (a, b) = (group[i].min(group[j]), group[i].max(group[j]));
                for of in &mut group {
                    if *of == b {
                        *of = a;
                    }
                }
            }
        }
    }
    (0..group.len()).filter(|&at| group[at] == at).collect()
}

// wrong, mistake:compared with the kept ones: a text stays if it is like none of those that stay
pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for i in 0..signatures.len() {
        let is_new = kept
            .iter()
            .all(|&j| similarity(signatures[i].clone(), signatures[j].clone()) < threshold);
        if is_new {
            kept.push(i);
        }
    }
    kept
}

// wrong, mistake:compared with all before it: a text stays if it is like none before it, so groups that meet later stay two
pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    (0..signatures.len())
        .filter(|&i| {
            (0..i).all(|j| similarity(signatures[i].clone(), signatures[j].clone()) < threshold)
        })
        .collect()
}

// wrong, mistake:neighbours only: only neighbours are compared
pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    (0..signatures.len())
        .filter(|&i| {
            i == 0 || similarity(signatures[i].clone(), signatures[i - 1].clone()) < threshold
        })
        .collect()
}

// wrong, mistake:the last of a group: the last of each group stays
pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    let mut group: Vec<usize> = (0..signatures.len()).collect();
    for i in 0..signatures.len() {
        for j in i + 1..signatures.len() {
            if similarity(signatures[i].clone(), signatures[j].clone()) >= threshold {
                let (a, b) = (group[i].max(group[j]), group[i].min(group[j]));
                for of in &mut group {
                    if *of == b {
                        *of = a;
                    }
                }
            }
        }
    }
    (0..group.len()).filter(|&at| group[at] == at).collect()
}

// wrong, mistake:none of a group: nothing of a group stays
pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    (0..signatures.len())
        .filter(|&i| {
            (0..signatures.len()).all(|j| {
                i == j || similarity(signatures[i].clone(), signatures[j].clone()) < threshold
            })
        })
        .collect()
}

// wrong, mistake:compared with all before it: only one text gets the number of the group
pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    let mut group: Vec<usize> = (0..signatures.len()).collect();
    for i in 0..signatures.len() {
        for j in i + 1..signatures.len() {
            if similarity(signatures[i].clone(), signatures[j].clone()) >= threshold {
                group[j] = group[i];
            }
        }
    }
    (0..group.len()).filter(|&at| group[at] == at).collect()
}
