//! Mailboxes between ranks: for each pair in the order of sending. A wait that can never end is noticed at once, without a
//! clock.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::message::Message;
use crate::words::ranks as words;

/// The mailboxes of all ranks.
pub(super) struct Post {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    /// What is under way, by the rank it is for and the one it is from.
    boxes: Vec<Vec<VecDeque<Message>>>,
    doing: Vec<Doing>,
    /// Set once no rank can go on.
    stuck: Option<Stuck>,
}

#[derive(Clone, Copy, PartialEq)]
enum Doing {
    Working,
    Waiting { from: usize },
    Ended,
    Failed,
}

/// Who is told that its wait never ends, and in which words. Nobody, where a rank failed by itself.
struct Stuck {
    told: Option<(usize, String)>,
}

/// Why no message comes.
pub(super) enum Missed {
    /// It never will, in a sentence.
    NeverComes(String),
    /// Another rank is told why.
    Over,
}

impl Post {
    pub(super) fn new(ranks: usize) -> Self {
        Self {
            state: Mutex::new(State {
                boxes: vec![vec![VecDeque::new(); ranks]; ranks],
                doing: vec![Doing::Working; ranks],
                stuck: None,
            }),
            changed: Condvar::new(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn send(&self, message: Message) {
        self.state().boxes[message.to][message.from].push_back(message);
        self.changed.notify_all();
    }

    /// Waits for the next message from `from`.
    pub(super) fn receive(&self, rank: usize, from: usize) -> Result<Message, Missed> {
        let mut state = self.state();
        loop {
            if let Some(message) = state.boxes[rank][from].pop_front() {
                state.doing[rank] = Doing::Working;
                return Ok(message);
            }
            match &state.stuck {
                Some(Stuck {
                    told: Some((it, why)),
                }) if *it == rank => {
                    return Err(Missed::NeverComes(why.clone()));
                }
                Some(_) => return Err(Missed::Over),
                None => {}
            }
            state.doing[rank] = Doing::Waiting { from };
            if state.settle() {
                self.changed.notify_all();
            } else {
                state = self
                    .changed
                    .wait(state)
                    .unwrap_or_else(PoisonError::into_inner);
            }
        }
    }

    /// A rank is at its end.
    pub(super) fn end(&self, rank: usize, failed: bool) {
        let mut state = self.state();
        state.doing[rank] = if failed { Doing::Failed } else { Doing::Ended };
        if state.settle() {
            self.changed.notify_all();
        }
    }

    /// A message that nobody received: who it is for, and who it is from.
    pub(super) fn left(&self) -> Option<(usize, usize)> {
        let state = self.state();
        let boxes = state.boxes.iter().enumerate();
        boxes
            .flat_map(|(to, from)| {
                from.iter()
                    .enumerate()
                    .map(move |(it, left)| (to, it, left))
            })
            .find_map(|(to, from, left)| (!left.is_empty()).then_some((to, from)))
    }
}

impl State {
    /// Notices that no rank can go on: each is at its end or waits for what is not under way, and some wait. Then one of
    /// those is to be told. Which one follows from what the ranks did, never from who was faster.
    fn settle(&mut self) -> bool {
        let waiting = |(rank, doing): (usize, &Doing)| match doing {
            Doing::Waiting { from } => Some((rank, *from)),
            _ => None,
        };
        let waits: Vec<(usize, usize)> =
            self.doing.iter().enumerate().filter_map(waiting).collect();
        let is_working = self.doing.contains(&Doing::Working);
        let is_served = |&(rank, from): &(usize, usize)| !self.boxes[rank][from].is_empty();
        if self.stuck.is_some() || is_working || waits.is_empty() || waits.iter().any(is_served) {
            return false;
        }
        let for_nothing = |&&(_, from): &&(usize, usize)| self.doing[from] == Doing::Ended;
        let told = waits.iter().find(for_nothing).unwrap_or(&waits[0]);
        let told = (told.0, self.why(*told));
        self.stuck = Some(Stuck {
            told: (!self.doing.contains(&Doing::Failed)).then_some(told),
        });
        true
    }

    fn why(&self, (rank, from): (usize, usize)) -> String {
        match self.doing[from] {
            Doing::Waiting { from: third } if third == rank => words::from_each_other(rank, from),
            Doing::Waiting { from: third } => words::from_waiting(rank, from, third),
            Doing::Working | Doing::Ended | Doing::Failed => words::from_ended(rank, from),
        }
    }
}
