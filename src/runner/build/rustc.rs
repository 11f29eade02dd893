//! Builds one program by calling rustc as cargo would.

use std::fs::{self, File, TryLockError};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};

use super::event::BuildEvent;
use super::fault::{self, By, Failed};
use super::message::compiler_message;
use super::missed;
use super::product::{Built, Product};
use super::recipe::Recipe;
use super::shelf::Shelf;
use super::watch::Watch;
use super::workshop::Workshop;
use crate::runner::event::CompilerMessage;
use crate::runner::fingerprint::Fingerprint;
use crate::runner::problem::Problem;
use crate::runner::process::{Group, Stop};
use crate::runner::sandbox;
use crate::runner::source::{Missed, Source};
use crate::runner::text;
use crate::runner::words::machine::{build as words, mend};
use crate::runner::workspace::file;

/// How long a stopped build may go on: enough for one file, which then need not be compiled from nothing.
const GRACE: Duration = Duration::from_millis(400);

/// How often a silent build is asked whether it was stopped.
const GLANCE: Duration = Duration::from_millis(50);

/// Builds the program of `source`, unless the very same text was built before.
pub fn build(
    workshop: &Workshop,
    recipe: &Recipe,
    mut source: Source,
    budget: Duration,
    stop: &Stop,
    happened: &mut dyn FnMut(BuildEvent),
) -> Result<Built, Problem> {
    let folder = workshop.programs();
    let program = source.program().to_owned();
    let unusable = |error| file::problem(words::programs_not_built(), &folder, &error);
    fs::create_dir_all(&folder).map_err(unusable)?;
    let Some(_lock) = lock(&folder.join(format!("{program}.lock")), stop) else {
        return Ok(Built::Cancelled);
    };
    let shelf = Shelf {
        folder: &folder,
        program: &program,
    };
    let name = |print: &str| {
        Fingerprint::default()
            .value((print, &recipe.fingerprint, workshop.quick))
            .finish()
    };
    let print = source.print();
    if let Some((executable, said)) = shelf.find(&name(&print)) {
        let said: Vec<Diagnostic> = said.iter().filter_map(|line| parsed(line)).collect();
        tell(&said, &source, happened);
        let print = Some(print);
        return Ok(Built::Done(Product {
            executable,
            print,
            source,
        }));
    }
    let tree = folder.join("trees").join(&program);
    let _cleared = source.is_closed().then(|| Cleared(tree.clone()));
    let call = Call {
        workshop,
        recipe,
        deadline: Instant::now() + budget,
        budget,
        tree,
        increments: folder
            .join("incremental")
            .join(if workshop.quick { "quick" } else { "full" }),
    };
    let said = loop {
        source.lay_out(&call.tree).map_err(unusable)?;
        let said = match call.run(&source, stop, happened)? {
            Ended::ByItself(said) => said,
            Ended::Stopped(built) => return Ok(built),
        };
        let mut added = false;
        for path in said.diagnostics().iter().flat_map(missed::files) {
            match source.add(&path) {
                // Each file is added once, so this ends.
                Missed::Added => added = true,
                Missed::Stays => {}
                Missed::Unreadable(why) => return Ok(Built::Unreadable(path, why)),
            }
        }
        if !added {
            break said;
        }
    };
    if stop.is_stopped() {
        return Ok(Built::Cancelled);
    }
    let diagnostics = said.diagnostics();
    let made = folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    if said.status.success() && made.exists() {
        tell(&diagnostics, &source, happened);
        let list = fs::read_to_string(folder.join(format!("{program}.d"))).unwrap_or_default();
        let kept = source.clone().keep_used(&used(&list));
        let print = kept.as_ref().map(Source::print);
        // What was made from more than its source is found by nobody.
        let shelved = print.as_deref().map_or_else(unlike_any_other, name);
        let executable = shelf.put(&made, &shelved, &said.lines).map_err(unusable)?;
        return Ok(Built::Done(Product {
            executable,
            print,
            source: kept.unwrap_or(source),
        }));
    }
    let words = said.in_words(&diagnostics);
    if said.status.success() || is_about_the_text(&diagnostics, &words) {
        tell(&diagnostics, &source, happened);
        return Ok(Built::Errors(source));
    }
    // The linker, a broken cache of the compiler, a library that is not there any more: the next build begins anew.
    forget_increments(&call.increments, &program);
    Recipe::forget(workshop);
    Err(fault::explain(&Failed {
        by: By::Rustc,
        words: &words,
        status: Some(said.status),
        root: &workshop.root,
    }))
}

/// One call of rustc.
struct Call<'a> {
    workshop: &'a Workshop,
    recipe: &'a Recipe,
    budget: Duration,
    deadline: Instant,
    /// Where the text and what it includes lie.
    tree: PathBuf,
    /// Where rustc keeps what it has worked out from one build to the next.
    increments: PathBuf,
}

/// The files of a program that nobody should find laid out: they go when the build is over, however it ends.
struct Cleared(PathBuf);

impl Drop for Cleared {
    fn drop(&mut self) {
        // What cannot be removed goes after the next build of the program.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// How a call of rustc ended.
enum Ended {
    ByItself(Said),
    Stopped(Built),
}

/// What rustc said, and how it ended.
struct Said {
    /// Its messages as it writes them, a line of JSON each.
    lines: Vec<String>,
    /// What it printed besides.
    words: Vec<String>,
    status: ExitStatus,
}

impl Said {
    fn diagnostics(&self) -> Vec<Diagnostic> {
        self.lines.iter().filter_map(|line| parsed(line)).collect()
    }

    /// What can be read of it, line by line.
    fn in_words(&self, diagnostics: &[Diagnostic]) -> Vec<String> {
        let rendered = diagnostics
            .iter()
            .filter_map(|diagnostic| diagnostic.rendered.as_deref());
        let rendered = rendered.flat_map(str::lines).map(text::plain);
        rendered
            .chain(self.words.iter().map(|line| text::plain(line)))
            .collect()
    }
}

impl Call<'_> {
    fn run(
        &self,
        source: &Source,
        stop: &Stop,
        happened: &mut dyn FnMut(BuildEvent),
    ) -> Result<Ended, Problem> {
        let program = source.program();
        let folder = self.workshop.programs();
        let mut command = sandbox::compiler::for_program(
            &self.recipe.rustc,
            &self.workshop.root,
            &folder,
            &self.workshop.target(),
            self.recipe.linker(),
        );
        command
            // Messages name the learner's paths, relative to the course.
            .current_dir(&self.tree)
            .args(["--crate-name", program])
            .arg(source.main())
            .args(self.recipe.arguments(self.workshop.quick))
            .arg("--out-dir")
            .arg(&folder)
            .arg("-C")
            .arg(format!("incremental={}", self.increments.display()))
            // What cargo tells every program about its package.
            .env("CARGO_MANIFEST_DIR", self.tree.join("exercises"))
            .env("CARGO_PKG_NAME", "gradlings-course")
            .env("CARGO_BIN_NAME", program)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let group = Group::spawn(&mut command).map_err(|error| not_started(self.recipe, &error))?;
        let group = Arc::new(group);
        let (tell, heard) = mpsc::channel();
        if let Some(errors) = group.take(|child| child.stderr.take()) {
            thread::spawn(move || read(errors, &tell));
        }
        let mut lines = Vec::new();
        let mut words = Vec::new();
        let mut stopped_at: Option<Instant> = None;
        let mut watch = Watch::new(self.budget);
        loop {
            let now = Instant::now();
            watch.tell(now, self.deadline, happened);
            let in_vain = stop.is_stopped() && now >= *stopped_at.get_or_insert(now) + GRACE;
            let stopped = if watch.is_too_large(&group, now) {
                Some(Built::OutOfMemory)
            } else if in_vain {
                Some(Built::Cancelled)
            } else if now >= self.deadline {
                Some(Built::TimedOut)
            } else {
                None
            };
            if let Some(built) = stopped {
                group.kill();
                forget_increments(&self.increments, program);
                return Ok(Ended::Stopped(built));
            }
            match heard.recv_timeout((self.deadline - now).min(GLANCE)) {
                Ok(line) if parsed(&line).is_some() => lines.push(line),
                Ok(line) => words.extend(is_word(&line).then_some(line)),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
        let status = group
            .wait()
            .map_err(|error| not_started(self.recipe, &error))?;
        Ok(Ended::ByItself(Said {
            lines,
            words,
            status,
        }))
    }
}

/// Two compilers at work on the same files spoil them, so whoever comes second waits. `None` where the check was stopped.
fn lock(path: &Path, stop: &Stop) -> Option<Option<File>> {
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path);
    let Ok(file) = file else { return Some(None) };
    loop {
        match file.try_lock() {
            Ok(()) => return Some(Some(file)),
            // A file system without locks.
            Err(TryLockError::Error(_)) => return Some(None),
            Err(TryLockError::WouldBlock) if stop.is_stopped() => return None,
            Err(TryLockError::WouldBlock) => thread::sleep(GLANCE),
        }
    }
}

fn read(errors: impl Read, tell: &mpsc::Sender<String>) {
    for line in BufReader::new(errors).lines().map_while(Result::ok) {
        if tell.send(line).is_err() {
            return;
        }
    }
}

fn parsed(line: &str) -> Option<Diagnostic> {
    serde_json::from_str(line).ok()
}

/// Whether a line is not one of those in which rustc names the files it has written.
fn is_word(line: &str) -> bool {
    !line.starts_with('{') && !line.trim().is_empty()
}

fn tell(diagnostics: &[Diagnostic], source: &Source, happened: &mut dyn FnMut(BuildEvent)) {
    for diagnostic in diagnostics {
        // What is said of an included file is about that text.
        let span = diagnostic.spans.iter().find(|span| span.is_primary);
        let text = span.and_then(|span| source.words_of(&span.file_name));
        let text = text.unwrap_or_else(|| source.words());
        let is_own = |message: &CompilerMessage| {
            let place = message.place.as_deref().unwrap_or_default();
            place.starts_with(&format!("{}:", source.main()))
        };
        let rendered = diagnostic.rendered.iter().flat_map(|text| text.lines());
        let rendered: Vec<String> = rendered.map(str::to_owned).collect();
        let nowhere = diagnostic.level == DiagnosticLevel::Error
            && diagnostic.spans.is_empty()
            && !fault::is_about_the_text(&rendered);
        if let Some(message) = compiler_message(diagnostic, &text).filter(|_| !nowhere) {
            let line = message.line.filter(|_| is_own(&message));
            happened(BuildEvent::Message(CompilerMessage { line, ..message }));
        }
    }
}

/// Whether the learner's text is what keeps it from being built: an error points into it. One that points nowhere, of the
/// linker for one, mostly is not about the text; one about the library that it is linked with is not, nor is what comes
/// with a crash.
fn is_about_the_text(diagnostics: &[Diagnostic], words: &[String]) -> bool {
    let blameless = |it: &Diagnostic| {
        it.level == DiagnosticLevel::Ice || fault::is_about_the_library(&it.message)
    };
    let points = |it: &Diagnostic| it.level == DiagnosticLevel::Error && !it.spans.is_empty();
    !diagnostics.iter().any(blameless)
        && (diagnostics.iter().any(points) || fault::is_about_the_text(words))
}

/// The files that rustc read, from the first rule of the list that it wrote: `program: a.rs b.rs`, with `\ ` for a
/// space in a name.
fn used(list: &str) -> Vec<String> {
    let Some((_, files)) = list.lines().next().and_then(|rule| rule.split_once(": ")) else {
        return Vec::new();
    };
    // A mark that stands in no file name keeps the escaped spaces apart from those between the names.
    let mut names: Vec<String> = files
        .replace("\\ ", "\0")
        .split(' ')
        .map(|name| name.replace('\0', " "))
        .collect();
    names.retain(|name| !name.is_empty());
    names
}

fn unlike_any_other() -> String {
    let now = std::time::SystemTime::now();
    Fingerprint::default()
        .value((now, std::process::id()))
        .finish()
}

/// Throws away what rustc keeps from one build to the next. A compiler that was killed while it wrote there can make
/// later builds of the same file fail to link.
fn forget_increments(folder: &Path, program: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_its_own = name
            .strip_prefix(program)
            .is_some_and(|rest| rest.starts_with('-'));
        if is_its_own {
            // What cannot be removed is noticed by the next build.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn not_started(recipe: &Recipe, error: &std::io::Error) -> Problem {
    Problem::new(words::rustc_not_run(error), mend::ask_the_doctor()).at(recipe.rustc.display())
}

#[cfg(test)]
mod tests {
    use super::used;

    #[test]
    fn the_files_of_a_program_are_read_from_the_list_of_rustc() {
        let list = "/t/one: a/one.rs solutions/held\\ out/x.gz C:\\b.rs\n\n/t/one.d: a/one.rs\n";
        assert_eq!(
            used(list),
            ["a/one.rs", "solutions/held out/x.gz", "C:\\b.rs"]
        );
        assert_eq!(used(""), [""; 0]);
    }
}
