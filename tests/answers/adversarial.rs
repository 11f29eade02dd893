// right: the loss with a one in the place of each label
pub fn loss_gradient(images: Images, labels: Labels) -> Images {
    let logits = trained::forward(images.leaky_trace());
    let count = images.shape().0;
    let mut ones = vec![0.0; count * 10];
    for (at, label) in labels.as_vec().into_iter().enumerate() {
        ones[at * 10 + label] = 1.0;
    }
    let ones: Tensor<(usize, Const<10>), f32, Dev> = device().tensor_from_vec(ones, (count, Const));
    cross_entropy_with_logits_loss(logits, ones).backward().get(&images)
}

// right: the sign as a quotient, all pixels in one line
pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    let sign = |g: f32| if g == 0.0 { 0.0 } else { g / g.abs() };
    let pixels = images.as_vec().into_iter().zip(gradient.as_vec());
    let pixels = pixels.map(|(x, g)| (x + epsilon * sign(g)).min(1.0).max(0.0));
    device().tensor_from_vec(pixels.collect(), *images.shape())
}

// wrong, mistake:descends: against the gradient
pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    let mut pixels = images.as_vec();
    for (pixel, g) in pixels.iter_mut().zip(gradient.as_vec()) {
        if g > 0.0 {
            *pixel -= epsilon;
        } else if g < 0.0 {
            *pixel += epsilon;
        }
        *pixel = pixel.clamp(0.0, 1.0);
    }
    device().tensor_from_vec(pixels, *images.shape())
}

// wrong, mistake:zero has a sign: signum
pub fn fast_gradient_sign(images: Images, gradient: Images, epsilon: f32) -> Images {
    let pixels = images.as_vec().into_iter().zip(gradient.as_vec());
    let pixels = pixels.map(|(x, g)| (x + epsilon * g.signum()).clamp(0.0, 1.0));
    device().tensor_from_vec(pixels.collect(), *images.shape())
}
