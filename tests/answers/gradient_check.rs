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
