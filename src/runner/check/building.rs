//! Building the two programs of a check, and what is told when one does not come out.

use super::ended::Ended;
use super::reading;
use super::run::Run;
use crate::runner::build::{BuildEvent, Built, Product, Workshop, build};
use crate::runner::event::{CheckEvent, Level, Stage};
use crate::runner::outcome::Verdict;
use crate::runner::source::Source;
use crate::runner::words::judge::{course as course_words, ending as words};

impl Run<'_> {
    /// Builds the learner's program.
    pub(super) fn build_candidate(&self, source: Source) -> Result<Product, Ended> {
        let budget = self.exercise.budget.build;
        let text = source.words();
        let unfinished = text.contains("todo!(");
        let workshop = Workshop::of_candidates(self.course).quick_unless(self.exercise.trains);
        let (mut errors, mut said) = (Vec::new(), Vec::new());
        let built = build(&workshop, source, budget, self.stop, &mut |event| {
            if let BuildEvent::Message(message) = event {
                if message.level == Level::Error {
                    errors.push(message.place.clone().unwrap_or_default());
                    said.push(message.summary.clone());
                }
                // Until the `todo!()` is gone, rustc only says that its inputs are not used yet.
                if !(unfinished && message.level == Level::Warning) {
                    self.tell(CheckEvent::Compiler(message));
                }
            } else {
                self.progress(event);
            }
        })?;
        match built {
            Built::Done(product) => Ok(product),
            Built::Errors(source) => {
                if let Some(message) = self.missing_piece(&source, &said) {
                    return Err(Ended::with(Verdict::CompileError, message));
                }
                self.pieces_compile(&source, &errors)?;
                let message = does_not_compile(source.main(), &errors);
                Err(Ended::with(Verdict::CompileError, message))
            }
            Built::Unreadable(path, why) => {
                Err(reading::unreadable_include(self.exercise, &path, why))
            }
            Built::TimedOut => Err(Ended::with(
                Verdict::TimedOut,
                words::compiler_too_slow(budget.as_secs()),
            )),
            Built::OutOfMemory => Err(Ended::with(
                Verdict::OutOfMemory,
                words::compiler_too_large(),
            )),
            Built::Cancelled => Err(self.cancelled()),
        }
    }

    /// Builds the reference. That it does not come out is an error of the course.
    pub(super) fn build_reference(&self, source: Source) -> Result<Product, Ended> {
        self.tell(CheckEvent::Stage(Stage::BuildingReference));
        let workshop = Workshop::of_references(self.course);
        let budget = self.exercise.budget.build;
        let mut said = None;
        let built = build(
            &workshop,
            source,
            budget,
            self.stop,
            &mut |event| match event {
                BuildEvent::Message(message) if message.level == Level::Error => {
                    said.get_or_insert(message.summary);
                }
                event => self.progress(event),
            },
        )?;
        let name = &self.exercise.name;
        let what = match built {
            Built::Done(product) => return Ok(product),
            Built::Cancelled => return Err(self.cancelled()),
            Built::Errors(_) => course_words::no_compile(name, said.unwrap_or_default()),
            Built::Unreadable(path, _) => course_words::include(name, path),
            Built::TimedOut => course_words::compiler_too_slow(name, budget.as_secs()),
            Built::OutOfMemory => course_words::compiler_too_large(name),
        };
        Err(reading::broken_check(self.exercise, what).into())
    }

    /// Passes on how far a build is.
    fn progress(&self, event: BuildEvent) {
        match event {
            BuildEvent::Progress {
                done,
                of,
                what,
                spent,
            } => self.tell(CheckEvent::Compiled {
                done,
                of,
                package: what,
                spent,
            }),
            BuildEvent::Budget(left) => self.tell(CheckEvent::Budget(left)),
            BuildEvent::Message(_) => {}
        }
    }
}

/// What rustc refuses of a file and of what it includes, by the places of its errors.
fn does_not_compile(main: &str, errors: &[String]) -> String {
    let own = format!("{main}:");
    let elsewhere = errors.iter().find(|place| !place.is_empty());
    match errors.len() {
        0 => words::no_program().to_owned(),
        _ if let Some(place) = elsewhere
            && !errors.iter().any(|place| place.starts_with(&own)) =>
        {
            words::error_included(place)
        }
        1 => words::one_error().to_owned(),
        number => words::many_errors(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_counted_and_told_by_where_they_are() {
        let table: [(&[&str], &str); 6] = [
            (&["one.rs:1:2"], "The compiler found an error in your file."),
            // Nobody knows where it is, so it is not said to be elsewhere.
            (&[""], "The compiler found an error in your file."),
            (
                &["one.rs:1:2", "data.rs:3:4"],
                "The compiler found 2 errors in your file.",
            ),
            (
                &["data.rs:3:4"],
                "The compiler found an error in what your file includes, at data.rs:3:4.",
            ),
            (
                &["one.rs.txt:3:4", ""],
                "The compiler found an error in what your file includes, at one.rs.txt:3:4.",
            ),
            (
                &[],
                "The compiler made no program of your file. Look for an attribute at its top, such as `#![crate_type]` or \
                 `#![no_main]`.",
            ),
        ];
        for (errors, said) in table {
            let errors: Vec<String> = errors.iter().map(|&place| place.to_owned()).collect();
            assert_eq!(does_not_compile("one.rs", &errors), said, "{errors:?}");
        }
    }
}
