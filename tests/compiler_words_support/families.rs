//! The tables of the families: each stands beside the rule that it tests, `axis.toml` beside `axis.rs`.
//!
//! They are read when the tests run, so that whoever adds an entry need not build anything.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gradlings::runner::words::compiler;
use gradlings::sentence::{Sentence, TextKind};
use serde::Deserialize;

use super::{Habit, Mistake};

/// Where the rules are, seen from the root of the repository.
const RULES: &str = "src/runner/compiler";

/// Families whose rule has a file below that of another. Where two files use the words of a subject, it is the one that
/// uses most of them.
const BELOW: [(&str, &str); 4] = [
    ("option", "mismatch/option"),
    ("plain", "mismatch/plain"),
    ("reference", "mismatch/reference"),
    ("tensors", "mismatch/tensors"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    mistake: Vec<Mistake>,
    #[serde(default)]
    habit: Vec<Habit>,
}

/// What all families are tested with: the mistakes, and the habits.
pub fn tables() -> (Vec<Mistake>, Vec<Habit>) {
    let (mut mistakes, mut habits) = (Vec::new(), Vec::new());
    for file in files(RULES) {
        let text = fs::read_to_string(root().join(&file)).expect("readable");
        let table = toml::from_str(&text).unwrap_or_else(|problem| panic!("{file}: {problem}"));
        let Table { mistake, habit } = table;
        mistakes.extend(mistake.into_iter().map(|mistake| Mistake {
            file: file.clone(),
            ..mistake
        }));
        habits.extend(habit.into_iter().map(|habit| Habit {
            file: file.clone(),
            ..habit
        }));
    }
    (mistakes, habits)
}

/// Every sentence about the compiler's messages.
pub fn sentences() -> impl Iterator<Item = &'static Sentence> {
    let all = compiler::ALL.iter().flat_map(|subject| subject.iter());
    all.filter(|sentence| sentence.kind == TextKind::Sentence)
}

/// The table of the mistakes that are told a sentence.
pub fn table_of(sentence: &Sentence) -> String {
    format!("{}.toml", rule(family(sentence)))
}

/// A fault if an entry of a table is told only sentences of other families.
pub fn misplaced(file: &str, name: &str, told: &[&str]) -> Option<String> {
    let rules: BTreeSet<String> = told.iter().flat_map(|told| rules(told)).collect();
    let kind = if file.ends_with(".habits.toml") {
        ".habits.toml"
    } else {
        ".toml"
    };
    let right: Vec<String> = rules.iter().map(|rule| format!("{rule}{kind}")).collect();
    let is_there = right.is_empty() || right.iter().any(|right| right == file);
    (!is_there).then(|| format!("{file}, {name}: belongs in {}", right.join(" or ")))
}

/// The rules whose sentence a text is, seen from the root of the repository and without an extension: of several sentences,
/// the longest decides, without its gaps. There are two rules where both have the same sentence.
fn rules(told: &str) -> BTreeSet<String> {
    let said = sentences().filter(|sentence| is_said(sentence, told));
    let said: Vec<_> = said
        .map(|sentence| (weight(sentence), family(sentence)))
        .collect();
    let most = said.iter().map(|(weight, _)| *weight).max();
    let decide = said.iter().filter(|(weight, _)| Some(*weight) == most);
    decide.map(|(_, family)| rule(family)).collect()
}

/// What makes a sentence the one that decides. "Here a `usize` is expected, but `n` is an `f32`." only begins what another
/// family goes on with.
fn weight(sentence: &Sentence) -> (bool, usize) {
    let own = pieces(sentence).iter().map(String::len).sum();
    (family(sentence) != "mismatch", own)
}

/// `axis`, of `compiler_axis.none_in_number`.
fn family(sentence: &Sentence) -> &'static str {
    let subject = sentence.id.split('.').next().unwrap_or_default();
    subject.trim_start_matches("compiler_")
}

fn rule(family: &str) -> String {
    let below = BELOW.iter().find(|(name, _)| *name == family);
    format!("{RULES}/{}", below.map_or(family, |(_, path)| path))
}

/// Whether a text has all that stands between the gaps of a sentence, in this order.
pub fn is_said(sentence: &Sentence, told: &str) -> bool {
    let mut rest = told;
    pieces(sentence)
        .iter()
        .all(|piece| match rest.split_once(piece.as_str()) {
            Some((_, behind)) => {
                rest = behind;
                true
            }
            None => false,
        })
}

/// What stands between the gaps of a sentence.
fn pieces(sentence: &Sentence) -> Vec<String> {
    let mut english = sentence.english.to_owned();
    if !sentence.gaps.is_empty() {
        for gap in sentence.gaps {
            english = english.replace(&format!("{{{gap}}}"), "\n");
        }
        english = english.replace("{{", "{").replace("}}", "}");
    }
    english.split('\n').map(str::to_owned).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All tables below a folder, in order. Each stands beside a rule.
fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join(folder)).expect("listed") {
        let name = entry.expect("listed").file_name();
        let path = format!("{folder}/{}", name.to_string_lossy());
        if root().join(&path).is_dir() {
            found.extend(files(&path));
        } else if let Some(rule) = path.strip_suffix(".toml") {
            let rule = format!("{}.rs", rule.trim_end_matches(".habits"));
            assert!(root().join(&rule).exists(), "{path}: there is no {rule}");
            found.push(path);
        }
    }
    found.sort();
    found
}
