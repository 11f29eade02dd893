//! Has cargo build what the programs of a course link, and learns from it how rustc is called.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::event::BuildEvent;
use super::fault::{self, By, Failed};
use super::listen::{Listened, Listener, read_messages, read_words};
use super::package;
use super::recipe::{self, Recipe};
use super::workshop::Workshop;
use crate::runner::gpu;
use crate::runner::problem::Problem;
use crate::runner::process::{Group, Stop};
use crate::runner::sandbox;
use crate::runner::words::machine::{build as words, mend};
use crate::runner::workspace::file;

/// How often a wait is looked up from.
const GLANCE: Duration = Duration::from_millis(50);

/// How rustc is called for the programs of the course, once everything that they link is built. `None` where the check was
/// stopped.
pub fn recipe(
    workshop: &Workshop,
    stop: &Stop,
    happened: &mut dyn FnMut(BuildEvent),
) -> Result<Option<Recipe>, Problem> {
    if let Some(recipe) = Recipe::fresh(workshop) {
        return Ok(Some(recipe));
    }
    let folder = recipe::folder(workshop);
    let Some(_lock) = lock(&folder.join("lock"), stop)? else {
        return Ok(None);
    };
    // Another runner may have built it meanwhile.
    if let Some(recipe) = Recipe::fresh(workshop) {
        return Ok(Some(recipe));
    }
    forget_older_builds(workshop);
    let manifest = package::write(&workshop.root, &folder)?;
    ask_cargo(workshop, &folder, &manifest, stop, happened)
}

fn ask_cargo(
    workshop: &Workshop,
    folder: &Path,
    manifest: &Path,
    stop: &Stop,
    happened: &mut dyn FnMut(BuildEvent),
) -> Result<Option<Recipe>, Problem> {
    let crates = count_crates(manifest);
    // How rustc is called is said only when it is called.
    touch(&folder.join(format!("{}.rs", package::STUB)))?;
    let mut command = sandbox::compiler::for_library(
        Path::new("cargo"),
        &workshop.root,
        folder,
        &workshop.target(),
    );
    command
        .current_dir(folder)
        .arg("build")
        // Says how rustc is called, for the recipe.
        .arg("--verbose")
        .args(["--profile", "exercise"])
        .args(["--message-format", "json-diagnostic-rendered-ansi"])
        .arg("--manifest-path")
        .arg(manifest)
        .arg("--target-dir")
        .arg(workshop.target())
        .args(gpu::features())
        .env("CARGO_TERM_COLOR", "never")
        // A wrapper would stand where the compiler's own name is looked for.
        .env("RUSTC_WRAPPER", "")
        .env("RUSTC_WORKSPACE_WRAPPER", "")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let group = Group::spawn(&mut command).map_err(|error| cargo_missing(&error))?;
    let group = Arc::new(group);
    let (tell, heard) = mpsc::channel();
    let (output, errors) = group.take(|child| (child.stdout.take(), child.stderr.take()));
    if let Some(output) = output {
        let tell = tell.clone();
        thread::spawn(move || read_messages(output, &tell));
    }
    if let Some(errors) = errors {
        thread::spawn(move || read_words(errors, &tell));
    }
    let mut listener = Listener::new(crates);
    match listener.listen(&heard, &group, stop, happened) {
        Listened::ToTheEnd => {}
        ended => {
            group.kill();
            return match ended {
                Listened::UntilTimeout => Err(stuck()),
                Listened::UntilTooLarge => Err(too_large()),
                _ => Ok(None),
            };
        }
    }
    if stop.is_stopped() {
        return Ok(None);
    }
    let status = group
        .wait()
        .map_err(|error| Problem::new(words::cargo_lost(error), mend::run_again()))?;
    if !status.success() {
        return Err(build_failed(workshop, &listener.words, status));
    }
    let call = listener.call.unwrap_or_default();
    let recipe = Recipe::read(workshop, &call).ok_or_else(|| not_understood(&call))?;
    recipe.keep(workshop);
    Ok(Some(recipe))
}

/// Waits for the lock on the package. `None` where the check was stopped.
fn lock(path: &Path, stop: &Stop) -> Result<Option<Option<File>>, Problem> {
    let unusable = |error| file::problem(words::course_not_built(), path, &error);
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(unusable)?;
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .map_err(unusable)?;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Some(Some(file))),
            // A file system without locks: cargo has one of its own, or does without as well.
            Err(TryLockError::Error(_)) => return Ok(Some(None)),
            Err(TryLockError::WouldBlock) if stop.is_stopped() => return Ok(None),
            Err(TryLockError::WouldBlock) => thread::sleep(GLANCE),
        }
    }
}

/// Makes cargo call rustc for the stub, whatever it thinks of its time.
fn touch(path: &Path) -> Result<(), Problem> {
    let text = format!("fn main() {{}} // {:?}\n", Instant::now());
    file::replace(path, text.as_bytes())
        .map_err(|error| file::problem(words::course_not_built(), path, &error))
}

/// Earlier versions let cargo build every program, and kept those of the solutions apart.
fn forget_older_builds(workshop: &Workshop) {
    for folder in [
        "target/direct",
        "references/deps",
        "references/incremental",
        "references/direct",
        "proof",
    ] {
        // What cannot be removed only takes room.
        let _ = std::fs::remove_dir_all(workshop.state.join(folder));
    }
}

fn cargo_missing(error: &std::io::Error) -> Problem {
    if error.kind() == std::io::ErrorKind::NotFound {
        Problem::new(words::no_cargo(), words::install_rust())
    } else {
        Problem::new(words::cargo_not_started(error), mend::ask_the_doctor())
    }
}

fn stuck() -> Problem {
    Problem::new(words::cargo_stuck(), words::look_at_network())
}

fn too_large() -> Problem {
    Problem::new(words::cargo_too_large(), mend::ask_the_doctor())
}

fn not_understood(call: &str) -> Problem {
    Problem::new(
        words::call_not_understood(call),
        mend::ask_the_doctor_and_report(),
    )
}

fn build_failed(workshop: &Workshop, words: &[String], status: ExitStatus) -> Problem {
    let mut problem = fault::explain(&Failed {
        by: By::Cargo,
        words,
        status: Some(status),
        root: &workshop.root,
    });
    if problem.next == mend::ask_the_doctor() && !gpu::features().is_empty() {
        problem.next = words::use_processor().to_owned();
    }
    problem
}

/// The crates that a first build compiles, roughly: what `cargo tree` lists; 0 where it cannot say.
fn count_crates(manifest: &Path) -> usize {
    let output = Command::new("cargo")
        .args(["tree", "--prefix", "none", "--edges", "normal,build"])
        .arg("--manifest-path")
        .arg(manifest)
        .stdin(Stdio::null())
        .output();
    let Ok(output) = output else { return 0 };
    let text = String::from_utf8_lossy(&output.stdout);
    let mut crates: Vec<&str> = text
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .collect();
    crates.sort_unstable();
    crates.dedup();
    crates.len()
}
