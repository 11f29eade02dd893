//! The checks of plain mode: of the current exercise, or of all of them one after the other.

use std::collections::VecDeque;
use std::io::{self, Write};

use super::Watching;
use crate::runner::check::{self, CheckRequest};
use crate::runner::event::{CheckEvent, Level};
use crate::runner::outcome::Outcome;
use crate::runner::plain::happening::Tell;
use crate::runner::plain::predict;
use crate::runner::plain::printer::Printer;
use crate::runner::plain::{sentence, way};
use crate::runner::words::plain::{commands as command_words, watching as words};

impl<W: Write> Watching<W> {
    /// Checks the current exercise, instead of the check that runs.
    pub(super) fn check(&mut self) -> io::Result<()> {
        self.all = None;
        self.piece = None;
        self.line = None;
        let name = self.session.current().name.clone();
        self.check_one(name)
    }

    /// Checks the exercises one after the other.
    pub(super) fn check_all(&mut self) -> io::Result<()> {
        let names = self.session.course().exercises.iter();
        let mut names: VecDeque<String> = names.map(|exercise| exercise.name.clone()).collect();
        let first = names.pop_front();
        self.all = Some(names);
        first.map_or(Ok(()), |first| self.check_one(first))
    }

    fn check_one(&mut self, name: String) -> io::Result<()> {
        self.cancel();
        self.number += 1;
        self.saved = false;
        self.meanwhile.clear();
        let request = self.request(&name);
        self.ahead.give_way(&name);
        let recorder = self.session.recorder(&name);
        let events = Tell(self.number, self.sender.clone());
        let handle = check::start(request, move |event| events.tell(event));
        self.running = Some((handle, Printer::new(Vec::new()), recorder));
        Ok(())
    }

    pub(super) fn request(&self, exercise: &str) -> CheckRequest {
        CheckRequest {
            course: self.session.course().clone(),
            exercise: exercise.to_owned(),
            seed: self.seed,
        }
    }

    pub(super) fn cancel(&mut self) {
        if let Some((handle, ..)) = self.running.take() {
            handle.cancel();
            handle.wait();
        }
    }

    /// Stops what runs.
    pub(super) fn stop(&mut self) -> Vec<String> {
        let running = self.running.is_some();
        self.cancel();
        self.all = None;
        let line = match running {
            true => command_words::stopped(),
            false => command_words::nothing_runs(),
        };
        vec![line.to_owned()]
    }

    pub(super) fn seen(&mut self, event: &CheckEvent) -> io::Result<()> {
        let Some((_, printer, recorder)) = &mut self.running else {
            return Ok(());
        };
        if let CheckEvent::Compiler(message) = event
            && message.level == Level::Error
        {
            self.line = self.line.or(message.line);
        }
        recorder.hear(event);
        // Of many checks one line each is enough.
        if self.all.is_none() {
            printer.event(event)?;
            self.out.write_all(&printer.take())?;
        }
        let CheckEvent::Finished(outcome) = event else {
            return Ok(());
        };
        self.out.flush()?;
        let ended = self.running.take();
        let before = self.session.asked(&outcome.name);
        if let Err(problem) = self.session.record(outcome) {
            self.problem(&problem)?;
        }
        if let Some(Err(problem)) = ended.map(|(_, _, mut recorder)| recorder.keep())
            && !std::mem::replace(&mut self.told, true)
        {
            self.problem(&problem)?;
        }
        if self.all.is_some() {
            return self.one_of_all(outcome);
        }
        self.tried(outcome)?;
        for line in predict::told(&self.session, &outcome.name, before) {
            self.line(&line)?;
        }
        if let Some(next) = self.session.next_open().map(|next| next.name.clone()) {
            self.ahead.prepare(self.request(&next));
        }
        if let Some(piece) = &outcome.piece
            && let Some(piece) = self.session.course().exercise(&piece.name)
        {
            if self.meanwhile.contains(&piece.name) {
                self.line(&words::saved_meanwhile(piece.path()))?;
                return self.check();
            }
            let line = words::save_the_piece(piece.path(), &outcome.name);
            self.piece = Some(piece.name.clone());
            return self.line(&line);
        }
        if !self.session.is_done(&outcome.name) {
            return self.line(words::edit_and_save());
        }
        self.progress()?;
        if self.session.next_open().is_some() {
            return self.line(words::what_next());
        }
        let [_, leaving] = way::while_watching();
        self.line(&way::all_done(self.session.track(), leaving))
    }

    fn one_of_all(&mut self, outcome: &Outcome) -> io::Result<()> {
        let result = sentence::outcome(outcome);
        self.line(result.first().map_or("", String::as_str))?;
        match self.all.as_mut().and_then(VecDeque::pop_front) {
            Some(next) => self.check_one(next),
            None => {
                self.all = None;
                self.progress()
            }
        }
    }
}
