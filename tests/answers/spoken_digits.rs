// right: layers in tuples of their own, a shuffle by hand, the usual rate of Adam, nothing reported of the validation
pub type Network = (
    Conv2D<1, 16, 3>,
    (ReLU, MaxPool2D<2>, Conv2D<16, 24, 3>),
    (ReLU, (MaxPool2D<2>, Flatten<576>)),
    Linear<576, 64>,
    (ReLU, Linear<64, 10>),
);

pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let dev = device();
    let mut random = random(77);
    let mut network = dev.build_module::<Network, f32>();
    let mut optimiser = Adam::new(&network, AdamConfig::default());
    let n = training.len();
    let mut places: Vec<usize> = (0..n).collect();
    let mut step = 0;
    for _ in 0..epochs {
        for i in (1..n).rev() {
            places.swap(i, random.gen_range(0..=i));
        }
        let mut start = 0;
        while start < n {
            let batch = &places[start..n.min(start + 32)];
            let gradients = network.alloc_grads();
            let x = training.pictures_tensor(&dev, batch);
            let y = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(y, training.one_hot(&dev, batch));
            report::metric("loss", step, loss.array());
            let gradients = loss.backward();
            optimiser.update(&mut network, &gradients).unwrap();
            step += 1;
            start += 32;
        }
    }
    let (_, accuracy) = spoken::measure(&network, &validation);
    (network, accuracy)
}

// wrong, mistake:averages: other pooling
pub type Network = (
    (Conv2D<1, 16, 3>, ReLU, AvgPool2D<2>),
    (Conv2D<16, 24, 3>, ReLU, AvgPool2D<2>),
    Flatten<576>,
    (Linear<576, 64>, ReLU),
    Linear<64, 10>,
);

// wrong, mistake:never updated: the step of Adam is forgotten
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    for _ in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let gradients = network.alloc_grads();
            let x = training.pictures_tensor(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&device(), batch));
            report::metric("loss", step, loss.array());
            step += 1;
            let _gradients = loss.backward();
        }
    }
    let accuracy = spoken::measure(&network, &validation).1;
    (network, accuracy)
}
