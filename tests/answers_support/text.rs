//! Answers as they are written, and the programs that are made of them.

use libtest_mimic::Trial;

/// What stands behind a kind that is true of the answer, and leads nowhere.
const NO_HELP: &str = ", no help";
/// The kinds that say what differs, and not in which way.
const NUMBERS: [&str; 4] = ["values", "sequence", "words", "set"];

/// One answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Written {
    /// The line of the file on which it begins, from 1.
    pub line: usize,
    pub is_right: bool,
    /// The kind of the first diagnosis, and which of that kind: `mistake:row_means`.
    pub said: Option<String>,
    /// Whether what is said leads to what is wrong, as whoever wrote the answer found.
    pub is_helped: bool,
    /// What differs from the solution.
    pub code: String,
}

/// The answers of a file.
pub fn answers(text: &str) -> Vec<Written> {
    let mut found: Vec<Written> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let head = ["right", "wrong"].into_iter().find_map(|class| {
            let rest = line.strip_prefix("// ")?.strip_prefix(class)?;
            match rest.strip_prefix(", ") {
                Some(rest) => Some((class, Some(rest.split_once(": ")?.0))),
                None => rest.strip_prefix(": ").map(|_| (class, None)),
            }
        });
        if let Some((class, said)) = head {
            let no_help = said.and_then(|said| said.strip_suffix(NO_HELP));
            let said = no_help.or(said);
            found.push(Written {
                line: number + 1,
                is_right: class == "right",
                said: said.map(str::to_owned),
                is_helped: no_help.is_none() && said.is_some_and(|said| !NUMBERS.contains(&said)),
                code: String::new(),
            });
        } else if let Some(answer) = found.last_mut() {
            answer.code += line;
            answer.code += "\n";
        }
    }
    found
}

/// How many answers there are to an exercise.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub right: usize,
    pub wrong: usize,
    /// The wrong ones that are told more than numbers.
    pub helped: usize,
}

impl Tally {
    pub fn of(answers: &[Written]) -> Self {
        let wrong = || answers.iter().filter(|answer| !answer.is_right);
        Tally {
            right: answers.len() - wrong().count(),
            wrong: wrong().count(),
            helped: wrong().filter(|answer| answer.is_helped).count(),
        }
    }

    /// Three right ones, five wrong ones, and four in five of these are helped.
    pub fn is_enough(&self) -> bool {
        self.right >= 3 && self.wrong >= 5 && 5 * self.helped >= 4 * self.wrong
    }
}

/// What stands at the left margin, with what belongs to it: `use` lines, functions, types.
fn items(code: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    let mut after_blank = true;
    for line in code.lines() {
        let is_inside = line.starts_with([' ', '}']) || line.is_empty();
        match items.last_mut() {
            Some(item) if is_inside || !after_blank => {
                item.push_str(line);
                item.push('\n');
            }
            _ if line.is_empty() => {}
            _ => items.push(format!("{line}\n")),
        }
        after_blank = line.is_empty();
    }
    items
}

/// What an item is: `fn mse`, `struct Batch`, `use course::demo;`.
fn name(item: &str) -> String {
    let mut lines = item.lines();
    let is_about = |line: &&str| line.starts_with("//") || line.starts_with("#[");
    let line = lines.find(|line| !is_about(line)).unwrap_or_default();
    let mut words = line.split(|it: char| !it.is_alphanumeric() && it != '_');
    match words.find(|word| !["pub", ""].contains(word)) {
        Some("use" | "impl") | None => line.trim_end_matches(" {").to_owned(),
        Some(sort) => format!("{sort} {}", words.next().unwrap_or_default()),
    }
}

/// The solution with the items of an answer in the place of its own.
pub fn assembled(lesson: &str, solution: &str, answer: &str) -> String {
    let mut written = items(answer);
    let mut text = lesson.to_owned();
    for item in items(solution) {
        let same = written.iter().position(|other| name(other) == name(&item));
        let item = same.map_or(item, |at| written.remove(at));
        // What is new stands before `main`.
        if name(&item) == "fn main" {
            text.extend(written.drain(..).map(|new| new + "\n"));
        }
        text += &item;
        text += "\n";
    }
    text.extend(written);
    text
}

/// One program of many, each a module `answer_N` with a `main` of its own, numbered from 0: it is built once, and the one
/// runs after whose number its file is called.
pub fn joined(programs: &[String]) -> String {
    let mut pieces = String::new();
    let (mut modules, mut arms) = (String::new(), String::new());
    for (number, program) in programs.iter().enumerate() {
        modules += &format!("mod answer_{number} {{\n");
        for item in items(program) {
            if item.contains("#[path = ") {
                // A path leads elsewhere from inside a module, so exercises that are composed stand outside.
                if number == 0 {
                    pieces += &item;
                }
                for line in item.lines().filter(|line| line.ends_with(';')) {
                    let piece = line.rsplit(' ').next().unwrap_or_default();
                    modules += &format!("#[allow(unused_imports)]\nuse super::{piece}\n");
                }
            } else if name(&item) == "fn main" {
                modules += &format!("pub {item}");
            } else {
                modules += &item;
            }
        }
        modules += "}\n";
        arms += &format!("        Some(\"{number}\") => answer_{number}::main(),\n");
    }
    format!(
        "{pieces}{modules}fn main() {{\n    let own = std::env::args().next().unwrap_or_default();\n    \
         match std::path::Path::new(&own).file_stem().and_then(|it| it.to_str()) {{\n{arms}        \
         _ => panic!(\"it is called by none of the numbers\"),\n    }}\n}}\n"
    )
}

/// The tests of this file.
pub fn trials() -> [Trial; 2] {
    let test = |name: &str, run: fn()| {
        Trial::test(name, move || {
            run();
            Ok(())
        })
    };
    [
        test(
            "an_answer_takes_the_place_of_what_it_replaces",
            an_answer_takes_the_place_of_what_it_replaces,
        ),
        test(
            "joined_programs_run_by_their_numbers_and_share_the_exercises_they_compose",
            joined_programs_run_by_their_numbers_and_share_the_exercises_they_compose,
        ),
    ]
}

fn an_answer_takes_the_place_of_what_it_replaces() {
    let text = "// right: a loop\nfn a() {\n    1\n}\n// wrong, mistake:b: two\n/// New.\nconst C: u8 = 1;\n\nfn b() {}\n\
                // wrong: nothing is known\n// wrong, values: numbers\n// wrong, rows, no help: true of it\n";
    let written = answers(text);
    let heads: Vec<_> = written
        .iter()
        .map(|it| (it.line, it.is_right, it.said.as_deref(), it.is_helped))
        .collect();
    assert_eq!(
        heads,
        [
            (1, true, None, false),
            (5, false, Some("mistake:b"), true),
            (10, false, None, false),
            (11, false, Some("values"), false),
            (12, false, Some("rows"), false),
        ]
    );
    let tally = |right, wrong, helped| Tally {
        right,
        wrong,
        helped,
    };
    assert_eq!(Tally::of(&written), tally(1, 4, 1));
    let enough = [(3, 5, 4), (3, 10, 8), (4, 6, 5)];
    let short = [(2, 5, 5), (3, 4, 4), (3, 5, 3), (3, 6, 4), (3, 10, 7)];
    for (right, wrong, helped) in enough {
        assert!(
            tally(right, wrong, helped).is_enough(),
            "{right} {wrong} {helped}"
        );
    }
    for (right, wrong, helped) in short {
        assert!(
            !tally(right, wrong, helped).is_enough(),
            "{right} {wrong} {helped}"
        );
    }
    let solution =
        "use x;\n\n/// A.\npub fn a() {\n    0\n\n}\n\nfn b() {\n    0\n}\n\nfn main() {}\n";
    assert_eq!(
        assembled("//! L\n\n", solution, &written[0].code),
        "//! L\n\nuse x;\n\n\nfn a() {\n    1\n}\n\nfn b() {\n    0\n}\n\n\nfn main() {}\n\n"
    );
    assert_eq!(
        assembled("", solution, &written[1].code),
        "use x;\n\n\n/// A.\npub fn a() {\n    0\n\n}\n\n\nfn b() {}\n\n/// New.\nconst C: u8 = 1;\n\n\nfn main() {}\n\n"
    );
}

fn joined_programs_run_by_their_numbers_and_share_the_exercises_they_compose() {
    let one = "use x::y;\n\n#[path = \"b.rs\"]\npub mod b;\n\nfn main() {\n    b::c();\n}\n";
    let joined = joined(&[one.to_owned(), "fn main() {}\n".to_owned()]);
    let joined = joined.replace("\n\n", "\n");
    let pieces = "#[path = \"b.rs\"]\npub mod b;\n";
    let first = "mod answer_0 {\nuse x::y;\n#[allow(unused_imports)]\nuse super::b;\npub fn main() {\n    b::c();\n}\n}\n";
    let second = "mod answer_1 {\npub fn main() {}\n}\n";
    assert!(
        joined.starts_with(&format!("{pieces}{first}{second}fn main() {{")),
        "{joined}"
    );
    for number in ["0", "1"] {
        let arm = format!("Some(\"{number}\") => answer_{number}::main(),");
        assert!(joined.contains(&arm), "{joined}");
    }
}
