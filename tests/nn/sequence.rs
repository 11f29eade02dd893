//! The layers of sequences: recurrent ones, attention, what stands between them, and the loss of the next token.

use std::collections::BTreeSet;
use std::process::Command;

use dfdx::optim::{Adam, AdamConfig};
use dfdx::prelude::*;
use gradlings::nn::{self, CausalAttention, Gru, Rnn, SwiGlu, cross_entropy, generic};
use gradlings::optim::clip_gradients;

type Tape = OwnedTape<f32, Cpu>;
type Batch<const N: usize, T = NoneTape> = Tensor<(usize, usize, Const<N>), f32, Cpu, T>;
type Tokens = Tensor<(usize, usize), usize, Cpu>;

/// The language model of the course.
type Block = (
    nn::Residual<(nn::RmsNorm<48>, CausalAttention<48, 4>)>,
    nn::Residual<(nn::RmsNorm<48>, SwiGlu<48, 128>)>,
);
type Gpt = (
    nn::Embedding<70, 48>,
    Block,
    Block,
    nn::RmsNorm<48>,
    nn::UnbiasedLinear<48, 70>,
);

fn build<M: BuildOnDevice<Cpu, f32>>(seed: u64) -> M::Built {
    Cpu::seed_from_u64(seed).build_module::<M, f32>()
}

fn normal<const N: usize>(seed: u64, batch: usize, time: usize) -> Batch<N> {
    Cpu::seed_from_u64(seed).sample_normal_like(&(batch, time, Const))
}

/// Numbers as different as those of outputs, to weigh them with.
fn weighed<S: Shape>(out: Tensor<S, f32, Cpu, Tape>) -> Gradients<f32, Cpu> {
    let weights = (0..out.shape().num_elements()).map(|i| ((i * 7919) % 83) as f32 / 41.0 - 1.0);
    let weights = out
        .device()
        .tensor_from_vec(weights.collect(), *out.shape());
    (out * weights).sum().backward()
}

fn assert_near(what: &str, found: &[f32], expected: &[f32], relative: f32) {
    assert_eq!(found.len(), expected.len(), "{what}");
    let largest = expected.iter().fold(1.0_f32, |most, x| most.max(x.abs()));
    for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
        let off = (found - expected).abs();
        assert!(
            off <= relative * largest,
            "{what}, {at}: {found}, not {expected}"
        );
    }
}

/// Holds a layer against its plain composition, and its gradients against differences of its values.
macro_rules! hold {
    ($what:literal, $layer:expr, $x:expr, $plain:expr, [$($parameter:ident),+]) => {{
        let (layer, x) = ($layer, $x);
        let plain = |x| $plain(x, &layer);
        let fast = layer.forward(x.leaky_trace());
        let composed = plain(x.leaky_trace());
        assert_near($what, &fast.as_vec(), &composed.as_vec(), 1e-5);
        let (grads, truth) = (weighed(fast), weighed(composed));
        let found = grads.get(&x).as_vec();
        assert_near($what, &found, &truth.get(&x).as_vec(), 1e-5);
        $({
            let what = concat!($what, ": ", stringify!($parameter));
            let found = grads.get(&layer.$parameter).as_vec();
            assert_near(what, &found, &truth.get(&layer.$parameter).as_vec(), 1e-5);
            // Differences, for a few numbers of each parameter.
            let values = layer.$parameter.as_vec();
            for at in (0..values.len()).step_by(values.len().div_ceil(5)) {
                let step = 1e-2;
                let loss = |step: f32| {
                    let (mut moved, mut values) = (layer.clone(), values.clone());
                    values[at] += step;
                    moved.$parameter.copy_from(&values);
                    let out = moved.forward(x.clone()).as_vec();
                    let weights = (0..out.len()).map(|i| ((i * 7919) % 83) as f32 / 41.0 - 1.0);
                    out.iter().zip(weights).map(|(x, w)| f64::from(x * w)).sum::<f64>()
                };
                let slope = (loss(step) - loss(-step)) / f64::from(2.0 * step);
                assert!(
                    (slope - f64::from(found[at])).abs() < 2e-2 * slope.abs().max(1.0),
                    "{what}, {at}: {}, not {slope}", found[at]
                );
            }
        })+
    }};
}

#[test]
fn what_is_fused_agrees_with_its_plain_composition_and_with_differences() {
    // Large enough to be shared between threads, and no multiple of what goes through them together.
    hold!(
        "Rnn",
        build::<Rnn<5, 33>>(1),
        normal::<5>(2, 10, 25),
        |x, layer: &Rnn<5, 33>| {
            let nothing = Cpu::default().zeros_like(&(10, Const));
            generic::rnn::rnn(x, &nothing, layer).expect("computed").0
        },
        [weight_ih, weight_hh, bias_ih, bias_hh]
    );
    hold!(
        "Gru",
        build::<Gru<5, 19>>(3),
        normal::<5>(4, 9, 25),
        |x, layer: &Gru<5, 19>| {
            let nothing = Cpu::default().zeros_like(&(9, Const));
            generic::gru::gru(x, &nothing, layer).expect("computed").0
        },
        [weight_ih, weight_hh, bias_ih, bias_hh]
    );
    hold!(
        "CausalAttention",
        build::<CausalAttention<24, 2>>(5),
        normal::<24>(6, 3, 41),
        |x, layer: &CausalAttention<24, 2>| {
            generic::attention::attention(x, layer).expect("computed")
        },
        [query, key, value, output]
    );
    hold!(
        "SwiGlu",
        build::<SwiGlu<12, 29>>(7),
        normal::<12>(8, 5, 51),
        |x, layer: &SwiGlu<12, 29>| generic::swiglu::swiglu(x, layer).expect("computed"),
        [gate, up, down]
    );
    hold!(
        "UnbiasedLinear",
        build::<nn::UnbiasedLinear<24, 35>>(9),
        normal::<24>(10, 7, 43),
        |x, layer: &nn::UnbiasedLinear<24, 35>| {
            generic::unbiased::product(x, &layer.weight).expect("computed")
        },
        [weight]
    );
}

#[test]
fn residuals_are_those_of_dfdx() {
    let layer = build::<nn::UnbiasedLinear<6, 6>>(1);
    let x = normal::<6>(2, 3, 5);
    let ours = nn::Residual(layer.clone()).forward(x.leaky_trace());
    let theirs = dfdx::nn::modules::Residual(layer.clone()).forward(x.leaky_trace());
    assert_eq!(ours.as_vec(), theirs.as_vec());
    let (ours, theirs) = (weighed(ours), weighed(theirs));
    assert_eq!(ours.get(&x).as_vec(), theirs.get(&x).as_vec());
    let weight = &layer.weight;
    assert_eq!(ours.get(weight).as_vec(), theirs.get(weight).as_vec());
}

#[test]
fn the_loss_of_the_next_token_is_the_cross_entropy_of_dfdx() {
    let dev = Cpu::default();
    let logits = normal::<7>(1, 3, 40) * 4.0;
    let right: Vec<usize> = (0..120).map(|i| i * 5 % 7).collect();
    let mut targets = vec![0.0; 840];
    for (row, class) in targets.chunks_mut(7).zip(&right) {
        row[*class] = 1.0;
    }
    let targets = dev.tensor_from_vec(targets, *logits.shape());
    let right: Tokens = dev.tensor_from_vec(right, (3, 40));
    let ours = cross_entropy(logits.leaky_trace(), right);
    let theirs = cross_entropy_with_logits_loss(logits.leaky_trace(), targets);
    assert_near("loss", &[ours.array()], &[theirs.array()], 1e-6);
    let (ours, theirs) = (ours.backward(), theirs.backward());
    let (ours, theirs) = (ours.get(&logits).as_vec(), theirs.get(&logits).as_vec());
    assert_near("gradient", &ours, &theirs, 1e-7);
}

/// What a call panics with.
fn panic_of(work: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let panic = std::panic::catch_unwind(work).expect_err("it panics");
    *panic.downcast::<String>().expect("a sentence")
}

#[test]
fn what_cannot_be_computed_is_told_in_a_sentence() {
    let dev = Cpu::default();
    let loss = |right: Vec<usize>| {
        let logits: Tensor<(usize, Const<3>), f32, Cpu> = Cpu::default().zeros_like(&(2, Const));
        let shape = (right.len(),);
        let right: Tensor<(usize,), usize, Cpu> = Cpu::default().tensor_from_vec(right, shape);
        cross_entropy(logits, right);
    };
    let said = panic_of(|| loss(vec![0, 3]));
    assert!(said.contains("Class 3 has no logit: there are 3"), "{said}");
    let said = panic_of(|| loss(vec![0]));
    assert!(said.contains("1 right classes for 2 rows"), "{said}");
    let odd = dev.build_module::<CausalAttention<6, 2>, f32>();
    let said = panic_of(move || {
        odd.forward(normal::<6>(1, 1, 2));
    });
    assert!(said.contains("6 numbers cannot be cut into 2"), "{said}");
}

#[test]
fn no_sequence_and_no_step_are_sizes_like_any_other() {
    for (batch, time) in [(0, 3), (2, 0), (0, 0), (1, 1)] {
        macro_rules! pass {
            ($layer:ty, $inputs:literal, $weight:ident) => {{
                let layer = build::<$layer>(1);
                let x = normal::<$inputs>(2, batch, time);
                let out = layer.forward(x.leaky_trace());
                let what = format!("{}, {batch} x {time}", stringify!($layer));
                assert_eq!((out.shape().0, out.shape().1), (batch, time), "{what}");
                // dfdx has no sum of nothing, but its tape can be played back all the same.
                let grads = match batch * time {
                    0 => Cpu::default()
                        .zeros::<Rank0>()
                        .put_tape(out.split_tape().1)
                        .backward(),
                    _ => weighed(out),
                };
                let of_weight = grads.get(&layer.$weight).as_vec();
                assert_eq!(
                    of_weight.iter().all(|x| *x == 0.0),
                    batch * time == 0,
                    "{what}"
                );
            }};
        }
        pass!(Rnn<3, 5>, 3, weight_ih);
        pass!(Gru<3, 5>, 3, weight_ih);
        pass!(CausalAttention<8, 2>, 8, value);
        pass!(SwiGlu<8, 11>, 8, down);
        pass!(nn::UnbiasedLinear<8, 3>, 8, weight);
        let right = (0..batch * time).map(|_| 1).collect();
        let right: Tokens = Cpu::default().tensor_from_vec(right, (batch, time));
        let loss = cross_entropy(normal::<4>(3, batch, time), right).array();
        assert_eq!(loss == 0.0, batch * time == 0, "{batch} x {time}: {loss}");
    }
}

#[test]
fn a_sequence_may_be_cut_and_go_on_from_its_state() {
    let dev = Cpu::default();
    let (rnn, gru) = (build::<Rnn<3, 5>>(1), build::<Gru<3, 5>>(2));
    let whole = normal::<3>(3, 2, 7);
    let numbers = whole.as_vec();
    let piece = |steps: std::ops::Range<usize>| -> Batch<3> {
        let shape = (2, steps.len(), Const);
        let rows = numbers.chunks(21);
        let rows = rows.flat_map(|row| row[steps.start * 3..steps.end * 3].to_vec());
        dev.tensor_from_vec(rows.collect(), shape)
    };
    let start: Tensor<(usize, Const<5>), f32, Cpu> = dev.zeros_like(&(2, Const));
    macro_rules! check {
        ($layer:ident) => {{
            let (all, end) = $layer.forward((whole.clone(), start.clone()));
            assert_eq!(all.as_vec(), $layer.forward(whole.clone()).as_vec());
            let (first, middle) = $layer.forward((piece(0..3), start.clone()));
            let (second, last) = $layer.forward((piece(3..7), middle));
            let together = first
                .as_vec()
                .chunks(15)
                .zip(second.as_vec().chunks(20))
                .flat_map(|(first, second)| [first, second].concat())
                .collect::<Vec<f32>>();
            assert_eq!(together, all.as_vec(), stringify!($layer));
            assert_eq!(last.as_vec(), end.as_vec(), stringify!($layer));
        }};
    }
    check!(rnn);
    check!(gru);
}

#[test]
fn a_token_sees_nothing_of_what_comes_after_it() {
    let layer = build::<CausalAttention<8, 2>>(1);
    let x = normal::<8>(2, 1, 9);
    let before = layer.forward(x.clone()).as_vec();
    for changed in 0..9 {
        let mut numbers = x.as_vec();
        numbers[changed * 8 + 3] += 1.0;
        let moved = Cpu::default().tensor_from_vec(numbers, *x.shape());
        let after = layer.forward(moved).as_vec();
        let differs = |token: usize| before[token * 8..][..8] != after[token * 8..][..8];
        for token in 0..9 {
            assert_eq!(
                differs(token),
                token >= changed,
                "{token} after {changed} changed"
            );
        }
    }
}

#[test]
fn the_layers_have_the_parameters_of_pytorchs_under_their_names() {
    let gpt = build::<Gpt>(1);
    assert_eq!(gpt.num_trainable_params(), 62_256);
    let rnn = build::<Rnn<3, 100>>(1);
    assert_eq!(rnn.num_trainable_params(), 100 * 3 + 100 * 100 + 200);
    let gru = build::<Gru<3, 100>>(1);
    assert_eq!(gru.num_trainable_params(), 3 * (100 * 3 + 100 * 100 + 200));
    for (what, values) in [
        ("rnn.weight_hh", rnn.weight_hh.as_vec()),
        ("rnn.bias_hh", rnn.bias_hh.as_vec()),
        ("gru.weight_ih", gru.weight_ih.as_vec()),
        ("gru.bias_ih", gru.bias_ih.as_vec()),
    ] {
        let largest = values.iter().fold(0.0_f32, |most, x| most.max(x.abs()));
        assert!((0.09..=0.1).contains(&largest), "{what}: {largest}");
    }
}

#[test]
fn a_language_model_comes_back_from_a_safetensors_file() {
    let path =
        std::env::temp_dir().join(format!("gradlings-gpt-{}.safetensors", std::process::id()));
    let saved = build::<(Gpt, Gru<2, 3>)>(1);
    let mut loaded = build::<(Gpt, Gru<2, 3>)>(2);
    saved
        .save_safetensors(&path)
        .expect("the file can be written");
    let result = loaded.load_safetensors(&path);
    let bytes = std::fs::read(&path).expect("the file can be read");
    std::fs::remove_file(&path).expect("the file is there");
    result.expect("the file is whole");
    let tokens: Tokens = Cpu::default().tensor_from_vec(vec![3, 1, 4, 1], (2, 2));
    let [ours, theirs] = [&saved, &loaded].map(|model| model.0.forward(tokens.clone()).as_vec());
    assert_eq!(ours, theirs);
    // The file begins with the length of a table in JSON, and the table.
    let length = u64::from_le_bytes(bytes[..8].try_into().expect("eight bytes")) as usize;
    let table: serde_json::Value = serde_json::from_slice(&bytes[8..8 + length]).expect("JSON");
    let names: BTreeSet<&str> = table
        .as_object()
        .expect("names")
        .keys()
        .map(String::as_str)
        .collect();
    for name in [
        "0.0.weight",
        "0.1.0.0.0.gain",
        "0.1.0.0.1.query",
        "0.1.0.0.1.output",
        "0.2.1.0.1.down",
        "0.4.weight",
        "1.weight_ih",
        "1.bias_hh",
    ] {
        assert!(names.contains(name), "{name} is not in {names:?}");
    }
}

#[test]
fn a_small_language_model_learns_what_comes_next() {
    type Small = (
        nn::Embedding<5, 8>,
        nn::Residual<(nn::RmsNorm<8>, CausalAttention<8, 2>)>,
        nn::Residual<(nn::RmsNorm<8>, SwiGlu<8, 12>)>,
        nn::UnbiasedLinear<8, 5>,
    );
    let dev = Cpu::default();
    let mut model = build::<Small>(1);
    let settings = AdamConfig {
        lr: 1e-2,
        ..Default::default()
    };
    let mut adam = Adam::new(&model, settings);
    let tokens = |shift: usize| -> Tokens {
        let text = (0..24).map(|i| [0, 1, 2, 3, 4, 2][(i + shift) % 6]);
        dev.tensor_from_vec(text.collect(), (2, 12))
    };
    let mut grads = model.alloc_grads();
    let mut losses = Vec::new();
    for _ in 0..80 {
        let logits = model.forward_mut(tokens(0).traced(grads));
        let loss = cross_entropy(logits, tokens(1));
        losses.push(loss.array());
        grads = loss.backward();
        assert!(clip_gradients(&model, &mut grads, 1.0).is_finite());
        adam.update(&mut model, &grads)
            .expect("no parameter is unused");
        model.zero_grads(&mut grads);
    }
    // After 2 come 3 and 0 in turn: only what stands before it tells which.
    assert!(
        losses[79] < 0.1,
        "the loss went from {} to {}",
        losses[0],
        losses[79]
    );
}

/// A step of the language model and of recurrent layers, as the bits of everything it leaves.
#[test]
#[ignore = "the next test runs it with several numbers of threads"]
fn the_bits_of_a_step() {
    nn::prepare();
    let model = build::<Gpt>(1);
    let tokens = |shift: usize| -> Tokens {
        let text = (0..9 * 48).map(|i| (i * i + shift) % 70);
        Cpu::default().tensor_from_vec(text.collect(), (9, 48))
    };
    let loss = cross_entropy(model.forward(tokens(0).leaky_traced()), tokens(1));
    let mut numbers = vec![loss.array()];
    let grads = loss.backward();
    numbers.extend(grads.get(&model.0.weight).as_vec());
    numbers.extend(grads.get(&model.1.0.0.1.query).as_vec());
    numbers.extend(grads.get(&model.1.1.0.1.down).as_vec());
    numbers.extend(grads.get(&model.4.weight).as_vec());
    let x = normal::<7>(1, 13, 31);
    let (rnn, gru) = (build::<Rnn<7, 40>>(2), build::<Gru<7, 40>>(3));
    let (of_rnn, of_gru) = (rnn.forward(x.leaky_trace()), gru.forward(x.leaky_trace()));
    numbers.extend([of_rnn.as_vec(), of_gru.as_vec()].concat());
    numbers.extend(weighed(of_rnn).get(&rnn.weight_hh).as_vec());
    numbers.extend(weighed(of_gru).get(&gru.weight_hh).as_vec());
    let hash = numbers.iter().fold(0_u64, |hash, x| {
        hash.wrapping_mul(0x100_0000_01b3)
            .wrapping_add(u64::from(x.to_bits()))
    });
    println!("bits: {hash:x} of {}", numbers.len());
}

#[test]
fn a_step_gives_the_same_bits_whatever_the_number_of_threads() {
    let program = std::env::current_exe().expect("this program has a path");
    let said = ["1", "2", "5"].map(|threads| {
        let output = Command::new(&program)
            .args([
                "sequence::the_bits_of_a_step",
                "--exact",
                "--ignored",
                "--nocapture",
            ])
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .expect("this program starts");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let line = said.lines().find_map(|line| line.split("bits: ").nth(1));
        line.unwrap_or_else(|| panic!("{threads}: {said}"))
            .to_owned()
    });
    assert!(said.iter().all(|bits| *bits == said[0]), "{said:?}");
}
