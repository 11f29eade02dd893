//! What each machine keeps when the optimizer's state is in shards.

use gradlings::counting::run;
use gradlings::prelude::*;

/// How many weights.
const WEIGHTS: usize = 240;
/// How many machines, picture by picture.
const MACHINES: [usize; 5] = [1, 2, 4, 6, 8];

/// Takes a step on 240 weights with 1, 2, 4, 6 and 8 machines, and shows how many bytes of velocity each of them returns,
/// beside those of the weights, which all of them have.
///
/// ```
/// use course::demo;
///
/// demo::sharded(|_rank, weights, velocity, _gradient, _rate| (weights, velocity));
/// ```
pub fn sharded(
    step: impl Fn(&mut Rank, Vec<f32>, Vec<f32>, Vec<f32>, f32) -> (Vec<f32>, Vec<f32>) + Sync,
) {
    for count in MACHINES {
        let machine = |number: usize| {
            let shard = WEIGHTS * (number + 1) / count - WEIGHTS * number / count;
            vec![0.0; shard]
        };
        let ran = run((0..count).map(machine).collect(), |rank, velocity| {
            step(rank, vec![1.0; WEIGHTS], velocity, vec![1.0; WEIGHTS], 0.1)
        });
        let mut bars = vec![("weights, each machine".to_owned(), 4.0 * WEIGHTS as f32)];
        for (number, (_, velocity)) in ran.results.iter().enumerate() {
            bars.push((
                format!("velocity, machine {number}"),
                4.0 * velocity.len() as f32,
            ));
        }
        report::bars("bytes, by the number of machines", count, &bars);
    }
}
