//! The GPT of `hunt_transformer`, mended and as it is given: beside NumPy, beside the learner's own GPT, and by what its
//! check says of each bug.

#[path = "../../exercises/12_transformer/hunt_transformer.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod given;
#[path = "../../solutions/12_transformer/hunt_transformer.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod hunted;
#[path = "../../solutions/12_transformer/tiny_gpt.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod tiny_gpt;

use course::{AdamW, Alphabet, BATCH, Batch, Gpt, alice, bigram_nats, mean_nats, write};
use gradlings::prelude::*;

use crate::transformer::{ANGLE, next, value_and_gradients};

/// A layer of the model, as the exercise has it and mended.
type Layer = fn(Batch, Vector, Matrix, Matrix, Matrix) -> Batch;
/// Inputs and targets of a piece.
type Guesses = fn(Vec<usize>) -> (Vec<usize>, Vec<usize>);

fn random_batch(shape: (usize, usize, usize), random: &mut StdRng) -> Batch {
    // Of mean 0 and variance 1.
    let most = 3_f32.sqrt();
    let count = shape.0 * shape.1 * shape.2;
    let numbers = (0..count).map(|_| random.gen_range(-most..most));
    device().tensor_from_vec(numbers.collect(), shape)
}

fn apart(a: &Batch, b: &Batch) -> f32 {
    assert_eq!(a.shape(), b.shape());
    let pairs = a.as_vec().into_iter().zip(b.as_vec());
    pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
}

#[test]
fn what_is_mended_agrees_with_numpy() {
    value_and_gradients("scores", 0.0, |_, inputs| {
        hunted::scores(next(inputs), next(inputs))
    });
    value_and_gradients("causal_weights", 0.0, |_, inputs| {
        hunted::causal_weights(next(inputs))
    });
    value_and_gradients("rotate", ANGLE, |case, inputs| {
        let offset = case["offset"].as_u64().expect("a number") as usize;
        hunted::rotate(next(inputs), offset)
    });
}

#[test]
fn the_mended_gpt_is_the_gpt_of_tiny_gpt() {
    let mut weights = Gpt::new(11, 16, 8, &mut random(3));
    weights.heads = 1;
    let tokens = [vec![3, 1, 4, 1, 5, 9], vec![2, 7, 1, 8, 2, 10]];
    let ours: Batch = hunted::logits(&weights, &tokens);
    let theirs: Batch = tiny_gpt::next(&weights, &tokens);
    assert!(apart(&ours, &theirs) < 1e-4);
    let (inputs, targets) = hunted::guesses(vec![3, 1, 4, 1]);
    assert_eq!((inputs, targets), (vec![3, 1, 4], vec![1, 4, 1]));
    let (inputs, targets) = tiny_gpt::batch(vec![3, 1, 4, 1], vec![0], 3);
    assert_eq!(
        (inputs, targets),
        (vec![vec![3, 1, 4]], vec![vec![1, 4, 1]])
    );
}

/// The mean of the largest weight that a token gives to one of 16 keys.
fn sharpest(scores: impl Fn(Batch, Batch) -> Batch) -> f32 {
    let mut random = random(7);
    let mut vectors = |rows| random_batch((500, rows, 64), &mut random);
    let (queries, keys) = (vectors(1), vectors(16));
    let weights = scores(queries, keys).softmax::<Axis<2>>().as_vec();
    let largest = weights
        .chunks(16)
        .map(|row| row.iter().copied().fold(0.0, f32::max));
    largest.sum::<f32>() / 500.0
}

#[test]
fn without_the_scale_one_key_gets_nearly_all() {
    let (bug, mended) = (sharpest(given::scores), sharpest(hunted::scores));
    assert!((bug - 0.84).abs() < 0.02, "{bug}");
    assert!((mended - 0.25).abs() < 0.01, "{mended}");
}

#[test]
fn a_later_token_moves_an_earlier_row_of_the_map() {
    let mut random = random(1);
    let scores = random_batch((1, 5, 5), &mut random);
    // Other scores in the column of the last token: it has changed.
    let last = (0..25)
        .map(|n| if n % 5 == 4 { 3.0 } else { 0.0 })
        .collect();
    let last: Batch = device().tensor_from_vec(last, (1, 5, 5));
    let first_rows = |weights: Batch| weights.as_vec()[..20].to_vec();
    let as_given = |scores: Batch| first_rows(given::causal_weights(scores));
    let mended = |scores: Batch| first_rows(hunted::causal_weights(scores));
    assert!(as_given(scores.clone())[0] < 0.9);
    assert_ne!(
        as_given(scores.clone()),
        as_given(scores.clone() + last.clone())
    );
    assert_eq!(mended(scores.clone()), mended(scores + last));
}

#[test]
fn scores_of_what_was_turned_wrongly_depend_on_where_it_stands() {
    let mut random = random(2);
    let (q, k) = (
        random_batch((1, 4, 8), &mut random),
        random_batch((1, 4, 8), &mut random),
    );
    let shifted = |rotate: fn(Batch, usize) -> Batch| {
        let at = |offset| hunted::scores(rotate(q.clone(), offset), rotate(k.clone(), offset));
        apart(&at(0), &at(100))
    };
    assert!(shifted(given::rotate) > 0.1);
    assert!(shifted(hunted::rotate) < 1e-3);
    let first = given::rotate(q.clone(), 0).as_vec();
    assert_eq!(first[..4], first[4..8], "the second half is lost");
    assert_eq!(hunted::rotate(q.clone(), 0).as_vec()[..8], q.as_vec()[..8]);
}

#[test]
fn a_residual_from_the_normed_forgets_how_large_the_stream_was() {
    let mut random = random(4);
    let x = random_batch((1, 3, 8), &mut random);
    let mut matrix = |rows, columns| -> Matrix {
        let numbers = (0..rows * columns).map(|_| random.gen_range(-0.5..0.5));
        device().tensor_from_vec(numbers.collect(), (rows, columns))
    };
    let (gate, up, down) = (matrix(8, 20), matrix(8, 20), matrix(20, 8));
    let gain: Vector = device().ones_like(&(8,));
    let layers: [Layer; 2] = [given::feed_forward, hunted::feed_forward];
    let [bug, mended] = layers.map(|layer| {
        let of = |x: Batch| layer(x, gain.clone(), gate.clone(), up.clone(), down.clone());
        apart(&of(x.clone()), &of(x.clone() * 10.0))
    });
    assert!(bug < 1e-3, "{bug}");
    assert!(mended > 1.0, "{mended}");
}

/// The training of the exercise with the mended model and these pieces: the model, and the mean loss of its last 20 steps.
fn trained(text: &str, steps: usize, guesses: Guesses) -> (Gpt, f32) {
    let mut random = random(1);
    let alphabet = Alphabet::of(text);
    let tokens = alphabet.encode(text);
    let mut weights = Gpt::new(alphabet.len(), 16, 8, &mut random);
    let mut adamw = AdamW::new(&weights);
    let mut last = 0.0;
    for step in 0..steps {
        let pieces = (0..BATCH).map(|_| {
            let start = random.gen_range(0..tokens.len() - 8);
            guesses(tokens[start..=start + 8].to_vec())
        });
        let (inputs, targets): (Vec<_>, Vec<_>) = pieces.unzip();
        let loss = mean_nats(hunted::logits(&weights, &inputs), &targets);
        if step + 20 >= steps {
            last += loss.array() / 20.0;
        }
        let gradients = weights.gradients(loss.backward());
        adamw.step(&mut weights, gradients, 8e-3);
    }
    (weights, last)
}

#[test]
fn targets_two_places_ahead_are_learned_and_write_one_letter() {
    let text = "ab".repeat(100);
    let alphabet = Alphabet::of(&text);
    let written = |guesses| {
        let (weights, loss) = trained(&text, 60, guesses);
        assert!(loss < 0.05, "{loss}");
        write(&alphabet, "a", 7, 8, |tokens| {
            hunted::logits(&weights, &[tokens.to_vec()])
        })
    };
    assert_eq!(written(given::guesses), "aaaaaaaa");
    assert_eq!(written(hunted::guesses), "abababab");
}

#[test]
fn the_curve_of_the_lesson_is_that_of_the_training_as_given() {
    let tens = |train: fn(&str, usize, &mut dyn FnMut(usize, f32)), steps: usize| {
        let mut losses = Vec::new();
        train(alice(), steps, &mut |_, loss| losses.push(loss));
        Vec::from_iter(losses.chunks(10).map(|ten| ten.iter().sum::<f32>() / 10.0))
    };
    // The whole of it takes minutes without optimisation; in a few tens rounding has not yet grown.
    for (now, then) in tens(
        |text, steps, each| drop(given::train(text, steps, each)),
        30,
    )
    .into_iter()
    .zip(given::AS_GIVEN)
    {
        assert!((now - then).abs() < 0.01, "{now} and not {then}");
    }
    assert_eq!(given::AS_GIVEN, hunted::AS_GIVEN);
    let alphabet = Alphabet::of(alice());
    assert_eq!(alphabet.len(), 70);
    assert_eq!(format!("{:.2}", 70_f32.ln()), "4.25");
    let table = bigram_nats(&alphabet.encode(alice()), 70);
    assert_eq!(format!("{table:.2}"), "2.40");
}
