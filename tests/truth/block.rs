//! The parts of a transformer block, and the block itself, beside PyTorch: values, and the gradient of every input.

#[path = "../../solutions/12_transformer/block.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod block;

use block::heads::{attention, causal_mask, multi_head, rope};
use block::rms_norm::{layer_norm, rms_norm};
use block::{block, swiglu};
use course::Batch;
use gradlings::prelude::*;
use serde_json::Value as Json;

use crate::transformer::{agree, batch, list, matrix, near, numbers, shape, tensor};

type Recorded = Batch<Recording>;

/// What the sine of a position below ten may be off by.
const SMALL_ANGLE: f64 = 2e-6;
/// The same for positions in the hundreds.
const ANGLE: f64 = 1e-4;
/// What is off by that goes through several products and a norm.
const PRODUCTS: f64 = 2e-5;

/// The inputs of a case, by their rank.
struct Inputs {
    batches: Vec<Batch>,
    matrices: Vec<Matrix>,
    vectors: Vec<Vector>,
}

impl Inputs {
    fn of(case: &Json) -> Self {
        let all = list(&case["inputs"]);
        let of_rank = |rank: usize| all.iter().filter(move |each| shape(each).len() == rank);
        let vector = |each: &Json| -> Vector {
            let numbers = numbers(each).into_iter().map(|number| number as f32);
            let length = shape(each)[0];
            device().tensor_from_vec(numbers.collect(), (length,))
        };
        Self {
            batches: of_rank(3).map(batch).collect(),
            matrices: of_rank(2).map(matrix).collect(),
            vectors: of_rank(1).map(vector).collect(),
        }
    }

    fn x(&self, number: usize) -> Recorded {
        self.batches[number].leaky_trace()
    }

    fn w(&self, number: usize) -> Matrix<Recording> {
        self.matrices[number].leaky_trace()
    }

    fn v(&self, number: usize) -> Vector<Recording> {
        self.vectors[number].leaky_trace()
    }

    fn ws(&self, numbers: std::ops::Range<usize>) -> Vec<Matrix<Recording>> {
        numbers.map(|number| self.w(number)).collect()
    }
}

fn number(case: &Json, name: &str) -> usize {
    case[name].as_u64().expect("a number") as usize
}

/// The function on every case of that name: its value, and its gradients by every input.
fn agrees(name: &str, slack: f64, function: impl Fn(&Json, &Inputs) -> Recorded) {
    let table: Json = serde_json::from_str(include_str!("block.json")).expect("JSON");
    assert!(list(&table[name]).len() >= 3, "{name}");
    for case in list(&table[name]) {
        let inputs = Inputs::of(case);
        let (output, tape) = function(case, &inputs).split_tape();
        agree(name, &output, &case["output"], slack);
        let total: Scalar<_> = (output.put_tape(tape) * batch(&case["factors"])).sum();
        let gradients = total.backward();
        let mut next = [0; 4];
        for (input, slopes) in list(&case["inputs"]).iter().zip(list(&case["gradients"])) {
            let rank = shape(input).len();
            let at = next[rank];
            next[rank] += 1;
            match rank {
                3 => agree(name, &gradients.get(&inputs.batches[at]), slopes, slack),
                2 => agree(name, &gradients.get(&inputs.matrices[at]), slopes, slack),
                _ => agree(name, &gradients.get(&inputs.vectors[at]), slopes, slack),
            }
        }
    }
}

#[test]
fn both_norms_are_those_of_pytorch() {
    agrees("rms_norm", PRODUCTS, |_, of| rms_norm(of.x(0), of.v(0)));
    agrees("layer_norm", PRODUCTS, |_, of| {
        layer_norm(of.x(0), of.v(0), of.v(1))
    });
}

#[test]
fn attention_is_pytorchs_with_the_mask_and_without() {
    agrees("attention", 0.0, |_, of| {
        attention::attention(of.x(0), of.x(1), of.x(2))
    });
    agrees("causal", 0.0, |_, of| {
        let scores = attention::scores(of.x(0), of.x(1));
        attention::attend(causal_mask::causal_mask(scores), of.x(2))
    });
}

#[test]
fn a_rotation_is_that_of_rotate_half() {
    agrees("rotate", ANGLE, |case, of| {
        rope::rotate(of.x(0), number(case, "offset"))
    });
}

#[test]
fn heads_are_those_of_pytorch() {
    agrees("heads", SMALL_ANGLE, |case, of| {
        let [q, k, v, o] = [0, 1, 2, 3].map(|number| of.w(number));
        multi_head(of.x(0), q, k, v, o, number(case, "heads"))
    });
}

#[test]
fn a_block_and_its_feed_forward_layer_are_those_of_pytorch() {
    agrees("swiglu", 0.0, |_, of| {
        swiglu(of.x(0), of.w(0), of.w(1), of.w(2))
    });
    agrees("block", PRODUCTS, |case, of| {
        let gains = vec![of.v(0), of.v(1)];
        let heads = number(case, "heads");
        block(of.x(0), gains, of.ws(0..4), of.ws(4..7), heads)
    });
}

#[test]
fn the_examples_of_both_lessons_are_what_the_solutions_say() {
    let vector = |numbers: &[f32]| -> Vector {
        device().tensor_from_vec(numbers.to_vec(), (numbers.len(),))
    };
    let rows = |numbers: &[f32], rows: usize| -> Matrix {
        device().tensor_from_vec(numbers.to_vec(), (rows, numbers.len() / rows))
    };
    let x = || tensor(&[1.0, 7.0], (1, 1, 2));
    let (gain, bias) = (vector(&[10.0; 2]), vector(&[1.0, 2.0]));
    near(rms_norm(x(), gain.clone()).as_vec(), &[2.0, 14.0], 4);
    near(layer_norm(x(), gain, bias).as_vec(), &[-9.0, 12.0], 4);

    let one = vector(&[1.0; 2]);
    let diagonal = |number: f32| rows(&[number, 0.0, 0.0, number], 2);
    let attention = [1.0, 1.0, 1.0, 5.0].map(diagonal).to_vec();
    let layer = vec![
        rows(&[5.0, 0.0], 2),
        rows(&[0.0, 5.0], 2),
        rows(&[1.0, 2.0], 1),
    ];
    let y = block(x(), vec![one.clone(), one], attention, layer, 1);
    near(y.as_vec(), &[7.117, 24.235], 3);
}
