// right: fills every cell by counting the examples that belong there; shares through `enumerate`
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, classes: usize) -> Vec<Vec<f32>> {
    (0..classes)
        .map(|is| {
            (0..classes)
                .map(|says| {
                    labels
                        .iter()
                        .zip(&predictions)
                        .filter(|&(&label, &prediction)| label == is && prediction == says)
                        .count() as f32
                })
                .collect::<Vec<f32>>()
        })
        .collect()
}

pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    matrix
        .iter()
        .enumerate()
        .map(|(class, row)| {
            let all: f32 = row.iter().sum();
            if all > 0.0 { row[class] / all } else { 0.0 }
        })
        .collect()
}

pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    (0..matrix.len())
        .map(|class| {
            let sum = matrix.iter().map(|row| row[class]).sum::<f32>();
            if sum == 0.0 {
                0.0
            } else {
                matrix[class][class] / sum
            }
        })
        .collect()
}

// right: counts whole numbers in one flat list; the precision is the recall of the transposed matrix
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, classes: usize) -> Vec<Vec<f32>> {
    let mut counts = vec![0usize; classes * classes];
    for i in 0..labels.len() {
        counts[labels[i] * classes + predictions[i]] += 1;
    }
    let mut matrix = Vec::new();
    for class in 0..classes {
        let row = &counts[class * classes..(class + 1) * classes];
        matrix.push(row.iter().map(|&count| count as f32).collect());
    }
    matrix
}

pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    (0..matrix.len())
        .map(|class| {
            let sum = matrix[class].iter().sum::<f32>();
            if sum == 0.0 {
                0.0
            } else {
                matrix[class][class] / sum
            }
        })
        .collect()
}

pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let size = matrix.len();
    let mut turned = vec![vec![0.0; size]; size];
    for i in 0..size {
        for j in 0..size {
            turned[j][i] = matrix[i][j];
        }
    }
    recall(turned)
}

// right: plain loops: all sums first, in one pass over the matrix, then a helper divides
pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let mut sums = vec![0.0; matrix.len()];
    for i in 0..matrix.len() {
        for j in 0..matrix.len() {
            sums[i] += matrix[i][j];
        }
    }
    shares(&matrix, &sums)
}

pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let mut sums = vec![0.0; matrix.len()];
    for i in 0..matrix.len() {
        for j in 0..matrix.len() {
            sums[j] += matrix[i][j];
        }
    }
    shares(&matrix, &sums)
}

fn shares(matrix: &[Vec<f32>], sums: &[f32]) -> Vec<f32> {
    let mut result = Vec::with_capacity(sums.len());
    for (class, &sum) in sums.iter().enumerate() {
        let share = match sum {
            0.0 => 0.0,
            _ => matrix[class][class] / sum,
        };
        result.push(share);
    }
    result
}

// wrong, mistake:transposed: Rows and columns are exchanged: the row has to be what the example is, not what the model says
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, classes: usize) -> Vec<Vec<f32>> {
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (label, prediction) in labels.into_iter().zip(predictions) {
        matrix[prediction][label] += 1.0;
    }
    matrix
}

pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    (0..matrix.len())
        .map(|class| {
            let sum = matrix[class].iter().sum::<f32>();
            if sum == 0.0 {
                0.0
            } else {
                matrix[class][class] / sum
            }
        })
        .collect()
}

pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    (0..matrix.len())
        .map(|class| {
            let sum = matrix.iter().map(|row| row[class]).sum::<f32>();
            if sum == 0.0 {
                0.0
            } else {
                matrix[class][class] / sum
            }
        })
        .collect()
}

// wrong, mistake:precision: Recall and precision are exchanged: the recall divides by the column and the precision by the row
pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    (0..matrix.len())
        .map(|class| {
            let sum = matrix.iter().map(|row| row[class]).sum::<f32>();
            if sum == 0.0 {
                0.0
            } else {
                matrix[class][class] / sum
            }
        })
        .collect()
}

pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    (0..matrix.len())
        .map(|class| {
            let sum = matrix[class].iter().sum::<f32>();
            if sum == 0.0 {
                0.0
            } else {
                matrix[class][class] / sum
            }
        })
        .collect()
}

// wrong, values: One class that is never said makes the precision of all classes 0, by an early return
pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    (0..matrix.len())
        .map(|class| {
            let sum = matrix[class].iter().sum::<f32>();
            if sum == 0.0 {
                0.0
            } else {
                matrix[class][class] / sum
            }
        })
        .collect()
}

pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let mut result = Vec::new();
    for class in 0..matrix.len() {
        let sum = matrix.iter().map(|row| row[class]).sum::<f32>();
        if sum == 0.0 {
            return vec![0.0; matrix.len()];
        }
        result.push(matrix[class][class] / sum);
    }
    result
}

// right: each cell is counted by itself
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, classes: usize) -> Vec<Vec<f32>> {
    let count = |i: usize, j: usize| {
        let pairs = labels.iter().zip(&predictions);
        pairs
            .filter(|&(&label, &said)| label == i && said == j)
            .count() as f32
    };
    (0..classes)
        .map(|i| (0..classes).map(|j| count(i, j)).collect())
        .collect()
}

// right: a sum of 0 is replaced by 1, since the diagonal is 0 then too
pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let rows = matrix.iter().enumerate();
    rows.map(|(i, row)| row[i] / row.iter().sum::<f32>().max(1.0))
        .collect()
}

// right: the transposed matrix has the precisions as recalls
pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let classes = matrix.len();
    let turned = (0..classes).map(|j| (0..classes).map(|i| matrix[i][j]).collect());
    recall(turned.collect())
}

// wrong, mistake:transposed: rows and columns are exchanged
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, classes: usize) -> Vec<Vec<f32>> {
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (label, said) in labels.into_iter().zip(predictions) {
        matrix[said][label] += 1.0;
    }
    matrix
}

// wrong, mistake:shares: each row is divided by its sum
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, classes: usize) -> Vec<Vec<f32>> {
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (label, said) in labels.into_iter().zip(predictions) {
        matrix[label][said] += 1.0;
    }
    for row in &mut matrix {
        let sum = row.iter().sum::<f32>();
        if sum > 0.0 {
            row.iter_mut().for_each(|cell| *cell /= sum);
        }
    }
    matrix
}

// wrong, mistake:marked: a cell is set to 1, however many examples are in it
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, classes: usize) -> Vec<Vec<f32>> {
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (label, said) in labels.into_iter().zip(predictions) {
        matrix[label][said] = 1.0;
    }
    matrix
}

// wrong, mistake:wrong only: only the mistakes are counted, so the diagonal is empty
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, classes: usize) -> Vec<Vec<f32>> {
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (label, said) in labels.into_iter().zip(predictions) {
        if label != said {
            matrix[label][said] += 1.0;
        }
    }
    matrix
}

// wrong, mistake:classes that occur: the matrix is only as large as the highest label asks for
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, _classes: usize) -> Vec<Vec<f32>> {
    let most = labels.iter().chain(&predictions).max();
    let classes = most.map_or(0, |most| most + 1);
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (label, said) in labels.into_iter().zip(predictions) {
        matrix[label][said] += 1.0;
    }
    matrix
}

// wrong, mistake:divided by zero: no look at whether the sum is 0
pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let rows = matrix.iter().enumerate();
    rows.map(|(i, row)| row[i] / row.iter().sum::<f32>())
        .collect()
}

// wrong, mistake:absent is perfect: a class without examples counts as found
pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let rows = matrix.iter().enumerate();
    rows.map(|(i, row)| {
        let sum = row.iter().sum::<f32>();
        if sum == 0.0 { 1.0 } else { row[i] / sum }
    })
    .collect()
}

// wrong, mistake:absent left out: classes without examples are left out of the list
pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let mut shares = Vec::new();
    for (i, row) in matrix.iter().enumerate() {
        let sum = row.iter().sum::<f32>();
        if sum > 0.0 {
            shares.push(row[i] / sum);
        }
    }
    shares
}

// wrong, mistake:by all examples: divided by the sum of all cells
pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let total = matrix.iter().flatten().sum::<f32>();
    (0..matrix.len())
        .map(|i| {
            if total == 0.0 {
                0.0
            } else {
                matrix[i][i] / total
            }
        })
        .collect()
}

// wrong, mistake:by the others: right by wrong: the diagonal is not in the sum
pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    (0..matrix.len())
        .map(|j| {
            let others = (0..matrix.len()).filter(|&i| i != j);
            let sum = others.map(|i| matrix[i][j]).sum::<f32>();
            if sum == 0.0 { 0.0 } else { matrix[j][j] / sum }
        })
        .collect()
}

// wrong, mistake:recall: copied from recall: the sum is that of the row
pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    (0..matrix.len())
        .map(|j| {
            let sum = matrix[j].iter().sum::<f32>();
            if sum == 0.0 { 0.0 } else { matrix[j][j] / sum }
        })
        .collect()
}

// wrong, mistake:false ones: the share that does not belong there
pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    (0..matrix.len())
        .map(|j| {
            let sum = matrix.iter().map(|row| row[j]).sum::<f32>();
            if sum == 0.0 {
                0.0
            } else {
                1.0 - matrix[j][j] / sum
            }
        })
        .collect()
}

// wrong, not_finite: it looks whether the row is empty, not the column, so a class that is never said is 0 by 0
pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    (0..matrix.len())
        .map(|j| {
            let said = matrix.iter().map(|row| row[j]).sum::<f32>();
            let examples = matrix[j].iter().sum::<f32>();
            if examples == 0.0 {
                0.0
            } else {
                matrix[j][j] / said
            }
        })
        .collect()
}

// wrong, mistake:shares of the columns: each column is divided by its sum
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, classes: usize) -> Vec<Vec<f32>> {
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (&label, &said) in labels.iter().zip(&predictions) {
        matrix[label][said] += 1.0;
    }
    for j in 0..classes {
        let sum: f32 = (0..classes).map(|i| matrix[i][j]).sum();
        for row in &mut matrix {
            row[j] /= sum.max(1.0);
        }
    }
    matrix
}

// wrong, offset: the counts begin at 1
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, classes: usize) -> Vec<Vec<f32>> {
    let mut matrix = vec![vec![1.0; classes]; classes];
    for (label, said) in labels.into_iter().zip(predictions) {
        matrix[label][said] += 1.0;
    }
    matrix
}

// wrong, array_count: one row and one column too many
pub fn confusion(labels: Vec<usize>, predictions: Vec<usize>, classes: usize) -> Vec<Vec<f32>> {
    let mut matrix = vec![vec![0.0; classes + 1]; classes + 1];
    for (label, said) in labels.into_iter().zip(predictions) {
        matrix[label][said] += 1.0;
    }
    matrix
}

// wrong, mistake:largest of the row: the largest number of the row in the place of the diagonal
pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let share = |row: &Vec<f32>| {
        let sum: f32 = row.iter().sum();
        let most = row.iter().copied().fold(0.0, f32::max);
        if sum == 0.0 { 0.0 } else { most / sum }
    };
    matrix.iter().map(share).collect()
}

// wrong, factor: divided by the number of classes, as a mean
pub fn recall(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let classes = matrix.len() as f32;
    let rows = matrix.iter().enumerate();
    rows.map(|(i, row)| {
        let sum = row.iter().sum::<f32>();
        if sum == 0.0 {
            0.0
        } else {
            row[i] / (sum / classes)
        }
    })
    .collect()
}

// wrong, mistake:one more in the sum: 1 is added to each sum so that nothing is divided by 0
pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    (0..matrix.len())
        .map(|j| matrix[j][j] / (1.0 + matrix.iter().map(|row| row[j]).sum::<f32>()))
        .collect()
}

// wrong, rows: the last column is left out
pub fn precision(matrix: Vec<Vec<f32>>) -> Vec<f32> {
    let mut shares = vec![0.0; matrix.len()];
    for j in 0..matrix.len() - 1 {
        let sum: f32 = matrix.iter().map(|row| row[j]).sum();
        if sum > 0.0 {
            shares[j] = matrix[j][j] / sum;
        }
    }
    shares
}
