//! What large models cost, beside what was published.

use gradlings::prelude::*;

use crate::published::{Decoder, Memory, PUBLISHED, Published};

/// For each published model: its memory while it trains, as bars, and a line with its parameters and operations beside what
/// its authors say.
///
/// ```
/// use course::{Memory, demo};
///
/// let none = Memory { weights: 0, gradients: 0, state: 0 };
/// demo::published_costs(|_model| 1, |_parameters| none, |_parameters, _tokens| 1.0);
/// ```
pub fn published_costs(
    parameters: impl Fn(Decoder) -> usize,
    memory: impl Fn(usize) -> Memory,
    operations: impl Fn(usize, usize) -> f64,
) {
    for (number, published) in PUBLISHED.iter().enumerate() {
        let own = parameters(published.model);
        let Memory {
            weights,
            gradients,
            state,
        } = memory(own);
        let gigabytes = |bytes: usize| bytes as f32 / 1e9;
        report::bars(
            "gigabytes of memory, model by model",
            number,
            &[
                ("weights", gigabytes(weights)),
                ("gradients", gigabytes(gradients)),
                ("master weights and moments", gigabytes(state)),
            ],
        );
        report::note(&line(number, published, own, &operations));
    }
}

fn line(
    number: usize,
    published: &Published,
    own: usize,
    operations: impl Fn(usize, usize) -> f64,
) -> String {
    let (name, year) = (published.name, published.year);
    let billions = |count: f64| count / 1e9;
    let mut line = format!(
        "{number}: {name} ({year}), {:.2} billion parameters, published {}",
        billions(own as f64),
        billions(published.parameters)
    );
    if let Some(tokens) = published.tokens {
        let work = operations(own, tokens as usize);
        line += &format!("; {work:.2e} operations");
        if let Some(theirs) = published.operations {
            line += &format!(", published {theirs:.2e}");
        }
        if let Some((hours, peak)) = published.card_hours {
            let share = 100.0 * work / (hours * 3600.0 * peak);
            line += &format!("; in {hours} card hours, {share:.0} % of the peak");
        }
    }
    line
}
