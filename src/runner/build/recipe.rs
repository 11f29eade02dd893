//! How cargo calls rustc for the programs of a course, kept so that the next save can do without cargo.
//!
//! cargo takes 90 ms to find out that of all crates only the learner's file has changed. What it would find out is known
//! here from a fingerprint of everything else; where that differs, or anything is unusual, cargo is asked as ever.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Workshop;
use crate::runner::fingerprint::Fingerprint;

/// The call of rustc for any program of one package.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recipe {
    /// The compiler itself, not rustup's stand-in for it.
    pub rustc: PathBuf,
    /// Everything that is the same for all programs.
    pub arguments: Vec<String>,
    /// The source of each program, relative to the root of the workspace, as rustc is to name it in its messages.
    pub sources: BTreeMap<String, String>,
    /// What everything but the sources themselves was like.
    pub fingerprint: u64,
}

/// Arguments, each with a value of its own, that belong to one program or to one build of it.
const OF_ONE_PROGRAM: [&str; 2] = ["--crate-name", "--out-dir"];
/// The same of the values of `-C`.
const OF_ONE_BUILD: [&str; 3] = ["metadata=", "extra-filename=", "incremental="];

impl Recipe {
    /// Reads cargo's own words: ``Running `rustc --crate-name mse ...` ``. `None` where they are not understood.
    pub fn read(workshop: &Workshop, words: &str, program: &str) -> Option<Recipe> {
        let command = words.trim().strip_prefix("Running `")?.strip_suffix('`')?;
        let words = shlex::split(command)?;
        let (rustc, words) = words.split_first()?;
        let rustc = PathBuf::from(rustc);
        // A wrapper around rustc, a relative path: somebody has arranged something of their own.
        if rustc.file_stem()? != "rustc" || !rustc.is_absolute() {
            return None;
        }
        let manifest = std::fs::read_to_string(&workshop.manifest).ok()?;
        let sources = sources(&manifest, workshop.root()?, workshop.manifest.parent()?)?;
        let source = sources.get(program)?;

        let mut arguments = Vec::new();
        let mut found_source = false;
        let mut found_program = false;
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if word == source {
                found_source = true;
            } else if OF_ONE_PROGRAM.contains(&word.as_str()) {
                found_program |= words.next()? == program;
            } else if word == "-C" {
                let value = words.next()?;
                if !OF_ONE_BUILD.iter().any(|of_one| value.starts_with(of_one)) {
                    arguments.extend([word.clone(), value.clone()]);
                }
            } else {
                arguments.push(word.clone());
            }
        }
        let complete = found_source && found_program;
        complete.then(|| Recipe {
            fingerprint: fingerprint(workshop, &rustc, &arguments),
            rustc,
            arguments,
            sources,
        })
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
        let path = path(workshop);
        let kept = || {
            let bytes = serde_json::to_vec(self).map_err(std::io::Error::other)?;
            let mut file = tempfile::NamedTempFile::new_in(workshop.direct())?;
            std::io::Write::write_all(&mut file, &bytes)?;
            file.persist(path).map_err(|error| error.error)
        };
        let _ = std::fs::create_dir_all(workshop.direct()).and_then(|()| kept());
    }

    /// Forgets it: it did not work.
    pub fn forget(workshop: &Workshop) {
        // Where it cannot be removed, every build says so again, and cargo is asked in its place.
        let _ = std::fs::remove_file(path(workshop));
    }
}

fn path(workshop: &Workshop) -> PathBuf {
    let name = match workshop.quick {
        true => "quick.json",
        false => "full.json",
    };
    workshop.direct().join(name)
}

#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    bin: Vec<Bin>,
}

#[derive(Deserialize)]
struct Bin {
    name: String,
    path: String,
}

/// The source of every program in a `Cargo.toml` in `folder`, relative to `root` as cargo writes it.
fn sources(manifest: &str, root: &Path, folder: &Path) -> Option<BTreeMap<String, String>> {
    let manifest: Manifest = toml::from_str(manifest).ok()?;
    let below = folder.strip_prefix(root).ok()?;
    let source = |bin: Bin| {
        let mut path = below.to_path_buf();
        for component in Path::new(&bin.path).components() {
            match component {
                std::path::Component::ParentDir => {
                    path.pop();
                }
                other => path.push(other),
            }
        }
        Some((bin.name, path.to_str()?.to_owned()))
    };
    manifest.bin.into_iter().map(source).collect()
}

/// What decides how rustc is called and what it links, besides the sources: the manifests, the configuration of cargo
/// and rustup, the compiler, the library.
fn fingerprint(workshop: &Workshop, rustc: &Path, arguments: &[String]) -> u64 {
    let mut print = Fingerprint::default().value(arguments).file(rustc);
    for variable in [
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_BUILD_RUSTFLAGS",
        "CARGO_BUILD_TARGET",
        "RUSTC",
        "RUSTC_WRAPPER",
        "RUSTC_WORKSPACE_WRAPPER",
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
    print = print.contents(&workshop.manifest);
    if let Some(root) = workshop.root() {
        for name in [
            "Cargo.toml",
            "Cargo.lock",
            ".cargo/config.toml",
            "exercises/.cargo/config.toml",
            "rust-toolchain",
            "rust-toolchain.toml",
            ".gradlings/library/Cargo.toml",
        ] {
            print = print.contents(&root.join(name));
        }
        print = print.library(root);
    }
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

    struct Small {
        folder: tempfile::TempDir,
    }

    impl Small {
        fn new() -> Small {
            let small = Small {
                folder: tempfile::tempdir().expect("a temporary folder"),
            };
            small.write(
                "exercises/Cargo.toml",
                "[package]\nname = \"c\"\n[[bin]]\nname = \"one\"\npath = \"01_a/one.rs\"\n\
                 [[bin]]\nname = \"one_solution\"\npath = \"../solutions/01_a/one.rs\"\n",
            );
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
            Workshop {
                quick: true,
                untrusted: true,
                manifest: self.folder.path().join("exercises/Cargo.toml"),
                target: self.folder.path().join(".gradlings/target"),
            }
        }

        fn words(&self) -> String {
            let root = self.folder.path().display();
            format!(
                "     Running `{root}/rustc --crate-name one --edition=2024 exercises/01_a/one.rs --emit=dep-info,link \
                 --check-cfg 'cfg(feature, values())' -C metadata=12 -C opt-level=3 -C extra-filename=-34 --out-dir {root}/deps \
                 -C incremental={root}/inc --extern gradlings={root}/libg.rlib`"
            )
        }
    }

    #[test]
    fn what_belongs_to_one_program_is_left_out_and_everything_else_is_kept() {
        let small = Small::new();
        let recipe = Recipe::read(&small.workshop(), &small.words(), "one").expect("understood");
        let root = small.folder.path().display();
        assert_eq!(
            recipe.arguments,
            [
                "--edition=2024",
                "--emit=dep-info,link",
                "--check-cfg",
                "cfg(feature, values())",
                "-C",
                "opt-level=3",
                "--extern",
                &format!("gradlings={root}/libg.rlib"),
            ]
        );
        let source = |name: &str| recipe.sources.get(name).map(String::as_str);
        assert_eq!(source("one"), Some("exercises/01_a/one.rs"));
        assert_eq!(source("one_solution"), Some("solutions/01_a/one.rs"));
    }

    #[test]
    fn words_that_are_not_understood_make_no_recipe() {
        let small = Small::new();
        let read = |words: &str, program| Recipe::read(&small.workshop(), words, program);
        assert!(read("Compiling one", "one").is_none());
        assert!(read(&small.words(), "two").is_none(), "another program");
        let wrapped = small.words().replacen("/rustc", "/sccache rustc", 1);
        assert!(read(&wrapped, "one").is_none(), "a wrapper");
        let elsewhere = small.words().replace("exercises/01_a", "src");
        assert!(read(&elsewhere, "one").is_none(), "another source");
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
            let workshop = small.workshop();
            let recipe = Recipe::read(&workshop, &small.words(), "one").expect("understood");
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
        let recipe = Recipe::read(&workshop, &small.words(), "one").expect("understood");
        recipe.keep(&workshop);
        Recipe::forget(&workshop);
        assert_eq!(Recipe::fresh(&workshop), None);
        small.write(".gradlings/target/direct/quick.json", "{\"rustc\":");
        assert_eq!(Recipe::fresh(&workshop), None);
    }
}
