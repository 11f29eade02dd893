//! Every fault with the words that cargo 1.95, rustc 1.95 and rustup print for it, collected by breaking a real course.

use super::*;

/// Who failed and what was printed, then a part of the sentence, of the mend and of the place.
type Row = (By, &'static str, &'static str, &'static str, &'static str);

const ROOT: &str = "/home/ann/course";

#[track_caller]
fn assert_explains((by, printed, what, next, place): Row) {
    let words: Vec<String> = printed.lines().map(str::to_owned).collect();
    let failed = Failed {
        by,
        words: &words,
        status: None,
        root: Path::new(ROOT),
    };
    let problem = explain(&failed);
    assert!(problem.what.contains(what), "no {what:?} in {problem}");
    assert!(problem.next.contains(next), "no {next:?} in {problem}");
    let found = problem.place.clone().unwrap_or_default();
    assert!(found.contains(place), "no {place:?} in {problem}");
}

#[test]
fn what_rustup_says_is_explained() {
    let table: [Row; 5] = [
        (
            By::Cargo,
            "error: could not read settings file: '/root/.rustup/settings.toml'\n\nCaused by:\n    Permission denied (os \
             error 13)\n\nStack backtrace:\n   0: <E as anyhow::context::ext::StdError>::ext_context",
            "rustup could not read what it keeps in your home folder: Permission denied (os error 13).",
            "set the variable HOME",
            "/root/.rustup/settings.toml",
        ),
        (
            By::Cargo,
            "error: could not create home directory: '/nowhere/.rustup'\nCaused by:\nPermission denied (os error 13)",
            "rustup could not make",
            "set the variable HOME",
            "/nowhere/.rustup",
        ),
        (
            By::Cargo,
            "error: toolchain '1.80.0-x86_64-unknown-linux-gnu' is not installed\nhelp: run `rustup toolchain install` to \
             install it",
            "`1.80.0-x86_64-unknown-linux-gnu`, which is not installed",
            "`rustup toolchain install 1.80.0-x86_64-unknown-linux-gnu`",
            "",
        ),
        (
            By::Cargo,
            "error: rustup could not choose a version of cargo to run, because one wasn't specified explicitly, and no \
             default is configured.\nhelp: run 'rustup default stable' to download the latest stable release of Rust and \
             set it as your default toolchain.",
            "rustup has no default toolchain",
            "`rustup default stable`",
            "",
        ),
        (
            By::Cargo,
            "error: could not parse override file: '/home/ann/course/rust-toolchain.toml'\n\nCaused by:\n    0: error \
             parsing override file\n    1: TOML parse error at line 1, column 10",
            "cannot read the file that chooses a toolchain",
            "mend that file",
            "/home/ann/course/rust-toolchain.toml",
        ),
    ];
    table.into_iter().for_each(assert_explains);
}

#[test]
fn a_toolchain_that_does_not_fit_is_explained() {
    let table: [Row; 5] = [
        (
            By::Cargo,
            "error: failed to parse lock file at: /home/ann/course/Cargo.lock\n\nCaused by:\n  lock file version `9` was \
             found, but this version of Cargo does not understand this lock file, perhaps Cargo needs to be updated?",
            "too old for the course. cargo says: lock file version `9`",
            "rustup update stable",
            "",
        ),
        (
            By::Cargo,
            "error: failed to parse manifest at `/home/ann/course/Cargo.toml`\n\nCaused by:\n  failed to parse the `edition` \
             key\n\nCaused by:\n  this version of Cargo is older than the `2027` edition, and only supports `2015`, `2018`, \
             `2021`, and `2024` editions.",
            "too old for the course",
            "rustup update stable",
            "",
        ),
        (
            By::Cargo,
            "error: rustc 1.95.0 is not supported by the following package:\n  x@0.1.0 requires rustc 1.99",
            "too old for the course. cargo says: error: rustc 1.95.0",
            "rustup update stable",
            "",
        ),
        (
            By::Rustc,
            "/r/bin/rustc: error while loading shared libraries: libLLVM.so.22.1-rust-1.95.0-stable: failed to map segment \
             from shared object",
            "cannot load a library of its own: libLLVM",
            "ulimit -v unlimited",
            "",
        ),
        (
            By::Rustc,
            "gradlings: The program could not be put into its sandbox: /r/bin/rustc cannot be run: No such file or \
             directory (os error 2).",
            "rustc could not be put into the sandbox: /r/bin/rustc cannot be run",
            "gradlings --no-sandbox run",
            "",
        ),
    ];
    table.into_iter().for_each(assert_explains);
}

#[test]
fn settings_that_cannot_work_are_explained() {
    const ASKED: &str = "error: failed to run `rustc` to learn about target-specific information\n\nCaused by:\n  process \
                         didn't exit successfully: `/r/bin/rustc - --crate-name ___ --print=file-names -C nope=1 \
                         -Wwarnings` (exit status: 1)\n  --- stderr\n";
    let unknown: &str =
        Box::leak(format!("{ASKED}  error: unknown codegen option: `nope`\n").into_boxed_str());
    let nightly: &str = Box::leak(
        format!("{ASKED}  error: the option `Z` is only accepted on the nightly compiler\n")
            .into_boxed_str(),
    );
    let target: &str = Box::leak(
        format!(
            "{ASKED}  error: error loading target specification: could not find specification for target \"nope-unknown\"\n"
        )
        .into_boxed_str(),
    );
    let table: [Row; 14] = [
        (
            By::Cargo,
            "error: could not load Cargo configuration\n\nCaused by:\n  could not parse TOML configuration in \
             `/home/ann/course/.cargo/config.toml`\n\nCaused by:\n  TOML parse error at line 1, column 7\n    |\n  1 | [build",
            "cargo cannot read its settings.",
            "mend that file",
            "/home/ann/course/.cargo/config.toml:1:7",
        ),
        (
            By::Cargo,
            "error: error in /c/config.toml: could not load config key `build.target-dir`\n\nCaused by:\n  error in \
             /c/config.toml: `build.target-dir` expected a string, but found a integer",
            "settings: `build.target-dir` expected a string, but found a integer.",
            "mend that file",
            "/c/config.toml",
        ),
        (
            By::Cargo,
            "error: invalid configuration for key `build.rustflags`\nexpected a string or array of strings, but found a \
             integer for `build.rustflags` in /c/config.toml",
            "its setting `build.rustflags`",
            "mend that file",
            "/c/config.toml",
        ),
        (
            By::Cargo,
            unknown,
            "refuses an option that it is given: unknown codegen option: `nope`.",
            "RUSTFLAGS",
            "",
        ),
        (
            By::Cargo,
            nightly,
            "the option `Z` is only accepted on the nightly compiler.",
            "RUSTFLAGS",
            "",
        ),
        (
            By::Rustc,
            "error: unknown codegen option: `nope`",
            "refuses an option",
            "RUSTFLAGS",
            "",
        ),
        (
            By::Rustc,
            "error: Unrecognized option: 'nope'",
            "Unrecognized option: 'nope'.",
            "RUSTFLAGS",
            "",
        ),
        (
            By::Cargo,
            target,
            "told to build for `nope-unknown`",
            "CARGO_BUILD_TARGET",
            "",
        ),
        (
            By::Cargo,
            "error[E0463]: can't find crate for `core`\n  |\n  = note: the `wasm32-unknown-unknown` target may not be \
             installed\n  = help: consider downloading the target with `rustup target add wasm32-unknown-unknown`",
            "The standard library for `wasm32-unknown-unknown` is not installed",
            "rustup target add wasm32-unknown-unknown",
            "",
        ),
        (
            By::Cargo,
            "error: could not execute process `sccache /r/bin/rustc -vV` (never executed)\n\nCaused by:\n  No such file or \
             directory (os error 2)",
            "could not start `sccache`: No such file or directory (os error 2).",
            "RUSTC_WRAPPER",
            "",
        ),
        (
            By::Cargo,
            "error: could not execute process `/opt/mine/rustc -vV` (never executed)\n\nCaused by:\n  Permission denied \
             (os error 13)",
            "could not start `/opt/mine/rustc`: Permission denied",
            "a folder of PATH",
            "",
        ),
        (
            By::Cargo,
            "error: failed to run custom build command for `libm v0.2.16`\n\nCaused by:\n  could not execute process \
             `/home/ann/course/.gradlings/target/exercise/build/libm-9/build-script-build` (never executed)\n\nCaused by:\n  \
             Permission denied (os error 13)",
            "could not start a program that it had just built",
            "noexec",
            "/home/ann/course/.gradlings/target",
        ),
        (
            By::Cargo,
            "could not execute process `/t/build/x-5/build-script-build` (never executed)\nCaused by:\nToo many open files \
             (os error 24)",
            "may not open as many files",
            "ulimit -n",
            "",
        ),
        (
            By::Cargo,
            "error: failed to get `dfdx` as a dependency of package `gradlings v0.1.0 (/l)`\n\nCaused by:\n  failed to update \
             replaced source registry `crates-io`\n\nCaused by:\n  failed to read root of directory source: \
             /home/ann/course/vendor\n\nCaused by:\n  No such file or directory (os error 2)",
            "replace crates.io by a folder that cannot be read",
            "replace-with",
            "/home/ann/course/vendor",
        ),
    ];
    table.into_iter().for_each(assert_explains);
}

#[test]
fn names_of_folders_that_cannot_be_built_in_are_explained() {
    let table: [Row; 6] = [
        (
            By::Cargo,
            "error: failed to join paths from `$LD_LIBRARY_PATH` together\n\nCheck if any of path segments listed below \
             contain an unterminated quote character or path separator:\n    \"/home/ann/a:b/.gradlings/target/exercise/deps\"\
             \n    \"/r/lib\"\n\nCaused by:\n  path segment contains separator `:`",
            "a folder with `:` in its name",
            "rename the folder, or one above it, so that its name is without `:`",
            ROOT,
        ),
        (
            By::Cargo,
            "error: unable to match path to pattern `/home/ann/q?q/exercises`\n\nCaused by:\n  attempting to read `/home/ann` \
             resulted in an error: Permission denied (os error 13)",
            "for a pattern",
            "without `*`, `?`",
            ROOT,
        ),
        (
            By::Cargo,
            "error: could not parse pattern `/home/ann/b[b/exercises`\n\nCaused by:\n  Pattern syntax error near position 11: \
             invalid range pattern",
            "for a pattern",
            "rename the folder",
            ROOT,
        ),
        (
            By::Rustc,
            "error: linking with `cc` failed: exit status: 1\n  |\n  = note:  \"cc\" \"-m64\" \"<70 object files omitted>\"\n  \
             = note: some arguments are omitted. use `--verbose` to show all linker arguments\n  = note: rust-lld: error: \
             cannot open output file /home/ann/x%41y/.gradlings/target/direct/mse: No such file or directory\n          \
             collect2: error: ld returned 1 exit status",
            "a folder with `%` in its name",
            "without `%`",
            ROOT,
        ),
        (
            By::Cargo,
            "error: invalid UTF-8 was detected in one or more arguments\n\nUsage: cargo build [OPTIONS]",
            "no text (UTF-8)",
            "rename the folder",
            ROOT,
        ),
        (
            By::Rustc,
            "error: argument 11 is not valid Unicode: \"incremental=/home/ann/non\\xFFutf/o/inc\"",
            "no text (UTF-8)",
            "rename the folder",
            ROOT,
        ),
    ];
    table.into_iter().for_each(assert_explains);
}

#[test]
fn files_that_cannot_be_written_are_explained_with_their_place() {
    let table: [Row; 10] = [
        (
            By::Cargo,
            "error: failed to write `/home/ann/course/.gradlings/target/exercise/.fingerprint/autocfg-2/invoked.timestamp`\n\n\
             Caused by:\n  No space left on device (os error 28)",
            "The disk is full",
            "free some space",
            "autocfg-2/invoked.timestamp",
        ),
        (
            By::Rustc,
            "rustc-LLVM ERROR: IO failure on output stream: No space left on device",
            "The disk is full",
            "free some space",
            "/home/ann/course/.gradlings/target",
        ),
        (
            By::Cargo,
            "failed to write /home/ann/course/.gradlings/target/exercise/deps/rustcAUejb8/lib.rmeta: No space left on device \
             (os error 28)\nerror: could not compile `raw-cpuid` (lib) due to 1 previous error",
            "The disk is full",
            "free some space",
            "deps/rustcAUejb8/lib.rmeta",
        ),
        (
            By::Cargo,
            "error: failed to open: /home/ann/course/.gradlings/target/exercise/.cargo-lock\n\nCaused by:\n  Read-only file \
             system (os error 30)",
            "the disk is read-only",
            "gradlings init DIR",
            "/home/ann/course/.gradlings/target/exercise/.cargo-lock",
        ),
        (
            By::Cargo,
            "error: Read-only file system (os error 30) at path \"/home/ann/course/.gradlings/targetCErA4d\"",
            "the disk is read-only",
            "gradlings init DIR",
            "/home/ann/course/.gradlings/targetCErA4d",
        ),
        (
            By::Rustc,
            "error: could not create incremental compilation crate directory \
             `/home/ann/course/.gradlings/target/direct/incremental/quick/mse-1v`: Read-only file system (os error 30)",
            "the disk is read-only",
            "gradlings init DIR",
            "incremental/quick/mse-1v",
        ),
        (
            By::Cargo,
            "warning: failed to write cache, path: /che/registry/index/.cache/df/dx/dfdx, error: Read-only file system (os \
             error 30)\nwarning: failed to save last-use data\nThis may prevent cargo from accurately tracking what is being \
             used in its global cache.\n\nunable to open database file: /che/.global-cache\n\nCaused by:\n  Error code 14: \
             unable to open database file\nerror: failed to create directory `/che/registry/cache/index.crates.io-1`\n\n\
             Caused by:\n  Read-only file system (os error 30)",
            "the disk is read-only",
            "set HOME",
            "/che/registry/cache/index.crates.io-1",
        ),
        (
            By::Cargo,
            "error: failed to create directory `/nowhere/.cargo/registry/cache/index.crates.io-1`\n\nCaused by:\n  Permission \
             denied (os error 13)",
            "refused access",
            "set HOME",
            "/nowhere/.cargo/registry",
        ),
        (
            By::Rustc,
            "error: failed to mmap: Cannot allocate memory (os error 12)",
            "too little memory",
            "close other programs",
            "",
        ),
        (
            By::Rustc,
            "error: failed to write /home/ann/course/x: File too large (os error 27)",
            "larger than a file may be",
            "ulimit -f",
            "/home/ann/course/x",
        ),
    ];
    table.into_iter().for_each(assert_explains);
}

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

#[test]
fn crates_that_cannot_be_had_are_explained() {
    let table: [Row; 13] = [
        (
            By::Cargo,
            "warning: spurious network error (1 try remaining): [6] Could not resolve hostname (Could not resolve host: \
             index.crates.io)\nerror: failed to get `dfdx` as a dependency of package `gradlings v0.1.0 (/l)`\n\nCaused by:\n  \
             download of config.json failed\n\nCaused by:\n  failed to download from `https://index.crates.io/config.json`\n\n\
             Caused by:\n  [6] Could not resolve hostname (Could not resolve host: index.crates.io)",
            "downloaded from index.crates.io (Could not resolve hostname).",
            "connect to the network",
            "",
        ),
        (
            By::Cargo,
            "Caused by:\n  failed to download from `http://127.0.0.1:9/index/config.json`\n\nCaused by:\n  [7] Could not connect \
             to server (Failed to connect to 127.0.0.1 port 9 after 0 ms: Could not connect to server)",
            "downloaded from 127.0.0.1 (Could not connect to server).",
            "HTTPS_PROXY",
            "",
        ),
        (
            By::Cargo,
            "  failed to download from `http://10.0.0.1/config.json`\n\nCaused by:\n  [28] Timeout was reached (Operation too \
             slow. Less than 10 bytes/sec transferred the last 2 seconds)",
            "(Timeout was reached)",
            "connect to the network",
            "",
        ),
        (
            By::Cargo,
            "  failed to download from `https://index.crates.io/config.json`\n\nCaused by:\n  [77] Problem with the SSL CA cert \
             (path? access rights?) (error setting certificate file: /etc/passwd)",
            "(Problem with the SSL CA cert)",
            "CARGO_HTTP_CAINFO",
            "",
        ),
        (
            By::Cargo,
            "  download of config.json failed\n\nCaused by:\n  failed to get successful HTTP response from \
             `http://mirror.example/index/config.json` (127.0.0.1), got 403\n  body:",
            "mirror.example answered with the error 403.",
            "HTTPS_PROXY",
            "",
        ),
        (
            By::Cargo,
            "  failed to query replaced source registry `crates-io`\n\nCaused by:\n  config.json not found in registry",
            "is no registry",
            "replace-with",
            "",
        ),
        (
            By::Cargo,
            "error: no matching package named `flate2` found\nlocation searched: crates.io index\nrequired by package \
             `gradlings v0.1.0 (/l)`\nAs a reminder, you're using offline mode (--offline) which can sometimes cause \
             surprising resolution failures, if this error is too confusing you may wish to retry without `--offline`.",
            "The crate `flate2` has to be downloaded, and cargo is told to stay off the network.",
            "CARGO_NET_OFFLINE",
            "",
        ),
        (
            By::Cargo,
            "error: failed to download `libm v0.2.16`\n\nCaused by:\n  attempting to make an HTTP request, but --offline was \
             specified",
            "The crate `libm v0.2.16`",
            "CARGO_NET_OFFLINE",
            "",
        ),
        (
            By::Cargo,
            "error: failed to download replaced source registry `crates-io`\n\nCaused by:\n  failed to verify the checksum of \
             `libm v0.2.16 (registry `x`)`",
            "`libm` is not that crate",
            "run the command again",
            "",
        ),
        (
            By::Cargo,
            "error: checksum for `libm v0.2.16` changed between lock files\n\nthis could be indicative of a few possible errors:",
            "another checksum for the crate `libm v0.2.16`",
            "remove Cargo.lock",
            "/home/ann/course/Cargo.lock",
        ),
        (
            By::Cargo,
            "error: failed to parse lock file at: /home/ann/course/Cargo.lock\n\nCaused by:\n  TOML parse error at line 2, \
             column 9\n    |\n  2 | <<<<<<< HEAD",
            "cargo cannot read Cargo.lock",
            "git checkout Cargo.lock",
            "/home/ann/course/Cargo.lock",
        ),
        (
            By::Cargo,
            "error: failed to select a version for the requirement `libm = \"=99.0.0\"`\ncandidate versions found which didn't \
             match: 0.2.16, 0.2.15, 0.2.14, ...",
            "libm = \"=99.0.0\"",
            "gradlings update",
            "",
        ),
        (
            By::Cargo,
            "error: no bin target named `mse` in default-run packages",
            "does not list every program",
            "gradlings dev update",
            "exercises/Cargo.toml",
        ),
    ];
    table.into_iter().for_each(assert_explains);
}

#[test]
fn a_built_library_that_is_gone_or_cut_off_is_never_the_learners() {
    let about = [
        "found invalid metadata files for crate `gradlings`",
        "extern location for gradlings does not exist: ",
        "found crate `gradlings` compiled by an incompatible version of rustc",
        "can't find crate for `gradlings`",
        "crate `dfdx` required to be available in rlib format, but was not found in this form",
    ];
    for message in about {
        assert!(is_about_the_library(message), "{message}");
        let printed: &str = Box::leak(format!("error[E0786]: {message}").into_boxed_str());
        assert_explains((
            By::Rustc,
            printed,
            message.trim(),
            "remove that folder",
            ".gradlings/target",
        ));
    }
    for message in ["can't find crate for `nope`", "mismatched types"] {
        assert!(!is_about_the_library(message), "{message}");
    }
}

#[test]
fn crashes_are_explained() {
    let table: [Row; 6] = [
        (
            By::Rustc,
            "thread 'rustc' (26712) panicked at /rustc-dev/e50/compiler/rustc_errors/src/lib.rs:1486:17:\naborting due to `-Z \
             treat-err-as-bug=1`\n\nerror: the compiler unexpectedly panicked. This is a bug\n\nnote: we would appreciate a \
             bug report",
            "rustc crashed: it met something that it does not expect",
            "what you changed last",
            "",
        ),
        (
            By::Rustc,
            "error: rustc interrupted by SIGSEGV, printing backtrace\n\n/r/lib/librustc_driver-6.so(+0x3b62e1c)[0x7fedd8b62e1c]",
            "rustc crashed (SIGSEGV).",
            "very deep nesting",
            "",
        ),
        (
            By::Cargo,
            "error: could not compile `libm` (lib)\n\nCaused by:\n  process didn't exit successfully: `/r/bin/rustc --crate-name \
             libm --edition=2021 /h/.cargo/registry/libm/src/lib.rs` (signal: 9, SIGKILL: kill)",
            "The system killed rustc (SIGKILL)",
            "close other programs",
            "",
        ),
        (
            By::Cargo,
            "Caused by:\n  process didn't exit successfully: `/r/bin/rustc --crate-name libm` (signal: 25)",
            "rustc was stopped because a file",
            "ulimit -f",
            "",
        ),
        (
            By::Cargo,
            "error: process didn't exit successfully: `/b/rustc_dead -vV` (signal: 11, SIGSEGV: invalid memory reference)",
            "rustc_dead crashed (signal 11).",
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

#[cfg(unix)]
#[test]
fn a_compiler_that_was_killed_without_a_word_is_explained_by_its_end() {
    for (signal, what) in [
        ("KILL", "The system killed rustc"),
        ("SEGV", "rustc crashed (signal 11)"),
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

#[test]
fn what_is_not_known_is_shown_and_given_no_cause() {
    let long = format!("error: {}", "x".repeat(5000));
    let many = "error: the moon is full\n".repeat(50);
    for printed in ["error: the moon is full", &long, &many] {
        let words = [printed.to_owned()];
        let problem = explain(&Failed {
            by: By::Cargo,
            words: &words,
            status: None,
            root: Path::new(ROOT),
        });
        assert!(
            problem
                .what
                .starts_with("cargo failed and said:\n    error: "),
            "{problem}"
        );
        assert!(problem.what.len() < 400, "{problem}");
        assert_eq!(problem.next, "type `gradlings doctor`");
    }
    assert_explains((
        By::Rustc,
        "",
        "rustc failed and said nothing.",
        "gradlings doctor",
        "",
    ));
}

#[test]
fn a_name_in_a_call_is_no_reason() {
    // The learner may call a folder anything.
    assert_explains((
        By::Cargo,
        "error: could not compile `x`\n\nCaused by:\n  process didn't exit successfully: `/r/bin/rustc '/h/No space left on \
         device (os error 28)/x.rs'` (exit status: 1)",
        "cargo failed and said:",
        "gradlings doctor",
        "",
    ));
}

#[test]
fn errors_of_the_text_that_point_nowhere_are_told_apart() {
    let about = [
        "error: `#[panic_handler]` function required, but not found",
        "error: unwinding panics are not supported without std",
        "error: invalid instruction mnemonic 'nope'\n --> <inline asm>:2:1",
        "error: symbol 'a' is already defined",
        "= note: rust-lld: error: undefined symbol: main",
    ];
    for words in about {
        assert!(is_about_the_text(&[words.to_owned()]), "{words}");
    }
    for words in [
        "error: linker `cc` not found",
        "= note: rust-lld: error: unable to find library -lnope",
    ] {
        assert!(!is_about_the_text(&[words.to_owned()]), "{words}");
    }
}
