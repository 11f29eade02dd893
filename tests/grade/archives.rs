//! Submissions that come as archives, most of them hostile: what is taken, and what is said of the rest.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;
use gradlings::runner::course::Course;
use gradlings::runner::grade::collect;
use gradlings::runner::grade::submission::Submission;
use tar::{Builder, EntryType, Header};
use zip::write::{SimpleFileOptions, ZipWriter};

fn course() -> Course {
    let mut info =
        "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n".to_owned();
    for name in ["one", "two"] {
        info.push_str(&format!(
            "[[exercises]]\nname = \"{name}\"\nchapter = \"a\"\nteaches = \"x\"\n"
        ));
    }
    Course::parse(Path::new("/c"), &info).expect("sound")
}

/// What is taken of an archive with these bytes.
fn taken(name: &str, bytes: &[u8]) -> Submission {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join(name), bytes).expect("written");
    let collected = collect::all(folder.path(), &course()).expect("collected");
    assert_eq!(collected.others, [""; 0]);
    let [submission] = &collected.submissions[..] else {
        panic!("{collected:?}");
    };
    assert_eq!(submission.name, "anna");
    submission.clone()
}

fn zipped(write: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::default());
    write(&mut zip);
    zip.finish().expect("finished").into_inner()
}

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    zipped(|zip| {
        for (name, text) in files {
            zip.start_file(*name, SimpleFileOptions::default())
                .expect("begun");
            zip.write_all(text).expect("written");
        }
    })
}

/// An archive of `tar` with these entries: kind, name, where it leads, what it says.
fn tar_of(entries: &[(EntryType, &str, &str, &[u8])]) -> Vec<u8> {
    let mut tar = Builder::new(Vec::new());
    for (kind, name, leads, text) in entries {
        let mut header = Header::new_gnu();
        header.set_entry_type(*kind);
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        // Set by hand: the builder refuses what a hostile one would write.
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.as_old_mut().linkname[..leads.len()].copy_from_slice(leads.as_bytes());
        header.set_cksum();
        tar.append(&header, *text).expect("appended");
    }
    tar.into_inner().expect("finished")
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).expect("packed");
    packer.finish().expect("packed")
}

/// What was taken of `one` and of `two`, the sentence about `one`, and the one about all.
type Told<'a> = (Option<&'a str>, Option<&'a str>, &'a str, &'a str);

fn assert_told(submission: &Submission, (one, two, of_one, of_all): Told<'_>, what: &str) {
    let text = |name: &str| {
        let handed = submission.files.get(name)?;
        Some(String::from_utf8_lossy(&handed.text[..handed.text.len().min(20)]).into_owned())
    };
    assert_eq!(text("one").as_deref(), one, "{what}: {submission:?}");
    assert_eq!(text("two").as_deref(), two, "{what}: {submission:?}");
    let fault = submission.faults.get("one").map_or("", String::as_str);
    assert_eq!(fault, of_one, "{what}");
    let refused = submission.refused.as_deref().unwrap_or_default();
    assert!(refused.contains(of_all), "{what}: {refused}");
    assert_eq!(refused.is_empty(), of_all.is_empty(), "{what}: {refused}");
}

#[test]
fn of_a_zip_only_the_files_of_exercises_are_taken_and_no_name_leads_out() {
    let large = vec![b' '; (1 << 20) + 1];
    let plain = zip_of(&[
        ("x/exercises/a/one.rs", b"1"),
        ("build.rs", b"no"),
        ("two.rs", b"2"),
    ]);
    let linked = zipped(|zip| {
        zip.add_symlink("one.rs", "/etc/passwd", SimpleFileOptions::default())
            .expect("linked");
        zip.start_file("two.rs", SimpleFileOptions::default())
            .expect("begun");
        zip.write_all(b"2").expect("written");
    });
    // It says that it has as many entries as there can be.
    let mut many = plain.clone();
    let end = many.windows(4).rposition(|four| four == b"PK\x05\x06");
    let end = end.expect("an end");
    many[end + 10..end + 12].copy_from_slice(&[0xff, 0xff]);
    let copies: Vec<String> = (0..70).map(|number| format!("{number}/one.rs")).collect();
    let full = vec![b' '; 1 << 20];
    let copies: Vec<(&str, &[u8])> = copies.iter().map(|it| (it.as_str(), &full[..])).collect();
    let table: [(&str, Vec<u8>, Told<'_>); 10] = [
        ("plain", plain.clone(), (Some("1"), Some("2"), "", "")),
        (
            "linked",
            linked,
            (None, Some("2"), "one.rs was not taken: it is a link.", ""),
        ),
        (
            "large",
            zip_of(&[("one.rs", &large), ("two.rs", b"2")]),
            (
                None,
                Some("2"),
                "one.rs was not taken: it has more than 1048576 bytes.",
                "",
            ),
        ),
        (
            "a folder",
            zipped(|zip| {
                zip.add_directory("one.rs/", SimpleFileOptions::default())
                    .expect("made");
            }),
            (None, None, "", ""),
        ),
        (
            "climbs",
            zip_of(&[("two.rs", b"2"), ("../one.rs", b"1")]),
            (None, None, "", "leads out of it"),
        ),
        (
            "climbs back",
            zip_of(&[("a\\..\\..\\one.rs", b"1")]),
            (None, None, "", "leads out of it"),
        ),
        (
            "cut",
            plain[..plain.len() - 30].to_vec(),
            (None, None, "", "cannot be read to its end"),
        ),
        (
            "nothing",
            b"PK".to_vec(),
            (None, None, "", "cannot be read to its end"),
        ),
        ("many", many, (None, None, "", "more than 50000 files")),
        (
            "copies",
            zip_of(&copies),
            (None, None, "", "more than 67108864 bytes"),
        ),
    ];
    for (what, bytes, told) in table {
        assert_told(&taken("anna.zip", &bytes), told, what);
    }
}

#[test]
fn of_a_tar_no_link_is_followed_no_device_is_made_and_no_bomb_goes_off() {
    let file = EntryType::Regular;
    let two = (file, "two.rs", "", &b"2"[..]);
    let odd = |kind| tar_of(&[(kind, "one.rs", "/etc/passwd", b""), two]);
    let plain = tar_of(&[(file, "x/exercises/a/one.rs", "", b"1"), two]);
    let zeros = vec![0; 20 << 20];
    let table: [(&str, Vec<u8>, Told<'_>); 9] = [
        ("plain", plain.clone(), (Some("1"), Some("2"), "", "")),
        (
            "link",
            odd(EntryType::Symlink),
            (None, Some("2"), "one.rs was not taken: it is a link.", ""),
        ),
        (
            "hard link",
            odd(EntryType::Link),
            (None, Some("2"), "one.rs was not taken: it is a link.", ""),
        ),
        (
            "pipe",
            odd(EntryType::Fifo),
            (
                None,
                Some("2"),
                "one.rs was not taken: it is a named pipe.",
                "",
            ),
        ),
        (
            "device",
            odd(EntryType::Char),
            (None, Some("2"), "one.rs was not taken: it is a device.", ""),
        ),
        (
            "climbs",
            tar_of(&[two, (file, "a/../../one.rs", "", b"1")]),
            (None, None, "", "leads out of it"),
        ),
        (
            "from the root",
            tar_of(&[two, (file, "/one.rs", "", b"1")]),
            (None, None, "", "leads out of it"),
        ),
        (
            "cut",
            plain[..700].to_vec(),
            (None, None, "", "cannot be read to its end"),
        ),
        (
            "bomb",
            tar_of(&[two, (file, "zeros", "", &zeros), (file, "one.rs", "", b"1")]),
            (None, None, "", "unpacks to far more"),
        ),
    ];
    for (what, bytes, told) in table {
        assert_told(&taken("anna.tar.gz", &packed(&bytes)), told, what);
        // Unpacked it is no bomb: what it holds is what it is.
        if what == "bomb" {
            let told = (Some("1"), Some("2"), "", "");
            assert_told(&taken("anna.TAR", &bytes), told, what);
        } else {
            assert_told(&taken("anna.tar", &bytes), told, what);
        }
    }
    let half = packed(&plain);
    let told = (None, None, "", "cannot be read to its end");
    assert_told(&taken("anna.tgz", &half[..half.len() / 2]), told, "half");
}

#[test]
fn of_a_bundle_the_newest_commit_is_read_without_a_work_tree() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let bundle = |script: &str| {
        let folder = tempfile::tempdir_in(place.path()).expect("a folder");
        let script = format!(
            "set -e\ngit init -q -b main .\ngit config user.name anna\ngit config user.email anna@example.org\n\
             {script}\ngit add .\ngit commit -q -m handed-in\ngit bundle create -q ../anna.bundle HEAD main"
        );
        let made = Command::new("sh")
            .args(["-c", &script])
            .current_dir(folder.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .expect("git");
        assert!(made.status.success(), "{made:?}");
        fs::read(place.path().join("anna.bundle")).expect("made")
    };
    let table: [(&str, Vec<u8>, Told<'_>); 5] = [
        (
            "plain",
            bundle(
                "mkdir -p exercises/a\nprintf 0 > two.rs\ngit add .\ngit commit -q -m first\nprintf 1 > exercises/a/one.rs\nprintf 2 > two.rs",
            ),
            (Some("1"), Some("2"), "", ""),
        ),
        (
            "linked",
            bundle("ln -s /etc/passwd one.rs\nprintf 2 > two.rs"),
            (None, Some("2"), "one.rs was not taken: it is a link.", ""),
        ),
        (
            "large",
            bundle("head -c 1048577 /dev/zero > one.rs\nprintf 2 > two.rs"),
            (
                None,
                Some("2"),
                "one.rs was not taken: it has more than 1048576 bytes.",
                "",
            ),
        ),
        (
            "no branch",
            b"# v2 git bundle\nnothing".to_vec(),
            (None, None, "", "without a branch"),
        ),
        (
            "nothing",
            b"nothing".to_vec(),
            (None, None, "", "no bundle that git can read"),
        ),
    ];
    for (what, bytes, told) in table {
        assert_told(&taken("anna.bundle", &bytes), told, what);
    }
}

#[test]
fn two_submissions_of_one_name_are_a_mistake_and_what_is_hidden_is_none() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("anna")).expect("made");
    fs::create_dir(folder.path().join(".cache")).expect("made");
    fs::write(folder.path().join("list.csv"), "").expect("written");
    let collected = collect::all(folder.path(), &course()).expect("collected");
    assert_eq!(collected.submissions.len(), 1);
    assert_eq!(collected.others, ["list.csv"]);
    fs::write(folder.path().join("anna.zip"), "").expect("written");
    let problem = collect::all(folder.path(), &course()).expect_err("two");
    assert!(problem.what.contains("anna and anna.zip"), "{problem}");
}
