//! Builds programs of a course with cargo, and reads what cargo and rustc say.

mod dated;
mod direct;
pub mod fault;
mod listen;
mod message;
mod recipe;
mod seal;
mod watch;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::runner::countdown::Left;
use crate::runner::course::Course;
use crate::runner::event::CompilerMessage;
use crate::runner::gpu;
use crate::runner::problem::Problem;
use crate::runner::process::{Group, Stop};
use crate::runner::sandbox;
use crate::runner::vault::Vault;
use listen::{Listened, Listener, read_messages, read_words};
use recipe::Recipe;
use watch::Watch;

/// What happens during a build.
pub enum BuildEvent {
    /// A crate is done, or cargo said what it is doing.
    Progress {
        /// Crates done.
        done: usize,
        /// Crates in all, or 0 where that is not known.
        of: usize,
        /// The crate, or cargo's own words.
        what: String,
    },
    /// More than half of the compiler's budget is used.
    Budget(Left),
    /// rustc said something about one of the programs.
    Message {
        /// Which program.
        program: String,
        /// What.
        message: CompilerMessage,
    },
}

/// What is built, and where.
pub struct Workshop {
    /// Whether the programs themselves are built without optimisation, which takes half the time. What they link, dfdx
    /// and the layers of the course, is optimised all the same.
    pub quick: bool,
    /// Whether a learner's file is built: the compiler then reads nothing but the toolchain and the course without its
    /// solutions.
    pub untrusted: bool,
    /// The `Cargo.toml` of the package that has the programs.
    pub manifest: PathBuf,
    /// Where cargo keeps what it builds.
    pub target: PathBuf,
}

impl Workshop {
    /// The course's own package. Its target folder is its own too, so that neither an editor's language server nor a
    /// `cargo build` by hand ever holds the lock that a check waits for.
    pub fn of(course: &Course) -> Self {
        Self {
            quick: false,
            untrusted: false,
            manifest: course.root.join("exercises").join("Cargo.toml"),
            target: course.state_folder().join("target"),
        }
    }

    /// The root of the workspace, which cargo names paths from: the folder above the package's.
    fn root(&self) -> Option<&Path> {
        self.manifest.parent()?.parent()
    }

    /// Where the programs are that were built without cargo. Those of the solutions are where no compiler of a learner's
    /// file can read them.
    fn direct(&self) -> PathBuf {
        if self.untrusted {
            self.target.join("direct")
        } else {
            self.target.with_file_name("references").join("direct")
        }
    }

    /// The command for a compiler, which is cargo or rustc itself.
    fn compiler(&self, program: &Path) -> Command {
        match self.root().filter(|_| self.untrusted) {
            Some(root) => sandbox::compiler::confine(program, root, &self.target),
            None => sandbox::compiler::trusted(program),
        }
    }
}

/// How a build ended.
pub enum Built {
    /// The programs that were built, in the order in which cargo finished them.
    Done(Vec<(String, PathBuf)>),
    /// At least one program does not compile; the others may be there.
    Errors(Vec<(String, PathBuf)>),
    /// The compiler was stopped after its budget.
    TimedOut,
    /// The compiler was stopped for its memory.
    OutOfMemory,
    /// The check was stopped.
    Cancelled,
}

/// Builds `programs`. `budget` counts from the moment the dependencies are built.
pub fn build(
    workshop: &Workshop,
    programs: &[String],
    budget: Duration,
    stop: &Stop,
    happened: &mut dyn FnMut(BuildEvent),
) -> Result<Built, Problem> {
    guard(workshop, None, stop);
    let features = gpu::features();
    // A recipe knows no features, and beside a training on a graphics card the time that cargo takes is nothing.
    if let ([program], true) = (programs, features.is_empty())
        && let Some(built) = direct::build(workshop, program, budget, stop, happened)
    {
        return Ok(built);
    }
    if let [program] = programs {
        dated::distrust(&workshop.target.join("exercise"), program);
        guard(workshop, Some(program), stop);
    }
    let first_build = !workshop.target.join("exercise").exists();
    let mut command = workshop.compiler(Path::new("cargo"));
    command
        .arg("build")
        // Says how rustc is called, for the recipe.
        .arg("--verbose")
        .args(["--profile", "exercise"])
        .args(["--message-format", "json-diagnostic-rendered-ansi"])
        .arg("--manifest-path")
        .arg(&workshop.manifest)
        .arg("--target-dir")
        .arg(&workshop.target)
        .args(features)
        .env("CARGO_TERM_COLOR", "never")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    if workshop.quick {
        command.args(["--config", QUICK]);
    }
    if programs.len() > 1 {
        command.arg("--keep-going");
    }
    for program in programs {
        command.args(["--bin", program]);
    }
    let crates = if first_build {
        count_crates(workshop)
    } else {
        0
    };
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

    let mut listener = Listener {
        programs,
        of: crates,
        done: 0,
        deadline: Instant::now() + budget,
        budget,
        executables: Vec::new(),
        failed: false,
        words: Vec::new(),
        calls: Vec::new(),
        watch: Watch::new(budget),
    };
    let listened = listener.listen(&heard, &group, stop, happened);
    if listened != Listened::ToTheEnd {
        group.kill();
        forget_increments(
            &workshop.target.join("exercise").join("incremental"),
            programs,
        );
        return Ok(match listened {
            Listened::UntilStopped => Built::Cancelled,
            Listened::UntilTooLarge => Built::OutOfMemory,
            _ => Built::TimedOut,
        });
    }
    if stop.is_stopped() {
        return Ok(Built::Cancelled);
    }
    let status = group.wait().map_err(|error| {
        Problem::new(
            format!("cargo could not be waited for: {error}."),
            "run the command again",
        )
    })?;
    if let ([program], true) = (programs, features.is_empty())
        && let Some(recipe) = listener
            .calls
            .iter()
            .find_map(|call| Recipe::read(workshop, call, program))
    {
        recipe.keep(workshop);
    }
    if listener.failed {
        return Ok(Built::Errors(listener.executables));
    }
    // An exit code alone never means success: every program must have been named as built.
    let complete = programs
        .iter()
        .all(|program| listener.executables.iter().any(|(name, _)| name == program));
    if status.success() && complete {
        return Ok(Built::Done(listener.executables));
    }
    Err(build_failed(&listener.words))
}

/// Puts the built solutions away before a learner's file is compiled, and brings one back before cargo builds it.
fn guard(workshop: &Workshop, solution: Option<&str>, stop: &Stop) {
    if !sandbox::is_on() {
        return;
    }
    let Some(state) = workshop.target.parent() else {
        return;
    };
    let vault = Vault::new(&workshop.target, state);
    // A vault that cannot be written costs a build of the solution; that the target folder cannot be written either is
    // what cargo will say.
    let _ = match solution {
        None if workshop.untrusted => vault.close(stop),
        Some(program) if !workshop.untrusted => vault.open(program, stop),
        _ => Ok(()),
    };
}

fn cargo_missing(error: &std::io::Error) -> Problem {
    if error.kind() == std::io::ErrorKind::NotFound {
        Problem::new(
            "`cargo` was not found, so nothing can be built.",
            "install Rust with rustup, open a new terminal, then type `gradlings doctor`",
        )
    } else {
        Problem::new(
            format!("`cargo` could not be started: {error}."),
            "type `gradlings doctor`",
        )
    }
}

fn build_failed(words: &[String]) -> Problem {
    let all = words.join("\n    ");
    let next = if all.contains("no bin target named") {
        "type `gradlings dev update`: `exercises/Cargo.toml` is behind `info.toml`"
    } else if all.contains("failed to download") || all.contains("spurious network error") {
        "crates have to be downloaded once: connect to the network and run the command again"
    } else if !gpu::features().is_empty() {
        "set the variable CUDA_VISIBLE_DEVICES to -1, and exercises run on the processor"
    } else {
        "type `gradlings doctor`"
    };
    Problem::new(format!("cargo failed:\n    {all}"), next)
}

/// The crates that a first build compiles, roughly: what `cargo tree` lists.
fn count_crates(workshop: &Workshop) -> usize {
    let output = Command::new("cargo")
        .args(["tree", "--prefix", "none", "--edges", "normal,build"])
        .arg("--manifest-path")
        .arg(&workshop.manifest)
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

/// For the course's own package only, so that no dependency is built twice.
const QUICK: &str = "profile.exercise.package.gradlings-course.opt-level=0";

/// How long a stopped build may go on: enough for one file, which then need not be compiled from nothing.
const GRACE: Duration = Duration::from_millis(400);

/// How often a silent build is asked whether it was stopped.
const GLANCE: Duration = Duration::from_millis(50);

/// Throws away what rustc keeps from one build to the next. A compiler that was killed while it wrote there can make
/// later builds of the same file fail to link.
fn forget_increments(folder: &Path, programs: &[String]) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let ours = |program: &str| {
            name.strip_prefix(program)
                .is_some_and(|rest| rest.starts_with('-'))
        };
        if ours("gradlings") || programs.iter().any(|program| ours(program)) {
            // What cannot be removed is noticed by the next build.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}
