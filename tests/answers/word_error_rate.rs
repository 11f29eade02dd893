// right: recursion from the ends, with what is known kept
use std::collections::HashMap;

pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    fn go(said: &[String], heard: &[String], known: &mut HashMap<(usize, usize), usize>) -> usize {
        let (Some((last, earlier)), Some((other, before))) =
            (said.split_last(), heard.split_last())
        else {
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
    (f64::from(row[heard.len()])
        / if said.is_empty() {
            1.0
        } else {
            said.len() as f64
        }) as f32
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
                (d[i - 1][j - 1] + differ)
                    .min(d[i - 1][j] + 1)
                    .min(d[i][j - 1] + 1)
            };
        }
    }
    d[reference.len() - 1][hypothesis.len() - 1]
}

// wrong, mistake:deletions and insertions paired: the longer sentence less the words that both have in this order
pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    let mut common = vec![vec![0; hypothesis.len() + 1]; reference.len() + 1];
    for i in 1..=reference.len() {
        for j in 1..=hypothesis.len() {
            common[i][j] = if reference[i - 1] == hypothesis[j - 1] {
                common[i - 1][j - 1] + 1
            } else {
                common[i - 1][j].max(common[i][j - 1])
            };
        }
    }
    reference.len().max(hypothesis.len()) - common[reference.len()][hypothesis.len()]
}

// wrong, mistake:diagonal overwritten: a single row, where the number above and to the left is lost
pub fn edit_distance(reference: Vec<String>, hypothesis: Vec<String>) -> usize {
    let mut row: Vec<usize> = (0..=hypothesis.len()).collect();
    for (i, said) in reference.iter().enumerate() {
        row[0] = i + 1;
        for (j, heard) in hypothesis.iter().enumerate() {
            let cost = usize::from(said != heard);
            row[j + 1] = (row[j] + cost).min(row[j + 1] + 1).min(row[j] + 1);
        }
    }
    row[hypothesis.len()]
}

// wrong, mistake:spaces counted: the words are counted by the spaces between them
pub fn word_error_rate(reference: String, hypothesis: String) -> f32 {
    let words = reference.matches(' ').count() + 1;
    let reference: Vec<String> = reference.split_whitespace().map(str::to_owned).collect();
    let hypothesis: Vec<String> = hypothesis.split_whitespace().map(str::to_owned).collect();
    edit_distance(reference, hypothesis) as f32 / words as f32
}

// wrong, mistake:1 without a reference: without a word in the reference, whatever is heard is one error
pub fn word_error_rate(reference: String, hypothesis: String) -> f32 {
    let reference: Vec<String> = reference.split_whitespace().map(str::to_owned).collect();
    let hypothesis: Vec<String> = hypothesis.split_whitespace().map(str::to_owned).collect();
    if reference.is_empty() {
        return if hypothesis.is_empty() { 0.0 } else { 1.0 };
    }
    let words = reference.len();
    edit_distance(reference, hypothesis) as f32 / words as f32
}

// wrong, mistake:by the longer: per word of the longer text
pub fn word_error_rate(reference: String, hypothesis: String) -> f32 {
    let reference: Vec<String> = reference.split_whitespace().map(str::to_owned).collect();
    let hypothesis: Vec<String> = hypothesis.split_whitespace().map(str::to_owned).collect();
    let words = reference.len().max(hypothesis.len()).max(1);
    edit_distance(reference, hypothesis) as f32 / words as f32
}

// wrong, mistake:divided as whole numbers: the distance is divided before it becomes an `f32`
pub fn word_error_rate(reference: String, hypothesis: String) -> f32 {
    let reference: Vec<String> = reference.split_whitespace().map(str::to_owned).collect();
    let hypothesis: Vec<String> = hypothesis.split_whitespace().map(str::to_owned).collect();
    let words = reference.len().max(1);
    (edit_distance(reference, hypothesis) / words) as f32
}
