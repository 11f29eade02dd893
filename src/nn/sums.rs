//! What rows come to. The order of additions is the same on every processor, and eight of them are made together.

/// Numbers that are brought together side by side.
const LANES: usize = 8;

/// The sum of a row.
#[inline(always)]
pub(super) fn sum(row: &[f32]) -> f32 {
    let (blocks, rest) = row.as_chunks::<LANES>();
    let mut lanes = [0.0; LANES];
    for block in blocks {
        for (lane, x) in lanes.iter_mut().zip(block) {
            *lane += x;
        }
    }
    for (lane, x) in lanes.iter_mut().zip(rest) {
        *lane += x;
    }
    lanes.into_iter().sum()
}

/// The sum of the products of two rows.
#[inline(always)]
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<LANES>(), b.as_chunks::<LANES>());
    let mut lanes = [0.0; LANES];
    for (a, b) in a.iter().zip(b) {
        for ((lane, a), b) in lanes.iter_mut().zip(a).zip(b) {
            *lane += a * b;
        }
    }
    for ((lane, a), b) in lanes.iter_mut().zip(a_rest).zip(b_rest) {
        *lane += a * b;
    }
    lanes.into_iter().sum()
}

/// The largest number of a row; minus infinity where there is none.
#[inline(always)]
pub(super) fn largest(row: &[f32]) -> f32 {
    let (blocks, rest) = row.as_chunks::<LANES>();
    let mut lanes = [f32::NEG_INFINITY; LANES];
    for block in blocks {
        for (lane, x) in lanes.iter_mut().zip(block) {
            *lane = lane.max(*x);
        }
    }
    lanes
        .into_iter()
        .chain(rest.iter().copied())
        .fold(f32::NEG_INFINITY, f32::max)
}

#[cfg(test)]
mod tests {
    use super::{dot, largest, sum};

    #[test]
    fn rows_of_every_length_come_to_their_sum_their_product_and_their_largest() {
        for len in [0, 1, 7, 8, 9, 16, 31] {
            // Whole numbers, so that every order gives the same.
            let row: Vec<f32> = (0..len).map(|i| (i * 7 % 13) as f32 - 5.0).collect();
            let other: Vec<f32> = (0..len).map(|i| (i * 5 % 11) as f32 - 3.0).collect();
            assert_eq!(sum(&row), row.iter().sum::<f32>(), "{len}");
            let products = row.iter().zip(&other).map(|(a, b)| a * b);
            assert_eq!(dot(&row, &other), products.sum::<f32>(), "{len}");
            let most = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            assert_eq!(largest(&row), most, "{len}");
        }
    }
}
