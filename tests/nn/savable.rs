//! Adam with a state that can be saved, beside dfdx's own.

use dfdx::optim::{Adam, AdamConfig, Optimizer, WeightDecay};
use dfdx::prelude::*;
use gradlings::nn::Linear;
use gradlings::optim::SavableAdam;
use gradlings::tensor::Dev;

type Network = (Linear<3, 4>, Linear<4, 2>);
type Numbers = Tensor<(usize, Const<3>), f32, Dev>;

/// Weights after so many steps, with `update`, and the loss of each step.
fn weights(network: &<Network as BuildOnDevice<Dev, f32>>::Built) -> Vec<f32> {
    let (first, second) = network;
    [
        first.weight.as_vec(),
        first.bias.as_vec(),
        second.weight.as_vec(),
        second.bias.as_vec(),
    ]
    .concat()
}

fn settings(weight_decay: Option<WeightDecay>) -> AdamConfig {
    AdamConfig {
        lr: 0.02,
        weight_decay,
        ..AdamConfig::default()
    }
}

#[test]
fn it_takes_the_steps_of_dfdx_to_the_last_bit_and_goes_on_with_them() {
    for decay in [
        None,
        Some(WeightDecay::L2(0.1)),
        Some(WeightDecay::Decoupled(0.1)),
    ] {
        let dev = Dev::seed_from_u64(3);
        let mut plain = dev.build_module::<Network, f32>();
        let mut ours = plain.clone();
        let mut adam = Adam::new(&plain, settings(decay));
        let mut savable = SavableAdam::new(&ours, settings(decay));
        let x: Numbers = dev.sample_normal_like(&(5, Const));
        for step in 0..30 {
            let loss = plain.forward(x.leaky_trace()).square().mean();
            adam.update(&mut plain, &loss.backward()).expect("updated");
            let loss = ours.forward(x.leaky_trace()).square().mean();
            savable
                .update(&mut ours, &loss.backward())
                .expect("updated");
            assert_eq!(weights(&plain), weights(&ours), "{decay:?}, step {step}");
            // Another one takes over, of which nothing is known but the state.
            if step % 7 == 0 {
                let state = savable.state().clone();
                assert_eq!(state.steps, step + 1);
                savable = SavableAdam::new(&ours, settings(decay));
                savable.resume(state).expect("of the same network");
            }
        }
    }
}

#[test]
fn the_state_of_another_network_is_refused_and_changes_nothing() {
    let dev = Dev::seed_from_u64(0);
    let network = dev.build_module::<Network, f32>();
    let mut adam = SavableAdam::new(&network, settings(None));
    let before = adam.state().clone();
    let other = dev.build_module::<Linear<3, 4>, f32>();
    let fewer = SavableAdam::new(&other, settings(None)).state().clone();
    let mut turned = before.clone();
    turned.moments[0].shape.reverse();
    let mut cut = before.clone();
    cut.moments[3].second.pop();
    for state in [fewer, turned, cut] {
        adam.resume(state).expect_err("of another network");
        assert_eq!(adam.state(), &before);
    }
}
