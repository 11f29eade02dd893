//! The layers of a language model beside what NumPy says of them in float64: values, and the gradient of everything.

use dfdx::prelude::*;
use gradlings::nn::{Embedding, LayerNorm, RmsNorm, generic};
use serde_json::Value;

type Rows<T = NoneTape> = Tensor<(usize, usize, Const<4>), f32, Cpu, T>;

/// How far a layer in `f32` may be from the truth, in the size of the largest number of a list, where the inputs are about
/// as large as their deviation. What rounding does to the inputs grows with them.
const ROUNDING: f64 = 2e-5;
const ROUNDING_OF_INPUTS: f64 = 1e-6;

pub(super) fn numbers(value: &Value) -> Vec<f64> {
    let numbers = value.as_array().expect("a list").iter();
    numbers.map(|it| it.as_f64().expect("a number")).collect()
}

pub(super) fn floats(value: &Value) -> Vec<f32> {
    numbers(value).into_iter().map(|x| x as f32).collect()
}

/// The truth of one list, and what both ways say: the layer, and dfdx's own operations.
pub(super) fn assert_close(what: &str, truth: &Value, inputs: &Value, ways: [&[f32]; 2]) {
    let largest = |of: &[f64]| of.iter().fold(1.0_f64, |most, x| most.max(x.abs()));
    let truth = numbers(truth);
    let allowed = ROUNDING + ROUNDING_OF_INPUTS * largest(&numbers(inputs));
    let allowed = allowed * largest(&truth);
    for (way, found) in ways.into_iter().enumerate() {
        assert_eq!(found.len(), truth.len(), "{what}, way {way}");
        for (at, (found, truth)) in found.iter().zip(&truth).enumerate() {
            let off = (f64::from(*found) - truth).abs();
            assert!(
                off <= allowed,
                "{what}, way {way}, {at}: {found}, not {truth}"
            );
        }
    }
}

#[test]
fn norms_and_embeddings_agree_with_numpy_in_values_and_gradients() {
    let table: Value = serde_json::from_str(include_str!("layers.json")).expect("JSON");
    let rows = table.as_array().expect("rows");
    assert_eq!(rows.len(), 14);
    for row in rows {
        let layer = row["layer"].as_str().expect("a name");
        let what = format!("{layer} {}", row["shape"]);
        let (outputs, gradients) = match layer {
            "embedding" => embedding(row),
            _ => norm(row, layer == "layer_norm"),
        };
        let [fast, plain] = &outputs;
        assert_close(&what, &row["outputs"], &row["inputs"][0], [fast, plain]);
        for (at, [fast, plain]) in gradients.iter().enumerate() {
            let what = format!("{what}, gradient {at}");
            assert_close(
                &what,
                &row["gradients"][at],
                &row["inputs"][0],
                [fast, plain],
            );
        }
    }
}

type Found = ([Vec<f32>; 2], Vec<[Vec<f32>; 2]>);

fn norm(row: &Value, has_bias: bool) -> Found {
    let dev = Cpu::default();
    let shape = numbers(&row["shape"]);
    // The axes before the last one, as two.
    let time = shape[shape.len() - 2] as usize;
    let x = floats(&row["inputs"][0]);
    let shape = (x.len() / 4 / time, time, Const::<4>);
    let x = dev.tensor_from_vec(x, shape);
    let gain: Tensor<Rank1<4>, f32, Cpu> = dev.tensor_from_vec(floats(&row["inputs"][1]), (Const,));
    let bias = match has_bias {
        true => floats(&row["inputs"][2]),
        false => vec![0.0; 4],
    };
    let bias: Tensor<Rank1<4>, f32, Cpu> = dev.tensor_from_vec(bias, (Const,));
    let factors = dev.tensor_from_vec(floats(&row["factors"]), shape);
    let ways = [false, true].map(|plain| {
        let input = x.leaky_trace();
        let out: Rows<OwnedTape<f32, Cpu>> = match (has_bias, plain) {
            (false, true) => generic::norm::rms_norm(input, &gain).expect("computed"),
            (true, true) => generic::norm::layer_norm(input, &gain, &bias).expect("computed"),
            (false, false) => RmsNorm { gain: gain.clone() }.forward(input),
            (true, false) => {
                let (gain, bias) = (gain.clone(), bias.clone());
                LayerNorm { gain, bias }.forward(input)
            }
        };
        let values = out.as_vec();
        let grads = (out * factors.clone()).sum().backward();
        let mut found = vec![grads.get(&x).as_vec(), grads.get(&gain).as_vec()];
        if has_bias {
            found.push(grads.get(&bias).as_vec());
        }
        (values, found)
    });
    together(ways)
}

fn embedding(row: &Value) -> Found {
    let dev = Cpu::default();
    let shape = numbers(&row["shape"]);
    let shape = (shape[0] as usize, shape[1] as usize);
    let tokens = numbers(&row["tokens"]).into_iter().map(|it| it as usize);
    let tokens: Tensor<(usize, usize), usize, Cpu> = dev.tensor_from_vec(tokens.collect(), shape);
    let weight: Tensor<Rank2<5, 4>, f32, Cpu> =
        dev.tensor_from_vec(floats(&row["inputs"][0]), (Const, Const));
    let factors = dev.tensor_from_vec(floats(&row["factors"]), (shape.0, shape.1, Const::<4>));
    let ways = [false, true].map(|plain| {
        let out: Rows<OwnedTape<f32, Cpu>> = match plain {
            true => generic::embedding::look_up(tokens.clone(), &weight, OwnedTape::default())
                .expect("computed"),
            false => {
                let weight = weight.clone();
                Embedding { weight }.forward(tokens.clone().put_tape(OwnedTape::default()))
            }
        };
        let values = out.as_vec();
        let grads = (out * factors.clone()).sum().backward();
        (values, vec![grads.get(&weight).as_vec()])
    });
    together(ways)
}

/// What two ways found, list by list.
fn together([fast, plain]: [(Vec<f32>, Vec<Vec<f32>>); 2]) -> Found {
    let gradients = fast
        .1
        .into_iter()
        .zip(plain.1)
        .map(|(fast, plain)| [fast, plain]);
    ([fast.0, plain.0], gradients.collect())
}
