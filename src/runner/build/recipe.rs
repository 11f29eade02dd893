//! How cargo calls rustc for a program of the course, kept so that every program can be built without cargo.
//!
//! cargo takes 90 ms to find out that of all crates only the learner's file has changed, and it reads that file whenever it
//! likes. How it calls rustc is known from the one program that it builds, see `package`; a fingerprint of everything that
//! this follows from says when cargo has to be asked again.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::package::{MANIFESTS, STUB};
use super::workshop::Workshop;
use crate::runner::fingerprint::Fingerprint;
use crate::runner::gpu;
use crate::runner::workspace::file;

/// The call of rustc for any program of the course.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recipe {
    /// The compiler itself, not rustup's stand-in for it.
    pub rustc: PathBuf,
    /// Everything that is the same for all programs.
    arguments: Vec<String>,
    /// What everything but the texts of the programs was like.
    pub fingerprint: String,
}

/// Arguments, each with a value of its own, that belong to one program or to one build of it.
const OF_ONE_PROGRAM: [&str; 2] = ["--crate-name", "--out-dir"];
/// The same of the values of `-C`.
const OF_ONE_BUILD: [&str; 3] = ["metadata=", "extra-filename=", "incremental="];

impl Recipe {
    /// The linker that rustc is told to call.
    pub fn linker(&self) -> Option<&str> {
        let mut values = self.arguments.iter();
        values.find_map(|word| word.strip_prefix("linker="))
    }

    /// Reads cargo's own words: ``Running `rustc --crate-name stub ...` ``. `None` where they are not understood.
    pub fn read(workshop: &Workshop, words: &str) -> Option<Recipe> {
        let command = words.trim().strip_prefix("Running `")?.strip_suffix('`')?;
        // cargo writes the name of the compiler as it is, and every word after it as the system's shell wants it.
        let at = command.find(" --crate-name ")?;
        let (rustc, rest) = command.split_at(at);
        let rustc = PathBuf::from(rustc);
        let words = split(rest, cfg!(windows))?;

        let mut arguments = Vec::new();
        let mut found_source = false;
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            if is_source(&word) {
                found_source = true;
            } else if OF_ONE_PROGRAM.contains(&word.as_str()) {
                words.next()?;
            } else if word == "-C" {
                let value = words.next()?;
                if !OF_ONE_BUILD.iter().any(|of_one| value.starts_with(of_one)) {
                    arguments.extend([word, value]);
                }
            } else {
                arguments.push(word);
            }
        }
        (found_source && rustc.is_absolute()).then(|| Recipe {
            fingerprint: fingerprint(workshop, &rustc, &arguments),
            rustc,
            arguments,
        })
    }

    /// The arguments for a program that is optimised, or for one that is not.
    pub fn arguments(&self, quick: bool) -> Vec<&str> {
        let mut kept = Vec::new();
        let mut words = self.arguments.iter().map(String::as_str).peekable();
        while let Some(word) = words.next() {
            let optimises = words
                .peek()
                .is_some_and(|value| value.starts_with("opt-level="));
            if quick && word == "-C" && optimises {
                words.next();
            } else {
                kept.push(word);
            }
        }
        kept
    }

    /// The kept recipe, if nothing that it rests on has changed since.
    pub fn fresh(workshop: &Workshop) -> Option<Recipe> {
        let bytes = std::fs::read(path(workshop)).ok()?;
        let recipe: Recipe = serde_json::from_slice(&bytes).ok()?;
        let now = fingerprint(workshop, &recipe.rustc, &recipe.arguments);
        (recipe.fingerprint == now).then_some(recipe)
    }

    /// Keeps it for the next build. A recipe that cannot be kept only costs time.
    pub fn keep(&self, workshop: &Workshop) {
        if let Ok(bytes) = serde_json::to_vec(self) {
            let _ = file::replace(&path(workshop), &bytes);
        }
    }

    /// Forgets it: it did not work.
    pub fn forget(workshop: &Workshop) {
        // Where it cannot be removed, every build fails again, and says why.
        let _ = std::fs::remove_file(path(workshop));
    }
}

/// The folder of the package that cargo builds and of the recipe.
pub fn folder(workshop: &Workshop) -> PathBuf {
    workshop.state.join("build")
}

fn path(workshop: &Workshop) -> PathBuf {
    folder(workshop).join("recipe.json")
}

fn is_source(word: &str) -> bool {
    let name = Path::new(word).file_name();
    name.is_some_and(|name| name.to_string_lossy() == format!("{STUB}.rs"))
}

/// The words of a command line as cargo writes it: for a shell, or for Windows, where a backslash is a letter like any other
/// and only quotation marks hold a word together.
fn split(line: &str, windows: bool) -> Option<Vec<String>> {
    if !windows {
        return shlex::split(line);
    }
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    for letter in line.trim().chars() {
        match letter {
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            ' ' if !quoted => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    (!quoted).then_some(words)
}

/// What decides how rustc is called and what it links, besides the texts: the manifests, the configuration of cargo and
/// rustup, the compiler, the library, the graphics card.
fn fingerprint(workshop: &Workshop, rustc: &Path, arguments: &[String]) -> String {
    let mut print = Fingerprint::default()
        .value((arguments, gpu::features()))
        .file(rustc);
    for variable in [
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_BUILD_RUSTFLAGS",
        "CARGO_BUILD_TARGET",
        "RUSTC",
        "RUSTUP_TOOLCHAIN",
    ] {
        print = print.value(std::env::var_os(variable));
    }
    for (variable, hidden, file) in [
        ("CARGO_HOME", ".cargo", "config.toml"),
        ("RUSTUP_HOME", ".rustup", "settings.toml"),
    ] {
        let home = std::env::var_os(variable)
            .map(PathBuf::from)
            .or_else(|| Some(std::env::home_dir()?.join(hidden)));
        if let Some(home) = home {
            print = print.file(&home.join(file));
        }
    }
    let beside = [
        "Cargo.lock",
        ".cargo/config.toml",
        "rust-toolchain",
        "rust-toolchain.toml",
        ".gradlings/library/Cargo.toml",
    ];
    for name in MANIFESTS.into_iter().chain(beside) {
        print = print.contents(&workshop.root.join(name));
    }
    print = print.library(&workshop.root);
    // The library that is linked: gone after a `cargo clean`, another one after a build by other means.
    for argument in arguments {
        if let Some((_, library)) = argument.split_once('=')
            && library.ends_with(".rlib")
        {
            print = print.file(Path::new(library));
        }
    }
    print.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::course::Course;

    const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"a\"\nteaches = \"x\"\n";

    struct Small {
        folder: tempfile::TempDir,
    }

    impl Small {
        fn new() -> Small {
            let small = Small {
                folder: tempfile::tempdir().expect("a temporary folder"),
            };
            small.write("exercises/Cargo.toml", "[package]\nname = \"c\"\n");
            small.write("libg.rlib", "");
            small.write("rustc", "");
            small
        }

        fn write(&self, name: &str, text: &str) {
            let path = self.folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("below the root")).expect("made");
            std::fs::write(path, text).expect("written");
        }

        fn workshop(&self) -> Workshop {
            let course = Course::parse(self.folder.path(), INFO).expect("sound");
            Workshop::of_candidates(&course)
        }

        fn words(&self) -> String {
            let root = self.folder.path().display();
            format!(
                "     Running `{root}/rustc --crate-name stub --edition=2024 stub.rs --emit=dep-info,link \
                 --check-cfg 'cfg(feature, values())' -C metadata=12 -C opt-level=3 -C extra-filename=-34 --out-dir {root}/deps \
                 -C incremental={root}/inc --extern gradlings={root}/libg.rlib`"
            )
        }

        fn recipe(&self) -> Recipe {
            Recipe::read(&self.workshop(), &self.words()).expect("understood")
        }
    }

    #[test]
    fn what_belongs_to_one_program_is_left_out_and_everything_else_is_kept() {
        let small = Small::new();
        let recipe = small.recipe();
        let library = format!("gradlings={}/libg.rlib", small.folder.path().display());
        let before = [
            "--edition=2024",
            "--emit=dep-info,link",
            "--check-cfg",
            "cfg(feature, values())",
        ];
        let after = ["--extern", &library];
        let optimised = ["-C", "opt-level=3"];
        assert_eq!(
            recipe.arguments(false),
            [&before[..], &optimised, &after].concat()
        );
        assert_eq!(recipe.arguments(true), [&before[..], &after].concat());
        assert_eq!(recipe.rustc, small.folder.path().join("rustc"));
    }

    #[test]
    fn words_that_are_not_understood_make_no_recipe() {
        let small = Small::new();
        let read = |words: &str| Recipe::read(&small.workshop(), words);
        assert!(read("Compiling stub").is_none());
        let relative =
            small
                .words()
                .replacen(&small.folder.path().display().to_string(), "here", 1);
        assert!(
            read(&relative).is_none(),
            "a compiler that is found otherwise"
        );
        assert!(
            read(&small.words().replace("stub.rs", "other.rs")).is_none(),
            "another source"
        );
    }

    #[test]
    fn a_compiler_in_a_folder_with_a_space_is_understood() {
        let small = Small::new();
        let before = small.folder.path().join("rustc").display().to_string();
        let words = small.words().replacen(&before, "/my tools/rustc", 1);
        let recipe = Recipe::read(&small.workshop(), &words).expect("understood");
        assert_eq!(recipe.rustc, Path::new("/my tools/rustc"));
    }

    #[test]
    fn a_command_line_is_split_as_the_system_writes_it() {
        let table = [
            (false, "a 'b c' d\\ e", Some(vec!["a", "b c", "d e"])),
            (
                true,
                r#"a "b c" C:\x\y.rlib """#,
                Some(vec!["a", "b c", r"C:\x\y.rlib", ""]),
            ),
            (true, r#"a "b"#, None),
        ];
        for (windows, line, expected) in table {
            let words = split(line, windows);
            let words = words
                .as_ref()
                .map(|words| words.iter().map(String::as_str).collect());
            assert_eq!(words, expected, "{line}");
        }
    }

    #[test]
    fn a_recipe_is_fresh_until_anything_it_rests_on_changes() {
        let changes = [
            ("exercises/Cargo.toml", "[package]\nname = \"d\"\n"),
            ("Cargo.lock", "x"),
            ("rustc", "another"),
            ("libg.rlib", "another"),
            ("src/nn.rs", "another"),
            (".gradlings/library/src/nn.rs", "another"),
            ("rust-toolchain.toml", "x"),
            (".cargo/config.toml", "x"),
        ];
        for (file, text) in changes {
            let small = Small::new();
            let (workshop, recipe) = (small.workshop(), small.recipe());
            assert_eq!(Recipe::fresh(&workshop), None);
            recipe.keep(&workshop);
            assert_eq!(Recipe::fresh(&workshop), Some(recipe));
            small.write(file, text);
            assert_eq!(Recipe::fresh(&workshop), None, "{file}");
        }
    }

    #[test]
    fn a_forgotten_or_broken_recipe_is_none() {
        let small = Small::new();
        let workshop = small.workshop();
        small.recipe().keep(&workshop);
        Recipe::forget(&workshop);
        assert_eq!(Recipe::fresh(&workshop), None);
        small.write(".gradlings/build/recipe.json", "{\"rustc\":");
        assert_eq!(Recipe::fresh(&workshop), None);
    }
}
