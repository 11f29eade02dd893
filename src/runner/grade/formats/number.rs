//! Points as numbers of JSON.

use serde_json::Value;

/// Points that are whole are written as whole numbers: some systems take nothing else.
pub fn number(points: f64) -> Value {
    match points.fract() == 0.0 && points.abs() < 1e15 {
        // It is whole and small, so nothing is lost.
        true => Value::from(points as i64),
        false => Value::from(points),
    }
}
