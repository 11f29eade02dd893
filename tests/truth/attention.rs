//! The parts of a transformer and its loss beside loops of NumPy in float64: values, and the gradient of everything.

use dfdx::prelude::*;
use gradlings::nn::{CausalAttention, SwiGlu, UnbiasedLinear, cross_entropy, generic};
use serde_json::Value;

use super::layers::{assert_close, floats, numbers};

type Recorded<S> = Tensor<S, f32, Cpu, OwnedTape<f32, Cpu>>;
type Batch<const N: usize> = (usize, usize, Const<N>);

/// The values of one way, and its gradients.
type Found = (Vec<f32>, Vec<Vec<f32>>);

#[test]
fn attention_swiglu_and_the_loss_agree_with_numpy_in_values_and_gradients() {
    let table: Value = serde_json::from_str(include_str!("attention.json")).expect("JSON");
    let rows = table.as_array().expect("rows");
    assert_eq!(rows.len(), 13);
    for row in rows {
        let layer = row["layer"].as_str().expect("a name");
        let what = format!("{layer} {}", row["shape"]);
        let [fast, plain] = [false, true].map(|plain| match layer {
            "attention" => match (row["shape"][2].as_u64(), row["heads"].as_u64()) {
                (Some(2), Some(1)) => attention::<2, 1>(row, plain),
                (Some(4), Some(1)) => attention::<4, 1>(row, plain),
                (Some(4), Some(2)) => attention::<4, 2>(row, plain),
                (Some(12), Some(2)) => attention::<12, 2>(row, plain),
                other => panic!("no attention of the sizes {other:?}"),
            },
            "swiglu" => swiglu(row, plain),
            "unbiased" => unbiased(row, plain),
            _ => loss(row, plain),
        });
        let inputs = &row["inputs"][0];
        assert_close(&what, &row["outputs"], inputs, [&fast.0, &plain.0]);
        for (at, (fast, plain)) in fast.1.iter().zip(&plain.1).enumerate() {
            let what = format!("{what}, gradient {at}");
            assert_close(&what, &row["gradients"][at], inputs, [fast, plain]);
        }
    }
}

fn attention<const M: usize, const H: usize>(row: &Value, plain: bool) -> Found {
    let x = given::<M>(row);
    let layer = CausalAttention::<M, H> {
        query: parameter(row, 1),
        key: parameter(row, 2),
        value: parameter(row, 3),
        output: parameter(row, 4),
    };
    let out = match plain {
        true => generic::attention::attention(x.leaky_trace(), &layer).expect("computed"),
        false => layer.forward(x.leaky_trace()),
    };
    finish(row, out, |grads| {
        let weights = [&layer.query, &layer.key, &layer.value, &layer.output];
        let weights = weights.map(|weight| grads.get(weight).as_vec());
        [vec![grads.get(&x).as_vec()], weights.to_vec()].concat()
    })
}

fn swiglu(row: &Value, plain: bool) -> Found {
    let x = given::<3>(row);
    let layer = SwiGlu::<3, 5> {
        gate: parameter(row, 1),
        up: parameter(row, 2),
        down: parameter(row, 3),
    };
    let out = match plain {
        true => generic::swiglu::swiglu(x.leaky_trace(), &layer).expect("computed"),
        false => layer.forward(x.leaky_trace()),
    };
    finish(row, out, |grads| {
        vec![
            grads.get(&x).as_vec(),
            grads.get(&layer.gate).as_vec(),
            grads.get(&layer.up).as_vec(),
            grads.get(&layer.down).as_vec(),
        ]
    })
}

fn unbiased(row: &Value, plain: bool) -> Found {
    let x = given::<3>(row);
    let layer = UnbiasedLinear::<3, 5> {
        weight: parameter(row, 1),
    };
    let out = match plain {
        true => generic::unbiased::product(x.leaky_trace(), &layer.weight).expect("computed"),
        false => layer.forward(x.leaky_trace()),
    };
    finish(row, out, |grads| {
        vec![grads.get(&x).as_vec(), grads.get(&layer.weight).as_vec()]
    })
}

fn loss(row: &Value, plain: bool) -> Found {
    let x = given::<9>(row);
    let right = numbers(&row["right"]).into_iter().map(|it| it as usize);
    let right: Vec<usize> = right.collect();
    let out: Recorded<()> = match plain {
        true => generic::cross_entropy::cross_entropy(x.leaky_trace(), &right).expect("computed"),
        false => {
            let shape = (x.shape().0, x.shape().1);
            let right: Tensor<(usize, usize), usize, Cpu> =
                Cpu::default().tensor_from_vec(right, shape);
            cross_entropy(x.leaky_trace(), right)
        }
    };
    finish(row, out, |grads| vec![grads.get(&x).as_vec()])
}

fn given<const N: usize>(row: &Value) -> Tensor<Batch<N>, f32, Cpu> {
    let shape = numbers(&row["shape"]);
    let shape = (shape[0] as usize, shape[1] as usize, Const);
    Cpu::default().tensor_from_vec(floats(&row["inputs"][0]), shape)
}

fn parameter<const M: usize, const N: usize>(
    row: &Value,
    number: usize,
) -> Tensor<Rank2<M, N>, f32, Cpu> {
    Cpu::default().tensor_from_vec(floats(&row["inputs"][number]), (Const, Const))
}

fn finish<S: Shape>(
    row: &Value,
    out: Recorded<S>,
    gradients: impl FnOnce(&Gradients<f32, Cpu>) -> Vec<Vec<f32>>,
) -> Found {
    let values = out.as_vec();
    let factors = out
        .device()
        .tensor_from_vec(floats(&row["factors"]), *out.shape());
    let grads = (out * factors).sum().backward();
    (values, gradients(&grads))
}
