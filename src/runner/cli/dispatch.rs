//! From the words to the work, and from what came of it to the exit code.

use std::env;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;

use super::args::{Cli, Command, Dev, Global, SandboxMode};
use super::message::{note, say};
use super::status::Status;
use super::{
    attempts, author, check, completing, export, folder, glossary, grade, health, manual, mutating,
    place, settings, show, trial,
};
use crate::runner::author::complete;
use crate::runner::checks::NoOutcome;
use crate::runner::course::Course;
use crate::runner::doctor;
use crate::runner::embedded;
use crate::runner::gpu;
use crate::runner::json;
use crate::runner::plain::watching;
use crate::runner::problem::Problem;
use crate::runner::sandbox::{self, Setup, Trust};
use crate::runner::session::Session;
use crate::runner::tui;
use crate::runner::words::plain::shell as words;
use crate::runner::workspace::inside;

/// The whole program: exit code 0 passed, 1 not passed, 2 wrong use, a broken course or a broken machine.
pub fn main() -> ExitCode {
    if completing::answered() {
        return ExitCode::SUCCESS;
    }
    let cli = Cli::parse();
    let writes_json = cli.command.as_ref().is_some_and(Command::writes_json);
    let mut out = io::stdout();
    let done = command(cli, &mut out).and_then(|status| Ok(out.flush().map(|()| status)?));
    match done {
        Ok(Status::Good) => ExitCode::SUCCESS,
        Ok(Status::NotPassed) => ExitCode::from(1),
        Ok(Status::NotChecked) => ExitCode::from(2),
        Err(NoOutcome::Problem(problem)) => {
            if writes_json && let Ok(text) = json::problem(&problem) {
                // Whoever does not read it reads the sentence.
                let _ = writeln!(out, "{text}");
            }
            say(&format!("{} {problem}", words::error()));
            ExitCode::from(2)
        }
        // Whoever read the output has seen enough (`gradlings list | head -1`).
        Err(NoOutcome::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(NoOutcome::Output(error)) => {
            let fails = words::output_fails(error);
            say(&format!("{} {fails}", words::error()));
            ExitCode::from(2)
        }
        // 128 and the number of the signal, as shells have it.
        Err(NoOutcome::Interrupted) => ExitCode::from(130),
    }
}

fn command(cli: Cli, out: &mut impl Write) -> Result<Status, NoOutcome> {
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
    let grades = matches!(command, Some(Command::Grade(_)));
    sandbox::choose(Setup {
        launcher: sandbox::own_executable(),
        trust: if global.no_sandbox || global.sandbox == Some(SandboxMode::Off) {
            Trust::Off
        } else if grades {
            Trust::Graded
        } else {
            Trust::Learner
        },
    });
    // Whoever grades runs the code of strangers.
    let is_required = global.sandbox == Some(SandboxMode::Require)
        || (grades && global.sandbox.is_none() && !global.no_sandbox);
    if is_required && let Some(shortfall) = sandbox::shortfalls().into_iter().next() {
        return Err(Problem::new(shortfall, words::sandbox_is_required()).into());
    }
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
        Some(Command::Grade(arguments)) => {
            say_shortfalls();
            let sandbox = match global.no_sandbox {
                true => Some(SandboxMode::Off),
                false => global.sandbox,
            };
            grade::grade(out, course(&global)?, global.seed, sandbox, &arguments)
        }
        Some(Command::List { json, only }) => {
            for problem in settings::read(&global).1 {
                note(problem);
            }
            show::list(out, &open(&global)?, track(only.track).as_deref(), json)
        }
        Some(Command::Glossary { term, json }) => {
            glossary::show(out, &course(&global)?, &term.join(" "), json)
        }
        Some(Command::Try { name, files }) => {
            say_shortfalls();
            trial::try_out(out, open(&global)?, &name, &files, global.seed)
        }
        Some(Command::Export { name, file, force }) => {
            export::export(out, &course(&global)?, &name, &file, force)
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
            let settings = settings::examine(&global);
            health::doctor(out, place::course(global.course.as_deref()), settings, json)
        }
        Some(Command::Config) => settings::print(out),
        Some(Command::Completions { shell }) => completing::script(out, shell),
        Some(Command::Man { dir }) => manual::write(out, &dir),
        Some(Command::Dev(dev)) => authors(dev, &global, out),
    }
}

fn authors(dev: Dev, global: &Global, out: &mut impl Write) -> Result<Status, NoOutcome> {
    // Before its first exercise is written, a course has none.
    let unfinished = || {
        let course = Course::open_unfinished(&place::course(global.course.as_deref())?)?;
        inside::check_kept(&course.root).map(|()| course)
    };
    match dev {
        Dev::Init { dir } => author::init(out, &dir),
        Dev::New { place, kind } => author::new(out, unfinished()?, &place, kind),
        Dev::Check { names, all, seeds } => author::check(out, course(global)?, &names, all, seeds),
        Dev::Mutate {
            names,
            sample,
            json,
            ..
        } => mutating::mutate(out, &course(global)?, &names, sample, json),
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

fn watch(global: &Global, track: Option<&str>, out: &mut impl Write) -> Result<Status, NoOutcome> {
    let session = open_along(global, track)?;
    if let Some(problem) = doctor::missing_cargo() {
        return Err(problem.into());
    }
    say_shortfalls();
    if !global.plain && can_draw() {
        let (mut options, problems) = settings::read(global);
        options.poll = global.poll;
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_words_of_the_command_line_are_consistent() {
        Cli::command().debug_assert();
    }
}
