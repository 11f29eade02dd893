//! A square window that slides over an image: sizes, and images laid out window by window.

use crate::words::layers as words;

/// How a window moves over images of `channels` x `height` x `width`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window {
    pub kernel: usize,
    pub stride: usize,
    pub padding: usize,
    pub channels: usize,
    pub height: usize,
    pub width: usize,
}

impl Window {
    /// The positions of the window, down and across: `(size + 2·padding − kernel) / stride + 1`, rounded down.
    ///
    /// # Panics
    ///
    /// If the window is empty, does not move, or is larger than the padded image.
    pub(super) fn positions(&self) -> (usize, usize) {
        let Self {
            kernel,
            stride,
            padding,
            height,
            width,
            ..
        } = *self;
        assert!(kernel > 0, "{}", words::kernel_of_nothing());
        assert!(stride > 0, "{}", words::stride_of_nothing());
        assert!(
            height + 2 * padding >= kernel && width + 2 * padding >= kernel,
            "{}",
            words::window_too_large(kernel, height, width, padding)
        );
        (
            (height + 2 * padding - kernel) / stride + 1,
            (width + 2 * padding - kernel) / stride + 1,
        )
    }

    /// The numbers in one image.
    pub(super) fn image_len(&self) -> usize {
        self.channels * self.height * self.width
    }

    /// The numbers that the window sees at once, over all channels.
    pub(super) fn seen(&self) -> usize {
        self.channels * self.kernel * self.kernel
    }

    /// Lays an image out as a matrix: a row for each place in the window, a column for each position of it.
    ///
    /// `columns[(c, ky, kx)][(oy, ox)] = image[c][oy·stride + ky − padding][ox·stride + kx − padding]`, zero outside.
    pub(super) fn unfold(&self, image: &[f32], columns: &mut [f32]) {
        let (down, across) = self.positions();
        for (row, columns) in columns.chunks_exact_mut(down * across).enumerate() {
            let (plane, ky, kx) = self.place(row);
            let (first, last) = self.inside(kx, across);
            for (oy, line) in columns.chunks_exact_mut(across).enumerate() {
                let Some(y) = self.line(oy, ky) else {
                    line.fill(0.0);
                    continue;
                };
                line[..first].fill(0.0);
                line[last..].fill(0.0);
                if first < last {
                    let from = (plane * self.height + y) * self.width + first * self.stride + kx
                        - self.padding;
                    if self.stride == 1 {
                        line[first..last].copy_from_slice(&image[from..][..last - first]);
                    } else {
                        for (slot, &value) in line[first..last]
                            .iter_mut()
                            .zip(image[from..].iter().step_by(self.stride))
                        {
                            *slot = value;
                        }
                    }
                }
            }
        }
    }

    /// Adds every number of [`unfold`](Self::unfold)'s matrix to the pixel that it came from.
    pub(super) fn fold(&self, columns: &[f32], image: &mut [f32]) {
        let (down, across) = self.positions();
        for (row, columns) in columns.chunks_exact(down * across).enumerate() {
            let (plane, ky, kx) = self.place(row);
            let (first, last) = self.inside(kx, across);
            if first >= last {
                continue;
            }
            for (oy, line) in columns.chunks_exact(across).enumerate() {
                let Some(y) = self.line(oy, ky) else { continue };
                let from = (plane * self.height + y) * self.width + first * self.stride + kx
                    - self.padding;
                if self.stride == 1 {
                    for (pixel, value) in image[from..].iter_mut().zip(&line[first..last]) {
                        *pixel += value;
                    }
                } else {
                    for (pixel, value) in image[from..]
                        .iter_mut()
                        .step_by(self.stride)
                        .zip(&line[first..last])
                    {
                        *pixel += value;
                    }
                }
            }
        }
    }

    /// Which channel and which place in the window a row of the matrix stands for.
    fn place(&self, row: usize) -> (usize, usize, usize) {
        let k = self.kernel;
        (row / (k * k), row / k % k, row % k)
    }

    /// The line of the image that place `ky` sees at position `oy`, if it is inside.
    fn line(&self, oy: usize, ky: usize) -> Option<usize> {
        (oy * self.stride + ky)
            .checked_sub(self.padding)
            .filter(|&y| y < self.height)
    }

    /// The positions across at which place `kx` sees a pixel and no padding.
    fn inside(&self, kx: usize, across: usize) -> (usize, usize) {
        let first = self
            .padding
            .saturating_sub(kx)
            .div_ceil(self.stride)
            .min(across);
        let last = (self.width + self.padding)
            .saturating_sub(kx)
            .div_ceil(self.stride)
            .min(across);
        (first, last.max(first))
    }
}
