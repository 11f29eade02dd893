//! What the kind `classifier` notices by itself: a batch that cannot be learned by heart, and dropout that stays on.

use crate::support::*;
use course::mnist::{self, Digits, Images};
use gradlings::handler::Handler;
use gradlings::prelude::*;

type Network = (Flatten<784>, Linear<784, 10>);
type Recorded = Tensor<(usize, Const<1>, Const<28>, Const<28>), f32, Dev, Recording>;

/// Puts 24 digits as the training set and the validation set, 40 times over.
fn one_batch<N>(train: impl Fn(Digits, Digits, usize) -> (N, f32))
where
    N: Module<Images>,
    N::Output: gradlings::handler::Logits,
{
    let digits = mnist::training().range(0..24);
    let images = digits.examples();
    classifier(train).answer((digits.clone(), digits, 40, images));
}

/// Trains on what `batch` makes of the training set in each step.
fn train(
    training: &Digits,
    epochs: usize,
    batch: impl Fn(usize) -> (Vec<usize>, Vec<usize>),
) -> Built<Network> {
    let mut network = device().build_module::<Network, f32>();
    let mut optimiser = Adam::new(&network, adam(0.01));
    let mut gradients = network.alloc_grads();
    for step in 0..epochs {
        let (images, labels) = batch(step);
        let images: Recorded = training.images_tensor(&device(), &images).traced(gradients);
        let targets = training.one_hot(&device(), &labels);
        let loss = cross_entropy_with_logits_loss(network.forward_mut(images), targets);
        report::metric("loss", step, loss.array());
        gradients = loss.backward();
        optimiser
            .update(&mut network, &gradients)
            .expect("all are used");
        network.zero_grads(&mut gradients);
    }
    network
}

#[test]
fn a_network_that_learns_its_batch_by_heart_is_well() {
    let right = |training: Digits, _, epochs| {
        let all: Vec<usize> = (0..training.len()).collect();
        let network = train(&training, epochs, |_| (all.clone(), all.clone()));
        (network, 1.0)
    };
    assert_eq!(lines(|| one_batch(right)), []);
}

#[test]
fn a_batch_that_cannot_be_learned_by_heart_is_said_with_the_loss_that_is_left() {
    let words = ["24 examples", "at step 39", "near 0"];
    // Images and labels in different orders, another one in each step.
    let torn_apart = |training: Digits, _, epochs| {
        let all: Vec<usize> = (0..training.len()).collect();
        let network = train(&training, epochs, |step| {
            let mut other = all.clone();
            other.rotate_left(1 + step % 23);
            (all.clone(), other)
        });
        (network, 0.1)
    };
    assert_says(|| one_batch(torn_apart), "one_batch", 39, &words);
    // Steps that are so small that forty of them are not enough.
    let too_slow = |training: Digits, _, epochs| {
        let mut network = device().build_module::<Network, f32>();
        let mut optimiser = Sgd::new(&network, sgd(0.01));
        let all: Vec<usize> = (0..training.len()).collect();
        for step in 0..epochs {
            let images = training.images_tensor(&device(), &all).leaky_trace();
            let loss = cross_entropy_with_logits_loss(
                network.forward_mut(images),
                training.one_hot(&device(), &all),
            );
            report::metric("loss", step, loss.array());
            let gradients = loss.backward();
            optimiser
                .update(&mut network, &gradients)
                .expect("all are used");
        }
        (network, 0.1)
    };
    assert_says(|| one_batch(too_slow), "one_batch", 39, &words);
}

/// A network whose author drops units by hand, also when nobody trains.
struct AlwaysDrops(Built<Network>);

impl Module<Images> for AlwaysDrops {
    type Output = Tensor<(usize, Const<10>), f32, Dev>;
    type Error = <Dev as HasErr>::Err;

    fn try_forward(&self, images: Images) -> Result<Self::Output, Self::Error> {
        self.0.try_forward(images.try_dropout(0.5)?)
    }
}

#[test]
fn a_network_that_still_drops_units_when_it_is_examined_is_said() {
    let dropping = |training: Digits, _, epochs| {
        let all: Vec<usize> = (0..training.len()).collect();
        let network = train(&training, epochs, |_| (all.clone(), all.clone()));
        (AlwaysDrops(network), 1.0)
    };
    let words = ["answers twice to the same images", "dropout is still on"];
    assert_says(|| one_batch(dropping), "dropout_in_evaluation", 39, &words);
}
