//! Exercises that are composed of earlier ones, in a course of their own and with real builds: a chain of three files, of
//! which the third has the first through the second, so that there is one type of each.
#![cfg(feature = "runner")]

mod author_support;
mod builds_support;
mod cli_support;

use std::fs;
use std::path::{Path, PathBuf};

use author_support::courses::{elsewhere, gradlings, replace};
use builds_support::share_builds;
use cli_support::{Course, Ran, ran};
use serde_json::Value;

const GAP: &str = "todo!(\"EDIT: a reminder of what to write\")";
const BRING_IN: &str = "// EDIT: bring in what is called, with a line such as ";

struct Chain {
    root: PathBuf,
    _place: tempfile::TempDir,
}

impl Chain {
    /// `first` gives 2x, `second` the first of the first, `third` the first of the second.
    fn new() -> Chain {
        let place = elsewhere();
        assert_eq!(
            ran(&mut gradlings(place.path(), &["dev", "init", "chain"])).code,
            Some(0)
        );
        let chain = Chain {
            root: place.path().join("chain"),
            _place: place,
        };
        share_builds(&chain.root);
        for (path, kind) in [
            ("01_a/first", "function"),
            ("01_a/second", "composes"),
            ("02_b/third", "composes"),
        ] {
            let made = chain.run(&["dev", "new", path, "--kind", kind]);
            assert_eq!(made.code, Some(0), "{made:?}");
        }
        let opened = "pub fn open(it: Twice) -> Vector {\n    it.0\n}\n";
        for top in ["exercises", "solutions"] {
            let doubled = "\n/// A type of its own.\npub struct Twice(pub Vector);\n";
            chain.edit(
                top,
                "first",
                "use gradlings::prelude::*;\n",
                &format!("use gradlings::prelude::*;\n{doubled}"),
            );
            let line = format!("{BRING_IN}`use first::first;`.\n");
            let brought = format!("use first::{{Twice, first}};\n\n{opened}");
            chain.edit(top, "second", &line, &brought);
            let line = format!("{BRING_IN}`use second::second;`.\n");
            let brought = "use second::first::Twice;\nuse second::{open, second};\n";
            chain.edit(top, "third", &line, brought);
        }
        for name in ["first", "second", "third"] {
            chain.edit("solutions", name, "x * 2.0", right(name));
        }
        chain
    }

    fn run(&self, words: &[&str]) -> Ran {
        ran(&mut gradlings(&self.root, words))
    }

    fn path(&self, top: &str, name: &str) -> PathBuf {
        let chapter = if name == "third" { "02_b" } else { "01_a" };
        self.root.join(format!("{top}/{chapter}/{name}.rs"))
    }

    fn edit(&self, top: &str, name: &str, from: &str, to: &str) {
        replace(&self.path(top, name), from, to);
    }

    /// The exercise with this in the place of its gap.
    fn write(&self, name: &str, body: &str) {
        let solution = fs::read_to_string(self.path("solutions", name)).expect("readable");
        assert_eq!(solution.matches(right(name)).count(), 1, "{solution}");
        let text = solution.replace(right(name), body);
        fs::write(self.path("exercises", name), text).expect("written");
    }

    /// What `run third --json` says.
    fn third(&self) -> Value {
        let ran = self.run(&["run", "third", "--json"]);
        assert_eq!(ran.err, "", "{ran:?}");
        let told: Value = serde_json::from_str(&ran.out).expect("JSON");
        let code = if told["verdict"] == "passed" { 0 } else { 1 };
        assert_eq!(ran.code, Some(code), "{told}");
        told
    }
}

fn right(name: &str) -> &'static str {
    match name {
        "first" => "Twice(x * 2.0).0",
        "second" => "open(Twice(first(first(x))))",
        _ => "open(Twice(second(x))) * 2.0",
    }
}

#[test]
fn a_chain_of_three_is_proven_and_its_verdict_names_the_piece_that_is_wrong() {
    let chain = Chain::new();
    let proven = chain.run(&["dev", "check", "--seeds", "1"]);
    assert_eq!(proven.code, Some(0), "{proven:?}");
    let before: Vec<String> = ["first", "second", "third"]
        .map(|name| fs::read_to_string(chain.path("exercises", name)).expect("read"))
        .into();
    assert!(before.iter().all(|text| text.contains(GAP)), "{before:?}");
    a_save_of_the_piece_checks_the_whole_again(&chain);
    every_piece_is_named(&chain);
    a_piece_that_is_gone_is_named(&chain);
    what_is_known_costs_no_check(&chain);
    for (name, text) in ["first", "second", "third"].into_iter().zip(&before) {
        fs::write(chain.path("exercises", name), text).expect("written");
    }
    what_is_not_said_of_a_piece_is_a_fault(&chain);
}

fn a_save_of_the_piece_checks_the_whole_again(chain: &Chain) {
    for (name, body) in [
        ("first", GAP),
        ("second", right("second")),
        ("third", right("third")),
    ] {
        chain.write(name, body);
    }
    // What is run is what is watched afterwards.
    assert_eq!(chain.third()["verdict"], "piece");
    let mut watching = Course::at(chain.root.clone()).watch();
    watching.until("Not checked: third uses first, which does not pass yet.");
    watching.until("Save exercises/01_a/first.rs, and third is checked again.");
    chain.write("first", right("first"));
    watching.until("Passed: third agrees with the reference");
    watching.types("q");
    assert_eq!(watching.ends(), Some(0));
}

fn every_piece_is_named(chain: &Chain) {
    // What is written in each, then the verdict, the piece with its own verdict, and what is said.
    let (gap, wrong, right) = (GAP, "open(Twice(first(x)))", right);
    type Row<'a> = ([&'a str; 3], &'a str, Option<(&'a str, &'a str)>, &'a str);
    let table: [Row<'_>; 8] = [
        (
            [gap, gap, gap],
            "piece",
            Some(("first", "todo")),
            "Solve `first` first: `third` uses what you write there.\nType `gradlings run first`, or open exercises/01_a/first.rs.",
        ),
        (
            [gap, right("second"), right("third")],
            "piece",
            Some(("first", "todo")),
            "Solve `first` first",
        ),
        (
            [right("first"), wrong, right("third")],
            "piece",
            Some(("second", "failed")),
            "`third` uses your `second`, which does not pass. There it says: ",
        ),
        (
            ["Twice(x.square()).0", right("second"), right("third")],
            "piece",
            Some(("first", "failed")),
            "There it says: You squared the elements; EDIT: what it should be instead.\n",
        ),
        (
            ["Twice(x * 2.0)", right("second"), right("third")],
            "piece",
            Some(("first", "compile_error")),
            "`third` uses your `first`, which does not compile.\nType `gradlings run first`",
        ),
        (
            [right("first"), right("second"), "open(Twice(second(x)))"],
            "failed",
            None,
            "",
        ),
        (
            [right("first"), right("second"), "open(Twice(seconds(x)))"],
            "compile_error",
            None,
            "The compiler found an error in your file.",
        ),
        // What rustc warns of in a piece is told there.
        (
            [
                "{ let unused = 0; Twice(x * 2.0).0 }",
                right("second"),
                right("third"),
            ],
            "passed",
            None,
            "",
        ),
    ];
    for (bodies, verdict, piece, said) in table {
        for (name, body) in ["first", "second", "third"].into_iter().zip(bodies) {
            chain.write(name, body);
        }
        let told = chain.third();
        assert_eq!(told["verdict"], verdict, "{bodies:?}: {told}");
        let named = told.get("piece").map(|piece| {
            let word = |key: &str| piece[key].as_str().expect("a word").to_owned();
            (word("name"), word("verdict"))
        });
        let piece = piece.map(|(name, verdict)| (name.to_owned(), verdict.to_owned()));
        assert_eq!(named, piece, "{told}");
        let message = told["message"].as_str().unwrap_or_default();
        assert!(message.contains(said), "{bodies:?}: {told}");
        let compiler = told["compiler"].as_array().expect("an array");
        let places: Vec<&str> = compiler
            .iter()
            .filter_map(|it| it["place"].as_str())
            .collect();
        let is_told = verdict == "compile_error" || said.contains("does not compile");
        assert_eq!(!compiler.is_empty(), is_told, "{told}");
        let file = if piece.is_some() {
            "first.rs:"
        } else {
            "third.rs:"
        };
        assert!(
            places.iter().all(|place| place.contains(file)),
            "{places:?}"
        );
    }
}

fn a_piece_that_is_gone_is_named(chain: &Chain) {
    fs::remove_file(chain.path("exercises", "first")).expect("removed");
    let told = chain.third();
    assert_eq!(told["verdict"], "compile_error", "{told}");
    let message = "`third` uses your `first`, and exercises/01_a/first.rs is not there.\n\
                   Type `gradlings reset first` to begin it anew.";
    assert_eq!(told["message"], message, "{told}");
    chain.write("first", right("first"));
}

fn what_is_known_costs_no_check(chain: &Chain) {
    chain.write("first", right("first"));
    let checked = |ran: &Ran| {
        let checked = ran.out.lines().filter(|line| line.starts_with("Checking "));
        checked.map(str::to_owned).collect::<Vec<_>>()
    };
    let all = ["Checking first.", "Checking second.", "Checking third."];
    let run = || chain.run(&["run", "third"]);
    assert!(run().out.contains("Passed: third agrees"));
    assert_eq!(checked(&run()), all[2..], "the pieces are remembered");
    // The second has another text: it is checked again, and the first is not.
    chain.edit(
        "exercises",
        "second",
        "open(Twice(first(first(x))))",
        "first(first(x))",
    );
    assert_eq!(checked(&run()), all[1..]);
    let all_again = chain.run(&["check-all"]);
    assert_eq!(all_again.code, Some(0), "{all_again:?}");
    // That the whole passed holds no longer once a piece has another check, though no text of the learner's changed.
    let check = chain.path("checks", "first");
    let (now, then) = ("function(first)", "function(|x: Vector| first(x) + 1.0)");
    replace(&check, now, then);
    let all = chain.run(&["check-all", "--json"]);
    let all: Value = serde_json::from_str(&all.out).expect("JSON");
    let verdicts = [0, 1, 2].map(|at| all[at]["verdict"].as_str().expect("a word"));
    assert_eq!(verdicts, ["failed", "piece", "piece"], "{all}");
    replace(&check, then, now);
}

fn what_is_not_said_of_a_piece_is_a_fault(chain: &Chain) {
    let info = chain.root.join("info.toml");
    let solution = chain.path("solutions", "third");
    let include = "#[path = \"../01_a/second.rs\"]";
    let table: [(&Path, &str, &str, [&str; 3]); 2] = [
        (
            &info,
            "needs = [\"second\"]",
            "needs = []",
            [
                "fault: `third` includes `second`, but its entry does not say that it needs it.",
                "where: info.toml:",
                "mend:  add `second` to the `needs` of its entry",
            ],
        ),
        (
            &solution,
            include,
            "#[path = \"../../exercises/01_a/second.rs\"]",
            [
                "fault: `third` includes `first`, and its solution does not.",
                "where: solutions/02_b/third.rs",
                "mend:  write the same `#[path = ...]` and `pub mod` into the solution",
            ],
        ),
    ];
    for (path, from, to, lines) in table {
        replace(path, from, to);
        let checked = chain.run(&["dev", "check", "third", "--seeds", "1"]);
        assert_eq!(checked.code, Some(1), "{checked:?}");
        for line in lines {
            assert!(
                checked.out.contains(line),
                "{line:?} is not in:\n{}",
                checked.out
            );
        }
        replace(path, to, from);
    }
}
