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

// right: layers in other tuples, fresh gradients for each batch, batches by number, curves by epoch
pub type Network = (
    Conv2D<1, 16, 3>,
    ReLU,
    MaxPool2D<2>,
    (Conv2D<16, 24, 3>, ReLU, MaxPool2D<2>, Flatten<576>),
    (Linear<576, 64>, (ReLU, Linear<64, 10>)),
);

pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let config = AdamConfig {
        lr: 0.002,
        ..Default::default()
    };
    let mut adam = Adam::new(&network, config);
    let mut random = random(7);
    let batches = training.len().div_ceil(32);
    for epoch in 0..epochs {
        let mut places = Vec::from_iter(0..training.len());
        places.shuffle(&mut random);
        for batch in 0..batches {
            let end = (batch * 32 + 32).min(places.len());
            let some = &places[batch * 32..end];
            let x = training.pictures_tensor(&device(), some);
            let logits = network.forward_mut(x.traced(network.alloc_grads()));
            let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&device(), some));
            report::metric("loss", epoch * batches + batch, loss.array());
            report::progress(epoch + 1, epochs, batch + 1, batches);
            let gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
        }
        let (loss, accuracy) = spoken::measure(&network, &validation);
        report::metric("validation loss", epoch, loss);
        report::metric("validation accuracy", epoch, accuracy);
    }
    let (_, accuracy) = spoken::measure(&network, &validation);
    (network, accuracy)
}

// right: gradients zeroed before each batch, an order by drawn numbers, and the accuracy counted without `measure`
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let config = AdamConfig {
        lr: 0.002,
        ..Default::default()
    };
    let mut adam = Adam::new(&network, config);
    let mut gradients = network.alloc_grads();
    let mut random = random(2026);
    let mut step = 0;
    for _ in 0..epochs {
        let mut drawn: Vec<(u32, usize)> = Vec::new();
        for place in 0..training.len() {
            drawn.push((random.gen_range(0..u32::MAX), place));
        }
        drawn.sort();
        for some in drawn.chunks(32) {
            let batch: Vec<usize> = some.iter().map(|&(_, place)| place).collect();
            network.zero_grads(&mut gradients);
            let x = training.pictures_tensor(&device(), &batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&device(), &batch));
            report::metric("loss", step, loss.array());
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            step += 1;
        }
    }
    let all: Vec<usize> = (0..validation.len()).collect();
    let logits = network.forward(validation.pictures_tensor(&device(), &all));
    let logits = logits.as_vec();
    let rows = logits.chunks(10).zip(validation.labels_at(&all));
    let right = rows.filter(|(row, label)| row.iter().all(|logit| *logit <= row[*label]));
    let accuracy = right.count() as f32 / validation.len() as f32;
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

// wrong, mistake:shuffled once: the generator begins anew in each epoch, with a new list of places
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut gradients = network.alloc_grads();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut step = 0;
    let mut accuracy = 0.0;
    for _epoch in 0..epochs {
        let mut random = random(1);
        let mut order: Vec<usize> = (0..training.len()).collect();
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let x = training.pictures_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
            step += 1;
        }
        let (loss, right) = spoken::measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, right);
        accuracy = right;
    }
    (network, accuracy)
}

// wrong, claim: the best accuracy of all epochs is returned, with the last network
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut gradients = network.alloc_grads();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut accuracy = 0.0;
    for _epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let x = training.pictures_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
            step += 1;
        }
        let (loss, right) = spoken::measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, right);
        accuracy = right.max(accuracy);
    }
    (network, accuracy)
}

// wrong, mistake:steps begin again: the step is counted from 0 in each epoch
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut gradients = network.alloc_grads();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut accuracy = 0.0;
    for _epoch in 0..epochs {
        let mut step = 0;
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let x = training.pictures_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
            step += 1;
        }
        let (loss, right) = spoken::measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, right);
        accuracy = right;
    }
    (network, accuracy)
}

// wrong, mistake:validation learned: trains on the validation pictures, too
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut gradients = network.alloc_grads();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut random = random(1);
    let training = Spoken {
        pictures: [training.pictures, validation.pictures.clone()].concat(),
        labels: [training.labels, validation.labels.clone()].concat(),
    };
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut accuracy = 0.0;
    for _epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let x = training.pictures_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
            step += 1;
        }
        let (loss, right) = spoken::measure(&network, &validation);
        report::metric("validation loss", step, loss);
        report::metric("validation accuracy", step, right);
        accuracy = right;
    }
    (network, accuracy)
}

// right: all layers in one tuple
pub type Network = (
    (
        Conv2D<1, 16, 3>,
        ReLU,
        MaxPool2D<2>,
        Conv2D<16, 24, 3>,
        ReLU,
        MaxPool2D<2>,
    ),
    (Flatten<576>, Linear<576, 64>, ReLU, Linear<64, 10>),
);

// right: places are taken from a shuffled list, other seed
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut gradients = network.alloc_grads();
    let mut random = random(99);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order = (0..training.len()).collect();
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let x = training.pictures_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = spoken::measure(&network, &validation);
        report::metric("validation loss", epoch, loss);
        report::metric("validation accuracy", epoch, accuracy);
        last = accuracy;
    }
    (network, last)
}

// right: the accuracy is measured anew in the end
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let x = training.pictures_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = spoken::measure(&network, &validation);
        report::metric("validation loss", epoch, loss);
        report::metric("validation accuracy", epoch, accuracy);
    }
    let (_, again) = spoken::measure(&network, &validation);
    (network, again)
}

// wrong, mistake:no ReLU after the second convolution: no ReLU after the second convolution
pub type Network = (
    (Conv2D<1, 16, 3>, ReLU, MaxPool2D<2>),
    (Conv2D<16, 24, 3>, MaxPool2D<2>),
    Flatten<576>,
    (Linear<576, 64>, ReLU),
    Linear<64, 10>,
);

// wrong, mistake:pooled at the end alone: pooling after the second convolution only
pub type Network = (
    (Conv2D<1, 16, 3>, ReLU),
    (Conv2D<16, 24, 3>, ReLU, MaxPool2D<2>),
    Flatten<3360>,
    (Linear<3360, 64>, ReLU),
    Linear<64, 10>,
);

// wrong, mistake:no hidden layer: no hidden linear layer
pub type Network = (
    (Conv2D<1, 16, 3>, ReLU, MaxPool2D<2>),
    (Conv2D<16, 24, 3>, ReLU, MaxPool2D<2>),
    Flatten<576>,
    Linear<576, 10>,
);

// wrong, mistake:ReLU at the end: a ReLU on the logits
pub type Network = (
    (Conv2D<1, 16, 3>, ReLU, MaxPool2D<2>),
    (Conv2D<16, 24, 3>, ReLU, MaxPool2D<2>),
    Flatten<576>,
    (Linear<576, 64>, ReLU),
    (Linear<64, 10>, ReLU),
);

// wrong, mistake:kernels exchanged: the numbers of kernels are exchanged
pub type Network = (
    (Conv2D<1, 24, 3>, ReLU, MaxPool2D<2>),
    (Conv2D<24, 16, 3>, ReLU, MaxPool2D<2>),
    Flatten<384>,
    (Linear<384, 64>, ReLU),
    Linear<64, 10>,
);

// wrong, mistake:gradients kept: the gradients add up
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let x = training.pictures_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
        }
        let (loss, accuracy) = spoken::measure(&network, &validation);
        report::metric("validation loss", epoch, loss);
        report::metric("validation accuracy", epoch, accuracy);
        last = accuracy;
    }
    (network, last)
}

// wrong, mistake:not shuffled: no shuffling
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut gradients = network.alloc_grads();

    let order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        for batch in order.chunks(32) {
            let x = training.pictures_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = spoken::measure(&network, &validation);
        report::metric("validation loss", epoch, loss);
        report::metric("validation accuracy", epoch, accuracy);
        last = accuracy;
    }
    (network, last)
}

// wrong, mistake:shuffled once: the same order in every epoch
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut gradients = network.alloc_grads();

    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order = (0..training.len()).collect();
        order.shuffle(&mut random(1));
        for batch in order.chunks(32) {
            let x = training.pictures_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = spoken::measure(&network, &validation);
        report::metric("validation loss", epoch, loss);
        report::metric("validation accuracy", epoch, accuracy);
        last = accuracy;
    }
    (network, last)
}

// wrong, mistake:validation alone: trained on the validation pictures
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..validation.len()).collect();
    let _ = &training;
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let x = validation.pictures_tensor(&device(), batch);
            let targets = validation.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = spoken::measure(&network, &validation);
        report::metric("validation loss", epoch, loss);
        report::metric("validation accuracy", epoch, accuracy);
        last = accuracy;
    }
    (network, last)
}

// wrong, mistake:training pictures measured: the accuracy on the training pictures
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let _ = &validation;
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let x = training.pictures_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = spoken::measure(&network, &training);
        report::metric("validation loss", epoch, loss);
        report::metric("validation accuracy", epoch, accuracy);
        last = accuracy;
    }
    (network, last)
}

// wrong, claim: the best accuracy of all epochs
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(32) {
            let x = training.pictures_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = spoken::measure(&network, &validation);
        report::metric("validation loss", epoch, loss);
        report::metric("validation accuracy", epoch, accuracy);
        last = accuracy.max(last);
    }
    (network, last)
}

// wrong, curve_ends_high, no help: batches of 320
pub fn train(training: Spoken, validation: Spoken, epochs: usize) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(
        &network,
        AdamConfig {
            lr: 0.002,
            ..Default::default()
        },
    );
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    let mut last = 0.0;
    for epoch in 0..epochs {
        order.shuffle(&mut random);
        for batch in order.chunks(320) {
            let x = training.pictures_tensor(&device(), batch);
            let targets = training.one_hot(&device(), batch);
            let logits = network.forward_mut(x.traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, targets);
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            adam.update(&mut network, &gradients).unwrap();
            network.zero_grads(&mut gradients);
        }
        let (loss, accuracy) = spoken::measure(&network, &validation);
        report::metric("validation loss", epoch, loss);
        report::metric("validation accuracy", epoch, accuracy);
        last = accuracy;
    }
    (network, last)
}
