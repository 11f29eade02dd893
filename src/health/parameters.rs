//! What becomes of the parameters of one optimiser's network: do they have a gradient, is it zeroed, do they change.

use dfdx::optim::UnusedTensors;
use dfdx::shapes::{HasShape, Shape};
use dfdx::tensor::{Gradients, Tensor, UniqueId};

use crate::report::{Named, Parameters};
use crate::tensor::Dev;

type Grads = Gradients<f32, Dev>;
/// The gradient of one tensor, shown to somebody who asks about it.
type Show = Box<dyn Fn(&mut Grads, &dyn Fn(&[f32]) -> bool) -> bool>;

/// Numbers of a gradient that are looked at when it should have been zeroed. `zero_grads` zeroes all or none.
const LEFT_OVER: usize = 256;

/// Updates before which it is looked whether parameters have changed; after these, every so many.
const OFTEN: u64 = 16;

/// The network of one optimiser.
#[derive(Default)]
pub(crate) struct Watch {
    tensors: Vec<Watched>,
    updates: u64,
    /// No backward pass has come since the last update.
    fresh: bool,
    /// A backward pass has come since the last update, and gradients were looked at.
    looked: bool,
    /// Updates whose gradients were looked at.
    seen: u64,
    /// The step and the length of the present run of steps that began with gradients left over, and of the longest one.
    left_over: Option<(u64, u64)>,
    longest: Option<(u64, u64)>,
    copy_changed: bool,
    /// The tensor that comes next in a walk over the network.
    next: usize,
}

struct Watched {
    named: Named,
    id: UniqueId,
    gradient: Option<Show>,
    nonzero: bool,
    /// The numbers before the first update, until others are found in their place.
    before: Option<Vec<f32>>,
}

/// Shows the gradient of `tensor`, zeros where there is none.
#[cfg(not(feature = "cuda"))]
fn show<S: Shape>(tensor: &Tensor<S, f32, Dev>) -> Show {
    let ghost = tensor.ghost();
    Box::new(move |grads, ask| grads.get_or_alloc_mut(&ghost).is_ok_and(|grad| ask(grad)))
}

/// Shows the gradient of `tensor`, zeros where there is none. On a graphics card it can only be looked at as a copy, which
/// dfdx makes for a tensor; the one that is kept here has the numbers from before the training, which nobody reads.
#[cfg(feature = "cuda")]
fn show<S: Shape>(tensor: &Tensor<S, f32, Dev>) -> Show {
    let tensor = tensor.clone();
    Box::new(move |grads, ask| {
        grads.try_alloc_for(&tensor).is_ok() && ask(&grads.get(&tensor).as_vec())
    })
}

/// The identity of a tensor, which dfdx tells to nobody but its own list of the unused.
fn id<S: Shape>(tensor: &Tensor<S, f32, Dev>) -> Option<UniqueId> {
    let mut list = UnusedTensors::default();
    list.add(tensor);
    list.ids.pop()
}

impl Watch {
    /// Begins a walk over the parameters, before or after an update.
    pub(crate) fn walk(&mut self) {
        self.next = 0;
    }

    /// Whether a walk over the network can still bring news.
    pub(crate) fn is_curious(&self) -> bool {
        let stays = || self.tensors.iter().any(|it| it.before.is_some());
        let often = self.updates < OFTEN || self.updates.is_multiple_of(OFTEN);
        self.updates == 0 || (often && stays())
    }

    /// One parameter, just before an update.
    pub(crate) fn before<S: Shape>(&mut self, tensor: &Tensor<S, f32, Dev>, name: &str) {
        let at = self.next;
        self.next += 1;
        let Some(id) = id(tensor) else { return };
        if let Some(known) = self.tensors.get_mut(at) {
            if known.id == id {
                if known
                    .before
                    .as_ref()
                    .is_some_and(|before| *before != tensor.as_vec())
                {
                    known.before = None;
                }
                return;
            }
            // Another network than before: what was known does not hold for it.
            self.tensors.truncate(at);
            self.updates = 0;
            self.seen = 0;
        }
        self.tensors.push(Watched {
            named: Named {
                name: name.to_owned(),
                shape: tensor.shape().concrete().into(),
            },
            id,
            gradient: Some(show(tensor)),
            nonzero: false,
            before: Some(tensor.as_vec()),
        });
    }

    /// One parameter, just after the first update: does it change at all?
    pub(crate) fn after<S: Shape>(&mut self, tensor: &Tensor<S, f32, Dev>) {
        let at = self.next;
        self.next += 1;
        let known = self.tensors.get(at).and_then(|it| it.before.as_ref());
        self.copy_changed |= known.is_some_and(|before| *before != tensor.as_vec());
    }

    /// Whether its optimiser has done an update.
    pub(super) fn is_used(&self) -> bool {
        self.updates > 0
    }

    /// Whether [`Watch::after`] is of use.
    pub(crate) fn is_first(&self) -> bool {
        self.updates == 0
    }

    /// An update is done; `unused` had no gradient at all.
    pub(crate) fn updated(&mut self, unused: Option<&UnusedTensors>) {
        if let Some(unused) = unused {
            // Their gradients must not be asked for: that would make some, and dfdx would no longer complain.
            for tensor in &mut self.tensors {
                if unused.ids.contains(&tensor.id) {
                    tensor.gradient = None;
                }
            }
        }
        self.seen += u64::from(self.looked);
        self.looked = false;
        self.fresh = true;
        self.updates += 1;
    }

    /// Before the first operation of a backward pass: gradients that are not zero now are those of the step before.
    pub(crate) fn before_backward(&mut self, grads: &mut Grads, step: u64) {
        if !std::mem::take(&mut self.fresh) {
            return;
        }
        let kept = |grad: &[f32]| grad.iter().take(LEFT_OVER).any(|it| *it != 0.0);
        let mut gradients = self.tensors.iter().filter_map(|it| it.gradient.as_ref());
        self.left_over = match (gradients.any(|show| show(grads, &kept)), self.left_over) {
            (false, _) => None,
            (true, None) => Some((step, 1)),
            (true, Some((first, steps))) => Some((first, steps + 1)),
        };
        if self.left_over.map(|it| it.1) > self.longest.map(|it| it.1) {
            self.longest = self.left_over;
        }
    }

    /// After a backward pass: which gradients are there?
    pub(crate) fn after_backward(&mut self, grads: &mut Grads) {
        // Where a gradient is found, it is found within a few numbers, and is not looked for again.
        let any = |grad: &[f32]| grad.iter().any(|it| *it != 0.0);
        for tensor in self.tensors.iter_mut().filter(|it| !it.nonzero) {
            if let Some(show) = &tensor.gradient {
                tensor.nonzero = show(grads, &any);
            }
        }
        self.looked = !self.tensors.is_empty();
    }

    /// The first step and the length of the longest run of steps that began with gradients left over.
    pub(super) fn longest(&self) -> Option<(u64, u64)> {
        self.longest
    }

    /// Adds what is known of this network.
    pub(super) fn tell(&self, all: &mut Parameters) {
        let names = |which: &dyn Fn(&Watched) -> bool| {
            let found = self.tensors.iter().filter(|it| which(it));
            found.map(|it| it.named.clone()).collect::<Vec<_>>()
        };
        if self.seen > 0 {
            all.zero_gradient.extend(names(&|it| !it.nonzero));
            all.unchanged
                .extend(names(&|it| it.nonzero && it.before.is_some()));
        }
        all.updates = all.updates.max(self.seen);
        all.tensors += self.tensors.len();
        all.copy_changed |= self.copy_changed;
    }
}
