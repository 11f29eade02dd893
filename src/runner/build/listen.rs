//! Listens to cargo: what is built, how rustc is called, what goes wrong.

use std::io::{BufRead, BufReader};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use cargo_metadata::Message;
use cargo_metadata::diagnostic::DiagnosticLevel;

use super::event::BuildEvent;
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
    /// Crates to build, or 0 where that is not known.
    of: usize,
    /// Those that are built.
    done: usize,
    compiling: Compiling,
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
            compiling: Compiling::default(),
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
                // A crate whose build script is built is not built yet. One that an earlier build left, which was stopped, is none
                // of those to build, and would make the others look faster than they are.
                let is_crate = usize::from(!artifact.target.is_custom_build());
                match artifact.fresh {
                    true => self.of = self.of.saturating_sub(is_crate),
                    false => self.done += is_crate,
                }
                if !artifact.fresh && artifact.target.name != STUB {
                    self.compiling.ends(&artifact.target.name);
                    let now = self.compiling.longest().map(str::to_owned);
                    self.tell(now.unwrap_or(artifact.target.name), happened);
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

    fn tell(&self, what: String, happened: &mut dyn FnMut(BuildEvent)) {
        happened(BuildEvent::Progress {
            done: self.done,
            of: self.of.max(self.done),
            what,
            spent: self.compiling.spent(Instant::now()),
        });
    }

    fn words(&mut self, words: String, happened: &mut dyn FnMut(BuildEvent)) {
        let said = words.trim();
        if said.starts_with("Running `") {
            // cargo is verbose for this one; a first build of everything calls rustc a hundred times.
            match named(said) {
                Some(STUB) => self.call = Some(words),
                // A build script, which every second crate has, is called like all others.
                Some(name) if !name.starts_with("build_script_") => {
                    self.compiling.begins(name, Instant::now());
                    let longest = self.compiling.longest().map(str::to_owned);
                    self.tell(longest.unwrap_or_default(), happened);
                }
                _ => {}
            }
            return;
        }
        if ["Downloading", "Downloaded", "Updating", "Blocking"]
            .iter()
            .any(|word| said.starts_with(word))
        {
            self.deadline = Instant::now() + LONGEST;
            self.tell(said.to_owned(), happened);
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

/// The crates that are being compiled, the one that began first in front.
#[derive(Default)]
struct Compiling {
    crates: Vec<String>,
    began: Option<Instant>,
}

impl Compiling {
    fn begins(&mut self, name: &str, now: Instant) {
        self.began.get_or_insert(now);
        self.crates.push(name.to_owned());
    }

    /// cargo says `gemm-common` of what rustc calls `gemm_common`.
    fn ends(&mut self, name: &str) {
        let name = name.replace('-', "_");
        if let Some(at) = self.crates.iter().position(|it| *it == name) {
            self.crates.remove(at);
        }
    }

    fn longest(&self) -> Option<&str> {
        self.crates.first().map(String::as_str)
    }

    fn spent(&self, now: Instant) -> Duration {
        self.began.map_or(Duration::ZERO, |began| now - began)
    }
}

/// The crate that a call of rustc compiles, in cargo's words for that call.
fn named(call: &str) -> Option<&str> {
    let (_, rest) = call.split_once("--crate-name ")?;
    rest.split(' ').next()
}

/// The longest that one dependency may take to build or download.
const LONGEST: Duration = Duration::from_secs(600);

/// Lines of complaint that are kept: the cause stands among the first.
const MOST_WORDS: usize = 40;

/// How long a stopped cargo may go on.
const GRACE: Duration = Duration::from_millis(400);

/// How often a silent cargo is asked whether it was stopped.
const GLANCE: Duration = Duration::from_millis(50);

#[cfg(test)]
mod tests {
    use super::*;

    /// What cargo says of a crate that is there: it was compiled, or an earlier build left it.
    fn artifact(name: &str, fresh: bool) -> Message {
        let line = format!(
            r#"{{"reason":"compiler-artifact","package_id":"p","manifest_path":"/p/Cargo.toml","target":{{"kind":["lib"],"crate_types":["lib"],"name":"{name}","src_path":"/p/lib.rs","edition":"2021","doc":true,"doctest":true,"test":true}},"profile":{{"opt_level":"3","debuginfo":0,"debug_assertions":false,"overflow_checks":false,"test":false}},"features":[],"filenames":[],"executable":null,"fresh":{fresh}}}"#
        );
        let mut parsed = Message::parse_stream(line.as_bytes());
        parsed.next().expect("a line").expect("JSON")
    }

    /// What cargo says of a first build with two compilers at work: what it runs, and the crates that are done.
    #[test]
    fn a_build_names_the_crate_that_is_being_compiled_and_not_the_one_that_is_done() {
        let runs = |name: &str| {
            let call =
                format!("     Running `/r/rustc --crate-name {name} --edition=2021 src/lib.rs`");
            FromCargo::Words(call)
        };
        let done = |name: &str| FromCargo::Message(Box::new(artifact(name, false)));
        let script = "     Running `/r/rustc --crate-name build_script_build build.rs`".to_owned();
        let steps = [
            (
                FromCargo::Words("  Downloaded libm v0.2.16".to_owned()),
                Some((0, "Downloaded libm v0.2.16")),
            ),
            (
                FromCargo::Words("   Compiling libm v0.2.16".to_owned()),
                None,
            ),
            (FromCargo::Words(script), None),
            (runs("libm"), Some((0, "libm"))),
            (runs("gemm_common"), Some((0, "libm"))),
            (done("libm"), Some((1, "gemm_common"))),
            (runs("dfdx"), Some((1, "gemm_common"))),
            (done("gemm-common"), Some((2, "dfdx"))),
            (done("dfdx"), Some((3, "dfdx"))),
            (runs(STUB), None),
        ];
        let mut listener = Listener::new(3);
        for (heard, expected) in steps {
            let mut told = Vec::new();
            let mut happened = |event| {
                if let BuildEvent::Progress { done, what, .. } = event {
                    told.push((done, what));
                }
            };
            match heard {
                FromCargo::Words(words) => listener.words(words, &mut happened),
                FromCargo::Message(message) => listener.message(*message, &mut happened),
            }
            let expected: Vec<(usize, String)> = expected
                .into_iter()
                .map(|(done, what)| (done, what.to_owned()))
                .collect();
            assert_eq!(told, expected);
        }
        assert!(listener.call.is_some_and(|call| call.contains(STUB)));
    }

    #[test]
    fn what_a_stopped_build_left_is_not_counted_among_what_is_built() {
        let mut listener = Listener::new(4);
        let mut told = Vec::new();
        for (name, fresh) in [
            ("libm", true),
            ("half", true),
            ("dfdx", false),
            ("gradlings", false),
        ] {
            listener.message(artifact(name, fresh), &mut |event| {
                if let BuildEvent::Progress { done, of, .. } = event {
                    told.push((done, of));
                }
            });
        }
        assert_eq!(told, [(1, 2), (2, 2)]);
    }
}
