//! The threads that the layers compute on.

use std::sync::{Once, OnceLock};

use rayon::{ThreadPool, ThreadPoolBuilder};

/// Below this many multiplications waking another thread costs more than it saves.
const WORTH_SHARING: usize = 200_000;

/// Makes this thread ready to train: numbers too small for a normal `f32` become zero, and products inside dfdx stay on
/// the calling thread.
///
/// Gradients that vanish end up as denormal numbers, and processors compute with those many times slower. The threads of
/// this library always flush them; the thread that runs the optimiser is yours, so call this once at the start of `main`.
///
/// dfdx spreads every matrix product over rayon's global threads, which at the size of a mini-batch takes longer than
/// computing it in place. If nothing has used those threads yet, there will be one of them; if somebody has, they stay.
/// The layers here have threads of their own.
pub fn prepare() {
    static GLOBAL: Once = Once::new();
    dfdx::flush_denormals_to_zero();
    GLOBAL.call_once(|| {
        // Refused when the pool exists already: then it belongs to somebody else, and only speed is at stake.
        let _ = ThreadPoolBuilder::new()
            .num_threads(1)
            .start_handler(|_| dfdx::flush_denormals_to_zero())
            .build_global();
    });
}

/// Runs `work` where parallel iterators use the library's threads, if it is worth it.
///
/// `cost` is about how many multiplications there are to do. `work` learns whether it should split itself up.
pub(super) fn share<R: Send>(cost: usize, work: impl FnOnce(bool) -> R + Send) -> R {
    match pool() {
        Some(pool) if cost >= WORTH_SHARING => pool.install(|| work(true)),
        _ => work(false),
    }
}

/// The pool, or nothing where there is one core or no thread to be had.
fn pool() -> Option<&'static ThreadPool> {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    POOL.get_or_init(|| {
        ThreadPoolBuilder::new()
            .thread_name(|i| format!("gradlings-nn-{i}"))
            .start_handler(|_| dfdx::flush_denormals_to_zero())
            .build()
            .ok()
            .filter(|pool| pool.current_num_threads() > 1)
    })
    .as_ref()
}
