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

// right: predict one point at a time, with a loop that keeps the best so far
pub fn predict(x: Matrix, parameters: Parameters) -> Vec<usize> {
    let logits = network(&parameters).forward(x.leaky_trace());
    let (n, classes) = *logits.shape();
    let mut answers = vec![0; n];
    for point in 0..n {
        for class in 1..classes {
            if logits[[point, class]] > logits[[point, answers[point]]] {
                answers[point] = class;
            }
        }
    }
    answers
}

// right: t is counted by hand, and the parameters are put back in before the loss is reported
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let n = parameters.numbers().len();
    let mut state = (vec![0.0; n], vec![0.0; n]);
    let mut t = 0;
    while t < steps {
        t += 1;
        let loss = cross_entropy(
            network(&parameters).forward(x.leaky_trace()),
            labels.clone(),
        );
        let value = loss.array();
        let gradient = parameters.gradient(loss.backward());
        state = moments(state.0, state.1, gradient);
        let numbers = adam_step(
            parameters.numbers(),
            state.0.clone(),
            state.1.clone(),
            t,
            RATE,
        );
        parameters = parameters.with(numbers);
        report::metric("loss", t, value);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// right: a fold over the steps, without a picture
pub fn train(x: Matrix, labels: Labels, parameters: Parameters, steps: usize) -> Parameters {
    let zeros = vec![0.0; parameters.numbers().len()];
    let begin = (parameters, zeros.clone(), zeros);
    let (parameters, _, _) = (1..=steps).fold(begin, |(now, m, v), t| {
        let logits = network(&now).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let (m, v) = moments(m, v, now.gradient(loss.backward()));
        let numbers = adam_step(now.numbers(), m.clone(), v.clone(), t, RATE);
        (now.with(numbers), m, v)
    });
    parameters
}

// wrong, mistake:moments begin again: m and v begin at 0 again in each step
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    for t in 1..=steps {
        let n = parameters.numbers().len();
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let gradient = parameters.gradient(loss.backward());
        let (m, v) = moments(vec![0.0; n], vec![0.0; n], gradient);
        let numbers = adam_step(parameters.numbers(), m, v, t, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:steps from 0: the steps are counted from 0, so the correction divides by 0
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 0..steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:always the first step: Adam is always told that this is step 1
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), 1, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:gradient of the first parameters, losses of now: the gradient is computed once, before the loop
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    let logits = network(&parameters).forward(x.leaky_trace());
    let loss = cross_entropy(logits, labels.clone());
    let gradient = parameters.gradient(loss.backward());
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        report::metric("loss", t, cross_entropy(logits, labels.clone()).array());
        (m, v) = moments(m, v, gradient.clone());
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:plain gradient descent: plain gradient descent
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let gradient = parameters.gradient(loss.backward());
        let pairs = parameters.numbers().into_iter().zip(gradient);
        let numbers: Vec<f32> = pairs.map(|(number, slope)| number - RATE * slope).collect();
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:one step too few: one step too few
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:moments exchanged: m and v are exchanged when Adam steps
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), v.clone(), m.clone(), t, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:loss after the step: the loss that is reported is that after the step
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, RATE);
        parameters = parameters.with(numbers);
        let logits = network(&parameters).forward(x.leaky_trace());
        report::metric("loss", t, cross_entropy(logits, labels.clone()).array());
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:absolute values: the size of the logit decides, whatever its sign
pub fn predict(x: Matrix, parameters: Parameters) -> Vec<usize> {
    let logits = network(&parameters).forward(x.leaky_trace());
    let (_, classes) = *logits.shape();
    let rows = logits.as_vec();
    rows.chunks(classes)
        .map(|row| {
            let place = (0..classes).max_by(|&a, &b| row[a].abs().total_cmp(&row[b].abs()));
            place.unwrap_or(0)
        })
        .collect()
}

// wrong, mistake:two classes only: only the first two logits are compared
pub fn predict(x: Matrix, parameters: Parameters) -> Vec<usize> {
    let logits = network(&parameters).forward(x.leaky_trace());
    let (n, _) = *logits.shape();
    (0..n)
        .map(|i| usize::from(logits[[i, 1]] > logits[[i, 0]]))
        .collect()
}

// wrong, mistake:rows as long as there are points: the list is cut by the number of points, not of classes
pub fn predict(x: Matrix, parameters: Parameters) -> Vec<usize> {
    let logits = network(&parameters).forward(x.leaky_trace());
    let (n, _) = *logits.shape();
    let rows = logits.as_vec();
    rows.chunks(n)
        .map(|row| {
            let place = (0..row.len()).max_by(|&a, &b| row[a].total_cmp(&row[b]));
            place.unwrap_or(0)
        })
        .collect()
}

// wrong, values: the rate falls from step to step
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
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:parameters for the gradient: the moments get the parameters, not the gradient
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        (m, v) = moments(m, v, parameters.numbers());
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:two steps for each gradient: two steps are taken for each gradient
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
        let numbers = adam_step(numbers, m.clone(), v.clone(), t, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, curve_missing: the loss is reported every tenth step only
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        if t % 10 == 0 {
            report::metric("loss", t, loss.array());
        }
        let gradient = parameters.gradient(loss.backward());
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:uphill: the gradient is turned round, and averaged once more
pub fn train(x: Matrix, labels: Labels, mut parameters: Parameters, steps: usize) -> Parameters {
    let mut m = vec![0.0; parameters.numbers().len()];
    let mut v = m.clone();
    for t in 1..=steps {
        let logits = network(&parameters).forward(x.leaky_trace());
        let loss = cross_entropy(logits, labels.clone());
        report::metric("loss", t, loss.array());
        let n = x.shape().0 as f32;
        let gradient = parameters.gradient(loss.backward());
        let gradient: Vec<f32> = gradient.into_iter().map(|slope| -slope / n).collect();
        (m, v) = moments(m, v, gradient);
        let numbers = adam_step(parameters.numbers(), m.clone(), v.clone(), t, RATE);
        parameters = parameters.with(numbers);
        show(&parameters, &x, &labels, t);
    }
    parameters
}

// wrong, mistake:places in the whole list: the logits of all points in one list: the place of the largest is that in the list
pub fn predict(x: Matrix, parameters: Parameters) -> Vec<usize> {
    let logits = network(&parameters).forward(x.leaky_trace());
    let (n, classes) = *logits.shape();
    let numbers = logits.as_vec();
    (0..n)
        .map(|i| {
            let places = i * classes..(i + 1) * classes;
            let best = places.max_by(|&a, &b| numbers[a].total_cmp(&numbers[b]));
            best.unwrap_or(0)
        })
        .collect()
}

// wrong, mistake:the logit itself: the largest logit itself, cut to a whole number
pub fn predict(x: Matrix, parameters: Parameters) -> Vec<usize> {
    let logits = network(&parameters).forward(x.leaky_trace());
    let (_, classes) = *logits.shape();
    let numbers = logits.as_vec();
    numbers
        .chunks(classes)
        .map(|row| row.iter().copied().fold(f32::NEG_INFINITY, f32::max) as usize)
        .collect()
}
