//! A kernel that slides over an image.

use serde::{Deserialize, Serialize};

use crate::report::drawn::{Caption, Drawn, Lies, Scene, Told};
use crate::report::easel::{Area, Easel, Ink, Ramp, share};
use crate::report::grid::{Grid, Rows};
use crate::report::number::{spoken, value};
use crate::report::send::frame;
use crate::sentence::Sentence;
use crate::words::drawings as common;

/// Rows of the sum.
const SUM: u16 = 5;
/// Kernels larger than this are not written out.
const WRITTEN: usize = 5;

/// A convolution: the runner plays it, one position of the kernel after the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Convolution {
    /// What the kernel slides over.
    pub image: Grid,
    /// What is multiplied with each part of it.
    pub kernel: Grid,
    /// How far it moves at a time.
    pub stride: usize,
    /// One number for each position, row by row.
    pub output: Grid,
}

impl Convolution {
    /// The part of the image under the kernel at this position, multiplied with it: the numbers whose sum is the output.
    /// Nothing where the kernel would stand outside.
    pub fn products(&self, position: usize) -> Vec<f32> {
        let Some((top, left)) = self.corner(position) else {
            return Vec::new();
        };
        let size = self.kernel.columns.max(1);
        let cells = self.kernel.values.iter().enumerate();
        let products = cells.map(|(at, weight)| {
            let pixel = (top.checked_add(at / size)).zip(left.checked_add(at % size));
            let pixel = pixel.and_then(|(row, column)| self.image.at(row, column));
            pixel.map(|pixel| pixel * weight)
        });
        products.collect::<Option<Vec<f32>>>().unwrap_or_default()
    }

    /// Row and column of the image at which the kernel's first number lies.
    pub fn corner(&self, position: usize) -> Option<(usize, usize)> {
        let row = position.checked_div(self.output.columns)?;
        let column = position % self.output.columns;
        let stride = self.stride.max(1);
        Some((row.checked_mul(stride)?, column.checked_mul(stride)?))
    }
}

/// Shows how `kernel` slides over `image`, `stride` pixels at a time, and how each number of `output` is formed: the
/// window, the products, their sum.
///
/// ```
/// use gradlings::report;
///
/// let image = vec![vec![1.0, 2.0, 0.0], vec![0.0, 1.0, 3.0], vec![2.0, 1.0, 1.0]];
/// let kernel = vec![vec![1.0, 2.0], vec![3.0, 4.0]];
/// let output = vec![vec![9.0, 17.0], vec![12.0, 14.0]];
/// report::convolution("by hand", &image, &kernel, 1, &output);
/// ```
pub fn convolution(
    title: &str,
    image: &(impl Rows + ?Sized),
    kernel: &(impl Rows + ?Sized),
    stride: usize,
    output: &(impl Rows + ?Sized),
) {
    frame(title, Some(0), || Convolution {
        image: image.grid(),
        kernel: kernel.grid(),
        stride,
        output: output.grid(),
    });
}

mod words {
    use crate::{labels, sentences};

    sentences! {
        "drawing_convolution";

        /// A convolution. The sizes are "3 by 3", for instance.
        convolution(title, kernel, image) = "Convolution, {title}: a kernel of {kernel} slides over an image of {image}.";

        /// How the kernel of a convolution moves.
        one_pixel = "It moves 1 pixel at a time.";

        /// How the kernel of a convolution moves.
        pixels(pixels) = "It moves {pixels} pixels at a time.";

        /// The output of a convolution.
        output(size) = "The output is {size}.";
    }

    labels! {
        "drawing_convolution_labels";

        /// What a convolution shows.
        shows = "the window is multiplied number by number with the kernel; the sum is one pixel of the output";
        /// Over the image of a convolution.
        image = "the image, and the window";
        /// Over the output of a convolution.
        output_so_far = "the output so far";
        /// In the place of an output without pixels.
        output_empty = "the output is empty";
        /// The window of a convolution leaves the image.
        outside = "here the kernel would stand outside the image: the output is too large";
        /// One pixel of a convolution; `terms` is the sum as it is computed.
        sum(row, column, terms, sum) = "row {row}, column {column}: {terms} = {sum}";
        /// One pixel of a convolution with a large kernel.
        sum_of_many(row, column, products, sum) = "row {row}, column {column}: the sum of {products} products is {sum}";
        /// The learner's output is right.
        your_output(output) = "your output there: {output}";
        /// The learner's output is wrong.
        your_output_differs(output) = "your output there: {output}, which is another number";
    }
}

impl Drawn for Convolution {
    const NAME: &'static str = "convolution";
    const TEXTS: &'static [&'static [Sentence]] = &[words::SENTENCES, words::LABELS];

    fn bytes(&self) -> usize {
        self.image.bytes() + self.kernel.bytes() + self.output.bytes()
    }

    fn lies(&self) -> Lies<'_> {
        Lies::Under
    }

    /// One for each position of the kernel.
    fn moments(&self) -> Option<usize> {
        Some(self.output.values.len())
    }

    fn tell(&self, told: &Told<'_, Self>) -> Vec<String> {
        let size = |grid: &Grid| common::size(grid.rows(), grid.columns);
        let mut sentences = vec![
            words::convolution(told.title, size(&self.kernel), size(&self.image)),
            match self.stride {
                1 => words::one_pixel().to_owned(),
                stride => words::pixels(stride),
            },
            words::output(size(&self.output)),
        ];
        let range = self.output.range();
        sentences.extend(range.map(|(low, high)| common::range(spoken(low), spoken(high))));
        vec![sentences.join(" ")]
    }

    fn caption(&self, _: &Scene<'_, Self>) -> Caption {
        Caption {
            shows: words::shows(),
            ..Caption::default()
        }
    }

    /// The image with the window on it, the output so far, and under them the sum that is being formed.
    fn draw(&self, scene: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel) {
        let at = scene.number;
        let mut area = area;
        let sum = SUM.min(area.height / 3);
        area.height -= sum;
        let below = Area {
            y: area.bottom(),
            height: sum,
            ..area
        };
        let half = Area {
            width: area.width.saturating_sub(2) / 2,
            ..area
        };
        let other = Area {
            x: half.right() + 2,
            width: area.width.saturating_sub(half.width + 2),
            ..area
        };
        let image = titled(words::image(), half, easel);
        let output = titled(words::output_so_far(), other, easel);
        let (low, high) = self.image.range().unwrap_or((0.0, 1.0));
        let painted = self
            .image
            .paint(Ramp::Grey, image, easel, |value| share(value, low, high));
        self.window(at, painted, easel);
        self.so_far(at, output, easel);
        let lines = self.sum(at, usize::from(below.width), easel);
        for (row, (line, ink)) in below.rows().zip(lines) {
            easel.put((below.x, row), below.width, &line, ink);
        }
    }
}

impl Convolution {
    fn window(&self, at: usize, area: Area, easel: &mut dyn Easel) {
        let Some((top, left)) = self.corner(at) else {
            return;
        };
        let image = &self.image;
        let (columns, rows) = (image.columns.max(1), image.rows().max(1));
        let (wide, high) = (usize::from(area.width), usize::from(area.height));
        let along = |from: usize, of: usize| from.min(of).saturating_mul(wide) / of;
        let right = left.saturating_add(self.kernel.columns).min(columns);
        let bottom = top.saturating_add(self.kernel.rows()).min(rows);
        let (x0, x1) = (along(left, columns), along(right, columns));
        // A row of cells is looked at as soon as the window reaches into it.
        let y0 = top.min(rows) * high / rows;
        let y1 = (bottom * high).div_ceil(rows).min(high);
        let cells = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        easel.look_at(Area {
            x: area.x.saturating_add(cells(x0)),
            y: area.y.saturating_add(cells(y0)),
            width: cells(x1.saturating_sub(x0)),
            height: cells(y1.saturating_sub(y0)),
        });
    }

    fn so_far(&self, at: usize, area: Area, easel: &mut dyn Easel) {
        let (low, high) = self.output.range().unwrap_or((0.0, 1.0));
        let far = high.max(-low);
        let mut known = self.output.clone();
        for value in known.values.iter_mut().skip(at + 1) {
            *value = f32::NAN;
        }
        known.paint(Ramp::Signed, area, easel, |value| share(value, -far, far));
    }

    /// The sum, written out.
    fn sum(&self, at: usize, width: usize, easel: &dyn Easel) -> Vec<(String, Ink)> {
        let products = self.products(at);
        let got = self.output.values.get(at).copied();
        let (Some(got), Some((top, left))) = (got, self.corner(at)) else {
            return vec![(words::output_empty().to_owned(), Ink::Dim)];
        };
        if products.is_empty() {
            return vec![(words::outside().to_owned(), Ink::Bad)];
        }
        // A kernel may claim to have no columns.
        let size = self.kernel.columns.max(1);
        let sum: f32 = products.iter().sum();
        let mut lines = Vec::new();
        if size <= WRITTEN && self.kernel.rows() <= WRITTEN {
            let weights = self.kernel.values.iter().enumerate();
            let terms = weights.filter_map(|(at, weight)| {
                let pixel = self.image.at(top + at / size, left + at % size)?;
                Some(format!("{}*{}", short(pixel), short(*weight)))
            });
            let terms: Vec<String> = terms.collect();
            let text = words::sum(top, left, terms.join(" + "), short(sum));
            let wrapped = easel.wrap(&text, width, "  ").into_iter();
            lines.extend(wrapped.map(|line| (line, Ink::Plain)));
        } else {
            let text = words::sum_of_many(top, left, products.len(), short(sum));
            lines.push((text, Ink::Plain));
        }
        let near = (got - sum).abs() <= 1e-3 * sum.abs().max(1.0);
        lines.push(if near {
            (words::your_output(short(got)), Ink::Good)
        } else {
            (words::your_output_differs(short(got)), Ink::Bad)
        });
        lines
    }
}

fn titled(title: &str, area: Area, easel: &mut dyn Easel) -> Area {
    if area.height < 2 {
        return area;
    }
    let title = easel.cut(title, usize::from(area.width));
    easel.put((area.x, area.y), area.width, &title, Ink::Dim);
    Area {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    }
}

/// A number in a sum: short, because there are many.
fn short(number: f32) -> String {
    if number.is_finite() && number.abs() < 1e4 {
        let text = format!("{number:.2}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        value(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_products_are_those_under_the_kernel() {
        let grid = |columns, values: &[f32]| Grid {
            columns,
            values: values.to_vec(),
        };
        let mut by_hand = Convolution {
            image: grid(3, &[1.0, 2.0, 0.0, 0.0, 1.0, 3.0, 2.0, 1.0, 1.0]),
            kernel: grid(2, &[1.0, 2.0, 3.0, 4.0]),
            stride: 1,
            output: grid(2, &[9.0, 17.0, 12.0, 14.0]),
        };
        assert_eq!(by_hand.products(1), [2.0, 0.0, 3.0, 12.0]);
        assert_eq!(by_hand.corner(2), Some((1, 0)));
        by_hand.stride = 2;
        assert!(by_hand.products(1).is_empty(), "the kernel stands outside");
        by_hand.output.columns = 0;
        assert!(by_hand.products(0).is_empty());
    }
}
