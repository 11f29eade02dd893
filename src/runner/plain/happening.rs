//! Everything that can happen while plain mode watches, on one channel.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

use crate::runner::check::Tried;
use crate::runner::event::CheckEvent;
use crate::runner::plain::typed;

/// Everything that can happen.
#[derive(Debug)]
pub enum Event {
    /// The check with this number says something.
    Check(u64, Box<CheckEvent>),
    /// The check with this number says nothing more.
    CheckGone(u64),
    /// What was in use under this number has ended.
    Tried(u64, Box<Tried>),
    /// A file was saved.
    Saved(PathBuf),
    /// A line was typed.
    Typed(String),
    /// Ctrl-D.
    Closed,
    /// The end of a pipe or of a file: nobody types.
    Silent,
    /// Ctrl-C.
    Interrupted,
}

/// Reads lines on a thread of its own, which ends with the program.
pub fn read_lines(sender: Sender<Event>) {
    thread::spawn(move || {
        let mut input = io::stdin().lock();
        loop {
            while let Some(line) = typed::line(&mut input) {
                if sender.send(Event::Typed(line)).is_err() {
                    return;
                }
            }
            // The end of a pipe or of /dev/null says that nobody types; only a person who types Ctrl-D wants to leave, or to
            // end the lines of a program, and goes on after that.
            let is_person = io::stdin().is_terminal();
            let end = match is_person {
                true => Event::Closed,
                false => Event::Silent,
            };
            if sender.send(end).is_err() || !is_person {
                return;
            }
        }
    });
}

/// Passes the events of one check on, with its number.
pub struct Tell(pub u64, pub Sender<Event>);

impl Tell {
    /// Passes one on.
    pub fn tell(&self, event: CheckEvent) {
        let _ = self.1.send(Event::Check(self.0, Box::new(event)));
    }
}

impl Drop for Tell {
    fn drop(&mut self) {
        let _ = self.1.send(Event::CheckGone(self.0));
    }
}
