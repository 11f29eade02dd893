//! A polynomial with nearly as many weights as there are points: it learns their noise, and needs no network for it.
//!
//! It is a weighted sum of the Chebyshev polynomials of degree 0 to 12. A sum of the powers `1, x, x^2, ...` is the same
//! polynomial, but the powers are so much alike that gradient descent would take many thousands of steps.

/// Degree 12, so 13 weights.
pub const WEIGHTS: usize = 13;

/// Points about `y = sin(3 x)`, with noise of standard deviation 0.35: those to train on.
const TRAINING: [[f64; 2]; 15] = [
    [-0.99, -0.94],
    [-0.92, -0.09],
    [-0.88, -0.27],
    [-0.87, -0.33],
    [-0.65, -0.83],
    [-0.62, -0.3],
    [-0.43, -0.91],
    [-0.22, -0.84],
    [0.0, -0.53],
    [0.23, 1.0],
    [0.28, 0.34],
    [0.5, 1.02],
    [0.77, 1.27],
    [0.83, 0.18],
    [0.94, 0.52],
];

/// The same, kept out of the training.
const VALIDATION: [[f64; 2]; 15] = [
    [-0.69, -0.72],
    [-0.66, -1.12],
    [-0.58, -0.51],
    [0.0, 0.6],
    [0.04, -0.12],
    [0.12, -0.01],
    [0.2, 0.47],
    [0.26, 0.85],
    [0.39, 1.38],
    [0.48, 0.7],
    [0.57, 1.44],
    [0.63, 0.71],
    [0.67, 0.77],
    [0.71, 1.33],
    [0.76, 0.71],
];

/// 15 points `[x, y]` to train on.
pub fn training() -> Vec<Vec<f64>> {
    TRAINING.map(Vec::from).to_vec()
}

/// 15 points `[x, y]` that are kept out of the training.
pub fn validation() -> Vec<Vec<f64>> {
    VALIDATION.map(Vec::from).to_vec()
}

/// The Chebyshev polynomials of degree 0 to 12 at `x`.
fn parts(x: f64) -> [f64; WEIGHTS] {
    let mut parts = [1.0; WEIGHTS];
    parts[1] = x;
    for degree in 2..WEIGHTS {
        parts[degree] = 2.0 * x * parts[degree - 1] - parts[degree - 2];
    }
    parts
}

/// The polynomial at `x`.
///
/// ```
/// use course::polynomial;
///
/// // The first weight is the height, the second the slope.
/// assert_eq!(polynomial::value(&[1.0, 0.5], 0.5), 1.25);
/// ```
pub fn value(weights: &[f64], x: f64) -> f64 {
    let products = weights.iter().zip(parts(x)).map(|(w, part)| w * part);
    products.sum()
}

/// The mean of `(polynomial(x) - y)^2` over points `[x, y]`.
///
/// ```
/// use course::polynomial;
///
/// let points = [vec![0.5, 1.0], vec![-1.0, -2.0]];
/// assert_eq!(polynomial::loss(&points, &[0.0; polynomial::WEIGHTS]), 2.5);
/// ```
pub fn loss(points: &[Vec<f64>], weights: &[f64]) -> f64 {
    let squares = points.iter().filter_map(|point| error(point, weights));
    squares.map(|error| error * error).sum::<f64>() / points.len() as f64
}

/// The weights after one step of gradient descent on the loss of these points.
///
/// ```
/// use course::polynomial;
///
/// // One point at x = 0: of the error -3, the gradient of the first weight is -6.
/// let weights = polynomial::descend(&[vec![0.0, 3.0]], &[0.0; polynomial::WEIGHTS], 0.1);
/// assert_eq!(weights[..3], [0.6000000000000001, 0.0, -0.6000000000000001]);
/// ```
pub fn descend(points: &[Vec<f64>], weights: &[f64], rate: f64) -> Vec<f64> {
    let mut new = weights.to_vec();
    for point in points {
        let Some(error) = error(point, weights) else {
            continue;
        };
        for (weight, part) in new.iter_mut().zip(parts(point[0])) {
            *weight -= rate * 2.0 * error * part / points.len() as f64;
        }
    }
    new
}

/// How far the polynomial is off at a point; `None` for a row that is not `[x, y]`.
fn error(point: &[f64], weights: &[f64]) -> Option<f64> {
    match *point {
        [x, y] => Some(value(weights, x) - y),
        _ => None,
    }
}
