//! A training whose whole state is plain numbers, so that it can be saved: a line, fitted by gradient descent with
//! momentum in batches, in an order drawn by a generator whose state is one number.

/// How far a step goes.
const RATE: f32 = 0.05;
/// How much of the velocity is left after a step.
const MOMENTUM: f32 = 0.9;

/// Takes one step of gradient descent with momentum on some of the points, which are rows `[x, y]`; `batch` has their
/// places. Returns the loss before the step, the mean of `(slope * x + bias - y)^2`.
///
/// `weights` are `[slope, bias]`, and `velocity` has a number for each of them:
///
/// ```text
/// velocity = 0.9 * velocity + gradient
/// weights  = weights - 0.05 * velocity
/// ```
///
/// ```
/// use course::momentum_step;
///
/// let (mut weights, mut velocity) = ([0.0, 0.0], [0.0, 0.0]);
/// let loss = momentum_step(&[vec![0.0, 1.0]], &[0], &mut weights, &mut velocity);
/// assert_eq!((loss, velocity, weights), (1.0, [0.0, -2.0], [0.0, 0.1]));
/// ```
pub fn momentum_step(
    points: &[Vec<f32>],
    batch: &[usize],
    weights: &mut [f32],
    velocity: &mut [f32],
) -> f32 {
    let count = batch.len().max(1) as f32;
    let (mut loss, mut gradient) = (0.0, [0.0; 2]);
    for &place in batch {
        if let ([slope, bias], [x, y]) = (&*weights, &*points[place]) {
            let error = slope * x + bias - y;
            loss += error * error / count;
            gradient[0] += 2.0 * error * x / count;
            gradient[1] += 2.0 * error / count;
        }
    }
    for ((weight, velocity), gradient) in weights.iter_mut().zip(velocity).zip(gradient) {
        *velocity = MOMENTUM * *velocity + gradient;
        *weight -= RATE * *velocity;
    }
    loss
}

/// Shuffles `order`. All that the random numbers depend on is `random`: the same number there gives the same shuffle, and
/// each shuffle leaves another one behind, for the next. At first it is the seed.
///
/// The generator is SplitMix64 (Steele, Lea and Flood: *Fast splittable pseudorandom number generators*, 2014).
///
/// ```
/// use course::shuffle;
///
/// let (mut order, mut random) = ([0, 1, 2, 3, 4], 7);
/// shuffle(&mut order, &mut random);
/// let saved = (order, random);
/// shuffle(&mut order, &mut random);
///
/// let (mut again, mut random_again) = saved;
/// shuffle(&mut again, &mut random_again);
/// assert_eq!((again, random_again), (order, random));
/// ```
pub fn shuffle(order: &mut [usize], random: &mut u64) {
    for last in (1..order.len()).rev() {
        let other = next(random) % (last as u64 + 1);
        order.swap(last, other as usize);
    }
}

/// The next random number of SplitMix64.
pub(crate) fn next(random: &mut u64) -> u64 {
    *random = random.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *random;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
