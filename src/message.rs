//! The messages between the runner and the programs it judges. How they travel, [`wire`](crate::wire) says.

mod show;

use serde::{Deserialize, Serialize};

use crate::report::Report;
use crate::sheet::{Answer, Depth, Planned};
use crate::wire::{Ask, Chunk, MAX_VALUES, Reply, Value};

/// The first frame of a program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hello {
    /// [`crate::wire::VERSION`] of the library the program was built with.
    pub version: u32,
    /// What the program is.
    pub role: Role,
    /// What it offers, in the order of its file.
    pub offers: Vec<Offer>,
}

/// Which of the two programs of an exercise is speaking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Built from the learner's file: untrusted.
    Candidate,
    /// Built from the solution: trusted.
    Reference,
}

/// One function that a program offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The name given to `offer`.
    pub name: String,
    /// How many inputs it takes.
    pub inputs: usize,
    /// How it is called, as `main` writes it: `ranks(...).counting(Messages)`.
    pub written: String,
    /// For each input the name of its type, where that measures what is done with it.
    pub metered: Vec<Option<String>>,
}

/// What the runner asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// One input of the call or the inspection that follows, where all of them do not fit one frame.
    Input(Value),
    /// Of a candidate: call `function` with `inputs`. Every random number of dfdx's device starts from `seed`.
    Call {
        /// The name of the offer.
        function: String,
        /// One value per parameter, without those sent before.
        inputs: Vec<Value>,
        /// The seed of the device.
        seed: u64,
    },
    /// Of a reference: say which checks there are.
    Plan,
    /// Of a reference: work out one check, as far as that is wanted.
    Check {
        /// Its number in the plan.
        number: usize,
        /// The seed of the cases.
        seed: u64,
        /// How much of it.
        depth: Depth,
    },
    /// Of a reference: say what is wrong with these answers, for comparators that only it can run.
    Inspect {
        /// Which check.
        check: String,
        /// The inputs of the case, without those sent before.
        inputs: Vec<Value>,
        /// The candidate's answer to it.
        parts: Vec<Value>,
    },
    /// To a candidate that is being called: the answer to what it asked.
    Reply(Reply),
}

impl Request {
    /// The request as it is sent: its inputs one by one where they do not fit one frame together with the answer.
    pub fn in_frames(mut self) -> Vec<Request> {
        let size = |values: &[Value]| values.iter().map(Value::byte_count).sum::<usize>();
        let (inputs, others) = match &mut self {
            Request::Call { inputs, .. } => (inputs, 0),
            Request::Inspect { inputs, parts, .. } => (inputs, size(parts)),
            _ => return vec![self],
        };
        let mut frames = Vec::new();
        if size(inputs) + others > MAX_VALUES {
            frames.extend(inputs.drain(..).map(Request::Input));
        }
        frames.push(self);
        frames
    }
}

/// What a candidate sends after its [`Hello`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromCandidate {
    /// The answer to the last request.
    Answer(Answer),
    /// Something to draw while it works.
    Report(Report),
    /// A question: it waits for a [`Request::Reply`].
    Ask(Ask),
    /// Words for the person who tries it out, without an end of line of their own.
    Said(String),
}

/// What a reference sends after its [`Hello`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromReference {
    /// How far it is.
    Progress {
        /// Steps done.
        done: usize,
        /// Steps in all.
        of: usize,
    },
    /// The answer to [`Request::Plan`].
    Plan(Vec<Planned>),
    /// A part of the answer to [`Request::Check`]: several chunks are a [`Fragment`](crate::sheet::Fragment) of the
    /// check, several fragments the check.
    Chunk(Chunk),
    /// The answer to [`Request::Inspect`]: nothing, or what is wrong in one sentence.
    Inspected(Option<String>),
    /// The solution itself failed: an error of the course.
    Broken(String),
}
