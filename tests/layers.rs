//! Holds the layers against the code: every module imports only what the table allows, and the table only points down.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A module of `src/runner/` and what it may import from there, from the lowest layer to the highest. A name may only
/// stand on the right of a line if it has a line of its own above.
const RUNNER: &[(&str, &[&str])] = &[
    // L0: data and the system, nothing of the course's logic.
    ("words", &[]),
    ("activity", &["words"]),
    ("text", &["words"]),
    ("compiler", &["text", "words"]),
    ("curve", &["words"]),
    ("problem", &["text", "words"]),
    ("config", &["problem", "words"]),
    ("outcome", &["words"]),
    ("regular_file", &["words"]),
    ("countdown", &["words"]),
    ("event", &["countdown", "outcome", "words"]),
    ("course", &["problem", "regular_file", "text", "words"]),
    ("process", &["words"]),
    ("sandbox", &["words"]),
    ("watch", &["problem", "regular_file", "words"]),
    ("editor", &["words"]),
    ("embedded", &["words"]),
    ("fingerprint", &["regular_file", "words"]),
    ("gpu", &["sandbox", "words"]),
    ("given", &["problem", "regular_file", "text", "words"]),
    // L1: one job each.
    ("judge", &["outcome", "words"]),
    ("health", &["outcome", "text", "words"]),
    ("program", &["event", "process", "sandbox", "text", "words"]),
    (
        "workspace",
        &[
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
        &["course", "fingerprint", "regular_file", "words"],
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
            "workspace",
            "words",
        ],
    ),
    (
        "session",
        &[
            "attempts",
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
            "workspace",
            "words",
        ],
    ),
    // L3: those who listen to it.
    (
        "author",
        &[
            "build",
            "check",
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
            "workspace",
            "words",
        ],
    ),
    ("json", &["attempts", "course", "event", "outcome", "words"]),
    (
        "doctor",
        &[
            "build",
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
            "countdown",
            "course",
            "event",
            "given",
            "outcome",
            "problem",
            "process",
            "session",
            "text",
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
            "watch",
            "words",
        ],
    ),
    // L4: the words a person types.
    (
        "cli",
        &[
            "author",
            "check",
            "config",
            "course",
            "doctor",
            "embedded",
            "event",
            "given",
            "gpu",
            "json",
            "outcome",
            "plain",
            "problem",
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

/// The same for the rest of `src/`, the side that exercises link.
const LIBRARY: &[(&str, &[&str])] = &[
    // How texts for learners are written down, for both sides.
    ("sentence", &[]),
    // With the macros of `sentence`, which stand at the root of the crate.
    ("words", &["labels", "names", "sentence", "sentences"]),
    ("comparator", &[]),
    // How a call of a learner's function ends early.
    ("stop", &[]),
    // The device that all others compute on.
    ("tensor", &[]),
    ("data_set", &[]),
    // What a training shows to the observer on its way.
    ("health", &["report", "tensor"]),
    ("nn", &["health", "parameters", "tensor", "words"]),
    ("optim", &["health", "tensor"]),
    // These three describe one thing together: what a message holds, and what travels in one.
    ("wire", &["report", "sheet"]),
    // Its tests need layers to look at.
    (
        "report",
        &[
            "data_set",
            "labels",
            "names",
            "nn",
            "sentence",
            "sentences",
            "words",
        ],
    ),
    ("sheet", &["comparator", "report", "wire"]),
    ("call", &["sheet", "stop", "tensor", "wire"]),
    ("counting", &["call", "stop", "tensor", "words"]),
    ("values", &["counting", "tensor", "wire", "words"]),
    ("stored", &["wire", "words"]),
    ("world", &["wire"]),
    ("store", &["stop", "wire", "words", "world"]),
    ("generator", &["counting", "tensor"]),
    (
        "handler",
        &[
            "comparator",
            "counting",
            "data_set",
            "health",
            "nn",
            "report",
            "serve",
            "sheet",
            "stop",
            "tensor",
            "values",
            "wire",
            "words",
        ],
    ),
    ("channel", &["wire"]),
    ("outbox", &["wire"]),
    ("trial", &["outbox", "wire", "world"]),
    (
        "serve",
        &[
            "call", "channel", "counting", "handler", "outbox", "report", "sheet", "trial",
            "values", "wire", "words", "world",
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
            "report",
            "serve",
            "sheet",
            "store",
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
            "counting",
            "data_set",
            "generator",
            "handler",
            "layer",
            "nn",
            "optim",
            "record",
            "reference",
            "report",
            "serve",
            "store",
            "tensor",
            "values",
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
    let mut files = Vec::new();
    collect(&root, &mut files);
    for file in files {
        if file.ends_with("report/tests.rs") {
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
fn the_tables_of_the_program_and_of_reports_only_point_down() {
    for table in [RUNNER, REPORT] {
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
        let mut files = vec![root.join(format!("{module}.rs"))];
        collect(&root.join(module), &mut files);
        assert!(
            files.iter().any(|file| file.exists()),
            "the table knows a module `{module}` that is not there"
        );
    }
    let mut files = Vec::new();
    collect(root, &mut files);
    for file in files {
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
        for import in imports(&text, prefix) {
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

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
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
