//! Looks at the machine. What it finds is judged elsewhere.

mod ask;
mod crates;
mod trial;

pub use crates::crates;
pub use trial::trial;

use std::env;
use std::fs::{self, File, TryLockError};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};

use super::cache::Kept;
use super::home::Home;
use super::linker::System;
use super::locks::{Guards, Held};
use super::terminal::Terminal;
use super::toolchain::Said;
use crate::runner::course::Course;
use crate::runner::watch;
use crate::runner::workspace::{file, inside, manifest};
use ask::{A_MOMENT, Answer, ask};

/// What `PROGRAM --version` says in the folder of the course, which may choose a toolchain.
pub fn tool(program: &str, here: &Path) -> Said {
    let mut command = Command::new(program);
    command.arg("--version").current_dir(here);
    let said = match ask(&mut command, A_MOMENT) {
        Answer::NotStarted(_) => return Said::Nothing,
        Answer::Silent => return Said::Silent,
        Answer::Ended(said) => said,
    };
    let version = said.output.split(' ').nth(1).unwrap_or_default().trim();
    if said.status.success() && !version.is_empty() {
        return Said::Version(version.to_owned());
    }
    Said::Failure(said.problem(here))
}

/// The home folder, and whether cargo has another place for what it keeps there.
pub fn home() -> Home {
    let variable = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    let folder = env::home_dir();
    Home {
        is_set: cfg!(windows) || variable("HOME").is_some(),
        is_there: folder.as_deref().is_some_and(Path::is_dir),
        folder,
        cargo: variable("CARGO_HOME").map(PathBuf::from),
    }
}

/// Whether a C compiler is there, which rustc calls to link. One that fails is none: macOS has such a stand-in.
pub fn has_cc() -> bool {
    match ask(Command::new("cc").arg("--version"), A_MOMENT) {
        Answer::NotStarted(_) => false,
        Answer::Silent => true,
        Answer::Ended(said) => said.status.success(),
    }
}

pub fn system() -> System {
    match env::consts::OS {
        "windows" => System::Windows,
        "macos" => System::MacOs,
        _ => System::Other,
    }
}

/// The bytes that are free where the course `root` is built, and which folder that is.
pub fn free_below(root: &Path) -> (Option<u64>, PathBuf) {
    let folders = [".gradlings/target", ".gradlings", ""].map(|below| root.join(below));
    let folder = folders.into_iter().find(|folder| folder.is_dir());
    let folder = folder.unwrap_or_else(|| root.to_owned());
    (free(&folder), folder)
}

/// The bytes that are free for this user on the disk of `folder`.
#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

/// The bytes that are free for this user on the disk of `folder`.
#[cfg(not(unix))]
fn free(_folder: &Path) -> Option<u64> {
    None
}

pub fn terminal() -> Terminal {
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let size = match io::stdout().is_terminal() {
        true => crossterm::terminal::size().ok(),
        false => None,
    };
    let locales = ["LC_ALL", "LC_CTYPE", "LANG"].map(variable);
    Terminal {
        size: size.filter(|(columns, rows)| *columns > 0 && *rows > 0),
        kind: variable("TERM"),
        colours: variable("COLORTERM"),
        no_colour: !variable("NO_COLOR").is_empty(),
        locale: locales
            .into_iter()
            .find(|it| !it.is_empty())
            .unwrap_or_default(),
    }
}

/// Writes a small file the way progress is kept: what that came to, and how long it took.
pub fn keep(course: &Course) -> (io::Result<()>, Option<Duration>) {
    let probe = course.state_folder().join("probe");
    let began = Instant::now();
    let written = inside::check(&course.root, &probe)
        .and_then(|()| file::replace(&probe, b"written by `gradlings doctor`\n"));
    let took = began.elapsed();
    let tried = written.and_then(|()| fs::remove_file(&probe));
    let took = tried.is_ok().then_some(took);
    (tried, took)
}

/// The file system of the course, if it does not tell about every save.
pub fn silent(course: &Course) -> Option<&'static str> {
    watch::silent(&course.root)
}

/// The locks that other programs hold at this moment.
pub fn locks(course: &Course) -> Vec<Held> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = env::home_dir().map(|home| home.join(".cargo"));
    let downloads = cargo_home.or(home);
    let mut places = vec![
        (
            Guards::Checks,
            course.state_folder().join("target/exercise/.cargo-lock"),
        ),
        (
            Guards::OtherBuilds,
            course.root.join("target/debug/.cargo-lock"),
        ),
        (
            Guards::OtherBuilds,
            course.root.join("target/rust-analyzer/debug/.cargo-lock"),
        ),
    ];
    places.extend(downloads.map(|folder| (Guards::Downloads, folder.join(".package-cache"))));
    let held = places.into_iter().filter(|(_, path)| is_held(path));
    held.map(|(guards, path)| Held {
        guards,
        holder: holder(&path),
        path,
    })
    .collect()
}

fn is_held(path: &Path) -> bool {
    // Given back at once, when the file is closed. A file that is not there is nobody's.
    File::open(path).is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

/// The name of the program that holds the lock of a file. A cargo that rust-analyzer started is rust-analyzer's.
#[cfg(target_os = "linux")]
fn holder(path: &Path) -> Option<String> {
    use std::os::unix::fs::MetadataExt;

    let locks = fs::read_to_string("/proc/locks").ok()?;
    let process = super::locks::holder(&locks, path.metadata().ok()?.ino())?;
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let field = |name: &str| {
        let mut lines = status.lines();
        lines.find_map(|line| line.strip_prefix(name).map(|value| value.trim().to_owned()))
    };
    let parent = field("PPid:").and_then(|id| fs::read_to_string(format!("/proc/{id}/comm")).ok());
    match parent {
        Some(parent) if parent.trim() == "rust-analyzer" => Some(parent.trim().to_owned()),
        _ => field("Name:"),
    }
}

#[cfg(not(target_os = "linux"))]
fn holder(_path: &Path) -> Option<String> {
    None
}

/// What is kept in the course from earlier.
pub fn kept(course: &Course, rustc: &Said) -> Kept {
    let builds = course.state_folder().join("target");
    let cache = course.state_folder().join("cache");
    let info = fs::read_to_string(builds.join(".rustc_info.json")).unwrap_or_default();
    let library = course.root.join(manifest::LIBRARY).join("Cargo.toml");
    let library = fs::read_to_string(library).ok();
    Kept {
        library: library.and_then(|text| version_in(&text)),
        built_with: rustc_in(&info),
        rustc: match rustc {
            Said::Version(version) => Some(version.clone()),
            _ => None,
        },
        bytes: bytes_below(&builds),
        builds,
        strangers: strangers(course, &cache),
        cache,
    }
}

/// The version that a `Cargo.toml` names.
fn version_in(text: &str) -> Option<String> {
    let table: toml::Table = toml::from_str(text).ok()?;
    Some(table.get("package")?.get("version")?.as_str()?.to_owned())
}

/// The version in what cargo remembers of rustc: the line `rustc 1.95.0 (59807616e 2026-04-14)`, inside JSON.
fn rustc_in(info: &str) -> Option<String> {
    let (_, after) = info.split_once("\"rustc ")?;
    Some(after.split([' ', '\\', '"']).next()?.to_owned())
}

fn bytes_below(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    // The entry's own type: a link to a folder above must not lead round in circles.
    let bytes = entries.map(|entry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => bytes_below(&entry.path()),
        Ok(_) => entry.metadata().map_or(0, |about| about.len()),
        Err(_) => 0,
    });
    bytes.sum()
}

/// How many files of the cache, named `EXERCISE-SEED-...`, are about an exercise that is not in the course.
fn strangers(course: &Course, cache: &Path) -> usize {
    let entries = fs::read_dir(cache).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names
        .filter(|name| name.ends_with(".sheet") || name.ends_with(".outcome"))
        .filter_map(|name| name.split_once('-').map(|(name, _)| name.to_owned()))
        .filter(|name| course.exercise(name).is_none())
        .count()
}

/// The learner's file or the check with the latest time.
pub fn latest(course: &Course) -> Option<(PathBuf, SystemTime)> {
    let exercises = course.exercises.iter();
    let paths = exercises
        .flat_map(|exercise| [course.exercise_path(exercise), course.check_path(exercise)]);
    let times = paths.filter_map(|path| {
        let time = path.metadata().ok()?.modified().ok()?;
        Some((path, time))
    });
    times.max_by_key(|(_, time)| *time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_cargo_keeps() {
        let info =
            r#"{"rustc_vv":{"stdout":"rustc 1.95.0 (59807616e 2026-04-14)\nbinary: rustc\n"}}"#;
        for (info, version) in [(info, Some("1.95.0")), ("", None), ("{}", None)] {
            assert_eq!(rustc_in(info).as_deref(), version);
        }
        let text = "[package]\nname = \"gradlings\"\nversion = \"0.2.0\"\n";
        assert_eq!(version_in(text).as_deref(), Some("0.2.0"));
        assert_eq!(version_in("[package"), None);
    }

    #[test]
    fn a_lock_counts_only_while_another_holds_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(".cargo-lock");
        assert!(!is_held(&path), "not there");
        let held = File::create(&path).expect("made");
        assert!(!is_held(&path), "there, and nobody's");
        held.lock().expect("locked");
        assert!(is_held(&path));
        // The test itself holds it, so that is the name which the system knows.
        if cfg!(target_os = "linux") {
            assert!(holder(&path).is_some());
        }
        drop(held);
        // A program that another test starts at this moment holds it too, for as long as it takes to start.
        let since = Instant::now();
        while is_held(&path) {
            assert!(since.elapsed() < Duration::from_secs(60), "given back");
            std::thread::yield_now();
        }
    }
}
