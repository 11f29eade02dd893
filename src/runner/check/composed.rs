//! Composed exercises: before one is judged, the earlier exercises whose files it includes are checked again.
//!
//! A piece is judged by the very text that the whole was built from, and what is remembered of that text is used again. The
//! pieces come in the order of the course, so that one which is itself composed comes after what it is composed of.

use super::ended::Ended;
use super::remembered::Memory;
use super::request::CheckRequest;
use super::run::Run;
use crate::runner::course::Exercise;
use crate::runner::event::CheckEvent;
use crate::runner::outcome::{Outcome, Piece, Verdict};
use crate::runner::source::Source;
use crate::runner::words::judge::piece as words;

/// Whether every piece of the exercise is known to pass as it is on disk. `None` where the exercise cannot be read.
pub(super) fn are_known_to_pass(request: &CheckRequest) -> Option<bool> {
    let course = &request.course;
    let exercise = course.exercise(&request.exercise)?;
    let source = Source::of_exercise(course, exercise).ok()?;
    let is_known = |piece: &Exercise| {
        let text = source.of_piece(course, piece)?.print();
        let reference = Source::of_check(course, piece).ok()?.print();
        let memory = Memory::at(course, piece, request.seed, &text, &reference)?;
        Some(memory.outcome()?.verdict == Verdict::Passed)
    };
    let mut pieces = source.pieces(course).into_iter();
    Some(pieces.all(|(piece, _)| is_known(piece).unwrap_or(false)))
}

impl Run<'_> {
    /// Ends the check of the whole at the first piece that is not passed.
    pub(super) fn pieces_pass(&self, whole: &Source) -> Result<(), Ended> {
        let mut pieces = whole.pieces(self.course).into_iter();
        pieces.try_for_each(|(piece, _)| self.piece_passes(whole, piece))
    }

    /// The same of a whole that does not compile, for the pieces in whose files rustc found an error.
    pub(super) fn pieces_compile(&self, whole: &Source, errors: &[String]) -> Result<(), Ended> {
        let pieces = whole.pieces(self.course).into_iter();
        let is_in = |path: &str| {
            let start = format!("{path}:");
            errors.iter().any(|place| place.starts_with(&start))
        };
        let mut faulty = pieces.filter(|(_, path)| is_in(path));
        faulty.try_for_each(|(piece, _)| self.piece_passes(whole, piece))
    }

    /// What to say where rustc could not open the file of an earlier exercise, because it is not there.
    pub(super) fn missing_piece(&self, source: &Source, said: &[String]) -> Option<String> {
        let is_missed = |piece: &&Exercise| {
            let file = format!("/{}.rs`: ", piece.name);
            let beside = format!("`{}.rs`: ", piece.name);
            let mut said = said.iter().filter(|it| it.starts_with("couldn't read"));
            said.any(|it| it.contains(&file) || it.contains(&beside))
                && !source.knows(self.course, piece)
        };
        let piece = self.course.exercises.iter().find(is_missed)?;
        let (whole, name, path) = (&self.exercise.name, &piece.name, piece.path());
        let missing = words::missing(whole, name, path);
        Some(format!("{missing}\n{}", words::reset(name)))
    }

    fn piece_passes(&self, whole: &Source, piece: &Exercise) -> Result<(), Ended> {
        // It is one of the files of the whole.
        let Some(source) = whole.of_piece(self.course, piece) else {
            return Ok(());
        };
        // What it prints and reports, and how each of its checks went, is told where it is checked alone.
        let events = |event| {
            let tells = matches!(
                event,
                CheckEvent::Stage(_) | CheckEvent::Compiled { .. } | CheckEvent::Budget(_)
            );
            if tells {
                self.tell(event);
            }
        };
        let run = Run {
            exercise: piece,
            events: &events,
            ..*self
        };
        let outcome = run.outcome_of_piece(source)?;
        match outcome.verdict {
            Verdict::Passed => Ok(()),
            Verdict::Cancelled => Err(self.cancelled()),
            _ => Err(refusal(self.exercise, piece, &outcome)),
        }
    }

    fn outcome_of_piece(&self, source: Source) -> Result<Outcome, Ended> {
        if let Some(handed_in) = self.handed_in {
            // What is remembered on disk belongs to whoever works in the course. A verdict of that person's is none of these.
            if let Some(known) = handed_in.known.get(&self.exercise.name) {
                return Ok(known.clone());
            }
            let (outcome, _) = self.judge(source);
            return match self.stop.is_stopped() {
                true => Err(self.cancelled()),
                false => Ok(outcome),
            };
        }
        let memory = |candidate: &str, reference: &str| {
            Memory::at(self.course, self.exercise, self.seed, candidate, reference)
        };
        let reference = self.reference()?.print();
        let known = memory(&source.print(), &reference).and_then(|memory| memory.outcome());
        if let Some(outcome) = known {
            return Ok(outcome);
        }
        let (outcome, prints) = self.judge(source);
        if self.stop.is_stopped() {
            return Err(self.cancelled());
        }
        let memory = prints.and_then(|prints| memory(&prints.candidate, &prints.reference));
        if let Some(memory) = memory {
            memory.keep(&outcome);
        }
        Ok(outcome)
    }
}

/// The end of a whole with a piece that is not passed.
fn refusal(whole: &Exercise, piece: &Exercise, outcome: &Outcome) -> Ended {
    let (whole, name, path) = (&whole.name, &piece.name, piece.path());
    let why = because(outcome);
    let what = match outcome.verdict {
        // What keeps a piece from being judged keeps the whole from it, and begins with its own mend.
        verdict if verdict.is_hindered() => return Ended::with(verdict, why),
        Verdict::Todo => words::unsolved(name, whole),
        Verdict::CompileError => words::no_compile(whole, name),
        // One that waits for a piece of its own comes after that piece, so this is the verdict of its own checks.
        _ => format!("{} {why}", words::fails(whole, name)),
    };
    let message = format!("{what}\n{}", words::run(name, path));
    Ended {
        piece: Some(Piece {
            name: name.clone(),
            verdict: outcome.verdict,
        }),
        ..Ended::with(Verdict::Piece, message)
    }
}

/// Why a piece is not passed, in its own words: the first line, unless nothing could be judged.
fn because(outcome: &Outcome) -> String {
    let message = outcome.message.as_deref();
    if outcome.verdict.is_hindered() {
        return message.unwrap_or_default().to_owned();
    }
    let diagnoses = outcome.checks.iter();
    let diagnosis = diagnoses
        .filter_map(|check| check.diagnosis.as_ref())
        .next();
    let words = diagnosis.map(|diagnosis| diagnosis.message.as_str());
    let first = words.or(message).unwrap_or_default().lines().next();
    first.unwrap_or_default().to_owned()
}
