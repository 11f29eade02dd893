//! A small course, a class that hands in, and a folder for what comes of it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::author_support::courses::{elsewhere, gradlings};
use crate::builds_support::share_builds;
use crate::cli_support::{Ran, ran};

/// Two functions in one file, and a second file that is made of the first.
const INFO: &str = r#"format = 2
title = "A class"

[budget]
run_seconds = 2

[[chapters]]
name = "01_a"
title = "A"

[[chapters]]
name = "02_b"
title = "B"

[[exercises]]
name = "pair"
chapter = "01_a"
teaches = "twice and half"
points = 4
weights = { double = 3 }

[[exercises]]
name = "whole"
chapter = "02_b"
teaches = "both together"
needs = ["pair"]
"#;

const PAIR: &str = "//! # Pair\n\nuse gradlings::prelude::*;\n\n\
    /// Twice.\npub fn double(x: f32) -> f32 {\n    DOUBLE\n}\n\n\
    /// Half.\npub fn half(x: f32) -> f32 {\n    HALF\n}\n\n\
    fn main() {\n    Exercise::new()\n        .offer(\"double\", function(double))\n        \
    .offer(\"half\", function(half))\n        .serve()\n}\n";

const WHOLE: &str = "//! # Whole\n\nuse gradlings::prelude::*;\n\n\
    #[path = \"../01_a/pair.rs\"]\n#[expect(warnings, reason = \"it has a `main` of its own\")]\npub mod pair;\n\n\
    /// Back where it began.\npub fn whole(x: f32) -> f32 {\n    WHOLE\n}\n\n\
    fn main() {\n    Exercise::new().offer(\"whole\", function(whole)).serve()\n}\n";

const CHECK: &str = "//! How `NAME` is checked.\n\nuse gradlings::prelude::*;\n\n\
    #[path = \"../../solutions/CHAPTER/NAME.rs\"]\n#[expect(dead_code, reason = \"a check has a `main` of its own\")]\n\
    mod solution;\n\nfn main() {\n    ";

/// What is written in `pair`.
pub fn pair(double: &str, half: &str) -> String {
    PAIR.replace("DOUBLE", double).replace("HALF", half)
}

/// What is written in `whole`.
pub fn whole(body: &str) -> String {
    WHOLE.replace("WHOLE", body)
}

/// What passes.
pub const DOUBLE: &str = "x * 2.0";
/// What passes.
pub const HALF: &str = "x / 2.0";
/// What passes.
pub const BACK: &str = "pair::half(pair::double(x))";

/// The course and a place for folders.
pub struct Class {
    place: tempfile::TempDir,
}

impl Class {
    pub fn new() -> Class {
        let class = Class { place: elsewhere() };
        let made = ran(&mut gradlings(
            class.place.path(),
            &["dev", "init", "course"],
        ));
        assert_eq!(made.code, Some(0), "{made:?}");
        share_builds(&class.path("course"));
        class.write("course/info.toml", INFO);
        for (top, text) in [("solutions", pair(DOUBLE, HALF)), ("exercises", todo())] {
            class.write(&format!("course/{top}/01_a/pair.rs"), text);
        }
        class.write("course/solutions/02_b/whole.rs", whole(BACK));
        class.write("course/exercises/02_b/whole.rs", whole("todo!(\"both\")"));
        let check =
            |chapter: &str, name: &str| CHECK.replace("NAME", name).replace("CHAPTER", chapter);
        let of = |name: &str, wrong: &str| {
            format!(
                "Reference::of(\"{name}\", function(solution::{name})).inputs([\"x\"])\n        \
                 .cases(4, |g, _| (g.vector(1).as_vec()[0],))\n        \
                 .wrong(\"{name}_wrong\", \"You wrote {name} the wrong way round.\", |x| {wrong})\n        "
            )
        };
        let both = format!(
            "{}{}{}.run()\n}}\n",
            check("01_a", "pair"),
            of("double", "x / 2.0"),
            of("half", "x * 2.0").replace("Reference::of", ".and"),
        );
        class.write("course/checks/01_a/pair.rs", both);
        let one = format!(
            "{}{}.run()\n}}\n",
            check("02_b", "whole"),
            of("whole", "x * 4.0")
        );
        class.write("course/checks/02_b/whole.rs", one);
        class
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.place.path().join(path)
    }

    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("below the place")).expect("made");
        fs::write(path, text).expect("written");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect(path)
    }

    /// `gradlings grade` with these words behind it.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = gradlings(self.place.path(), &["grade", "--course", "course"]);
        command.args(words);
        command
    }

    pub fn grade(&self, words: &[&str]) -> Ran {
        ran(&mut self.command(words))
    }

    /// What stands in `results.jsonl`.
    pub fn lines(&self, results: &str) -> Vec<Value> {
        let text = self.read(&format!("{results}/results.jsonl"));
        let lines = text.lines();
        lines
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect()
    }

    /// How many pieces of work were done in a folder of results, ever.
    pub fn done(&self, results: &str) -> usize {
        let times = fs::read_to_string(self.path(results).join("times.jsonl"));
        times.map_or(0, |text| text.lines().count())
    }
}

/// The file as it is handed out.
pub fn todo() -> String {
    pair("todo!(\"twice\")", "todo!(\"half\")")
}
