//! Listens to cargo: what is built, how rustc is called, what goes wrong.

use std::io::{BufRead, BufReader};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use cargo_metadata::Message;
use cargo_metadata::diagnostic::DiagnosticLevel;

use super::BuildEvent;
use super::package::STUB;
use super::watch::Watch;
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

pub(super) struct Listener {
    /// Crates in all, or 0 where that is not known.
    of: usize,
    done: usize,
    /// When cargo has been silent for too long.
    deadline: Instant,
    /// What cargo complains about.
    pub(super) words: Vec<String>,
    /// How rustc is called for the stub, in cargo's words.
    pub(super) call: Option<String>,
    watch: Watch,
}

impl Listener {
    pub(super) fn new(of: usize) -> Self {
        Self {
            of,
            done: 0,
            deadline: Instant::now() + LONGEST,
            words: Vec::new(),
            call: None,
            watch: Watch::new(LONGEST),
        }
    }

    /// Listens until cargo is silent for good, is stuck, or was stopped and did not end soon after.
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
                self.deadline = Instant::now() + LONGEST;
                // A crate whose build script is built is not built yet.
                self.done += usize::from(!artifact.target.is_custom_build());
                if !artifact.fresh && artifact.target.name != STUB {
                    happened(BuildEvent::Progress {
                        done: self.done,
                        of: self.of.max(self.done),
                        what: artifact.target.name,
                    });
                }
            }
            Message::CompilerMessage(message) => {
                let is_error = matches!(
                    message.message.level,
                    DiagnosticLevel::Error | DiagnosticLevel::Ice
                );
                if is_error {
                    let said = message.message.rendered.unwrap_or(message.message.message);
                    self.words
                        .extend(text::plain(&said).lines().map(str::to_owned));
                }
            }
            _ => {}
        }
    }

    fn words(&mut self, words: String, happened: &mut dyn FnMut(BuildEvent)) {
        let said = words.trim();
        if said.starts_with("Running `") {
            // cargo is verbose for this one; a first build of everything calls rustc a hundred times.
            if said.contains(&format!("--crate-name {STUB} ")) {
                self.call = Some(words);
            }
            return;
        }
        if ["Downloading", "Downloaded", "Updating", "Blocking"]
            .iter()
            .any(|word| said.starts_with(word))
        {
            self.deadline = Instant::now() + LONGEST;
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
            && self.words.len() < MOST_WORDS
        {
            self.words.push(said.to_owned());
        }
    }
}

/// The longest that one dependency may take to build or download.
const LONGEST: Duration = Duration::from_secs(600);

/// Lines of complaint that are kept: the cause stands among the first.
const MOST_WORDS: usize = 40;

/// How long a stopped cargo may go on.
const GRACE: Duration = Duration::from_millis(400);

/// How often a silent cargo is asked whether it was stopped.
const GLANCE: Duration = Duration::from_millis(50);
