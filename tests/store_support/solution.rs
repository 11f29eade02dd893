//! # Goes on
//!
//! | name | meaning |
//! |---|---|
//! | `steps` | how many steps there are |

use gradlings::prelude::*;

/// The sum of the first squares, which goes on from where it was.
pub fn total(steps: usize) -> f32 {
    let (begun, mut sum) = match store::load("sum") {
        Some(bytes) => read(&bytes),
        None => (0, 0.0),
    };
    for step in begun..steps {
        sum += (step * step) as f32;
        report::metric("sum", step, sum);
        let mut bytes = vec![step as u8 + 1];
        bytes.extend(sum.to_le_bytes());
        store::save("sum", &bytes);
    }
    sum
}

/// What was saved: the next step, and the sum so far.
pub fn read(bytes: &[u8]) -> (usize, f32) {
    let sum = [bytes[1], bytes[2], bytes[3], bytes[4]];
    (usize::from(bytes[0]), f32::from_le_bytes(sum))
}

fn main() {
    Exercise::new().offer("total", training(total)).serve()
}
