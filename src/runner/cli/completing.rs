//! What a shell completes: the program is asked for it, so that it knows the course that a person is in.

use std::env;
use std::io::Write;

use clap::CommandFactory;
use clap_complete::env::Shells;
use clap_complete::{CompleteEnv, Shell};

use super::args::Cli;
use super::status::Status;
use crate::runner::checks::NoOutcome;

/// The variable by which a shell asks. Its value is the name of the shell.
const VARIABLE: &str = "GRADLINGS_COMPLETE";

/// The name of the program.
const PROGRAM: &str = "gradlings";

/// Answers a shell that asks. Says whether one did.
pub fn answered() -> bool {
    let asked = CompleteEnv::with_factory(Cli::command).var(VARIABLE);
    // A shell that this program does not know asks in vain.
    asked
        .try_complete(env::args_os(), env::current_dir().ok().as_deref())
        .unwrap_or(true)
}

/// What makes a shell ask.
pub fn script(out: &mut impl Write, shell: Shell) -> Result<Status, NoOutcome> {
    let mut script = Vec::new();
    let shells = Shells::builtins();
    if let Some(shell) = shells.completer(&shell.to_string()) {
        shell.write_registration(VARIABLE, PROGRAM, PROGRAM, PROGRAM, &mut script)?;
    }
    out.write_all(&script)?;
    Ok(Status::Good)
}
