//! What rustc calls and reads to link one program, by name.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::runner::sandbox::policy::Access;

/// Programs that link, what they call, and what a script around them needs.
const NAMES: [&str; 33] = [
    "cc", "c++", "gcc", "g++", "clang", "clang++", "zig", "ccache", "sccache", "ld", "ld.bfd",
    "ld.gold", "ld.lld", "ld.mold", "ld.wild", "lld", "rust-lld", "mold", "wild", "ld64.lld", "as",
    "ar", "collect2", "sh", "bash", "dash", "env", "dirname", "basename", "readlink", "realpath",
    "cat", "uname",
];

/// Folders of libraries and headers, which hold no program that is called by name.
const LIBRARIES: [&str; 15] = [
    "/lib",
    "/lib32",
    "/lib64",
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/libexec",
    "/usr/include",
    "/usr/local/lib",
    "/usr/local/lib64",
    "/usr/local/include",
    "/nix",
    "/gnu",
    "/run/current-system",
    "/usr/x86_64-linux-gnu",
];

/// What `rustc` and the linker it calls may read and run.
pub fn paths(rustc: &Path, linker: Option<&str>) -> Vec<(Access, PathBuf)> {
    let mut paths = vec![(Access::Run, rustc.to_owned())];
    let mut run = |path: PathBuf| paths.push((Access::Run, path));
    LIBRARIES.iter().for_each(|path| run(path.into()));
    // The compiler's own libraries.
    beside(rustc).for_each(&mut run);
    let linker = linker.map(Path::new);
    if let Some(path) = linker.filter(|path| path.is_absolute()) {
        run(path.to_owned());
        beside(path).for_each(&mut run);
    }
    let path = env::var_os("PATH").unwrap_or_default();
    for folder in env::split_paths(&path).filter(|folder| folder.is_absolute()) {
        let named = NAMES.iter().map(Path::new).chain(linker);
        for tool in named.map(|name| folder.join(name)) {
            // A tool of one's own has its libraries beside it, where its link leads.
            if let Ok(file) = tool.canonicalize()
                && !is_this_program(&file)
            {
                if !file.starts_with("/usr") && !file.starts_with("/bin") {
                    beside(&file).for_each(&mut run);
                }
                run(file);
            }
        }
    }
    paths
}

/// Folders of libraries that belong to a program in a folder `bin`.
fn beside(program: &Path) -> impl Iterator<Item = PathBuf> {
    let folder = program.parent().filter(|folder| folder.ends_with("bin"));
    let above = folder.and_then(Path::parent).map(Path::to_owned);
    let names = ["lib", "lib64", "libexec", "include"];
    above
        .into_iter()
        .flat_map(move |above| names.map(|name| above.join(name)))
}

/// Whether a file is the one that runs, whatever it is called.
fn is_this_program(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;

        let own = std::fs::metadata(crate::runner::sandbox::own_executable());
        let same = |own: std::fs::Metadata, file: std::fs::Metadata| {
            (own.dev(), own.ino()) == (file.dev(), file.ino())
        };
        own.is_ok_and(|own| std::fs::metadata(file).is_ok_and(|file| same(own, file)))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        false
    }
}

/// Variables that say where tools are and how they link.
pub fn variables() -> impl Iterator<Item = (OsString, OsString)> {
    const NAMES: [&str; 7] = [
        "PATH",
        "LD_LIBRARY_PATH",
        "LIBRARY_PATH",
        "LANG",
        "LC_ALL",
        "TZ",
        "SOURCE_DATE_EPOCH",
    ];
    // The tools of Nix are scripts that read these.
    const BEGINNINGS: [&str; 3] = ["NIX_LDFLAGS", "NIX_CC", "NIX_BINTOOLS"];
    env::vars_os().filter(|(name, _)| {
        let name = name.to_string_lossy();
        NAMES.contains(&&*name) || BEGINNINGS.iter().any(|it| name.starts_with(it))
    })
}
