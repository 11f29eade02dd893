//! What each command of plain mode does.

use std::io::{self, Write};

use super::Watching;
use crate::runner::plain::command::Command;
use crate::runner::plain::{answers, back, glossary, way};
use crate::runner::problem::Problem;
use crate::runner::words::plain::commands as words;

impl<W: Write> Watching<W> {
    pub(super) fn command(&mut self, command: Command, behind: &str) -> io::Result<()> {
        let name = self.session.current().name.clone();
        let sure = self.sure.take();
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
            Command::Glossary => glossary::answer(self.session.course(), behind),
            Command::About => {
                let course = self.session.course();
                answers::named(course, self.session.current(), behind)
                    .map(|exercise| answers::about(&self.session, exercise))
            }
            Command::Page => Ok(answers::page(&self.session)),
            Command::Track => answers::track(&mut self.session, behind),
            Command::Stop => Ok(self.stop()),
            Command::CheckAll => return self.check_all(),
            Command::Edit => Ok(answers::edit(&self.session, self.line)),
            Command::Difference => answers::difference(&self.session),
            Command::Run => return self.check(),
            Command::Use => return self.use_it(behind),
            Command::Reset if sure.as_ref() != Some(&name) => {
                let question = words::reset_asks(&name);
                self.sure = Some(name.clone());
                Ok(vec![question])
            }
            Command::Reset => back::reset(&mut self.session, &name, &name),
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
            let [_, leaving] = way::while_watching();
            return Ok(vec![way::all_done(self.session.track(), leaving)]);
        };
        if next == before {
            return Ok(vec![words::last_open().to_owned()]);
        }
        let left_open = !self.session.is_done(&before);
        self.session.select(&next)?;
        let note = words::stays_open(before);
        Ok(if left_open { vec![note] } else { Vec::new() })
    }

    /// Goes to an exercise and checks it.
    fn go(&mut self, name: &str) -> Result<Vec<String>, Problem> {
        if name.is_empty() {
            return Ok(vec![words::where_to().to_owned()]);
        }
        let course = self.session.course().clone();
        let name = answers::named(&course, self.session.current(), name)?
            .name
            .clone();
        self.session.select(&name)?;
        Ok(Vec::new())
    }
}
