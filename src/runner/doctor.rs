//! What has to be right before anything works, each thing in a sentence with its mend.

use std::env;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::runner::course::Course;
use crate::runner::gpu::{self, Gpu};
use crate::runner::problem::Problem;
use crate::runner::workspace::{file, manifest};

/// The oldest Rust that builds the course.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");
/// What a build of the course and its dependencies needs, with room to spare.
const DISK: u64 = 1 << 30;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// As it should be, or nothing to mend.
    Good(String),
    /// Wrong, with the mend.
    Bad(Problem),
}

/// Looks at everything. The course is looked for by the caller.
pub fn examine(root: Result<PathBuf, Problem>) -> Vec<Finding> {
    let here = root.as_deref().unwrap_or(Path::new("."));
    let mut findings = vec![
        tool("cargo", here),
        tool("rustc", here),
        linker(),
        disk(here),
        terminal(),
        Finding::Good(Gpu::find().sentence(gpu::WANTED)),
    ];
    match root.and_then(|root| Course::open(&root)) {
        Ok(course) => findings.extend([files(&course), programs(&course), state(&course)]),
        Err(problem) => findings.push(Finding::Bad(problem)),
    }
    findings
}

/// What to say when cargo is not there, which is looked up without starting it.
pub fn missing_cargo() -> Option<Problem> {
    let path = env::var_os("PATH").unwrap_or_default();
    let name = format!("cargo{}", env::consts::EXE_SUFFIX);
    let is_there = env::split_paths(&path).any(|folder| folder.join(&name).is_file());
    (!is_there).then(|| not_found("cargo"))
}

fn not_found(program: &str) -> Problem {
    Problem::new(
        format!(
            "`{program}` was not found: Rust is not installed, or this terminal does not know where it is."
        ),
        "install Rust with rustup, then open a new terminal",
    )
}

fn tool(program: &str, here: &Path) -> Finding {
    // In the folder of the course, because it may choose a toolchain.
    let Ok(said) = Command::new(program)
        .arg("--version")
        .current_dir(here)
        .stdin(Stdio::null())
        .output()
    else {
        return Finding::Bad(not_found(program));
    };
    let version = String::from_utf8_lossy(&said.stdout);
    let version = version.split(' ').nth(1).unwrap_or_default().trim();
    if !said.status.success() || version.is_empty() {
        let why = String::from_utf8_lossy(&said.stderr);
        let why = why.lines().next().unwrap_or("it said nothing").to_owned();
        return Finding::Bad(Problem::new(
            format!("`{program} --version` does not work: {why}."),
            "type `rustup update stable`",
        ));
    }
    if numbers(version) < numbers(RUST) {
        return Finding::Bad(Problem::new(
            format!("`{program}` is version {version}; the course needs {RUST} or later."),
            "type `rustup update stable`",
        ));
    }
    Finding::Good(format!(
        "{program} {version} is there (the course needs {RUST} or later)."
    ))
}

/// The first three numbers of a version.
fn numbers(version: &str) -> [u64; 3] {
    let plain = version.split(['-', '+']).next().unwrap_or(version);
    let mut numbers = plain.split('.').map(|number| number.parse().unwrap_or(0));
    [0; 3].map(|missing: u64| numbers.next().unwrap_or(missing))
}

fn linker() -> Finding {
    let ran = Command::new("cc")
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match ran {
        Ok(status) if status.success() => Finding::Good("The linker `cc` is there.".to_owned()),
        // Rust brings or finds another one there.
        _ if cfg!(windows) => Finding::Good("The linker is the one of Visual Studio.".to_owned()),
        _ => Finding::Bad(Problem::new(
            "The linker `cc` was not found, and Rust needs one to finish a program.",
            if cfg!(target_os = "macos") {
                "type `xcode-select --install`"
            } else {
                "install a C compiler: `sudo apt install build-essential`, `sudo dnf install gcc` or the like"
            },
        )),
    }
}

#[cfg(unix)]
fn disk(here: &Path) -> Finding {
    let Ok(found) = rustix::fs::statvfs(here) else {
        return Finding::Good("How much room the disk has could not be found out.".to_owned());
    };
    let free = found.f_bavail.saturating_mul(found.f_frsize);
    let gigabytes = |bytes: u64| format!("{:.1} GB", bytes as f64 / (1u64 << 30) as f64);
    if free >= DISK {
        return Finding::Good(format!("The disk has {} of room.", gigabytes(free)));
    }
    Finding::Bad(
        Problem::new(
            format!(
                "The disk has {} of room; building the course needs about {}.",
                gigabytes(free),
                gigabytes(DISK)
            ),
            "free some space, or move the course to another disk",
        )
        .at(here.display()),
    )
}

#[cfg(not(unix))]
fn disk(_here: &Path) -> Finding {
    Finding::Good(format!(
        "Building the course needs about {} GB of room on the disk.",
        DISK >> 30
    ))
}

fn terminal() -> Finding {
    if !std::io::stdout().is_terminal() {
        return Finding::Good(
            "There is no terminal here, so the course speaks in plain lines (`gradlings --plain`)."
                .to_owned(),
        );
    }
    Finding::Good(match crossterm::terminal::size() {
        Ok((columns, rows)) if columns >= 40 && rows >= 12 => {
            format!(
                "The terminal has {columns} columns and {rows} rows (120 by 40 shows everything)."
            )
        }
        Ok((columns, rows)) if columns > 0 && rows > 0 => format!(
            "The terminal has only {columns} columns and {rows} rows; below 40 by 12 use `gradlings --plain`."
        ),
        _ => {
            "There is no terminal here, so the course speaks in plain lines (`gradlings --plain`)."
                .to_owned()
        }
    })
}

/// Whether every exercise has its file and its solution.
fn files(course: &Course) -> Finding {
    for exercise in &course.exercises {
        let path = course.exercise_path(exercise);
        if !path.is_file() {
            let mend = format!("type `gradlings reset {}`", exercise.name);
            let what = format!("The file of the exercise `{}` is missing.", exercise.name);
            return Finding::Bad(Problem::new(what, mend).at(path.display()));
        }
        let path = course.solution_path(exercise);
        if !path.is_file() {
            let what = format!(
                "The solution of `{}` is missing, and it is what your code is held against.",
                exercise.name
            );
            let mend = "type `gradlings update` in a folder of your own, `git checkout solutions` in a clone";
            return Finding::Bad(Problem::new(what, mend).at(path.display()));
        }
    }
    Finding::Good(format!(
        "The course \"{}\" is sound: each of its exercises ({}) has its file and its solution.",
        course.title,
        course.exercises.len()
    ))
}

/// Whether cargo knows a program for every exercise.
fn programs(course: &Course) -> Finding {
    let path = course.root.join("exercises/Cargo.toml");
    match fs::read_to_string(&path) {
        Ok(text) if manifest::with_bins(&text, course) == text => {
            Finding::Good("exercises/Cargo.toml lists a program for every exercise.".to_owned())
        }
        Ok(_) => Finding::Bad(
            Problem::new(
                "exercises/Cargo.toml does not list the programs of info.toml.",
                "type `gradlings dev update`",
            )
            .at(path.display()),
        ),
        Err(error) => Finding::Bad(file::problem(
            "The list of programs cannot be read",
            &path,
            &error,
        )),
    }
}

fn state(course: &Course) -> Finding {
    let probe = course.state_folder().join("probe");
    let tried = file::replace(&probe, b"").and_then(|()| fs::remove_file(&probe));
    match tried {
        Ok(()) => Finding::Good("Your progress can be saved.".to_owned()),
        Err(error) => Finding::Bad(file::problem(
            "Your progress cannot be saved",
            &course.state_folder(),
            &error,
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_numbers() {
        assert!(numbers("1.100.0") > numbers("1.95"));
        assert!(numbers("1.95.0-nightly") >= numbers("1.95"));
        assert!(numbers("1.94.9") < numbers("1.95"));
    }

    #[test]
    fn a_program_that_is_not_there_is_told_with_the_mend() {
        let finding = tool("no-such-program-as-this", Path::new("."));
        let Finding::Bad(problem) = finding else {
            panic!("{finding:?}");
        };
        assert!(problem.what.contains("was not found"), "{problem}");
        assert!(problem.next.contains("rustup"), "{problem}");
    }
}
