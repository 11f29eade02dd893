//! Whether there is a home folder: cargo and rustup keep their files there.

use std::path::PathBuf;

use super::finding::Finding;
use crate::runner::problem::Problem;
use crate::runner::words::machine::doctor_home as words;

/// What is known of the home folder.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// Whether the variable HOME names it, which Windows does not need.
    pub is_set: bool,
    /// Where it is, by HOME or by the system's list of users.
    pub folder: Option<PathBuf>,
    /// Whether that folder is there.
    pub is_there: bool,
    /// `CARGO_HOME`: where cargo keeps its files instead.
    pub cargo: Option<PathBuf>,
}

/// Whether cargo and rustup find the place for their files.
pub fn examine(home: &Home) -> Finding {
    let Some(folder) = &home.folder else {
        return Finding::Bad(Problem::new(words::none(), words::export_a_home()));
    };
    let shown = folder.display();
    match &home.cargo {
        _ if home.is_there && home.is_set => Finding::Good(words::there(shown)),
        _ if home.is_there => Finding::Note(Problem::new(
            words::not_set(&shown),
            words::export_home(&shown),
        )),
        Some(cargo) => Finding::Good(words::cargo_elsewhere(shown, cargo.display())),
        None => Finding::Bad(Problem::new(words::missing(), words::set_home()).at(shown)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    #[test]
    fn a_home_folder_that_is_missing_is_told() {
        type Change = fn(&mut Home);
        let table: [(Change, &str, &str); 5] = [
            (|_| {}, "ok", "/home/ann is there"),
            (|it| it.is_set = false, "note", "export HOME=/home/ann"),
            (|it| it.is_there = false, "wrong", "set the variable HOME"),
            (
                |it| {
                    it.is_there = false;
                    it.cargo = Some(PathBuf::from("/opt/cargo"));
                },
                "ok",
                "in /opt/cargo",
            ),
            (|it| it.folder = None, "wrong", "no home folder"),
        ];
        for (change, state, sentence) in table {
            let mut home = Home {
                is_set: true,
                folder: Some(PathBuf::from("/home/ann")),
                is_there: true,
                cargo: None,
            };
            change(&mut home);
            assert_says(&examine(&home), state, sentence);
        }
    }
}
