// right: two rows instead of a table
pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    let mut before: Vec<usize> = (0..=hypothesis.len()).collect();
    for (i, said) in reference.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, heard) in hypothesis.iter().enumerate() {
            let next = if said == heard {
                before[j]
            } else {
                1 + before[j].min(before[j + 1]).min(row[j])
            };
            row.push(next);
        }
        before = row;
    }
    before[hypothesis.len()]
}

// right: recursion from the ends, with what is known kept
use std::collections::HashMap;

pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    fn go(said: &[String], heard: &[String], known: &mut HashMap<(usize, usize), usize>) -> usize {
        let (Some((last, earlier)), Some((other, before))) = (said.split_last(), heard.split_last()) else {
            return said.len() + heard.len();
        };
        if let Some(&found) = known.get(&(said.len(), heard.len())) {
            return found;
        }
        let both = go(earlier, before, known) + usize::from(last != other);
        let one = go(earlier, heard, known).min(go(said, before, known)) + 1;
        known.insert((said.len(), heard.len()), both.min(one));
        both.min(one)
    }
    go(&reference, &hypothesis, &mut HashMap::new())
}

// right: breadth first, by how many changes have been made, and as far as words agree
pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    let (n, m) = (reference.len(), hypothesis.len());
    let slide = |mut i: usize, mut j: usize| {
        while i < n && j < m && reference[i] == hypothesis[j] {
            i += 1;
            j += 1;
        }
        (i, j)
    };
    let mut front = vec![slide(0, 0)];
    let mut changes = 0;
    while !front.contains(&(n, m)) {
        changes += 1;
        let mut next = Vec::new();
        for (i, j) in front {
            for (i, j) in [(i + 1, j + 1), (i + 1, j), (i, j + 1)] {
                if i <= n && j <= m && !next.contains(&slide(i, j)) {
                    next.push(slide(i, j));
                }
            }
        }
        front = next;
    }
    changes
}

// right: the rate in double precision, words cut by hand, and without `edit_distance`
pub fn word_error_rate(reference: String, hypothesis: String) -> f32 {
    let cut = |text: &str| {
        let mut words = vec![String::new()];
        for letter in text.chars() {
            if letter.is_whitespace() {
                words.push(String::new());
            } else {
                words.last_mut().unwrap().push(letter);
            }
        }
        words.retain(|word| !word.is_empty());
        words
    };
    let (said, heard) = (cut(&reference), cut(&hypothesis));
    let mut row: Vec<u32> = (0..=heard.len() as u32).collect();
    for word in &said {
        let mut corner = row[0];
        row[0] += 1;
        for j in 1..row.len() {
            let both = corner + u32::from(*word != heard[j - 1]);
            corner = row[j];
            row[j] = both.min(row[j] + 1).min(row[j - 1] + 1);
        }
    }
    (f64::from(row[heard.len()]) / if said.is_empty() { 1.0 } else { said.len() as f64 }) as f32
}

// wrong, mistake:place by place: words are compared place by place, and what is left over is counted
pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    let mut errors = 0;
    for i in 0..reference.len().max(hypothesis.len()) {
        if reference.get(i) != hypothesis.get(i) {
            errors += 1;
        }
    }
    errors
}

// wrong, mistake:substitutions cost 2: there are only deletions and insertions
pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    let mut d = vec![vec![0; hypothesis.len() + 1]; reference.len() + 1];
    for i in 0..=reference.len() {
        for j in 0..=hypothesis.len() {
            d[i][j] = if i == 0 || j == 0 {
                i + j
            } else if reference[i - 1] == hypothesis[j - 1] {
                d[i - 1][j - 1]
            } else {
                d[i - 1][j].min(d[i][j - 1]) + 1
            };
        }
    }
    d[reference.len()][hypothesis.len()]
}

// wrong, mistake:insertions not counted: a word too many costs nothing
pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    let mut d = vec![vec![0; hypothesis.len() + 1]; reference.len() + 1];
    for i in 0..=reference.len() {
        for j in 0..=hypothesis.len() {
            d[i][j] = if j == 0 {
                i
            } else if i == 0 {
                0
            } else {
                let differ = usize::from(reference[i - 1] != hypothesis[j - 1]);
                (d[i - 1][j - 1] + differ).min(d[i - 1][j] + 1).min(d[i][j - 1])
            };
        }
    }
    d[reference.len()][hypothesis.len()]
}

// wrong, mistake:first row and column 0: the table begins as zeros and is filled from row 1 and column 1
pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    let mut d = vec![vec![0; hypothesis.len() + 1]; reference.len() + 1];
    for i in 1..=reference.len() {
        for j in 1..=hypothesis.len() {
            let differ = usize::from(reference[i - 1] != hypothesis[j - 1]);
            d[i][j] = (d[i - 1][j - 1] + differ).min(d[i - 1][j] + 1).min(d[i][j - 1] + 1);
        }
    }
    d[reference.len()][hypothesis.len()]
}

// wrong, mistake:letters: the texts are put together and compared letter by letter
pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    let (said, heard) = (reference.join(" "), hypothesis.join(" "));
    let (said, heard): (Vec<char>, Vec<char>) = (said.chars().collect(), heard.chars().collect());
    let mut d = vec![vec![0; heard.len() + 1]; said.len() + 1];
    for i in 0..=said.len() {
        for j in 0..=heard.len() {
            d[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let differ = usize::from(said[i - 1] != heard[j - 1]);
                (d[i - 1][j - 1] + differ).min(d[i - 1][j] + 1).min(d[i][j - 1] + 1)
            };
        }
    }
    d[said.len()][heard.len()]
}

// wrong, panic: without the row and the column for no words
pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    let mut d = vec![vec![0; hypothesis.len()]; reference.len()];
    for i in 0..reference.len() {
        for j in 0..hypothesis.len() {
            let differ = usize::from(reference[i] != hypothesis[j]);
            d[i][j] = if i == 0 || j == 0 {
                i + j + differ
            } else {
                (d[i - 1][j - 1] + differ).min(d[i - 1][j] + 1).min(d[i][j - 1] + 1)
            };
        }
    }
    d[reference.len() - 1][hypothesis.len() - 1]
}

// wrong, mistake:by the hypothesis: divided by the words that were heard
pub fn word_error_rate(reference: String, hypothesis: String) -> f32 {
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let heard = words(&hypothesis);
    let count = heard.len().max(1) as f32;
    edit_distance(words(&reference), heard) as f32 / count
}

// wrong, mistake:capped: no more than 1
pub fn word_error_rate(reference: String, hypothesis: String) -> f32 {
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let said = words(&reference);
    let count = said.len().max(1) as f32;
    (edit_distance(said, words(&hypothesis)) as f32 / count).clamp(0.0, 1.0)
}

// wrong, mistake:divided by no words: an empty reference gives no number, or infinity
pub fn word_error_rate(reference: String, hypothesis: String) -> f32 {
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let said = words(&reference);
    let count = said.len() as f32;
    edit_distance(said, words(&hypothesis)) as f32 / count
}

// wrong, mistake:0 without a reference: an empty reference gives 0
pub fn word_error_rate(reference: String, hypothesis: String) -> f32 {
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let said = words(&reference);
    if said.is_empty() {
        return 0.0;
    }
    let count = said.len() as f32;
    edit_distance(said, words(&hypothesis)) as f32 / count
}

// wrong, mistake:split at spaces: split at each single space
pub fn word_error_rate(reference: String, hypothesis: String) -> f32 {
    let words = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
    let said = words(&reference);
    let count = said.len() as f32;
    edit_distance(said, words(&hypothesis)) as f32 / count
}

// wrong, mistake:letters: the character error rate
pub fn word_error_rate(reference: String, hypothesis: String) -> f32 {
    let letters = |text: &str| -> Vec<String> { text.chars().map(|letter| letter.to_string()).collect() };
    let said = letters(&reference);
    let count = said.len().max(1) as f32;
    edit_distance(said, letters(&hypothesis)) as f32 / count
}

// wrong, mistake:substitutions alone: where words differ, only a substitution is thought of
pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    let mut d = vec![vec![0; hypothesis.len() + 1]; reference.len() + 1];
    for i in 0..=reference.len() {
        for j in 0..=hypothesis.len() {
            d[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                d[i - 1][j - 1] + usize::from(reference[i - 1] != hypothesis[j - 1])
            };
        }
    }
    d[reference.len()][hypothesis.len()]
}
