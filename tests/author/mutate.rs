//! What a check lets pass, found with the built program: a gap is listed until a case closes it or an author explains it.

use std::fs;
use std::path::Path;

use crate::author_support::courses::gradlings;
use crate::author_support::one::OneExercise;
use crate::cli_support::{Ran, ran};
use serde_json::{Value, json};

const SOLUTION: &str = "//! # Clip

use gradlings::prelude::*;

/// The number, but at most `most`.
pub fn clip(x: f32, most: f32) -> f32 {
    if x > most { most } else { x }
}

fn main() {
    Exercise::new().offer(\"clip\", function(clip)).serve()
}
";

const CHECK: &str = "//! How `clip` is checked.

#[path = \"../../solutions/01_a/clip.rs\"]
#[expect(dead_code, reason = \"a check has a `main` of its own\")]
mod solution;
use gradlings::prelude::*;
use solution::clip;

fn main() {
    Reference::of(\"clip\", function(clip))
        .inputs([\"x\", \"most\"])
        .parts([(\"result\", exact())])
        .case(\"below\", |_| (0.25, 1.0))
        .run()
}
";

const BELOW: &str = ".case(\"below\", |_| (0.25, 1.0))";

fn mutated(root: &Path) -> Ran {
    ran(&mut gradlings(root, &["dev", "mutate", "clip"]))
}

#[test]
fn what_passes_is_listed_until_a_case_refuses_it_or_an_author_explains_it() {
    let course = OneExercise::new("clip", "function", SOLUTION, CHECK);
    let root = &course.root;
    let check = root.join("checks/01_a/clip.rs");
    let equal = root.join("checks/01_a/clip.equal.toml");

    let found = mutated(root);
    assert_eq!(found.code, Some(1), "{found:?}");
    let gap = "  passes: solutions/01_a/clip.rs:7\n    [[equal]]\n    in = \"clip\"\n    \
               line = \"if x > most { most } else { x }\"\n    becomes = \"if false { most } else { x }\"\n    why = \"\"\n";
    assert!(found.out.contains(gap), "{}", found.out);

    let above = format!("{BELOW}\n        .case(\"above\", |_| (3.0, 1.0))");
    fs::write(&check, CHECK.replace(BELOW, &above)).expect("written");
    let found = mutated(root);
    assert_eq!(found.code, Some(1), "{found:?}");
    assert!(!found.out.contains(gap), "{}", found.out);
    let passes: Vec<&str> = found.out.split("  passes: ").skip(1).collect();
    let [one] = passes[..] else {
        panic!("{}", found.out)
    };
    assert!(one.contains("becomes = \"if x >= most"), "{one}");

    // What it shows is what explains it, once it has a reason.
    let entry: Vec<&str> = one
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .collect();
    let entry = entry
        .join("\n")
        .replace("why = \"\"", "why = \"Both are `most` there.\"");
    fs::write(&equal, &entry).expect("written");
    let found = mutated(root);
    assert_eq!(found.code, Some(0), "{found:?}");
    assert!(found.out.contains("1 explained, 0 pass."), "{}", found.out);
    assert!(!found.out.contains("fault:"), "{}", found.out);

    let faults = [
        (">= most", "> never", "No change makes"),
        (
            ">= most",
            "<= most",
            "What is said to be as right is refused",
        ),
    ];
    for (from, to, what) in faults {
        fs::write(&equal, entry.replace(from, to)).expect("written");
        let found = mutated(root);
        assert_eq!(found.code, Some(1), "{found:?}");
        assert!(found.out.contains(what), "{}", found.out);
    }
}

#[test]
fn what_became_of_each_change_is_an_object_of_json() {
    let course = OneExercise::new("clip", "function", SOLUTION, CHECK);
    let entry = "[[equal]]\nin = \"clip\"\nline = \"if x > most { most } else { x }\"\n\
                 becomes = \"if x >= most { most } else { x }\"\nwhy = \"Both are `most` there.\"\n";
    fs::write(course.root.join("checks/01_a/clip.equal.toml"), entry).expect("written");
    let found = ran(&mut gradlings(
        &course.root,
        &["dev", "mutate", "clip", "--json"],
    ));
    assert_eq!(found.code, Some(1), "{found:?}");
    assert!(found.err.contains("to look at."), "{found:?}");
    let read = |line: &str| -> Value { serde_json::from_str(line).expect("an object a line") };
    let objects: Vec<Value> = found.out.lines().map(read).collect();
    let of_this_line = json!({
        "schema": 1, "exercise": "clip", "file": "solutions/01_a/clip.rs", "line": 7, "in": "clip",
        "was": "if x > most { most } else { x }",
    });
    let table = [
        (
            "if x >= most { most } else { x }",
            json!({"verdict": "equal", "why": "Both are `most` there."}),
        ),
        (
            "if false { most } else { x }",
            json!({"verdict": "survived"}),
        ),
        (
            "if true { most } else { x }",
            json!({"verdict": "killed", "by": "numbers"}),
        ),
        ("", json!({"verdict": "not_compiled"})),
    ];
    for (becomes, expected) in table {
        let mut whole = of_this_line.clone();
        whole["becomes"] = becomes.into();
        for (key, value) in expected.as_object().expect("an object") {
            whole[key] = value.clone();
        }
        assert!(objects.contains(&whole), "{whole}: {}", found.out);
    }
    let of = |verdict: &str| objects.iter().filter(|it| it["verdict"] == verdict).count();
    let all = ["killed", "survived", "equal", "not_compiled"].map(of);
    assert_eq!(all.iter().sum::<usize>(), objects.len(), "{}", found.out);
    assert_eq!(of("equal"), 1, "{}", found.out);
}

#[cfg(unix)]
#[test]
fn an_interrupted_search_leaves_nothing_behind() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    let course = OneExercise::new("clip", "function", SOLUTION, CHECK);
    let mut search = gradlings(&course.root, &["dev", "mutate", "clip"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    let said = BufReader::new(search.stderr.take().expect("piped"));
    let begun = said
        .lines()
        .map_while(Result::ok)
        .any(|line| line.starts_with("changing clip"));
    assert!(begun, "it says when it begins");
    // A folder, and its lock beside it.
    let there = || {
        let all = fs::read_dir(course.root.join(".gradlings/references")).expect("listed");
        let names = all.map(|entry| entry.expect("listed").file_name());
        names
            .filter(|name| name.to_string_lossy().starts_with("run-"))
            .count()
    };
    assert_eq!(there(), 2);
    let id = search.id().to_string();
    let sent = Command::new("kill")
        .args(["-INT", &id])
        .status()
        .expect("sent");
    assert!(sent.success());
    let ended = search.wait().expect("it ends");
    assert_eq!(ended.code(), Some(130));
    assert_eq!(there(), 0);
}
