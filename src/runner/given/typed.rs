//! The files of a typed line, as a shell would read it: words with blanks in quotes, and `~` for the home folder.

use std::path::{Path, PathBuf};

use crate::runner::problem::Problem;
use crate::runner::words::machine::given as words;

/// The paths in a line. `home` is the folder that `~` stands for.
///
/// # Errors
/// Says where a quote is not closed.
pub fn typed(line: &str, home: Option<&Path>) -> Result<Vec<PathBuf>, Problem> {
    let line = line.trim();
    let Some(typed) = shlex::split(line) else {
        return Err(Problem::new(
            words::open_quote(line),
            words::close_the_quote(),
        ));
    };
    let path = |word: String| match (word.strip_prefix('~'), home) {
        (Some(""), Some(home)) => home.to_owned(),
        (Some(inside), Some(home)) if inside.starts_with('/') => home.join(&inside[1..]),
        _ => PathBuf::from(word),
    };
    Ok(typed.into_iter().map(path).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_a_shell_reads_it() {
        let table: [(&str, &[&str]); 8] = [
            ("", &[]),
            ("   ", &[]),
            ("a.png  cats", &["a.png", "cats"]),
            ("'my cats/one.png' b", &["my cats/one.png", "b"]),
            ("my\\ cats", &["my cats"]),
            ("~ ~/cats", &["/home/ann", "/home/ann/cats"]),
            ("~ann/cats a~", &["~ann/cats", "a~"]),
            ("照片/猫.png", &["照片/猫.png"]),
        ];
        for (line, expected) in table {
            let paths = typed(line, Some(Path::new("/home/ann"))).expect(line);
            let expected: Vec<&Path> = expected.iter().map(Path::new).collect();
            assert_eq!(paths, expected, "{line}");
        }
        let without_home = typed("~/cats", None).expect("a path");
        assert_eq!(without_home, [Path::new("~/cats")]);
    }

    #[test]
    fn a_quote_that_is_not_closed_is_told() {
        let problem = typed("\"my cats", None).expect_err("it is open");
        assert!(problem.what.contains("\"my cats"), "{problem}");
    }
}
