//! Compares the layers with the code: every module imports only what the table allows, the tables only point down, and no
//! file of `src` imports itself through others.

mod layers_support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use layers_support::{circle, files, without_tests};

/// A module of `src/runner/` and what it may import from there, from the lowest layer to the highest. A name may only
/// stand on the right of a line if it has a line of its own above.
const RUNNER: &[(&str, &[&str])] = &[
    // L0: data and the system, nothing of the course's logic.
    ("words", &[]),
    ("activity", &["words"]),
    ("text", &["words"]),
    ("tokens", &[]),
    ("compiler", &["text", "words"]),
    ("curve", &["words"]),
    ("problem", &["text", "words"]),
    ("config", &["problem", "words"]),
    ("outcome", &["words"]),
    ("regular_file", &["words"]),
    ("closed", &["regular_file", "words"]),
    ("countdown", &["words"]),
    ("trainings", &["outcome", "words"]),
    ("event", &["countdown", "outcome", "trainings", "words"]),
    ("course", &["problem", "regular_file", "text", "words"]),
    ("process", &["words"]),
    ("sandbox", &["words"]),
    ("watch", &["problem", "regular_file", "words"]),
    ("editor", &["words"]),
    ("embedded", &["words"]),
    ("fingerprint", &["regular_file", "words"]),
    ("gpu", &["sandbox", "words"]),
    ("interrupt", &[]),
    ("given", &["problem", "regular_file", "text", "words"]),
    // L1: one job each.
    ("judge", &["outcome", "words"]),
    ("health", &["outcome", "text", "words"]),
    ("program", &["event", "process", "sandbox", "text", "words"]),
    (
        "workspace",
        &[
            "closed",
            "course",
            "embedded",
            "problem",
            "regular_file",
            "text",
            "words",
        ],
    ),
    (
        "checkpoints",
        &["fingerprint", "regular_file", "words", "workspace"],
    ),
    (
        "source",
        &["closed", "course", "fingerprint", "regular_file", "words"],
    ),
    (
        "build",
        &[
            "compiler",
            "countdown",
            "course",
            "event",
            "fingerprint",
            "gpu",
            "problem",
            "process",
            "regular_file",
            "sandbox",
            "source",
            "text",
            "workspace",
            "words",
        ],
    ),
    (
        "reference",
        &[
            "course",
            "fingerprint",
            "gpu",
            "problem",
            "process",
            "program",
            "sandbox",
            "words",
        ],
    ),
    (
        "progress",
        &["problem", "regular_file", "text", "workspace", "words"],
    ),
    (
        "attempts",
        &[
            "course",
            "curve",
            "event",
            "outcome",
            "problem",
            "regular_file",
            "trainings",
            "workspace",
            "words",
        ],
    ),
    (
        "session",
        &[
            "attempts",
            "closed",
            "course",
            "embedded",
            "event",
            "outcome",
            "problem",
            "progress",
            "regular_file",
            "text",
            "workspace",
            "words",
        ],
    ),
    // L2: the whole chain from a save to a verdict.
    (
        "check",
        &[
            "build",
            "checkpoints",
            "countdown",
            "course",
            "event",
            "fingerprint",
            "given",
            "health",
            "judge",
            "outcome",
            "problem",
            "process",
            "program",
            "reference",
            "regular_file",
            "sandbox",
            "source",
            "text",
            "tokens",
            "trainings",
            "workspace",
            "words",
        ],
    ),
    (
        "checks",
        &[
            "attempts",
            "check",
            "course",
            "event",
            "interrupt",
            "outcome",
            "problem",
            "words",
        ],
    ),
    // L3: those who listen to it.
    (
        "author",
        &[
            "build",
            "check",
            "closed",
            "course",
            "embedded",
            "event",
            "judge",
            "outcome",
            "problem",
            "process",
            "reference",
            "regular_file",
            "source",
            "text",
            "tokens",
            "workspace",
            "words",
        ],
    ),
    (
        "json",
        &[
            "attempts", "closed", "course", "event", "outcome", "problem", "words",
        ],
    ),
    (
        "doctor",
        &[
            "build",
            "closed",
            "course",
            "gpu",
            "problem",
            "process",
            "regular_file",
            "sandbox",
            "text",
            "watch",
            "workspace",
            "words",
        ],
    ),
    (
        "plain",
        &[
            "activity",
            "editor",
            "attempts",
            "check",
            "checks",
            "interrupt",
            "countdown",
            "course",
            "event",
            "given",
            "outcome",
            "problem",
            "process",
            "session",
            "text",
            "trainings",
            "watch",
            "words",
        ],
    ),
    (
        "tui",
        &[
            "activity",
            "config",
            "attempts",
            "check",
            "countdown",
            "course",
            "curve",
            "editor",
            "event",
            "given",
            "outcome",
            "problem",
            "process",
            "regular_file",
            "session",
            "text",
            "tokens",
            "trainings",
            "watch",
            "words",
        ],
    ),
    (
        "grade",
        &[
            "attempts",
            "check",
            "closed",
            "course",
            "event",
            "fingerprint",
            "outcome",
            "problem",
            "process",
            "regular_file",
            "source",
            "text",
            "workspace",
            "words",
        ],
    ),
    // L4: the words a person types.
    (
        "cli",
        &[
            "author",
            "check",
            "checkpoints",
            "checks",
            "closed",
            "config",
            "course",
            "doctor",
            "embedded",
            "event",
            "given",
            "gpu",
            "grade",
            "interrupt",
            "json",
            "outcome",
            "plain",
            "problem",
            "process",
            "progress",
            "regular_file",
            "sandbox",
            "session",
            "text",
            "tui",
            "workspace",
            "words",
        ],
    ),
];

/// The same for the rest of `src/`, the side that exercises link, without its tests.
const LIBRARY: &[(&str, &[&str])] = &[
    ("comparator", &[]),
    ("data_set", &[]),
    // How texts for learners are written down, for both sides.
    ("sentence", &[]),
    // How a call of a learner's function ends early.
    ("stop", &[]),
    // The device that all others compute on.
    ("tensor", &[]),
    // How values travel.
    ("wire", &[]),
    ("channel", &["wire"]),
    // What dfdx does, with the right gradient.
    ("contiguous", &["tensor"]),
    ("outbox", &["wire"]),
    ("words", &["sentence"]),
    ("world", &["wire"]),
    ("report", &["data_set", "sentence", "words"]),
    ("store", &["stop", "wire", "words", "world"]),
    ("stored", &["wire", "words"]),
    // What a training shows to the observer on its way.
    ("health", &["report", "tensor"]),
    ("sheet", &["comparator", "report", "wire"]),
    ("call", &["sheet", "stop", "tensor", "wire"]),
    // What is said in them, in each direction.
    ("message", &["report", "sheet", "wire"]),
    ("nn", &["health", "tensor", "words"]),
    ("counting", &["call", "stop", "tensor", "words"]),
    ("trial", &["message", "outbox", "wire", "world"]),
    ("generator", &["counting", "tensor"]),
    ("optim", &["counting", "health", "tensor", "words"]),
    ("values", &["counting", "tensor", "wire", "words"]),
    (
        "handler",
        &[
            "comparator",
            "counting",
            "data_set",
            "health",
            "nn",
            "report",
            "sheet",
            "stop",
            "tensor",
            "values",
            "wire",
            "words",
        ],
    ),
    (
        "serve",
        &[
            "call", "channel", "counting", "handler", "message", "outbox", "report", "sheet",
            "trial", "values", "wire", "words", "world",
        ],
    ),
    (
        "reference",
        &[
            "call",
            "channel",
            "comparator",
            "data_set",
            "generator",
            "handler",
            "message",
            "report",
            "serve",
            "sheet",
            "stored",
            "tensor",
            "values",
            "wire",
            "words",
            "world",
        ],
    ),
    (
        "prelude",
        &[
            "contiguous",
            "counting",
            "data_set",
            "generator",
            "handler",
            "nn",
            "optim",
            "reference",
            "report",
            "serve",
            "store",
            "tensor",
            "wire",
        ],
    ),
];

/// A file of `src/report/` and what it may import from there, from the lowest layer to the highest: data, then sending,
/// then the drawings, each of which is one file with its call. `src/report.rs` lists them, so none of these imports it.
const REPORT: &[(&str, &[&str])] = &[
    ("number", &[]),
    ("easel", &[]),
    ("observation", &[]),
    ("sealed", &[]),
    ("grid", &["easel"]),
    ("data", &["observation", "sealed"]),
    ("drawn", &["easel"]),
    ("send", &["data", "drawn", "observation", "sealed"]),
    ("drawing", &["drawn", "easel", "grid", "number", "send"]),
    ("predictions", &["drawing"]),
    ("layers", &["data", "drawing", "send"]),
    ("list", &[]),
];

#[test]
fn every_module_of_the_program_imports_only_from_below() {
    let found = offences(&source("src/runner"), "crate::runner::", RUNNER);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_library_never_imports_the_program() {
    let found = offences(&source("src"), "crate::", LIBRARY);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_file_of_a_report_imports_one_above_it_and_no_drawing_another_one() {
    let root = source("src/report");
    let mut found = offences(&root, "crate::report::", REPORT);
    for file in files(&root) {
        if file.ends_with("tests.rs") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("source is text");
        let own = file.strip_prefix(&root).expect("collected below root");
        // `super` of a file is the list, and so is a name that stands in `src/report.rs` itself.
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        let through_the_list = code.contains("use super::")
            || names_behind(&text, "crate::report::")
                .iter()
                .any(|name| name.starts_with(char::is_uppercase));
        if through_the_list {
            found.push(format!("{}: imports the list above it", own.display()));
        }
        if own.starts_with("drawing") && text.contains("crate::report::drawing::") {
            found.push(format!("{}: imports another drawing", own.display()));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_file_imports_itself_through_others() {
    let found = circle(&layers_support::of(&source("src")));
    assert_eq!(found, None, "each of these files imports the next one");
}

#[test]
fn every_table_only_points_down() {
    for table in [RUNNER, LIBRARY, REPORT] {
        let mut below = BTreeSet::new();
        for (module, allowed) in table {
            for import in *allowed {
                assert!(
                    below.contains(import),
                    "`{module}` may not import `{import}`: it stands below it"
                );
            }
            below.insert(module);
        }
    }
}

fn source(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// Imports that the table does not allow, and modules that it does not know.
fn offences(root: &Path, prefix: &str, table: &[(&str, &[&str])]) -> Vec<String> {
    let mut offences = Vec::new();
    for (module, _) in table {
        let is_there = root.join(format!("{module}.rs")).exists() || root.join(module).exists();
        assert!(
            is_there,
            "the table knows a module `{module}` that is not there"
        );
    }
    for file in files(root) {
        let inside = file.strip_prefix(root).expect("collected below root");
        let top = inside.iter().next().expect("a file name").to_string_lossy();
        let module = top.trim_end_matches(".rs");
        let above_all = match prefix {
            "crate::" => ["runner", "lib", "main"].contains(&module),
            // What is true of all drawings is tested through the list.
            "crate::report::" => module == "tests",
            _ => false,
        };
        if above_all {
            continue;
        }
        let Some((_, allowed)) = table.iter().find(|(name, _)| *name == module) else {
            offences.push(format!(
                "{}: the table has no line for `{module}`",
                inside.display()
            ));
            continue;
        };
        let text = fs::read_to_string(&file).expect("source is text");
        // Tests of the library may look at layers that stand above what they test.
        let (text, is_test) = match prefix {
            "crate::" => (without_tests(&text), file.ends_with("tests.rs")),
            _ => (text, false),
        };
        for import in imports(&text, prefix) {
            let is_module = table.iter().any(|(name, _)| *name == import) || import == "runner";
            // Macros stand at the root of the crate.
            if is_test || prefix == "crate::" && !is_module {
                continue;
            }
            if import != module && !allowed.contains(&import.as_str()) {
                offences.push(format!(
                    "{}: `{module}` imports `{import}`",
                    inside.display()
                ));
            }
        }
    }
    offences
}

/// The modules that stand behind `prefix`, in `use` lines and in paths; comments and doc links do not count.
fn imports(text: &str, prefix: &str) -> BTreeSet<String> {
    let mut found = names_behind(text, prefix);
    found.retain(|name| {
        name.starts_with(|letter: char| letter.is_ascii_lowercase() || letter == '_')
    });
    found
}

/// The names that stand behind `prefix`, of modules and of what is in them.
fn names_behind(text: &str, prefix: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let code: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut rest = code.as_str();
    while let Some(at) = rest.find(prefix) {
        let standing_alone = !rest[..at].ends_with('$');
        rest = &rest[at + prefix.len()..];
        let list = rest
            .strip_prefix('{')
            .and_then(|list| list.split('}').next());
        let names: Vec<&str> = match list {
            Some(list) => list.split(',').map(str::trim).collect(),
            None => vec![rest],
        };
        for name in names {
            let name: String = name
                .chars()
                .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
                .collect();
            if standing_alone && !name.is_empty() {
                found.insert(name);
            }
        }
    }
    found
}
