// right: iterators only: windows of rows, slices of columns, zips and sums
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let (tall, wide) = (kernel.len(), kernel[0].len());
    image
        .windows(tall)
        .step_by(stride)
        .map(|band| {
            (0..=image[0].len() - wide)
                .step_by(stride)
                .map(|left| {
                    band.iter()
                        .zip(&kernel)
                        .map(|(line, weights)| {
                            line[left..]
                                .iter()
                                .zip(weights)
                                .map(|(pixel, weight)| pixel * weight)
                                .sum::<f32>()
                        })
                        .sum::<f32>()
                })
                .collect::<Vec<f32>>()
        })
        .collect()
}

// right: the kernel in the outer loops: each weight adds its share to every place of the output
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let mut output: Vec<Vec<f32>> = Vec::new();
    let mut top = 0;
    while top + kernel.len() <= image.len() {
        let mut line = Vec::new();
        let mut left = 0;
        while left + kernel[0].len() <= image[0].len() {
            line.push(0.0);
            left += stride;
        }
        output.push(line);
        top += stride;
    }
    for (i, weights) in kernel.iter().enumerate() {
        for (j, &weight) in weights.iter().enumerate() {
            for (r, line) in output.iter_mut().enumerate() {
                for (c, sum) in line.iter_mut().enumerate() {
                    *sum += weight * image[i + r * stride][j + c * stride];
                }
            }
        }
    }
    output
}

// right: cuts each patch out as a flat list and takes its dot product with the flat kernel, in f64
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let (tall, wide) = (kernel.len(), kernel[0].len());
    let weights: Vec<f32> = kernel.concat();
    let mut output = Vec::new();
    for top in (0..=image.len() - tall).step_by(stride) {
        let mut line = Vec::new();
        for left in (0..=image[0].len() - wide).step_by(stride) {
            line.push(dot(&patch(&image, top, left, tall, wide), &weights));
        }
        output.push(line);
    }
    output
}

fn patch(image: &[Vec<f32>], top: usize, left: usize, tall: usize, wide: usize) -> Vec<f32> {
    let mut pixels = Vec::new();
    for line in &image[top..top + tall] {
        pixels.extend_from_slice(&line[left..left + wide]);
    }
    pixels
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sum = 0.0f64;
    for i in 0..a.len() {
        sum += f64::from(a[i]) * f64::from(b[i]);
    }
    sum as f32
}

// wrong, mistake:kernel flipped: The kernel is turned by half a turn before it is laid on, which is the convolution of mathematics
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[r][c] += kernel[kernel.len() - 1 - i][kernel[0].len() - 1 - j] * image[r * stride + i][c * stride + j];
                }
            }
        }
    }
    output
}

// wrong, mistake:stride ignored: The stride is ignored: the kernel always moves by one pixel
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = image.len() - kernel.len() + 1;
    let columns = image[0].len() - kernel[0].len() + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[r][c] += kernel[i][j] * image[r + i][c + j];
                }
            }
        }
    }
    output
}

// wrong, panic: The number of output columns is taken from the rows, as if every image were square
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = rows;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[r][c] += kernel[i][j] * image[r * stride + i][c * stride + j];
                }
            }
        }
    }
    output
}

// wrong, values: The stride spreads the kernel too: its weights lie on every stride-th pixel
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    let (y, x) = ((r + i) * stride, (c + j) * stride);
                    if y < image.len() && x < image[0].len() {
                        output[r][c] += kernel[i][j] * image[y][x];
                    }
                }
            }
        }
    }
    output
}

// wrong, factor: The products are averaged over the kernel instead of added up
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[r][c] += kernel[i][j] * image[r * stride + i][c * stride + j] / (kernel.len() * kernel[0].len()) as f32;
                }
            }
        }
    }
    output
}

// wrong, clipped: Negative sums become 0, a ReLU that nobody asked for
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            let mut sum = 0.0f32;
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    sum += kernel[i][j] * image[r * stride + i][c * stride + j];
                }
            }
            output[r][c] = sum.max(0.0);
        }
    }
    output
}

// wrong, accumulated: The sum is not set back for the next place, so every number of a row contains those to its left
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        let mut sum = 0.0;
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    sum += kernel[i][j] * image[r * stride + i][c * stride + j];
                }
            }
            output[r][c] = sum;
        }
    }
    output
}

// right: each weight adds its picture, moved
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for (i, weights) in kernel.iter().enumerate() {
        for (j, weight) in weights.iter().enumerate() {
            for (r, row) in output.iter_mut().enumerate() {
                for (place, pixel) in row
                    .iter_mut()
                    .zip(image[r * stride + i][j..].iter().step_by(stride))
                {
                    *place += weight * pixel;
                }
            }
        }
    }
    output
}

// right: windows of rows and of columns
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    image
        .windows(kernel.len())
        .step_by(stride)
        .map(|rows| {
            (0..=rows[0].len() - kernel[0].len())
                .step_by(stride)
                .map(|left| {
                    let under = rows
                        .iter()
                        .flat_map(|row| &row[left..left + kernel[0].len()]);
                    under.zip(kernel.iter().flatten()).map(|(x, w)| x * w).sum()
                })
                .collect()
        })
        .collect()
}

// right: flat lists
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let (width, k) = (image[0].len(), kernel[0].len());
    let (height, tall) = (image.len(), kernel.len());
    let flat = image.concat();
    let weights = kernel.concat();
    let at = |top: usize, left: usize| -> f32 {
        (0..tall * k)
            .map(|n| weights[n] * flat[(top + n / k) * width + left + n % k])
            .sum()
    };
    let tops = (0..height)
        .step_by(stride)
        .take_while(|top| top + tall <= height);
    tops.map(|top| {
        let lefts = (0..width)
            .step_by(stride)
            .take_while(|left| left + k <= width);
        lefts.map(|left| at(top, left)).collect()
    })
    .collect()
}

// wrong, mistake:kernel flipped: the kernel is turned by half a turn
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[r][c] += kernel[kernel.len() - 1 - i][kernel[0].len() - 1 - j]
                        * image[r * stride + i][c * stride + j];
                }
            }
        }
    }
    output
}

// wrong, mistake:one too small: the last row and column are missing
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride;
    let columns = (image[0].len() - kernel[0].len()) / stride;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[r][c] += kernel[i][j] * image[r * stride + i][c * stride + j];
                }
            }
        }
    }
    output
}

// wrong, mistake:output's axes swapped: rows and columns of the output are exchanged
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; rows]; columns];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[c][r] += kernel[i][j] * image[r * stride + i][c * stride + j];
                }
            }
        }
    }
    output
}

// wrong, mistake:stride only in the size: the stride is left out of the pixel
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[r][c] += kernel[i][j] * image[r + i][c + j];
                }
            }
        }
    }
    output
}

// wrong, panic: the stride spreads the kernel
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - (kernel.len() - 1) * stride).max(1) - 1 + 1;
    let columns = (image[0].len() - (kernel[0].len() - 1) * stride).max(1);
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[r][c] += kernel[i][j] * image[r + i * stride][c + j * stride];
                }
            }
        }
    }
    output
}

// wrong, mistake:only the last product: the last product only
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[r][c] = kernel[i][j] * image[r * stride + i][c * stride + j];
                }
            }
        }
    }
    output
}

// wrong, panic: the kernel is taken to be square
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel.len() {
                    output[r][c] += kernel[i][j] * image[r * stride + i][c * stride + j];
                }
            }
        }
    }
    output
}

// wrong, panic: the image is taken to be square
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image.len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[r][c] += kernel[i][j] * image[r * stride + i][c * stride + j];
                }
            }
        }
    }
    output
}

// wrong, mistake:rounded up: the division rounds up
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()).div_ceil(stride) + 1;
    let columns = (image[0].len() - kernel[0].len()).div_ceil(stride) + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[r][c] += kernel[i][j]
                        * image
                            .get(r * stride + i)
                            .and_then(|row| row.get(c * stride + j))
                            .copied()
                            .unwrap_or(0.0);
                }
            }
        }
    }
    output
}

// wrong, mistake:kernel's axes swapped: the kernel is transposed
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel[0].len()) / stride + 1;
    let columns = (image[0].len() - kernel.len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel[0].len() {
                for j in 0..kernel.len() {
                    output[r][c] += kernel[j][i] * image[r * stride + i][c * stride + j];
                }
            }
        }
    }
    output
}

// wrong, factor: the sums are divided by the size of the kernel
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for r in 0..rows {
        for c in 0..columns {
            for i in 0..kernel.len() {
                for j in 0..kernel[0].len() {
                    output[r][c] += 1.0 / (kernel.len() * kernel[0].len()) as f32
                        * kernel[i][j]
                        * image[r * stride + i][c * stride + j];
                }
            }
        }
    }
    output
}
