//! The linker: missing, told to do what it cannot, or stopped.

use crate::{labels, sentences};

sentences! {
    "linker";

    /// There is no such program.
    not_found(name) = "The linker `{name}` was not found, and Rust needs one to finish a program.";

    /// The system did not start it.
    not_started(name, reason) = "The linker `{name}` could not be started: {reason}.";

    /// A library is missing.
    no_library(library) = "The linker does not find the library `{library}`, which it is told to link.";

    /// The compiler that links does not find the linker behind it.
    no_linker_behind(name) = "`{name}` does not find the linker that it is told to use.";

    /// It crashed with a bus error.
    bus_error = "The linker crashed while it wrote the program (a bus error), as it does when the disk gets full.";

    /// It wrote a file that is too large.
    too_large = "The linker was stopped because a program is larger than a file may be.";

    /// It was killed.
    killed = "The system killed the linker, as it does when memory runs out.";

    /// It failed and said nothing.
    failed(name, status) = "The linker `{name}` failed ({status}).";

    /// It failed and said why.
    failed_and_said(name, status, line) = "The linker `{name}` failed ({status}). It says: {line}";
}

labels! {
    "linker_mend";

    /// There is no C compiler.
    install_c = "install a C compiler (`sudo apt install build-essential`, `xcode-select --install` or the like)";

    /// There is no C compiler on Linux and the like.
    install_c_on_linux = "install a C compiler: `sudo apt install build-essential`, `sudo dnf install gcc` or the like";

    /// There is no C compiler on macOS.
    install_c_on_mac = "type `xcode-select --install`";

    /// There is no linker on Windows.
    install_build_tools = "install the Build Tools of Visual Studio with its C++ part";

    /// A setting names a linker that is not there.
    remove_or_install = "take `linker` out of RUSTFLAGS and out of cargo's settings (`.cargo/config.toml`), or install \
        it";

    /// A setting names a linker that cannot be started.
    remove_or_rename = "take `linker` out of RUSTFLAGS and out of cargo's settings (`.cargo/config.toml`), or name \
        another";

    /// A setting names a library that is not there.
    remove_library(library) = "take `-l{library}` out of RUSTFLAGS, out of `rustflags` in cargo's settings \
        (`.cargo/config.toml`), or out of a `#[link]` in your file";

    /// A setting names a linker behind the compiler that is not there.
    remove_fuse_ld = "take `-fuse-ld` out of RUSTFLAGS and of `rustflags` in cargo's settings (`.cargo/config.toml`), \
        or install that linker";
}
