//! Activations, and how steep they are.

use gradlings::prelude::*;

/// How far the curves are drawn to either side of 0.
const REACH: f64 = 5.0;
/// Points of a curve to either side of 0.
const POINTS: i32 = 60;
/// Points to either side of 0 at which the tangent is drawn.
const STOPS: i32 = 20;

/// Numbers from `-REACH` to `REACH`, so many to either side of 0.
fn spread(each_side: i32) -> Vec<f64> {
    let number = |at: i32| REACH * f64::from(at) / f64::from(each_side);
    (-each_side..=each_side).map(number).collect()
}

/// Shows a function as a curve, along which its tangent walks, and its slope as another curve, with the height of the
/// moment as a line.
///
/// `function` gets numbers from -5 to 5, and returns its value and its slope there.
///
/// ```
/// use course::demo;
///
/// demo::bends("double", |x| (2.0 * x, 2.0));
/// ```
pub fn bends(name: &str, function: impl Fn(f64) -> (f64, f64)) {
    let slope_of = format!("slope of {name}");
    let x = spread(POINTS);
    let (values, slopes): (Vec<f32>, Vec<f32>) = x
        .iter()
        .map(|&x| function(x))
        .map(|(value, slope)| (value as f32, slope as f32))
        .unzip();
    let x: Vec<f32> = x.into_iter().map(|x| x as f32).collect();
    report::points(name, ("x", name), &x, &values);
    report::points(&slope_of, ("x", &slope_of), &x, &slopes);
    for (step, at) in spread(STOPS).into_iter().enumerate() {
        let (value, slope) = function(at);
        report::line(name, step, slope as f32, (value - slope * at) as f32);
        report::line(&slope_of, step, 0.0, slope as f32);
    }
}
