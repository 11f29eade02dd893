// right: comparisons; the product with one-hot rows, and the same product transposed
pub fn one_hot(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let row = |token| {
        (0..vocabulary)
            .map(|j| f32::from(u8::from(j == token)))
            .collect()
    };
    tokens.into_iter().map(row).collect()
}

pub fn look_up(table: Vec<Vec<f32>>, tokens: Vec<usize>) -> Vec<Vec<f32>> {
    let width = table[0].len();
    let mut y = Vec::new();
    for row in one_hot(tokens, table.len()) {
        let mut sum = vec![0.0; width];
        for (hot, numbers) in row.iter().zip(&table) {
            for k in 0..width {
                sum[k] += hot * numbers[k];
            }
        }
        y.push(sum);
    }
    y
}

pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let hot = one_hot(tokens, vocabulary);
    let width = dy[0].len();
    let number = |t: usize, k: usize| (0..dy.len()).map(|i| hot[i][t] * dy[i][k]).sum();
    (0..vocabulary)
        .map(|t| (0..width).map(|k| number(t, k)).collect())
        .collect()
}

// right: rows of an identity matrix are looked up; double precision, from the end of the text
pub fn one_hot(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut identity = vec![vec![0.0; vocabulary]; vocabulary];
    for i in 0..vocabulary {
        identity[i][i] = 1.0;
    }
    look_up(identity, tokens)
}

pub fn look_up(table: Vec<Vec<f32>>, tokens: Vec<usize>) -> Vec<Vec<f32>> {
    let mut y = Vec::with_capacity(tokens.len());
    for i in 0..tokens.len() {
        y.push(table[tokens[i]].to_vec());
    }
    y
}

pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut sums = vec![vec![0.0_f64; dy[0].len()]; vocabulary];
    for i in (0..tokens.len()).rev() {
        for k in 0..dy[i].len() {
            sums[tokens[i]][k] += f64::from(dy[i][k]);
        }
    }
    sums.iter()
        .map(|row| row.iter().map(|&sum| sum as f32).collect())
        .collect()
}

// right: one long list of numbers; places sorted by their token
pub fn one_hot(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut all = vec![0.0; tokens.len() * vocabulary];
    for (i, token) in tokens.iter().enumerate() {
        all[i * vocabulary + token] = 1.0;
    }
    all.chunks(vocabulary).map(<[f32]>::to_vec).collect()
}

pub fn look_up(table: Vec<Vec<f32>>, tokens: Vec<usize>) -> Vec<Vec<f32>> {
    let width = table[0].len();
    let all = table.concat();
    tokens
        .iter()
        .map(|token| all[token * width..][..width].to_vec())
        .collect()
}

pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut places: Vec<usize> = (0..tokens.len()).collect();
    places.sort_by_key(|&place| tokens[place]);
    let mut gradient: Vec<Vec<f32>> = Vec::new();
    let mut at = 0;
    for t in 0..vocabulary {
        let mut sum = vec![0.0; dy[0].len()];
        while at < places.len() && tokens[places[at]] == t {
            sum = sum
                .iter()
                .zip(&dy[places[at]])
                .map(|(a, b)| a + b)
                .collect();
            at += 1;
        }
        gradient.push(sum);
    }
    gradient
}

// right: tensors, and the transposed product
fn matrix(rows: &[Vec<f32>]) -> Matrix {
    device().tensor_from_vec(rows.concat(), (rows.len(), rows[0].len()))
}

fn rows(matrix: Matrix) -> Vec<Vec<f32>> {
    let (_, width) = *matrix.shape();
    matrix.as_vec().chunks(width).map(<[f32]>::to_vec).collect()
}

pub fn look_up(table: Vec<Vec<f32>>, tokens: Vec<usize>) -> Vec<Vec<f32>> {
    if tokens.is_empty() {
        return Vec::new();
    }
    let hot = matrix(&one_hot(tokens, table.len()));
    rows(hot.matmul(matrix(&table)))
}

pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let hot = matrix(&one_hot(tokens, vocabulary));
    let turned = hot.permute::<_, Axes2<1, 0>>();
    rows(turned.matmul(matrix(&dy)))
}

// right: the gradient from a tape
pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let (places, width) = (tokens.len(), dy[0].len());
    let table: Matrix =
        device().tensor_from_vec(vec![0.0; vocabulary * width], (vocabulary, width));
    let hot: Matrix =
        device().tensor_from_vec(one_hot(tokens, vocabulary).concat(), (places, vocabulary));
    let weights: Matrix = device().tensor_from_vec(dy.concat(), (places, width));
    let y = hot.leaky_traced().matmul(table.clone());
    let gradients = (y * weights).sum().backward();
    let all = gradients.get(&table).as_vec();
    all.chunks(width).map(<[f32]>::to_vec).collect()
}

// right: the rows of each token are collected, then added up; iterators all through
pub fn one_hot(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let row = |token: usize| {
        let mut row = vec![0.0; token];
        row.push(1.0);
        row.resize(vocabulary, 0.0);
        row
    };
    tokens.into_iter().map(row).collect()
}

pub fn look_up(table: Vec<Vec<f32>>, tokens: Vec<usize>) -> Vec<Vec<f32>> {
    tokens
        .iter()
        .filter_map(|&token| table.get(token).cloned())
        .collect()
}

pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let width = dy[0].len();
    let of_token = |t: usize| {
        let pairs = tokens.iter().zip(&dy);
        let rows = pairs
            .filter(move |(token, _)| **token == t)
            .map(|(_, row)| row.clone());
        let add = |a: Vec<f32>, b: Vec<f32>| a.iter().zip(&b).map(|(a, b)| a + b).collect();
        rows.reduce(add).unwrap_or(vec![0.0; width])
    };
    (0..vocabulary).map(of_token).collect()
}

// wrong, batch_order: the 1 stands at the place in the text, not at the number of the token
pub fn one_hot(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; vocabulary]; tokens.len()];
    for (i, row) in rows.iter_mut().enumerate() {
        if i < vocabulary {
            row[i] = 1.0;
        }
    }
    rows
}

// wrong, mistake:as wide as the largest token: rows end at the largest token of the text
pub fn one_hot(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let width = tokens.iter().max().map_or(vocabulary, |most| most + 1);
    tokens
        .iter()
        .map(|&token| {
            (0..width)
                .map(|j| if j == token { 1.0 } else { 0.0 })
                .collect()
        })
        .collect()
}

// wrong, mistake:every place so far: ones up to the token
pub fn one_hot(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; vocabulary]; tokens.len()];
    for (row, token) in rows.iter_mut().zip(tokens) {
        for number in &mut row[..=token] {
            *number = 1.0;
        }
    }
    rows
}

// wrong, mistake:a row that counts: counts so far, in a row that is not begun anew
pub fn one_hot(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut rows = Vec::new();
    let mut row = vec![0.0; vocabulary];
    for token in tokens {
        row[token] += 1.0;
        rows.push(row.clone());
    }
    rows
}

// wrong, array_count: one row too many, for an end of the text
pub fn one_hot(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; vocabulary]; tokens.len() + 1];
    for (row, token) in rows.iter_mut().zip(tokens) {
        row[token] = 1.0;
    }
    rows
}

// wrong, mistake:without repeats: a token that follows itself is looked up once
pub fn look_up(table: Vec<Vec<f32>>, tokens: Vec<usize>) -> Vec<Vec<f32>> {
    let mut tokens = tokens;
    tokens.dedup();
    tokens
        .into_iter()
        .map(|token| table[token].clone())
        .collect()
}

// wrong, mistake:token 0 left out: token 0 is taken for padding
pub fn look_up(table: Vec<Vec<f32>>, tokens: Vec<usize>) -> Vec<Vec<f32>> {
    let width = table[0].len();
    tokens
        .into_iter()
        .map(|token| {
            if token == 0 {
                vec![0.0; width]
            } else {
                table[token].clone()
            }
        })
        .collect()
}

// wrong, shape: two numbers for each token, as in the example
pub fn look_up(table: Vec<Vec<f32>>, tokens: Vec<usize>) -> Vec<Vec<f32>> {
    tokens
        .into_iter()
        .map(|token| vec![table[token][0], table[token][1 % table[token].len()]])
        .collect()
}

// wrong, values: the row of the table at a place goes to the place that the token names
pub fn look_up(table: Vec<Vec<f32>>, tokens: Vec<usize>) -> Vec<Vec<f32>> {
    let mut y = vec![vec![0.0; table[0].len()]; tokens.len()];
    for (i, &token) in tokens.iter().enumerate() {
        if token < y.len() && i < table.len() {
            y[token] = table[i].clone();
        }
    }
    y
}

// wrong, mistake:no rows of zeros: rows only for tokens that occur
pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let _ = vocabulary;
    let mut sums = std::collections::BTreeMap::new();
    for (token, row) in tokens.into_iter().zip(dy) {
        let sum = sums.entry(token).or_insert(vec![0.0; row.len()]);
        for (sum, number) in sum.iter_mut().zip(row) {
            *sum += number;
        }
    }
    sums.into_values().collect()
}

// wrong, batch_order: indexes exchanged: the row of a place gets the row of `dy` that its token names
pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut gradient = vec![vec![0.0; dy[0].len()]; vocabulary];
    for (i, token) in tokens.into_iter().enumerate() {
        if i < vocabulary && token < dy.len() {
            for (sum, number) in gradient[i].iter_mut().zip(&dy[token]) {
                *sum += number;
            }
        }
    }
    gradient
}

// wrong, mistake:without the first place: the first place is left out
pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut gradient = vec![vec![0.0; dy[0].len()]; vocabulary];
    for i in 1..tokens.len() {
        for (sum, number) in gradient[tokens[i]].iter_mut().zip(&dy[i]) {
            *sum += number;
        }
    }
    gradient
}

// wrong, values: at most two occurrences of a token, as in the example
pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut gradient = vec![vec![0.0; dy[0].len()]; vocabulary];
    for t in 0..vocabulary {
        let first = tokens.iter().position(|token| *token == t);
        let last = tokens.iter().rposition(|token| *token == t);
        if let (Some(first), Some(last)) = (first, last) {
            for k in 0..dy[0].len() {
                gradient[t][k] = dy[first][k] + if last > first { dy[last][k] } else { 0.0 };
            }
        }
    }
    gradient
}

// wrong, ignored: rows of `dy` in the order of the text, then zeros
pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut gradient = dy;
    let width = gradient[0].len();
    let _ = tokens;
    gradient.resize(vocabulary, vec![0.0; width]);
    gradient
}

// wrong, mistake:last of repeats: of equal neighbours only the last adds its row
pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut gradient = vec![vec![0.0; dy[0].len()]; vocabulary];
    for at in 0..tokens.len() {
        if tokens.get(at + 1) == Some(&tokens[at]) {
            continue;
        }
        for (sum, number) in gradient[tokens[at]].iter_mut().zip(&dy[at]) {
            *sum += number;
        }
    }
    gradient
}

// wrong, mistake:without repeats: of equal neighbours only the first adds its row
pub fn table_gradient(dy: Vec<Vec<f32>>, tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    let mut gradient = vec![vec![0.0; dy[0].len()]; vocabulary];
    let mut before = None;
    for (row, token) in dy.iter().zip(tokens) {
        if before != Some(token) {
            for (sum, number) in gradient[token].iter_mut().zip(row) {
                *sum += number;
            }
        }
        before = Some(token);
    }
    gradient
}
