//! Everything that a learner reads is whole, has an id, and stands in one place per subject.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gradlings::runner::words;
use gradlings::sentence::{Sentence, TextKind};

/// What of `src/` speaks to someone else: those who write exercises, and those who read the code.
const NOT_FOR_LEARNERS: &[&str] = &[
    "src/reference",
    "src/runner/author",
    "src/runner/cli/author.rs",
    "src/runner/cli/mutating.rs",
];

/// What other programs say, so that the code can look for it, and the names of folders.
const OF_OTHERS: &[&str] = &[
    "`#[panic_handler]` function required, but not found",
    "No space left on device",
    "Too many open files",
    "` changed between lock files",
    ": No such file or directory",
    "TOML parse error at line ",
    " for `{key}` in ",
    "`{Self}` cannot travel between programs, so a function of an exercise can neither take nor return it",
    "` target may not be installed",
    "C:/Program Files/NVIDIA GPU Computing Toolkit",
];

/// Where the words for learners stand. A drawing has its words with it in its file; like those of the others, each of them
/// has an id.
const WORDS: &[&str] = &["src/words", "src/runner/words", "src/report/drawing"];

fn all() -> impl Iterator<Item = &'static Sentence> {
    words::all()
}

#[test]
fn every_text_has_an_id_of_its_own() {
    let mut seen = BTreeSet::new();
    let twice: Vec<&str> = all()
        .filter(|it| !seen.insert(it.id))
        .map(|it| it.id)
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
    assert!(seen.len() > 20, "the table is empty");
}

#[test]
fn every_sentence_is_whole_and_nothing_but_its_gaps_stands_in_braces() {
    let faults: Vec<String> = all().filter_map(fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is wrong with how a text looks.
fn fault(text: &Sentence) -> Option<String> {
    let english = text.english;
    let wrong = |what: &str| Some(format!("{}: {what}: {english:?}", text.id));
    if english.trim() != english || english.is_empty() {
        return wrong("it begins or ends with a space");
    }
    if english.contains("  ") && text.kind != TextKind::Label {
        return wrong("it has two spaces in a row");
    }
    let whole = english.replace("{{", "").replace("}}", "");
    let mut gaps: Vec<&str> = whole
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(gap, _)| gap))
        .collect();
    gaps.retain(|gap| !text.gaps.contains(gap));
    if !text.gaps.is_empty() && !gaps.is_empty() {
        return wrong("a gap is a name and nothing else");
    }
    let first = english.chars().next().unwrap_or(' ');
    match text.kind {
        TextKind::Sentence => {
            let begins = first.is_uppercase() || first.is_ascii_digit() || "`{\"'(".contains(first);
            let ends = english.ends_with(['.', '?', '!', ':', '`', '}', ')']);
            match (begins, ends) {
                (false, _) => wrong("a sentence begins with a capital, a gap or code"),
                (_, false) => wrong("a sentence ends with a full stop"),
                _ => None,
            }
        }
        TextKind::Label if english.ends_with('.') && !english.ends_with("...") => {
            wrong("a label does not end with a full stop")
        }
        TextKind::Name if english.ends_with('.') => wrong("a name does not end with a full stop"),
        TextKind::Label | TextKind::Name => None,
    }
}

#[test]
fn every_subject_is_in_the_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let known: BTreeSet<&str> = all().map(|it| it.english).collect();
    let mut missing = Vec::new();
    let folders = WORDS.iter().flat_map(|folder| files(&root.join(folder)));
    for path in folders.filter(|path| !path.ends_with("tests.rs")) {
        let text = fs::read_to_string(&path).expect("a source file");
        let unknown = literals(&text)
            .into_iter()
            .filter(|it| is_sentence(&it.text) && !known.contains(it.text.as_str()));
        missing.extend(unknown.map(|it| format!("{}:{}", path.display(), it.line)));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn no_sentence_stands_among_the_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for path in files(&root.join("src")) {
        let name = path.strip_prefix(root).expect("a file below the root");
        let name = name.to_string_lossy().replace('\\', "/");
        let is_under = |folder: &&'static str| {
            name.strip_prefix(*folder)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
        };
        let is_words = WORDS.iter().any(is_under);
        let is_test = name.ends_with("tests.rs") || name.contains("/tests/");
        if is_words || is_test || NOT_FOR_LEARNERS.iter().any(is_under) {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source file");
        let found_here = literals(&text)
            .into_iter()
            .filter(|it| is_sentence(&it.text) && !OF_OTHERS.contains(&it.text.as_str()));
        found.extend(found_here.map(|it| format!("{name}:{}: {:?}", it.line, it.text)));
    }
    assert!(
        found.is_empty(),
        "these belong in src/runner/words or src/words:\n{}",
        found.join("\n")
    );
}

#[test]
fn sentences_and_their_pieces_are_told_from_other_strings() {
    let table = [
        ("The oven is cold.", true),
        ("{what} is cold: turn it on.", true),
        ("`{name}` does not compile", true),
        (", and the oven is cold", true),
        ("; {more} more of them", true),
        (" of the units are", true),
        ("the oven was opened", false),
        ("method named `backward` not found", false),
        ("a/path/to/a file.rs", false),
        ("Cargo.toml", false),
        ("{}", false),
        ("--message-format=json", false),
    ];
    for (text, is) in table {
        assert_eq!(is_sentence(text), is, "{text}");
    }
}

/// Whether a string looks like a sentence or a piece of one: three words or more that begin with a capital, a gap or
/// code, or with the comma of what stands before. What the code looks for in the words of other programs, and what
/// `expect` says to those who read the code, begins small.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &&str| {
        let letters = word.trim_matches(|it: char| !it.is_alphabetic());
        letters.len() > 1
            && letters
                .chars()
                .all(|it| it.is_alphabetic() || "'-".contains(it))
    };
    let words = text.split_whitespace().filter(is_word).count();
    let first = text.chars().next().unwrap_or(' ');
    let begins = first.is_uppercase() || "{`,;:. ".contains(first);
    words >= 3 && begins || words == 2 && begins && text.ends_with(['.', '?', '!'])
}

struct Literal {
    line: usize,
    text: String,
}

/// The string literals of a source file, without its comments and its tests.
fn literals(source: &str) -> Vec<Literal> {
    let source = source
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or("");
    let mut found = Vec::new();
    let mut rest = source;
    let line_of = |rest: &str| 1 + source[..source.len() - rest.len()].matches('\n').count();
    while let Some(at) = rest.find(['"', '/', '\'', 'r']) {
        let here = &rest[at..];
        let before = rest[..at].chars().next_back();
        let in_word = before.is_some_and(|it| it.is_alphanumeric() || it == '_');
        rest = if here.starts_with("//") {
            here.split_once('\n').map_or("", |(_, after)| after)
        } else if let Some(raw) = here.strip_prefix("r\"").filter(|_| !in_word) {
            raw.split_once('"').map_or("", |(_, after)| after)
        } else if here.starts_with("r#")
            && !in_word
            && here[1..].trim_start_matches('#').starts_with('"')
        {
            let marks = here[1..].chars().take_while(|it| *it == '#').count();
            let end = format!("\"{}", "#".repeat(marks));
            let body = &here[2 + marks..];
            body.split_once(&end).map_or("", |(_, after)| after)
        } else if let Some(after) = here.strip_prefix("'\"'") {
            after
        } else if here.starts_with("'\\") {
            // A character with a backslash, which may be a quote.
            &here[3..]
        } else if let Some(body) = here.strip_prefix('"') {
            let end = end_of(body);
            found.push(Literal {
                line: line_of(here),
                text: unescaped(&body[..end]),
            });
            body.get(end + 1..).unwrap_or("")
        } else {
            &here[1..]
        };
    }
    found
}

/// Where the literal that has begun before `body` ends.
fn end_of(body: &str) -> usize {
    let mut escaped = false;
    for (at, it) in body.char_indices() {
        match it {
            '"' if !escaped => return at,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    body.len()
}

/// A literal as the compiler reads it, as far as words are concerned.
fn unescaped(literal: &str) -> String {
    let mut parts = literal.split("\\\n");
    let mut text = parts.next().unwrap_or("").to_owned();
    for part in parts {
        text.push_str(part.trim_start());
    }
    text.replace("\\\"", "\"")
        .replace("\\n", "\n")
        .replace("\\\\", "\\")
}

/// All source files below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).expect("a folder of the source");
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
