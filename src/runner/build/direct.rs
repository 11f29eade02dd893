//! Builds one program by calling rustc as cargo would.

use std::fs::{File, TryLockError};
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};

use super::message::compiler_message;
use super::recipe::Recipe;
use super::seal::Seal;
use super::watch::Watch;
use super::{BuildEvent, Built, GLANCE, GRACE, Workshop};
use crate::runner::process::{Group, Stop};

/// Builds `program`, or says `None` where cargo has to be asked: there is no fresh recipe, or rustc failed in a way that
/// is not about the learner's text.
pub fn build(
    workshop: &Workshop,
    program: &str,
    budget: Duration,
    stop: &Stop,
    happened: &mut dyn FnMut(BuildEvent),
) -> Option<Built> {
    let recipe = Recipe::fresh(workshop)?;
    let source = recipe.sources.get(program)?;
    let direct = workshop.direct();
    let deadline = Instant::now() + budget;
    let Locked::Yes(_lock) = lock(workshop, program, deadline, stop)? else {
        return Some(Built::Cancelled);
    };
    let executable = direct.join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    let seal = Seal {
        workshop,
        recipe: &recipe,
        program,
        executable: &executable,
    };
    if seal.holds() {
        return Some(Built::Done(vec![(program.to_owned(), executable)]));
    }
    let mut command = workshop.compiler(&recipe.rustc);
    command
        .current_dir(workshop.root()?)
        .args(["--crate-name", program])
        .arg(source)
        .args(&recipe.arguments)
        .arg("--out-dir")
        .arg(&direct)
        .arg("-C")
        .arg(format!("incremental={}", increments(workshop).display()))
        // What cargo tells every program about its package.
        .env("CARGO_MANIFEST_DIR", workshop.manifest.parent()?)
        .env("CARGO_PKG_NAME", "gradlings-course")
        .env("CARGO_BIN_NAME", program)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let group = Arc::new(Group::spawn(&mut command).ok()?);
    let errors = group.take(|child| child.stderr.take())?;
    let (tell, heard) = mpsc::channel();
    thread::spawn(move || read(errors, &tell));

    let mut said = Said {
        source: workshop.root()?.join(source),
        ..Said::default()
    };
    let mut stopped_at: Option<Instant> = None;
    let mut watch = Watch::new(budget);
    loop {
        let now = Instant::now();
        if watch.is_too_large(&group, now) {
            group.kill();
            super::forget_increments(&increments(workshop), &[program.to_owned()]);
            return Some(Built::OutOfMemory);
        }
        watch.tell(now, deadline, happened);
        let in_vain = stop.is_stopped() && now >= *stopped_at.get_or_insert(now) + GRACE;
        if now >= deadline || in_vain {
            group.kill();
            super::forget_increments(&increments(workshop), &[program.to_owned()]);
            return Some(match in_vain {
                true => Built::Cancelled,
                false => Built::TimedOut,
            });
        }
        match heard.recv_timeout((deadline - now).min(GLANCE)) {
            Ok(diagnostic) => said.take(program, &diagnostic, happened),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
    let status = group.wait().ok()?;
    if stop.is_stopped() {
        return Some(Built::Cancelled);
    }
    if status.success() && executable.exists() {
        if !said.anything {
            seal.set();
        }
        return Some(Built::Done(vec![(program.to_owned(), executable)]));
    }
    if said.about_the_text {
        return Some(Built::Errors(Vec::new()));
    }
    // The linker, a broken cache of the compiler, a full disk: cargo may manage, and else it has the words for it.
    super::forget_increments(&increments(workshop), &[program.to_owned()]);
    Recipe::forget(workshop);
    None
}

fn increments(workshop: &Workshop) -> PathBuf {
    let kind = if workshop.quick { "quick" } else { "full" };
    workshop.direct().join("incremental").join(kind)
}

enum Locked {
    Yes(File),
    Stopped,
}

/// Two compilers at work on the same files spoil them, so whoever comes second waits; `None` where nothing can be
/// locked.
fn lock(workshop: &Workshop, program: &str, deadline: Instant, stop: &Stop) -> Option<Locked> {
    let path = workshop.direct().join(format!("{program}.lock"));
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .ok()?;
    loop {
        match file.try_lock() {
            Ok(()) => return Some(Locked::Yes(file)),
            Err(TryLockError::Error(_)) => return None,
            Err(TryLockError::WouldBlock) if stop.is_stopped() => return Some(Locked::Stopped),
            Err(TryLockError::WouldBlock) if Instant::now() >= deadline => return None,
            Err(TryLockError::WouldBlock) => thread::sleep(GLANCE),
        }
    }
}

fn read(errors: impl Read, tell: &mpsc::Sender<Diagnostic>) {
    // Lines that do not parse are skipped: rustc also names the files it has written.
    for line in BufReader::new(errors).lines().map_while(Result::ok) {
        if let Ok(diagnostic) = serde_json::from_str(&line)
            && tell.send(diagnostic).is_err()
        {
            return;
        }
    }
}

#[derive(Default)]
struct Said {
    /// The learner's file.
    source: PathBuf,
    /// Whether an error points into a source file. One that does not, of the linker for one, is not the learner's.
    about_the_text: bool,
    anything: bool,
}

impl Said {
    fn take(
        &mut self,
        program: &str,
        diagnostic: &Diagnostic,
        happened: &mut dyn FnMut(BuildEvent),
    ) {
        self.anything = true;
        let is_error = diagnostic.level == DiagnosticLevel::Error;
        self.about_the_text |= is_error && !diagnostic.spans.is_empty();
        let nowhere = is_error && diagnostic.spans.is_empty();
        if let Some(message) = compiler_message(diagnostic, &self.source).filter(|_| !nowhere) {
            happened(BuildEvent::Message {
                program: program.to_owned(),
                message,
            });
        }
    }
}
