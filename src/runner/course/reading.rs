//! Reading a course from its folder, or from the text of its `info.toml`.

use std::path::Path;

use toml::Spanned;

use super::fault::Source;
use super::info::{DEFAULT_BUDGET, InfoFile};
use super::{Chapter, Course, Exercise, FORMAT, Glossary, Hint, Track};
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::text;
use crate::runner::words::plain::course as words;

impl Course {
    /// Reads the course in `root`.
    pub fn open(root: &Path) -> Result<Course, Problem> {
        let course = Course::open_unfinished(root)?;
        course.refuse_if_empty()?;
        Ok(course)
    }

    /// Reads the course in `root`, which need not have an exercise yet: for its author.
    pub fn open_unfinished(root: &Path) -> Result<Course, Problem> {
        let path = root.join("info.toml");
        let text = regular_file::read_text(&path, TEXT).map_err(|error| {
            let what = if error.kind() == std::io::ErrorKind::NotFound {
                words::missing().to_owned()
            } else {
                words::unreadable(error)
            };
            Problem::new(what, words::make_a_course()).at(path.display())
        })?;
        let mut course = Course::parse_unfinished(root, &text)?;
        course.glossary = Glossary::open(root, &course)?;
        Ok(course)
    }

    /// Reads a course from the text of its `info.toml`.
    pub fn parse(root: &Path, text: &str) -> Result<Course, Problem> {
        let course = Course::parse_unfinished(root, text)?;
        course.refuse_if_empty()?;
        Ok(course)
    }

    fn refuse_if_empty(&self) -> Result<(), Problem> {
        if self.exercises.is_empty() {
            let problem = Problem::new(words::empty(), words::write_the_first());
            return Err(problem.at(self.root.join("info.toml").display()));
        }
        Ok(())
    }

    /// Reads a course, which need not have an exercise yet, from the text of its `info.toml`.
    pub fn parse_unfinished(root: &Path, toml: &str) -> Result<Course, Problem> {
        let source = Source {
            path: root.join("info.toml"),
            toml,
        };
        let file: InfoFile = toml::from_str(toml).map_err(|error| {
            source.fault(
                error.span(),
                words::malformed(error.message()),
                words::mend_that_line(),
            )
        })?;
        if file.format != FORMAT {
            let next = match file.format < FORMAT {
                true => words::update_the_course(),
                false => words::install_the_newer(),
            };
            return Err(source.fault(None, words::format(file.format, FORMAT), next));
        }

        let chapter_names = source.chapters(&file.chapters)?;
        let course_budget = file.budget.or(DEFAULT_BUDGET);
        let mut exercises: Vec<Exercise> = Vec::new();
        for entry in file.exercises {
            source.exercise(&entry, &chapter_names, &exercises)?;
            exercises.push(Exercise {
                name: entry.name.into_inner(),
                chapter: entry.chapter.into_inner(),
                teaches: text::plain(&entry.teaches),
                minutes: entry.minutes.map(Spanned::into_inner),
                formerly: entry
                    .formerly
                    .into_iter()
                    .map(Spanned::into_inner)
                    .collect(),
                trains: entry.trains,
                usable: entry.usable,
                needs: entry.needs.into_iter().map(Spanned::into_inner).collect(),
                hints: entry.hints.into_iter().map(Hint::from).collect(),
                predict: entry.predict.map(|it| it.into_inner().harmless()),
                points: entry.points,
                weights: entry.weights,
                budget: entry.budget.or(course_budget),
            });
        }
        let mut course = Course {
            root: root.to_owned(),
            title: text::plain(&file.title),
            welcome: text::plain(&file.welcome),
            chapters: file.chapters.into_iter().map(harmless).collect(),
            exercises,
            tracks: Vec::new(),
            glossary: Glossary::default(),
        };
        for entry in file.tracks {
            source.track(&entry, &course)?;
            let track = Track::of(entry, &course);
            course.tracks.push(track);
        }
        Ok(course)
    }
}

/// A chapter whose words a terminal can show.
fn harmless(chapter: Spanned<Chapter>) -> Chapter {
    let chapter = chapter.into_inner();
    Chapter {
        title: text::plain(&chapter.title),
        about: text::plain(&chapter.about),
        ..chapter
    }
}
