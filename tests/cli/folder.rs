//! A learner's own folder, made and updated by the program.

use std::collections::HashSet;
use std::fs;
use std::io::Read;
use std::path::Path;

use crate::cli_support::{Course, ended};

/// Every file below a folder, relative to it.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(inner) = waiting.pop() {
        for entry in fs::read_dir(inner).expect("listed") {
            let path = entry.expect("listed").path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let path = path.strip_prefix(folder).expect("inside");
                found.push(path.to_str().expect("text").replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_folder_of_ones_own_has_the_whole_course_and_knows_nothing_of_the_repository() {
    let place = Course::empty();
    let ran = place.run(&["init"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("cd gradlings-course"), "{ran:?}");

    let folder = place.path("gradlings-course");
    let files = files(&folder);
    let has = |path: &str| files.iter().any(|file| file == path);
    for path in [
        "info.toml",
        "glossary.toml",
        "Cargo.toml",
        "Cargo.lock",
        ".gitignore",
        "README.md",
        ".vscode/extensions.json",
        "exercises/Cargo.toml",
        "exercises/02_losses/README.md",
        ".gradlings/closed/checks/held_out/mnist-test-images.idx.gz.closed",
        ".gradlings/library/Cargo.toml",
        ".gradlings/library/src/lib.rs",
        "exercises/library/files/penguins.csv",
    ] {
        assert!(has(path), "{path} in {files:#?}");
    }
    assert!(
        !files
            .iter()
            .any(|file| file.contains("src/runner") || file.ends_with("src/main.rs"))
    );
    // They tell about solutions.
    assert!(!files.iter().any(|file| file.ends_with(".equal.toml")));
    for file in files
        .iter()
        .filter(|file| file.ends_with(".toml") || file.ends_with(".lock"))
    {
        let text = fs::read_to_string(folder.join(file)).expect("text");
        assert!(!text.contains(env!("CARGO_MANIFEST_DIR")), "{file}");
    }

    let listed = place.run(&["list", "--json", "--course", "gradlings-course"]);
    let exercises: Vec<serde_json::Value> = serde_json::from_str(&listed.out).expect("JSON");
    assert!(!exercises.is_empty());
    for exercise in exercises {
        let path = exercise["path"].as_str().expect("text");
        assert!(has(path) && exercise["solution"].is_null(), "{exercise}");
        assert!(
            has(&path.replacen("exercises", ".gradlings/originals", 1)),
            "{exercise}"
        );
    }
    let ran = place.run(&["doctor", "--course", "gradlings-course"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

/// The files of the repository that give exercises away, each with its path.
fn answers() -> Vec<(String, Vec<u8>)> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for top in ["solutions", "checks"] {
        for path in files(&repository.join(top)) {
            let path = format!("{top}/{path}");
            let bytes = fs::read(repository.join(&path)).expect("readable");
            if !path.ends_with(".equal.toml") {
                found.push((path, bytes));
            }
        }
    }
    found
}

/// How many bytes are enough to tell one text from another.
const TELLING: usize = 30;

/// The paths of a folder in which part of a solution or of held-out data can be read.
fn spoilers(folder: &Path) -> Vec<String> {
    let answers = answers();
    let mut parts: HashSet<&[u8]> = HashSet::new();
    for (path, bytes) in &answers {
        if path.ends_with(".rs") {
            let lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
            parts.extend(lines.filter_map(|line| line.get(..TELLING)));
        } else {
            // In the middle, because what is zipped begins as everything does that is zipped.
            parts.insert(&bytes[bytes.len() / 2..][..TELLING]);
        }
    }
    // What everybody may read: the exercises, their hints, the library.
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut given = vec![repository.join("info.toml")];
    for top in ["exercises", "src"] {
        let top = repository.join(top);
        // The sources of the program are not in the folder, and tables beside them have answers in them.
        let files = files(&top).into_iter();
        let files = files.filter(|path| !path.starts_with("runner/"));
        given.extend(files.map(|path| top.join(path)));
    }
    for path in given {
        for window in fs::read(path).expect("readable").windows(TELLING) {
            parts.remove(window);
        }
    }
    assert!(parts.len() > 1000, "{}", parts.len());
    let mut found = files(folder);
    // What cargo and rustc made of the library is large, and has nothing of a solution.
    found.retain(|path| {
        let bytes = fs::read(folder.join(path)).expect("readable");
        !path.starts_with(".gradlings/target/")
            && bytes.windows(TELLING).any(|window| parts.contains(window))
    });
    found
}

#[test]
fn nothing_in_a_new_folder_shows_a_solution_or_what_is_held_out() {
    let course = Course::empty();
    assert_eq!(course.run(&["init", "."]).code, Some(0));
    assert_eq!(spoilers(course.root()), [""; 0]);
    let mse = "solutions/02_losses/mse.rs";
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(course.path("solutions/02_losses")).expect("made");
    fs::copy(repository.join(mse), course.path(mse)).expect("copied");
    assert_eq!(spoilers(course.root()), [mse], "and it would be found");
}

/// A state in which `mse` has passed.
const PASSED: &str = "format = 1\n[exercises.mse]\ndone = true\npassed_once = true\n\
                      # The end: a file without this line was cut short.\n";

#[test]
fn a_solution_lies_open_once_its_exercise_has_passed_and_what_is_written_in_it_stays() {
    let course = Course::empty();
    assert_eq!(course.run(&["init", "."]).code, Some(0));
    let mse = "solutions/02_losses/mse.rs";
    let listed = |course: &Course| {
        let ran = course.run(&["list", "--json"]);
        let all: Vec<serde_json::Value> = serde_json::from_str(&ran.out).expect("JSON");
        let told = all.into_iter().filter(|it| it["solution"].is_string());
        told.map(|it| it["solution"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(listed(&course), [""; 0]);
    assert_eq!(course.run(&["solution", "mse"]).code, Some(2));
    course.write(".gradlings/state.toml", PASSED);
    assert_eq!(listed(&course), [mse]);
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(repository.join(mse)).expect("readable");
    assert_eq!(course.read(mse), text);
    assert_eq!(files(&course.path("solutions")), ["02_losses/mse.rs"]);

    course.write(mse, format!("{text}// mine\n"));
    let updated = course.run(&["update"]);
    assert!(updated.out.contains("nothing to do"), "{updated:?}");
    assert_eq!(course.read(mse), format!("{text}// mine\n"));
    let shown = course.run(&["solution", "mse"]);
    assert!(shown.out.contains("pub fn mse") && !shown.out.contains("// mine"));
}

#[test]
fn an_update_packs_what_an_earlier_version_had_open_but_the_solutions_of_what_has_passed() {
    let course = Course::empty();
    assert_eq!(course.run(&["init", "."]).code, Some(0));
    // As an earlier version left it.
    fs::remove_dir_all(course.path(".gradlings/closed")).expect("removed");
    for (path, bytes) in answers() {
        course.write(&path, bytes);
    }
    let ignored = course.read(".gitignore");
    let earlier = ignored.replace("!/.gradlings/closed\n", "");
    assert_ne!(earlier, ignored);
    course.write(".gitignore", format!("{earlier}/mine\n"));
    course.write(".gradlings/state.toml", PASSED);
    course.write("solutions/02_losses/softmax.rs", "written in");
    course.write("solutions/03_older/sgd.rs", "in another chapter then");
    course.write("solutions/held_out/labels", "7 2 1");
    course.write("solutions/99_mine/mine.rs", "my own");
    let list = course.read("exercises/Cargo.toml");
    course.write("exercises/Cargo.toml", format!("{list}\n# older\n"));

    let updated = course.run(&["update"]);
    assert_eq!(updated.code, Some(0), "{updated:?}");
    assert!(
        updated.out.contains("give exercises away are packed now"),
        "{updated:?}"
    );
    assert!(
        updated.out.contains("What was replaced is kept"),
        "{updated:?}"
    );
    let open = files(&course.path("solutions"));
    assert_eq!(open, ["02_losses/mse.rs", "99_mine/mine.rs"]);
    assert!(!course.path("checks").exists());
    assert_eq!(spoilers(course.root()), ["solutions/02_losses/mse.rs"]);
    assert_eq!(course.read(".gitignore"), format!("{ignored}/mine\n"));
    assert_eq!(course.read("exercises/Cargo.toml"), list);
    for (path, text) in [
        ("solutions/02_losses/softmax.rs", "written in"),
        ("solutions/03_older/sgd.rs", "in another chapter then"),
        ("solutions/held_out/labels", "7 2 1"),
    ] {
        let copy = course.path(&format!(".gradlings/copies/update-1/{path}.gz"));
        assert_eq!(unzipped(&copy), text, "{path}");
    }
    let again = course.run(&["update"]);
    assert!(again.out.contains("There was nothing to do."), "{again:?}");
    let ran = course.run(&["doctor"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

fn unzipped(path: &Path) -> String {
    let zipped = fs::File::open(path).expect("kept");
    let mut text = String::new();
    flate2::read::GzDecoder::new(zipped)
        .read_to_string(&mut text)
        .expect("unzipped");
    text
}

#[test]
fn nothing_that_is_there_is_overwritten() {
    let place = Course::empty();
    place.write("full/mine.txt", "mine");
    place.write("file", "mine");
    place.run(&["init", "course"]);
    let table = [
        ("full", "not empty"),
        ("file", "a file with that name"),
        ("course", "a course in that folder already"),
    ];
    for (folder, what) in table {
        let before = files(place.root());
        let ran = place.run(&["init", folder]);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (Some(2), ""),
            "{folder}: {ran:?}"
        );
        assert!(ran.err.contains(what), "{folder}: {ran:?}");
        assert!(ran.err.contains("gradlings init DIR"), "{folder}: {ran:?}");
        assert_eq!(files(place.root()), before, "{folder}");
    }
}

#[test]
fn an_update_mends_the_library_and_keeps_code_and_progress() {
    let course = Course::empty();
    course.run(&["init", "."]);
    let listed = course.run(&["list", "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).expect("JSON");
    let mine = listed[0]["path"].as_str().expect("an exercise");
    let name = listed[0]["name"].as_str().expect("an exercise");
    course.write(mine, "mine");
    course.run(&["hint", name]);
    let state = course.read(".gradlings/state.toml");
    let library = course.read(".gradlings/library/src/lib.rs");
    course.write(".gradlings/library/src/lib.rs", "broken");
    course.write(".gradlings/library/src/stranger.rs", "old");
    course.write("info.toml", course.read("info.toml") + "# mine\n");

    let ran = course.run(&["update"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("2 files of the library"), "{ran:?}");
    assert!(ran.out.contains("1 other file of the course"), "{ran:?}");
    assert_eq!(course.read(".gradlings/library/src/lib.rs"), library);
    assert!(!course.path(".gradlings/library/src/stranger.rs").exists());
    assert_eq!(course.read(mine), "mine");
    assert_eq!(course.read(".gradlings/state.toml"), state);
    assert!(
        course
            .read(".gradlings/copies/update-1/info.toml")
            .ends_with("# mine\n")
    );

    let ran = course.run(&["update"]);
    assert!(ran.out.contains("There was nothing to do."), "{ran:?}");
}

#[test]
fn a_course_that_init_did_not_make_is_not_updated() {
    let course = Course::new();
    let before = files(course.root());
    let ran = course.run(&["update"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("git pull"), "{ran:?}");
    assert_eq!(files(course.root()), before);
}

/// A name that colours the terminal, gives it another title, and pretends to be a line of the program.
#[cfg(unix)]
const HOSTILE: &str = "a\x1b]0;hi\x07b\x1b[31mc\r\nerror: fake\u{9b}d";

#[cfg(unix)]
#[test]
fn a_folder_with_a_hostile_name_does_nothing_to_a_terminal() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let place = Course::empty();
    // A cargo that fails, so that nothing is built; and none at all.
    place.write("tools/cargo", "#!/bin/sh\npwd\npwd >&2\nexit 101\n");
    let tools = place.path("tools");
    let executable = fs::Permissions::from_mode(0o755);
    fs::set_permissions(tools.join("cargo"), executable).expect("set");
    let course = Course::at(place.path(HOSTILE));
    let heard = std::cell::RefCell::new(String::new());
    let says = |course: &Course, words: &[&str], path: &str| {
        let typed = fs::File::open(place.path("typed")).expect("opened");
        let mut command = course.command(words);
        let ran = ended(command.env("PATH", path).stdin(typed));
        for text in [&ran.out, &ran.err] {
            let controls = |letter: char| letter.is_control() && letter != '\n';
            assert!(!text.contains(controls), "{words:?} {ran:?}");
            let pretended = text.lines().any(|line| line.starts_with("error: fake"));
            assert!(!pretended, "{words:?} {ran:?}");
            heard.borrow_mut().push_str(text);
        }
    };
    let tools = tools.to_str().expect("text").to_owned() + ":/usr/bin:/bin";
    place.write("typed", "h\no\nx\nb 1\na\ne\nl\nq\n");
    for words in [
        &["init", HOSTILE][..],
        &["init", HOSTILE],
        &["list"],
        &["dev", "init", HOSTILE],
    ] {
        says(&place, words, "");
    }
    let author = Course::at(place.path(&format!("{HOSTILE} of mine")));
    says(&place, &["dev", "init", &format!("{HOSTILE} of mine")], "");
    for words in [
        &["dev", "new", "01_a/one"][..],
        &["dev", "update"],
        &["dev", "check"],
    ] {
        says(&author, words, &tools);
        says(&author, words, "");
    }
    let commands: [&[&str]; 14] = [
        &["list"],
        &["hint"],
        &["attempts", "mse"],
        &["attempts", "mse", "--json"],
        &["attempts", "mse", "--diff", "1"],
        &["reset", "mse"],
        &["restore", "mse", "1"],
        &["run", "mse"],
        &["check-all"],
        &["doctor"],
        &["doctor", "--json"],
        &["update"],
        &["dev", "update"],
        &["--plain"],
    ];
    type Spoil = fn(&Course);
    let spoils: [Spoil; 8] = [
        |_| {},
        |course| {
            course.write("exercises/02_losses/mse.rs", "mine");
            course.write(".gradlings/attempts/mse/0001.rs", "an attempt");
        },
        |course| course.write("solutions/02_losses/mse.rs", "mine"),
        |course| course.write(".gradlings/state.toml", "damaged"),
        |course| {
            let exercise = course.path("exercises/02_losses/mse.rs");
            fs::remove_file(&exercise).expect("removed");
            fs::create_dir(exercise).expect("made");
        },
        |course| {
            let copies = course.path(".gradlings/copies");
            let _ = fs::remove_dir_all(&copies);
            symlink("/", copies).expect("linked");
            let exercise = course.path("exercises/02_losses/mse.rs");
            fs::remove_dir(&exercise).expect("removed");
            fs::write(exercise, "mine").expect("written");
        },
        |course| {
            let kept = course.path(".gradlings");
            fs::rename(&kept, course.path("kept")).expect("moved");
            symlink("../elsewhere", kept).expect("linked");
        },
        |course| course.write("info.toml", "broken"),
    ];
    for spoil in spoils {
        spoil(&course);
        for words in commands {
            says(&course, words, &tools);
            says(&course, words, "");
        }
    }
    // Each of these has the name in it.
    for sentence in [
        "The course is in abc error: faked.",
        "An empty course is in abc error: faked of mine.",
        "There is a course in that folder already.",
        "abc error: faked/.gradlings/copies/mse-1.rs.",
        "What was replaced is kept in ",
        "It is kept as ",
        "There is a folder where the file of `mse` should be.",
        "abc error: faked/.gradlings/copies is a link that leads out of the course",
        "`info.toml` is malformed",
    ] {
        assert!(heard.borrow().contains(sentence), "{sentence}");
    }
}

#[test]
fn a_folder_of_the_format_before_is_updated_and_keeps_every_text_attempt_and_mark() {
    let place = Course::empty();
    assert_eq!(place.run(&["init", "mine"]).code, Some(0));
    let course = Course::at(place.path("mine"));
    // As an earlier version left it: solutions that are checks, no checks, a function offered twice.
    fs::remove_dir_all(course.path(".gradlings/closed")).expect("removed");
    let info = course.read("info.toml");
    let before = info
        .replace("trains = true\n", "")
        .replace("format = 2", "format = 1");
    course.write("info.toml", before);
    let dropout = "exercises/04_regularization/dropout.rs";
    let original = course.read(dropout);
    let offer = ".offer(\"dropout\", function(dropout))";
    let twice = offer.replace("\"dropout\"", "\"dropout in training\"");
    let old = original.replace(offer, &twice);
    assert_ne!(old, original);
    course.write(
        &dropout.replacen("exercises", ".gradlings/originals", 1),
        &old,
    );
    let mine = old.replace("todo!(", "unimplemented!(");
    course.write(dropout, &mine);
    course.write(
        "solutions/04_regularization/dropout.rs",
        "mod mistakes {}\n",
    );
    course.write(".gradlings/attempts/dropout/0001.rs", &mine);
    course.write(
        ".gradlings/state.toml",
        "format = 1\ncurrent = \"dropout\"\n[exercises.mse]\ndone = true\npassed_once = true\nhints = 2\n\
         # The end: a file without this line was cut short.\n",
    );
    let listed = course.run(&["list"]);
    assert_eq!(listed.code, Some(2), "{listed:?}");
    assert!(listed.err.contains("type `gradlings update`"), "{listed:?}");

    let updated = course.run(&["update"]);
    assert_eq!(updated.code, Some(0), "{updated:?}");
    assert!(
        updated.out.contains("These are new around what you wrote"),
        "{updated:?}"
    );
    let around = original.replace("todo!(", "unimplemented!(");
    assert_eq!(course.read(dropout), around);
    let copy = ".gradlings/copies/update-1/exercises/04_regularization/dropout.rs";
    assert_eq!(course.read(copy), mine);
    assert_eq!(course.read(".gradlings/attempts/dropout/0001.rs"), mine);
    assert_eq!(course.read("info.toml"), info);
    let packed = ".gradlings/closed/checks/04_regularization/dropout.rs.closed";
    assert!(course.path(packed).exists());
    let replaced = ".gradlings/copies/update-1/solutions/04_regularization/dropout.rs.gz";
    assert_eq!(unzipped(&course.path(replaced)), "mod mistakes {}\n");
    let listed = course.run(&["list"]);
    let count = info.matches("[[exercises]]").count();
    let done = format!("You have done 1 of {count} exercises.");
    assert!(listed.out.contains(&done), "{listed:?}");
    assert!(listed.out.contains("done     mse"), "{listed:?}");
    assert!(listed.out.contains("> pending  dropout"), "{listed:?}");
    let attempts = course.run(&["attempts", "dropout"]);
    assert!(attempts.out.contains("   1  "), "{attempts:?}");
}

#[test]
fn an_update_leads_a_learners_text_to_a_piece_that_moved_and_keeps_the_text_before() {
    let place = Course::empty();
    assert_eq!(place.run(&["init", "mine"]).code, Some(0));
    let course = Course::at(place.path("mine"));
    let (linear, mlp) = (
        "exercises/05_network/linear.rs",
        "exercises/05_network/mlp.rs",
    );
    let original = |path: &str| path.replacen("exercises", ".gradlings/originals", 1);
    // As an earlier version left it, which had the piece in another chapter.
    for path in [linear.to_owned(), original(linear)] {
        let text = course.read(&path);
        course.write(&path.replace("05_network", "03_layers"), &text);
        fs::remove_file(course.path(&path)).expect("removed");
    }
    let now = course.read(mlp);
    let (there, here) = (
        "#[path = \"../03_layers/linear.rs\"]",
        "#[path = \"linear.rs\"]",
    );
    let old = now.replace(here, there);
    assert_ne!(old, now);
    course.write(&original(mlp), &old);
    let mine = old.replace("todo!(", "unimplemented!(");
    course.write(mlp, &mine);

    let updated = course.run(&["update"]);
    assert_eq!(updated.code, Some(0), "{updated:?}");
    for line in [
        "These moved, with what is yours: linear.",
        "These lead to where their pieces lie now, in `#[path = ...]`: mlp.",
        "What was replaced is kept in ",
        "But for those paths, your code and your progress are as they were.",
    ] {
        assert!(updated.out.contains(line), "{line}: {updated:?}");
    }
    assert!(course.path(linear).exists());
    assert_eq!(course.read(mlp), mine.replace(there, here));
    assert_eq!(course.read(&original(mlp)), now);
    assert_eq!(
        course.read(&format!(".gradlings/copies/update-1/{mlp}")),
        mine
    );
    let again = course.run(&["update"]);
    assert!(again.out.contains("There was nothing to do."), "{again:?}");
}
