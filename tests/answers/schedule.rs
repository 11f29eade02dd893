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
