// right: angles in two loops, in f64, with exp and ln for the power
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let mut numbers = Vec::new();
    for position in offset..offset + time {
        for i in 0..d / 2 {
            let slow = (-(2.0 * i as f64) / d as f64 * 10000f64.ln()).exp();
            numbers.push((position as f64 * slow) as f32);
        }
    }
    device().tensor_from_vec(numbers, (time, d / 2))
}

pub fn rope<T: Tape<f32, Dev>>(
    q: Batch<T>,
    k: Batch<T>,
    v: Batch<T>,
    offset: usize,
) -> (Batch<T>, Batch<T>, Batch<T>) {
    let turned = rotate(k, offset);
    (rotate(q, offset), turned, v)
}

// right: the way of Hugging Face: x * cos + rotate_half(x) * sin, with cosines and sines as wide as x
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let half = d / 2;
    let numbers = (0..time * half)
        .map(|n| {
            let (t, i) = (n / half, n % half);
            (offset + t) as f32 / 10000_f32.powf(2.0 * i as f32 / d as f32)
        })
        .collect();
    device().tensor_from_vec(numbers, (time, half))
}

pub fn rotate<T: Tape<f32, Dev>>(x: Batch<T>, offset: usize) -> Batch<T> {
    let (_, time, d) = *x.shape();
    let numbers = angles(time, d, offset).as_vec();
    let half = d / 2;
    let (mut cos, mut sin) = (Vec::new(), Vec::new());
    for t in 0..time {
        for column in 0..d {
            let angle = numbers[t * half + column % half];
            cos.push(angle.cos());
            sin.push(angle.sin());
        }
    }
    let matrix = |numbers: Vec<f32>| -> Matrix { device().tensor_from_vec(numbers, (time, d)) };
    let cos = matrix(cos).broadcast_like::<_, Axis<0>>(&x);
    let sin = matrix(sin).broadcast_like::<_, Axis<0>>(&x);
    let (first, second) = halves(x.with_empty_tape());
    let turned = (-second, first).concat_along(Axis::<2>);
    x * cos + turned * sin
}

// right: the angles as a matrix product of positions and speeds; `rope` with a closure
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let positions = (offset..offset + time).map(|p| p as f32).collect();
    let positions: Matrix = device().tensor_from_vec(positions, (time, 1));
    let speeds = (0..d / 2).map(|i| 1.0 / 10000_f32.powf((2 * i) as f32 / d as f32)).collect();
    let speeds: Matrix = device().tensor_from_vec(speeds, (1, d / 2));
    positions.matmul(speeds)
}

pub fn rotate<T: Tape<f32, Dev>>(x: Batch<T>, offset: usize) -> Batch<T> {
    let (_, time, d) = *x.shape();
    let angles = angles(time, d, offset);
    let (first, second) = halves(x);
    let cos = angles.clone().cos().broadcast_like::<_, Axis<0>>(&first);
    let sin = angles.sin().broadcast_like::<_, Axis<0>>(&first);
    let right = first.with_empty_tape() * sin.clone() + second.with_empty_tape() * cos.clone();
    let left = first * cos - second * sin;
    (left, right).concat_along(Axis::<2>)
}

pub fn rope<T: Tape<f32, Dev>>(
    q: Batch<T>,
    k: Batch<T>,
    v: Batch<T>,
    offset: usize,
) -> (Batch<T>, Batch<T>, Batch<T>) {
    let turn = |x| rotate(x, offset);
    (turn(q), turn(k), v)
}

// wrong, mistake:offset ignored: The offset is ignored, so positions always begin at 0
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let half = d / 2;
    let numbers = (0..time * half)
        .map(|n| {
            let (t, i) = (n / half, n % half);
            t as f32 / 10000_f32.powf(2.0 * i as f32 / d as f32)
        })
        .collect();
    device().tensor_from_vec(numbers, (time, half))
}

// wrong, mistake:positions from 1: The positions begin at 1 after the offset, not at the offset
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let half = d / 2;
    let numbers = (0..time * half)
        .map(|n| {
            let (t, i) = (n / half, n % half);
            (offset + t + 1) as f32 / 10000_f32.powf(2.0 * i as f32 / d as f32)
        })
        .collect();
    device().tensor_from_vec(numbers, (time, half))
}

// wrong, mistake:base 1000: The base is 1000 instead of 10000
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let half = d / 2;
    let numbers = (0..time * half)
        .map(|n| {
            let (t, i) = (n / half, n % half);
            (offset + t) as f32 / 1000_f32.powf(2.0 * i as f32 / d as f32)
        })
        .collect();
    device().tensor_from_vec(numbers, (time, half))
}

// wrong, gradient: The first half is lent with an empty tape both times, so its gradient is lost
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let half = d / 2;
    let numbers = (0..time * half)
        .map(|n| {
            let (t, i) = (n / half, n % half);
            (offset + t) as f32 / 10000_f32.powf(2.0 * i as f32 / d as f32)
        })
        .collect();
    device().tensor_from_vec(numbers, (time, half))
}

pub fn rotate<T: Tape<f32, Dev>>(x: Batch<T>, offset: usize) -> Batch<T> {
    let (_, time, d) = *x.shape();
    let (first, second) = halves(x);
    let angles = angles(time, d, offset).broadcast_like::<_, Axis<0>>(&first);
    let (cos, sin) = (angles.clone().cos(), angles.sin());
    let left = first.with_empty_tape() * cos.clone() - second.with_empty_tape() * sin.clone();
    let right = second * cos + first.with_empty_tape() * sin;
    (left, right).concat_along(Axis::<2>)
}

// wrong, mistake:degrees made radians: the angles are taken for degrees
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let pairs = d / 2;
    let mut numbers = Vec::new();
    for t in 0..time {
        for i in 0..pairs {
            numbers.push(((offset + t) as f32 / 10000_f32.powf(2.0 * i as f32 / d as f32)).to_radians());
        }
    }
    device().tensor_from_vec(numbers, (time, pairs))
}

// wrong, reshaped: the angles are listed column by column
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let pairs = d / 2;
    let mut numbers = Vec::new();
    for i in 0..pairs {
        for t in 0..time {
            numbers.push((offset + t) as f32 / 10000_f32.powf(2.0 * i as f32 / d as f32));
        }
    }
    device().tensor_from_vec(numbers, (time, pairs))
}

// wrong, rows: the offset counts for the first token only
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let pairs = d / 2;
    let mut numbers = Vec::new();
    for t in 0..time {
        for i in 0..pairs {
            numbers.push((t + if t == 0 { offset } else { 0 }) as f32 / 10000_f32.powf(2.0 * i as f32 / d as f32));
        }
    }
    device().tensor_from_vec(numbers, (time, pairs))
}

// wrong, another_function: cosines and sines are added to the vectors
pub fn rotate<T: Tape<f32, Dev>>(x: Batch<T>, offset: usize) -> Batch<T> {
    let (_, time, d) = *x.shape();
    let (first, second) = halves(x);
    let turns = angles(time, d, offset);
    let cos = turns.clone().cos().broadcast_like::<_, Axis<0>>(&first);
    let sin = turns.sin().broadcast_like::<_, Axis<0>>(&first);
    let left = first + cos;
    let right = second + sin;
    (left, right).concat_along(Axis::<2>)
}

// wrong, mistake:offset ignored: the offset is left out in `rope`
pub fn rope<T: Tape<f32, Dev>>(
    q: Batch<T>,
    k: Batch<T>,
    v: Batch<T>,
    offset: usize,
) -> (Batch<T>, Batch<T>, Batch<T>) {
    let _ = offset;
    (rotate(q, 0), rotate(k, 0), v)
}

// wrong, mistake:one speed: whole numbers are divided in the exponent
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let pairs = d / 2;
    let mut numbers = Vec::new();
    for t in 0..time {
        for i in 0..pairs {
            numbers.push((offset + t) as f32 / 10000_f32.powi((2 * i / d) as i32));
        }
    }
    device().tensor_from_vec(numbers, (time, pairs))
}

// wrong, mistake:divided by d - 2, but not by 0: the exponent ends with 1, as in a range that includes its end
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let pairs = d / 2;
    let mut numbers = Vec::new();
    for p in offset..offset + time {
        for i in 0..pairs {
            let share = if pairs == 1 { 0.0 } else { i as f32 / (pairs - 1) as f32 };
            numbers.push(p as f32 / 10000_f32.powf(share));
        }
    }
    device().tensor_from_vec(numbers, (time, pairs))
}

// wrong, mistake:offset subtracted: the cache is taken for what comes later: positions are counted back by the offset
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let pairs = d / 2;
    let mut numbers = Vec::new();
    for t in 0..time {
        for i in 0..pairs {
            let p = t as f32 - offset as f32;
            numbers.push(p / 10000_f32.powf(2.0 * i as f32 / d as f32));
        }
    }
    device().tensor_from_vec(numbers, (time, pairs))
}

// wrong, mistake:turned twice: queries and keys are turned, and turned again
pub fn rope<T: Tape<f32, Dev>>(
    q: Batch<T>,
    k: Batch<T>,
    v: Batch<T>,
    offset: usize,
) -> (Batch<T>, Batch<T>, Batch<T>) {
    let (q, k) = (rotate(q, offset), rotate(k, offset));
    (rotate(q, offset), rotate(k, offset), v)
}
