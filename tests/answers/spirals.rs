// right: one list of numbers for the whole training, steps counted from 0, and nothing shown
pub fn train(x: Matrix, labels: Labels, parameters: Parameters, steps: usize) -> Parameters {
    let shapes = parameters;
    let mut numbers = shapes.numbers();
    let (mut m, mut v) = (vec![0.0; numbers.len()], vec![0.0; numbers.len()]);
    for step in 0..steps {
        let now = shapes.with(numbers.clone());
        let loss = cross_entropy(network(&now).forward(x.leaky_trace()), labels.clone());
        report::metric("loss", step + 1, loss.array());
        let slopes = now.gradient(loss.backward());
        (m, v) = moments(m, v, slopes);
        numbers = adam_step(numbers, m.clone(), v.clone(), step + 1, RATE);
    }
    shapes.with(numbers)
}

pub fn predict(x: Matrix, parameters: Parameters) -> Vec<usize> {
    let Parameters { weights, biases } = parameters;
    let logits = Mlp::<NoneTape> { weights, biases }.forward(x);
    let (points, classes) = *logits.shape();
    let numbers = logits.as_vec();
    let mut answers = Vec::new();
    for point in 0..points {
        let mut best = 0;
        for class in 1..classes {
            if numbers[point * classes + class] > numbers[point * classes + best] {
                best = class;
            }
        }
        answers.push(best);
    }
    answers
}

// right: a network of its own, moments for each tensor by itself, the loss written out, and a softmax before the prediction
pub fn train(x: Matrix, labels: Labels, parameters: Parameters, steps: usize) -> Parameters {
    let Parameters {
        mut weights,
        mut biases,
    } = parameters;
    let mut of_weights: Vec<(Vec<f32>, Vec<f32>)> = Vec::new();
    let mut of_biases: Vec<(Vec<f32>, Vec<f32>)> = Vec::new();
    for layer in 0..weights.len() {
        let zeros = vec![0.0; weights[layer].as_vec().len()];
        of_weights.push((zeros.clone(), zeros));
        let zeros = vec![0.0; biases[layer].as_vec().len()];
        of_biases.push((zeros.clone(), zeros));
    }
    for t in 1..steps + 1 {
        let recorded = Mlp {
            weights: weights.iter().map(|w| w.leaky_trace()).collect(),
            biases: biases.iter().map(|b| b.leaky_trace()).collect(),
        };
        let logits = recorded.forward(x.retaped::<Recording>());
        let loss: Scalar<Recording> = -logits
            .log_softmax::<Axis<1>>()
            .select(labels.clone())
            .mean();
        report::metric("loss", t, loss.array());
        let gradients = loss.backward();
        for layer in 0..weights.len() {
            let slopes = gradients.get(&weights[layer]).as_vec();
            let (m, v) = of_weights[layer].clone();
            let (m, v) = moments(m, v, slopes);
            let numbers = weights[layer].as_vec();
            let numbers = adam_step(numbers, m.clone(), v.clone(), t, RATE);
            of_weights[layer] = (m, v);
            let shape = *weights[layer].shape();
            weights[layer] = device().tensor_from_vec(numbers, shape);
            let slopes = gradients.get(&biases[layer]).as_vec();
            let (m, v) = of_biases[layer].clone();
            let (m, v) = moments(m, v, slopes);
            let numbers = biases[layer].as_vec();
            let numbers = adam_step(numbers, m.clone(), v.clone(), t, RATE);
            of_biases[layer] = (m, v);
            let shape = *biases[layer].shape();
            biases[layer] = device().tensor_from_vec(numbers, shape);
        }
        if t == steps {
            let now = Parameters {
                weights: weights.clone(),
                biases: biases.clone(),
            };
            show(&now, &x, &labels, t);
        }
    }
    Parameters { weights, biases }
}

pub fn predict(x: Matrix, parameters: Parameters) -> Vec<usize> {
    let logits = network(&parameters).forward(x.leaky_trace());
    let (_, classes) = *logits.shape();
    let probabilities = logits.softmax::<Axis<1>>().as_vec();
    let mut answers = Vec::new();
    for row in probabilities.chunks(classes) {
        let most = row.iter().copied().fold(0.0, f32::max);
        answers.push(row.iter().position(|&p| p == most).unwrap_or(0));
    }
    answers
}

// right: one list of numbers beside the network, the first of equal logits, and a while
pub fn train(x: Matrix, labels: Labels, parameters: Parameters, steps: usize) -> Parameters {
    let mut numbers = parameters.numbers();
    let (mut m, mut v) = (vec![0.0; numbers.len()], vec![0.0; numbers.len()]);
    let mut t = 0;
    while t < steps {
        t += 1;
        let now = parameters.with(numbers.clone());
        let loss = cross_entropy(network(&now).forward(x.leaky_trace()), labels.clone());
        let value = loss.array();
        (m, v) = moments(m, v, now.gradient(loss.backward()));
        numbers = adam_step(numbers, m.clone(), v.clone(), t, RATE);
        report::metric("loss", t, value);
    }
    parameters.with(numbers)
}

pub fn predict(x: Matrix, parameters: Parameters) -> Vec<usize> {
    let (n, _) = *x.shape();
    let logits = network(&parameters).forward(x.leaky_trace()).as_vec();
    let mut found = Vec::new();
    for i in 0..n {
        let classes = logits.len() / n;
        let row = &logits[i * classes..(i + 1) * classes];
        let mut best = 0;
        for c in 1..classes {
            if row[c] > row[best] {
                best = c;
            }
        }
        found.push(best);
    }
    found
}

// wrong: never more than 20 steps
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for step in 0..steps.min(20) {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", step + 1, loss.array());
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), step + 1, RATE);
        parameters = parameters.with(numbers);
    }
    parameters
}

// wrong, mistake:biases stay: the biases stay what they were
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, RATE);
        let biases = parameters.biases.clone();
        parameters = parameters.with(numbers);
        parameters.biases = biases;
    }
    parameters
}

// wrong, mistake:softmax over the points: a softmax over the points
pub fn predict(x: Matrix, parameters: Parameters) -> Vec<usize> {
    let logits = network(&parameters).forward(x.leaky_trace());
    let (_, classes) = *logits.shape();
    let rows = logits.softmax::<Axis<0>>().as_vec();
    rows.chunks(classes)
        .map(|row| {
            (0..classes)
                .max_by(|&a, &b| row[a].total_cmp(&row[b]))
                .unwrap()
        })
        .collect()
}

// wrong, mistake:always the last step: the number of the last step in each step
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), steps, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:moments exchanged before: the moments change places in each step
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(v, m, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:the lowest loss returned: the parameters with the lowest loss, not the last
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    let mut best = (f32::INFINITY, parameters.clone());
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        if loss.array() < best.0 {
            best = (loss.array(), parameters.clone());
        }
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, RATE);
        parameters = parameters.with(numbers);
    }
    best.1
}

// wrong: a rate that falls with the steps
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let rate = RATE / (t as f32).sqrt();
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, rate);
        parameters = parameters.with(numbers);
    }
    parameters
}

// wrong, mistake:enough: it stops once the loss is small
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        if loss.array() < 0.01 {
            break;
        }
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, RATE);
        parameters = parameters.with(numbers);
    }
    parameters
}
