//! Watch mode in lines: checks the current exercise on every save, and takes commands from standard input.

mod checks;
mod commands;
mod practice;
mod trial;
mod using;

use std::collections::VecDeque;
use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::time::Instant;

use super::command::Command;
use super::happening::{Event, read_lines};
use super::predict;
use super::printer::Printer;
use super::sentence;
use super::way;
use crate::runner::activity::Activity;
use crate::runner::attempts::Recorder;
use crate::runner::check::{Ahead, CheckHandle};
use crate::runner::checks::{NoOutcome, without_verdict};
use crate::runner::interrupt;
use crate::runner::problem::Problem;
use crate::runner::session::Session;
use crate::runner::watch::Watcher;
use crate::runner::words::plain::{watching as words, way as way_words};
use using::Using;

/// Watches until `q`, Ctrl-D or Ctrl-C.
pub fn run(session: Session, seed: u64, poll: bool, out: impl Write) -> Result<(), NoOutcome> {
    let (sender, receiver) = mpsc::channel();
    let saves = sender.clone();
    let watcher = Watcher::start(&session.course().root, poll, move |path| {
        let _ = saves.send(Event::Saved(path));
    })?;
    let interrupts = sender.clone();
    interrupt::listen(move || {
        let _ = interrupts.send(Event::Interrupted);
    });
    read_lines(sender.clone());
    let mut watching = Watching {
        session,
        seed,
        out,
        sender,
        number: 0,
        running: None,
        ahead: Ahead::default(),
        all: None,
        piece: None,
        meanwhile: Vec::new(),
        line: None,
        began: Instant::now(),
        activity: Activity::default(),
        saved: false,
        told: false,
        sure: None,
        using: None,
        commands: VecDeque::new(),
    };
    watching.activity.sign(watching.began.elapsed());
    watching.welcome()?;
    watching.check()?;
    let end = loop {
        // The watching itself holds a sender, so there always is a next event.
        let Ok(event) = receiver.recv() else {
            break Ok(());
        };
        match watching.handle(event) {
            Ok(true) => {}
            Ok(false) => break Ok(()),
            Err(stop) => break Err(stop),
        }
    };
    drop(watcher);
    watching.give_up();
    watching.cancel();
    watching.keep_time()?;
    end
}

struct Watching<W> {
    session: Session,
    seed: u64,
    out: W,
    sender: Sender<Event>,
    /// Counts the checks: events of one that was cancelled are not printed.
    number: u64,
    running: Option<(CheckHandle, Printer<Vec<u8>>, Recorder)>,
    /// Makes the next exercise ready while this one is read.
    ahead: Ahead,
    /// The exercises that are still to be checked, while all of them are.
    all: Option<VecDeque<String>>,
    /// The piece that the last verdict waits for.
    piece: Option<String>,
    /// The other exercises that were saved while a check went on: it may have read an earlier text of them.
    meanwhile: Vec<String>,
    /// The line of the first complaint about the current exercise.
    line: Option<usize>,
    began: Instant,
    activity: Activity,
    /// Whether a save asked for the check that runs, so that it counts as a try.
    saved: bool,
    /// Whether it was said that attempts cannot be kept: once is enough.
    told: bool,
    /// The exercise that the last command asked to begin anew: the same command once more does it.
    sure: Option<String>,
    /// What is in use, or is to be once the exercise passes.
    using: Option<Using>,
    /// Commands that came while something was in use, in a pipe: they are carried out after it.
    commands: VecDeque<String>,
}

impl<W: Write> Watching<W> {
    /// Does what an event asks for. Says whether to go on.
    fn handle(&mut self, event: Event) -> Result<bool, NoOutcome> {
        match event {
            Event::Check(number, event) if number == self.number => {
                if self.is_using() {
                    self.used(&event)?;
                } else {
                    self.seen(&event)?;
                    self.may_begin(&event)?;
                }
            }
            Event::CheckGone(number) if number == self.number => {
                if self.is_using() {
                    self.lost()?;
                } else if self.running.take().is_some() {
                    let name = self.session.current().name.clone();
                    self.all = None;
                    self.problem(&without_verdict(&name))?;
                }
            }
            Event::Tried(number, tried) if number == self.number => self.tried_out(*tried)?,
            Event::Check(..) | Event::CheckGone(_) | Event::Tried(..) => {}
            Event::Saved(path) => {
                self.activity.sign(self.began.elapsed());
                self.saved(&path)?;
            }
            Event::Typed(line) => {
                self.activity.sign(self.began.elapsed());
                self.commands.push_back(line);
            }
            Event::Closed | Event::Silent if self.using.is_some() => {
                let is_person = matches!(event, Event::Closed);
                if !self.end_lines()? && is_person {
                    return Ok(false);
                }
            }
            Event::Closed => return Ok(false),
            Event::Silent => {}
            Event::Interrupted => return Err(NoOutcome::Interrupted),
        }
        let goes_on = self.typed()?;
        self.out.flush()?;
        Ok(goes_on)
    }

    /// Carries out what was typed: a program in use gets it, and everything else is a command. Says whether to go on.
    fn typed(&mut self) -> Result<bool, NoOutcome> {
        while let Some(line) = self.commands.pop_front() {
            if self.using.is_some() {
                self.types(line)?;
                continue;
            }
            match Command::of(&line) {
                Some((Command::Quit, _)) => return Ok(false),
                Some((command, behind)) => self.command(command, behind)?,
                None if line.trim().is_empty() => {}
                None => self.line(&Command::help())?,
            }
        }
        Ok(true)
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{line}")
    }

    fn problem(&mut self, problem: &Problem) -> io::Result<()> {
        self.line(&problem.to_string())
    }

    fn welcome(&mut self) -> io::Result<()> {
        let course = self.session.course().clone();
        let welcome = way_words::welcome(&course.title);
        self.line(&format!("{welcome} {}", course.welcome))?;
        self.progress()?;
        self.line(&Command::help())?;
        self.exercise()
    }

    fn progress(&mut self) -> io::Result<()> {
        let session = &self.session;
        let is_done = |name: &str| session.is_done(name);
        let line = way::progress_on(session.course(), session.track(), is_done);
        self.line(&line)
    }

    /// What the current exercise is, under the page of its chapter where nothing of that was begun.
    fn exercise(&mut self) -> io::Result<()> {
        let course = self.session.course().clone();
        let current = self.session.current();
        if let Some(chapter) = course.chapter(&current.chapter)
            && self.session.is_untouched(&chapter.name)
            && let Some(page) = self.session.page(&chapter.name)
        {
            let exercises = course.exercises.iter();
            let inside = exercises.filter(|it| it.chapter == chapter.name);
            self.line(&way::chapter(chapter, course.minutes(inside)))?;
            for line in way::page(&page) {
                self.line(&line)?;
            }
        }
        let line = sentence::exercise(self.session.course(), self.session.current());
        self.line(&line)?;
        let question = predict::lines(&self.session, &self.session.current().name);
        question.iter().try_for_each(|line| self.line(line))
    }

    fn saved(&mut self, path: &Path) -> io::Result<()> {
        let course = self.session.course();
        let current = self.session.current();
        let piece = self.piece.as_ref().and_then(|piece| course.exercise(piece));
        let waits = piece.is_some_and(|piece| path == course.exercise_path(piece));
        if waits || path == course.exercise_path(current) {
            if self.is_using() {
                return self.saved_meanwhile();
            }
            self.check()?;
            self.saved = true;
            return Ok(());
        }
        let saved = course
            .exercises
            .iter()
            .find(|it| course.exercise_path(it) == path);
        let name = saved.filter(|_| self.running.is_some());
        self.meanwhile.extend(name.map(|saved| saved.name.clone()));
        let line = saved.map(|saved| words::saved_another(saved.path(), current.path()));
        line.map_or(Ok(()), |line| self.line(&line))
    }
}
