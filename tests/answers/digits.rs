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

// right: the line is put together from parts
pub fn progress(
    epoch: usize,
    epochs: usize,
    loss: f32,
    accuracy: f32,
    seconds: Vec<f32>,
) -> String {
    let done = seconds.len().max(1) as f32;
    let total: f32 = seconds.iter().sum();
    let to_go = total * (epochs - epoch) as f32 / done;
    let mut line = format!("Epoch {epoch}/{epochs}");
    line += &format!(" - loss: {loss:.4} - accuracy: {accuracy:.4}");
    line += &format!(" - {:.0} s, {to_go:.0} s to go", seconds[seconds.len() - 1]);
    line
}

// right: the mean is taken along, from digit to digit
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let mut gradients = state.network.alloc_grads();
    let mut step = state.epoch * order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0);
    for batch in order.chunks(32) {
        let images = training.images_tensor(&device(), batch);
        let targets = training.one_hot(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        right += mnist::right(&logits, &training.labels_at(batch));
        let loss = cross_entropy_with_logits_loss(logits, targets);
        report::metric("loss", step, loss.array());
        step += 1;
        let share = batch.len() as f32 / training.len() as f32;
        total += loss.array() * share;
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
        state.network.zero_grads(&mut gradients);
    }
    state.epoch += 1;
    (total / 1.0, right as f32 / training.len() as f32)
}

// right: the digits are evaluated in parts of 100, with the mean weighted
pub fn evaluate(network: &Built<Network>, digits: &Digits) -> f32 {
    let all: Vec<usize> = (0..digits.len()).collect();
    let parts = all.chunks(100).map(|some| {
        let logits = network.forward(digits.images_tensor(&device(), some));
        mnist::right(&logits, &digits.labels_at(some))
    });
    parts.sum::<usize>() as f32 / digits.len() as f32
}

// right: a for loop from the epoch that was saved
pub fn train(training: Digits, test: Digits, epochs: usize) -> (Built<Network>, f32) {
    let saved = store::load("weights");
    let mut state = saved.map_or_else(begin, |bytes| from_bytes(&bytes));
    let mut times = vec![];
    for number in state.epoch + 1..=epochs {
        let start = Instant::now();
        let (loss, accuracy) = epoch(&mut state, &training);
        store::save("weights", &to_bytes(&state));
        times.push(start.elapsed().as_secs_f32());
        println!(
            "{}",
            progress(number, epochs, loss, accuracy, times.clone())
        );
    }
    let accuracy = evaluate(&state.network, &test);
    println!("Test accuracy: {accuracy:.4}");
    (state.network, accuracy)
}

// wrong, mistake:divided by the epoch: the mean divides by the number of the epoch
pub fn progress(
    epoch: usize,
    epochs: usize,
    loss: f32,
    accuracy: f32,
    seconds: Vec<f32>,
) -> String {
    let mean = seconds.iter().sum::<f32>() / epoch as f32;
    let left = mean * (epochs - epoch) as f32;
    let last = seconds.last().copied().unwrap_or_default();
    format!(
        "Epoch {epoch}/{epochs} - loss: {loss:.4} - accuracy: {accuracy:.4} - {last:.0} s, {left:.0} s to go"
    )
}

// wrong, mistake:last epoch alone: what is to go is the last time, times the epochs left
pub fn progress(
    epoch: usize,
    epochs: usize,
    loss: f32,
    accuracy: f32,
    seconds: Vec<f32>,
) -> String {
    let last = seconds.last().copied().unwrap_or_default();
    let mean = last;
    let left = mean * (epochs - epoch) as f32;
    format!(
        "Epoch {epoch}/{epochs} - loss: {loss:.4} - accuracy: {accuracy:.4} - {last:.0} s, {left:.0} s to go"
    )
}

// wrong, mistake:mean shown: the mean is shown in the place of the last time
pub fn progress(
    epoch: usize,
    epochs: usize,
    loss: f32,
    accuracy: f32,
    seconds: Vec<f32>,
) -> String {
    let mean = seconds.iter().sum::<f32>() / seconds.len() as f32;
    let left = mean * (epochs - epoch) as f32;
    let last = mean;
    format!(
        "Epoch {epoch}/{epochs} - loss: {loss:.4} - accuracy: {accuracy:.4} - {last:.0} s, {left:.0} s to go"
    )
}

// wrong, mistake:one epoch too many: the epoch that is over is counted as left
pub fn progress(
    epoch: usize,
    epochs: usize,
    loss: f32,
    accuracy: f32,
    seconds: Vec<f32>,
) -> String {
    let mean = seconds.iter().sum::<f32>() / seconds.len() as f32;
    let left = mean * (epochs - epoch + 1) as f32;
    let last = seconds.last().copied().unwrap_or_default();
    format!(
        "Epoch {epoch}/{epochs} - loss: {loss:.4} - accuracy: {accuracy:.4} - {last:.0} s, {left:.0} s to go"
    )
}

// wrong, mistake:two places of the loss: the loss has two places
pub fn progress(
    epoch: usize,
    epochs: usize,
    loss: f32,
    accuracy: f32,
    seconds: Vec<f32>,
) -> String {
    let mean = seconds.iter().sum::<f32>() / seconds.len() as f32;
    let left = mean * (epochs - epoch) as f32;
    let last = seconds.last().copied().unwrap_or_default();
    format!(
        "Epoch {epoch}/{epochs} - loss: {loss:.2} - accuracy: {accuracy:.4} - {last:.0} s, {left:.0} s to go"
    )
}

// wrong, mistake:percent sign: the accuracy is written in percent
pub fn progress(
    epoch: usize,
    epochs: usize,
    loss: f32,
    accuracy: f32,
    seconds: Vec<f32>,
) -> String {
    let mean = seconds.iter().sum::<f32>() / seconds.len() as f32;
    let left = mean * (epochs - epoch) as f32;
    let last = seconds.last().copied().unwrap_or_default();
    format!(
        "Epoch {epoch}/{epochs} - loss: {loss:.4} - accuracy: {:.2}% - {last:.0} s, {left:.0} s to go",
        100.0 * accuracy
    )
}

// wrong, mistake:time so far: the seconds are all that have passed
pub fn progress(
    epoch: usize,
    epochs: usize,
    loss: f32,
    accuracy: f32,
    seconds: Vec<f32>,
) -> String {
    let mean = seconds.iter().sum::<f32>() / seconds.len() as f32;
    let left = mean * (epochs - epoch) as f32;
    let last = seconds.iter().sum::<f32>();
    format!(
        "Epoch {epoch}/{epochs} - loss: {loss:.4} - accuracy: {accuracy:.4} - {last:.0} s, {left:.0} s to go"
    )
}

// wrong, mistake:tenths of seconds: seconds with a place after the point
pub fn progress(
    epoch: usize,
    epochs: usize,
    loss: f32,
    accuracy: f32,
    seconds: Vec<f32>,
) -> String {
    let mean = seconds.iter().sum::<f32>() / seconds.len() as f32;
    let left = mean * (epochs - epoch) as f32;
    let last = seconds.last().copied().unwrap_or_default();
    format!(
        "Epoch {epoch}/{epochs} - loss: {loss:.4} - accuracy: {accuracy:.4} - {last:.1} s, {left:.1} s to go"
    )
}

// wrong, mistake:mean of the batches: the losses of the batches have the same weight
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let mut gradients = state.network.alloc_grads();
    let mut step = state.epoch * order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0);
    for batch in order.chunks(32) {
        let images = training.images_tensor(&device(), batch);
        let targets = training.one_hot(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        right += mnist::right(&logits, &training.labels_at(batch));
        let loss = cross_entropy_with_logits_loss(logits, targets);
        report::metric("loss", step, loss.array());
        step += 1;
        total += loss.array();
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
        state.network.zero_grads(&mut gradients);
    }
    state.epoch += 1;
    (
        total / training.len().div_ceil(32) as f32,
        right as f32 / training.len() as f32,
    )
}

// wrong, mistake:not shuffled: the digits are not shuffled
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let order: Vec<usize> = (0..training.len()).collect();

    let mut gradients = state.network.alloc_grads();
    let mut step = state.epoch * order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0);
    for batch in order.chunks(32) {
        let images = training.images_tensor(&device(), batch);
        let targets = training.one_hot(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        right += mnist::right(&logits, &training.labels_at(batch));
        let loss = cross_entropy_with_logits_loss(logits, targets);
        report::metric("loss", step, loss.array());
        step += 1;
        total += loss.array() * batch.len() as f32;
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
        state.network.zero_grads(&mut gradients);
    }
    state.epoch += 1;
    (
        total / training.len() as f32,
        right as f32 / training.len() as f32,
    )
}

// wrong, mistake:shuffled once: the random number is a copy, so each epoch has the same order
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut random = state.random;
    shuffle(&mut order, &mut random);
    let mut gradients = state.network.alloc_grads();
    let mut step = state.epoch * order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0);
    for batch in order.chunks(32) {
        let images = training.images_tensor(&device(), batch);
        let targets = training.one_hot(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        right += mnist::right(&logits, &training.labels_at(batch));
        let loss = cross_entropy_with_logits_loss(logits, targets);
        report::metric("loss", step, loss.array());
        step += 1;
        total += loss.array() * batch.len() as f32;
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
        state.network.zero_grads(&mut gradients);
    }
    state.epoch += 1;
    (
        total / training.len() as f32,
        right as f32 / training.len() as f32,
    )
}

// wrong, mistake:last batch lost: the last, smaller batch is left out
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let mut gradients = state.network.alloc_grads();
    let mut step = state.epoch * order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0);
    for batch in order.chunks_exact(32) {
        let images = training.images_tensor(&device(), batch);
        let targets = training.one_hot(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        right += mnist::right(&logits, &training.labels_at(batch));
        let loss = cross_entropy_with_logits_loss(logits, targets);
        report::metric("loss", step, loss.array());
        step += 1;
        total += loss.array() * batch.len() as f32;
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
        state.network.zero_grads(&mut gradients);
    }
    state.epoch += 1;
    (
        total / training.len() as f32,
        right as f32 / training.len() as f32,
    )
}

// wrong, mistake:gradients kept: the gradients are not set to zero
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let mut gradients = state.network.alloc_grads();
    let mut step = state.epoch * order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0);
    for batch in order.chunks(32) {
        let images = training.images_tensor(&device(), batch);
        let targets = training.one_hot(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        right += mnist::right(&logits, &training.labels_at(batch));
        let loss = cross_entropy_with_logits_loss(logits, targets);
        report::metric("loss", step, loss.array());
        step += 1;
        total += loss.array() * batch.len() as f32;
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
    }
    state.epoch += 1;
    (
        total / training.len() as f32,
        right as f32 / training.len() as f32,
    )
}

// wrong, mistake:after the step: the accuracy after the step
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let mut gradients = state.network.alloc_grads();
    let mut step = state.epoch * order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0);
    for batch in order.chunks(32) {
        let images = training.images_tensor(&device(), batch);
        let targets = training.one_hot(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));

        let loss = cross_entropy_with_logits_loss(logits, targets);
        report::metric("loss", step, loss.array());
        step += 1;
        total += loss.array() * batch.len() as f32;
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
        state.network.zero_grads(&mut gradients);
        let logits = state
            .network
            .forward(training.images_tensor(&device(), batch));
        right += mnist::right(&logits, &training.labels_at(batch));
    }
    state.epoch += 1;
    (
        total / training.len() as f32,
        right as f32 / training.len() as f32,
    )
}

// wrong, mistake:steps begin again: every epoch counts its steps from 0
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let mut gradients = state.network.alloc_grads();
    let mut step = 0;
    let (mut total, mut right) = (0.0, 0);
    for batch in order.chunks(32) {
        let images = training.images_tensor(&device(), batch);
        let targets = training.one_hot(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        right += mnist::right(&logits, &training.labels_at(batch));
        let loss = cross_entropy_with_logits_loss(logits, targets);
        report::metric("loss", step, loss.array());
        step += 1;
        total += loss.array() * batch.len() as f32;
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
        state.network.zero_grads(&mut gradients);
    }
    state.epoch += 1;
    (
        total / training.len() as f32,
        right as f32 / training.len() as f32,
    )
}

// wrong, curve_apart: the epoch is counted first, so its steps are those of the next one
pub fn epoch(state: &mut State, training: &Digits) -> (f32, f32) {
    state.epoch += 1;
    let mut order: Vec<usize> = (0..training.len()).collect();
    shuffle(&mut order, &mut state.random);
    let mut gradients = state.network.alloc_grads();
    let mut step = state.epoch * order.len().div_ceil(32);
    let (mut total, mut right) = (0.0, 0);
    for batch in order.chunks(32) {
        let images = training.images_tensor(&device(), batch);
        let targets = training.one_hot(&device(), batch);
        let logits = state.network.forward_mut(images.traced(gradients));
        right += mnist::right(&logits, &training.labels_at(batch));
        let loss = cross_entropy_with_logits_loss(logits, targets);
        report::metric("loss", step, loss.array());
        step += 1;
        total += loss.array() * batch.len() as f32;
        gradients = loss.backward();
        state.adam.update(&mut state.network, &gradients).unwrap();
        state.network.zero_grads(&mut gradients);
    }

    (
        total / training.len() as f32,
        right as f32 / training.len() as f32,
    )
}

// wrong, mistake:Adam lost: the moments of Adam are not saved
pub fn to_bytes(state: &State) -> Vec<u8> {
    Checkpoint::new()
        .network(&state.network)
        .number("epoch", state.epoch as u64)
        .number("random", state.random)
        .to_bytes()
}

pub fn from_bytes(bytes: &[u8]) -> State {
    let saved = Checkpoint::from_bytes(bytes).unwrap();
    let mut state = begin();
    saved.load_network(&mut state.network);
    state.epoch = saved.get_number("epoch") as usize;
    state.random = saved.get_number("random");
    state
}

// wrong, mistake:random lost: the random number is not saved
pub fn to_bytes(state: &State) -> Vec<u8> {
    Checkpoint::new()
        .network(&state.network)
        .adam(&state.adam)
        .number("epoch", state.epoch as u64)
        .to_bytes()
}

pub fn from_bytes(bytes: &[u8]) -> State {
    let saved = Checkpoint::from_bytes(bytes).unwrap();
    let mut state = begin();
    saved.load_network(&mut state.network);
    saved.load_adam(&mut state.adam);
    state.epoch = saved.get_number("epoch") as usize;
    state
}

// wrong, mistake:weights lost: the network is loaded after Adam was made, and only Adam is filled
pub fn from_bytes(bytes: &[u8]) -> State {
    let saved = Checkpoint::from_bytes(bytes).unwrap();
    let mut state = begin();
    saved.load_adam(&mut state.adam);
    state.epoch = saved.get_number("epoch") as usize;
    state.random = saved.get_number("random");
    state
}

// wrong, mistake:too much lost: saved only in the end
pub fn train(training: Digits, test: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut state = match store::load("weights") {
        Some(bytes) => from_bytes(&bytes),
        None => begin(),
    };
    let mut seconds = Vec::new();
    while state.epoch < epochs {
        let start = Instant::now();

        let (loss, accuracy) = epoch(&mut state, &training);

        seconds.push(start.elapsed().as_secs_f32());
        println!(
            "{}",
            progress(state.epoch, epochs, loss, accuracy, seconds.clone())
        );
    }
    store::save("weights", &to_bytes(&state));
    let accuracy = evaluate(&state.network, &test);
    println!("Test accuracy: {accuracy:.4}");
    (state.network, accuracy)
}

// wrong, mistake:too much lost: nothing is loaded
pub fn train(training: Digits, test: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut state = begin();
    let mut seconds = Vec::new();
    while state.epoch < epochs {
        let start = Instant::now();

        let (loss, accuracy) = epoch(&mut state, &training);
        store::save("weights", &to_bytes(&state));
        seconds.push(start.elapsed().as_secs_f32());
        println!(
            "{}",
            progress(state.epoch, epochs, loss, accuracy, seconds.clone())
        );
    }
    let accuracy = evaluate(&state.network, &test);
    println!("Test accuracy: {accuracy:.4}");
    (state.network, accuracy)
}

// wrong, panic, no help: so many epochs more, not until so many are over
pub fn train(training: Digits, test: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut state = match store::load("weights") {
        Some(bytes) => from_bytes(&bytes),
        None => begin(),
    };
    let mut seconds = Vec::new();
    for _ in 0..epochs {
        let start = Instant::now();

        let (loss, accuracy) = epoch(&mut state, &training);
        store::save("weights", &to_bytes(&state));
        seconds.push(start.elapsed().as_secs_f32());
        println!(
            "{}",
            progress(state.epoch, epochs, loss, accuracy, seconds.clone())
        );
    }
    let accuracy = evaluate(&state.network, &test);
    println!("Test accuracy: {accuracy:.4}");
    (state.network, accuracy)
}

// wrong, mistake:other digits measured: the accuracy on the training digits is returned
pub fn train(training: Digits, test: Digits, epochs: usize) -> (Built<Network>, f32) {
    let mut state = match store::load("weights") {
        Some(bytes) => from_bytes(&bytes),
        None => begin(),
    };
    let _ = &test;
    let mut seconds = Vec::new();
    while state.epoch < epochs {
        let start = Instant::now();

        let (loss, accuracy) = epoch(&mut state, &training);
        store::save("weights", &to_bytes(&state));
        seconds.push(start.elapsed().as_secs_f32());
        println!(
            "{}",
            progress(state.epoch, epochs, loss, accuracy, seconds.clone())
        );
    }
    let accuracy = evaluate(&state.network, &training);
    println!("Test accuracy: {accuracy:.4}");
    (state.network, accuracy)
}
