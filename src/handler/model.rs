//! Networks: the shapes of the parameters, and the outputs for given weights.

use std::convert::Infallible;
use std::marker::PhantomData;

use dfdx::nn::{
    BuildOnDevice, Module, RecursiveWalker, TensorCollection, TensorOptions, TensorVisitor,
    ViewTensorMut,
};
use dfdx::prelude::*;
use rand::Rng;
use rand::rngs::StdRng;

use super::Handler;
use crate::sheet::{CheckKind, Returned};
use crate::tensor::{Built, Dev, device, random};
use crate::values::Wire;

/// See [`model`].
pub struct Model<Network, Input> {
    types: PhantomData<fn(Network, Input)>,
}

/// A network, given by its description.
///
/// Inputs: a seed, from which both sides fill the parameters in their order, and a batch. Parts of the answer: the
/// shapes of the parameters in words, and the outputs. So two networks with the same layers agree whatever their own
/// way of drawing initial weights.
pub fn model<Network, Input>() -> Model<Network, Input>
where
    Model<Network, Input>: Handler,
{
    Model { types: PhantomData }
}

impl<Network, Input> Handler for Model<Network, Input>
where
    Network: BuildOnDevice<Dev, f32>,
    Built<Network>: Module<Input> + TensorCollection<f32, Dev>,
    <Built<Network> as Module<Input>>::Output: Wire,
    Input: Wire,
{
    type Inputs = (u64, Input);
    /// A network is a type, so a wrong one has to be named by [`Reference::mistake`](crate::reference::Reference::mistake).
    type Function = Infallible;
    type Other = Self;
    const KIND: CheckKind = CheckKind::Model;
    fn written() -> String {
        "model::<...>()".to_owned()
    }
    fn part_names(&self, _: &[&str]) -> Vec<String> {
        vec!["parameters".to_owned(), "outputs".to_owned()]
    }
    fn answer(&self, (seed, input): Self::Inputs) -> Returned {
        let mut network = Network::build_on_device(&device());
        let mut fill = Fill {
            random: random(seed),
            shapes: Vec::new(),
        };
        let walked =
            <Built<Network> as TensorCollection<f32, Dev>>::iter_tensors(&mut RecursiveWalker {
                m: &mut network,
                f: &mut fill,
            });
        if let Err(never) = walked {
            match never {}
        }
        Returned::of(vec![
            fill.shapes.into_value(),
            network.forward(input).into_value(),
        ])
    }
    fn other(function: Infallible) -> Self {
        match function {}
    }
}

/// Fills every tensor with numbers from `±1/sqrt(fan-in)`, so that signals neither die nor explode on their way.
struct Fill {
    random: StdRng,
    shapes: Vec<String>,
}

impl TensorVisitor<f32, Dev> for Fill {
    type Viewer = ViewTensorMut;
    type Err = Infallible;
    type E2 = f32;
    type D2 = Dev;

    fn visit<S: Shape>(
        &mut self,
        _: TensorOptions<S, f32, Dev>,
        tensor: &mut Tensor<S, f32, Dev>,
    ) -> Result<Option<Tensor<S, f32, Dev>>, Infallible> {
        let shape: Vec<usize> = tensor.shape().concrete().into();
        let elements: usize = shape.iter().product();
        let fan_in = shape.iter().skip(1).product::<usize>().max(1);
        let bound = 1.0 / (fan_in as f32).sqrt();
        let values: Vec<f32> = (0..elements)
            .map(|_| self.random.gen_range(-bound..bound))
            .collect();
        tensor.copy_from(&values);
        self.shapes.push(format!("{shape:?}"));
        Ok(None)
    }
}
