//! Using what was built, while plain mode watches: lines go to the program instead of being commands.

use std::collections::VecDeque;
use std::env;
use std::io::{self, IsTerminal, Write};
use std::sync::mpsc;
use std::thread;

use super::Watching;
use super::using::{Program, Using};
use crate::runner::check::{self, Lines, Person, Tried};
use crate::runner::event::CheckEvent;
use crate::runner::given::{self, Files};
use crate::runner::outcome::Verdict;
use crate::runner::plain::happening::{Event, Tell};
use crate::runner::plain::printer::Printer;
use crate::runner::plain::sentence;
use crate::runner::process::Stop;
use crate::runner::words::plain::{exercise as exercise_words, trial as words};

/// The line that stops a program.
const STOP: &str = "/stop";

impl<W: Write> Watching<W> {
    /// Whether a program is in use, and not only to be.
    pub(super) fn is_using(&self) -> bool {
        self.using.as_ref().is_some_and(|it| it.program.is_some())
    }

    /// Lets the person use what the current exercise offers, once it is known that it passes.
    pub(super) fn use_it(&mut self, files: &str) -> io::Result<()> {
        let given = given::typed(files, env::home_dir().as_deref());
        let files = match given.and_then(|paths| Files::of(&paths)) {
            Ok(files) => files,
            Err(problem) => return self.problem(&problem),
        };
        if self.all.is_some() {
            self.stop();
        }
        let name = self.session.current().name.clone();
        let known = match self.running {
            Some(_) => None,
            None => check::remembered(&self.request(&name)).map(|outcome| outcome.verdict),
        };
        self.using = Some(Using {
            name: name.clone(),
            files: Some(files),
            program: None,
            ahead: VecDeque::new(),
            listens: false,
            closed: false,
            saved: false,
        });
        match known {
            Some(verdict) => self.begin_where(verdict),
            None if self.running.is_some() => self.line(words::after_the_check()),
            None => {
                self.line(&exercise_words::checked(&name))?;
                self.check()
            }
        }
    }

    /// The check that was waited for may have ended.
    pub(super) fn may_begin(&mut self, event: &CheckEvent) -> io::Result<()> {
        let CheckEvent::Finished(outcome) = event else {
            return Ok(());
        };
        let waits = self
            .using
            .as_ref()
            .is_some_and(|it| it.name == outcome.name);
        match waits && self.running.is_none() {
            true => self.begin_where(outcome.verdict),
            false => Ok(()),
        }
    }

    fn begin_where(&mut self, verdict: Verdict) -> io::Result<()> {
        let Some(using) = &mut self.using else {
            return Ok(());
        };
        let name = using.name.clone();
        match using.files.take().filter(|_| verdict == Verdict::Passed) {
            Some(files) => self.begin(&name, files),
            None => self.end_with(&[words::passes_first(name)]),
        }
    }

    fn begin(&mut self, name: &str, files: Files) -> io::Result<()> {
        self.line(words::typing())?;
        self.number += 1;
        self.ahead.give_way(name);
        let (number, sender) = (self.number, self.sender.clone());
        let (request, stop) = (self.request(name), Stop::default());
        let (lines, typed) = mpsc::channel();
        let watched = stop.clone();
        let thread = thread::spawn(move || {
            let events = Tell(number, sender.clone());
            let mut typed = Lines::of(typed);
            let mut person = Person {
                files,
                line: &mut |stop| typed.next(stop),
            };
            let tried = check::try_out(&request, &mut person, &watched, &mut |event| {
                events.tell(event);
            });
            // Without a loop nobody is interested any more.
            let _ = sender.send(Event::Tried(number, Box::new(tried)));
        });
        if let Some(using) = &mut self.using {
            using.program = Some(Program {
                stop,
                lines,
                thread,
                printer: Printer::new(Vec::new()),
            });
        }
        Ok(())
    }

    /// Prints what happens in it.
    pub(super) fn used(&mut self, event: &CheckEvent) -> io::Result<()> {
        let Some(using) = &mut self.using else {
            return Ok(());
        };
        if let Some(program) = &mut using.program {
            program.printer.event(event)?;
            self.out.write_all(&program.printer.take())?;
        }
        if *event == CheckEvent::Listening {
            using.listens = true;
            self.give();
        }
        Ok(())
    }

    /// A line is typed while something is in use.
    pub(super) fn types(&mut self, line: String) -> io::Result<()> {
        let Some(using) = &mut self.using else {
            return Ok(());
        };
        // A person stops it now. In a pipe everything is there at once, and the lines before this one come first.
        if line.trim() == STOP && io::stdin().is_terminal() {
            return self.stop_using();
        }
        using.ahead.push_back(line);
        self.give();
        Ok(())
    }

    /// There are no more lines. Whether there were some before.
    pub(super) fn end_lines(&mut self) -> io::Result<bool> {
        let Some(using) = &mut self.using else {
            return Ok(false);
        };
        let were_open = !std::mem::replace(&mut using.closed, true);
        self.give();
        Ok(were_open)
    }

    /// Gives it the next line, where it waits for one.
    fn give(&mut self) {
        let Some(using) = self.using.as_mut().filter(|it| it.listens) else {
            return;
        };
        let Some(program) = &using.program else {
            return;
        };
        match using.ahead.front() {
            // What stands behind it are commands, for later.
            Some(line) if line.trim() == STOP => program.stop.stop(),
            None if !using.closed => return,
            _ => {
                // A program that has ended reads no more lines.
                let _ = program.lines.send(using.ahead.pop_front());
            }
        }
        using.listens = false;
    }

    fn stop_using(&mut self) -> io::Result<()> {
        match self.using.as_ref().and_then(|it| it.program.as_ref()) {
            // It tells when it has ended.
            Some(program) => {
                program.stop.stop();
                Ok(())
            }
            None => self.end_with(&[words::stopped().to_owned()]),
        }
    }

    /// It has ended.
    pub(super) fn tried_out(&mut self, tried: Tried) -> io::Result<()> {
        let name = self.using.as_ref().map(|it| it.name.clone());
        let over = words::over().to_owned();
        let told = match tried {
            Tried::Done => vec![over],
            Tried::Nothing => vec![words::nothing_to_try(name.unwrap_or_default())],
            Tried::Failed(outcome) if outcome.verdict == Verdict::Cancelled => {
                vec![words::stopped().to_owned()]
            }
            Tried::Failed(outcome) => {
                let message = outcome.message.unwrap_or_default();
                let mut told: Vec<String> = message.lines().map(sentence::harmless).collect();
                told.push(over);
                told
            }
        };
        self.end_with(&told)
    }

    /// Its thread is gone without a word.
    pub(super) fn lost(&mut self) -> io::Result<()> {
        self.end_with(&[words::no_end().to_owned()])
    }

    /// It is over, or did not begin; what was typed behind the line that stops it are commands.
    fn end_with(&mut self, told: &[String]) -> io::Result<()> {
        let Some(using) = self.using.take() else {
            return Ok(());
        };
        if let Some(mut program) = using.program {
            program.stop.stop();
            // A panic in it has been printed already.
            let _ = program.thread.join();
            program.printer.end()?;
            self.out.write_all(&program.printer.take())?;
        }
        told.iter().try_for_each(|line| self.line(line))?;
        let mut left = using.ahead.into_iter();
        if left.any(|line| line.trim() == STOP) {
            self.commands.extend(left);
        }
        match using.saved {
            true => {
                self.check()?;
                self.saved = true;
                Ok(())
            }
            false => Ok(()),
        }
    }

    /// The exercise was saved while something is in use.
    pub(super) fn saved_meanwhile(&mut self) -> io::Result<()> {
        if let Some(using) = &mut self.using {
            using.saved = true;
        }
        self.line(words::saved())
    }

    /// The end of everything: nothing is told any more.
    pub(super) fn give_up(&mut self) {
        if let Some(program) = self.using.take().and_then(|it| it.program) {
            program.stop.stop();
            let _ = program.thread.join();
        }
    }
}
