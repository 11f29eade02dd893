//! What every program links, once it is built: a file of it that is gone, cut off, or another compiler's.

use super::said::Said;
use crate::runner::problem::Problem;
use crate::runner::words::machine::build as words;

/// Whether this error is about a built library, whatever it points at. A learner may write `extern crate`, but not with
/// these names.
pub fn is_meant(message: &str) -> bool {
    const NAMES: [&str; 4] = ["gradlings", "dfdx", "std", "core"];
    let about = |before: &str| {
        let name = message
            .split_once(before)
            .and_then(|(_, rest)| rest.split_once('`'));
        name.is_some_and(|(name, _)| NAMES.contains(&name))
    };
    message.contains("extern location for gradlings does not exist")
        || message.contains("compiled by an incompatible version of rustc")
        || message.contains("found invalid metadata files for crate `")
        || message.contains("found possibly newer version of crate `")
        || message
            .contains("required to be available in rlib format, but was not found in this form")
        || about("can't find crate for `")
}

pub fn explain(said: &Said) -> Option<Problem> {
    let line = said.lines().find(|line| is_meant(line))?;
    let line = line.split_once(": ").map_or(line, |(_, rest)| rest);
    let target = said.root.join(".gradlings/target");
    Some(Problem::new(words::library_stale(line), words::remove_builds()).at(target.display()))
}

#[cfg(test)]
mod tests {
    use super::super::By;
    use super::super::tests::assert_explains;
    use super::is_meant;

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
            assert!(is_meant(message), "{message}");
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
            assert!(!is_meant(message), "{message}");
        }
    }
}
