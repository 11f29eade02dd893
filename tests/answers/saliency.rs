// right: a one in the place of each class, and a product
pub fn class_gradient(images: Images, classes: Labels) -> Images {
    let logits = trained::forward(images.leaky_trace());
    let count = images.shape().0;
    let mut ones = vec![0.0; count * 10];
    for (at, class) in classes.as_vec().into_iter().enumerate() {
        ones[at * 10 + class] = 1.0;
    }
    let ones: Tensor<(usize, Const<10>), f32, Dev> = device().tensor_from_vec(ones, (count, Const));
    let asked: Scalar<Recording> = (logits * ones).sum();
    asked.backward().get(&images)
}

// right: one image at a time, and the parts of the network one by one
pub fn class_gradient(images: Images, classes: Labels) -> Images {
    let network = trained::network();
    let mut all = Vec::new();
    for (pixels, class) in images.as_vec().chunks(784).zip(classes.as_vec()) {
        let image: Images = device().tensor_from_vec(pixels.to_vec(), (1, Const, Const, Const));
        let logits = network.forward(image.leaky_trace());
        let class: Labels = device().tensor_from_vec(vec![class], (1,));
        let asked: Scalar<Recording> = logits.select(class).mean();
        all.extend(asked.backward().get(&image).as_vec());
    }
    device().tensor_from_vec(all, *images.shape())
}

// right: the larger of the largest and minus the smallest
pub fn saliency_map(gradient: Tensor<(usize, usize, usize), f32, Dev>) -> Matrix {
    let up: Matrix = gradient.clone().max::<_, Axis<0>>();
    let down: Matrix = -gradient.min::<_, Axis<0>>();
    up.maximum(down)
}

// right: in loops
pub fn saliency_map(gradient: Tensor<(usize, usize, usize), f32, Dev>) -> Matrix {
    let (channels, height, width) = *gradient.shape();
    let numbers = gradient.as_vec();
    let mut map = vec![0.0_f32; height * width];
    for channel in 0..channels {
        for at in 0..height * width {
            map[at] = map[at].max(numbers[channel * height * width + at].abs());
        }
    }
    device().tensor_from_vec(map, (height, width))
}

// wrong, mistake:of the loss: the cross-entropy of dfdx
pub fn class_gradient(images: Images, classes: Labels) -> Images {
    let logits = trained::forward(images.leaky_trace());
    let picked = logits.log_softmax::<Axis<1>>().select(classes);
    let loss: Scalar<Recording> = -picked.mean();
    loss.backward().get(&images)
}

// wrong, mistake:signs forgotten too late: the size of the largest
pub fn saliency_map(gradient: Tensor<(usize, usize, usize), f32, Dev>) -> Matrix {
    let largest: Matrix = gradient.max::<_, Axis<0>>();
    largest.abs()
}
