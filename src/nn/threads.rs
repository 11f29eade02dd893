//! The threads that the layers compute on.

use std::sync::OnceLock;

#[cfg(not(feature = "cuda"))]
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};

/// Below this many multiplications waking another thread costs more than it saves.
const WORTH_SHARING: usize = 200_000;

/// Makes this thread ready to train: numbers too small for a normal `f32` become zero here, and the threads of the layers
/// are started, with this one among them.
///
/// Gradients that vanish end up as denormal numbers, and processors compute with those many times slower. The library's
/// own threads always flush them; the thread that runs the optimiser is yours, so call this once at the start of `main`.
/// Everything computes the same without it, but for numbers below 1.2e-38, and may take longer.
pub fn prepare() {
    dfdx::flush_denormals_to_zero();
    keep_memory();
    pool();
}

/// Bytes of the largest block from which glibc learns.
const LARGE: usize = 32 << 20;

/// Keeps memory that is freed in the program.
///
/// A training step frees what the next one allocates again. glibc gives much of it back to the system meanwhile, and gets it back
/// page by page, which took a tenth of a step of a small language model. How much it keeps follows from the largest block that was
/// freed so far, so it is shown one. Nothing is ever written there, so it takes no memory; and where there is another allocator, no
/// time either.
fn keep_memory() {
    let block: Vec<u8> = vec![0; LARGE - (1 << 16)];
    drop(std::hint::black_box(block));
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

/// Does each of the pieces of a work, on all cores if it is worth it.
///
/// `cost` is about how many multiplications all of them take. Pieces that are cut in the same way whatever the number of
/// threads, and that share nothing, give the same bits in any order.
#[cfg(not(feature = "cuda"))]
pub(super) fn each<Piece: Send>(cost: usize, pieces: Vec<Piece>, work: impl Fn(Piece) + Sync) {
    share(cost, |split| {
        if split {
            pieces.into_par_iter().for_each(&work);
        } else {
            pieces.into_iter().for_each(&work);
        }
    });
}

/// The pool, or nothing where there is one core or no thread to be had.
///
/// The thread that asks first becomes part of it: it works instead of sleeping, and has to wake one thread less for every
/// layer, which is what most of the time would go to.
fn pool() -> Option<&'static ThreadPool> {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    POOL.get_or_init(|| {
        let settings = || {
            ThreadPoolBuilder::new()
                .thread_name(|i| format!("gradlings-nn-{i}"))
                .start_handler(|_| dfdx::flush_denormals_to_zero())
        };
        // A thread of another pool cannot join.
        let pool = settings()
            .use_current_thread()
            .build()
            .or_else(|_| settings().build());
        pool.ok().filter(|pool| pool.current_num_threads() > 1)
    })
    .as_ref()
}
