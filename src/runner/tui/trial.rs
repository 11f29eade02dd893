//! What somebody uses that they have built, as the screen knows it.

use std::collections::VecDeque;
use std::time::Duration;

use crate::report::Report;
use crate::runner::event::CheckEvent;
use crate::runner::tui::event::Ending;
use crate::runner::tui::place::Screen;
use crate::runner::tui::run::Run;
use crate::runner::tui::talk::{Talk, Voice};

/// Characters of a line that is typed, and lines that wait: more than anybody types, less than what a slip of the clipboard may
/// hold.
const LONGEST: usize = 10_000;
const WAITING: usize = 1_000;

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// Files can be typed.
    Files,
    /// The check of the exercise runs, and its verdict is waited for.
    Waiting,
    /// It is built or runs.
    Running,
    /// It has ended.
    Over(Ending),
}

/// A program in use.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The exercise.
    pub name: String,
    /// The screen that one came from.
    pub from: Screen,
    /// How far it is.
    pub phase: Phase,
    /// The files, as they were typed.
    pub files: String,
    /// What is being typed for the program.
    pub line: String,
    /// The lines that were typed before it asked for them.
    pub ahead: VecDeque<String>,
    /// Whether it waits for a line.
    pub listens: bool,
    /// Whether the lines end after those.
    pub closed: bool,
    /// What it does, in the words of the exercise; `None` until it runs.
    pub title: Option<String>,
    /// What was said.
    pub talk: Talk,
    /// What it reports, and how far its build is.
    pub run: Run,
    /// Whether the exercise is still to be checked: it was saved meanwhile, or its check gave way. Whether by a save.
    pub unchecked: Option<bool>,
}

impl Trial {
    /// The exercise, before anything of it runs.
    pub fn of(name: String, from: Screen) -> Trial {
        Trial {
            name,
            from,
            phase: Phase::Files,
            files: String::new(),
            line: String::new(),
            ahead: VecDeque::new(),
            listens: false,
            closed: false,
            title: None,
            talk: Talk::default(),
            run: Run::default(),
            unchecked: None,
        }
    }

    /// The same with nothing said yet, for another time.
    pub fn again(&self) -> Trial {
        Trial {
            files: self.files.clone(),
            unchecked: self.unchecked,
            ..Trial::of(self.name.clone(), self.from)
        }
    }

    /// Whether a program of it is built or runs.
    pub fn is_running(&self) -> bool {
        self.phase == Phase::Running
    }

    /// The line that letters go into, where they go anywhere.
    pub fn typing(&mut self) -> Option<&mut String> {
        match self.phase {
            Phase::Files => Some(&mut self.files),
            Phase::Waiting | Phase::Running if !self.closed => Some(&mut self.line),
            _ => None,
        }
    }

    /// Takes a letter in; whether there was a place for it.
    pub fn letter(&mut self, letter: char) -> bool {
        match self.typing() {
            Some(line) if line.chars().count() < LONGEST => {
                line.push(letter);
                true
            }
            _ => false,
        }
    }

    /// Takes in what happens in the check before it, or in itself.
    pub fn take(&mut self, event: CheckEvent, now: Duration) {
        match event {
            CheckEvent::Tried(title) => {
                self.title = Some(title);
                self.run = Run::start(self.run.id, now);
            }
            CheckEvent::Said(words) => self.talk.say(&words),
            CheckEvent::Listening => self.listens = true,
            // That of the check before it. What was reported there says nothing of what comes now.
            CheckEvent::Finished(_) => self.run = Run::start(self.run.id, now),
            CheckEvent::Reports(reports) => {
                for report in reports {
                    self.take(CheckEvent::Report(report), now);
                }
            }
            // What a check prints stands with its verdict.
            CheckEvent::Printed { .. } | CheckEvent::Dropped(_) if self.title.is_none() => {}
            CheckEvent::Printed { stream, line } => {
                self.talk.tell(Voice::Printed(stream), &line);
            }
            CheckEvent::Dropped(lines) => self.talk.drop_lines(lines),
            CheckEvent::Report(Report::Note(note)) => {
                if self.title.is_some() {
                    self.talk.tell(Voice::Note, &note);
                }
            }
            other => self.run.take(other, now),
        }
    }

    /// The line that is being typed is complete. It waits until the program asks for it.
    pub fn enter(&mut self) {
        let line = std::mem::take(&mut self.line);
        if self.ahead.len() < WAITING {
            self.ahead.push_back(line);
        }
    }

    /// What goes to the program now, where it waits for a line and there is one: the line, or that there are no more.
    pub fn next_line(&mut self) -> Option<Option<String>> {
        if !self.listens {
            return None;
        }
        let next = self.ahead.pop_front();
        if next.is_none() && !self.closed {
            return None;
        }
        self.listens = false;
        if let Some(line) = &next {
            self.talk.types(line);
        }
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn running() -> Trial {
        let mut trial = Trial::of("one".to_owned(), Screen::Watch);
        trial.phase = Phase::Running;
        trial.take(CheckEvent::Tried("talks".to_owned()), Duration::ZERO);
        trial
    }

    fn type_in(trial: &mut Trial, line: &str) {
        for letter in line.chars() {
            assert!(trial.letter(letter));
        }
    }

    #[test]
    fn what_is_typed_ahead_waits_in_its_order_until_the_program_asks() {
        let mut trial = running();
        for line in ["one", "", "三"] {
            type_in(&mut trial, line);
            trial.enter();
            assert_eq!(trial.next_line(), None);
        }
        trial.closed = true;
        let mut heard = Vec::new();
        for _ in 0..5 {
            trial.take(CheckEvent::Listening, Duration::ZERO);
            heard.extend(trial.next_line());
            // A question has one answer.
            assert_eq!(trial.next_line(), None);
        }
        let line = |line: &str| Some(line.to_owned());
        assert_eq!(heard, [line("one"), line(""), line("三"), None, None]);
    }

    #[test]
    fn letters_go_where_something_reads_them() {
        let mut trial = Trial::of("one".to_owned(), Screen::Watch);
        type_in(&mut trial, "a.png");
        assert_eq!(trial.files, "a.png");
        for phase in [Phase::Waiting, Phase::Running] {
            trial.phase = phase;
            type_in(&mut trial, "x");
        }
        assert_eq!((trial.files.as_str(), trial.line.as_str()), ("a.png", "xx"));
        trial.closed = true;
        assert!(!trial.letter('y'));
        trial.closed = false;
        trial.phase = Phase::Over(Ending::Done);
        assert!(!trial.letter('y'));
        assert_eq!(trial.again().files, "a.png");
    }

    #[test]
    fn what_the_check_before_it_prints_and_reports_is_not_its_own() {
        let metric = |step| {
            CheckEvent::Report(Report::Metric {
                series: "loss".to_owned(),
                step,
                value: 1.0,
            })
        };
        let printed = || CheckEvent::Printed {
            stream: crate::runner::event::Stream::Output,
            line: "here".to_owned(),
        };
        let note = || CheckEvent::Reports(vec![Report::Note("a note".to_owned())]);
        let mut trial = Trial::of("one".to_owned(), Screen::Watch);
        trial.phase = Phase::Running;
        for event in [metric(0), printed(), note()] {
            trial.take(event, Duration::ZERO);
        }
        trial.take(CheckEvent::Tried("talks".to_owned()), Duration::ZERO);
        assert!(trial.talk.is_empty() && trial.run.trained() == 0);
        for event in [metric(0), printed(), note()] {
            trial.take(event, Duration::ZERO);
        }
        assert_eq!(trial.talk.lines().count(), 2);
        assert_eq!(trial.run.training().kept.curves.len(), 1);
    }

    #[test]
    fn whatever_is_pasted_costs_a_bounded_amount_of_memory() {
        let mut trial = running();
        for _ in 0..2 * LONGEST {
            trial.letter('x');
        }
        assert_eq!(trial.line.len(), LONGEST);
        for _ in 0..2 * WAITING {
            trial.enter();
        }
        assert_eq!(trial.ahead.len(), WAITING);
    }
}
