//! What a compiler may read: the toolchain, the crates, the library, and the text that it compiles.
//!
//! A file that is compiled runs no code of its own: it has no build script and no macros that are programs. But
//! `include_bytes!`, `include_str!`, `#[path]` and `env!` read whatever the compiler can read.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::policy::{Access, Filter, Policy};

mod tools;

/// The largest amount of memory one process of a build may hold, in bytes.
pub const MEMORY: u64 = 4 << 30;

/// The command that starts cargo for what all programs of the course `root` link. It builds the package in `package` into
/// `target`, and reads of the course what is neither a solution nor kept by the program.
pub fn for_library(program: &Path, root: &Path, package: &Path, target: &Path) -> Command {
    let [root, package, target] = [root, package, target].map(super::absolute);
    let mut paths = vec![(Access::Own, target.clone()), (Access::Write, package)];
    let entries = fs::read_dir(&root).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let closed = ["solutions", "checks", "target"].contains(&&*name);
        if !name.starts_with('.') && !closed {
            paths.push((Access::Read, entry.path()));
        }
    }
    // cargo looks for its settings in every folder above, and whether it is a workspace that the package belongs to.
    for above in root.ancestors() {
        for file in [".cargo/config.toml", ".cargo/config", "Cargo.toml"] {
            paths.push((Access::Read, above.join(file)));
        }
    }
    let paths = [toolchain(), system(), paths].concat();
    confined(program, Filter::Build, &root, &target, paths)
}

/// The command that starts rustc for one program of the course `root`, whose text lies below `programs` like everything
/// that is made of it. Of the course it reads what cargo built in `target`, the sources of both libraries, and nothing else.
/// `linker` is the one that rustc is told to call, if it is told.
///
/// Folders of programs are closed to it but for the tools by name: this program, which holds every solution, lies in one of
/// them. So are the sources of crates, where it lies unpacked once cargo has installed it. Variables are let through by name.
pub fn for_program(
    program: &Path,
    root: &Path,
    programs: &Path,
    target: &Path,
    linker: Option<&str>,
) -> Command {
    let [root, programs, target] = [root, programs, target].map(super::absolute);
    let mut paths = tools::paths(program, linker);
    paths.extend(files_of_the_system());
    paths.extend([
        (Access::Own, programs.clone()),
        (Access::Run, target),
        // Messages show lines of it.
        (Access::Read, root.join("src")),
        (Access::Read, root.join("exercises/library")),
    ]);
    let mut command = confined(program, Filter::Compiler, &root, &programs, paths);
    if super::is_on() {
        let temporary = command.get_envs().find(|(name, _)| *name == "TMPDIR");
        let temporary = temporary.and_then(|(_, folder)| folder.map(OsString::from));
        command.env_clear();
        command.envs(tools::variables());
        command.envs(temporary.map(|folder| ("TMPDIR", folder)));
    }
    command
}

/// `own` is a folder that it may write into, for temporary files too.
fn confined(
    program: &Path,
    filter: Filter,
    root: &Path,
    own: &Path,
    mut paths: Vec<(Access, PathBuf)>,
) -> Command {
    let temporary = own.join("tmp");
    let mut command = if super::is_on() && cfg!(target_os = "linux") {
        paths.push((Access::Read, root.join(".gradlings/library")));
        for above in root.ancestors() {
            for file in ["rust-toolchain.toml", "rust-toolchain"] {
                paths.push((Access::Read, above.join(file)));
            }
        }
        let policy = Policy {
            confined: true,
            filter: Some(filter),
            paths,
            parent: Some(std::process::id()),
            ..Policy::default()
        };
        // What is not there when the rules are made cannot be reached later.
        let _ = fs::create_dir_all(&temporary);
        let mut command = super::command(program, &policy);
        command.env("TMPDIR", temporary);
        command
    } else {
        Command::new(program)
    };
    keep_secrets(&mut command);
    command
}

fn toolchain() -> Vec<(Access, PathBuf)> {
    // Without HOME, cargo and rustup ask the system for the user's folder; what they find there they must be able to read.
    let home = env::home_dir().unwrap_or_default();
    let folder = |variable: &str, name: &str| {
        let set = env::var_os(variable).filter(|value| !value.is_empty());
        set.map_or_else(|| home.join(name), PathBuf::from)
    };
    let cargo = folder("CARGO_HOME", ".cargo");
    let mut paths = vec![
        (Access::Run, folder("RUSTUP_HOME", ".rustup")),
        (Access::Run, cargo.join("bin")),
        (Access::Own, cargo.join("registry")),
        (Access::Own, cargo.join("git")),
    ];
    // Not the credentials that lie beside them.
    for file in ["config.toml", "config", "env"] {
        paths.push((Access::Read, cargo.join(file)));
    }
    for file in [".package-cache", ".package-cache-mutate", ".global-cache"] {
        paths.push((Access::Write, cargo.join(file)));
    }
    let programs = env::var_os("PATH").unwrap_or_default();
    for folder in env::split_paths(&programs).filter(|folder| folder.is_absolute()) {
        // A linker of one's own has its libraries beside it.
        if let (Some(parent), Some("bin")) = (
            folder.parent(),
            folder.file_name().and_then(|name| name.to_str()),
        ) {
            for beside in ["lib", "lib64", "libexec", "include"] {
                paths.push((Access::Run, parent.join(beside)));
            }
        }
        paths.push((Access::Run, folder));
    }
    paths
}

fn system() -> Vec<(Access, PathBuf)> {
    let mut paths: Vec<(Access, PathBuf)> = [
        "/usr",
        "/bin",
        "/sbin",
        "/lib",
        "/lib32",
        "/lib64",
        "/opt",
        "/nix",
        "/gnu",
        "/run/current-system",
    ]
    .map(|path| (Access::Run, path.into()))
    .into();
    paths.extend(files_of_the_system());
    paths
}

/// What the system says about itself.
fn files_of_the_system() -> Vec<(Access, PathBuf)> {
    let mut paths: Vec<(Access, PathBuf)> = Vec::new();
    for path in [
        "/etc/ld.so.cache",
        "/etc/ld.so.conf",
        "/etc/ld.so.conf.d",
        "/etc/alternatives",
        "/etc/passwd",
        "/etc/group",
        "/etc/hosts",
        "/etc/host.conf",
        "/etc/gai.conf",
        "/etc/nsswitch.conf",
        "/etc/resolv.conf",
        "/run/systemd/resolve",
        "/etc/services",
        "/etc/localtime",
        "/etc/ssl/certs",
        "/etc/ssl/openssl.cnf",
        "/etc/pki",
        "/etc/ca-certificates",
        "/proc",
        "/sys/devices/system/cpu",
        "/sys/fs/cgroup",
        "/dev/urandom",
        "/dev/random",
        "/dev/full",
    ] {
        paths.push((Access::Read, path.into()));
    }
    for variable in ["SSL_CERT_FILE", "SSL_CERT_DIR", "CARGO_HTTP_CAINFO"] {
        paths.extend(env::var_os(variable).map(|path| (Access::Read, path.into())));
    }
    paths.extend(["/dev/null", "/dev/zero"].map(|path| (Access::Write, path.into())));
    paths
}

/// Takes variables away that `env!` must not put into a program: their names say that they are secrets.
fn keep_secrets(command: &mut Command) {
    const WORDS: [&str; 7] = [
        "TOKEN",
        "SECRET",
        "PASSWORD",
        "PASSWD",
        "CREDENTIAL",
        "PRIVATE",
        "API_KEY",
    ];
    for (name, _) in env::vars_os() {
        let upper = name.to_string_lossy().to_uppercase();
        if WORDS.iter().any(|word| upper.contains(word)) {
            command.env_remove(name);
        }
    }
}
