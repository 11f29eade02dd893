//! Whether the file system of the course tells about saves, and how long it takes to keep a small file.

use std::time::Duration;

use super::finding::Finding;
use crate::runner::problem::Problem;
use crate::runner::words::machine::doctor_file_system as words;

/// Keeping the progress takes so long on a disk that is fit for the course.
const FIT: Duration = Duration::from_millis(100);

/// `silent` is the name of a file system that does not tell about every change; `kept` is how long a small file took
/// until it was safe on the disk, where one could be written.
pub fn examine(silent: Option<&str>, kept: Option<Duration>) -> Vec<Finding> {
    let told = match silent {
        None => Finding::Good(words::tells().to_owned()),
        Some(name) => Finding::Note(Problem::new(
            words::silent(name),
            words::move_for_quicker_checks(),
        )),
    };
    let mut findings = vec![told];
    // Where nothing can be written, the examination of the course says so.
    findings.extend(kept.map(speed));
    findings
}

fn speed(kept: Duration) -> Finding {
    let milliseconds = kept.as_secs_f64() * 1e3;
    if kept <= FIT {
        return Finding::Good(words::fast(format!("{milliseconds:.1}")));
    }
    Finding::Note(Problem::new(
        words::slow(format!("{milliseconds:.0}")),
        words::move_off_slow_disk(),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    #[test]
    fn silent_and_slow_file_systems_are_told() {
        let (quick, slow) = (Duration::from_millis(3), Duration::from_millis(340));
        let table = [
            (None, None, vec![("ok", "tells about saves")]),
            (
                None,
                Some(quick),
                vec![("ok", "tells"), ("ok", "after 3.0 ms")],
            ),
            (
                Some("NFS"),
                Some(slow),
                vec![("note", "lies on NFS"), ("note", "after 340 ms")],
            ),
        ];
        for (silent, kept, expected) in table {
            let findings = examine(silent, kept);
            assert_eq!(findings.len(), expected.len(), "{findings:?}");
            for (finding, (state, sentence)) in findings.iter().zip(expected) {
                assert_says(finding, state, sentence);
            }
        }
    }
}
