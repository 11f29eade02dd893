//! The program `gradlings`.

use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(code) = gradlings::runner::sandbox::launcher::try_launch() {
        return code;
    }
    gradlings::runner::cli::dispatch::main()
}
