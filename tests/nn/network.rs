//! The layers together with dfdx's tuples, optimisers and files.

use dfdx::optim::{Adam, AdamConfig, Sgd};
use dfdx::prelude::*;
use gradlings::nn::{Conv2D, Flatten, Linear, MaxPool2D, ReLU};

type Cnn = (
    (Conv2D<1, 32, 3>, ReLU, MaxPool2D<2>),
    Flatten<5408>,
    (Linear<5408, 128>, ReLU),
    Linear<128, 10>,
);
type Mixed = (
    (
        Conv2D<1, 4, 3, 1, 1>,
        dfdx::nn::builders::ReLU,
        MaxPool2D<2>,
    ),
    Flatten<64>,
    dfdx::nn::builders::Linear<64, 2>,
);
type Batch = Tensor<(usize, Const<1>, Const<8>, Const<8>), f32, Cpu>;

#[test]
fn the_network_of_keras_has_its_number_of_parameters() {
    let model = Cpu::default().build_module::<Cnn, f32>();
    assert_eq!(model.num_trainable_params(), 693_962);
}

#[test]
fn a_batch_of_either_kind_goes_through_with_and_without_a_tape() {
    let dev = Cpu::default();
    let mut model = dev.build_module::<Cnn, f32>();
    let dynamic: Tensor<(usize, Const<1>, Const<28>, usize), f32, _> =
        dev.sample_normal_like(&(3, Const, Const, 28));
    let fixed: Tensor<Rank4<3, 1, 28, 28>, f32, _> =
        dev.tensor_from_vec(dynamic.as_vec(), Default::default());
    let a: Tensor<(usize, Const<10>), f32, _> = model.forward(dynamic.clone());
    let b: Tensor<Rank2<3, 10>, f32, _> = model.forward(fixed);
    let c: Tensor<(usize, Const<10>), f32, _, OwnedTape<f32, Cpu>> =
        model.forward_mut(dynamic.traced(model.alloc_grads()));
    assert_eq!(a.as_vec(), b.as_vec());
    assert_eq!(a.as_vec(), c.as_vec());
}

/// Eight images, bright above or bright below, and which of the two.
fn stripes(dev: &Cpu) -> (Batch, Tensor<(usize, Const<2>), f32, Cpu>) {
    let noise: Batch = dev.sample_normal_like(&(8, Const, Const, Const));
    let values = noise.as_vec().into_iter().enumerate().map(|(i, x)| {
        0.3 * x
            + if (i / 64 % 2) == (i % 64 / 32) {
                1.0
            } else {
                0.0
            }
    });
    let targets = (0..8)
        .flat_map(|i| if i % 2 == 0 { [1.0, 0.0] } else { [0.0, 1.0] })
        .collect();
    (
        dev.tensor_from_vec(values.collect(), *noise.shape()),
        dev.tensor_from_vec(targets, (8, Const)),
    )
}

#[test]
fn adam_and_sgd_teach_the_layers_of_both_libraries_together() {
    let dev = Cpu::seed_from_u64(1);
    let (images, targets) = stripes(&dev);
    let start = dev.build_module::<Mixed, f32>();
    type Update<'a> = &'a mut dyn FnMut(&mut Built, &Gradients<f32, Cpu>);
    type Built = <Mixed as BuildOnDevice<Cpu, f32>>::Built;
    let train = |optimiser: Update<'_>| {
        let mut model = start.clone();
        let mut grads = model.alloc_grads();
        let mut losses = Vec::new();
        for _ in 0..40 {
            let loss = cross_entropy_with_logits_loss(
                model.forward_mut(images.trace(grads)),
                targets.clone(),
            );
            losses.push(loss.array());
            grads = loss.backward();
            optimiser(&mut model, &grads);
            model.zero_grads(&mut grads);
        }
        assert_ne!(model.0.0.weight.as_vec(), start.0.0.weight.as_vec());
        assert_ne!(model.0.0.bias.as_vec(), start.0.0.bias.as_vec());
        (losses[0], losses[39])
    };
    let mut adam = Adam::new(
        &start,
        AdamConfig {
            lr: 1e-2,
            ..Default::default()
        },
    );
    let mut sgd = Sgd::new(
        &start,
        SgdConfig {
            lr: 1e-1,
            momentum: None,
            weight_decay: None,
        },
    );
    let results = [
        (
            "Adam",
            train(&mut |model, grads| adam.update(model, grads).expect("no parameter is unused")),
        ),
        (
            "Sgd",
            train(&mut |model, grads| sgd.update(model, grads).expect("no parameter is unused")),
        ),
    ];
    for (name, (first, last)) in results {
        assert!(
            last < 0.3 * first,
            "{name}: the loss went from {first} to {last}"
        );
    }
}

#[test]
fn a_model_comes_back_from_a_safetensors_file() {
    let path =
        std::env::temp_dir().join(format!("gradlings-nn-{}.safetensors", std::process::id()));
    let dev = Cpu::seed_from_u64(1);
    let saved = dev.build_module::<Cnn, f32>();
    let mut loaded = dev.build_module::<Cnn, f32>();
    let images: Tensor<(usize, Const<1>, usize, usize), f32, _> =
        dev.sample_normal_like(&(2, Const, 28, 28));
    assert_ne!(
        saved.forward(images.clone()).as_vec(),
        loaded.forward(images.clone()).as_vec()
    );
    saved
        .save_safetensors(&path)
        .expect("the file can be written");
    let result = loaded.load_safetensors(&path);
    std::fs::remove_file(&path).expect("the file is there");
    result.expect("the file can be read");
    assert_eq!(
        saved.forward(images.clone()).as_vec(),
        loaded.forward(images).as_vec()
    );
}

#[test]
fn parameters_are_reset_to_new_random_numbers() {
    let mut model = Cpu::default().build_module::<Mixed, f32>();
    let before = model.0.0.weight.as_vec();
    model.reset_params();
    assert_ne!(model.0.0.weight.as_vec(), before);
}
