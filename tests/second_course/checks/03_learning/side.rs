//! How `train` is checked.

use course::{Sides, sides};
use gradlings::prelude::*;

#[path = "../../solutions/03_learning/side.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use solution::{Network, settings, train};

/// The training with a slip, the name of its mistake.
fn train_with(
    slip: &str,
    training: Sides,
    validation: Sides,
    epochs: usize,
) -> (Built<Network>, f32) {
    let mut network = device().build_module::<Network, f32>();
    let mut adam = Adam::new(&network, settings());
    let mut gradients = network.alloc_grads();
    let all: Vec<usize> = (0..training.labels().len()).collect();
    for epoch in 0..epochs {
        let logits = network.forward_mut(training.points(&all).traced(gradients));
        let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&all));
        let loss = if slip == "negated" { -loss } else { loss };
        report::metric("loss", epoch, loss.array());
        gradients = loss.backward();
        if slip != "never updated" {
            adam.update(&mut network, &gradients).expect("all are used");
        }
        network.zero_grads(&mut gradients);
    }
    // Right or wrong, the accuracy is its own.
    let labels = validation.labels();
    let all: Vec<usize> = (0..labels.len()).collect();
    let said = network.forward(validation.points(&all)).as_vec();
    let rows = said.chunks(2).zip(&labels);
    let right = rows.filter(|(row, label)| (row[1] > row[0]) == (**label == 1));
    let accuracy = right.count() as f32 / labels.len() as f32;
    (network, accuracy)
}

fn main() {
    let (training, validation, test) = (sides(400, 1), sides(200, 2), sides(200, 3));
    Reference::of("train", classifier(train))
        .inputs([
            "training points",
            "validation points",
            "epochs",
            "test points",
        ])
        .parts([
            (
                "numbers for the validation points",
                accuracy(&validation.labels(), 0.9),
            ),
            ("accuracy you return", claim(0, &validation.labels())),
            ("numbers for the test points", accuracy(&test.labels(), 0.9)),
        ])
        .series("loss").ends_low(1.5, 0.1)
        .case("a hundred epochs", move |_| {
            (training.clone(), validation.clone(), 100, test.examples())
        })
        .wrong(
            "never updated",
            "The weights never change; `adam.update` has to follow `backward` in every epoch.",
            |t, v, epochs| train_with("never updated", t, v, epochs),
        )
        .wrong(
            "negated",
            "You changed the sign of the loss, so each step makes the network worse.",
            |t, v, epochs| train_with("negated", t, v, epochs),
        )
        .wrong(
            "errors counted",
            "You counted the points whose side the network gets wrong; count those that it gets right.",
            |t, v, epochs| {
                let (network, accuracy) = train(t, v, epochs);
                (network, 1.0 - accuracy)
            },
        )
        .run()
}
