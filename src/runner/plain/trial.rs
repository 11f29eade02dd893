//! Tries out what was built, in lines: what the program says is printed, and what is typed goes to it.

use std::io::{self, Write};
use std::sync::mpsc;
use std::thread;

use super::printer::Printer;
use super::typed;
use crate::runner::check::{self, CheckRequest, Lines, Person, Tried};
use crate::runner::checks::NoOutcome;
use crate::runner::event::CheckEvent;
use crate::runner::given::Files;
use crate::runner::interrupt;
use crate::runner::process::Stop;

enum Signal {
    Event(Box<CheckEvent>),
    Interrupted,
    Over(Tried),
}

/// Runs what the exercise offers to try, until it ends or Ctrl-C.
pub fn run(request: &CheckRequest, files: Files, out: impl Write) -> Result<Tried, NoOutcome> {
    let (sender, receiver) = mpsc::channel();
    let interrupts = sender.clone();
    interrupt::listen(move || {
        let _ = interrupts.send(Signal::Interrupted);
    });
    let stop = Stop::default();
    let (request, stopped) = (request.clone(), stop.clone());
    let tries = thread::spawn(move || {
        let mut typed = None;
        let mut person = Person {
            files,
            line: &mut |stop| typed.get_or_insert_with(typing).next(stop),
        };
        let tried = check::try_out(&request, &mut person, &stopped, &mut |event| {
            let _ = sender.send(Signal::Event(Box::new(event)));
        });
        let _ = sender.send(Signal::Over(tried));
    });
    let mut printer = Printer::new(out);
    let ended = loop {
        match receiver.recv() {
            Ok(Signal::Event(event)) => {
                if let Err(error) = printer.event(&event) {
                    break Err(NoOutcome::Output(error));
                }
            }
            Ok(Signal::Over(tried)) => break Ok(tried),
            Ok(Signal::Interrupted) => break Err(NoOutcome::Interrupted),
            // The listener holds a sender, so there always is a next signal.
            Err(_) => break Err(NoOutcome::Interrupted),
        }
    };
    stop.stop();
    // A panic in it has been printed already.
    let _ = tries.join();
    printer.end()?;
    ended
}

/// The lines of standard input, read on a thread of its own, which ends with the program.
fn typing() -> Lines {
    // None is read before it is asked for.
    let (sender, receiver) = mpsc::sync_channel(0);
    thread::spawn(move || {
        let mut input = io::stdin().lock();
        while let Some(line) = typed::line(&mut input) {
            if sender.send(Some(line)).is_err() {
                return;
            }
        }
    });
    Lines::of(receiver)
}
