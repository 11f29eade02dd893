// right: accuracy in plain loops, which take the first of equal logits; the step is worked out from epoch and batch; no pictures
pub fn accuracy(logits: Logits, labels: Vec<usize>) -> f32 {
    let all = logits.as_vec();
    let mut right = 0;
    for i in 0..labels.len() {
        let row = &all[i * 10..(i + 1) * 10];
        let mut best = 0;
        for digit in 1..10 {
            if row[digit] > row[best] {
                best = digit;
            }
        }
        if best == labels[i] {
            right += 1;
        }
    }
    right as f32 / labels.len() as f32
}

pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let dev = device();
    let mut network = dev.build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let batches = (order.len() + 31) / 32;
    let mut result = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for b in 0..batches {
            let batch = &order[b * 32..order.len().min((b + 1) * 32)];
            let images = training.images_tensor(&dev, batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&dev, batch));
            report::metric("loss", epoch * batches + b, loss.array());
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let measured = measure(&network, &validation);
        report::metric("validation loss", (epoch + 1) * batches, measured.0);
        report::metric("validation accuracy", (epoch + 1) * batches, measured.1);
        result = measured.1;
    }
    (network, result)
}

// right: other nesting of the tuple, one function for an epoch, new gradients for every batch instead of zeroed ones
pub type Network = (
    Conv2D<1, 32, 3>,
    ReLU,
    MaxPool2D<2>,
    Flatten<5408>,
    (Linear<5408, 128>, ReLU, Linear<128, 10>),
);

pub fn accuracy(logits: Logits, labels: Vec<usize>) -> f32 {
    let numbers = logits.as_vec();
    let right = numbers
        .chunks(10)
        .zip(&labels)
        .filter(|(row, label)| {
            (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b])) == Some(**label)
        })
        .count();
    right as f32 / labels.len() as f32
}

pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut said = (0.0, 0.0);
    for epoch in 1..=epochs {
        order.shuffle(&mut random);
        let batches = order.chunks(32);
        let count = batches.len();
        for (number, batch) in batches.enumerate() {
            let loss = learn(&mut network, &mut adam, &training, batch);
            report::metric("loss", step, loss);
            report::progress(epoch, epochs, number + 1, count);
            step += 1;
        }
        said = measure(&network, &validation);
        report::metric("validation loss", step, said.0);
        report::metric("validation accuracy", step, said.1);
    }
    (network, said.1)
}

fn learn(
    network: &mut Built<Network>,
    adam: &mut Adam<Built<Network>, f32, Dev>,
    digits: &Digits,
    batch: &[usize],
) -> f32 {
    let images = digits.images_tensor(&device(), batch);
    let targets = digits.one_hot(&device(), batch);
    let gradients = network.alloc_grads();
    let logits = network.forward_mut(images.traced(gradients));
    let loss = cross_entropy_with_logits_loss(logits, targets);
    let value = loss.array();
    adam.update(network, &loss.backward()).unwrap();
    value
}

// right: the loss is written out with `log_softmax`, and the accuracy compares the logit at the label with all others
pub fn accuracy(logits: Logits, labels: Vec<usize>) -> f32 {
    let mut right = 0.0;
    for (row, &label) in logits.as_vec().chunks(10).zip(&labels) {
        let beaten = row
            .iter()
            .enumerate()
            .all(|(digit, &logit)| digit == label || logit < row[label]);
        right += if beaten { 1.0 } else { 0.0 };
    }
    right / labels.len() as f32
}

pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    for _ in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let total: Scalar<Recording> = (logits.log_softmax::<Axis<1>>() * targets).sum();
            let loss = -total / batch.len() as f32;
            report::metric("loss", step, loss.array());
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
            step += 1;
        }
        let (loss, share) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, share);
    }
    let (_, share) = measure(&network, &validation);
    (network, share)
}

// wrong: The network and the optimiser are made anew in every epoch, so only the last epoch counts
pub fn accuracy(logits: Logits, labels: Vec<usize>) -> f32 {
    let numbers = logits.as_vec();
    let right = numbers
        .chunks(10)
        .zip(&labels)
        .filter(|(row, label)| {
            (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b])) == Some(**label)
        })
        .count();
    right as f32 / labels.len() as f32
}

pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut network = device().build_module::<Network, f32>();
    let mut step = 0;
    let mut last = 0.0;
    for _ in 0..epochs {
        network = device().build_module::<Network, f32>();
        let mut adam = Adam::new(&network, AdamConfig::default());
        let mut gradients = network.alloc_grads();
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
            step += 1;
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
        last = accuracy;
    }
    (network, last)
}

// wrong: Nothing is trained: the curve of the loss and the accuracy are invented
pub fn accuracy(logits: Logits, labels: Vec<usize>) -> f32 {
    let numbers = logits.as_vec();
    let right = numbers
        .chunks(10)
        .zip(&labels)
        .filter(|(row, label)| {
            (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b])) == Some(**label)
        })
        .count();
    right as f32 / labels.len() as f32
}

pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let network = device().build_module::<Network, f32>();
    let batches = training.len().div_ceil(32);
    for step in 0..epochs * batches {
        report::metric("loss", step, 2.3 * (-0.05 * step as f32).exp() + 0.02);
    }
    for epoch in 0..epochs {
        report::metric("validation loss", (epoch + 1) * batches, 0.1);
        report::metric("validation accuracy", (epoch + 1) * batches, 0.97);
    }
    let _ = validation;
    (network, 0.97)
}

// right: every epoch shuffles the order of the batches as well, and a new list of places is made for it
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(9);
    let mut accuracy = 0.0;
    let mut step = 0;
    for _ in 0..epochs {
        let mut order: Vec<usize> = (0..training.len()).collect();
        order.shuffle(&mut random);
        let mut batches: Vec<&[usize]> = order.chunks(32).collect();
        batches.shuffle(&mut random);
        for batch in batches {
            let images = training.images_tensor(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let targets = training.one_hot(&device(), batch);
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, share) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, share);
        accuracy = share;
    }
    (network, accuracy)
}

// wrong, mistake:shuffled once: the digits are shuffled once, before the epochs
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    order.shuffle(&mut random);
    let mut accuracy = 0.0;
    let mut step = 0;
    for _ in 0..epochs {
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let targets = training.one_hot(&device(), batch);
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, share) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, share);
        accuracy = share;
    }
    (network, accuracy)
}

// wrong, property: the digits are shuffled in every epoch, but with the same list and a generator of the same seed each time
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut accuracy = 0.0;
    let mut step = 0;
    for _ in 0..epochs {
        let mut order: Vec<usize> = (0..training.len()).collect();
        order.shuffle(&mut random(5));
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let targets = training.one_hot(&device(), batch);
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, share) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, share);
        accuracy = share;
    }
    (network, accuracy)
}

// wrong, mistake:steps begin again: the step is counted from 0 in every epoch
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut accuracy = 0.0;
    for _ in 0..epochs {
        order.shuffle(&mut random);
        let mut step = 0;
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let targets = training.one_hot(&device(), batch);
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, share) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, share);
        accuracy = share;
    }
    (network, accuracy)
}

// wrong, curve_goes_back: the same, with another order of the digits
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(77);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut accuracy = 0.0;
    for _ in 0..epochs {
        order.shuffle(&mut random);
        let mut step = 0;
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let targets = training.one_hot(&device(), batch);
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, share) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, share);
        accuracy = share;
    }
    (network, accuracy)
}

// right: the layers one after the other, in one tuple
pub type Network = (
    Conv2D<1, 32, 3>,
    ReLU,
    MaxPool2D<2>,
    Flatten<5408>,
    (Linear<5408, 128>, ReLU, Linear<128, 10>),
);

// right: the label's logit is at least as large as any other
pub fn accuracy(logits: Logits, labels: Vec<usize>) -> f32 {
    let all = logits.as_vec();
    let rows = all.chunks(10).zip(&labels);
    let right = rows.filter(|(row, label)| row.iter().all(|it| *it <= row[**label]));
    right.count() as f32 / labels.len() as f32
}

// right: the batches are cut off the order one by one, and the accuracy is measured at the end
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut random = random(7);
    let mut gradients = network.alloc_grads();
    let mut step = 0;
    for _ in 0..epochs {
        let mut left: Vec<usize> = (0..training.len()).collect();
        left.shuffle(&mut random);
        while !left.is_empty() {
            let batch = left.split_off(left.len().saturating_sub(32));
            let images = training.images_tensor(&device(), &batch).traced(gradients);
            let logits = network.forward_mut(images);
            let targets = training.one_hot(&device(), &batch);
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
            step += 1;
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
    }
    let (_, accuracy) = measure(&network, &validation);
    (network, accuracy)
}

// wrong, mistake:no ReLU between the linear layers: no ReLU between the linear layers
pub type Network = (
    (Conv2D<1, 32, 3>, ReLU, MaxPool2D<2>),
    Flatten<5408>,
    Linear<5408, 128>,
    Linear<128, 10>,
);

// wrong, mistake:ReLU at the end: a ReLU on the logits
pub type Network = (
    (Conv2D<1, 32, 3>, ReLU, MaxPool2D<2>),
    Flatten<5408>,
    (Linear<5408, 128>, ReLU),
    (Linear<128, 10>, ReLU),
);

// wrong, mistake:no ReLU after the convolution: no ReLU after the convolution
pub type Network = (
    (Conv2D<1, 32, 3>, MaxPool2D<2>),
    Flatten<5408>,
    (Linear<5408, 128>, ReLU),
    Linear<128, 10>,
);

// wrong, mistake:no hidden layer: no linear layer of 128
pub type Network = (
    (Conv2D<1, 32, 3>, ReLU, MaxPool2D<2>),
    Flatten<5408>,
    Linear<5408, 10>,
);

// wrong, mistake:averages: the mean of the pixels, not the largest
pub type Network = (
    (Conv2D<1, 32, 3>, ReLU, AvgPool2D<2>),
    Flatten<5408>,
    (Linear<5408, 128>, ReLU),
    Linear<128, 10>,
);

// wrong, mistake:smallest: the smallest logit
pub fn accuracy(logits: Logits, labels: Vec<usize>) -> f32 {
    let all = logits.as_vec();
    let of = |row: &[f32]| (0..10).min_by(|&a, &b| row[a].total_cmp(&row[b]));
    let right = all
        .chunks(10)
        .zip(&labels)
        .filter(|(row, label)| of(row) == Some(**label));
    right.count() as f32 / labels.len() as f32
}

// wrong, mistake:not divided: the number of right rows
pub fn accuracy(logits: Logits, labels: Vec<usize>) -> f32 {
    let all = logits.as_vec();
    let of = |row: &[f32]| (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b]));
    let right = all
        .chunks(10)
        .zip(&labels)
        .filter(|(row, label)| of(row) == Some(**label));
    right.count() as f32
}

// wrong, mistake:above zero: a row is right if its label's logit is positive
pub fn accuracy(logits: Logits, labels: Vec<usize>) -> f32 {
    let all = logits.as_vec();
    let right = all
        .chunks(10)
        .zip(&labels)
        .filter(|(row, label)| row[**label] > 0.0);
    right.count() as f32 / labels.len() as f32
}

// wrong, mistake:divided by all logits: divided by the number of logits
pub fn accuracy(logits: Logits, labels: Vec<usize>) -> f32 {
    let all = logits.as_vec();
    let of = |row: &[f32]| (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b]));
    let right = all
        .chunks(10)
        .zip(&labels)
        .filter(|(row, label)| of(row) == Some(**label));
    right.count() as f32 / all.len() as f32
}

// wrong, mistake:farthest from zero: the largest by size, whatever its sign
pub fn accuracy(logits: Logits, labels: Vec<usize>) -> f32 {
    let all = logits.as_vec();
    let of = |row: &[f32]| (0..10).max_by(|&a, &b| row[a].abs().total_cmp(&row[b].abs()));
    let right = all
        .chunks(10)
        .zip(&labels)
        .filter(|(row, label)| of(row) == Some(**label));
    right.count() as f32 / labels.len() as f32
}

// wrong, mistake:gradients kept: the gradients are not set to zero
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
        report::progress(epoch + 1, epochs, 1, 1);
        last = accuracy;
    }
    (network, last)
}

// wrong, mistake:not shuffled: the order is never shuffled
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();

    let order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
        report::progress(epoch + 1, epochs, 1, 1);
        last = accuracy;
    }
    (network, last)
}

// wrong, mistake:shuffled once: shuffled once, before the epochs
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    order.shuffle(&mut random);
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
        report::progress(epoch + 1, epochs, 1, 1);
        last = accuracy;
    }
    (network, last)
}

// wrong, mistake:shuffled once: the same random numbers in each epoch, from the places in ascending order
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();

    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order = (0..training.len()).collect();
        order.shuffle(&mut random(1));
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
        report::progress(epoch + 1, epochs, 1, 1);
        last = accuracy;
    }
    (network, last)
}

// wrong, mistake:never updated: a copy of the network is updated
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network.clone(), &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
        report::progress(epoch + 1, epochs, 1, 1);
        last = accuracy;
    }
    (network, last)
}

// wrong, mistake:validation alone: validation digits are trained on
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..validation.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let images = validation.images_tensor(&device(), batch);
            let targets = validation.one_hot(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
        report::progress(epoch + 1, epochs, 1, 1);
        last = accuracy;
    }
    (network, last)
}

// wrong, mistake:one batch an epoch: only the first batch of each epoch
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32).take(1) {
            let images = training.images_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
        report::progress(epoch + 1, epochs, 1, 1);
        last = accuracy;
    }
    (network, last)
}

// wrong, claim: the accuracy of the training digits is returned
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
        report::progress(epoch + 1, epochs, 1, 1);
        let _ = accuracy;
        last = measure(&network, &training).1;
    }
    (network, last)
}

// wrong, mistake:other targets: the targets are of the digits in their own order
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let targets = training.one_hot(&device(), &(0..batch.len()).collect::<Vec<_>>());
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
        report::progress(epoch + 1, epochs, 1, 1);
        last = accuracy;
    }
    (network, last)
}

// wrong, panic, no help: a new network in each epoch
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        network = device().build_module::<Network, f32>();
        adam = Adam::new(&network, AdamConfig::default());
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
        report::progress(epoch + 1, epochs, 1, 1);
        last = accuracy;
    }
    (network, last)
}

// wrong, claim: the accuracy of the first epoch is returned
pub fn train(training: Digits, validation: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let images = training.images_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, accuracy);
        report::progress(epoch + 1, epochs, 1, 1);
        if epoch == 0 {
            last = accuracy;
        }
    }
    (network, last)
}
