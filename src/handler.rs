//! Handlers: ordinary functions made callable with wire values.
//!
//! | written | for | answers with |
//! |---|---|---|
//! | [`function`]`(f)` | `Fn(A, B, …) -> R` | one part, or one per element of a tuple |
//! | [`gradient`]`(f)` | a function of recorded tensors to a recorded tensor | the value, then one gradient per recorded input |
//! | [`model`]`::<Network, Input>()` | a description of a network | its parameter shapes, its outputs for given weights |
//! | [`training`]`(f)` | like `function`, with reports and a budget of its own | as `function` |
//! | [`ranks`]`(f)` | `Fn(&mut Rank, A, B, …) -> R`, run once for each rank | what each rank returned |
//! | [`classifier`]`(f)` | a training that returns a network and the accuracy it measured | logits of both held-out sets, the accuracy |

mod classifier;
mod counting;
mod function;
mod gradient;
mod model;
mod ranks;
mod training;

pub use classifier::{Classifier, Logits, classifier};
pub use counting::{
    BytesSent, Count, Counting, Messages, PeakBytes, Products, Rebuilt, RepeatedOrders, Steps,
};
pub use function::{Function, function};
pub use gradient::{Gradient, Traceable, gradient};
pub use model::{Model, model};
pub use ranks::{Gathered, Ranks, ranks};
pub use training::{Training, training};

use crate::sheet::{CheckKind, CurvePart, Returned};
use crate::values::Inputs;

/// Something that answers inputs of a fixed type with a fixed number of parts.
#[diagnostic::on_unimplemented(
    message = "a check cannot call this function: one of its inputs, or what it returns, cannot travel between programs",
    note = "numbers (`f32`, `f64`, `usize`, `u64`, `i64`), `bool`, `String`, a `Vec` of one of these or of `u8`, rows (`Vec<Vec<f32>>`, `Vec<Vec<f64>>`, `Vec<Vec<usize>>`, `Vec<Vec<Option<f32>>>`), tensors and `Vec`s of tensors can, and an `Option` or a `Result` of any of these; a result may also be a tuple of them",
    note = "for a struct of these, write `record!(Name {{ field, other_field }});` below it",
    note = "for anything else, implement `gradlings::values::Wire` for a type of the course's library"
)]
pub trait Handler {
    /// The inputs, as a tuple: what a generator of cases has to make.
    type Inputs: Inputs;

    /// A function of the same type that captures nothing: how a wrong implementation is written in one expression.
    type Function;

    /// The handler of such a function.
    type Other: Handler<Inputs = Self::Inputs>;

    /// How the function is called.
    const KIND: CheckKind;

    /// How `main` of an exercise writes it, with dots for the function: `function(...)`. Whatever is offered in another
    /// way than the reference's is not called.
    fn written() -> String;

    /// The names of the parts of an answer, given the names of the inputs.
    fn part_names(&self, inputs: &[&str]) -> Vec<String>;

    /// The series that such a function may report under these very names: they are drawn and watched, and not judged.
    fn watched(&self) -> Vec<CurvePart> {
        Vec::new()
    }

    /// Calls the function.
    fn answer(&self, inputs: Self::Inputs) -> Returned;

    /// The same with another function.
    fn other(function: Self::Function) -> Self::Other;

    /// The same, with one more part in the answer: what the library has counted during the call. Exercise and check write
    /// the same counts in the same order.
    ///
    /// ```
    /// use gradlings::prelude::*;
    ///
    /// /// Every rank gets what its left neighbour has.
    /// fn shift(rank: &mut Rank, values: Vec<f32>) -> Vec<f32> {
    ///     let (number, count) = (rank.number(), rank.count());
    ///     rank.send((number + 1) % count, &values);
    ///     rank.receive((number + count - 1) % count)
    /// }
    ///
    /// Reference::of("shift", ranks(shift).counting(Messages).counting(BytesSent))
    ///     .inputs(["values"])
    ///     .parts([("values", close()), ("messages", exact()), ("bytes sent", at_most(1.0))])
    ///     .cases(4, |g, i| (g.rows(2 + i, 3),));
    /// ```
    fn counting<C: Count>(self, _: C) -> Counting<Self, C>
    where
        Self: Sized,
    {
        Counting::of(self)
    }
}

/// Names for parts that have no better one.
fn numbered_parts(count: usize) -> Vec<String> {
    match count {
        1 => vec!["result".to_owned()],
        _ => (1..=count).map(|part| format!("result {part}")).collect(),
    }
}

/// Implements a macro for every number of inputs.
macro_rules! for_each_arity {
    ($implement:ident) => {
        $implement!(A 0);
        $implement!(A 0, B 1);
        $implement!(A 0, B 1, C 2);
        $implement!(A 0, B 1, C 2, D 3);
        $implement!(A 0, B 1, C 2, D 3, E 4);
        $implement!(A 0, B 1, C 2, D 3, E 4, G 5);
        $implement!(A 0, B 1, C 2, D 3, E 4, G 5, H 6);
        $implement!(A 0, B 1, C 2, D 3, E 4, G 5, H 6, I 7);
    };
}
use for_each_arity;
