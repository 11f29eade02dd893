// right: backward: `max_by` from the last pixel to the first, because it returns the last of equal ones
pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let mut dx: Vec<Vec<f32>> = image.iter().map(|row| vec![0.0; row.len()]).collect();
    for r in 0..dy.len() {
        for c in 0..dy[r].len() {
            let places = (0..size * size).map(|n| (r * stride + n / size, c * stride + n % size));
            let (i, j) = places
                .rev()
                .max_by(|&a, &b| image[a.0][a.1].partial_cmp(&image[b.0][b.1]).unwrap())
                .unwrap();
            dx[i][j] += dy[r][c];
        }
    }
    dx
}

// right: backward: pixel by pixel, asking each window that covers it, in double precision
pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let wins = |row: usize, column: usize, top: usize, left: usize| {
        for i in top..top + size {
            for j in left..left + size {
                let before = (i, j) < (row, column);
                if image[i][j] > image[row][column] || (before && image[i][j] == image[row][column])
                {
                    return false;
                }
            }
        }
        true
    };
    let mut dx = Vec::new();
    for row in 0..image.len() {
        let mut line = Vec::new();
        for column in 0..image[0].len() {
            let mut sum = 0.0_f64;
            for (r, gradients) in dy.iter().enumerate() {
                for (c, &gradient) in gradients.iter().enumerate() {
                    let (top, left) = (r * stride, c * stride);
                    let covers =
                        (top..top + size).contains(&row) && (left..left + size).contains(&column);
                    if covers && wins(row, column, top, left) {
                        sum += f64::from(gradient);
                    }
                }
            }
            line.push(sum as f32);
        }
        dx.push(line);
    }
    dx
}

// right: the largest of each row first, then of each column; backward asks every pixel which windows it wins
pub fn max_pool(image: Vec<Vec<f32>>, size: usize, stride: usize) -> Vec<Vec<f32>> {
    let across: Vec<Vec<f32>> = image
        .iter()
        .map(|line| {
            line.windows(size)
                .step_by(stride)
                .map(|some| some.iter().copied().reduce(f32::max).unwrap())
                .collect()
        })
        .collect();
    across
        .windows(size)
        .step_by(stride)
        .map(|lines| {
            (0..lines[0].len())
                .map(|c| lines.iter().map(|line| line[c]).reduce(f32::max).unwrap())
                .collect()
        })
        .collect()
}

pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let wins = |row: usize, column: usize, r: usize, c: usize| {
        let window = (0..size * size).map(|n| (r * stride + n / size, c * stride + n % size));
        let mut window: Vec<_> = window.collect();
        window.sort_by(|a, b| image[b.0][b.1].total_cmp(&image[a.0][a.1]));
        window[0] == (row, column)
    };
    let mut dx = Vec::new();
    for row in 0..image.len() {
        let mut line = Vec::new();
        for column in 0..image[0].len() {
            let mut sum = 0.0;
            for (r, slopes) in dy.iter().enumerate() {
                for (c, slope) in slopes.iter().enumerate() {
                    if wins(row, column, r, c) {
                        sum += slope;
                    }
                }
            }
            line.push(sum);
        }
        dx.push(line);
    }
    dx
}

// wrong, panic: one window too many each way
pub fn max_pool(image: Vec<Vec<f32>>, size: usize, stride: usize) -> Vec<Vec<f32>> {
    let rows = image.len() / stride + 1;
    let columns = image[0].len() / stride + 1;
    let mut y = vec![vec![f32::NEG_INFINITY; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..size {
                for j in 0..size {
                    y[r][c] = y[r][c].max(image[r * stride + i][c * stride + j]);
                }
            }
        }
    }
    y
}

// wrong, mistake:from zero, to the corner: the largest number begins at 0 and the place at the corner of the image
pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let mut dx = vec![vec![0.0; image[0].len()]; image.len()];
    for (r, row) in dy.iter().enumerate() {
        for (c, &gradient) in row.iter().enumerate() {
            let (mut most, mut place) = (0.0, (0, 0));
            for i in r * stride..r * stride + size {
                for j in c * stride..c * stride + size {
                    if image[i][j] > most {
                        most = image[i][j];
                        place = (i, j);
                    }
                }
            }
            dx[place.0][place.1] += gradient;
        }
    }
    dx
}

// wrong, mistake:first in column order: the loop over the columns is the outer one
pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let mut dx = vec![vec![0.0; image[0].len()]; image.len()];
    for (r, row) in dy.iter().enumerate() {
        for (c, &gradient) in row.iter().enumerate() {
            let mut best = (r * stride, c * stride);
            for j in c * stride..c * stride + size {
                for i in r * stride..r * stride + size {
                    if image[i][j] > image[best.0][best.1] {
                        best = (i, j);
                    }
                }
            }
            dx[best.0][best.1] += gradient;
        }
    }
    dx
}

// wrong, mistake:first of the image: looks in the whole image for the first pixel that is as large as the largest of the window
pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let y = max_pool(image.clone(), size, stride);
    let mut dx = vec![vec![0.0; image[0].len()]; image.len()];
    for r in 0..y.len() {
        for c in 0..y[0].len() {
            'search: for i in 0..image.len() {
                for j in 0..image[0].len() {
                    if image[i][j] == y[r][c] {
                        dx[i][j] += dy[r][c];
                        break 'search;
                    }
                }
            }
        }
    }
    dx
}

// wrong, mistake:first of each row: `break` leaves the inner loop only
pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let y = max_pool(image.clone(), size, stride);
    let mut dx = vec![vec![0.0; image[0].len()]; image.len()];
    for r in 0..y.len() {
        for c in 0..y[0].len() {
            for i in 0..size {
                for j in 0..size {
                    if image[r * stride + i][c * stride + j] == y[r][c] {
                        dx[r * stride + i][c * stride + j] += dy[r][c];
                        break;
                    }
                }
            }
        }
    }
    dx
}

// wrong, mistake:carried along the row: the largest number is declared between the two loops over the windows
pub fn max_pool(image: Vec<Vec<f32>>, size: usize, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - size) / stride + 1;
    let columns = (image[0].len() - size) / stride + 1;
    let mut y = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        let mut most = f32::NEG_INFINITY;
        for c in 0..columns {
            for i in 0..size {
                for j in 0..size {
                    most = most.max(image[r * stride + i][c * stride + j]);
                }
            }
            y[r][c] = most;
        }
    }
    y
}

// wrong, mistake:stride left out of the place: the place in the window is added to the number of the window
pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let mut dx = vec![vec![0.0; image[0].len()]; image.len()];
    for r in 0..dy.len() {
        for c in 0..dy[0].len() {
            let (mut bi, mut bj) = (0, 0);
            for i in 0..size {
                for j in 0..size {
                    if image[r * stride + i][c * stride + j]
                        > image[r * stride + bi][c * stride + bj]
                    {
                        (bi, bj) = (i, j);
                    }
                }
            }
            dx[r + bi][c + bj] += dy[r][c];
        }
    }
    dx
}

// wrong, mistake:times the pixel: the gradient goes on as `dy` times the largest number
pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let mut dx = vec![vec![0.0; image[0].len()]; image.len()];
    for r in 0..dy.len() {
        for c in 0..dy[0].len() {
            let mut best = (r * stride, c * stride);
            for i in 0..size {
                for j in 0..size {
                    let (row, column) = (r * stride + i, c * stride + j);
                    if image[row][column] > image[best.0][best.1] {
                        best = (row, column);
                    }
                }
            }
            dx[best.0][best.1] += dy[r][c] * image[best.0][best.1];
        }
    }
    dx
}
