// right: the sign as a quotient, all pixels in one line
pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    let sign = |g: f32| if g == 0.0 { 0.0 } else { g / g.abs() };
    let pixels = images.as_vec().into_iter().zip(gradient.as_vec());
    let pixels = pixels.map(|(x, g)| (x + epsilon * sign(g)).min(1.0).max(0.0));
    device().tensor_from_vec(pixels.collect(), *images.shape())
}

// right: dfdx's loss with one-hot targets, and tensors in place of lists
pub fn loss_gradient(images: Images, labels: Labels) -> Images {
    let n = images.shape().0;
    let mut targets = vec![0.0; 10 * n];
    for (i, label) in labels.as_vec().into_iter().enumerate() {
        targets[10 * i + label] = 1.0;
    }
    let targets: Tensor<(usize, Const<10>), f32, Dev> =
        device().tensor_from_vec(targets, (n, Const::<10>));
    let logits = trained::forward(images.leaky_trace());
    let loss = cross_entropy_with_logits_loss(logits, targets);
    loss.backward().get(&images)
}

pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    let signs: Vec<f32> = gradient
        .as_vec()
        .into_iter()
        .map(|g| f32::from(i8::from(g > 0.0) - i8::from(g < 0.0)))
        .collect();
    let signs: Images = device().tensor_from_vec(signs, *gradient.shape());
    (images + signs * epsilon).clamp(0.0, 1.0)
}

// right: the sum divided by the batch, and the sign by Rust's comparison
pub fn loss_gradient(images: Images, labels: Labels) -> Images {
    let n = images.shape().0 as f32;
    let logs = trained::forward(images.leaky_trace())
        .log_softmax::<Axis<1>>()
        .select(labels);
    let sum: Scalar<Recording> = logs.sum();
    (sum.backward().get(&images)) / -n
}

pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    let pixels = images.as_vec().into_iter().zip(gradient.as_vec());
    let pixels = pixels.map(|(pixel, g)| match g.partial_cmp(&0.0) {
        Some(std::cmp::Ordering::Greater) => (pixel + epsilon).min(1.0),
        Some(std::cmp::Ordering::Less) => (pixel - epsilon).max(0.0),
        _ => pixel,
    });
    device().tensor_from_vec(pixels.collect(), *images.shape())
}

// wrong, mistake:small ones taken for zero: a gradient below f32::EPSILON is taken for 0
pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    let mut pixels = images.as_vec();
    for (pixel, g) in pixels.iter_mut().zip(gradient.as_vec()) {
        if g.abs() > f32::EPSILON {
            *pixel = (*pixel + epsilon * g.signum()).clamp(0.0, 1.0);
        }
    }
    device().tensor_from_vec(pixels, *images.shape())
}

// wrong, mistake:change clipped: the change is clamped, not the pixel
pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    let mut pixels = images.as_vec();
    for (pixel, g) in pixels.iter_mut().zip(gradient.as_vec()) {
        let sign = if g > 0.0 {
            1.0
        } else if g < 0.0 {
            -1.0
        } else {
            0.0_f32
        };
        *pixel += (epsilon * sign).clamp(0.0, 1.0);
    }
    device().tensor_from_vec(pixels, *images.shape())
}

// wrong, mistake:stays inside: a pixel that would leave the range stays where it is
pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    let mut pixels = images.as_vec();
    for (pixel, g) in pixels.iter_mut().zip(gradient.as_vec()) {
        let sign = if g > 0.0 {
            1.0
        } else if g < 0.0 {
            -1.0
        } else {
            0.0_f32
        };
        let moved = *pixel + epsilon * sign;
        if (0.0..=1.0).contains(&moved) {
            *pixel = moved;
        }
    }
    device().tensor_from_vec(pixels, *images.shape())
}

// wrong, mistake:not clipped: clamped before the step
pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    let mut pixels = images.as_vec();
    for (pixel, g) in pixels.iter_mut().zip(gradient.as_vec()) {
        *pixel = pixel.clamp(0.0, 1.0);
        if g > 0.0 {
            *pixel += epsilon;
        } else if g < 0.0 {
            *pixel -= epsilon;
        }
    }
    device().tensor_from_vec(pixels, *images.shape())
}

// wrong, mistake:divided by the largest: the gradient divided by its largest size
pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    let largest = gradient
        .as_vec()
        .into_iter()
        .fold(0.0_f32, |l, g| l.max(g.abs()));
    let mut pixels = images.as_vec();
    for (pixel, g) in pixels.iter_mut().zip(gradient.as_vec()) {
        *pixel = (*pixel + epsilon * g / largest).clamp(0.0, 1.0);
    }
    device().tensor_from_vec(pixels, *images.shape())
}

// wrong, mistake:ink only: empty pixels stay empty
pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    let mut pixels = images.as_vec();
    for (pixel, g) in pixels.iter_mut().zip(gradient.as_vec()) {
        if *pixel == 0.0 {
            continue;
        }
        if g > 0.0 {
            *pixel += epsilon;
        } else if g < 0.0 {
            *pixel -= epsilon;
        }
        *pixel = pixel.clamp(0.0, 1.0);
    }
    device().tensor_from_vec(pixels, *images.shape())
}

// wrong, mistake:softmax over the batch: the log-probabilities over the batch
pub fn loss_gradient(images: Images, labels: Labels) -> Images {
    let logits = trained::forward(images.leaky_trace());
    let loss: Scalar<Recording> = -logits.log_softmax::<Axis<0>>().select(labels).mean();
    loss.backward().get(&images)
}
