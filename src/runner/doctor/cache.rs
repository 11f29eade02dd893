//! Whether what is kept from earlier still fits: the library in a learner's folder, the builds, the cache.

use std::path::PathBuf;

use super::finding::Finding;
use super::toolchain::numbers;
use crate::runner::problem::Problem;
use crate::runner::text::units::gigabytes;
use crate::runner::words::machine::doctor_cache as words;

/// Builds of the course alone stay well below this many bytes; more is what earlier versions left behind.
const MUCH: u64 = 8 << 30;

/// What is kept in a course.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The version of the library in a learner's own folder; a clone has none.
    pub library: Option<String>,
    /// The rustc that the builds were made with.
    pub built_with: Option<String>,
    /// The rustc there is.
    pub rustc: Option<String>,
    /// Where the builds are.
    pub builds: PathBuf,
    /// Bytes of them.
    pub bytes: u64,
    /// Answer sheets and verdicts in the cache that belong to exercises the course no longer has.
    pub strangers: usize,
    /// Where the cache is.
    pub cache: PathBuf,
}

/// What is stale, or that nothing is. `program` is the version of this program.
pub fn examine(kept: &Kept, program: &str) -> Vec<Finding> {
    let mut stale = Vec::new();
    if let Some(library) = &kept.library {
        stale.extend(versions(library, program));
    }
    if let (Some(before), Some(now)) = (&kept.built_with, &kept.rustc)
        && before != now
    {
        stale.push(Problem::new(
            words::other_rustc(before, now),
            words::build_again(),
        ));
    }
    if kept.bytes > MUCH {
        let problem = Problem::new(words::much(gigabytes(kept.bytes)), words::remove_builds());
        stale.push(problem.at(kept.builds.display()));
    }
    let strangers = match kept.strangers {
        0 => None,
        1 => Some(words::one_stranger().to_owned()),
        many => Some(words::strangers(many)),
    };
    if let Some(what) = strangers {
        stale.push(Problem::new(what, words::remove_cache()).at(kept.cache.display()));
    }
    if stale.is_empty() {
        return vec![Finding::Good(words::nothing_stale().to_owned())];
    }
    stale.into_iter().map(Finding::Note).collect()
}

fn versions(library: &str, program: &str) -> Option<Problem> {
    if library == program {
        return None;
    }
    let next = match numbers(library) > numbers(program) {
        true => words::install_newer(),
        false => words::update_course(),
    };
    Some(Problem::new(words::other_version(library, program), next))
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    #[test]
    fn whatever_is_stale_is_told_with_the_mend() {
        type Change = fn(&mut Kept);
        let table: [(Change, &str, &str); 8] = [
            (|_| {}, "ok", "Nothing"),
            (|it| it.library = Some("0.2.0".to_owned()), "ok", "Nothing"),
            (
                |it| it.library = Some("0.1.9".to_owned()),
                "note",
                "gradlings update",
            ),
            (
                |it| it.library = Some("0.10.0".to_owned()),
                "note",
                "install the newer",
            ),
            (
                |it| it.built_with = Some("1.95.0".to_owned()),
                "ok",
                "Nothing",
            ),
            (
                |it| it.built_with = Some("1.94.0".to_owned()),
                "note",
                "rustc 1.94.0",
            ),
            (|it| it.bytes = MUCH + 1, "note", "8.0 GB"),
            (|it| it.strangers = 3, "note", "3 files of exercises"),
        ];
        for (change, state, sentence) in table {
            let mut kept = Kept {
                rustc: Some("1.95.0".to_owned()),
                ..Kept::default()
            };
            change(&mut kept);
            assert_says(&examine(&kept, "0.2.0")[0], state, sentence);
        }
    }
}
