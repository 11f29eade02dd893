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
