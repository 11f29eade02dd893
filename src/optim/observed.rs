//! Optimisers.

use std::convert::Infallible;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicU64, Ordering};

use dfdx::nn::tensor_collection::{
    RecursiveWalker, TensorCollection, TensorOptions, TensorVisitor, ViewTensorName, ViewTensorRef,
};
use dfdx::optim::{
    AdamConfig, Optimizer, OptimizerUpdateError, RMSpropConfig, SgdConfig, UnusedTensors,
};
use dfdx::shapes::{Dtype, Shape};
use dfdx::tensor::{Gradients, Storage, Tensor};

use super::savable::Savable;
use crate::health::{self, Watch};
use crate::tensor::{Dev, DevError};

/// Adam: Kingma and Ba's adaptive moments. See [`dfdx::optim::Adam`].
pub type Adam<M, E, D> = Observed<dfdx::optim::Adam<M, E, D>>;
/// Stochastic gradient descent, with momentum where that is wanted. See [`dfdx::optim::Sgd`].
pub type Sgd<M, E, D> = Observed<dfdx::optim::Sgd<M, E, D>>;
/// RMSprop: Hinton's division by the root of the mean square. See [`dfdx::optim::RMSprop`].
pub type RMSprop<M, E, D> = Observed<dfdx::optim::RMSprop<M, E, D>>;

/// Adam with a state that can be saved. See [`Savable`].
pub type SavableAdam<M> = Observed<Savable<M>>;

/// An optimiser that shows its network to the observer.
#[derive(Clone, Debug)]
pub struct Observed<O> {
    optimiser: O,
    number: Number,
}

impl<O> Observed<O> {
    fn of(optimiser: O) -> Observed<O> {
        Observed {
            optimiser,
            number: Number::new(),
        }
    }
}

/// Tells the optimisers of one training apart, and the observer when one is gone.
#[derive(Debug)]
struct Number(u64);

impl Number {
    fn new() -> Number {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        health::notice(|observer| {
            observer.watch(number);
        });
        Number(number)
    }
}

/// A copy of an optimiser is another one.
impl Clone for Number {
    fn clone(&self) -> Number {
        Number::new()
    }
}

impl Drop for Number {
    fn drop(&mut self) {
        health::notice(|observer| observer.forget(self.0));
    }
}

impl<M, E: Dtype, D: Storage<E>> Observed<dfdx::optim::Adam<M, E, D>> {
    /// An optimiser for networks like `model`.
    pub fn new(model: &M, cfg: AdamConfig) -> Self {
        Self::of(dfdx::optim::Adam::new(model, cfg))
    }
}

impl<M: TensorCollection<f32, Dev>> Observed<Savable<M>> {
    /// An optimiser for this network, or for another one of its type.
    pub fn new(model: &M, cfg: AdamConfig) -> Self {
        Self::of(Savable::begin(model, cfg))
    }
}

impl<M, E: Dtype, D: Storage<E>> Observed<dfdx::optim::Sgd<M, E, D>> {
    /// An optimiser for networks like `model`.
    pub fn new(model: &M, cfg: SgdConfig) -> Self {
        Self::of(dfdx::optim::Sgd::new(model, cfg))
    }
}

impl<M, E: Dtype, D: Storage<E>> Observed<dfdx::optim::RMSprop<M, E, D>> {
    /// An optimiser for networks like `model`.
    pub fn new(model: &M, cfg: RMSpropConfig) -> Self {
        Self::of(dfdx::optim::RMSprop::new(model, cfg))
    }
}

/// So that `adam.cfg.lr = ...` works as it does in dfdx.
impl<O> Deref for Observed<O> {
    type Target = O;

    fn deref(&self) -> &O {
        &self.optimiser
    }
}

impl<O> DerefMut for Observed<O> {
    fn deref_mut(&mut self) -> &mut O {
        &mut self.optimiser
    }
}

impl<M, O> Optimizer<M, Dev, f32> for Observed<O>
where
    M: TensorCollection<f32, Dev>,
    O: Optimizer<M, Dev, f32>,
{
    fn update(
        &mut self,
        module: &mut M,
        gradients: &Gradients<f32, Dev>,
    ) -> Result<(), OptimizerUpdateError<DevError>> {
        let Number(number) = self.number;
        let mut first = false;
        health::notice(|observer| {
            let watch = observer.watch(number);
            if watch.is_curious() {
                walk(module, watch, When::Before);
            }
            first = watch.is_first();
        });
        let result = self.optimiser.update(module, gradients);
        health::notice(|observer| {
            let watch = observer.watch(number);
            if first {
                walk(module, watch, When::After);
            }
            watch.updated(unused(&result));
            observer.updated();
        });
        result
    }
}

fn unused(result: &Result<(), OptimizerUpdateError<DevError>>) -> Option<&UnusedTensors> {
    match result {
        Err(OptimizerUpdateError::UnusedParams(unused)) => Some(unused),
        _ => None,
    }
}

#[derive(Clone, Copy)]
enum When {
    Before,
    After,
}

fn walk<M: TensorCollection<f32, Dev>>(module: &M, watch: &mut Watch, when: When) {
    watch.walk();
    let walked = M::iter_tensors(&mut RecursiveWalker {
        m: (module, String::new()),
        f: &mut Walk { watch, when },
    });
    if let Err(never) = walked {
        match never {}
    }
}

struct Walk<'a> {
    watch: &'a mut Watch,
    when: When,
}

impl TensorVisitor<f32, Dev> for Walk<'_> {
    type Viewer = (ViewTensorRef, ViewTensorName);
    type Err = Infallible;
    type E2 = f32;
    type D2 = Dev;

    fn visit<S: Shape>(
        &mut self,
        options: TensorOptions<S, f32, Dev>,
        (tensor, name): (&Tensor<S, f32, Dev>, String),
    ) -> Result<Option<Tensor<S, f32, Dev>>, Infallible> {
        // The running mean of a batch normalisation, for one, is no parameter.
        if options.do_gradient_update {
            match self.when {
                When::Before => self.watch.before(tensor, &name),
                When::After => self.watch.after(tensor),
            }
        }
        Ok(None)
    }
}
