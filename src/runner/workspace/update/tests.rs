//! Folders of one version that are brought to another.

use super::*;
use crate::runner::workspace::init;

const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n";
const CARGO: &str =
    "[package]\nname = \"gradlings\"\nversion = \"0.1.0\"\n[features]\nexercise = []\n";
const COURSE: &str =
    "[package]\nname = \"gradlings-course\"\n[dependencies]\ngradlings = { path = \"..\" }\n";
const LOCK: &str = "version = 4\n[[package]]\nname = \"gradlings-course\"\nversion = \"0.1.0\"\n";

/// A version of the course, as a program would have it inside.
struct Version {
    files: Vec<(String, String)>,
}

impl Version {
    fn new(version: &str, exercises: &[(&str, &str)]) -> Version {
        let mut info = INFO.to_owned();
        let mut files = vec![
            ("Cargo.toml".to_owned(), CARGO.replace("0.1.0", version)),
            ("exercises/Cargo.toml".to_owned(), COURSE.to_owned()),
            ("Cargo.lock".to_owned(), LOCK.to_owned()),
            ("src/lib.rs".to_owned(), format!("// {version}")),
            (format!("src/only_{version}.rs"), String::new()),
        ];
        for (name, text) in exercises {
            info.push_str(&format!(
                "[[exercises]]\nname = \"{name}\"\nchapter = \"01_a\"\nteaches = \"x\"\n"
            ));
            files.push((format!("exercises/01_a/{name}.rs"), (*text).to_owned()));
            files.push((format!("solutions/01_a/{name}.rs"), format!("// {version}")));
        }
        files.push(("info.toml".to_owned(), info));
        Version { files }
    }

    fn with<R>(&self, act: impl FnOnce(&Files<'_>) -> R) -> R {
        let table: Vec<(&str, &[u8])> = self
            .files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_bytes()))
            .collect();
        act(&Files::of(&table))
    }

    fn init(&self, folder: &Path) {
        self.with(|files| init::make(files, folder)).expect("made");
    }

    fn update(&self, folder: &Path) -> Result<Update, Problem> {
        self.with(|files| bring(files, folder, &|name| name == "done"))
    }
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).expect(path)
}

#[test]
fn an_update_renews_what_is_untouched_and_keeps_what_is_the_learners() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path();
    let old = [
        ("same", "s"),
        ("touched", "t"),
        ("plain", "p"),
        ("done", "d"),
        ("around", "lesson\n\ngap\n"),
    ];
    Version::new("0.1.0", &old).init(root);
    fs::write(root.join("exercises/01_a/touched.rs"), "mine").expect("edited");
    fs::write(root.join("exercises/01_a/done.rs"), "solved").expect("edited");
    fs::write(root.join("exercises/01_a/around.rs"), "lesson\n\nfilled\n").expect("edited");
    fs::write(root.join(".gradlings/state.toml"), "progress").expect("written");

    let new = [
        ("same", "s"),
        ("touched", "t2"),
        ("plain", "p2"),
        ("done", "d"),
        ("around", "new lesson\n\ngap\n"),
        ("extra", "e"),
    ];
    let update = Version::new("0.2.0", &new).update(root).expect("updated");

    assert_eq!(update.versions, ("0.1.0".to_owned(), "0.2.0".to_owned()));
    assert_eq!(update.added, ["extra"]);
    assert_eq!(update.renewed, ["plain"]);
    assert_eq!(update.kept, ["touched"]);
    assert_eq!(update.merged, ["around"]);
    let texts = [
        ("touched", "mine", "t2"),
        ("plain", "p2", "p2"),
        ("done", "solved", "d"),
        ("extra", "e", "e"),
        ("around", "new lesson\n\nfilled\n", "new lesson\n\ngap\n"),
    ];
    for (name, text, original) in texts {
        assert_eq!(read(root, &format!("exercises/01_a/{name}.rs")), text);
        assert_eq!(
            read(root, &format!(".gradlings/originals/01_a/{name}.rs")),
            original
        );
    }
    assert_eq!(read(root, ".gradlings/state.toml"), "progress");
    assert_eq!(read(root, ".gradlings/library/src/lib.rs"), "// 0.2.0");
    assert!(!root.join(".gradlings/library/src/only_0.1.0.rs").exists());
    assert!(read(root, "exercises/Cargo.toml").contains("extra.rs"));
    let solution = closed::read_text(root, "solutions/01_a/same.rs");
    assert_eq!(solution.expect("packed"), "// 0.2.0");
    assert!(!root.join("solutions").exists());
    assert_eq!(
        read(root, ".gradlings/copies/update-1/exercises/01_a/around.rs"),
        "lesson\n\nfilled\n"
    );
}

#[test]
fn a_second_update_finds_nothing_to_do() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let version = Version::new("0.1.0", &[("one", "x")]);
    version.init(folder.path());
    fs::write(folder.path().join("exercises/01_a/one.rs"), "mine").expect("edited");
    let update = version.update(folder.path()).expect("updated");
    let versions = ("0.1.0".to_owned(), "0.1.0".to_owned());
    let nothing = Update {
        versions,
        ..Update::default()
    };
    assert_eq!(update, nothing);
}

#[test]
fn an_update_that_stopped_half_way_is_finished_by_the_next() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    Version::new("0.1.0", &[("one", "old")]).init(folder.path());
    // Stopped between the exercise and its original.
    fs::write(folder.path().join("exercises/01_a/one.rs"), "new").expect("written");
    let update = Version::new("0.2.0", &[("one", "new")]).update(folder.path());
    assert_eq!(update.expect("updated").kept, [""; 0]);
    assert_eq!(
        read(folder.path(), ".gradlings/originals/01_a/one.rs"),
        "new"
    );
}

#[test]
fn a_folder_that_is_newer_or_no_folder_of_ones_own_is_left_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let older = Version::new("0.9.0", &[("one", "old")]);
    let problem = older.update(folder.path()).expect_err("no folder");
    assert!(
        problem.what.contains("not made by `gradlings init`"),
        "{problem}"
    );
    Version::new("0.10.0", &[("one", "new")]).init(folder.path());
    let problem = older.update(folder.path()).expect_err("newer");
    assert!(
        problem.what.contains("newer than this gradlings"),
        "{problem}"
    );
    assert_eq!(read(folder.path(), "exercises/01_a/one.rs"), "new");
}

#[test]
fn a_course_is_only_made_where_nothing_is() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let version = Version::new("0.1.0", &[("one", "x")]);
    let make = |name: &str| version.with(|files| init::make(files, &folder.path().join(name)));
    fs::write(folder.path().join("file"), "").expect("written");
    fs::create_dir_all(folder.path().join("full/inside")).expect("made");
    fs::create_dir(folder.path().join("empty")).expect("made");
    for (name, expected) in [
        ("file", Some("a file with that name")),
        ("full", Some("not empty")),
        ("empty", None),
        ("a/new/one", None),
        ("a/new/one", Some("a course in that folder")),
    ] {
        let what = make(name).err().map(|problem| problem.what);
        let matches = match (&what, expected) {
            (Some(what), Some(expected)) => what.contains(expected),
            (what, expected) => what.is_none() && expected.is_none(),
        };
        assert!(matches, "{name}: {what:?}");
    }
    assert_eq!(
        fs::read_dir(folder.path().join("full"))
            .expect("listed")
            .count(),
        1
    );
}
