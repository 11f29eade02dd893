//! The name of the folder: cargo takes some letters for something else, and so does the linker.

use super::said::Said;
use crate::runner::problem::Problem;
use crate::runner::words::machine::folder as words;

pub fn explain(said: &Said) -> Option<Problem> {
    let (what, next) = if said.has("failed to join paths from `$") {
        let letter = said.between("path segment contains separator `", "`")?;
        (words::separator(letter), words::rename_without(letter))
    } else if said.has("unable to match path to pattern `") || said.has("could not parse pattern `")
    {
        (
            words::pattern().to_owned(),
            words::rename_without_patterns().to_owned(),
        )
    } else if said
        .between("cannot open output file ", ": No such file or directory")
        .is_some_and(|path| path.contains('%'))
    {
        (words::percent().to_owned(), words::rename_without('%'))
    } else if [
        "invalid UTF-8 was detected in",
        " not utf-8",
        "is not valid Unicode: ",
    ]
    .iter()
    .any(|words| said.has(words))
    {
        (
            words::not_utf8().to_owned(),
            words::rename_in_utf8().to_owned(),
        )
    } else {
        return None;
    };
    Some(Problem::new(what, next).at(said.root.display()))
}

#[cfg(test)]
mod tests {
    use super::super::By;
    use super::super::tests::{ROOT, Row, assert_explains};

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
                "is not valid UTF-8, and cargo cannot use it",
                "rename the folder",
                ROOT,
            ),
            (
                By::Rustc,
                "error: argument 11 is not valid Unicode: \"incremental=/home/ann/non\\xFFutf/o/inc\"",
                "is not valid UTF-8, and cargo cannot use it",
                "rename the folder",
                ROOT,
            ),
        ];
        table.into_iter().for_each(assert_explains);
    }
}
