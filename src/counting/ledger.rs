//! What is counted during the call of a learner's function, on the thread of the call.

use std::cell::RefCell;

use super::orders::Orders;

thread_local!(static LEDGER: RefCell<Ledger> = RefCell::default());

/// The counts of one call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger {
    /// Which call it is.
    pub call: u64,
    /// Whether the learner's function is running, and not what the library does before and after it.
    pub is_running: bool,
    /// Messages that each rank sent.
    pub messages: Vec<usize>,
    /// Bytes that each rank sent.
    pub bytes_sent: Vec<usize>,
    /// Steps that the ranks took together.
    pub steps: usize,
    /// Multiplications and divisions of two numbers.
    pub products: usize,
    /// Bytes of all matrices that are alive.
    pub bytes: usize,
    /// The most of them while the function ran.
    pub peak_bytes: usize,
    /// The bytes after each change, where somebody wants to see them.
    pub memory: Option<Vec<usize>>,
    /// How often each layer of a stack was computed.
    pub forwards: Vec<usize>,
    /// The batches that a training has seen.
    pub(super) orders: Orders,
}

impl Ledger {
    /// Layers that were computed once more.
    pub(crate) fn rebuilt(&self) -> usize {
        let again = self.forwards.iter().map(|count| count.saturating_sub(1));
        again.sum()
    }

    /// How many times a training had the order of its batches once more.
    pub(crate) fn repeated_orders(&self) -> usize {
        self.orders.repeated()
    }

    pub(super) fn take(&mut self, bytes: usize) {
        self.bytes += bytes;
        self.peak_bytes = self.peak_bytes.max(self.bytes);
        self.note();
    }

    pub(super) fn give_back(&mut self, bytes: usize) {
        self.bytes -= bytes;
        self.note();
    }

    fn note(&mut self) {
        if let Some(memory) = &mut self.memory {
            memory.push(self.bytes);
        }
    }
}

/// Reads or writes the counts of this thread.
pub(crate) fn ledger<T>(with: impl FnOnce(&mut Ledger) -> T) -> T {
    LEDGER.with_borrow_mut(with)
}

/// The same where the thread may be at its end already.
pub(super) fn ledger_if_there(with: impl FnOnce(&mut Ledger)) {
    let _ = LEDGER.try_with(|it| with(&mut it.borrow_mut()));
}

/// A loss was recorded whose right answers are these.
pub(crate) fn recorded(right: &[f32]) {
    ledger_if_there(|ledger| ledger.orders.recorded(right));
}

/// A loss was played back.
pub(crate) fn played_back() {
    ledger_if_there(|ledger| ledger.orders.played_back());
}

/// Begins a call, before its inputs are made: whatever was counted is gone.
pub(crate) fn begin() {
    ledger(|ledger| {
        *ledger = Ledger {
            call: ledger.call + 1,
            ..Ledger::default()
        };
    });
}

/// Runs the learner's function: only now numbers must not be taken out.
pub(crate) fn running<R>(function: impl FnOnce() -> R) -> R {
    /// Also where the function panics.
    struct Over;
    impl Drop for Over {
        fn drop(&mut self) {
            ledger(|ledger| ledger.is_running = false);
        }
    }
    ledger(|ledger| {
        ledger.is_running = true;
        ledger.peak_bytes = ledger.bytes;
    });
    let _over = Over;
    function()
}

/// What a piece of work cost, see [`measure`].
#[derive(Clone, Debug, PartialEq)]
pub struct Measured<R> {
    /// What it returned.
    pub result: R,
    /// Multiplications and divisions of two numbers.
    pub products: usize,
    /// The most bytes that were alive, with what was alive before.
    pub peak_bytes: usize,
    /// The bytes after each matrix that was made and each that went.
    pub memory: Vec<usize>,
    /// Layers that were computed once more.
    pub rebuilt: usize,
}

/// Does some work and says what it cost: for shows, which draw it.
///
/// ```
/// use gradlings::counting::{Metered, measure};
///
/// let (a, b) = (Metered::zeros(2, 3), Metered::zeros(3, 4));
/// let measured = measure(|| a.matmul(&b).matmul(&Metered::zeros(4, 1)));
/// // 2·3·4 and 2·4·1 products.
/// assert_eq!(measured.products, 24 + 8);
/// // 18 numbers were there, of four bytes each; the products have 8 and 2, the zeros 4.
/// assert_eq!(measured.memory, [104, 120, 128, 112, 80]);
/// assert_eq!(measured.peak_bytes, 128);
/// ```
pub fn measure<R>(work: impl FnOnce() -> R) -> Measured<R> {
    let before = ledger(|ledger| {
        let before = ledger.clone();
        ledger.products = 0;
        ledger.forwards.clear();
        ledger.peak_bytes = ledger.bytes;
        ledger.memory = Some(Vec::new());
        before
    });
    let result = work();
    ledger(|ledger| {
        let measured = Measured {
            result,
            products: ledger.products,
            peak_bytes: ledger.peak_bytes,
            memory: ledger.memory.take().unwrap_or_default(),
            rebuilt: ledger.rebuilt(),
        };
        // Nothing that a call counts becomes less by measuring a piece of it.
        ledger.products += before.products;
        ledger.peak_bytes = ledger.peak_bytes.max(before.peak_bytes);
        ledger.memory = before.memory;
        for (at, count) in before.forwards.into_iter().enumerate() {
            match ledger.forwards.get_mut(at) {
                Some(later) => *later += count,
                None => ledger.forwards.push(count),
            }
        }
        measured
    })
}
