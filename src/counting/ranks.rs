//! Ranks: one function that runs several times at once, each time with values of its own and a mailbox.

use std::any::Any;
use std::collections::VecDeque;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use super::message::Message;
use super::post::{Missed, Post};
use crate::call::{Panic, caught};
use crate::stop::{stop, stop_here};
use crate::tensor::{seed, seed_device};
use crate::words::ranks as words;

/// One of several that work together, each on a machine of its own: what it knows of the others, they have sent it.
///
/// ```
/// use gradlings::counting::run;
///
/// // Two ranks exchange what they have.
/// let ran = run(vec![1.0, 2.0], |rank, value: f32| {
///     let other = 1 - rank.number();
///     rank.send(other, &[value]);
///     rank.receive(other)[0]
/// });
/// assert_eq!(ran.results, [2.0, 1.0]);
/// assert_eq!((ran.bytes_sent(), ran.steps), (vec![4, 4], 1));
/// ```
pub struct Rank {
    number: usize,
    count: usize,
    mail: Mail,
    sent: Vec<Message>,
    /// The steps in which it last sent and last received something.
    last_sent: usize,
    last_received: usize,
}

/// Where messages come from and go to.
pub(super) enum Mail {
    /// To and from the other ranks.
    Post(Arc<Post>),
    /// From an earlier run, by sender; what is sent goes nowhere.
    Script(Vec<VecDeque<Message>>),
}

/// The panic of a rank that waits for one that has failed: nobody is told of it.
struct Released;

impl Rank {
    /// Which one it is, counted from 0.
    pub fn number(&self) -> usize {
        self.number
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Sends numbers to another rank. They are counted, and it does not wait until they are received.
    ///
    /// A message to itself, or to a rank that is not there, ends the call.
    #[track_caller]
    pub fn send(&mut self, to: usize, values: &[f32]) {
        if to == self.number {
            stop_here(words::to_itself(to));
        } else if to >= self.count {
            stop_here(words::to_nobody(self.number, to, self.count - 1));
        }
        let message = Message {
            step: 1 + self.last_sent.max(self.last_received),
            from: self.number,
            to,
            values: values.to_vec(),
        };
        self.last_sent = message.step;
        self.sent.push(message.clone());
        if let Mail::Post(post) = &self.mail {
            post.send(message);
        }
    }

    /// Waits for the next message from another rank: messages of one rank come in the order in which it sent them.
    ///
    /// A message that never comes, because the other rank has ended or waits as well, ends the call.
    #[track_caller]
    pub fn receive(&mut self, from: usize) -> Vec<f32> {
        if from == self.number {
            stop_here(words::from_itself(from));
        } else if from >= self.count {
            stop_here(words::from_nobody(self.number, from, self.count - 1));
        }
        let message = match &mut self.mail {
            Mail::Post(post) => post.receive(self.number, from),
            Mail::Script(boxes) => boxes[from].pop_front().ok_or(Missed::Over),
        };
        match message {
            Ok(message) => {
                self.last_received = message.step.max(1 + self.last_received);
                message.values
            }
            Err(Missed::NeverComes(why)) => stop_here(why),
            Err(Missed::Over) => resume_unwind(Box::new(Released)),
        }
    }
}

/// What came of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Ran<R> {
    /// What each rank returned.
    pub results: Vec<R>,
    /// All messages, step by step, and within a step by sender.
    pub messages: Vec<Message>,
    /// Steps that it took, see [`Message::step`].
    pub steps: usize,
}

impl<R> Ran<R> {
    /// How many messages each rank sent.
    pub fn messages_sent(&self) -> Vec<usize> {
        self.by_sender(|_| 1)
    }

    /// How many bytes each rank sent.
    pub fn bytes_sent(&self) -> Vec<usize> {
        self.by_sender(Message::bytes)
    }

    /// How many bytes one rank received.
    pub fn bytes_received(&self, rank: usize) -> usize {
        let received = self.messages.iter().filter(|message| message.to == rank);
        received.map(Message::bytes).sum()
    }

    fn by_sender(&self, count: impl Fn(&Message) -> usize) -> Vec<usize> {
        let mut counts = vec![0; self.results.len()];
        for message in &self.messages {
            counts[message.from] += count(message);
        }
        counts
    }
}

/// Runs `function` once for each of `inputs`, all at the same time, and waits for all of them.
///
/// # Panics
/// With what a rank panicked with (the first of them), or where messages and waits do not fit each other.
pub fn run<A: Send, R: Send>(
    inputs: Vec<A>,
    function: impl Fn(&mut Rank, A) -> R + Sync,
) -> Ran<R> {
    let ranks = inputs.len();
    let post = Arc::new(Post::new(ranks));
    let mail = vec![(); ranks]
        .into_iter()
        .map(|()| Mail::Post(Arc::clone(&post)));
    let mut ran = Ran {
        results: Vec::new(),
        messages: Vec::new(),
        steps: 0,
    };
    let mut failures = Vec::new();
    for over in attempt(inputs, mail.collect(), &function) {
        ran.steps = ran.steps.max(over.steps);
        ran.messages.extend(over.sent);
        match over.result {
            Ok(result) => ran.results.push(result),
            Err(panic) => failures.push(panic),
        }
    }
    if !failures.is_empty() {
        let is_own = |panic: &Panic| !panic.payload.is::<Released>();
        let first = failures.iter().position(is_own).unwrap_or(0);
        let failure: Box<dyn Any + Send> = Box::new(failures.swap_remove(first));
        resume_unwind(failure);
    }
    if let Some((to, from)) = post.left() {
        stop(words::not_received(to, from));
    }
    ran.messages.sort_by_key(|it| (it.step, it.from));
    ran
}

/// One rank at its end.
pub(super) struct Over<R> {
    pub result: Result<R, Panic>,
    /// In the order of sending.
    pub sent: Vec<Message>,
    pub steps: usize,
}

/// Runs all ranks with these mailboxes, and waits until each is at its end, whichever.
pub(super) fn attempt<A: Send, R: Send>(
    inputs: Vec<A>,
    mail: Vec<Mail>,
    function: &(impl Fn(&mut Rank, A) -> R + Sync),
) -> Vec<Over<R>> {
    let (count, seed) = (inputs.len(), seed());
    let one = move |number: usize, input: A, mail: Mail| {
        // Every thread has a device of its own.
        seed_device(seed);
        let post = match &mail {
            Mail::Post(post) => Some(Arc::clone(post)),
            Mail::Script(_) => None,
        };
        let mut rank = Rank {
            number,
            count,
            mail,
            sent: Vec::new(),
            last_sent: 0,
            last_received: 0,
        };
        let result = caught(|| function(&mut rank, input));
        if let Some(post) = post {
            post.end(number, result.is_err());
        }
        Over {
            result,
            sent: rank.sent,
            steps: rank.last_sent.max(rank.last_received),
        }
    };
    thread::scope(|scope| {
        let ranks = inputs.into_iter().zip(mail).enumerate();
        let threads: Vec<_> = ranks
            .map(|(number, (input, mail))| scope.spawn(move || one(number, input, mail)))
            .collect();
        let ends = threads.into_iter().map(|thread| match thread.join() {
            Ok(over) => over,
            // Whatever a rank does is caught on its thread; what is left is a fault of this file.
            Err(payload) => resume_unwind(payload),
        });
        ends.collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stop::Stopped;

    /// What a run of so many ranks is stopped with.
    fn said(ranks: usize, function: fn(&mut Rank)) -> String {
        let ended = caught(|| run(vec![(); ranks], |rank, ()| function(rank)));
        let Err(panic) = ended else {
            return "nothing".to_owned();
        };
        // The panic of a rank comes inside of the one of the run.
        let payload = match panic.payload.downcast::<Panic>() {
            Ok(of_rank) => of_rank.payload,
            Err(payload) => payload,
        };
        payload
            .downcast::<Stopped>()
            .map_or_else(|_| "a panic".to_owned(), |stopped| stopped.why)
    }

    #[test]
    fn what_ranks_cannot_do_is_told_and_the_same_each_time() {
        type Row = (usize, fn(&mut Rank), &'static str);
        let table: [Row; 11] = [
            (
                3,
                |rank| rank.send(rank.number(), &[]),
                "Rank 0 sends a message to itself",
            ),
            (
                3,
                |rank| rank.send(3, &[]),
                "Rank 0 sends a message to rank 3, but the ranks go from 0 to 2.",
            ),
            (
                3,
                |rank| drop(rank.receive(rank.number())),
                "Rank 0 waits for a message from itself",
            ),
            (
                3,
                |rank| drop(rank.receive(7)),
                "Rank 0 waits for a message from rank 7, but",
            ),
            (
                3,
                |rank| drop(rank.receive((rank.number() + 1) % 3)),
                "Rank 0 waits for a message from rank 1 that never comes: rank 1 waits as well, for one from rank 2.",
            ),
            (
                2,
                |rank| drop(rank.receive(1 - rank.number())),
                "Rank 0 waits for a message from rank 1 that never comes: rank 1 waits for one from rank 0.",
            ),
            (
                3,
                |rank| match rank.number() {
                    1 => {}
                    number => drop(rank.receive((number + 2) % 3)),
                },
                "Rank 2 waits for a message from rank 1 that never comes: rank 1 has ended.",
            ),
            (
                2,
                |rank| rank.send(1 - rank.number(), &[1.0]),
                "Rank 0 ends without the message that rank 1 sent it",
            ),
            // Who fails by itself is told that; who waits for it is not at fault.
            (
                3,
                |rank| match rank.number() {
                    2 => rank.send(2, &[]),
                    number => drop(rank.receive(number + 1)),
                },
                "Rank 2 sends a message to itself",
            ),
            (
                2,
                |rank| match rank.number() {
                    1 => panic!("by itself"),
                    _ => drop(rank.receive(1)),
                },
                "a panic",
            ),
            (0, |rank| rank.send(0, &[]), "nothing"),
        ];
        for _ in 0..20 {
            for (number, (ranks, function, wanted)) in table.iter().enumerate() {
                let said = said(*ranks, *function);
                assert!(
                    said.contains(wanted),
                    "row {number}: {said:?}, not {wanted:?}"
                );
            }
        }
    }

    #[test]
    fn messages_of_one_pair_come_in_order_and_steps_do_not_depend_on_who_is_faster() {
        for _ in 0..20 {
            let ran = run(vec![(); 3], |rank, ()| {
                if rank.number() > 0 {
                    for at in 0..4 {
                        rank.send(0, &[at as f32, rank.number() as f32]);
                    }
                    return rank.receive(0);
                }
                // The slower one first.
                let mut seen = Vec::new();
                for from in [2, 1] {
                    for _ in 0..4 {
                        seen.push(rank.receive(from)[0]);
                    }
                }
                rank.send(1, &[]);
                rank.send(2, &seen);
                seen
            });
            assert_eq!(ran.results[0], [0.0, 1.0, 2.0, 3.0, 0.0, 1.0, 2.0, 3.0]);
            assert_eq!(ran.results[2], ran.results[0]);
            assert_eq!(ran.messages_sent(), [2, 4, 4]);
            assert_eq!(ran.bytes_sent(), [32, 32, 32]);
            assert_eq!(ran.bytes_received(0), 64);
            // Eight come in one by one, then two go out.
            assert_eq!(ran.steps, 10);
        }
    }
}
