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

// right: ones and zeros instead of select, and plain lists
pub fn class_gradient(images: Images, classes: Labels) -> Images {
    let n = images.shape().0;
    let mut mask = vec![0.0; 10 * n];
    for (i, class) in classes.as_vec().into_iter().enumerate() {
        mask[10 * i + class] = 1.0;
    }
    let mask: Tensor<(usize, Const<10>), f32, Dev> =
        device().tensor_from_vec(mask, (n, Const::<10>));
    let asked: Scalar<Recording> = (trained::forward(images.leaky_trace()) * mask).sum();
    asked.backward().get(&images)
}

pub fn saliency_map(gradient: Tensor<(usize, usize, usize), f32, Dev>) -> Matrix {
    let (channels, height, width) = *gradient.shape();
    let numbers = gradient.as_vec();
    let mut map = vec![0.0_f32; height * width];
    for c in 0..channels {
        for i in 0..height * width {
            map[i] = map[i].max(numbers[c * height * width + i].abs());
        }
    }
    device().tensor_from_vec(map, (height, width))
}

// right: the larger of the largest and minus the smallest, and the mean times the number of images
pub fn class_gradient(images: Images, classes: Labels) -> Images {
    let n = images.shape().0 as f32;
    let asked: Scalar<Recording> = trained::forward(images.leaky_trace())
        .select(classes)
        .mean();
    let gradients = (asked * n).backward();
    gradients.get(&images)
}

pub fn saliency_map(gradient: Tensor<(usize, usize, usize), f32, Dev>) -> Matrix {
    let up: Matrix = gradient.clone().max::<_, Axis<0>>();
    let down: Matrix = -gradient.min::<_, Axis<0>>();
    up.maximum(down)
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

// wrong, mistake:largest logit: the class that the network says
pub fn class_gradient(images: Images, classes: Labels) -> Images {
    let logits = trained::forward(images.leaky_trace());
    let rows = logits.as_vec();
    let said: Vec<usize> = rows
        .chunks(10)
        .map(|row| (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap())
        .collect();
    let said = device().tensor_from_vec(said, *classes.shape());
    let asked: Scalar<Recording> = logits.select(said).sum();
    asked.backward().get(&images)
}

// wrong, mistake:length: the length of the gradient over the channels
pub fn saliency_map(gradient: Tensor<(usize, usize, usize), f32, Dev>) -> Matrix {
    gradient.square().sum::<_, Axis<0>>().sqrt()
}

// wrong, mistake:scaled, zeros too: divided by the largest, so that the map goes up to 1
pub fn saliency_map(gradient: Tensor<(usize, usize, usize), f32, Dev>) -> Matrix {
    let map: Matrix = gradient.abs().max::<_, Axis<0>>();
    let largest: Scalar = map.clone().max();
    map / largest.array()
}

// wrong, mistake:over the columns: the largest over the columns
pub fn saliency_map(gradient: Tensor<(usize, usize, usize), f32, Dev>) -> Matrix {
    gradient.abs().max::<_, Axis<2>>()
}

// wrong, mistake:positive only: what speaks for the class only
pub fn saliency_map(gradient: Tensor<(usize, usize, usize), f32, Dev>) -> Matrix {
    gradient.relu().max::<_, Axis<0>>()
}
