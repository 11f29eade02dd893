//! The convolution against a naive loop, and every gradient against finite differences.

use dfdx::prelude::*;
use gradlings::nn::{Conv2D, conv2d};

/// What one case asks: batch, height, width, stride, padding.
type Case = (usize, usize, usize, usize, usize);

/// Strides 1 to 3, paddings 0 to 2, square and oblong images, batches 1 to 5.
const CASES: [Case; 10] = [
    (1, 5, 5, 1, 0),
    (2, 6, 9, 1, 1),
    (3, 9, 5, 1, 2),
    (4, 7, 8, 2, 0),
    (5, 8, 7, 2, 1),
    (2, 5, 11, 2, 2),
    (3, 10, 6, 3, 0),
    (1, 6, 13, 3, 1),
    (2, 40, 41, 3, 2),
    // Large enough to be shared between threads.
    (9, 30, 33, 1, 1),
];

/// Images, weights, bias and the weight of each output in the loss, in `f64`.
struct Naive {
    images: Vec<f64>,
    weight: Vec<f64>,
    bias: Vec<f64>,
    importance: Vec<f64>,
}

#[derive(Default, Debug)]
struct Results {
    out: Vec<f64>,
    by_image: Vec<f64>,
    by_weight: Vec<f64>,
    by_bias: Vec<f64>,
}

/// The definition, word for word.
fn naive(
    n: &Naive,
    (batch, height, width, stride, padding): Case,
    inputs: usize,
    outputs: usize,
    k: usize,
) -> Results {
    let (down, across) = (
        (height + 2 * padding - k) / stride + 1,
        (width + 2 * padding - k) / stride + 1,
    );
    let mut r = Results {
        by_image: vec![0.0; n.images.len()],
        by_weight: vec![0.0; n.weight.len()],
        by_bias: vec![0.0; outputs],
        ..Results::default()
    };
    for b in 0..batch {
        for o in 0..outputs {
            for oy in 0..down {
                for ox in 0..across {
                    let mut sum = n.bias[o];
                    let grad = n.importance[r.out.len()];
                    r.by_bias[o] += grad;
                    for c in 0..inputs {
                        for i in 0..k {
                            for j in 0..k {
                                let (y, x) = (
                                    (oy * stride + i).wrapping_sub(padding),
                                    (ox * stride + j).wrapping_sub(padding),
                                );
                                if y < height && x < width {
                                    let pixel = ((b * inputs + c) * height + y) * width + x;
                                    let weight = ((o * inputs + c) * k + i) * k + j;
                                    sum += n.images[pixel] * n.weight[weight];
                                    r.by_image[pixel] += grad * n.weight[weight];
                                    r.by_weight[weight] += grad * n.images[pixel];
                                }
                            }
                        }
                    }
                    r.out.push(sum);
                }
            }
        }
    }
    r
}

fn wide(values: Vec<f32>) -> Vec<f64> {
    values.into_iter().map(f64::from).collect()
}

fn assert_close(what: &str, ours: &[f32], expected: &[f64]) {
    assert_eq!(ours.len(), expected.len(), "{what}");
    let scale = expected.iter().fold(1.0f64, |scale, x| scale.max(x.abs()));
    for (i, (a, b)) in ours.iter().zip(expected).enumerate() {
        assert!(
            (f64::from(*a) - b).abs() <= 2e-5 * scale,
            "{what}, element {i}: {a}, not {b}"
        );
    }
}

fn check<const IN: usize, const OUT: usize, const K: usize>() {
    for (seed, case @ (batch, height, width, stride, padding)) in CASES.into_iter().enumerate() {
        let what = format!("IN {IN}, OUT {OUT}, K {K}, {case:?}");
        let dev = Cpu::seed_from_u64(seed as u64);
        let images: Tensor<(usize, Const<IN>, usize, usize), f32, _> =
            dev.sample_normal_like(&(batch, Const, height, width));
        let weight: Tensor<Rank4<OUT, IN, K, K>, f32, _> = dev.sample_normal();
        let bias: Tensor<Rank1<OUT>, f32, _> = dev.sample_normal();
        let out = conv2d(images.leaky_trace(), &weight, &bias, stride, padding);
        let importance = dev.sample_normal_like(out.shape());
        let values = out.as_vec();
        let grads = (out * importance.clone()).sum().backward();

        let n = Naive {
            images: wide(images.as_vec()),
            weight: wide(weight.as_vec()),
            bias: wide(bias.as_vec()),
            importance: wide(importance.as_vec()),
        };
        let expected = naive(&n, case, IN, OUT, K);
        assert_close(&format!("{what}: output"), &values, &expected.out);
        let ours = [
            grads.get(&images).as_vec(),
            grads.get(&weight).as_vec(),
            grads.get(&bias).as_vec(),
        ];
        assert_close(
            &format!("{what}: gradient of the images"),
            &ours[0],
            &expected.by_image,
        );
        assert_close(
            &format!("{what}: gradient of the weights"),
            &ours[1],
            &expected.by_weight,
        );
        assert_close(
            &format!("{what}: gradient of the bias"),
            &ours[2],
            &expected.by_bias,
        );

        // The loss is linear in each argument, so even a large step measures its slope, and rounding stays small.
        let loss = |images: Vec<f32>, weight: Vec<f32>, bias: Vec<f32>| -> f64 {
            let images = dev.tensor_from_vec(images, (batch, Const::<IN>, height, width));
            let weight = dev.tensor_from_vec::<Rank4<OUT, IN, K, K>>(weight, Default::default());
            let bias = dev.tensor_from_vec::<Rank1<OUT>>(bias, Default::default());
            let out = conv2d(images, &weight, &bias, stride, padding).as_vec();
            out.iter()
                .zip(&n.importance)
                .map(|(a, b)| f64::from(*a) * b)
                .sum()
        };
        let arguments = [images.as_vec(), weight.as_vec(), bias.as_vec()];
        for (argument, ours) in ours.iter().enumerate() {
            for i in (0..ours.len()).step_by(ours.len().div_ceil(5)) {
                let at = |step: f32| {
                    let mut moved = arguments.clone();
                    moved[argument][i] += step;
                    let [images, weight, bias] = moved;
                    loss(images, weight, bias)
                };
                let slope = (at(1.0) - at(-1.0)) / 2.0;
                assert!(
                    (slope - f64::from(ours[i])).abs() < 1e-3 * slope.abs().max(1.0),
                    "{what}: argument {argument}, element {i}: {} not {slope}",
                    ours[i]
                );
            }
        }
    }
}

#[test]
fn the_convolution_and_its_gradients_equal_the_definition_for_every_kernel_and_channel_count() {
    check::<1, 1, 1>();
    check::<1, 4, 3>();
    check::<2, 3, 2>();
    check::<3, 2, 3>();
    check::<4, 1, 4>();
    check::<2, 5, 5>();
    check::<4, 4, 3>();
}

#[test]
fn gradients_are_added_to_what_is_there() {
    let dev = Cpu::seed_from_u64(3);
    let layer = dev.build_module::<Conv2D<2, 3, 3, 2, 1>, f32>();
    let images: Tensor<Rank4<3, 2, 7, 6>, f32, _> = dev.sample_normal();
    let once = layer
        .forward(images.trace(layer.alloc_grads()))
        .square()
        .sum()
        .backward();
    let twice = layer
        .forward(images.trace(once.clone()))
        .square()
        .sum()
        .backward();
    for (once, twice) in [
        (
            once.get(&layer.weight).as_vec(),
            twice.get(&layer.weight).as_vec(),
        ),
        (
            once.get(&layer.bias).as_vec(),
            twice.get(&layer.bias).as_vec(),
        ),
    ] {
        assert!(once.iter().any(|x| *x != 0.0));
        for (once, twice) in once.iter().zip(&twice) {
            assert!(
                (2.0 * once - twice).abs() <= 1e-4 * once.abs().max(1.0),
                "{twice} is not twice {once}"
            );
        }
    }
}

#[test]
fn an_image_used_twice_gets_both_gradients() {
    let dev = Cpu::seed_from_u64(4);
    let layer = dev.build_module::<Conv2D<1, 1, 3, 1, 1>, f32>();
    let images: Tensor<(Const<2>, Const<1>, usize, usize), f32, _> =
        dev.sample_normal_like(&(Const, Const, 4, 5));
    let traced = images.leaky_trace();
    let alone = layer
        .forward(images.leaky_trace())
        .sum()
        .backward()
        .get(&images)
        .as_vec();
    let both = (layer.forward(traced.with_empty_tape()) + traced)
        .sum()
        .backward()
        .get(&images)
        .as_vec();
    for (alone, both) in alone.iter().zip(&both) {
        assert!((alone + 1.0 - both).abs() < 1e-5);
    }
}

#[test]
fn views_that_are_not_contiguous_are_read_in_their_own_order() {
    let dev = Cpu::seed_from_u64(5);
    let layer = dev.build_module::<Conv2D<2, 2, 2>, f32>();
    let tall: Tensor<(usize, Const<2>, Const<4>, Const<3>), f32, _> =
        dev.sample_normal_like(&(2, Const, Const, Const));
    let view = tall
        .leaky_trace()
        .permute::<(usize, Const<2>, Const<3>, Const<4>), Axes4<0, 1, 3, 2>>();
    let copy = dev.tensor_from_vec(view.as_vec(), *view.shape());
    let (of_view, of_copy) = (layer.forward(view), layer.forward(copy.leaky_trace()));
    assert_eq!(of_view.as_vec(), of_copy.as_vec());
    let of_view = of_view
        .square()
        .sum()
        .backward()
        .get(&tall)
        .permute::<(usize, Const<2>, Const<3>, Const<4>), Axes4<0, 1, 3, 2>>();
    assert_eq!(
        of_view.as_vec(),
        of_copy.square().sum().backward().get(&copy).as_vec()
    );
}

#[test]
fn the_same_batch_gives_the_same_bits_alone_and_in_a_crowd() {
    let dev = Cpu::seed_from_u64(6);
    let layer = dev.build_module::<Conv2D<3, 8, 3>, f32>();
    let images: Tensor<Rank4<16, 3, 20, 20>, f32, _> = dev.sample_normal();
    let run = || {
        let out = layer.forward(images.leaky_trace());
        (
            out.as_vec(),
            out.square().sum().backward().get(&layer.weight).as_vec(),
        )
    };
    let first = run();
    for _ in 0..20 {
        assert_eq!(run(), first);
    }
    // One image at a time is too little to share, so it is computed on this thread alone.
    let len = first.0.len() / 16;
    for (i, image) in images.as_vec().chunks_exact(1200).enumerate() {
        let image = dev.tensor_from_vec(image.to_vec(), (1usize, Const::<3>, 20usize, 20usize));
        assert_eq!(layer.forward(image).as_vec(), first.0[i * len..][..len]);
    }
}

#[test]
fn weights_start_in_glorots_range_and_biases_at_zero() {
    let layer = Cpu::seed_from_u64(7).build_module::<Conv2D<4, 64, 5>, f32>();
    let bound = (6.0f32 / (4.0 * 25.0 + 64.0 * 25.0)).sqrt();
    let weights = layer.weight.as_vec();
    let largest = weights
        .iter()
        .fold(0.0f32, |largest, x| largest.max(x.abs()));
    assert!(
        largest <= bound && largest > 0.95 * bound,
        "the bound is {bound}, the largest is {largest}"
    );
    assert!(weights.iter().any(|x| *x < 0.0) && weights.iter().any(|x| *x > 0.0));
    assert!(layer.bias.as_vec().iter().all(|x| *x == 0.0));
}

#[test]
#[should_panic(
    expected = "The window is 5x5, but the image is only 3x9 with 0 of padding around it."
)]
fn an_image_smaller_than_the_window_is_refused_in_a_sentence() {
    let dev = Cpu::default();
    let layer = dev.build_module::<Conv2D<1, 1, 5>, f32>();
    layer.forward(dev.zeros_like(&(1, Const::<1>, 3, 9)));
}
