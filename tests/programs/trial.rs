//! `gradlings try`: a program that has passed is used, with files and with what is typed.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use crate::author_support::courses::gradlings;
use crate::author_support::one::OneExercise;

const SOLUTION: &str = include_str!("../trial_support/solution.rs");
const CHECK: &str = include_str!("../trial_support/check.rs");

/// What the program prints when these lines are typed, and its exit code.
fn tried(command: &mut Command, typed: &str) -> (String, Option<i32>) {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut input = child.stdin.take().expect("piped");
    // A program that does not listen ends before it has read everything.
    let _ = input.write_all(typed.as_bytes());
    drop(input);
    let ran = child.wait_with_output().expect("it ends");
    let out = [ran.stdout, ran.stderr].concat();
    (String::from_utf8(out).expect("text"), ran.status.code())
}

fn course() -> OneExercise {
    OneExercise::new("backwards", "function", SOLUTION, CHECK)
}

#[test]
fn what_has_passed_is_used_with_files_and_lines() {
    let course = course();
    let attempt = |words: &[&str], typed: &str| tried(&mut gradlings(&course.root, words), typed);

    course.write(&[("text.chars().rev().collect()", "todo!()")]);
    let (told, code) = attempt(&["try", "backwards"], "");
    assert_eq!(code, Some(1));
    assert!(
        told.ends_with("You can try backwards once it passes.\n"),
        "{told}"
    );

    course.write(&[]);
    let (told, code) = attempt(&["try", "backwards"], "abc\n床前明月光\n\nlast");
    let right =
        "says your lines backwards\nTime 1.\ncba\n光月明前床\n\ntsal\nletters ended at 4.\n";
    assert!(told.contains(right), "{told}");
    assert_eq!(code, Some(0));

    // It is known to pass, so nothing is checked again; what it saved is still there.
    let (told, _) = attempt(&["try", "backwards"], "");
    let beginning = "says your lines backwards\nTime 2.\n";
    assert!(told.ends_with(beginning), "{told}");
    assert!(!told.contains("Passed"), "{told}");

    let files = course.root.join("given");
    fs::create_dir_all(files.join("cats")).expect("made");
    fs::write(files.join("a.txt"), "tac").expect("written");
    fs::write(files.join("b.csv"), "x,y\n1,2\n").expect("written");
    fs::write(files.join("cats/1.pgm"), "P2\n2 1\n255\n0 255\n").expect("written");
    fs::write(files.join("broken.png"), b"\x89PNG\r\n\x1a\n").expect("written");
    let (told, code) = attempt(&["try", "backwards", "given", "given/a.txt"], "");
    let parts = [
        "Time 3.\na.txt: cat\nb.csv: columns x+y\n",
        "`broken.png` is left out, because this image cannot be decoded",
        "cats/1.pgm: 2 x 1 pixels\na.txt: cat\n",
    ];
    assert_eq!(code, Some(0));
    for part in parts {
        assert!(told.contains(part), "{part}: {told}");
    }

    let (told, code) = attempt(&["try", "backwards", "no/such/file"], "");
    assert_eq!(code, Some(2));
    assert!(told.contains("`no/such/file` cannot be read"), "{told}");

    course.write(&[(
        "        .to_try(\"says your lines backwards\", try_out)\n",
        "",
    )]);
    let (told, code) = attempt(&["try", "backwards"], "");
    assert_eq!(code, Some(1));
    assert!(
        told.contains("There is nothing to try in backwards"),
        "{told}"
    );

    hostile(&course);
}

#[test]
fn data_reach_a_program_and_what_is_wrong_with_them_reaches_the_person() {
    let course = course();
    let says = "    match trial.data() {
        Some(data) => trial.say(&format!(\"{} of {:?}, {:?} wide\\n\", data.rows.len(), data.classes, data.picture_width)),
        None => trial.say(\"nothing\\n\"),
    }
";
    let begins = "    let times =";
    course.write(&[(begins, &format!("{says}{begins}"))]);
    let attempt = |words: &[&str]| tried(&mut gradlings(&course.root, words), "");

    let files = course.root.join("given");
    for class in ["cats", "dogs"] {
        fs::create_dir_all(files.join(class)).expect("made");
        for at in 0..300 {
            let picture = format!("P2\n2 1\n255\n{} 255\n", at % 256);
            fs::write(files.join(format!("{class}/{at}.pgm")), picture).expect("written");
        }
    }
    fs::write(files.join("cats/broken.png"), b"\x89PNG\r\n\x1a\n").expect("written");
    fs::write(
        course.root.join("birds.csv"),
        format!("x,kind\n{}", "1,a\nNA,b\n".repeat(5)),
    )
    .expect("written");
    let cats = files.join("cats");
    let cats = cats.to_str().expect("text");
    let table: [(&[&str], &[&str]); 4] = [
        (
            &["given"],
            &[
                "`cats/broken.png` is left out",
                "600 pictures in 2 classes",
                "600 of [\"cats\", \"dogs\"], Some(28) wide\n",
            ],
        ),
        (
            &["birds.csv"],
            &["Missing cells", "10 of [\"a\", \"b\"], None wide\n"],
        ),
        (&[], &["There are no data.", "nothing\n"]),
        (&[cats], &["has no sub-folders", "nothing\n"]),
    ];
    for (given, right) in table {
        let (told, code) = attempt(&[&["try", "backwards"], given].concat());
        assert_eq!(code, Some(0), "{given:?}: {told}");
        for part in right {
            assert!(told.contains(part), "{part}: {told}");
        }
    }
}

#[test]
fn in_plain_mode_lines_go_to_the_program_until_it_ends_or_is_stopped() {
    let course = OneExercise::new("backwards", "function", SOLUTION, CHECK);
    let attempt = |typed: &str| tried(&mut gradlings(&course.root, &["--plain"]), typed);
    course.write(&[]);
    fs::write(course.root.join("a b.txt"), "tac").expect("written");
    // It waits for the check that has just begun. What stands behind `/stop` are commands again, and `x` before it is none.
    let (told, code) = attempt("u 'a b.txt'\nx\n床前明月光\n\n/stop\ni\nuse\n/stop\nq\n");
    let parts = [
        "It begins when the check has passed.",
        "Passed: backwards agrees",
        "A line with only /stop stops it",
        "says your lines backwards\nTime 1.\na b.txt: cat\nx\n光月明前床\n\n",
        "Stopped. What you type is a command again.\nExercise backwards,",
        "says your lines backwards\nTime 2.\nStopped.",
    ];
    let mut rest = told.as_str();
    for part in parts {
        let Some((_, behind)) = rest.split_once(part) else {
            panic!("{part}: {told}");
        };
        rest = behind;
    }
    assert_eq!(code, Some(0), "{told}");

    let ends = "    trial.say(&format!(\"Time";
    course.write(&[(
        ends,
        &format!("    if times > 2 {{ panic!(\"enough\") }}\n{ends}"),
    )]);
    let (told, code) = attempt("u nothing.png\nu 'open\nu\nunread\n/stop\nq\n");
    let parts = [
        "`nothing.png` cannot be read",
        "A quote is open at the end of `'open`.",
        "Your program panicked at exercises/01_a/backwards.rs:",
        "What you type is a command again.",
    ];
    for part in parts {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert_eq!(code, Some(0), "{told}");

    course.write(&[("text.chars().rev().collect()", "todo!()")]);
    let (told, code) = attempt("u\nunread\n/stop\nq\n");
    assert!(
        told.contains("You can try backwards once it passes."),
        "{told}"
    );
    assert_eq!(code, Some(0), "{told}");
}

/// Programs that do not keep to it end with a sentence, and nothing hangs.
fn hostile(course: &OneExercise) {
    let begins = "    let times =";
    let table = [
        (
            "panic!(\"my own\");",
            "Your program panicked at exercises/01_a/backwards.rs:",
            1,
        ),
        ("std::process::exit(3);", "", 1),
        (
            "if times() { todo!() }",
            "A part of your program is not written yet.",
            1,
        ),
        ("trial.say(\"\\u{1b}[2Jseen\\u{7}\\n\");", "\nseen\n", 0),
        (
            "for _ in 0..20_000 { trial.say(\"word \"); }",
            "word word",
            0,
        ),
        (
            "loop { trial.file(); if trial.line().is_none() { return; } }",
            "",
            0,
        ),
        (
            "let mut all = Vec::new(); loop { all.push(vec![1_u8; 1 << 26]); }",
            "memory",
            1,
        ),
    ];
    for (does, said, code) in table {
        let does = does.replace("times()", "store::load(\"times\").is_some()");
        course.write(&[(begins, &format!("    {does}\n{begins}"))]);
        let run = &mut gradlings(&course.root, &["try", "backwards"]);
        let (told, ended) = tried(run, "one\ntwo\n");
        assert!(told.contains(said), "{does}: {told}");
        assert!(!told.contains('\u{1b}'), "{does}: {told}");
        assert_eq!(ended, Some(code), "{does}: {told}");
    }
}
