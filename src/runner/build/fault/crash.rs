//! cargo, rustc or a program that cargo started came to an end of their own.

use super::failed::By;
use super::said::Said;
use crate::runner::problem::Problem;
use crate::runner::words::machine::{crash as words, mend};

pub fn explain(said: &Said) -> Option<Problem> {
    let (program, number) = signal(said).unwrap_or(("rustc", 0));
    let panicked = said.has("the compiler unexpectedly panicked. This is a bug")
        || said.has("error: internal compiler error");
    let own_words = said.between("error: rustc interrupted by ", ",");
    let what = match number {
        9 => words::killed(program),
        25 => words::file_too_large(program),
        24 => words::out_of_time(program),
        1 | 2 | 15 => words::ended_from_outside(program, number),
        _ if panicked => words::compiler_bug().to_owned(),
        _ => match own_words {
            Some(name) => words::crashed_by_name(program, name),
            None if number > 0 => words::crashed(program, number),
            None => return None,
        },
    };
    let next = match number {
        9 => mend::close_programs(),
        25 => mend::lift_file_size(),
        24 => words::lift_time(),
        1 | 2 | 15 => mend::run_again(),
        _ if said.by == By::Cargo => words::renew_if_again(),
        // Only a text makes rustc crash again and again where it builds others.
        _ => words::write_otherwise(),
    };
    Some(Problem::new(what, next))
}

/// The program that ended by a signal, and which: `signal: 9 (SIGKILL)` in the words of the standard library,
/// `(signal: 9, SIGKILL: kill)` in cargo's.
fn signal<'s>(said: &'s Said) -> Option<(&'s str, u32)> {
    let number = |text: &str| -> Option<u32> {
        let (_, rest) = text.rsplit_once("signal: ")?;
        let end = rest
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(rest.len());
        rest[..end].parse().ok()
    };
    if let Some(number) = said.status.and_then(|status| number(&status.to_string())) {
        return Some((said.by.name(), number));
    }
    said.lines().find_map(|line| {
        let (_, call) = line.split_once("process didn't exit successfully: `")?;
        let (program, end) = call.rsplit_once('`')?;
        let program = program.split(' ').next().unwrap_or(program);
        let program = program.rsplit(['/', '\\']).next().unwrap_or(program);
        Some((program, number(end)?))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ROOT, Row, assert_explains};
    use super::super::{By, Failed, explain};
    use std::path::Path;

    #[test]
    fn crashes_are_explained() {
        let table: [Row; 6] = [
            (
                By::Rustc,
                "thread 'rustc' (26712) panicked at /rustc-dev/e50/compiler/rustc_errors/src/lib.rs:1486:17:\naborting due to `-Z \
             treat-err-as-bug=1`\n\nerror: the compiler unexpectedly panicked. This is a bug\n\nnote: we would appreciate a \
             bug report",
                "`rustc` crashed: it met something that it does not expect",
                "what you changed last",
                "",
            ),
            (
                By::Rustc,
                "error: rustc interrupted by SIGSEGV, printing backtrace\n\n/r/lib/librustc_driver-6.so(+0x3b62e1c)[0x7fedd8b62e1c]",
                "`rustc` crashed (SIGSEGV).",
                "very deep nesting",
                "",
            ),
            (
                By::Cargo,
                "error: could not compile `libm` (lib)\n\nCaused by:\n  process didn't exit successfully: `/r/bin/rustc --crate-name \
             libm --edition=2021 /h/.cargo/registry/libm/src/lib.rs` (signal: 9, SIGKILL: kill)",
                "The system killed `rustc` (SIGKILL)",
                "close other programs",
                "",
            ),
            (
                By::Cargo,
                "Caused by:\n  process didn't exit successfully: `/r/bin/rustc --crate-name libm` (signal: 25)",
                "`rustc` was stopped because a file",
                "ulimit -f",
                "",
            ),
            (
                By::Cargo,
                "error: process didn't exit successfully: `/b/rustc_dead -vV` (signal: 11, SIGSEGV: invalid memory reference)",
                "`rustc_dead` crashed (signal 11).",
                "rustup update stable",
                "",
            ),
            (
                By::Cargo,
                "Caused by:\n  process didn't exit successfully: `/r/bin/rustc --crate-name libm` (signal: 15, SIGTERM: termination \
             signal)",
                "ended from outside",
                "run the command again",
                "",
            ),
        ];
        table.into_iter().for_each(assert_explains);
    }

    #[test]
    #[cfg(unix)]
    fn a_compiler_that_was_killed_without_a_word_is_explained_by_its_end() {
        for (signal, what) in [
            ("KILL", "The system killed `rustc`"),
            ("SEGV", "`rustc` crashed (signal 11)"),
        ] {
            let mut command = std::process::Command::new("sh");
            let status = command.args(["-c", &format!("kill -{signal} $$")]).status();
            let problem = explain(&Failed {
                by: By::Rustc,
                words: &[],
                status: Some(status.expect("run")),
                root: Path::new(ROOT),
            });
            assert!(problem.what.contains(what), "{problem}");
        }
    }
}
