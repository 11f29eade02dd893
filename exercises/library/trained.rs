//! A network that is trained already: a small convolutional network that reads digits, to be looked into.
//!
//! `cargo run --profile exercise --example digits` trained it and wrote its weights: on the first 8,000 training digits, so
//! that it has never seen the last 2,000.

use gradlings::nn::modules;
use gradlings::prelude::*;

use crate::SafeTensors;
use crate::mnist::{Images, SIDE};

/// 1 x 28 x 28 to 8 x 13 x 13.
pub type First = (Conv2D<1, 8, 3>, ReLU, MaxPool2D<2>);
/// 8 x 13 x 13 to 16 x 5 x 5.
pub type Second = (Conv2D<8, 16, 4>, ReLU, MaxPool2D<2>);
/// 16 x 5 x 5 to 64.
pub type Hidden = (Flatten<400>, Linear<400, 64>, ReLU);
/// 64 to 10 logits, one for each digit.
pub type Last = Linear<64, 10>;
/// Images of digits in, ten logits for each out: 28,458 parameters.
pub type Network = (First, Second, Hidden, Last);

/// How many of the training digits it was trained on: the first.
pub const SEEN: usize = 8000;

/// One row of ten numbers per image.
pub type Logits = Tensor<(usize, Const<10>), f32, Dev>;

/// The network, with its weights.
///
/// ```
/// use course::{mnist, trained};
/// use gradlings::prelude::*;
///
/// let network = trained::network();
/// let images = mnist::training().images_tensor(&device(), &[9000]);
/// let logits: trained::Logits = network.forward(images);
/// assert_eq!(logits.shape().0, 1);
/// ```
pub fn network() -> Built<Network> {
    let file = SafeTensors::parse(include_bytes!("files/digits.safetensors"))
        .expect("the weights that are built into the program are sound");
    (
        (convolution(&file, "0.0"), ReLU, MaxPool2D),
        (convolution(&file, "1.0"), ReLU, MaxPool2D),
        (Flatten, linear(&file, "2.1"), ReLU),
        linear(&file, "3"),
    )
}

/// The logits of some images, without a tape.
pub fn logits(images: Images) -> Logits {
    network().forward(images)
}

/// The logits of images that have a tape, such as `images.leaky_trace()`.
///
/// It is compiled here, where everything is optimised: in an exercise that does not train, a convolution would be slow.
pub fn forward(
    images: Tensor<(usize, Const<1>, Const<SIDE>, Const<SIDE>), f32, Dev, Recording>,
) -> Tensor<(usize, Const<10>), f32, Dev, Recording> {
    network().forward(images)
}

/// A row for each image of a batch, with all its numbers: `(batch, ...)` to `(batch, width)`.
///
/// ```
/// use course::trained;
/// use gradlings::prelude::*;
///
/// let numbers = device().tensor([[[1.0, 2.0], [3.0, 4.0]]]);
/// assert_eq!(trained::rows(&numbers).as_vec(), [1.0, 2.0, 3.0, 4.0]);
/// ```
pub fn rows<S: Shape>(numbers: &Tensor<S, f32, Dev>) -> Matrix {
    let sizes: Vec<usize> = numbers.shape().concrete().into_iter().collect();
    let (batch, width) = (sizes[0], sizes[1..].iter().product());
    device().tensor_from_vec(numbers.as_vec(), (batch, width))
}

fn convolution<const IN: usize, const OUT: usize, const KERNEL: usize>(
    file: &SafeTensors<'_>,
    name: &str,
) -> modules::Conv2D<IN, OUT, KERNEL, 1, 0, f32, Dev> {
    modules::Conv2D {
        weight: tensor(file, name, "weight"),
        bias: tensor(file, name, "bias"),
    }
}

fn linear<const IN: usize, const OUT: usize>(
    file: &SafeTensors<'_>,
    name: &str,
) -> modules::Linear<IN, OUT, f32, Dev> {
    modules::Linear {
        weight: tensor(file, name, "weight"),
        bias: tensor(file, name, "bias"),
    }
}

fn tensor<S: ConstShape>(file: &SafeTensors<'_>, layer: &str, field: &str) -> Tensor<S, f32, Dev> {
    let shape = S::default();
    let sizes: Vec<usize> = shape.concrete().into_iter().collect();
    let numbers = file
        .numbers(&format!("{layer}.{field}"), &sizes)
        .expect("the weights that are built into the program are those of this network");
    device().tensor_from_vec(numbers, shape)
}
