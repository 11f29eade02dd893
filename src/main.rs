//! The program `gradlings`.

use std::process::ExitCode;

fn main() -> ExitCode {
    gradlings::runner::cli::dispatch::main()
}
