//! What a classifier says of every place of the plane.

use gradlings::prelude::*;

/// Places in a row, and rows: as many as a terminal of 120 columns and 40 rows draws below the curve.
const SIDE: usize = 32;
/// The plane is drawn from minus to plus this in both directions.
const REACH: f32 = 1.15;
/// How strong the colour of a place gets, where that of a point has strength 1.
const STRONGEST: f32 = 0.4;

/// One more picture of the plane at step `step`: the stronger the blue of a place, the surer the network is that it belongs
/// to class 0, and the same for red and class 1. Where both are weak, it has its decision boundary. Points lie on top in
/// the colours of their own classes.
///
/// `x` has the points as rows of two numbers, `labels` has their classes, and `logits` makes two logits of each row of
/// places. Nothing is drawn of a network with other inputs or outputs.
///
/// ```
/// use course::{demo, spirals};
///
/// let two = spirals(2, 100, 0.02, 1);
/// demo::plane(0, &two.x(), &two.labels(), |places| places);
/// ```
pub fn plane(step: usize, x: &Matrix, labels: &Labels, logits: impl Fn(Matrix) -> Matrix) {
    if x.shape().1 != 2 {
        return;
    }
    let middle = |at: usize| REACH * ((2 * at + 1) as f32 / SIDE as f32 - 1.0);
    // The first row is the highest.
    let places = (0..SIDE * SIDE).flat_map(|at| [middle(at % SIDE), -middle(at / SIDE)]);
    let places = device().tensor_from_vec(places.collect(), (SIDE * SIDE, 2));
    let logits = logits(places);
    if *logits.shape() != (SIDE * SIDE, 2) {
        return;
    }
    // The probability of class 1 minus that of class 0.
    let surer = |row: &[f32]| STRONGEST * ((row[1] - row[0]) / 2.0).tanh();
    let logits = logits.as_vec();
    let mut colours: Vec<f32> = logits.chunks_exact(2).map(surer).collect();
    let points = x.as_vec();
    for (point, label) in points.chunks_exact(2).zip(labels.as_vec()) {
        let place = |along: f32| ((along / REACH + 1.0) / 2.0 * SIDE as f32) as usize;
        let (column, row) = (place(point[0]), place(-point[1]));
        if point.iter().all(|along| along.abs() < REACH) {
            colours[row * SIDE + column] = if label == 0 { -1.0 } else { 1.0 };
        }
    }
    let rows: Vec<Vec<f32>> = colours.chunks(SIDE).map(<[f32]>::to_vec).collect();
    report::heat_map("the plane, as the network sees it", step, &rows);
}
