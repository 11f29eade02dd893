// right: iterators only: bands of rows, slices of columns, and a fold
pub fn max_pool(image: Vec<Vec<f32>>, size: usize, stride: usize) -> Vec<Vec<f32>> {
    image
        .windows(size)
        .step_by(stride)
        .map(|band| {
            (0..=band[0].len() - size)
                .step_by(stride)
                .map(|left| {
                    let pixels = band.iter().flat_map(|row| &row[left..left + size]);
                    pixels.fold(f32::MIN, |a, &b| if a < b { b } else { a })
                })
                .collect()
        })
        .collect()
}

// right: the largest of each row of the window first, then of those
pub fn max_pool(image: Vec<Vec<f32>>, size: usize, stride: usize) -> Vec<Vec<f32>> {
    let mut y = Vec::new();
    let mut top = 0;
    while top + size <= image.len() {
        let mut row = Vec::new();
        let mut left = 0;
        while left + size <= image[0].len() {
            let mut best = image[top][left];
            for line in &image[top..top + size] {
                let most = line[left..left + size].iter().copied().max_by(f32::total_cmp).unwrap();
                best = best.max(most);
            }
            row.push(best);
            left += stride;
        }
        y.push(row);
        top += stride;
    }
    y
}

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

// right: backward: the value by `max_pool`, then the first pixel that equals it
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
            'window: for i in 0..size {
                for j in 0..size {
                    if image[r * stride + i][c * stride + j] == y[r][c] {
                        dx[r * stride + i][c * stride + j] += dy[r][c];
                        break 'window;
                    }
                }
            }
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
                if image[i][j] > image[row][column] || (before && image[i][j] == image[row][column]) {
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
                    let covers = (top..top + size).contains(&row) && (left..left + size).contains(&column);
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

// wrong, mistake:from zero: the largest number begins at 0
pub fn max_pool(image: Vec<Vec<f32>>, size: usize, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - size) / stride + 1;
    let columns = (image[0].len() - size) / stride + 1;
    let mut y = vec![vec![0.0_f32; columns]; rows];
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

// wrong, mistake:stride of the size: the stride is taken to be the size
pub fn max_pool(image: Vec<Vec<f32>>, size: usize, _stride: usize) -> Vec<Vec<f32>> {
    let (rows, columns) = (image.len() / size, image[0].len() / size);
    let mut y = vec![vec![f32::NEG_INFINITY; columns]; rows];
    for r in 0..rows * size {
        for c in 0..columns * size {
            y[r / size][c / size] = y[r / size][c / size].max(image[r][c]);
        }
    }
    y
}

// wrong, mistake:rounded up: windows that hang over the edge are kept
pub fn max_pool(image: Vec<Vec<f32>>, size: usize, stride: usize) -> Vec<Vec<f32>> {
    let mut y = Vec::new();
    for top in (0..image.len()).step_by(stride) {
        let mut row = Vec::new();
        for left in (0..image[0].len()).step_by(stride) {
            let mut best = f32::NEG_INFINITY;
            for line in image.iter().skip(top).take(size) {
                for &pixel in line.iter().skip(left).take(size) {
                    best = best.max(pixel);
                }
            }
            row.push(best);
            if left + size >= image[0].len() {
                break;
            }
        }
        y.push(row);
        if top + size >= image.len() {
            break;
        }
    }
    y
}

// wrong, mistake:carried over: the largest number is declared before the loops
pub fn max_pool(image: Vec<Vec<f32>>, size: usize, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - size) / stride + 1;
    let columns = (image[0].len() - size) / stride + 1;
    let mut y = vec![vec![0.0; columns]; rows];
    let mut best = f32::NEG_INFINITY;
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..size {
                for j in 0..size {
                    best = best.max(image[r * stride + i][c * stride + j]);
                }
            }
            y[r][c] = best;
        }
    }
    y
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

// wrong, mistake:last of ties: `max_by`, which returns the last of equal ones
pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let mut dx = vec![vec![0.0; image[0].len()]; image.len()];
    for r in 0..dy.len() {
        for c in 0..dy[0].len() {
            let places = (0..size * size).map(|n| (r * stride + n / size, c * stride + n % size));
            let (i, j) = places.max_by(|a, b| image[a.0][a.1].total_cmp(&image[b.0][b.1])).unwrap();
            dx[i][j] += dy[r][c];
        }
    }
    dx
}

// wrong, mistake:all ties: whoever equals the largest gets the gradient
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
            for i in r * stride..r * stride + size {
                for j in c * stride..c * stride + size {
                    if image[i][j] == y[r][c] {
                        dx[i][j] += dy[r][c];
                    }
                }
            }
        }
    }
    dx
}

// wrong, mistake:overwritten: `=` instead of `+=`
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
            for i in r * stride..r * stride + size {
                for j in c * stride..c * stride + size {
                    if image[i][j] > image[best.0][best.1] {
                        best = (i, j);
                    }
                }
            }
            dx[best.0][best.1] = gradient;
        }
    }
    dx
}

// wrong, mistake:to all: every pixel of a window gets its gradient
pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let mut dx = vec![vec![0.0; image[0].len()]; image.len()];
    for (r, row) in dy.iter().enumerate() {
        for (c, &gradient) in row.iter().enumerate() {
            for line in &mut dx[r * stride..r * stride + size] {
                for number in &mut line[c * stride..c * stride + size] {
                    *number += gradient;
                }
            }
        }
    }
    dx
}

// wrong, mistake:place in the window: the place is counted from the corner of the window
pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let mut dx = vec![vec![0.0; image[0].len()]; image.len()];
    for (r, row) in dy.iter().enumerate() {
        for (c, &gradient) in row.iter().enumerate() {
            let mut best = (0, 0);
            for i in 0..size {
                for j in 0..size {
                    let (top, left) = (r * stride, c * stride);
                    if image[top + i][left + j] > image[top + best.0][left + best.1] {
                        best = (i, j);
                    }
                }
            }
            dx[best.0][best.1] += gradient;
        }
    }
    dx
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
