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
