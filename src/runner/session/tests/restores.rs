//! Earlier versions that come back.

use super::*;

#[test]
fn a_restore_brings_an_attempt_back_and_keeps_every_text() {
    let small = Small::new();
    let path = "exercises/01_a/one.rs";
    let mut session = small.session();
    for (text, verdict) in [("wrong", Verdict::Failed), ("right", Verdict::Passed)] {
        small.write(path, text);
        judge(&mut session, "one", verdict);
    }
    small.write(path, "never checked");
    // What the file says, what is restored, and what comes of it.
    let table = [
        ("never checked", 1, Restored::Kept(3), "wrong", false),
        ("wrong", 1, Restored::Same, "wrong", false),
        ("wrong", 2, Restored::Kept(1), "right", true),
        ("right", 3, Restored::Kept(2), "never checked", false),
        (" \n", 2, Restored::FromNothing, "right", true),
    ];
    for (now, number, expected, text, done) in table {
        small.write(path, now);
        if done {
            session
                .record(&outcome("one", Verdict::Passed))
                .expect("saved");
        }
        assert_eq!(session.restore("one", number), Ok(expected), "{now}");
        assert_eq!(small.read(path), text);
        assert_eq!(small.session().is_done("one"), done, "{now}");
    }
    let texts: Vec<String> = session
        .every_attempt("one")
        .into_iter()
        .map(|attempt| attempt.text)
        .collect();
    assert_eq!(texts, ["wrong", "right", "never checked"]);
}

#[test]
fn bytes_that_are_not_text_survive_a_restore_too() {
    let small = Small::new();
    let path = small.folder.path().join("exercises/01_a/one.rs");
    let mut session = small.session();
    judge(&mut session, "one", Verdict::Failed);
    fs::write(&path, b"caf\xe9").expect("written");
    assert_eq!(session.restore("one", 1), Ok(Restored::Kept(2)));
    assert_eq!(session.restore("one", 2), Ok(Restored::Kept(1)));
    assert_eq!(fs::read(&path).expect("readable"), b"caf\xe9");
}

#[test]
fn where_the_text_cannot_be_kept_nothing_is_restored() {
    let small = Small::new();
    let path = "exercises/01_a/one.rs";
    let mut session = small.session();
    small.write(path, "wrong");
    judge(&mut session, "one", Verdict::Failed);
    small.write(path, "mine");
    // A folder where the next text would go stops the superuser too, whom permissions do not.
    let attempts = small.folder.path().join(".gradlings/attempts/one");
    fs::create_dir(attempts.join("0002.rs")).expect("a folder in the way");
    let problem = session.restore("one", 1).expect_err("not kept");
    assert!(problem.what.contains("nothing was restored"), "{problem}");
    assert_eq!(small.read(path), "mine");
    for (name, number, what) in [
        ("one", 9, "no attempt 9"),
        ("four", 1, "no exercise `four`"),
    ] {
        let problem = session.restore(name, number).expect_err(what);
        assert!(problem.what.contains(what), "{problem}");
    }
}
