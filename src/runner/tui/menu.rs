//! Every action and every exercise, found by typing a part of what it is called.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::runner::tui::action::Action;

/// What one of its lines does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Does {
    /// This.
    Act(Action),
    /// Go to the exercise of this name.
    Go(String),
}

/// One thing that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What.
    pub does: Does,
    /// Its key, or the number of the exercise.
    pub key: String,
    /// What it does, in words.
    pub text: String,
    /// What it is also found by: the name in the settings, what the exercise teaches.
    pub more: String,
}

/// An entry that matches, and which of its letters do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The number of the entry.
    pub entry: usize,
    /// The letters, by their numbers in the text and, after a space, in what follows it.
    pub letters: Vec<usize>,
}

/// The menu.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Menu {
    /// What was typed.
    pub text: String,
    /// Everything that can be done.
    pub entries: Vec<Entry>,
    /// What matches, the best first.
    pub found: Vec<Found>,
    /// The one that is selected.
    pub at: usize,
}

impl Menu {
    /// What is selected.
    pub fn selected(&self) -> Option<&Entry> {
        self.entries.get(self.found.get(self.at)?.entry)
    }

    /// Moves the selection.
    pub fn step(&mut self, by: isize) {
        let last = self.found.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// Takes in a letter, where there is room for one.
    pub fn letter(&mut self, letter: char) {
        // No name is as long; what is pasted may be.
        const LONGEST: usize = 100;
        if self.text.chars().count() < LONGEST {
            self.text.push(letter);
            self.find();
        }
    }

    /// Finds what was typed, and selects the best of it.
    pub fn find(&mut self) {
        self.at = 0;
        let (kind, marks) = (AtomKind::Fuzzy, Normalization::Smart);
        let pattern = Pattern::new(&self.text, CaseMatching::Ignore, marks, kind);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut found: Vec<(u32, Found)> = Vec::new();
        for (entry, it) in self.entries.iter().enumerate() {
            let text = format!("{} {}", it.text, it.more);
            let mut buffer = Vec::new();
            let mut places = Vec::new();
            let text = Utf32Str::new(&text, &mut buffer);
            if let Some(score) = pattern.indices(text, &mut matcher, &mut places) {
                places.sort_unstable();
                places.dedup();
                letters.clear();
                letters.extend(places.into_iter().filter_map(|at| usize::try_from(at).ok()));
                let letters = letters.clone();
                found.push((score, Found { entry, letters }));
            }
        }
        // Of what matches equally well the order of the table stays.
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        self.found = found.into_iter().map(|(_, found)| found).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn menu(texts: &[(&str, &str)]) -> Menu {
        let entry = |(text, more): &(&str, &str)| Entry {
            does: Does::Go((*text).to_owned()),
            key: String::new(),
            text: (*text).to_owned(),
            more: (*more).to_owned(),
        };
        Menu {
            entries: texts.iter().map(entry).collect(),
            ..Menu::default()
        }
    }

    #[test]
    fn what_is_typed_finds_what_has_its_letters_and_the_nearest_comes_first() {
        let all = [
            ("check every exercise, one after the other", "check-all"),
            ("go to softmax", "a distribution out of logits"),
            ("go to attention", "a softmax over positions"),
            ("open the file in your editor", "edit"),
        ];
        // What is typed, and what is found, in its order.
        let table: [(&str, &[usize]); 7] = [
            ("", &[0, 1, 2, 3]),
            ("go to softmax", &[1, 2]),
            ("sftmx", &[1, 2]),
            ("EDIT", &[3]),
            ("check-all", &[0]),
            ("softmax go", &[1, 2]),
            ("qqq", &[]),
        ];
        for (typed, expected) in table {
            let mut menu = menu(&all);
            typed.chars().for_each(|letter| menu.letter(letter));
            menu.find();
            let found: Vec<usize> = menu.found.iter().map(|it| it.entry).collect();
            assert_eq!(found, expected, "{typed}");
        }
    }

    #[test]
    fn the_letters_that_match_are_known_and_what_is_typed_is_bounded() {
        let mut menu = menu(&[("go to mse", "")]);
        "mse".chars().for_each(|letter| menu.letter(letter));
        assert_eq!(menu.found[0].letters, [6, 7, 8]);
        (0..1_000).for_each(|_| menu.letter('x'));
        assert_eq!(menu.text.len(), 100);
        assert_eq!(menu.selected(), None);
    }
}
