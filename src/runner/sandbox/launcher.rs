//! The hidden command `gradlings __sandbox POLICY -- PROGRAM ARGUMENTS`: takes rights away from its own process and then
//! becomes the program.

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use super::policy::Policy;
use crate::runner::words::machine::sandbox_refusal as refusal;

/// The hidden command. It stands before everything else that `main` does, because every run waits for it.
pub const WORD: &str = "__sandbox";

/// Becomes the program that the words of the command line name, if they are for the launcher.
pub fn try_launch() -> Option<ExitCode> {
    let mut words = std::env::args_os().skip(1);
    if words.next()? != WORD {
        return None;
    }
    let why = match launch(words.collect()) {
        Ok(never) => match never {},
        Err(why) => why,
    };
    // For whoever started it, who goes by these words; `why` is a sentence for the learner.
    eprintln!("gradlings: The program could not be put into its sandbox: {why}");
    Some(ExitCode::from(NOT_STARTED))
}

/// The exit code of a launcher that did not become the program: 126 is what shells use for it.
pub const NOT_STARTED: u8 = 126;

fn launch(words: Vec<OsString>) -> Result<std::convert::Infallible, String> {
    let (policy, command) = Policy::read(words)?;
    let (program, arguments) = command
        .split_first()
        .ok_or_else(|| refusal::no_program().to_owned())?;
    apply(&policy)?;
    become_program(Command::new(program).args(arguments))
}

#[cfg(unix)]
fn apply(policy: &Policy) -> Result<(), String> {
    super::limits::apply(policy)?;
    #[cfg(target_os = "linux")]
    {
        // Asked before the file that tells can no longer be read.
        let filter = policy.filter.filter(|_| super::syscalls::is_supported());
        if policy.confined {
            // An older kernel cannot, and the shortfalls say so.
            let _ = super::descriptors::close_at_start();
            super::files::restrict(policy)?;
            super::capabilities::drop_all(policy.filter)?;
        }
        // Last, because it refuses calls that the others need.
        if let Some(filter) = filter {
            super::syscalls::restrict(filter)?;
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn apply(_policy: &Policy) -> Result<(), String> {
    Err(refusal::no_launcher().to_owned())
}

#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<std::convert::Infallible, String> {
    use std::os::unix::process::CommandExt;

    let error = command.exec();
    let program = command.get_program().to_string_lossy();
    Err(refusal::not_run(program, error))
}

#[cfg(not(unix))]
fn become_program(_command: &mut Command) -> Result<std::convert::Infallible, String> {
    Err(refusal::no_launcher().to_owned())
}
