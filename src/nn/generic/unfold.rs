//! Images as lists of pixels, and the windows gathered from them.

use dfdx::shapes::{Axes3, Axes4, Axis, Const, Dim, HasShape};
use dfdx::tensor::{NoneTape, PutTape, SplitTape, Tape, Tensor};
use dfdx::tensor_ops::{BroadcastTo, Device, GatherTo, PermuteTo, ReshapeTo, TryConcatAlong};

use super::shapes::Images;
use crate::nn::window::Window;

/// Rows of channels for each image: `(batch, rows, channels)`.
type Rows<D, T = NoneTape> = Tensor<(usize, usize, usize), f32, D, T>;

/// How a window of `kernel` x `kernel` moves over images of this shape.
pub(super) fn window_of<B: Dim, H: Dim, W: Dim, const C: usize>(
    (_, _, height, width): (B, Const<C>, H, W),
    kernel: usize,
    stride: usize,
    padding: usize,
) -> Window {
    Window {
        kernel,
        stride,
        padding,
        channels: C,
        height: height.size(),
        width: width.size(),
    }
}

/// A batch of images, `(batch, height · width, channels)`: one row of channels for each pixel.
///
/// Where there is padding, a row of zeros follows, which stands for every place outside the image.
pub(super) struct Pixels<'a, D: Device<f32>> {
    rows: Rows<D>,
    window: &'a Window,
}

impl<'a, D: Device<f32>> Pixels<'a, D> {
    /// The pixels, and the tape that came with the images.
    pub(super) fn of<B: Dim, H: Dim, W: Dim, T: Tape<f32, D>, const C: usize>(
        images: Images<B, C, H, W, D, T>,
        window: &'a Window,
    ) -> Result<(Self, T), D::Err> {
        let batch = images.shape().0.size();
        let rows = images
            .try_permute::<(B, H, W, Const<C>), Axes4<0, 2, 3, 1>>()?
            .try_reshape_like(&(batch, window.height * window.width, C))?;
        let (rows, tape) = if window.padding == 0 {
            rows
        } else {
            let outside = rows.device().try_zeros_like(&(batch, 1, C))?;
            (rows, outside).try_concat_along(Axis::<1>)?
        }
        .split_tape();
        Ok((Self { rows, window }, tape))
    }

    /// Every window, place after place: `(batch, positions, kernel² · channels)`.
    pub(super) fn windows<T: Tape<f32, D>>(&self, tape: T) -> Result<Rows<D, T>, D::Err> {
        let places = self.window.kernel * self.window.kernel;
        let (batch, _, channels) = *self.rows.shape();
        let positions = self.corners().count();
        let table = self
            .corners()
            .flat_map(|corner| (0..places).map(move |place| (corner, place)))
            .map(|(corner, place)| self.pixel(corner, place))
            .collect();
        self.gather(table, tape)?
            .try_reshape_like(&(batch, positions, places * channels))
    }

    /// What each window sees at one of its places: `(batch, positions, channels)`.
    pub(super) fn place<T: Tape<f32, D>>(
        &self,
        place: usize,
        tape: T,
    ) -> Result<Rows<D, T>, D::Err> {
        let table = self.corners().map(|corner| self.pixel(corner, place));
        self.gather(table.collect(), tape)
    }

    /// The rows with these numbers, of every image.
    fn gather<T: Tape<f32, D>>(&self, table: Vec<usize>, tape: T) -> Result<Rows<D, T>, D::Err> {
        let (batch, len) = (self.rows.shape().0, table.len());
        let table = self
            .rows
            .device()
            .try_tensor_from_vec(table, (len,))?
            .try_broadcast_like::<_, Axis<0>>(&(batch, len))?;
        self.rows.clone().put_tape(tape).try_gather(table)
    }

    /// The first line and column that each position of the window sees, counted in the padded image.
    fn corners(&self) -> impl Iterator<Item = (usize, usize)> {
        let (down, across) = self.window.positions();
        let stride = self.window.stride;
        (0..down).flat_map(move |y| (0..across).map(move |x| (y * stride, x * stride)))
    }

    /// The row of the pixel at a place of the window, or that of the zeros where it is outside.
    fn pixel(&self, (line, column): (usize, usize), place: usize) -> usize {
        let Window {
            kernel,
            padding,
            height,
            width,
            ..
        } = *self.window;
        let inside = |at: usize, size: usize| at.checked_sub(padding).filter(|&at| at < size);
        let y = inside(line + place / kernel, height);
        let x = inside(column + place % kernel, width);
        match (y, x) {
            (Some(y), Some(x)) => y * width + x,
            _ => height * width,
        }
    }
}

/// `(batch, positions, channels)` as images again.
pub(super) fn images_of<B: Dim, D: Device<f32>, T: Tape<f32, D>, const C: usize>(
    rows: Rows<D, T>,
    batch: B,
    window: &Window,
) -> Result<Images<B, C, usize, usize, D, T>, D::Err> {
    let (down, across) = window.positions();
    rows.try_permute::<(usize, usize, usize), Axes3<0, 2, 1>>()?
        .try_reshape_like(&(batch, Const, down, across))
}
