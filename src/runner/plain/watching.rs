//! Watch mode in lines: checks the current exercise on every save, and takes commands from standard input.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::back;
use super::command::Command;
use super::interrupt;
use super::once::{Stop, without_verdict};
use super::predict;
use super::printer::Printer;
use super::sentence;
use crate::runner::attempts::Recorder;
use crate::runner::check::{self, Ahead, CheckHandle, CheckRequest};
use crate::runner::event::CheckEvent;
use crate::runner::problem::Problem;
use crate::runner::session::Session;
use crate::runner::watch::Watcher;

/// Everything that can happen.
#[derive(Debug)]
enum Event {
    /// The check with this number says something.
    Check(u64, Box<CheckEvent>),
    /// The check with this number says nothing more.
    CheckGone(u64),
    /// A file was saved.
    Saved(PathBuf),
    /// A line was typed.
    Typed(String),
    /// Ctrl-D.
    Closed,
    /// Ctrl-C.
    Interrupted,
}

/// Watches until `q`, Ctrl-D or Ctrl-C.
pub fn run(session: Session, seed: u64, poll: bool, out: impl Write) -> Result<(), Stop> {
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
        told: false,
    };
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
    watching.cancel();
    end
}

/// Reads lines on a thread of its own, which ends with the program.
fn read_lines(sender: Sender<Event>) {
    thread::spawn(move || {
        for line in io::stdin().lock().lines() {
            let Ok(line) = line else { return };
            if sender.send(Event::Typed(line)).is_err() {
                return;
            }
        }
        // The end of a pipe or of /dev/null says that nobody types; only a person who types Ctrl-D wants to leave.
        if io::stdin().is_terminal() {
            let _ = sender.send(Event::Closed);
        }
    });
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
    /// Whether it was said that attempts cannot be kept: once is enough.
    told: bool,
}

impl<W: Write> Watching<W> {
    /// Does what an event asks for. Says whether to go on.
    fn handle(&mut self, event: Event) -> Result<bool, Stop> {
        match event {
            Event::Check(number, event) if number == self.number => self.seen(&event)?,
            Event::CheckGone(number) if number == self.number => {
                if self.running.take().is_some() {
                    let name = self.session.current().name.clone();
                    self.problem(&without_verdict(&name))?;
                }
            }
            Event::Check(..) | Event::CheckGone(_) => {}
            Event::Saved(path) => self.saved(&path)?,
            Event::Typed(line) => match Command::of(&line) {
                Some(Command::Quit) => return Ok(false),
                Some(command) => self.command(command)?,
                None if line.trim().is_empty() => {}
                None => self.line(&Command::help())?,
            },
            Event::Closed => return Ok(false),
            Event::Interrupted => return Err(Stop::Interrupted),
        }
        self.out.flush()?;
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
        self.line(&format!("{}. {}", course.title, course.welcome))?;
        self.progress()?;
        self.line(&Command::help())?;
        self.exercise()
    }

    fn progress(&mut self) -> io::Result<()> {
        let all = self.session.course().exercises.len();
        self.line(&sentence::progress(self.session.done_count(), all))
    }

    fn exercise(&mut self) -> io::Result<()> {
        let line = sentence::exercise(self.session.course(), self.session.current());
        self.line(&line)?;
        let question = predict::lines(&self.session, &self.session.current().name);
        question.iter().try_for_each(|line| self.line(line))
    }

    fn saved(&mut self, path: &Path) -> io::Result<()> {
        let course = self.session.course();
        let current = self.session.current();
        if path == course.exercise_path(current) {
            return self.check();
        }
        let saved = course
            .exercises
            .iter()
            .find(|it| course.exercise_path(it) == path);
        let line = saved.map(|saved| {
            format!(
                "You saved {}, but the exercise being watched is {}.",
                saved.path(),
                current.path()
            )
        });
        line.map_or(Ok(()), |line| self.line(&line))
    }

    /// Checks the current exercise, instead of the check that runs.
    fn check(&mut self) -> io::Result<()> {
        self.cancel();
        self.number += 1;
        let name = self.session.current().name.clone();
        // A file that cannot be read is told with its mend before cargo has its own words for it.
        if let Err(problem) = self.session.source(&name) {
            return self.problem(&problem);
        }
        let request = self.request(&name);
        self.ahead.give_way(&name);
        let recorder = self.session.recorder(&name);
        let events = Tell(self.number, self.sender.clone());
        let handle = check::start(request, move |event| events.tell(event));
        self.running = Some((handle, Printer::new(Vec::new()), recorder));
        Ok(())
    }

    fn request(&self, exercise: &str) -> CheckRequest {
        CheckRequest {
            course: self.session.course().clone(),
            exercise: exercise.to_owned(),
            seed: self.seed,
        }
    }

    fn cancel(&mut self) {
        if let Some((handle, ..)) = self.running.take() {
            handle.cancel();
            handle.wait();
        }
    }

    fn seen(&mut self, event: &CheckEvent) -> io::Result<()> {
        let Some((_, printer, recorder)) = &mut self.running else {
            return Ok(());
        };
        recorder.hear(event);
        printer.event(event)?;
        self.out.write_all(&printer.take())?;
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
        for line in predict::told(&self.session, &outcome.name, before) {
            self.line(&line)?;
        }
        if let Some(next) = self.session.next_open().map(|next| next.name.clone()) {
            self.ahead.prepare(self.request(&next));
        }
        if !self.session.is_done(&outcome.name) {
            return self.line("Edit the file and save it. Type h for a hint.");
        }
        self.progress()?;
        self.line(match self.session.next_open() {
            Some(_) => "Type n for the next exercise, s to read the solution.",
            None => "That was the last one: the course is done.",
        })
    }

    fn command(&mut self, command: Command) -> io::Result<()> {
        let name = self.session.current().name.clone();
        let done = match command {
            Command::Next => self.next(),
            Command::Hint => self.session.show_hint(&name).map(|shown| {
                let exercise = self.session.current();
                vec![match exercise.hints.get(shown.saturating_sub(1)) {
                    Some(hint) => format!("Hint {shown} of {}: {hint}", exercise.hints.len()),
                    None => "This exercise has no hints.".to_owned(),
                }]
            }),
            Command::List => Ok(self.list()),
            Command::Run => return self.check(),
            Command::Reset => self.session.reset(&name).map(|copy| {
                let file = self.session.course().exercise_path(self.session.current());
                vec![if copy == file {
                    format!("{name} is as it was at the start.")
                } else {
                    format!("{name} is reset. Your text is kept in {}.", copy.display())
                }]
            }),
            Command::Solution => {
                let text = self.session.solution(&name);
                text.map(|text| text.lines().map(str::to_owned).collect())
            }
            Command::Attempts(None) => Ok(self.attempts(&name)),
            Command::Attempts(Some(number)) => back::compare(&self.session, &name, number, None),
            Command::Restore(None) => Ok(vec![
                "Type b and the number of an attempt; a lists them.".to_owned(),
            ]),
            Command::Restore(Some(number)) => back::restore(&mut self.session, &name, number),
            Command::Predict(choice) => predict::answer(&mut self.session, &name, choice),
            Command::Help => Ok(vec![Command::help()]),
            // Ends the loop before it comes here.
            Command::Quit => Ok(Vec::new()),
        };
        match done {
            Ok(lines) => lines.iter().try_for_each(|line| self.line(line)),
            Err(problem) => self.problem(&problem),
        }?;
        if command == Command::Next && self.session.current().name != name {
            self.exercise()?;
            self.check()?;
        }
        Ok(())
    }

    /// Goes to the next open exercise, also from one that is not done: nobody has to stay where they are stuck.
    fn next(&mut self) -> Result<Vec<String>, Problem> {
        let before = self.session.current().name.clone();
        let Some(next) = self.session.next_open().map(|next| next.name.clone()) else {
            return Ok(vec!["Every exercise is done.".to_owned()]);
        };
        if next == before {
            return Ok(vec!["This is the last exercise that is open.".to_owned()]);
        }
        let left_open = !self.session.is_done(&before);
        self.session.select(&next)?;
        let note = format!("{before} stays open.");
        Ok(if left_open { vec![note] } else { Vec::new() })
    }

    fn attempts(&self, name: &str) -> Vec<String> {
        let mut lines = back::list(&self.session, name);
        if self.session.has_attempts(name) {
            let more = "Type a and a number for what has changed since, b and a number to bring that text back.";
            lines.push(more.to_owned());
        }
        lines
    }

    fn list(&self) -> Vec<String> {
        let course = self.session.course();
        let exercises = course.exercises.iter().map(|exercise| {
            let state = match self.session.is_done(&exercise.name) {
                true => "done",
                false => "pending",
            };
            format!("{state}: {}", exercise.name)
        });
        exercises.collect()
    }
}

/// Passes the events of one check on, with its number.
struct Tell(u64, Sender<Event>);

impl Tell {
    fn tell(&self, event: CheckEvent) {
        let _ = self.1.send(Event::Check(self.0, Box::new(event)));
    }
}

impl Drop for Tell {
    fn drop(&mut self) {
        let _ = self.1.send(Event::CheckGone(self.0));
    }
}
