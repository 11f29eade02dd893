//! What is wrong with an `info.toml`, each fault told with its line.

use std::collections::HashSet;
use std::ops::Range;
use std::path::PathBuf;

use toml::Spanned;

use super::info::{ExerciseEntry, TrackEntry};
use super::{Chapter, Course, EVERYTHING, Exercise};
use crate::runner::problem::Problem;
use crate::runner::words::plain::course as words;

/// The text of an `info.toml`, and where it lies.
pub struct Source<'t> {
    pub path: PathBuf,
    pub toml: &'t str,
}

impl Source<'_> {
    /// A fault at a place of the text, or of the file as a whole.
    pub fn fault(&self, span: Option<Range<usize>>, what: String, next: &str) -> Problem {
        let place = match span {
            Some(span) => {
                let (line, column) = line_and_column(self.toml, span.start);
                format!("{}:{line}:{column}", self.path.display())
            }
            None => self.path.display().to_string(),
        };
        Problem::new(what, next).at(place)
    }

    /// The names of the chapters, where nothing is wrong with them.
    pub fn chapters(&self, chapters: &[Spanned<Chapter>]) -> Result<HashSet<String>, Problem> {
        let mut names = HashSet::new();
        for chapter in chapters {
            let name = &chapter.get_ref().name;
            if !is_plain_name(name) {
                return Err(self.fault(
                    Some(chapter.span()),
                    words::chapter_name(name),
                    words::plain_names_only(),
                ));
            }
            if !names.insert(name.clone()) {
                return Err(self.fault(
                    Some(chapter.span()),
                    words::chapter_twice(name),
                    words::rename_one(),
                ));
            }
        }
        Ok(names)
    }

    /// Refuses an exercise with something wrong in itself, or beside the chapters and the exercises before it.
    pub fn exercise(
        &self,
        entry: &ExerciseEntry,
        chapters: &HashSet<String>,
        before: &[Exercise],
    ) -> Result<(), Problem> {
        let (name, name_span) = (entry.name.get_ref().clone(), entry.name.span());
        if !is_plain_name(&name) {
            return Err(self.fault(
                Some(name_span),
                words::exercise_name(&name),
                words::plain_names_only(),
            ));
        }
        if before.iter().any(|exercise| exercise.name == name) {
            return Err(self.fault(
                Some(name_span),
                words::exercise_twice(&name),
                words::rename_one(),
            ));
        }
        if !chapters.contains(entry.chapter.get_ref()) {
            return Err(self.fault(
                Some(entry.chapter.span()),
                words::chapter_not_declared(&name, entry.chapter.get_ref()),
                words::declare_the_chapter(),
            ));
        }
        if let Some(former) = entry
            .formerly
            .iter()
            .find(|former| !is_plain_name(former.get_ref()))
        {
            return Err(self.fault(
                Some(former.span()),
                words::former_name(former.get_ref()),
                words::plain_names_only(),
            ));
        }
        for need in &entry.needs {
            if !before
                .iter()
                .any(|exercise| exercise.name == *need.get_ref())
            {
                return Err(self.fault(
                    Some(need.span()),
                    words::need_not_before(&name, need.get_ref()),
                    words::name_an_earlier_one(),
                ));
            }
        }
        if let Some(minutes) = &entry.minutes
            && *minutes.get_ref() == 0
        {
            return Err(self.fault(
                Some(minutes.span()),
                words::no_minutes(&name),
                words::say_the_minutes(),
            ));
        }
        if let Some(predict) = &entry.predict
            && let Some(fault) = predict.get_ref().fault(&name)
        {
            return Err(self.fault(Some(predict.span()), fault, words::mend_the_question()));
        }
        Ok(())
    }

    /// Refuses a track with something wrong in itself, or beside the exercises and the tracks before it.
    pub fn track(&self, entry: &TrackEntry, course: &Course) -> Result<(), Problem> {
        let (name, span) = (entry.name.get_ref(), entry.name.span());
        let refuse = |span, what: String, next: &str| Err(self.fault(Some(span), what, next));
        if !is_plain_name(&name.replace('-', "_")) {
            return refuse(
                span,
                words::track_name(name),
                words::plain_track_names_only(),
            );
        }
        if name == EVERYTHING {
            return refuse(
                span,
                words::track_everything(EVERYTHING),
                words::rename_the_track(),
            );
        }
        if course.track(name).is_some() {
            return refuse(span, words::track_twice(name), words::rename_one());
        }
        let unknown = |known: fn(&Course, &str) -> bool| {
            move |part: &&Spanned<String>| !known(course, part.get_ref())
        };
        let is_chapter = |course: &Course, name: &str| course.chapter(name).is_some();
        if let Some(part) = entry.chapters.iter().find(unknown(is_chapter)) {
            return refuse(
                part.span(),
                words::track_chapter(name, part.get_ref()),
                words::name_a_chapter(),
            );
        }
        let is_exercise = |course: &Course, name: &str| course.exercise(name).is_some();
        if let Some(part) = entry.exercises.iter().find(unknown(is_exercise)) {
            return refuse(
                part.span(),
                words::track_exercise(name, part.get_ref()),
                words::name_an_exercise(),
            );
        }
        let in_chapters = |exercise: &Exercise| {
            let mut chapters = entry.chapters.iter();
            chapters.any(|chapter| *chapter.get_ref() == exercise.chapter)
        };
        if entry.exercises.is_empty() && !course.exercises.iter().any(in_chapters) {
            return refuse(span, words::track_empty(name), words::fill_the_track());
        }
        Ok(())
    }
}

/// Only names that are a file name everywhere and cannot point anywhere else.
fn is_plain_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}

/// Line and column, both from 1, of a byte offset.
fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |last| last.chars().count())
        + 1;
    (line, column)
}
