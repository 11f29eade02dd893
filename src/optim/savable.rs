//! Adam with a state that can be saved: dfdx keeps the moments of its own to itself.

use std::convert::Infallible;
use std::marker::PhantomData;

use dfdx::nn::tensor_collection::{
    RecursiveWalker, TensorCollection, TensorOptions, TensorVisitor, ViewTensorMut, ViewTensorName,
    ViewTensorRef,
};
use dfdx::optim::{AdamConfig, Optimizer, OptimizerUpdateError, WeightDecay};
use dfdx::shapes::{HasShape, Shape};
use dfdx::tensor::{Gradients, Tensor};

use crate::tensor::{Dev, DevError};
use crate::words::layers as words;

/// Adam, with the same numbers as [`dfdx::optim::Adam`], whose [`AdamState`] can be taken out and put back.
///
/// ```
/// use gradlings::optim::SavableAdam;
/// use gradlings::prelude::*;
///
/// let network = device().build_module::<Linear<2, 1>, f32>();
/// let adam = SavableAdam::new(&network, AdamConfig::default());
/// let state = adam.state();
/// assert_eq!((state.steps, state.moments.len()), (0, 2));
/// assert_eq!(state.moments[0].name, "weight");
/// ```
#[derive(Clone, Debug)]
pub struct Savable<M> {
    /// The learning rate and the rest of the settings; they are no part of the state.
    pub cfg: AdamConfig,
    state: AdamState,
    marker: PhantomData<fn(&M)>,
}

/// All that Adam knows between two steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AdamState {
    /// The steps taken, on which the bias correction depends.
    pub steps: u64,
    /// The moments of each parameter, in the order of the network.
    pub moments: Vec<Moments>,
}

/// Both moments of one parameter: a number for each of its elements, last dimension fastest.
#[derive(Clone, Debug, PartialEq)]
pub struct Moments {
    /// What dfdx calls the parameter: `0.1.weight`.
    pub name: String,
    /// The sizes of its dimensions.
    pub shape: Vec<usize>,
    /// The running mean of the gradient.
    pub first: Vec<f32>,
    /// The running mean of the squared gradient.
    pub second: Vec<f32>,
}

impl<M: TensorCollection<f32, Dev>> Savable<M> {
    /// With moments of zero.
    pub(super) fn begin(model: &M, cfg: AdamConfig) -> Self {
        let mut zeros = Zeros(Vec::new());
        let walked = M::iter_tensors(&mut RecursiveWalker {
            m: (model, String::new()),
            f: &mut zeros,
        });
        if let Err(never) = walked {
            match never {}
        }
        let state = AdamState {
            steps: 0,
            moments: zeros.0,
        };
        Self {
            cfg,
            state,
            marker: PhantomData,
        }
    }

    /// What it knows now.
    pub fn state(&self) -> &AdamState {
        &self.state
    }

    /// Goes on with what another one knew. The names of the parameters may differ; their order and their shapes may not.
    ///
    /// # Errors
    /// Says which parameter has other moments. Then nothing has changed.
    pub fn resume(&mut self, state: AdamState) -> Result<(), String> {
        let (there, given) = (&self.state.moments, &state.moments);
        if there.len() != given.len() {
            return Err(words::other_parameters(given.len(), there.len()));
        }
        for (there, given) in there.iter().zip(given) {
            let count = there.first.len();
            if there.shape != given.shape
                || [given.first.len(), given.second.len()] != [count, count]
            {
                return Err(words::other_shape(
                    &given.name,
                    shape(given),
                    &there.name,
                    shape(there),
                ));
            }
        }
        self.state = state;
        Ok(())
    }
}

/// The sizes of the dimensions of a parameter, as they are written.
fn shape(of: &Moments) -> String {
    format!("{:?}", of.shape)
}

/// # Panics
/// If a parameter of the network has no gradient.
impl<M: TensorCollection<f32, Dev>> Optimizer<M, Dev, f32> for Savable<M> {
    fn update(
        &mut self,
        module: &mut M,
        gradients: &Gradients<f32, Dev>,
    ) -> Result<(), OptimizerUpdateError<DevError>> {
        self.state.steps += 1;
        let walked = M::iter_tensors(&mut RecursiveWalker {
            m: module,
            f: &mut Step {
                numbers: Numbers::of(&self.cfg, self.state.steps),
                moments: self.state.moments.iter_mut(),
                gradients,
            },
        });
        match walked {
            Ok(_) => Ok(()),
            Err(never) => match never {},
        }
    }
}

/// What the formula has of the settings and of the number of the step.
#[derive(Clone, Copy)]
struct Numbers {
    rate: f32,
    betas: [f32; 2],
    /// One over what bias correction divides by.
    corrections: [f32; 2],
    epsilon: f32,
    /// Of the weight, added to its gradient, and to its step.
    decays: [f32; 2],
}

impl Numbers {
    fn of(cfg: &AdamConfig, step: u64) -> Numbers {
        let betas = cfg.betas.map(|beta| beta as f32);
        let step = i32::try_from(step).unwrap_or(i32::MAX);
        let decays = match cfg.weight_decay {
            None => [0.0, 0.0],
            Some(WeightDecay::L2(decay)) => [decay as f32, 0.0],
            Some(WeightDecay::Decoupled(decay)) => [0.0, (decay * cfg.lr) as f32],
        };
        Numbers {
            rate: cfg.lr as f32,
            betas,
            corrections: betas.map(|beta| (1.0 - beta.powi(step)).recip()),
            epsilon: cfg.eps as f32,
            decays,
        }
    }

    /// One step of one weight.
    fn step(&self, weight: &mut f32, gradient: f32, first: &mut f32, second: &mut f32) {
        let Numbers { betas, .. } = self;
        let gradient = gradient + self.decays[0] * *weight;
        *first = *first * betas[0] + gradient * (1.0 - betas[0]);
        *second = *second * betas[1] + gradient * gradient * (1.0 - betas[1]);
        let [first, second] = [*first * self.corrections[0], *second * self.corrections[1]];
        let step = self.rate * first / (second.sqrt() + self.epsilon);
        *weight -= step + self.decays[1] * *weight;
    }
}

/// Makes moments of zero for all that is trained.
struct Zeros(Vec<Moments>);

impl TensorVisitor<f32, Dev> for Zeros {
    type Viewer = (ViewTensorRef, ViewTensorName);
    type Err = Infallible;
    type E2 = f32;
    type D2 = Dev;

    fn visit<S: Shape>(
        &mut self,
        options: TensorOptions<S, f32, Dev>,
        (tensor, name): (&Tensor<S, f32, Dev>, String),
    ) -> Result<Option<Tensor<S, f32, Dev>>, Infallible> {
        if options.do_gradient_update {
            let zeros = vec![0.0; tensor.shape().num_elements()];
            self.0.push(Moments {
                name,
                shape: tensor.shape().concrete().into(),
                first: zeros.clone(),
                second: zeros,
            });
        }
        Ok(None)
    }
}

struct Step<'a> {
    numbers: Numbers,
    moments: std::slice::IterMut<'a, Moments>,
    gradients: &'a Gradients<f32, Dev>,
}

impl TensorVisitor<f32, Dev> for Step<'_> {
    type Viewer = ViewTensorMut;
    type Err = Infallible;
    type E2 = f32;
    type D2 = Dev;

    fn visit<S: Shape>(
        &mut self,
        options: TensorOptions<S, f32, Dev>,
        tensor: &mut Tensor<S, f32, Dev>,
    ) -> Result<Option<Tensor<S, f32, Dev>>, Infallible> {
        if options.do_gradient_update
            && let Some(moments) = self.moments.next()
        {
            let gradient = self.gradients.get(tensor).as_vec();
            let mut weights = tensor.as_vec();
            let both = moments.first.iter_mut().zip(&mut moments.second);
            for ((weight, gradient), (first, second)) in weights.iter_mut().zip(gradient).zip(both)
            {
                self.numbers.step(weight, gradient, first, second);
            }
            tensor.copy_from(&weights);
        }
        Ok(None)
    }
}
