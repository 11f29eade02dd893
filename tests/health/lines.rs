//! Trainings that go wrong, each in one way, and the one line that is said of it; and right ones, of which nothing is said.

use crate::support::*;
use gradlings::prelude::*;

type Mlp = (Linear<2, 16>, ReLU, Linear<16, 3>);
/// The same out of layers of dfdx.
type Plain = (
    dfdx::nn::builders::Linear<2, 16>,
    Tanh,
    dfdx::nn::builders::Linear<16, 3>,
);

/// What may be done differently in a training.
struct Way {
    steps: usize,
    batch: usize,
    rate: f64,
    scale: f32,
    zeroed: bool,
    softmax: bool,
    reports: bool,
    seed: u64,
}

const RIGHT: Way = Way {
    steps: 60,
    batch: 16,
    rate: 0.02,
    scale: 1.0,
    zeroed: true,
    softmax: false,
    reports: true,
    seed: 1,
};

impl Way {
    /// Trains with Adam; `prepare` may change the network before.
    fn train<N>(&self, prepare: impl FnOnce(&mut Built<N>))
    where
        N: BuildOnDevice<Dev, f32>,
        Built<N>: ModuleMut<Input<Recording>, Output = Logits<Recording>>,
    {
        let points = Points::new(self.seed, 96, 0.3);
        let mut network = device().build_module::<N, f32>();
        prepare(&mut network);
        let mut optimiser = Adam::new(&network, adam(self.rate));
        let mut gradients = network.alloc_grads();
        let order = points.all();
        for step in 0..self.steps {
            let at = step * self.batch % 96;
            let batch = &order[at..at + self.batch];
            let input = points.input(batch) * self.scale;
            let mut logits = network.forward_mut(input.traced(gradients));
            if self.softmax {
                logits = logits.softmax::<Axis<1>>();
            }
            let loss = cross_entropy_with_logits_loss(logits, points.targets(batch));
            if self.reports {
                report::metric("loss", step, loss.array());
            }
            gradients = loss.backward();
            optimiser
                .update(&mut network, &gradients)
                .expect("all are used");
            if self.zeroed {
                network.zero_grads(&mut gradients);
            }
        }
    }
}

#[test]
fn nothing_is_said_of_a_training_that_is_well() {
    for seed in 0..5 {
        let way = Way { seed, ..RIGHT };
        assert_eq!(lines(|| way.train::<Mlp>(|_| {})), [], "seed {seed}");
        assert_eq!(
            lines(|| way.train::<Plain>(|_| {})),
            [],
            "seed {seed}, dfdx's layers"
        );
        let silent = Way {
            reports: false,
            ..way
        };
        assert_eq!(
            lines(|| silent.train::<Mlp>(|_| {})),
            [],
            "seed {seed}, without metrics"
        );
    }
}

#[test]
fn nothing_is_noticed_of_a_training_that_is_unheard() {
    for way in [
        Way {
            scale: 255.0,
            rate: 0.001,
            ..RIGHT
        },
        Way {
            zeroed: false,
            reports: false,
            ..RIGHT
        },
        Way {
            softmax: true,
            reports: false,
            ..RIGHT
        },
    ] {
        assert_ne!(lines(|| way.train::<Mlp>(|_| {})), []);
        assert_eq!(lines(|| report::unheard(|| way.train::<Mlp>(|_| {}))), []);
    }
}

#[test]
fn a_loss_that_starts_far_from_guessing_is_said_with_both_numbers() {
    let way = Way {
        scale: 255.0,
        rate: 0.001,
        ..RIGHT
    };
    let words = ["step 0", "ln 3 = 1.1", "scale of the inputs"];
    assert_says(|| way.train::<Mlp>(|_| {}), "first_loss", 0, &words);
    let large = |network: &mut Built<Mlp>| network.2.weight = network.2.weight.clone() * 300.0;
    assert_says(
        || RIGHT.train::<Mlp>(large),
        "first_loss",
        0,
        &["first weights"],
    );
    // Learned before the first step that is watched.
    let sharp = |network: &mut Built<Plain>| {
        network.2.weight = network.2.weight.clone() * 0.0;
        network.2.bias = device().tensor([9.0, 0.0, 0.0]);
    };
    let train = || {
        let points = Points {
            class: vec![0; 96],
            ..Points::new(1, 96, 0.3)
        };
        let mut network = device().build_module::<Plain, f32>();
        sharp(&mut network);
        let loss = cross_entropy_with_logits_loss(
            network.forward_mut(points.input(&points.all()).traced(network.alloc_grads())),
            points.targets(&points.all()),
        );
        loss.backward();
    };
    assert_says(train, "first_loss", 0, &["give the labels away"]);
}

#[test]
fn gradients_that_are_kept_are_said_for_the_layers_of_both_libraries() {
    let way = Way {
        zeroed: false,
        ..RIGHT
    };
    let words = ["from step 1 on", "zero_grads"];
    assert_says(
        || way.train::<Mlp>(|_| {}),
        "gradients_not_zeroed",
        1,
        &words,
    );
    assert_says(
        || way.train::<Plain>(|_| {}),
        "gradients_not_zeroed",
        1,
        &words,
    );
}

#[test]
fn gradients_that_are_added_up_on_purpose_are_no_mistake() {
    let training = || {
        let points = Points::new(3, 96, 0.3);
        let mut network = device().build_module::<Mlp, f32>();
        let mut optimiser = Sgd::new(&network, sgd(0.1));
        let mut gradients = network.alloc_grads();
        for (step, batch) in points.all().chunks(8).cycle().take(120).enumerate() {
            let logits = network.forward_mut(points.input(batch).traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, points.targets(batch)) / 4.0;
            report::metric("loss", step, 4.0 * loss.array());
            gradients = loss.backward();
            if step % 4 == 3 {
                optimiser
                    .update(&mut network, &gradients)
                    .expect("all are used");
                network.zero_grads(&mut gradients);
            }
        }
    };
    assert_eq!(lines(training), []);
}

#[test]
fn an_optimiser_that_is_made_anew_in_every_step_is_watched_like_one() {
    let training = |rate: f64| {
        let points = Points::new(3, 96, 0.3);
        let mut network = device().build_module::<Mlp, f32>();
        for step in 0..60 {
            let input = points.input(&points.all()).leaky_trace();
            let logits = network.forward_mut(input);
            let loss = cross_entropy_with_logits_loss(logits, points.targets(&points.all()));
            report::metric("loss", step, loss.array());
            let gradients = loss.backward();
            Sgd::new(&network, sgd(rate))
                .update(&mut network, &gradients)
                .expect("all are used");
        }
    };
    assert_eq!(lines(|| training(0.3)), []);
    let words = ["The parameters never change", "learning rate"];
    assert_says(|| training(0.0), "parameters_unchanged", 59, &words);
}

#[test]
fn new_gradients_in_every_step_need_no_zeroing() {
    let training = || {
        let points = Points::new(3, 96, 0.3);
        let mut network = device().build_module::<Mlp, f32>();
        let mut optimiser = Sgd::new(&network, sgd(0.3));
        for step in 0..60 {
            let input = points.input(&points.all()).leaky_trace();
            let loss = cross_entropy_with_logits_loss(
                network.forward_mut(input),
                points.targets(&points.all()),
            );
            report::metric("loss", step, loss.array());
            let gradients = loss.backward();
            optimiser
                .update(&mut network, &gradients)
                .expect("all are used");
        }
    };
    assert_eq!(lines(training), []);
}

#[test]
fn a_softmax_before_a_loss_that_takes_logits_is_said() {
    let way = Way {
        softmax: true,
        ..RIGHT
    };
    let words = ["from step 0 on", "Remove the softmax"];
    assert_says(|| way.train::<Mlp>(|_| {}), "softmax_twice", 0, &words);
    type Ending = (Linear<2, 16>, ReLU, Linear<16, 3>, Softmax);
    assert_says(|| RIGHT.train::<Ending>(|_| {}), "softmax_twice", 0, &words);
    type Logarithm = (Linear<2, 16>, ReLU, Linear<16, 3>, LogSoftmax);
    assert_says(
        || RIGHT.train::<Logarithm>(|_| {}),
        "softmax_twice",
        0,
        &["log-softmax"],
    );
}

#[test]
fn dead_relus_are_said_with_their_layer_and_their_share() {
    type Deep = (Linear<2, 16>, ReLU, Linear<16, 8>, ReLU, Linear<8, 3>);
    let dead = |network: &mut Built<Deep>| network.2.bias = device().tensor([-50.0; 8]);
    let way = Way {
        reports: false,
        ..RIGHT
    };
    let words = ["8 of the 8 units of ReLU 2 (100 %)", "from step 0 on"];
    assert_says(|| way.train::<Deep>(dead), "dead_relu", 0, &words);
    // Most of the units, of a network that learns with the others.
    let most = |network: &mut Built<Mlp>| {
        let bias: Vec<f32> = (0..16)
            .map(|i| if i % 4 != 0 { -50.0 } else { 0.0 })
            .collect();
        network.0.bias = device().tensor_from_vec(bias, (Const,));
    };
    assert_says(
        || RIGHT.train::<Mlp>(most),
        "dead_relu",
        0,
        &["12 of the 16", "ReLU 1 (75 %)"],
    );
}

#[test]
fn a_layer_without_gradient_is_said_with_its_name() {
    // Weights of zero behind it let no gradient through to the first layer, and tanh(0) = 0 none to the second's weights.
    let zero = |network: &mut Built<Plain>| {
        network.0.weight = network.0.weight.clone() * 0.0;
        network.0.bias = network.0.bias.clone() * 0.0;
        network.2.weight = network.2.weight.clone() * 0.0;
    };
    let words = ["`0.weight` (16 x 2) and of 2 more", "up to step 59"];
    assert_says(|| RIGHT.train::<Plain>(zero), "zero_gradient", 59, &words);
}

#[test]
fn a_layer_that_is_left_out_has_no_gradient() {
    let training = || {
        let points = Points::new(3, 96, 0.3);
        let mut network = device().build_module::<(Linear<2, 3>, Linear<3, 3>), f32>();
        let mut optimiser = Adam::new(&network, adam(0.05));
        let mut gradients = network.alloc_grads();
        for step in 0..40 {
            let input = points.input(&points.all()).traced(gradients);
            let loss = cross_entropy_with_logits_loss(
                network.0.forward_mut(input),
                points.targets(&points.all()),
            );
            report::metric("loss", step, loss.array());
            gradients = loss.backward();
            optimiser
                .update(&mut network, &gradients)
                .expect("all have one");
            network.zero_grads(&mut gradients);
        }
    };
    assert_says(
        training,
        "zero_gradient",
        39,
        &["`1.weight` (3 x 3) and of 1 more"],
    );
}

#[test]
fn parameters_that_never_change_are_said_whatever_the_reason() {
    let way = Way { rate: 0.0, ..RIGHT };
    let words = ["all 4 of its tensors", "learning rate"];
    assert_says(
        || way.train::<Mlp>(|_| {}),
        "parameters_unchanged",
        59,
        &words,
    );
    let way = Way {
        rate: 1e-12,
        ..RIGHT
    };
    assert_says(
        || way.train::<Plain>(|_| {}),
        "parameters_unchanged",
        59,
        &words[1..],
    );

    let copied = |updates: bool| {
        let points = Points::new(3, 96, 0.3);
        let mut network = device().build_module::<Mlp, f32>();
        let mut optimiser = Sgd::new(&network, sgd(0.3));
        let mut gradients = network.alloc_grads();
        for step in 0..30 {
            let input = points.input(&points.all()).traced(gradients);
            let loss = cross_entropy_with_logits_loss(
                network.forward_mut(input),
                points.targets(&points.all()),
            );
            report::metric("loss", step, loss.array());
            gradients = loss.backward();
            if updates {
                let mut copy = network.clone();
                optimiser
                    .update(&mut copy, &gradients)
                    .expect("all are used");
            }
            network.zero_grads(&mut gradients);
        }
    };
    assert_says(
        || copied(true),
        "parameters_unchanged",
        29,
        &["changes a copy"],
    );
    assert_says(
        || copied(false),
        "parameters_unchanged",
        29,
        &["30 backward passes", "no update"],
    );

    // By hand, with a step that is thrown away.
    let thrown_away = || {
        let (x, y) = (device().tensor([1.0, 2.0]), device().tensor([2.0, 4.0]));
        let slope = device().tensor([0.5, 0.5]);
        for step in 0..20 {
            let loss = (slope.leaky_trace() * x.clone() - y.clone())
                .square()
                .mean();
            report::metric("loss", step, loss.array());
            let gradients = loss.backward();
            let _moved = slope.clone() - gradients.get(&slope) * 0.1;
        }
    };
    assert_says(thrown_away, "parameters_unchanged", 19, &["exactly"]);
}

#[test]
fn what_has_to_fall_is_watched_under_its_own_name() {
    assert_says(
        || line_by_hand(0.0, 60, "perplexity"),
        "parameters_unchanged",
        59,
        &["`perplexity` is exactly 19 in every step up to step 59."],
    );
    // What the library saw on its way back is a loss, whatever the program calls what it reports.
    assert_says(
        || line_by_hand(0.0, 60, "total"),
        "parameters_unchanged",
        59,
        &["The loss is exactly 19 in every step up to step 59."],
    );
}

/// A line through points by hand: slope and bias, at this rate.
fn line_by_hand(rate: f32, steps: usize, name: &str) {
    let x = device().tensor([-2.0, -1.0, 0.0, 1.0, 2.0]);
    let y = x.clone() * 3.0 + 1.0;
    let mut slope: Scalar = device().zeros();
    for step in 0..steps {
        let loss = (slope.leaky_trace().broadcast::<Rank1<5>, _>() * x.clone() - y.clone())
            .square()
            .mean();
        report::metric(name, step, loss.array());
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * rate;
    }
}

#[test]
fn a_loss_that_is_no_number_is_said_with_its_step() {
    // 1 - 2 · 2 · rate = -39: the loss grows by 1521 in each step, and 1521^12 is too much for `f32`.
    assert_says(
        || line_by_hand(10.0, 40, "loss"),
        "loss_not_finite",
        12,
        &["at step 12", "smaller learning rate"],
    );
    let logarithm = || {
        let mut p: Scalar = device().tensor(0.5);
        for step in 0..12 {
            let loss = -(p.leaky_trace().ln());
            report::metric("loss", step, loss.array());
            p = p - 0.1;
        }
    };
    assert_says(logarithm, "loss_not_finite", 6, &["NaN", "logarithm"]);
    // Not reported at all, but seen.
    let way = Way {
        rate: f64::NAN,
        reports: false,
        ..RIGHT
    };
    assert_says(
        || way.train::<Plain>(|_| {}),
        "loss_not_finite",
        1,
        &["NaN at step 1"],
    );
}

#[test]
fn a_loss_that_does_not_fall_is_said_with_both_ends() {
    assert_says(
        || line_by_hand(1e-5, 60, "loss"),
        "loss_flat",
        59,
        &["learning rate"],
    );
    assert_says(
        || line_by_hand(-0.01, 60, "loss"),
        "loss_rising",
        59,
        &["subtracted"],
    );
    // Targets that have nothing to do with the inputs.
    let by_lot = || {
        let mut network = device().build_module::<Plain, f32>();
        let mut optimiser = Adam::new(&network, adam(0.001));
        let mut gradients = network.alloc_grads();
        for step in 0..80 {
            let points = Points::by_lot(step as u64, 32);
            let input = points.input(&points.all()).traced(gradients);
            let loss = cross_entropy_with_logits_loss(
                network.forward_mut(input) * 0.1,
                points.targets(&points.all()),
            );
            report::metric("training loss", step, loss.array());
            gradients = loss.backward();
            optimiser
                .update(&mut network, &gradients)
                .expect("all are used");
            network.zero_grads(&mut gradients);
        }
    };
    assert_says(
        by_lot,
        "loss_flat",
        79,
        &["guessing among 3 classes costs 1.1"],
    );
}

#[test]
fn a_sound_training_that_begins_near_the_lowest_loss_is_silent_when_it_says_so() {
    const FLOOR: f32 = 2.3;
    let above = |step: usize| 0.02 * 0.95_f32.powi(step as i32);
    let near_the_floor = || {
        for step in 0..80 {
            report::metric("loss", step, FLOOR + above(step));
        }
    };
    assert_says(near_the_floor, "loss_flat", 79, &["is flat"]);
    let how_far_above = || {
        for step in 0..80 {
            report::metric("loss", step, above(step));
        }
    };
    let from_before_the_first_update = || {
        report::metric("loss", 0, FLOOR + 0.9);
        for step in 0..80 {
            report::metric("loss", step + 1, FLOOR + above(step));
        }
    };
    assert_eq!(lines(how_far_above), []);
    assert_eq!(lines(from_before_the_first_update), []);
    assert_eq!(lines(|| report::unheard(near_the_floor)), []);
}

#[test]
fn a_gradient_that_is_added_up_by_hand_makes_a_loss_that_swings() {
    let swinging = || {
        let (mut slope, mut gradient) = (0.0_f32, 0.0);
        for step in 0..200 {
            let error = slope - 3.0;
            report::metric("loss", step, error * error);
            gradient += 2.0 * error;
            slope -= 0.02 * gradient;
        }
    };
    assert_says(
        swinging,
        "loss_flat",
        199,
        &["swings between", "earlier steps are added"],
    );
}

#[test]
fn a_gap_between_training_and_validation_is_said_in_points() {
    let overfit = |reports_accuracy: bool, penalty: f32| {
        let (training, validation) = (Points::by_lot(1, 24), Points::by_lot(2, 60));
        type Wide = (Linear<2, 64>, ReLU, Linear<64, 32>, ReLU, Linear<32, 3>);
        let mut network = device().build_module::<Wide, f32>();
        let mut optimiser = Adam::new(&network, adam(0.02));
        let mut gradients = network.alloc_grads();
        for step in 0..160 {
            let input = training.input(&training.all()).traced(gradients);
            let logits = network.forward_mut(input);
            let accuracy = training.accuracy(&logits.as_vec());
            let loss =
                cross_entropy_with_logits_loss(logits, training.targets(&training.all())) + penalty;
            report::metric("loss", step, loss.array());
            gradients = loss.backward();
            optimiser
                .update(&mut network, &gradients)
                .expect("all are used");
            network.zero_grads(&mut gradients);
            if step % 20 == 19 {
                if reports_accuracy {
                    report::metric("accuracy", step, accuracy);
                }
                let logits = network.forward(validation.input(&validation.all()));
                report::metric(
                    "validation accuracy",
                    step,
                    validation.accuracy(&logits.as_vec()),
                );
            }
        }
    };
    for reports_accuracy in [true, false] {
        assert_says(
            || overfit(reports_accuracy, 0.0),
            "overfitting",
            159,
            &["at step 159", "a gap of"],
        );
    }
}

#[test]
fn a_validation_loss_that_turns_around_is_said_with_its_lowest_step() {
    let turning = || {
        for step in 0..100 {
            let x = step as f32;
            report::metric("loss", step, 2.0 * (-0.05 * x).exp());
            if step % 10 == 9 {
                report::metric("validation loss", step, 1.0 + 0.001 * (x - 29.0).powi(2));
            }
        }
    };
    assert_says(turning, "overfitting", 99, &["lowest at step 29 (1)"]);
}

#[test]
fn an_evaluation_with_dropout_on_is_said_and_one_without_is_not() {
    type Dropping = (Linear<2, 16>, ReLU, DropoutOneIn<4>, Linear<16, 3>);
    let training = |right: bool, series: &str| {
        let points = Points::new(4, 96, 0.2);
        let mut network = device().build_module::<Dropping, f32>();
        let mut optimiser = Adam::new(&network, adam(0.02));
        let mut gradients = network.alloc_grads();
        let all = points.all();
        for step in 0..60 {
            let logits = network.forward_mut(points.input(&all).traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, points.targets(&all));
            report::metric("loss", step, loss.array());
            gradients = loss.backward();
            optimiser
                .update(&mut network, &gradients)
                .expect("all are used");
            network.zero_grads(&mut gradients);
            if step % 20 == 19 {
                let logits = if right {
                    network.forward(points.input(&all)).as_vec()
                } else {
                    network
                        .forward_mut(points.input(&all).leaky_trace())
                        .as_vec()
                };
                report::metric(series, step, points.accuracy(&logits));
            }
        }
    };
    // What is held out is declared; a name alone says nothing.
    for series in ["validation accuracy", "hits on new points"] {
        assert_eq!(lines(|| training(true, series)), []);
        let words = [&format!("`{series}`"), "forward_mut"];
        assert_says(
            || training(false, series),
            "dropout_in_evaluation",
            20,
            &words,
        );
    }
    assert_eq!(lines(|| training(false, "test of nobody's")), []);
}

#[test]
fn what_is_observed_changes_nothing_that_is_computed() {
    let train = || {
        let mut losses = Vec::new();
        let points = Points::new(4, 96, 0.2);
        let mut network = Dev::seed_from_u64(7).build_module::<Mlp, f32>();
        let mut optimiser = Adam::new(&network, adam(0.02));
        let mut gradients = network.alloc_grads();
        for _ in 0..20 {
            let logits = network.forward_mut(points.input(&points.all()).traced(gradients));
            let loss = cross_entropy_with_logits_loss(logits, points.targets(&points.all()));
            losses.push(loss.array());
            gradients = loss.backward();
            optimiser
                .update(&mut network, &gradients)
                .expect("all are used");
            network.zero_grads(&mut gradients);
        }
        losses
    };
    let alone = train();
    let mut watched = Vec::new();
    reports(|| watched = train());
    assert_eq!(alone, watched);
}

#[test]
fn what_a_training_is_given_is_taken_for_no_loss_and_what_has_to_fall_is() {
    let reports = |series: &'static str, value: fn(f32) -> f32| {
        move || {
            for step in 0..60 {
                report::metric(series, step, value(step as f32 / 60.0));
            }
        }
    };
    type Value = fn(f32) -> f32;
    let table: [(Value, &str); 3] = [
        (|_| 5.0, "parameters_unchanged"),
        (|over| 5.0 * (1.0 + over), "loss_rising"),
        (|over| 5.0 - 0.01 * over, "loss_flat"),
    ];
    for (value, kind) in table {
        assert_eq!(lines(reports("learning rate", value)), []);
        assert_eq!(kinds(&lines(reports("loss", value))), [(kind, Some(59))]);
    }
}
