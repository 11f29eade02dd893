//! From the words to the work, and from what came of it to the exit code.

use std::env;
use std::fmt::Display;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{CommandFactory, Parser};

use super::args::{Cli, Command, Dev, Global};
use super::{attempts, author, check, folder, health, place, settings, show, trial};
use crate::runner::author::complete;
use crate::runner::config;
use crate::runner::course::Course;
use crate::runner::doctor;
use crate::runner::embedded;
use crate::runner::gpu;
use crate::runner::plain::once::Stop;
use crate::runner::plain::watching;
use crate::runner::problem::Problem;
use crate::runner::sandbox::{self, Setup, Trust};
use crate::runner::session::Session;
use crate::runner::text;
use crate::runner::tui::{self, TuiOptions};
use crate::runner::words::plain::shell as words;
use crate::runner::workspace::inside;

/// How a command that did its work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Everything passes, or there was nothing to pass.
    Good,
    /// Something does not pass.
    NotPassed,
    /// Something could not be checked.
    NotChecked,
}

/// The whole program: exit code 0 passed, 1 not passed, 2 wrong use, a broken course or a broken machine.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut out = io::stdout();
    let done = command(cli, &mut out).and_then(|status| Ok(out.flush().map(|()| status)?));
    match done {
        Ok(Status::Good) => ExitCode::SUCCESS,
        Ok(Status::NotPassed) => ExitCode::from(1),
        Ok(Status::NotChecked) => ExitCode::from(2),
        Err(Stop::Problem(problem)) => {
            say(&format!("{} {problem}", words::error()));
            ExitCode::from(2)
        }
        // Whoever read the output has seen enough (`gradlings list | head -1`).
        Err(Stop::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Output(error)) => {
            let fails = words::output_fails(error);
            say(&format!("{} {fails}", words::error()));
            ExitCode::from(2)
        }
        // 128 and the number of the signal, as shells have it.
        Err(Stop::Interrupted) => ExitCode::from(130),
    }
}

fn command(cli: Cli, out: &mut impl Write) -> Result<Status, Stop> {
    let Cli {
        command,
        along,
        global,
    } = cli;
    // Before the command or behind it, it means the same.
    let track = |behind: Option<String>| behind.or(along.track.clone());
    if along.track.is_some() && !command.as_ref().is_none_or(knows_tracks) {
        return Err(Problem::new(words::same_on_every_track(), words::leave_track_out()).into());
    }
    sandbox::choose(Setup {
        launcher: sandbox::own_executable(),
        trust: if global.no_sandbox {
            Trust::Off
        } else {
            Trust::Learner
        },
    });
    match command {
        None => watch(&global, along.track.as_deref(), out),
        Some(Command::Run { name, json, along }) => {
            say_shortfalls();
            let session = open_along(&global, track(along.track).as_deref())?;
            check::run(out, session, name.as_deref(), global.seed, json)
        }
        Some(Command::CheckAll { json, fresh, only }) => {
            say_shortfalls();
            let session = open(&global)?;
            let route = place::route(&session, track(only.track).as_deref())?;
            check::all(out, session, &route, global.seed, json, fresh)
        }
        Some(Command::List { json, only }) => {
            show::list(out, &open(&global)?, track(only.track).as_deref(), json)
        }
        Some(Command::Try { name, files }) => {
            say_shortfalls();
            trial::try_out(out, open(&global)?, &name, &files, global.seed)
        }
        Some(Command::Hint { name }) => show::hint(out, open(&global)?, name.as_deref()),
        Some(Command::Reset { name }) => show::reset(out, open(&global)?, &name),
        Some(Command::Solution { name }) => show::solution(out, &open(&global)?, &name),
        Some(Command::Attempts {
            name,
            diff,
            to,
            json,
        }) => {
            let session = open(&global)?;
            let name = name.as_deref();
            match diff {
                Some(number) => attempts::compare(out, &session, name, number, to),
                None => attempts::list(out, &session, name, json),
            }
        }
        Some(Command::Restore { name, number }) => {
            attempts::restore(out, open(&global)?, &name, number)
        }
        Some(Command::Init { dir }) => folder::init(out, &dir),
        Some(Command::Update) => folder::update(out, &place::course(global.course.as_deref())?),
        Some(Command::Doctor { json }) => {
            health::doctor(out, place::course(global.course.as_deref()), json)
        }
        Some(Command::Config) => settings::print(out),
        Some(Command::Completions { shell }) => {
            // Into memory first: it panics where the reader of a pipe has gone.
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "gradlings", &mut script);
            out.write_all(&script)?;
            Ok(Status::Good)
        }
        Some(Command::Dev(dev)) => authors(dev, &global, out),
    }
}

fn authors(dev: Dev, global: &Global, out: &mut impl Write) -> Result<Status, Stop> {
    // Before its first exercise is written, a course has none.
    let unfinished = || {
        let course = Course::open_unfinished(&place::course(global.course.as_deref())?)?;
        inside::check_kept(&course.root).map(|()| course)
    };
    match dev {
        Dev::Init { dir } => author::init(out, &dir),
        Dev::New { place, kind } => author::new(out, unfinished()?, &place, kind),
        Dev::Check { names, all, seeds } => author::check(out, course(global)?, &names, all, seeds),
        Dev::Update => author::update(out, &unfinished()?),
    }
}

/// Whether a track says which part of the course the command is about.
fn knows_tracks(command: &Command) -> bool {
    matches!(
        command,
        Command::Run { .. } | Command::CheckAll { .. } | Command::List { .. }
    )
}

fn watch(global: &Global, track: Option<&str>, out: &mut impl Write) -> Result<Status, Stop> {
    let session = open_along(global, track)?;
    if let Some(problem) = doctor::missing_cargo() {
        return Err(problem.into());
    }
    say_shortfalls();
    if !global.plain && can_draw() {
        let (config, mut problems) = config::read(global.config.as_deref());
        let (mut options, wrong) = TuiOptions::of(&config, global.theme, global.ascii, global.seed);
        options.poll = global.poll;
        problems.extend(wrong);
        problems.sort_by_key(settings::line);
        for problem in &problems {
            // On the screen as well, in one line; here it is still to be read afterwards.
            note(problem);
            options.notices.push(settings::in_a_line(problem));
        }
        tui::run(session, options)?;
        return Ok(Status::Good);
    }
    watching::run(session, global.seed, global.poll, out)?;
    Ok(Status::Good)
}

/// What the sandbox does not do, before the first program of a learner runs.
fn say_shortfalls() {
    for shortfall in sandbox::shortfalls().into_iter().chain(gpu::fallback()) {
        note(shortfall);
    }
}

/// Whether there is a terminal that can paint over what it shows.
fn can_draw() -> bool {
    let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && io::stdin().is_terminal() && !is_dumb
}

fn course(global: &Global) -> Result<Course, Problem> {
    let course = Course::open(&place::course(global.course.as_deref())?)?;
    inside::check_kept(&course.root)?;
    // A course that was cloned may have come without its library, which the program has.
    complete(&embedded::files(), &course)?;
    Ok(course)
}

fn open(global: &Global) -> Result<Session, Problem> {
    let (session, notices) = Session::open(Arc::new(course(global)?))?;
    for notice in notices {
        note(notice);
    }
    Ok(session)
}

/// The same, from now on along this track.
fn open_along(global: &Global, track: Option<&str>) -> Result<Session, Problem> {
    let mut session = open(global)?;
    if let Some(track) = track {
        session.known_track(track)?;
        // It is followed this time even where that cannot be saved.
        for saved in [session.follow(track), session.go_along()] {
            if let Err(problem) = saved {
                note(problem);
            }
        }
    }
    Ok(session)
}

/// Something that does not keep a command from its work.
pub fn note(message: impl Display) {
    say(&format!("{} {message}", words::note()));
}

/// One message on standard error, which may be closed as well.
pub fn say(message: &str) {
    let _ = writeln!(io::stderr(), "{}", text::plain(message));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_command_line_are_consistent() {
        Cli::command().debug_assert();
    }
}
