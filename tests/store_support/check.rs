//! How `total` is checked.

use gradlings::prelude::*;

#[path = "../../solutions/01_a/goes_on.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use solution::{read, total};

fn total_from(steps: usize, begun: usize, mut sum: f32) -> f32 {
    for step in begun..steps {
        sum += (step * step) as f32;
        report::metric("sum", step, sum);
        let mut bytes = vec![step as u8 + 1];
        bytes.extend(sum.to_le_bytes());
        store::save("sum", &bytes);
    }
    sum
}

fn main() {
    Reference::of("total", training(total))
        .inputs(["steps"])
        .parts([("sum", exact())])
        .group("in one go")
        .cases(3, |_, i| (8 + i,))
        .wrong("last", "You leave out the last step.", |steps| total_from(steps.max(1) - 1, 0, 0.0))
        .group("after a crash")
        .interrupted(3, 6)
        .cases(4, |_, i| (12 + i,))
        .wrong("sum", "You begin the sum anew; load it as well.", |steps| {
            let begun = store::load("sum").map_or(0, |bytes| read(&bytes).0);
            total_from(steps, begun, 0.0)
        })
        .wrong("step", "You add steps twice; begin at the step that was saved.", |steps| {
            let sum = store::load("sum").map_or(0.0, |bytes| read(&bytes).1);
            total_from(steps, 0, sum)
        })
        .group("with its curve")
        .interrupted(3, 6)
        .series("sum")
        .rises_above(7700.0)
        .cases(4, |_, _| (30,))
        .run()
}
