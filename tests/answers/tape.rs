// right: the numbers are read before the tape is played back; the tangent by an iterator over plain numbers
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let values = curve(x.leaky_trace());
    let numbers = device().tensor_from_vec(values.as_vec(), (x.shape().0,));
    let total: Scalar<Recording> = values.sum();
    let gradients = total.backward();
    (numbers, gradients.get(&x))
}

pub fn tangent(at: f32, x: Vector) -> Vector {
    let (value, slope) = value_and_slope(device().tensor_from_vec(vec![at], (1,)));
    let (value, slope) = (value.as_vec()[0], slope.as_vec()[0]);
    let heights: Vec<f32> = x
        .as_vec()
        .iter()
        .map(|x| value + slope * (x - at))
        .collect();
    let count = heights.len();
    device().tensor_from_vec(heights, (count,))
}

// right: a tape for each point by itself; the tangent as slope times x plus what it is at 0
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let mut values = Vec::new();
    let mut slopes = Vec::new();
    for number in x.as_vec() {
        let point: Vector = device().tensor_from_vec(vec![number], (1,));
        let value = curve(point.leaky_trace());
        values.push(value.as_vec()[0]);
        let total: Scalar<Recording> = value.sum();
        slopes.push(total.backward().get(&point).as_vec()[0]);
    }
    let n = values.len();
    (
        device().tensor_from_vec(values, (n,)),
        device().tensor_from_vec(slopes, (n,)),
    )
}

pub fn tangent(at: f32, x: Vector) -> Vector {
    let (value, slope) = value_and_slope(device().tensor_from_vec(vec![at], (1,)));
    let (value, slope) = (value.as_vec()[0], slope.as_vec()[0]);
    x * slope + (value - slope * at)
}

// right: the slopes of the mean, times the number of points; the tangent with `at` in every place
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let n = x.shape().0 as f32;
    let mean: Scalar<Recording> = curve(x.leaky_trace()).mean();
    let slopes = mean.backward().get(&x) * n;
    (curve(x), slopes)
}

pub fn tangent(at: f32, x: Vector) -> Vector {
    let point: Vector = device().tensor_from_vec(vec![at; x.shape().0], (x.shape().0,));
    let (values, slopes) = value_and_slope(point.clone());
    values + slopes * (x - point)
}

// wrong, mistake:ones: the points are added up in place of the values
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let values = curve(x.clone());
    let total: Scalar<Recording> = x.leaky_trace().sum();
    (values, total.backward().get(&x))
}

// wrong, mistake:value times the way: the parentheses are around slope and value
pub fn tangent(at: f32, x: Vector) -> Vector {
    let (value, slope) = value_and_slope(device().tensor_from_vec(vec![at], (1,)));
    let (value, slope) = (value.as_vec()[0], slope.as_vec()[0]);
    (x - at) * (slope + value)
}

// wrong, mistake:value and slope at x: value and slope are asked for at `x`
pub fn tangent(at: f32, x: Vector) -> Vector {
    let (value, slope) = value_and_slope(x.clone());
    (x - at) * slope + value
}

// wrong, batch_order: value and slope are those at the first point of `x`
pub fn tangent(at: f32, x: Vector) -> Vector {
    let (value, slope) = value_and_slope(x.clone());
    let (value, slope) = (value.as_vec()[0], slope.as_vec()[0]);
    (x - at) * slope + value
}

// wrong, constant: the sum stands in the place of every value
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let n = x.shape().0;
    let total: Scalar<Recording> = curve(x.leaky_trace()).sum();
    let number = total.array();
    (
        device().tensor_from_vec(vec![number; n], (n,)),
        total.backward().get(&x),
    )
}

// right: one call of curve, with the values taken off the tape
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let (values, tape) = curve(x.leaky_trace()).split_tape();
    let total: Scalar<Recording> = values.clone().put_tape(tape).sum();
    let gradients = total.backward();
    (values, gradients.get(&x))
}

// right: each point has a tape of its own
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let shape = *x.shape();
    let (mut values, mut slopes) = (vec![], vec![]);
    for number in x.as_vec() {
        let point: Vector = device().tensor_from_vec(vec![number], (1,));
        let value: Scalar<Recording> = curve(point.leaky_trace()).mean();
        values.push(value.array());
        slopes.push(value.backward().get(&point).as_vec()[0]);
    }
    (
        device().tensor_from_vec(values, shape),
        device().tensor_from_vec(slopes, shape),
    )
}

// right: the line by its height where x is 0
pub fn tangent(at: f32, x: Vector) -> Vector {
    let (value, slope) = value_and_slope(device().tensor_from_vec(vec![at, at], (2,)));
    let (value, slope) = (value.as_vec()[1], slope.as_vec()[1]);
    x * slope + (value - slope * at)
}

// right: the mean, made good by the number of points
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let n = x.shape().0 as f32;
    let mean: Scalar<Recording> = curve(x.leaky_trace()).mean();
    let slopes = mean.backward().get(&x) * n;
    (curve(x), slopes)
}

// wrong, mistake:mean: the mean in the place of the sum
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let values = curve(x.clone());
    let total: Scalar<Recording> = curve(x.leaky_trace()).mean();
    (values, total.backward().get(&x))
}

// wrong, mistake:product of the slopes: the slope of the sine alone
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    (curve(x.clone()), x.cos())
}

// wrong, mistake:first factor held still: the product rule with one half
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    (curve(x.clone()), x.clone() * x.cos())
}

// wrong, mistake:exchanged: slopes before values
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let values = curve(x.clone());
    let total: Scalar<Recording> = curve(x.leaky_trace()).sum();
    (total.backward().get(&x), values)
}

// wrong, mistake:points for values: the values are those of the points
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let values = x.clone();
    let total: Scalar<Recording> = curve(x.leaky_trace()).sum();
    (values, total.backward().get(&x))
}

// wrong, mistake:slope of the square: the values are squared before they are added
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let values = curve(x.clone());
    let total: Scalar<Recording> = curve(x.leaky_trace()).square().sum();
    (values, total.backward().get(&x))
}

// wrong, mistake:steps of a tenth: a small difference with a large step
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let step = 0.1;
    let values = curve(x.clone());
    let slopes = (curve(x + step) - values.clone()) / step;
    (values, slopes)
}

// wrong, mistake:largest value only: the tape of the largest value only
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    let values = curve(x.clone());
    let total: Scalar<Recording> = curve(x.leaky_trace()).max();
    (values, total.backward().get(&x))
}

// wrong, mistake:from 0: the line through the origin with the slope
pub fn tangent(at: f32, x: Vector) -> Vector {
    let (value, slope) = value_and_slope(device().tensor_from_vec(vec![at], (1,)));
    x * slope.as_vec()[0] + value.as_vec()[0]
}

// wrong, mistake:value left out: the value is forgotten
pub fn tangent(at: f32, x: Vector) -> Vector {
    let (_, slope) = value_and_slope(device().tensor_from_vec(vec![at], (1,)));
    (x - at) * slope.as_vec()[0]
}

// wrong, mistake:the other way round: the distance the other way round
pub fn tangent(at: f32, x: Vector) -> Vector {
    let (value, slope) = value_and_slope(device().tensor_from_vec(vec![at], (1,)));
    (-x + at) * slope.as_vec()[0] + value.as_vec()[0]
}

// wrong, mistake:exchanged: value and slope are exchanged
pub fn tangent(at: f32, x: Vector) -> Vector {
    let (slope, value) = value_and_slope(device().tensor_from_vec(vec![at], (1,)));
    (x - at) * slope.as_vec()[0] + value.as_vec()[0]
}

// wrong, mistake:slopes at x: the slopes of each point, not that of `at`
pub fn tangent(at: f32, x: Vector) -> Vector {
    let (_, slopes) = value_and_slope(x.clone());
    let (value, _) = value_and_slope(device().tensor_from_vec(vec![at], (1,)));
    (x - at) * slopes + value.as_vec()[0]
}

// wrong, mistake:the curve itself: the curve itself
pub fn tangent(at: f32, x: Vector) -> Vector {
    let _ = at;
    curve(x)
}

// wrong, mistake:values at x: the value of each point
pub fn tangent(at: f32, x: Vector) -> Vector {
    let (_, slope) = value_and_slope(device().tensor_from_vec(vec![at], (1,)));
    let values = curve(x.clone());
    (x - at) * slope.as_vec()[0] + values
}

// wrong, mistake:level: a level line at the value
pub fn tangent(at: f32, x: Vector) -> Vector {
    let (value, _) = value_and_slope(device().tensor_from_vec(vec![at], (1,)));
    x * 0.0 + value.as_vec()[0]
}
