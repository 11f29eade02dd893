//! Which files rustc misses, read off its messages.

use cargo_metadata::diagnostic::Diagnostic;

/// The paths that rustc could not open for this message. Of a module that is in neither of two files it says both.
pub fn files(diagnostic: &Diagnostic) -> Vec<String> {
    // `include!`, `include_str!`, `include_bytes!` and `#[path]`: couldn't read `a/../b.rs`: No such file or directory
    if let Some(rest) = diagnostic.message.strip_prefix("couldn't read `")
        && let Some((path, _)) = rest.rsplit_once("`: ")
    {
        return vec![path.to_owned()];
    }
    let code = diagnostic.code.as_ref().map(|code| code.code.as_str());
    if code != Some("E0583") {
        return Vec::new();
    }
    // `mod a;`: to create the module `a`, create file "x/a.rs" or "x/a/mod.rs"
    let said = diagnostic.children.iter().map(|child| &child.message);
    said.flat_map(|message| message.split('"').skip(1).step_by(2))
        .map(str::to_owned)
        .collect()
}
