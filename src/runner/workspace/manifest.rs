//! The `Cargo.toml` files of a learner's own folder, made from those of the repository: text in, text out.

use toml::{Table, Value};

use crate::runner::closed;
use crate::runner::course::{Course, Exercise};
use crate::runner::words::plain::workspace as words;

/// Where the library lies in a learner's folder.
pub const LIBRARY: &str = ".gradlings/library";

/// Where a course keeps what its exercises share: the library of their package.
pub const SHARED: &str = "exercises/library/";

/// Features of the library that only the program has.
const OF_THE_PROGRAM: [&str; 2] = ["default", "runner"];

/// The library's own `Cargo.toml`: the package, and what the features of the exercises need. No program, no tests.
pub fn library(repository: &str) -> Result<String, toml::de::Error> {
    let repository: Table = toml::from_str(repository)?;
    let table = |name: &str| repository.get(name).and_then(Value::as_table);

    let mut features = table("features").cloned().unwrap_or_default();
    for name in OF_THE_PROGRAM {
        features.remove(name);
    }
    let kept = kept_dependencies(&features);
    // Declared, so that `cfg(feature = "runner")` in the sources is known to rustc, and empty, so that it costs nothing.
    for name in OF_THE_PROGRAM {
        features.insert(name.to_owned(), Value::Array(Vec::new()));
    }

    let mut package = table("package").cloned().unwrap_or_default();
    package.remove("default-run");
    package.remove("readme");
    package.insert("publish".to_owned(), Value::Boolean(false));

    let mut manifest = Table::new();
    manifest.insert("package".to_owned(), Value::Table(package));
    manifest.insert("features".to_owned(), Value::Table(features));
    if let Some(library) = repository.get("lib") {
        manifest.insert("lib".to_owned(), library.clone());
    }
    if let Some(dependencies) = table("dependencies") {
        let dependencies = needed(dependencies, &kept);
        manifest.insert("dependencies".to_owned(), Value::Table(dependencies));
    }
    let mut targets = Table::new();
    for (target, tables) in table("target").into_iter().flatten() {
        let dependencies = tables.get("dependencies").and_then(Value::as_table);
        let dependencies = needed(dependencies.unwrap_or(&Table::new()), &kept);
        if !dependencies.is_empty() {
            let tables =
                Table::from_iter([("dependencies".to_owned(), Value::Table(dependencies))]);
            targets.insert(target.clone(), Value::Table(tables));
        }
    }
    if !targets.is_empty() {
        manifest.insert("target".to_owned(), Value::Table(targets));
    }
    Ok(format!(
        "# {}\n\n{}",
        words::library_manifest(),
        written(&manifest)
    ))
}

/// The crates that the library depends on, by the names that a lock file knows them under.
pub fn dependencies(library: &str) -> Result<Vec<String>, toml::de::Error> {
    let library: Table = toml::from_str(library)?;
    let own = library.get("dependencies");
    let targets = library.get("target").and_then(Value::as_table);
    let of_targets = targets.into_iter().flat_map(Table::values);
    let tables = own
        .into_iter()
        .chain(of_targets.filter_map(|target| target.get("dependencies")));
    let entries = tables.filter_map(Value::as_table).flatten();
    let names = entries.map(|(name, dependency)| {
        let renamed = dependency.get("package").and_then(Value::as_str);
        renamed.unwrap_or(name).to_owned()
    });
    Ok(names.collect())
}

/// The `Cargo.toml` of the folder itself: a workspace, with the profiles of the repository.
pub fn workspace(repository: &str) -> Result<String, toml::de::Error> {
    let repository: Table = toml::from_str(repository)?;
    let mut workspace = Table::new();
    workspace.insert("members".to_owned(), Value::Array(vec!["exercises".into()]));
    let given = repository
        .get("workspace")
        .and_then(|it| it.get("resolver"));
    let resolver = given.cloned().unwrap_or_else(|| "2".into());
    workspace.insert("resolver".to_owned(), resolver);
    let mut manifest = Table::new();
    manifest.insert("workspace".to_owned(), Value::Table(workspace));
    if let Some(profiles) = repository.get("profile") {
        manifest.insert("profile".to_owned(), profiles.clone());
    }
    Ok(format!(
        "# {}\n\n{}",
        words::course_manifest(),
        written(&manifest)
    ))
}

/// The `Cargo.toml` of the exercises, with the library of the folder instead of the repository's.
///
/// `None` where the text does not name the library on a line of its own, `gradlings = { path = "..", ... }`.
pub fn exercises(repository: &str) -> Option<String> {
    let path = format!("path = \"../{LIBRARY}\"");
    let redirected: Vec<String> = repository
        .lines()
        .map(|line| match line.strip_prefix("gradlings ") {
            Some(_) => line.replacen("path = \"..\"", &path, 1),
            None => line.to_owned(),
        })
        .collect();
    let text = redirected.join("\n") + "\n";
    text.contains(&path).then_some(text)
}

/// The `Cargo.toml` of the exercises of another course: without the crates that only this course's own library needs.
pub fn of_another_course(text: &str) -> String {
    let mut in_dependencies = false;
    let kept = text.lines().filter(|line| {
        if line.starts_with('[') {
            in_dependencies = is_header(line, "[dependencies]");
        }
        !in_dependencies || !line.contains('=') || line.starts_with("gradlings ")
    });
    kept.fold(String::new(), |text, line| text + line + "\n")
}

/// The `Cargo.toml` of the exercises with a program for every exercise, its solution and its check, where these lie open,
/// with the feature that a build for a graphics card turns on, and the rest as it was.
pub fn with_bins(text: &str, course: &Course) -> String {
    with_programs(text, course, |exercise| {
        closed::is_closed(&course.root, exercise.check())
    })
}

/// The same in a folder in which everything is packed that gives an exercise away. Whoever types `cargo check` there, or has
/// an editor type it, is told nothing of the exercises that are still open.
pub fn with_exercises(text: &str, course: &Course) -> String {
    let quiet = format!(
        "[lints.rust]\n# {}\nunused_variables = \"allow\"\n",
        words::open_exercises()
    );
    // A folder is not brought up to date by the command that is named there.
    let lines = text
        .lines()
        .filter(|line| !line.starts_with("# Written by "));
    let text = lines.fold(String::new(), |text, line| text + line + "\n");
    with_programs(&format!("{}\n\n{quiet}", text.trim_end()), course, |_| true)
}

fn with_programs(text: &str, course: &Course, is_closed: impl Fn(&Exercise) -> bool) -> String {
    let text = &with_cuda(text);
    let mut kept: Vec<&str> = Vec::new();
    let mut in_bin = false;
    for line in text.lines() {
        let trimmed = line.trim_start();
        if trimmed.starts_with('[') {
            in_bin = is_header(trimmed, "[[bin]]");
        }
        if !in_bin {
            kept.push(line);
        }
    }
    while kept.last().is_some_and(|line| line.trim().is_empty()) {
        kept.pop();
    }
    let mut text = kept.join("\n");
    for exercise in &course.exercises {
        let (name, chapter) = (&exercise.name, &exercise.chapter);
        text.push_str(&format!(
            "\n\n[[bin]]\nname = \"{name}\"\npath = \"{chapter}/{name}.rs\""
        ));
        // cargo refuses a program whose file is not there.
        if !is_closed(exercise) {
            text.push_str(&format!(
                "\n\n[[bin]]\nname = \"{name}_solution\"\npath = \"../solutions/{chapter}/{name}.rs\"\n\n\
                 [[bin]]\nname = \"{name}_check\"\npath = \"../checks/{chapter}/{name}.rs\""
            ));
        }
    }
    text.push('\n');
    text
}

/// The feature `cuda` of the exercises, as it stands in their `Cargo.toml`.
const CUDA: &str = "cuda = [\"gradlings/cuda\"]";

/// Adds that feature where the exercises link the library and do not have it yet.
fn with_cuda(text: &str) -> String {
    let parsed: Table = toml::from_str(text).unwrap_or_default();
    let has = |table: &str, name: &str| parsed.get(table).is_some_and(|it| it.get(name).is_some());
    if !has("dependencies", "gradlings") || has("features", "cuda") {
        return text.to_owned();
    }
    let header = |line: &str| is_header(line.trim_start(), "[features]");
    if !text.lines().any(header) {
        return format!("{}\n\n[features]\n{CUDA}\n", text.trim_end());
    }
    let mut lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| header(line));
    lines.insert(at.map_or(0, |at| at + 1), CUDA);
    lines.join("\n") + "\n"
}

/// Whether a line is this header, with or without a comment after it.
fn is_header(line: &str, header: &str) -> bool {
    line.strip_prefix(header).is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with('#')
    })
}

/// The names after `dep:` in the features that are left, and those of `name/feature`.
fn kept_dependencies(features: &Table) -> Vec<String> {
    let entries = features.values().filter_map(Value::as_array).flatten();
    let names = entries.filter_map(Value::as_str).map(|entry| {
        let name = entry.strip_prefix("dep:").unwrap_or(entry);
        name.split(['/', '?']).next().unwrap_or(name).to_owned()
    });
    names.collect()
}

fn needed(dependencies: &Table, kept: &[String]) -> Table {
    let is_needed = |name: &String, dependency: &Value| {
        let optional = dependency.get("optional").and_then(Value::as_bool);
        optional != Some(true) || kept.contains(name)
    };
    let needed = dependencies.iter().filter(|(name, it)| is_needed(name, it));
    needed
        .map(|(name, it)| (name.clone(), it.clone()))
        .collect()
}

/// A table of strings, numbers and tables, which always can be written: it was read from TOML.
fn written(table: &Table) -> String {
    table.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    const REPOSITORY: &str = include_str!("../../../Cargo.toml");

    fn parsed(text: &str) -> Table {
        toml::from_str(text).expect("TOML")
    }

    #[test]
    fn the_library_needs_what_an_exercise_needs_and_nothing_of_the_program() {
        let library = parsed(&library(REPOSITORY).expect("TOML"));
        let dependencies = library["dependencies"].as_table().expect("a table");
        for name in ["dfdx", "postcard", "serde"] {
            assert!(dependencies.contains_key(name), "{name}");
        }
        for name in ["ratatui", "clap", "notify"] {
            assert!(!dependencies.contains_key(name), "{name}");
        }
        assert_eq!(library["features"]["runner"], Value::Array(Vec::new()));
        assert_eq!(
            library["features"]["exercise"],
            parsed(REPOSITORY)["features"]["exercise"]
        );
        for absent in ["bin", "dev-dependencies", "workspace", "profile"] {
            assert!(!library.contains_key(absent), "{absent}");
        }
    }

    #[test]
    fn the_folder_builds_exercises_as_the_repository_does() {
        let workspace = parsed(&workspace(REPOSITORY).expect("TOML"));
        assert_eq!(workspace["profile"], parsed(REPOSITORY)["profile"]);
        assert_eq!(
            workspace["workspace"]["members"][0].as_str(),
            Some("exercises")
        );
    }

    #[test]
    fn the_exercises_of_a_folder_use_the_library_of_that_folder() {
        let text = exercises(include_str!("../../../exercises/Cargo.toml")).expect("redirected");
        let library = &parsed(&text)["dependencies"]["gradlings"];
        assert_eq!(library["path"].as_str(), Some("../.gradlings/library"));
        assert_eq!(library["features"][0].as_str(), Some("exercise"));
        assert_eq!(exercises("[dependencies]\nserde = \"1\"\n"), None);
    }

    #[test]
    fn another_course_needs_only_the_library_of_the_program() {
        let text = include_str!("../../../exercises/Cargo.toml");
        let (ours, another) = (parsed(text), parsed(&of_another_course(text)));
        let dependencies = another["dependencies"].as_table().expect("a table");
        assert_eq!(
            Vec::from_iter(dependencies.keys()),
            ["gradlings"],
            "{another}"
        );
        for kept in ["package", "lib", "features"] {
            assert_eq!(another[kept], ours[kept], "{kept}");
        }
    }

    #[test]
    fn the_list_of_programs_follows_the_course_and_the_rest_stays() {
        let course = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n\
                      [[exercises]]\nname = \"one\"\nchapter = \"01_a\"\nteaches = \"x\"\n";
        let course = Course::parse(Path::new("/c"), course).expect("sound");
        let before = "# mine\n[package]\nname = \"c\"\n\n[[bin]] # old\nname = \"old\"\npath = \"old.rs\"\n\n\
                      [dependencies] # these stay\nrand = \"0.8\"\n\n[[bin]]\nname = \"older\"\n";
        let after = with_bins(before, &course);
        assert_eq!(
            after,
            "# mine\n[package]\nname = \"c\"\n\n[dependencies] # these stay\nrand = \"0.8\"\n\n\
             [[bin]]\nname = \"one\"\npath = \"01_a/one.rs\"\n\n\
             [[bin]]\nname = \"one_solution\"\npath = \"../solutions/01_a/one.rs\"\n\n\
             [[bin]]\nname = \"one_check\"\npath = \"../checks/01_a/one.rs\"\n"
        );
        assert_eq!(with_bins(&after, &course), after, "once is enough");
    }

    #[test]
    fn what_is_packed_is_no_program_and_what_lies_open_stays_one() {
        let course = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n\
                      [[exercises]]\nname = \"one\"\nchapter = \"01_a\"\nteaches = \"x\"\n\
                      [[exercises]]\nname = \"mine\"\nchapter = \"01_a\"\nteaches = \"x\"\n";
        let folder = tempfile::tempdir().expect("a temporary folder");
        let course = Course::parse(folder.path(), course).expect("sound");
        let packed = closed::place(folder.path(), "checks/01_a/one.rs");
        std::fs::create_dir_all(packed.parent().expect("inside")).expect("made");
        std::fs::write(packed, "").expect("written");
        let programs = |text: &str| {
            let list = parsed(text)["bin"].as_array().cloned().expect("programs");
            let name = |it: &Value| it["name"].as_str().unwrap_or_default().to_owned();
            list.iter().map(name).collect::<Vec<_>>()
        };
        let open = with_bins("", &course);
        let names = ["one", "mine", "mine_solution", "mine_check"];
        assert_eq!(programs(&open), names);
        let own = "# Written by a command:\n\n[[bin]]\nname = \"old\"\npath = \"old.rs\"\n";
        let packed = with_exercises(own, &course);
        assert_eq!(programs(&packed), ["one", "mine"]);
        assert!(!packed.contains("Written by"), "{packed}");
        assert_eq!(
            parsed(&packed)["lints"]["rust"]["unused_variables"].as_str(),
            Some("allow")
        );
    }

    #[test]
    fn exercises_that_link_the_library_get_the_feature_for_a_graphics_card_once() {
        let course = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n\
                      [[exercises]]\nname = \"one\"\nchapter = \"01_a\"\nteaches = \"x\"\n";
        let course = Course::parse(Path::new("/c"), course).expect("sound");
        let library = "[dependencies]\ngradlings = { path = \"..\" }\n";
        for before in [
            library.to_owned(),
            format!("{library}\n[[bin]]\nname = \"old\"\npath = \"old.rs\"\n"),
            format!("[features] # of mine\nmine = []\n\n{library}"),
        ] {
            let after = with_bins(&before, &course);
            let features = parsed(&after)["features"].clone();
            assert_eq!(
                features["cuda"][0].as_str(),
                Some("gradlings/cuda"),
                "{after}"
            );
            assert_eq!(features.get("mine").is_some(), before.contains("mine"));
            assert_eq!(with_bins(&after, &course), after, "once is enough");
        }
        let own = "[features]\ncuda = []\n\n[dependencies]\ngradlings = { path = \"..\" }\n";
        assert_eq!(
            parsed(&with_bins(own, &course))["features"]["cuda"],
            Value::Array(Vec::new())
        );
    }

    #[test]
    fn a_folder_can_be_built_for_a_graphics_card_as_the_repository_can() {
        let library = parsed(&library(REPOSITORY).expect("TOML"));
        assert_eq!(
            library["features"]["cuda"],
            parsed(REPOSITORY)["features"]["cuda"]
        );
        let exercises = exercises(include_str!("../../../exercises/Cargo.toml"));
        let exercises = parsed(&exercises.expect("redirected"));
        assert_eq!(
            exercises["features"]["cuda"][0].as_str(),
            Some("gradlings/cuda")
        );
    }
}
