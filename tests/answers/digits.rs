// wrong, mistake:after the step: what is right is counted once the step is taken
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let batches = order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0);
    let mut gradients = state.network.alloc_grads();
    for (i, batch) in order.chunks(32).enumerate() {
        let images = training.images_tensor(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&device(), batch));
        report::metric("loss", state.epoch * batches + i, loss.array());
        total += loss.array() * batch.len() as f32;
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
        right += mnist::right(&state.network.forward(training.images_tensor(&device(), batch)), &training.labels_at(batch));
        state.network.zero_grads(&mut gradients);
    }
    state.epoch += 1;
    let n = training.len() as f32;
    (total / n, right as f32 / n)
}

// wrong, mistake:mean of the batches: every batch counts the same, in the loss
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let batches = order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0);
    let mut gradients = state.network.alloc_grads();
    for (i, batch) in order.chunks(32).enumerate() {
        let images = training.images_tensor(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        right += mnist::right(&logits, &training.labels_at(batch));
        let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&device(), batch));
        report::metric("loss", state.epoch * batches + i, loss.array());
        total += loss.array();
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
        state.network.zero_grads(&mut gradients);
    }
    state.epoch += 1;
    let n = training.len() as f32;
    (total / batches as f32, right as f32 / n)
}

// wrong, mistake:mean of the accuracies: every batch counts the same, in the accuracy
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let batches = order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0.0);
    let mut gradients = state.network.alloc_grads();
    for (i, batch) in order.chunks(32).enumerate() {
        let images = training.images_tensor(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        right += mnist::right(&logits, &training.labels_at(batch)) as f32 / batch.len() as f32;
        let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&device(), batch));
        report::metric("loss", state.epoch * batches + i, loss.array());
        total += loss.array() * batch.len() as f32;
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
        state.network.zero_grads(&mut gradients);
    }
    state.epoch += 1;
    let n = training.len() as f32;
    (total / n, right / batches as f32)
}

// wrong, mistake:steps begin again: nobody counts the epochs but a loop
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let batches = order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0);
    let mut gradients = state.network.alloc_grads();
    for (i, batch) in order.chunks(32).enumerate() {
        let images = training.images_tensor(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        right += mnist::right(&logits, &training.labels_at(batch));
        let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&device(), batch));
        report::metric("loss", state.epoch * batches + i, loss.array());
        total += loss.array() * batch.len() as f32;
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
        state.network.zero_grads(&mut gradients);
    }
    let n = training.len() as f32;
    (total / n, right as f32 / n)
}

pub fn train(training: Digits, test: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut state = match store::load("weights") {
        Some(bytes) => from_bytes(&bytes),
        None => begin(),
    };
    let mut seconds = Vec::new();
    for e in state.epoch..epochs {
        let began = Instant::now();
        let (loss, accuracy) = epoch(&mut state, &training);
        seconds.push(began.elapsed().as_secs_f32());
        store::save("weights", &to_bytes(&state));
        println!("{}", progress(e + 1, epochs, loss, accuracy, seconds.clone()));
    }
    let accuracy = evaluate(&state.network, &test);
    println!("Test accuracy: {accuracy:.4}");
    (state.network, accuracy)
}

// wrong, mistake:too much lost: it saves and never loads
pub fn train(training: Digits, test: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut state = begin();
    let mut seconds = Vec::new();
    while state.epoch < epochs {
        let began = Instant::now();
        let (loss, accuracy) = epoch(&mut state, &training);
        seconds.push(began.elapsed().as_secs_f32());
        store::save("weights", &to_bytes(&state));
        println!("{}", progress(state.epoch, epochs, loss, accuracy, seconds.clone()));
    }
    let accuracy = evaluate(&state.network, &test);
    println!("Test accuracy: {accuracy:.4}");
    (state.network, accuracy)
}

// wrong, mistake:too much lost: it loads under another name
pub fn train(training: Digits, test: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut state = match store::load("state") {
        Some(bytes) => from_bytes(&bytes),
        None => begin(),
    };
    let mut seconds = Vec::new();
    while state.epoch < epochs {
        let began = Instant::now();
        let (loss, accuracy) = epoch(&mut state, &training);
        seconds.push(began.elapsed().as_secs_f32());
        store::save("weights", &to_bytes(&state));
        println!("{}", progress(state.epoch, epochs, loss, accuracy, seconds.clone()));
    }
    let accuracy = evaluate(&state.network, &test);
    println!("Test accuracy: {accuracy:.4}");
    (state.network, accuracy)
}

// wrong, mistake:too much lost: every second epoch is saved
pub fn train(training: Digits, test: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut state = match store::load("weights") {
        Some(bytes) => from_bytes(&bytes),
        None => begin(),
    };
    let mut seconds = Vec::new();
    while state.epoch < epochs {
        let began = Instant::now();
        let (loss, accuracy) = epoch(&mut state, &training);
        seconds.push(began.elapsed().as_secs_f32());
        if state.epoch % 2 == 0 {
            store::save("weights", &to_bytes(&state));
        }
        println!("{}", progress(state.epoch, epochs, loss, accuracy, seconds.clone()));
    }
    let accuracy = evaluate(&state.network, &test);
    println!("Test accuracy: {accuracy:.4}");
    (state.network, accuracy)
}

// right: new gradients for each batch, shares added up, a `for` loop from the epoch that was saved
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let batches = order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0);
    for (i, batch) in order.chunks(32).enumerate() {
        let images = training.images_tensor(&device(), batch);
        let logits = state.network.forward_mut(images.traced(state.network.alloc_grads()));
        right += mnist::right(&logits, &training.labels_at(batch));
        let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&device(), batch));
        report::metric("loss", state.epoch * batches + i, loss.array());
        total += loss.array() * batch.len() as f32 / training.len() as f32;
        let gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
    }
    state.epoch += 1;
    let n = training.len() as f32;
    (total, right as f32 / n)
}

pub fn train(training: Digits, test: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut state = match store::load("weights") {
        Some(bytes) => from_bytes(&bytes),
        None => begin(),
    };
    let mut seconds = Vec::new();
    for _ in state.epoch..epochs {
        let began = Instant::now();
        let (loss, accuracy) = epoch(&mut state, &training);
        seconds.push(began.elapsed().as_secs_f32());
        store::save("weights", &to_bytes(&state));
        println!("{}", progress(state.epoch, epochs, loss, accuracy, seconds.clone()));
    }
    let accuracy = evaluate(&state.network, &test);
    println!("Test accuracy: {accuracy:.4}");
    (state.network, accuracy)
}
