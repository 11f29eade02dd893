//! The line that touches a curve, at one point after the other.

use gradlings::prelude::*;

/// How far the curve is drawn to either side of 0.
const REACH: f32 = 7.0;
/// Points of the curve to either side of 0.
const POINTS: i32 = 60;
/// Points to either side of 0 at which the tangent is drawn.
const STOPS: i32 = 24;

/// Numbers from `-REACH` to `REACH`, so many to either side of 0.
fn spread(each_side: i32) -> Vec<f32> {
    let number = |at: i32| REACH * at as f32 / each_side as f32;
    (-each_side..=each_side).map(number).collect()
}

/// Shows a curve as points, and the tangent as it walks along it from left to right.
///
/// `value_and_slope` gets numbers from -7 to 7, and returns the values and the slopes of the curve there.
///
/// ```
/// use course::demo;
///
/// demo::tangents(|x| (x.clone() * 2.0, x * 0.0 + 2.0));
/// ```
pub fn tangents(value_and_slope: impl Fn(Vector) -> (Vector, Vector)) {
    const TITLE: &str = "a curve and its tangent";
    let of = |x: &[f32]| {
        let (values, slopes) = value_and_slope(device().tensor_from_vec(x.to_vec(), (x.len(),)));
        (values.as_vec(), slopes.as_vec())
    };
    report::note("each dot is a point of the curve; the line is the tangent at one of them");
    let x = spread(POINTS);
    report::points(TITLE, ("x", "curve"), &x, &of(&x).0);
    let stops = spread(STOPS);
    let (values, slopes) = of(&stops);
    for (step, at) in stops.iter().enumerate() {
        let (Some(value), Some(slope)) = (values.get(step), slopes.get(step)) else {
            return;
        };
        report::line(TITLE, step, *slope, value - slope * at);
    }
}
