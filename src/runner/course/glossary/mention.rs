//! Where the terms of a glossary stand in a lesson: for the screen, which marks them, and for whoever asks whether a lesson
//! uses a term before it is introduced.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use unicode_width::UnicodeWidthChar;

use super::Glossary;
use super::term::{Term, forms};

/// In place of what is not looked at. It is no letter, so no term reaches across it.
const SOMETHING_ELSE: char = '\u{fffc}';

/// A term in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The bytes of the markdown.
    pub range: Range<usize>,
    /// The position of the term in the glossary.
    pub term: usize,
}

/// One way to write a term.
struct Form {
    letters: Vec<char>,
    term: usize,
}

/// A letter of a text, and the bytes of the markdown that it stands for.
type Letter = (char, Range<usize>);

impl Glossary {
    /// Every term in the lesson of an exercise, in the order in which they stand there. Code and words in italics, which are titles of
    /// books, are not looked at. Where two terms begin at one place, the longer one is meant.
    pub fn mentions(&self, markdown: &str, exercise: &str) -> Vec<Mention> {
        let forms = forms_of(self.terms(), exercise);
        let mut found = Vec::new();
        for block in blocks(markdown) {
            find(&block, &forms, &mut found);
        }
        found
    }

    /// The first place of each term in the lesson of an exercise.
    pub fn first_mentions(&self, markdown: &str, exercise: &str) -> Vec<Mention> {
        let mut seen = HashSet::new();
        let mut mentions = self.mentions(markdown, exercise);
        mentions.retain(|mention| seen.insert(mention.term));
        mentions
    }
}

/// Every form of every term that is meant in the lesson of an exercise, by its first letter in lower case, the longest
/// first.
fn forms_of(terms: &[Term], exercise: &str) -> HashMap<char, Vec<Form>> {
    let mut all: HashMap<char, Vec<Form>> = HashMap::new();
    let is_meant = |entry: &Term| entry.not_in.iter().all(|name| name != exercise);
    for (term, entry) in terms.iter().enumerate().filter(|(_, it)| is_meant(it)) {
        for form in entry.spellings().flat_map(forms) {
            let letters: Vec<char> = form.chars().collect();
            let Some(first) = letters.first().copied() else {
                continue;
            };
            let forms = all.entry(lower(first)).or_default();
            forms.push(Form { letters, term });
        }
    }
    for forms in all.values_mut() {
        forms.sort_by_key(|form| std::cmp::Reverse(form.letters.len()));
    }
    all
}

/// The texts of a lesson that stand for themselves: paragraphs, headings, cells.
fn blocks(markdown: &str) -> Vec<Vec<Letter>> {
    let mut blocks = Vec::new();
    let mut block: Vec<Letter> = Vec::new();
    let (mut in_code, mut in_italics) = (false, 0_usize);
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Emphasis) => in_italics += 1,
            Event::End(TagEnd::Emphasis) => in_italics = in_italics.saturating_sub(1),
            Event::Start(Tag::Strong | Tag::Link { .. })
            | Event::End(TagEnd::Strong | TagEnd::Link) => {}
            Event::Start(_) | Event::End(_) => blocks.push(std::mem::take(&mut block)),
            // What is written in another way than it reads has no places inside.
            Event::Text(text)
                if !in_code && in_italics == 0 && markdown[range.clone()] == *text =>
            {
                let letters = text.char_indices().map(|(at, letter)| {
                    let from = range.start + at;
                    (letter, from..from + letter.len_utf8())
                });
                block.extend(letters);
            }
            Event::SoftBreak => block.push((' ', range)),
            _ => block.push((SOMETHING_ELSE, range)),
        }
    }
    blocks.push(block);
    blocks
}

fn find(block: &[Letter], forms: &HashMap<char, Vec<Form>>, found: &mut Vec<Mention>) {
    let mut at = 0;
    while let Some((letter, range)) = block.get(at) {
        let begins = at == 0 || !joins(block[at - 1].0, *letter);
        let candidates = forms.get(&lower(*letter)).filter(|_| begins);
        let form = candidates.and_then(|forms| forms.iter().find(|form| is_at(form, block, at)));
        match form {
            Some(form) => {
                let last = at + form.letters.len() - 1;
                found.push(Mention {
                    range: range.start..block[last].1.end,
                    term: form.term,
                });
                at = last + 1;
            }
            None => at += 1,
        }
    }
}

/// Whether a form stands at a place and ends where a word ends. A sentence may begin with it; apart from that, its capitals
/// are its own.
fn is_at(form: &Form, block: &[Letter], at: usize) -> bool {
    let Some(there) = block.get(at..at + form.letters.len()) else {
        return false;
    };
    let mut pairs = form.letters.iter().zip(there);
    let begins = pairs.next().is_some_and(|(letter, (there, _))| {
        letter == there || (letter.is_lowercase() && *letter == lower(*there))
    });
    let rest = pairs.all(|(letter, (there, _))| letter == there);
    let next = block.get(at + form.letters.len());
    let ends =
        next.is_none_or(|(next, _)| form.letters.last().is_none_or(|last| !joins(*last, *next)));
    begins && rest && ends
}

/// Whether two letters stand in one word. Scripts with wide letters have no spaces between their words.
fn joins(before: char, after: char) -> bool {
    [before, after]
        .into_iter()
        .all(|letter| letter.is_alphanumeric() && letter.width() == Some(1))
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary() -> Glossary {
        let term = |name: &str, also: &[&str]| Term {
            name: name.to_owned(),
            also: also.iter().map(|it| (*it).to_owned()).collect(),
            meaning: "Something.".to_owned(),
            exercise: "one".to_owned(),
            not_in: vec!["two".to_owned()],
        };
        let terms = vec![
            term("axis", &["axes"]),
            term("batch", &[]),
            term("batch normalisation", &[]),
            term("entropy", &[]),
            term("He", &[]),
            term("learning rate", &["rate"]),
            term("梯度", &[]),
        ];
        Glossary {
            terms,
            strays: Vec::new(),
        }
    }

    #[test]
    fn a_term_is_seen_where_it_is_meant_and_nowhere_else() {
        // A lesson, and the terms in it as they are written.
        let table: [(&str, &[&str]); 14] = [
            ("A batch, two batches.", &["batch", "batches"]),
            (
                "# Batch normalisation\n\nBatch after batch.",
                &["Batch normalisation", "Batch", "batch"],
            ),
            ("Both axes and Axis 1.", &["axes", "Axis"]),
            ("Entropies add up.", &["Entropies"]),
            // Lessons are broken between words.
            ("The learning\nrate.", &["learning\nrate"]),
            (
                "- a **learning rate**\n- a rate",
                &["learning rate", "rate"],
            ),
            (
                "| name | is |\n|---|---|\n| `batch` | a batch |\n",
                &["batch"],
            ),
            // Parts of words and of names in code are other words.
            ("Rebatched, mini_batch2, separate.", &[]),
            ("`batch` and\n\n```text\nbatch\n```\n", &[]),
            ("(Somebody: *Batch after batch*, 2015.)", &[]),
            ("The learning `x` rate.", &["rate"]),
            // A name has a capital, and a pronoun has none.
            ("He is meant, he is not, HE neither.", &["He"]),
            ("[A batch](https://a.example/batch).", &["batch"]),
            ("所以梯度是2。", &["梯度"]),
        ];
        for (lesson, expected) in table {
            let found = glossary().mentions(lesson, "one");
            let found: Vec<&str> = found.iter().map(|it| &lesson[it.range.clone()]).collect();
            assert_eq!(found, expected, "{lesson:?}");
        }
    }

    #[test]
    fn of_each_term_the_first_place_is_marked() {
        let lesson = "A batch, an axis, a batch, more axes.";
        let glossary = glossary();
        let found = glossary.first_mentions(lesson, "one");
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|it| {
                let name = glossary.terms()[it.term].name.as_str();
                (name, &lesson[it.range.clone()])
            })
            .collect();
        assert_eq!(found, [("batch", "batch"), ("axis", "axis")]);
        // The word has another sense there.
        assert_eq!(glossary.mentions(lesson, "two"), []);
    }
}
