//! The commands of the course, each on a small course in a temporary folder.

use std::fs;
use std::process::Command;

use crate::cli_support::{Course, GLOSSARY, INFO, ONE};

#[test]
fn the_list_as_json_is_exactly_what_scripts_were_promised() {
    let course = Course::new();
    course.run(&["hint", "one"]);
    let ran = course.run(&["list", "--json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let listed: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let entry = |name: &str, chapter: &str| {
        serde_json::json!({
            "schema": 1,
            "name": name,
            "chapter": chapter,
            "path": format!("exercises/{chapter}/{name}.rs"),
            "solution": format!("solutions/{chapter}/{name}.rs"),
            "state": "pending",
            "minutes": null,
            "tracks": [],
            "tries": 0,
            "seconds": 0,
            "hints": if name == "one" { 1 } else { 0 },
        })
    };
    let expected = serde_json::json!([entry("one", "01_first"), entry("two", "02_second")]);
    assert_eq!(listed, expected);
}

#[test]
fn a_problem_is_an_object_too_where_json_was_asked_for() {
    let course = Course::new();
    let table: [&[&str]; 5] = [
        &["run", "onne", "--json"],
        &["glossary", "onne", "--json"],
        &["attempts", "onne", "--json"],
        &["list", "--json", "--course", "nowhere"],
        &["check-all", "--json", "--track", "none"],
    ];
    for words in table {
        let ran = course.run(words);
        assert_eq!(ran.code, Some(2), "{words:?}: {ran:?}");
        let told: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        assert_eq!(told["schema"], 1, "{words:?}");
        for field in ["what", "next"] {
            let said = told["error"][field].as_str().expect("a sentence");
            assert!(
                !said.is_empty() && ran.err.contains(said),
                "{words:?}: {ran:?}"
            );
        }
    }
}

#[test]
fn the_glossary_as_json_is_exactly_what_scripts_were_promised() {
    let course = Course::new();
    let read = |words: &[&str]| -> serde_json::Value {
        let ran = course.run(words);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        serde_json::from_str(&ran.out).expect("JSON")
    };
    assert_eq!(read(&["glossary", "--json"]), serde_json::json!([]));
    course.write("glossary.toml", GLOSSARY);
    let heap = serde_json::json!({
        "schema": 1,
        "term": "heap",
        "also": ["pile", "stack"],
        "meaning": "What lies there.",
        "exercise": "one",
        "chapter": "01_first",
        "path": "exercises/01_first/one.rs",
    });
    let hole = serde_json::json!({
        "schema": 1,
        "term": "hole",
        "also": [],
        "meaning": "What is not there.",
        "exercise": "two",
        "chapter": "02_second",
        "path": "exercises/02_second/two.rs",
    });
    assert_eq!(
        read(&["glossary", "--json"]),
        serde_json::json!([heap, hole])
    );
    assert_eq!(
        read(&["glossary", "Piles", "--json"]),
        serde_json::json!([heap])
    );
}

#[test]
fn the_glossary_for_people_lists_every_term_or_explains_one() {
    let course = Course::new();
    let none = course.run(&["glossary"]);
    assert_eq!(
        (none.code, none.out.as_str()),
        (Some(0), "This course has no glossary.\n")
    );
    course.write("glossary.toml", GLOSSARY);
    let table: [(&[&str], &str); 3] = [
        (
            &["glossary"],
            "heap  one  What lies there.\nhole  two  What is not there.\n",
        ),
        (
            &["glossary", "HEAP"],
            "heap: What lies there.\nIt is also written: pile, stack.\n\
             `one` introduces it, in the chapter \"First\": exercises/01_first/one.rs.\n",
        ),
        (
            &["glossary", "holes"],
            "hole: What is not there.\n\
             `two` introduces it, in the chapter \"Second\": exercises/02_second/two.rs.\n",
        ),
    ];
    for (words, expected) in table {
        let ran = course.run(words);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (Some(0), expected),
            "{words:?}"
        );
    }
    let table = [
        (
            "hloe",
            "did you mean \"hole\"? `gradlings glossary` shows every term",
        ),
        ("zzz", "type `gradlings glossary` for the terms"),
    ];
    for (typed, mend) in table {
        let ran = course.run(&["glossary", typed]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
        assert!(ran.err.contains(mend), "{ran:?}");
    }
}

#[test]
fn a_glossary_that_is_not_sound_is_told_with_its_line() {
    let course = Course::new();
    course.write("glossary.toml", GLOSSARY.replace("\"pile\"", "\"hole\""));
    let ran = course.run(&["list"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    for said in ["\"hole\"", "glossary.toml:8:9"] {
        assert!(ran.err.contains(said), "{said}: {ran:?}");
    }
}

#[test]
fn a_term_of_an_exercise_that_is_not_there_keeps_no_course_from_opening() {
    let course = Course::new();
    course.write("glossary.toml", GLOSSARY.replace("\"two\"", "\"three\""));
    let ran = course.run(&["list"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    let ran = course.run(&["glossary"]);
    assert!(
        ran.out.contains("heap") && !ran.out.contains("hole"),
        "{ran:?}"
    );
}

#[test]
fn the_help_has_examples_and_says_what_the_exit_codes_mean() {
    let ran = Course::new().run(&["--help"]);
    for words in ["gradlings run mse --json", "  2  wrong use"] {
        assert!(ran.out.contains(words), "{words}: {ran:?}");
    }
}

#[test]
fn the_list_for_people_names_every_exercise_under_its_chapter() {
    let ran = Course::new().run(&["list"]);
    assert_eq!(
        ran.out,
        "First\n> pending  one  the first thing\nSecond\n  pending  two  the second thing\nYou have done 0 of 2 exercises.\n"
    );
}

#[test]
fn hints_come_one_more_at_a_time_until_there_are_no_more() {
    let course = Course::new();
    let first = "Hint 1 of 2 for one: Look closer.\n";
    let both = format!("{first}Hint 2 of 2 for one: It is 42.\n");
    let table = [
        (vec!["hint"], first.to_owned()),
        (vec!["hint", "one"], both.clone()),
        (
            vec!["hint", "exercises/01_first/one.rs"],
            format!("{both}There are no more hints.\n"),
        ),
        (vec!["hint", "two"], "two has no hints.\n".to_owned()),
    ];
    for (words, expected) in table {
        let ran = course.run(&words);
        assert_eq!((ran.code, ran.out), (Some(0), expected), "{words:?}");
    }
}

#[test]
fn a_reset_puts_the_original_back_and_keeps_every_text() {
    let course = Course::new();
    let file = "exercises/01_first/one.rs";
    // The first start puts the originals aside.
    course.run(&["list"]);
    for number in 1..=2 {
        let mine = format!("mine {number}");
        course.write(file, &mine);
        let ran = course.run(&["reset", "one"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let copy = format!(".gradlings/copies/one-{number}.rs");
        assert!(ran.out.contains(&copy), "{ran:?}");
        assert_eq!(course.read(&copy), mine);
        assert_eq!(course.read(file), ONE);
    }
    assert_eq!(course.read(".gradlings/copies/one-1.rs"), "mine 1");

    fs::remove_file(course.path(file)).expect("removed");
    let ran = course.run(&["reset", "one"]);
    assert_eq!(
        ran.out,
        "exercises/01_first/one.rs is as it was at the start.\n"
    );
    assert_eq!(course.read(file), ONE);
}

#[test]
fn the_solution_is_refused_before_the_exercise_has_passed() {
    let ran = Course::new().run(&["solution", "one"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains("once your own code has passed"), "{ran:?}");
    assert!(ran.err.contains("gradlings hint one"), "{ran:?}");
}

#[test]
fn wrong_use_ends_with_2_and_says_what_to_type() {
    let table: [(&[&str], &str); 9] = [
        (&["dev", "check", "onne"], "did you mean `one`?"),
        (&["run", "onne"], "did you mean `one`?"),
        (&["hint", "onne"], "did you mean `one`?"),
        (&["reset", "zzz"], "gradlings list"),
        (&["solution", "zzz"], "gradlings list"),
        (&["reset"], "Usage"),
        (&["frobnicate"], "--help"),
        (&["list", "--seed", "x"], "--help"),
        (&["list", "--course", "nowhere"], "gradlings init"),
    ];
    for (words, mend) in table {
        let ran = Course::new().run(words);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (Some(2), ""),
            "{words:?}: {ran:?}"
        );
        assert!(ran.err.contains(mend), "{words:?}: {ran:?}");
    }
}

#[test]
fn a_broken_course_is_told_with_file_line_and_mend() {
    let doubled = format!(
        "{INFO}\n[[exercises]]\nname = \"one\"\nchapter = \"01_first\"\nteaches = \"again\"\n"
    );
    let table = [
        (
            INFO.replace("title = \"First\"", "title ="),
            "info.toml:7:",
            "mend that line",
        ),
        (
            INFO.replace("teaches = \"the first", "teachs = \"the first"),
            "info.toml:16:1",
            "mend that line",
        ),
        (doubled, "info.toml:26:8", "rename or remove"),
        (
            INFO.replace("chapter = \"02_second\"", "chapter = \"03\""),
            "info.toml:21:11",
            "[[chapters]]",
        ),
        (
            INFO.replace("needs = [\"one\"]", "needs = [\"three\"]"),
            "info.toml:23:10",
            "earlier exercise",
        ),
        (
            INFO.replace("name = \"two\"", "name = \"../two\""),
            "info.toml:20:8",
            "lower-case",
        ),
        (
            INFO.replace("needs = [\"one\"]", "formerly = [\"../one\"]"),
            "info.toml:23:13",
            "lower-case",
        ),
        (
            INFO.replace("format = 2", "format = 9"),
            "info.toml",
            "install the newer gradlings",
        ),
        (
            INFO.replace("format = 2", "format = 1"),
            "info.toml",
            "type `gradlings update`",
        ),
    ];
    for (info, place, mend) in table {
        let course = Course::new();
        course.write("info.toml", info);
        for words in [
            &["list"][..],
            &["run"],
            &["check-all", "--json"],
            &["--plain"],
        ] {
            let ran = course.run(words);
            assert_eq!(
                (ran.code, ran.out.is_empty()),
                // Whoever asked for JSON gets an object.
                (Some(2), !words.contains(&"--json")),
                "{words:?} {place}: {ran:?}"
            );
            assert!(ran.err.contains(place), "{words:?} {place}: {ran:?}");
            assert!(ran.err.contains(mend), "{words:?} {place}: {ran:?}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_an_exercise_is_told_with_the_mend() {
    // What is no text at all cannot be checked; a text that is none of Rust's does not pass.
    let table: [(Option<&[u8]>, &str, i32); 3] = [
        (None, "is missing", 2),
        (Some(b"\n"), "is empty", 1),
        (Some(b"\xff\xfe"), "not UTF-8", 1),
    ];
    for (content, what, code) in table {
        let course = Course::new();
        course.run(&["list"]);
        match content {
            Some(content) => course.write("exercises/01_first/one.rs", content),
            None => fs::remove_file(course.path("exercises/01_first/one.rs")).expect("removed"),
        }
        for words in [&["run", "one"][..], &["run", "--json"], &["check-all"]] {
            let ran = course.run(words);
            // The other exercise of this course has no library, so it cannot be checked either.
            let code = if words[0] == "check-all" { 2 } else { code };
            assert_eq!(ran.code, Some(code), "{words:?} {what}: {ran:?}");
            if words[0] != "check-all" {
                assert!(ran.out.contains(what), "{words:?}: {ran:?}");
                let mend = "ype `gradlings reset one`";
                assert!(ran.out.contains(mend), "{words:?}: {ran:?}");
            }
        }
        assert_eq!(course.run(&["reset", "one"]).code, Some(0), "{what}");
        assert_eq!(course.read("exercises/01_first/one.rs"), ONE, "{what}");
    }
}

#[test]
fn the_course_is_found_from_a_folder_inside_it_and_by_name() {
    let course = Course::new();
    let inside = course.path("exercises/01_first");
    let elsewhere = Course::empty();
    let root = course.root().to_str().expect("text");
    let mut from_inside = course.command(&["list"]);
    from_inside.current_dir(inside);
    let mut as_cargo_does = elsewhere.command(&["list"]);
    as_cargo_does.env("CARGO_MANIFEST_DIR", root);
    let by_name = elsewhere.command(&["--course", root, "list"]);
    let by_name_after = elsewhere.command(&["list", "--course", root]);
    for mut command in [from_inside, as_cargo_does, by_name, by_name_after] {
        let ran = crate::cli_support::ran(&mut command);
        assert_eq!(ran.code, Some(0), "{command:?}: {ran:?}");
        assert!(ran.out.contains("the first thing"), "{command:?}: {ran:?}");
    }
    let ran = elsewhere.run(&["list"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("gradlings init"), "{ran:?}");
}

#[test]
fn without_cargo_a_check_is_refused_in_a_sentence() {
    let course = Course::new();
    for words in [&["run"][..], &["check-all"], &["--plain"]] {
        let ran = crate::cli_support::ran(course.command(words).env("PATH", ""));
        assert_eq!(ran.code, Some(2), "{words:?}: {ran:?}");
        assert!(
            ran.err.contains("`cargo` was not found"),
            "{words:?}: {ran:?}"
        );
        assert!(ran.err.contains("rustup"), "{words:?}: {ran:?}");
    }
}

#[test]
fn the_doctor_says_what_is_wrong_and_how_to_mend_it() {
    let course = Course::new();
    course.run(&["dev", "update"]);
    let sound = course.run(&["doctor"]);
    assert_eq!(sound.code, Some(0), "{sound:?}");
    assert!(!sound.out.contains("wrong"), "{sound:?}");

    let ran = crate::cli_support::ran(course.command(&["doctor"]).env("PATH", ""));
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("rustup"), "{ran:?}");

    fs::remove_file(course.path("checks/01_first/one.rs")).expect("removed");
    let ran = course.run(&["doctor"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("The check of `one` is missing"), "{ran:?}");

    let ran = Course::empty().run(&["doctor"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("There is no course here"), "{ran:?}");
}

#[test]
fn the_doctor_sees_what_would_spoil_a_build_before_a_check_does() {
    let course = Course::new();
    course.run(&["dev", "update"]);
    let doctor = |prepare: &dyn Fn(&mut Command)| {
        let mut command = course.command(&["doctor", "--json"]);
        prepare(&mut command);
        crate::cli_support::ran(&mut command)
    };

    let ran = doctor(&|command| {
        command.env_remove("HOME");
    });
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("The variable HOME is not set"), "{ran:?}");

    // What is broken, then the state and a part of the sentence.
    type Break = fn(&mut Command);
    let table: [(Break, &str); 4] = [
        (
            |command| {
                command
                    .env_remove("CARGO_HOME")
                    .env("HOME", "/dev/null/nowhere");
            },
            "The home folder is not there",
        ),
        (
            |command| {
                command.env("RUSTFLAGS", "-C link-arg=-lnope");
            },
            "does not find the library `nope`",
        ),
        (
            |command| {
                command.env("RUSTFLAGS", "-C linker=nope");
            },
            "The linker `nope` was not found",
        ),
        (
            |command| {
                command.env("RUSTFLAGS", "-C nope=1");
            },
            "unknown codegen option",
        ),
    ];
    for (broken, sentence) in table {
        let ran = doctor(&broken);
        assert_eq!(ran.code, Some(1), "{sentence}: {ran:?}");
        assert!(ran.out.contains(sentence), "no {sentence:?} in {ran:?}");
        assert_eq!(ran.out.matches(sentence).count(), 1, "{ran:?}");
    }
    assert!(
        !course.path(".gradlings/target/doctor").exists(),
        "swept up"
    );
}

/// The linker that Rust brings for Linux on x86-64 is the one that stumbles over `%`.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn the_doctor_sees_a_folder_whose_name_cannot_be_built_in() {
    let course = Course::new();
    course.run(&["dev", "update"]);
    course.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"exercises\"]\nresolver = \"2\"\n",
    );
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let mut root = course.root().to_owned();
    let table = [
        ("a:b", Some("a folder with `:` in its name")),
        ("x%41y", Some("a folder with `%` in its name")),
        ("b[b", Some("for a pattern")),
        ("it's a \"course\" ü", None),
    ];
    for (name, sentence) in table {
        let moved = elsewhere.path().join(name);
        fs::rename(&root, &moved).expect("renamed");
        let mut command = course.command(&["doctor"]);
        let ran = crate::cli_support::ran(command.current_dir(&moved));
        assert_eq!(ran.code, Some(i32::from(sentence.is_some())), "{ran:?}");
        let said = ran
            .out
            .contains(sentence.unwrap_or("can be built in the course"));
        assert!(said, "{name}: {ran:?}");
        root = moved;
    }
}

/// The message of `run one --json` that could not check: nothing but this verdict and exit code 2 will do.
#[cfg(unix)]
fn why_not(verdict: &str, course: &Course, prepare: &dyn Fn(&mut Command)) -> String {
    let mut command = course.command(&["run", "one", "--json"]);
    prepare(&mut command);
    let ran = crate::cli_support::ran(&mut command);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    let told: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(told["verdict"], verdict, "{told}");
    told["message"].as_str().expect("a message").to_owned()
}

#[cfg(unix)]
fn why_not_checked(course: &Course, prepare: &dyn Fn(&mut Command)) -> String {
    why_not("cannot_check", course, prepare)
}

#[cfg(unix)]
#[test]
fn what_the_machine_is_at_fault_for_is_a_verdict_of_its_own_with_the_mend_first() {
    type Break = fn(&Course, &mut Command);
    // What is broken, then the beginning of the mend and a part of the cause.
    let table: [(Break, &str, &str); 7] = [
        (
            |_, command| {
                command
                    .env_remove("CARGO_HOME")
                    .env_remove("RUSTUP_HOME")
                    .env("HOME", "/dev/null/nowhere");
            },
            "What to do: set the variable HOME",
            "in your home folder",
        ),
        (
            |_, command| {
                command.env("RUSTFLAGS", "-C link-arg=-lnope");
            },
            "What to do: take `-lnope` out of RUSTFLAGS",
            "does not find the library `nope`",
        ),
        (
            |_, command| {
                command.env("RUSTFLAGS", "-C linker=nope");
            },
            "What to do: take `linker` out of RUSTFLAGS",
            "The linker `nope` was not found",
        ),
        (
            |course, command| {
                let path = course.tools(&[("cargo", CARGO), ("rustc", "kill -SEGV $$")]);
                command.env("PATH", path);
            },
            "",
            "`rustc` crashed",
        ),
        (
            |course, command| {
                let panics =
                    "echo 'error: the compiler unexpectedly panicked. This is a bug' >&2; exit 101";
                let path = course.tools(&[("cargo", CARGO), ("rustc", panics)]);
                command.env("PATH", path);
            },
            "",
            "`rustc` crashed",
        ),
        (
            |course, command| {
                let killed = "cat >&2 <<'END'\nerror: could not compile `x`\n\nCaused by:\n  \
                              process didn't exit successfully: `/r/bin/rustc x` (signal: 9, SIGKILL: kill)\nEND\nexit 101";
                command.env("PATH", course.tools(&[("cargo", killed)]));
            },
            "",
            "The system killed `rustc` (SIGKILL)",
        ),
        (
            |course, command| {
                command.env(
                    "PATH",
                    course.tools(&[("cargo", "echo 'the moon is full' >&2; exit 1")]),
                );
            },
            "What to do: type `gradlings doctor`",
            "the moon is full",
        ),
    ];
    for (broken, mend, cause) in table {
        let course = Course::new();
        let why = why_not_checked(&course, &|command| broken(&course, command));
        assert!(why.starts_with(mend), "{mend}: {why}");
        assert!(why.contains(cause), "{cause}: {why}");
        assert!(!why.contains("your file is"), "{why}");
    }
}

#[cfg(unix)]
#[test]
fn crates_that_cannot_be_fetched_are_a_verdict_of_their_own_with_the_mend_first() {
    let package = "[package]\nname = \"small\"\n[dependencies]\nnever-published-by-anybody = \"1\"\n\
                   [[bin]]\nname = \"one\"\npath = \"01_first/one.rs\"\n";
    let lock = "version = 4\n[[package]]\nname = \"never-published-by-anybody\"\nversion = \"1.0.0\"\n\
                source = \"registry+https://github.com/rust-lang/crates.io-index\"\n\
                checksum = \"0000000000000000000000000000000000000000000000000000000000000000\"\n\
                [[package]]\nname = \"small\"\nversion = \"0.0.0\"\ndependencies = [\"never-published-by-anybody\"]\n";
    // An empty home of cargo, so that nothing is there that was fetched before; `set` says where it fetches from.
    let fetching = |set: fn(&mut Command)| {
        move |course: &Course, command: &mut Command| {
            course.write("exercises/Cargo.toml", package);
            course.write("Cargo.lock", lock);
            fs::create_dir_all(course.path("cargo")).expect("made");
            command.env("CARGO_HOME", course.path("cargo"));
            set(command);
        }
    };
    type Set = fn(&mut Command);
    let table: [(Set, &str, &str); 2] = [
        (
            |command| {
                command.env("CARGO_NET_OFFLINE", "true");
            },
            "What to do: take away the variable CARGO_NET_OFFLINE",
            "never-published-by-anybody",
        ),
        (
            |command| {
                // Nothing listens there.
                command
                    .env("CARGO_NET_RETRY", "0")
                    .env("HTTPS_PROXY", "http://127.0.0.1:9");
            },
            "What to do: connect to the network",
            "The crates that the course needs could not be downloaded from index.crates.io",
        ),
    ];
    for (set, mend, cause) in table {
        let course = Course::new();
        let prepare = fetching(set);
        let why = why_not("no_crates", &course, &|command| prepare(&course, command));
        assert!(why.starts_with(mend), "{mend}: {why}");
        assert!(why.contains(cause), "{cause}: {why}");
        // The doctor finds the same before a check does.
        let mut command = course.command(&["doctor", "--json"]);
        prepare(&course, &mut command);
        let ran = crate::cli_support::ran(&mut command);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        let found: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        let mut found = found.as_array().expect("an array").iter();
        let crates = found.find(|it| it["examined"] == "crates");
        assert_eq!(crates.expect("crates")["state"], "wrong", "{ran:?}");
    }
}

/// A cargo that says how a `rustc` beside it is called.
#[cfg(unix)]
const CARGO: &str = r#"printf '     Running `%s/rustc --crate-name stub stub.rs`\n' "${0%/*}" >&2"#;

/// cargo or the linker stumbles over these names.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn a_folder_whose_name_cannot_be_built_in_is_not_blamed_on_the_learner() {
    let place = tempfile::tempdir().expect("a temporary folder");
    for (name, cause) in [("a:b", "`:` in its name"), ("x%41y", "`%` in its name")] {
        let course = Course::new();
        let moved = place.path().join(name);
        fs::rename(course.root(), &moved).expect("renamed");
        let course = Course::at(moved);
        let why = why_not_checked(&course, &|_| {});
        assert!(why.contains(cause), "{name}: {why}");
    }
}

#[test]
fn the_list_of_programs_is_written_from_the_course() {
    let course = Course::new();
    for _ in 0..2 {
        let ran = course.run(&["dev", "update"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert_eq!(
            course.read("exercises/Cargo.toml"),
            "[package]\nname = \"small\"\n\n\
             [[bin]]\nname = \"one\"\npath = \"01_first/one.rs\"\n\n\
             [[bin]]\nname = \"one_solution\"\npath = \"../solutions/01_first/one.rs\"\n\n\
             [[bin]]\nname = \"one_check\"\npath = \"../checks/01_first/one.rs\"\n\n\
             [[bin]]\nname = \"two\"\npath = \"02_second/two.rs\"\n\n\
             [[bin]]\nname = \"two_solution\"\npath = \"../solutions/02_second/two.rs\"\n\n\
             [[bin]]\nname = \"two_check\"\npath = \"../checks/02_second/two.rs\"\n"
        );
    }
}

#[test]
fn every_shell_asks_the_program_what_it_completes() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = Course::empty().run(&["completions", shell]);
        assert_eq!(ran.code, Some(0), "{shell}: {}", ran.err);
        assert!(ran.out.contains("GRADLINGS_COMPLETE"), "{shell}");
    }
}

#[test]
fn what_is_completed_are_the_commands_and_what_is_in_the_course() {
    let course = Course::new();
    course.write("broken/info.toml", "broken");
    let asked = |folder: &str, words: &[&str]| {
        let mut command = course.command(&["--", "gradlings"]);
        command
            .args(words)
            .env("GRADLINGS_COMPLETE", "fish")
            .current_dir(course.path(folder));
        let ran = crate::cli_support::ran(&mut command);
        let values = ran.out.lines().map(|line| line.split('\t').next());
        let values = values.flatten().filter(|value| !value.starts_with('-'));
        values.map(str::to_owned).collect::<Vec<_>>()
    };
    let table: [(&str, &[&str], &[&str]); 6] = [
        ("", &["check-"], &["check-all"]),
        ("", &["run", ""], &["one", "two"]),
        ("exercises", &["hint", "t"], &["two"]),
        ("", &["dev", "check", "one", "t"], &["two"]),
        ("", &["run", "x"], &[]),
        ("broken", &["run", ""], &[]),
    ];
    for (folder, words, expected) in table {
        assert_eq!(asked(folder, words), expected, "{folder} {words:?}");
    }
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let place = Course::empty();
    let ran = place.run(&["man", "man1"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for page in ["gradlings.1", "gradlings-run.1", "gradlings-dev-check.1"] {
        let text = place.read(&format!("man1/{page}"));
        assert!(text.contains(".SH NAME"), "{page}: {text}");
    }
    assert!(
        place
            .read("man1/gradlings-run.1")
            .contains("Check one exercise, once")
    );
    place.write("file", "");
    let ran = place.run(&["man", "file/man1"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.err
            .contains("The pages of the manual cannot be written."),
        "{ran:?}"
    );
}

#[test]
fn a_mistake_in_the_settings_is_told_by_the_doctor_and_the_list_and_stops_neither() {
    let course = Course::new();
    course.run(&["dev", "update"]);
    course.write(
        "settings.toml",
        "theme = \"terminal\"\nmouse = \"often\"\n[keys]\nnext = \"F99\"\n",
    );
    let ran = course.run(&["list", "--json", "--config", "settings.toml"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    serde_json::from_str::<serde_json::Value>(&ran.out).expect("nothing but JSON");
    let doctor = course.run(&["doctor", "--config", "settings.toml"]);
    assert_eq!(doctor.code, Some(0), "{doctor:?}");
    for place in ["settings.toml:2", "settings.toml:4"] {
        assert!(ran.err.contains(place), "{place}: {ran:?}");
        assert!(doctor.out.contains(place), "{place}: {doctor:?}");
    }
    course.write("settings.toml", "mouse = true\n");
    let ran = course.run(&["list", "--config", "settings.toml"]);
    assert_eq!(ran.err, "");
    let doctor = course.run(&["doctor", "--config", "settings.toml"]);
    assert!(
        doctor
            .out
            .contains("Your settings in settings.toml are sound."),
        "{doctor:?}"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_sandbox_that_is_required_and_not_whole_runs_nothing() {
    let course = Course::new();
    let program = env!("CARGO_BIN_EXE_gradlings");
    // A system that says nothing of its filter: the program itself is kept from what would tell.
    let inside = |mode: &str| {
        let mut command = course.command(&["__sandbox", "--confined"]);
        for path in ["/usr", "/lib", "/lib64", "/etc", "/dev/null", program] {
            command.args(["--run", path]);
        }
        command.arg("--own").arg(course.root());
        crate::cli_support::ran(command.args(["--", program, "--sandbox", mode, "list"]))
    };
    let ran = inside("require");
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("does not filter system calls"), "{ran:?}");
    assert!(ran.err.contains("--sandbox prefer"), "{ran:?}");
    assert_eq!(ran.out, "");
    for mode in ["prefer", "off"] {
        let ran = inside(mode);
        assert_eq!(ran.code, Some(0), "{mode}: {ran:?}");
        assert!(ran.out.contains("one"), "{mode}: {ran:?}");
    }
    let ran = course.run(&["--sandbox", "require", "list"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let ran = course.run(&["--sandbox", "require", "--no-sandbox", "list"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
}
