// right: counts the waiting down, with the first loss by itself; an iterator with its number
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut left = patience;
    let mut best = (0, losses[0]);
    for (step, &loss) in losses.iter().enumerate().skip(1) {
        if loss < best.1 {
            best = (step, loss);
            left = patience;
            continue;
        }
        left -= 1;
        if left == 0 {
            return (best.0, step);
        }
    }
    (best.0, losses.len() - 1)
}

pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; 13];
    let mut best: Option<(f64, Vec<f64>)> = None;
    let mut waited = 0;
    let mut step = 0;
    loop {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("validation loss", step, loss as f32);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        if best.as_ref().is_none_or(|(lowest, _)| loss < *lowest) {
            best = Some((loss, weights.clone()));
            waited = 0;
        } else {
            waited += 1;
        }
        if waited >= patience || step == most {
            return best.map(|(_, weights)| weights).unwrap_or_default();
        }
        weights = polynomial::descend(&training, &weights, rate);
        step += 1;
    }
}

// right: keeps all weights and all losses, and asks its own `when_to_stop` after every step; looks back in slices
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let lowest = |step: usize| {
        let mut lowest = 0;
        for at in 0..=step {
            if losses[at] < losses[lowest] {
                lowest = at;
            }
        }
        lowest
    };
    let last = losses.len() - 1;
    let end = (0..=last).find(|&step| step - lowest(step) >= patience);
    let end = end.unwrap_or(last);
    (lowest(end), end)
}

pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut all = vec![vec![0.0; polynomial::WEIGHTS]];
    let mut losses = Vec::new();
    for step in 0..=most {
        let now = all[step].clone();
        losses.push(polynomial::loss(&validation, &now));
        report::metric("loss", step, polynomial::loss(&training, &now) as f32);
        report::metric("validation loss", step, losses[step] as f32);
        let (best, last) = when_to_stop(losses.clone(), patience);
        if last - best == patience || step == most {
            return all[best].clone();
        }
        all.push(polynomial::descend(&training, &now, rate));
    }
    Vec::new()
}

// right: the loss and the step written out with cosines, and the first step before the loop
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut best = 0;
    let mut lowest = f64::INFINITY;
    let mut step = 0;
    while step < losses.len() {
        if step == 0 || losses[step] < lowest {
            lowest = losses[step];
            best = step;
        }
        if step >= best + patience {
            return (best, step);
        }
        step += 1;
    }
    (best, step - 1)
}

pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let part = |x: f64, k: usize| (k as f64 * x.acos()).cos();
    let error = |point: &Vec<f64>, w: &[f64]| {
        let y: f64 = (0..13).map(|k| w[k] * part(point[0], k)).sum();
        y - point[1]
    };
    let loss = |points: &[Vec<f64>], w: &[f64]| {
        let total: f64 = points.iter().map(|point| error(point, w).powi(2)).sum();
        total / points.len() as f64
    };
    let mut weights = vec![0.0; 13];
    let mut kept = weights.clone();
    let mut lowest = loss(&validation, &weights);
    report::metric("loss", 0, loss(&training, &weights) as f32);
    report::metric("validation loss", 0, lowest as f32);
    let mut waited = 0;
    for step in 1..=most {
        let errors: Vec<f64> = training
            .iter()
            .map(|point| error(point, &weights))
            .collect();
        for k in 0..13 {
            let products = training.iter().zip(&errors);
            let slope: f64 = products
                .map(|(point, error)| 2.0 * error * part(point[0], k))
                .sum();
            weights[k] -= rate * slope / training.len() as f64;
        }
        let now = loss(&validation, &weights);
        report::metric("loss", step, loss(&training, &weights) as f32);
        report::metric("validation loss", step, now as f32);
        waited += 1;
        if now < lowest {
            (lowest, waited) = (now, 0);
            kept.clone_from(&weights);
        } else if waited == patience {
            break;
        }
    }
    kept
}

// wrong, mistake:ties: an equal loss begins the waiting again
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let (mut best, mut waited) = (0, 0);
    for step in 1..losses.len() {
        waited += 1;
        if losses[step] <= losses[best] {
            (best, waited) = (step, 0);
        }
        if waited == patience {
            return (best, step);
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:the last weights: nothing is kept
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest) = (0, f64::INFINITY);
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if loss < lowest {
            (best, lowest) = (step, loss);
        } else if step - best == patience {
            return weights;
        }
        if step < most {
            weights = polynomial::descend(&training, &weights, rate);
        }
    }
    weights
}

// wrong, values: only a loss that is lower by a hundredth is a new best
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let mut kept = weights.clone();
    let (mut best, mut lowest) = (0, f64::INFINITY);
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if loss < lowest - 0.01 {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// right: from best to best, `find` looks for the next smaller one within the patience
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let end = losses.len() - 1;
    let mut best = 0;
    loop {
        let limit = end.min(best + patience);
        match (best + 1..=limit).find(|&step| losses[step] < losses[best]) {
            Some(step) => best = step,
            None => return (best, limit),
        }
    }
}

// right: train measures everything first, asks `when_to_stop`, and reports only up to the last step
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut all = vec![vec![0.0; polynomial::WEIGHTS]];
    for step in 0..most {
        let next = polynomial::descend(&training, &all[step], rate);
        all.push(next);
    }
    let losses: Vec<f64> = all
        .iter()
        .map(|w| polynomial::loss(&validation, w))
        .collect();
    let (best, last) = when_to_stop(losses.clone(), patience);
    for step in 0..=last {
        report::metric("loss", step, polynomial::loss(&training, &all[step]) as f32);
        report::metric("validation loss", step, losses[step] as f32);
    }
    all[best].clone()
}

// right: train with a `while`, the patience counts down, and progress is reported too
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let mut kept = weights.clone();
    let mut lowest = polynomial::loss(&validation, &weights);
    report::metric("loss", 0, polynomial::loss(&training, &weights) as f32);
    report::metric("validation loss", 0, lowest as f32);
    let mut left = patience;
    let mut step = 1;
    while step <= most && left > 0 {
        weights = polynomial::descend(&training, &weights, rate);
        let now = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, now as f32);
        report::progress(step, most, 1, 1);
        left -= 1;
        if now < lowest {
            lowest = now;
            kept = weights.clone();
            left = patience;
        }
        step += 1;
    }
    kept
}

// wrong, values: the best is looked for only among the last `patience` steps
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut best = 0;
    for step in 1..losses.len() {
        let from = step.saturating_sub(patience);
        let lowest = (from..step)
            .map(|i| losses[i])
            .fold(f64::INFINITY, f64::min);
        if losses[step] < losses[best] {
            best = step;
        }
        if losses[step] >= lowest && step >= patience {
            return (best, step);
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:roots reported: train reports the root of the losses
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let mut best = weights.clone();
    let (mut best_loss, mut best_step) = (f64::INFINITY, 0);
    for step in 0..=most {
        let v = polynomial::loss(&validation, &weights);
        report::metric(
            "loss",
            step,
            polynomial::loss(&training, &weights).sqrt() as f32,
        );
        report::metric("validation loss", step, v.sqrt() as f32);
        if v < best_loss {
            best_loss = v;
            best_step = step;
            best = weights.clone();
        } else if step - best_step == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    best
}

// wrong, curve_apart: train leaves before it reports its last step
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let mut best = weights.clone();
    let (mut best_loss, mut best_step) = (f64::INFINITY, 0);
    for step in 0..=most {
        let v = polynomial::loss(&validation, &weights);
        if v < best_loss {
            best_loss = v;
            best_step = step;
            best = weights.clone();
        } else if step - best_step == patience {
            break;
        }
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, v as f32);
        weights = polynomial::descend(&training, &weights, rate);
    }
    best
}

// wrong, mistake:back to the best: train goes on with the best weights whenever a step was worse
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let mut best = weights.clone();
    let (mut best_loss, mut best_step) = (f64::INFINITY, 0);
    for step in 0..=most {
        let v = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, v as f32);
        if v < best_loss {
            best_loss = v;
            best_step = step;
            best = weights.clone();
        } else if step - best_step == patience {
            break;
        }
        weights = polynomial::descend(&training, &best, rate);
    }
    best
}

// wrong, mistake:the lowest loss reported: train reports the lowest validation loss so far
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let mut best = weights.clone();
    let (mut best_loss, mut best_step) = (f64::INFINITY, 0);
    for step in 0..=most {
        let v = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, best_loss.min(v) as f32);
        if v < best_loss {
            best_loss = v;
            best_step = step;
            best = weights.clone();
        } else if step - best_step == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    best
}

// wrong, mistake:a step too few: train ends before the step `most`
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let mut best = weights.clone();
    let (mut best_loss, mut best_step) = (f64::INFINITY, 0);
    for step in 0..most {
        let v = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, v as f32);
        if v < best_loss {
            best_loss = v;
            best_step = step;
            best = weights.clone();
        } else if step - best_step == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    best
}

// wrong, mistake:the weights at the end: train returns the last weights
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best_loss, mut best_step) = (f64::INFINITY, 0);
    for step in 0..=most {
        let v = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, v as f32);
        if v < best_loss {
            best_loss = v;
            best_step = step;
        } else if step - best_step == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    weights
}

// right: a counter of the steps since the last best, and the losses through an iterator
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let (mut best, mut waited) = (0, 0);
    for (step, &loss) in losses.iter().enumerate().skip(1) {
        if loss < losses[best] {
            best = step;
            waited = 0;
            continue;
        }
        waited += 1;
        if waited >= patience {
            return (best, step);
        }
    }
    (best, losses.len() - 1)
}

// right: the running best is found first for every step, then the first step at which it is old enough
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut bests = vec![0];
    for step in 1..losses.len() {
        let best = bests[step - 1];
        bests.push(if losses[step] < losses[best] {
            step
        } else {
            best
        });
    }
    let last = (0..losses.len())
        .find(|&step| step - bests[step] == patience)
        .unwrap_or(losses.len() - 1);
    (bests[last], last)
}

// right: all weights are kept in a list, and the best are taken from it at the end
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut all = vec![vec![0.0; polynomial::WEIGHTS]];
    let mut losses = Vec::new();
    loop {
        let step = losses.len();
        let loss = polynomial::loss(&validation, &all[step]);
        report::metric("loss", step, polynomial::loss(&training, &all[step]) as f32);
        report::metric("validation loss", step, loss as f32);
        losses.push(loss);
        let (best, last) = when_to_stop(losses.clone(), patience);
        if step == most || step - best >= patience || last < step {
            return all.swap_remove(best);
        }
        let next = polynomial::descend(&training, &all[step], rate);
        all.push(next);
    }
}

// wrong, mistake:a step too late: it waits one step longer than it should
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut best = 0;
    for step in 1..losses.len() {
        if losses[step] < losses[best] {
            best = step;
        } else if step - best > patience {
            return (best, step);
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:not in a row: the count of the waiting goes on after a new best
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let (mut best, mut waited) = (0, 0);
    for step in 1..losses.len() {
        if losses[step] < losses[best] {
            best = step;
        } else {
            waited += 1;
            if waited == patience {
                return (best, step);
            }
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:compared with the step before: each loss is compared with the one before it, not with the best
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let (mut best, mut waited) = (0, 0);
    for step in 1..losses.len() {
        if losses[step] < losses[step - 1] {
            best = step;
            waited = 0;
        } else {
            waited += 1;
            if waited == patience {
                return (best, step);
            }
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:beyond the list: the last step is always patience steps after the best, even past the end of the list
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut best = 0;
    for step in 1..losses.len() {
        if losses[step] < losses[best] {
            best = step;
        } else if step - best == patience {
            break;
        }
    }
    (best, best + patience)
}

// wrong, mistake:NaN passed over: what is not a number is passed over, and is no step of waiting
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let (mut best, mut waited) = (0, 0);
    for step in 1..losses.len() {
        if losses[step].is_nan() {
            continue;
        }
        if losses[step] < losses[best] {
            best = step;
            waited = 0;
        } else {
            waited += 1;
            if waited == patience {
                return (best, step);
            }
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:not a number: worse is what ends the best, so a loss that is not a number is a new best
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut best = 0;
    for step in 1..losses.len() {
        if losses[step] >= losses[best] {
            if step - best == patience {
                return (best, step);
            }
        } else {
            best = step;
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:the step after the last: the second result is how many steps were looked at, not the number of the last one
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let (mut best, mut looked) = (0, 0);
    for (step, loss) in losses.iter().enumerate() {
        looked += 1;
        if *loss < losses[best] {
            best = step;
        } else if step - best == patience {
            break;
        }
    }
    (best, looked)
}

// wrong, mistake:patience ignored: the training stops at the first rise, whatever the patience
pub fn when_to_stop(losses: Vec<f64>, _patience: usize) -> (usize, usize) {
    for step in 1..losses.len() {
        if !(losses[step] < losses[step - 1]) {
            return (step - 1, step);
        }
    }
    (losses.len() - 1, losses.len() - 1)
}

// wrong, ignored: the best is looked for in the whole list, also in what is never measured
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut lowest = 0;
    for step in 1..losses.len() {
        if losses[step] < losses[lowest] {
            lowest = step;
        }
    }
    (lowest, (lowest + patience).min(losses.len() - 1))
}

// wrong, mistake:step 0 left out, any loss better: step 0 is passed over, and can never be the best
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let (mut best, mut lowest) = (0, f64::INFINITY);
    for step in 1..losses.len() {
        if losses[step] < lowest {
            best = step;
            lowest = losses[step];
        } else if step - best == patience {
            return (best, step);
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:a step after the best: the copy is made after the step, so it is one step past the best
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        let is_best = loss < lowest;
        weights = polynomial::descend(&training, &weights, rate);
        if is_best {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
    }
    kept
}

// wrong, mistake:the training loss: the best is chosen by the loss of the training points
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&training, &weights);
        report::metric("loss", step, loss as f32);
        report::metric(
            "validation loss",
            step,
            polynomial::loss(&validation, &weights) as f32,
        );
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, mistake:trained on the validation points: it goes down on the validation points
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&validation, &weights, rate);
    }
    kept
}

// wrong, mistake:a step before step 0: both losses are measured after the step, under the number of the step before
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        weights = polynomial::descend(&training, &weights, rate);
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
    }
    kept
}

// wrong, mistake:back to the best: whenever a step brings nothing better, it goes back to the best weights
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        } else {
            weights = kept.clone();
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, curve_apart: it stops before it has reported the losses of the last step
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, mistake:curves exchanged: the two losses are reported under each other's name
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, loss as f32);
        report::metric(
            "validation loss",
            step,
            polynomial::loss(&training, &weights) as f32,
        );
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, mistake:a step too few: the loop is without its last step
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, mistake:weights of 1: the weights begin at 1
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![1.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, values: a loss counts as better only if it is better by a thousandth
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if loss < lowest - 1e-3 {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, mistake:rises in a row: it stops when each of the last losses is higher than the one before it
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let (mut best, mut rising) = (0, 0);
    for step in 1..losses.len() {
        if losses[step] < losses[best] {
            best = step;
        }
        if losses[step] > losses[step - 1] {
            rising += 1;
        } else {
            rising = 0;
        }
        if rising == patience {
            return (best, step);
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:a best in the last step of the patience: a new best that comes with the last step of the patience is too late
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut best = 0;
    for step in 1..losses.len() {
        if step - best == patience {
            return (best, step);
        }
        if losses[step] < losses[best] {
            best = step;
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:whole numbers: the losses are cut to whole numbers before they are compared
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let whole: Vec<i64> = losses.iter().map(|&loss| loss as i64).collect();
    let mut best = 0;
    for step in 1..whole.len() {
        if whole[step] < whole[best] {
            best = step;
        } else if step - best == patience {
            return (best, step);
        }
    }
    (best, whole.len() - 1)
}

// wrong, mistake:ties: an equal loss is a new best, in a loop with a counter
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let (mut best, mut waited, mut last) = (0, 0, 0);
    for (step, &loss) in losses.iter().enumerate() {
        if waited == patience {
            break;
        }
        last = step;
        if loss <= losses[best] {
            best = step;
            waited = 0;
        } else {
            waited += 1;
        }
    }
    (best, last)
}

// wrong, mistake:the lowest loss reported: the validation loss is that of the best weights, not of those of now
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        }
        report::metric("validation loss", step, lowest as f32);
        if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, curve_apart: only new bests are reported
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
            report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
            report::metric("validation loss", step, loss as f32);
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, curve_apart: the step is halved whenever a step brings nothing better
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        let mut pace = rate;
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        } else {
            pace /= 2.0;
        }
        weights = polynomial::descend(&training, &weights, pace);
    }
    kept
}

// right: the losses are compared as f32, which makes no difference to the weights
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if (loss as f32) < lowest as f32 {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, mistake:the last weights of an early end: where the patience ends, the weights of now are returned
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            return weights;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, mistake:two steps down: two steps down for each measurement
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, mistake:roots reported: the roots of the losses are reported
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric(
            "loss",
            step,
            polynomial::loss(&training, &weights).sqrt() as f32,
        );
        report::metric("validation loss", step, loss.sqrt() as f32);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, mistake:ties: an equal loss is a new best
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut best = 0;
    for step in 1..losses.len() {
        if losses[step] <= losses[best] {
            best = step;
        } else if step - best == patience {
            return (best, step);
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:not in a row: the waiting is not set back to 0 by a new best
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut best = 0;
    let mut waited = 0;
    for step in 1..losses.len() {
        if losses[step] < losses[best] {
            best = step;
        } else {
            waited += 1;
            if waited == patience {
                return (best, step);
            }
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:compared with the step before: each loss is compared with the one before it, not with the best
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut best = 0;
    for step in 1..losses.len() {
        if losses[step] < losses[step - 1] {
            best = step;
        } else if step - best == patience {
            return (best, step);
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:a step too late: stops only when more than `patience` steps have brought nothing
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    let mut best = 0;
    for step in 1..losses.len() {
        if losses[step] < losses[best] {
            best = step;
        } else if step - best > patience {
            return (best, step);
        }
    }
    (best, losses.len() - 1)
}

// wrong, mistake:the weights at the end: stops at the right step, and returns the weights that it has then
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest) = (0, f64::INFINITY);
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if loss < lowest {
            (best, lowest) = (step, loss);
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    weights
}

// wrong, mistake:the training loss: the best step is chosen by the training loss
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&training, &weights);
        let validation_loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, loss as f32);
        report::metric("validation loss", step, validation_loss as f32);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}

// wrong, mistake:a step after the best: descends before it keeps the weights, so it keeps those of the step after the best
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut best, mut lowest, mut kept) = (0, f64::INFINITY, weights.clone());
    for step in 0..=most {
        let training_loss = polynomial::loss(&training, &weights);
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, training_loss as f32);
        report::metric("validation loss", step, loss as f32);
        weights = polynomial::descend(&training, &weights, rate);
        if loss < lowest {
            (best, lowest, kept) = (step, loss, weights.clone());
        } else if step - best == patience {
            break;
        }
    }
    kept
}

// wrong, mistake:never stops: keeps the best weights, but never stops before the last step
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    _patience: usize,
    most: usize,
) -> Vec<f64> {
    let mut weights = vec![0.0; polynomial::WEIGHTS];
    let (mut lowest, mut kept) = (f64::INFINITY, weights.clone());
    for step in 0..=most {
        let loss = polynomial::loss(&validation, &weights);
        report::metric("loss", step, polynomial::loss(&training, &weights) as f32);
        report::metric("validation loss", step, loss as f32);
        if loss < lowest {
            lowest = loss;
            kept = weights.clone();
        }
        weights = polynomial::descend(&training, &weights, rate);
    }
    kept
}
