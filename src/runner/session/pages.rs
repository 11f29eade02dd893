//! The pages that chapters open with.

use std::collections::BTreeMap;

use super::Session;
use crate::runner::progress::state::Record;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::text;

impl Session {
    /// The page of a chapter, as markdown, where it has one.
    pub fn page(&self, chapter: &str) -> Option<String> {
        let page = regular_file::read_text(&self.course.page_path(chapter), TEXT).ok()?;
        Some(text::plain(&page)).filter(|page| !page.trim().is_empty())
    }

    /// Every page, by the name of its chapter.
    pub fn pages(&self) -> BTreeMap<String, String> {
        let chapters = self.course.chapters.iter();
        chapters
            .filter_map(|chapter| Some((chapter.name.clone(), self.page(&chapter.name)?)))
            .collect()
    }

    /// Whether the learner has not begun any exercise of the chapter.
    pub fn is_untouched(&self, chapter: &str) -> bool {
        let records = &self.store.state().exercises;
        let exercises = self.course.exercises.iter();
        exercises.filter(|it| it.chapter == chapter).all(|it| {
            records
                .get(&it.name)
                .is_none_or(|record| *record == Record::default())
        })
    }
}
