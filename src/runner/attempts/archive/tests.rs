use std::time::Duration;

use super::*;
use crate::comparator::CurveComparator;
use crate::report::Curve;
use crate::sheet::CurvePart;

const SMALL: Limits = Limits {
    attempts: 3,
    bytes: 100_000,
    text: 1_000,
};

struct Folder {
    temporary: tempfile::TempDir,
    limits: Limits,
}

impl Folder {
    fn new(limits: Limits) -> Folder {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        Folder { temporary, limits }
    }

    fn archive(&self) -> Archive {
        Archive::at(self.temporary.path().join("attempts/mse"), self.limits)
    }

    /// Attempts with these verdicts, whose texts are their numbers.
    fn with(&self, verdicts: &[Verdict]) -> Archive {
        let archive = self.archive();
        for (number, verdict) in (1..).zip(verdicts) {
            keep(&archive, &format!("text {number}"), *verdict);
        }
        archive
    }
}

fn judged(text: &str, verdict: Verdict) -> Judged {
    Judged {
        training: "train".to_owned(),
        text: text.as_bytes().to_vec(),
        verdict,
        at: SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000),
        message: String::new(),
        curves: Vec::new(),
        declared: Vec::new(),
    }
}

fn keep(archive: &Archive, text: &str, verdict: Verdict) -> Option<u32> {
    archive.keep(&judged(text, verdict)).expect("kept")
}

#[test]
fn an_attempt_comes_back_as_it_was_kept() {
    let folder = Folder::new(LIMITS);
    let archive = folder.archive();
    let curve = Curve {
        series: "the \"loss\"\n".to_owned(),
        points: vec![(0, 2.5), (1, 0.1), (u64::MAX, -3.0e-8)],
    };
    let declared = CurvePart {
        series: curve.series.clone(),
        comparator: CurveComparator::Falls,
        is_share: false,
        is_held_out: true,
        is_optional: true,
        is_setting: false,
    };
    let kept = Judged {
        declared: vec![declared.clone()],
        message: "You added \u{1b} them up; é.".to_owned(),
        curves: vec![curve.clone()],
        ..judged("fn main() {}\r\n", Verdict::Failed)
    };
    assert_eq!(archive.keep(&kept).expect("kept"), Some(1));
    let attempt = archive.read(1).expect("readable");
    assert_eq!(attempt.text.as_bytes(), kept.text);
    assert_eq!(attempt.curves[0].series, curve.series);
    assert_eq!(attempt.declared, [declared]);
    assert_eq!(attempt.curves[0].points[..2], curve.points[..2]);
    let summary = &attempt.summary;
    assert_eq!(
        (summary.number, summary.verdict),
        (1, Some(Verdict::Failed))
    );
    assert_eq!(summary.judged, Some(kept.at));
    assert_eq!(summary.message, kept.message);
    assert!(summary.has_curves);
    assert_eq!(archive.list(), [attempt.summary]);
}

#[test]
fn the_same_text_is_kept_once_with_what_was_said_of_it_last() {
    let table = [
        (Verdict::Failed, Verdict::Passed, Verdict::Passed),
        (Verdict::Passed, Verdict::Failed, Verdict::Failed),
        (Verdict::Passed, Verdict::TimedOut, Verdict::Passed),
        (Verdict::TimedOut, Verdict::Passed, Verdict::Passed),
    ];
    for (first, second, expected) in table {
        let folder = Folder::new(LIMITS);
        let archive = folder.archive();
        assert_eq!(keep(&archive, "same", first), Some(1));
        assert_eq!(keep(&archive, "else", Verdict::Todo), Some(2));
        assert_eq!(keep(&archive, "same", second), Some(1));
        let verdicts: Vec<_> = archive.list().iter().map(|it| it.verdict).collect();
        assert_eq!(verdicts, [Some(expected), Some(Verdict::Todo)]);
    }
}

#[test]
fn where_room_runs_out_the_oldest_that_is_worth_least_goes_first() {
    use Verdict::{CompileError, Failed, Passed, Todo};
    let table: [(&[Verdict], &[u32]); 6] = [
        (&[Failed, Failed, Failed], &[1, 2, 3]),
        (&[Failed, Failed, Failed, Failed], &[2, 3, 4]),
        (&[Passed, Failed, Failed, Failed], &[1, 3, 4]),
        (&[Passed, CompileError, Failed, Todo, Failed], &[1, 3, 5]),
        (&[Passed, Passed, Passed, Passed, Passed], &[3, 4, 5]),
        // The newest stays whatever it is, so that its number is not given again.
        (&[Passed, Passed, Passed, CompileError], &[2, 3, 4]),
    ];
    for (verdicts, expected) in table {
        let folder = Folder::new(SMALL);
        let archive = folder.with(verdicts);
        assert_eq!(archive.numbers(), expected, "{verdicts:?}");
        let files = fs::read_dir(archive.folder()).expect("listed").count();
        assert_eq!(
            files,
            2 * expected.len() + 1,
            "{verdicts:?}: texts, entries, the lock"
        );
        let next = u32::try_from(verdicts.len()).expect("few") + 1;
        assert_eq!(keep(&archive, "next", Failed), Some(next));
    }
}

#[test]
fn the_bytes_are_bounded_too() {
    let folder = Folder::new(Limits {
        attempts: 1_000,
        bytes: 6_000,
        text: 1_000,
    });
    let archive = folder.archive();
    for number in 0..40 {
        let text = format!("{number:0900}");
        assert!(keep(&archive, &text, Verdict::Failed).is_some());
        let bytes: u64 = archive.numbers().iter().map(|it| archive.bytes(*it)).sum();
        assert!(bytes <= 6_000, "{bytes}");
    }
    assert_eq!(archive.numbers().last(), Some(&40));
    assert_eq!(keep(&archive, &"x".repeat(1_001), Verdict::Failed), None);
}

#[test]
fn what_a_restore_took_out_of_the_file_is_never_removed() {
    let folder = Folder::new(SMALL);
    let archive = folder.with(&[Verdict::Failed, Verdict::CompileError]);
    assert_eq!(archive.keep_replaced(b"text 2").expect("kept"), 2);
    assert_eq!(archive.keep_replaced(b"never judged").expect("kept"), 3);
    let long = "x".repeat(2_000);
    assert_eq!(archive.keep_replaced(long.as_bytes()).expect("kept"), 4);
    for number in 0..20 {
        keep(&archive, &format!("later {number}"), Verdict::Failed);
    }
    // Judged again, it is still a text that was replaced.
    keep(&archive, "text 2", Verdict::CompileError);
    keep(&archive, "the last", Verdict::Failed);
    assert_eq!(archive.numbers(), [2, 3, 4, 23, 24, 25]);
    assert_eq!(archive.text(3).expect("kept"), b"never judged");
    assert_eq!(archive.list()[1].verdict, None);
    assert!(
        archive.list()[1].judged.is_some(),
        "the time of the restore"
    );
    assert_eq!(archive.list()[0].verdict, Some(Verdict::CompileError));
}

#[test]
fn broken_and_foreign_files_are_passed_over() {
    let folder = Folder::new(LIMITS);
    let archive = folder.with(&[Verdict::Failed, Verdict::Passed, Verdict::Failed]);
    let put = |name: &str, bytes: &[u8]| {
        fs::write(archive.folder().join(name), bytes).expect("written");
    };
    put("0001.toml", b"verdict = \"pas");
    put("0002.toml", b"verdict = \"flew\"\nmessage = 3\n");
    put("0003.toml", b"\xff\xfe");
    put("0004.rs", b"caf\xe9 without an entry");
    put("0005.toml", b"verdict = \"passed\"\n");
    put("7.rs", b"not a name of ours");
    put("00008.rs", b"not a name of ours");
    put("0000.rs", b"not a name of ours");
    put("notes.rs", b"not a name of ours");
    put(".gradlings-new-aB3dEf", b"the half of a te");
    fs::create_dir(archive.folder().join("0006.rs")).expect("made");
    assert_eq!(archive.numbers(), [1, 2, 3, 4]);
    assert!(archive.list().iter().all(|it| it.verdict.is_none()));
    assert_eq!(archive.read(1).expect("readable").text, "text 1");
    assert!(
        archive
            .read(4)
            .expect("readable")
            .text
            .ends_with("without an entry")
    );
    assert!(archive.read(6).is_err());
    assert_eq!(keep(&archive, "text 1", Verdict::Passed), Some(1), "mended");
    assert_eq!(archive.list()[0].verdict, Some(Verdict::Passed));
    assert_eq!(keep(&archive, "new", Verdict::Passed), Some(5));
}

#[test]
fn curves_that_were_edited_by_hand_are_drawn_as_far_as_they_can_be() {
    let folder = Folder::new(LIMITS);
    let archive = folder.with(&[Verdict::Failed]);
    let text = "[[curves]]\nseries = \"loss\"\nsteps = [0, 1, 2, 3]\nvalues = [1.0, nan, 2.0]\ngoes = \"in a circle\"\n\
                [[curves]]\nseries = \"empty\"\nsteps = []\nvalues = [inf]\n";
    fs::write(archive.about(1), text).expect("written");
    let attempt = archive.read(1).expect("readable");
    assert_eq!(attempt.declared, []);
    let curves = attempt.curves;
    assert_eq!(curves.len(), 1);
    assert_eq!(curves[0].points, [(0, 1.0), (2, 2.0)]);
}

#[test]
fn a_folder_that_cannot_be_written_is_an_error_and_nothing_more() {
    let folder = Folder::new(LIMITS);
    let archive = folder.archive();
    fs::write(folder.temporary.path().join("attempts"), "in the way").expect("written");
    archive
        .keep(&judged("text", Verdict::Passed))
        .expect_err("a file is in the way");
    archive.keep_replaced(b"text").expect_err("the same");
    assert_eq!(archive.list(), []);
}

#[test]
fn two_runners_never_give_out_the_same_number() {
    let folder = Folder::new(LIMITS);
    std::thread::scope(|scope| {
        for runner in 0..4 {
            let archive = folder.archive();
            scope.spawn(move || {
                for number in 0..5 {
                    keep(&archive, &format!("{runner} {number}"), Verdict::Failed);
                }
            });
        }
    });
    let archive = folder.archive();
    let mut texts: Vec<_> = archive
        .numbers()
        .into_iter()
        .map(|number| archive.text(number).expect("readable"))
        .collect();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 20);
}
