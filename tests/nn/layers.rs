//! Pooling, flattening, ReLU and the linear layer.

use dfdx::prelude::*;
use gradlings::nn::{self, AvgPool2D, Flatten, MaxPool2D};

type Image<T = NoneTape> = Tensor<(usize, Const<2>, usize, usize), f32, Cpu, T>;

/// Different numbers, far enough apart for a small step never to change which is the largest.
fn distinct(dev: &Cpu, batch: usize, height: usize, width: usize) -> Image {
    let n = batch * 2 * height * width;
    let values = (0..n)
        .map(|i| ((i * 7919 + 13) % n) as f32 * 0.1 - 1.0)
        .collect();
    dev.tensor_from_vec(values, (batch, Const, height, width))
}

/// Runs a layer forward and back with the outputs weighted 1, 2, 3, ...
fn run<M, S: Shape, O: Shape>(
    layer: &M,
    input: &Tensor<S, f32, Cpu>,
) -> (Vec<f32>, Vec<f32>, Vec<f32>)
where
    M: Module<
            Tensor<S, f32, Cpu, OwnedTape<f32, Cpu>>,
            Output = Tensor<O, f32, Cpu, OwnedTape<f32, Cpu>>,
        >,
{
    let out = layer.forward(input.leaky_trace());
    let values = out.as_vec();
    let weights: Vec<f32> = (1..=values.len()).map(|i| i as f32 * 0.01).collect();
    let weighted = out.device().tensor_from_vec(weights.clone(), *out.shape());
    let grads = (out * weighted).sum().backward();
    (values, weights, grads.get(input).as_vec())
}

/// Every window of a pooling layer, as indices into the input.
fn windows((batch, height, width): (usize, usize, usize), k: usize, s: usize) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    for plane in 0..batch * 2 {
        for y in 0..(height - k) / s + 1 {
            for x in 0..(width - k) / s + 1 {
                let places =
                    (0..k * k).map(|p| (plane * height + y * s + p / k) * width + x * s + p % k);
                all.push(places.collect());
            }
        }
    }
    all
}

const SIZES: [(usize, usize, usize); 5] =
    [(1, 5, 5), (2, 6, 9), (3, 9, 6), (5, 8, 7), (64, 40, 43)];

fn check_pools<const K: usize, const S: usize>() {
    let dev = Cpu::default();
    for size @ (batch, height, width) in SIZES {
        let what = format!("kernel {K}, stride {S}, {size:?}");
        let input = distinct(&dev, batch, height, width);
        let pixels = input.as_vec();
        let windows = windows(size, K, S);

        let (out, weights, grad) = run(&MaxPool2D::<K, S>, &input);
        let mut expected = vec![0.0f32; pixels.len()];
        assert_eq!(out.len(), windows.len(), "{what}");
        for ((out, weight), window) in out.iter().zip(&weights).zip(&windows) {
            let best = window.iter().copied().fold(window[0], |best, i| {
                if pixels[i] > pixels[best] { i } else { best }
            });
            assert_eq!(*out, pixels[best], "{what}");
            expected[best] += weight;
        }
        assert_eq!(grad, expected, "{what}: gradient of the maximum");

        let (out, weights, grad) = run(&AvgPool2D::<K, S>, &input);
        let mut expected = vec![0.0f64; pixels.len()];
        for ((out, weight), window) in out.iter().zip(&weights).zip(&windows) {
            let mean = window.iter().map(|&i| f64::from(pixels[i])).sum::<f64>() / (K * K) as f64;
            assert!(
                (f64::from(*out) - mean).abs() < 1e-5 * mean.abs().max(1.0),
                "{what}: {out} not {mean}"
            );
            for &i in window {
                expected[i] += f64::from(*weight) / (K * K) as f64;
            }
        }
        for (grad, expected) in grad.iter().zip(&expected) {
            assert!(
                (f64::from(*grad) - expected).abs() < 1e-5 * expected.max(1.0),
                "{what}: {grad} not {expected}"
            );
        }
    }
}

#[test]
fn pooling_and_its_gradients_equal_the_definition_for_every_kernel_and_stride() {
    check_pools::<1, 1>();
    check_pools::<2, 2>();
    check_pools::<2, 1>();
    check_pools::<2, 3>();
    check_pools::<3, 3>();
    check_pools::<3, 2>();
    check_pools::<3, 1>();
    check_pools::<4, 2>();
    check_pools::<5, 3>();
}

#[test]
fn gradients_of_pooling_and_relu_equal_finite_differences() {
    fn check<M, O: Shape>(name: &str, layer: M)
    where
        M: Module<Image<OwnedTape<f32, Cpu>>, Output = Tensor<O, f32, Cpu, OwnedTape<f32, Cpu>>>
            + Module<Image, Output = Tensor<O, f32, Cpu>>,
    {
        let dev = Cpu::default();
        let input = distinct(&dev, 2, 5, 7);
        let (_, weights, grad) = run(&layer, &input);
        for i in 0..grad.len() {
            let loss = |step: f32| -> f64 {
                let mut values = input.as_vec();
                values[i] += step;
                let out = layer
                    .forward(dev.tensor_from_vec(values, *input.shape()))
                    .as_vec();
                out.iter()
                    .zip(&weights)
                    .map(|(a, b)| f64::from(*a) * f64::from(*b))
                    .sum()
            };
            let slope = (loss(0.02) - loss(-0.02)) / 0.04;
            // At its corner the rectifier has no slope.
            if input.as_vec()[i].abs() > 0.03 {
                assert!(
                    (slope - f64::from(grad[i])).abs() < 2e-3,
                    "{name}, element {i}: {} not {slope}",
                    grad[i]
                );
            }
        }
    }
    check("maximum", MaxPool2D::<2>);
    check("maximum with overlap", MaxPool2D::<3, 1>);
    check("average", AvgPool2D::<2>);
    check("average with overlap", AvgPool2D::<3, 2>);
    check("relu", nn::ReLU);
}

#[test]
fn of_equal_numbers_the_first_gets_the_gradient() {
    let dev = Cpu::default();
    let input: Tensor<Rank4<1, 1, 2, 4>, f32, _> =
        dev.tensor([[[[1.0, 1.0, 0.0, 0.0], [1.0, 1.0, 2.0, 2.0]]]]);
    let (out, _, grad) = run(&MaxPool2D::<2>, &input);
    assert_eq!(out, [1.0, 2.0]);
    assert_eq!(grad, [0.01, 0.0, 0.0, 0.0, 0.0, 0.0, 0.02, 0.0]);
}

#[test]
fn the_maximum_of_a_window_with_nan_is_nan_and_minus_infinity_is_a_number() {
    let dev = Cpu::default();
    let low = f32::NEG_INFINITY;
    let input: Tensor<Rank4<1, 1, 2, 4>, f32, _> =
        dev.tensor([[[[1.0, f32::NAN, low, low], [2.0, 1.0, low, low]]]]);
    let (out, _, grad) = run(&MaxPool2D::<2>, &input);
    assert!(out[0].is_nan());
    assert_eq!(out[1], low);
    assert_eq!(grad, [0.0, 0.01, 0.02, 0.0, 0.0, 0.0, 0.0, 0.0]);
}

#[test]
fn flatten_keeps_the_order_and_the_gradient() {
    let dev = Cpu::default();
    let input = distinct(&dev, 3, 2, 5);
    let (out, weights, grad) = run(&Flatten::<20>, &input);
    assert_eq!(out, input.as_vec());
    assert_eq!(grad, weights);
}

#[test]
#[should_panic(
    expected = "Flatten<19> expects 19 numbers for each image, but 2 channels of 2x5 are 20: write Flatten<20>"
)]
fn flatten_refuses_another_width_and_says_both() {
    Flatten::<19>.forward(distinct(&Cpu::default(), 3, 2, 5));
}

#[test]
fn relu_computes_what_the_one_of_dfdx_computes() {
    let dev = Cpu::seed_from_u64(1);
    for n in [1, 63, 64, 65, 1000, 100_003, 600_000] {
        let input: Tensor<(usize,), f32, _> = dev.sample_normal_like(&(n,));
        assert_eq!(run(&nn::ReLU, &input), run(&ReLU, &input), "{n} numbers");
        assert_eq!(
            nn::ReLU.forward(input.clone()).as_vec(),
            ReLU.forward(input).as_vec(),
            "{n} numbers, no tape"
        );
    }
    let edge: Tensor<Rank1<3>, f32, _> = dev.tensor([0.0, -0.0, -1.0]);
    assert_eq!(run(&nn::ReLU, &edge).2, [0.0; 3]);
}

fn check_linear<const I: usize, const O: usize>(batch: usize) {
    let mut ours = Cpu::seed_from_u64(9).build_module::<nn::Linear<I, O>, f32>();
    let theirs = Cpu::seed_from_u64(9).build_module::<Linear<I, O>, f32>();
    ours.weight.copy_from(&theirs.weight.as_vec());
    ours.bias.copy_from(&theirs.bias.as_vec());
    let input: Tensor<(usize, Const<I>), f32, _> =
        Cpu::seed_from_u64(2).sample_normal_like(&(batch, Const));
    let a = ours.forward(input.leaky_trace());
    let b = theirs.forward(input.leaky_trace());
    let values = (a.as_vec(), b.as_vec());
    let (a, b) = (a.square().sum().backward(), b.square().sum().backward());
    let pairs = [
        ("output", values),
        (
            "gradient of the input",
            (a.get(&input).as_vec(), b.get(&input).as_vec()),
        ),
        (
            "gradient of the weights",
            (a.get(&ours.weight).as_vec(), b.get(&theirs.weight).as_vec()),
        ),
        (
            "gradient of the bias",
            (a.get(&ours.bias).as_vec(), b.get(&theirs.bias).as_vec()),
        ),
    ];
    for (what, (a, b)) in pairs {
        let scale = b.iter().fold(1.0f32, |scale, x| scale.max(x.abs()));
        for (a, b) in a.iter().zip(&b) {
            assert!(
                (a - b).abs() <= 2e-5 * scale,
                "Linear<{I}, {O}>, batch {batch}, {what}: {a} not {b}"
            );
        }
    }
}

#[test]
fn linear_computes_what_the_one_of_dfdx_computes() {
    for batch in [1, 2, 5, 32, 33] {
        check_linear::<1, 1>(batch);
        check_linear::<3, 7>(batch);
        check_linear::<128, 10>(batch);
        check_linear::<1100, 37>(batch);
        check_linear::<2050, 130>(batch);
    }
}

#[test]
fn gradients_of_the_linear_layer_equal_finite_differences() {
    let dev = Cpu::seed_from_u64(5);
    let layer = dev.build_module::<nn::Linear<6, 5>, f32>();
    let input: Tensor<Rank1<6>, f32, _> = dev.sample_normal();
    let (_, weights, grad) = run(&layer, &input);
    for i in 0..6 {
        let loss = |step: f32| -> f32 {
            let mut values = input.as_vec();
            values[i] += step;
            let out: Tensor<Rank1<5>, f32, _> =
                layer.forward(dev.tensor_from_vec(values, (Const::<6>,)));
            out.as_vec().iter().zip(&weights).map(|(a, b)| a * b).sum()
        };
        let slope = (loss(1.0) - loss(-1.0)) / 2.0;
        assert!((slope - grad[i]).abs() < 1e-4, "{} not {slope}", grad[i]);
    }
}
