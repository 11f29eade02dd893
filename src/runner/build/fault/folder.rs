//! The name of the folder: cargo takes some letters for something else, and so does the linker.

use super::said::Said;
use crate::runner::problem::Problem;

pub fn explain(said: &Said) -> Option<Problem> {
    let (what, letters) = if said.has("failed to join paths from `$") {
        let letter = said.between("path segment contains separator `", "`")?;
        (
            format!(
                "cargo cannot build in a folder with `{letter}` in its name: that letter stands between the folders of a list."
            ),
            format!("`{letter}`"),
        )
    } else if said.has("unable to match path to pattern `") || said.has("could not parse pattern `")
    {
        (
            "cargo takes the name of the folder for a pattern: it has `*`, `?` or `[` in it."
                .to_owned(),
            "`*`, `?`, `[` and `]`".to_owned(),
        )
    } else if said
        .between("cannot open output file ", ": No such file or directory")
        .is_some_and(|path| path.contains('%'))
    {
        (
            "The linker cannot write into a folder with `%` in its name: it puts other letters in its place."
                .to_owned(),
            "`%`".to_owned(),
        )
    } else if [
        "invalid UTF-8 was detected in",
        " not utf-8",
        "is not valid Unicode: ",
    ]
    .iter()
    .any(|words| said.has(words))
    {
        (
            "The name of the folder has bytes in it that are no text (UTF-8), and cargo cannot use it.".to_owned(),
            "them".to_owned(),
        )
    } else {
        return None;
    };
    Some(
        Problem::new(
            what,
            format!("rename the folder, or one above it, so that its name is without {letters}"),
        )
        .at(said.root.display()),
    )
}
