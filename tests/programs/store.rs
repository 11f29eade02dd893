//! A store that outlives its program, through a real program that is ended at any moment and started again.

use crate::author_support::one::{OneExercise, message};

const SOLUTION: &str = include_str!("../store_support/solution.rs");
const CHECK: &str = include_str!("../store_support/check.rs");

const SAVES: &str = "        store::save(\"sum\", &bytes);\n";
const ENDED: &str = "The program was ended 3 times on the way and started again, with nothing but what it had saved.";

#[test]
fn what_was_saved_outlives_the_program_and_nothing_else_does() {
    let course = OneExercise::new("goes_on", "training", SOLUTION, CHECK);
    goes_on(&course);
    hostile(&course);
}

fn goes_on(course: &OneExercise) {
    let told = course.judged(&[]);
    assert_eq!(told["verdict"], "passed", "{told:#}");

    // What is changed, and what is said of it where the program is ended on the way.
    let loads = "store::load(\"sum\")";
    let table: [(&[(&str, &str)], &str); 7] = [
        // It saves after every other step, which takes two steps again at most each time.
        (
            &[(
                SAVES,
                "        if step % 2 == 1 { store::save(\"sum\", &bytes); }\n",
            )],
            "",
        ),
        (
            &[(loads, "None::<Vec<u8>>")],
            "steps again that it had reported before, and no more than 6 are needed",
        ),
        (
            &[(SAVES, "")],
            "steps again that it had reported before, and no more than 6 are needed",
        ),
        (
            &[("=> read(&bytes)", "=> (read(&bytes).0, 0.0)")],
            "You begin the sum anew; load it as well.",
        ),
        // A file in its folder is gone as well, and so is what it had in memory.
        (
            &[
                (loads, "std::fs::read(\"sum\").ok()"),
                (
                    "store::save(\"sum\", &bytes)",
                    "std::fs::write(\"sum\", &bytes).unwrap()",
                ),
            ],
            "steps again that it had reported before",
        ),
        // Torn: it is ended between the two.
        (
            &[
                (
                    SAVES,
                    "        store::save(\"sum\", &bytes[1..]);\n        store::save(\"step\", &bytes[..1]);\n",
                ),
                (
                    "=> read(&bytes)",
                    "=> read(&[store::load(\"step\").unwrap_or(vec![0]), bytes].concat())",
                ),
            ],
            ENDED,
        ),
        (&[("=> read(&bytes)", "=> read(&bytes[1..])")], ENDED),
    ];
    for (changes, said) in table {
        let told = course.judged(changes);
        let crash = message(&told, "total after a crash");
        assert_eq!(message(&told, "total in one go"), "", "{changes:?}");
        assert!(crash.contains(said), "{changes:?}: {crash}");
        assert_eq!(crash.is_empty(), said.is_empty(), "{changes:?}: {crash}");
        // A step that is taken again is not drawn twice.
        if said.is_empty() {
            assert_eq!(message(&told, "total with its curve"), "", "{changes:?}");
        }
    }
}

/// A hostile program is told what the store keeps.
fn hostile(course: &OneExercise) {
    let table = [
        (
            "store::save(\"large\", &vec![0; 40 << 20]);",
            "The store keeps 16 MiB under one name, and `large` has 40.",
        ),
        (
            "for number in 0..9 { store::save(&number.to_string(), &vec![0; 15 << 20]); }",
            "The store keeps 64 MiB in all, and `4` does not fit beside the rest.",
        ),
        (
            "for number in 0..99 { store::save(&number.to_string(), &[0]); }",
            "The store keeps 64 names, and `64` would be one more.",
        ),
        (
            "store::save(&\"n\".repeat(1000), &[0]);",
            "a name that is empty or longer than 200 bytes",
        ),
        // It asks ten thousand times, and gets an answer each time.
        ("for _ in 0..10_000 { store::load(\"none\"); }", ""),
    ];
    for (does, said) in table {
        let told = course.judged(&[("    let (begun,", &format!("    {does}\n    let (begun,"))]);
        let once = message(&told, "total in one go");
        assert!(once.contains(said), "{does}: {once}");
        assert_eq!(once.is_empty(), said.is_empty(), "{does}: {once}");
    }
}
