// right: the square of a cosine, and floats from the start
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step as f32 + 1.0;
    let (warmup, total) = (warmup as f32, total as f32);
    match () {
        _ if done <= warmup => done / warmup * peak,
        _ if done > total => floor,
        _ => {
            let half = std::f32::consts::FRAC_PI_2 * (done - warmup) / (total - warmup);
            let c = half.cos().powi(2);
            peak * c + floor * (1.0 - c)
        }
    }
}

// right: a share that may be infinite, cut off at 1
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        return peak * (done as f32 / warmup as f32);
    }
    // 1 / 0 is infinite, and min takes that to 1
    let share = ((done - warmup) as f32 / (total - warmup) as f32).min(1.0);
    floor + (peak - floor) * 0.5 * (1.0 + f32::cos(std::f32::consts::PI * share))
}

// right: a sine around the middle
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    let pi = (-1.0_f32).acos();
    if done <= warmup {
        peak / warmup as f32 * done as f32
    } else if done <= total {
        // from the middle, with a sine
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        (peak + floor) / 2.0 - (peak - floor) / 2.0 * (pi * (share - 0.5)).sin()
    } else {
        floor
    }
}

// wrong, mistake:one step behind, and the floor at once: steps are counted from 0 everywhere
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    if step < warmup {
        peak * step as f32 / warmup as f32
    } else if step < total {
        let share = (step - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:peak twice, a step less, without 0 / 0: the share ends a step earlier
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (step - warmup) as f32 / (total - warmup - 1).max(1) as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:peak by the cosine: the warm-up ends one step too early
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done < warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:one step too many: the end is looked for with the wrong number
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if step <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:pi outside: pi beside the cosine
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 + std::f32::consts::PI * share.cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:weights not kept: each step begins at the start
pub fn descend(
    weights: Vec<f32>,
    curvatures: Vec<f32>,
    warmup: usize,
    steps: usize,
    peak: f32,
    floor: f32,
) -> Vec<Vec<f32>> {
    (0..steps)
        .map(|step| {
            let rate = learning_rate(step, warmup, steps, peak, floor);
            weights
                .iter()
                .zip(&curvatures)
                .map(|(w, c)| w - rate * c * w)
                .collect()
        })
        .collect()
}

// right: the half wave as the square of a cosine
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        let half = (std::f32::consts::FRAC_PI_2 * share).cos();
        floor + (peak - floor) * half * half
    } else {
        floor
    }
}

// right: the middle between peak and floor, and half their distance times the cosine, in f64
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let (done, warmup, total) = (step as f64 + 1.0, warmup as f64, total as f64);
    let (peak, floor) = (f64::from(peak), f64::from(floor));
    let rate = match () {
        () if done > total => floor,
        () if done > warmup => {
            let angle = (done - warmup) / (total - warmup) * std::f64::consts::PI;
            (peak + floor) / 2.0 + (peak - floor) / 2.0 * angle.cos()
        }
        () => peak / warmup * done,
    };
    rate as f32
}

// right: every weight is multiplied by what is left of it
pub fn descend(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    warmup: usize,
    steps: usize,
    peak: f32,
    floor: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    for step in 0..steps {
        let rate = learning_rate(step, warmup, steps, peak, floor);
        let left = curvatures.iter().map(|curvature| 1.0 - rate * curvature);
        weights = weights
            .iter()
            .zip(left)
            .map(|(weight, left)| weight * left)
            .collect();
        path.push(weights.to_vec());
    }
    path
}

// wrong, mistake:one step behind, and the floor at once: the first rate is 0
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    if step < warmup {
        peak * step as f32 / warmup as f32
    } else if step < total {
        let share = (step - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:whole numbers in the warm-up: whole numbers are divided in the warm-up
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * (done / warmup) as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:whole numbers in the decay: whole numbers are divided in the cosine
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = ((done - warmup) / (total - warmup)) as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:share of the whole training: the share is taken of the whole training
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = done as f32 / total as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:warm-up not taken off the total: the warm-up is subtracted above and not below
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / total as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:floor on top: the wave is multiplied by the peak, and the floor added
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        floor + peak * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:floor forgotten at the bottom: the floor is not added
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:not halved: the sum is not halved
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos())
    } else {
        floor
    }
}

// wrong, mistake:the whole of the wave: a full wave
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::TAU * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:sine: a sine
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).sin()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:rising: the wave rises
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 - (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:straight: a straight line down
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        peak + (floor - peak) * share
    } else {
        floor
    }
}

// wrong, mistake:0 later: 0 after the training
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        0.0
    }
}

// wrong, mistake:warm-up from the floor: the warm-up begins at the floor
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        floor + (peak - floor) * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:the wave goes on, with a divisor of at least 1: the cosine goes on after the end
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        return peak * done as f32 / warmup as f32;
    }
    let share = (done - warmup) as f32 / (total - warmup).max(1) as f32;
    floor + (peak - floor) * (1.0 + (std::f32::consts::PI * share).cos()) / 2.0
}

// wrong, mistake:degrees: degrees in the cosine
pub fn learning_rate(step: usize, warmup: usize, total: usize, peak: f32, floor: f32) -> f32 {
    let done = step + 1;
    if done <= warmup {
        peak * done as f32 / warmup as f32
    } else if done <= total {
        let share = (done - warmup) as f32 / (total - warmup) as f32;
        floor + (peak - floor) * (1.0 + (180.0 * share).cos()) / 2.0
    } else {
        floor
    }
}

// wrong, mistake:first rate kept: the rate of the first step in all steps
pub fn descend(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    warmup: usize,
    steps: usize,
    peak: f32,
    floor: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let rate = learning_rate(0, warmup, steps, peak, floor);
    for step in 0..steps {
        let _ = step;
        for (weight, curvature) in weights.iter_mut().zip(&curvatures) {
            *weight -= rate * curvature * *weight;
        }
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:from 1: the number of the step counted from 1
pub fn descend(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    warmup: usize,
    steps: usize,
    peak: f32,
    floor: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    for step in 0..steps {
        let rate = learning_rate(step + 1, warmup, steps, peak, floor);
        for (weight, curvature) in weights.iter_mut().zip(&curvatures) {
            *weight -= rate * curvature * *weight;
        }
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:before each step: the weights before each step
pub fn descend(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    warmup: usize,
    steps: usize,
    peak: f32,
    floor: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    for step in 0..steps {
        let rate = learning_rate(step, warmup, steps, peak, floor);
        path.push(weights.clone());
        for (weight, curvature) in weights.iter_mut().zip(&curvatures) {
            *weight -= rate * curvature * *weight;
        }
    }
    path
}

// wrong, mistake:curvature left out: the curvature is forgotten
pub fn descend(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    warmup: usize,
    steps: usize,
    peak: f32,
    floor: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let _ = &curvatures;
    for step in 0..steps {
        let rate = learning_rate(step, warmup, steps, peak, floor);
        for weight in &mut weights {
            *weight -= rate * *weight;
        }
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:warm-up on top: the total counts without the warm-up
pub fn descend(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    warmup: usize,
    steps: usize,
    peak: f32,
    floor: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    for step in 0..steps {
        let rate = learning_rate(step, warmup, steps + warmup, peak, floor);
        for (weight, curvature) in weights.iter_mut().zip(&curvatures) {
            *weight -= rate * curvature * *weight;
        }
        path.push(weights.clone());
    }
    path
}

// wrong, mistake:always the peak: the peak in all steps
pub fn descend(
    mut weights: Vec<f32>,
    curvatures: Vec<f32>,
    warmup: usize,
    steps: usize,
    peak: f32,
    floor: f32,
) -> Vec<Vec<f32>> {
    let mut path = vec![];
    let _ = (warmup, floor);
    for step in 0..steps {
        let (rate, _) = (peak, step);
        for (weight, curvature) in weights.iter_mut().zip(&curvatures) {
            *weight -= rate * curvature * *weight;
        }
        path.push(weights.clone());
    }
    path
}
