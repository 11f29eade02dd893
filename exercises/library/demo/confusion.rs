//! What a classifier takes for what: penguins, told apart by one measurement, then by two, three and four.

use gradlings::prelude::*;

use crate::penguins::{self, Species};

const MEASUREMENTS: usize = 4;

/// A penguin on which everything was measured: its measurements, the weight first, and the number of its species.
struct Bird {
    measured: [f32; MEASUREMENTS],
    species: usize,
}

fn birds() -> Vec<Bird> {
    let bird = |penguin: penguins::Penguin| {
        let [length, depth, flipper, weight] = penguin.measurements();
        Some(Bird {
            measured: [weight?, flipper?, depth?, length?],
            species: penguin.species as usize,
        })
    };
    penguins::all().into_iter().filter_map(bird).collect()
}

fn mean(numbers: impl Iterator<Item = f32> + Clone) -> f32 {
    numbers.clone().sum::<f32>() / numbers.count() as f32
}

/// The species whose mean is nearest to each bird in the first `used` measurements, each in units of its deviation.
fn nearest(birds: &[Bird], used: usize) -> Vec<usize> {
    let column = |at: usize| birds.iter().map(move |bird| bird.measured[at]);
    let variances = Vec::from_iter((0..used).map(|at| {
        let centre = mean(column(at));
        mean(column(at).map(|number| (number - centre).powi(2)))
    }));
    let centre = |species: usize, at: usize| {
        let its = birds.iter().filter(move |bird| bird.species == species);
        mean(its.map(|bird| bird.measured[at]))
    };
    let centres = [0, 1, 2].map(|species| Vec::from_iter((0..used).map(|at| centre(species, at))));
    let distance = |bird: &Bird, species: usize| {
        let parts = (0..used).map(|at| {
            let apart = bird.measured[at] - centres[species][at];
            apart * apart / variances[at]
        });
        parts.sum::<f32>()
    };
    let answer = |bird| {
        let by_distance = |&a: &usize, &b: &usize| distance(bird, a).total_cmp(&distance(bird, b));
        (0..Species::ALL.len()).min_by(by_distance).unwrap_or(0)
    };
    birds.iter().map(answer).collect()
}

/// Tells 342 penguins of three species apart by their weight alone, then by one measurement more in each picture, and
/// shows what is taken for what: the matrix that `confusion` counts, and beside it what `recall` and `precision` make
/// of it.
///
/// `confusion` gets the species of each bird, the species it is taken for, and how many there are; `recall` and
/// `precision` get the matrix, with a row for what a bird is and a column for what it is taken for.
///
/// ```
/// use course::demo;
///
/// let nothing = |_matrix: Vec<Vec<f32>>| vec![0.0; 3];
/// demo::penguins_apart(|_, _, classes| vec![vec![1.0; classes]; classes], nothing, nothing);
/// ```
pub fn penguins_apart(
    confusion: impl Fn(Vec<usize>, Vec<usize>, usize) -> Vec<Vec<f32>>,
    recall: impl Fn(Vec<Vec<f32>>) -> Vec<f32>,
    precision: impl Fn(Vec<Vec<f32>>) -> Vec<f32>,
) {
    report::note(
        "penguins: step 0 knows the weight, 1 the flipper too, 2 the depth of the bill too, 3 also its length",
    );
    let birds = birds();
    let labels = Vec::from_iter(birds.iter().map(|bird| bird.species));
    for used in 1..=MEASUREMENTS {
        let step = used - 1;
        let matrix = confusion(labels.clone(), nearest(&birds, used), Species::ALL.len());
        taken_for(step, &matrix);
        let shares = [
            ("recall", recall(matrix.clone())),
            ("precision", precision(matrix)),
        ];
        for (title, shares) in shares {
            let names = Species::ALL.iter().map(|species| species.name());
            report::bars(title, step, &Vec::from_iter(names.zip(shares)));
        }
    }
}

/// Draws a matrix that was counted: one example for each count, whose answer is the class of its column.
pub(crate) fn taken_for(step: usize, matrix: &[Vec<f32>]) {
    let (mut logits, mut labels) = (Vec::new(), Vec::new());
    for (class, row) in matrix.iter().enumerate() {
        for (said, &count) in row.iter().enumerate() {
            for _ in 0..count.min(1000.0) as usize {
                logits.extend((0..matrix.len()).map(|at| f32::from(u8::from(at == said))));
                labels.push(class);
            }
        }
    }
    let logits: Matrix = device().tensor_from_vec(logits, (labels.len(), matrix.len()));
    report::confusion(
        "what it is, and what it is taken for",
        step,
        &logits,
        &labels,
    );
}
