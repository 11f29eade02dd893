//! A small course on disk, its texts saved while and after they are read.

use super::*;

const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n\
                    [[exercises]]\nname = \"one\"\nchapter = \"a\"\nteaches = \"x\"\n";

struct Small {
    folder: tempfile::TempDir,
    course: Course,
}

impl Small {
    fn new() -> Small {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let course = Course::parse(folder.path(), INFO).expect("sound");
        let small = Small { folder, course };
        small.write("exercises/a/one.rs", "mine");
        small.write("exercises/b/piece.rs", "piece");
        small.write("solutions/a/one.rs", "solved");
        small.write("solutions/labels", "7 2 1");
        small
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().expect("inside")).expect("made");
        fs::write(path, text).expect("written");
    }

    fn exercise(&self) -> Source {
        Source::of_exercise(&self.course, &self.course.exercises[0]).expect("read")
    }

    fn solution(&self) -> Source {
        Source::of_solution(&self.course, &self.course.exercises[0]).expect("read")
    }

    fn laid_out(&self, source: &Source) -> Vec<(String, String)> {
        let folder = self.folder.path().join("tree");
        source.lay_out(&folder).expect("laid out");
        let mut found = Vec::new();
        let mut folders = vec![folder.clone()];
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).expect("listed") {
                let path = entry.expect("there").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(&folder).expect("inside");
                    let text = fs::read_to_string(&path).expect("text");
                    found.push((name.display().to_string(), text));
                }
            }
        }
        found.sort();
        found
    }
}

const PIECE: &str = "exercises/a/../b/piece.rs";

#[test]
fn what_was_read_is_laid_out_whatever_is_saved_afterwards() {
    let small = Small::new();
    let mut source = small.exercise();
    assert!(matches!(source.add(PIECE), Missed::Added));
    small.write("exercises/a/one.rs", "saved");
    small.write("exercises/b/piece.rs", "saved");
    let pair = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    let expected = [
        pair("exercises/a/one.rs", "mine"),
        pair("exercises/b/piece.rs", "piece"),
    ];
    assert_eq!(small.laid_out(&source), expected);
    // The folder that was gone through is there for the system to go through.
    assert!(small.folder.path().join("tree").join(PIECE).exists());
    // A layout holds nothing of the one before.
    let alone = small.exercise();
    assert_eq!(
        small.laid_out(&alone),
        [pair("exercises/a/one.rs", "saved")]
    );
}

#[test]
fn what_a_text_included_is_part_of_its_fingerprint_the_next_time() {
    let small = Small::new();
    let alone = small.exercise().print();
    let mut source = small.exercise();
    source.add(PIECE);
    let used = ["exercises/a/one.rs", PIECE].map(str::to_owned);
    let print = source.keep_used(&used).expect("all of it was read").print();
    assert_ne!(print, alone);
    assert_eq!(small.exercise().print(), print);
    small.write("exercises/b/piece.rs", "another");
    assert_ne!(small.exercise().print(), print);
    small.write("exercises/b/piece.rs", "piece");
    assert_eq!(small.exercise().print(), print);
    // Once it is not included any more, it does not count any more.
    let kept = small.exercise().keep_used(&used[..1]).expect("all of it");
    assert_eq!(kept.print(), alone);
    assert_eq!(small.exercise().print(), alone);
}

#[test]
fn what_rustc_read_from_elsewhere_keeps_a_source_from_deciding_alone() {
    let used = ["exercises/a/one.rs", "/elsewhere/x"].map(str::to_owned);
    assert!(Small::new().exercise().keep_used(&used).is_none());
    assert!(Small::new().exercise().keep_used(&[]).is_none(), "no list");
}

#[test]
fn only_a_solution_includes_solutions_and_nobody_includes_what_is_no_file() {
    let small = Small::new();
    small.write("exercises/folder/x", "");
    let table = [
        ("exercises/a/../../solutions/labels", "Stays", "Added"),
        (".gradlings/includes/one", "Stays", "Stays"),
        ("exercises/missing.rs", "Stays", "Stays"),
        ("exercises/a/./one.rs", "Stays", "Added"),
        (
            "exercises/folder",
            "Unreadable(NotAFile(Folder))",
            "Unreadable(NotAFile(Folder))",
        ),
    ];
    for (path, learner, trusted) in table {
        let missed = [small.exercise(), small.solution()]
            .map(|mut source| format!("{:?}", source.add(path)));
        assert_eq!(missed, [learner, trusted], "{path}");
    }
}

const CHAIN: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n\
                     [[chapters]]\nname = \"b\"\ntitle = \"B\"\n\
                     [[exercises]]\nname = \"first\"\nchapter = \"a\"\nteaches = \"x\"\n\
                     [[exercises]]\nname = \"second\"\nchapter = \"b\"\nteaches = \"x\"\n\
                     [[exercises]]\nname = \"third\"\nchapter = \"b\"\nteaches = \"x\"\n";

#[test]
fn a_piece_is_what_was_read_for_the_whole_whatever_is_saved_afterwards() {
    let small = Small::new();
    let course = Course::parse(small.folder.path(), CHAIN).expect("sound");
    for path in [
        "exercises/a/first.rs",
        "exercises/b/second.rs",
        "exercises/b/third.rs",
        "exercises/b/data.txt",
    ] {
        small.write(path, path);
    }
    // As rustc opens them from a whole that includes the second, which includes the first.
    let (first, second) = ("exercises/b/../a/first.rs", "exercises/b/second.rs");
    let mut alone = Source::of_exercise(&course, &course.exercises[1]).expect("read");
    alone.add(first);
    let mut whole = Source::of_exercise(&course, &course.exercises[2]).expect("read");
    for path in [first, second, "exercises/b/data.txt"] {
        assert!(matches!(whole.add(path), Missed::Added), "{path}");
    }
    let names: Vec<(&str, &str)> = whole
        .pieces(&course)
        .into_iter()
        .map(|(piece, path)| (piece.name.as_str(), path))
        .collect();
    assert_eq!(names, [("first", first), ("second", second)]);
    for path in ["exercises/a/first.rs", "exercises/b/second.rs"] {
        small.write(path, "saved");
    }
    let mut piece = whole
        .of_piece(&course, &course.exercises[1])
        .expect("a part");
    assert!(matches!(piece.add(first), Missed::Added));
    assert!(matches!(
        piece.add("exercises/a/../a/none.rs"),
        Missed::Stays
    ));
    assert_eq!(
        piece.print(),
        alone.print(),
        "remembered under the same print"
    );
    assert_eq!(
        small.laid_out(&piece),
        [first, second].map(|path| {
            let path = path.replace("b/../", "");
            (path.clone(), path)
        })
    );
    assert!(whole.of_piece(&course, &course.exercises[2]).is_none());
}
