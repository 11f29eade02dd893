//! Which file of `src` imports which, read from the texts: `use` lines, paths that begin with `crate::`, and what a file
//! takes out of the files below it. Tests and what is only passed on with `pub use` do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Files by the names of their modules (`runner::judge`), each with those that it imports.
pub type Imports = BTreeMap<String, BTreeSet<String>>;

/// All files below `root`, without the two that only list the others.
pub fn of(root: &Path) -> Imports {
    let mut texts = BTreeMap::new();
    for file in files(root) {
        let module = module(file.strip_prefix(root).expect("collected below root"));
        let is_test = module.split("::").any(|part| part == "tests");
        if !is_test && !["lib", "main"].contains(&module.as_str()) {
            let text = fs::read_to_string(&file).expect("source is text");
            texts.insert(module, without_tests(&text));
        }
    }
    let names: BTreeSet<String> = texts.keys().cloned().collect();
    let imports = texts.iter().map(|(module, text)| {
        let found = paths(module, text)
            .into_iter()
            .chain(taken_from_below(module, text, &names))
            .filter_map(|path| file_of(&path, &names))
            .filter(|file| file != module);
        (module.clone(), found.collect())
    });
    imports.collect()
}

/// One circle of files, if there is any: each imports the next one, and the last one the first.
pub fn circle(imports: &Imports) -> Option<Vec<String>> {
    let mut sound = BTreeSet::new();
    imports
        .keys()
        .find_map(|file| circle_from(file, imports, &mut Vec::new(), &mut sound))
}

fn circle_from(
    file: &str,
    imports: &Imports,
    way: &mut Vec<String>,
    sound: &mut BTreeSet<String>,
) -> Option<Vec<String>> {
    if let Some(at) = way.iter().position(|other| other == file) {
        return Some(way[at..].to_vec());
    }
    if sound.contains(file) {
        return None;
    }
    way.push(file.to_owned());
    let next = imports.get(file).into_iter().flatten();
    let mut found = next.map(|next| circle_from(next, imports, way, sound));
    let circle = found.find_map(|found| found);
    way.pop();
    sound.insert(file.to_owned());
    circle
}

/// All files of Rust below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// `runner/judge/pattern.rs` is `runner::judge::pattern`.
fn module(file: &Path) -> String {
    let parts = file.with_extension("");
    let parts = parts.iter().map(|part| part.to_string_lossy());
    parts.collect::<Vec<_>>().join("::")
}

/// The code of a text without comments and without its tests, which stand at the end.
pub fn without_tests(text: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let lines: Vec<&str> = lines.collect();
    let mut code = String::new();
    let mut at = 0;
    while at < lines.len() {
        let is_for_tests = lines[at].starts_with("#[cfg(") && lines[at].contains("test");
        if is_for_tests {
            let item = lines[at..]
                .iter()
                .position(|line| !line.starts_with("#["))
                .map_or(lines.len(), |more| at + more);
            let item_text = lines.get(item).copied().unwrap_or_default();
            if item_text.contains("mod ") && item_text.ends_with('{') {
                break;
            }
            // `mod tests;` or a `use` that only tests need.
            if item_text.ends_with(';') {
                at = item + 1;
                continue;
            }
        }
        code.push_str(lines[at]);
        code.push('\n');
        at += 1;
    }
    code
}

/// The paths behind `use`, and those that begin with `crate::` anywhere in the code.
fn paths(module: &str, code: &str) -> Vec<String> {
    let above = module.rsplit_once("::").map_or("", |(above, _)| above);
    let mut found = Vec::new();
    for (root, base) in [("crate", ""), ("super", above), ("self", module)] {
        let start = format!("{root}::");
        for (at, _) in code.match_indices(&start) {
            let before = &code[..at];
            // `pub(in crate::runner)` and the paths of a macro import nothing.
            if before.ends_with("in ") || before.ends_with('$') || before.ends_with(is_of_word) {
                continue;
            }
            let path = &code[at + start.len()..];
            let whole = match before.ends_with("use ") {
                true => path.split(';').next().unwrap_or_default(),
                false => path.split(|c| !is_of_path(c)).next().unwrap_or_default(),
            };
            let whole: String = whole.split_whitespace().collect::<Vec<_>>().join(" ");
            found.extend(spread(base, &whole));
        }
    }
    found
}

/// `a::{b, c::{d, e}}` is `a::b`, `a::c::d` and `a::c::e`.
fn spread(base: &str, path: &str) -> Vec<String> {
    let join = |base: &str, part: &str| match (base, part.trim()) {
        ("", part) => part.to_owned(),
        (base, "") => base.to_owned(),
        (base, part) => format!("{base}::{part}"),
    };
    let Some((head, list)) = path.split_once('{') else {
        let path = path.split(" as ").next().unwrap_or_default();
        return vec![join(base, path)];
    };
    let list = list.rsplit_once('}').map_or(list, |(list, _)| list);
    let base = join(base, head.trim_end_matches("::"));
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, letter) in list.char_indices().chain([(list.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = list[start..at].trim();
                start = (at + 1).min(list.len());
                if !part.is_empty() {
                    found.extend(spread(&base, part));
                }
            }
            _ => {}
        }
    }
    found
}

/// The files right below this one of which it uses something, and not only passes it on.
fn taken_from_below(module: &str, code: &str, names: &BTreeSet<String>) -> Vec<String> {
    let is_used = |statement: &&str| {
        let mut lines = statement.lines().map(str::trim_start);
        let first = lines.find(|line| !line.is_empty() && !line.starts_with("#["));
        !first.is_some_and(|line| line.starts_with("pub") && line.contains(" use "))
    };
    let code: Vec<&str> = code.split_inclusive(';').filter(is_used).collect();
    let code = code.concat();
    let below = format!("{module}::");
    let below = names.iter().filter(|name| {
        let rest = name.strip_prefix(&below);
        rest.is_some_and(|rest| !rest.contains("::"))
    });
    let used = below.filter(|name| {
        let own = name.rsplit("::").next().unwrap_or_default();
        let path = format!("{own}::");
        code.match_indices(&path).any(|(at, _)| {
            let before = &code[..at];
            !before.ends_with(is_of_word) && !before.ends_with("::")
        })
    });
    used.cloned().collect()
}

/// The file in which a path ends: the longest beginning of it that is one.
fn file_of(path: &str, names: &BTreeSet<String>) -> Option<String> {
    let mut path = path;
    loop {
        if names.contains(path) {
            return Some(path.to_owned());
        }
        path = path.rsplit_once("::")?.0;
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn is_of_path(letter: char) -> bool {
    is_of_word(letter) || letter == ':'
}

/// Files with their texts, and the circle that they form.
type Row<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>);

#[test]
fn a_circle_is_found_through_every_way_to_import() {
    let imports = |files: &[(&str, &str)]| {
        let folder = tempfile::tempdir().expect("a folder");
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        circle(&of(folder.path())).map(|circle| circle.join(" "))
    };
    let table: [Row; 10] = [
        (
            &[("a.rs", "use crate::b::B;\n"), ("b.rs", "use std::fs;\n")],
            None,
        ),
        (
            &[
                ("a.rs", "use crate::b::B;\n"),
                ("b.rs", "use super::a::A;\n"),
            ],
            Some("a b"),
        ),
        (
            &[
                ("a.rs", "use crate::{c, b::{B, D}};\n"),
                ("b.rs", "fn f() -> crate::a::A {}\n"),
            ],
            Some("a b"),
        ),
        (
            &[
                ("a.rs", "mod b;\nfn f() { b::f() }\n"),
                ("a/b.rs", "use super::A;\n"),
            ],
            Some("a a::b"),
        ),
        (
            &[
                ("a.rs", "mod b;\nmod c;\nfn f() { b::f() }\n"),
                ("a/b.rs", "use super::{c, c::{C}};\n"),
                ("a/c.rs", ""),
            ],
            None,
        ),
        // What a list passes on does not make it depend on what it lists.
        (
            &[
                ("a.rs", "mod b;\npub use b::B;\n"),
                ("a/b.rs", "use super::A;\n"),
            ],
            None,
        ),
        // Nor does the right to be seen there.
        (
            &[
                ("a.rs", "mod b;\nfn f() { b::f() }\n"),
                ("a/b.rs", "pub(in crate::a) fn f() {}\n"),
            ],
            None,
        ),
        // Tests may look wherever they like.
        (
            &[
                ("a.rs", "use crate::b::B;\n"),
                (
                    "b.rs",
                    "fn f() {}\n#[cfg(test)]\nmod tests {\n    use crate::a::A;\n}\n",
                ),
            ],
            None,
        ),
        (
            &[
                ("a.rs", "use crate::b::B;\n"),
                ("b.rs", "#[cfg(test)]\nmod tests;\nuse crate::a::A;\n"),
            ],
            Some("a b"),
        ),
        (
            &[
                ("a.rs", "use crate::b::B;\n"),
                (
                    "b.rs",
                    "// use crate::a::A;\n/// [`A`](crate::a::A)\nfn f() {}\n",
                ),
            ],
            None,
        ),
    ];
    for (files, expected) in table {
        assert_eq!(imports(files).as_deref(), expected, "{files:?}");
    }
}
