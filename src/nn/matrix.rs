//! Products of row-major matrices, in the widest vectors that the processor has.
//!
//! How one element is summed up depends on the length of the sum and of the vectors only: not on where the element sits
//! nor on how the work was split. That is what makes the layers repeatable.

use pulp::{Arch, Simd, WithSimd};

/// Rows of the left matrix and vectors of the right one that go together: 12 sums, which with what they are made of fit into the 16
/// registers of AVX2. With 4 x 3 one sum had to go through memory in every step, which took half as long again.
const ROWS: usize = 6;
const VECTORS: usize = 2;
/// The same of a dot product.
const DOT_ROWS: usize = 4;
const DOT_COLUMNS: usize = 2;
/// Columns that a dot product takes in one go, so that what it reads again stays close to the processor.
const BLOCK: usize = 1024;

/// A left matrix (m x k), rearranged so that the product reads it in one stream.
pub(super) struct Left {
    m: usize,
    k: usize,
    panels: Vec<[f32; ROWS]>,
}

impl Left {
    /// Packs the matrix whose element `(i, p)` is `a[i * row + p * column]`.
    ///
    /// `row` and `column` make a transposed matrix as cheap as a plain one.
    pub(super) fn pack(a: &[f32], (m, k): (usize, usize), row: usize, column: usize) -> Self {
        let mut panels = Vec::with_capacity(m.div_ceil(ROWS) * k);
        for top in (0..m).step_by(ROWS) {
            let height = ROWS.min(m - top);
            if column == 1 {
                let from = panels.len();
                panels.resize(from + k, [0.0; ROWS]);
                for i in 0..height {
                    let row = &a[(top + i) * row..][..k];
                    for (panel, x) in panels[from..].iter_mut().zip(row) {
                        panel[i] = *x;
                    }
                }
            } else if height == ROWS && row == 1 {
                let columns = a[top..].chunks(column).take(k);
                panels.extend(columns.filter_map(|column| column.first_chunk().copied()));
            } else {
                panels.extend((0..k).map(|p| {
                    let mut panel = [0.0; ROWS];
                    for (i, slot) in panel[..height].iter_mut().enumerate() {
                        *slot = a[(top + i) * row + p * column];
                    }
                    panel
                }));
            }
        }
        Self { m, k, panels }
    }

    /// `c += self · b`, or with `start`: `c[i][j] = start[i] + (self · b)[i][j]`.
    ///
    /// `b` is k x n, `c` is m x n, both without gaps.
    pub(super) fn times(&self, b: &[f32], start: Option<&[f32]>, c: &mut [f32]) {
        if self.m == 0 {
            return;
        }
        let n = c.len() / self.m;
        assert_eq!(
            (b.len(), c.len()),
            (self.k * n, self.m * n),
            "the sizes of a product fit together"
        );
        Arch::new().dispatch(Times {
            left: self,
            n,
            b,
            start,
            c,
        });
    }
}

struct Times<'a> {
    left: &'a Left,
    n: usize,
    b: &'a [f32],
    start: Option<&'a [f32]>,
    c: &'a mut [f32],
}

impl WithSimd for Times<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(mut self, simd: S) {
        let wide = VECTORS * S::F32_LANES;
        let mut j = 0;
        while self.n - j >= wide {
            self.columns::<S, VECTORS>(simd, j, wide);
            j += wide;
        }
        while j < self.n {
            let width = S::F32_LANES.min(self.n - j);
            self.columns::<S, 1>(simd, j, width);
            j += width;
        }
    }
}

impl Times<'_> {
    /// Columns `j .. j + width` of the product, `width` filling `V` vectors or a part of one.
    #[inline(always)]
    fn columns<S: Simd, const V: usize>(&mut self, simd: S, j: usize, width: usize) {
        let Left { m, k, ref panels } = *self.left;
        let lanes = S::F32_LANES;
        let whole = width == V * lanes;
        for (block, top) in (0..m).step_by(ROWS).enumerate() {
            let height = ROWS.min(m - top);
            let mut sums = [[simd.splat_f32s(0.0); V]; ROWS];
            for (i, sum) in sums.iter_mut().enumerate().take(height) {
                match self.start {
                    Some(start) => *sum = [simd.splat_f32s(start[top + i]); V],
                    None => {
                        let row = &self.c[(top + i) * self.n + j..][..width];
                        for (v, slot) in sum.iter_mut().enumerate() {
                            *slot = simd.partial_load_f32s(&row[v * lanes..]);
                        }
                    }
                }
            }
            for (p, panel) in panels[block * k..][..k].iter().enumerate() {
                let row = &self.b[p * self.n + j..][..width];
                let mut right = [simd.splat_f32s(0.0); V];
                if whole {
                    for (slot, vector) in right.iter_mut().zip(S::as_simd_f32s(row).0) {
                        *slot = *vector;
                    }
                } else {
                    right[0] = simd.partial_load_f32s(row);
                }
                for (sum, &left) in sums.iter_mut().zip(panel) {
                    let left = simd.splat_f32s(left);
                    for (slot, &right) in sum.iter_mut().zip(&right) {
                        *slot = simd.mul_add_e_f32s(left, right, *slot);
                    }
                }
            }
            for (i, sum) in sums.iter().enumerate().take(height) {
                let row = &mut self.c[(top + i) * self.n + j..][..width];
                if whole {
                    for (slot, &sum) in S::as_mut_simd_f32s(row).0.iter_mut().zip(sum) {
                        *slot = sum;
                    }
                } else {
                    simd.partial_store_f32s(row, sum[0]);
                }
            }
        }
    }
}

/// `c += a · bᵀ` for `a` (m x k), `b` (n x k) and `c` (m x n): every element is a dot product of two rows.
pub(super) fn add_dots(a: &[f32], b: &[f32], k: usize, c: &mut [f32]) {
    if k == 0 {
        return;
    }
    let (m, n) = (a.len() / k, b.len() / k);
    assert_eq!(
        (a.len(), b.len(), c.len()),
        (m * k, n * k, m * n),
        "the sizes of a product fit together"
    );
    Arch::new().dispatch(Dots { a, b, m, n, k, c });
}

struct Dots<'a> {
    a: &'a [f32],
    b: &'a [f32],
    m: usize,
    n: usize,
    k: usize,
    c: &'a mut [f32],
}

impl WithSimd for Dots<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(mut self, simd: S) {
        for from in (0..self.k).step_by(BLOCK) {
            let to = self.k.min(from + BLOCK);
            let mut i = 0;
            while i < self.m {
                if self.m - i >= DOT_ROWS {
                    self.rows::<S, DOT_ROWS>(simd, i, from, to);
                    i += DOT_ROWS;
                } else {
                    self.rows::<S, 1>(simd, i, from, to);
                    i += 1;
                }
            }
        }
    }
}

impl Dots<'_> {
    #[inline(always)]
    fn rows<S: Simd, const R: usize>(&mut self, simd: S, i: usize, from: usize, to: usize) {
        let mut j = 0;
        while j < self.n {
            if self.n - j >= DOT_COLUMNS {
                self.tile::<S, R, DOT_COLUMNS>(simd, i, j, from, to);
                j += DOT_COLUMNS;
            } else {
                self.tile::<S, R, 1>(simd, i, j, from, to);
                j += 1;
            }
        }
    }

    /// Adds columns `from .. to` of `R` rows of `a` with `C` rows of `b`.
    #[inline(always)]
    fn tile<S: Simd, const R: usize, const C: usize>(
        &mut self,
        simd: S,
        i: usize,
        j: usize,
        from: usize,
        to: usize,
    ) {
        let (a, b, k) = (self.a, self.b, self.k);
        let left: [&[f32]; R] = std::array::from_fn(|r| &a[(i + r) * k + from..(i + r) * k + to]);
        let right: [&[f32]; C] = std::array::from_fn(|c| &b[(j + c) * k + from..(j + c) * k + to]);
        let whole = (to - from) / S::F32_LANES;
        let left_vectors = left.map(|row| &S::as_simd_f32s(row).0[..whole]);
        let right_vectors = right.map(|row| &S::as_simd_f32s(row).0[..whole]);
        let mut sums = [[simd.splat_f32s(0.0); C]; R];
        for p in 0..whole {
            let right = right_vectors.map(|row| row[p]);
            for (sum, row) in sums.iter_mut().zip(&left_vectors) {
                for (slot, &right) in sum.iter_mut().zip(&right) {
                    *slot = simd.mul_add_e_f32s(row[p], right, *slot);
                }
            }
        }
        let done = whole * S::F32_LANES;
        if done < to - from {
            let right = right.map(|row| simd.partial_load_f32s(&row[done..]));
            for (sum, row) in sums.iter_mut().zip(&left) {
                let left = simd.partial_load_f32s(&row[done..]);
                for (slot, &right) in sum.iter_mut().zip(&right) {
                    *slot = simd.mul_add_e_f32s(left, right, *slot);
                }
            }
        }
        for (r, sum) in sums.into_iter().enumerate() {
            for (c, sum) in sum.into_iter().enumerate() {
                self.c[(i + r) * self.n + j + c] += simd.reduce_sum_f32s(sum);
            }
        }
    }
}

/// The sum of a row.
pub(super) fn sum(row: &[f32]) -> f32 {
    struct Sum<'a>(&'a [f32]);
    impl WithSimd for Sum<'_> {
        type Output = f32;

        #[inline(always)]
        fn with_simd<S: Simd>(self, simd: S) -> f32 {
            let (head, tail) = S::as_simd_f32s(self.0);
            let mut sum = simd.partial_load_f32s(tail);
            for vector in head {
                sum = simd.add_f32s(sum, *vector);
            }
            simd.reduce_sum_f32s(sum)
        }
    }
    Arch::new().dispatch(Sum(row))
}
