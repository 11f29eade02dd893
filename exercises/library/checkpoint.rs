//! A checkpoint of a training: a network, what its optimizer knows, and a few whole numbers, as one safetensors file.

use std::convert::Infallible;

use gradlings::nn::dfdx::nn::tensor_collection::{
    RecursiveWalker, TensorOptions, TensorVisitor, ViewTensorMut, ViewTensorName, ViewTensorRef,
};
use gradlings::optim::{AdamState, Moments, SavableAdam};
use gradlings::prelude::*;

use crate::{DataError, SafeTensors, safetensors};

/// Where both moments of a parameter lie, behind which its own name follows.
const MOMENTS: [&str; 2] = ["adam.first.", "adam.second."];
const STEPS: &str = "adam.steps";

/// What is saved of a training. [`to_bytes`](Self::to_bytes) makes a safetensors file of it, which other programs can
/// read: the weights under the names that dfdx gives them, such as `3.weight`; the moments of Adam as
/// `adam.first.3.weight` and `adam.second.3.weight`; and the whole numbers in the metadata.
///
/// ```
/// use course::Checkpoint;
/// use gradlings::optim::SavableAdam;
/// use gradlings::prelude::*;
///
/// let network = device().build_module::<Linear<2, 1>, f32>();
/// let adam = SavableAdam::new(&network, AdamConfig::default());
/// let bytes = Checkpoint::new()
///     .network(&network)
///     .adam(&adam)
///     .number("epoch", 3)
///     .to_bytes();
///
/// let saved = Checkpoint::from_bytes(&bytes).unwrap();
/// let mut other = device().build_module::<Linear<2, 1>, f32>();
/// let mut its_adam = SavableAdam::new(&other, AdamConfig::default());
/// saved.load_network(&mut other);
/// saved.load_adam(&mut its_adam);
/// assert_eq!(other.weight.as_vec(), network.weight.as_vec());
/// assert_eq!(saved.get_number("epoch"), 3);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checkpoint {
    weights: Vec<Weights>,
    adam: AdamState,
    numbers: Vec<(String, u64)>,
}

/// One parameter.
#[derive(Clone, Debug, PartialEq)]
struct Weights {
    name: String,
    shape: Vec<usize>,
    numbers: Vec<f32>,
}

impl Checkpoint {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// With the weights of this network.
    pub fn network<Network: TensorCollection<f32, Dev>>(mut self, network: &Network) -> Self {
        let mut look = Look(Vec::new());
        let walked = Network::iter_tensors(&mut RecursiveWalker {
            m: (network, String::new()),
            f: &mut look,
        });
        if let Err(never) = walked {
            match never {}
        }
        self.weights = look.0;
        self
    }

    /// With what this optimizer knows: its moments, and the number of its steps.
    pub fn adam<Network: TensorCollection<f32, Dev>>(
        mut self,
        adam: &SavableAdam<Network>,
    ) -> Self {
        self.adam = adam.state().clone();
        self
    }

    /// With a whole number under a name.
    pub fn number(mut self, name: &str, number: u64) -> Self {
        self.numbers.retain(|(other, _)| other != name);
        self.numbers.push((name.to_owned(), number));
        self
    }

    /// As a safetensors file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let names = self.adam.moments.iter();
        let names: Vec<[String; 2]> = names
            .map(|moments| MOMENTS.map(|prefix| format!("{prefix}{}", moments.name)))
            .collect();
        let weights = self.weights.iter();
        let weights = weights.map(|it| (&it.name[..], &it.shape[..], &it.numbers[..]));
        let moments = names.iter().zip(&self.adam.moments);
        let moments = moments.flat_map(|([first, second], it)| {
            [
                (&first[..], &it.shape[..], &it.first[..]),
                (&second[..], &it.shape[..], &it.second[..]),
            ]
        });
        let steps = (STEPS.to_owned(), self.adam.steps);
        let numbers: Vec<(&String, String)> = std::iter::once(&steps)
            .chain(&self.numbers)
            .map(|(name, number)| (name, number.to_string()))
            .collect();
        let numbers = numbers
            .iter()
            .map(|(name, number)| (&name[..], &number[..]));
        safetensors(
            &weights.chain(moments).collect::<Vec<_>>(),
            &numbers.collect::<Vec<_>>(),
        )
    }

    /// What such a file holds.
    ///
    /// # Errors
    ///
    /// If it is no such file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DataError> {
        let file = SafeTensors::parse(bytes)?;
        let read = |name: &str| -> Result<(Vec<usize>, Vec<f32>), DataError> {
            let shape = file.shape(name).unwrap_or_default().to_vec();
            let numbers = file.numbers(name, &shape)?;
            Ok((shape, numbers))
        };
        let mut checkpoint = Self::new();
        for name in file.names() {
            if let Some(parameter) = name.strip_prefix(MOMENTS[0]) {
                let (shape, first) = read(name)?;
                let (_, second) = read(&format!("{}{parameter}", MOMENTS[1]))?;
                checkpoint.adam.moments.push(Moments {
                    name: parameter.to_owned(),
                    shape,
                    first,
                    second,
                });
            } else if !name.starts_with(MOMENTS[1]) {
                let (shape, numbers) = read(name)?;
                checkpoint.weights.push(Weights {
                    name: name.to_owned(),
                    shape,
                    numbers,
                });
            }
        }
        for (name, number) in file.all_metadata() {
            // What is no number was not written here.
            if let Ok(number) = number.parse() {
                checkpoint = checkpoint.number(name, number);
            }
        }
        checkpoint.adam.steps = checkpoint.find(STEPS).unwrap_or_default();
        checkpoint.numbers.retain(|(name, _)| name != STEPS);
        Ok(checkpoint)
    }

    /// Gives a network the weights that were saved. Their order counts, not their names.
    ///
    /// # Panics
    ///
    /// If a network with other layers was saved.
    pub fn load_network<Network: TensorCollection<f32, Dev>>(&self, network: &mut Network) {
        let mut fill = Fill {
            weights: self.weights.iter(),
            other: false,
        };
        let walked = Network::iter_tensors(&mut RecursiveWalker {
            m: network,
            f: &mut fill,
        });
        if let Err(never) = walked {
            match never {}
        }
        if fill.other || fill.weights.next().is_some() {
            panic!("{OTHER_NETWORK}");
        }
    }

    /// Lets an optimizer go on with what was saved of one.
    ///
    /// # Panics
    ///
    /// If what was saved belongs to a network with other layers, or if nothing was.
    pub fn load_adam<Network: TensorCollection<f32, Dev>>(&self, adam: &mut SavableAdam<Network>) {
        if let Err(why) = adam.resume(self.adam.clone()) {
            panic!("{OTHER_NETWORK} {why}");
        }
    }

    /// The number under this name.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub fn get_number(&self, name: &str) -> u64 {
        match self.find(name) {
            Some(number) => number,
            None => panic!("The checkpoint has no number `{name}`; save it first."),
        }
    }

    fn find(&self, name: &str) -> Option<u64> {
        let mut all = self.numbers.iter();
        all.find(|(other, _)| other == name)
            .map(|(_, number)| *number)
    }
}

const OTHER_NETWORK: &str = "The checkpoint does not fit this network: it was saved with other layers, or parts of it \
    were not saved. `store::remove(\"weights\")` forgets it.";

struct Look(Vec<Weights>);

impl TensorVisitor<f32, Dev> for Look {
    type Viewer = (ViewTensorRef, ViewTensorName);
    type Err = Infallible;
    type E2 = f32;
    type D2 = Dev;

    fn visit<S: Shape>(
        &mut self,
        _: TensorOptions<S, f32, Dev>,
        (tensor, name): (&Tensor<S, f32, Dev>, String),
    ) -> Result<Option<Tensor<S, f32, Dev>>, Infallible> {
        self.0.push(Weights {
            name,
            shape: tensor.shape().concrete().into(),
            numbers: tensor.as_vec(),
        });
        Ok(None)
    }
}

struct Fill<'a> {
    weights: std::slice::Iter<'a, Weights>,
    /// Whether one of them has another shape.
    other: bool,
}

impl TensorVisitor<f32, Dev> for Fill<'_> {
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
        match self.weights.next() {
            Some(weights) if weights.shape == shape => tensor.copy_from(&weights.numbers),
            _ => self.other = true,
        }
        Ok(None)
    }
}
