//! All that can be seen of a classifier of digits.

use gradlings::prelude::*;

use super::{Digits, Images};

/// Shows everything that can be seen of a classifier of digits, at the step of the last metric: the first digits with
/// what it says and how sure it is, the digits it gets wrong, the confusion matrix, and its first layer with one of the
/// digits.
///
/// `logits` is `(digits.len(), 10)`: what the network answers to each of the digits.
///
/// ```
/// use course::mnist;
/// use gradlings::prelude::*;
///
/// let network = device().build_module::<(Flatten<784>, Linear<784, 10>), f32>();
/// let digits = mnist::training().range(0..20);
/// let all: Vec<usize> = (0..digits.len()).collect();
/// let logits = network.forward(digits.images_tensor(&device(), &all));
/// mnist::draw_classifier(&network, &digits, &logits);
/// ```
pub fn draw_classifier<Network, B, K, D, T>(
    network: &Network,
    digits: &Digits,
    logits: &Tensor<(B, K), f32, D, T>,
) where
    Network: TensorCollection<f32, D>,
    D: Device<f32>,
    B: Dim,
    K: Dim,
{
    draw("validation digits", network, digits, logits);
}

/// Shows the same of test digits, and asks the network itself: of the first 1,000 of them, so that memory stays small.
///
/// ```
/// use course::mnist;
/// use gradlings::prelude::*;
///
/// let network = device().build_module::<(Flatten<784>, Linear<784, 10>), f32>();
/// mnist::draw_tested(&network, &mnist::training().range(0..20));
/// ```
pub fn draw_tested<Network>(network: &Network, digits: &Digits)
where
    Network:
        TensorCollection<f32, Dev> + Module<Images, Output = Tensor<(usize, Const<10>), f32, Dev>>,
{
    let digits = digits.range(0..digits.len().min(1000));
    let all: Vec<usize> = (0..digits.len()).collect();
    let said = all.chunks(250).flat_map(|some| {
        let images = digits.images_tensor(&device(), some);
        network.forward(images).as_vec()
    });
    let logits: Matrix = device().tensor_from_vec(said.collect(), (digits.len(), 10));
    draw("test digits", network, &digits, &logits);
}

fn draw<Network, B, K, D, T>(
    title: &str,
    network: &Network,
    digits: &Digits,
    logits: &Tensor<(B, K), f32, D, T>,
) where
    Network: TensorCollection<f32, D>,
    D: Device<f32>,
    B: Dim,
    K: Dim,
{
    report::predictions(title, digits, logits);
    report::confusion(
        "what it is, and what it says",
        None,
        logits,
        &digits.labels(),
    );
    report::wrong_predictions("digits it gets wrong", digits, logits);
    if !digits.is_empty() {
        report::first_layer(network, digits.image(0));
    }
}
