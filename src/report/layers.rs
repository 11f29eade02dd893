//! What the first layer of a network has learned: its filters, and what each of them answers to one picture.

use std::convert::Infallible;

use dfdx::nn::{RecursiveWalker, TensorCollection, TensorOptions, TensorVisitor, ViewTensorRef};
use dfdx::shapes::{HasShape, Shape};
use dfdx::tensor::Tensor;
use dfdx::tensor_ops::Device;

use crate::report::drawing::pictures::{Picture, pictures};

/// Filters that are shown.
const AT_MOST: usize = 16;

/// Shows the first filters of a network's first layer, and what each of them answers to one greyscale picture: where in
/// it the filter finds what it looks for. Any network whose first weights are those of a convolution over one channel
/// will do; of one that begins with a linear layer, the weights of each output are shown as a picture instead.
///
/// `pixels` are those of a square picture, row by row, 0 is the background.
///
/// ```
/// use gradlings::prelude::*;
///
/// let network = device().build_module::<(Conv2D<1, 8, 3>, ReLU), f32>();
/// report::first_layer(&network, &[0; 28 * 28]);
/// ```
pub fn first_layer<Network, D>(network: &Network, pixels: &[u8])
where
    Network: TensorCollection<f32, D>,
    D: Device<f32>,
{
    let mut look = Look::default();
    let walked = Network::iter_tensors(&mut RecursiveWalker {
        m: network,
        f: &mut look,
    });
    if let Err(never) = walked {
        match never {}
    }
    let Some(layer) = look.layer else {
        return;
    };
    let size = layer.size();
    if size == 0 {
        return;
    }
    let weights: Vec<&[f32]> = layer
        .weights
        .chunks_exact(size * size)
        .take(AT_MOST)
        .collect();
    let filters = weights.iter().map(|weights| signed(weights, size));
    pictures("filters of the first layer", filters.collect());
    if !layer.convolves {
        return;
    }
    let side = (pixels.len() as f32).sqrt() as usize;
    let biases = layer.biases.iter().copied().chain(std::iter::repeat(0.0));
    let answers = weights.iter().zip(biases);
    let answers = answers.map(|(weights, bias)| answer(pixels, side, weights, size, bias));
    pictures("what each filter finds in one picture", answers.collect());
}

/// The weights and the biases of the first layer.
#[derive(Default)]
struct Layer {
    weights: Vec<f32>,
    biases: Vec<f32>,
    /// Numbers that belong to one output.
    each: usize,
    convolves: bool,
}

impl Layer {
    /// The side of the square that one filter is; 0 where it is none.
    fn size(&self) -> usize {
        let side = (self.each as f32).sqrt() as usize;
        if side * side == self.each { side } else { 0 }
    }
}

/// Finds the first weights.
#[derive(Default)]
struct Look {
    layer: Option<Layer>,
}

impl<D: Device<f32>> TensorVisitor<f32, D> for Look {
    type Viewer = ViewTensorRef;
    type Err = Infallible;
    type E2 = f32;
    type D2 = D;

    fn visit<S: Shape>(
        &mut self,
        _: TensorOptions<S, f32, D>,
        tensor: &Tensor<S, f32, D>,
    ) -> Result<Option<Tensor<S, f32, D>>, Infallible> {
        let sizes: Vec<usize> = tensor.shape().concrete().into();
        match (&mut self.layer, &sizes[..]) {
            (None, [_, 1, height, width]) => {
                self.layer = Some(Layer {
                    weights: tensor.as_vec(),
                    each: height * width,
                    convolves: true,
                    ..Layer::default()
                });
            }
            (None, [_, inputs]) => {
                self.layer = Some(Layer {
                    weights: tensor.as_vec(),
                    each: *inputs,
                    ..Layer::default()
                });
            }
            (Some(layer), [outputs])
                if layer.biases.is_empty() && outputs * layer.each == layer.weights.len() =>
            {
                layer.biases = tensor.as_vec();
            }
            _ => {}
        }
        Ok(None)
    }
}

/// Weights as a picture: the middle grey is zero, light is positive, dark is negative.
fn signed(weights: &[f32], width: usize) -> Picture {
    let largest = weights
        .iter()
        .fold(0.0_f32, |largest, w| largest.max(w.abs()));
    let grey = |weight: &f32| {
        let share = if largest > 0.0 { weight / largest } else { 0.0 };
        (127.5 + 127.5 * share) as u8
    };
    Picture {
        caption: format!("±{largest:.2}"),
        right: None,
        width,
        pixels: weights.iter().map(grey).collect(),
    }
}

/// What a filter answers to every part of a picture, negative answers being zero as after a ReLU.
fn answer(pixels: &[u8], side: usize, weights: &[f32], size: usize, bias: f32) -> Picture {
    let to = (side + 1).saturating_sub(size);
    let mut answers = Vec::with_capacity(to * to);
    for row in 0..to {
        for column in 0..to {
            let terms = weights.iter().enumerate().map(|(at, weight)| {
                let pixel = pixels[(row + at / size) * side + column + at % size];
                weight * f32::from(pixel) / 255.0
            });
            answers.push((bias + terms.sum::<f32>()).max(0.0));
        }
    }
    let largest = answers.iter().copied().fold(0.0_f32, f32::max);
    let scale = if largest > 0.0 { 255.0 / largest } else { 0.0 };
    Picture {
        caption: format!("to {largest:.2}"),
        right: None,
        width: to,
        pixels: answers
            .iter()
            .map(|answer| (answer * scale) as u8)
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex, PoisonError};

    use dfdx::prelude::*;

    use super::first_layer;
    use crate::report::data::Report;
    use crate::report::drawing::pictures::{Picture, Pictures};
    use crate::report::send::with_receiver;

    /// There is one receiver for the whole program, so these tests take turns.
    static TURN: Mutex<()> = Mutex::new(());

    fn shown(work: impl FnOnce()) -> Vec<Vec<Picture>> {
        let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let strips = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&strips);
        let keep = move |report: Report| {
            if let Report::Frame(frame) = report {
                let strip: Pictures = frame.drawing.open().expect("pictures");
                kept.lock().expect("no panic").push(strip.0);
            }
        };
        with_receiver(keep, work);
        strips.lock().expect("no panic").clone()
    }

    #[test]
    fn the_filters_and_their_answers_to_a_digit_are_shown() {
        let network =
            Cpu::default().build_module::<(crate::nn::Conv2D<1, 3, 2>, crate::nn::ReLU), f32>();
        // Four pixels wide: the answers are three wide.
        let strips = shown(|| first_layer(&network, &[255; 16]));
        let sizes: Vec<_> = strips
            .iter()
            .map(|strip| (strip.len(), strip[0].width))
            .collect();
        assert_eq!(sizes, [(3, 2), (3, 3)]);
    }

    #[test]
    fn a_linear_classifier_shows_a_picture_for_every_output() {
        let network = Cpu::default().build_module::<crate::nn::Linear<16, 10>, f32>();
        let strips = shown(|| first_layer(&network, &[0; 16]));
        assert_eq!(strips.len(), 1);
        assert_eq!((strips[0].len(), strips[0][0].width), (10, 4));
    }
}
