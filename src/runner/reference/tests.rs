//! References that do not do their work: programs that say what they are told to say.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::*;
use crate::message::Hello;
use crate::wire::encode;

/// A course with one exercise, and a program that writes these frames to its channel and then does something.
struct Broken {
    folder: tempfile::TempDir,
    course: Course,
}

impl Broken {
    fn new(frames: &[Vec<u8>], then: &str) -> Broken {
        let info = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n[[exercises]]\nname = \"one\"\n\
                    chapter = \"01_a\"\nteaches = \"x\"\nhints = [\"a\", \"b\"]\n";
        let folder = tempfile::tempdir().expect("a temporary folder");
        let course = Course::parse(folder.path(), info).expect("sound");
        let broken = Broken { folder, course };
        fs::write(broken.path("frames"), frames.concat()).expect("written");
        // It starts in a folder of its own.
        let frames = broken.path("frames");
        let script = format!("#!/bin/sh\ncat '{}' >&0\n{then}\n", frames.display());
        fs::write(broken.path("program"), script).expect("written");
        let mode = fs::Permissions::from_mode(0o755);
        fs::set_permissions(broken.path("program"), mode).expect("allowed");
        broken
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What is said where the plan is asked for.
    fn plan(&self, program: &str, patience: Duration) -> Result<bool, String> {
        let exercise = &self.course.exercises[0];
        let stop = Stop::default();
        let mut reference = Reference::start(&self.course, exercise, &self.path(program), &stop)
            .map_err(|it| it.what)?;
        let answer = reference.answer(patience, &mut |_, _| {});
        let answer = answer.map_err(|it| it.what)?;
        match answer {
            Some(FromReference::Plan(_)) => Ok(true),
            _ => Err(reference.confused().what),
        }
    }

    /// What is said where an answer is to be judged.
    fn inspect(&self, program: &str) -> Result<Vec<Option<String>>, String> {
        let questions = vec![(Vec::new(), Vec::new())];
        inspect(
            &self.course,
            &self.path(program),
            "f",
            questions,
            &Stop::default(),
        )
    }
}

/// What a program writes and then does, how long it is waited for, and what is said.
type Row = (
    Vec<Vec<u8>>,
    &'static str,
    Duration,
    Result<bool, &'static str>,
);

fn frame(message: &FromReference) -> Vec<u8> {
    encode(message).expect("it is small")
}

fn hello(version: u32, role: Role) -> Vec<u8> {
    let hello = Hello {
        version,
        role,
        offers: Vec::new(),
    };
    encode(&hello).expect("it is small")
}

#[test]
fn a_reference_that_does_not_do_its_work_is_told_in_words_of_its_own_and_one_that_does_in_none() {
    let hello = || hello(VERSION, Role::Reference);
    let plan = || frame(&FromReference::Plan(Vec::new()));
    let broken = || frame(&FromReference::Broken("no seed".to_owned()));
    let progress = || frame(&FromReference::Progress { done: 1, of: 2 });
    let found = || frame(&FromReference::Inspected(None));
    let (long, short) = (Duration::from_secs(60), Duration::from_millis(300));
    let table: [Row; 9] = [
        (vec![hello(), plan()], "", long, Ok(true)),
        (vec![hello(), progress(), plan()], "echo x", long, Ok(true)),
        (
            vec![self::hello(VERSION - 1, Role::Reference), plan()],
            "",
            long,
            Err("The check of `one` speaks another version of the wire."),
        ),
        (
            vec![self::hello(VERSION, Role::Candidate), plan()],
            "",
            long,
            Err("The check of `one` speaks another version of the wire."),
        ),
        (
            vec![hello(), broken()],
            "",
            long,
            Err("The check of `one` does not work. It says: no seed"),
        ),
        (
            vec![hello(), found()],
            "",
            long,
            Err("The check of `one` answers something that was not asked."),
        ),
        (
            vec![hello()],
            "",
            long,
            Err("The check of `one` stopped answering: "),
        ),
        (
            vec![hello()],
            "echo out of seeds",
            long,
            Err(" It printed: out of seeds"),
        ),
        (
            vec![hello(), progress()],
            "sleep 600",
            short,
            Err("The check of `one` takes more than ten minutes."),
        ),
    ];
    for (frames, then, patience, wanted) in table {
        let said = Broken::new(&frames, then).plan("program", patience);
        match (&said, wanted) {
            (Ok(_), Ok(_)) => {}
            (Err(said), Err(words)) => {
                assert!(said.contains(words), "{then}: {said}");
                let printed = said.contains("It printed");
                assert_eq!(printed, then.starts_with("echo"), "{said}");
            }
            _ => panic!("{said:?}, and {wanted:?} is wanted"),
        }
    }
    let course = Broken::new(&[], "").course;
    let problem = super::broken(&course.exercises[0], String::new());
    assert_eq!(
        problem.next,
        "tell the author of the course, or mend the check"
    );
    let said = Broken::new(&[], "").plan("no program", long);
    let words = "The check of `one` could not be started: ";
    assert!(
        said.as_ref().is_err_and(|said| said.starts_with(words)),
        "{said:?}"
    );
}

#[test]
fn answers_that_cannot_be_judged_are_told_with_the_reason_and_those_that_are_without_one() {
    let hello = || hello(VERSION, Role::Reference);
    let table = [
        (
            vec![hello(), frame(&FromReference::Inspected(None))],
            "program",
            None,
        ),
        (
            vec![hello(), frame(&FromReference::Broken("no seed".to_owned()))],
            "program",
            Some("The check says: no seed"),
        ),
        (
            vec![hello()],
            "program",
            Some("The check ended before it had answered."),
        ),
        (
            vec![],
            "no program",
            Some("The check could not be started: "),
        ),
    ];
    for (frames, program, wanted) in table {
        let said = Broken::new(&frames, "").inspect(program);
        match wanted {
            None => assert_eq!(said, Ok(vec![None])),
            Some(words) => {
                assert!(
                    said.as_ref().is_err_and(|said| said.starts_with(words)),
                    "{said:?}"
                );
            }
        }
    }
}
