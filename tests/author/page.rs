//! What an author does, outside the repository and with the built program: the page of instructions followed word by
//! word, and a second course.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::author_support::courses::{copy, elsewhere, folder_of_the_program, gradlings, replace};
use crate::author_support::page::{Step, steps};
use crate::builds_support::share_builds;
use crate::cli_support::{Ran, ran};

const PAGE: &str = include_str!("../../AUTHORING.md");

#[test]
fn the_page_followed_word_by_word_leads_from_nothing_to_a_proven_exercise() {
    let place = elsewhere();
    let mut here = place.path().to_owned();
    let mut said = String::new();
    let mut typed = 0;
    for step in steps(PAGE, "Write an exercise in ten minutes") {
        match step {
            Step::Type(commands) => {
                said.clear();
                for command in commands {
                    if let Some(folder) = command.strip_prefix("cd ") {
                        here.push(folder);
                        // Where a person waits for dfdx to be built, the test need not.
                        share_builds(&here);
                    } else {
                        said.push_str(&shell(&here, &command));
                        typed += 1;
                    }
                }
            }
            Step::Says(lines) => {
                for line in lines {
                    // Three dots stand for the rest of a line.
                    let line = line.trim_end_matches("...");
                    assert!(said.contains(line), "{line:?} is not in:\n{said}");
                }
            }
            Step::Write(file, text) => {
                let path = here.join(&file);
                assert!(path.exists(), "{file} is written from nothing");
                fs::write(path, text).expect("written");
            }
            Step::Edit(file, from, to) => replace(&here.join(file), &from, &to),
        }
    }
    assert!(typed > 6, "only {typed} commands were typed");
}

/// Types one command into a shell; a `!` before it says that it is meant to fail.
fn shell(folder: &Path, command: &str) -> String {
    let (command, code) = match command.strip_prefix("! ") {
        Some(command) => (command, 1),
        None => (command, 0),
    };
    if let Some(words) = command.strip_prefix("cp ") {
        let (file, into) = words.split_once(' ').expect("a file and a folder");
        let name = Path::new(file).file_name().expect("a file");
        fs::copy(folder.join(file), folder.join(into).join(name)).expect("copied");
        return String::new();
    }
    let mut words = command.split(' ');
    assert_eq!(words.next(), Some("gradlings"), "{command}");
    let paths = env::var_os("PATH").unwrap_or_default();
    let paths = [folder_of_the_program()]
        .into_iter()
        .chain(env::split_paths(&paths));
    let words: Vec<&str> = words.collect();
    let mut command = Command::new("gradlings");
    command
        .args(&words)
        .current_dir(folder)
        .env("PATH", env::join_paths(paths).expect("paths"))
        .env_remove("CARGO_MANIFEST_DIR");
    let ran = ran(&mut command);
    assert_eq!(ran.code, Some(code), "{words:?}: {ran:?}");
    plain(&ran);
    ran.out
}

/// Nothing that an author reads has an escape sequence in it.
fn plain(ran: &Ran) {
    assert!(
        !ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'),
        "{ran:?}"
    );
}

#[test]
fn the_page_names_everything_that_a_solution_can_use() {
    let sources = [
        include_str!("../../src/reference.rs"),
        include_str!("../../src/handler/function.rs"),
        include_str!("../../src/handler/gradient.rs"),
        include_str!("../../src/handler/model.rs"),
        include_str!("../../src/handler/training.rs"),
        include_str!("../../src/handler/classifier.rs"),
    ];
    let mut names = Vec::new();
    for source in sources {
        let functions = source
            .lines()
            .filter_map(|line| line.strip_prefix("pub fn "));
        names.extend(functions.filter_map(|rest| rest.split(['(', '<']).next()));
    }
    assert!(names.len() > 12, "{names:?}");
    for name in names {
        let is_named = [
            format!("`{name}("),
            format!("`{name}::"),
            format!(", {name}("),
        ];
        assert!(
            is_named.iter().any(|form| PAGE.contains(form)),
            "AUTHORING.md does not name `{name}`"
        );
    }
}

const BIRTHDAY: &str = "exercises/01_counting/birthday.rs";
const CHECKED: &str = "checks/01_counting/birthday.rs";

#[test]
fn a_course_of_another_topic_works_outside_the_repository() {
    let place = elsewhere();
    let root = place.path().join("chance");
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/second_course"),
        &root,
    );
    share_builds(&root);
    let inside = |words: &[&str]| ran(&mut gradlings(&root, words));
    let by_name = |words: &[&str]| {
        let mut command = gradlings(place.path(), words);
        ran(command.args(["--course", "chance"]))
    };

    // Its library is not in the copy, and comes from the program.
    let checked = inside(&["dev", "check"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    let proven = [
        ("birthday", 20, 4),
        ("dice", 20, 4),
        ("ellipse", 3, 4),
        ("side", 3, 3),
    ];
    for (name, seeds, mistakes) in proven {
        let line =
            format!("{name}: the solution passes on {seeds} seeds, {mistakes} mistakes named.");
        assert!(checked.out.contains(&line), "{checked:?}");
    }
    assert!(checked.out.ends_with("Proven.\n"), "{checked:?}");
    assert!(!checked.out.contains("note:"), "{checked:?}");
    nothing_is_proven_twice(&inside(&["dev", "check"]), 4);

    let named = by_name(&["dev", "check", "dice", "--seeds", "1"]);
    assert_eq!(named.code, Some(0), "{named:?}");

    let listed = by_name(&["list", "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).expect("JSON");
    assert_eq!(listed.as_array().map(Vec::len), Some(4), "{listed}");
    let unsolved = by_name(&["run", "birthday", "--json"]);
    assert_eq!(unsolved.code, Some(1), "{unsolved:?}");
    let todo = "todo!(\"work out that all birthdays differ, then take the opposite\")";
    let path = root.join(BIRTHDAY);
    replace(
        &path,
        todo,
        "(0..people).map(|k| 1.0 - k.min(days) as f32 / days as f32).product()",
    );
    let wrong = by_name(&["run", "birthday"]);
    assert_eq!(wrong.code, Some(1), "{wrong:?}");
    assert!(wrong.out.contains("two alike is the opposite"), "{wrong:?}");
    replace(&path, "(0..people)", "1.0 - (0..people)");
    replace(&path, ".product()", ".product::<f32>()");
    let solved = inside(&["run", "birthday"]);
    assert_eq!(solved.code, Some(0), "{solved:?}");
    let solved = inside(&["dev", "check"]);
    assert!(
        solved.out.contains("The unsolved exercise passes."),
        "{solved:?}"
    );
    assert!(
        solved.out.contains("3 exercises, unchanged since"),
        "{solved:?}"
    );

    let reset = inside(&["reset", "birthday"]);
    assert_eq!(reset.code, Some(0), "{reset:?}");
    a_reset_gives_the_text_that_was_last_read_as_the_exercise(&root);
    a_check_without_teeth_is_found_out(&root);
    // The lessons in the program are not this course's.
    let updated = inside(&["update"]);
    assert_eq!(updated.code, Some(2), "{updated:?}");
    assert!(updated.err.contains("another course"), "{updated:?}");
}

fn nothing_is_proven_twice(again: &Ran, exercises: usize) {
    assert_eq!(again.code, Some(0), "{again:?}");
    let line = format!("Not proven again: {exercises} exercises, unchanged since.");
    assert!(again.out.starts_with(&line), "{again:?}");
    assert_eq!(again.err, "", "nothing is built");
}

/// The lesson is rewritten while the check is not sound yet, and is not lost to the original before.
fn a_reset_gives_the_text_that_was_last_read_as_the_exercise(root: &Path) {
    let (path, check) = (root.join(BIRTHDAY), root.join(CHECKED));
    let before = [&path, &check].map(|path| fs::read_to_string(path).expect("readable"));
    let checked = || {
        let words = ["dev", "check", "birthday", "--seeds", "1"];
        let checked = ran(&mut gradlings(root, &words));
        assert_eq!(checked.code, Some(1), "{checked:?}");
    };
    replace(&check, "within(1e-5, 0.0)", "free()");
    replace(&path, "//! # ", "//! # The new lesson about the ");
    let written = fs::read_to_string(&path).expect("readable");
    checked();
    // What a learner tries is not taken for it.
    replace(
        &path,
        "todo!(",
        "return 0.5 + days as f32 + people as f32; todo!(",
    );
    checked();
    let reset = ran(&mut gradlings(root, &["reset", "birthday"]));
    assert_eq!(reset.code, Some(0), "{reset:?}");
    assert_eq!(fs::read_to_string(&path).expect("readable"), written);
    fs::write(&path, &before[0]).expect("written");
    fs::write(&check, &before[1]).expect("written");
}

/// One fault after the other is put into the course, and each is told with its place and its mend.
fn a_check_without_teeth_is_found_out(root: &Path) {
    let solution = root.join(CHECKED);
    let sound = fs::read_to_string(&solution).expect("readable");
    let strict = ".parts([(\"probability\", within(1e-5, 0.0))])";
    // What is changed in the solution, and what is said of it.
    let table: [(&str, &str, &[&str]); 6] = [
        (
            strict,
            ".parts([(\"probability\", free())])",
            &[
                "the check `birthday` also accepts zeros;",
                "random values in the right shape",
                "the mistake `all differ` of `birthday` is not caught: it passes.",
                "where: checks/01_counting/birthday.rs:",
                "mend:  add cases",
            ],
        ),
        (
            strict,
            ".parts([(\"probability\", property())])\n        .inspect(|_, parts| match parts {\n            [Value::Numbers(_)] => None,\n            _ => panic!(\"no probability\"),\n        })",
            &[
                "the check `birthday` also accepts zeros;",
                "the inspector of `birthday` panicked at checks/01_counting/birthday.rs:17",
                ": no probability.",
                "mend:  let `.inspect` say what is wrong with any answer",
            ],
        ),
        (
            ".cases(16, |g, i| (2 + 2 * i, g.integer(200..700)))",
            "",
            &["Proven."],
        ),
        (
            "birthday(people + 1, days)",
            "1.0 - birthday(people, days)",
            &["The mistakes `all differ` and `one factor more` of `birthday` cannot be told apart"],
        ),
        (
            "1.0 - birthday(people, days)",
            "1.0 - birthday(people, dayz)",
            &[
                "  fault: It does not compile: cannot find value `dayz` in this scope.",
                "    mend:  mend it; this is all that rustc says:\n      error[E0425]: cannot find value `dayz`",
                "|people, days| 1.0 - birthday(people, dayz),\n",
                "help: a local variable with a similar name exists",
            ],
        ),
        (
            "fn main() {",
            "fn main() {\n    let unused =  0;",
            &[
                "rustc warns: unused variable",
                "where: checks/01_counting/birthday.rs:12",
                "The code is not formatted.",
            ],
        ),
    ];
    for (from, to, expected) in table {
        replace(&solution, from, to);
        let checked = ran(&mut gradlings(
            root,
            &["dev", "check", "birthday", "--seeds", "2"],
        ));
        plain(&checked);
        let is_sound = expected == ["Proven."];
        assert_eq!(
            checked.code,
            Some(i32::from(!is_sound)),
            "{to}: {checked:?}"
        );
        for line in expected {
            assert!(
                checked.out.contains(line),
                "{line:?} is not in:\n{}",
                checked.out
            );
        }
        fs::write(&solution, &sound).expect("written");
    }
    let list = root.join("exercises/Cargo.toml");
    replace(&list, "name = \"dice\"\n", "name = \"die\"\n");
    let checked = ran(&mut gradlings(root, &["dev", "check"]));
    assert_eq!(checked.code, Some(1), "{checked:?}");
    assert!(
        checked.out.contains("not in step with `info.toml`"),
        "{checked:?}"
    );
    let updated = ran(&mut gradlings(root, &["dev", "update"]));
    assert_eq!(updated.code, Some(0), "{updated:?}");
    let checked = ran(&mut gradlings(root, &["dev", "check"]));
    assert_eq!(checked.code, Some(0), "{checked:?}");
}
