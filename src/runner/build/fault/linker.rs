//! The linker: missing, told to do what it cannot, or stopped.

use super::said::Said;
use crate::runner::problem::Problem;
use crate::runner::words::machine::{linker as words, mend};

/// A linker that could not be started.
pub fn not_started(said: &Said) -> Option<Problem> {
    if let Some(name) = said.between("linker `", "` not found") {
        let next = match name {
            "cc" => words::install_c(),
            "link.exe" => words::install_build_tools(),
            _ => words::remove_or_install(),
        };
        return Some(Problem::new(words::not_found(name), next));
    }
    let name = said.between("could not exec the linker `", "`")?;
    let reason = said.reason("could not exec the linker `")?;
    let reason = reason.strip_prefix("= note: ").unwrap_or(reason);
    Some(Problem::new(
        words::not_started(name, reason),
        words::remove_or_rename(),
    ))
}

/// A linker that was started and failed.
pub fn failed(said: &Said) -> Option<Problem> {
    let name = said.between("linking with `", "` failed: ")?;
    let end = said.after("` failed: ").unwrap_or_default();
    let library = said
        .after("unable to find library -l")
        .or_else(|| said.between("cannot find -l", ":"))
        .or_else(|| said.after("cannot find -l"));
    if let Some(library) = library {
        return Some(Problem::new(
            words::no_library(library),
            words::remove_library(library),
        ));
    }
    if said.has("cannot find 'ld'") || said.has("invalid linker name in argument ") {
        return Some(Problem::new(
            words::no_linker_behind(name),
            words::remove_fuse_ld(),
        ));
    }
    if said.has("[Bus error]") || said.has("SIGBUS") {
        return Some(
            Problem::new(words::bus_error(), mend::free_space())
                .at(said.root.join(".gradlings/target").display()),
        );
    }
    if said.has("[File size limit exceeded]") || said.has("SIGXFSZ") {
        return Some(Problem::new(words::too_large(), mend::lift_file_size()));
    }
    if said.has("[Killed]") || end.contains("SIGKILL") {
        return Some(Problem::new(words::killed(), mend::close_programs()));
    }
    let lines: Vec<&str> = said
        .lines()
        .skip_while(|line| !line.contains("linking with `"))
        .skip(1)
        .map(|line| line.trim_start_matches("= note: "))
        .filter(|line| {
            !line.starts_with("some arguments are omitted") && !line.starts_with(['|', '"', '='])
        })
        .take_while(|line| !line.starts_with("error: "))
        .collect();
    let heard = lines
        .iter()
        .find(|line| line.contains("error: "))
        .or(lines.last());
    let what = match heard {
        Some(line) => words::failed_and_said(name, end, line),
        None => words::failed(name, end),
    };
    Some(Problem::new(what, mend::ask_the_doctor()))
}

#[cfg(test)]
mod tests {
    use super::super::By;
    use super::super::tests::{Row, assert_explains};

    #[test]
    fn what_a_linker_says_is_explained() {
        let table: [Row; 10] = [
            (
                By::Cargo,
                "error: linker `nope` not found\n  |\n  = note: No such file or directory (os error 2)\n\nerror: could not \
             compile `libm` (build script) due to 1 previous error",
                "The linker `nope` was not found",
                "RUSTFLAGS",
                "",
            ),
            (
                By::Rustc,
                "error: linker `cc` not found\n  |\n  = note: No such file or directory (os error 2)",
                "The linker `cc` was not found",
                "build-essential",
                "",
            ),
            (
                By::Cargo,
                "error: could not exec the linker `/etc/passwd`\n  |\n  = note: Permission denied (os error 13)\n  = note: \
             LC_ALL=\"C\" PATH=\"/r/bin\"",
                "`/etc/passwd` could not be started: Permission denied (os error 13).",
                "RUSTFLAGS",
                "",
            ),
            (
                By::Rustc,
                "error: linking with `cc` failed: exit status: 1\n  |\n  = note:  \"cc\" \"-m64\" \"/t/symbols.o\" \"-lnope\"\n  = \
             note: some arguments are omitted. use `--verbose` to show all linker arguments\n  = note: rust-lld: error: unable \
             to find library -lnope\n          collect2: error: ld returned 1 exit status",
                "does not find the library `nope`",
                "take `-lnope` out of RUSTFLAGS",
                "",
            ),
            (
                By::Rustc,
                "error: linking with `cc` failed: exit status: 1\n  = note: /usr/bin/ld: cannot find -lnope: No such file or \
             directory",
                "does not find the library `nope`",
                "take `-lnope` out",
                "",
            ),
            (
                By::Cargo,
                "error: linking with `cc` failed: exit status: 1\n  = note: collect2: fatal error: cannot find 'ld'\n          \
             compilation terminated.",
                "`cc` does not find the linker",
                "-fuse-ld",
                "",
            ),
            (
                By::Rustc,
                "error: linking with `cc` failed: exit status: 1\n  = note: collect2: fatal error: ld terminated with signal 7 \
             [Bus error]\n          compilation terminated.",
                "crashed while it wrote the program",
                "free some space",
                "/home/ann/course/.gradlings/target",
            ),
            (
                By::Rustc,
                "error: linking with `/b/ccill` failed: signal: 9 (SIGKILL)\n  |\n  = note:  \"/b/ccill\" \"-m64\"",
                "killed the linker",
                "close other programs",
                "",
            ),
            (
                By::Rustc,
                "error: linking with `/b/ccsegv` failed: signal: 11 (SIGSEGV)\n  |\n  = note:  \"/b/ccsegv\" \"-m64\"\n  = note: \
             cc: Segmentation fault",
                "`/b/ccsegv` failed (signal: 11 (SIGSEGV)). It says: cc: Segmentation fault",
                "gradlings doctor",
                "",
            ),
            (
                By::Cargo,
                "error: linking with `/bin/false` failed: exit status: 1\n  |\n  = note:  \"/bin/false\" \"-m64\"\n  = note: some \
             arguments are omitted. use `--verbose` to show all linker arguments\n  = note: \n\nerror: could not compile \
             `libm` (build script) due to 1 previous error",
                "The linker `/bin/false` failed (exit status: 1).",
                "gradlings doctor",
                "",
            ),
        ];
        table.into_iter().for_each(assert_explains);
    }
}
