// right: the gradients from the tape
pub fn probe(x: Matrix, targets: Vector, others: Matrix, steps: usize) -> Vector {
    let (n, width) = *x.shape();
    let squares: f32 = x.as_vec().iter().map(|x| x * x).sum();
    let rate = 4.0 / (1.0 + squares / n as f32);
    let mut w: Matrix = device().zeros_like(&(width, 1));
    let mut b: Vector = device().zeros_like(&(1,));
    let targets: Matrix = targets.reshape_like(&(n, 1));
    for _ in 0..steps {
        let bias: Matrix<Recording> = b.leaky_trace().broadcast_like::<_, Axis<0>>(&(n, 1));
        let logits = x.leaky_trace().matmul(w.leaky_trace()) + bias;
        let gradients = binary_cross_entropy_with_logits_loss(logits, targets.clone()).backward();
        w = w.clone() - gradients.get(&w) * rate;
        b = b.clone() - gradients.get(&b) * rate;
    }
    let m = others.shape().0;
    let logits: Matrix = others.matmul(w) + b.as_vec()[0];
    logits.reshape_like(&(m,))
}

// wrong, mistake:tested on training digits: the same digits twice
pub fn accuracies(training: Digits, _test: Digits, steps: usize) -> Vec<f32> {
    let targets = even(&training).as_vec();
    let mut accuracies = Vec::new();
    for x in layers(images(&training)) {
        let logits = probe(x.clone(), even(&training), x, steps).as_vec();
        let rows = logits.iter().zip(&targets);
        let right = rows.filter(|(logit, target)| (**logit > 0.0) == (**target == 1.0));
        accuracies.push(right.count() as f32 / targets.len() as f32);
    }
    accuracies
}
