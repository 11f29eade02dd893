//! The recurrent layers beside loops of NumPy in float64: all states, and the gradient of everything.

use dfdx::prelude::*;
use gradlings::nn::{Gru, Rnn, generic};
use serde_json::Value;

use super::layers::{assert_close, floats, numbers};

type Sequences<const N: usize> = Tensor<(usize, usize, Const<N>), f32, Cpu>;
type Recorded<const N: usize> = Tensor<(usize, usize, Const<N>), f32, Cpu, OwnedTape<f32, Cpu>>;
type States<const N: usize> = Tensor<(usize, Const<N>), f32, Cpu>;

/// All states, the last one, and the gradients of the six inputs.
type Found = (Vec<f32>, Vec<f32>, Vec<Vec<f32>>);

#[test]
fn recurrent_layers_agree_with_numpy_in_values_and_gradients() {
    let table: Value = serde_json::from_str(include_str!("recurrent.json")).expect("JSON");
    let rows = table.as_array().expect("rows");
    assert_eq!(rows.len(), 10);
    for row in rows {
        let sizes = numbers(&row["sizes"]);
        match (sizes[2] as usize, sizes[3] as usize) {
            (1, 1) => check::<1, 1>(row),
            (3, 4) => check::<3, 4>(row),
            (2, 9) => check::<2, 9>(row),
            other => panic!("no layer of the sizes {other:?}"),
        }
    }
}

fn check<const I: usize, const U: usize>(row: &Value) {
    let name = row["layer"].as_str().expect("a name");
    let what = format!("{name} {}", row["sizes"]);
    let [fast, plain] = [false, true].map(|plain| match name {
        "rnn" => rnn::<I, U>(row, plain),
        _ => gru::<I, U>(row, plain),
    });
    // The largest of the inputs is the same order everywhere.
    let inputs = &row["inputs"][0];
    assert_close(&what, &row["outputs"], inputs, [&fast.0, &plain.0]);
    for (at, (fast, plain)) in fast.2.iter().zip(&plain.2).enumerate() {
        let what = format!("{what}, gradient {at}");
        assert_close(&what, &row["gradients"][at], inputs, [fast, plain]);
    }
    let time = numbers(&row["sizes"])[1] as usize;
    for found in [fast, plain] {
        let last: Vec<f32> = found
            .0
            .chunks(time * U)
            .flat_map(|sequence| sequence[(time - 1) * U..].to_vec())
            .collect();
        assert_eq!(found.1, last, "{what}: the last state");
    }
}

fn rnn<const I: usize, const U: usize>(row: &Value, plain: bool) -> Found {
    let (x, first, factors) = given::<I, U>(row);
    let layer = Rnn::<I, U> {
        weight_ih: parameter(row, 2, Default::default()),
        weight_hh: parameter(row, 3, Default::default()),
        bias_ih: parameter(row, 4, Default::default()),
        bias_hh: parameter(row, 5, Default::default()),
    };
    let (states, last) = match plain {
        true => generic::rnn::rnn(x.leaky_trace(), &first, &layer).expect("computed"),
        false => layer.forward((x.leaky_trace(), first.clone())),
    };
    finish(states, last, factors, |grads| {
        vec![
            grads.get(&x).as_vec(),
            grads.get(&first).as_vec(),
            grads.get(&layer.weight_ih).as_vec(),
            grads.get(&layer.weight_hh).as_vec(),
            grads.get(&layer.bias_ih).as_vec(),
            grads.get(&layer.bias_hh).as_vec(),
        ]
    })
}

fn gru<const I: usize, const U: usize>(row: &Value, plain: bool) -> Found {
    let (x, first, factors) = given::<I, U>(row);
    let layer = Gru::<I, U> {
        weight_ih: parameter(row, 2, Default::default()),
        weight_hh: parameter(row, 3, Default::default()),
        bias_ih: parameter(row, 4, Default::default()),
        bias_hh: parameter(row, 5, Default::default()),
    };
    let (states, last) = match plain {
        true => generic::gru::gru(x.leaky_trace(), &first, &layer).expect("computed"),
        false => layer.forward((x.leaky_trace(), first.clone())),
    };
    finish(states, last, factors, |grads| {
        vec![
            grads.get(&x).as_vec(),
            grads.get(&first).as_vec(),
            grads.get(&layer.weight_ih).as_vec(),
            grads.get(&layer.weight_hh).as_vec(),
            grads.get(&layer.bias_ih).as_vec(),
            grads.get(&layer.bias_hh).as_vec(),
        ]
    })
}

fn given<const I: usize, const U: usize>(row: &Value) -> (Sequences<I>, States<U>, Sequences<U>) {
    let sizes = numbers(&row["sizes"]);
    let (batch, time) = (sizes[0] as usize, sizes[1] as usize);
    (
        parameter(row, 0, (batch, time, Const)),
        parameter(row, 1, (batch, Const)),
        Cpu::default().tensor_from_vec(floats(&row["factors"]), (batch, time, Const)),
    )
}

fn parameter<S: Shape>(row: &Value, number: usize, shape: S) -> Tensor<S, f32, Cpu> {
    Cpu::default().tensor_from_vec(floats(&row["inputs"][number]), shape)
}

fn finish<const U: usize>(
    states: Recorded<U>,
    last: States<U>,
    factors: Sequences<U>,
    gradients: impl FnOnce(&Gradients<f32, Cpu>) -> Vec<Vec<f32>>,
) -> Found {
    let values = states.as_vec();
    let grads = (states * factors).sum().backward();
    (values, last.as_vec(), gradients(&grads))
}
