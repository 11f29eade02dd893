//! The words of the JSON are listed in one place.

use std::collections::BTreeSet;
use std::path::Path;

use gradlings::runner::judge::KINDS;

/// Words in quotes that stand where a kind stands: after `diagnosis(` or `kind:`.
fn kinds_in(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for before in ["diagnosis(", "kind: "] {
        for (at, _) in text.match_indices(before) {
            let rest = text[at + before.len()..].trim_start();
            if let Some(word) = rest
                .strip_prefix('"')
                .and_then(|rest| rest.split('"').next())
            {
                found.insert(word.to_owned());
            }
        }
    }
    found
}

fn sources(folder: &Path, texts: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("the source is there") {
        let path = entry.expect("and can be read").path();
        if path.is_dir() {
            sources(&path, texts);
        } else {
            texts.push(std::fs::read_to_string(path).expect("as text"));
        }
    }
}

#[test]
fn every_kind_that_the_judge_says_is_listed_once() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/runner");
    let mut texts = vec![std::fs::read_to_string(root.join("judge.rs")).expect("the judge")];
    sources(&root.join("judge"), &mut texts);
    sources(&root.join("check"), &mut texts);
    let said: BTreeSet<String> = texts.iter().flat_map(|text| kinds_in(text)).collect();
    assert!(said.len() > 20, "{said:?}");
    let listed: BTreeSet<String> = KINDS.iter().map(|(kind, _)| (*kind).to_owned()).collect();
    assert_eq!(listed.len(), KINDS.len(), "a kind is listed twice");
    let missing: Vec<_> = said.difference(&listed).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for (kind, meaning) in KINDS {
        assert!(
            kind.chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '_')
        );
        assert!(!meaning.is_empty());
    }
}
