//! `grade`.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{GradeArgs, SandboxMode};
use super::message::note;
use super::place;
use super::status::Status;
use crate::runner::checks::NoOutcome;
use crate::runner::course::{Course, Exercise};
use crate::runner::doctor;
use crate::runner::grade::collect;
use crate::runner::grade::formats::Format;
use crate::runner::grade::formats::roster::Roster;
use crate::runner::grade::graded::Graded;
use crate::runner::grade::line::Line;
use crate::runner::grade::print::Prints;
use crate::runner::grade::progress::Progress;
use crate::runner::grade::results::Results;
use crate::runner::grade::run::Grading;
use crate::runner::grade::shard::Shard;
use crate::runner::grade::work::Works;
use crate::runner::grade::{assemble, gradescope_zip, publish};
use crate::runner::interrupt;
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::words::plain::grade as words;

/// Where what was told while it ran is kept.
const LOG: &str = "grade.log";

/// Grades every submission, or does what else was asked for.
pub fn grade(
    out: &mut impl Write,
    course: Course,
    seed: u64,
    sandbox: Option<SandboxMode>,
    arguments: &GradeArgs,
) -> Result<Status, NoOutcome> {
    if let Some(path) = &arguments.gradescope_zip {
        let sandbox = match sandbox {
            None | Some(SandboxMode::Require) => "require",
            Some(SandboxMode::Prefer) => "prefer",
            Some(SandboxMode::Off) => "off",
        };
        gradescope_zip::write(&course, path, sandbox)?;
        writeln!(out, "{}", words::zip_written(path.display()))?;
        return Ok(Status::Good);
    }
    let (Some(from), Some(to)) = (&arguments.submissions, &arguments.out) else {
        // The command line asks for both.
        return Err(Problem::new(words::no_submissions(), words::one_for_each()).into());
    };
    doctor::missing_cargo().map_or(Ok(()), Err)?;
    let shard = shard(arguments)?;
    let roster = arguments.roster.as_deref().map(Roster::read).transpose()?;
    let exercises = exercises(&course, arguments)?;
    is_outside(&course, from, to)?;
    let results = Results::open(to)?;
    let collected = match &arguments.one {
        Some(name) => collect::single(from, name, &course)?,
        None => collect::all(from, &course)?,
    };
    for other in &collected.others {
        note(words::no_submission(other));
    }
    let prints = Prints::of(&course, seed)?;
    let works = Works::of(&course, &prints, &collected.submissions);
    let mut wanted = assemble::wanted(&works, &exercises);
    if let Some(shard) = shard {
        wanted.retain(|number| shard.holds(&works.all[*number].key));
    }
    let course = Arc::new(course.clone());
    let graded = match arguments.parts.is_empty() {
        true => graded(&course, seed, &results, &works, &wanted, arguments.jobs)?,
        false => merged(&results, &works, &wanted, &arguments.parts)?,
    };
    if let Some(shard) = shard {
        let Shard { part, of } = shard;
        writeln!(out, "{}", words::part_done(part, of, wanted.len()))?;
        return Ok(Status::Good);
    }
    let submissions = &collected.submissions;
    let lines = assemble::lines(&course, &exercises, submissions, &works, &graded);
    for weight in publish::weights_of_none(&exercises, &lines) {
        note(weight);
    }
    publish::all(
        &results,
        &course,
        &lines,
        roster.as_ref(),
        &arguments.formats,
    )?;
    let there = results.root().display();
    writeln!(
        out,
        "{}",
        words::results(submissions.len(), exercises.len(), there)
    )?;
    // Autolab takes the last line of what is printed.
    if let (Some(name), true) = (&arguments.one, arguments.formats.contains(&Format::Autolab)) {
        let path = results
            .root()
            .join("autolab")
            .join(name)
            .join("scores.json");
        let line = regular_file::read_text(&path, TEXT)?;
        out.write_all(line.as_bytes())?;
    }
    Ok(status(&lines))
}

/// Does what is not known yet.
fn graded(
    course: &Arc<Course>,
    seed: u64,
    results: &Results,
    works: &Works,
    wanted: &BTreeSet<usize>,
    jobs: Option<usize>,
) -> Result<Vec<Option<Graded>>, NoOutcome> {
    let stop = Stop::default();
    let stopped = stop.clone();
    interrupt::listen(move || stopped.stop());
    let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let grading = Grading {
        course: Arc::clone(course),
        seed,
        results,
        at_once: jobs.unwrap_or_else(cores),
        machine: machine(),
        stop: stop.clone(),
    };
    let log = results.root().join(LOG);
    let graded = grading.run(works, wanted, |all, known| {
        Progress::begin(all, known, &log)
    })?;
    match stop.is_stopped() {
        true => Err(NoOutcome::Interrupted),
        false => Ok(graded),
    }
}

/// Takes what the parts know together.
fn merged(
    results: &Results,
    works: &Works,
    wanted: &BTreeSet<usize>,
    parts: &[PathBuf],
) -> Result<Vec<Option<Graded>>, Problem> {
    let keys = || wanted.iter().map(|number| works.all[*number].key.as_str());
    let mut missing = 0;
    for part in parts {
        missing = results.take(&Results::at(part), keys())?;
    }
    if missing > 0 {
        let what = words::parts_missing(missing);
        return Err(Problem::new(what, words::grade_the_others()));
    }
    let all = works.all.iter();
    Ok(all.map(|work| results.find(&work.key)).collect())
}

fn shard(arguments: &GradeArgs) -> Result<Option<Shard>, Problem> {
    match (arguments.shard, arguments.shards) {
        (Some(shard), _) => Ok(Some(shard)),
        (None, Some(of)) => Shard::of_environment(of, |name| std::env::var(name).ok()).map(Some),
        (None, None) => Ok(None),
    }
}

/// The exercises that are graded, in the order of the course.
fn exercises<'c>(course: &'c Course, arguments: &GradeArgs) -> Result<Vec<&'c Exercise>, Problem> {
    let mut named = BTreeSet::new();
    for name in &arguments.exercises {
        named.insert(place::exercise(course, name)?.name.as_str());
    }
    let all = course.exercises.iter();
    Ok(all
        .filter(|it| named.is_empty() || named.contains(it.name.as_str()))
        .collect())
}

/// A file that is graded may include whatever lies among the exercises, and what lies among the submissions is taken for one.
fn is_outside(course: &Course, from: &Path, to: &Path) -> Result<(), Problem> {
    let exercises = real(&course.root.join("exercises"));
    for path in [from, to] {
        if real(path).starts_with(&exercises) {
            let what = words::inside_the_course(path.display());
            return Err(Problem::new(what, words::move_out()));
        }
    }
    match real(to).starts_with(real(from)) {
        true => {
            let what = words::inside_the_submissions(to.display());
            Err(Problem::new(what, words::move_results()))
        }
        false => Ok(()),
    }
}

/// Where a path leads, as far as it is there.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = path.ancestors();
    let mut there = there.filter_map(|above| Some((above, fs::canonicalize(above).ok()?)));
    match there.next() {
        Some((above, real)) => {
            // It is one of its ancestors.
            let rest = path.strip_prefix(above).unwrap_or(Path::new(""));
            real.join(rest)
        }
        None => path,
    }
}

/// Whoever does not pass is no fault of the command; what could not be checked is.
fn status(lines: &[Line]) -> Status {
    let hindered = lines.iter().filter(|line| line.is_hindered());
    let files: BTreeSet<&str> = hindered.filter_map(|line| line.key.as_deref()).collect();
    match files.len() {
        0 => Status::Good,
        files => {
            note(words::not_judged(files));
            Status::NotChecked
        }
    }
}

/// What this machine is called, where it says so.
#[cfg(unix)]
fn machine() -> String {
    rustix::system::uname()
        .nodename()
        .to_string_lossy()
        .into_owned()
}

/// What this machine is called, where it says so.
#[cfg(not(unix))]
fn machine() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}
