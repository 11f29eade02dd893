//! Loops in the widest vectors that the processor has.

use pulp::{Arch, Simd, WithSimd};

/// Runs a closure that is marked `#[inline(always)]` in code made for the vectors of this processor.
///
/// It has to be called through `FnMut`: through `FnOnce`, which is what `pulp` would do, there is a step in between that the compiler
/// may leave as a call, and then the loops inside are made for the oldest processor of the kind.
#[inline(always)]
pub(super) fn wide<R>(work: impl FnMut() -> R) -> R {
    Arch::new().dispatch(Wide(work))
}

struct Wide<F>(F);

impl<R, F: FnMut() -> R> WithSimd for Wide<F> {
    type Output = R;

    #[inline(always)]
    fn with_simd<S: Simd>(mut self, _: S) -> R {
        (self.0)()
    }
}
