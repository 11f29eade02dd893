//! A page as its sections, each with what it has in every language.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The pages themselves: each links to the other one.
const PAGES: [&str; 2] = ["README.md", "README.zh-CN.md"];

/// A section: its title, which is translated, and what is not, with how often it occurs.
#[derive(Default)]
struct Section {
    title: String,
    facts: BTreeMap<String, i32>,
}

impl Section {
    fn has(&mut self, place: &str, fact: &str) {
        *self.facts.entry(format!("{place}{fact}")).or_default() += 1;
    }
}

/// What `ours` has and `theirs` lacks, or the other way round, section by section.
pub fn differences(ours: &str, theirs: &str) -> Vec<String> {
    let (ours, theirs) = (sections(ours), sections(theirs));
    let mut found = Vec::new();
    if ours.len() != theirs.len() {
        // The first one is what stands before every heading.
        let (theirs, ours) = (theirs.len() - 1, ours.len() - 1);
        found.push(format!("{theirs} sections, not {ours}"));
    }
    for (ours, theirs) in ours.into_iter().zip(theirs) {
        let mut balance = theirs.facts;
        for (fact, count) in ours.facts {
            *balance.entry(fact).or_default() -= count;
        }
        for (fact, count) in balance {
            let what = match count {
                0 => continue,
                1.. => "too much",
                _ => "missing",
            };
            found.push(format!("`{}`: {fact} is {what}", theirs.title));
        }
    }
    found
}

fn sections(page: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let (mut is_title, mut is_code, mut table, mut row) = (false, false, 0, 0);
    let mut place = String::new();
    for event in Parser::new_ext(page, Options::ENABLE_TABLES) {
        if let Event::Start(Tag::Heading { level, .. }) = event {
            let mut section = Section::default();
            section.has("", &format!("a heading of level {}", level as usize));
            sections.push(section);
            (is_title, table) = (true, 0);
            continue;
        }
        let Some(section) = sections.last_mut() else {
            continue;
        };
        match event {
            Event::End(TagEnd::Heading(_)) => is_title = false,
            Event::Text(text) if is_code => commands(&text, section),
            Event::Text(text) => {
                if is_title {
                    section.title.push_str(&text);
                }
                numbers(&text, &place, section);
            }
            Event::Code(code) => section.has(&place, &format!("the code `{code}`")),
            Event::Start(Tag::CodeBlock(_)) => {
                section.has("", "a block of code");
                is_code = true;
            }
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Start(Tag::Image { dest_url, .. }) => {
                section.has(&place, &format!("the picture {dest_url}"));
            }
            Event::Start(Tag::Link { dest_url, .. }) if !PAGES.contains(&&*dest_url) => {
                section.has(&place, &format!("the link to {dest_url}"));
            }
            Event::Start(Tag::Paragraph) => section.has("", "a paragraph"),
            Event::Start(Tag::Item) => section.has("", "an item of a list"),
            Event::Start(Tag::Table(columns)) => {
                (table, row) = (table + 1, 0);
                section.has("", &format!("a table of {} columns", columns.len()));
            }
            Event::Start(Tag::TableRow) => {
                row += 1;
                place = format!("row {row} of table {table}: ");
                section.has(&place, "the row");
            }
            Event::End(TagEnd::TableRow) => place.clear(),
            _ => {}
        }
    }
    sections
}

/// The lines of a block of code without what is said about them, behind a `#` or two spaces. What that calls by its name in
/// backticks is no prose either.
fn commands(block: &str, section: &mut Section) {
    for line in block.lines().map(str::trim) {
        let end = line.find("  ").or(line.find(" # ")).unwrap_or(line.len());
        let (command, prose) = line.split_at(end);
        section.has("", &format!("the command `{command}`"));
        for code in prose.split('`').skip(1).step_by(2) {
            section.has("", &format!("the code `{code}`"));
        }
    }
}

fn numbers(text: &str, place: &str, section: &mut Section) {
    let words = text.split(|it: char| !it.is_ascii_digit() && it != '.' && it != ',');
    for number in words.map(|it| it.trim_matches(['.', ','])) {
        if !number.is_empty() {
            section.has(place, &format!("the number {number}"));
        }
    }
}
