//! Handlers that answer with a count as well.

use std::marker::PhantomData;

use super::Handler;
use crate::counting::{Ledger, ledger};
use crate::sheet::{CheckKind, CurvePart, Returned};
use crate::values::Wire;
use crate::wire::Value;

/// See [`Handler::counting`].
pub struct Counting<H, C> {
    handler: H,
    count: PhantomData<C>,
}

impl<H, C> Counting<H, C> {
    pub(super) fn of(handler: H) -> Self {
        Self {
            handler,
            count: PhantomData,
        }
    }
}

impl<H: Handler, C: Count> Handler for Counting<H, C> {
    type Inputs = H::Inputs;
    type Function = H::Function;
    type Other = Counting<H::Other, C>;
    const KIND: CheckKind = H::KIND;
    fn written() -> String {
        format!("{}.counting({})", H::written(), C::NAME)
    }
    fn part_names(&self, inputs: &[&str]) -> Vec<String> {
        let mut names = self.handler.part_names(inputs);
        names.push(C::PART.to_owned());
        names
    }
    fn watched(&self) -> Vec<CurvePart> {
        self.handler.watched()
    }
    fn answer(&self, inputs: Self::Inputs) -> Returned {
        let mut answer = self.handler.answer(inputs);
        answer.parts.push(ledger(|ledger| C::of(ledger)));
        answer
    }
    fn other(function: Self::Function) -> Self::Other {
        Counting::of(H::other(function))
    }
}

/// Something that is counted during a call. The library has all of them; none is counted by the learner's code.
#[expect(
    private_interfaces,
    reason = "nobody else can read the counts, so nobody else can say them"
)]
pub trait Count {
    /// How it is written.
    const NAME: &'static str;
    /// The name of its part of the answer.
    const PART: &'static str;
    /// The count.
    fn of(ledger: &Ledger) -> Value;
}

macro_rules! counts {
    ($($(#[doc = $doc:literal])+ $name:ident $part:literal $count:expr;)+) => {$(
        $(#[doc = $doc])+
        pub struct $name;

        #[expect(private_interfaces, reason = "as in the trait")]
        impl Count for $name {
            const NAME: &'static str = stringify!($name);
            const PART: &'static str = $part;
            fn of(ledger: &Ledger) -> Value {
                let count: fn(&Ledger) -> _ = $count;
                count(ledger).into_value()
            }
        }
    )+};
}
counts! {
    /// How many messages each rank sent.
    Messages "messages" |ledger| ledger.messages.clone();
    /// How many bytes each rank sent.
    BytesSent "bytes sent" |ledger| ledger.bytes_sent.clone();
    /// How many steps the ranks took, where in one step each sends one message at most and receives one at most.
    Steps "steps" |ledger| ledger.steps;
    /// How often two numbers were multiplied or divided by the methods of [`Metered`](crate::counting::Metered), on the thread of
    /// the call: not on ranks.
    Products "products" |ledger| ledger.products;
    /// The most bytes of [`Metered`](crate::counting::Metered) that were alive at once, with the inputs, on the thread of the
    /// call: not on ranks.
    PeakBytes "bytes at the peak" |ledger| ledger.peak_bytes;
    /// How many [`Layer`](crate::counting::Layer)s were computed again after the first time.
    Rebuilt "layers rebuilt" Ledger::rebuilt;
    /// How many times a training went through all its batches in the very order of the time before: 0 where it shuffles before
    /// every epoch. A batch is known by the right answers of
    /// [`cross_entropy_with_logits_loss`](crate::optim::cross_entropy_with_logits_loss); of a training with another loss, nothing
    /// is known, and this is 0 as well.
    RepeatedOrders "repeated orders" Ledger::repeated_orders;
}
