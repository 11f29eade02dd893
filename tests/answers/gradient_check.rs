// right: one point that is moved and put back, and a loop that leaves at the first coordinate that does not agree
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let mut point = x;
    let mut result = Vec::with_capacity(point.len());
    for i in 0..point.len() {
        let kept = point[i];
        point[i] = kept + step;
        let above = value(&terms, &point);
        point[i] = kept - step;
        let below = value(&terms, &point);
        point[i] = kept;
        result.push((above - below) / (2.0 * step));
    }
    result
}

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    if claimed.len() != x.len() {
        return false;
    }
    let numeric = central_difference(terms, x, STEP);
    for i in 0..numeric.len() {
        let off = (claimed[i] - numeric[i]).abs();
        let size = claimed[i].abs().max(numeric[i].abs());
        let near = off <= TOLERANCE * size;
        if !near {
            return false;
        }
    }
    true
}

// right: divides by the distance that was really moved, and the step of the check is the cube root of the rounding error
const STEP: f64 = 6e-6;

pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let moved = |i: usize, by: f64| {
        let mut point = x.clone();
        point[i] += by;
        point
    };
    let mut slopes = vec![0.0; x.len()];
    for (i, slope) in slopes.iter_mut().enumerate() {
        let (up, down) = (moved(i, step), moved(i, -step));
        *slope = (value(&terms, &up) - value(&terms, &down)) / (up[i] - down[i]);
    }
    slopes
}

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    let wrong = numeric
        .iter()
        .zip(&claimed)
        .filter(|(n, g)| !agrees(**n, **g))
        .count();
    wrong == 0 && numeric.len() == claimed.len()
}

fn agrees(n: f64, g: f64) -> bool {
    let larger = if n.abs() > g.abs() { n.abs() } else { g.abs() };
    g.is_finite() && (n - g).abs() <= TOLERANCE * larger
}

// right: works term by term: the sum of the central differences of the single terms
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let mut result = vec![0.0; x.len()];
    for term in &terms {
        let term = std::slice::from_ref(term);
        for i in 0..x.len() {
            let mut point = x.clone();
            point[i] = x[i] + step;
            let up = value(term, &point);
            point[i] = x[i] - step;
            let down = value(term, &point);
            result[i] += 0.5 * (up - down) / step;
        }
    }
    result
}

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    if numeric.len() != claimed.len() {
        return false;
    }
    numeric.into_iter().zip(claimed).fold(true, |so_far, (n, g)| {
        so_far && (g - n).abs() <= f64::max(TOLERANCE * g.abs(), TOLERANCE * n.abs())
    })
}

// wrong, mistake:one_sided: goes up only: a one-sided difference
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    (0..x.len())
        .map(|i| {
            let (mut up, down) = (x.clone(), x.clone());
            up[i] += step;
            (value(&terms, &up) - value(&terms, &down)) / step
        })
        .collect()
}

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    claimed.len() == numeric.len()
        && claimed
            .iter()
            .zip(&numeric)
            .all(|(g, n)| (g - n).abs() <= TOLERANCE * g.abs().max(n.abs()))
}

// wrong, mistake:divided_once: divides by h and not by 2 h, so every slope is twice too large
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    (0..x.len())
        .map(|i| {
            let (mut up, mut down) = (x.clone(), x.clone());
            up[i] += step;
            down[i] -= step;
            (value(&terms, &up) - value(&terms, &down)) / step
        })
        .collect()
}

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    claimed.len() == numeric.len()
        && claimed
            .iter()
            .zip(&numeric)
            .all(|(g, n)| (g - n).abs() <= TOLERANCE * g.abs().max(n.abs()))
}

// wrong: the length of the difference is compared with the length of the whole gradient, so an error in a small coordinate drowns
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    (0..x.len())
        .map(|i| {
            let (mut up, mut down) = (x.clone(), x.clone());
            up[i] += step;
            down[i] -= step;
            (value(&terms, &up) - value(&terms, &down)) / (2.0 * step)
        })
        .collect()
}

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    if claimed.len() != numeric.len() {
        return false;
    }
    let length = |v: &[f64]| v.iter().map(|x| x * x).sum::<f64>().sqrt();
    let off: Vec<f64> = claimed.iter().zip(&numeric).map(|(g, n)| g - n).collect();
    length(&off) <= TOLERANCE * length(&claimed).max(length(&numeric))
}

// wrong, let_through: only the sizes are compared, so a wrong sign passes
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    (0..x.len())
        .map(|i| {
            let (mut up, mut down) = (x.clone(), x.clone());
            up[i] += step;
            down[i] -= step;
            (value(&terms, &up) - value(&terms, &down)) / (2.0 * step)
        })
        .collect()
}

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    claimed.len() == numeric.len()
        && claimed
            .iter()
            .zip(&numeric)
            .all(|(g, n)| (g.abs() - n.abs()).abs() <= TOLERANCE * g.abs().max(n.abs()))
}

// wrong, ignored: the step that is asked for is ignored, STEP is always used
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let _ = step;
    let step = STEP;
    (0..x.len())
        .map(|i| {
            let (mut up, mut down) = (x.clone(), x.clone());
            up[i] += step;
            down[i] -= step;
            (value(&terms, &up) - value(&terms, &down)) / (2.0 * step)
        })
        .collect()
}

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    claimed.len() == numeric.len()
        && claimed
            .iter()
            .zip(&numeric)
            .all(|(g, n)| (g - n).abs() <= TOLERANCE * g.abs().max(n.abs()))
}

// right: one point, moved up, down and put back
pub fn central_difference(terms: Vec<Vec<f64>>, mut x: Vec<f64>, step: f64) -> Vec<f64> {
    let mut found = vec![];
    for i in 0..x.len() {
        let here = x[i];
        x[i] = here + step;
        let above = value(&terms, &x);
        x[i] = here - step;
        let below = value(&terms, &x);
        x[i] = here;
        found.push((above - below) / step / 2.0);
    }
    found
}

// right: the mean of what going up and going down give
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let here = value(&terms, &x);
    let slope = |i: usize, by: f64| {
        let moved: Vec<f64> = (0..x.len())
            .map(|j| if i == j { x[j] + by } else { x[j] })
            .collect();
        (value(&terms, &moved) - here) / by
    };
    (0..x.len())
        .map(|i| (slope(i, step) + slope(i, -step)) / 2.0)
        .collect()
}

// right: stops at the first coordinate that is off
const STEP: f64 = 2e-5;

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    if numeric.len() != claimed.len() {
        return false;
    }
    for i in 0..numeric.len() {
        let size = if claimed[i].abs() > numeric[i].abs() {
            claimed[i].abs()
        } else {
            numeric[i].abs()
        };
        let error = (claimed[i] - numeric[i]).abs();
        if !error.is_finite() || error > TOLERANCE * size {
            return false;
        }
    }
    true
}

// wrong, mistake:one_sided: goes up only
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let one = |i: usize| {
        let (mut up, mut down) = (x.clone(), x.clone());
        up[i] += step;
        down[i] -= 0.0;
        (value(&terms, &up) - value(&terms, &down)) / step
    };
    (0..x.len()).map(one).collect()
}

// wrong, mistake:divided_once: divides by h
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let one = |i: usize| {
        let (mut up, mut down) = (x.clone(), x.clone());
        up[i] += step;
        down[i] -= step;
        (value(&terms, &up) - value(&terms, &down)) / step
    };
    (0..x.len()).map(one).collect()
}

// wrong, proportion: the parentheses about 2 h are missing
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let one = |i: usize| {
        let (mut up, mut down) = (x.clone(), x.clone());
        up[i] += step;
        down[i] -= step;
        (value(&terms, &up) - value(&terms, &down)) / 2.0 * step
    };
    (0..x.len()).map(one).collect()
}

// wrong, rows: the coordinates before stay moved
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let (mut up, mut down) = (x.clone(), x.clone());
    let mut found = vec![];
    for i in 0..x.len() {
        up[i] += step;
        down[i] -= step;
        found.push((value(&terms, &up) - value(&terms, &down)) / (2.0 * step));
    }
    found
}

// wrong, mistake:all_at_once: all coordinates move at once
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let up: Vec<f64> = x.iter().map(|x| x + step).collect();
    let down: Vec<f64> = x.iter().map(|x| x - step).collect();
    let slope = (value(&terms, &up) - value(&terms, &down)) / (2.0 * step);
    vec![slope; x.len()]
}

// wrong, ignored: the parameter `step` is ignored for STEP
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let _ = step;
    let step = STEP;
    let one = |i: usize| {
        let (mut up, mut down) = (x.clone(), x.clone());
        up[i] += step;
        down[i] -= step;
        (value(&terms, &up) - value(&terms, &down)) / (2.0 * step)
    };
    (0..x.len()).map(one).collect()
}

// wrong, mistake:step by size: the step is a share of the coordinate
pub fn central_difference(terms: Vec<Vec<f64>>, x: Vec<f64>, step: f64) -> Vec<f64> {
    let one = |i: usize| {
        let step = step * x[i].abs();
        let (mut up, mut down) = (x.clone(), x.clone());
        up[i] += step;
        down[i] -= step;
        (value(&terms, &up) - value(&terms, &down)) / (2.0 * step)
    };
    (0..x.len()).map(one).collect()
}

// wrong, mistake:step_too_large: the step of the stub
const STEP: f64 = 0.1;

// wrong, mistake:step_too_small: a step that is far too small
const STEP: f64 = 1e-12;

// wrong, mistake:absolute: an absolute tolerance
const STEP: f64 = 1e-5;

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    let agree = |(g, n): (&f64, &f64)| (g - n).abs() <= TOLERANCE;
    claimed.len() == numeric.len() && claimed.iter().zip(&numeric).all(agree)
}

// wrong, mistake:any: one coordinate that agrees is enough
const STEP: f64 = 1e-5;

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    let agree = |(g, n): (&f64, &f64)| (g - n).abs() <= TOLERANCE * g.abs().max(n.abs());
    claimed.len() == numeric.len() && claimed.iter().zip(&numeric).any(agree)
}

// wrong, mistake:length_ignored: the lengths are not compared
const STEP: f64 = 1e-5;

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    let agree = |(g, n): (&f64, &f64)| (g - n).abs() <= TOLERANCE * g.abs().max(n.abs());
    claimed.iter().zip(&numeric).all(agree)
}

// wrong, mistake:divides_by_zero: the relative error by a division
const STEP: f64 = 1e-5;

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    let agree = |(g, n): (&f64, &f64)| (g - n).abs() / g.abs().max(n.abs()) <= TOLERANCE;
    claimed.len() == numeric.len() && claimed.iter().zip(&numeric).all(agree)
}

// wrong, mistake:not_a_number: asks whether one is too far off, which NaN never is
const STEP: f64 = 1e-5;

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    let agree = |(g, n): (&f64, &f64)| !((g - n).abs() > TOLERANCE * g.abs().max(n.abs()));
    claimed.len() == numeric.len() && claimed.iter().zip(&numeric).all(agree)
}

// wrong, let_through: the sign is lost, because the sizes are compared
const STEP: f64 = 1e-5;

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    let agree =
        |(g, n): (&f64, &f64)| (g.abs() - n.abs()).abs() <= TOLERANCE * g.abs().max(n.abs());
    claimed.len() == numeric.len() && claimed.iter().zip(&numeric).all(agree)
}

// wrong, mistake:no_sign: the absolute value is forgotten, so all that is too small agrees
const STEP: f64 = 1e-5;

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    let agree = |(g, n): (&f64, &f64)| (g - n) <= TOLERANCE * g.abs().max(n.abs());
    claimed.len() == numeric.len() && claimed.iter().zip(&numeric).all(agree)
}

// wrong, mistake:lengths_of_the_whole: the mean of the errors decides
const STEP: f64 = 1e-5;

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    if claimed.len() != numeric.len() {
        return false;
    }
    let error: f64 = claimed
        .iter()
        .zip(&numeric)
        .map(|(g, n)| (g - n).abs())
        .sum();
    let size: f64 = claimed
        .iter()
        .zip(&numeric)
        .map(|(g, n)| g.abs().max(n.abs()))
        .sum();
    error <= TOLERANCE * size
}

// wrong, mistake:equal: exactly equal
const STEP: f64 = 1e-5;

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    let agree = |(g, n): (&f64, &f64)| g == n;
    claimed.len() == numeric.len() && claimed.iter().zip(&numeric).all(agree)
}

// wrong, let_through: a tolerance of a thousandth
const STEP: f64 = 1e-5;

const TOLERANCE: f64 = 1e-3;

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    let agree = |(g, n): (&f64, &f64)| (g - n).abs() <= TOLERANCE * g.abs().max(n.abs());
    claimed.len() == numeric.len() && claimed.iter().zip(&numeric).all(agree)
}

// wrong, mistake:too_lenient: a tolerance of a ten thousandth
const STEP: f64 = 1e-5;

const TOLERANCE: f64 = 1e-4;

pub fn is_gradient(terms: Vec<Vec<f64>>, x: Vec<f64>, claimed: Vec<f64>) -> bool {
    let numeric = central_difference(terms, x, STEP);
    let agree = |(g, n): (&f64, &f64)| (g - n).abs() <= TOLERANCE * g.abs().max(n.abs());
    claimed.len() == numeric.len() && claimed.iter().zip(&numeric).all(agree)
}
