//! Watch mode in lines: checks the current exercise on every save, and takes commands from standard input.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::time::Instant;

use super::answers;
use super::command::Command;
use super::happening::{Event, Tell, read_lines};
use super::interrupt;
use super::once::{Stop, without_verdict};
use super::predict;
use super::printer::Printer;
use super::sentence;
use crate::runner::activity::Activity;
use crate::runner::attempts::Recorder;
use crate::runner::check::{self, Ahead, CheckHandle, CheckRequest};
use crate::runner::event::{CheckEvent, Level};
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::problem::Problem;
use crate::runner::session::{Practice, Session};
use crate::runner::watch::Watcher;

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
        all: None,
        line: None,
        began: Instant::now(),
        activity: Activity::default(),
        saved: false,
        told: false,
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
    /// The line of the first complaint about the current exercise.
    line: Option<usize>,
    began: Instant,
    activity: Activity,
    /// Whether a save asked for the check that runs, so that it counts as a try.
    saved: bool,
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
                    self.all = None;
                    self.problem(&without_verdict(&name))?;
                }
            }
            Event::Check(..) | Event::CheckGone(_) => {}
            Event::Saved(path) => {
                self.activity.sign(self.began.elapsed());
                self.saved(&path)?;
            }
            Event::Typed(line) => {
                self.activity.sign(self.began.elapsed());
                match Command::of(&line) {
                    Some((Command::Quit, _)) => return Ok(false),
                    Some((command, behind)) => self.command(command, behind)?,
                    None if line.trim().is_empty() => {}
                    None => self.line(&Command::help())?,
                }
            }
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
            self.check()?;
            self.saved = true;
            return Ok(());
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
        self.all = None;
        self.line = None;
        let name = self.session.current().name.clone();
        self.check_one(name)
    }

    /// Checks the exercises one after the other.
    fn check_all(&mut self) -> io::Result<()> {
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
        if !self.session.is_done(&outcome.name) {
            return self.line("Edit the file and save it. Type h for a hint.");
        }
        self.progress()?;
        self.line(match self.session.next_open() {
            Some(_) => "Type n for the next exercise, s to read the solution.",
            None => "That was the last one: the course is done.",
        })
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

    /// Keeps a try, and the time that went into it.
    fn tried(&mut self, outcome: &Outcome) -> io::Result<()> {
        let counts = self.saved && !matches!(outcome.verdict, Verdict::Cancelled | Verdict::Todo);
        let seconds = self.activity.take();
        let tries = u64::from(counts);
        self.practised(Practice { seconds, tries })
    }

    /// Keeps the time that has come together for the current exercise.
    fn keep_time(&mut self) -> io::Result<()> {
        let seconds = self.activity.take();
        self.practised(Practice { seconds, tries: 0 })
    }

    fn practised(&mut self, practice: Practice) -> io::Result<()> {
        let name = self.session.current().name.clone();
        let kept = self.session.practised(&name, practice);
        kept.or_else(|problem| self.problem(&problem))
    }

    /// Stops what runs.
    fn stop(&mut self) -> Vec<String> {
        let running = self.running.is_some();
        self.cancel();
        self.all = None;
        let line = if running {
            "Stopped. Type r to run it again."
        } else {
            "Nothing is running."
        };
        vec![line.to_owned()]
    }

    /// Goes to an exercise and checks it.
    fn go(&mut self, name: &str) -> Result<Vec<String>, Problem> {
        if name.is_empty() {
            return Ok(vec!["Type where to, as in g mse.".to_owned()]);
        }
        let course = self.session.course().clone();
        let name = answers::named(&course, self.session.current(), name)?
            .name
            .clone();
        self.session.select(&name)?;
        Ok(Vec::new())
    }

    fn command(&mut self, command: Command, behind: &str) -> io::Result<()> {
        let name = self.session.current().name.clone();
        if matches!(command, Command::Next | Command::Go) {
            self.keep_time()?;
        }
        let done = match command {
            Command::Next => self.next(),
            Command::Go => self.go(behind),
            Command::Hint => answers::hint(&mut self.session),
            Command::Lesson => answers::lesson(&self.session),
            Command::List => Ok(answers::list(&self.session)),
            Command::Find => Ok(answers::find(&self.session, behind)),
            Command::About => {
                let course = self.session.course();
                answers::named(course, self.session.current(), behind)
                    .map(|exercise| answers::about(&self.session, exercise))
            }
            Command::Stop => Ok(self.stop()),
            Command::CheckAll => return self.check_all(),
            Command::Edit => Ok(answers::edit(&self.session, self.line)),
            Command::Difference => answers::difference(&self.session),
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
            Command::Attempts | Command::Restore | Command::Predict => {
                match (behind.is_empty(), behind.parse()) {
                    (true, _) => answers::look_back(&mut self.session, command, &name, None),
                    (false, Ok(number)) => {
                        answers::look_back(&mut self.session, command, &name, Some(number))
                    }
                    (false, Err(_)) => Ok(vec![Command::help()]),
                }
            }
            Command::Help => Ok(Command::explained()),
            // Ends the loop before it comes here.
            Command::Quit => Ok(Vec::new()),
        };
        match done {
            Ok(lines) => lines.iter().try_for_each(|line| self.line(line)),
            Err(problem) => self.problem(&problem),
        }?;
        if self.session.current().name != name {
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
}
