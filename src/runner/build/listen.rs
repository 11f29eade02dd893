//! Listens to cargo: what is built, what rustc says of the programs, how rustc is called.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use cargo_metadata::Message;
use cargo_metadata::diagnostic::DiagnosticLevel;

use super::message::compiler_message;
use super::watch::Watch;
use super::{BuildEvent, GLANCE, GRACE};
use crate::runner::process::{Group, Stop};
use crate::runner::text;

#[derive(PartialEq, Eq)]
pub(super) enum Listened {
    ToTheEnd,
    UntilTimeout,
    UntilStopped,
    UntilTooLarge,
}

pub(super) enum FromCargo {
    Message(Box<Message>),
    Words(String),
}

pub(super) fn read_messages(output: impl std::io::Read, tell: &Sender<FromCargo>) {
    // Lines that do not parse are skipped: a build script of a dependency may print anything.
    for message in Message::parse_stream(BufReader::new(output)).flatten() {
        if tell.send(FromCargo::Message(Box::new(message))).is_err() {
            return;
        }
    }
}

pub(super) fn read_words(errors: impl std::io::Read, tell: &Sender<FromCargo>) {
    for line in BufReader::new(errors).lines().map_while(Result::ok) {
        if tell.send(FromCargo::Words(text::plain(&line))).is_err() {
            return;
        }
    }
}

pub(super) struct Listener<'a> {
    pub(super) programs: &'a [String],
    pub(super) of: usize,
    pub(super) done: usize,
    pub(super) budget: Duration,
    pub(super) deadline: Instant,
    pub(super) executables: Vec<(String, PathBuf)>,
    pub(super) failed: bool,
    pub(super) words: Vec<String>,
    /// The calls of rustc, in cargo's words.
    pub(super) calls: Vec<String>,
    pub(super) watch: Watch,
}

impl Listener<'_> {
    /// Listens until cargo is silent for good, its time is up, or it was stopped and did not end soon after.
    pub(super) fn listen(
        &mut self,
        heard: &Receiver<FromCargo>,
        group: &Group,
        stop: &Stop,
        happened: &mut dyn FnMut(BuildEvent),
    ) -> Listened {
        let mut stopped_at: Option<Instant> = None;
        loop {
            let now = Instant::now();
            if now >= self.deadline {
                return Listened::UntilTimeout;
            }
            if self.watch.is_too_large(group, now) {
                return Listened::UntilTooLarge;
            }
            self.watch.tell(now, self.deadline, happened);
            if stop.is_stopped() && now >= *stopped_at.get_or_insert(now) + GRACE {
                return Listened::UntilStopped;
            }
            match heard.recv_timeout((self.deadline - now).min(GLANCE)) {
                Ok(FromCargo::Message(message)) => self.message(*message, happened),
                Ok(FromCargo::Words(words)) => self.words(words, happened),
                Err(RecvTimeoutError::Disconnected) => return Listened::ToTheEnd,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    fn message(&mut self, message: Message, happened: &mut dyn FnMut(BuildEvent)) {
        match message {
            Message::CompilerArtifact(artifact) => {
                // A crate whose build script is built is not built yet.
                let is_crate = !artifact.target.is_custom_build();
                let name = artifact.target.name;
                match artifact.executable {
                    Some(executable) if self.programs.contains(&name) => {
                        self.executables.push((name, executable.into()));
                    }
                    _ => {
                        self.done += usize::from(is_crate);
                        if !artifact.fresh {
                            // The budget is the learner's file's; dependencies take what they take.
                            self.deadline = Instant::now() + self.budget.max(FIRST_BUILD);
                            happened(BuildEvent::Progress {
                                done: self.done,
                                of: self.of.max(self.done),
                                what: name,
                            });
                        } else {
                            self.deadline = Instant::now() + self.budget;
                        }
                    }
                }
            }
            Message::CompilerMessage(message) => {
                let ours = self.programs.contains(&message.target.name);
                let is_error = matches!(
                    message.message.level,
                    DiagnosticLevel::Error | DiagnosticLevel::Ice
                );
                if ours {
                    self.failed |= is_error;
                    let source = message.target.src_path.as_std_path();
                    if let Some(told) = compiler_message(&message.message, source) {
                        happened(BuildEvent::Message {
                            program: message.target.name,
                            message: told,
                        });
                    }
                } else if is_error {
                    self.words.push(text::plain(&message.message.message));
                }
            }
            _ => {}
        }
    }

    fn words(&mut self, words: String, happened: &mut dyn FnMut(BuildEvent)) {
        let said = words.trim();
        if said.starts_with("Running `") {
            // cargo is verbose for these; a first build of everything calls rustc a hundred times.
            let of_a_program =
                |program: &String| said.contains(&format!("--crate-name {program} "));
            if self.programs.iter().any(of_a_program) {
                self.calls.push(words);
            }
            return;
        }
        if ["Downloading", "Downloaded", "Updating", "Blocking"]
            .iter()
            .any(|word| said.starts_with(word))
        {
            self.deadline = Instant::now() + self.budget.max(FIRST_BUILD);
            happened(BuildEvent::Progress {
                done: self.done,
                of: self.of,
                what: said.to_owned(),
            });
        } else if ![
            "Compiling",
            "Finished",
            "Locking",
            "Adding",
            "Fresh",
            "Dirty",
        ]
        .iter()
        .any(|word| said.starts_with(word))
            && !said.is_empty()
            && self.words.len() < 12
        {
            self.words.push(said.to_owned());
        }
    }
}

/// The longest that one dependency may take to build or download.
const FIRST_BUILD: Duration = Duration::from_secs(600);
