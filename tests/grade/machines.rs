//! More than one machine: parts that are joined, and the machine of another system.

use std::fs;
use std::io::Cursor;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use serde_json::Value;
use zip::ZipArchive;

use crate::class::{BACK, Class, DOUBLE, pair, whole};
use crate::cli_support::ran;

/// What was graded in `out` in one go is graded in three parts, which are joined.
pub fn parts_are_joined_to_the_same_bytes(class: &Class) {
    let mut graded = 0;
    for part in 1..=3 {
        let out = format!("part-{part}");
        let mut command = class.command(&["in", "--out", &out]);
        match part {
            1 => command.args(["--shard", "1/3"]),
            2 => command
                .args(["--shards", "3"])
                .env("SLURM_ARRAY_TASK_ID", "2")
                .env("SLURM_ARRAY_TASK_MIN", "1"),
            _ => command
                .args(["--shards", "3"])
                .env("JOB_COMPLETION_INDEX", "2"),
        };
        let ran = ran(&mut command);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let told = format!("Part {part} of 3 is done: ");
        assert!(ran.out.starts_with(&told), "{ran:?}");
        assert!(!class.path(&format!("{out}/results.jsonl")).exists());
        graded += class.done(&out);
    }
    assert!(graded >= class.done("killed"), "{graded} in all parts");
    let merge = |parts: &[&str]| {
        let mut command = class.command(&["in", "--out", "joined"]);
        for part in parts {
            command.args(["--merge", part]);
        }
        ran(&mut command)
    };
    let ran = merge(&["part-1", "part-3"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.err.contains("of the files are in none of the parts."),
        "{ran:?}"
    );
    let ran = merge(&["part-3", "part-1", "part-2"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(class.done("joined"), 0);
    assert_eq!(
        class.read("joined/results.jsonl"),
        class.read("out/results.jsonl")
    );
}

/// The two scripts do on this machine what they do on one of Gradescope's, in folders of their own.
pub fn an_autograder_for_gradescope_runs(class: &Class) {
    let ran_it = class.grade(&["--gradescope-zip", "autograder.zip", "--sandbox", "require"]);
    assert_eq!(ran_it.code, Some(0), "{ran_it:?}");
    let bytes = fs::read(class.path("autograder.zip")).expect("written");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let names = archive.file_names();
    let names: Vec<String> = names
        .map(|name| name.expect("a name").into_owned())
        .collect();
    for name in [
        "setup.sh",
        "run_autograder",
        "gradlings",
        "course/info.toml",
    ] {
        assert!(names.iter().any(|it| it == name), "{name}: {names:?}");
    }
    for name in ["setup.sh", "run_autograder", "gradlings"] {
        let file = archive.by_name(name).expect(name);
        assert_eq!(
            file.unix_mode().map(|mode| mode & 0o777),
            Some(0o755),
            "{name}"
        );
    }
    let is_built = |name: &&String| name.contains("/target/") || name.contains(".gradlings/cache");
    assert_eq!(names.iter().find(is_built), None);
    let root = class.path("autograder");
    archive.extract(root.join("source")).expect("unpacked");
    // Where it is built takes the place of what is built there once.
    let built = class.path("course/.gradlings/target");
    let built = fs::canonicalize(built).expect("built");
    let target = root.join("source/course/.gradlings/target");
    std::os::unix::fs::symlink(built, target).expect("linked");
    for script in ["setup.sh", "run_autograder"] {
        let path = root.join("source").join(script);
        let text = fs::read_to_string(&path).expect(script);
        let moved = text.replace("/autograder/", &format!("{}/", root.display()));
        fs::write(&path, moved).expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("set");
    }
    class.write("autograder/submission/pair.rs", pair(DOUBLE, "x * 2.0"));
    class.write("autograder/submission/whole.rs", whole(BACK));
    class.write("autograder/submission_metadata.json", "{}");
    for script in ["setup.sh", "run_autograder"] {
        let mut command = Command::new(root.join("source").join(script));
        let ran = ran(&mut command);
        assert_eq!(ran.code, Some(0), "{script}: {ran:?}");
    }
    let told: Value =
        serde_json::from_str(&class.read("autograder/results/results.json")).expect("JSON");
    assert_eq!(told["score"], 3, "{told:#}");
    assert_eq!(told["tests"][1]["name"], "pair: half", "{told:#}");
    assert_eq!(
        told["tests"][1]["extra_data"]["mistake"], "half_wrong",
        "{told:#}"
    );
    assert_eq!(
        told["tests"][2]["extra_data"]["verdict"], "piece",
        "{told:#}"
    );
}

/// One learner, as an autograder hands the folder over.
pub fn one_learner_is_graded_and_told_in_the_last_line(class: &Class) {
    class.write("roster.csv", "username,section\nzoe,1\nanna,2\n");
    let words = [
        "in/anna", "--one", "anna", "--out", "one", "--format", "autolab",
    ];
    let also = ["--format", "junit", "--roster", "roster.csv"];
    let ran = class.grade(&[&words[..], &also].concat());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let last = ran.out.lines().last().expect("a line");
    let last: Value = serde_json::from_str(last).expect("JSON");
    assert_eq!(last["scores"]["pair"], 4, "{last}");
    assert!(class.path("one/junit.xml").exists());
    assert_eq!(
        class.read("one/gradebook.csv"),
        "submission,section,handed_in,score,max_score,passed,pair,whole\n\
         zoe,1,no,0,5,0,0,0\nanna,2,yes,5,5,2,4,1\n"
    );
}
