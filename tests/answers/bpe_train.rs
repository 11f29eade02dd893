// right: splits the bytes by hand and sorts at the end; skips the second of two pairs that overlap by the place where the last one stood; equal counts are settled by a comparison
pub fn words(text: Vec<u8>) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut seen: HashMap<Vec<u8>, usize> = HashMap::new();
    let mut start = 0;
    for end in 1..=text.len() {
        if end == text.len() || text[end] == b' ' || text[end] == b'\n' {
            *seen.entry(text[start..end].to_vec()).or_default() += 1;
            start = end;
        }
    }
    let mut all: Vec<(Vec<u8>, usize)> = seen.into_iter().collect();
    all.sort();
    let mut words = vec![];
    let mut counts = vec![];
    for (word, count) in all {
        words.push(word.iter().map(|&b| b as usize).collect());
        counts.push(count);
    }
    (words, counts)
}

pub fn most_frequent(words: Vec<Vec<usize>>, counts: Vec<usize>) -> Vec<usize> {
    let mut pairs: HashMap<(usize, usize), usize> = HashMap::new();
    for i in 0..words.len() {
        let word = &words[i];
        let mut ends: HashMap<(usize, usize), usize> = HashMap::new();
        for j in 1..word.len() {
            let pair = (word[j - 1], word[j]);
            // The same pair ended just here.
            if ends.get(&pair) == Some(&(j - 1)) {
                continue;
            }
            ends.insert(pair, j);
            *pairs.entry(pair).or_insert(0) += counts[i];
        }
    }
    let mut best: Option<((usize, usize), usize)> = None;
    for (&pair, &count) in &pairs {
        let better = match best {
            None => true,
            Some((other, most)) => count > most || (count == most && pair < other),
        };
        if better {
            best = Some((pair, count));
        }
    }
    match best {
        Some(((left, right), _)) => vec![left, right],
        None => Vec::new(),
    }
}

pub fn train(text: Vec<u8>, merges: usize) -> Vec<Vec<usize>> {
    let (mut list, counts) = words(text);
    let mut learned: Vec<Vec<usize>> = Vec::new();
    while learned.len() < merges {
        let pair = most_frequent(list.clone(), counts.clone());
        if pair.is_empty() {
            break;
        }
        let new = 256 + learned.len();
        list = list.iter().map(|word| merged(word, &pair, new)).collect();
        learned.push(pair);
    }
    learned
}

// right: cuts with a loop over bytes and a word that grows, in a sorted list; counts a pair by how much shorter merging makes a word
pub fn words(text: Vec<u8>) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut cut: Vec<Vec<usize>> = Vec::new();
    for byte in text {
        if byte == 32 || byte == 10 || cut.is_empty() {
            cut.push(vec![]);
        }
        cut.last_mut().unwrap().push(byte.into());
    }
    cut.sort_unstable();
    let counts = cut.chunk_by(|a, b| a == b).map(|same| same.len()).collect();
    cut.dedup();
    (cut, counts)
}

pub fn most_frequent(words: Vec<Vec<usize>>, counts: Vec<usize>) -> Vec<usize> {
    let mut pairs: Vec<&[usize]> = words.iter().flat_map(|word| word.windows(2)).collect();
    pairs.sort();
    pairs.dedup();
    let mut best: &[usize] = &[];
    let mut most = 0;
    for pair in pairs {
        let mut count = 0;
        for (word, times) in words.iter().zip(&counts) {
            count += times * (word.len() - merged(word, pair, usize::MAX).len());
        }
        if count > most {
            (best, most) = (pair, count);
        }
    }
    best.to_vec()
}

pub fn train(text: Vec<u8>, merges: usize) -> Vec<Vec<usize>> {
    let (list, counts) = words(text);
    fn go(
        list: Vec<Vec<usize>>,
        counts: &[usize],
        learned: Vec<Vec<usize>>,
        merges: usize,
    ) -> Vec<Vec<usize>> {
        if learned.len() == merges {
            return learned;
        }
        let pair = most_frequent(list.clone(), counts.to_vec());
        if pair.len() == 0 {
            return learned;
        }
        let next = list
            .iter()
            .map(|word| merged(word, &pair, 256 + learned.len()))
            .collect();
        go(next, counts, [learned, vec![pair]].concat(), merges)
    }
    go(list, &counts, vec![], merges)
}

// right: one fold over the bytes, from the back; a table of pairs by left and right token that is kept up to date by the words that a merge changes
pub fn words(text: Vec<u8>) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut counted: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    let mut word = Vec::new();
    for &byte in text.iter().rev() {
        word.push(byte as usize);
        if byte == b' ' || byte == b'\n' {
            word.reverse();
            *counted.entry(std::mem::take(&mut word)).or_insert(0) += 1;
        }
    }
    if !word.is_empty() {
        word.reverse();
        *counted.entry(word).or_insert(0) += 1;
    }
    counted.into_iter().unzip()
}

type Table = BTreeMap<usize, BTreeMap<usize, i64>>;

fn tally(table: &mut Table, word: &[usize], times: i64) {
    let mut skip = false;
    for j in 0..word.len().saturating_sub(1) {
        let (left, right) = (word[j], word[j + 1]);
        skip = j > 0 && word[j - 1] == left && left == right && !skip;
        if !skip {
            *table.entry(left).or_default().entry(right).or_default() += times;
        }
    }
}

fn first_of(table: &Table) -> Vec<usize> {
    let mut best = vec![];
    let mut most = 0;
    for (&left, rights) in table {
        for (&right, &count) in rights {
            if count > most {
                most = count;
                best = vec![left, right];
            }
        }
    }
    best
}

pub fn most_frequent(words: Vec<Vec<usize>>, counts: Vec<usize>) -> Vec<usize> {
    let mut table = Table::new();
    for (word, count) in words.iter().zip(counts) {
        tally(&mut table, word, count as i64);
    }
    first_of(&table)
}

pub fn train(text: Vec<u8>, merges: usize) -> Vec<Vec<usize>> {
    let (mut list, counts) = words(text);
    let mut table = Table::new();
    for (word, &count) in list.iter().zip(&counts) {
        tally(&mut table, word, count as i64);
    }
    let mut learned = vec![];
    while learned.len() < merges {
        let pair = first_of(&table);
        if pair.is_empty() {
            break;
        }
        for (word, &count) in list.iter_mut().zip(&counts) {
            let next = merged(word, &pair, 256 + learned.len());
            if next.len() < word.len() {
                tally(&mut table, word, -(count as i64));
                tally(&mut table, &next, count as i64);
                *word = next;
            }
        }
        learned.push(pair);
    }
    learned
}

// wrong, mistake:runs of white space: several spaces in a row stay together
pub fn words(text: Vec<u8>) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut counted = BTreeMap::new();
    let is_space = |byte: u8| byte == 32 || byte == 10;
    for word in text.chunk_by(|&left, &right| is_space(left) || !is_space(right)) {
        let word: Vec<usize> = word.iter().map(|&byte| byte as usize).collect();
        *counted.entry(word).or_insert(0) += 1;
    }
    counted.into_iter().unzip()
}

// wrong, mistake:without the last word: the last word is forgotten, because it is pushed only when the next begins
pub fn words(text: Vec<u8>) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut counted = BTreeMap::new();
    let mut word: Vec<usize> = vec![];
    for byte in text {
        if (byte == 32 || byte == 10) && !word.is_empty() {
            *counted.entry(word.clone()).or_insert(0) += 1;
            word.clear();
        }
        word.push(byte as usize);
    }
    counted.into_iter().unzip()
}

// wrong, mistake:an empty word: an empty word in front of a text that begins with a space
pub fn words(text: Vec<u8>) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut counted = BTreeMap::new();
    let mut word: Vec<usize> = vec![];
    for byte in text {
        if byte == 32 || byte == 10 {
            *counted.entry(word).or_insert(0) += 1;
            word = vec![];
        }
        word.push(byte as usize);
    }
    *counted.entry(word).or_insert(0) += 1;
    counted.into_iter().unzip()
}

// wrong, mistake:spaces taken off: a word with a space in front counts as the word without
pub fn words(text: Vec<u8>) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut counted = BTreeMap::new();
    for word in text.chunk_by(|_, &right| right != 32 && right != 10) {
        let word = match word[0] {
            32 | 10 => &word[1..],
            _ => word,
        };
        let word: Vec<usize> = word.iter().map(|&byte| byte as usize).collect();
        *counted.entry(word).or_insert(0) += 1;
    }
    counted.into_iter().unzip()
}

// wrong, mistake:a run once: a pair that is the same as the one before never counts, so four in a row count once
pub fn most_frequent(words: Vec<Vec<usize>>, counts: Vec<usize>) -> Vec<usize> {
    let mut pairs: HashMap<[usize; 2], usize> = HashMap::new();
    for (word, count) in words.iter().zip(&counts) {
        let mut previous = None;
        for at in 1..word.len() {
            let pair = [word[at - 1], word[at]];
            if previous != Some(pair) {
                *pairs.entry(pair).or_insert(0) += count;
            }
            previous = Some(pair);
        }
    }
    let best = pairs
        .into_iter()
        .max_by_key(|&(pair, count)| (count, Reverse(pair)));
    best.map_or(vec![], |(pair, _)| pair.to_vec())
}

// wrong, mistake:two on after equal tokens: a pair of equal tokens is followed by a step of two, whatever comes next
pub fn most_frequent(words: Vec<Vec<usize>>, counts: Vec<usize>) -> Vec<usize> {
    let mut pairs: HashMap<[usize; 2], usize> = HashMap::new();
    for (word, count) in words.iter().zip(&counts) {
        let mut at = 0;
        while at + 1 < word.len() {
            let pair = [word[at], word[at + 1]];
            *pairs.entry(pair).or_insert(0) += count;
            at += if pair[0] == pair[1] { 2 } else { 1 };
        }
    }
    let best = pairs
        .into_iter()
        .max_by_key(|&(pair, count)| (count, Reverse(pair)));
    best.map_or(vec![], |(pair, _)| pair.to_vec())
}

// wrong, mistake:larger right token: of equal ones the smaller left token, and then the larger right one
pub fn most_frequent(words: Vec<Vec<usize>>, counts: Vec<usize>) -> Vec<usize> {
    let mut pairs: HashMap<[usize; 2], usize> = HashMap::new();
    for (word, count) in words.iter().zip(&counts) {
        let mut at = 0;
        while at + 1 < word.len() {
            let pair = [word[at], word[at + 1]];
            *pairs.entry(pair).or_insert(0) += count;
            let overlaps = pair[0] == pair[1] && word.get(at + 2) == Some(&pair[0]);
            at += if overlaps { 2 } else { 1 };
        }
    }
    let best = pairs
        .into_iter()
        .max_by_key(|&([left, right], count)| (count, Reverse(left), right));
    best.map_or(vec![], |(pair, _)| pair.to_vec())
}

// wrong, mistake:zeros for none: zeros where there is no pair
pub fn most_frequent(words: Vec<Vec<usize>>, counts: Vec<usize>) -> Vec<usize> {
    let mut pairs: BTreeMap<[usize; 2], usize> = BTreeMap::new();
    for (word, count) in words.iter().zip(&counts) {
        let mut at = 0;
        while at + 1 < word.len() {
            let pair = [word[at], word[at + 1]];
            *pairs.entry(pair).or_insert(0) += count;
            let overlaps = pair[0] == pair[1] && word.get(at + 2) == Some(&pair[0]);
            at += if overlaps { 2 } else { 1 };
        }
    }
    let mut best = [0, 0];
    let mut most = 0;
    for (pair, count) in pairs {
        if count > most {
            most = count;
            best = pair;
        }
    }
    best.to_vec()
}

// wrong, mistake:without the last pair: the last pair of each word is left out
pub fn most_frequent(words: Vec<Vec<usize>>, counts: Vec<usize>) -> Vec<usize> {
    let mut pairs: HashMap<[usize; 2], usize> = HashMap::new();
    for (word, count) in words.iter().zip(&counts) {
        let mut at = 0;
        while at + 2 < word.len() {
            let pair = [word[at], word[at + 1]];
            *pairs.entry(pair).or_insert(0) += count;
            let overlaps = pair[0] == pair[1] && word.get(at + 2) == Some(&pair[0]);
            at += if overlaps { 2 } else { 1 };
        }
    }
    let best = pairs
        .into_iter()
        .max_by_key(|&(pair, count)| (count, Reverse(pair)));
    best.map_or(vec![], |(pair, _)| pair.to_vec())
}

// wrong, mistake:rare pairs left out: ends where every pair occurs once
pub fn train(text: Vec<u8>, merges: usize) -> Vec<Vec<usize>> {
    let (mut words, counts) = words(text);
    let mut learned = vec![];
    for rank in 0..merges {
        let pair = most_frequent(words.clone(), counts.clone());
        if pair.is_empty() {
            break;
        }
        let next: Vec<Vec<usize>> = words
            .iter()
            .map(|word| merged(word, &pair, 256 + rank))
            .collect();
        let before: usize = words
            .iter()
            .zip(&counts)
            .map(|(word, n)| word.len() * n)
            .sum();
        let after: usize = next
            .iter()
            .zip(&counts)
            .map(|(word, n)| word.len() * n)
            .sum();
        if before - after < 2 {
            break;
        }
        words = next;
        learned.push(pair);
    }
    learned
}
