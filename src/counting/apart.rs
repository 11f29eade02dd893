//! Whether each rank knows of the others only what they sent it.
//!
//! Every rank is run again with the values and the messages that it had, among others that have other values, and so other
//! messages. What it sends and returns follows from what it had, so it has to be the same; where it is not, something of the
//! others reached it some other way. All ranks run at once, as before, so that nothing waits for what is not there.

use std::collections::VecDeque;
use std::sync::Arc;

use super::message::Message;
use super::post::Post;
use super::ranks::{Mail, Over, Ran, Rank, attempt};

/// The first rank of a run that did not learn from its messages alone what it knows of the others. `own` gives the inputs of
/// the run once more, `other` inputs with other numbers; `same` says whether two results are.
pub(crate) fn knows_too_much<A: Send, R: Send>(
    ran: &Ran<R>,
    own: impl Fn() -> Vec<A>,
    other: impl Fn() -> Vec<A>,
    function: &(impl Fn(&mut Rank, A) -> R + Sync),
    same: impl Fn(&R, &R) -> bool,
) -> Option<usize> {
    let ranks = ran.results.len();
    let together = |inputs: Vec<A>| {
        let post = Arc::new(Post::new(ranks));
        let mail = (0..ranks).map(|_| Mail::Post(Arc::clone(&post)));
        attempt(inputs, mail.collect(), function)
    };
    let elsewhere = together(other()).into_iter();
    let elsewhere: Vec<Message> = elsewhere.flat_map(|over| over.sent).collect();
    let among_others = |rank: usize| {
        let inputs = own().into_iter().zip(other()).enumerate();
        let inputs = inputs.map(|(it, (own, other))| if it == rank { own } else { other });
        let mail = (0..ranks).map(|it| match it == rank {
            true => script(&ran.messages, it, ranks),
            false => script(&elsewhere, it, ranks),
        });
        attempt(inputs.collect(), mail.collect(), function)
    };
    let is_as_before = |rank: usize, overs: Vec<Over<R>>| {
        let sent = ran.messages.iter().filter(|message| message.from == rank);
        overs.get(rank).is_some_and(|over| {
            let result = over.result.as_ref();
            result.is_ok_and(|result| same(result, &ran.results[rank]))
                && are_same(sent, &over.sent)
        })
    };
    let changed = (0..ranks).find(|&rank| !is_as_before(rank, among_others(rank)))?;
    // A rank that is never twice the same, because it draws random numbers, says nothing about the others.
    is_as_before(changed, together(own())).then_some(changed)
}

/// The messages of a run for one rank, each sender's in the order of sending.
fn script(messages: &[Message], to: usize, ranks: usize) -> Mail {
    let mut boxes = vec![VecDeque::new(); ranks];
    for message in messages.iter().filter(|message| message.to == to) {
        boxes[message.from].push_back(message.clone());
    }
    Mail::Script(boxes)
}

/// Whether messages are the same, bit for bit: NaN is NaN.
fn are_same<'a>(some: impl Iterator<Item = &'a Message>, others: &[Message]) -> bool {
    let bits = |message: &Message| -> (usize, Vec<u32>) {
        let bits = message.values.iter().map(|x| x.to_bits());
        (message.to, bits.collect())
    };
    some.map(bits).eq(others.iter().map(bits))
}
