//! Short names for dfdx's types, and the device of the exercise.

use std::cell::{Cell, RefCell};

use dfdx::prelude::*;
use rand::SeedableRng;
use rand::rngs::StdRng;

/// The device that every tensor of the course lives on: the processor.
///
/// With the feature `cuda` it is the first graphics card instead. The device is part of every type, so it is chosen when an
/// exercise is built: the program turns the feature on where it finds a driver, a toolkit and a card.
#[cfg(not(feature = "cuda"))]
pub type Dev = Cpu;
/// The device that every tensor of the course lives on: the first graphics card.
#[cfg(feature = "cuda")]
pub type Dev = Cuda;
/// What can go wrong on that device: no memory left, for one.
pub type DevError = <Dev as HasErr>::Err;
/// One number: shape `()`.
pub type Scalar<T = NoneTape> = Tensor<Rank0, f32, Dev, T>;
/// Numbers in a row: shape `(n,)`, known at run time.
pub type Vector<T = NoneTape> = Tensor<(usize,), f32, Dev, T>;
/// Rows and columns: shape `(rows, columns)`, known at run time.
pub type Matrix<T = NoneTape> = Tensor<(usize, usize), f32, Dev, T>;
/// One class number per example: shape `(n,)`, known at run time.
pub type Labels = Tensor<(usize,), usize, Dev>;
/// The tape that records what happens to a tensor, so that `backward` can play it back.
pub type Recording = OwnedTape<f32, Dev>;
/// What `build_module` makes of a network's description.
pub type Built<Network> = <Network as dfdx::nn::BuildOnDevice<Dev, f32>>::Built;

thread_local! {
    // dfdx can seed a device only while it makes it. On a graphics card that loads the kernels anew for every call, which
    // costs time and changes no result.
    static DEVICE: RefCell<Dev> = RefCell::new(Dev::seed_from_u64(0));
    static SEED: Cell<u64> = const { Cell::new(0) };
}

/// The device of this exercise. The runner seeds it before every call, so that the same seed gives the same run.
pub fn device() -> Dev {
    DEVICE.with_borrow(Dev::clone)
}

/// The seed that [`device`] was given last on this thread.
pub(crate) fn seed() -> u64 {
    SEED.get()
}

/// Makes [`device`] start its random numbers from `seed`.
pub(crate) fn seed_device(seed: u64) {
    SEED.set(seed);
    DEVICE.set(Dev::seed_from_u64(seed));
}

/// Makes [`device`] start them from the same seed again.
pub(crate) fn reseed_device() {
    seed_device(SEED.get());
}

/// A generator of random numbers that always gives the same numbers for the same seed.
pub fn random(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}
